//! The dialog that edits a person's name, the name they sign in with, and their place in the
//! organisation. Saving is one change, whatever was edited.

use egui::{Key, Ui};

use super::{Answer, buttons, focus_once, heading};
use crate::domain::apply::Refusal;
use crate::domain::command::Command;
use crate::domain::decision::Reason;
use crate::domain::rule::Rule;
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{PROFILE_TEXT_MAX, Profile, User, UserId};
use crate::i18n::Texts;
use crate::session::{ExecuteError, Session};
use crate::t;
use crate::ui::refusal;
use crate::ui::rule_text::{RuleText, rule_texts};
use crate::ui::theme::{self, icon};
use crate::ui::widgets::button;
use crate::ui::widgets::field::{Field, field, remarks};
use crate::ui::widgets::why;

/// A profile as typed so far.
pub struct EditProfile {
    user: UserId,
    before: Profile,
    upn_before: UserPrincipalName,
    display_name: String,
    upn: String,
    given_name: String,
    surname: String,
    job_title: String,
    department: String,
    office: String,
    usage_location: String,
    why: why::State,
}

impl EditProfile {
    /// Begins with what `user` has.
    pub fn new(user: &User) -> Self {
        let text = |field: &Option<Box<str>>| field.as_deref().unwrap_or_default().to_owned();
        let profile = &user.profile;
        Self {
            user: user.id,
            display_name: profile.display_name.to_string(),
            upn: user.upn.to_string(),
            given_name: text(&profile.given_name),
            surname: text(&profile.surname),
            job_title: text(&profile.job_title),
            department: text(&profile.department),
            office: text(&profile.office),
            usage_location: text(&profile.usage_location),
            before: profile.clone(),
            upn_before: user.upn.clone(),
            why: why::State::default(),
        }
    }

    /// What was typed, as a profile.
    pub fn profile(&self) -> Profile {
        let text = |field: &str| match field.trim() {
            "" => None,
            text => Some(text.into()),
        };
        Profile {
            display_name: self.display_name.trim().into(),
            given_name: text(&self.given_name),
            surname: text(&self.surname),
            job_title: text(&self.job_title),
            department: text(&self.department),
            office: text(&self.office),
            usage_location: text(&self.usage_location.to_uppercase()),
        }
    }

    /// The change to the user name, if it is another one and can be read.
    fn renaming(&self) -> Option<Command> {
        if self.upn.trim() == self.upn_before.as_str() {
            return None;
        }
        let upn = UserPrincipalName::parse(&self.upn).ok()?;
        Some(Command::RenameUser {
            user: self.user,
            upn,
        })
    }

    fn editing(&self, profile: Profile) -> Command {
        Command::EditProfile {
            user: self.user,
            profile,
        }
    }

    /// What Save asks for; nothing when nothing changed.
    pub fn command(&self) -> Option<Command> {
        let profile = self.profile();
        let editing = (profile != self.before).then(|| self.editing(profile));
        let mut parts: Vec<_> = self.renaming().into_iter().chain(editing).collect();
        match parts.len() {
            0 | 1 => parts.pop(),
            _ => Some(Command::Batch(parts)),
        }
    }

    /// What is wrong with the user name: it can't be read, it is taken, or its domain is not one
    /// of the tenant's (R26).
    fn upn_problem(&self, texts: &Texts, session: &Session) -> Option<String> {
        if self.upn.trim() == self.upn_before.as_str() {
            return None;
        }
        let language = texts.language();
        let rule = Rule::UserPrincipalNameRules;
        let Some(renaming) = self.renaming() else {
            let about = [self.upn.trim().to_owned()];
            return Some(RuleText::new(language, rule, &about).line());
        };
        let decision = session.decide(&renaming)?;
        let refused = decision.refusals().iter().filter(|no| no.rule == rule);
        let refused = rule_texts(language, session.catalogue(), refused);
        refused.first().map(RuleText::line)
    }

    /// What is wrong with the usage location, whoever asks.
    fn place_problem(&self, texts: &Texts) -> Option<String> {
        let place = self.usage_location.trim();
        let wrong = !place.is_empty() && !is_country(place);
        wrong.then(|| t!(texts, "impossible-usage-location", text = place))
    }

