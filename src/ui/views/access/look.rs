//! How a line looks: its icon, its words, its chip. Worked out for the visible lines only.

use super::line::{Line, Mark, SetLine, Target, Tone, What};
use crate::domain::catalogue::{Edition, RoleCatalogue};
use crate::domain::effective::{Coverage, Need, Standing};
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::ActionId;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::{SignIn, UserId, UserKind};
use crate::i18n::number;
use crate::t;
use crate::ui::theme::icon;
use crate::ui::views::role_editor::words::{Words, capitalised};
use crate::ui::widgets::chip;

/// What stands at the left of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing: a heading.
    None,
    /// The initials of a person.
    Initials,
    /// An icon, in the ink of a tone.
    Icon(&'static str, chip::Tone),
}

/// A line as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What stands at the left.
    pub sign: Sign,
    /// The words.
    pub title: String,
    /// A second line; empty where there is none.
    pub about: String,
    /// Whether it is privileged.
    pub privileged: bool,
    /// A chip at the end.
    pub chip: Option<(String, chip::Tone, Option<&'static str>)>,
}

impl Look {
    /// What a screen reader says of it.
    pub fn spoken(&self, words: Words<'_>) -> String {
        let mut parts = vec![self.title.clone()];
        if self.privileged {
            parts.push(t!(words.texts, "privileged"));
        }
        parts.extend(self.chip.as_ref().map(|(text, ..)| text.clone()));
        if !self.about.is_empty() {
            parts.push(self.about.clone());
        }
        parts.join(", ")
    }
}

/// How `line` looks.
pub fn look(words: Words<'_>, line: &Line) -> Look {
    match &line.what {
        What::Heading(text, count) => {
            let title = match count {
                Some(count) => format!("{text} {}", number(words.texts, *count)),
                None => text.clone(),
            };
            plain(Sign::None, title, String::new())
        }
        What::Note(tone, text, about) => {
            let sign = match tone {
                Tone::Info => Sign::Icon(icon::INFO, chip::Tone::Accent),
                Tone::Warning => Sign::Icon(icon::WARNING, chip::Tone::Warning),
                Tone::Good => Sign::Icon(icon::CHECK_CIRCLE, chip::Tone::Good),
            };
            plain(sign, text.clone(), about.clone())
        }
        What::Holding(held, more) => {
            let mut about = way(words, held.through, &held.assignment);
            if let Some(more) = more {
                about = format!("{more} · {about}");
            }
            Look {
                chip: standing(words, held.standing),
                ..role(words, held.assignment.role, about)
            }
        }
        What::Permission(permission, grant, about) => plain(
            grant_sign(*grant),
            permission_name(words, *permission),
            about.clone(),
        ),
        What::Action(id) => action(words, *id),
        What::Role(id, about, mark) => Look {
            chip: mark.map(|mark| mark_chip(words, mark)),
            ..role(words, *id, about.clone())
        },
        What::Holder(user, through, held) => Look {
            chip: person_chip(words, *user).or_else(|| standing(words, standing_of(words, held))),
            ..plain(
                Sign::Initials,
                person_name(words, *user),
                way(words, *through, held),
            )
        },
        What::Person(user, about) => Look {
            chip: person_chip(words, *user),
            ..plain(Sign::Initials, person_name(words, *user), about.clone())
        },
        What::Redundant(redundant) => {
            let why = match redundant.contained_in {
                Some(role) => t!(words.texts, "access-contained", role = words.role(role)),
                None => t!(words.texts, "access-contained-together"),
            };
            let held = &redundant.assignment;
            let about = format!("{why} · {}", way(words, redundant.through, held));
            role(words, held.role, about)
        }
        What::Group(group, held, members) => {
            let people = t!(words.texts, "access-in-group", count = *members);
            let about = format!("{people} · {}", extent(words, HeldThrough::Directly, held));
            Look {
                chip: standing(words, standing_of(words, held)),
                ..plain(
                    Sign::Icon(icon::GROUP, chip::Tone::Neutral),
                    group_name(words, *group),
                    about,
                )
            }
        }
        What::Task(task) => {
            let (title, about) = need_words(words, &Need::Task(*task));
            plain(Sign::Icon(icon::FLAG, chip::Tone::Neutral), title, about)
        }
        What::Set(set) => set_look(words, set),
    }
}

const fn plain(sign: Sign, title: String, about: String) -> Look {
    Look {
        sign,
        title,
        about,
        privileged: false,
        chip: None,
    }
}

