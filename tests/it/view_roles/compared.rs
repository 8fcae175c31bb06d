//! Roles side by side. The numbers were counted in the facts.

use egui::Key;
use egui::accesskit::Role;
use mandate::domain::language::Language;
use mandate::domain::office365::{Limit, Office365Permission};
use mandate::domain::resource_action::{ActionId, ActionSet};
use mandate::domain::role::RoleTemplateId;
use mandate::exchange::csv;
use mandate::ui::outbox::Request;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::permissions::rows::Mark;
use mandate::ui::views::roles::compare::{
    Comparison, Key as ItemKey, Relation, Show, compare, relation, shown as places, table,
};
use uuid::uuid;

use super::{asked, click, labels, open, refused, shown, tells};
use crate::support::{EXCHANGE, GLOBAL, HELPDESK, PASSWORD, USERS, fixture, roles};

const RECIPIENTS: RoleTemplateId = RoleTemplateId(uuid!("31392ffb-586c-42d1-9346-e59415a2cc4e"));
/// A role whose table no source prints.
const UNKNOWN: RoleTemplateId = RoleTemplateId(uuid!("e07494ad-1654-4dd2-922e-6f81a71bf00f"));

fn side_by_side(compared: &[RoleTemplateId]) -> Comparison {
    compare(roles(), Language::English, compared)
}

fn relations(compared: &[RoleTemplateId]) -> Vec<Relation> {
    let pairs = side_by_side(compared).pairs;
    pairs.iter().map(|pair| pair.relation).collect()
}

#[test]
fn how_every_two_relate() {
    // Helpdesk has 9 actions, among them both of Password Administrator; 7 of them are among the
    // 56 of User Administrator, and so are both of Password Administrator.
    assert_eq!(
        relations(&[HELPDESK, PASSWORD, USERS]),
        [
            Relation::Contains(7),
            Relation::Overlap(7),
            Relation::ContainedIn(54),
        ]
    );
    // Recipients are written otherwise in the table of Exchange Administrator.
    assert_eq!(relations(&[EXCHANGE, RECIPIENTS]), [Relation::Nothing]);
    assert_eq!(relations(&[UNKNOWN, PASSWORD]), [Relation::Unknown]);
    assert_eq!(side_by_side(&[HELPDESK]).pairs, []);
    assert_eq!(side_by_side(&[GLOBAL; 1]).columns.len(), 1);
}

#[test]
fn relations_of_sets() {
    let set = |ids: &[u16]| {
        let mut set = ActionSet::default();
        for id in ids {
            set.insert(ActionId(*id));
        }
        set
    };
    for (one, other, expected) in [
        (&[1, 2][..], &[1, 2][..], Relation::Same),
        (&[1], &[1, 700], Relation::ContainedIn(1)),
        (&[1, 64, 65], &[65], Relation::Contains(2)),
        (&[1, 64], &[64, 128], Relation::Overlap(1)),
        (&[1], &[2], Relation::Nothing),
        (&[], &[2], Relation::Nothing),
        (&[], &[], Relation::Same),
    ] {
        let (one, other) = (set(one), set(other));
        assert_eq!(relation(Some(&one), Some(&other)), expected);
    }
    assert_eq!(relation(None, Some(&set(&[1]))), Relation::Unknown);
}

#[test]
fn the_fifteen_permissions_come_first_and_rows_are_counted() {
    let compared = side_by_side(&[HELPDESK, PASSWORD, USERS]);
    // 15 permissions and the 58 actions of which one of them has any. Both actions of Password
    // Administrator are shared by all; 51 actions and 4 permissions one role alone has.
    assert_eq!(compared.counts, [73, 2, 64, 55]);
    let first = compared.items.iter().take(15).map(|item| item.key);
    assert!(first.eq(Office365Permission::ALL.map(ItemKey::Permission)));
    let marks = |permission| {
        let key = ItemKey::Permission(permission);
        let item = compared.items.iter().find(|item| item.key == key);
        item.expect("a row").marks.clone()
    };
    let limited = Mark::Limited(Limit::NonAdminsOnly);
    assert_eq!(
        marks(Office365Permission::ResetUserPasswords),
        [limited, Mark::Yes, limited]
    );
    assert_eq!(
        marks(Office365Permission::ViewUsersAndRoles),
        [Mark::No, Mark::No, Mark::Yes]
    );
    let reset = compared
        .items
        .iter()
        .find(|item| item.text == "microsoft.directory/users/password/update")
        .expect("all three have it");
    assert_eq!(reset.marks, [Mark::Yes; 3]);
    assert!(reset.privileged);
    let actions: Vec<_> = compared.columns.iter().map(|it| it.actions).collect();
    assert_eq!(actions, [Some(9), Some(2), Some(56)]);
}

