//! Why a cell says what it says: the answer in words, where it comes from, what to beware of.
//!
//! Reads the catalogue only. Its sentences are ours; the names come from the catalogue.

use egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, TextStyle, Ui};

use super::marks;
use super::rows::{Mark, RowKey, Tab};
use crate::domain::catalogue::{ActionEntry, Edition, EntraRoles};
use crate::domain::office365::{Grant, Limit, Office365Permission, Office365Role};
use crate::domain::resource_action::{ActionId, ResourceAction};
use crate::domain::role::{ActionSource, RoleActions, RoleDefinition, RoleTemplateId};
use crate::domain::rule::Rule;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{Tone, chip};

/// Draws the explanation; tells whether it was closed.
pub fn ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    tab: Tab,
    (key, role): (RowKey, RoleTemplateId),
) -> bool {
    let mut closed = false;
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(theme::subtitle(t!(cx.texts, "matrix-why")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                closed = button::icon_button(ui, icon::DISMISS, &t!(cx.texts, "close")).clicked();
            });
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            match (tab, key) {
                (Tab::Office365, RowKey::Permission(permission)) => {
                    if let Some(role) = Office365Role::from_template_id(role) {
                        classic_ui(ui, cx, permission, role);
                    }
                }
                (Tab::Entra(edition), RowKey::Action(action)) => {
                    entra_ui(ui, cx, edition, action, role);
                }
                // A cell of the other matrix: the view drops it when the matrix is chosen.
                (Tab::Office365, RowKey::Action(_)) | (Tab::Entra(_), RowKey::Permission(_)) => {}
            }
        });
    });
    closed
}

fn classic_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    permission: Office365Permission,
    role: Office365Role,
) {
    let (texts, catalogue) = (cx.texts, cx.session.catalogue());
    let language = texts.language();
    let grant = catalogue.office365_grant(role, permission);
    let definition = catalogue.role(role.template_id());
    if let Some(entry) = catalogue.office365_permission(permission) {
        ui.label(theme::semibold(entry.name.get(language)));
    }
    if let Some(entry) = catalogue.office365_role(role) {
        ui.label(theme::secondary(ui, entry.name.get(language)));
    }
    answer_ui(ui, texts, mark(grant));
    let sentence = match grant {
        Grant::Yes => t!(texts, "matrix-why-yes"),
        Grant::No => t!(texts, "matrix-why-no"),
        Grant::Limited(limit) => marks::limit_sentence(texts, limit),
    };
    ui.label(sentence);
    if let Some(rule) = rule(role, permission, grant) {
        let number = t!(texts, "rule", number = rule.number());
        ui.label(theme::caption(
            ui,
            format!("{number}: {}", rule.sentence(language)),
        ));
    }
    if let Some(text) = contradiction(texts, role, permission) {
        remark_ui(ui, &text);
    }
    if let Some(definition) = definition {
        section(ui, &t!(texts, "matrix-entra-role"));
        role_ui(ui, texts, definition);
    }
    section(ui, &t!(texts, "matrix-source"));
    ui.label(theme::secondary(ui, t!(texts, "matrix-source-office365")));
}

/// The rule that says the same in the policy.
const fn rule(role: Office365Role, permission: Office365Permission, grant: Grant) -> Option<Rule> {
    match (role, permission, grant) {
        (_, Office365Permission::DelegateAdminRoles, Grant::No) => {
            Some(Rule::OnlyGlobalAdministratorsDelegate)
        }
        (Office365Role::Password, _, Grant::Limited(Limit::NonAdminsOnly)) => {
            Some(Rule::PasswordAdministratorLimit)
        }
        (Office365Role::UserManagement, _, Grant::Limited(_)) => Some(Rule::UserManagementLimit),
        (Office365Role::SharePoint | Office365Role::Skype, _, Grant::Limited(Limit::ViewOnly)) => {
            Some(Rule::SharePointAndSkypeViewOnly)
        }
        _ => None,
    }
}

/// What contradicts itself in the source at this cell. Shown, not hidden.
fn contradiction(
    texts: &Texts,
    role: Office365Role,
    permission: Office365Permission,
) -> Option<String> {
    match (role, permission) {
        (Office365Role::Service, Office365Permission::ViewUsersAndRoles) => {
            Some(t!(texts, "matrix-contradiction-service"))
        }
        (
            Office365Role::UserManagement,
            Office365Permission::ManageUserLicenses | Office365Permission::ViewUserLicenses,
        ) => Some(t!(texts, "matrix-contradiction-licences")),
        _ => None,
    }
}

