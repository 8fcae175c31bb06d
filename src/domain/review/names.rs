//! Names that hold characters which are not seen.

use std::collections::BTreeSet;

use super::Reviewer;
use super::finding::{FindingKind, HiddenIn};
use super::hidden::{holds_hidden, without_hidden};
use crate::domain::user::{User, UserId};

/// Whether a person's name does.
pub(super) fn hides(user: &User) -> bool {
    holds_hidden(&user.profile.display_name)
}

impl Reviewer<'_> {
    pub(super) fn hidden_characters(&mut self, people: BTreeSet<UserId>) {
        let tenant = self.tenant;
        let shown = |name: &str| -> Box<str> { without_hidden(name).into() };
        let groups = tenant.groups().values();
        let groups = groups.filter(|group| holds_hidden(&group.name));
        let units = tenant.administrative_units().values();
        let units = units.filter(|unit| holds_hidden(&unit.name));
        let roles = tenant.custom_roles().values();
        let roles = roles.filter(|role| holds_hidden(&role.name));
        let sets = tenant.role_sets().keys().filter(|name| holds_hidden(name));
        let ids = groups.clone().map(|group| group.id).collect();
        let things: Vec<_> = (groups.map(|group| HiddenIn::Group(shown(&group.name))))
            .chain(units.map(|unit| HiddenIn::Unit(shown(&unit.name))))
            .chain(
                roles
                    .clone()
                    .map(|role| HiddenIn::CustomRole(shown(&role.name))),
            )
            .chain(sets.map(|name| HiddenIn::RoleSet(shown(name))))
            .collect();
        if people.is_empty() && things.is_empty() {
            return;
        }
        let kind = FindingKind::BidirectionalControls(things);
        self.note(kind, people, ids, |_, _, _| Vec::new());
    }
}
