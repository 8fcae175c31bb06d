//! What the history is filtered by: person, role, who did it, when, and words.

use egui::{Align, Button, Frame, Layout, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use super::dates::{Typed, day};
use super::facts::Choice;
use super::history::State;
use crate::domain::fold::fold;
use crate::domain::time::Timestamp;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::filter_chip_menu;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::search_box::search_box;

const LIST_WIDTH: f32 = 300.0;
const LIST_HEIGHT: f32 = 320.0;
/// From how many on names are looked for by typing.
const MANY: usize = 10;
/// How many names are listed at most; typing finds the others.
const LISTED: usize = 200;

/// What is typed to find a name in each of the menus.
#[derive(Default)]
pub struct Finds {
    person: String,
    role: String,
    actor: String,
}

/// Draws the filters and changes them as they are clicked.
pub fn bar(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    let facts = state.facts().cloned();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        if let Some(facts) = &facts {
            let State { query, finds, .. } = state;
            let any = t!(texts, "changes-anyone");
            let name = called(&facts.people, query.person);
            let name = name.unwrap_or_else(|| t!(texts, "changes-person"));
            let chip = filter_chip_menu(ui, &name, query.person.is_some());
            choose(
                &chip,
                texts,
                &any,
                &facts.people,
                &mut query.person,
                &mut finds.person,
            );

            let name = called(&facts.roles, query.role);
            let name = name.unwrap_or_else(|| t!(texts, "filter-role"));
            let any_role = t!(texts, "filter-role-any");
            let chip = filter_chip_menu(ui, &name, query.role.is_some());
            choose(
                &chip,
                texts,
                &any_role,
                &facts.roles,
                &mut query.role,
                &mut finds.role,
            );

            let name = called(&facts.actors, query.actor)
                .map(|name| t!(texts, "changes-actor-is", name = name));
            let name = name.unwrap_or_else(|| t!(texts, "changes-actor"));
            let chip = filter_chip_menu(ui, &name, query.actor.is_some());
            choose(
                &chip,
                texts,
                &any,
                &facts.actors,
                &mut query.actor,
                &mut finds.actor,
            );
        }
        period(ui, texts, cx.session.now(), &mut state.typed);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().text_edit_width = 300.0;
            let hint = t!(texts, "changes-search");
            search_box(ui, &mut state.query.text, &hint, "search the history");
        });
    });
}

fn called<T: PartialEq>(choices: &[Choice<T>], chosen: Option<T>) -> Option<String> {
    let chosen = chosen?;
    let found = choices.iter().find(|(_, id, _)| *id == chosen);
    found.map(|(name, ..)| name.clone())
}

/// A list below a chip, to choose one of or, first of all, any.
fn choose<T: Copy + PartialEq>(
    chip: &Response,
    texts: &Texts,
    any: &str,
    choices: &[Choice<T>],
    chosen: &mut Option<T>,
    find: &mut String,
) {
    popup(chip, |ui| {
        if choices.len() > MANY {
            ui.spacing_mut().text_edit_width = LIST_WIDTH - 2.0 * theme::SPACE_2;
            let hint = t!(texts, "changes-find");
            search_box(ui, find, &hint, chip.id.with("find"));
            ui.add_space(theme::SPACE_1);
        }
        if option(ui, any, None, chosen.is_none()) {
            *chosen = None;
            ui.close();
        }
        ui.separator();
        let wanted = fold(find);
        let found = choices.iter();
        let found = found.filter(|(name, ..)| wanted.is_empty() || fold(name).contains(&wanted));
        let scroll = ScrollArea::vertical().max_height(LIST_HEIGHT);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            // The scroll bar keeps clear of the counts.
            ui.set_max_width(ui.available_width() - theme::SPACE_4);
            for (name, id, count) in found.take(LISTED) {
                let count = number(texts, *count);
                if option(ui, name, Some(&count), *chosen == Some(*id)) {
                    *chosen = Some(*id);
                    find.clear();
                    ui.close();
                }
            }
        });
    });
}

fn period(ui: &mut Ui, texts: &Texts, now: Timestamp, typed: &mut Typed) {
    let name = match (typed.from.trim(), typed.until.trim()) {
        ("", "") => t!(texts, "changes-period"),
        (from, "") => format!("{from} –"),
        ("", until) => format!("– {until}"),
        (from, until) => format!("{from} – {until}"),
    };
    let chip = filter_chip_menu(ui, &name, !typed.is_empty());
    popup(&chip, |ui| {
        for (name, period) in [
            (t!(texts, "changes-any-time"), Typed::default()),
            (t!(texts, "changes-today"), Typed::last_days(texts, now, 1)),
            (t!(texts, "changes-week"), Typed::last_days(texts, now, 7)),
            (t!(texts, "changes-month"), Typed::last_days(texts, now, 30)),
            (t!(texts, "changes-year"), Typed::this_year(texts, now)),
        ] {
            if option(ui, &name, None, *typed == period) {
                *typed = period;
                ui.close();
            }
        }
        ui.separator();
        Frame::new().inner_margin(theme::SPACE_1).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::SPACE_2;
            let Typed { from, until } = typed;
            for (label, text) in [
                (t!(texts, "changes-from"), from),
                (t!(texts, "changes-until"), until),
            ] {
                let wrong = !text.trim().is_empty() && day(text).is_none();
                let errors: Vec<_> = wrong
                    .then(|| t!(texts, "changes-date-invalid"))
                    .into_iter()
                    .collect();
                let hint = t!(texts, "changes-date-hint");
                let look = Field {
                    label: &label,
                    hint: &hint,
                    errors: &errors,
                    limit: 10,
                    ..Field::default()
                };
                field::field(ui, label.as_str(), text, look);
            }
            if button::standard(ui, t!(texts, "close")).clicked() {
                ui.close();
            }
        });
    });
}

fn popup(response: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(response)
        .gap(theme::SPACE_1)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIST_WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            Frame::new().inner_margin(theme::SPACE_1).show(ui, content);
        });
}

fn option(ui: &mut Ui, name: &str, count: Option<&str>, chosen: bool) -> bool {
    let mark = if chosen { icon::CHECK } else { "\u{2003}" };
    let spoken = count.map_or_else(|| name.to_owned(), |count| format!("{name} ({count})"));
    let count = theme::secondary(ui, count.unwrap_or_default());
    let face = Button::new((theme::icon_text(mark), name))
        .truncate()
        .frame_when_inactive(false)
        .right_text(count);
    ui.add(face).accessible_name(spoken).clicked()
}
