//! What nobody can do, and what is held for nothing, in small tenants.

use mandate::domain::effective::{Need, exceeding, redundant_roles, uncovered_tasks};
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::{HeldThrough, Tenant};

use super::{LICENSE, LIFECYCLE, PURVIEW_READER, names, task, texts, to_do};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less, PASSWORD, REPORTS_READER, SERVICE,
    SHAREPOINT, TOMORROW, USERS, context, empty, fixture, group_id, id, role_id, roles,
};

fn is_uncovered(tenant: &Tenant, task: &Need) -> bool {
    let found = uncovered_tasks(&context(), tenant);
    found.iter().any(|id| Need::Task(*id) == *task)
}

#[test]
fn a_task_is_uncovered_when_nobody_at_work_has_a_role_for_it() {
    let workflow = task("Lifecycle workflows", "Workflow creation");
    let uncovered = |tenant: Fixture| is_uncovered(&tenant.build(), &workflow);
    let someone = || empty().user("lia").holds(LIFECYCLE);
    assert!(uncovered(empty()));
    assert!(!uncovered(someone()));
    assert!(uncovered(someone().eligible()));
    assert!(uncovered(someone().since(TOMORROW)));
    assert!(uncovered(empty().user("lia").blocked().holds(LIFECYCLE)));
    assert!(!uncovered(
        empty()
            .user("lia")
            .group("flows", &["lia"])
            .holds(LIFECYCLE)
    ));
    assert!(uncovered(empty().group("flows", &[]).holds(LIFECYCLE)));
    // A Global Administrator does what any role does, and covers everything there is.
    assert!(!uncovered(fixture()));
    assert!(uncovered_tasks(&context(), &fixture().build()).is_empty());
}

#[test]
fn what_no_directory_role_does_is_left_out() {
    let nobody = empty().build();
    assert!(!is_uncovered(
        &nobody,
        &task("Entra Connect Health", "Settings")
    ));
    assert!(!is_uncovered(
        &nobody,
        &task("Devices", "Read basic configuration")
    ));
    // Of 211 tasks, these many are done by directory roles.
    let done = (0..roles().tasks().len()).filter(|at| {
        let id = mandate::domain::catalogue::TaskId(u16::try_from(*at).unwrap());
        !Need::Task(id).served_by(roles()).is_empty()
    });
    assert_eq!(uncovered_tasks(&context(), &nobody).len(), done.count());
}

#[test]
fn two_roles_that_go_together_are_needed_of_one_person() {
    let run = task("Sign-in diagnostic", "Run from sign-in logs");
    let apart = empty()
        .user("bill")
        .holds(BILLING)
        .user("rita")
        .holds(REPORTS_READER);
    assert!(is_uncovered(&apart.build(), &run));
    let both = empty().user("bill").holds(BILLING).holds(REPORTS_READER);
    assert!(!is_uncovered(&both.build(), &run));
}

/// Who holds what for nothing, and what contains it.
fn redundant(tenant: &Fixture) -> Vec<(RoleTemplateId, Option<RoleTemplateId>)> {
    let tenant = tenant.build();
    let catalogue = context().catalogue.for_tenant(&tenant);
    let context = mandate::domain::delegation::Context {
        catalogue: &catalogue,
        ..context()
    };
    redundant_roles(&context, &tenant)
        .into_iter()
        .map(|one| (one.assignment.role, one.contained_in))
        .collect()
}

#[test]
fn a_role_within_another_is_redundant() {
    // Password Administrator resets passwords and reads the portal; Helpdesk does more. Its
    // grant counts as well: the classic matrix limits Helpdesk, which Password is not.
    let hugo = fixture().user("hugo").holds(PASSWORD);
    assert_eq!(redundant(&hugo), []);
    assert_eq!(redundant(&hugo.clone().holds(HELPDESK)), []);
    let both = fixture().user("hugo").holds(PASSWORD).holds(GLOBAL);
    assert_eq!(redundant(&both), [(PASSWORD, Some(GLOBAL))]);
    // Beside the same in a group.
    let twice = fixture()
        .user("hugo")
        .holds(LICENSE)
        .group("desk", &["hugo"])
        .holds(LICENSE)
        .build();
    let found = redundant_roles(&context(), &twice);
    assert_eq!(found.len(), 1);
    // Of two that are the same, the later one: the direct one comes first.
    assert_eq!(found[0].through, HeldThrough::Group(group_id("desk")));
    assert_eq!(
        (found[0].user, found[0].contained_in),
        (id("hugo"), Some(LICENSE))
    );
}

