//! Who of a certified partner's people may administer its customers, and how far.

use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, vec2};

use super::parts;
use super::rows::Delegates;
use crate::domain::user::DelegatedAdministration;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD};
use crate::ui::views::role_editor::words::{Words, level_name};
use crate::ui::widgets::chip::{Tone, chip, chip_width};

/// The levels that administer, the higher first.
const LEVELS: [DelegatedAdministration; 2] = [
    DelegatedAdministration::Full,
    DelegatedAdministration::Limited,
];
/// How many people are named before the others are counted.
const NAMED: usize = 5;

/// A level, how many have it, and what it is comparable to.
fn level_line(words: Words<'_>, level: DelegatedAdministration, count: usize) -> String {
    let role = words.comparable(level).unwrap_or_default();
    let name = level_name(words.texts, level);
    t!(
        words.texts,
        "org-level-line",
        level = name,
        count = count,
        role = role
    )
}

/// Draws who they are in a few lines, below one of the customers.
pub fn summary(ui: &mut Ui, cx: &mut ViewContext<'_>, people: &Delegates) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        ui.label(theme::medium(t!(texts, "org-who-administers-this")));
        let about = theme::caption(ui, t!(texts, "org-customer-about"));
        ui.add(egui::Label::new(about).wrap());
        for level in LEVELS {
            let all = people.at(level);
            let line = level_line(words, level, all.len());
            ui.add(egui::Label::new(line).wrap());
            let named = all.iter().take(NAMED);
            for user in named.filter_map(|id| cx.session.tenant().user(*id)) {
                if ui.link(&*user.profile.display_name).clicked() {
                    cx.outbox.ui(UiCommand::ShowUser(user.id));
                }
            }
            let more = all.len().saturating_sub(NAMED);
            if more > 0 {
                ui.label(theme::secondary(ui, t!(texts, "editor-more", count = more)));
            }
        }
        if people.is_empty() {
            let hint = theme::secondary(ui, t!(texts, "org-nobody-administers"));
            ui.add(egui::Label::new(hint).wrap());
        }
    });
}

/// Draws the list in the whole of `ui`.
pub fn delegates(ui: &mut Ui, cx: &mut ViewContext<'_>, people: &Delegates, state: &mut ListState) {
    let texts = cx.texts;
    let area = ui.max_rect();
    parts::card(ui, area);
    let inside = area.shrink2(vec2(theme::SPACE_4, theme::SPACE_3));
    let mut head = ui.new_child(UiBuilder::new().max_rect(inside).id_salt("head"));
    head.spacing_mut().item_spacing.y = theme::SPACE_1;
    head.label(theme::subtitle(t!(texts, "org-who-administers")));
    let about = theme::caption(&head, t!(texts, "org-who-administers-about"));
    head.add(egui::Label::new(about).wrap());
    head.add_space(theme::SPACE_2);
    let words = Words {
        texts,
        session: cx.session,
    };
    for level in LEVELS {
        let count = people.at(level).len();
        head.add(egui::Label::new(level_line(words, level, count)).wrap());
    }
    let top = head.min_rect().bottom() + theme::SPACE_3;
    if people.is_empty() {
        let rest = inside.with_min_y(top);
        let mut rest = ui.new_child(UiBuilder::new().max_rect(rest).id_salt("nobody"));
        let hint = theme::secondary(&rest, t!(texts, "org-nobody-administers"));
        rest.add(egui::Label::new(hint).wrap());
        return;
    }
    let line = Stroke::new(1.0, theme::palette(ui).line);
    ui.painter().hline(area.x_range(), top, line);
    let id = ui.scope_id().with("delegates");
    let list = Rect::from_min_max(
        egui::pos2(area.left() + theme::SPACE_1, top + 1.0),
        area.max - vec2(1.0, 1.0),
    );
    panes::mark(ui, Pane::Details, area, id);
    let spec = Spec {
        id,
        name: &t!(texts, "org-who-administers"),
        area: list,
        count: people.len(),
        row_height: theme::ROW_HEIGHT,
    };
    let mut visible = state.begin(ui, &spec);
    for place in visible.range.clone() {
        let Some((user, level)) = people.get(place) else {
            continue;
        };
        let Some(user) = cx.session.tenant().user(user) else {
            continue;
        };
        let (glyph, tone, name) = face(words, level);
        let face = Face {
            selected: false,
            open: false,
            spoken: format!("{}, {}, {name}", user.profile.display_name, user.upn),
        };
        let (rect, id) = state.row(&mut visible, place, user.id, &face);
        let row = rect.shrink2(vec2(PAD, 0.0));
        let wide = chip_width(&visible.ui, &name, Some(glyph));
        let left = row.with_max_x(row.right() - wide - theme::SPACE_2);
        paint::person(&mut visible.ui, id, left, user);
        let right = row.with_min_x(row.right() - wide);
        let layout = Layout::left_to_right(Align::Center);
        let place = UiBuilder::new()
            .max_rect(right)
            .id_salt((id, "level"))
            .layout(layout);
        chip(&mut visible.ui.new_child(place), &name, tone, Some(glyph));
    }
    if let Some(Used::Open(place)) = visible.used
        && let Some((user, _)) = people.get(place)
    {
        cx.outbox.ui(UiCommand::ShowUser(user));
    }
}

/// How a level is marked: one that is comparable to a privileged role as such.
fn face(words: Words<'_>, level: DelegatedAdministration) -> (&'static str, Tone, String) {
    let role = level
        .comparable_to()
        .map(crate::domain::office365::Office365Role::template_id);
    let privileged = role.is_some_and(|role| words.is_privileged(role));
    let (glyph, tone) = if privileged {
        (icon::PRIVILEGED, Tone::Privileged)
    } else {
        (icon::PARTNER, Tone::Accent)
    };
    let name = match level {
        DelegatedAdministration::Full => t!(words.texts, "org-level-full"),
        DelegatedAdministration::Limited => t!(words.texts, "org-level-limited"),
        DelegatedAdministration::None => level_name(words.texts, level),
    };
    (glyph, tone, name)
}