    /// Why the actor may not rename this person, and why not edit anything else, if so. Asked
    /// with changes nobody typed: what can't be changed is told before it is tried.
    fn locked(&self, texts: &Texts, session: &Session) -> Locked {
        let refused = |command: Command| {
            let decision = session.decide(&command)?;
            let no = |reason: &&Reason| reason.rule != Rule::UserPrincipalNameRules;
            decision.refusals().iter().find(no)?;
            let refused = ExecuteError::Refused(Refusal::Policy(decision));
            Some(refusal::explain(texts, session.catalogue(), &refused))
        };
        let with = |change: fn(&mut Profile)| {
            let mut profile = self.before.clone();
            change(&mut profile);
            refused(self.editing(profile))
        };
        let domain = self.upn_before.domain();
        let other = ["one", "two"]
            .iter()
            .filter_map(|local| UserPrincipalName::parse(&format!("{local}@{domain}")).ok())
            .find(|upn| *upn != self.upn_before);
        let renaming = other.map(|upn| Command::RenameUser {
            user: self.user,
            upn,
        });
        Locked {
            all: with(|profile| profile.job_title = Some("?".into())),
            name: with(|profile| profile.display_name = "?".into()),
            upn: renaming.and_then(refused),
        }
    }
}

/// Why something can't be edited, if so.
#[derive(Default)]
struct Locked {
    all: Option<String>,
    name: Option<String>,
    upn: Option<String>,
}

/// Whether a text is a country as two letters, in any case.
pub fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// Draws it.
pub(super) fn edit_profile(
    ui: &mut Ui,
    texts: &Texts,
    session: Option<&Session>,
    edit: &mut EditProfile,
) -> Option<Answer> {
    heading(ui, icon::EDIT, &t!(texts, "profile-title"));
    let locked = session.map(|session| edit.locked(texts, session));
    let locked = locked.unwrap_or_default();
    let upn_problem = session.and_then(|session| edit.upn_problem(texts, session));
    let place_problem = edit.place_problem(texts);
    let nameless = edit.display_name.trim().is_empty();
    let name_problem = nameless.then(|| t!(texts, "profile-no-name"));
    let problems = [name_problem, upn_problem, place_problem];
    let [name_wrong, upn_wrong, place_wrong] = problems.each_ref().map(Option::as_slice);

    let (name_locked, all_locked) = (locked.name.is_some(), locked.all.is_some());
    let shown = [
        ("user-name", &mut edit.display_name, name_locked, name_wrong),
        ("user-upn", &mut edit.upn, locked.upn.is_some(), upn_wrong),
        ("profile-given-name", &mut edit.given_name, name_locked, &[]),
        ("profile-surname", &mut edit.surname, name_locked, &[]),
        ("profile-job-title", &mut edit.job_title, all_locked, &[]),
        ("user-department", &mut edit.department, all_locked, &[]),
        ("profile-office", &mut edit.office, all_locked, &[]),
        (
            "profile-usage-location",
            &mut edit.usage_location,
            all_locked,
            place_wrong,
        ),
    ];
    let (mut entered, mut focused) = (false, false);
    for (key, text, locked, errors) in shown {
        let label = texts.dynamic(key);
        let look = Field {
            label: &label,
            errors,
            locked,
            limit: PROFILE_TEXT_MAX,
            ..Field::default()
        };
        let response = field(ui, key, text, look);
        if !locked && !focused {
            focus_once(ui, &response);
            focused = true;
        }
        entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    }
    let why = locked.all.or(locked.name).or(locked.upn);
    remarks(ui, &[], why.as_deref(), true);
    ui.add_space(theme::SPACE_1);
    entered |= why::ui(ui, texts, &mut edit.why);

    let command = edit.command();
    let allowed = command.as_ref().is_some_and(|command| {
        let decision = session.and_then(|session| session.decide(command));
        decision.is_some_and(|decision| decision.is_allowed())
    });
    let ready = allowed && problems.iter().all(Option::is_none);
    buttons(ui, |ui| {
        let save = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, t!(texts, "save")))
            .inner;
        if save.clicked() || (ready && entered) {
            return command.map(|command| Answer::Run(command, edit.why.assent()));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}
