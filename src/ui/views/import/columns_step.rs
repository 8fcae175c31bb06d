//! The second step: which column is what, with the first values of each beside it.

use egui::{
    Align, Align2, ComboBox, Label, Layout, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, pos2,
    vec2,
};

use super::{State, power};
use crate::exchange::people::m365;
use crate::exchange::people::mapping::{self, Field, Format, Mapping};
use crate::exchange::people::table::PeopleTable;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::{follow, silent};

/// How many records show their values.
const EXAMPLES: usize = 3;
/// The longest value that is shown, in characters.
const SHOWN: usize = 60;
const ROW: f32 = theme::ROW_HEIGHT;
/// The height of a line that is only read.
const LINE: f32 = 20.0;
/// The width of the field chosen for a column.
const CHOICE: f32 = 280.0;

/// Draws the step.
pub fn columns(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let Some(table) = state.table.clone() else {
        return;
    };
    let texts = cx.texts;
    ui.label(theme::subtitle(t!(texts, "import-columns-title")));
    facts(ui, texts, &table);
    power::tell(ui, cx, &mut state.power);
    by_order(ui, texts, state, &table);
    country_code(ui, texts, state);
    ui.add_space(theme::SPACE_2);
    header(ui, texts);
    let partner = cx.session.tenant().organization().certified_partner;
    for column in 0..table.headings().len() {
        one(ui, texts, state, &table, column, partner);
    }
}

/// Which template it is, and what was dropped or left out while it was read.
fn facts(ui: &mut Ui, texts: &Texts, table: &PeopleTable) {
    let p = theme::palette(ui);
    let format = match table.format() {
        Format::Ours => t!(texts, "import-is-ours"),
        Format::MicrosoftAddUsers => t!(texts, "import-is-m365"),
        Format::EntraBulkCreate => t!(texts, "import-is-entra"),
        Format::Unknown { .. } => t!(texts, "import-is-unknown"),
    };
    let known = !matches!(table.format(), Format::Unknown { .. });
    let (glyph, ink) = if known {
        (icon::CHECK_CIRCLE_FILLED, p.good)
    } else {
        (icon::QUESTION_CIRCLE_FILLED, p.warning)
    };
    let mut facts = vec![(glyph, ink, format)];
    if (0..table.headings().len()).any(|column| table.is_dropped(column)) {
        let count = table.passwords();
        let text = t!(texts, "import-passwords-dropped", count = count);
        facts.push((icon::LOCK_FILLED, p.text_secondary, text));
    }
    if !table.examples().is_empty() {
        let count = table.examples().len();
        let text = t!(texts, "import-examples-skipped", count = count);
        facts.push((icon::INFO, p.text_secondary, text));
    }
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LINE;
        for (glyph, ink, text) in facts {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::SPACE_1;
                silent(ui.label(theme::icon_text(glyph).color(ink)));
                ui.add(Label::new(text).wrap());
            });
        }
    });
}

/// Where the headings say nothing, what might be tried instead.
fn by_order(ui: &mut Ui, texts: &Texts, state: &mut State, table: &PeopleTable) {
    let Format::Unknown { like_add_users } = table.format() else {
        return;
    };
    notice::boxed(ui, Tone::Info, |ui| {
        if like_add_users {
            ui.label(t!(texts, "import-like-m365"));
        } else {
            ui.label(t!(texts, "import-map-yourself"));
        }
        ui.horizontal(|ui| {
            if like_add_users && button::standard(ui, t!(texts, "import-by-order")).clicked() {
                state.mapping = m365::by_order(table.headings()).unwrap_or_default();
            }
            if button::standard(ui, t!(texts, "import-by-heading")).clicked() {
                state.mapping = mapping::suggest(table.headings());
            }
        });
    });
}

fn country_code(ui: &mut Ui, texts: &Texts, state: &mut State) {
    ui.add_space(theme::SPACE_1);
    ui.horizontal(|ui| {
        let label = ui.label(theme::medium(t!(texts, "import-country-code")));
        let field = TextEdit::singleline(&mut state.country_code)
            .char_limit(8)
            .hint_text(theme::secondary(ui, "+31"))
            .desired_width(70.0);
        follow(&ui.add(field).labelled_by(label.id));
        let p = theme::palette(ui);
        if !state.code_is_fine() {
            let text = t!(texts, "import-bad-country-code");
            ui.colored_label(p.danger, text);
        } else if let Some(code) = state.code() {
            let digits = code.trim_start_matches('+').to_owned();
            let text = t!(texts, "import-country-code-does", code = digits);
            ui.add(Label::new(theme::caption(ui, text)).truncate());
        } else {
            let text = t!(texts, "import-country-code-none");
            ui.add(Label::new(theme::caption(ui, text)).truncate());
        }
    });
}

/// The heading, the values and the choice of a row.
fn cells(row: Rect) -> [Rect; 3] {
    let choice = CHOICE.min(row.width() * 0.4);
    let rest = row.width() - choice;
    let heading = (rest * 0.4).min(300.0);
    let cell = |left: f32, width: f32| {
        let corner = pos2(row.left() + left, row.top());
        Rect::from_min_size(corner, vec2(width, row.height())).shrink2(vec2(theme::SPACE_1, 0.0))
    };
    [
        cell(0.0, heading),
        cell(heading, rest - heading),
        cell(rest, choice),
    ]
}

