//! Mandate's policy a second time, in Cedar, to compare the two.
//!
//! A test of a policy that was written from the policy agrees with it in everything, mistakes
//! included. So here the rules are written again, in a language made for rules and evaluated by
//! Cedar's own engine, and `cargo test` asks both sides the same questions.
//!
//! # What is independent of what
//!
//! * `policies/*.cedar` are written from the rules as the product states them (R1, R3, R11, R13,
//!   R14, R23, R24 and R25), a policy for each, with the rule as its annotation.
//! * `data/*.csv` are copies of the facts: the cells that Mandate's `roles/` were made from, not
//!   those files. A test compares them with the collected facts, where those are at hand.
//! * This library does not depend on Mandate. Only its tests and benchmark do.
//!
//! Common to both sides, and so not checked: which of the fifteen permissions each Command needs,
//! what resource actions satisfy a permission for roles outside the eight, that a role reaches
//! people through a group, and that groups which may hold roles, units and sets of roles are
//! changed by whoever may give roles (R1). The rules as stated say no more of these than that
//! there must be an answer.
//!
//! # How it is asked
//!
//! A matrix reaches Cedar as a hierarchy ([`world`]): roles are in their cells, people are in the
//! rows that speak of them, and rows in the columns that say no to them. A person acts by one of
//! their roles at a time ([`world::Acting`]), since roles add up and their limits do not: may one
//! of them, the person may. Only the matrix by itself is asked of somebody with all their roles.
//!
//! # What is compared
//!
//! * The matrix: every set of the eight roles by the fifteen permissions, how far it goes.
//! * The two tables of R23: each role of them, and others, on each row.
//! * Changes: those sets, each role of the tables and all pairs, roles that are eligible, over, to
//!   come, over a unit or held through a group, and blocked accounts; by everything that can be
//!   done to people of each row, of several, of none, synchronised, blocked, deleted, and oneself;
//!   and to groups, units, roles and the organisation. Where somebody acts by one role, the rules
//!   that refuse are compared as well.
//! * A tenant that would be left without a lasting Global Administrator.
//! * Mutants: with each cell flipped, each rule left out and each altered, one at a time, the
//!   comparison must find a difference.
//!
//! # What is deliberately not
//!
//! * Rules about what is entered rather than who enters it (R7 to R10, R12, R18, R20, R26), and
//!   those that confirm, warn or review.
//! * Roles over a unit, for people within it: the rules as stated do not speak of them.
//! * People who are protected by a role they do not hold yet, for the same reason.
//! * What earlier parts of a batch mean for later ones, but for adding an administrator.
//! * The rules that are named when several roles act together: which of them explains a refusal
//!   best is a matter of taste.

pub mod facts;
pub mod policies;
pub mod world;

use std::error::Error;

/// What everything here returns; whoever reads an error is a developer.
pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn trouble<T>(text: impl Into<String>) -> Result<T> {
    Err(text.into().into())
}
