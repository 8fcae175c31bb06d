//! The least role for what someone is to be able to do: sets of roles by what they allow beyond
//! the need, with what Microsoft names beside them.

use std::sync::Arc;

use egui::{Button, Ui};

use super::kept::{Kept, Moment, Same, Slow};
use super::line::{Fold, Folds, Line, Mark, SetLine, Tone, What};
use super::list::{self, Done};
use super::look::{excess, need_words};
use super::may::head_row;
use super::need_list::NeedList;
use super::{columns, export, nothing, within};
use crate::domain::catalogue::{Edition, RoleCatalogue, SeveralRoles, TaskHolder, TaskId};
use crate::domain::effective::{Least, LeastSet, Need, least_roles};
use crate::domain::language::Language;
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::role::RoleTemplateId;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;
use crate::ui::widgets::focus::follow;

/// How many sets are listed.
const MOST: usize = 10;
/// From how many needs on a worker searches.
const MUCH: usize = 6;

type Wording = (Same<Least>, Moment, Language, Folds);

/// What is needed, and what is shown of the answer.
#[derive(Default)]
pub struct State {
    needs: Vec<Need>,
    list: NeedList,
    folds: Folds,
    answer: Slow<(Moment, Vec<Need>), Least>,
    lines: Kept<Wording, Vec<Line>>,
    rows: ListState,
}

impl State {
    /// Asks for the least role for `needs`.
    pub fn ask(&mut self, needs: Vec<Need>) {
        self.needs = needs;
        self.changed();
    }

    /// What is needed.
    pub fn needs(&self) -> &[Need] {
        &self.needs
    }

    /// Adds a need, or takes it out.
    fn toggle(&mut self, need: Need) {
        match self.needs.iter().position(|other| *other == need) {
            Some(place) => {
                self.needs.remove(place);
            }
            None => self.needs.push(need),
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.folds = Folds::default();
        self.rows.restart();
    }

    /// The list to choose needs from.
    pub fn choose(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let needs = &self.needs;
        let chosen = |need: &Need| needs.contains(need);
        if let Some(need) = self.list.ui(ui, cx, chosen) {
            self.toggle(need);
        }
    }

    /// What is needed, each to be taken out.
    pub fn chips(&mut self, ui: &mut Ui, cx: &ViewContext<'_>) {
        let words = Words {
            texts: cx.texts,
            session: cx.session,
        };
        let mut gone = None;
        egui::ScrollArea::vertical()
            .id_salt("needs")
            .max_height(104.0)
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    for (place, need) in self.needs.iter().enumerate() {
                        let (name, about) = need_words(words, need);
                        let text = t!(cx.texts, "access-remove-need", what = name.as_str());
                        let shown = shorten(&name);
                        let glyph = theme::icon_text(icon::DISMISS).size(12.0);
                        let response = ui
                            .add(Button::new((theme::medium(shown).small(), glyph)))
                            .accessible_name(text.as_str())
                            .on_hover_text(format!("{name}\n{about}\n{text}"));
                        follow(&response);
                        if response.clicked() {
                            gone = Some(place);
                        }
                    }
                    if self.needs.len() > 1 {
                        let clear = t!(cx.texts, "access-clear-needs");
                        if button::standard(ui, clear).clicked() {
                            gone = Some(usize::MAX);
                        }
                    }
                });
            });
        match gone {
            Some(usize::MAX) => self.ask(Vec::new()),
            Some(place) => {
                self.needs.remove(place);
                self.changed();
            }
            None => {}
        }
    }
}

