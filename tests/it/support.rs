//! Tenants for tests, told in a few words: who there is, what they hold, and through what.
//!
//! Names are ids: `id("anna")` is the same person in every test. Everybody can be reached and
//! every service is sold unless a test says otherwise, so that a row shows only what matters.

mod assignments;
pub mod partner;
mod whole;

use std::sync::{Arc, OnceLock};

use mandate::catalogue;
use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use mandate::domain::custom_role::CustomRole;
use mandate::domain::delegation::Context;
use mandate::domain::group::{AdministrativeUnit, Group};
use mandate::domain::organization::{
    Domain, Organization, PurchaseChannel, Service, Subscription, SubscriptionId,
};
use mandate::domain::resource_action::ResourceAction;
use mandate::domain::review::ReviewSettings;
use mandate::domain::role::{
    AdministrativeUnitId, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::tenant::{RoleSets, Tenant};
use mandate::domain::tenant_builder::{InvariantError, TenantBuilder};
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{DeletedUser, Profile, SignIn, User, UserId, UserKind, UserSource};
use mandate::storage::settings::Settings;
use uuid::{Uuid, uuid};

pub use self::assignments::{Less, given, given_to_group};

/// 2026-11-22T12:00:00Z: the moment of every test.
pub const NOW: Timestamp = Timestamp(1_795_348_800);
/// The day before.
pub const YESTERDAY: Timestamp = Timestamp(NOW.0 - 86_400);
/// The day after.
pub const TOMORROW: Timestamp = Timestamp(NOW.0 + 86_400);
/// The phone everybody has.
pub const PHONE: &str = "+31612345678";

pub const GLOBAL: RoleTemplateId = role(uuid!("62e90394-69f5-4237-9190-012177145e10"));
pub const BILLING: RoleTemplateId = role(uuid!("b0f54661-2d74-4c50-afa3-1ec803f12efe"));
pub const EXCHANGE: RoleTemplateId = role(uuid!("29232cdf-9323-42fd-ade2-1d097af3e4de"));
pub const SHAREPOINT: RoleTemplateId = role(uuid!("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"));
/// The classic *Password administrator*.
pub const HELPDESK: RoleTemplateId = role(uuid!("729827e3-9c14-49f7-bb1b-9608f156bbb8"));
pub const SKYPE: RoleTemplateId = role(uuid!("75941009-915a-4869-abe7-691bff18279e"));
/// The classic *Service administrator*.
pub const SERVICE: RoleTemplateId = role(uuid!("f023fd81-a637-4b56-95fd-791ac0226033"));
/// The classic *User management administrator*.
pub const USERS: RoleTemplateId = role(uuid!("fe930be7-5e62-47db-91af-98c3a49a38b1"));

/// Today's Password Administrator, which is not the classic one.
pub const PASSWORD: RoleTemplateId = role(uuid!("966707d0-3269-4727-9be2-8c3a10f19b9d"));
pub const AUTHENTICATION: RoleTemplateId = role(uuid!("c4e39bd9-1100-46d3-8c65-fb160da0071f"));
pub const PRIVILEGED_AUTHENTICATION: RoleTemplateId =
    role(uuid!("7be44c8a-adaf-4e2a-84d6-ab2649e08a13"));
pub const PRIVILEGED_ROLE: RoleTemplateId = role(uuid!("e8611ab8-c189-46e8-94e1-60213ab1f814"));
pub const DIRECTORY_READERS: RoleTemplateId = role(uuid!("88d8e3e3-8f55-4a1e-953a-9b9898b8876b"));
pub const GROUPS: RoleTemplateId = role(uuid!("fdd7a751-b60b-444a-984c-02652fe8fa1c"));
pub const GUEST_INVITER: RoleTemplateId = role(uuid!("95e79109-95c0-4d8e-aee3-d01accf2d47b"));
pub const MESSAGE_CENTER: RoleTemplateId = role(uuid!("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b"));
pub const REPORTS_READER: RoleTemplateId = role(uuid!("4a5d8f65-41da-4de4-8968-e035b65339cf"));
pub const EXPERIENCE_MANAGER: RoleTemplateId = role(uuid!("27460883-1df1-4691-b032-3b79643e5e63"));
pub const USAGE_READER: RoleTemplateId = role(uuid!("75934031-6c7e-415a-99d7-48dbd49e875e"));
pub const SECURITY: RoleTemplateId = role(uuid!("194ae4cb-b126-40b2-bd5b-6091b380977d"));
pub const SECURITY_OPERATOR: RoleTemplateId = role(uuid!("5f2222b1-57c3-48ba-8ad5-d4759f1fde6f"));
pub const SOC_RESPONDER: RoleTemplateId = role(uuid!("58f930cc-fcf4-4152-852c-1d7dbf502139"));
pub const DIRECTORY_WRITERS: RoleTemplateId = role(uuid!("9360feb5-f418-4baa-8175-e2a00bac4301"));
pub const TEAMS: RoleTemplateId = role(uuid!("69091246-20e8-4a56-aa4d-066075b2a7a8"));
pub const DYNAMICS: RoleTemplateId = role(uuid!("44367163-eba1-44c3-98af-f5787879f96a"));
/// Out of use, and found in old tenants.
pub const PARTNER_TIER1: RoleTemplateId = role(uuid!("4ba39ca4-527c-499a-b93d-d9b492c50246"));
/// Out of use, and found in old tenants.
pub const PARTNER_TIER2: RoleTemplateId = role(uuid!("e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8"));

const fn role(id: Uuid) -> RoleTemplateId {
    RoleTemplateId(id)
}

/// The role catalogue of the program.
pub fn roles() -> &'static Arc<RoleCatalogue> {
    catalogue::shared().expect("the embedded catalogue loads")
}

