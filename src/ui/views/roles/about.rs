//! What a role is: what it is for, what is worth knowing, what it amounts to, where that comes
//! from.

use egui::{Label, ScrollArea, Ui};

use super::rows::classic;
use super::words;
use crate::domain::catalogue::{Edition, LeastPrivilegedTask, RoleCatalogue, SeveralRoles};
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::ActionSet;
use crate::domain::role::{
    RoleCategory, RoleDefinition, RoleNote, RoleNoteKind, RoleStatus, RoleTemplateId,
};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::notice::{self, Tone as Notice};
use crate::ui::views::role_editor::role_details::{face, marked, own_rules, template_id};
use crate::ui::views::role_editor::words::Words;

/// How many privileged actions are named before the others are counted.
const NAMED: usize = 4;

/// Why a role is privileged: which of its actions are labelled so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privileged {
    /// What they let one do, in the order of their text.
    pub words: Vec<String>,
    /// How many actions the role has.
    pub all: usize,
}

/// The privileged actions of a role; none where its actions are unknown.
pub fn privileged(
    catalogue: &RoleCatalogue,
    language: Language,
    role: RoleTemplateId,
) -> Option<Privileged> {
    let edition = catalogue.edition(Edition::Current);
    let actions = catalogue.actions(role)?;
    let entries = actions.iter().filter_map(|action| edition.entry(action));
    // Microsoft labels built-in roles; of a tenant's own, what leads to every role counts, too.
    let own = catalogue
        .role(role)
        .is_some_and(|it| it.category == RoleCategory::Custom);
    let labelled =
        entries.filter(|entry| entry.privileged == Some(true) || (own && entry.makes_privileged()));
    Some(Privileged {
        words: labelled
            .map(|entry| entry.description.get(language).to_owned())
            .collect(),
        all: actions.len(),
    })
}

/// Draws it; whether the privileged actions are to be shown.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, id: RoleTemplateId) -> bool {
    let mut asked = false;
    ScrollArea::vertical()
        .id_salt(("about", id))
        .auto_shrink(false)
        .content_margin(egui::Margin {
            right: 12,
            bottom: 8,
            ..egui::Margin::ZERO
        })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::SPACE_1;
            asked = content(ui, cx, id);
        });
    asked
}

fn content(ui: &mut Ui, cx: &mut ViewContext<'_>, id: RoleTemplateId) -> bool {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let Some(role) = words.catalogue().role(id) else {
        notice::boxed(ui, Notice::Warning, |ui| {
            ui.label(t!(texts, "roles-unlisted-about"));
        });
        template_id(ui, words, id);
        return false;
    };
    let description = role.description.get(words.language());
    if !description.is_empty() {
        ui.add(Label::new(description).wrap());
    }
    let asked = standing(ui, words, role);
    if let Some(other) = notes(ui, words, role) {
        cx.outbox.ui(UiCommand::ShowRole(other));
    }
    permissions(ui, words, id);
    own_rules(ui, words, id);
    tasks(ui, words, id);
    source(ui, words, role);
    asked
}

/// Whether it is privileged and why, and whether it is meant to be used.
fn standing(ui: &mut Ui, words: Words<'_>, role: &RoleDefinition) -> bool {
    let texts = words.texts;
    let mut asked = false;
    if role.status != RoleStatus::Active {
        notice::boxed(ui, Notice::Warning, |ui| {
            ui.label(theme::medium(words::status_word(texts, role.status)));
            ui.label(words::status_about(texts, role.status));
        });
    }
    if role.hidden_in_portal {
        notice::boxed(ui, Notice::Info, |ui| {
            ui.label(theme::medium(t!(texts, "roles-hidden")));
            ui.label(t!(texts, "roles-hidden-about"));
        });
    }
    if !role.privileged {
        return asked;
    }
    section(ui, &t!(texts, "roles-why-privileged"));
    let p = theme::palette(ui);
    let word = t!(texts, "privileged");
    let Some(why) = privileged(words.catalogue(), words.language(), role.id) else {
        let text = t!(texts, "roles-privileged-unknown");
        marked(ui, icon::PRIVILEGED, p.privileged, &text, &word);
        return asked;
    };
    if why.words.is_empty() {
        let text = t!(texts, "roles-privileged-unlabelled");
        marked(ui, icon::PRIVILEGED, p.privileged, &text, &word);
        return asked;
    }
    let text = t!(
        texts,
        "roles-privileged-because",
        count = why.words.len(),
        all = why.all
    );
    marked(ui, icon::PRIVILEGED, p.privileged, &text, &word);
    for action in why.words.iter().take(NAMED) {
        ui.add(Label::new(theme::caption(ui, format!("•  {action}"))).wrap());
    }
    if why.words.len() > NAMED {
        let name = t!(texts, "roles-show-privileged", count = why.words.len());
        asked = ui.link(name).clicked();
    }
    asked
}

