//! The sample tenant: an invented water company with its roles, groups and history.
//!
//! Owns what it bought, who holds what and why. It keeps to the rules that refuse; what a review
//! would remark on (a Global Administrator without a phone, a blocked account and a guest that
//! hold roles) is there to be found.

use std::collections::BTreeSet;

use super::people::{Account, LEAVER, Licence, NIJMEGEN, PEOPLE, Person};
use super::{DAY, HOUR, SampleError, before, entra, id_of, story};
use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::group::{AdministrativeUnit, Group, MemberSet};
use crate::domain::organization::{
    Domain, Organization, Partner, Service, Subscription, SubscriptionId,
};
use crate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::TenantBuilder;
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::{
    DelegatedAdministration, DeletedUser, Profile, SignIn, User, UserId, UserKind, UserSource,
};

const INITIAL_DOMAIN: &str = "rijnzicht.onmicrosoft.com";
const OWN_DOMAIN: &str = "rijnzicht.example";
const VACANCIES_DOMAIN: &str = "werkenbijrijnzicht.example";
/// More than the sample's history goes back, in seconds.
const YEARS: i64 = 10_000 * DAY;

/// Roles that are given together, under a name.
pub const ROLE_SETS: &[(&str, &[RoleTemplateId])] = &[
    (
        "Servicedesk",
        &[
            RoleTemplateId::HELPDESK_ADMINISTRATOR,
            entra::AUTHENTICATION_ADMINISTRATOR,
            entra::MESSAGE_CENTER_READER,
        ],
    ),
    (
        "Werkplekbeheer",
        &[
            RoleTemplateId::HELPDESK_ADMINISTRATOR,
            entra::INTUNE_ADMINISTRATOR,
            entra::CLOUD_DEVICE_ADMINISTRATOR,
        ],
    ),
];

/// The sample tenant as it is at `now`, which sign-ins and the history are dated from.
#[expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "the sample is part of the program and holds together at any moment; a test builds it"
)]
pub fn dutch_organisation(now: Timestamp) -> Tenant {
    build(now).expect("the sample holds together")
}

fn build(now: Timestamp) -> Result<Tenant, SampleError> {
    // All its times lie within some years of `now`, where a file can hold them.
    let (first, last) = (Timestamp::MIN.0 + YEARS, Timestamp::MAX.0 - YEARS);
    let now = Timestamp(now.0.clamp(first, last));
    let mut builder = TenantBuilder::new(Organization {
        directory_sync: true,
        partners: partners().into(),
        ..Organization::new("Waterbedrijf Rijnzicht")
    })?;
    for name in [INITIAL_DOMAIN, OWN_DOMAIN, VACANCIES_DOMAIN] {
        builder.domain(Domain {
            name: DomainName::parse(name)?,
            verified: true,
            default: name == OWN_DOMAIN,
        })?;
    }
    for subscription in subscriptions() {
        builder.subscription(subscription)?;
    }
    for person in PEOPLE {
        builder.user(user(person, now)?)?;
    }
    builder.deleted_user(leaver(now)?)?;
    for group in groups()? {
        builder.group(group)?;
    }
    for unit in administrative_units() {
        builder.administrative_unit(unit)?;
    }
    for assignment in assignments(now)? {
        builder.assignment(assignment)?;
    }
    for (name, roles) in ROLE_SETS {
        builder.role_set((*name).into(), roles.iter().copied().collect())?;
    }
    for entry in story::history(now)? {
        builder.audit_entry(entry)?;
    }
    Ok(builder.build()?)
}

/// The id of someone in [`PEOPLE`], by the name before the `@`.
pub fn someone(name: &'static str) -> Result<UserId, SampleError> {
    if PEOPLE.iter().any(|person| person.name == name) {
        Ok(user_id(name))
    } else {
        Err(SampleError::Nobody(name))
    }
}

/// The group of the service desk, which holds a role.
pub fn service_desk() -> GroupId {
    GroupId(id_of("group Rol Servicedesk"))
}

/// The loan of a role to the accountant: from the day it was given until the yearly audit ends.
pub fn audit_loan(now: Timestamp) -> Result<RoleAssignment, SampleError> {
    let auditor = Principal::User(someone("olivia.thompson_audit.example.com")?);
    Ok(RoleAssignment {
        start: Some(before(now, 20 * DAY)),
        end: Some(before(now, -40 * DAY)),
        ..RoleAssignment::permanent(auditor, entra::GLOBAL_READER)
    })
}

/// The role that the security adviser takes up when there is an incident.
pub fn incident_role() -> Result<RoleAssignment, SampleError> {
    let adviser = Principal::User(someone("noor.vandermeulen")?);
    Ok(RoleAssignment {
        kind: AssignmentKind::Eligible,
        ..RoleAssignment::permanent(adviser, entra::SECURITY_ADMINISTRATOR)
    })
}

/// The partners: one administers along, the other only advises.
pub fn partners() -> [Partner; 2] {
    let partner = |name: &str, administers| Partner {
        name: name.into(),
        administers,
    };
    [
        partner("Kantelpunt Cloudbeheer", true),
        partner("Waterlinie ICT-advies", false),
    ]
}

