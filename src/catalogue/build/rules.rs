//! The reset file and the task files -> matrices and tasks.
//!
//! Turns words into the domain's words; what the matrices mean is the domain's affair.

use std::collections::HashMap;

use super::{local, role_id};
use crate::catalogue::CatalogueError;
use crate::catalogue::file::{
    AuthenticationWord, Cell, Holder, Matrix, Reach, ResetFile, Several, Target, TaskRow, TaskTexts,
};
use crate::catalogue::sources;
use crate::domain::catalogue::{
    AuthenticationReach, AuthenticationRole, ExtraReach, LeastPrivilegedTask, ResetTarget,
    SensitiveAction, SeveralRoles, TargetCell, TargetMatrix, TaskHolder,
};
use crate::domain::language::LocalText;
use crate::domain::role::RoleTemplateId;

/// What the reset file holds.
pub struct ResetRules {
    pub password_reset: TargetMatrix,
    pub sensitive_properties: TargetMatrix,
    pub sensitive_actions: Vec<SensitiveAction>,
    pub authentication_roles: Vec<AuthenticationRole>,
}

/// Reads both matrices and what belongs to them.
pub fn reset() -> Result<ResetRules, CatalogueError> {
    let file: ResetFile = sources::RESET.parse()?;
    let mut extra = Vec::with_capacity(file.extra_actors.len());
    for (id, reach) in file.extra_actors {
        let reach = match reach {
            Reach::NonAdministrators => ExtraReach::NonAdministrators,
            Reach::Everyone => ExtraReach::Everyone,
        };
        extra.push((role_id(sources::RESET, id)?, reach));
    }
    let mut authentication_roles = Vec::with_capacity(file.authentication_roles.len());
    for (id, words) in file.authentication_roles {
        authentication_roles.push(AuthenticationRole {
            role: role_id(sources::RESET, id)?,
            reach: words.map(|word| match word {
                AuthenticationWord::No => AuthenticationReach::No,
                AuthenticationWord::Yes => AuthenticationReach::Yes,
                AuthenticationWord::SomeUsers => AuthenticationReach::SomeUsers,
                AuthenticationWord::AllUsers => AuthenticationReach::AllUsers,
            }),
        });
    }
    let sensitive_actions = file
        .sensitive_actions
        .into_iter()
        .map(|(key, property)| SensitiveAction {
            key: key.into(),
            property: (!property.is_empty()).then(|| property.into()),
        })
        .collect();
    Ok(ResetRules {
        password_reset: matrix(file.password_reset, &extra)?,
        sensitive_properties: matrix(file.sensitive_properties, &extra)?,
        sensitive_actions,
        authentication_roles,
    })
}

/// Reads the tasks and joins them with their Dutch.
pub fn tasks() -> Result<Vec<LeastPrivilegedTask>, CatalogueError> {
    let texts: TaskTexts = sources::TASK_TEXTS.parse()?;
    let remarks: HashMap<_, _> = texts
        .remarks
        .into_iter()
        .map(|(code, pair)| (code, local(pair)))
        .collect();
    let mut dutch = HashMap::new();
    let mut areas = HashMap::new();
    for area in &texts.areas {
        areas.insert(&*area.en, &*area.nl);
        for (en, nl) in &area.tasks {
            dutch.insert((&*area.en, &**en), &**nl);
        }
    }
    let missing = |what, of: &str| sources::TASK_TEXTS.missing(what, &of);

    let mut tasks = Vec::new();
    for row in sources::TASKS.parse::<Vec<TaskRow>>()? {
        let area = (areas.get(&*row.area)).ok_or_else(|| missing("area", &row.area))?;
        let task =
            (dutch.get(&(&*row.area, &*row.task))).ok_or_else(|| missing("task", &row.task))?;
        let remark = (!row.remark.is_empty())
            .then(|| remarks.get(row.remark).cloned())
            .map(|text| text.ok_or_else(|| missing("remark", row.remark)))
            .transpose()?;
        tasks.push(LeastPrivilegedTask {
            area: (&*row.area).into(),
            area_name: LocalText::new(&*row.area, *area),
            task: LocalText::new(&*row.task, *task),
            least: holders(row.least)?,
            additional: holders(row.additional)?,
            several: match row.several {
                Several::Any => SeveralRoles::Any,
                Several::All => SeveralRoles::All,
                Several::NotStated => SeveralRoles::NotStated,
            },
            remark,
        });
    }
    Ok(tasks)
}

fn matrix(
    file: Matrix,
    extra_actors: &[(RoleTemplateId, ExtraReach)],
) -> Result<TargetMatrix, CatalogueError> {
    let actors = file.actors.into_iter();
    let actors = actors.map(|id| role_id(sources::RESET, id));
    let mut rows = Vec::with_capacity(file.rows.len());
    for (target, cells) in file.rows {
        let target = match target {
            Target::Role(id) => ResetTarget::Role(role_id(sources::RESET, id)?),
            Target::NoAdminRole => ResetTarget::NoAdminRole,
            Target::RoleAssignableGroup => ResetTarget::RoleAssignableGroup,
            Target::RestrictedManagementUnit => ResetTarget::RestrictedManagementUnit,
            Target::AllOtherRoles => ResetTarget::AllOtherRoles,
        };
        let cells = cells.into_iter().map(|cell| match cell {
            Cell::Yes => TargetCell::Yes,
            Cell::No => TargetCell::No,
            Cell::Conditional => TargetCell::Conditional,
        });
        rows.push((target, cells.collect()));
    }
    Ok(TargetMatrix {
        actors: actors.collect::<Result<_, _>>()?,
        rows,
        extra_actors: extra_actors.to_vec(),
    })
}

fn holders(rows: Vec<Holder>) -> Result<Vec<TaskHolder>, CatalogueError> {
    let outside = |kind: &str, name: &str| TaskHolder::Outside(kind.into(), Some(name.into()));
    let alone = |kind: &str| TaskHolder::Outside(kind.into(), None);
    rows.into_iter()
        .map(|row| {
            Ok(match row {
                Holder::Role(id) => TaskHolder::Role(role_id(sources::TASKS, id)?),
                Holder::Azure(role) => outside("azure", &role),
                Holder::Owner(object) => outside("owner", object),
                Holder::Group(group) => outside("group", &group),
                Holder::DefaultUser => alone("default_user"),
                Holder::AllNonguestUsers => alone("all_nonguest_users"),
                Holder::GroupMember => alone("group_member"),
            })
        })
        .collect()
}
