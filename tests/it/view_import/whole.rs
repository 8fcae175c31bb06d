//! Whole paths through the app: from a file on disk to people in the tenant, and back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::role::Principal;
use mandate::domain::tenant::Tenant;
use mandate::storage::{self, Progress};
use mandate::ui::View;
use mandate::ui::views::import::is_table;
use tempfile::tempdir;

use crate::app_support::{Window, click, open_sample, settle, sign_in, until, until_shown};
use crate::support::{EXCHANGE, HELPDESK};

pub const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";
const CODE: &str = "Country code for numbers without one";

fn data(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    folder.join(name)
}

fn command(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn write(window: &mut Window, label: &str, text: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    settle(window);
    command(window, Key::A);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label(text).next().is_some()
}

pub fn tenant(window: &Window) -> &Tenant {
    let open = window.state().document().expect("a tenant is open");
    open.session.tenant()
}

/// The wizard, opened by whoever this is.
pub fn opened(typed: &str, person: &str) -> Window {
    let mut window = open_sample();
    sign_in(&mut window, typed, person);
    command(&mut window, Key::K);
    window.event(Event::Text("import people".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().view(), View::Import);
    window
}

pub fn read(window: &mut Window, path: &Path) {
    click(window, "Choose a file…");
    write(window, "Path", &path.display().to_string());
    click(window, "Open");
    until_shown(window, "Which column is what");
}

fn is_enabled(window: &Window, label: &str) -> bool {
    let button = window.get_by_role_and_label(Role::Button, label);
    !button.accesskit_node().is_disabled()
}

#[test]
fn people_come_in_with_their_roles_and_one_undo_takes_them_back() {
    let mut window = opened("sanne", SANNE);
    read(&mut window, &data("rijnzicht.csv"));
    assert!(shows(&window, "This is the Mandate template."));
    assert!(shows(
        &window,
        "11 initial passwords were dropped: they are not kept, shown or saved."
    ));
    assert!(shows(
        &window,
        "The example row of the template was left out."
    ));
    write(&mut window, CODE, "+31");
    let before = tenant(&window).clone();
    click(&mut window, "Next");
    until_shown(&mut window, "Will be added 6");
    assert!(shows(&window, "Refused 5"));
    assert!(
        before.same_state(tenant(&window)),
        "nothing is changed by the check"
    );

    // Line, column and rule of a refused row, as a reader hears it.
    let refused = "8, Matthijs Post, matthijs@rijnzicht.exampel, Refused, Column user_name, R26: \
                   `rijnzicht.exampel` is not a verified domain of this tenant";
    assert!(shows(&window, refused));

    assert!(
        !is_enabled(&window, "Submit"),
        "a privileged role needs a reason"
    );
    write(&mut window, "Reason", "New colleagues");
    write(&mut window, "Ticket (optional)", "HR-12");
    assert!(is_enabled(&window, "Submit"));
    click(&mut window, "Submit");
    until_shown(
        &mut window,
        "6 people were added and 5 refused. Undo takes all of it back.",
    );

    let after = tenant(&window);
    assert_eq!(after.users().len(), before.users().len() + 6);
    let by_name = |name: &str| {
        let user = after.users().by_upn(&format!("{name}@rijnzicht.example"));
        user.expect("someone new")
    };
    let lotte = by_name("lotte.verbeek");
    assert_eq!(&*lotte.profile.display_name, "Lotte Verbeek");
    let phone = lotte.contact.mobile_phone.as_ref().expect("a phone");
    assert_eq!(phone.as_str(), "+31612345601");
    assert_eq!(lotte.licences.len(), 1);
    for (name, role) in [("lotte.verbeek", HELPDESK), ("sofie.declercq", EXCHANGE)] {
        let principal = Principal::User(by_name(name).id);
        let held: Vec<_> = after.assignments().of(principal).iter().collect();
        assert_eq!(held.len(), 1, "{name}");
        assert_eq!(held[0].role, role, "{name}");
    }
    assert_eq!(after.audit().len(), before.audit().len() + 1);
    let entry = after.audit().last().expect("an entry");
    assert_eq!(entry.reason.as_deref(), Some("New colleagues"));
    assert_eq!(entry.ticket.as_deref(), Some("HR-12"));

    // The passwords of the file are nowhere.
    let bytes = storage::write(&after.snapshot(), &Progress::new()).expect("it is written");
    let saved = String::from_utf8(bytes).expect("text");
    assert!(saved.contains("lotte.verbeek@rijnzicht.example"));
    assert!(!saved.contains("Geheim") && !saved.contains("Welkom01"));

    command(&mut window, Key::Z);
    assert!(shows(&window, "This import was undone since."));
    assert_eq!(tenant(&window).users().len(), before.users().len());
    assert!(
        tenant(&window)
            .users()
            .by_upn("lotte.verbeek@rijnzicht.example")
            .is_none()
    );
    click(&mut window, "Show active users");
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn other_columns_and_another_code_give_other_verdicts() {
    let mut window = opened("sanne", SANNE);
    read(&mut window, &data("rijnzicht.csv"));
    click(&mut window, "Next");
    // Without a code for them, three more numbers are refused.
    until_shown(&mut window, "Refused 8");
    click(&mut window, "Back");
    write(&mut window, CODE, "thirty-1");
    assert!(!is_enabled(&window, "Next"));
    write(&mut window, CODE, "31");
    click(&mut window, "Next");
    until_shown(&mut window, "Refused 5");
}

#[test]
fn verdicts_follow_the_tenant() {
    let mut window = opened("sanne", SANNE);
    let lines = "user_name,display_name\nnew@rijnzicht.example,New\n";
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("one.csv");
    fs::write(&path, lines).expect("it is written");
    for expected in ["Will be added 1", "Refused 1"] {
        if expected == "Will be added 1" {
            read(&mut window, &path);
            click(&mut window, "Next");
            until_shown(&mut window, expected);
            click(&mut window, "Submit");
            until_shown(&mut window, "1 person was added. Undo takes it back.");
            click(&mut window, "Import another file");
        } else {
            // The name is taken now.
            read(&mut window, &path);
            click(&mut window, "Next");
            until_shown(&mut window, expected);
            assert!(!is_enabled(&window, "Submit"));
            assert!(shows(
                &window,
                "Every row is refused, so there is nothing to submit."
            ));
            // Taking the import back while its verdicts are on the screen frees it.
            command(&mut window, Key::Z);
            until_shown(&mut window, "Will be added 1");
        }
    }
}

#[test]
fn translated_headings_are_mapped_by_order_on_request() {
    let mut window = opened("sanne", SANNE);
    read(&mut window, &data("m365-dutch.csv"));
    assert!(shows(
        &window,
        "The headings are of no template that is known."
    ));
    assert!(!is_enabled(&window, "Next"));
    assert!(shows(&window, "Choose a column for User name."));
    click(&mut window, "Use the order of that template");
    assert!(is_enabled(&window, "Next"));
    let choice = window.get_by_label("What Weergavenaam becomes");
    assert_eq!(
        choice.accesskit_node().value().as_deref(),
        Some("Display name (required)")
    );
}

#[test]
fn a_column_is_chosen_from_a_list() {
    let mut window = opened("sanne", SANNE);
    let lines = "who,what\nnew@rijnzicht.example,New\n";
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("own.csv");
    fs::write(&path, lines).expect("it is written");
    read(&mut window, &path);
    for (column, field) in [
        ("who", "User name (required)"),
        ("what", "Display name (required)"),
    ] {
        let label = format!("What {column} becomes");
        window.get_by_label(&label).click();
        settle(&mut window);
        // Delegated administration is a certified partner's to give.
        assert!(!shows(&window, "Delegated administration"));
        click(&mut window, field);
        settle(&mut window);
    }
    click(&mut window, "Next");
    until_shown(&mut window, "Will be added 1");
}

#[test]
fn who_may_not_give_roles_is_told_so_before_trying() {
    let mut window = opened("esther", "Esther van Dam, esther.vandam@rijnzicht.example");
    assert!(shows(
        &window,
        "You can add people, but not give them roles"
    ));
    read(&mut window, &data("rijnzicht.csv"));
    assert!(shows(
        &window,
        "You can add people, but not give them roles"
    ));
    write(&mut window, CODE, "+31");
    click(&mut window, "Next");
    until_shown(&mut window, "Will be added 2");
    let refused = window.query_all_by_label_contains("Column roles, R1:");
    assert!(refused.count() > 0);
}

#[test]
fn what_is_no_table_is_told_where_the_file_is_chosen() {
    let mut window = opened("sanne", SANNE);
    click(&mut window, "Choose a file…");
    write(
        &mut window,
        "Path",
        &data("unclosed.csv").display().to_string(),
    );
    click(&mut window, "Open");
    until_shown(&mut window, "Can't open unclosed.csv");
    assert!(shows(
        &window,
        "Line 2, column 2: the quotation mark that opens this cell is never closed"
    ));
    click(&mut window, "Choose a file…");
    write(
        &mut window,
        "Path",
        &data("absent.csv").display().to_string(),
    );
    click(&mut window, "Open");
    until_shown(&mut window, "Can't open absent.csv");
}

#[test]
fn refused_rows_and_the_template_are_saved() {
    let folder = tempdir().expect("a folder");
    let mut window = opened("sanne", SANNE);
    let template = folder.path().join("template.csv");
    click(&mut window, "Save a template…");
    write(&mut window, "Path", &template.display().to_string());
    click(&mut window, "Save");
    until(&mut window, |_| template.exists());
    let text = fs::read_to_string(&template).expect("it was saved");
    assert!(text.starts_with("\u{feff}user_name,display_name,"));

    read(&mut window, &data("rijnzicht.csv"));
    write(&mut window, CODE, "+31");
    click(&mut window, "Next");
    until_shown(&mut window, "Refused 5");
    click(&mut window, "Save the 5 refused rows…");
    let refused = folder.path().join("refused.csv");
    until_shown(&mut window, "Path");
    write(&mut window, "Path", &refused.display().to_string());
    click(&mut window, "Save");
    until(&mut window, |_| refused.exists());
    let text = fs::read_to_string(&refused).expect("it was saved");
    assert_eq!(text.lines().count(), 6);
    assert!(text.contains("matthijs@rijnzicht.exampel"));
    assert!(text.contains("line 8, column user_name, R26: "));
    assert!(!text.contains("Geheim"));
    // Corrected, they come in with what was good before.
    let text = text.replace("rijnzicht.exampel", "rijnzicht.example");
    fs::write(&refused, text).expect("it is corrected");
    click(&mut window, "Back");
    click(&mut window, "Back");
    click(&mut window, "Choose another file…");
    write(&mut window, "Path", &refused.display().to_string());
    click(&mut window, "Open");
    until_shown(&mut window, "refused.csv");
    click(&mut window, "Next");
    until_shown(&mut window, "Will be added 1");
}

#[test]
fn a_table_dropped_on_the_window_is_brought_in() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("the app reads it".to_owned())
        }
    }
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    let file = Dropped(data("rijnzicht.csv"));
    window.input_mut().dropped_files.push(Arc::new(file));
    window.step();
    until_shown(&mut window, "Which column is what");
    assert_eq!(window.state().view(), View::Import);
    assert!(is_table(Path::new("people.CSV")) && !is_table(Path::new("a.tenant.ron")));
}

