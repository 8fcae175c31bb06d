//! Role definitions of a tenant's own.
//!
//! Data only. What such a role allows is worked out by [`super::catalogue`], which knows the
//! actions; who may make one is [`super::delegation`]'s to say.

use std::collections::{BTreeMap, BTreeSet};

use super::resource_action::ResourceAction;
use super::role::RoleTemplateId;

/// A role that a tenant made for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomRole {
    /// The id of its definition, which no built-in role has.
    pub id: RoleTemplateId,
    /// The name, one for both languages.
    pub name: Box<str>,
    /// What it is for.
    pub description: Box<str>,
    /// What it allows. An imported role may name actions that no catalogue lists: they are kept,
    /// and what they allow is unknown.
    pub actions: BTreeSet<ResourceAction>,
}

/// Custom roles by the id of their definition.
pub type CustomRoles = BTreeMap<RoleTemplateId, CustomRole>;
