//! The role catalogue: which roles there are, what they may do, and how they relate.
//!
//! Pure look-ups over data that was read once. Reading `roles/` is [`crate::catalogue`]'s work;
//! deciding with it is [`super::delegation`]'s.

mod custom;
mod entra;
mod search;
mod targets;
mod tasks;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use self::custom::Custom;
pub use self::entra::{ActionEntry, Edition, EditionDefect, EntraRoles};
pub use self::search::RoleSearchText;
pub use self::targets::{
    AuthenticationCapability, AuthenticationReach, AuthenticationRole, ExtraReach, ResetTarget,
    SensitiveAction, TargetCell, TargetMatrix,
};
pub use self::tasks::{LeastPrivilegedTask, SeveralRoles, TaskHolder, TaskId};
use super::language::LocalText;
use super::office365::{Grant, Office365Permission, Office365Role};
use super::resource_action::{ActionSet, ResourceAction};
use super::role::{RoleDefinition, RoleTemplateId};
use super::tenant::Tenant;

/// Everything `roles/` says, and the custom roles of one tenant beside it, ready to look up.
///
/// What `roles/` says is built once from [`RoleCatalogueParts`] and shared;
/// [`Self::for_tenant`] adds a tenant's own roles to it.
#[derive(Clone, Debug)]
pub struct RoleCatalogue {
    shared: Arc<Shared>,
    custom: Custom,
}

#[derive(Debug)]
struct Shared {
    parts: RoleCatalogueParts,
    /// The permission actions by number, so that a set of actions is judged without text.
    wanted: Vec<(Office365Permission, Vec<ActionSet>)>,
    /// What the policy asks of a role, by a faster hash than the standard library's.
    powers: hashbrown::HashMap<RoleTemplateId, RolePowers>,
    search: HashMap<RoleTemplateId, RoleSearchText>,
}

/// What a built-in role allows.
#[derive(Clone, Copy, Debug, Default)]
struct RolePowers {
    grants: Grants,
    /// Numbered by the current edition; none where unknown.
    actions: Option<ActionSet>,
}

/// How far something goes with each of the fifteen permissions, in the order of
/// [`Office365Permission::ALL`].
pub type Grants = [Grant; 15];

/// What a [`RoleCatalogue`] is built from.
#[derive(Debug, Default)]
pub struct RoleCatalogueParts {
    /// Today's roles.
    pub current: EntraRoles,
    /// The seed article's roles.
    pub seed: EntraRoles,
    /// Roles that stand in no list any more, yet are found in tenants. Never assignable (R20).
    pub retired: Vec<RoleDefinition>,
    /// Retired roles whose id no source prints: they can be named, not looked up.
    pub retired_without_id: Vec<LocalText>,
    /// The eight Office 365 roles: names and descriptions of the classic view, in the order of
    /// [`Office365Role::ALL`].
    pub office365_roles: Vec<Office365RoleEntry>,
    /// The fifteen permissions with their names and the 8 cells, in the order of `ALL`.
    pub office365_permissions: Vec<Office365PermissionEntry>,
    /// Which resource actions satisfy a permission, for roles outside the eight: any of the
    /// alternatives, each of which needs all of its actions.
    pub permission_actions: Vec<(Office365Permission, Vec<Vec<ResourceAction>>)>,
    /// Whose password which role may reset (R23).
    pub password_reset: TargetMatrix,
    /// Whose sensitive properties which role may change (R23).
    pub sensitive_properties: TargetMatrix,
    /// The changes that the second matrix guards.
    pub sensitive_actions: Vec<SensitiveAction>,
    /// What the roles that handle authentication may do.
    pub authentication_roles: Vec<AuthenticationRole>,
    /// Tasks with the roles Microsoft names as least privileged.
    pub tasks: Vec<LeastPrivilegedTask>,
}

/// An Office 365 role as the picker shows it.
#[derive(Clone, Debug)]
pub struct Office365RoleEntry {
    /// Which one.
    pub role: Office365Role,
    /// Its classic name.
    pub name: LocalText,
    /// What it is for.
    pub description: LocalText,
    /// The service roles that come with it (R17): service, then the role there.
    pub service_roles: Vec<(Box<str>, LocalText)>,
}

/// A permission of the classic view with its row of the matrix.
#[derive(Clone, Debug)]
pub struct Office365PermissionEntry {
    /// Which one.
    pub permission: Office365Permission,
    /// Its name.
    pub name: LocalText,
    /// The cells, in the order of [`Office365Role::ALL`].
    pub grants: [Grant; 8],
}

