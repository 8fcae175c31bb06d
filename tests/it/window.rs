//! The real program in a real window, on a screen that nobody sees.
//!
//! Runs with the feature `inspection`, through which the window tells what it shows and takes
//! input. Needs no graphics card and no desktop, but the Debian packages xvfb, xauth and dbus.

mod program;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use mandate::storage::{self, Progress};

use self::program::Program;
use crate::support::roles;

const SANNE: &str = "Sanne de Vries, sanne.devries@rijnzicht.example";
const SEARCH: &str = "Search by name or user name";
const PALETTE: &str = "Type a command or a name";

/// How long nothing happens while its cost is measured.
const STILL: Duration = Duration::from_secs(2);
/// The most that may cost, in hundredths of a second of the processor. A frame costs one or two.
const STILL_MAX: u64 = 2;

#[test]
fn the_program_opens_draws_saves_rests_and_ends() {
    let mut program = Program::start(&["--sample"]);
    let first = program.age();
    program.until_shown(Role::TextInput, SEARCH);
    let ready = program.age();
    println!("the first frame after {first:.2?}, the sample after {ready:.2?}");

    program.type_into(SEARCH, "sanne");
    program.click(Role::Button, SANNE);
    program.press(Modifiers::COMMAND, Key::K);
    program.type_into(PALETTE, "siham");
    program.until_shown(Role::Button, "Siham Ouali");
    program.click(Role::Button, "Siham Ouali");
    program.until_shown(Role::RadioButton, "Customized administrator");
    let users = program.picture();
    assert_drawn(&users);

    program.press(Modifiers::COMMAND, Key::Num5);
    program.until_shown(Role::Tab, "Entra, current");
    let permissions = program.picture();
    assert_drawn(&permissions);
    assert_ne!(users, permissions, "both views look the same");

    // There is neither a desktop portal nor zenity: the window asks for the path itself.
    let path = program.folder().join("rijnzicht.tenant.ron");
    program.press(Modifiers::COMMAND, Key::S);
    program.until_shown(Role::TextInput, "Path");
    program.type_into("Path", path.to_str().expect("a path in UTF-8"));
    program.click(Role::Button, "Save");
    program.until("the file is there", |_| path.exists());
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "others can read the file");
    let known = |role| roles().role(role).is_some();
    let saved = storage::open(&path, &known, &Progress::new()).expect("it opens");
    let siham = saved.tenant.users().by_upn("siham.ouali@rijnzicht.example");
    assert!(siham.is_some(), "the file holds the sample");
    assert!(!saved.changed_outside);

    // The notice that it is saved goes away after a while; then nothing moves any more.
    let mut spent = u64::MAX;
    for _ in 0..10 {
        let before = program.processor_time();
        std::thread::sleep(STILL);
        spent = program.processor_time() - before;
        if spent <= STILL_MAX {
            break;
        }
    }
    println!("{spent} hundredths of a second of the processor in {STILL:.0?} of rest");
    assert!(spent <= STILL_MAX, "the window does not come to rest");

    let (status, said) = program.quit();
    assert!(status.success(), "the program ended with {status}:\n{said}");
    assert!(
        !said.contains("panicked"),
        "a thread of the program fell:\n{said}"
    );
}

/// A blank window has one colour, and one without text a few.
fn assert_drawn(picture: &image::RgbaImage) {
    assert!(picture.width() >= 900 && picture.height() >= 560);
    let colours: BTreeSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
    assert!(
        colours.len() > 32,
        "the window has but {} colours",
        colours.len()
    );
}