fn role(words: Words<'_>, id: RoleTemplateId, about: String) -> Look {
    Look {
        privileged: words.is_privileged(id),
        ..plain(role_sign(), words.role(id), about)
    }
}

fn action(words: Words<'_>, id: ActionId) -> Look {
    let sign = Sign::Icon(icon::KEY, chip::Tone::Neutral);
    match words.catalogue().edition(Edition::Current).entry(id) {
        Some(entry) => Look {
            privileged: entry.privileged == Some(true),
            ..plain(
                sign,
                entry.description.get(words.language()).to_owned(),
                entry.action.as_str().to_owned(),
            )
        },
        None => plain(sign, String::new(), String::new()),
    }
}

fn set_look(words: Words<'_>, set: &SetLine) -> Look {
    let roles: Vec<_> = set.roles.iter().map(|role| words.role(*role)).collect();
    Look {
        privileged: set.roles.iter().any(|role| words.is_privileged(*role)),
        chip: set.published.then(|| mark_chip(words, Mark::Published)),
        ..plain(
            role_sign(),
            format!("{}. {}", number(words.texts, set.place), roles.join(" + ")),
            excess(words, set.privileged, set.excess, set.more_unknown),
        )
    }
}

fn group_name(words: Words<'_>, id: GroupId) -> String {
    let group = words.session.tenant().groups().get(&id);
    group.map_or_else(|| id.0.to_string(), |group| group.name.to_string())
}

const fn role_sign() -> Sign {
    Sign::Icon(icon::ROLES, chip::Tone::Neutral)
}

/// The icon of how far a permission goes.
pub const fn grant_sign(grant: Grant) -> Sign {
    match grant {
        Grant::Yes => Sign::Icon(icon::CHECK_CIRCLE_FILLED, chip::Tone::Good),
        Grant::Limited(_) => Sign::Icon(icon::HALF_CIRCLE_FILLED, chip::Tone::Warning),
        Grant::No => Sign::Icon(icon::SUBTRACT, chip::Tone::Neutral),
    }
}

/// What is beyond the need, in words.
pub fn excess(words: Words<'_>, privileged: usize, all: usize, more: bool) -> String {
    let texts = words.texts;
    let mut parts = Vec::new();
    if all == 0 {
        parts.push(t!(texts, "access-no-excess"));
    } else {
        parts.push(t!(texts, "access-excess", count = all));
        parts.push(t!(texts, "access-excess-privileged", count = privileged));
    }
    if more {
        parts.push(t!(texts, "access-more-unknown"));
    }
    parts.join(" · ")
}

/// How an assignment reaches someone, where, and until when.
pub fn way(words: Words<'_>, through: HeldThrough, held: &RoleAssignment) -> String {
    let extent = extent(words, through, held);
    if through == HeldThrough::Directly {
        let directly = t!(words.texts, "access-directly");
        return capitalised(&format!("{directly} · {extent}"));
    }
    capitalised(&extent)
}

/// The same without saying that it is direct.
fn extent(words: Words<'_>, through: HeldThrough, held: &RoleAssignment) -> String {
    let texts = words.texts;
    let mut parts = Vec::new();
    let qualities = words.qualities(through, held);
    if !qualities.is_empty() {
        parts.push(qualities);
    }
    if held.scope == DirectoryScope::Tenant {
        parts.push(words.scope(held.scope).to_lowercase());
    }
    if held.end.is_none() {
        parts.push(t!(texts, "editor-permanent"));
    }
    parts.join(" · ")
}

fn standing_of(words: Words<'_>, held: &RoleAssignment) -> Standing {
    let now = words.session.now();
    if held.is_expired(now) {
        Standing::Expired
    } else if held.start.is_some_and(|start| start > now) {
        Standing::Later
    } else if held.kind == AssignmentKind::Eligible {
        Standing::Eligible
    } else {
        Standing::InForce
    }
}

/// The word for how something stands in time; none while it is in force.
pub fn standing_word(words: Words<'_>, standing: Standing) -> Option<String> {
    use crate::ui::views::role_editor::words::Standing as Other;
    let other = match standing {
        Standing::InForce => return None,
        Standing::Eligible => Other::Eligible,
        Standing::Later => Other::Later,
        Standing::Expired => Other::Expired,
    };
    Some(words.standing_word(other))
}

