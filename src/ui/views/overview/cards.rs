//! The key figures as cards: each with its words, and the view it leads to.

use egui::{Rect, RichText, Ui, pos2, vec2};

use super::draw;
use super::figures::{Advice, Figures};
use crate::domain::role::RoleCategory;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::user_index::{Filters, Kind, Query};
use crate::ui::views::organization::Tab;
use crate::ui::views::roles::rows;

/// The height of a card.
pub const HEIGHT: f32 = 80.0;
/// The least width in which a card's words have room.
const LEAST: f32 = 156.0;
/// A number that is larger than the rest of the card.
const SIZE_NUMBER: f32 = 22.0;

/// A key figure in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What is counted.
    pub label: String,
    /// How many there are.
    pub number: String,
    /// A second fact about it.
    pub about: String,
    /// What there is no room for on the card; empty where there is nothing more.
    pub more: String,
    /// Whether the number deserves attention.
    pub attention: bool,
    /// Its icon.
    pub icon: &'static str,
    /// The view it leads to.
    pub command: UiCommand,
}

impl Card {
    /// What a screen reader says.
    pub fn name(&self) -> String {
        format!("{}: {}", self.label, self.number)
    }

    /// What a screen reader says besides.
    pub fn told(&self) -> String {
        let parts = [self.about.as_str(), self.more.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }
}

/// The people who are all of `kinds`, in Active users.
pub fn people(kinds: &[Kind]) -> UiCommand {
    let mut filters = Filters::default();
    for kind in kinds {
        filters.kinds.set(*kind, true);
    }
    UiCommand::ShowPeople(Box::new(Query {
        filters,
        ..Query::default()
    }))
}

/// The roles that anybody was given, the one that most hold first.
pub fn roles_held() -> UiCommand {
    roles(Some(true), None)
}

/// Those of them that are of a category.
pub fn held_of(category: RoleCategory) -> UiCommand {
    roles(Some(true), Some(category))
}

fn roles(assigned: Option<bool>, category: Option<RoleCategory>) -> UiCommand {
    UiCommand::ShowRolesLike(Box::new(rows::Query {
        filters: rows::Filters {
            assigned,
            category,
            ..rows::Filters::default()
        },
        sort: rows::Sort {
            column: rows::Column::Holders,
            ascending: false,
        },
        ..rows::Query::default()
    }))
}

/// The cards, in order.
pub fn cards(texts: &Texts, figures: &Figures) -> Vec<Card> {
    let card = |icon, label, count: usize, about, command| Card {
        label,
        number: number(texts, count),
        about,
        more: String::new(),
        attention: false,
        icon,
        command,
    };
    let mut cards = of_people(texts, figures, &card);
    cards.extend(of_roles(texts, figures, &card));
    cards
}

/// What is said of the number of Global Administrators, and what besides: of those who are
/// blocked first where too few are left without them.
fn global(texts: &Texts, figures: &Figures) -> (String, String) {
    let advice = advice(texts, figures);
    let blocked = figures.global_blocked;
    if blocked == 0 {
        return (advice, String::new());
    }
    if figures.advice() == Advice::TooFew {
        let able = figures.global_administrators - blocked;
        return (t!(texts, "overview-global-able", count = able), advice);
    }
    (
        advice,
        t!(texts, "overview-global-blocked", count = blocked),
    )
}

/// Makes a card of its icon, label, count, second fact and command.
type Make<'a> = dyn Fn(&'static str, String, usize, String, UiCommand) -> Card + 'a;

fn of_people(texts: &Texts, figures: &Figures, card: &Make<'_>) -> Vec<Card> {
    let (global_about, global_more) = global(texts, figures);
    vec![
        card(
            icon::USERS,
            t!(texts, "overview-people"),
            figures.people,
            t!(
                texts,
                "overview-people-about",
                count = figures.people - figures.guests
            ),
            people(&[]),
        ),
        card(
            icon::ROLES,
            t!(texts, "filter-administrators"),
            figures.administrators,
            share(texts, figures.administrators, figures.people),
            people(&[Kind::Administrator]),
        ),
        Card {
            attention: figures.advice() != Advice::Well,
            more: global_more,
            ..card(
                icon::PRIVILEGED,
                t!(texts, "filter-global-administrators"),
                figures.global_administrators,
                global_about,
                people(&[Kind::GlobalAdministrator]),
            )
        },
        card(
            icon::SHIELD,
            t!(texts, "privileged"),
            figures.privileged,
            t!(texts, "overview-privileged-about"),
            people(&[Kind::Privileged]),
        ),
        card(
            icon::GUEST,
            t!(texts, "overview-guests"),
            figures.guest_administrators,
            t!(texts, "overview-guests-about", count = figures.guests),
            people(&[Kind::Administrator, Kind::Guest]),
        ),
        card(
            icon::PERSON_BLOCKED,
            t!(texts, "overview-blocked"),
            figures.blocked_administrators,
            t!(texts, "overview-blocked-about", count = figures.blocked),
            people(&[Kind::Administrator, Kind::Blocked]),
        ),
    ]
}

