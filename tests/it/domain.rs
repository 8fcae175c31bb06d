//! The domain's own values and stores, one at a time, and the session around them.

mod actions;
mod assignments;
mod contact;
mod gate;
mod impossible;
mod names;
mod session;
mod users;