/// Why parts do not make a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueDefect {
    /// The eight Office 365 roles are not all there, in their order.
    #[error("the eight Office 365 roles are incomplete or out of order")]
    Office365Roles,
    /// The fifteen permissions are not all there, in their order.
    #[error("the fifteen permissions are incomplete or out of order")]
    Office365Permissions,
    /// The table of what satisfies a permission does not speak of all fifteen, in their order.
    #[error("the table of permissions and actions is incomplete or out of order")]
    PermissionActions,
    /// A permission asks for an action that no role has.
    #[error("no role has the action `{0}`")]
    UnknownAction(ResourceAction),
    /// A role is named that stands in no list.
    #[error("no list has a role `{0}`")]
    UnknownRole(RoleTemplateId),
    /// A row of a matrix has not one cell for each column.
    #[error("a row of a matrix does not have one cell for each of its {0} columns")]
    RowLength(usize),
}

impl RoleCatalogue {
    /// Builds the catalogue and works out every role's grants and search text.
    pub fn new(parts: RoleCatalogueParts) -> Result<Self, CatalogueDefect> {
        check(&parts)?;
        let wanted = wanted(&parts)?;
        let powers = powers(&parts, &wanted);
        let search = search_texts(&parts);
        let shared = Shared {
            parts,
            wanted,
            powers,
            search,
        };
        Ok(Self {
            shared: Arc::new(shared),
            custom: Custom::default(),
        })
    }

