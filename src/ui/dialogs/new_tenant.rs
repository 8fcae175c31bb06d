//! The dialog that makes a new tenant: who buys, what, and under which domain.

use egui::accesskit::Live;
use egui::{Key, TextEdit, Ui};

use super::{Answer, buttons, focus_once, heading};
use crate::domain::apply::Founding;
use crate::domain::organization::PurchaseChannel;
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::button;
use crate::ui::widgets::focus::{follow, silent};

/// What a new tenant starts from, as typed so far.
#[derive(Default)]
pub struct NewTenant {
    /// The organisation's name.
    pub organization: String,
    /// The initial domain.
    pub domain: String,
    /// The buyer's name.
    pub buyer: String,
    /// The buyer's name to sign in with, before the `@`.
    pub user: String,
    /// The seller, when not Microsoft.
    pub partner: String,
    tried: bool,
}

pub(super) fn new_tenant(
    ui: &mut Ui,
    texts: &Texts,
    new: &mut NewTenant,
    now: Timestamp,
) -> Option<Answer> {
    heading(ui, icon::ORGANISATION, &t!(texts, "dialog-new-title"));
    ui.label(theme::secondary(ui, t!(texts, "dialog-new-text")));
    let fields = [
        (t!(texts, "dialog-new-organisation"), &mut new.organization),
        (t!(texts, "dialog-new-domain"), &mut new.domain),
        (t!(texts, "dialog-new-buyer"), &mut new.buyer),
        (t!(texts, "dialog-new-user"), &mut new.user),
        (t!(texts, "dialog-new-partner"), &mut new.partner),
    ];
    let mut entered = false;
    for (place, (label, text)) in fields.into_iter().enumerate() {
        let field = text_field(ui, &label, text);
        if place == 0 {
            focus_once(ui, &field);
        }
        entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    }
    let founding = new.founding(texts, now);
    if let (true, Err(problem)) = (new.tried, &founding) {
        let danger = theme::palette(ui).danger;
        ui.horizontal_wrapped(|ui| {
            silent(ui.label(theme::icon_text(icon::ERROR_FILLED).color(danger)));
            let told = ui.colored_label(danger, problem.as_str());
            ui.ctx().accesskit_node_builder(told.id, |node| {
                node.set_live(Live::Assertive);
            });
        });
    }
    buttons(ui, |ui| {
        if button::primary(ui, t!(texts, "dialog-new-make")).clicked() || entered {
            new.tried = true;
            if let Ok(founding) = founding {
                return Some(Answer::Found(Box::new(founding)));
            }
        }
        button::standard(ui, t!(texts, "cancel"))
            .clicked()
            .then_some(Answer::Cancel)
    })
}

fn text_field(ui: &mut Ui, label: &str, text: &mut String) -> egui::Response {
    let label = ui.label(theme::medium(label));
    let field = ui
        .add(TextEdit::singleline(text).desired_width(f32::INFINITY))
        .labelled_by(label.id);
    follow(&field);
    field
}

impl NewTenant {
    /// What was typed as a founding, or the first thing that is wrong with it.
    pub fn founding(&self, texts: &Texts, now: Timestamp) -> Result<Founding, String> {
        if self.organization.trim().is_empty() {
            return Err(t!(texts, "dialog-new-no-organisation"));
        }
        let domain = self.domain.trim();
        let domain = if domain.contains('.') {
            domain.to_owned()
        } else {
            format!("{domain}.onmicrosoft.com")
        };
        let initial_domain = DomainName::parse(&domain)
            .ok()
            .filter(DomainName::is_onmicrosoft)
            .ok_or_else(|| t!(texts, "dialog-new-bad-domain"))?;
        if self.buyer.trim().is_empty() {
            return Err(t!(texts, "dialog-new-no-buyer"));
        }
        let upn = format!("{}@{initial_domain}", self.user.trim());
        let buyer_upn =
            UserPrincipalName::parse(&upn).map_err(|_| t!(texts, "dialog-new-bad-user"))?;
        let purchased_from = match self.partner.trim() {
            "" => PurchaseChannel::Microsoft,
            name => PurchaseChannel::Partner { name: name.into() },
        };
        Ok(Founding {
            organization: self.organization.trim().into(),
            initial_domain,
            purchased_from,
            buyer: UserId(uuid::Uuid::new_v4()),
            buyer_upn,
            buyer_name: self.buyer.trim().into(),
            now,
        })
    }
}
