//! A fixed tenant with a bit of everything that came to version 1 after the first files: a
//! certified partner with people who were deleted, role sets, and a history that is chained.

use mandate::domain::audit::chain::{head, link};
use mandate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use mandate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::{Customer, Organization, Partner};
use mandate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::DomainName;
use mandate::domain::user::{DelegatedAdministration, DeletedUser, ProductMail, SignIn};

use super::made::{JANUARY, begin_as, group_id, person, subscription_id, unit_id, user_id};

/// Every kind of record, field and change that [`super::made::everything`] has not.
pub fn everything_later() -> Tenant {
    let mut builder = begin_as(organization());
    let mut anna = person(0, "anna@contoso.nl", "Anna Bakker");
    anna.delegated_administration = DelegatedAdministration::Full;
    let mut bram = person(1, "bram@contoso.nl", "Bram de Wit");
    bram.delegated_administration = DelegatedAdministration::Limited;
    bram.product_mail = ProductMail::Declined;
    bram.licences = vec![subscription_id(0)];
    let mut cas = person(2, "cas@contoso.nl", "Cas in 't Veld");
    cas.product_mail = ProductMail::Declined;
    for user in [anna, bram, cas] {
        builder.user(user).unwrap();
    }
    for deleted in [erik(), dora()] {
        builder.deleted_user(deleted).unwrap();
    }
    builder
        .group(Group {
            id: group_id(0),
            name: "Helpdesk".into(),
            role_assignable: true,
            members: [user_id(1)].into(),
            owners: [user_id(0)].into(),
        })
        .unwrap();
    builder
        .administrative_unit(AdministrativeUnit {
            id: unit_id(0),
            name: "Utrecht".into(),
            restricted: false,
            members: [user_id(2)].into(),
        })
        .unwrap();
    let roles = [
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
        RoleTemplateId::USER_ADMINISTRATOR,
    ];
    builder
        .role_set("Servicedesk".into(), roles.into())
        .unwrap();
    builder
        .role_set("Nothing \"yet\"".into(), [].into())
        .unwrap();
    let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
    let held = RoleAssignment::permanent(Principal::User(user_id(0)), global);
    builder.assignment(held).unwrap();
    for entry in history() {
        builder.audit_entry(entry).unwrap();
    }
    builder.build().unwrap()
}

fn organization() -> Organization {
    let partner = |name: &str, administers| Partner {
        name: name.into(),
        administers,
    };
    let customer = |name: &str, domain| Customer {
        name: name.into(),
        domain: DomainName::parse(domain).unwrap(),
    };
    Organization {
        certified_partner: true,
        deleted_user_days: 14,
        // Not in the order of their names: the order is the organisation's own.
        partners: vec![
            partner("Northwind", true),
            partner("Fabrikam \"Oost\" B.V.", false),
        ],
        customers: vec![
            customer("Woodgrove", "woodgrove.example"),
            customer("Tailspin", "tailspin.example"),
        ],
        ..Organization::new("Contoso")
    }
}

/// Had all a person can have, on a domain that is gone and in a group that is gone.
fn dora() -> DeletedUser {
    let mut user = person(3, "Dora@fabrikam.example", "Dora Evers");
    user.profile.job_title = Some("Beheerder".into());
    user.contact = ContactDetails {
        alternate_email: Some(AlternateEmail::parse("dora@example.org").unwrap()),
        mobile_phone: Some(MobilePhone::imported("+31612345679")),
    };
    user.sign_in = SignIn::Blocked;
    user.licences = vec![subscription_id(0), subscription_id(9)];
    user.delegated_administration = DelegatedAdministration::Limited;
    user.product_mail = ProductMail::Declined;
    let role = RoleTemplateId::HELPDESK_ADMINISTRATOR;
    let permanent = RoleAssignment::permanent(Principal::User(user.id), role);
    let limited = RoleAssignment {
        scope: DirectoryScope::AdministrativeUnit(unit_id(9)),
        kind: AssignmentKind::Eligible,
        start: Some(JANUARY),
        end: Some(Timestamp(JANUARY.0 + 86_400)),
        ..permanent
    };
    let memberships = [
        MemberSet::Members(group_id(0)),
        MemberSet::Members(group_id(9)),
        MemberSet::Owners(group_id(9)),
        MemberSet::Unit(unit_id(0)),
    ];
    DeletedUser {
        user,
        at: JANUARY,
        assignments: [permanent, limited].into(),
        memberships: memberships.into(),
    }
}

/// Had nothing but a name: the one that Bram has now.
fn erik() -> DeletedUser {
    DeletedUser {
        user: person(4, "bram@contoso.nl", "Erik"),
        at: Timestamp(JANUARY.0 + 1),
        assignments: [].into(),
        memberships: [].into(),
    }
}