fn of_roles(texts: &Texts, figures: &Figures, card: &Make<'_>) -> Vec<Card> {
    let held = &figures.assignments;
    let used = usize::try_from(figures.seats_used).unwrap_or(usize::MAX);
    vec![
        card(
            icon::KEY,
            t!(texts, "overview-assignments"),
            held.all(),
            assignments(texts, figures),
            roles_held(),
        ),
        card(
            icon::CLOCK,
            t!(texts, "overview-eligible"),
            held.eligible,
            t!(texts, "overview-eligible-about"),
            roles_held(),
        ),
        card(
            icon::CALENDAR,
            t!(texts, "overview-ending"),
            held.ending,
            t!(texts, "overview-ending-about"),
            roles_held(),
        ),
        card(
            icon::EDIT,
            t!(texts, "overview-custom"),
            figures.custom_roles,
            t!(
                texts,
                "overview-custom-about",
                count = figures.built_in_roles
            ),
            roles(None, Some(RoleCategory::Custom)),
        ),
        card(
            icon::PERSON_DELETE,
            t!(texts, "view-deleted-users"),
            figures.deleted,
            t!(
                texts,
                "overview-deleted-about",
                count = figures.deleted_days
            ),
            UiCommand::ShowDeletedUsers,
        ),
        Card {
            attention: figures.seats_over,
            ..card(
                icon::LICENCE,
                t!(texts, "overview-seats"),
                used,
                t!(texts, "overview-seats-about", count = figures.seats),
                UiCommand::ShowOrganizationTab(Tab::Subscriptions),
            )
        },
    ]
}

/// How large a part of everybody some are.
fn share(texts: &Texts, some: usize, all: usize) -> String {
    let all = all.max(1);
    // Rounded, and a hundred only where it is everybody.
    let percent = (some.saturating_mul(100) + all / 2) / all;
    let percent = if some < all { percent.min(99) } else { percent };
    if percent == 0 && some > 0 {
        t!(texts, "overview-share-small")
    } else {
        t!(texts, "overview-share", percent = percent)
    }
}

fn advice(texts: &Texts, figures: &Figures) -> String {
    let limits = &figures.thresholds;
    let (fewest, most) = (
        limits.fewest_global_administrators,
        limits.most_global_administrators,
    );
    match figures.advice() {
        Advice::TooFew => t!(texts, "overview-global-few", count = fewest),
        Advice::Well => t!(texts, "overview-global-well", fewest = fewest, most = most),
        Advice::Many => t!(texts, "overview-global-many", count = most),
        Advice::TooMany => {
            let limit = limits.limit_global_administrators;
            t!(texts, "overview-global-limit", count = limit)
        }
    }
}

fn assignments(texts: &Texts, figures: &Figures) -> String {
    let held = &figures.assignments;
    let mut parts = vec![t!(texts, "overview-in-force", count = held.in_force)];
    if held.later > 0 {
        parts.push(t!(texts, "overview-later", count = held.later));
    }
    if held.expired > 0 {
        parts.push(t!(texts, "overview-expired", count = held.expired));
    }
    parts.join(" · ")
}

/// How many cards stand beside each other: they fill every row.
pub fn columns(width: f32) -> usize {
    let fits = |columns: &usize| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let columns = *columns as f32;
        columns * LEAST + (columns - 1.0) * theme::SPACE_2 <= width
    };
    [6, 4, 3, 2].into_iter().find(fits).unwrap_or(1)
}

/// Draws a card in `rect`.
pub fn draw(ui: &mut Ui, rect: Rect, card: &Card) -> egui::Response {
    let (name, told) = (card.name(), card.told());
    draw::link(ui, rect, &name, &told, draw::Ground::Card, |ui, rect| {
        paint(ui, rect.shrink2(vec2(theme::SPACE_3, theme::SPACE_2)), card);
        false
    })
    .on_hover_text(format!(
        "{name}
{told}"
    ))
}

fn paint(ui: &Ui, rect: Rect, card: &Card) {
    let p = theme::palette(ui);
    let (left, width) = (rect.left(), rect.width());
    let label = RichText::new(card.label.as_str())
        .size(theme::SIZE_SMALL)
        .color(p.text_secondary);
    draw::line(ui, pos2(left, rect.top() + 8.0), width, label);
    let count = theme::semibold(card.number.as_str())
        .size(SIZE_NUMBER)
        .color(p.text);
    let middle = rect.top() + 32.0;
    let beside = theme::ICON_SIZE + theme::SPACE_1;
    draw::line(ui, pos2(left, middle), width - beside, count);
    let place = pos2(rect.right() - theme::ICON_SIZE, middle);
    draw::glyph(ui, place, card.icon, p.accent_text);
    let below = rect.bottom() - 8.0;
    let (mut x, mut ink) = (left, p.text_secondary);
    if card.attention {
        ink = p.warning;
        draw::glyph(ui, pos2(x, below), icon::WARNING, ink);
        x += theme::ICON_SIZE + theme::SPACE_1;
    }
    let about = RichText::new(card.about.as_str())
        .size(theme::SIZE_SMALL)
        .color(ink);
    draw::line(ui, pos2(x, below), rect.right() - x, about);
}
