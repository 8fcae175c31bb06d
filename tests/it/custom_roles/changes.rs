//! Making, changing and deleting them: the history, undo, and what can't be.

use std::sync::Arc;

use mandate::domain::apply::{Assent, Impossible, Refusal, apply};
use mandate::domain::audit::{AuditItem, Thing, ThingField};
use mandate::domain::command::Command;
use mandate::domain::custom_role::CustomRole;
use mandate::domain::delegation::Context;
use mandate::domain::diff::{Diff, Difference};
use mandate::domain::office365::Office365Permission;
use mandate::domain::resource_action::ResourceAction;
use mandate::domain::role::{Principal, RoleAssignment};
use mandate::domain::rule::Rule;
use mandate::domain::tenant::Tenant;
use mandate::session::Session;

use super::{CREATE, PASSWORDS, TICKETS, delete, make};
use crate::support::{
    NOW, context, custom_role, fixture, given_to_group, group_id, id, role_id, roles,
};

fn run(tenant: &mut Tenant, command: &Command) -> Result<Option<u32>, Refusal> {
    let assent = Assent::because("it is needed");
    apply(&context(), tenant, id("anna"), command, &assent).map(|applied| applied.entry)
}

fn assign(name: &str) -> Command {
    Command::AssignRole(RoleAssignment::permanent(
        Principal::User(id("piet")),
        role_id(name),
    ))
}

#[test]
fn the_history_tells_what_the_role_allows_and_no_longer_allows() {
    let mut tenant = fixture().build();
    let described = CustomRole {
        description: "Klachten".into(),
        ..custom_role("Tickets", &[TICKETS])
    };
    run(&mut tenant, &make(described)).unwrap();
    let renamed = CustomRole {
        name: "Meldingen".into(),
        ..custom_role("Tickets", &[CREATE])
    };
    run(&mut tenant, &make(renamed)).unwrap();
    run(&mut tenant, &delete("Tickets")).unwrap();

    let thing = Thing::CustomRole(role_id("Tickets"));
    let changed = |field, from: Option<&str>, to: Option<&str>| AuditItem::Changed {
        thing: thing.clone(),
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    };
    let items: Vec<_> = tenant.audit().iter().map(|entry| &*entry.items).collect();
    let expected: [&[AuditItem]; 3] = [
        &[
            AuditItem::Added {
                thing: thing.clone(),
                name: "Tickets".into(),
            },
            changed(ThingField::Description, None, Some("Klachten")),
            changed(ThingField::Action, None, Some(TICKETS)),
        ],
        &[
            changed(ThingField::Name, Some("Tickets"), Some("Meldingen")),
            changed(ThingField::Description, Some("Klachten"), None),
            changed(ThingField::Action, Some(TICKETS), None),
            changed(ThingField::Action, None, Some(CREATE)),
        ],
        &[
            AuditItem::Removed {
                thing: thing.clone(),
                name: "Meldingen".into(),
            },
            changed(ThingField::Action, Some(CREATE), None),
        ],
    ];
    assert_eq!(items, expected);
}

#[test]
fn undoing_all_of_it_leads_back() {
    let before = fixture().custom_role("Tickets", &[TICKETS]).build();
    let mut session = Session::opened(before.clone(), Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).unwrap();
    let because = Assent::because("it is needed");
    let commands = [
        make(custom_role("Nieuw", &[CREATE])),
        assign("Nieuw"),
        make(custom_role("Nieuw", &[CREATE, PASSWORDS])),
        delete("Tickets"),
    ];
    for command in &commands {
        session.execute(command, &because).unwrap();
    }
    for _ in &commands {
        session.undo().unwrap();
    }
    assert!(session.tenant().same_state(&before));
    for _ in &commands {
        session.redo().unwrap();
    }
    let roles = session.tenant().custom_roles();
    assert_eq!(roles.len(), 1);
    assert_eq!(roles[&role_id("Nieuw")].actions.len(), 2);
}

#[test]
fn a_batch_makes_a_role_and_gives_it() {
    let mut tenant = fixture().build();
    let batch = Command::Batch(vec![
        make(custom_role("Nieuw", &[TICKETS])),
        assign("Nieuw"),
    ]);
    run(&mut tenant, &batch).unwrap();
    assert!(tenant.is_administrator(id("piet"), NOW));
}

