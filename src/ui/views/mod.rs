//! One file per view: its `State`, its pure `rows()`, and its `ui()`.

pub mod active_users;
pub mod permissions;
pub mod role_editor;
pub mod sign_in;
pub mod start;
