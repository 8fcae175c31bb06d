//! What a tenant is and who may change it. Pure: no screen, no file, no clock, no locale.
//!
//! Read [`command`] (what can be asked), [`delegation`] (who may ask it), [`apply`] (what then
//! happens), [`tenant`] (what there is).

pub mod apply;
pub mod assignments;
pub mod audit;
pub mod bulk;
pub mod catalogue;
pub mod command;
pub mod contact;
pub mod custom_role;
pub mod decision;
pub mod delegation;
pub mod diff;
pub mod effective;
pub mod fold;
pub mod group;
pub mod language;
pub mod office365;
pub mod operation;
pub mod organization;
pub mod resource_action;
pub mod review;
pub mod role;
pub mod rule;
pub mod tenant;
pub mod tenant_builder;
pub mod time;
pub mod upn;
pub mod user;
pub mod user_table;