/// A name that fits a chip.
fn shorten(name: &str) -> String {
    const LONGEST: usize = 48;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

/// Everything that the needs ask for.
pub fn needed(catalogue: &RoleCatalogue, needs: &[Need]) -> ActionSet {
    let mut needed = ActionSet::default();
    for need in needs {
        needed.union_with(&need.actions(catalogue));
    }
    needed
}

/// How many of `actions` are privileged.
pub fn privileged(catalogue: &RoleCatalogue, actions: &ActionSet) -> usize {
    let edition = catalogue.edition(Edition::Current);
    let is = |id: &ActionId| {
        edition
            .entry(*id)
            .is_some_and(|it| it.privileged == Some(true))
    };
    actions.iter().filter(is).count()
}

/// The answer in lines.
pub fn lines(words: Words<'_>, needs: &[Need], least: &Least, folds: &Folds) -> Vec<Line> {
    let texts = words.texts;
    let mut lines = Vec::new();
    let note = |tone, text, about| Line::new(0, What::Note(tone, text, about));
    for need in &least.unserved {
        let what = need_words(words, need).0;
        let text = t!(texts, "access-unserved", what = what);
        lines.push(note(Tone::Warning, text, unserved(words, need)));
    }
    if !least.exact && least.unserved.is_empty() {
        let about = t!(texts, "access-inexact-about");
        lines.push(note(Tone::Warning, t!(texts, "access-inexact"), about));
    }
    for (place, set) in (1..).zip(&least.sets) {
        set_lines(words, needs, place, set, folds, &mut lines);
    }
    for need in needs {
        if let Need::Task(task) = need {
            published(words, *task, needs, least, &mut lines);
        }
    }
    lines
}

/// Why no role serves a need, as far as is known.
fn unserved(words: Words<'_>, need: &Need) -> String {
    match need {
        Need::Task(id) => match words.catalogue().task(*id) {
            Some(task) => holders(words, &task.least),
            None => String::new(),
        },
        Need::Permission(_) | Need::Action(_) => t!(words.texts, "access-unserved-about"),
    }
}

fn set_lines(
    words: Words<'_>,
    needs: &[Need],
    place: usize,
    set: &LeastSet,
    folds: &Folds,
    lines: &mut Vec<Line>,
) {
    let what = What::Set(Box::new(SetLine {
        place,
        roles: set.roles.clone(),
        privileged: set.excess_privileged,
        excess: set.excess.len(),
        more_unknown: set.more_unknown,
        published: is_published(words.catalogue(), needs, &set.roles),
    }));
    let fold = Fold::Set(set.roles.clone());
    let open = folds.is_open(&fold, place == 1);
    lines.push(Line::new(0, what).folding(fold, open));
    if !open {
        return;
    }
    for role in &set.roles {
        lines.push(Line::new(
            1,
            What::Role(*role, serves(words, needs, *role), None),
        ));
    }
    if set.excess.is_empty() {
        return;
    }
    let edition = words.catalogue().edition(Edition::Current);
    let is = |id: &ActionId| {
        edition
            .entry(*id)
            .is_some_and(|it| it.privileged == Some(true))
    };
    let (first, rest): (Vec<_>, Vec<_>) = set.excess.iter().partition(is);
    let heading = t!(words.texts, "access-beyond");
    let what = What::Heading(heading, Some(set.excess.len()));
    let fold = Fold::Excess(set.roles.clone());
    let open = folds.is_open(&fold, false);
    lines.push(Line::new(1, what).folding(fold, open));
    if !open {
        return;
    }
    let actions = first.into_iter().chain(rest);
    lines.extend(actions.map(|id| Line::new(2, What::Action(id))));
}

/// Which of the needs a role serves, in words.
fn serves(words: Words<'_>, needs: &[Need], role: RoleTemplateId) -> String {
    let served = needs.iter().filter(|need| {
        let serving = need.served_by(words.catalogue());
        serving.iter().any(|serving| serving.role == role)
    });
    let names: Vec<_> = served.map(|need| need_words(words, need).0).collect();
    t!(words.texts, "access-serves", what = names.join(", "))
}

/// Whether Microsoft names every one of these roles for one of the tasks.
fn is_published(catalogue: &RoleCatalogue, needs: &[Need], roles: &[RoleTemplateId]) -> bool {
    let tasks = needs.iter().filter_map(|need| match need {
        Need::Task(id) => catalogue.task(*id),
        Need::Permission(_) | Need::Action(_) => None,
    });
    let tasks: Vec<_> = tasks.collect();
    let named = |role: &RoleTemplateId| {
        let holder = TaskHolder::Role(*role);
        tasks.iter().any(|task| task.least.contains(&holder))
    };
    !roles.is_empty() && roles.iter().all(named)
}

/// What Microsoft names for a task, and how that differs from what was found.
fn published(words: Words<'_>, id: TaskId, needs: &[Need], least: &Least, lines: &mut Vec<Line>) {
    let (texts, catalogue) = (words.texts, words.catalogue());
    let Some(task) = catalogue.task(id) else {
        return;
    };
    let name = task.task.get(words.language());
    let heading = t!(texts, "access-microsoft-names", task = name);
    lines.push(Line::new(0, What::Heading(heading, None)));
    let roles: Vec<_> = task.least.iter().filter_map(role_of).collect();
    let best = least.sets.first();
    let ours = |role: &RoleTemplateId| best.is_some_and(|set| set.roles.contains(role));
    let differs = best.is_some() && !roles.iter().any(ours);
    let (tone, text) = if roles.is_empty() {
        (Tone::Info, t!(texts, "access-named-outside"))
    } else if differs {
        (Tone::Warning, t!(texts, "access-named-differs"))
    } else if best.is_some() {
        (Tone::Good, t!(texts, "access-named-same"))
    } else {
        (Tone::Info, t!(texts, "access-named-only"))
    };
    let mut about = Vec::new();
    if task.least.len() > 1 {
        about.push(match task.several {
            SeveralRoles::Any => t!(texts, "access-several-any"),
            SeveralRoles::All => t!(texts, "access-several-all"),
            SeveralRoles::NotStated => t!(texts, "access-several-unknown"),
        });
    }
    if let Some(remark) = &task.remark {
        about.push(remark.get(words.language()).to_owned());
    }
    lines.push(Line::new(1, What::Note(tone, text, about.join(" · "))));
    let needed = needed(catalogue, needs);
    for role in roles {
        let about = match catalogue.actions(role) {
            Some(actions) => {
                let beyond = actions.minus(&needed);
                let grave = privileged(catalogue, &beyond);
                excess(words, grave, beyond.len(), false)
            }
            None => t!(texts, "access-more-unknown"),
        };
        lines.push(Line::new(1, What::Role(role, about, Some(Mark::Published))));
    }
    let outside: Vec<_> = task
        .least
        .iter()
        .filter(|it| role_of(it).is_none())
        .cloned()
        .collect();
    if !outside.is_empty() {
        let what = What::Note(Tone::Info, holders(words, &outside), String::new());
        lines.push(Line::new(1, what));
    }
}

const fn role_of(holder: &TaskHolder) -> Option<RoleTemplateId> {
    match holder {
        TaskHolder::Role(role) => Some(*role),
        TaskHolder::Outside(..) => None,
    }
}

/// Those who can do a task, in words.
pub fn holders(words: Words<'_>, holders: &[TaskHolder]) -> String {
    let texts = words.texts;
    let names: Vec<_> = holders
        .iter()
        .map(|holder| match holder {
            TaskHolder::Role(role) => words.role(*role),
            TaskHolder::Outside(kind, name) => {
                let name = name.as_deref().unwrap_or_default();
                match (&**kind, name) {
                    ("azure", name) => t!(texts, "access-outside-azure", name = name),
                    ("owner", "enterprise_application") => {
                        t!(texts, "access-outside-owner-application")
                    }
                    ("owner", "group") => t!(texts, "access-outside-owner-group"),
                    ("group", name) => t!(texts, "access-outside-group", name = name),
                    ("group_member", _) => t!(texts, "access-outside-member"),
                    ("default_user", _) => t!(texts, "access-outside-everyone"),
                    ("all_nonguest_users", _) => t!(texts, "access-outside-nonguests"),
                    (kind, name) => format!("{kind} {name}").trim_end().to_owned(),
                }
            }
        })
        .collect();
    names.join(", ")
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let (left, right) = columns(ui);
    let mut list_ui = within(ui, "needs", left);
    state.choose(&mut list_ui, cx);
    let mut ui = within(ui, "answer", right);
    let ui = &mut ui;
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    if state.needs.is_empty() {
        let (title, hint) = (
            t!(cx.texts, "access-least-none"),
            t!(cx.texts, "access-least-none-hint"),
        );
        nothing(ui, icon::LIGHTBULB, &title, &hint);
        return;
    }
    let key = (Moment::of(cx), state.needs.clone());
    let session = cx.session;
    let answer = state.answer.get(ui.ctx(), &key, key.1.len() >= MUCH, || {
        let (catalogue, needs) = (Arc::clone(session.catalogue()), key.1.clone());
        move || least_roles(&catalogue, &needs, MOST)
    });
    let current = answer.as_ref().is_some_and(|(_, current)| *current);
    let about = if current {
        t!(cx.texts, "access-least-about")
    } else {
        t!(cx.texts, "access-working")
    };
    let title = t!(cx.texts, "access-tab-least");
    head_row(ui, &title, &about, |ui| {
        let export = t!(cx.texts, "command-export");
        let ready = if current {
            Ok(())
        } else {
            Err(t!(cx.texts, "access-working"))
        };
        let clicked = button::command_button(ui, icon::EXPORT, &export, ready).clicked();
        if let (true, Some((answer, _))) = (clicked, &answer) {
            let table = export::least(words, &key.1, answer);
            export::save(cx.outbox, cx.texts, "least", &table);
        }
    });
    state.chips(ui, cx);
    let Some((answer, _)) = answer else {
        return;
    };
    let same = Same(Arc::clone(&answer));
    let wording = (same, key.0, words.language(), state.folds.clone());
    let lines = (state.lines).get(wording, || lines(words, &key.1, &answer, &state.folds));
    match list::list(ui, words, &title, &lines, &mut state.rows) {
        Some(Done::Fold(fold)) => state.folds.toggle(fold),
        Some(Done::Go(target)) => list::go(cx.outbox, target),
        None => {}
    }
}
