//! One file per view: its `State`, its pure `rows()`, and its `ui()`.

pub mod access;
pub mod active_users;
pub mod add_user;
pub mod bulk_edit;
pub mod changes;
pub mod deleted_users;
pub mod groups;
pub mod import;
pub mod organization;
pub mod overview;
pub mod permissions;
pub mod review;
pub mod role_editor;
pub mod roles;
pub mod sign_in;
pub mod start;
