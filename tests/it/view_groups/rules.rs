//! What a rule forbids can't be used and says which rule.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{asked, click, group, open, refused, told};

#[test]
fn a_user_administrator_manages_ordinary_groups_only() {
    let rule = "R1: Only a Global Administrator of the whole tenant assigns or revokes";
    let view = open(told().build(), "eva", group("Choir"));
    assert_eq!(refused(&view, "Add people…"), None);
    assert_eq!(refused(&view, "Rename…"), None);
    assert_eq!(refused(&view, "Delete…"), None);
    assert!(view.query_by_label_contains(rule).is_none());

    let mut view = open(told().build(), "eva", group("Desk"));
    for button in ["Add people…", "Rename…", "Delete…"] {
        let why = refused(&view, button).expect("it is disabled");
        assert!(why.contains(rule), "{button}: {why}");
    }
    assert!(view.query_by_label_contains(rule).is_some(), "it is said");
    assert!(view.query_by_label("Remove piet").is_none());
    view.get_by_role_and_label(Role::Grid, "Members").focus();
    view.run();
    view.key_press(Key::Delete);
    view.run();
    assert_eq!(asked(&mut view), []);
    click(&mut view, Role::Button, "Add a group…");
    let label = "Admin roles can be assigned to this group";
    let mark = view.get_by_role_and_label(Role::CheckBox, label);
    assert!(mark.accesskit_node().is_disabled());
    view.key_press(Key::Escape);
    view.run();
    click(&mut view, Role::Tab, "Administrative units 2");
    let why = refused(&view, "Add an administrative unit…").expect("it is disabled");
    assert!(why.contains(rule));
}

#[test]
fn a_sharepoint_administrator_sees_all_and_edits_none() {
    let rule = "R14: SharePoint and Skype for Business administrators see";
    let view = open(told().build(), "sam", group("Choir"));
    for button in ["Add a group…", "Add people…", "Rename…", "Delete…"] {
        let why = refused(&view, button).expect("it is disabled");
        assert!(why.contains(rule), "{button}: {why}");
    }
    assert!(view.query_by_label_contains(rule).is_some(), "it is said");
    let _ = view.get_by_label("sam, sam@contoso.nl");
}