/// Who left a few days ago, and can be restored with the role and the places they had.
pub fn leaver(now: Timestamp) -> Result<DeletedUser, SampleError> {
    let user = user(&LEAVER, now)?;
    let holder = Principal::User(user.id);
    let role = RoleTemplateId::USER_ADMINISTRATOR;
    Ok(DeletedUser {
        user,
        at: before(now, 3 * DAY),
        assignments: [RoleAssignment::permanent(holder, role)].into(),
        memberships: [MemberSet::Members(project()), MemberSet::Unit(nijmegen())].into(),
    })
}

fn user_id(name: &str) -> UserId {
    UserId(id_of(&format!("user {name}")))
}

fn desk() -> SubscriptionId {
    SubscriptionId(id_of("subscription Microsoft 365 E5"))
}

fn field() -> SubscriptionId {
    SubscriptionId(id_of("subscription Microsoft 365 F3"))
}

fn customer() -> SubscriptionId {
    SubscriptionId(id_of(
        "subscription Dynamics 365 Customer Service Enterprise",
    ))
}

fn maker() -> SubscriptionId {
    SubscriptionId(id_of("subscription Power Apps Premium"))
}

fn subscriptions() -> [Subscription; 4] {
    let sold = |id, name: &str, seats, services: &[Service]| Subscription {
        id,
        name: name.into(),
        seats,
        services: services.to_vec(),
    };
    let office = [
        Service::ExchangeOnline,
        Service::SharePointOnline,
        Service::SkypeForBusiness,
        Service::Teams,
        Service::Intune,
        Service::VivaEngage,
    ];
    let phone = [
        Service::ExchangeOnline,
        Service::SharePointOnline,
        Service::Teams,
        Service::Intune,
    ];
    [
        sold(desk(), "Microsoft 365 E5", 60, &office),
        sold(field(), "Microsoft 365 F3", 25, &phone),
        sold(
            customer(),
            "Dynamics 365 Customer Service Enterprise",
            10,
            &[Service::Dynamics365],
        ),
        sold(maker(), "Power Apps Premium", 5, &[Service::PowerPlatform]),
    ]
}

fn user(person: &Person, now: Timestamp) -> Result<User, SampleError> {
    let domain = match person.account {
        Account::Member => OWN_DOMAIN,
        Account::Recruitment => VACANCIES_DOMAIN,
        Account::Guest => INITIAL_DOMAIN,
    };
    let is_guest = person.account == Account::Guest;
    let mark = if is_guest { "#EXT#" } else { "" };
    let text = |text: &str| (!text.is_empty()).then(|| text.into());
    let mut licences = match person.licence {
        None => vec![],
        Some(Licence::Desk) => vec![desk()],
        Some(Licence::Maker) => vec![desk(), maker()],
        Some(Licence::Customer) => vec![desk(), customer()],
        Some(Licence::Field) => vec![field()],
    };
    licences.sort_unstable();
    Ok(User {
        id: user_id(person.name),
        upn: UserPrincipalName::parse(&format!("{}{mark}@{domain}", person.name))?,
        profile: Profile {
            display_name: format!("{} {}", person.given, person.surname).into(),
            given_name: text(person.given),
            surname: text(person.surname),
            job_title: text(person.title),
            department: text(person.department),
            office: text(person.office),
            usage_location: (!is_guest).then(|| "NL".into()),
        },
        contact: ContactDetails {
            alternate_email: person.email.map(AlternateEmail::parse).transpose()?,
            // Not parsed: the phone library needs a noticeable moment before its first number,
            // and the sample opens while someone waits. A test parses them all.
            mobile_phone: person
                .phone
                .map(|digits| MobilePhone::imported(&format!("+31612345{digits}"))),
        },
        kind: if is_guest {
            UserKind::Guest
        } else {
            UserKind::Member
        },
        source: if person.synchronised {
            UserSource::DirectorySynchronised
        } else {
            UserSource::Cloud
        },
        sign_in: if person.blocked {
            SignIn::Blocked
        } else {
            SignIn::Allowed
        },
        must_change_password: person.must_change_password,
        // Not on the whole hour, as nobody signs in.
        last_sign_in: person
            .seen
            .map(|hours| before(now, hours * HOUR + hours * 137 % HOUR)),
        licences,
        delegated_administration: DelegatedAdministration::None,
        product_mail: person.product_mail,
    })
}