#[test]
fn what_its_holders_may_do_follows_its_actions() {
    // Whoever manages support tickets may; nothing else asks for it, so the least is asked:
    // managing the organisation's data.
    let manage = "microsoft.directory/organization/allProperties/allTasks";
    let mut tenant = fixture().custom_role("Kantoor", &[TICKETS]).build();
    run(&mut tenant, &assign("Kantoor")).unwrap();
    let rename = |name: &str| {
        let mut organization = tenant.organization().clone();
        organization.name = name.into();
        Command::EditOrganization(Box::new(organization))
    };
    let [first, second] = ["Een", "Twee"].map(rename);
    let as_piet = |tenant: &mut Tenant, command| {
        apply(&context(), tenant, id("piet"), command, &Assent::default())
    };
    let Err(Refusal::Policy(decision)) = as_piet(&mut tenant, &first) else {
        panic!("piet may not");
    };
    assert!(decision.refused_by(Rule::DenyByDefault));
    run(&mut tenant, &make(custom_role("Kantoor", &[manage]))).unwrap();
    as_piet(&mut tenant, &first).unwrap();
    run(&mut tenant, &make(custom_role("Kantoor", &[TICKETS]))).unwrap();
    as_piet(&mut tenant, &second).unwrap_err();
    let catalogue = roles().for_tenant(&tenant);
    let grant = catalogue.grant(role_id("Kantoor"), Office365Permission::ManageOrgData);
    assert_eq!(grant, mandate::domain::office365::Grant::No);
}

#[test]
fn a_stale_catalogue_makes_no_difference_to_the_gate() {
    let old = fixture().custom_role("Kantoor", &[TICKETS]).build();
    let stale = roles().for_tenant(&old).into_owned();
    let mut tenant = fixture().custom_role("Nieuw", &[TICKETS]).build();
    let context = Context {
        catalogue: &stale,
        now: NOW,
    };
    let assent = Assent::because("it is needed");
    let applied = apply(&context, &mut tenant, id("anna"), &assign("Nieuw"), &assent);
    applied.unwrap();
    let refused = apply(
        &context,
        &mut tenant,
        id("anna"),
        &assign("Kantoor"),
        &assent,
    );
    assert!(matches!(refused, Err(Refusal::Policy(_))));
}

#[test]
fn a_role_in_use_stays() {
    let in_use = Err(Refusal::Impossible(Impossible::RoleInUse("Tickets".into())));
    let with = || fixture().custom_role("Tickets", &[TICKETS]);

    let mut held = with().build();
    run(&mut held, &assign("Tickets")).unwrap();
    assert_eq!(run(&mut held, &delete("Tickets")), in_use);

    let mut of_group = with()
        .group("admins", &[])
        .with(given_to_group("admins", role_id("Tickets")))
        .build();
    assert_eq!(run(&mut of_group, &delete("Tickets")), in_use);
    assert!(of_group.groups().contains_key(&group_id("admins")));

    let mut of_gone = with().build();
    run(&mut of_gone, &assign("Tickets")).unwrap();
    run(&mut of_gone, &Command::DeleteUser(id("piet"))).unwrap();
    assert_eq!(run(&mut of_gone, &delete("Tickets")), in_use);

    let mut in_set = with()
        .role_sets(&[("Balie", &[role_id("Tickets")])])
        .build();
    assert_eq!(run(&mut in_set, &delete("Tickets")), in_use);

    let mut free = with().build();
    assert_eq!(run(&mut free, &delete("Tickets")), Ok(Some(1)));
}

#[test]
fn what_can_not_be_a_role_is_refused() {
    let tenant = fixture().custom_role("Tickets", &[TICKETS]).build();
    let impossible = |role: CustomRole| {
        let Err(Refusal::Impossible(why)) = run(&mut tenant.clone(), &make(role)) else {
            panic!("refused");
        };
        why
    };
    let named = |name: &str| CustomRole {
        name: name.into(),
        ..custom_role("Nieuw", &[TICKETS])
    };
    assert_eq!(impossible(named("  ")), Impossible::NoName);
    assert_eq!(
        impossible(named("tickets")),
        Impossible::NameTaken("Tickets".into())
    );
    let long = "n".repeat(257);
    assert_eq!(
        impossible(named(&long)),
        Impossible::TextTooLong(long.into())
    );
    assert_eq!(impossible(custom_role("Nieuw", &[])), Impossible::NoActions);
    let described = |length| CustomRole {
        description: "d".repeat(length).into(),
        ..custom_role("Nieuw", &[TICKETS])
    };
    assert!(matches!(
        impossible(described(1025)),
        Impossible::TextTooLong(_)
    ));
    run(&mut tenant.clone(), &make(described(1024))).unwrap();
    assert_eq!(
        run(&mut tenant.clone(), &delete("Niets")),
        Err(Refusal::Impossible(Impossible::NoSuchRole(role_id(
            "Niets"
        ))))
    );
}

