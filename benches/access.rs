//! What questions about access cost: what someone can do, who can do something, and the least
//! roles for something.

use std::collections::HashSet;
use std::hint::black_box;

use mandate::domain::apply::{Assent, apply};
use mandate::domain::catalogue::{Edition, RoleCatalogue, TaskId};
use mandate::domain::command::Command;
use mandate::domain::delegation::Context;
use mandate::domain::effective::{Need, WhoCan, actions_in_force, least_roles};
use mandate::domain::office365::Office365Permission;
use mandate::domain::resource_action::{ActionSet, ResourceAction};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{SignIn, UserId};
use mandate::sample::REFERENCE;
use uuid::uuid;

use super::Outcome;
use super::table::{Against, Line, Table, people};
use super::tenants::Tenants;
use super::timing::{median_of, ms, one_of};

/// How many people with three roles take turns.
const PEOPLE: usize = 500;
const LICENSE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("4d6ac14f-3453-41d0-bef9-a3e0c569773a"));
const REPORTS_READER: RoleTemplateId =
    RoleTemplateId(uuid!("4a5d8f65-41da-4de4-8968-e035b65339cf"));
/// What a service desk does all day, by the area and the name of the task.
const TASKS: [(&str, &str); 5] = [
    ("Licenses", "License removal"),
    ("Devices", "Read BitLocker keys"),
    ("Audit and sign-in logs", "Read audit and sign-in logs"),
    ("Groups", "Group creation"),
    ("Recommendations", "Read recommendations"),
];
const RESET: &str = "microsoft.directory/users/password/update";

/// Measures and prints.
pub fn measure(table: &mut Table, tenants: &Tenants, sizes: &[usize]) -> Outcome {
    table.heading("Access");
    let size = sizes.last().copied().unwrap_or(1_000);
    let mut tenant = tenants.of(size)?;
    let context = Context {
        catalogue: tenants.catalogue(),
        now: REFERENCE,
    };
    let persons = with_three_roles(&context, &mut tenant)?;
    effective_sets(table, &context, &tenant, &persons);
    who_can(table, &context, &tenant)?;
    least(table, tenants.catalogue())
}

/// People to whom two roles more are given than the one they have.
fn with_three_roles(context: &Context<'_>, tenant: &mut Tenant) -> Outcome<Vec<UserId>> {
    let actor = tenant
        .lasting_global_administrators()
        .next()
        .ok_or("nobody may decide")?;
    let more = [LICENSE_ADMINISTRATOR, REPORTS_READER];
    let holds_one = |id: &UserId| {
        let held = tenant.assignments().of(Principal::User(*id));
        matches!(held, [one] if one.is_permanent_tenant_wide() && !more.contains(&one.role))
    };
    let all = tenant.assignments().principals();
    let all: Vec<_> = all
        .filter_map(|principal| match principal {
            Principal::User(id) => Some(id),
            Principal::Group(_) => None,
        })
        .filter(|id| *id != actor && holds_one(id))
        .collect();
    let step = (all.len() / PEOPLE).max(1);
    let persons: Vec<_> = all.into_iter().step_by(step).take(PEOPLE).collect();
    let assent = Assent::because("Measured");
    for id in &persons {
        for role in more {
            let given = RoleAssignment::permanent(Principal::User(*id), role);
            apply(context, tenant, actor, &Command::AssignRole(given), &assent)
                .map_err(|refusal| format!("{refusal:?}"))?;
        }
    }
    let in_force = |id: &UserId| tenant.roles_in_force(*id, REFERENCE).count() >= 3;
    if persons.is_empty() || !persons.iter().all(in_force) {
        return Err("nobody holds three roles".into());
    }
    Ok(persons)
}

fn effective_sets(table: &mut Table, context: &Context<'_>, tenant: &Tenant, persons: &[UserId]) {
    let catalogue = context.catalogue;
    let whole = one_of(201, persons, |id| {
        black_box(actions_in_force(context, tenant, *id));
    });
    // What is left when the person is found: the roles, looked up and added up.
    let roles: Vec<Vec<RoleTemplateId>> = persons
        .iter()
        .map(|id| {
            tenant
                .roles_in_force(*id, context.now)
                .map(|(role, _)| role)
                .collect()
        })
        .collect();
    let added = one_of(201, &roles, |roles| {
        let mut actions = ActionSet::default();
        for set in roles.iter().filter_map(|role| catalogue.actions(*role)) {
            actions.union_with(set);
        }
        black_box(actions);
    });
    let edition = catalogue.edition(Edition::Current);
    let text = |set: &ActionSet| -> Vec<&str> {
        let entries = set.iter().filter_map(|id| edition.entry(id));
        entries.map(|entry| entry.action.as_str()).collect()
    };
    let of_role = |role: &RoleTemplateId| catalogue.actions(*role).map(text).unwrap_or_default();
    let texts: Vec<Vec<Vec<&str>>> = roles
        .iter()
        .map(|roles| roles.iter().map(of_role).collect())
        .collect();
    let as_texts = one_of(21, &texts, |texts| {
        black_box(texts.iter().flatten().copied().collect::<HashSet<&str>>());
    });
    let against = || {
        Some(Against {
            name: "as a set of texts",
            figure: as_texts,
            limit: None,
        })
    };
    table.line(&Line {
        name: "what a person with 3 roles can do",
        figure: whole,
        unit: "ns",
        limit: Some(50.0),
        against: against(),
    });
    table.line(&Line {
        name: "  of which looking up and adding up 3 roles",
        figure: added,
        unit: "ns",
        against: against(),
        ..Line::default()
    });
}

