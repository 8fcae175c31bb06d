//! Who may reset whose password, and change whose sensitive properties (R23, R24).
//!
//! Holds the two published matrices and answers for a cell. Which target applies to a person,
//! who may hold several roles, is worked out by the policy.

use crate::domain::role::RoleTemplateId;

/// Which acting role may touch which kind of target (R23).
#[derive(Clone, Debug, Default)]
pub struct TargetMatrix {
    /// The acting roles, in column order.
    pub actors: Vec<RoleTemplateId>,
    /// The rows: a target, and the answer for each column.
    pub rows: Vec<(ResetTarget, Vec<TargetCell>)>,
    /// Roles outside the columns and whom they may act on.
    pub extra_actors: Vec<(RoleTemplateId, ExtraReach)>,
}

/// A row of a [`TargetMatrix`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResetTarget {
    /// Someone holding this role.
    Role(RoleTemplateId),
    /// Someone without any admin role.
    NoAdminRole,
    /// A member or owner of a role-assignable group (R24).
    RoleAssignableGroup,
    /// Someone with a role over a restricted management administrative unit.
    RestrictedManagementUnit,
    /// Someone holding a role that has no row of its own.
    AllOtherRoles,
}

/// A cell of a [`TargetMatrix`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetCell {
    /// May.
    Yes,
    /// May not.
    No,
    /// May, with a condition the source does not explain; treated as yes and shown as such.
    Conditional,
}

impl TargetCell {
    /// Whether the cell lets it happen.
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Yes | Self::Conditional)
    }
}

/// Whom a role outside the columns may act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtraReach {
    /// People without any admin role.
    NonAdministrators,
    /// Everyone.
    Everyone,
}

impl TargetMatrix {
    /// Every kind of target that the table tells apart.
    pub fn targets(&self) -> impl Iterator<Item = ResetTarget> {
        let listed = self.rows.iter().map(|(target, _)| *target);
        // Roles outside the columns are told apart by these, row or no row.
        let always = [
            ResetTarget::NoAdminRole,
            ResetTarget::RoleAssignableGroup,
            ResetTarget::RestrictedManagementUnit,
            ResetTarget::AllOtherRoles,
        ];
        listed.chain(always)
    }

    /// Whether `actor` may act on `target`. A target role without a row of its own is read in
    /// the row of all other roles; an actor that is neither a column nor an extra may not.
    pub fn cell(&self, actor: RoleTemplateId, target: ResetTarget) -> TargetCell {
        if let Some(column) = self.actors.iter().position(|role| *role == actor) {
            let row = self.row(target).or_else(|| match target {
                ResetTarget::Role(_) => self.row(ResetTarget::AllOtherRoles),
                _ => None,
            });
            return row
                .and_then(|cells| cells.get(column))
                .copied()
                .unwrap_or(TargetCell::No);
        }
        let extra = self.extra_actors.iter().find(|(role, _)| *role == actor);
        match (extra, target) {
            (Some((_, ExtraReach::Everyone)), _)
            | (Some((_, ExtraReach::NonAdministrators)), ResetTarget::NoAdminRole) => {
                TargetCell::Yes
            }
            (Some((_, ExtraReach::NonAdministrators)) | None, _) => TargetCell::No,
        }
    }

    /// Whether `actor` may act on everybody, whatever they hold.
    pub fn reaches_everyone(&self, actor: RoleTemplateId) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|(target, _)| self.cell(actor, *target).is_allowed())
    }

    fn row(&self, target: ResetTarget) -> Option<&[TargetCell]> {
        self.rows
            .iter()
            .find(|(row, _)| *row == target)
            .map(|(_, cells)| cells.as_slice())
    }
}

/// A change to a person that the second matrix guards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitiveAction {
    /// The key of the action, such as `update_mobile_phone`.
    pub key: Box<str>,
    /// The user property it changes, in Microsoft Graph's spelling; none for delete and restore.
    pub property: Option<Box<str>>,
}

/// What a role that handles authentication may do, by Microsoft's comparison table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticationRole {
    /// The role.
    pub role: RoleTemplateId,
    /// How far it goes, in the order of [`AuthenticationCapability::ALL`].
    pub reach: [AuthenticationReach; 7],
}

impl AuthenticationRole {
    /// How far the role goes with `capability`.
    pub fn reach(&self, capability: AuthenticationCapability) -> AuthenticationReach {
        self.reach
            .get(capability as usize)
            .copied()
            .unwrap_or(AuthenticationReach::No)
    }
}

/// A column of the comparison of authentication roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuthenticationCapability {
    /// Manage a person's authentication methods.
    UserMethods,
    /// Manage multifactor authentication per person.
    PerUserMfa,
    /// Manage the settings of multifactor authentication.
    MfaSettings,
    /// Manage the policy of authentication methods.
    MethodPolicy,
    /// Manage the policy of password protection.
    PasswordProtectionPolicy,
    /// Change sensitive properties.
    SensitiveProperties,
    /// Delete and restore people.
    DeleteAndRestore,
}

impl AuthenticationCapability {
    /// Every capability, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::UserMethods,
        Self::PerUserMfa,
        Self::MfaSettings,
        Self::MethodPolicy,
        Self::PasswordProtectionPolicy,
        Self::SensitiveProperties,
        Self::DeleteAndRestore,
    ];
}

/// How far an authentication role goes with a capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuthenticationReach {
    /// Not at all.
    No,
    /// Fully; the capability is not about people.
    Yes,
    /// For some people, depending on their roles.
    SomeUsers,
    /// For everyone.
    AllUsers,
}
