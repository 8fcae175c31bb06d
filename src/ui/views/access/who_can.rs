//! Who can do something: the people, by the role that lets them, and the roles that would.

use std::sync::Arc;

use egui::{Align, Label, Layout, Ui};

use super::kept::{Kept, Moment, Same, Slow};
use super::line::{Fold, Folds, Line, Mark, Tone, What};
use super::list::{self, Done};
use super::look::need_words;
use super::need_list::NeedList;
use super::{Question, columns, export, nothing, within};
use crate::domain::delegation::Context;
use crate::domain::effective::{Coverage, Need, Serving, WhoCan};
use crate::domain::fold::fold;
use crate::domain::language::Language;
use crate::domain::office365::Office365Permission;
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::{HeldThrough, Tenant};
use crate::domain::user::UserId;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::views::groups::listing::ListState;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::button;

/// From how many assignments on a worker gathers the answer.
const MUCH: usize = 2_000;

/// The answer, on its own: it is gathered elsewhere when it is long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The roles that let someone, with who holds them.
    pub ways: Vec<WayOf>,
    /// The roles that would and that nobody holds.
    pub unheld: Vec<Serving>,
    /// How many people can now.
    pub people: usize,
}

/// A role that lets people do something.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOf {
    /// The role, and how much of the need it serves.
    pub serving: Serving,
    /// Who holds it: people by name, then groups.
    pub assignments: Vec<RoleAssignment>,
}

/// Gathers who can do `need`.
pub fn gather(context: &Context<'_>, tenant: &Tenant, need: &Need) -> Answer {
    let asked = WhoCan::ask(context, tenant, need);
    let people = asked.people(context, tenant).len();
    let ways = asked.held.into_iter().map(|way| {
        let mut assignments: Vec<_> = way.assignments.into_iter().copied().collect();
        assignments.sort_by_cached_key(|held| match held.principal {
            Principal::User(user) => (0, name(tenant, user)),
            Principal::Group(group) => {
                let group = tenant.groups().get(&group);
                (1, group.map_or_else(String::new, |group| fold(&group.name)))
            }
        });
        WayOf {
            serving: way.serving,
            assignments,
        }
    });
    Answer {
        ways: ways.collect(),
        unheld: asked.unheld,
        people,
    }
}

fn name(tenant: &Tenant, user: UserId) -> String {
    let user = tenant.user(user);
    user.map_or_else(String::new, |user| fold(&user.profile.display_name))
}

type Wording = (Same<Answer>, Moment, Language, Folds);

/// What is asked, and what is shown of the answer.
#[derive(Default)]
pub struct State {
    need: Option<Need>,
    list: NeedList,
    folds: Folds,
    answer: Slow<(Moment, Need), Answer>,
    lines: Kept<Wording, Vec<Line>>,
    rows: ListState,
}

impl State {
    /// Asks who can do `need`.
    pub fn ask(&mut self, need: Need) {
        if self.need.as_ref() != Some(&need) {
            self.need = Some(need);
            self.folds = Folds::default();
            self.rows.restart();
        }
    }

    /// What is asked.
    pub const fn need(&self) -> Option<&Need> {
        self.need.as_ref()
    }
}

/// The answer in lines.
pub fn lines(words: Words<'_>, need: &Need, answer: &Answer, folds: &Folds) -> Vec<Line> {
    let texts = words.texts;
    let mut lines = Vec::new();
    if answer.people == 0 {
        let text = if answer.ways.is_empty() {
            t!(texts, "access-nobody")
        } else {
            t!(texts, "access-nobody-now")
        };
        let about = if answer.ways.is_empty() && answer.unheld.is_empty() {
            t!(texts, "access-no-role")
        } else {
            t!(texts, "access-nobody-about")
        };
        lines.push(Line::new(0, What::Note(Tone::Warning, text, about)));
    }
    for way in &answer.ways {
        let role = way.serving.role;
        let fold = Fold::Role(role);
        let open = folds.is_open(&fold, true);
        let line = Line::new(0, role_line(words, need, &way.serving, answer, true));
        lines.push(line.folding(fold, open));
        if open {
            for held in &way.assignments {
                holder(words, role, held, folds, &mut lines);
            }
        }
    }
    if !answer.unheld.is_empty() {
        let part = Fold::Part("unheld");
        let open = folds.is_open(&part, true);
        let what = What::Heading(t!(texts, "access-unheld"), Some(answer.unheld.len()));
        lines.push(Line::new(0, what).folding(part, open));
        if open {
            let rows = answer.unheld.iter();
            let rows = rows.map(|serving| role_line(words, need, serving, answer, false));
            lines.extend(rows.map(|what| Line::new(1, what)));
        }
    }
    lines
}