    /// This catalogue with the custom roles of `tenant` in place of those it was made for.
    pub fn for_tenant(&self, tenant: &Tenant) -> Cow<'_, Self> {
        if self.is_for(tenant) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self {
            shared: Arc::clone(&self.shared),
            custom: Custom::new(&tenant.custom_roles, &self.shared),
        })
    }

    /// Whether it holds the custom roles that `tenant` has now.
    pub fn is_for(&self, tenant: &Tenant) -> bool {
        Arc::ptr_eq(&self.custom.source, &tenant.custom_roles)
            || (self.custom.source.is_empty() && tenant.custom_roles.is_empty())
    }

    /// The custom roles it was made for, in the order of their names.
    pub fn custom_roles(&self) -> impl Iterator<Item = &RoleDefinition> {
        self.custom.iter()
    }

    /// Whether `roles/` has this role, in whatever list.
    pub fn is_built_in(&self, id: RoleTemplateId) -> bool {
        self.built_in(id).is_some()
    }

    /// The name of a built-in role that reads so in small letters, in either language.
    pub(super) fn built_in_name(&self, small: &str) -> Option<&str> {
        let parts = &self.shared.parts;
        let roles = (parts.current.roles().iter())
            .chain(parts.seed.roles())
            .chain(&parts.retired);
        let mut names = roles.flat_map(|role| [&*role.name.en, &*role.name.nl]);
        names.find(|name| name.to_lowercase() == small)
    }

    /// The roles and actions of an edition.
    pub fn edition(&self, edition: Edition) -> &EntraRoles {
        match edition {
            Edition::Seed => &self.shared.parts.seed,
            Edition::Current => &self.shared.parts.current,
        }
    }

    /// The role with this id: as the current edition has it, else the seed, else the retired,
    /// else the tenant's own.
    ///
    /// The role's actions are numbered by the edition it was found in, which is the current one
    /// for every role but those that are listed nowhere any more, whose actions are unknown.
    pub fn role(&self, id: RoleTemplateId) -> Option<&RoleDefinition> {
        let custom = || self.custom.get(id).map(|entry| &entry.definition);
        self.built_in(id).or_else(custom)
    }

    fn built_in(&self, id: RoleTemplateId) -> Option<&RoleDefinition> {
        let parts = &self.shared.parts;
        (parts.current.get(id))
            .or_else(|| parts.seed.get(id))
            .or_else(|| parts.retired.iter().find(|role| role.id == id))
    }

    /// Every role that can be held today, in the order of Microsoft's list, then the tenant's own.
    pub fn roles(&self) -> impl Iterator<Item = &RoleDefinition> {
        (self.shared.parts.current.roles().iter()).chain(self.custom.iter())
    }

    /// What a role allows, as actions of the current edition; none where that is unknown.
    pub fn actions(&self, id: RoleTemplateId) -> Option<&ActionSet> {
        match self.shared.powers.get(&id) {
            Some(powers) => powers.actions.as_ref(),
            None => self.custom.get(id)?.definition.actions.set(),
        }
    }

    /// The name of a role in both languages.
    pub fn names(&self, id: RoleTemplateId) -> Option<&LocalText> {
        self.role(id).map(|role| &role.name)
    }

    /// Roles that stand in no list any more, yet are found in tenants.
    pub fn retired(&self) -> &[RoleDefinition] {
        &self.shared.parts.retired
    }

    /// The names of retired roles whose id no source prints.
    pub fn retired_without_id(&self) -> &[LocalText] {
        &self.shared.parts.retired_without_id
    }

    /// The eight Office 365 roles, in the order of [`Office365Role::ALL`].
    pub fn office365_roles(&self) -> &[Office365RoleEntry] {
        &self.shared.parts.office365_roles
    }

    /// An Office 365 role; always there in a catalogue that was built.
    pub fn office365_role(&self, role: Office365Role) -> Option<&Office365RoleEntry> {
        self.shared.parts.office365_roles.get(role as usize)
    }

    /// The fifteen permissions, in the order of [`Office365Permission::ALL`].
    pub fn office365_permissions(&self) -> &[Office365PermissionEntry] {
        &self.shared.parts.office365_permissions
    }

    /// A permission with its row; always there in a catalogue that was built.
    pub fn office365_permission(
        &self,
        permission: Office365Permission,
    ) -> Option<&Office365PermissionEntry> {
        self.shared
            .parts
            .office365_permissions
            .get(permission as usize)
    }

    /// A cell of the classic matrix.
    pub fn office365_grant(&self, role: Office365Role, permission: Office365Permission) -> Grant {
        self.office365_permission(permission)
            .and_then(|entry| entry.grants.get(role as usize))
            .copied()
            .unwrap_or_default()
    }

    /// How far a role goes with a permission: the eight by the matrix, others by their actions.
    /// A role that no list has, and one whose actions are unknown, goes nowhere.
    pub fn grant(&self, role: RoleTemplateId, permission: Office365Permission) -> Grant {
        self.grants(role)
            .get(permission as usize)
            .copied()
            .unwrap_or_default()
    }

    /// All fifteen grants of a role, in the order of [`Office365Permission::ALL`].
    pub fn grants(&self, role: RoleTemplateId) -> Grants {
        match self.shared.powers.get(&role) {
            Some(powers) => powers.grants,
            None => (self.custom.get(role)).map_or_else(Grants::default, |entry| entry.grants),
        }
    }

    /// All fifteen grants that a set of actions of the current edition gives: what a custom role
    /// with these actions may do.
    pub fn grants_of_actions(&self, actions: &ActionSet) -> Grants {
        grants_of(&self.shared.wanted, actions)
    }

    /// What satisfies a permission for roles outside the eight: any of the alternatives, each of
    /// which needs all of its actions. Empty: nothing does.
    pub fn permission_actions(&self, permission: Office365Permission) -> &[Vec<ResourceAction>] {
        self.shared
            .parts
            .permission_actions
            .iter()
            .find(|(listed, _)| *listed == permission)
            .map_or(&[], |(_, alternatives)| alternatives.as_slice())
    }

    /// Whose password which role may reset (R23).
    pub fn password_reset(&self) -> &TargetMatrix {
        &self.shared.parts.password_reset
    }

    /// Whose sensitive properties which role may change (R23).
    pub fn sensitive_properties(&self) -> &TargetMatrix {
        &self.shared.parts.sensitive_properties
    }

    /// The changes that [`Self::sensitive_properties`] guards.
    pub fn sensitive_actions(&self) -> &[SensitiveAction] {
        &self.shared.parts.sensitive_actions
    }

    /// What the roles that handle authentication may do.
    pub fn authentication_roles(&self) -> &[AuthenticationRole] {
        &self.shared.parts.authentication_roles
    }

    /// Tasks with their least privileged roles, in the order of Microsoft's page.
    pub fn tasks(&self) -> &[LeastPrivilegedTask] {
        &self.shared.parts.tasks
    }

    /// A task by its place.
    pub fn task(&self, id: TaskId) -> Option<&LeastPrivilegedTask> {
        self.shared.parts.tasks.get(usize::from(id.0))
    }

    /// The tasks a role is named for as a least privileged way.
    pub fn tasks_of(&self, role: RoleTemplateId) -> impl Iterator<Item = &LeastPrivilegedTask> {
        let holder = TaskHolder::Role(role);
        self.shared
            .parts
            .tasks
            .iter()
            .filter(move |task| task.least.contains(&holder))
    }

    /// What a role is found by.
    pub fn search_text(&self, id: RoleTemplateId) -> Option<&RoleSearchText> {
        let custom = || self.custom.get(id).map(|entry| &entry.search);
        self.shared.search.get(&id).or_else(custom)
    }
}

