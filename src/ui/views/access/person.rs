//! What can this person do: the roles that reach them, and what these add up to, each with
//! every way it is held.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Align, Label, Layout, Ui};

use super::kept::{Kept, Moment};
use super::line::{Fold, Folds, Line, Tone, What};
use super::list::{self, Done};
use super::look::{self, standing_word};
use super::needs::Terms;
use super::people::People;
use super::who_can::reaches_everyone;
use super::{columns, export, nothing};
use crate::domain::catalogue::Edition;
use crate::domain::delegation::Context;
use crate::domain::effective::{Access, Powers};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::user::{SignIn, UserId};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::avatar::avatar;
use crate::ui::widgets::button;
use crate::ui::widgets::chip::{self, chip};
use crate::ui::widgets::search_box::search_box;

type Question = (Moment, UserId);
type Wording = (Question, Language, String, Folds);

/// Whom it is about, and what is shown of the answer.
pub struct State {
    person: Option<UserId>,
    people: People,
    search: String,
    folds: Folds,
    answer: Kept<Question, Access>,
    lines: Kept<Wording, Vec<Line>>,
    list: ListState,
}

impl Default for State {
    fn default() -> Self {
        Self {
            person: None,
            people: People::administrators(),
            search: String::new(),
            folds: Folds::default(),
            answer: Kept::default(),
            lines: Kept::default(),
            list: ListState::default(),
        }
    }
}

impl State {
    /// Asks about `person`.
    pub fn ask(&mut self, person: UserId) {
        if self.person != Some(person) {
            self.person = Some(person);
            self.search.clear();
            self.folds = Folds::default();
            self.list.restart();
        }
    }

    /// Whom it is about.
    pub const fn person(&self) -> Option<UserId> {
        self.person
    }
}