#[test]
fn its_holders_are_told_of_a_change() {
    let mut tenant = fixture()
        .user("kees")
        .custom_role("Tickets", &[TICKETS])
        .group("admins", &["kees"])
        .with(given_to_group("admins", role_id("Tickets")))
        .build();
    run(&mut tenant, &assign("Tickets")).unwrap();
    let assent = Assent::because("it is needed");
    let command = make(custom_role("Tickets", &[CREATE]));
    let applied = apply(&context(), &mut tenant, id("anna"), &command, &assent).unwrap();
    let mut expected = vec![id("kees"), id("piet")];
    expected.sort_unstable();
    assert_eq!(applied.touched, expected);
}

#[test]
fn comparing_two_tenants_tells_of_roles_and_of_what_the_review_goes_by() {
    let before = fixture().custom_role("Tickets", &[TICKETS]).build();
    let after = fixture()
        .custom_role("Tickets", &[CREATE])
        .review(|review| {
            review.thresholds.most_global_administrators = 5;
            review.break_glass.insert(id("anna"));
        })
        .build();
    let thing = Thing::CustomRole(role_id("Tickets"));
    let action = |text: &str| -> Box<str> { ResourceAction::parse(text).unwrap().as_str().into() };
    let changed = |thing, field, from: Option<Box<str>>, to: Option<Box<str>>| {
        Difference::Item(AuditItem::Changed {
            thing,
            field,
            from,
            to,
        })
    };
    let differences: Vec<_> = Diff::between(&before, &after).differences.clone();
    for expected in [
        changed(
            thing.clone(),
            ThingField::Action,
            Some(action(TICKETS)),
            None,
        ),
        changed(thing, ThingField::Action, None, Some(action(CREATE))),
        changed(
            Thing::Review,
            ThingField::MostGlobalAdministrators,
            Some("4".into()),
            Some("5".into()),
        ),
        Difference::Item(AuditItem::Added {
            thing: Thing::BreakGlass(id("anna")),
            name: "anna@contoso.nl".into(),
        }),
    ] {
        assert!(
            differences.contains(&expected),
            "{expected:?} in {differences:?}"
        );
    }
    assert_eq!(differences.len(), 4);
}

#[test]
fn the_name_of_a_built_in_role_is_taken() {
    let odd = fixture().custom_role("Guest Inviter", &[TICKETS]).build();
    let named = |name: &str| CustomRole {
        name: name.into(),
        ..custom_role("Nieuw", &[TICKETS])
    };
    for (name, taken) in [
        ("guest inviter", "Guest Inviter"),
        ("Gastnodiger", "Gastnodiger"),
    ] {
        let refused = run(&mut fixture().build(), &make(named(name)));
        let why = Impossible::NameTaken(taken.into());
        assert_eq!(refused, Err(Refusal::Impossible(why)), "{name}");
    }
    // One that a file brought may change all but into another such name.
    let described = CustomRole {
        description: "Klachten".into(),
        ..custom_role("Guest Inviter", &[TICKETS])
    };
    assert_eq!(run(&mut odd.clone(), &make(described)), Ok(Some(1)));
}

#[test]
fn a_role_with_an_action_that_no_list_has_comes_back_by_undoing() {
    let gone = "microsoft.gone/things/do";
    let before = fixture().custom_role("Oud", &[gone, TICKETS]).build();
    let because = Assent::because("it is needed");
    for command in [delete("Oud"), make(custom_role("Oud", &[TICKETS]))] {
        let mut session = Session::opened(before.clone(), Arc::clone(roles()), || NOW);
        session.sign_in(id("anna")).unwrap();
        session.execute(&command, &because).unwrap();
        session.undo().unwrap();
        assert!(session.tenant().same_state(&before), "{command:?}");
        // Who is no Global Administrator any more takes nothing back.
        session.redo().unwrap();
        let mut tenant = session.tenant().clone();
        let assent = Assent {
            origin: mandate::domain::audit::AuditOrigin::Undo(1),
            ..because.clone()
        };
        let back = make(custom_role("Oud", &[gone, TICKETS]));
        let refused = apply(&context(), &mut tenant, id("piet"), &back, &assent);
        assert!(matches!(refused, Err(Refusal::Policy(_))), "{refused:?}");
    }
}
