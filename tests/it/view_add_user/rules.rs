//! What the rules refuse, told where it was typed or chosen.

use egui::Key;
use egui::accesskit::{Invalid, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::ui::View;

use super::{ESTHER, SANNE, check, choose, form_of, name};
use crate::app_support::{
    Window, click, disabled, fill, open_sample, settle, sign_in, tells, tenant_of,
};

/// Whether the field with this label is marked, and what it says of it.
fn wrong(window: &Window, label: &str) -> Option<String> {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    let node = field.accesskit_node();
    let marked = node.data().invalid() == Some(Invalid::True);
    marked.then(|| node.data().description().unwrap_or_default().to_owned())
}

#[track_caller]
fn told_at(window: &Window, label: &str, sentence: &str) {
    let why = wrong(window, label).unwrap_or_else(|| panic!("{label} is not marked"));
    assert!(why.contains(sentence), "{label}: {why}");
    assert!(tells(window, sentence), "{sentence} is not shown");
    assert!(disabled(window, "Add").is_some());
}

#[test]
fn each_mistake_is_told_under_its_field() {
    let mut window = form_of(SANNE);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    assert_eq!(disabled(&window, "Add"), None);
    let r26 = "R26: A user principal name is unique, on a verified domain";
    let r7 = "R7: The alternate e-mail address must lie outside the tenant.";
    for (label, text, sentence) in [
        // Taken, in other capitals.
        ("User name", "Sanne.deVries", r26),
        ("User name", "fleur heuvel", r26),
        ("User name", "flëur", r26),
        ("Alternate e-mail address", "fleur@rijnzicht.example", r7),
        (
            "Alternate e-mail address",
            "fleur@other.onmicrosoft.com",
            r7,
        ),
        (
            "Alternate e-mail address",
            "fleur",
            "This is not an e-mail address.",
        ),
        (
            "Mobile phone",
            "0612345678",
            "Start with + and the country code",
        ),
        (
            "Mobile phone",
            "+31 12",
            "This is not a phone number of that country.",
        ),
    ] {
        fill(&mut window, label, text);
        told_at(&window, label, sentence);
        let right = match label {
            "User name" => "fleur.heuvel",
            "Mobile phone" => "+31612345678",
            _ => "fleur@example.org",
        };
        fill(&mut window, label, right);
        assert_eq!(wrong(&window, label), None, "{text}");
        assert_eq!(disabled(&window, "Add"), None, "{text}");
    }
    fill(&mut window, "Usage location", "Nederland");
    told_at(&window, "Usage location", "is not a usage location");
}

#[test]
fn a_phone_without_its_country_is_refused_where_an_administrator_is_made() {
    let mut window = form_of(SANNE);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    choose(&mut window, "Global administrator");
    // R6 and R8 warn and let it pass.
    assert!(tells(
        &window,
        "R8  A mobile phone is given with its country code"
    ));
    assert!(tells(
        &window,
        "R6  A Global Administrator needs a mobile phone"
    ));
    assert_eq!(disabled(&window, "Add"), None);
}

#[test]
fn user_management_adds_people_and_no_administrators() {
    let mut window = form_of(ESTHER);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    choose(&mut window, "Customized administrator");
    check(&mut window, "Billing administrator");
    let r1 = "Only a Global Administrator of the whole tenant assigns or revokes admin roles, or changes who holds them and over whom.";
    let r13 = "A User management administrator deletes no global administrators, creates no administrators";
    let why = disabled(&window, "Add").expect("refused");
    for (rule, sentence) in [("R1", r1), ("R13", r13)] {
        assert!(tells(&window, &format!("{rule}  {sentence}")), "{rule}");
        assert!(why.contains(sentence), "{rule}");
    }
    choose(&mut window, "User (no admin access)");
    assert!(!tells(&window, r13));
    click(&mut window, "Add");
    let fleur = tenant_of(&window)
        .users()
        .by_upn("fleur.heuvel@rijnzicht.example");
    assert!(fleur.is_some());
}

#[test]
fn who_only_looks_adds_nobody_and_reads_why() {
    let mut window = open_sample();
    let bram = "Bram Hendriks, bram.hendriks@rijnzicht.example";
    sign_in(&mut window, "bram", bram);
    let r14 = "SharePoint and Skype for Business administrators see organisation";
    let why = disabled(&window, "Add a user").expect("refused");
    assert!(why.contains(r14), "{why}");
    // The palette leads there all the same.
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::K);
    settle(&mut window);
    window.event(egui::Event::Text("add a user".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert_eq!(window.state().view(), View::AddUser);
    name(&mut window, "Fleur", "Heuvel", "fleur.heuvel");
    assert!(tells(&window, &format!("R14  {r14}")));
    assert!(disabled(&window, "Add").is_some());
}
