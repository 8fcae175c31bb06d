//! What to do next in a tenant with little in it.
//!
//! Pure, but for the drawing. A step goes as soon as it is done.

use egui::{Rect, RichText, Ui, pos2, vec2};

use super::cards::people;
use super::draw;
use super::figures::{Advice, Figures};
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::organization::Tab;

/// From how many people on a tenant has been begun.
const FEW: usize = 3;
/// The height of a step.
const ROW: f32 = 32.0;
/// The least width in which two steps stand beside each other.
const BESIDE: f32 = 720.0;

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Add people, one by one.
    AddPeople,
    /// Bring people in from a file.
    Import,
    /// Give someone else the Global Administrator role.
    SecondGlobal,
    /// Note what was bought.
    Subscription,
}

/// What there is to do, in order.
pub fn steps(figures: &Figures) -> Vec<Step> {
    let few = figures.people < FEW;
    let alone = figures.advice() == Advice::TooFew && figures.people > 1;
    [
        (few, Step::AddPeople),
        (few, Step::Import),
        (alone, Step::SecondGlobal),
        (few && figures.seats == 0, Step::Subscription),
    ]
    .into_iter()
    .filter_map(|(due, step)| due.then_some(step))
    .collect()
}

impl Step {
    fn text(self, texts: &Texts, figures: &Figures) -> String {
        match self {
            Self::AddPeople => t!(texts, "overview-step-add"),
            Self::Import => t!(texts, "overview-step-import"),
            Self::SecondGlobal => {
                let fewest = figures.thresholds.fewest_global_administrators;
                t!(texts, "overview-step-global", count = fewest)
            }
            Self::Subscription => t!(texts, "overview-step-subscription"),
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::AddPeople => icon::PERSON_ADD,
            Self::Import => icon::IMPORT,
            Self::SecondGlobal => icon::PRIVILEGED,
            Self::Subscription => icon::LICENCE,
        }
    }

    /// What it leads to.
    pub fn command(self) -> UiCommand {
        match self {
            Self::AddPeople => UiCommand::AddUser,
            Self::Import => UiCommand::ImportPeople,
            Self::SecondGlobal => people(&[]),
            Self::Subscription => UiCommand::ShowOrganizationTab(Tab::Subscriptions),
        }
    }
}

/// How high the part with `count` steps is.
#[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
pub fn height(count: usize, width: f32) -> f32 {
    count.div_ceil(columns(count, width)) as f32 * ROW + draw::HEAD + 2.0 * theme::SPACE_2
}

const fn columns(count: usize, width: f32) -> usize {
    if count > 1 && width >= BESIDE { 2 } else { 1 }
}

/// Draws the part.
pub fn draw(ui: &mut Ui, rect: Rect, cx: &mut ViewContext<'_>, figures: &Figures, steps: &[Step]) {
    let texts = cx.texts;
    let title = t!(texts, "overview-steps");
    draw::part(
        ui,
        rect,
        &title,
        |_| (),
        |ui| {
            let columns = columns(steps.len(), rect.width());
            let area = ui.max_rect();
            let mut places = (0..steps.len()).map(|place| cell(area, columns, place));
            let mut next = || places.next().unwrap_or(area);
            for step in steps {
                let text = step.text(texts, figures);
                let rect = next();
                let clicked = draw::link(ui, rect, &text, "", draw::Ground::Row, |ui, rect| {
                    let p = theme::palette(ui);
                    let inside = rect.shrink2(vec2(theme::SPACE_2, 0.0));
                    let y = inside.center().y;
                    draw::glyph(ui, pos2(inside.left(), y), step.icon(), p.accent_text);
                    let left = inside.left() + theme::ICON_SIZE + theme::SPACE_2;
                    let words = RichText::new(text.as_str()).color(p.text);
                    draw::line(ui, pos2(left, y), inside.right() - left, words).cut
                });
                if clicked.clicked() {
                    cx.outbox.ui(step.command());
                }
            }
        },
    );
}

/// The place of a step.
#[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
fn cell(area: Rect, columns: usize, place: usize) -> Rect {
    let width = area.width() / columns as f32;
    let (column, row) = ((place % columns) as f32, (place / columns) as f32);
    let at = pos2(area.left() + column * width, area.top() + row * ROW);
    Rect::from_min_size(at, vec2(width, ROW))
}
