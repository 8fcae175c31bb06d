//! What the editor holds of a person: as the tenant has it, and as it is being changed.
//!
//! Turns the two into the one Command that Save asks for. Decides nothing: whether it may be is
//! asked in `judgement`.

use std::collections::BTreeSet;

use crate::domain::command::{Command, RoleChoice};
use crate::domain::contact::{AlternateEmail, ContactDetails, EmailError, MobilePhone, PhoneError};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::user::UserId;
use crate::session::Session;

/// The three cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// *User (no admin access)*.
    User,
    /// *Global administrator*.
    Global,
    /// *Customized administrator*.
    Customized,
}

impl Kind {
    /// The cards in their order.
    pub const ALL: [Self; 3] = [Self::User, Self::Global, Self::Customized];
}

/// What is in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The card.
    pub kind: Kind,
    /// The roles of *Customized administrator*; kept while another card is looked at.
    pub roles: BTreeSet<RoleTemplateId>,
    /// The alternate e-mail address as typed.
    pub email: String,
    /// The mobile phone as typed.
    pub phone: String,
}

/// What the tenant has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Who.
    pub user: UserId,
    /// What the person holds directly.
    pub held: Vec<RoleAssignment>,
    /// How the person is reached.
    pub contact: ContactDetails,
}

/// What the fields ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address, if it can be read.
    pub email: Result<Option<AlternateEmail>, EmailError>,
    /// The phone, if it can be read.
    pub phone: Result<Option<MobilePhone>, PhoneError>,
    /// The Command for everything that changed and can be read.
    pub command: Option<Command>,
}

impl Draft {
    /// The choice that the card and the check boxes make.
    pub fn choice(&self) -> RoleChoice {
        match self.kind {
            Kind::User => RoleChoice::NoAdminAccess,
            Kind::Global => RoleChoice::GlobalAdministrator,
            Kind::Customized => RoleChoice::Customized(self.roles.clone()),
        }
    }
}

impl Baseline {
    /// What the tenant of `session` has of `user`.
    pub fn of(session: &Session, user: UserId) -> Self {
        let tenant = session.tenant();
        let contact = tenant.user(user).map(|user| user.contact.clone());
        Self {
            user,
            held: tenant.assignments().of(Principal::User(user)).to_vec(),
            contact: contact.unwrap_or_default(),
        }
    }

    /// The person as a principal.
    pub fn principal(&self) -> Principal {
        Principal::User(self.user)
    }

    /// The roles held for good over the whole tenant: what the check boxes speak of.
    pub fn permanent_roles(&self) -> BTreeSet<RoleTemplateId> {
        let permanent = |held: &&RoleAssignment| held.is_permanent_tenant_wide();
        self.held
            .iter()
            .filter(permanent)
            .map(|held| held.role)
            .collect()
    }

    /// The fields that change nothing.
    pub fn draft(&self) -> Draft {
        let mut roles = self.permanent_roles();
        // Global Administrator beside other roles is no card of its own: the picker then lists
        // it among the others, so that opening and saving changes nothing.
        let kind = if self.held.is_empty() {
            Kind::User
        } else if roles.len() == 1 && roles.remove(&RoleTemplateId::GLOBAL_ADMINISTRATOR) {
            Kind::Global
        } else {
            Kind::Customized
        };
        let contact = &self.contact;
        let email = contact.alternate_email.as_ref();
        let phone = contact.mobile_phone.as_ref();
        Draft {
            kind,
            roles,
            email: email.map_or(String::new(), |it| it.as_str().to_owned()),
            phone: phone.map_or(String::new(), |it| it.as_str().to_owned()),
        }
    }

    /// What the person would hold directly.
    pub fn after(&self, draft: &Draft) -> BTreeSet<RoleAssignment> {
        draft.choice().assignments(self.principal(), &self.held)
    }

    /// Whether the roles would be others than they are.
    pub fn roles_change(&self, draft: &Draft) -> bool {
        !self.held.iter().eq(&self.after(draft))
    }

    /// Whether the address is another text than it was.
    pub fn email_changes(&self, draft: &Draft) -> bool {
        self.draft().email != draft.email.trim()
    }

    /// Whether the phone is another text than it was.
    pub fn phone_changes(&self, draft: &Draft) -> bool {
        self.draft().phone != draft.phone.trim()
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
        // Contact details first: they count for what roles need (R6, R8).
        let mut parts = Vec::new();
        if contact != self.contact {
            parts.push(Command::EditContact {
                user: self.user,
                contact,
            });
        }
        if self.roles_change(draft) {
            parts.push(Command::SetRoleChoice {
                user: self.user,
                choice: draft.choice(),
            });
        }
        let command = match parts.len() {
            0 => None,
            1 => parts.pop(),
            _ => Some(Command::Batch(parts)),
        };
        Asked {
            email,
            phone,
            command,
        }
    }
}

fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
