//! Every view at every size: nothing leaves the window, everything has a name, nothing is told
//! twice.

use egui::accesskit::{Action, Role};
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use mandate::domain::language::Language;
use mandate::ui::{Launch, View};

use crate::app_support::{Setup, Window, open, settle, until};

fn shortcut(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn details(window: &mut Window) {
    shortcut(window, Key::K);
    window.event(Event::Text("mirjam".to_owned()));
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
}

/// Goes through the views and looks at each.
fn visit(size: [f32; 2], zoom: f32, language: Language, mut look: impl FnMut(&str, &Window)) {
    let mut window = open(Setup {
        language,
        size,
        ..Setup::default()
    });
    window.ctx.set_zoom_factor(zoom);
    window.step();
    settle(&mut window);
    look("start", &window);
    shortcut(&mut window, Key::N);
    look("new tenant", &window);

    let mut window = open(Setup {
        launch: Launch::Sample,
        language,
        size,
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    window.ctx.set_zoom_factor(zoom);
    window.step();
    settle(&mut window);
    look("sign in", &window);
    window.event(Event::Text("sanne".to_owned()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    look("active users", &window);
    details(&mut window);
    look("details", &window);
    shortcut(&mut window, Key::K);
    look("palette", &window);
    window.key_press(Key::Escape);
    settle(&mut window);
    shortcut(&mut window, Key::Num5);
    look("permissions", &window);
    let entra = |tab: &Node<'_>| label(tab).starts_with("Entra");
    let tab = window.get_all_by_role(Role::Tab).find(entra);
    tab.expect("the Entra matrix can be chosen").click();
    settle(&mut window);
    look("entra", &window);
    crate::view_groups::screens::visit(&mut window, &mut look);
}

fn label(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// What can be clicked or typed into.
fn is_control(node: &Node<'_>) -> bool {
    let node = node.accesskit_node();
    let role = node.role();
    let acts = node.data().supports_action(Action::Click);
    let held = matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::RadioButton
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::Tab
            | Role::ColumnHeader
            | Role::Link
    );
    // What widens a column is for the mouse.
    held || (acts
        && !matches!(
            role,
            Role::Window | Role::GenericContainer | Role::ScrollBar | Role::Unknown
        ))
}

fn all(window: &Window) -> Vec<Node<'_>> {
    window.root().children_recursive().collect()
}

fn whole(window: &Window) -> Rect {
    window.ctx.content_rect()
}

#[test]
fn nothing_leaves_the_window_at_its_sides() {
    let sizes = [
        ([900.0, 560.0], 1.0),
        ([1100.0, 700.0], 1.0),
        ([1280.0, 800.0], 1.5),
        ([1280.0, 800.0], 2.0),
    ];
    for (size, zoom) in sizes {
        for language in Language::ALL {
            visit(size, zoom, language, |view, window| {
                let bounds = whole(window).expand(0.5);
                let matrix = matches!(view, "permissions" | "entra");
                for node in all(window) {
                    let role = node.accesskit_node().role();
                    // The matrix scrolls sideways.
                    let scrolls = matches!(role, Role::ColumnHeader | Role::Cell | Role::RowHeader);
                    if !is_control(&node) || (matrix && scrolls) {
                        continue;
                    }
                    let rect = node.rect();
                    let inside = rect.left() >= bounds.left() && rect.right() <= bounds.right();
                    let name = label(&node);
                    assert!(
                        inside,
                        "{view} {size:?} x{zoom} {language:?}: `{name}` {rect}"
                    );
                }
            });
        }
    }
}

#[test]
fn everything_that_acts_has_a_name() {
    for language in Language::ALL {
        visit([1280.0, 800.0], 1.0, language, |view, window| {
            for node in all(window).iter().filter(|node| is_control(node)) {
                let data = node.accesskit_node();
                let named = !label(node).trim().is_empty() || data.labelled_by().next().is_some();
                assert!(
                    named,
                    "{view}: a {:?} at {} has no name",
                    data.role(),
                    node.rect()
                );
            }
        });
    }
}

#[test]
fn no_button_is_told_twice() {
    visit([1280.0, 800.0], 1.0, Language::English, |view, window| {
        let nodes = all(window);
        let buttons: Vec<_> = nodes
            .iter()
            .filter(|node| {
                let role = node.accesskit_node().role();
                matches!(role, Role::Button | Role::Tab | Role::Row)
            })
            .map(|node| (node.rect(), label(node)))
            .collect();
        for node in &nodes {
            let data = node.accesskit_node();
            if data.role() != Role::Label || data.is_hidden() {
                continue;
            }
            let text = data.value().unwrap_or_default();
            let rect = node.rect();
            let twice = buttons.iter().find(|(button, name)| {
                button.expand(0.5).contains_rect(rect) && !text.is_empty() && name.contains(&text)
            });
            assert!(
                twice.is_none(),
                "{view}: `{text}` is told again by {twice:?}"
            );
        }
    });
}
