//! The window.

pub mod outbox;
pub mod theme;
pub mod ui_command;
pub mod user_index;
pub mod view_context;
pub mod views;
pub mod widgets;