#[test]
fn it_must_hold_as_widely_and_as_long() {
    let hugo = || {
        fixture()
            .unit("noord", &["piet"])
            .user("hugo")
            .holds(PASSWORD)
    };
    let redundant = |tenant: &Fixture| -> Vec<_> {
        redundant(tenant)
            .into_iter()
            .map(|(role, _)| role)
            .collect()
    };
    assert_eq!(redundant(&hugo().holds(GLOBAL)), [PASSWORD]);
    assert_eq!(redundant(&hugo().holds(GLOBAL).within("noord")), []);
    assert_eq!(
        redundant(&hugo().within("noord").holds(GLOBAL).within("noord")),
        [PASSWORD]
    );
    assert_eq!(redundant(&hugo().within("noord").holds(GLOBAL)), [PASSWORD]);
    assert_eq!(redundant(&hugo().holds(GLOBAL).until(TOMORROW)), []);
    assert_eq!(
        redundant(&hugo().until(TOMORROW).holds(GLOBAL).until(TOMORROW)),
        [PASSWORD]
    );
    assert_eq!(redundant(&hugo().until(TOMORROW).holds(GLOBAL)), [PASSWORD]);
    assert_eq!(redundant(&hugo().holds(GLOBAL).eligible()), []);
    assert_eq!(redundant(&hugo().eligible().holds(GLOBAL)), []);
    assert_eq!(redundant(&hugo().holds(GLOBAL).since(TOMORROW)), []);
}

#[test]
fn several_roles_can_contain_one_together() {
    let [read, write] = [
        "microsoft.directory/users/password/update",
        "microsoft.directory/users/photo/update",
    ];
    let own = |tenant: Fixture| {
        tenant
            .custom_role("both", &[read, write])
            .custom_role("one", &[read])
            .custom_role("two", &[write])
    };
    let three = own(fixture())
        .user("kim")
        .holds(role_id("one"))
        .holds(role_id("two"));
    assert_eq!(redundant(&three), []);
    let all = redundant(&three.clone().holds(role_id("both")));
    // Ids are in the order of names: `both` comes first, and what comes later goes first.
    let both = Some(role_id("both"));
    assert_eq!(all, [(role_id("one"), both), (role_id("two"), both)]);
    let by_both = own(fixture())
        .custom_role("zwei", &[read, write])
        .user("kim")
        .holds(role_id("one"))
        .holds(role_id("two"))
        .holds(role_id("zwei"));
    assert_eq!(redundant(&by_both), [(role_id("zwei"), None)]);
}

#[test]
fn what_may_allow_more_than_is_known_is_never_redundant() {
    let unknown = fixture().user("kim").holds(PURVIEW_READER).holds(GLOBAL);
    assert_eq!(redundant(&unknown), []);
    let exact = "microsoft.directory/users/password/update";
    let odd = fixture()
        .custom_role("odd", &[exact, "contoso.shop/orders/create"])
        .custom_role("reset", &[exact])
        .user("kim")
        .holds(role_id("odd"))
        .holds(role_id("reset"));
    assert_eq!(redundant(&odd), []);
}

