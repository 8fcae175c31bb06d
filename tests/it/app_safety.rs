//! No tenant lands in another's file, and nothing that was done is lost unasked, whatever is
//! still under way when another tenant opens.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::View;
use tempfile::TempDir;

use crate::app_support::{
    Dropped, Window, click, fill, open_tenant, open_tenant_at, settle, tells, tenant_of, until,
    until_shown,
};
use crate::support::{GLOBAL, NOW, empty, id, roles};

const ASKED: &str = "Save the changes first?";
const BROKEN: &str = "An error in Mandate broke this off. Nothing was changed.";

/// Anna, a Global Administrator, with Piet and Zoe.
fn first() -> Tenant {
    let people = empty().user("anna").holds(GLOBAL).user("piet").user("zoe");
    people.build()
}

/// A file with another tenant: Bram, a Global Administrator, alone.
fn second(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("second.tenant.ron");
    let tenant = empty().user("bram").holds(GLOBAL).build();
    let progress = Progress::new();
    let snapshot = tenant.snapshot();
    storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress).expect("saved");
    path
}

fn first_file(folder: &TempDir) -> PathBuf {
    folder.path().join("contoso.tenant.ron")
}

fn read(path: &Path) -> Tenant {
    let known = |role| roles().role(role).is_some();
    let opened = storage::open(path, &known, &Progress::new());
    opened.expect("it opens").tenant
}

fn phone(tenant: &Tenant) -> Option<&str> {
    let piet = tenant.user(id("piet")).expect("piet");
    piet.contact
        .mobile_phone
        .as_ref()
        .map(mandate::domain::contact::MobilePhone::as_str)
}

fn departments(tenant: &Tenant) -> [Option<&str>; 2] {
    ["piet", "zoe"].map(|name| {
        let user = tenant.user(id(name)).expect(name);
        user.profile.department.as_deref()
    })
}

fn file_of(window: &Window) -> Option<&Path> {
    window.state().document()?.path.as_deref()
}