/// What a person prefers who never chose anything.
pub fn settings() -> &'static Settings {
    static SETTINGS: OnceLock<Settings> = OnceLock::new();
    SETTINGS.get_or_init(Settings::default)
}

/// No findings, for views that show none.
pub fn findings() -> &'static mandate::ui::findings::Findings {
    static FINDINGS: std::sync::OnceLock<mandate::ui::findings::Findings> =
        std::sync::OnceLock::new();
    FINDINGS.get_or_init(mandate::ui::findings::Findings::default)
}

/// What a decision needs besides the tenant.
pub fn context() -> Context<'static> {
    Context {
        catalogue: roles(),
        now: NOW,
    }
}

/// The person called `name`.
pub fn id(name: &str) -> UserId {
    UserId(numbered(1, name))
}

/// The group called `name`.
pub fn group_id(name: &str) -> GroupId {
    GroupId(numbered(2, name))
}

/// The administrative unit called `name`.
pub fn unit_id(name: &str) -> AdministrativeUnitId {
    AdministrativeUnitId(numbered(3, name))
}

/// The subscription that includes whatever the tenant was sold.
pub fn everything() -> SubscriptionId {
    SubscriptionId(numbered(4, "everything"))
}

fn numbered(kind: u8, name: &str) -> Uuid {
    let mut bytes = [0; 16];
    bytes[0] = kind;
    assert!(name.len() < 16, "`{name}` does not fit an id");
    bytes[1..=name.len()].copy_from_slice(name.as_bytes());
    Uuid::from_bytes(bytes)
}

/// The id of the custom role called `name`.
pub fn role_id(name: &str) -> RoleTemplateId {
    RoleTemplateId(numbered(5, name))
}

/// A role of the tenant's own, without a description.
pub fn custom_role(name: &str, actions: &[&str]) -> CustomRole {
    let parse = |action: &&str| ResourceAction::parse(action).expect("an action");
    CustomRole {
        id: role_id(name),
        name: name.into(),
        description: "".into(),
        actions: actions.iter().map(parse).collect(),
    }
}

/// Contact details; `MobilePhone::imported`, so that a row can hold what a person mistyped.
pub fn contact(email: Option<&str>, phone: Option<&str>) -> ContactDetails {
    ContactDetails {
        alternate_email: email.map(|text| AlternateEmail::parse(text).expect("an address")),
        mobile_phone: phone.map(MobilePhone::imported),
    }
}

/// How a person of a fixture is reached.
pub fn usual_contact(name: &str) -> ContactDetails {
    contact(Some(&format!("{name}@example.org")), Some(PHONE))
}

