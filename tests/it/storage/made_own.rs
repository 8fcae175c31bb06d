//! A fixed tenant with what came to version 1 last: roles of its own, and what its review goes by.

use mandate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, Thing, ThingField};
use mandate::domain::custom_role::CustomRole;
use mandate::domain::organization::Organization;
use mandate::domain::resource_action::ResourceAction;
use mandate::domain::review::{
    Acceptance, FindingAbout, FindingCode, FindingKey, ReviewSettings, Thresholds,
};
use mandate::domain::role::{GroupId, Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use uuid::uuid;

use super::made::{JANUARY, begin_as, group_id, person, user_id};

/// A role of the tenant's own.
pub const TICKETS: RoleTemplateId = RoleTemplateId(uuid!("55555555-0000-4000-8000-000000000000"));
/// Another, whose actions no list has.
pub const OLD: RoleTemplateId = RoleTemplateId(uuid!("55555555-0000-4000-8000-000000000001"));

/// Every kind of record, field and change that the earlier two have not.
pub fn everything_own() -> Tenant {
    let mut builder = begin_as(Organization::new("Contoso"));
    builder
        .user(person(0, "anna@contoso.nl", "Anna Bakker"))
        .unwrap();
    let action = |text: &str| ResourceAction::parse(text).unwrap();
    builder
        .custom_role(CustomRole {
            id: TICKETS,
            name: "Meldingen \"balie\"".into(),
            description: "Wat binnenkomt".into(),
            actions: [
                action("microsoft.office365.supportTickets/allEntities/allTasks"),
                action("microsoft.directory/users/password/update"),
            ]
            .into(),
        })
        .unwrap();
    builder
        .custom_role(CustomRole {
            id: OLD,
            name: "Oud".into(),
            description: "".into(),
            actions: [action("contoso.gone/$things/a-b/c_d/do")].into(),
        })
        .unwrap();
    for role in [RoleTemplateId::GLOBAL_ADMINISTRATOR, TICKETS] {
        let held = RoleAssignment::permanent(Principal::User(user_id(0)), role);
        builder.assignment(held).unwrap();
    }
    builder.role_set("Balie".into(), [OLD].into()).unwrap();
    builder.review_settings(review()).unwrap();
    builder
        .audit_entry(AuditEntry {
            number: 1,
            at: JANUARY,
            actor: user_id(0),
            reason: None,
            ticket: None,
            origin: AuditOrigin::Direct,
            items: items(),
            hash: None,
        })
        .unwrap();
    builder.build().unwrap()
}

fn review() -> ReviewSettings {
    let accepted = |code, about, people: &[u128]| {
        let acceptance = Acceptance {
            reason: "Besproken met \"de directie\"".into(),
            until: Timestamp(JANUARY.0 + 86_400),
            people: people.iter().copied().map(user_id).collect(),
        };
        (FindingKey { code, about }, acceptance)
    };
    let helpdesk = FindingAbout::Role(RoleTemplateId::HELPDESK_ADMINISTRATOR);
    let group = FindingAbout::Group(group_id(0));
    ReviewSettings {
        thresholds: Thresholds {
            fewest_global_administrators: 1,
            most_global_administrators: 3,
            limit_global_administrators: 5,
            most_privileged_assignments: 20,
        },
        // The second is nobody any more.
        break_glass: [user_id(0), user_id(9)].into(),
        accepted: [
            accepted(FindingCode::GuestsHoldRoles, FindingAbout::Tenant, &[0, 9]),
            accepted(FindingCode::RoleNotAssignable, helpdesk, &[]),
            accepted(FindingCode::UnprotectedGroupOwners, group, &[0]),
        ]
        .into(),
    }
}

fn items() -> Vec<AuditItem> {
    let changed = |thing: &Thing, field| AuditItem::Changed {
        thing: thing.clone(),
        field,
        from: Some("3".into()),
        to: Some("4".into()),
    };
    let role = Thing::CustomRole(TICKETS);
    let acceptance = Thing::Acceptance("guests-hold-roles".into());
    vec![
        AuditItem::Added {
            thing: role.clone(),
            name: "Meldingen".into(),
        },
        changed(&role, ThingField::Description),
        changed(&role, ThingField::Action),
        changed(&Thing::Review, ThingField::FewestGlobalAdministrators),
        changed(&Thing::Review, ThingField::MostGlobalAdministrators),
        changed(&Thing::Review, ThingField::LimitGlobalAdministrators),
        changed(&Thing::Review, ThingField::MostPrivilegedAssignments),
        AuditItem::Removed {
            thing: Thing::BreakGlass(user_id(0)),
            name: "anna@contoso.nl".into(),
        },
        changed(&acceptance, ThingField::Reason),
        changed(&acceptance, ThingField::Until),
        changed(&acceptance, ThingField::People),
    ]
}

/// What an acceptance can be about, besides the tenant.
pub fn abouts() -> [FindingAbout; 3] {
    [
        FindingAbout::Tenant,
        FindingAbout::Role(OLD),
        FindingAbout::Group(GroupId(OLD.0)),
    ]
}

#[test]
fn every_finding_has_a_key_that_is_read_back() {
    let mut keys = std::collections::BTreeSet::new();
    for code in FindingCode::ALL {
        for about in abouts() {
            let key = FindingKey { code, about };
            assert_eq!(FindingKey::parse(&key.to_text()), Some(key));
            assert!(keys.insert(key.to_text()));
        }
    }
    for wrong in [
        "",
        "guests",
        "guests-hold-roles/",
        "guests-hold-roles/role",
        "guests-hold-roles/role/x",
        "guests-hold-roles/user/55555555-0000-4000-8000-000000000000",
        "guests-hold-roles/role/55555555-0000-4000-8000-000000000000/",
    ] {
        assert_eq!(FindingKey::parse(wrong), None, "{wrong}");
    }
}
