//! File structs -> the domain's catalogue.
//!
//! Owns the joining of the files; [`roles`] numbers the actions and makes the roles, [`classic`]
//! the Office 365 view, [`rules`] matrices and tasks. Every reference is checked here or in the
//! domain; what does not hold is an error that names its file.

mod classic;
mod roles;
mod rules;

use uuid::Uuid;

use super::CatalogueError;
use super::file::{Office365Text, Pair, RoleRow};
use super::sources::{self, Source};
use crate::domain::catalogue::{CatalogueDefect, RoleCatalogue, RoleCatalogueParts};
use crate::domain::language::LocalText;
use crate::domain::resource_action::ResourceAction;
use crate::domain::role::RoleTemplateId;

/// Reads every file and builds the catalogue.
pub fn catalogue() -> Result<RoleCatalogue, CatalogueError> {
    let current: Vec<RoleRow> = sources::ENTRA_CURRENT.parse()?;
    let seed: Vec<RoleRow> = sources::ENTRA_SEED.parse()?;
    let texts: Vec<Office365Text> = sources::OFFICE365_TEXTS.parse()?;

    let mut about = roles::AboutRoles::read(&seed)?;
    let (office365_roles, office365_permissions) = classic::view(texts)?;
    for entry in &office365_roles {
        about.add_alias(entry.role.template_id(), &entry.name.en);
        about.add_alias(entry.role.template_id(), &entry.name.nl);
    }
    let mut dictionary = roles::Dictionary::read()?;
    let current = roles::edition(sources::ENTRA_CURRENT, current, &about, &mut dictionary)?;
    let seed = roles::edition(sources::ENTRA_SEED, seed, &about, &mut dictionary)?;
    let (retired, retired_without_id) = roles::retired(&about)?;
    let reset = rules::reset()?;
    let parts = RoleCatalogueParts {
        current,
        seed,
        retired,
        retired_without_id,
        office365_roles,
        office365_permissions,
        permission_actions: classic::permission_actions()?,
        password_reset: reset.password_reset,
        sensitive_properties: reset.sensitive_properties,
        sensitive_actions: reset.sensitive_actions,
        authentication_roles: reset.authentication_roles,
        tasks: rules::tasks()?,
    };
    RoleCatalogue::new(parts).map_err(locate)
}

/// Names the file and line of a defect, where the defect names a value.
fn locate(defect: CatalogueDefect) -> CatalogueError {
    match &defect {
        CatalogueDefect::UnknownAction(action) => sources::PERMISSION_ACTIONS
            .bad_value(action.as_str(), "an action that some role of today has"),
        CatalogueDefect::UnknownRole(id) => {
            let id = id.to_string();
            let source = [sources::RESET, sources::TASKS]
                .into_iter()
                .find(|source| source.holds(&id));
            source.map_or(CatalogueError::Catalogue(defect), |source| {
                source.bad_value(&id, "a role of any list")
            })
        }
        CatalogueDefect::Office365Roles
        | CatalogueDefect::Office365Permissions
        | CatalogueDefect::PermissionActions
        | CatalogueDefect::RowLength(_) => CatalogueError::Catalogue(defect),
    }
}

fn role_id(source: Source, text: &str) -> Result<RoleTemplateId, CatalogueError> {
    Uuid::try_parse(text)
        .map(RoleTemplateId)
        .map_err(|_| source.bad_value(text, "a role template id"))
}

fn resource_action(source: Source, text: &str) -> Result<ResourceAction, CatalogueError> {
    ResourceAction::parse(text).map_err(|_| source.bad_value(text, "a resource action"))
}

fn local(pair: Pair) -> LocalText {
    LocalText::new(pair.en, pair.nl)
}
