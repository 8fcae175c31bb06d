//! The people of the cast in a tenant of Mandate's.

use std::collections::{BTreeSet, HashMap};

use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::{Domain, Organization, Service, Subscription, SubscriptionId};
use mandate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{DeletedUser, SignIn, User, UserId, UserKind, UserSource};
use uuid::Uuid;

use super::cast::{How, Someone, Tie};

/// 2026-11-22T12:00:00Z.
pub const NOW: Timestamp = Timestamp(1_795_348_800);
const DAY: i64 = 86_400;

pub const ORDINARY: GroupId = GroupId(Uuid::from_u64_pair(2, 1));
pub const ROLE_ASSIGNABLE: GroupId = GroupId(Uuid::from_u64_pair(2, 2));
pub const UNIT: AdministrativeUnitId = AdministrativeUnitId(Uuid::from_u64_pair(3, 1));
const RESTRICTED: AdministrativeUnitId = AdministrativeUnitId(Uuid::from_u64_pair(3, 2));
pub const EVERYTHING: SubscriptionId = SubscriptionId(Uuid::from_u64_pair(4, 1));

/// Role names and their ids.
pub struct Roles(pub HashMap<String, RoleTemplateId>);

impl Roles {
    pub fn id(&self, name: &str) -> RoleTemplateId {
        *self
            .0
            .get(name)
            .unwrap_or_else(|| panic!("no role `{name}`"))
    }
}

/// The id of the person called `name`: different for different names.
pub fn id(name: &str) -> UserId {
    UserId(Uuid::from_u64_pair(1, hash(name)))
}

fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A person who holds nothing yet.
pub fn user(name: &str) -> User {
    let upn = format!("u{:x}@contoso.nl", hash(name));
    let upn = UserPrincipalName::parse(&upn).expect("a name");
    User::new(id(name), upn, name)
}

pub fn organization() -> Organization {
    Organization {
        certified_partner: true,
        ..Organization::new("Contoso")
    }
}

pub fn domains() -> Vec<Domain> {
    let domain = |name, default| Domain {
        name: DomainName::parse(name).expect("a domain"),
        verified: true,
        default,
    };
    vec![
        domain("contoso.onmicrosoft.com", true),
        domain("contoso.nl", false),
    ]
}

pub fn subscription(seats: u32) -> Subscription {
    Subscription {
        id: EVERYTHING,
        name: "Everything".into(),
        seats,
        services: Service::ALL.to_vec(),
    }
}

pub fn assignment(principal: Principal, role: RoleTemplateId, how: How) -> RoleAssignment {
    let mut assignment = RoleAssignment::permanent(principal, role);
    match how {
        How::Directly | How::ThroughGroup => {}
        How::Eligible => assignment.kind = AssignmentKind::Eligible,
        How::Over => assignment.end = Some(Timestamp(NOW.0 - DAY)),
        How::ToCome => assignment.start = Some(Timestamp(NOW.0 + DAY)),
        How::Passing => assignment.end = Some(Timestamp(NOW.0 + DAY)),
        How::OverUnit => assignment.scope = DirectoryScope::AdministrativeUnit(UNIT),
        How::OverRestrictedUnit => {
            assignment.scope = DirectoryScope::AdministrativeUnit(RESTRICTED);
        }
    }
    assignment
}

/// A tenant of these people.
pub fn build(roles: &Roles, people: &[Someone], deleted: &[Someone]) -> Tenant {
    let mut builder = TenantBuilder::new(organization()).expect("an organisation");
    for domain in domains() {
        builder.domain(domain).expect("a domain");
    }
    builder
        .subscription(subscription(1_000))
        .expect("a subscription");
    for someone in people {
        let mut user = user(&someone.name);
        if someone.synchronised {
            user.source = UserSource::DirectorySynchronised;
        }
        if someone.blocked {
            user.sign_in = SignIn::Blocked;
        }
        if someone.guest {
            user.kind = UserKind::Guest;
        }
        builder.user(user).expect("a person");
    }
    for (unit, name, restricted) in [(UNIT, "Noord", false), (RESTRICTED, "Kluis", true)] {
        let members = BTreeSet::new();
        let unit = AdministrativeUnit {
            id: unit,
            name: name.into(),
            restricted,
            members,
        };
        builder.administrative_unit(unit).expect("a unit");
    }
    for group in groups(people) {
        builder.group(group).expect("a group");
    }
    for someone in people {
        for (role, how) in &someone.held {
            let principal = match how {
                How::ThroughGroup => Principal::Group(own_group(someone)),
                _ => Principal::User(id(&someone.name)),
            };
            let assignment = assignment(principal, roles.id(role), *how);
            builder.assignment(assignment).expect("an assignment");
        }
    }
    for someone in deleted {
        builder
            .deleted_user(deleted_user(roles, someone))
            .expect("a deleted person");
    }
    builder.build().expect("a whole tenant")
}

fn own_group(someone: &Someone) -> GroupId {
    GroupId(Uuid::from_u64_pair(5, hash(&someone.name)))
}

fn groups(people: &[Someone]) -> Vec<Group> {
    let tied = |tie| -> BTreeSet<UserId> {
        let tied = people.iter().filter(|someone| someone.tie == Some(tie));
        tied.map(|someone| id(&someone.name)).collect()
    };
    let mut groups = vec![
        Group {
            id: ORDINARY,
            name: "Ordinary".into(),
            role_assignable: false,
            members: tied(Tie::MemberOfOrdinary),
            owners: BTreeSet::new(),
        },
        Group {
            id: ROLE_ASSIGNABLE,
            name: "Role-assignable".into(),
            role_assignable: true,
            members: tied(Tie::MemberOfRoleAssignable),
            owners: tied(Tie::OwnerOfRoleAssignable),
        },
    ];
    for someone in people {
        let through = |(_, how): &(String, How)| *how == How::ThroughGroup;
        if someone.held.iter().any(through) {
            groups.push(Group {
                id: own_group(someone),
                name: someone.name.as_str().into(),
                role_assignable: true,
                members: [id(&someone.name)].into(),
                owners: BTreeSet::new(),
            });
        }
    }
    groups
}

fn deleted_user(roles: &Roles, someone: &Someone) -> DeletedUser {
    let user = user(&someone.name);
    let principal = Principal::User(user.id);
    let held = someone.held.iter();
    let assignments = held.map(|(role, how)| assignment(principal, roles.id(role), *how));
    let tie = someone.tie.map(|_| MemberSet::Members(ROLE_ASSIGNABLE));
    DeletedUser {
        at: Timestamp(NOW.0 - DAY),
        assignments: assignments.collect(),
        memberships: tie.into_iter().collect(),
        user,
    }
}
