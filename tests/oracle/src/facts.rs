//! The facts, as cells: copies of what Mandate's own tables were made from, not of those tables.
//!
//! They stand in `data/`. A test compares them with the collected facts, where those are at hand.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Result, trouble};

/// What the policies are asked about.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Every role that is asked about.
    pub roles: Vec<Role>,
    /// How far the eight go with each of the fifteen permissions.
    pub office365: Table,
    /// Whose password which role may reset.
    pub password_reset: Table,
    /// Whose sensitive properties which role may change.
    pub sensitive: Table,
    /// Whom the roles outside both tables may act on.
    pub reach: BTreeMap<String, String>,
    /// What the roles outside the eight may do, as far as a permission asks for it.
    pub actions: BTreeSet<(String, String)>,
}

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// The name by which data and policies speak of it.
    pub name: String,
    /// Its id, which is what tells roles apart.
    pub template_id: String,
    /// Its column in the Office 365 matrix, if it is one of the eight.
    pub office365: Option<String>,
}

/// A table of cells.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns, in their order.
    pub columns: Vec<String>,
    /// The rows: a name, and a cell for each column.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Facts {
    /// Reads what stands in `data/`.
    ///
    /// # Errors
    ///
    /// When a file is not the table it should be.
    pub fn read() -> Result<Self> {
        let roles = records(include_str!("../data/roles.csv"))?
            .into_iter()
            .map(|row| match row.as_slice() {
                [name, template_id, office365] => Ok(Role {
                    name: name.clone(),
                    template_id: template_id.clone(),
                    office365: (!office365.is_empty()).then(|| office365.clone()),
                }),
                _ => trouble("roles.csv has three columns"),
            })
            .collect::<Result<Vec<_>>>()?;
        let name = |id: &String| -> Result<String> {
            match roles.iter().find(|role| role.template_id == *id) {
                Some(role) => Ok(role.name.clone()),
                None => trouble(format!("roles.csv has no {id}")),
            }
        };
        let mut reach = BTreeMap::new();
        for row in records(include_str!("../data/reset-extra-roles.csv"))? {
            let [id, _, targets, _] = row.as_slice() else {
                return trouble("reset-extra-roles.csv has four columns");
            };
            reach.insert(name(id)?, targets.clone());
        }
        let mut actions = BTreeSet::new();
        for row in records(include_str!("../data/role-actions.csv"))? {
            let [id, action] = row.as_slice() else {
                return trouble("role-actions.csv has two columns");
            };
            actions.insert((name(id)?, action.clone()));
        }
        Ok(Self {
            office365: Table::read(include_str!("../data/office365-matrix.csv"), 1)?,
            password_reset: Table::read(include_str!("../data/password-reset-matrix.csv"), 2)?,
            sensitive: Table::read(include_str!("../data/sensitive-actions-matrix.csv"), 2)?,
            roles,
            reach,
            actions,
        })
    }

    /// The role that a column of the Office 365 matrix is about.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn office365_role(&self, column: &str) -> Result<&str> {
        let mut roles = self.roles.iter();
        match roles.find(|role| role.office365.as_deref() == Some(column)) {
            Some(role) => Ok(&role.name),
            None => trouble(format!("no role is called {column}")),
        }
    }
}

impl Table {
    /// Reads a table whose cells begin after `skip` columns. The first names the row.
    fn read(text: &str, skip: usize) -> Result<Self> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers()?.iter().skip(skip).map(str::to_owned);
        let columns: Vec<_> = columns.collect();
        let mut rows = Vec::new();
        for row in records(text)? {
            let Some(name) = row.first() else { continue };
            rows.push((name.clone(), row.iter().skip(skip).cloned().collect()));
        }
        Ok(Self { columns, rows })
    }

    /// Every cell: row, column, what it says.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.rows.iter().flat_map(|(row, cells)| {
            let cells = self.columns.iter().zip(cells);
            cells.map(|(column, cell)| (row.as_str(), column.as_str(), cell.as_str()))
        })
    }

    /// The cell of a row and a column.
    pub fn cell_mut(&mut self, row: &str, column: &str) -> Option<&mut String> {
        let place = self.columns.iter().position(|name| name == column)?;
        let (_, cells) = self.rows.iter_mut().find(|(name, _)| name == row)?;
        cells.get_mut(place)
    }

    /// Whether there is such a row.
    pub fn has_row(&self, row: &str) -> bool {
        self.rows.iter().any(|(name, _)| name == row)
    }
}

/// The records below the header.
fn records(text: &str) -> Result<Vec<Vec<String>>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(record?.iter().map(str::to_owned).collect());
    }
    Ok(rows)
}
