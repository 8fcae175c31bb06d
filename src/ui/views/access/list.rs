//! Draws the lines of an answer in a card: only the visible ones exist.

use egui::{
    Color32, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
};
use egui::{pos2, vec2};

use super::line::{Fold, Line, Target, What};
use super::look::{Look, Sign, look, second_name};
use crate::t;
use crate::ui::outbox::{Origin, Outbox};
use crate::ui::theme::{self, Palette, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::groups::paint::{self, PAD, ROW_BUTTON};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::chip::{self, chip, chip_width};
use crate::ui::widgets::focus::{follow, silent};

/// The height of a line.
pub const ROW: f32 = theme::ROW_HEIGHT;
/// How far a level is indented.
const INDENT: f32 = 20.0;
/// The place of a chevron.
const CHEVRON: f32 = 20.0;
const MARK: f32 = 14.0;

/// What was done to a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// It is folded, or opened.
    Fold(Fold),
    /// What it names is opened.
    Go(Target),
}

/// Where the lists of this view stand: a card, whose inside is returned.
pub fn card(ui: &mut Ui) -> Rect {
    let place = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(place);
    let p = theme::palette(ui);
    let outline = Stroke::new(1.0, p.line);
    let radius = theme::RADIUS_CARD;
    ui.painter()
        .rect(place, radius, p.surface, outline, StrokeKind::Inside);
    place.shrink2(vec2(4.0, 2.0))
}

/// Draws `lines` in what is left of `ui`; `name` is what a screen reader calls the list.
pub fn list(
    ui: &mut Ui,
    words: Words<'_>,
    name: &str,
    lines: &[Line],
    state: &mut ListState,
) -> Option<Done> {
    let area = card(ui);
    let spec = Spec {
        id: ui.scope_id().with(("answer", name)),
        name,
        area,
        count: lines.len(),
        row_height: ROW,
    };
    let mut visible = state.begin(ui, &spec);
    let catalogue = words.catalogue();
    let mut done = None;
    for place in visible.range.clone() {
        let Some(line) = lines.get(place) else { break };
        let shown = look(words, line);
        let face = Face {
            selected: false,
            open: false,
            spoken: shown.spoken(words),
        };
        let (rect, id) = state.row(&mut visible, place, place, &face);
        if let Some((_, open)) = &line.fold {
            ui.ctx()
                .accesskit_node_builder(id, |node| node.set_expanded(*open));
        }
        let target = line.target(catalogue);
        let second = line.second(catalogue);
        let right = rect.right()
            - if second.is_some() {
                ROW_BUTTON + PAD
            } else {
                PAD
            };
        let inside = rect
            .with_max_x(right)
            .with_min_x(rect.left() + gutter(line));
        draw(&mut visible.ui, words, id, inside, line, &shown);
        // Where a click opens the role, the chevron folds what is under it.
        if let Some((fold, open)) = line.fold.as_ref().filter(|_| target.is_some())
            && chevron_button(&visible.ui, words, id, rect, line, *open, &shown.title)
        {
            done = Some(Done::Fold(fold.clone()));
        }
        if let Some(second) = second {
            let (text, glyph) = second_name(words, line, &second);
            let id = id.with("second");
            if paint::row_button(&visible.ui, id, rect, glyph, &text).clicked() {
                done = Some(Done::Go(second));
            }
        }
    }
    let Some(used) = visible.used.filter(|_| done.is_none()) else {
        return done;
    };
    let line = |place: usize| lines.get(place);
    let fold = |line: &Line| line.fold.clone().map(|(fold, _)| Done::Fold(fold));
    match used {
        Used::Open(place) => {
            let line = line(place)?;
            line.target(catalogue).map(Done::Go).or_else(|| fold(line))
        }
        Used::Toggle(place) => {
            let line = line(place)?;
            let second = line.second(catalogue);
            let second = second.filter(|target| !matches!(target, Target::Revoke(_)));
            second.map(Done::Go).or_else(|| fold(line))
        }
        Used::Remove(place) => {
            let second = line(place)?.second(catalogue);
            let revokes = second.filter(|target| matches!(target, Target::Revoke(_)));
            revokes.map(Done::Go)
        }
    }
}

/// Asks for what was clicked; a question stays in this view and is returned.
pub fn go(outbox: &mut Outbox, target: Target) {
    match target {
        Target::User(user) => outbox.ui(UiCommand::ShowUser(user)),
        Target::Role(role) => outbox.ui(UiCommand::ShowRole(role)),
        Target::Group(group) => outbox.ui(UiCommand::ShowGroup(group)),
        Target::WhoCan(need) => {
            let question = super::Question::WhoCan(need);
            outbox.ui(UiCommand::AskAccess(Box::new(question)));
        }
        Target::Revoke(held) => {
            let command = crate::domain::command::Command::RevokeRole(held);
            outbox.run(Origin::View, command);
        }
    }
}

/// What folds and what does not stand below each other.
const fn gutter(line: &Line) -> f32 {
    if line.fold.is_some() { 0.0 } else { CHEVRON }
}

fn left(rect: Rect, line: &Line) -> f32 {
    rect.left() + PAD + f32::from(line.level) * INDENT
}