/// The first entry as an early Mandate wrote it, the others chained to it.
fn history() -> Vec<AuditEntry> {
    let mut entries = Vec::new();
    let steps = [
        vec![AuditItem::TenantFounded(user_id(0))],
        about_people(),
        about_sets(),
        about_things(),
    ];
    for (number, items) in (1..).zip(steps) {
        let mut entry = AuditEntry {
            number,
            at: Timestamp(JANUARY.0 + i64::from(number)),
            actor: user_id(0),
            reason: None,
            ticket: (number == 2).then(|| "CHG-4711 \"spoed\"".into()),
            origin: AuditOrigin::Direct,
            items,
            hash: None,
        };
        if number > 1 {
            entry.hash = Some(link(head(&entries), &entry));
        }
        entries.push(entry);
    }
    entries
}

fn about_people() -> Vec<AuditItem> {
    let events = [
        AccountEvent::Added,
        AccountEvent::Withdrawn,
        AccountEvent::Deleted,
        AccountEvent::Restored,
        AccountEvent::Purged,
        AccountEvent::Kept,
    ];
    let mut items: Vec<_> = events
        .into_iter()
        .map(|event| AuditItem::Account {
            event,
            user: user_id(3),
            upn: "Dora@fabrikam.example".into(),
        })
        .collect();
    items.extend([
        AuditItem::LicenceAssigned(user_id(1), subscription_id(0)),
        AuditItem::LicenceRemoved(user_id(2), subscription_id(1)),
        AuditItem::DelegationChanged {
            user: user_id(0),
            from: DelegatedAdministration::None,
            to: DelegatedAdministration::Full,
        },
        AuditItem::DelegationChanged {
            user: user_id(1),
            from: DelegatedAdministration::Full,
            to: DelegatedAdministration::Limited,
        },
        AuditItem::ProductMailDeclined(user_id(1)),
        AuditItem::ProductMailAccepted(user_id(0)),
        AuditItem::FieldChanged {
            user: user_id(1),
            field: UserField::UserPrincipalName,
            from: Some("bram@contoso.onmicrosoft.com".into()),
            to: Some("bram@contoso.nl".into()),
        },
    ]);
    items
}

fn about_sets() -> Vec<AuditItem> {
    vec![
        AuditItem::MemberAdded(MemberSet::Members(group_id(0)), user_id(1)),
        AuditItem::MemberAdded(MemberSet::Unit(unit_id(0)), user_id(2)),
        AuditItem::MemberRemoved(MemberSet::Owners(group_id(0)), user_id(1)),
    ]
}

/// Every thing, and every property of one.
fn about_things() -> Vec<AuditItem> {
    let changed = |thing, field, from: Option<&str>, to: Option<&str>| AuditItem::Changed {
        thing,
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    };
    let added = |thing, name: &str| AuditItem::Added {
        thing,
        name: name.into(),
    };
    let organization = || Thing::Organization;
    let domain = || Thing::Domain("contoso.nl".into());
    let sold = || Thing::Subscription(subscription_id(0));
    let partner = || Thing::Partner("Fabrikam \"Oost\" B.V.".into());
    let customer = || Thing::Customer("Tailspin".into());
    let set = || Thing::RoleSet("Servicedesk".into());
    let yes = Some("true");
    vec![
        changed(
            organization(),
            ThingField::Name,
            Some("Kontoso"),
            Some("Contoso"),
        ),
        changed(
            organization(),
            ThingField::PurchasedFrom,
            Some("Northwind"),
            None,
        ),
        changed(organization(), ThingField::DirectorySync, yes, None),
        changed(organization(), ThingField::CertifiedPartner, None, yes),
        changed(
            organization(),
            ThingField::DeletedUserDays,
            Some("30"),
            Some("14"),
        ),
        added(domain(), "contoso.nl"),
        changed(domain(), ThingField::Verified, None, yes),
        changed(domain(), ThingField::Default, None, yes),
        added(sold(), "Microsoft 365 E3"),
        changed(sold(), ThingField::Seats, None, Some("25")),
        changed(sold(), ThingField::Services, None, Some("Exchange Online")),
        added(Thing::Group(group_id(0)), "Helpdesk"),
        changed(
            Thing::Group(group_id(0)),
            ThingField::RoleAssignable,
            None,
            yes,
        ),
        added(Thing::Unit(unit_id(0)), "Utrecht"),
        changed(Thing::Unit(unit_id(0)), ThingField::Restricted, yes, None),
        added(set(), "Servicedesk"),
        changed(
            set(),
            ThingField::Roles,
            None,
            Some("729827e3-9c14-49f7-bb1b-9608f156bbb8, fe930be7-5e62-47db-91af-98c3a49a38b1"),
        ),
        added(partner(), "Fabrikam \"Oost\" B.V."),
        changed(partner(), ThingField::Administers, yes, None),
        added(customer(), "Tailspin"),
        changed(
            customer(),
            ThingField::Domain,
            None,
            Some("tailspin.example"),
        ),
        AuditItem::Removed {
            thing: Thing::Customer("Proseware".into()),
            name: "Proseware".into(),
        },
    ]
}
