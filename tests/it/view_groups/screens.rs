//! The screens of this view, in either language, for tests that look at every screen.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app_support::{Window, settle};

/// Goes from any view through lists, details and questions, and looks at each.
pub fn visit(window: &mut Window, look: &mut dyn FnMut(&str, &Window)) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(window);
    look("groups", window);
    row(window, "Rol Servicedesk");
    look("group", window);
    press(window, Role::Button, ["Add people…", "Mensen toevoegen…"]);
    look("adding people", window);
    escape(window);
    press(window, Role::Tab, ["Roles 1", "Rollen 1"]);
    look("roles of a group", window);
    press(window, Role::Button, ["Choose roles…", "Rollen kiezen…"]);
    look("choosing roles", window);
    escape(window);
    press(window, Role::Button, ["Delete…", "Verwijderen…"]);
    look("deleting a group", window);
    escape(window);
    escape(window);
    press(
        window,
        Role::Tab,
        ["Administrative units 2", "Beheereenheden 2"],
    );
    look("units", window);
    press(
        window,
        Role::Button,
        ["Add an administrative unit…", "Beheereenheid toevoegen…"],
    );
    look("a new unit", window);
    escape(window);
    row(window, "Vestiging Nijmegen");
    look("unit", window);
    escape(window);
}

fn escape(window: &mut Window) {
    window.key_press(Key::Escape);
    settle(window);
}

fn press(window: &mut Window, role: Role, names: [&str; 2]) {
    let find = |name| window.query_by_role_and_label(role, name);
    let found = names.into_iter().find_map(find).expect(names[0]);
    found.click();
    settle(window);
}

/// Clicks the row that begins with `name`.
fn row(window: &mut Window, name: &str) {
    let mut rows = window.query_all_by_role(Role::Row);
    let begins = |row: &egui_kittest::Node<'_>| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.starts_with(name)
    };
    rows.find(begins).expect(name).click();
    drop(rows);
    settle(window);
}
