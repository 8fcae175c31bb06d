//! What stands above the list: title and tabs, search, commands and filters; and what stands in
//! place of a list without a row.

use egui::{Key, Modifiers, Response, Ui};

use super::custom::Custom;
use super::holders::Holders;
use super::{State, Tab, export, filters, rows};
use crate::exchange::csv;
use crate::i18n::number;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::paint;
use crate::ui::views::groups::verdicts::Verdict;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::search_box::search_box;

/// The width of the search box, and the least beside which commands have their words.
const SEARCH: f32 = 320.0;
const LEAST_SEARCH: f32 = 220.0;

/// How a command is drawn.
type Command = fn(&mut Ui, &str, &str, Verdict) -> Response;

/// Title and tabs. Returns what has the keyboard where there is no list.
pub fn title(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State, holders: &Holders) -> egui::Id {
    let texts = cx.texts;
    let all = state.counts(cx, holders).all;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-roles")));
        let found = state.shown(cx, holders).len();
        if state.tab == Tab::Roles && found != all {
            let (shown, all) = (number(texts, found), number(texts, all));
            let text = t!(texts, "matrix-of", shown = shown, all = all);
            ui.label(theme::secondary(ui, text));
        }
    });
    let mut first = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        let compared = state.compare.roles().len();
        let tabs = [
            (
                Tab::Roles,
                format!("{} {}", t!(texts, "view-roles"), number(texts, all)),
            ),
            (
                Tab::Compare,
                if compared == 0 {
                    t!(texts, "changes-compare")
                } else {
                    let count = number(texts, compared);
                    format!("{} {count}", t!(texts, "changes-compare"))
                },
            ),
            (Tab::Changes, t!(texts, "roles-changes")),
        ];
        for (tab, name) in tabs {
            let response = paint::tab(ui, &name, state.tab == tab);
            if state.tab == tab {
                first = Some(response.id);
            }
            if response.clicked() && state.tab != tab {
                state.tab = tab;
                ui.ctx().request_repaint();
            }
        }
    });
    first.unwrap_or_else(|| ui.scope_id())
}

/// The search box, the commands and the filters. What makes a role of the tenant's own stands
/// among the commands.
pub fn bar(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State, holders: &Holders) {
    let texts = cx.texts;
    let counts = state.counts(cx, holders);
    let shown = state.shown(cx, holders);
    ui.horizontal(|ui| {
        let export = t!(texts, "command-export");
        let new = t!(texts, "custom-new");
        let room = ui.available_width();
        let widths = [&new, &export].map(|it| button::command_width(ui, it) + theme::SPACE_2);
        let for_commands: f32 = widths.iter().sum();
        // Where there is little room, the commands are told by their icons.
        let fits = room - for_commands >= LEAST_SEARCH;
        let (command, for_commands): (Command, _) = if fits {
            (button::command_button, for_commands)
        } else {
            let icons = 2.0 * (theme::CONTROL_HEIGHT + theme::SPACE_2);
            (button::command_icon, icons)
        };
        ui.spacing_mut().text_edit_width = SEARCH.min(room - for_commands);
        let hint = t!(texts, "editor-search-roles");
        let field = search_box(ui, &mut state.query.text, &hint, "search the catalogue");
        if into_list(ui, &field) {
            state.list.want_keyboard();
        }
        let define = state.may_define(cx);
        if command(ui, icon::ADD, &new, define).clicked() {
            state.custom = Some(Custom::new(cx));
        }
        let possible = if shown.is_empty() {
            Err(t!(texts, "matrix-nothing"))
        } else {
            Ok(())
        };
        if command(ui, icon::EXPORT, &export, possible).clicked() {
            let words = Words {
                texts,
                session: cx.session,
            };
            let table = export::table(cx.session.catalogue(), words, &shown);
            cx.outbox.ui(UiCommand::Export {
                name: "roles.csv".to_owned(),
                text: csv::to_string(&table),
            });
        }
    });
    let words = Words {
        texts,
        session: cx.session,
    };
    let before = state.query.filters.clone();
    filters::bar(ui, words, &counts, &mut state.query.filters);
    if before != state.query.filters {
        ui.ctx().request_repaint();
    }
}

/// Whether the keyboard goes from a search box into the list below it. The arrow is used up: it
/// goes to the first row and not past it.
pub fn into_list(ui: &Ui, field: &Response) -> bool {
    let here = field.has_focus() || field.lost_focus();
    here && ui.input_mut(|input| {
        let plain = input.modifiers == Modifiers::NONE;
        input.consume_key(Modifiers::NONE, Key::ArrowDown)
            || (plain && input.key_pressed(Key::Enter))
    })
}

/// What stands in place of an empty list.
pub fn nothing(ui: &mut Ui, cx: &ViewContext<'_>, state: &mut State) {
    let texts = cx.texts;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        ui.label(
            theme::icon_text(icon::SEARCH)
                .size(theme::ICON_SIZE_EMPTY)
                .line_height(None)
                .color(p.text_secondary),
        );
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(t!(texts, "roles-none-found")));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(theme::secondary(ui, t!(texts, "roles-none-found-hint")));
        });
        ui.add_space(theme::SPACE_3);
        if !state.query.filters.is_empty()
            && button::standard(ui, t!(texts, "clear-filters")).clicked()
        {
            state.query.filters = rows::Filters::default();
        }
        if !state.query.text.is_empty() && button::standard(ui, t!(texts, "search-clear")).clicked()
        {
            state.query.text.clear();
        }
    });
}
