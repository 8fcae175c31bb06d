//! Pieces that several views share. None of them knows the tenant or asks for a change.

pub mod avatar;
pub mod button;
pub mod check_box;
pub mod chip;
pub mod field;
pub mod focus;
pub mod radio_card;
pub mod row_list;
pub mod search_box;
pub mod steps;
pub mod tab;
pub mod why;