fn who_can(table: &mut Table, context: &Context<'_>, tenant: &Tenant) -> Outcome {
    let reset = Need::Action(ResourceAction::parse(RESET)?);
    let asked = median_of(3, 101, || WhoCan::ask(context, tenant, &reset));
    let answer = WhoCan::ask(context, tenant, &reset);
    let named = median_of(3, 21, || answer.people(context, tenant));
    let found = answer.people(context, tenant);
    let edition = context.catalogue.edition(Edition::Current);
    let action = edition.action(RESET).ok_or("no such action")?;
    let wide = edition
        .action("microsoft.directory/users/allProperties/allTasks")
        .ok_or("no such action")?;
    let mut slowly = Vec::new();
    let everybody = median_of(0, 3, || {
        slowly = tenant
            .users()
            .iter()
            .filter(|user| user.sign_in == SignIn::Allowed)
            .filter(|user| {
                let actions = actions_in_force(context, tenant, user.id);
                actions.contains(action) || actions.contains(wide)
            })
            .map(|user| user.id)
            .collect();
    });
    slowly.sort_unstable();
    if slowly != found || found.is_empty() {
        return Err("who can reset a password is not what asking everybody says".into());
    }
    let administrators = tenant.assignments().principals().count();
    let name = format!(
        "who can reset passwords: {} of {}",
        found.len(),
        people(tenant.users().len())
    );
    let against = || {
        Some(Against {
            name: "asking everybody",
            figure: ms(everybody),
            limit: None,
        })
    };
    table.line(&Line {
        name: &name,
        figure: ms(asked),
        unit: "ms",
        limit: Some(0.1),
        against: against(),
    });
    table.line(&Line {
        name: &format!("  naming each of them, {administrators} hold roles"),
        figure: ms(named),
        unit: "ms",
        against: against(),
        ..Line::default()
    });
    Ok(())
}

fn least(table: &mut Table, catalogue: &RoleCatalogue) -> Outcome {
    let task = |(area, name): &(&str, &str)| -> Outcome<Need> {
        let tasks = (0u16..).zip(catalogue.tasks());
        let mut found = tasks.filter(|(_, task)| &*task.area == *area && &*task.task.en == *name);
        let (place, _) = found.next().ok_or("no such task")?;
        Ok(Need::Task(TaskId(place)))
    };
    let tasks = TASKS.iter().map(task).collect::<Outcome<Vec<_>>>()?;
    let answer = least_roles(catalogue, &tasks, 5);
    if answer.sets.is_empty() || !answer.exact {
        return Err("the least roles were not found".into());
    }
    let searched = median_of(2, 21, || least_roles(catalogue, &tasks, 5));
    let read = median_of(2, 21, || {
        let serving = tasks.iter().map(|task| task.served_by(catalogue).len());
        serving.sum::<usize>()
    });
    table.line(&Line {
        name: "the 5 least sets of roles for 5 tasks",
        figure: ms(searched),
        unit: "ms",
        limit: Some(50.0),
        against: Some(Against {
            name: "reading who serves each",
            figure: ms(read),
            limit: None,
        }),
    });
    let mut needs = tasks;
    needs.truncate(2);
    for permission in [
        Office365Permission::ManageSupportTickets,
        Office365Permission::ViewServiceHealthAndMessageCenter,
        Office365Permission::ViewUsersAndRoles,
    ] {
        needs.push(Need::Permission(permission));
    }
    for action in [
        RESET,
        "microsoft.directory/groups/members/update",
        "microsoft.office365.messageCenter/messages/read",
    ] {
        needs.push(Need::Action(ResourceAction::parse(action)?));
    }
    let mut exact = true;
    let searched = median_of(2, 21, || {
        let answer = least_roles(catalogue, &needs, 5);
        exact &= answer.exact;
    });
    if !exact {
        return Err("the search for 8 needs stopped early".into());
    }
    table.line(&Line {
        name: "  for 8 needs: tasks, permissions, actions",
        figure: ms(searched),
        unit: "ms",
        ..Line::default()
    });
    Ok(())
}