#[test]
fn who_can_do_more_than_is_needed() {
    let tenant = empty()
        .user("gina")
        .holds(GLOBAL)
        .user("hugo")
        .holds(HELPDESK)
        .holds(LICENSE)
        .user("wout")
        .holds(PASSWORD)
        .user("kim")
        .blocked()
        .holds(GLOBAL)
        .user("exact")
        .holds(role_id("reset"))
        .user("soon")
        .holds(USERS)
        .eligible()
        .custom_role("reset", &["microsoft.directory/users/password/update"])
        .build();
    let catalogue = context().catalogue.for_tenant(&tenant);
    let context = mandate::domain::delegation::Context {
        catalogue: &catalogue,
        ..context()
    };
    let needs = [
        to_do("…/domains/standard/read"),
        to_do("…/users/password/update"),
    ];
    let found = exceeding(&context, &tenant, &needs);
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one.user,
                one.serves.clone(),
                names(one.idle.iter().copied()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (id("gina"), vec![0, 1], vec![]),
            (id("hugo"), vec![1], vec!["License Administrator"]),
            (id("wout"), vec![1], vec![]),
        ]
    );
    assert_eq!(
        texts(&found[2].excess),
        ["microsoft.office365.webPortal/allEntities/standard/read"]
    );
    // Helpdesk's nine and six more of licences, less the one that is needed.
    assert_eq!((found[1].excess.len(), found[1].excess_privileged), (14, 2));
    // Of nothing that is needed, all is too much.
    let found = exceeding(&context, &tenant, &[]);
    assert_eq!(found.len(), 4);
    assert!(
        found
            .iter()
            .all(|one| one.serves.is_empty() && one.idle.len() <= 2)
    );
}

#[test]
fn an_idle_role_of_which_nothing_is_known_is_too_much() {
    let tenant = empty().user("kim").holds(PURVIEW_READER).build();
    let found = exceeding(&context(), &tenant, &[to_do("…/users/create")]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].excess.len(), &*found[0].idle),
        (0, &[PURVIEW_READER][..])
    );
}

/// Reaches everybody in the table of passwords, also in one unit.
const PRIVILEGED_AUTHENTICATION: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("7be44c8a-adaf-4e2a-84d6-ab2649e08a13"));

#[test]
fn whom_a_role_reaches_counts_too() {
    let kim = || fixture().unit("noord", &["piet"]).user("kim");
    let both = |tenant: Fixture| redundant(&tenant.holds(PRIVILEGED_AUTHENTICATION));
    let all = [(PRIVILEGED_AUTHENTICATION, Some(GLOBAL))];
    assert_eq!(both(kim().holds(GLOBAL)), all);
    // Over one unit a Global Administrator reaches whom a User Administrator reaches.
    let of_unit = kim().holds(GLOBAL).within("noord");
    let of_unit = of_unit.holds(PRIVILEGED_AUTHENTICATION).within("noord");
    assert_eq!(redundant(&of_unit), []);
    // Whom a Password Administrator reaches, a User Administrator reaches too.
    let password = kim().holds(PASSWORD).within("noord").holds(GLOBAL);
    let of_unit = redundant(&password.within("noord"));
    assert_eq!(of_unit, [(PASSWORD, Some(GLOBAL))]);
}

#[test]
fn no_service_administrator_is_left_alone() {
    let kim = || fixture().user("kim").holds(GLOBAL).until(TOMORROW);
    let exchange = || kim().holds(EXCHANGE).until(TOMORROW);
    assert_eq!(redundant(&exchange()), [(EXCHANGE, Some(GLOBAL))]);
    // The Service administrator outlasts both, so one of the two has to stay beside it.
    assert_eq!(redundant(&exchange().holds(SERVICE)), []);
    let two = exchange().holds(SHAREPOINT).until(TOMORROW).holds(SERVICE);
    assert_eq!(redundant(&two).len(), 1);
    // One that waits to be taken up may not be left alone either.
    assert_eq!(redundant(&exchange().holds(SERVICE).eligible()), []);
    // And when it goes as well, nothing is left to stand beside.
    let all = exchange().holds(SERVICE).until(TOMORROW);
    assert_eq!(redundant(&all).len(), 2);
    // The person's own are held apart from what comes through a group.
    let group = exchange().group("desk", &["kim"]).holds(SERVICE);
    assert_eq!(redundant(&group), []);
}
