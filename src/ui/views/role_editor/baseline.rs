//! What the tenant has of a person, and what the fields make of it.
//!
//! Turns the two into the one Command that Save asks for. Decides nothing: whether it may be is
//! asked in `judgement`.

use std::collections::BTreeSet;

use super::draft::{Draft, Kind};
use super::entry::{Entry, Problem};
use crate::domain::command::Command;
use crate::domain::contact::{AlternateEmail, ContactDetails, EmailError, MobilePhone, PhoneError};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::user::{DelegatedAdministration, ProductMail, UserId};
use crate::session::Session;

/// What the tenant has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Who.
    pub user: UserId,
    /// What the person holds directly.
    pub held: Vec<RoleAssignment>,
    /// The card that says so.
    pub kind: Kind,
    /// How the person is reached.
    pub contact: ContactDetails,
    /// How far the person administers customers.
    pub delegation: DelegatedAdministration,
    /// Whether mail about products may go to the alternate address.
    pub product_mail: ProductMail,
}

/// What the fields ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address, if it can be read.
    pub email: Result<Option<AlternateEmail>, EmailError>,
    /// The phone, if it can be read.
    pub phone: Result<Option<MobilePhone>, PhoneError>,
    /// What is wrong with how roles are to be held, by the number of the entry.
    pub problems: Vec<(u32, Problem)>,
    /// The Command for everything that changed and can be read.
    pub command: Option<Command>,
}

impl Baseline {
    /// What the tenant of `session` has of `user`.
    pub fn of(session: &Session, user: UserId) -> Self {
        let (tenant, now) = (session.tenant(), session.now());
        let held = tenant.assignments().of(Principal::User(user)).to_vec();
        let person = tenant.user(user);
        Self {
            user,
            kind: if held.iter().all(|held| held.is_expired(now)) {
                // What is over counts as none.
                Kind::User
            } else if permanent(&held).eq([RoleTemplateId::GLOBAL_ADMINISTRATOR]) {
                // Beside other roles it is no card of its own: the picker then lists it among
                // them, so that opening and saving changes nothing.
                Kind::Global
            } else {
                Kind::Customized
            },
            held,
            contact: person.map(|it| it.contact.clone()).unwrap_or_default(),
            delegation: person
                .map(|it| it.delegated_administration)
                .unwrap_or_default(),
            product_mail: person.map(|it| it.product_mail).unwrap_or_default(),
        }
    }

    /// The person as a principal.
    pub fn principal(&self) -> Principal {
        Principal::User(self.user)
    }

    /// The roles held for good over the whole tenant.
    pub fn permanent_roles(&self) -> BTreeSet<RoleTemplateId> {
        permanent(&self.held).collect()
    }

    /// The fields that change nothing.
    pub fn draft(&self) -> Draft {
        let mut draft = Draft::new(self.kind);
        // A card stands for Global Administrator.
        let own_card =
            |held: &RoleAssignment| self.kind == Kind::Global && held.is_permanent_tenant_wide();
        draft.hold(self.held.iter().filter(|held| !own_card(held)).copied());
        let contact = &self.contact;
        let email = contact.alternate_email.as_ref();
        let phone = contact.mobile_phone.as_ref();
        draft.email = email.map_or(String::new(), |it| it.as_str().to_owned());
        draft.phone = phone.map_or(String::new(), |it| it.as_str().to_owned());
        draft.lesser_global = self.kind == Kind::Global;
        draft.delegation = self.delegation;
        draft.product_mail = self.product_mail;
        draft
    }

    /// The ways to hold roles that count with this card. Without admin access that is at most
    /// what was over and is left alone.
    pub fn shown(&self, draft: &Draft) -> Vec<Entry> {
        let mut shown = draft.shown();
        if draft.kind == Kind::User {
            let held = |entry: &Entry| {
                let wanted = entry.assignment(self.principal());
                wanted.is_ok_and(|wanted| self.held.contains(&wanted))
            };
            shown.retain(|entry| self.kind == Kind::User && held(entry));
        }
        shown
    }