fn chevron_button(
    ui: &Ui,
    words: Words<'_>,
    id: Id,
    rect: Rect,
    line: &Line,
    open: bool,
    title: &str,
) -> bool {
    let centre = pos2(left(rect, line) + CHEVRON / 2.0 - 2.0, rect.center().y);
    let place = Rect::from_center_size(centre, vec2(CHEVRON + 4.0, ROW_BUTTON));
    let response = ui.interact(place, id.with("fold"), Sense::CLICK);
    let name = if open {
        t!(words.texts, "access-fold", what = title)
    } else {
        t!(words.texts, "access-unfold", what = title)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name.as_str()));
    if response.hovered() {
        let p = theme::palette(ui);
        let stroke = Stroke::new(1.0, p.control_line);
        ui.painter()
            .rect_stroke(place, theme::RADIUS, stroke, StrokeKind::Inside);
    }
    response.clicked()
}

/// The ink of a tone.
pub fn ink(p: &Palette, tone: chip::Tone) -> Color32 {
    match tone {
        chip::Tone::Neutral => p.text_secondary,
        chip::Tone::Accent => p.accent_text,
        chip::Tone::Privileged => p.privileged,
        chip::Tone::Good => p.good,
        chip::Tone::Warning => p.warning,
        chip::Tone::Danger => p.danger,
    }
}

/// Draws a line into `rect`.
pub fn draw(ui: &mut Ui, words: Words<'_>, id: Id, rect: Rect, line: &Line, shown: &Look) {
    let p = theme::palette(ui);
    let mut x = left(rect, line);
    if let Some((_, open)) = &line.fold {
        let glyph = if *open {
            icon::CHEVRON_DOWN
        } else {
            icon::CHEVRON_RIGHT
        };
        paint::glyph(ui, pos2(x, rect.center().y), glyph, MARK, p.text_secondary);
        x += CHEVRON;
    }
    x += sign(ui, id, pos2(x, rect.center().y), shown);
    let mut right = rect.right();
    if let Some((text, tone, glyph)) = &shown.chip {
        let width = chip_width(ui, text, *glyph);
        let place = Rect::from_min_max(
            pos2(right - width, rect.center().y - theme::CHIP_HEIGHT / 2.0),
            pos2(right, rect.center().y + theme::CHIP_HEIGHT / 2.0),
        );
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt((id, "chip")));
        silent(chip(&mut inside, text, *tone, *glyph));
        right -= width + theme::SPACE_2;
    }
    let heading = matches!(line.what, What::Heading(..)) && line.level == 0;
    let title = if heading {
        theme::semibold(shown.title.as_str())
    } else {
        theme::medium(shown.title.as_str())
    };
    let above = if shown.about.is_empty() {
        rect.center().y
    } else {
        rect.center().y - 8.0
    };
    let word = RichText::new(t!(words.texts, "privileged"))
        .size(theme::SIZE_SMALL)
        .color(p.privileged);
    let for_word = if shown.privileged {
        MARK + 3.0 + paint::width(ui, word.clone()) + theme::SPACE_2
    } else {
        0.0
    };
    let room = right - x - for_word;
    let at = pos2(x, above);
    let end = paint::line(
        ui,
        id.with("title"),
        at,
        room,
        title.color(p.text),
        &shown.title,
    );
    if shown.privileged {
        let at = end + theme::SPACE_2;
        paint::glyph(ui, pos2(at, above), icon::PRIVILEGED, MARK, p.privileged);
        let at = pos2(at + MARK + 3.0, above);
        paint::line(ui, id.with("privileged"), at, for_word, word, "");
    }
    if !shown.about.is_empty() {
        let at = pos2(x, rect.center().y + 9.0);
        let about = theme::caption(ui, shown.about.as_str());
        paint::line(ui, id.with("about"), at, right - x, about, &shown.about);
    }
}

/// Draws what stands at the left; returns the room it took.
fn sign(ui: &mut Ui, id: Id, at: egui::Pos2, shown: &Look) -> f32 {
    match shown.sign {
        Sign::None => 0.0,
        Sign::Initials => {
            let side = theme::AVATAR_SIZE;
            let place = Rect::from_min_size(at - vec2(0.0, side / 2.0), vec2(side, side));
            let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt((id, "avatar")));
            avatar(&mut inside, &shown.title, side);
            side + theme::SPACE_2 + 2.0
        }
        Sign::Icon(glyph, tone) => {
            let ink = ink(theme::palette(ui), tone);
            paint::glyph(ui, at, glyph, theme::ICON_SIZE, ink);
            theme::ICON_SIZE + theme::SPACE_2
        }
    }
}

/// Draws a few lines one below the other, each with the keyboard to itself.
pub fn short(ui: &mut Ui, words: Words<'_>, lines: &[Line]) -> Option<Done> {
    let mut done = None;
    for (place, line) in lines.iter().enumerate() {
        let shown = look(words, line);
        let size = vec2(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let spoken = shown.spoken(words);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, ui.is_enabled(), spoken.as_str()));
        follow(&response);
        let p = theme::palette(ui);
        let ground = rect.shrink2(vec2(0.0, 1.0));
        if response.hovered() {
            ui.painter().rect_filled(ground, theme::RADIUS, p.hover);
        }
        let stroke = Stroke::new(1.0, p.line);
        ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
        if response.has_focus() {
            theme::focus_ring(ui, ground.shrink(2.0), theme::RADIUS);
        }
        let id = response.id.with(place);
        draw(
            ui,
            words,
            id,
            rect.with_max_x(rect.right() - PAD),
            line,
            &shown,
        );
        if response.clicked() {
            done = line.target(words.catalogue()).map(Done::Go);
        }
    }
    done
}