fn check(parts: &RoleCatalogueParts) -> Result<(), CatalogueDefect> {
    let roles = parts.office365_roles.iter().map(|entry| entry.role);
    if !roles.eq(Office365Role::ALL) {
        return Err(CatalogueDefect::Office365Roles);
    }
    let permissions = parts.office365_permissions.iter();
    if !permissions
        .map(|entry| entry.permission)
        .eq(Office365Permission::ALL)
    {
        return Err(CatalogueDefect::Office365Permissions);
    }
    let known = |id: RoleTemplateId| {
        if parts.current.get(id).is_some() || parts.seed.get(id).is_some() {
            Ok(())
        } else {
            Err(CatalogueDefect::UnknownRole(id))
        }
    };
    for role in Office365Role::ALL {
        known(role.template_id())?;
    }
    let listed = parts.permission_actions.iter();
    if !listed
        .map(|(permission, _)| *permission)
        .eq(Office365Permission::ALL)
    {
        return Err(CatalogueDefect::PermissionActions);
    }
    for matrix in [&parts.password_reset, &parts.sensitive_properties] {
        matrix.actors.iter().try_for_each(|id| known(*id))?;
        for (target, cells) in &matrix.rows {
            if let ResetTarget::Role(id) = target {
                known(*id)?;
            }
            if cells.len() != matrix.actors.len() {
                return Err(CatalogueDefect::RowLength(matrix.actors.len()));
            }
        }
        let extra = matrix.extra_actors.iter();
        extra.map(|(id, _)| *id).try_for_each(known)?;
    }
    for task in &parts.tasks {
        for holder in task.least.iter().chain(&task.additional) {
            if let TaskHolder::Role(id) = holder {
                known(*id)?;
            }
        }
    }
    Ok(())
}

fn wanted(
    parts: &RoleCatalogueParts,
) -> Result<Vec<(Office365Permission, Vec<ActionSet>)>, CatalogueDefect> {
    let number = |action: &ResourceAction| {
        parts
            .current
            .action(action.as_str())
            .ok_or_else(|| CatalogueDefect::UnknownAction(action.clone()))
    };
    let set = |alternative: &Vec<ResourceAction>| {
        let mut set = ActionSet::default();
        for action in alternative {
            set.insert(number(action)?);
        }
        Ok(set)
    };
    let mut wanted = Vec::new();
    for (permission, alternatives) in &parts.permission_actions {
        let sets = alternatives.iter().map(set).collect::<Result<_, _>>()?;
        wanted.push((*permission, sets));
    }
    Ok(wanted)
}

fn grants_of(wanted: &[(Office365Permission, Vec<ActionSet>)], actions: &ActionSet) -> Grants {
    let mut grants = Grants::default();
    for (permission, alternatives) in wanted {
        let satisfied = alternatives
            .iter()
            .any(|needed| !needed.is_empty() && needed.minus(actions).is_empty());
        if satisfied && let Some(grant) = grants.get_mut(*permission as usize) {
            *grant = Grant::Yes;
        }
    }
    grants
}

fn powers(
    parts: &RoleCatalogueParts,
    wanted: &[(Office365Permission, Vec<ActionSet>)],
) -> hashbrown::HashMap<RoleTemplateId, RolePowers> {
    let mut powers = hashbrown::HashMap::new();
    // Roles that are listed nowhere any more are no custom roles, and allow nothing known.
    for role in parts.seed.roles().iter().chain(&parts.retired) {
        powers.insert(role.id, RolePowers::default());
    }
    for role in parts.current.roles() {
        let actions = role.actions.set().copied();
        let grants = actions.map(|actions| grants_of(wanted, &actions));
        let grants = grants.unwrap_or_default();
        powers.insert(role.id, RolePowers { grants, actions });
    }
    for (column, role) in Office365Role::ALL.into_iter().enumerate() {
        let mut cells = Grants::default();
        for (cell, row) in cells.iter_mut().zip(&parts.office365_permissions) {
            *cell = row.grants.get(column).copied().unwrap_or_default();
        }
        let of_role: &mut RolePowers = powers.entry(role.template_id()).or_default();
        of_role.grants = cells;
    }
    powers
}

fn search_texts(parts: &RoleCatalogueParts) -> HashMap<RoleTemplateId, RoleSearchText> {
    let mut texts = HashMap::new();
    for role in &parts.retired {
        texts.insert(role.id, search::of_role(role, &[]));
    }
    let lines = search::action_lines(&parts.seed);
    let gone = |role: &&RoleDefinition| parts.current.get(role.id).is_none();
    for role in parts.seed.roles().iter().filter(gone) {
        texts.insert(role.id, search::of_role(role, &lines));
    }
    let lines = search::action_lines(&parts.current);
    for role in parts.current.roles() {
        texts.insert(role.id, search::of_role(role, &lines));
    }
    texts
}
