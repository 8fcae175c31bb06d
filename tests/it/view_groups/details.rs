//! The details of a group or a unit, and what is asked there.

use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::command::Command;
use mandate::domain::group::MemberSet;
use mandate::domain::language::Language;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::Request;
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::groups;
use mandate::ui::views::groups::rows::{Overview, Subject};
use mandate::ui::views::role_editor::words::Words;

use super::{asked, click, group, open, refused, run, told, unit};
use crate::support::{
    EXCHANGE, GLOBAL, Less as _, NOW, TOMORROW, USERS, YESTERDAY, given, given_to_group, group_id,
    id, roles,
};

#[test]
fn an_assignment_tells_kind_scope_and_times() {
    let tenant = told()
        .group("Later", &[])
        .holds(GLOBAL)
        .since(TOMORROW)
        .build();
    let session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    let texts = Texts::new(Language::English).in_utc();
    let words = Words {
        texts: &texts,
        session: &session,
    };
    let tenant = session.tenant();
    let overview = Overview::of(tenant);
    let told = |subject: Subject| -> Vec<_> {
        let held = subject.roles(tenant, &overview);
        let listed = groups::held::rows(words, subject, held);
        let row = |row: groups::held::HeldRow| (row.role, row.holder, row.about);
        listed.into_iter().map(row).collect()
    };
    let row = |role: &str, holder: Option<&str>, about: &str| {
        (role.to_owned(), holder.map(str::to_owned), about.to_owned())
    };
    let helpdesk = "Helpdesk Administrator";
    assert_eq!(
        told(group("Desk")),
        [
            row(
                "Exchange Administrator",
                None,
                "Active · Expired on 21 Nov 2026 · Whole tenant"
            ),
            row(helpdesk, None, "Active · No end date · Whole tenant"),
            row(helpdesk, None, "Eligible · No end date · Within North only"),
        ]
    );
    assert_eq!(
        told(unit("North")),
        [
            row("User Administrator", Some("eva"), "Active · No end date"),
            row(helpdesk, Some("Desk"), "Eligible · No end date"),
        ]
    );
    assert_eq!(
        told(group("Later")),
        [row(
            "Global Administrator",
            None,
            "Active · From 23 Nov 2026 · No end date · Whole tenant"
        )]
    );
}

#[test]
fn a_group_says_what_it_is_and_who_is_in_it() {
    let mut view = open(told().build(), "anna", group("Desk"));
    for tab in ["Members 2", "Owners 1", "Roles 3"] {
        let _ = view.get_by_role_and_label(Role::Tab, tab);
    }
    assert!(view.query_by_label_contains("(R24)").is_some());
    let _ = view.get_by_label("eva, eva@contoso.nl");
    click(&mut view, Role::Row, "piet, piet@contoso.nl");
    let open = vec![Request::Ui(UiCommand::ShowUser(id("piet")))];
    assert_eq!(asked(&mut view), open);
    click(&mut view, Role::Button, "Remove piet");
    let set = MemberSet::Members(group_id("Desk"));
    let out = |user| Command::SetMembership {
        set,
        user,
        included: false,
    };
    assert_eq!(asked(&mut view), run(out(id("piet"))));
    // By key alone, too.
    view.get_by_role_and_label(Role::Grid, "Members").focus();
    view.run();
    view.key_press(Key::Home);
    view.key_press(Key::Delete);
    view.run();
    assert_eq!(asked(&mut view), run(out(id("eva"))));
    click(&mut view, Role::Tab, "Owners 1");
    click(&mut view, Role::Button, "Remove anna");
    assert_eq!(asked(&mut view).len(), 1);
}

#[test]
fn a_role_is_revoked_from_the_group_and_from_the_unit() {
    let mut view = open(told().build(), "anna", group("Desk"));
    click(&mut view, Role::Tab, "Roles 3");
    click(&mut view, Role::Button, "Revoke Exchange Administrator");
    let expired = given_to_group("Desk", EXCHANGE).until(YESTERDAY);
    assert_eq!(asked(&mut view), run(Command::RevokeRole(expired)));

    let mut view = open(told().build(), "anna", unit("North"));
    click(&mut view, Role::Tab, "Roles over it 2");
    let eva = "User Administrator";
    click(&mut view, Role::Button, &format!("Revoke {eva} from eva"));
    let held = given("eva", USERS).within("North");
    assert_eq!(asked(&mut view), run(Command::RevokeRole(held)));
    // Who holds it is a click away.
    let row = format!("{eva}, Privileged, eva, Active · No end date");
    click(&mut view, Role::Row, &row);
    let open = vec![Request::Ui(UiCommand::ShowUser(id("eva")))];
    assert_eq!(asked(&mut view), open);
    let row = "Helpdesk Administrator, Privileged, Desk, \
               Eligible · No end date";
    click(&mut view, Role::Row, row);
    assert_eq!(view.state().state.open(), Some(group("Desk")));
}

#[test]
fn several_people_are_added_at_once() {
    let mut view = open(told().build(), "anna", group("Desk"));
    click(&mut view, Role::Button, "Add people…");
    let _ = view.get_by_label("Add people to Desk");
    assert_eq!(
        refused(&view, "Add").as_deref(),
        Some("Choose someone first")
    );
    for label in ["sam, sam@contoso.nl", "anna, anna@contoso.nl"] {
        click(&mut view, Role::Row, label);
    }
    // Who is in it already can't be chosen.
    click(&mut view, Role::Row, "piet, piet@contoso.nl, Already in it");
    let _ = view.get_by_label("2 selected · anna, sam");
    // The group holds a privileged role.
    assert!(view.query_by_label("Asks for a reason").is_some());
    click(&mut view, Role::Button, "Add…");
    let set = MemberSet::Members(group_id("Desk"));
    let add = |name| Command::SetMembership {
        set,
        user: id(name),
        included: true,
    };
    let both = Command::Batch(vec![add("anna"), add("sam")]);
    assert_eq!(asked(&mut view), run(both));
    // It waits for it to be done.
    let _ = view.get_by_label("Add people to Desk");
    view.key_press(Key::Escape);
    view.run();
    assert!(view.query_by_label("Add people to Desk").is_none());
    assert_eq!(view.state().state.open(), Some(group("Desk")));
}

#[test]
fn an_ordinary_group_says_why_it_holds_no_role() {
    let mut view = open(told().build(), "anna", group("Choir"));
    click(&mut view, Role::Tab, "Roles 0");
    assert!(
        view.query_by_label_contains("Only a role-assignable group can hold roles")
            .is_some()
    );
    assert!(view.query_by_label("Choose roles…").is_none());
}

#[test]
fn a_long_name_leaves_room_for_the_rest() {
    let long = "Dienst ".repeat(9);
    let mut tenant = told();
    tenant = tenant.group("long", &[]);
    let tenant = tenant.build();
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session.sign_in(id("anna")).expect("anna may");
    let rename = Command::RenameGroup {
        group: group_id("long"),
        name: long.trim().into(),
    };
    session
        .execute(&rename, &mandate::domain::apply::Assent::default())
        .expect("anna may rename");
    let view = open(session.tenant().clone(), "anna", group("long"));
    let close = view.get_by_label("Close details").rect();
    assert!(close.right() <= 1_100.0 && close.left() > 700.0, "{close}");
}
