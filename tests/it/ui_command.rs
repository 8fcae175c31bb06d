//! The one list of what changes the screen.

use std::collections::HashMap;

use egui::{Key, Modifiers};
use mandate::domain::language::Language;
use mandate::i18n::Texts;
use mandate::ui::View;
use mandate::ui::ui_command::{LISTED, UiCommand, pressed};

#[test]
fn no_two_commands_have_the_same_shortcut() {
    let mut seen = HashMap::new();
    for command in LISTED {
        if let Some(shortcut) = command.shortcut() {
            let other = seen.insert(shortcut, command);
            assert_eq!(other, None, "{command:?} has a shortcut of its own");
        }
    }
    assert!(seen.len() >= 12, "the everyday commands have shortcuts");
}

#[test]
fn every_command_and_view_has_its_texts_in_both_languages() {
    let ctx = egui::Context::default();
    for language in Language::ALL {
        let texts = Texts::new(language);
        for command in LISTED {
            let text = command.text(&texts);
            let tip = command.tooltip(&ctx, &texts);
            assert!(text.contains(char::is_uppercase), "{command:?}: {text}");
            assert!(!text.contains("command-"), "{command:?}: {text}");
            assert!(!tip.contains("command-"), "{command:?}: {tip}");
        }
        for view in [
            View::Start,
            View::SignIn,
            View::ActiveUsers,
            View::Permissions,
        ] {
            assert!(texts.has(view.title_key()), "{view:?}");
        }
    }
}

#[test]
fn the_longer_of_two_shortcuts_wins() {
    let shift = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    for (modifiers, key, expected) in [
        (Modifiers::COMMAND, Key::Z, Some(UiCommand::Undo)),
        (shift, Key::Z, Some(UiCommand::Redo)),
        (Modifiers::COMMAND, Key::S, Some(UiCommand::Save)),
        (shift, Key::S, Some(UiCommand::SaveAs)),
        (Modifiers::COMMAND, Key::K, Some(UiCommand::CommandPalette)),
        (Modifiers::NONE, Key::K, None),
    ] {
        let ctx = egui::Context::default();
        let input = egui::RawInput {
            events: vec![egui::Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers,
            }],
            ..egui::RawInput::default()
        };
        let mut found = None;
        let mut output = ctx.run_ui(input, |ui| {
            found = found.take().or_else(|| pressed(ui.ctx()));
        });
        output.textures_delta.clear();
        assert_eq!(found, expected, "{modifiers:?} {key:?}");
    }
}
