//! The answers as tables, to be saved as CSV in the language of the screen.

use super::gaps::Found;
use super::look::{coverage_word, need_words, permission_name, person_name, person_upn};
use super::may::Asked;
use super::may_answer;
use super::verdict::Decided;
use super::who_can::Answer;
use crate::domain::catalogue::Edition;
use crate::domain::effective::{Access, Holding, Least, Need};
use crate::domain::office365::Office365Permission;
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::UserId;
use crate::exchange::{Cell, Table, csv};
use crate::i18n::Texts;
use crate::t;
use crate::ui::outbox::Outbox;
use crate::ui::ui_command::UiCommand;
use crate::ui::views::role_editor::words::{Standing, Words};

/// Offers `table` for saving; `what` is the key of the file's name.
pub fn save(outbox: &mut Outbox, texts: &Texts, what: &str, table: &Table) {
    let name = texts.dynamic(&format!("access-file-{what}"));
    outbox.ui(UiCommand::Export {
        name: format!("{name}.csv"),
        text: csv::to_string(table),
    });
}

fn table(header: Vec<String>) -> Table {
    Table {
        header,
        rows: Vec::new(),
    }
}

/// The header of how an assignment reaches someone.
fn way_header(texts: &Texts) -> [String; 5] {
    [
        t!(texts, "access-column-through"),
        t!(texts, "access-column-scope"),
        t!(texts, "access-column-standing"),
        t!(texts, "access-column-from"),
        t!(texts, "access-column-until"),
    ]
}

fn way(words: Words<'_>, through: HeldThrough, held: &RoleAssignment) -> [Cell; 5] {
    let groups = words.session.tenant().groups();
    let through = match through {
        HeldThrough::Directly => t!(words.texts, "role-directly"),
        HeldThrough::Group(id) => groups
            .get(&id)
            .map_or_else(|| id.0.to_string(), |group| group.name.to_string()),
    };
    let time = |time: Option<crate::domain::time::Timestamp>| {
        let time = time.and_then(|time| jiff::Timestamp::from_second(time.0).ok());
        time.map_or(Cell::Absent, |time| Cell::text(time.to_string()))
    };
    let standing: Standing = words.standing(held);
    [
        Cell::text(through),
        Cell::text(words.scope(held.scope)),
        Cell::text(words.standing_word(standing)),
        time(held.start),
        time(held.end),
    ]
}

fn role(words: Words<'_>, id: RoleTemplateId) -> [Cell; 2] {
    [Cell::text(words.role(id)), Cell::text(id.to_string())]
}

fn user(words: Words<'_>, id: UserId) -> [Cell; 2] {
    [
        Cell::text(person_name(words, id)),
        Cell::text(person_upn(words, id)),
    ]
}

/// What one person can do: their roles, then permissions and actions with every way to them.
pub fn person(words: Words<'_>, of: UserId, access: &Access) -> Table {
    let texts = words.texts;
    let mut header = vec![
        t!(texts, "user-name"),
        t!(texts, "user-upn"),
        t!(texts, "access-column-kind"),
        t!(texts, "access-column-what"),
        t!(texts, "access-column-key"),
        t!(texts, "access-column-extent"),
        t!(texts, "matrix-role"),
    ];
    header.extend(way_header(texts));
    let mut table = table(header);
    let context = super::person::context(words);
    let mut row = |kind: &str, what: String, key: String, extent: String, held: &Holding| {
        let mut cells = Vec::from(user(words, of));
        cells.extend([kind.to_owned(), what, key, extent].map(Cell::Text));
        cells.push(Cell::text(words.role(held.assignment.role)));
        cells.extend(way(words, held.through, &held.assignment));
        table.rows.push(cells);
    };
    let kind = t!(texts, "matrix-role");
    for held in &access.holdings {
        let id = held.assignment.role;
        row(&kind, words.role(id), id.to_string(), String::new(), held);
    }
    let kind = t!(texts, "matrix-permission");
    for permission in Office365Permission::ALL {
        let name = permission_name(words, permission);
        for (held, grant) in access.ways_to_permission(&context, permission) {
            let key = permission.key().to_owned();
            row(&kind, name.clone(), key, words.grant(grant), &held);
        }
    }
    let kind = t!(texts, "matrix-action");
    let edition = words.catalogue().edition(Edition::Current);
    for id in access.with_eligible.actions.iter() {
        let Some(entry) = edition.entry(id) else {
            continue;
        };
        for held in access.ways_to_action(&context, id) {
            let what = entry.description.get(words.language()).to_owned();
            row(&kind, what, entry.action.to_string(), String::new(), &held);
        }
    }
    table
}

