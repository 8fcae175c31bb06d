//! The list of findings. Only the rows in sight exist.

use egui::{
    Align, FontSelection, Label, Layout, Rect, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder,
    WidgetText, pos2, text::LayoutJob, vec2,
};

use super::paint;
use super::rows::{Row, severity_word};
use crate::domain::review::FindingKey;
use crate::i18n::{Texts, date, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{PAD, glyph, line};
use crate::ui::widgets::focus::silent;

/// A row holds two lines of the finding and one of what it concerns.
pub const ROW: f32 = 76.0;
const SEVERITY: f32 = 152.0;
const PEOPLE: f32 = 76.0;
const RULE: f32 = 52.0;
const MESSAGE_LINES: usize = 2;
/// Rows keep this far from the sides of the card, so that its round corners stay whole.
const INSET: f32 = 4.0;

/// What holds the keyboard for all rows.
pub fn list_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("findings")
}

/// Draws these rows in the space that is left. Returns what is to be opened.
pub fn list(
    ui: &mut Ui,
    texts: &Texts,
    rows: &[Row],
    shown: &[usize],
    open: Option<FindingKey>,
    state: &mut ListState,
) -> Option<FindingKey> {
    let p = theme::palette(ui);
    let card = ui.available_rect_before_wrap();
    let id = list_id(ui);
    ui.advance_cursor_after_rect(card);
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        card,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        StrokeKind::Inside,
    );
    let name = t!(texts, "review-list");
    let spec = Spec {
        id,
        name: &name,
        area: card
            .shrink2(vec2(INSET, 1.0))
            .with_max_x(card.right() - 1.0),
        count: shown.len(),
        row_height: ROW,
    };
    let mut visible = state.begin(ui, &spec);
    for place in visible.range.clone() {
        let Some(row) = shown.get(place).and_then(|at| rows.get(*at)) else {
            continue;
        };
        let is_open = open == Some(row.key);
        let face = Face {
            selected: is_open,
            open: is_open,
            spoken: spoken(texts, row),
        };
        let (rect, id) = state.row(&mut visible, place, row.place, &face);
        cells(&mut visible.ui, texts, row, rect, id);
    }
    let (Used::Open(place) | Used::Toggle(place)) = visible.used? else {
        return None;
    };
    let row = shown.get(place).and_then(|at| rows.get(*at))?;
    Some(row.key)
}

/// What a screen reader says of the row.
fn spoken(texts: &Texts, row: &Row) -> String {
    let mut parts = vec![severity_word(texts, row.severity)];
    parts.extend(row.rule_label());
    parts.push(row.message.clone());
    if row.people > 0 {
        parts.push(t!(texts, "review-people-count", count = row.people));
    }
    parts.extend(row.roles.iter().map(|role| {
        let word = role.privileged.then(|| t!(texts, "privileged"));
        let word = word.map(|word| format!(" ({word})")).unwrap_or_default();
        format!("{}{word}", role.name)
    }));
    parts.extend(row.groups.iter().map(|(_, name)| name.clone()));
    parts.extend(row.accepted.as_ref().map(|it| it.reason.clone()));
    parts.extend(paint::days(texts, row));
    parts.join(", ")
}

fn cells(ui: &mut Ui, texts: &Texts, row: &Row, rect: Rect, id: egui::Id) {
    let p = theme::palette(ui);
    let (picture, ink) = paint::face(ui, row.severity);
    let left = rect.left() + PAD + 4.0;
    glyph(
        ui,
        pos2(left, rect.center().y),
        picture,
        theme::ICON_SIZE_LARGE,
        ink,
    );
    let word = theme::medium(severity_word(texts, row.severity)).color(p.text);
    let at = pos2(
        left + theme::ICON_SIZE_LARGE + theme::SPACE_2,
        rect.center().y,
    );
    let width = rect.left() + SEVERITY - at.x;
    line(ui, id.with("severity"), at, width, word, "");

    let mut right = rect.right() - PAD;
    let mut column = |width: f32| {
        right -= width;
        Rect::from_min_size(pos2(right, rect.top()), vec2(width, rect.height()))
    };
    let (rule, people) = (column(RULE), column(PEOPLE));
    if let Some(label) = row.rule_label() {
        let label = theme::secondary(ui, label);
        line(ui, id.with("rule"), rule.left_center(), RULE, label, "");
    }
    if row.people > 0 {
        let at = people.left_center();
        glyph(ui, at, icon::USERS, theme::ICON_SIZE, p.text_secondary);
        let at = at + vec2(theme::ICON_SIZE + theme::SPACE_1, 0.0);
        let count = theme::secondary(ui, number(texts, row.people));
        let width = people.right() - at.x;
        line(ui, id.with("people"), at, width, count, "");
    }
    let middle = Rect::from_min_max(
        pos2(rect.left() + SEVERITY, rect.top()),
        pos2(people.left() - PAD, rect.bottom()),
    );
    message(ui, texts, row, middle, id);
}

/// What was found, and under it what it concerns or why it is left as it is.
fn message(ui: &mut Ui, texts: &Texts, row: &Row, area: Rect, id: egui::Id) {
    let p = theme::palette(ui);
    let words = WidgetText::from(theme::medium(row.message.as_str()).color(p.text));
    let mut job: LayoutJob =
        (*words.into_layout_job(ui.style(), FontSelection::Default, Align::Center)).clone();
    job.wrap = egui::text::TextWrapping {
        max_width: area.width(),
        max_rows: MESSAGE_LINES,
        ..egui::text::TextWrapping::default()
    };
    job.halign = Align::LEFT;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let below = row.accepted.is_some() || !row.roles.is_empty() || !row.groups.is_empty();
    let second = if below {
        theme::CHIP_HEIGHT + theme::SPACE_1
    } else {
        0.0
    };
    let top = area.center().y - f32::midpoint(galley.size().y, second);
    let at = pos2(area.left(), top);
    if galley.elided {
        let place = Rect::from_min_size(at, galley.size());
        ui.interact(place, id.with("message"), egui::Sense::hover())
            .on_hover_text(&row.message);
    }
    let height = galley.size().y;
    ui.painter().galley(at, galley, p.text);
    if !below {
        return;
    }
    let under = Rect::from_min_size(
        pos2(area.left(), top + height + theme::SPACE_1),
        vec2(area.width(), theme::CHIP_HEIGHT),
    );
    let place = UiBuilder::new()
        .max_rect(under)
        .id_salt((id, "under"))
        .layout(Layout::left_to_right(Align::Center));
    let mut inside = ui.new_child(place);
    inside.shrink_clip_rect(under);
    if let Some(accepted) = &row.accepted {
        let until = t!(
            texts,
            "review-accepted-until",
            date = date(texts, accepted.until)
        );
        let days = paint::days(texts, row).unwrap_or_default();
        let words = format!("{until} · {days} · {}", accepted.reason);
        let label = Label::new(theme::caption(&inside, words.as_str())).truncate();
        silent(inside.add(label)).on_hover_text(words);
    } else if row.roles.is_empty() {
        let names: Vec<_> = row.groups.iter().map(|(_, name)| name.as_str()).collect();
        let names = names.join(", ");
        let label = Label::new(theme::caption(&inside, names.as_str())).truncate();
        inside.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        silent(inside.add(label)).on_hover_text(names);
    } else {
        paint::roles(&mut inside, texts, &row.roles);
    }
}