#[test]
fn unknown_is_neither_yes_nor_no() {
    let compared = side_by_side(&[UNKNOWN, PASSWORD]);
    assert!(
        compared
            .items
            .iter()
            .all(|item| item.marks.first() == Some(&Mark::Unknown)),
        "every cell of its column"
    );
    // 15 permissions and 2 actions, of which nothing is sure.
    assert_eq!(compared.counts, [17, 0, 0, 0]);
}

#[test]
fn filtered_searched_and_written() {
    let compared = side_by_side(&[HELPDESK, PASSWORD]);
    let found = places(&compared, Show::Shared, "");
    let shared: Vec<_> = found
        .iter()
        .filter_map(|place| compared.items.get(*place))
        .map(|item| item.text.as_str())
        .collect();
    assert_eq!(
        shared,
        [
            "microsoft.directory/users/password/update",
            "microsoft.office365.webPortal/allEntities/standard/read",
        ]
    );
    assert_eq!(places(&compared, Show::All, "bitlockerKeys").len(), 1);
    assert_eq!(places(&compared, Show::Shared, "bitlockerKeys").len(), 0);
    let text = csv::to_string(&table(&compared, &found));
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("item,description,privileged,Helpdesk Administrator,Password Administrator")
    );
    let reset = lines.next().expect("the first action");
    assert!(reset.starts_with("microsoft.directory/users/password/update,"));
    assert!(reset.ends_with(",true,yes,yes"), "{reset}");
}

#[test]
fn roles_are_chosen_and_taken_out_again() {
    let mut view = open(fixture().build(), "anna", PASSWORD);
    click(&mut view, Role::Button, "Compare");
    assert!(
        tells(&view, "Choose roles to compare"),
        "one is no comparison"
    );
    click(&mut view, Role::Button, "Add a role…");
    view.event(egui::Event::Text("helpdesk".to_owned()));
    view.run();
    view.key_press(Key::Enter);
    view.run();
    assert!(tells(
        &view,
        "Password Administrator is contained in Helpdesk Administrator, which has 7 actions more"
    ));
    let headers = labels(&view, Role::ColumnHeader);
    assert_eq!(
        headers,
        ["Password Administrator", "Helpdesk Administrator"]
    );
    click(&mut view, Role::Button, "Shared by all 2");
    let rows = labels(&view, Role::Row);
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|row| row.ends_with("Password Administrator: Yes, Helpdesk Administrator: Yes")),
        "{rows:?}"
    );
    click(&mut view, Role::Button, "Export…");
    let requests = asked(&mut view);
    let [Request::Ui(UiCommand::Export { text, .. })] = requests.as_slice() else {
        panic!("{requests:?}");
    };
    assert_eq!(text.lines().count(), 3);
    let out = "Remove Password Administrator from the comparison";
    click(&mut view, Role::Button, out);
    assert!(tells(&view, "Choose roles to compare"));
}

#[test]
fn six_are_as_many_as_fit() {
    let mut view = shown(fixture().build(), "anna");
    click(&mut view, Role::Tab, "Compare");
    for name in [
        "helpdesk",
        "billing",
        "exchange admin",
        "teams admin",
        "groups admin",
    ] {
        click(&mut view, Role::Button, "Add a role…");
        view.event(egui::Event::Text(name.to_owned()));
        view.run();
        view.key_press(Key::Enter);
        view.run();
    }
    assert_eq!(refused(&view, "Add a role…"), None);
    click(&mut view, Role::Button, "Add a role…");
    view.event(egui::Event::Text("user administrator".to_owned()));
    view.run();
    view.key_press(Key::Enter);
    view.run();
    assert_eq!(labels(&view, Role::ColumnHeader).len(), 6);
    let why = refused(&view, "Add a role…").expect("there is no room");
    assert_eq!(why, "6 roles are as many as fit side by side");
    // What is open says so, too.
    view.state_mut().state.show(PASSWORD);
    view.run();
    assert!(refused(&view, "Compare").is_some());
}
