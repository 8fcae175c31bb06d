//! Everything that is tested from outside, in one binary so that it links once.

#![cfg(test)]

mod app;
mod app_edits;
mod app_roles;
mod app_safety;
mod app_screen;
mod app_support;
mod atomic;
mod chain;
mod change_words;
mod cli;
mod custom_roles;
mod describe;
mod diff;
mod domain;
mod edges;
mod effective;
mod exchange;
mod history;
mod i18n;
mod keyboard;
mod people_import;
mod pictures;
mod policy;
mod profile;
mod properties;
mod review;
mod roles;
mod sample;
mod storage;
mod support;
mod tidy;
mod ui_command;
mod user_index;
mod view_access;
mod view_active_users;
mod view_add_user;
mod view_bulk_edit;
mod view_changes;
mod view_custom_roles;
mod view_deleted_users;
mod view_groups;
mod view_import;
mod view_organization;
mod view_overview;
mod view_permissions;
mod view_review;
mod view_role_editor;
mod view_roles;
mod why;
#[cfg(feature = "inspection")]
mod window;
