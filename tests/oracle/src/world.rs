//! What Cedar calls entities: the facts as they hang together, and who is asked about.
//!
//! A matrix reaches the policies as a hierarchy. A role is in the cells that its column has; a
//! person is in the rows that speak of them, and a row is in whatever column says no to it. So
//! "some role of theirs" and "every row that speaks of them" are both Cedar's `in`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use cedar_policy::{
    Entities, Entity, EntityId, EntityTypeName, EntityUid, RestrictedExpression, Schema,
};

use crate::facts::{Facts, Table};
use crate::{Result, trouble};

/// The row of people without an admin role.
const NO_ROLE: &str = "user_no_admin_role";
/// The row of the members and owners of role-assignable groups.
const GROUP: &str = "user_role_assignable_group_member_or_owner";
/// The row of people with a role over a restricted management unit.
const RESTRICTED: &str = "user_with_role_scoped_to_restricted_management_unit";
/// The row of every role that has none of its own.
const OTHER: &str = "all_other_roles";

/// The values a cell of the matrix can have.
pub const CELLS: [&str; 5] = [
    "no",
    "limited:view_only",
    "limited:non_admins_only",
    "limited:no_delete_global_admin_no_create_admins",
    "yes",
];

/// Someone acting by one of their roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Acting {
    /// Whose name it goes by, in the questions.
    pub name: String,
    /// The role; none for what needs none.
    pub role: Option<String>,
    /// Whether the account may sign in.
    pub enabled: bool,
    /// Whether the role is active, begun and not over.
    pub in_force: bool,
    /// Whether it is held over the whole tenant.
    pub whole_tenant: bool,
    /// Which person acts.
    pub account: String,
}

/// Someone who is acted on.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer by itself, as the policies ask for it"
)]
pub struct Person {
    /// The name in the questions.
    pub name: String,
    /// The roles that reach them, directly or through a group.
    pub roles: Vec<String>,
    /// Whether one of them is over a restricted management unit.
    pub restricted: bool,
    /// Whether they are in a role-assignable group, or own one.
    pub in_role_assignable_group: bool,
    /// Whether they are synchronised from a directory.
    pub synchronised: bool,
    /// Whether the tenant would have no lasting Global Administrator without them.
    pub last_global_administrator: bool,
    /// A row of the tables and nothing else, to ask about the tables.
    pub only_row: Option<String>,
}

impl Person {
    /// The rows that speak of them.
    fn rows(&self, table: &Table) -> Vec<&str> {
        if let Some(row) = &self.only_row {
            return vec![row];
        }
        let mut rows: Vec<&str> = Vec::new();
        for role in &self.roles {
            rows.push(if table.has_row(role) { role } else { OTHER });
        }
        if rows.is_empty() {
            rows.push(NO_ROLE);
        }
        if self.restricted {
            rows.push(RESTRICTED);
        }
        if self.in_role_assignable_group {
            rows.push(GROUP);
        }
        rows
    }
}

/// Everything the policies can be asked about.
#[derive(Debug)]
pub struct World {
    entities: Entities,
}

impl World {
    /// Puts together the facts and whoever is asked about. `accounts` are names with all the
    /// roles that go with them.
    ///
    /// # Errors
    ///
    /// When something does not keep to the schema.
    pub fn new(
        facts: &Facts,
        schema: &Schema,
        acting: &[Acting],
        people: &[Person],
        accounts: &[(String, Vec<String>)],
    ) -> Result<Self> {
        let mut all = things()?;
        all.extend(cells(facts)?);
        all.extend(roles(facts)?);
        all.extend(rows(facts)?);
        for one in acting {
            let parents = one.role.iter().map(|role| uid("Role", role));
            let account = RestrictedExpression::new_entity_uid(uid("Person", &one.account)?);
            let attributes = HashMap::from([
                ("enabled".to_owned(), truth(one.enabled)),
                ("inForce".to_owned(), truth(one.in_force)),
                ("wholeTenant".to_owned(), truth(one.whole_tenant)),
                ("account".to_owned(), account),
            ]);
            all.push(entity("Acting", &one.name, attributes, parents)?);
        }
        for person in people {
            let parents = person.rows(&facts.password_reset);
            let last = person.last_global_administrator;
            let attributes = HashMap::from([
                ("synchronised".to_owned(), truth(person.synchronised)),
                ("lastGlobalAdministrator".to_owned(), truth(last)),
            ]);
            let parents = parents.into_iter().map(|row| uid("Row", row));
            all.push(entity("Person", &person.name, attributes, parents)?);
        }
        for (name, roles) in accounts {
            let parents = roles.iter().map(|role| uid("Role", role));
            all.push(entity("Account", name, HashMap::new(), parents)?);
        }
        Ok(Self {
            entities: Entities::from_entities(all, Some(schema))?,
        })
    }

    pub(crate) const fn entities(&self) -> &Entities {
        &self.entities
    }
}