fn groups() -> Result<[Group; 3], SampleError> {
    let people = |names: &[&'static str]| -> Result<BTreeSet<UserId>, SampleError> {
        names.iter().copied().map(someone).collect()
    };
    Ok([
        Group {
            id: service_desk(),
            name: "Rol Servicedesk".into(),
            role_assignable: true,
            members: people(&["fatima.elamrani", "kevin.smits", "lukasz.nowak"])?,
            owners: people(&["priya.ramdin"])?,
        },
        Group {
            id: GroupId(id_of("group Storingsdienst")),
            name: "Storingsdienst".into(),
            role_assignable: false,
            members: people(&[
                "gerrit.tenbrinke",
                "hassan.aydin",
                "kees.van.'t.hof",
                "abdullah.karaca",
            ])?,
            owners: people(&["sjoerd.hoekstra"])?,
        },
        Group {
            id: project(),
            name: "Project Zuivering 2030".into(),
            role_assignable: false,
            members: people(&[
                "miguel.fernandez",
                "annelies.claessens",
                "frank.maas",
                "emma.lefevre_eau.example.com",
            ])?,
            owners: people(&["sjoerd.hoekstra", "evelien.sanders"])?,
        },
    ])
}

fn project() -> GroupId {
    GroupId(id_of("group Project Zuivering 2030"))
}

fn nijmegen() -> AdministrativeUnitId {
    AdministrativeUnitId(id_of("unit Vestiging Nijmegen"))
}

fn administrative_units() -> [AdministrativeUnit; 2] {
    let unit = |id, name: &str, restricted, belongs: fn(&Person) -> bool| AdministrativeUnit {
        id,
        name: name.into(),
        restricted,
        members: PEOPLE
            .iter()
            .filter(|person| belongs(person))
            .map(|person| user_id(person.name))
            .collect(),
    };
    let board = AdministrativeUnitId(id_of("unit Directie"));
    [
        unit(nijmegen(), "Vestiging Nijmegen", false, |person| {
            person.office == NIJMEGEN
        }),
        unit(board, "Directie", true, |person| {
            person.department == "Directie"
        }),
    ]
}

/// Who holds what for good, over the whole tenant.
const PERMANENT: &[(&str, RoleTemplateId)] = &[
    ("sanne.devries", RoleTemplateId::GLOBAL_ADMINISTRATOR),
    ("daan.bakker", RoleTemplateId::GLOBAL_ADMINISTRATOR),
    ("joelle.peeters", RoleTemplateId::GLOBAL_ADMINISTRATOR),
    ("anneke.visser", RoleTemplateId::BILLING_ADMINISTRATOR),
    ("ruud.scholten", RoleTemplateId::BILLING_ADMINISTRATOR),
    ("mehmet.yilmaz", RoleTemplateId::EXCHANGE_ADMINISTRATOR),
    (
        "mehmet.yilmaz",
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
    ),
    ("wim.jansen", RoleTemplateId::EXCHANGE_ADMINISTRATOR),
    ("lotte.vermeulen", RoleTemplateId::SHAREPOINT_ADMINISTRATOR),
    (
        "lotte.vermeulen",
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
    ),
    ("jasper.kok", RoleTemplateId::SHAREPOINT_ADMINISTRATOR),
    ("bram.hendriks", RoleTemplateId::SKYPE_ADMINISTRATOR),
    ("bram.hendriks", entra::TEAMS_ADMINISTRATOR),
    ("zoe.janssens", RoleTemplateId::SKYPE_ADMINISTRATOR),
    ("zoe.janssens", entra::POWER_PLATFORM_ADMINISTRATOR),
    ("zoe.janssens", entra::APPLICATION_ADMINISTRATOR),
    ("priya.ramdin", RoleTemplateId::HELPDESK_ADMINISTRATOR),
    ("priya.ramdin", entra::AUTHENTICATION_ADMINISTRATOR),
    ("tjeerd.wiersma", RoleTemplateId::HELPDESK_ADMINISTRATOR),
    ("tjeerd.wiersma", entra::INTUNE_ADMINISTRATOR),
    ("tjeerd.wiersma", entra::CLOUD_DEVICE_ADMINISTRATOR),
    ("rene.kuipers", RoleTemplateId::USER_ADMINISTRATOR),
    ("rene.kuipers", entra::GROUPS_ADMINISTRATOR),
    ("esther.vandam", RoleTemplateId::USER_ADMINISTRATOR),
    ("noor.vandermeulen", entra::SECURITY_READER),
    ("mirjam.cohen", entra::COMPLIANCE_ADMINISTRATOR),
    ("ozgur.demir", entra::REPORTS_READER),
    ("gijs.brouwer", entra::LICENSE_ADMINISTRATOR),
    ("naima.haddad", entra::GUEST_INVITER),
    ("ingrid.prins", entra::MESSAGE_CENTER_READER),
];

fn assignments(now: Timestamp) -> Result<Vec<RoleAssignment>, SampleError> {
    let mut assignments = Vec::new();
    for &(name, role) in PERMANENT {
        let holder = Principal::User(someone(name)?);
        assignments.push(RoleAssignment::permanent(holder, role));
    }
    assignments.push(RoleAssignment::permanent(
        Principal::Group(service_desk()),
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
    ));
    let coordinator = Principal::User(someone("patrick.evers")?);
    assignments.push(RoleAssignment {
        scope: DirectoryScope::AdministrativeUnit(nijmegen()),
        ..RoleAssignment::permanent(coordinator, RoleTemplateId::USER_ADMINISTRATOR)
    });
    assignments.push(audit_loan(now)?);
    assignments.push(incident_role()?);
    Ok(assignments)
}
