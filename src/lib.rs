//! Mandate: who may administer what in a Microsoft 365 tenant.
//!
//! # Layers
//!
//! Imports run one way: [`domain`] ← [`catalogue`], [`storage`], [`exchange`], [`sample`],
//! [`i18n`] ← [`session`] ← [`cli`], [`ui`]. Nothing but the binary's choice between the two
//! ways in imports `ui`; a test holds it.
//!
//! * [`domain`]: the tenant, the rules, the one gate for changes. Pure.
//! * [`catalogue`]: reads `roles/` into the domain's role catalogue.
//! * [`storage`]: the only door to disk.
//! * [`exchange`]: tables from and for other programs: people, matrices and role lists.
//! * [`sample`]: made-up tenants.
//! * [`i18n`]: the texts of the screen.
//! * [`session`]: an open tenant, who acts on it, and its undo history.
//! * [`cli`] and [`ui`]: the two ways in.
//!
//! # Invariants
//!
//! * A tenant changes only through [`domain::apply`], for one or for each of many, which asks
//!   [`domain::delegation::decide`] first and notes every change in the history.
//! * A refused Command has changed nothing.
//! * There are two kinds of command: [`domain::command::Command`] changes the tenant,
//!   `ui::ui_command::UiCommand` changes the screen.
//!
//! # Reading order
//!
//! `domain/command.rs`, `domain/delegation.rs`, `domain/apply.rs`, `session.rs`, `ui/mod.rs`.
//!
//! # Deliberately absent
//!
//! The network, passwords and other secrets, and protection of a file from who can read the
//! disk: signing in chooses whom one acts as, no more.

pub mod catalogue;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod sample;
pub mod session;
pub mod storage;
pub mod ui;
