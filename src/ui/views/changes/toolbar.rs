//! The commands of the history: undo, redo, export.

use egui::{Align, Layout, Ui};

use super::history::State;
use super::rows::what;
use crate::domain::diff::{KnownNames, TenantNames};
use crate::t;
use crate::ui::theme::icon;
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

/// Draws the commands at the right of the title.
pub fn commands(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let enabled = if state.shown().is_empty() {
            Err(t!(texts, "changes-none"))
        } else {
            Ok(())
        };
        let text = t!(texts, "command-export");
        if button::command_button(ui, icon::EXPORT, &text, enabled).clicked() {
            state.begin_export(ui.ctx(), cx);
        }
        for command in [UiCommand::Redo, UiCommand::Undo] {
            let name = command.text(texts);
            let would = takes_back(cx, state, &command);
            let enabled = would.clone().map(|_| ());
            let (Ok(tip) | Err(tip)) = would;
            let response = button::command_button(ui, command.icon(), &name, enabled);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(tip.as_str());
            });
            let whole = format!("{tip}\n{}", command.tooltip(ui.ctx(), texts));
            if response.on_hover_text(whole).clicked() {
                cx.outbox.ui(command);
            }
        }
    });
}

/// What undo or redo would do, or why there is nothing to do.
pub fn takes_back(
    cx: &ViewContext<'_>,
    state: &State,
    command: &UiCommand,
) -> Result<String, String> {
    let (texts, session) = (cx.texts, cx.session);
    let redo = *command == UiCommand::Redo;
    let number = if redo {
        session.next_redo()
    } else {
        session.next_undo()
    };
    let tenant = session.tenant();
    let Some(entry) = number.and_then(|number| tenant.audit_entry(number)) else {
        return Err(if redo {
            t!(texts, "changes-nothing-to-redo")
        } else {
            t!(texts, "changes-nothing-to-undo")
        });
    };
    let none = KnownNames::default();
    let names = TenantNames {
        tenant,
        gone: state.facts().map_or(&none, |facts| &facts.gone),
    };
    let what = what(texts, session.catalogue(), &names, entry);
    let number = entry.number;
    Ok(if redo {
        t!(texts, "changes-would-redo", number = number, what = what)
    } else {
        t!(texts, "changes-would-undo", number = number, what = what)
    })
}
