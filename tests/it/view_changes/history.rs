//! The history.

use super::{looking, spoken};

#[test]
fn entries_say_who_changed_what_when_and_why() {
    let window = looking();
    for row in spoken(&window) {
        println!("{row}");
    }
}