/// The types of the schema. Reading a name takes longer than most answers do.
static KINDS: LazyLock<HashMap<&str, EntityTypeName>> = LazyLock::new(|| {
    let kinds = [
        "Account",
        "Acting",
        "Action",
        "Cell",
        "Column",
        "Group",
        "Organization",
        "Permission",
        "Person",
        "Protected",
        "ProtectedByGroup",
        "Reach",
        "ResourceAction",
        "Role",
        "Row",
    ];
    let named = kinds.into_iter();
    named
        .filter_map(|kind| Some((kind, kind.parse().ok()?)))
        .collect()
});

/// The id of an entity.
///
/// # Errors
///
/// When the schema has no such type.
pub fn uid(kind: &str, name: &str) -> Result<EntityUid> {
    let Some(kind) = KINDS.get(kind) else {
        return trouble(format!("there is no `{kind}`"));
    };
    let name = EntityId::new(name);
    Ok(EntityUid::from_type_name_and_id(kind.clone(), name))
}

fn entity(
    kind: &str,
    name: &str,
    attributes: HashMap<String, RestrictedExpression>,
    parents: impl Iterator<Item = Result<EntityUid>>,
) -> Result<Entity> {
    let parents: HashSet<_> = parents.collect::<Result<_>>()?;
    Ok(Entity::new(uid(kind, name)?, attributes, parents)?)
}

fn truth(value: bool) -> RestrictedExpression {
    RestrictedExpression::new_bool(value)
}

fn things() -> Result<Vec<Entity>> {
    [
        ("Organization", "contoso"),
        ("Group", "ordinary"),
        ("Group", "role-assignable"),
    ]
    .into_iter()
    .map(|(kind, name)| Ok(Entity::new_no_attrs(uid(kind, name)?, HashSet::new())))
    .collect()
}

/// The fifteen permissions, each with the cells it can have.
fn cells(facts: &Facts) -> Result<Vec<Entity>> {
    let names = [
        ("viewOnly", 1),
        ("nonAdminsOnly", 2),
        ("noDeleteGlobalAdminNoCreateAdmins", 3),
        ("yes", 4),
    ];
    let mut all = Vec::new();
    for (permission, _) in &facts.office365.rows {
        let mut attributes = HashMap::new();
        for (name, place) in names {
            let Some(cell) = CELLS.get(place) else {
                return trouble("there are five values");
            };
            let cell = uid("Cell", &format!("{permission}: {cell}"))?;
            let value = RestrictedExpression::new_entity_uid(cell.clone());
            attributes.insert(name.to_owned(), value);
            all.push(Entity::new_no_attrs(cell, HashSet::new()));
        }
        let none = std::iter::empty();
        all.push(entity("Permission", permission, attributes, none)?);
    }
    Ok(all)
}

fn roles(facts: &Facts) -> Result<Vec<Entity>> {
    let mut parents: HashMap<&str, HashSet<EntityUid>> = HashMap::new();
    for (permission, column, cell) in facts.office365.cells() {
        if !CELLS.contains(&cell) {
            return trouble(format!("`{cell}` is not a cell"));
        }
        if cell != "no" {
            let of_role = parents.entry(facts.office365_role(column)?).or_default();
            of_role.insert(uid("Cell", &format!("{permission}: {cell}"))?);
        }
    }
    for (role, action) in &facts.actions {
        let of_role = parents.entry(role).or_default();
        of_role.insert(uid("ResourceAction", action)?);
    }
    for (role, whom) in &facts.reach {
        let whom = match whom.as_str() {
            "everyone" => "everyone",
            NO_ROLE | "non_administrative_accounts" => "people without a role",
            other => return trouble(format!("`{other}` is nobody")),
        };
        let of_role = parents.entry(role).or_default();
        of_role.insert(uid("Reach", whom)?);
    }
    for (name, table) in [
        ("password reset", &facts.password_reset),
        ("sensitive properties", &facts.sensitive),
    ] {
        for column in &table.columns {
            let of_role = parents.entry(column).or_default();
            of_role.insert(uid("Column", name)?);
        }
    }
    facts
        .roles
        .iter()
        .map(|role| {
            let parents = parents.remove(role.name.as_str()).unwrap_or_default();
            Ok(Entity::new_no_attrs(uid("Role", &role.name)?, parents))
        })
        .collect()
}

fn rows(facts: &Facts) -> Result<Vec<Entity>> {
    let mut parents: HashMap<&str, HashSet<EntityUid>> = HashMap::new();
    for (name, table) in [
        ("password reset", &facts.password_reset),
        ("sensitive properties", &facts.sensitive),
    ] {
        for (row, column, cell) in table.cells() {
            let of_row = parents.entry(row).or_default();
            match cell {
                "no" => {
                    let kind = if row == GROUP {
                        "ProtectedByGroup"
                    } else {
                        "Protected"
                    };
                    of_row.insert(uid(kind, &format!("{name}: {column}"))?);
                }
                "yes" => {}
                // The asterisk that the docs do not explain takes nothing away.
                other if other.starts_with("conditional:") => {}
                other => return trouble(format!("`{other}` is not a cell")),
            }
        }
    }
    let entities = parents.into_iter();
    entities
        .map(|(row, parents)| Ok(Entity::new_no_attrs(uid("Row", row)?, parents)))
        .collect()
}