/// What is worth knowing before it is given; a related role that was clicked.
fn notes(ui: &mut Ui, words: Words<'_>, role: &RoleDefinition) -> Option<RoleTemplateId> {
    let shown = |note: &&RoleNote| note.kind != RoleNoteKind::For;
    let notes: Vec<_> = role.notes.iter().filter(shown).collect();
    if notes.is_empty() {
        return None;
    }
    section(ui, &t!(words.texts, "roles-notes"));
    let mut clicked = None;
    for note in notes {
        let (glyph, ink) = face(ui, note.kind);
        let kind = words.note_kind(Some(note.kind));
        let text = note.text.get(words.language());
        let line = match (note.kind, &note.service) {
            (RoleNoteKind::Can | RoleNoteKind::Cannot, Some(service)) if note.related.is_none() => {
                format!("{service}: {text}")
            }
            (RoleNoteKind::Can | RoleNoteKind::Cannot, _) => text.to_owned(),
            _ => format!("{kind}: {text}"),
        };
        marked(ui, glyph, ink, &line, &kind);
        if let Some(related) = note.related {
            ui.horizontal(|ui| {
                ui.add_space(20.0);
                if ui.link(words.role(related)).clicked() {
                    clicked = Some(related);
                }
            });
        }
    }
    clicked
}

/// The classic role it is, and what it may do of the fifteen permissions.
fn permissions(ui: &mut Ui, words: Words<'_>, id: RoleTemplateId) {
    let texts = words.texts;
    let (catalogue, language) = (words.catalogue(), words.language());
    let classic = classic(catalogue, id, language);
    let grants = catalogue.grants(id);
    let unknown = classic.is_none() && catalogue.actions(id).is_none();
    section(ui, &t!(texts, "roles-permissions"));
    if let Some(name) = classic {
        ui.add(Label::new(t!(texts, "roles-classic", name = name)).wrap());
    } else {
        let text = t!(texts, "roles-not-classic");
        ui.add(Label::new(theme::caption(ui, text)).wrap());
    }
    if unknown {
        ui.label(theme::caption(ui, t!(texts, "editor-actions-unknown")));
        return;
    }
    let p = theme::palette(ui);
    let mut none = Vec::new();
    for (permission, grant) in Office365Permission::ALL.into_iter().zip(grants) {
        let name = catalogue
            .office365_permission(permission)
            .map_or("", |entry| entry.name.get(language));
        match grant {
            Grant::Yes => marked(
                ui,
                icon::CHECK_CIRCLE_FILLED,
                p.good,
                name,
                &t!(texts, "yes"),
            ),
            Grant::Limited(_) => {
                let line = format!("{name} · {}", words.grant(grant));
                let limited = t!(texts, "limited");
                marked(ui, icon::HALF_CIRCLE_FILLED, p.warning, &line, &limited);
            }
            Grant::No => none.push(name),
        }
    }
    if !none.is_empty() {
        let names = none.join(", ");
        let text = t!(texts, "roles-not-permitted", count = none.len());
        let line = format!("{text}: {names}");
        marked(
            ui,
            icon::SUBTRACT,
            p.text_secondary,
            &line,
            &t!(texts, "no"),
        );
    }
}

/// The tasks it is the least privileged role for.
fn tasks(ui: &mut Ui, words: Words<'_>, id: RoleTemplateId) {
    let texts = words.texts;
    let tasks: Vec<&LeastPrivilegedTask> = words.catalogue().tasks_of(id).collect();
    section(ui, &t!(texts, "roles-tasks"));
    if tasks.is_empty() {
        ui.label(theme::caption(ui, t!(texts, "roles-no-tasks")));
        return;
    }
    let ink = theme::palette(ui).text_secondary;
    let mut area = None;
    for task in tasks {
        let name = task.area_name.get(words.language());
        if area != Some(name) {
            ui.label(theme::caption(ui, name));
            area = Some(name);
        }
        let text = task.task.get(words.language());
        let line = match task.several {
            SeveralRoles::All => format!("{text} · {}", t!(texts, "roles-task-with-others")),
            SeveralRoles::Any | SeveralRoles::NotStated => text.to_owned(),
        };
        marked(ui, icon::TARGET, ink, &line, &t!(texts, "roles-task"));
    }
}

/// Its id, its other names, and where the list came from.
fn source(ui: &mut Ui, words: Words<'_>, role: &RoleDefinition) {
    let texts = words.texts;
    section(ui, &t!(texts, "matrix-source"));
    let now = words.session.now();
    let text = words::source(texts, &role.actions, now);
    ui.add(Label::new(text).wrap());
    let count = role.actions.set().map(ActionSet::len);
    if let Some(count) = count {
        let text = t!(texts, "editor-actions", count = count);
        ui.label(theme::caption(ui, text));
    }
    let custom = role.category == RoleCategory::Custom;
    let seed = words.catalogue().edition(Edition::Seed);
    if !custom && seed.get(role.id).is_none() {
        ui.label(theme::caption(ui, t!(texts, "roles-not-in-seed")));
    }
    if !role.aliases.is_empty() {
        let names = role.aliases.join(", ");
        let text = t!(texts, "roles-also-called", names = names);
        ui.add(Label::new(theme::caption(ui, text)).wrap());
    }
    let (english, dutch) = (&*role.name.en, &*role.name.nl);
    let other = match words.language() {
        Language::English => dutch,
        Language::Dutch => english,
    };
    if english != dutch {
        let text = t!(texts, "roles-other-language", name = other);
        ui.add(Label::new(theme::caption(ui, text)).wrap());
    }
    template_id(ui, words, role.id);
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(theme::SPACE_3);
    ui.label(theme::semibold(title));
}
