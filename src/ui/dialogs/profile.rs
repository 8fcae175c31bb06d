//! The dialog that edits a person's name and place in the organisation.

use egui::accesskit::Live;
use egui::{Key, TextEdit, Ui};

use super::{Answer, buttons, focus_once, heading};
use crate::domain::apply::Refusal;
use crate::domain::command::Command;
use crate::domain::user::{PROFILE_TEXT_MAX, Profile, User, UserId};
use crate::i18n::Texts;
use crate::session::{ExecuteError, Session};
use crate::t;
use crate::ui::refusal;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::{follow, silent};

/// A profile as typed so far.
pub struct EditProfile {
    user: UserId,
    before: Profile,
    display_name: String,
    given_name: String,
    surname: String,
    job_title: String,
    department: String,
    office: String,
    usage_location: String,
}

impl EditProfile {
    /// Begins with what `user` has.
    pub fn new(user: &User) -> Self {
        let text = |field: &Option<Box<str>>| field.as_deref().unwrap_or_default().to_owned();
        let profile = &user.profile;
        Self {
            user: user.id,
            display_name: profile.display_name.to_string(),
            given_name: text(&profile.given_name),
            surname: text(&profile.surname),
            job_title: text(&profile.job_title),
            department: text(&profile.department),
            office: text(&profile.office),
            usage_location: text(&profile.usage_location),
            before: profile.clone(),
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

    /// What is wrong with what was typed, whoever asks.
    fn problem(&self, texts: &Texts) -> Option<String> {
        let place = self.usage_location.trim();
        if self.display_name.trim().is_empty() {
            Some(t!(texts, "profile-no-name"))
        } else if !place.is_empty() && !is_country(place) {
            Some(t!(texts, "impossible-usage-location", text = place))
        } else {
            None
        }
    }

    /// Why the actor may not make such a `change`, if so.
    fn refusal(
        &self,
        texts: &Texts,
        session: &Session,
        change: impl FnOnce(&mut Profile),
    ) -> Option<String> {
        let mut profile = self.before.clone();
        change(&mut profile);
        let command = Command::EditProfile {
            user: self.user,
            profile,
        };
        let decision = session.decide(&command)?;
        (!decision.is_allowed()).then(|| {
            let refused = ExecuteError::Refused(Refusal::Policy(decision));
            refusal::explain(texts, session.catalogue(), &refused)
        })
    }
}

fn is_country(text: &str) -> bool {
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
    // Asked with a change nobody typed: what can't be changed is told before it is tried.
    let other = |profile: &mut Profile| profile.job_title = Some("?".into());
    let renamed = |profile: &mut Profile| profile.display_name = "?".into();
    let all_refused = session.and_then(|it| edit.refusal(texts, it, other));
    let name_refused = session.and_then(|it| edit.refusal(texts, it, renamed));
    let (may_edit, may_rename) = (all_refused.is_none(), name_refused.is_none());

    let fields = [
        (t!(texts, "user-name"), &mut edit.display_name, may_rename),
        (
            t!(texts, "profile-given-name"),
            &mut edit.given_name,
            may_rename,
        ),
        (t!(texts, "profile-surname"), &mut edit.surname, may_rename),
        (
            t!(texts, "profile-job-title"),
            &mut edit.job_title,
            may_edit,
        ),
        (t!(texts, "user-department"), &mut edit.department, may_edit),
        (t!(texts, "profile-office"), &mut edit.office, may_edit),
        (
            t!(texts, "profile-usage-location"),
            &mut edit.usage_location,
            may_edit,
        ),
    ];
    let mut entered = false;
    let mut focused = false;
    for (label, text, enabled) in fields {
        let label = ui.label(theme::medium(label));
        let field = ui
            .add_enabled(
                enabled,
                TextEdit::singleline(text)
                    .char_limit(PROFILE_TEXT_MAX)
                    .desired_width(f32::INFINITY),
            )
            .labelled_by(label.id);
        follow(&field);
        if enabled && !focused {
            focus_once(ui, &field);
            focused = true;
        }
        entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    }

    let problem = edit.problem(texts);
    if let Some(problem) = &problem {
        tell(ui, icon::ERROR_FILLED, theme::palette(ui).danger, problem);
    } else if let Some(rule) = all_refused.as_ref().or(name_refused.as_ref()) {
        tell(ui, icon::LOCK, theme::palette(ui).text_secondary, rule);
    }
    let profile = edit.profile();
    let changed = profile != edit.before;
    let command = Command::EditProfile {
        user: edit.user,
        profile,
    };
    let allowed = session
        .and_then(|session| session.decide(&command))
        .is_some_and(|decision| decision.is_allowed());
    let ready = changed && allowed && problem.is_none();
    buttons(ui, |ui| {
        let save = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, t!(texts, "save")))
            .inner;
        if save.clicked() || (ready && entered) {
            return Some(Answer::Run(command));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}

fn tell(ui: &mut Ui, glyph: &str, colour: egui::Color32, text: &str) {
    ui.horizontal_top(|ui| {
        silent(ui.label(theme::icon_text(glyph).color(colour)));
        let text = egui::RichText::new(text).color(colour);
        let told = ui.add(egui::Label::new(text).wrap());
        ui.ctx().accesskit_node_builder(told.id, |node| {
            node.set_live(Live::Polite);
        });
    });
}
