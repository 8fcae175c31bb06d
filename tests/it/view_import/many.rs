//! A hundred thousand people: the window stays alive while they are read, checked and added.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use tempfile::tempdir;

use super::whole::{SANNE, opened, read, tenant};
use crate::app_support::{Window, settle};

const PEOPLE: usize = 100_000;

/// Draws until `done`, and tells how many frames there were and how long the longest took.
fn wait(window: &mut Window, done: impl Fn(&Window) -> bool) -> (usize, Duration) {
    let began = Instant::now();
    let (mut frames, mut longest) = (0, Duration::ZERO);
    while !done(window) {
        assert!(
            began.elapsed() < Duration::from_mins(4),
            "nothing happened within four minutes"
        );
        std::thread::sleep(Duration::from_millis(5));
        let frame = Instant::now();
        window.step();
        longest = longest.max(frame.elapsed());
        frames += 1;
    }
    (frames, longest)
}

fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

#[test]
fn the_window_stays_alive_at_a_hundred_thousand_people() {
    let mut text = String::from("user_name,display_name,department,mobile_phone,block_sign_in\n");
    for number in 0..PEOPLE {
        // Every tenth has a user name without a domain.
        let domain = if number % 10 == 0 {
            ""
        } else {
            "@rijnzicht.example"
        };
        let _ = writeln!(text, "p{number}{domain},Person {number},Production,,No");
    }
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("many.csv");
    fs::write(&path, text).expect("it is written");

    let mut window = opened("sanne", SANNE);
    let before = tenant(&window).users().len();
    read(&mut window, &path);
    window.get_by_role_and_label(Role::Button, "Next").click();
    window.step();
    let (frames, _) = wait(&mut window, |window| shows(window, "Will be added 90,000"));
    assert!(
        frames > 10,
        "{frames} frames were drawn while it was checked"
    );
    settle(&mut window);
    assert!(shows(&window, "Refused 10,000"));
    let rows = window.query_all_by_role(Role::Row).count();
    assert!((1..40).contains(&rows), "{rows} rows exist");
    assert_eq!(tenant(&window).users().len(), before);

    window.get_by_role_and_label(Role::Button, "Submit").click();
    window.step();
    let done = "90,000 people were added and 10,000 refused. Undo takes all of it back.";
    let (frames, _) = wait(&mut window, |window| shows(window, done));
    assert!(
        frames > 10,
        "{frames} frames were drawn while they were added"
    );
    assert_eq!(tenant(&window).users().len(), before + 90_000);

    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    let undone = "This import was undone since.";
    wait(&mut window, |window| shows(window, undone));
    assert_eq!(tenant(&window).users().len(), before);
}
