//! The dialog that gives one person seats of subscriptions, and takes them.

use std::collections::BTreeSet;

use egui::{Label, Ui};

use super::{Answer, buttons, heading};
use crate::domain::apply::Refusal;
use crate::domain::command::Command;
use crate::domain::organization::SubscriptionId;
use crate::domain::user::{User, UserId};
use crate::i18n::Texts;
use crate::session::{ExecuteError, Session};
use crate::t;
use crate::ui::refusal;
use crate::ui::seats::{self, Seat};
use crate::ui::theme::{self, icon};
use crate::ui::widgets::button;
use crate::ui::widgets::field::remarks;
use crate::ui::widgets::why;

/// The seats someone is to hold.
pub struct EditLicences {
    user: UserId,
    name: String,
    before: BTreeSet<SubscriptionId>,
    chosen: BTreeSet<SubscriptionId>,
    why: why::State,
}

impl EditLicences {
    /// Begins with what `user` has.
    pub fn new(user: &User) -> Self {
        let before: BTreeSet<_> = user.licences.iter().copied().collect();
        Self {
            user: user.id,
            name: user.profile.display_name.to_string(),
            chosen: before.clone(),
            before,
            why: why::State::default(),
        }
    }

    fn command(&self) -> Command {
        Command::SetLicences {
            user: self.user,
            licences: self.chosen.clone(),
        }
    }

    /// Why the actor may not change the seats of this person at all, if so.
    fn refusal(&self, texts: &Texts, session: &Session) -> Option<String> {
        let mut other = self.before.clone();
        let first = session.tenant().subscriptions().first()?.id;
        if !other.remove(&first) {
            other.insert(first);
        }
        let command = Command::SetLicences {
            user: self.user,
            licences: other,
        };
        let decision = session.decide(&command)?;
        (!decision.is_allowed()).then(|| {
            let refused = ExecuteError::Refused(Refusal::Policy(decision));
            refusal::explain(texts, session.catalogue(), &refused)
        })
    }
}

/// Draws it.
pub(super) fn edit_licences(
    ui: &mut Ui,
    texts: &Texts,
    session: Option<&Session>,
    edit: &mut EditLicences,
) -> Option<Answer> {
    let name = edit.name.as_str();
    heading(ui, icon::LICENCE, &t!(texts, "licences-title", name = name));
    let refused = session.and_then(|session| edit.refusal(texts, session));
    let list = session.map(|session| seats::rows(session.tenant(), &edit.before));
    let list: Vec<Seat> = list.unwrap_or_default();
    if list.is_empty() {
        let nothing = theme::secondary(ui, t!(texts, "licences-none"));
        ui.add(Label::new(nothing).wrap());
    }
    if let Some(seat) = seats::list(ui, texts, &list, &edit.chosen, refused.is_none())
        && !edit.chosen.remove(&seat)
    {
        edit.chosen.insert(seat);
    }
    remarks(ui, &[], refused.as_deref(), true);
    ui.add_space(theme::SPACE_1);
    let entered = why::ui(ui, texts, &mut edit.why);
    let ready = refused.is_none() && edit.chosen != edit.before;
    buttons(ui, |ui| {
        let save = ui
            .add_enabled_ui(ready, |ui| button::primary(ui, t!(texts, "save")))
            .inner;
        if save.clicked() || (ready && entered) {
            return Some(Answer::Run(edit.command(), edit.why.assent()));
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}
