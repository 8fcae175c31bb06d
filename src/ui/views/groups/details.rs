//! The details of a group or a unit: what it is, what it holds, and who is in it.

use std::collections::BTreeSet;

use egui::{Align, Frame, Label, Layout, Margin, Stroke, Ui, vec2};

use super::held::{self, Asked};
use super::list::mark;
use super::listing::ListState;
use super::paint;
use super::people::{People, people};
use super::rows::{Overview, Subject};
use super::verdicts::Verdicts;
use crate::domain::group::MemberSet;
use crate::i18n::number;
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::focus::silent;

/// The least height below the name in which what a group means is spelt out.
const ROOMY: f32 = 360.0;

/// Which part of the details is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The people in it.
    #[default]
    Members,
    /// Who decides who is in it.
    Owners,
    /// The roles that are given to it, or held over it.
    Roles,
}

/// What is shown of the one that is open.
#[derive(Debug, Default)]
pub struct Details {
    part: Part,
    members: People,
    owners: People,
    roles: ListState,
}

/// What was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// Close the details.
    Close,
    /// Give it another name.
    Rename,
    /// Delete it.
    Delete,
    /// Add people.
    AddTo(MemberSet),
    /// Give it roles.
    GiveRoles,
    /// Show another.
    Show(Subject),
}

impl Details {
    /// Shows this part.
    pub fn show(&mut self, part: Part) {
        self.part = part;
    }
}

/// Draws the details of `subject` into the whole of `ui`.
pub fn details(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    overview: &Overview,
    subject: Subject,
    verdicts: &Verdicts,
    state: &mut Details,
) -> Option<Clicked> {
    let p = theme::palette(ui);
    let area = ui.max_rect();
    let outline = Stroke::new(1.0, p.line);
    ui.painter().rect(
        area,
        theme::RADIUS_CARD,
        p.surface,
        outline,
        egui::StrokeKind::Inside,
    );
    Frame::new()
        .inner_margin(Margin {
            left: 16,
            right: 16,
            top: 12,
            bottom: 8,
        })
        .show(ui, |ui| {
            let clicked = head(ui, cx, subject, verdicts, area);
            meaning(ui, cx, subject);
            tabs(ui, cx, overview, subject, state);
            let clicked_below = part(ui, cx, overview, subject, verdicts, state);
            clicked.or(clicked_below)
        })
        .inner
}

/// The name, and what can be done to the whole.
fn head(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    subject: Subject,
    verdicts: &Verdicts,
    area: egui::Rect,
) -> Option<Clicked> {
    let texts = cx.texts;
    let p = theme::palette(ui);
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_1;
        let glyph = match subject {
            Subject::Group(_) => icon::GROUP_FILLED,
            Subject::Unit(_) => icon::ORGANISATION_FILLED,
        };
        let glyph = theme::icon_text(glyph).size(theme::ICON_SIZE_LARGE);
        silent(ui.label(glyph.color(p.accent_text)));
        ui.add_space(theme::SPACE_1);
        let buttons = 3.0 * (theme::CONTROL_HEIGHT + theme::SPACE_1) + theme::SPACE_1;
        let room = (ui.available_width() - buttons).max(0.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(room, theme::CONTROL_HEIGHT), layout, |ui| {
            ui.set_width(room);
            let name = subject.name(cx.session.tenant()).unwrap_or_default();
            let label = Label::new(theme::title(name).size(18.0)).truncate();
            ui.add(label);
        });
        let rename = t!(texts, "group-rename");
        let button = button::command_icon(ui, icon::EDIT, &rename, verdicts.rename.clone());
        if button.clicked() {
            clicked = Some(Clicked::Rename);
        }
        let delete = t!(texts, "group-delete");
        let button = button::command_icon(ui, icon::DELETE, &delete, verdicts.delete.clone());
        if button.clicked() {
            clicked = Some(Clicked::Delete);
        }
        let close = t!(texts, "editor-close-panel");
        let close = button::icon_button(ui, icon::DISMISS, &close);
        panes::mark(ui, Pane::Details, area, close.id);
        if close.clicked() {
            clicked = Some(Clicked::Close);
        }
    });
    clicked
}

