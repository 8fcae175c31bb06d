//! The left of the form: who it is, how they are reached, their place in the organisation.

use egui::{Align2, ComboBox, Label, Response, Ui};

use super::draft::{Draft, typed};
use super::judgement::{Judgement, Place};
use super::{State, section};
use crate::domain::contact::MobilePhone;
use crate::domain::rule::Rule;
use crate::domain::user::{PROFILE_TEXT_MAX, UserKind};
use crate::t;
use crate::ui::panes::{self, Pane};
use crate::ui::rule_text::RuleText;
use crate::ui::theme::{self, icon};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::field::{Field, field, input, remarks};
use crate::ui::widgets::radio_card::radio_card;

/// The least width of the list of domains.
const DOMAIN: f32 = 190.0;
/// What a country looks like in the field for it.
const COUNTRY: &str = "NL";

/// Draws it.
pub fn account(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, state: &mut State) {
    let texts = words.texts;
    section(ui, &t!(texts, "add-basics"), |ui| {
        let first = names(ui, words, &mut state.draft);
        panes::mark(ui, Pane::View, ui.clip_rect(), first.id);
        if !std::mem::replace(&mut state.focused, true) {
            first.request_focus();
        }
        user_name(ui, words, judgement, &mut state.draft);
        kind(ui, words, &mut state.draft);
        remarks(ui, &[], Some(&t!(texts, "add-no-password")), true);
    });
    section(ui, &t!(texts, "editor-contact"), |ui| {
        ui.label(theme::caption(ui, t!(texts, "editor-contact-intro")));
        contact(ui, words, judgement, &mut state.draft);
    });
    section(ui, &t!(texts, "add-place"), |ui| {
        place(ui, words, judgement, &mut state.draft);
    });
}

fn names(ui: &mut Ui, words: Words<'_>, draft: &mut Draft) -> Response {
    let texts = words.texts;
    let (given, surname) = (
        t!(texts, "profile-given-name"),
        t!(texts, "profile-surname"),
    );
    let first = beside(
        ui,
        ("given-name", &given, &mut draft.given_name),
        ("surname", &surname, &mut draft.surname),
    );
    let label = t!(texts, "add-display-name");
    let shown = field(ui, "display-name", &mut draft.display_name, plain(&label));
    if shown.changed() {
        // Emptied, it follows the names again.
        draft.named = !draft.display_name.trim().is_empty();
    }
    first
}

/// Two fields beside each other; returns the first.
fn beside(
    ui: &mut Ui,
    (salt, label, text): (&str, &str, &mut String),
    (other_salt, other_label, other_text): (&str, &str, &mut String),
) -> Response {
    ui.columns_const(|[one, other]| {
        let first = field(one, salt, text, plain(label));
        field(other, other_salt, other_text, plain(other_label));
        first
    })
}

fn plain(label: &str) -> Field<'_> {
    Field {
        label,
        limit: PROFILE_TEXT_MAX,
        ..Field::default()
    }
}

fn user_name(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let texts = words.texts;
    let refused = words.reasons(judgement.refusals(Place::UserName));
    let mut errors: Vec<String> = refused.iter().map(RuleText::line).collect();
    if let Some(Err(_)) = &judgement.asked.upn {
        let about = [draft.local.trim().to_owned()];
        let rule = RuleText::new(words.language(), Rule::UserPrincipalNameRules, &about);
        errors = vec![rule.line()];
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::SPACE_1;
        let label = t!(texts, "user-upn");
        let label = ui.label(theme::medium(label));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SPACE_1;
            let look = Field {
                errors: &errors,
                limit: PROFILE_TEXT_MAX,
                ..Field::default()
            };
            let room = ui.available_width() - DOMAIN - 3.0 * theme::SPACE_2;
            let response = ui
                .scope(|ui| {
                    ui.set_max_width(room);
                    input(ui, "local", &mut draft.local, look)
                })
                .inner
                .labelled_by(label.id);
            if response.changed() {
                draft.local_typed = !draft.local.trim().is_empty();
            }
            ui.label(theme::secondary(ui, "@"));
            domain(ui, words, draft);
        });
        let told = judgement
            .asked
            .upn
            .as_ref()
            .and_then(|upn| upn.as_ref().ok());
        let told = told.filter(|_| errors.is_empty());
        let told = told.map(|upn| t!(texts, "add-signs-in-as", upn = upn.as_str()));
        remarks(ui, &errors, told.as_deref(), false);
    });
}

