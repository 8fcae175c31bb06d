//! Review: what is listed, mended, accepted; the accounts kept for emergencies; the thresholds.
//! Whole paths through the window, by what is read out.

mod accepting;
mod pure;
mod settings;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use mandate::domain::audit::AuditItem;
use mandate::domain::review::FindingCode;
use mandate::domain::role::{Principal, RoleAssignment};
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::View;

use crate::app_support::{
    Setup, Window, click, disabled, fill, give_reason, open, open_tenant, settle, tells, tenant_of,
    until, until_reviewed, until_shown,
};
use crate::support::{Fixture, GLOBAL, REPORTS_READER, empty, id};

/// What a blocked account with a role is found as.
const BLOCKED: &str =
    "Warning, R27, 1 blocked account still holds a role, 1 person, Reports Reader";

/// Two accounts kept for emergencies, about whom there is nothing to remark.
fn calm() -> Fixture {
    let two = empty().user("nood1").holds(GLOBAL);
    two.user("nood2")
        .holds(GLOBAL)
        .review(|settings| settings.break_glass = [id("nood1"), id("nood2")].into())
}

/// The same with Bob, who is blocked and may read reports.
fn with_bob() -> Fixture {
    calm().user("bob").holds(REPORTS_READER).blocked()
}

fn review(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    settle(window);
    assert_eq!(window.state().view(), View::Review);
    until_reviewed(window);
}

fn row(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Row, label).click();
    settle(window);
}

fn tab(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Tab, label).click();
    settle(window);
}

/// What is found, open ones first.
fn found(window: &Window) -> Vec<FindingCode> {
    let open = window.state().document().expect("a tenant is open");
    let all = open.findings.open().chain(open.findings.accepted());
    all.map(|finding| finding.kind.code()).collect()
}

fn held_by(window: &Window, name: &str) -> usize {
    let principal = Principal::User(id(name));
    tenant_of(window).assignments().of(principal).len()
}

#[test]
fn nothing_to_remark_says_so_and_the_navigation_counts_nothing() {
    let (mut window, _folder) = open_tenant(&calm().build(), "nood1");
    review(&mut window);
    assert!(tells(&window, "Nothing to remark"));
    window.get_by_role_and_label(Role::Tab, "Review");
    window.get_by_role_and_label(Role::Tab, "Open 0");
}

#[test]
fn a_finding_is_mended_as_one_step_and_undone() {
    let (mut window, _folder) = open_tenant(&with_bob().build(), "nood1");
    review(&mut window);
    window.get_by_role_and_label(Role::Tab, "Review, 1 open finding");
    row(&mut window, BLOCKED);
    assert!(tells(&window, "Why it matters"));
    window.get_by_role_and_label(Role::Row, "bob, bob@contoso.nl");
    let entries = tenant_of(&window).audit().len();

    click(&mut window, "Fix…");
    until_shown(&mut window, "Will be done");
    assert!(tells(&window, "bob, Reports Reader revoked, Will be done"));
    assert_eq!(held_by(&window, "bob"), 1, "nothing happens unasked");
    click(&mut window, "Carry out 1 change");
    until_shown(&mut window, "1 change was made");
    assert_eq!(held_by(&window, "bob"), 0);
    let audit = tenant_of(&window).audit();
    assert_eq!(audit.len(), entries + 1);
    let last = audit.last().expect("an entry");
    let held = RoleAssignment::permanent(Principal::User(id("bob")), REPORTS_READER);
    assert_eq!(last.items, [AuditItem::RoleRevoked(held)]);
    click(&mut window, "Close");
    until_reviewed(&mut window);
    assert!(tells(&window, "Nothing to remark"));
    window.get_by_role_and_label(Role::Tab, "Review");

    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    until_reviewed(&mut window);
    assert_eq!(held_by(&window, "bob"), 1);
    window.get_by_role_and_label(Role::Tab, "Review, 1 open finding");
}

#[test]
fn what_is_not_chosen_stays_as_it_is() {
    let tenant = with_bob().user("carl").holds(REPORTS_READER).blocked();
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    review(&mut window);
    let label = "Warning, R27, 2 blocked accounts still hold roles, 2 people, Reports Reader";
    row(&mut window, label);
    click(&mut window, "Fix…");
    until_shown(&mut window, "Carry out 2 changes");
    let choose = "Choose: carl, Reports Reader revoked";
    let choose = window.get_by_role_and_label(Role::CheckBox, choose);
    choose.click();
    settle(&mut window);
    until_shown(&mut window, "Carry out 1 change");
    assert!(tells(
        &window,
        "carl, Reports Reader revoked, Left as it is"
    ));
    click(&mut window, "Carry out 1 change");
    until_shown(&mut window, "1 change was made");
    assert_eq!((held_by(&window, "bob"), held_by(&window, "carl")), (0, 1));
    click(&mut window, "Close");
    until_reviewed(&mut window);
    assert_eq!(found(&window), [FindingCode::BlockedHoldRoles]);
}