fn entra_ui(
    ui: &mut Ui,
    cx: &ViewContext<'_>,
    edition: Edition,
    action: ActionId,
    role: RoleTemplateId,
) {
    let texts = cx.texts;
    let language = texts.language();
    let edition = cx.session.catalogue().edition(edition);
    let (Some(entry), Some(role)) = (edition.entry(action), edition.get(role)) else {
        return;
    };
    let answer = match role.actions.set() {
        None => Mark::Unknown,
        Some(set) if set.contains(action) => Mark::Yes,
        Some(_) => Mark::No,
    };
    ui.label(theme::semibold(entry.description.get(language)));
    copied_ui(ui, entry.action.as_str(), &t!(texts, "matrix-copy-action"));
    answer_ui(ui, texts, answer);
    ui.label(match answer {
        Mark::Yes => t!(texts, "matrix-why-action-yes"),
        Mark::No | Mark::Limited(_) => t!(texts, "matrix-why-action-no"),
        Mark::Unknown => t!(texts, "matrix-why-unknown"),
    });
    if answer == Mark::No
        && let Some(broader) = broader(edition, entry, role)
    {
        remark_ui(ui, &t!(texts, "matrix-broader", action = broader));
    }
    privilege_ui(ui, texts, entry);

    section(ui, &t!(texts, "matrix-role"));
    role_ui(ui, texts, role);
    ui.label(theme::secondary(ui, role.description.get(language)));

    section(ui, &t!(texts, "matrix-source"));
    ui.label(theme::secondary(ui, source(texts, &role.actions)));

    section(ui, &t!(texts, "matrix-who-else"));
    let holders = edition.roles().iter().filter_map(|role| role.actions.set());
    let holders = holders.filter(|set| set.contains(action)).count();
    let text = t!(texts, "matrix-roles-may", count = holders);
    ui.label(theme::secondary(ui, text));
}

/// An action of the role on everything of the same entity: it may cover what its table lacks.
fn broader<'a>(
    edition: &'a EntraRoles,
    entry: &ActionEntry,
    role: &RoleDefinition,
) -> Option<&'a str> {
    let action = &entry.action;
    let held = role
        .actions
        .set()?
        .iter()
        .filter_map(|id| edition.entry(id));
    held.map(|held| &held.action)
        .find(|held| {
            held.verb() == "allTasks"
                && matches!(held.property_set(), "" | "allProperties")
                && held.namespace() == action.namespace()
                && (held.entity() == action.entity() || held.entity() == "allEntities")
        })
        .map(ResourceAction::as_str)
}

fn privilege_ui(ui: &mut Ui, texts: &Texts, entry: &ActionEntry) {
    let text = match entry.privileged {
        Some(true) => t!(texts, "matrix-action-privileged"),
        Some(false) => t!(texts, "matrix-action-plain"),
        None => t!(texts, "matrix-action-unlabelled"),
    };
    if entry.privileged == Some(true) {
        ui.horizontal_wrapped(|ui| {
            let p = theme::palette(ui);
            ui.label(theme::icon_text(icon::PRIVILEGED).color(p.privileged));
            ui.label(RichText::new(text).color(p.privileged));
        });
    } else {
        ui.label(theme::secondary(ui, text));
    }
}

fn source(texts: &Texts, actions: &RoleActions) -> String {
    match actions {
        RoleActions::Unknown => t!(texts, "matrix-source-none"),
        RoleActions::Known { source, .. } => match source {
            ActionSource::Seed => t!(texts, "matrix-source-seed"),
            ActionSource::Custom { .. } => t!(texts, "source-custom"),
            ActionSource::Docs { date } => {
                match date.as_deref().and_then(|date| day(texts, date)) {
                    Some(date) => t!(texts, "matrix-source-docs", date = date),
                    None => t!(texts, "matrix-source-docs-undated"),
                }
            }
        },
    }
}

/// A date such as `2026-01-26` as people write it.
fn day(texts: &Texts, date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month: u8 = month.parse().ok()?;
    let month = texts.dynamic(&format!("month-long-{month}"));
    let day = day.trim_start_matches('0');
    Some(t!(
        texts,
        "time-date",
        day = day,
        month = month,
        year = year
    ))
}

fn role_ui(ui: &mut Ui, texts: &Texts, role: &RoleDefinition) {
    ui.label(theme::medium(role.name.get(texts.language())));
    if role.privileged {
        let text = t!(texts, "privileged");
        chip(ui, &text, Tone::Privileged, Some(icon::PRIVILEGED));
    }
    copied_ui(ui, &role.id.to_string(), &t!(texts, "matrix-copy-id"));
}

fn answer_ui(ui: &mut Ui, texts: &Texts, mark: Mark) {
    ui.add_space(theme::SPACE_1);
    let text = marks::word(texts, mark);
    chip(ui, &text, marks::tone(mark), Some(marks::glyph(mark)));
}

/// A text that programs use, with a button that copies it.
fn copied_ui(ui: &mut Ui, text: &str, name: &str) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if button::icon_button(ui, icon::COPY, name).clicked() {
            ui.ctx().copy_text(text.to_owned());
        }
        ui.with_layout(
            Layout::top_down(Align::Min).with_main_justify(false),
            |ui| {
                ui.add_space(theme::SPACE_1);
                let text = RichText::new(text).text_style(TextStyle::Monospace);
                ui.add(egui::Label::new(text.size(theme::SIZE_SMALL)).wrap());
            },
        );
    });
}

fn remark_ui(ui: &mut Ui, text: &str) {
    let p = theme::palette(ui);
    Frame::new()
        .fill(p.warning_soft)
        .corner_radius(theme::RADIUS)
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.label(theme::icon_text(icon::WARNING).color(p.warning));
                ui.add(egui::Label::new(text).wrap());
            });
        });
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(theme::SPACE_2);
    ui.label(theme::caption(ui, title));
}

const fn mark(grant: Grant) -> Mark {
    match grant {
        Grant::Yes => Mark::Yes,
        Grant::Limited(limit) => Mark::Limited(limit),
        Grant::No => Mark::No,
    }
}