type Chip = (String, chip::Tone, Option<&'static str>);

fn standing(words: Words<'_>, standing: Standing) -> Option<Chip> {
    let word = standing_word(words, standing)?;
    Some((word, chip::Tone::Neutral, Some(icon::CLOCK)))
}

fn person_chip(words: Words<'_>, user: UserId) -> Option<Chip> {
    let user = words.session.tenant().user(user)?;
    if user.sign_in == SignIn::Blocked {
        let text = t!(words.texts, "user-blocked");
        Some((text, chip::Tone::Warning, Some(icon::BLOCK)))
    } else if user.kind == UserKind::Guest {
        let text = t!(words.texts, "user-guest");
        Some((text, chip::Tone::Neutral, Some(icon::GUEST)))
    } else {
        None
    }
}

fn mark_chip(words: Words<'_>, mark: Mark) -> Chip {
    match mark {
        Mark::Wholly => {
            let text = t!(words.texts, "access-wholly");
            (text, chip::Tone::Good, Some(icon::CHECK_CIRCLE_FILLED))
        }
        Mark::InPart => {
            let text = t!(words.texts, "access-in-part");
            (text, chip::Tone::Warning, Some(icon::HALF_CIRCLE_FILLED))
        }
        Mark::Published => {
            let text = t!(words.texts, "access-published");
            (text, chip::Tone::Accent, Some(icon::STAR))
        }
    }
}

/// The name of a person.
pub fn person_name(words: Words<'_>, user: UserId) -> String {
    let user_of = words.session.tenant().user(user);
    user_of.map_or_else(
        || user.0.to_string(),
        |user| user.profile.display_name.to_string(),
    )
}

/// The user principal name of a person.
pub fn person_upn(words: Words<'_>, user: UserId) -> String {
    let user = words.session.tenant().user(user);
    user.map_or_else(String::new, |user| user.upn.to_string())
}

/// The name of a permission.
pub fn permission_name(words: Words<'_>, permission: Office365Permission) -> String {
    let entry = words.catalogue().office365_permission(permission);
    entry.map_or_else(
        || permission.key().to_owned(),
        |entry| entry.name.get(words.language()).to_owned(),
    )
}

/// A need in words: what it is, and where it belongs.
pub fn need_words(words: Words<'_>, need: &Need) -> (String, String) {
    let catalogue: &RoleCatalogue = words.catalogue();
    let language = words.language();
    match need {
        Need::Permission(permission) => (
            permission_name(words, *permission),
            t!(words.texts, "access-a-permission"),
        ),
        Need::Task(id) => catalogue.task(*id).map_or_else(
            || (String::new(), String::new()),
            |task| {
                let area = task.area_name.get(language);
                let about = match &task.remark {
                    Some(remark) => format!("{area} · {}", remark.get(language)),
                    None => area.to_owned(),
                };
                (task.task.get(language).to_owned(), about)
            },
        ),
        Need::Action(action) => {
            let edition = catalogue.edition(Edition::Current);
            let exactly = edition.action(action.as_str());
            let known = exactly.and_then(|id| edition.entry(id)).or_else(|| {
                let text = action.as_str();
                let mut entries = edition.actions().iter();
                entries.find(|entry| entry.action.as_str().eq_ignore_ascii_case(text))
            });
            match known {
                Some(entry) => (
                    entry.description.get(language).to_owned(),
                    entry.action.as_str().to_owned(),
                ),
                None => (
                    action.as_str().to_owned(),
                    t!(words.texts, "access-as-typed"),
                ),
            }
        }
    }
}

/// What the button at the end of a line is called, and its icon.
pub fn second_name(words: Words<'_>, line: &Line, target: &Target) -> (String, &'static str) {
    let texts = words.texts;
    match target {
        Target::Group(id) => {
            let name = group_name(words, *id);
            (t!(texts, "access-show-group", name = name), icon::GROUP)
        }
        Target::Revoke(held) => {
            let role = words.role(held.role);
            let name = match held.principal {
                Principal::User(user) => person_name(words, user),
                Principal::Group(_) => String::new(),
            };
            let text = t!(texts, "group-revoke-from", role = role, name = name);
            (text, icon::DISMISS)
        }
        Target::WhoCan(_) => {
            let what = look(words, line).title;
            (
                t!(texts, "access-who-can-this", what = what),
                icon::PERSON_SEARCH,
            )
        }
        Target::User(user) => (person_name(words, *user), icon::PERSON),
        Target::Role(role) => (words.role(*role), icon::ROLES),
    }
}

/// How much of a need something serves, in a word.
pub fn coverage_word(words: Words<'_>, coverage: Coverage) -> String {
    match coverage {
        Coverage::Whole => t!(words.texts, "access-wholly"),
        Coverage::Part => t!(words.texts, "access-in-part"),
    }
}
