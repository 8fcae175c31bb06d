//! A record to a Command, or to errors that each name line, column and rule.
//!
//! Only what a record says is looked at here. What the tenant and the actor allow is the gate's to
//! say, in a rehearsal; [`super::verdict`] puts its answer beside the column it is about.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::apply::Impossible;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::{Command, RoleChoice};
use crate::domain::contact::PhoneError;
use crate::domain::decision::Reason;
use crate::domain::language::Language;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::tenant::Tenant;
use crate::domain::upn::UpnError;
use crate::domain::user::{DelegatedAdministration, User, UserId};

use super::cells::Cells;
use super::mapping::{Field, Mapping};
use super::names::{self, Names, Unclear};
use super::table::PeopleTable;
use super::words;

/// Everybody a table holds.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// One for each record, in their order.
    pub rows: Vec<PersonRow>,
    /// What adds those that can be read.
    pub commands: Arc<[Command]>,
    /// In how many rows a country is given by its name, and so left out.
    pub countries_left_out: usize,
}

/// A person as a record tells of them.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// The line the record begins on.
    pub line: u32,
    /// The user name, as it stands there.
    pub user_name: Box<str>,
    /// The display name.
    pub name: Box<str>,
    /// The roles, where they could be read.
    pub roles: Box<[RoleTemplateId]>,
    /// How far they are to administer customers.
    pub delegated: DelegatedAdministration,
    /// The number of their Command, or what is wrong.
    pub outcome: Result<u32, Vec<RowError>>,
}

/// Why a record is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The line it begins on, from 1.
    pub line: u32,
    /// The heading of the column it is about, where it is about one.
    pub column: Option<Box<str>>,
    /// The rule that refuses, where one does.
    pub rule: Option<Rule>,
    /// What is wrong.
    pub problem: RowProblem,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// It has not one cell for each heading.
    Ragged {
        /// How many it has.
        cells: u32,
        /// How many headings there are.
        headings: usize,
    },
    /// Something that is required is absent.
    Missing,
    /// A character that hides how the text reads.
    Hidden(char),
    /// A text is longer than the directory takes.
    TooLong,
    /// Not a user principal name.
    UserName(UpnError),
    /// The user name is on a domain that is no verified domain of the tenant.
    Domain(Box<str>),
    /// The user name stands on another line as well.
    Twice(u32),
    /// Not an e-mail address.
    Email(Box<str>),
    /// Not a phone number with country code.
    Phone(PhoneError),
    /// Not a country of two letters.
    Country(Box<str>),
    /// Neither yes nor no.
    YesOrNo(Box<str>),
    /// No level of delegated administration.
    Level(Box<str>),
    /// Not the name of one role.
    Role(Unclear<RoleTemplateId>),
    /// Not the name of one subscription.
    Licence(Unclear<SubscriptionId>),
    /// The gate refuses.
    Refused(Reason),
    /// It can't be done, whoever asks.
    Impossible(Impossible),
}

impl RowError {
    /// Line, column, rule, and what is wrong, in one line.
    pub fn explain(&self, language: Language, catalogue: &RoleCatalogue) -> String {
        let problem = self.problem.explain(language, catalogue);
        format!("{}: {problem}", self.place(language))
    }

    /// Line, column and rule.
    pub fn place(&self, language: Language) -> String {
        words::place(self, language)
    }

    /// Column and rule, where it has them, for where the line stands already.
    pub fn cell(&self, language: Language) -> String {
        words::cell(self, language)
    }
}

impl RowProblem {
    /// What is wrong, as a sentence without capital.
    pub fn explain(&self, language: Language, catalogue: &RoleCatalogue) -> String {
        words::row_problem(self, language, catalogue)
    }
}

/// Reads everybody in `table`. `None` when `go_on`, asked with the number of each, says no.
pub fn people(
    table: &PeopleTable,
    mapping: &Mapping,
    country_code: Option<&str>,
    tenant: &Tenant,
    catalogue: &RoleCatalogue,
    new_id: &mut dyn FnMut() -> UserId,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Option<People> {
    let reader = Reader {
        table,
        mapping,
        country_code,
        tenant,
        roles: names::roles(catalogue),
        licences: names::licences(tenant),
        lines: lines_by_user_name(table, mapping),
    };
    let mut people = People::default();
    let mut commands = Vec::new();
    for record in 0..table.len() {
        if !go_on(record) {
            return None;
        }
        let (wanted, errors) = Cells::new(&reader, record).wanted(new_id);
        people.countries_left_out += usize::from(wanted.country_left_out && errors.is_empty());
        let outcome = match wanted.user {
            Some(user) if errors.is_empty() => {
                let number = u32::try_from(commands.len()).unwrap_or(u32::MAX);
                commands.push(command(user, &wanted.roles));
                Ok(number)
            }
            _ => Err(errors),
        };
        people.rows.push(PersonRow {
            line: table.line(record),
            user_name: reader.text(record, Field::UserName).into(),
            name: reader.text(record, Field::DisplayName).into(),
            roles: wanted.roles.into_iter().collect(),
            delegated: wanted.delegated,
            outcome,
        });
    }
    people.commands = commands.into();
    Some(people)
}

/// Adding `user`, with their roles in one choice, so that their order does not matter (R12).
fn command(user: User, roles: &BTreeSet<RoleTemplateId>) -> Command {
    let id = user.id;
    let mut commands = vec![Command::AddUser(Box::new(user))];
    if !roles.is_empty() {
        commands.push(Command::SetRoleChoice {
            user: id,
            choice: RoleChoice::Customized(roles.clone()),
        });
    }
    Command::Batch(commands)
}

/// The lines on which each user name stands that stands more than once.
fn lines_by_user_name(table: &PeopleTable, mapping: &Mapping) -> HashMap<String, Vec<u32>> {
    let mut lines: HashMap<String, Vec<u32>> = HashMap::new();
    let Some(column) = mapping.column(Field::UserName) else {
        return lines;
    };
    for record in 0..table.len() {
        let name = table.cell(record, column);
        if !name.is_empty() {
            let lines = lines.entry(name.to_ascii_lowercase()).or_default();
            lines.push(table.line(record));
        }
    }
    lines.retain(|_, lines| lines.len() > 1);
    lines
}

pub(super) struct Reader<'a> {
    pub(super) table: &'a PeopleTable,
    pub(super) mapping: &'a Mapping,
    pub(super) country_code: Option<&'a str>,
    pub(super) tenant: &'a Tenant,
    pub(super) roles: Names<RoleTemplateId>,
    pub(super) licences: Names<SubscriptionId>,
    pub(super) lines: HashMap<String, Vec<u32>>,
}

impl<'a> Reader<'a> {
    pub(super) fn text(&self, record: usize, field: Field) -> &'a str {
        let column = self.mapping.column(field);
        column.map_or("", |column| self.table.cell(record, column))
    }
}

pub(super) fn heading(table: &PeopleTable, mapping: &Mapping, field: Field) -> Option<Box<str>> {
    let column = mapping.column(field)?;
    table.headings().get(column).cloned()
}
