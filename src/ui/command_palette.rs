//! Ctrl+K: every command of the screen, and every person, by typing a part of the name.

use egui::{Align2, Id, Key, Modal, Modifiers, TextStyle, TextWrapMode, Ui, WidgetText, vec2};

use crate::i18n::Texts;
use crate::t;

use super::document::Document;
use super::theme::{self, icon};
use super::ui_command::{LISTED, UiCommand};
use super::widgets::focus::silent;
use super::widgets::search_box::search_box;

/// How many people are offered beside the commands.
const PEOPLE: usize = 8;

/// What was typed and which entry is chosen.
#[derive(Default)]
pub struct State {
    text: String,
    chosen: usize,
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What happens.
    pub command: UiCommand,
    /// Its icon.
    pub icon: &'static str,
    /// What it says.
    pub text: String,
    /// The shortcut or the user principal name.
    pub hint: String,
}

/// What answers a typed text: commands first, then people.
pub fn entries(
    ctx: &egui::Context,
    texts: &Texts,
    document: Option<&Document>,
    text: &str,
) -> Vec<Entry> {
    let wanted = text.trim().to_lowercase();
    let signed_in = document.is_some_and(|open| open.session.actor().is_some());
    let commands = LISTED
        .iter()
        .filter(|command| signed_in || !command.needs_tenant())
        .map(|command| Entry {
            text: command.text(texts),
            icon: command.icon(),
            hint: command
                .shortcut()
                .map_or_else(String::new, |keys| ctx.format_shortcut(&keys)),
            command: command.clone(),
        })
        .filter(|entry| entry.text.to_lowercase().contains(&wanted));
    let mut entries: Vec<_> = commands.collect();
    if let Some(open) = document.filter(|_| signed_in && !wanted.is_empty()) {
        let people = open.index.find(&wanted, PEOPLE);
        let users = open.session.tenant().users();
        entries.extend(people.iter().filter_map(|&row| {
            let user = users.get(row)?;
            Some(Entry {
                command: UiCommand::ShowUser(user.id),
                icon: icon::PERSON,
                text: user.profile.display_name.to_string(),
                hint: user.upn.to_string(),
            })
        }));
    }
    entries
}

/// Shows the palette; the inner value is the chosen command, the outer one whether it closes.
pub fn show(
    ctx: &egui::Context,
    texts: &Texts,
    document: Option<&Document>,
    state: &mut State,
) -> (bool, Option<UiCommand>) {
    let (up, down, enter) = ctx.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let modal = Modal::new(Id::unique("command palette"))
        .area(
            Modal::default_area(Id::unique("command palette"))
                .anchor(Align2::CENTER_TOP, vec2(0.0, 64.0)),
        )
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(theme::SPACE_3))
        .backdrop_color(theme::palette(ctx).backdrop)
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 48.0).min(560.0));
            ui.spacing_mut().text_edit_width = ui.available_width();
            let hint = t!(texts, "palette-hint");
            let field = search_box(ui, &mut state.text, &hint, "palette");
            field.request_focus();
            let entries = entries(ctx, texts, document, &state.text);
            if field.changed() {
                state.chosen = 0;
            }
            if down {
                state.chosen += 1;
            }
            if up {
                state.chosen = state.chosen.saturating_sub(1);
            }
            state.chosen = state.chosen.min(entries.len().saturating_sub(1));
            if entries.is_empty() {
                ui.add_space(theme::SPACE_3);
                ui.label(theme::secondary(ui, t!(texts, "palette-nothing")));
            }
            let mut clicked = None;
            egui::ScrollArea::vertical()
                .max_height((ctx.content_rect().height() - 200.0).clamp(120.0, 420.0))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for (at, entry) in entries.iter().enumerate() {
                        let line = line(ui, entry, at == state.chosen);
                        if at == state.chosen && (up || down) {
                            line.scroll_to_me(None);
                        }
                        if line.clicked() || (enter && at == state.chosen) {
                            clicked = Some(entry.command.clone());
                        }
                    }
                });
            clicked
        });
    let closes = modal.inner.is_some() || modal.should_close();
    (closes, modal.inner)
}

fn line(ui: &mut Ui, entry: &Entry, chosen: bool) -> egui::Response {
    let p = theme::palette(ui);
    let size = vec2(ui.available_width(), theme::CONTROL_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    if chosen || response.hovered() {
        let fill = if chosen { p.selection } else { p.hover };
        ui.painter().rect_filled(rect, theme::RADIUS, fill);
    }
    // The scroll bar keeps clear of the shortcuts.
    let words = rect.shrink2(vec2(theme::SPACE_2, 0.0));
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(words.with_max_x(words.right() - theme::SPACE_2))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let ink = theme::icon_text(entry.icon).color(p.text_secondary);
    silent(inside.label(ink));
    // A long name leaves the hint its share.
    let hint = theme::caption(ui, entry.hint.as_str());
    let wanted = WidgetText::from(hint.clone())
        .into_galley(
            ui,
            Some(TextWrapMode::Extend),
            f32::INFINITY,
            TextStyle::Small,
        )
        .size();
    let room = inside.available_width();
    let kept = wanted.x.min(room * 0.4) + theme::SPACE_3;
    inside.scope(|ui| {
        ui.set_max_width(room - kept);
        silent(ui.add(egui::Label::new(entry.text.as_str()).truncate()));
    });
    inside.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        silent(ui.add(egui::Label::new(hint).truncate()));
    });
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &entry.text));
    response
}