/// What kind it is, and what that means.
fn meaning(ui: &mut Ui, cx: &ViewContext<'_>, subject: Subject) {
    let texts = cx.texts;
    let tenant = cx.session.tenant();
    let marked = match subject {
        Subject::Group(id) => tenant
            .groups()
            .get(&id)
            .is_some_and(|it| it.role_assignable),
        Subject::Unit(id) => {
            let unit = tenant.administrative_units().get(&id);
            unit.is_some_and(|it| it.restricted)
        }
    };
    let (word, about) = match (subject, marked) {
        (Subject::Group(_), true) => (
            t!(texts, "group-role-assignable"),
            t!(texts, "group-role-assignable-about"),
        ),
        (Subject::Group(_), false) => (
            t!(texts, "group-ordinary"),
            t!(texts, "group-ordinary-about"),
        ),
        (Subject::Unit(_), true) => (
            t!(texts, "group-restricted"),
            t!(texts, "group-restricted-about"),
        ),
        (Subject::Unit(_), false) => (t!(texts, "group-unit"), t!(texts, "group-unit-about")),
    };
    let (tone, glyph) = if marked {
        (Tone::Accent, Some(mark(texts, subject).0))
    } else {
        (Tone::Neutral, None)
    };
    let low = ui.available_height() < ROOMY;
    let chip = chip(ui, &word, tone, glyph);
    if low {
        // In little room the people in it go before what it means.
        chip.on_hover_text(about);
    } else {
        ui.add(Label::new(theme::caption(ui, about)).wrap());
    }
}

/// The parts to choose from.
fn tabs(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    overview: &Overview,
    subject: Subject,
    state: &mut Details,
) {
    let texts = cx.texts;
    let tenant = cx.session.tenant();
    let people = |set| tenant.member_set(set).map_or(0, BTreeSet::len);
    let roles = subject.roles(tenant, overview).len();
    let parts = match subject {
        Subject::Group(id) => vec![
            (
                Part::Members,
                t!(texts, "group-members"),
                people(MemberSet::Members(id)),
            ),
            (
                Part::Owners,
                t!(texts, "group-owners"),
                people(MemberSet::Owners(id)),
            ),
            (Part::Roles, t!(texts, "user-roles"), roles),
        ],
        Subject::Unit(id) => vec![
            (
                Part::Members,
                t!(texts, "group-members"),
                people(MemberSet::Unit(id)),
            ),
            (Part::Roles, t!(texts, "group-roles-over"), roles),
        ],
    };
    if !parts.iter().any(|(part, ..)| *part == state.part) {
        state.part = Part::Members;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_5;
        for (part, name, count) in parts {
            let name = format!("{name} {}", number(texts, count));
            if paint::tab(ui, &name, state.part == part).clicked() {
                state.part = part;
            }
        }
    });
}

/// The chosen part.
fn part(
    ui: &mut Ui,
    cx: &mut ViewContext<'_>,
    overview: &Overview,
    subject: Subject,
    verdicts: &Verdicts,
    state: &mut Details,
) -> Option<Clicked> {
    let allowed = match state.part {
        Part::Members => &verdicts.members,
        Part::Owners => &verdicts.owners,
        Part::Roles => &verdicts.roles,
    };
    if let Err(why) = allowed {
        notice::boxed(ui, Notice::Locked, |ui| {
            ui.label(why.as_str());
        });
    }
    let (set, state) = match (state.part, subject) {
        (Part::Roles, _) => {
            let asked = held::held(ui, cx, overview, subject, allowed, &mut state.roles);
            return asked.map(|asked| match asked {
                Asked::Give => Clicked::GiveRoles,
                Asked::Show(other) => Clicked::Show(other),
            });
        }
        (Part::Owners, Subject::Group(id)) => (MemberSet::Owners(id), &mut state.owners),
        (_, Subject::Group(id)) => (MemberSet::Members(id), &mut state.members),
        (_, Subject::Unit(id)) => (MemberSet::Unit(id), &mut state.members),
    };
    people(ui, cx, set, allowed, state).then_some(Clicked::AddTo(set))
}
