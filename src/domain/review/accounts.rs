//! The accounts that hold roles, and everybody's contact details and names.

use std::collections::BTreeSet;

use super::Reviewer;
use super::finding::FindingKind;
use super::look_alikes::LookAlikes;
use super::names;
use crate::domain::user::{SignIn, User, UserId, UserKind, UserSource};

impl Reviewer<'_> {
    // R8, R27.
    pub(super) fn accounts(&mut self) {
        self.administrators_without_phone();
        self.note_administrators(FindingKind::BlockedHoldRoles, is_blocked);
        self.note_administrators(FindingKind::GuestsHoldRoles, is_guest);
        self.note_administrators(FindingKind::SynchronisedHoldRoles, is_synchronised);
    }

    fn note_administrators(&mut self, kind: FindingKind, concerns: fn(&User) -> bool) {
        let people = self.administrators_who(concerns);
        self.note_people(kind, people, Self::roles_of);
    }

    fn administrators_who(&self, so: impl Fn(&User) -> bool) -> BTreeSet<UserId> {
        let people = self.administrators.iter().copied();
        people.filter(|id| self.is(*id, &so)).collect()
    }

    // R8. Global Administrators are R6's; a guest's password is reset at home.
    fn administrators_without_phone(&mut self) {
        let (tenant, now) = (self.tenant, self.now());
        if !tenant.has_custom_domain() && !tenant.organization().directory_sync {
            return;
        }
        let people = self.administrators_who(|user| {
            user.contact.mobile_phone.is_none()
                && user.kind == UserKind::Member
                && user.sign_in == SignIn::Allowed
                && tenant.is_administrator(user.id, now)
                && !tenant.is_global_administrator(user.id, now)
        });
        let kind = FindingKind::AdministratorsWithoutPhone;
        self.note_people(kind, people, |_, _| Vec::new());
    }

    /// What takes a look at everybody: R7, R8, names, and whether sign-ins are known at all.
    pub(super) fn everybody(&mut self) {
        let tenant = self.tenant;
        let administrators = self.administrators.iter();
        let look_alikes = LookAlikes::of(administrators.filter_map(|id| tenant.user(*id)));
        let (mut inside, mut malformed) = (BTreeSet::new(), BTreeSet::new());
        let (mut alike, mut hidden) = (BTreeSet::new(), BTreeSet::new());
        let mut sign_ins_known = false;
        for user in tenant.users().iter() {
            let contact = &user.contact;
            if let Some(email) = &contact.alternate_email
                && tenant.locks_out(user, email)
            {
                inside.insert(user.id);
            }
            if let Some(phone) = &contact.mobile_phone
                && !phone.is_international()
            {
                malformed.insert(user.id);
            }
            if names::hides(user) {
                hidden.insert(user.id);
            }
            if look_alikes.are_like(user) {
                alike.insert(user.id);
            }
            sign_ins_known |= user.last_sign_in.is_some();
        }
        self.note_people(FindingKind::AlternateEmailInside, inside, |_, _| Vec::new());
        let kind = FindingKind::PhoneWithoutCountryCode;
        self.note_people(kind, malformed, |_, _| Vec::new());
        self.note_people(FindingKind::LookAlikeNames, alike, |_, _| Vec::new());
        self.hidden_characters(hidden);
        if sign_ins_known {
            let unused = self.administrators_who(|user| {
                user.last_sign_in.is_none() && !self.is_for_emergencies(user.id)
            });
            let kind = FindingKind::NeverSignedInHoldRoles;
            self.note_people(kind, unused, Self::roles_of);
        }
    }
}

fn is_blocked(user: &User) -> bool {
    user.sign_in == SignIn::Blocked
}

fn is_guest(user: &User) -> bool {
    user.kind == UserKind::Guest
}

fn is_synchronised(user: &User) -> bool {
    user.source == UserSource::DirectorySynchronised
}

/// Whether an account is one that others than this tenant's administrators look after, or nobody.
pub(super) fn is_unprotected(user: &User) -> bool {
    is_blocked(user) || is_guest(user) || is_synchronised(user)
}
