//! The whole path through the app, and a hundred thousand people.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use mandate::sample;
use mandate::session::Session;
use mandate::storage::{OnConflict, Progress, save};
use mandate::ui::View;
use tempfile::tempdir;

use crate::app_support::{
    Window, click, open_file, open_sample, settle, sign_in, until, until_shown,
};

fn command(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

/// Checks someone in Active users.
fn select(window: &mut Window, name: &str) {
    command(window, Key::F);
    command(window, Key::A);
    window.event(Event::Text(name.to_owned()));
    settle(window);
    let label = format!("Select {name}");
    let check_box = window.get_by_role_and_label(Role::CheckBox, &label);
    check_box.click();
    settle(window);
}

/// The wizard, opened for three people of the sample.
fn opened() -> Window {
    let mut window = open_sample();
    sign_in(
        &mut window,
        "sanne",
        "Sanne de Vries, sanne.devries@rijnzicht.example",
    );
    for name in ["Dennis Groen", "Jasper Kok", "Esther van Dam"] {
        select(&mut window, name);
    }
    click(&mut window, "Edit");
    assert_eq!(window.state().view(), View::BulkEdit);
    window
}

fn departments(window: &Window) -> [Option<String>; 3] {
    let open = window.state().document().expect("a tenant is open");
    let users = open.session.tenant().users();
    ["dennis.groen", "jasper.kok", "esther.vandam"].map(|name| {
        let user = users.by_upn(&format!("{name}@rijnzicht.example"));
        let department = user.and_then(|user| user.profile.department.as_deref());
        department.map(str::to_owned)
    })
}

fn type_department(window: &mut Window, text: &str) {
    let label = "Change the department";
    window.get_by_role_and_label(Role::CheckBox, label).click();
    settle(window);
    let field = window.get_by_role_and_label(Role::TextInput, "Department");
    field.focus();
    settle(window);
    window.event(Event::Text(text.to_owned()));
    settle(window);
}

#[test]
fn three_people_move_and_one_undo_brings_them_back() {
    let mut window = opened();
    let before = departments(&window);
    let known = |names: [&str; 3]| names.map(|name| Some(name.to_owned()));
    let expected = known(["Klantenservice", "Communicatie", "Personeel en organisatie"]);
    assert_eq!(before, expected);
    let entries = |window: &Window| {
        let open = window.state().document().expect("a tenant is open");
        open.session.tenant().audit().len()
    };
    let history = entries(&window);

    type_department(&mut window, "Servicepunt");
    for _ in 0..3 {
        click(&mut window, "Next");
    }
    until_shown(&mut window, "Will change 3");
    assert_eq!(
        departments(&window),
        before,
        "nothing is changed by the dry run"
    );
    click(&mut window, "Submit");
    until_shown(&mut window, "3 people were changed, as one step to undo.");
    assert_eq!(departments(&window), known(["Servicepunt"; 3]));
    assert_eq!(entries(&window), history + 1);
    let open = window.state().document().expect("a tenant is open");
    let entry = open.session.tenant().audit().last().expect("an entry");
    assert_eq!(entry.items.len(), 3);

    command(&mut window, Key::Z);
    assert_eq!(departments(&window), before);
    let undone = window.query_all_by_label("This bulk edit was undone since.");
    assert_eq!(undone.count(), 1);
    // The notice has one of its own, above the view.
    let mut close = window.query_all_by_role_and_label(Role::Button, "Close");
    close.next().expect("the wizard can be closed").click();
    drop(close);
    settle(&mut window);
    assert_eq!(window.state().view(), View::ActiveUsers);
}

#[test]
fn another_view_does_not_lose_the_wizard() {
    let mut window = opened();
    type_department(&mut window, "Servicepunt");
    command(&mut window, Key::Num5);
    command(&mut window, Key::Num2);
    click(&mut window, "Edit");
    let field = window.get_by_role_and_label(Role::TextInput, "Department");
    assert_eq!(field.value().as_deref(), Some("Servicepunt"));
}

#[test]
fn the_window_stays_alive_at_a_hundred_thousand_people() {
    const PEOPLE: usize = 100_000;
    let tenant = sample::generate(PEOPLE, 7).expect("it can be generated");
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("many.tenant.ron");
    let progress = Progress::new();
    save(
        &tenant.snapshot(),
        &path,
        None,
        OnConflict::Refuse,
        &progress,
    )
    .expect("it is saved");
    let global = tenant.lasting_global_administrators().next();
    let global = global
        .and_then(|id| tenant.user(id))
        .expect("an administrator");
    let label = format!("{}, {}", global.profile.display_name, global.upn);
    let typed = global.upn.to_string();
    drop(tenant);

    let mut window = open_file(&path);
    wait(&mut window, |window| window.state().view() == View::SignIn);
    sign_in(&mut window, &typed, &label);
    command(&mut window, Key::F);
    window.key_press(Key::Enter);
    settle(&mut window);
    command(&mut window, Key::A);
    assert_eq!(window.query_all_by_label("100,000 selected").count(), 1);
    click(&mut window, "Edit");
    type_department(&mut window, "Everybody");
    for _ in 0..3 {
        window.get_by_role_and_label(Role::Button, "Next").click();
        window.step();
        window.step();
    }

    // Every frame comes back while the worker is at it, and shows how far it is.
    let frames = wait(&mut window, |window| {
        window
            .query_all_by_label("Will change 100,000")
            .next()
            .is_some()
    });
    assert!(frames > 0, "{frames} frames were drawn meanwhile");
    settle(&mut window);
    let rows = window.query_all_by_role(Role::Row).count();
    assert!((1..40).contains(&rows), "{rows} rows exist");
    let open = window.state().document().expect("a tenant is open");
    assert_eq!(open.session.tenant().users().len(), PEOPLE);
    assert!(!open.session.can_undo(), "a dry run changes nothing");

    click(&mut window, "Submit");
    let field = "Type 100,000 to go on";
    let field = window.get_by_role_and_label(Role::TextInput, field);
    assert!(field.is_focused());
    window.event(Event::Text("100000".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    let frames = wait(&mut window, |window| {
        let done = "100,000 people were changed, as one step to undo.";
        window.query_all_by_label(done).next().is_some()
    });
    assert!(frames > 0, "{frames} frames were drawn meanwhile");
    let session = |window: &Window, ask: fn(&Session) -> bool| {
        let open = window.state().document().expect("a tenant is open");
        ask(&open.session)
    };
    assert!(session(&window, Session::can_undo));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    wait(&mut window, |window| session(window, Session::can_redo));
    assert!(!session(&window, Session::can_undo), "it was one step");
}

/// Draws until `done`, and tells how many frames showed that a worker is at it.
fn wait(window: &mut Window, done: impl Fn(&Window) -> bool) -> usize {
    let began = Instant::now();
    let mut checking = 0;
    while !done(window) {
        assert!(
            began.elapsed() < Duration::from_mins(4),
            "nothing happened within four minutes"
        );
        std::thread::sleep(Duration::from_millis(5));
        window.step();
        let mut bars = window.query_all_by_role(Role::ProgressIndicator);
        checking += usize::from(bars.next().is_some());
    }
    until(window, |_| true);
    checking
}