fn command(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// One frame with all of these, so that nothing can end between them.
fn at_once(window: &mut Window, dropped: Option<&Path>, events: Vec<Event>) {
    let input = window.input_mut();
    let dropped = dropped.map(|path| Dropped(path.to_path_buf()));
    input.dropped_files = dropped
        .into_iter()
        .map(|file| Arc::new(file) as _)
        .collect();
    input.events = events;
    window.step();
}

/// Long enough for every worker to be done: it is the window that has not looked yet.
fn workers_end() {
    std::thread::sleep(Duration::from_millis(500));
}

/// Opens what the palette finds.
fn find(window: &mut Window, typed: &str) {
    command(window, Key::K);
    window.event(Event::Text(typed.to_owned()));
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
}

fn give_phone(window: &mut Window, number: &str) {
    find(window, "piet");
    fill(window, "Mobile phone", number);
    click(window, "Save");
    assert_eq!(phone(tenant_of(window)), Some(number));
}

#[test]
fn a_save_that_ends_when_another_tenant_is_open_does_not_give_it_its_file() {
    let (mut window, folder) = open_tenant(&first(), "anna");
    let second = second(&folder);
    let save = key(Key::S, Modifiers::COMMAND);
    at_once(&mut window, Some(&second), vec![save]);
    workers_end();
    until(&mut window, |app| app.view() == View::SignIn);
    until_shown(&mut window, "bram@contoso.nl");
    workers_end();
    settle(&mut window);
    assert_eq!(file_of(&window), Some(&*second));

    click(&mut window, "bram, bram@contoso.nl");
    command(&mut window, Key::S);
    workers_end();
    settle(&mut window);
    assert_eq!(read(&first_file(&folder)).users().len(), 3);
    assert_eq!(read(&second).users().len(), 1);
}

#[test]
fn what_is_done_while_another_file_is_read_is_asked_about() {
    for save in [true, false] {
        let (mut window, folder) = open_tenant(&first(), "anna");
        let second = second(&folder);
        give_phone(&mut window, "+31611111111");
        command(&mut window, Key::S);
        until(&mut window, |app| {
            app.document().is_some_and(|open| !open.session.is_dirty())
        });
        let before = phone(&first()).map(str::to_owned);

        let undo = key(Key::Z, Modifiers::COMMAND);
        at_once(&mut window, Some(&second), vec![undo]);
        until_shown(&mut window, ASKED);
        assert_eq!(file_of(&window), Some(&*first_file(&folder)));
        assert_eq!(phone(tenant_of(&window)), before.as_deref());

        if save {
            let mut buttons = window.query_all_by_role_and_label(Role::Button, "Save");
            buttons.next_back().expect("the dialog saves").click();
            drop(buttons);
        } else {
            click(&mut window, "Don't save");
        }
        until(&mut window, |app| app.view() == View::SignIn);
        assert_eq!(file_of(&window), Some(&*second));
        let kept = read(&first_file(&folder));
        let expected = if save {
            before.as_deref()
        } else {
            Some("+31611111111")
        };
        assert_eq!(phone(&kept), expected);
    }
}

#[test]
fn an_open_question_is_answered_about_the_tenant_it_was_asked_about() {
    let (mut window, folder) = open_tenant(&first(), "anna");
    let second = second(&folder);
    let other = folder.path().join("other.tenant.ron");
    let save_as = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    window.key_press_modifiers(save_as, Key::S);
    until_shown(&mut window, "Save to a file");
    at_once(&mut window, Some(&second), Vec::new());
    workers_end();
    fill(&mut window, "Path", &other.display().to_string());
    let mut buttons = window.query_all_by_role_and_label(Role::Button, "Save");
    buttons.next_back().expect("the dialog saves").click();
    drop(buttons);
    until(&mut window, |app| app.view() == View::SignIn);
    assert_eq!(file_of(&window), Some(&*second));
    assert_eq!(read(&other).users().len(), 3);
}

#[test]
fn a_comparison_that_comes_late_is_not_shown_in_another_tenant() {
    let (mut window, folder) = open_tenant(&first(), "anna");
    let second = second(&folder);
    find(&mut window, "compare with a file");
    fill(&mut window, "Path", &second.display().to_string());
    // It waits for the question; by the next frame it is shown, and the comparison done.
    at_once(&mut window, Some(&second), Vec::new());
    workers_end();
    let open = window.get_by_role_and_label(Role::Button, "Open");
    open.click();
    window.step();
    workers_end();
    until(&mut window, |app| app.view() == View::SignIn);
    assert_eq!(file_of(&window), Some(&*second));

    click(&mut window, "bram, bram@contoso.nl");
    command(&mut window, Key::Num9);
    assert_eq!(window.state().view(), View::Changes);
    let tab = window.get_by_role_and_label(Role::Tab, "Compare");
    tab.click();
    settle(&mut window);
    assert!(tells(&window, "Nothing compared yet"));
}

/// Bulk edit of Piet and Zoe up to the last step.
fn edit_both(window: &mut Window) {
    command(window, Key::F);
    for name in ["piet", "zoe"] {
        let label = format!("Select {name}");
        let check_box = window.get_by_role_and_label(Role::CheckBox, &label);
        check_box.click();
        settle(window);
    }
    click(window, "Edit");
    let change = "Change the department";
    window.get_by_role_and_label(Role::CheckBox, change).click();
    settle(window);
    fill(window, "Department", "Hulp");
    for _ in 0..3 {
        click(window, "Next");
    }
}

fn is_worker() -> bool {
    std::thread::current().name().is_none()
}

#[test]
fn closing_waits_for_what_a_worker_changes() {
    static HELD: AtomicBool = AtomicBool::new(false);
    fn clock() -> Timestamp {
        while is_worker() && HELD.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        NOW
    }
    let (mut window, folder) = open_tenant_at(&first(), "anna", clock);
    let second = second(&folder);
    edit_both(&mut window);
    until_shown(&mut window, "Will change 2");
    HELD.store(true, Ordering::SeqCst);
    click(&mut window, "Submit");
    for leave in [Key::W, Key::Q] {
        command(&mut window, leave);
        assert!(tells(
            &window,
            "This goes on once the work under way is done."
        ));
        assert!(!tells(&window, ASKED));
    }
    at_once(&mut window, Some(&second), Vec::new());
    workers_end();
    settle(&mut window);
    assert_eq!(file_of(&window), Some(&*first_file(&folder)));

    HELD.store(false, Ordering::SeqCst);
    until_shown(&mut window, ASKED);
    assert_eq!(departments(tenant_of(&window)), [Some("Hulp"); 2]);
    click(&mut window, "Cancel");
    assert_eq!(file_of(&window), Some(&*first_file(&folder)));
    assert_eq!(departments(tenant_of(&window)), [Some("Hulp"); 2]);
}

#[test]
fn a_worker_that_breaks_down_is_told_of_and_not_waited_for() {
    static BREAKS: AtomicBool = AtomicBool::new(true);
    fn clock() -> Timestamp {
        if is_worker() && BREAKS.load(Ordering::SeqCst) {
            // A panic, but for the message in the output of the tests.
            std::panic::resume_unwind(Box::new("the clock broke"));
        }
        NOW
    }
    let (mut window, _folder) = open_tenant_at(&first(), "anna", clock);
    edit_both(&mut window);
    until_shown(&mut window, BROKEN);
    BREAKS.store(false, Ordering::SeqCst);
    click(&mut window, "Check again");
    until_shown(&mut window, "Will change 2");

    // The notice.
    click(&mut window, "Close");
    assert!(!tells(&window, BROKEN));
    BREAKS.store(true, Ordering::SeqCst);
    click(&mut window, "Submit");
    until_shown(&mut window, BROKEN);
    assert_eq!(departments(tenant_of(&window)), [None; 2]);
    BREAKS.store(false, Ordering::SeqCst);
    click(&mut window, "Submit");
    until_shown(&mut window, "2 people were changed, as one step to undo.");
    assert_eq!(departments(tenant_of(&window)), [Some("Hulp"); 2]);
}

#[test]
fn the_cancel_of_a_wizard_does_not_stop_a_save() {
    static HELD: AtomicBool = AtomicBool::new(false);
    fn clock() -> Timestamp {
        while is_worker() && HELD.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        NOW
    }
    let (mut window, folder) = open_tenant_at(&first(), "anna", clock);
    give_phone(&mut window, "+31611111111");
    HELD.store(true, Ordering::SeqCst);
    edit_both(&mut window);
    let stop = "Stop the work under way";
    window.get_by_role_and_label(Role::Button, stop).focus();
    settle(&mut window);
    let save = key(Key::S, Modifiers::COMMAND);
    let press = key(Key::Enter, Modifiers::NONE);
    at_once(&mut window, None, vec![save, press]);
    HELD.store(false, Ordering::SeqCst);
    until_shown(&mut window, "The check was cancelled");
    workers_end();
    settle(&mut window);
    assert_eq!(phone(&read(&first_file(&folder))), Some("+31611111111"));
}