/// A profile with a display name and nothing else.
pub fn named(display_name: &str) -> Profile {
    Profile {
        display_name: display_name.into(),
        ..Profile::default()
    }
}

/// A tenant being told.
#[derive(Clone, Debug)]
pub struct Fixture {
    organization: Organization,
    domains: Vec<Domain>,
    services: Vec<Service>,
    seats: u32,
    deleted: Vec<DeletedUser>,
    users: Vec<User>,
    groups: Vec<Group>,
    units: Vec<AdministrativeUnit>,
    assignments: Vec<RoleAssignment>,
    role_sets: RoleSets,
    custom_roles: Vec<CustomRole>,
    review: ReviewSettings,
    holder: Option<Principal>,
}

/// A tenant with a domain of its own, every service, bought from Microsoft, and nobody in it.
pub fn empty() -> Fixture {
    Fixture {
        organization: Organization::new("Contoso"),
        domains: vec![
            domain("contoso.onmicrosoft.com", true),
            domain("contoso.nl", true),
            domain("contoso-nieuw.nl", false),
        ],
        services: Service::ALL.to_vec(),
        seats: 100,
        deleted: Vec::new(),
        users: Vec::new(),
        groups: Vec::new(),
        units: Vec::new(),
        assignments: Vec::new(),
        role_sets: RoleSets::new(),
        custom_roles: Vec::new(),
        review: ReviewSettings::default(),
        holder: None,
    }
}

/// The same with Anna, a lasting Global Administrator, and Piet, who holds nothing.
pub fn fixture() -> Fixture {
    empty().user("anna").holds(GLOBAL).user("piet")
}

/// A domain, the first of its kind being the default.
fn domain(name: &str, verified: bool) -> Domain {
    Domain {
        name: DomainName::parse(name).expect("a domain"),
        verified,
        default: name == "contoso.onmicrosoft.com",
    }
}

/// A person who can be reached and holds nothing.
pub fn person(name: &str) -> User {
    let upn = UserPrincipalName::parse(&format!("{name}@contoso.nl")).expect("a name");
    User {
        contact: usual_contact(name),
        ..User::new(id(name), upn, name)
    }
}

impl Fixture {
    /// Adds a person; what follows is about them.
    pub fn user(mut self, name: &str) -> Self {
        self.users.push(person(name));
        self.holder = Some(Principal::User(id(name)));
        self
    }

    /// Adds a role-assignable group with these members; what follows is about it.
    pub fn group(mut self, name: &str, members: &[&str]) -> Self {
        self.groups.push(Group {
            id: group_id(name),
            name: name.into(),
            role_assignable: true,
            members: members.iter().map(|name| id(name)).collect(),
            owners: [].into(),
        });
        self.holder = Some(Principal::Group(group_id(name)));
        self
    }

    /// Makes these the owners of the group just added.
    pub fn owned_by(mut self, owners: &[&str]) -> Self {
        let group = self.groups.last_mut().expect("a group");
        group.owners = owners.iter().map(|name| id(name)).collect();
        self
    }

    /// Makes the group just added an ordinary one, which may not hold roles.
    pub fn ordinary(mut self) -> Self {
        self.groups.last_mut().expect("a group").role_assignable = false;
        self
    }

    /// Adds an administrative unit of these people.
    pub fn unit(mut self, name: &str, members: &[&str]) -> Self {
        self.units.push(AdministrativeUnit {
            id: unit_id(name),
            name: name.into(),
            restricted: false,
            members: members.iter().map(|name| id(name)).collect(),
        });
        self
    }

    /// Gives the unit just added a name that is not its id.
    pub fn called(mut self, name: &str) -> Self {
        self.units.last_mut().expect("a unit").name = name.into();
        self
    }

    /// Makes the unit just added a restricted management unit.
    pub fn restricted(mut self) -> Self {
        self.units.last_mut().expect("a unit").restricted = true;
        self
    }

    /// Gives a role for good over the whole tenant; [`Less`] makes the last one given less.
    pub fn holds(mut self, role: RoleTemplateId) -> Self {
        let holder = self.holder.expect("someone to hold it");
        self.assignments
            .push(RoleAssignment::permanent(holder, role));
        self
    }