fn holder(
    words: Words<'_>,
    role: RoleTemplateId,
    held: &RoleAssignment,
    folds: &Folds,
    lines: &mut Vec<Line>,
) {
    let id = match held.principal {
        Principal::User(user) => {
            let what = What::Holder(user, HeldThrough::Directly, *held);
            lines.push(Line::new(1, what));
            return;
        }
        Principal::Group(id) => id,
    };
    let tenant = words.session.tenant();
    let Some(group) = tenant.groups().get(&id) else {
        return;
    };
    let fold = Fold::Group(role, id);
    // A large group would hide everybody else.
    let open = folds.is_open(&fold, group.members.len() <= 20);
    let line = Line::new(1, What::Group(id, *held, group.members.len()));
    lines.push(line.folding(fold, open));
    if open {
        let mut members: Vec<_> = group.members.iter().copied().collect();
        members.sort_by_cached_key(|user| name(tenant, *user));
        let rows = members.into_iter();
        let rows = rows.map(|user| What::Holder(user, HeldThrough::Group(id), *held));
        lines.extend(rows.map(|what| Line::new(2, what)));
    }
}

fn role_line(
    words: Words<'_>,
    need: &Need,
    serving: &Serving,
    answer: &Answer,
    held: bool,
) -> What {
    let mark = match serving.coverage {
        Coverage::Whole => Mark::Wholly,
        Coverage::Part => Mark::InPart,
    };
    let mut about = vec![coverage(words, need, serving)];
    if serving.together > 0 {
        let ways = answer.ways.iter().map(|way| &way.serving);
        let others = ways
            .chain(&answer.unheld)
            .filter(|other| other.together == serving.together && other.role != serving.role);
        let roles: Vec<_> = others.map(|other| words.role(other.role)).collect();
        if !roles.is_empty() {
            let roles = roles.join(", ");
            about.push(t!(words.texts, "access-together", roles = roles));
        }
    }
    let assignable = |id| {
        let role = words.catalogue().role(id);
        role.is_some_and(|role| role.status.is_assignable())
    };
    let whole = serving.coverage == Coverage::Whole;
    if whole && is_about_passwords(need) && !reaches_everyone(words, serving.role) {
        about.push(t!(words.texts, "access-depends-on-whose"));
    }
    if !assignable(serving.role) {
        about.push(t!(words.texts, "access-not-assignable"));
    }
    if serving.published {
        about.push(t!(words.texts, "access-published-for"));
    }
    if held {
        let count = answer
            .ways
            .iter()
            .find(|way| way.serving.role == serving.role)
            .map_or(0, |way| way.assignments.len());
        about.push(t!(words.texts, "access-assignments", count = count));
    }
    What::Role(serving.role, about.join(" · "), Some(mark))
}

/// Whether a need is to reset passwords: whose, is the business of R23's table.
fn is_about_passwords(need: &Need) -> bool {
    match need {
        Need::Permission(permission) => *permission == Office365Permission::ResetUserPasswords,
        Need::Action(action) => {
            action.entity().eq_ignore_ascii_case("users")
                && action.property_set().eq_ignore_ascii_case("password")
        }
        // A task says whose.
        Need::Task(_) => false,
    }
}