fn header(ui: &mut Ui, texts: &Texts) {
    let size = vec2(ui.available_width(), theme::SPACE_6);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let names = [
        t!(texts, "import-column"),
        t!(texts, "import-values"),
        t!(texts, "import-becomes"),
    ];
    for (rect, name) in cells(row).into_iter().zip(names) {
        let mut cell = cell(ui, rect);
        let name = theme::caption(&cell, name);
        cell.add(Label::new(name).truncate());
    }
    let line = Stroke::new(1.0, theme::palette(ui).line);
    ui.painter().hline(row.x_range(), row.bottom(), line);
}

fn one(
    ui: &mut Ui,
    texts: &Texts,
    state: &mut State,
    table: &PeopleTable,
    column: usize,
    partner: bool,
) {
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    ui.spacing_mut().item_spacing.y = spacing;
    let p = theme::palette(ui);
    let line = Stroke::new(1.0, p.line);
    ui.painter().hline(row.x_range(), row.bottom(), line);
    if !ui.is_rect_visible(row) {
        return;
    }
    let [heading, values, choice] = cells(row);
    let name = column_name(texts, table, column);
    let dropped = table.is_dropped(column);
    let field = state.mapping.field(column);
    let quiet = dropped || field.is_none();

    let mut ui_heading = cell(ui, heading);
    let ink = if quiet { p.text_secondary } else { p.text };
    let words = theme::medium(name.as_str()).color(ink);
    ui_heading
        .add(Label::new(words).truncate())
        .on_hover_text(&name);
    let mut ui_values = cell(ui, values);
    if dropped {
        let words = t!(texts, "import-dropped");
        ui_values.spacing_mut().item_spacing.x = theme::SPACE_1;
        silent(ui_values.label(theme::icon_text(icon::LOCK).color(p.text_secondary)));
        let words = theme::secondary(&ui_values, words);
        ui_values.add(Label::new(words).truncate());
        return;
    }
    let shown = first_values(table, column);
    let words = theme::secondary(&ui_values, shown.as_str());
    ui_values.add(Label::new(words).truncate());
    let mut ui_choice = cell(ui, choice);
    choose(
        &mut ui_choice,
        texts,
        &mut state.mapping,
        &name,
        column,
        partner,
    );
}

fn choose(
    ui: &mut Ui,
    texts: &Texts,
    mapping: &mut Mapping,
    name: &str,
    column: usize,
    partner: bool,
) {
    let field = mapping.field(column);
    let offered_name = |field: Field| {
        let name = field_name(texts, field);
        if field.is_required() {
            t!(texts, "import-required", name = name)
        } else {
            name
        }
    };
    let text = match field {
        Some(field) => theme::medium(offered_name(field)),
        None => theme::secondary(ui, t!(texts, "import-ignored")),
    };
    let list = ComboBox::from_id_salt(("field of column", column))
        .selected_text(text)
        .width(ui.available_width() - theme::SPACE_1)
        .height(420.0)
        .truncate()
        .icon(|ui, rect, _, _| {
            let ink = theme::palette(ui).text_secondary;
            let font = theme::font(theme::ICON_SIZE);
            ui.painter().text(
                rect.center(),
                Align2::CENTER_CENTER,
                icon::CHEVRON_DOWN,
                font,
                ink,
            );
        })
        .show_ui(ui, |ui| {
            let none = t!(texts, "import-ignored");
            if ui.selectable_label(field.is_none(), none).clicked() {
                mapping.set(column, None);
            }
            // Only a certified partner has this to give (R18).
            let offered =
                |it: &Field| *it != Field::DelegatedAdministration || partner || field == Some(*it);
            for offer in Field::ALL.into_iter().filter(offered) {
                let words = offered_name(offer);
                if ui.selectable_label(field == Some(offer), words).clicked() {
                    mapping.set(column, Some(offer));
                }
            }
        });
    let label = t!(texts, "import-becomes-of", column = name);
    let response = list.response.accessible_name(label.as_str());
    follow(&response);
}

/// The name of a field.
pub fn field_name(texts: &Texts, field: Field) -> String {
    let key = format!("import-field-{}", field.key().replace('_', "-"));
    texts.dynamic(&key)
}

fn column_name(texts: &Texts, table: &PeopleTable, column: usize) -> String {
    let heading = table.headings().get(column);
    match heading.map(AsRef::as_ref) {
        None | Some("") => t!(texts, "import-column-number", number = column + 1),
        Some(heading) => heading.to_owned(),
    }
}

/// The first values of a column, cut to what fits on a line.
pub fn first_values(table: &PeopleTable, column: usize) -> String {
    let mut values: Vec<String> = Vec::new();
    for record in 0..table.len().min(200) {
        let value = table.cell(record, column);
        if value.is_empty() {
            continue;
        }
        let hides =
            |letter: char| letter.is_control() || ('\u{2028}'..='\u{206f}').contains(&letter);
        let plain = value.chars().take(SHOWN);
        let plain = plain.map(|letter| if hides(letter) { ' ' } else { letter });
        values.push(plain.collect());
        if values.len() == EXAMPLES {
            break;
        }
    }
    values.join("  ·  ")
}

fn cell(ui: &mut Ui, rect: Rect) -> Ui {
    let middle = Layout::left_to_right(Align::Center);
    let mut cell = ui.new_child(UiBuilder::new().max_rect(rect).layout(middle));
    let clip = rect.expand2(vec2(4.0, 0.0)).intersect(cell.clip_rect());
    cell.set_clip_rect(clip);
    cell
}