/// Who can do something; a role that nobody holds has a line without a person.
pub fn who_can(words: Words<'_>, need: &Need, answer: &Answer) -> Table {
    let texts = words.texts;
    let mut header = vec![
        t!(texts, "access-column-what"),
        t!(texts, "matrix-role"),
        t!(texts, "access-column-template"),
        t!(texts, "access-column-extent"),
        t!(texts, "user-name"),
        t!(texts, "user-upn"),
    ];
    header.extend(way_header(texts));
    let mut table = table(header);
    let what = need_words(words, need).0;
    let first = |serving: &crate::domain::effective::Serving| {
        let mut cells = vec![Cell::text(what.clone())];
        cells.extend(role(words, serving.role));
        cells.push(Cell::text(coverage_word(words, serving.coverage)));
        cells
    };
    for of in &answer.ways {
        for held in &of.assignments {
            for (id, through) in people(words, held) {
                let mut cells = first(&of.serving);
                cells.extend(user(words, id));
                cells.extend(way(words, through, held));
                table.rows.push(cells);
            }
        }
    }
    for serving in &answer.unheld {
        let mut cells = first(serving);
        cells.resize(table.header.len(), Cell::Absent);
        table.rows.push(cells);
    }
    table
}

/// Whom an assignment reaches.
fn people(words: Words<'_>, held: &RoleAssignment) -> Vec<(UserId, HeldThrough)> {
    match held.principal {
        Principal::User(id) => vec![(id, HeldThrough::Directly)],
        Principal::Group(group) => {
            let groups = words.session.tenant().groups();
            let members = groups.get(&group).into_iter().flat_map(|it| &it.members);
            members.map(|id| (*id, HeldThrough::Group(group))).collect()
        }
    }
}

/// A decision: a line for each rule, cell and change.
pub fn may(words: Words<'_>, asked: &Asked, decided: &Decided) -> Table {
    let texts = words.texts;
    let mut table = table(vec![
        t!(texts, "access-column-what"),
        t!(texts, "access-column-about"),
        t!(texts, "access-column-answer"),
        t!(texts, "access-column-kind"),
        t!(texts, "access-column-rule"),
        t!(texts, "access-column-sentence"),
        t!(texts, "access-column-instead"),
    ]);
    let (what, about) = may_answer::question(words, asked);
    let answer = may_answer::answer(words, decided.answer());
    let mut row = |kind: String, rule: String, sentence: String, instead: String| {
        let cells = [&what, &about, &answer, &kind, &rule, &sentence, &instead];
        table.rows.push(cells.map(Cell::text).into());
    };
    let decision = &decided.decision;
    for (kind, reasons) in [
        (t!(texts, "access-kind-refusal"), decision.refusals()),
        (
            t!(texts, "access-kind-confirmation"),
            decision.confirmations(),
        ),
        (t!(texts, "access-kind-warning"), decision.warnings()),
    ] {
        for rule in words.reasons(reasons) {
            let label = rule.label.unwrap_or_default();
            row(kind.clone(), label, rule.sentence, rule.instead.to_owned());
        }
    }
    for cell in &decided.cells {
        let target = may_answer::target(words, cell.target);
        let sentence = format!("{} → {target}", words.role(cell.acting));
        let says = may_answer::cell(words, cell.cell);
        row(
            t!(texts, "access-kind-cell"),
            "R23".to_owned(),
            sentence,
            says,
        );
    }
    for change in &decided.changes {
        use crate::domain::effective::Allowing;
        let role = match change {
            Allowing::TakeUp(held) => held.role,
            Allowing::Assign { role, .. } => *role,
        };
        let (name, how) = (words.role(role), may_answer::change(words, change));
        row(t!(texts, "access-kind-change"), String::new(), name, how);
    }
    if table.rows.is_empty() {
        let cells = [&what, &about, &answer].map(Cell::text);
        let mut cells = Vec::from(cells);
        cells.resize(table.header.len(), Cell::Absent);
        table.rows.push(cells);
    }
    table
}