/// Whether a role resets everybody's password.
pub fn reaches_everyone(words: Words<'_>, role: RoleTemplateId) -> bool {
    words.catalogue().password_reset().reaches_everyone(role)
}

/// How much of a need a role serves, in words.
pub fn coverage(words: Words<'_>, need: &Need, serving: &Serving) -> String {
    let texts = words.texts;
    match (serving.coverage, need) {
        (Coverage::Whole, _) => t!(texts, "access-all-of-it"),
        (Coverage::Part, Need::Permission(permission)) => {
            words.grant(words.catalogue().grant(serving.role, *permission))
        }
        (Coverage::Part, Need::Action(_)) => t!(texts, "access-part-of-action"),
        (Coverage::Part, Need::Task(_)) => t!(texts, "access-part-of-task"),
    }
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &mut ViewContext<'_>, state: &mut State) {
    let (left, right) = columns(ui);
    let mut list_ui = within(ui, "needs", left);
    let asked = state.need.clone();
    let chosen = |need: &Need| asked.as_ref() == Some(need);
    if let Some(need) = state.list.ui(&mut list_ui, cx, chosen) {
        state.ask(need);
    }
    let mut ui = within(ui, "answer", right);
    let ui = &mut ui;
    let words = Words {
        texts: cx.texts,
        session: cx.session,
    };
    let Some(need) = state.need.clone() else {
        let (title, hint) = (
            t!(cx.texts, "access-need-none"),
            t!(cx.texts, "access-need-none-hint"),
        );
        nothing(ui, icon::ACCESS, &title, &hint);
        return;
    };
    let moment = Moment::of(cx);
    let key = (moment, need.clone());
    let much = cx.session.tenant().assignments().len() > MUCH;
    let session = cx.session;
    let answer = state.answer.get(ui.ctx(), &key, much, || {
        let (tenant, now, of) = (session.tenant().clone(), session.now(), need.clone());
        let catalogue = Arc::clone(session.catalogue());
        move || {
            let catalogue = &*catalogue;
            gather(&Context { catalogue, now }, &tenant, &of)
        }
    });
    let Some((answer, current)) = answer else {
        head(ui, cx, &need, None);
        return;
    };
    head(ui, cx, &need, Some((&answer, current)));
    let same = Same(Arc::clone(&answer));
    let wording = (same, moment, words.language(), state.folds.clone());
    let lines = (state.lines).get(wording, || lines(words, &need, &answer, &state.folds));
    let name = t!(cx.texts, "access-tab-who");
    match list::list(ui, words, &name, &lines, &mut state.rows) {
        Some(Done::Fold(fold)) => state.folds.toggle(fold),
        Some(Done::Go(target)) => list::go(cx.outbox, target),
        None => {}
    }
}

fn head(ui: &mut Ui, cx: &mut ViewContext<'_>, need: &Need, answer: Option<(&Answer, bool)>) {
    let texts = cx.texts;
    let words = Words {
        texts,
        session: cx.session,
    };
    let (title, about) = need_words(words, need);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if let Some((answer, true)) = answer {
            let export = t!(texts, "command-export");
            if button::command_button(ui, icon::EXPORT, &export, Ok(())).clicked() {
                let table = export::who_can(words, need, answer);
                export::save(cx.outbox, texts, "who-can", &table);
            }
            let least = t!(texts, "access-find-least");
            if button::command_button(ui, icon::LIGHTBULB, &least, Ok(())).clicked() {
                let question = Question::Least(vec![need.clone()]);
                cx.outbox.ui(UiCommand::AskAccess(Box::new(question)));
            }
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(theme::subtitle(title.as_str())).truncate())
                .on_hover_text(title.as_str());
            ui.add(Label::new(theme::caption(ui, about)).truncate());
        });
    });
    let told = match answer {
        Some((answer, true)) if answer.people == 0 => t!(texts, "access-count-nobody"),
        Some((answer, true)) => t!(texts, "access-count", count = answer.people),
        Some((_, false)) | None => t!(texts, "access-working"),
    };
    ui.label(theme::medium(told));
}