/// What a decision needs besides the tenant.
pub fn context(words: Words<'_>) -> Context<'_> {
    Context {
        catalogue: words.catalogue(),
        now: words.session.now(),
    }
}

/// The answer in lines: of those that have every word of `search`, once something is searched.
pub fn lines(
    words: Words<'_>,
    user: UserId,
    access: &Access,
    search: &str,
    folds: &Folds,
) -> Vec<Line> {
    let terms = Terms::new(search);
    let mut lines = Vec::new();
    if terms.is_empty() {
        notes(words, user, access, &mut lines);
        holdings(words, access, folds, &mut lines);
    }
    permissions(words, access, &terms, folds, &mut lines);
    if terms.is_empty() {
        eligible(words, access, folds, &mut lines);
    }
    let title = t!(words.texts, "access-actions");
    let part = Part {
        title,
        key: "actions",
        open: true,
        actions: access.now.actions,
    };
    actions(words, Some(access), &part, &terms, folds, &mut lines);
    lines
}

fn notes(words: Words<'_>, user: UserId, access: &Access, lines: &mut Vec<Line>) {
    let texts = words.texts;
    let mut note = |tone, text: String, about: String| {
        lines.push(Line::new(0, What::Note(tone, text, about)));
    };
    let blocked =
        (words.session.tenant().user(user)).is_some_and(|user| user.sign_in == SignIn::Blocked);
    if blocked {
        let text = t!(texts, "access-is-blocked");
        note(Tone::Warning, text, t!(texts, "access-is-blocked-about"));
    }
    if access.holdings.is_empty() {
        let text = t!(texts, "access-holds-nothing");
        note(Tone::Info, text, t!(texts, "access-holds-nothing-about"));
    }
    if access.now.more_unknown {
        let text = t!(texts, "access-unknown");
        note(Tone::Warning, text, t!(texts, "access-unknown-about"));
    }
    for rule in &access.exceptions {
        let language = words.language();
        let text = format!("{}  {}", rule.label(), rule.sentence(language));
        note(Tone::Info, text, rule.instead(language).to_owned());
    }
}

fn heading(text: String, count: usize, part: &'static str, open: bool) -> Line {
    Line::new(0, What::Heading(text, Some(count))).folding(Fold::Part(part), open)
}

fn holdings(words: Words<'_>, access: &Access, folds: &Folds, lines: &mut Vec<Line>) {
    if access.holdings.is_empty() {
        return;
    }
    let open = folds.is_open(&Fold::Part("roles"), true);
    let text = t!(words.texts, "user-roles");
    lines.push(heading(text, access.holdings.len(), "roles", open));
    if open {
        let rows = access.holdings.iter();
        lines.extend(rows.map(|held| Line::new(1, What::Holding(*held, None))));
    }
}

fn permissions(
    words: Words<'_>,
    access: &Access,
    terms: &Terms,
    folds: &Folds,
    lines: &mut Vec<Line>,
) {
    let catalogue = words.catalogue();
    let shown: Vec<_> = Office365Permission::ALL
        .into_iter()
        .zip(access.now.grants)
        .filter(|(permission, _)| {
            terms.is_empty()
                || catalogue
                    .office365_permission(*permission)
                    .is_some_and(|entry| {
                        terms.all_in(&fold(&format!("{}\n{}", entry.name.en, entry.name.nl)))
                    })
        })
        .collect();
    if shown.is_empty() {
        return;
    }
    let part = Fold::Part("permissions");
    let open = folds.is_open(&part, true);
    let text = t!(words.texts, "view-permissions");
    lines.push(heading(text, shown.len(), "permissions", open));
    if !open {
        return;
    }
    let context = context(words);
    for (permission, grant) in shown {
        let ways = access.ways_to_permission(&context, permission);
        let mut about = words.grant(grant);
        let mut roles: Vec<_> = ways
            .iter()
            .map(|(held, _)| words.role(held.assignment.role))
            .collect();
        roles.dedup();
        if !roles.is_empty() {
            about = format!(
                "{about} · {}",
                t!(words.texts, "access-by", roles = roles.join(", "))
            );
        }
        let of_everyone = ways
            .iter()
            .any(|(held, _)| reaches_everyone(words, held.assignment.role));
        if permission == Office365Permission::ResetUserPasswords
            && grant == Grant::Yes
            && !of_everyone
        {
            about = format!("{about} · {}", t!(words.texts, "access-depends-on-whose"));
        }
        let line = Line::new(1, What::Permission(permission, grant, about));
        if ways.is_empty() {
            lines.push(line);
            continue;
        }
        let fold = Fold::Permission(permission);
        let open = folds.is_open(&fold, false);
        lines.push(line.folding(fold, open));
        if open {
            for (held, grant) in ways {
                let what = What::Holding(held, Some(words.grant(grant)));
                lines.push(Line::new(2, what));
            }
        }
    }
}

/// What eligible roles would add.
fn eligible(words: Words<'_>, access: &Access, folds: &Folds, lines: &mut Vec<Line>) {
    let texts = words.texts;
    let (now, then) = (&access.now, &access.with_eligible);
    let gained = gained(now, then);
    let added = then.actions.minus(&now.actions);
    let unknown = then.more_unknown && !now.more_unknown;
    if gained.is_empty() && added.is_empty() && !unknown {
        return;
    }
    let open = folds.is_open(&Fold::Part("eligible"), true);
    let title = t!(texts, "access-eligible-adds");
    lines.push(heading(title, gained.len() + added.len(), "eligible", open));
    if !open {
        return;
    }
    for (permission, place) in gained {
        let (Some(from), Some(to)) = (now.grants.get(place), then.grants.get(place)) else {
            continue;
        };
        let about = format!("{} → {}", words.grant(*from), words.grant(*to));
        lines.push(Line::new(1, What::Permission(permission, *to, about)));
    }
    if unknown {
        let (text, about) = (
            t!(texts, "access-unknown"),
            t!(texts, "access-unknown-about"),
        );
        lines.push(Line::new(1, What::Note(Tone::Warning, text, about)));
    }
    by_namespace(
        words,
        None,
        "eligible",
        added.iter().collect(),
        false,
        folds,
        lines,
    );
}

/// The permissions that go further, with their places.
fn gained(now: &Powers, then: &Powers) -> Vec<(Office365Permission, usize)> {
    let further = |place: &usize| then.grants.get(*place) > now.grants.get(*place);
    Office365Permission::ALL
        .into_iter()
        .zip(0..)
        .filter(|(_, place)| further(place))
        .collect()
}

/// Actions under a heading of their own.
pub struct Part {
    /// The heading.
    pub title: String,
    /// What its fold is known by.
    pub key: &'static str,
    /// Whether it begins open.
    pub open: bool,
    /// Which.
    pub actions: ActionSet,
}

/// Lists actions by namespace, those in whose words all of `terms` occur.
pub fn actions(
    words: Words<'_>,
    access: Option<&Access>,
    part: &Part,
    terms: &Terms,
    folds: &Folds,
    lines: &mut Vec<Line>,
) {
    let edition = words.catalogue().edition(Edition::Current);
    let found = |id: &ActionId| {
        terms.is_empty()
            || edition.entry(*id).is_some_and(|entry| {
                let text = &entry.description;
                terms.all_in(&fold(&format!(
                    "{}\n{}\n{}",
                    entry.action, text.en, text.nl
                )))
            })
    };
    let shown: Vec<_> = part.actions.iter().filter(found).collect();
    if shown.is_empty() {
        return;
    }
    let open = folds.is_open(&Fold::Part(part.key), part.open);
    lines.push(heading(part.title.clone(), shown.len(), part.key, open));
    if open {
        let all_open = !terms.is_empty();
        by_namespace(words, access, part.key, shown, all_open, folds, lines);
    }
}

fn by_namespace(
    words: Words<'_>,
    access: Option<&Access>,
    key: &'static str,
    shown: Vec<ActionId>,
    all_open: bool,
    folds: &Folds,
    lines: &mut Vec<Line>,
) {
    let edition = words.catalogue().edition(Edition::Current);
    let mut by_namespace: BTreeMap<&str, Vec<ActionId>> = BTreeMap::new();
    for id in shown {
        if let Some(entry) = edition.entry(id) {
            by_namespace
                .entry(entry.action.namespace())
                .or_default()
                .push(id);
        }
    }
    let context = context(words);
    for (namespace, actions) in by_namespace {
        let fold = Fold::Namespace(key, namespace.into());
        let open = folds.is_open(&fold, all_open);
        let what = What::Heading(namespace.to_owned(), Some(actions.len()));
        lines.push(Line::new(1, what).folding(fold, open));
        if !open {
            continue;
        }
        for id in actions {
            let line = Line::new(2, What::Action(id));
            let Some(access) = access else {
                lines.push(line);
                continue;
            };
            let fold = Fold::Action(id);
            let open = folds.is_open(&fold, false);
            lines.push(line.folding(fold, open));
            if open {
                let ways = access.ways_to_action(&context, id);
                let rows = ways.into_iter().map(|held| What::Holding(held, None));
                lines.extend(rows.map(|what| Line::new(3, what)));
            }
        }
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let (left, right) = columns(ui);
    let mut list_ui = super::within(ui, "people", left);
    if let Some(chosen) = state.people.ui(&mut list_ui, cx, state.person) {
        state.ask(chosen);
    }
    let mut ui = super::within(ui, "answer", right);
    let ui = &mut ui;
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let known = |user: &UserId| cx.session.tenant().user(*user).is_some();
    let Some(user) = state.person.filter(known) else {
        let (title, hint) = (
            t!(cx.texts, "access-person-none"),
            t!(cx.texts, "access-person-none-hint"),
        );
        nothing(ui, icon::PERSON_SEARCH, &title, &hint);
        return;
    };
    let question = (Moment::of(cx), user);
    let access = (state.answer).get(question, || {
        Access::of(&context(words), cx.session.tenant(), user)
    });
    head(ui, cx, user, &access);
    ui.spacing_mut().text_edit_width = ui.available_width();
    let hint = t!(cx.texts, "access-search-within");
    if search_box(ui, &mut state.search, &hint, "search within").changed() {
        state.list.restart();
    }
    let wording = (
        question,
        words.language(),
        state.search.clone(),
        state.folds.clone(),
    );
    let lines: Arc<Vec<Line>> = state.lines.get(wording, || {
        lines(words, user, &access, &state.search, &state.folds)
    });
    if lines.is_empty() {
        let title = t!(cx.texts, "access-none-found");
        nothing(
            ui,
            icon::SEARCH,
            &title,
            &t!(cx.texts, "access-none-found-hint"),
        );
        return;
    }
    let name = t!(cx.texts, "access-tab-person");
    match list::list(ui, words, &name, &lines, &mut state.list) {
        Some(Done::Fold(fold)) => state.folds.toggle(fold),
        Some(Done::Go(target)) => list::go(cx.outbox, target),
        None => {}
    }
}

fn head(ui: &mut Ui, cx: &mut ViewContext<'_>, user: UserId, access: &Access) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let name = look::person_name(words, user);
    ui.horizontal(|ui| {
        avatar(ui, &name, 36.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = t!(texts, "command-export");
            if button::command_button(ui, icon::EXPORT, &export, Ok(())).clicked() {
                export::save(
                    cx.outbox,
                    texts,
                    "person",
                    &export::person(words, user, access),
                );
            }
            let open = t!(texts, "access-open-person");
            if button::command_button(ui, icon::PERSON, &open, Ok(())).clicked() {
                cx.outbox.ui(UiCommand::ShowUser(user));
            }
            for (word, tone, glyph) in marks(words, access) {
                chip(ui, &word, tone, Some(glyph));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Label::new(theme::subtitle(name.as_str())).truncate());
                let upn = look::person_upn(words, user);
                ui.add(Label::new(theme::caption(ui, upn)).truncate());
            });
        });
    });
}

/// What is to be seen at once of what someone holds.
fn marks(words: Words<'_>, access: &Access) -> Vec<(String, chip::Tone, &'static str)> {
    let mut marks = Vec::new();
    let privileged = access.holdings.iter().any(|held| {
        standing_word(words, held.standing).is_none() && words.is_privileged(held.assignment.role)
    });
    if privileged {
        let text = t!(words.texts, "privileged");
        marks.push((text, chip::Tone::Privileged, icon::PRIVILEGED));
    }
    marks
}
