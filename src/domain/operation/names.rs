//! What operations are called in files and arguments, and what each is about.

use super::{Operation, Part};

impl Operation {
    /// Every operation: those about people, about groups and units, about the tenant.
    pub const ALL: [Self; 43] = [
        Self::ResetPassword,
        Self::EditProfile,
        Self::EditName,
        Self::EditPhone,
        Self::EditAlternateEmail,
        Self::BlockSignIn,
        Self::AllowSignIn,
        Self::RenameUser,
        Self::DeleteUser,
        Self::RestoreUser,
        Self::PurgeUser,
        Self::AssignRole,
        Self::RevokeRole,
        Self::SetLicences,
        Self::SetProductMail,
        Self::GiveDelegatedAdministration,
        Self::TakeDelegatedAdministration,
        Self::AddUser,
        Self::AddGroup,
        Self::AddRoleAssignableGroup,
        Self::RenameGroup,
        Self::DeleteGroup,
        Self::AddMember,
        Self::RemoveMember,
        Self::AddOwner,
        Self::RemoveOwner,
        Self::AddUnit,
        Self::RenameUnit,
        Self::DeleteUnit,
        Self::AddToUnit,
        Self::RemoveFromUnit,
        Self::EditOrganisation,
        Self::SetDirectorySync,
        Self::SetDomains,
        Self::SetSubscriptions,
        Self::SetRoleSet,
        Self::AddCustomRole,
        Self::EditCustomRole,
        Self::DeleteCustomRole,
        Self::SetThresholds,
        Self::RegisterBreakGlass,
        Self::WithdrawBreakGlass,
        Self::AcceptFinding,
    ];

    /// The key in arguments and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ResetPassword => "reset-password",
            Self::EditProfile => "edit-profile",
            Self::EditName => "edit-name",
            Self::EditPhone => "edit-phone",
            Self::EditAlternateEmail => "edit-alternate-email",
            Self::BlockSignIn => "block-sign-in",
            Self::AllowSignIn => "allow-sign-in",
            Self::RenameUser => "rename",
            Self::DeleteUser => "delete-user",
            Self::RestoreUser => "restore-user",
            Self::PurgeUser => "purge-user",
            Self::AssignRole => "assign-role",
            Self::RevokeRole => "revoke-role",
            Self::SetLicences => "set-licences",
            Self::SetProductMail => "set-product-mail",
            Self::GiveDelegatedAdministration => "give-delegated-administration",
            Self::TakeDelegatedAdministration => "take-delegated-administration",
            Self::AddUser => "add-user",
            Self::AddGroup => "add-group",
            Self::AddRoleAssignableGroup => "add-role-assignable-group",
            Self::RenameGroup => "rename-group",
            Self::DeleteGroup => "delete-group",
            Self::AddMember => "add-member",
            Self::RemoveMember => "remove-member",
            Self::AddOwner => "add-owner",
            Self::RemoveOwner => "remove-owner",
            Self::AddUnit => "add-unit",
            Self::RenameUnit => "rename-unit",
            Self::DeleteUnit => "delete-unit",
            Self::AddToUnit => "add-to-unit",
            Self::RemoveFromUnit => "remove-from-unit",
            Self::EditOrganisation => "edit-organisation",
            Self::SetDirectorySync => "set-directory-sync",
            Self::SetDomains => "set-domains",
            Self::SetSubscriptions => "set-subscriptions",
            Self::SetRoleSet => "set-role-set",
            Self::AddCustomRole => "add-custom-role",
            Self::EditCustomRole => "edit-custom-role",
            Self::DeleteCustomRole => "delete-custom-role",
            Self::SetThresholds => "set-thresholds",
            Self::RegisterBreakGlass => "register-break-glass",
            Self::WithdrawBreakGlass => "withdraw-break-glass",
            Self::AcceptFinding => "accept-finding",
        }
    }

    /// The operation with `key`, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|operation| operation.key() == key)
    }

    /// What must be named for it to be asked about, what it is done to first.
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::ResetPassword
            | Self::EditProfile
            | Self::EditName
            | Self::EditPhone
            | Self::EditAlternateEmail
            | Self::BlockSignIn
            | Self::AllowSignIn
            | Self::RenameUser
            | Self::DeleteUser
            | Self::SetLicences
            | Self::SetProductMail
            | Self::GiveDelegatedAdministration
            | Self::TakeDelegatedAdministration
            | Self::RegisterBreakGlass
            | Self::WithdrawBreakGlass => &[Part::Person],
            Self::RestoreUser | Self::PurgeUser => &[Part::DeletedPerson],
            Self::AssignRole | Self::RevokeRole => &[Part::Principal, Part::Role],
            Self::RenameGroup | Self::DeleteGroup => &[Part::Group],
            Self::AddMember | Self::RemoveMember | Self::AddOwner | Self::RemoveOwner => {
                &[Part::Person, Part::Group]
            }
            Self::RenameUnit | Self::DeleteUnit => &[Part::Unit],
            Self::AddToUnit | Self::RemoveFromUnit => &[Part::Person, Part::Unit],
            Self::AddUser
            | Self::AddGroup
            | Self::AddRoleAssignableGroup
            | Self::AddUnit
            | Self::EditOrganisation
            | Self::SetDirectorySync
            | Self::SetDomains
            | Self::SetSubscriptions
            | Self::SetRoleSet
            | Self::AddCustomRole
            | Self::SetThresholds
            | Self::AcceptFinding => &[],
            Self::EditCustomRole | Self::DeleteCustomRole => &[Part::CustomRole],
        }
    }
}
