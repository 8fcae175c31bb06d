//! What people can really do: tables by hand, and random tenants against a slow, obvious version.

mod access;
mod covers;
mod gaps;
mod least;
mod may;
mod needs;
mod random;
mod slow;
mod who_can;

use mandate::domain::catalogue::{Edition, TaskId};
use mandate::domain::effective::Need;
use mandate::domain::resource_action::{ActionId, ActionSet, ResourceAction};
use mandate::domain::role::RoleTemplateId;
use uuid::uuid;

use crate::support::roles;

const LICENSE: RoleTemplateId = RoleTemplateId(uuid!("4d6ac14f-3453-41d0-bef9-a3e0c569773a"));
const DOMAIN_NAMES: RoleTemplateId = RoleTemplateId(uuid!("8329153b-31d0-4727-b945-745eb3bc5f31"));
const SECURITY_READER: RoleTemplateId =
    RoleTemplateId(uuid!("5d6b6bb7-de71-4623-b4af-96380a352509"));
const HYBRID: RoleTemplateId = RoleTemplateId(uuid!("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"));
const SECURE_ACCESS: RoleTemplateId = RoleTemplateId(uuid!("ac434307-12b9-4fa1-a708-88bf58caabc1"));
const LIFECYCLE: RoleTemplateId = RoleTemplateId(uuid!("59d46f88-662b-457b-bceb-5c3809e5908f"));
const ATTRIBUTE_DEFINITIONS: RoleTemplateId =
    RoleTemplateId(uuid!("8424c6f0-a189-499e-bbd0-26c1753c96d4"));
/// No page prints what it allows.
const PURVIEW_READER: RoleTemplateId =
    RoleTemplateId(uuid!("e07494ad-1654-4dd2-922e-6f81a71bf00f"));

fn action(text: &str) -> ResourceAction {
    ResourceAction::parse(text).expect("an action")
}

/// The need of a resource action, `…` standing for Microsoft's directory.
fn to_do(text: &str) -> Need {
    Need::Action(action(&text.replace('…', "microsoft.directory")))
}

/// The need of a task, by its area and name.
fn task(area: &str, name: &str) -> Need {
    let found = roles()
        .tasks()
        .iter()
        .position(|task| &*task.area == area && &*task.task.en == name);
    let place = u16::try_from(found.expect("a task")).expect("a place");
    Need::Task(TaskId(place))
}

fn number(text: &str) -> ActionId {
    let edition = roles().edition(Edition::Current);
    edition.action(text).expect("an action of today")
}

/// A set of actions as their texts, in order.
fn texts(set: &ActionSet) -> Vec<String> {
    let edition = roles().edition(Edition::Current);
    set.iter()
        .map(|id| edition.entry(id).expect("listed").action.to_string())
        .collect()
}

/// The English names of roles.
fn names(ids: impl IntoIterator<Item = RoleTemplateId>) -> Vec<&'static str> {
    ids.into_iter()
        .map(|id| &*roles().role(id).expect("a role").name.en)
        .collect()
}
