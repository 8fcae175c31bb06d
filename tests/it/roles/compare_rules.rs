//! The loaded classic view, reset matrices and tasks against the facts, cell by cell.
//!
//! Same rules as `compare_roles`: tables read again, public API only, skipped without the facts.

use std::collections::BTreeMap;

use mandate::domain::catalogue::{
    AuthenticationCapability as Capability, AuthenticationReach, ExtraReach, ResetTarget,
    SeveralRoles, TargetCell, TargetMatrix, TaskHolder,
};
use mandate::domain::office365::{Office365Permission, Office365Role};

use super::facts::{folder, table};
use super::{catalogue, id};

#[test]
fn classic_matrix_and_service_map() {
    let Some(folder) = folder() else { return };
    let rows = table(&folder, "office365-matrix.csv");
    assert_eq!(rows.len(), 15);
    for (row, permission) in rows.iter().zip(Office365Permission::ALL) {
        assert_eq!(row["permission_key"], permission.key());
        let entry = catalogue()
            .office365_permission(permission)
            .expect("one of fifteen");
        assert_eq!(
            (&*entry.name.en, &*entry.name.nl),
            (&*row["permission_en"], &*row["permission_nl"])
        );
        for role in Office365Role::ALL {
            let grant = catalogue().office365_grant(role, permission);
            assert_eq!(grant.key(), row[role.key()], "{role:?}, {permission:?}");
        }
    }
    let rows = table(&folder, "office365-service-map.csv");
    assert_eq!(rows.len(), 8);
    for row in rows {
        let mut roles = Office365Role::ALL.into_iter();
        let role = roles
            .find(|role| role.key() == row["office365_role"])
            .expect("one of eight");
        let entry = catalogue().office365_role(role).expect("one of eight");
        for (service, column) in [
            ("Exchange Online", "exchange_online_roles"),
            ("SharePoint Online", "sharepoint_online_role"),
            ("Skype for Business Online", "skype_role"),
        ] {
            let names = entry
                .service_roles
                .iter()
                .filter(|(of, _)| **of == *service);
            let names: Vec<_> = names.map(|(_, name)| (&*name.en, &*name.nl)).collect();
            let (english, dutch): (Vec<_>, Vec<_>) = names.into_iter().unzip();
            assert_eq!(english.join(";"), row[column]);
            assert_eq!(dutch.join(";"), row[&format!("{column}_nl")]);
        }
        assert_eq!(
            entry.name.nl.to_lowercase(),
            row["office365_role_nl"].to_lowercase()
        );
    }
}

#[test]
fn reset_matrices() {
    let Some(folder) = folder() else { return };
    let names: BTreeMap<_, _> = table(&folder, "entra-roles-current.csv")
        .into_iter()
        .map(|row| {
            (
                row["english_name"].to_lowercase().replace(' ', "_"),
                id(&row["template_id"]),
            )
        })
        .collect();
    let matrices: [(&str, &TargetMatrix); 2] = [
        ("password-reset-matrix.csv", catalogue().password_reset()),
        (
            "sensitive-actions-matrix.csv",
            catalogue().sensitive_properties(),
        ),
    ];
    for (file, matrix) in matrices {
        for row in table(&folder, file) {
            let target = match row["target"].as_str() {
                "user_no_admin_role" => ResetTarget::NoAdminRole,
                "user_role_assignable_group_member_or_owner" => ResetTarget::RoleAssignableGroup,
                "user_with_role_scoped_to_restricted_management_unit" => {
                    ResetTarget::RestrictedManagementUnit
                }
                "all_other_roles" => ResetTarget::AllOtherRoles,
                _ => ResetTarget::Role(id(&row["target_template_id"])),
            };
            for (column, cell) in row
                .iter()
                .filter(|(column, _)| !column.starts_with("target"))
            {
                let found = match matrix.cell(names[column], target) {
                    TargetCell::Yes => "yes",
                    TargetCell::No => "no",
                    TargetCell::Conditional => "conditional:asterisk_in_docs",
                };
                assert_eq!(found, cell, "{file}: {column} on {target:?}");
            }
        }
        for row in table(&folder, "reset-extra-roles.csv") {
            let expected = match row["targets"].as_str() {
                "everyone" => ExtraReach::Everyone,
                _ => ExtraReach::NonAdministrators,
            };
            assert!(
                matrix
                    .extra_actors
                    .contains(&(id(&row["template_id"]), expected))
            );
        }
    }
}

#[test]
fn sensitive_actions_and_authentication_roles() {
    let Some(folder) = folder() else { return };
    let rows = table(&folder, "sensitive-actions.csv");
    assert_eq!(rows.len(), catalogue().sensitive_actions().len());
    for (row, action) in rows.iter().zip(catalogue().sensitive_actions()) {
        assert_eq!(*action.key, *row["sensitive_action"]);
        assert_eq!(
            action.property.as_deref().unwrap_or_default(),
            row["user_property"]
        );
    }
    for row in table(&folder, "authentication-roles.csv") {
        let mut roles = catalogue().authentication_roles().iter();
        let role = roles
            .find(|role| role.role == id(&row["template_id"]))
            .expect("listed");
        for (capability, column) in [
            (Capability::UserMethods, "manage_user_auth_methods"),
            (Capability::PerUserMfa, "manage_per_user_mfa"),
            (Capability::MfaSettings, "manage_mfa_settings"),
            (Capability::MethodPolicy, "manage_auth_method_policy"),
            (
                Capability::PasswordProtectionPolicy,
                "manage_password_protection_policy",
            ),
            (
                Capability::SensitiveProperties,
                "update_sensitive_properties",
            ),
            (Capability::DeleteAndRestore, "delete_and_restore_users"),
        ] {
            let found = match role.reach(capability) {
                AuthenticationReach::No => "no",
                AuthenticationReach::Yes => "yes",
                AuthenticationReach::SomeUsers => "some_users",
                AuthenticationReach::AllUsers => "all_users",
            };
            assert_eq!(found, row[column], "{}: {column}", row["english_name"]);
        }
    }
}

#[test]
fn tasks() {
    let Some(folder) = folder() else { return };
    let rows = table(&folder, "least-privileged-tasks.csv");
    assert_eq!(rows.len(), catalogue().tasks().len());
    for (row, task) in rows.iter().zip(catalogue().tasks()) {
        assert_eq!(
            (&*task.area, &*task.task.en),
            (&*row["area"], &*row["task"])
        );
        assert_eq!(task.area, task.area_name.en);
        assert_eq!(joined(&task.least), row["least_privileged_roles"]);
        assert_eq!(joined(&task.additional), row["additional_roles"]);
        let several = match row["note"].as_str() {
            "all_of" => SeveralRoles::All,
            "mode_not_stated" => SeveralRoles::NotStated,
            _ => SeveralRoles::Any,
        };
        assert_eq!(task.several, several);
        let has_remark = !row["note"].is_empty() && several == SeveralRoles::Any;
        assert_eq!(task.remark.is_some(), has_remark, "{}", row["task"]);
    }
}

fn joined(holders: &[TaskHolder]) -> String {
    let texts = holders.iter().map(|holder| match holder {
        TaskHolder::Role(role) => role.to_string(),
        TaskHolder::Outside(kind, Some(name)) => format!("{kind}:{name}"),
        TaskHolder::Outside(kind, None) => kind.to_string(),
    });
    texts.collect::<Vec<_>>().join(";")
}