#[test]
fn who_may_not_is_told_why() {
    let tenant = with_bob().user("piet");
    let (mut window, _folder) = open_tenant(&tenant.build(), "piet");
    review(&mut window);
    row(&mut window, BLOCKED);
    let fix = disabled(&window, "Fix…").expect("Piet can't mend it");
    assert!(fix.starts_with("R1: "), "{fix}");
    let accept = disabled(&window, "Accept…").expect("Piet can't accept it");
    assert!(!accept.is_empty(), "it is said why");
    click(&mut window, "Thresholds…");
    let save = disabled(&window, "Save").expect("Piet can't change them");
    assert_eq!(save, accept, "the same permission is missing");
    click(&mut window, "Cancel");
    click(&mut window, "Break-glass accounts…");
    assert!(tells(&window, "nood1, nood1@contoso.nl, Registered"));
    assert!(!tells(&window, "No longer register"));
}

#[test]
fn findings_follow_what_is_changed_elsewhere() {
    let tenant = empty()
        .user("nood1")
        .holds(GLOBAL)
        .review(|settings| settings.break_glass = [id("nood1")].into())
        .user("piet");
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    until_reviewed(&mut window);
    assert_eq!(found(&window), [FindingCode::TooFewGlobalAdministrators]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut window);
    window.event(Event::Text("piet".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    let mut choices = window.get_all_by_role(Role::RadioButton);
    choices.nth(1).expect("Global administrator").click();
    drop(choices);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut window);
    give_reason(&mut window, "A second one");
    until_reviewed(&mut window);
    let expected = FindingCode::PermanentPrivilegedAssignments;
    assert_eq!(found(&window), [expected], "seen from Active users");
    window.get_by_role_and_label(Role::Tab, "Review, 1 open finding");
}

#[test]
fn the_keyboard_opens_a_finding_and_closes_it() {
    let (mut window, _folder) = open_tenant(&with_bob().build(), "nood1");
    review(&mut window);
    let search = window.get_by_role_and_label(Role::TextInput, "Search findings");
    search.focus();
    settle(&mut window);
    for key in [Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        settle(&mut window);
    }
    assert!(tells(&window, "Why it matters"));
    window.key_press(Key::Escape);
    settle(&mut window);
    assert!(!tells(&window, "Why it matters"));
}

#[test]
fn people_and_roles_open_where_they_are_at_home() {
    let (mut window, _folder) = open_tenant(&with_bob().build(), "nood1");
    review(&mut window);
    row(&mut window, BLOCKED);
    tab(&mut window, "Roles 1");
    row(&mut window, "Reports Reader");
    assert_eq!(window.state().view(), View::Roles);
    review(&mut window);
    tab(&mut window, "People 1");
    row(&mut window, "bob, bob@contoso.nl");
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn a_file_changed_outside_is_found_until_it_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("contoso.tenant.ron");
    let snapshot = calm().build().snapshot();
    let progress = Progress::new();
    let saved = storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress);
    saved.expect("a tenant can be saved");
    let text = std::fs::read_to_string(&path).expect("a file");
    let changed = text.replace("nood2@example.org", "nood3@example.org");
    assert_ne!(text, changed);
    std::fs::write(&path, changed).expect("a file can be written");
    let mut window = open(Setup {
        launch: mandate::ui::Launch::File(path),
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    click(&mut window, "nood1, nood1@contoso.nl");
    review(&mut window);
    assert_eq!(found(&window), [FindingCode::ChangedOutside]);
    row(&mut window, "Warning, The file was changed outside Mandate");
    assert!(tells(&window, "can't be accepted"));
    let accept = window.query_by_role_and_label(Role::Button, "Accept…");
    assert!(accept.is_none());

    click(&mut window, "Thresholds…");
    fill(&mut window, "Most Global Administrators", "5");
    click(&mut window, "Save");
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    until(&mut window, |app| {
        app.document().is_some_and(|open| !open.session.is_dirty())
    });
    until_reviewed(&mut window);
    assert_eq!(found(&window), []);
}