#[test]
fn another_view_does_not_lose_the_wizard_and_cancel_does() {
    let mut window = opened("sanne", SANNE);
    read(&mut window, &data("rijnzicht.csv"));
    write(&mut window, CODE, "+31");
    command(&mut window, Key::Num5);
    command(&mut window, Key::K);
    window.event(Event::Text("import people".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    let field = window.get_by_role_and_label(Role::TextInput, CODE);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("+31"));
    click(&mut window, "Cancel");
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn the_list_answers_the_keyboard() {
    let mut window = opened("sanne", SANNE);
    read(&mut window, &data("rijnzicht.csv"));
    click(&mut window, "Next");
    until_shown(&mut window, "Refused 8");
    window.get_by_label("What happens to each row").focus();
    settle(&mut window);
    for _ in 0..6 {
        window.key_press(Key::ArrowDown);
    }
    settle(&mut window);
    assert!(shows_value(&window, "Line 8: Matthijs Post"));
    window.key_press(Key::Home);
    settle(&mut window);
    assert!(!shows_value(&window, "Line 8: Matthijs Post"));
}

/// Whether the row whose text stands below the list is the one selected.
fn shows_value(window: &Window, line: &str) -> bool {
    let name = line.split(": ").nth(1).expect("a name");
    let mut rows = window.query_all_by_role(Role::Row);
    rows.any(|row| {
        let node = row.accesskit_node();
        node.is_selected() == Some(true) && node.label().unwrap_or_default().contains(name)
    })
}