    /// What the person would hold directly. What can't be read stays as it is.
    pub fn after(&self, draft: &Draft) -> BTreeSet<RoleAssignment> {
        let principal = self.principal();
        let mut after: BTreeSet<RoleAssignment> = BTreeSet::new();
        for entry in self.shown(draft) {
            let Some(wanted) = entry.assignment(principal).ok().or(entry.origin) else {
                continue;
            };
            if !after.iter().any(|other| other.same_slot(&wanted)) {
                after.insert(wanted);
            }
        }
        after
    }

    /// Whether the roles would be others than they are, or can't be read.
    pub fn roles_change(&self, draft: &Draft) -> bool {
        !self.held.iter().eq(&self.after(draft)) || !problems(draft).is_empty()
    }

    /// Whether the address is another text than it was.
    pub fn email_changes(&self, draft: &Draft) -> bool {
        self.draft().email != draft.email.trim()
    }

    /// Whether the phone is another text than it was.
    pub fn phone_changes(&self, draft: &Draft) -> bool {
        self.draft().phone != draft.phone.trim()
    }

    /// Whether anything would be other than it is.
    pub fn changes(&self, draft: &Draft) -> bool {
        self.roles_change(draft)
            || self.email_changes(draft)
            || self.phone_changes(draft)
            || self.delegation != draft.delegation
            || self.product_mail != draft.product_mail
    }

    /// What `draft` asks for. What was not touched stays as it is, well formed or not.
    pub fn asked(&self, draft: &Draft) -> Asked {
        let email = if self.email_changes(draft) {
            typed(&draft.email).map(AlternateEmail::parse).transpose()
        } else {
            Ok(self.contact.alternate_email.clone())
        };
        let phone = if self.phone_changes(draft) {
            typed(&draft.phone).map(MobilePhone::parse).transpose()
        } else {
            Ok(self.contact.mobile_phone.clone())
        };
        let contact = ContactDetails {
            alternate_email: email
                .clone()
                .unwrap_or_else(|_| self.contact.alternate_email.clone()),
            mobile_phone: phone
                .clone()
                .unwrap_or_else(|_| self.contact.mobile_phone.clone()),
        };
        let user = self.user;
        // Contact details first: they count for what roles need (R6, R8).
        let mut parts = Vec::new();
        if contact != self.contact {
            parts.push(Command::EditContact { user, contact });
        }
        parts.extend(self.role_command(draft));
        if self.delegation != draft.delegation {
            let level = draft.delegation;
            parts.push(Command::SetDelegatedAdministration { user, level });
        }
        if self.product_mail != draft.product_mail {
            let product_mail = draft.product_mail;
            parts.push(Command::SetProductMail { user, product_mail });
        }
        let command = match parts.len() {
            0 => None,
            1 => parts.pop(),
            _ => Some(Command::Batch(parts)),
        };
        Asked {
            email,
            phone,
            problems: problems(draft),
            command,
        }
    }

    /// The Command for the roles: the choice that the admin center knows, where it says it all.
    fn role_command(&self, draft: &Draft) -> Option<Command> {
        let after = self.after(draft);
        if self.held.iter().eq(&after) {
            return None;
        }
        let (principal, choice) = (self.principal(), draft.choice());
        Some(if choice.assignments(principal, &self.held) == after {
            Command::SetRoleChoice {
                user: self.user,
                choice,
            }
        } else {
            Command::SetAssignments {
                principal,
                assignments: after,
            }
        })
    }
}

/// What is wrong with what counts.
fn problems(draft: &Draft) -> Vec<(u32, Problem)> {
    match draft.kind {
        Kind::User => Vec::new(),
        Kind::Global | Kind::Customized => draft.problems(),
    }
}

fn permanent(held: &[RoleAssignment]) -> impl Iterator<Item = RoleTemplateId> {
    let permanent = held.iter().filter(|held| held.is_permanent_tenant_wide());
    permanent.map(|held| held.role)
}

fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