    /// Gives an assignment as it is.
    pub fn with(mut self, assignment: RoleAssignment) -> Self {
        self.assignments.push(assignment);
        self
    }

    pub fn blocked(self) -> Self {
        self.but(|user| user.sign_in = SignIn::Blocked)
    }

    pub fn synced(self) -> Self {
        self.but(|user| user.source = UserSource::DirectorySynchronised)
    }

    pub fn guest(self) -> Self {
        self.but(|user| user.kind = UserKind::Guest)
    }

    /// Takes away both ways to reach the person just added.
    pub fn unreachable(self) -> Self {
        self.but(|user| user.contact = ContactDetails::default())
    }

    /// Changes the person just added.
    pub fn but(mut self, change: impl FnOnce(&mut User)) -> Self {
        change(self.users.last_mut().expect("a user"));
        self
    }

    /// Sells these services and no others.
    pub fn sold(mut self, services: &[Service]) -> Self {
        self.services = services.to_vec();
        self
    }

    pub fn bought_from(mut self, partner: &str) -> Self {
        self.organization.purchased_from = PurchaseChannel::Partner {
            name: partner.into(),
        };
        self
    }

    /// Keeps roles under names.
    pub fn role_sets(mut self, sets: &[(&str, &[RoleTemplateId])]) -> Self {
        for (name, roles) in sets {
            let roles = roles.iter().copied().collect();
            self.role_sets.insert((*name).into(), roles);
        }
        self
    }

    /// Makes a role of the tenant's own that allows these actions.
    pub fn custom_role(mut self, name: &str, actions: &[&str]) -> Self {
        self.custom_roles.push(custom_role(name, actions));
        self
    }

    /// Changes what the review goes by.
    pub fn review(mut self, change: impl FnOnce(&mut ReviewSettings)) -> Self {
        change(&mut self.review);
        self
    }

    pub fn directory_sync(mut self) -> Self {
        self.organization.directory_sync = true;
        self
    }

    /// Leaves the initial domain only, and moves everybody there.
    pub fn initial_domain_only(mut self) -> Self {
        self.domains.truncate(1);
        for user in &mut self.users {
            let upn = format!("{}@contoso.onmicrosoft.com", user.profile.display_name);
            user.upn = UserPrincipalName::parse(&upn).expect("a name");
        }
        self
    }

    /// The tenant.
    pub fn build(&self) -> Tenant {
        self.try_build().expect("a fixture is a whole tenant")
    }

    /// The tenant, or what does not hold together in it.
    pub fn try_build(&self) -> Result<Tenant, InvariantError> {
        let mut builder = TenantBuilder::new(self.organization.clone())?;
        for domain in &self.domains {
            builder.domain(domain.clone())?;
        }
        builder.subscription(Subscription {
            id: everything(),
            name: "Everything".into(),
            seats: self.seats,
            services: self.services.clone(),
        })?;
        for user in &self.users {
            builder.user(user.clone())?;
        }
        for deleted in &self.deleted {
            builder.deleted_user(deleted.clone())?;
        }
        for unit in &self.units {
            builder.administrative_unit(unit.clone())?;
        }
        for group in &self.groups {
            builder.group(group.clone())?;
        }
        for assignment in &self.assignments {
            builder.assignment(*assignment)?;
        }
        for (name, roles) in &self.role_sets {
            builder.role_set(name.clone(), roles.clone())?;
        }
        for role in &self.custom_roles {
            builder.custom_role(role.clone())?;
        }
        builder.review_settings(self.review.clone())?;
        builder.build()
    }
}

impl Less for Fixture {
    fn eligible(self) -> Self {
        self.last(Less::eligible)
    }

    fn within(self, unit: &str) -> Self {
        self.last(|held| held.within(unit))
    }

    fn since(self, start: Timestamp) -> Self {
        self.last(|held| held.since(start))
    }

    fn until(self, end: Timestamp) -> Self {
        self.last(|held| held.until(end))
    }
}

impl Fixture {
    fn last(mut self, less: impl FnOnce(RoleAssignment) -> RoleAssignment) -> Self {
        let last = self.assignments.last_mut().expect("an assignment");
        *last = less(*last);
        self
    }
}
