//! How the editor calls things: roles, grants, kept assignments, reasons.
//!
//! Texts only, in the language of the screen. Sentences of rules come from the rules.

use super::entry::Problem;
use super::moment::MomentError;
use super::picker::GroupKey;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::contact::PhoneError;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Limit, Office365Role};
use crate::domain::role::{
    ActionSource, AdministrativeUnitId, AssignmentKind, DirectoryScope, RoleActions,
    RoleAssignment, RoleCategory, RoleNoteKind, RoleTemplateId,
};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::DelegatedAdministration;
use crate::i18n::{Texts, date};
use crate::session::Session;
use crate::t;
use crate::ui::rule_text::{RuleText, rule_texts};

/// How an assignment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Held.
    Active,
    /// May be taken up.
    Eligible,
    /// Has not begun.
    Later,
    /// Is over, and counts as none.
    Expired,
}

/// What names are made from.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The texts.
    pub texts: &'a Texts,
    /// The tenant and the roles.
    pub session: &'a Session,
}

impl<'a> Words<'a> {
    /// The language of the screen.
    pub fn language(self) -> Language {
        self.texts.language()
    }

    /// The roles.
    pub fn catalogue(self) -> &'a RoleCatalogue {
        self.session.catalogue()
    }

    /// A role's name in Entra.
    pub fn role(self, id: RoleTemplateId) -> String {
        self.catalogue().names(id).map_or_else(
            || id.to_string(),
            |name| name.get(self.language()).to_owned(),
        )
    }

    /// A role's name as the picker has it, with the Entra name where that is another.
    pub fn picked_role(self, id: RoleTemplateId) -> String {
        let entra = self.role(id);
        let classic = Office365Role::from_template_id(id)
            .and_then(|role| self.catalogue().office365_role(role))
            .map(|entry| entry.name.get(self.language()));
        match classic {
            Some(classic) if classic.to_lowercase() != entra.to_lowercase() => {
                format!("{classic} ({entra})")
            }
            Some(classic) => classic.to_owned(),
            None => entra,
        }
    }

    /// Whether a role is privileged.
    pub fn is_privileged(self, id: RoleTemplateId) -> bool {
        self.catalogue()
            .role(id)
            .is_some_and(|role| role.privileged)
    }

    /// What is out of the ordinary about an assignment; empty for a direct, permanent,
    /// tenant-wide one.
    pub fn qualities(self, through: HeldThrough, held: &RoleAssignment) -> String {
        let (texts, tenant) = (self.texts, self.session.tenant());
        let mut parts = Vec::new();
        if let HeldThrough::Group(id) = through {
            let group = tenant.groups().get(&id);
            let name = group.map_or_else(|| id.0.to_string(), |group| group.name.to_string());
            parts.push(t!(texts, "editor-through-group", group = name));
        }
        if held.kind == AssignmentKind::Eligible {
            parts.push(t!(texts, "editor-eligible"));
        }
        if let DirectoryScope::AdministrativeUnit(id) = held.scope {
            let unit = tenant.administrative_units().get(&id);
            let name = unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string());
            parts.push(t!(texts, "editor-in-unit", unit = name));
        }
        let now = self.session.now();
        if let Some(start) = held.start.filter(|start| *start > now) {
            parts.push(t!(texts, "editor-from", date = date(texts, start)));
        }
        if let Some(end) = held.end {
            let day = date(texts, end);
            parts.push(if held.is_expired(now) {
                t!(texts, "editor-expired", date = day)
            } else {
                t!(texts, "editor-until", date = day)
            });
        }
        parts.join(" · ")
    }

    /// How an assignment stands at this moment.
    pub fn standing(self, held: &RoleAssignment) -> Standing {
        let now = self.session.now();
        if held.is_expired(now) {
            Standing::Expired
        } else if held.start.is_some_and(|start| start > now) {
            Standing::Later
        } else if held.kind == AssignmentKind::Eligible {
            Standing::Eligible
        } else {
            Standing::Active
        }
    }

    /// The word for how something stands.
    pub fn standing_word(self, standing: Standing) -> String {
        let texts = self.texts;
        match standing {
            Standing::Active => t!(texts, "editor-standing-active"),
            Standing::Eligible => capitalised(&t!(texts, "role-eligible")),
            Standing::Later => capitalised(&t!(texts, "role-later")),
            Standing::Expired => capitalised(&t!(texts, "role-expired")),
        }
    }

    /// How long and where a role is held.
    pub fn way(self, held: &RoleAssignment) -> String {
        let texts = self.texts;
        let from = held.start.map(|start| date(texts, start));
        let until = held.end.map(|end| date(texts, end));
        let period = match (from, until) {
            (None, None) => t!(texts, "editor-permanent"),
            (Some(from), None) => t!(texts, "editor-from", date = from),
            (None, Some(until)) => t!(texts, "editor-until", date = until),
            (Some(from), Some(until)) => {
                let from = t!(texts, "editor-from", date = from);
                format!("{from} {}", t!(texts, "editor-until", date = until))
            }
        };
        format!("{} · {}", capitalised(&period), self.scope(held.scope))
    }

    /// The name of a scope.
    pub fn scope(self, scope: DirectoryScope) -> String {
        match scope {
            DirectoryScope::Tenant => t!(self.texts, "editor-whole-tenant"),
            DirectoryScope::AdministrativeUnit(id) => self.unit(id),
        }
    }

    /// The name of an administrative unit.
    pub fn unit(self, id: AdministrativeUnitId) -> String {
        let unit = self.session.tenant().administrative_units().get(&id);
        unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string())
    }

    /// Why a role that is given gives no power over the whole tenant now; none when it does.
    pub fn gives_less(self, held: &RoleAssignment) -> Option<String> {
        let texts = self.texts;
        match (self.standing(held), held.scope) {
            (Standing::Eligible, _) => Some(t!(texts, "editor-gives-when-activated")),
            (Standing::Later, _) => {
                let start = held
                    .start
                    .map_or_else(String::new, |start| date(texts, start));
                Some(t!(texts, "editor-gives-later", date = start))
            }
            (Standing::Expired, _) => Some(t!(texts, "editor-gives-no-more")),
            (Standing::Active, DirectoryScope::AdministrativeUnit(id)) => {
                Some(t!(texts, "editor-gives-in-unit", unit = self.unit(id)))
            }
            (Standing::Active, DirectoryScope::Tenant) => None,
        }
    }

    /// What is wrong with how a role is to be held.
    pub fn problem(self, problem: Problem) -> String {
        let texts = self.texts;
        match problem {
            Problem::NoTime => t!(texts, "editor-time-missing"),
            Problem::EndsBeforeStart => t!(texts, "editor-time-ends-before"),
            Problem::Twice => t!(texts, "editor-held-twice"),
            Problem::From(error) | Problem::Until(error) => match error {
                MomentError::Form => t!(texts, "editor-time-form"),
                MomentError::NoSuchDay => t!(texts, "editor-time-no-day"),
                MomentError::NoSuchTime => t!(texts, "editor-time-no-time"),
                MomentError::Skipped => t!(texts, "editor-time-skipped"),
                MomentError::OutsideCalendar => t!(texts, "editor-time-outside"),
            },
        }
    }

    /// What a level of delegated administration is called.
    pub fn level(self, level: DelegatedAdministration) -> String {
        level_name(self.texts, level)
    }

    /// The role that a level is comparable to, as the admin center calls it.
    pub fn comparable(self, level: DelegatedAdministration) -> Option<String> {
        let role = level.comparable_to()?;
        let entry = self.catalogue().office365_role(role)?;
        Some(entry.name.get(self.language()).to_owned())
    }

    /// How far a permission goes.
    pub fn grant(self, grant: Grant) -> String {
        let texts = self.texts;
        let limit = match grant {
            Grant::No => return t!(texts, "none"),
            Grant::Yes => return t!(texts, "editor-grant-full"),
            Grant::Limited(Limit::ViewOnly) => t!(texts, "editor-limit-view-only"),
            Grant::Limited(Limit::NonAdminsOnly) => t!(texts, "editor-limit-non-admins"),
            Grant::Limited(Limit::NoGlobalDeleteNoAdminCreate) => {
                t!(texts, "editor-limit-no-admins")
            }
        };
        format!("{}: {limit}", t!(texts, "limited"))
    }

    /// How many actions a role has and where that comes from, or that it is unknown.
    pub fn actions(self, actions: &RoleActions) -> (String, Option<String>) {
        let texts = self.texts;
        match actions {
            RoleActions::Unknown => (t!(texts, "editor-actions-unknown"), None),
            RoleActions::Known { set, source } => {
                let source = match source {
                    ActionSource::Seed => t!(texts, "editor-source-seed"),
                    ActionSource::Custom { .. } => t!(texts, "source-custom"),
                    ActionSource::Docs { date: Some(date) } => {
                        t!(texts, "editor-source-docs-dated", date = date.to_string())
                    }
                    ActionSource::Docs { date: None } => t!(texts, "editor-source-docs"),
                };
                (t!(texts, "editor-actions", count = set.len()), Some(source))
            }
        }
    }

    /// What sort of remark stands there; none for an action.
    pub fn note_kind(self, kind: Option<RoleNoteKind>) -> String {
        let texts = self.texts;
        match kind {
            None => t!(texts, "editor-note-action"),
            Some(RoleNoteKind::For) => t!(texts, "editor-note-for"),
            Some(RoleNoteKind::Can) => t!(texts, "editor-note-can"),
            Some(RoleNoteKind::Cannot) => t!(texts, "editor-note-cannot"),
            Some(RoleNoteKind::Risk) => t!(texts, "editor-note-risk"),
            Some(RoleNoteKind::Automatic) => t!(texts, "editor-note-automatic"),
            Some(RoleNoteKind::DoNotUse) => t!(texts, "editor-note-do-not-use"),
            Some(RoleNoteKind::Scope) => t!(texts, "editor-note-scope"),
            Some(RoleNoteKind::Rename) => t!(texts, "editor-note-rename"),
            Some(RoleNoteKind::See) => t!(texts, "editor-note-see"),
        }
    }

    /// The name of a group of the picker.
    pub fn group(self, key: GroupKey) -> String {
        let texts = self.texts;
        match key {
            GroupKey::Office365 => t!(texts, "editor-office-roles"),
            GroupKey::Category(category) => match category {
                RoleCategory::Global => t!(texts, "editor-category-global"),
                RoleCategory::Identity => t!(texts, "editor-category-identity"),
                RoleCategory::Collaboration => t!(texts, "editor-category-collaboration"),
                RoleCategory::SecurityAndCompliance => t!(texts, "editor-category-security"),
                RoleCategory::Devices => t!(texts, "editor-category-devices"),
                RoleCategory::BillingAndSupport => t!(texts, "editor-category-billing"),
                RoleCategory::DataAndAi => t!(texts, "editor-category-data"),
                RoleCategory::Other => t!(texts, "editor-category-other"),
                RoleCategory::Custom => t!(texts, "editor-category-custom"),
            },
        }
    }

    /// Why a phone can't be read.
    pub fn phone_error(self, error: &PhoneError) -> String {
        match error {
            PhoneError::NoCountryCode(_) => t!(self.texts, "editor-phone-no-country"),
            PhoneError::Invalid(_) => t!(self.texts, "editor-phone-invalid"),
        }
    }

    /// Reasons in words, each rule once.
    pub fn reasons<'r>(self, reasons: impl IntoIterator<Item = &'r Reason>) -> Vec<RuleText> {
        rule_texts(self.language(), self.catalogue(), reasons)
    }
}

/// What a level of delegated administration is called.
pub fn level_name(texts: &Texts, level: DelegatedAdministration) -> String {
    match level {
        DelegatedAdministration::None => t!(texts, "delegated-none"),
        DelegatedAdministration::Limited => t!(texts, "delegated-limited"),
        DelegatedAdministration::Full => t!(texts, "delegated-full"),
    }
}

/// The first letter as a capital: words that begin a line.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