fn domain(ui: &mut Ui, words: Words<'_>, draft: &mut Draft) {
    let tenant = words.session.tenant();
    let chosen = draft.domain(tenant).to_owned();
    let verified = tenant.domains().iter().filter(|domain| domain.verified);
    let names: Vec<&str> = verified.map(|domain| domain.name.as_str()).collect();
    let list = ComboBox::from_id_salt("domain")
        .selected_text(chosen.as_str())
        .width(ui.available_width())
        .truncate()
        .icon(|ui, rect, _, _| {
            let ink = theme::palette(ui).text_secondary;
            let font = theme::font(theme::ICON_SIZE);
            let at = rect.center();
            ui.painter()
                .text(at, Align2::CENTER_CENTER, icon::CHEVRON_DOWN, font, ink);
        })
        .show_ui(ui, |ui| {
            for name in names {
                if ui.selectable_label(chosen == name, name).clicked() {
                    draft.domain = Some(name.to_owned());
                }
            }
        });
    list.response
        .accessible_name(t!(words.texts, "filter-domain"))
        .on_hover_text(chosen);
}

fn kind(ui: &mut Ui, words: Words<'_>, draft: &mut Draft) {
    let texts = words.texts;
    let kinds = [
        (
            UserKind::Member,
            t!(texts, "add-member"),
            t!(texts, "add-member-about"),
        ),
        (
            UserKind::Guest,
            t!(texts, "user-guest"),
            t!(texts, "add-guest-about"),
        ),
    ];
    ui.columns_const(|uis: &mut [Ui; 2]| {
        for (ui, (kind, title, about)) in uis.iter_mut().zip(kinds) {
            if radio_card(ui, draft.kind == kind, &title, &about, true).clicked() {
                draft.kind = kind;
            }
        }
    });
}

fn contact(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let texts = words.texts;
    let lines = |place| {
        let rules = words.reasons(judgement.refusals(place));
        rules.iter().map(RuleText::line).collect::<Vec<_>>()
    };
    let mut errors = lines(Place::Email);
    if judgement.asked.email.is_err() {
        errors.push(t!(texts, "editor-email-invalid"));
    }
    let look = Field {
        label: &t!(texts, "alternate-email"),
        hint: &t!(texts, "editor-email-hint"),
        errors: &errors,
        ..Field::default()
    };
    field(ui, "email", &mut draft.email, look);

    let mut errors = lines(Place::Phone);
    if let Err(error) = &judgement.asked.phone {
        errors.push(words.phone_error(error));
    }
    let phone = judgement.asked.phone.as_ref().ok().and_then(Option::as_ref);
    let phone = phone.map(MobilePhone::as_str);
    let written = phone.filter(|phone| *phone != draft.phone.trim() && errors.is_empty());
    let written = written.map(|phone| t!(texts, "editor-phone-saved-as", phone = phone));
    let look = Field {
        label: &t!(texts, "mobile-phone"),
        hint: &t!(texts, "editor-phone-hint"),
        errors: &errors,
        remark: written.as_deref(),
        ..Field::default()
    };
    field(ui, "phone", &mut draft.phone, look);
}

fn place(ui: &mut Ui, words: Words<'_>, judgement: &Judgement, draft: &mut Draft) {
    let texts = words.texts;
    let (title, department) = (t!(texts, "profile-job-title"), t!(texts, "user-department"));
    beside(
        ui,
        ("job-title", &title, &mut draft.job_title),
        ("department", &department, &mut draft.department),
    );
    let text = typed(&draft.usage_location).filter(|_| !judgement.asked.place);
    let wrong = text.map(|text| t!(texts, "impossible-usage-location", text = text));
    ui.columns_const(|[one, other]| {
        let office = t!(texts, "profile-office");
        let country = t!(texts, "item-usage-location");
        field(one, "office", &mut draft.office, plain(&office));
        let look = Field {
            hint: COUNTRY,
            errors: wrong.as_slice(),
            ..plain(&country)
        };
        field(other, "usage-location", &mut draft.usage_location, look);
    });
    if !draft.licences.is_empty() && typed(&draft.usage_location).is_none() {
        let hint = theme::caption(ui, t!(texts, "add-location-for-licences"));
        ui.add(Label::new(hint).wrap());
    }
}