/// The sets of roles, a line for each role.
pub fn least(words: Words<'_>, needs: &[Need], least: &Least) -> Table {
    let texts = words.texts;
    let mut table = table(vec![
        t!(texts, "access-needs"),
        t!(texts, "access-column-place"),
        t!(texts, "matrix-role"),
        t!(texts, "access-column-template"),
        t!(texts, "access-column-excess-privileged"),
        t!(texts, "access-column-excess"),
    ]);
    let needs: Vec<_> = needs.iter().map(|need| need_words(words, need).0).collect();
    let needs = needs.join("; ");
    for (place, set) in (1..).zip(&least.sets) {
        for id in &set.roles {
            let mut cells = vec![Cell::text(needs.clone()), Cell::Number(place)];
            cells.extend(role(words, *id));
            cells.push(Cell::Number(set.excess_privileged));
            cells.push(Cell::Number(set.excess.len()));
            table.rows.push(cells);
        }
    }
    table
}

/// What was found to be missing or too much.
pub fn gaps(words: Words<'_>, found: &Found) -> Table {
    match found {
        Found::Uncovered(tasks) => uncovered(words, tasks),
        Found::Redundant(roles) => redundant(words, roles),
        Found::Exceeding(people, needs) => exceeding(words, people, needs),
    }
}

fn uncovered(words: Words<'_>, tasks: &[crate::domain::catalogue::TaskId]) -> Table {
    let texts = words.texts;
    let mut table = table(vec![
        t!(texts, "access-column-area"),
        t!(texts, "access-column-task"),
        t!(texts, "access-published"),
    ]);
    let catalogue = words.catalogue();
    for task in tasks.iter().filter_map(|id| catalogue.task(*id)) {
        table.rows.push(vec![
            Cell::text(task.area_name.get(words.language())),
            Cell::text(task.task.get(words.language())),
            Cell::text(super::least::holders(words, &task.least)),
        ]);
    }
    table
}

fn redundant(words: Words<'_>, roles: &[crate::domain::effective::Redundant]) -> Table {
    let texts = words.texts;
    let mut header = vec![
        t!(texts, "user-name"),
        t!(texts, "user-upn"),
        t!(texts, "matrix-role"),
        t!(texts, "access-column-template"),
        t!(texts, "access-column-contained"),
    ];
    header.extend(way_header(texts));
    let mut table = table(header);
    for of in roles {
        let mut cells = Vec::from(user(words, of.user));
        cells.extend(role(words, of.assignment.role));
        let contained = of.contained_in.map(|id| words.role(id));
        cells.push(contained.map_or(Cell::Absent, Cell::Text));
        cells.extend(way(words, of.through, &of.assignment));
        table.rows.push(cells);
    }
    table
}

fn exceeding(
    words: Words<'_>,
    people: &[crate::domain::effective::Exceeding],
    needs: &[Need],
) -> Table {
    let texts = words.texts;
    let mut table = table(vec![
        t!(texts, "user-name"),
        t!(texts, "user-upn"),
        t!(texts, "access-column-excess-privileged"),
        t!(texts, "access-column-excess"),
        t!(texts, "access-column-can"),
        t!(texts, "access-column-idle"),
    ]);
    for of in people {
        let needs = of.serves.iter().filter_map(|place| needs.get(*place));
        let can: Vec<_> = needs.map(|need| need_words(words, need).0).collect();
        let idle: Vec<_> = of.idle.iter().map(|id| words.role(*id)).collect();
        let mut cells = Vec::from(user(words, of.user));
        cells.push(Cell::Number(of.excess_privileged));
        cells.push(Cell::Number(of.excess.len()));
        cells.push(Cell::text(can.join("; ")));
        cells.push(Cell::text(idle.join("; ")));
        table.rows.push(cells);
    }
    table
}
