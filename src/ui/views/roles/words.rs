//! How this view calls things: statuses, marks, columns, changes, relations.

use super::compare::{Comparison, Pair, Relation, Show};
use super::holders::Section;
use super::rows::{Column, Row};
use crate::domain::role::{ActionSource, RoleActions, RoleCategory, RoleStatus};
use crate::domain::time::Timestamp;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::icon;
use crate::ui::views::role_editor::picker::GroupKey;
use crate::ui::views::role_editor::words::{Words, capitalised};
use crate::ui::widgets::chip::Tone;

/// Something to be known of a role at a glance.
pub struct Mark {
    /// In a word or two.
    pub word: String,
    /// What that means.
    pub about: String,
    /// Its tone.
    pub tone: Tone,
    /// The icon before it.
    pub glyph: Option<&'static str>,
}

/// Every mark of a role, the weightiest first.
pub fn marks(texts: &Texts, row: &Row) -> Vec<Mark> {
    let mut marks = Vec::new();
    if row.privileged {
        marks.push(Mark {
            word: t!(texts, "privileged"),
            about: t!(texts, "roles-privileged-about"),
            tone: Tone::Privileged,
            glyph: Some(icon::PRIVILEGED),
        });
    }
    match row.status {
        Some(RoleStatus::Active) => {}
        Some(status) => marks.push(Mark {
            word: status_word(texts, status),
            about: status_about(texts, status),
            tone: Tone::Warning,
            glyph: Some(icon::BLOCK),
        }),
        None => marks.push(Mark {
            word: t!(texts, "roles-unlisted"),
            about: t!(texts, "roles-unlisted-about"),
            tone: Tone::Warning,
            glyph: Some(icon::QUESTION_CIRCLE),
        }),
    }
    if row.hidden {
        marks.push(Mark {
            word: t!(texts, "roles-hidden"),
            about: t!(texts, "roles-hidden-about"),
            tone: Tone::Neutral,
            glyph: Some(icon::EYE_OFF),
        });
    }
    if row.unknown && row.status.is_some() {
        marks.push(Mark {
            word: t!(texts, "matrix-column-unknown"),
            about: t!(texts, "editor-actions-unknown"),
            tone: Tone::Neutral,
            glyph: Some(icon::QUESTION_CIRCLE),
        });
    }
    marks
}

/// What a status is called.
pub fn status_word(texts: &Texts, status: RoleStatus) -> String {
    match status {
        RoleStatus::Active => t!(texts, "roles-status-active"),
        RoleStatus::Deprecated => t!(texts, "roles-status-deprecated"),
        RoleStatus::NotForUse => t!(texts, "roles-status-not-for-use"),
        RoleStatus::ServiceAssigned => t!(texts, "roles-status-service"),
    }
}

/// What a status means.
pub fn status_about(texts: &Texts, status: RoleStatus) -> String {
    match status {
        RoleStatus::Active => t!(texts, "roles-status-active-about"),
        RoleStatus::Deprecated => t!(texts, "roles-status-deprecated-about"),
        RoleStatus::NotForUse => t!(texts, "roles-status-not-for-use-about"),
        RoleStatus::ServiceAssigned => t!(texts, "roles-status-service-about"),
    }
}

/// What a category is called; nothing where no list has the role.
pub fn category(words: Words<'_>, category: Option<RoleCategory>) -> String {
    category.map_or_else(String::new, |it| words.group(GroupKey::Category(it)))
}

/// What a column is called.
pub fn column(texts: &Texts, column: Column) -> String {
    match column {
        Column::Name => t!(texts, "user-name"),
        Column::Category => t!(texts, "roles-category"),
        Column::Marks => t!(texts, "roles-status"),
        Column::Holders => t!(texts, "roles-people"),
    }
}

/// What a section of the holders is called.
pub fn section(texts: &Texts, section: Section) -> String {
    match section {
        Section::Directly => t!(texts, "roles-section-directly"),
        Section::ThroughGroup => t!(texts, "roles-section-group"),
        Section::Scoped => t!(texts, "roles-section-scoped"),
        Section::Eligible => t!(texts, "roles-section-eligible"),
        Section::Later => t!(texts, "roles-section-later"),
        Section::Expired => t!(texts, "roles-section-expired"),
    }
}

/// What a filter of a comparison is called.
pub fn show(texts: &Texts, show: Show) -> String {
    match show {
        Show::All => t!(texts, "all"),
        Show::Shared => t!(texts, "roles-compare-shared"),
        Show::Differing => t!(texts, "roles-compare-differing"),
        Show::OnlyOne => t!(texts, "roles-compare-only-one"),
    }
}

/// How two roles relate, in a sentence.
pub fn relation(texts: &Texts, comparison: &Comparison, pair: Pair) -> String {
    let name = |place: usize| {
        let column = comparison.columns.get(place);
        column.map_or("", |column| column.name.as_str())
    };
    let (one, other) = (name(pair.one), name(pair.other));
    match pair.relation {
        Relation::Same => t!(texts, "roles-relation-same", one = one, other = other),
        Relation::ContainedIn(more) => t!(
            texts,
            "roles-relation-contained",
            one = one,
            other = other,
            count = more
        ),
        Relation::Contains(more) => t!(
            texts,
            "roles-relation-contained",
            one = other,
            other = one,
            count = more
        ),
        Relation::Overlap(common) => t!(
            texts,
            "roles-relation-overlap",
            one = one,
            other = other,
            count = common
        ),
        Relation::Nothing => t!(texts, "roles-relation-nothing", one = one, other = other),
        Relation::Unknown => t!(texts, "roles-relation-unknown", one = one, other = other),
    }
}

/// Where the actions of a role come from and how old that is, or that they are unknown.
pub fn source(texts: &Texts, actions: &RoleActions, now: Timestamp) -> String {
    match actions {
        RoleActions::Unknown => t!(texts, "matrix-source-none"),
        RoleActions::Known { source, .. } => match source {
            ActionSource::Seed => t!(texts, "matrix-source-seed"),
            ActionSource::Custom { unlisted: 0 } => capitalised(&t!(texts, "source-custom")),
            ActionSource::Custom { unlisted } => {
                let custom = capitalised(&t!(texts, "source-custom"));
                let more = t!(texts, "roles-source-unlisted", count = *unlisted);
                format!("{custom} · {more}")
            }
            ActionSource::Docs { date: None } => t!(texts, "matrix-source-docs-undated"),
            ActionSource::Docs { date: Some(date) } => {
                let from = t!(texts, "matrix-source-docs", date = date.to_string());
                match months_old(date, now) {
                    Some(0) => format!("{from} · {}", t!(texts, "roles-source-fresh")),
                    Some(months) => {
                        format!("{from} · {}", t!(texts, "roles-source-old", count = months))
                    }
                    None => from,
                }
            }
        },
    }
}

/// How many whole months lie between a date such as `2026-01-26` and `now`; none where it is no
/// date, or lies ahead.
pub fn months_old(date: &str, now: Timestamp) -> Option<i32> {
    let date: jiff::civil::Date = date.parse().ok()?;
    let now = jiff::Timestamp::from_second(now.0).ok()?;
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let months = i32::from(today.year() - date.year()) * 12 + i32::from(today.month())
        - i32::from(date.month())
        - i32::from(today.day() < date.day());
    (months >= 0).then_some(months)
}
