//! What was typed and chosen about someone new, and the Command it comes to.
//!
//! Decides nothing: whether it may be is asked in `judgement`.

use std::collections::BTreeSet;

use crate::domain::command::{Command, RoleChoice};
use crate::domain::contact::{AlternateEmail, ContactDetails, EmailError, MobilePhone, PhoneError};
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::upn::{UpnError, UserPrincipalName};
use crate::domain::user::{DelegatedAdministration, Profile, User, UserId, UserKind};
use crate::ui::dialogs::is_country;

/// What an invited person's name ends with before the domain of the tenant.
const EXTERNAL: &str = "#EXT#";

/// The three cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// *User (no admin access)*.
    #[default]
    User,
    /// *Global administrator*.
    Global,
    /// *Customized administrator*.
    Customized,
}

impl Access {
    /// The cards in their order.
    pub const ALL: [Self; 3] = [Self::User, Self::Global, Self::Customized];
}

/// What is in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// First name.
    pub given_name: String,
    /// Last name.
    pub surname: String,
    /// The name shown everywhere; follows the two above until it is typed.
    pub display_name: String,
    /// Whether the display name was typed.
    pub named: bool,
    /// The user name before the `@`; follows the alternate address of a guest until it is typed.
    pub local: String,
    /// Whether the user name was typed.
    pub local_typed: bool,
    /// The domain, once one was chosen.
    pub domain: Option<String>,
    /// Member or guest.
    pub kind: UserKind,
    /// Job title.
    pub job_title: String,
    /// Department.
    pub department: String,
    /// Office.
    pub office: String,
    /// Country as two letters.
    pub usage_location: String,
    /// Alternate e-mail address.
    pub email: String,
    /// Mobile phone.
    pub phone: String,
    /// Seats of which subscriptions.
    pub licences: BTreeSet<SubscriptionId>,
    /// Which card is chosen.
    pub access: Access,
    /// The roles of *Customized administrator*; kept while another card is looked at.
    pub roles: BTreeSet<RoleTemplateId>,
    /// How far they administer the customers of a certified partner.
    pub delegation: DelegatedAdministration,
}

/// What the fields ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The user name, if it can be read; nothing while nothing is typed.
    pub upn: Option<Result<UserPrincipalName, UpnError>>,
    /// The address, if it can be read.
    pub email: Result<Option<AlternateEmail>, EmailError>,
    /// The phone, if it can be read.
    pub phone: Result<Option<MobilePhone>, PhoneError>,
    /// Whether the usage location is none or a country.
    pub place: bool,
    /// Whether there is a display name.
    pub named: bool,
    /// Whether *Customized administrator* is chosen without a role.
    pub lacks_role: bool,
    /// The Command, once everything that is needed is there and can be read.
    pub command: Option<Command>,
    /// The same with whatever can be read: what rules are asked about while typing goes on.
    pub so_far: Option<Command>,
}

impl Draft {
    /// Lets what was not typed follow what was.
    pub fn follow(&mut self) {
        if !self.named {
            let names = [self.given_name.trim(), self.surname.trim()];
            names.join(" ").trim().clone_into(&mut self.display_name);
        }
        if !self.local_typed {
            let email = self.email.trim();
            self.local = match (self.kind, email.contains('@')) {
                (UserKind::Guest, true) => format!("{}{EXTERNAL}", email.replace('@', "_")),
                _ => String::new(),
            };
        }
    }

    /// The domain of the user name: the chosen one while it is there and verified, else the
    /// default one, and for a guest the initial one.
    pub fn domain<'a>(&'a self, tenant: &'a Tenant) -> &'a str {
        let verified = || tenant.domains().iter().filter(|domain| domain.verified);
        let chosen = self.domain.as_deref();
        if let Some(chosen) = chosen.filter(|name| tenant.has_domain(name, true)) {
            return chosen;
        }
        let default = match self.kind {
            UserKind::Guest => None,
            UserKind::Member => verified().find(|domain| domain.default),
        };
        let domain = default.or_else(|| verified().next());
        domain.map_or("", |domain| domain.name.as_str())
    }

    /// The choice that the cards and the check boxes make.
    pub fn choice(&self) -> RoleChoice {
        match self.access {
            Access::User => RoleChoice::NoAdminAccess,
            Access::Global => RoleChoice::GlobalAdministrator,
            Access::Customized => RoleChoice::Customized(self.roles.clone()),
        }
    }

    /// The roles that the choice gives.
    pub fn given(&self) -> Vec<RoleTemplateId> {
        match self.access {
            Access::User => Vec::new(),
            Access::Global => vec![RoleTemplateId::GLOBAL_ADMINISTRATOR],
            Access::Customized => self.roles.iter().copied().collect(),
        }
    }

    /// What is asked for, for a person with this id.
    pub fn asked(&self, tenant: &Tenant, id: UserId) -> Asked {
        let upn = typed(&self.local).map(|local| {
            let domain = self.domain(tenant);
            UserPrincipalName::parse(&format!("{local}@{domain}"))
        });
        let email = typed(&self.email).map(AlternateEmail::parse).transpose();
        let phone = typed(&self.phone).map(MobilePhone::parse).transpose();
        let place = typed(&self.usage_location).is_none_or(is_country);
        let named = !self.display_name.trim().is_empty();
        let lacks_role = self.access == Access::Customized && self.roles.is_empty();
        let contact = ContactDetails {
            alternate_email: email.clone().ok().flatten(),
            mobile_phone: phone.clone().ok().flatten(),
        };
        let readable = email.is_ok() && phone.is_ok() && place && named && !lacks_role;
        let known = upn.clone().and_then(Result::ok);
        let complete = readable && known.is_some();
        // A name that nobody has: the rules are asked about the rest of the form meanwhile.
        let stand_in = || {
            let local = id.0.simple().to_string();
            UserPrincipalName::parse(&format!("{local}@{}", self.domain(tenant))).ok()
        };
        let upn_so_far = known.or_else(stand_in);
        let so_far = upn_so_far.map(|upn| self.command(id, upn, contact));
        Asked {
            upn,
            email,
            phone,
            place,
            named,
            lacks_role,
            command: so_far.clone().filter(|_| complete),
            so_far,
        }
    }

    fn command(&self, id: UserId, upn: UserPrincipalName, contact: ContactDetails) -> Command {
        let text = |field: &str| typed(field).map(Into::into);
        let user = User {
            profile: Profile {
                display_name: self.display_name.trim().into(),
                given_name: text(&self.given_name),
                surname: text(&self.surname),
                job_title: text(&self.job_title),
                department: text(&self.department),
                office: text(&self.office),
                usage_location: text(&self.usage_location.to_uppercase()),
            },
            contact,
            kind: self.kind,
            licences: self.licences.iter().copied().collect(),
            delegated_administration: self.delegation,
            ..User::new(id, upn, "")
        };
        let adding = Command::AddUser(Box::new(user));
        if self.given().is_empty() {
            return adding;
        }
        let giving = Command::SetRoleChoice {
            user: id,
            choice: self.choice(),
        };
        Command::Batch(vec![adding, giving])
    }
}

/// A text, unless nothing was typed.
pub fn typed(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}
