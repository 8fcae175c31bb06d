//! The converter's smaller files: the classic view, the reset matrices, the tasks.
//!
//! Same rules as `convert`: text out, nothing written, the order of the facts kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::convert::quoted;
use super::facts::{Row, table};
use super::headers;

type Names = BTreeMap<String, String>;

/// The columns of the classic matrix, in the order of the article.
pub const OFFICE365_COLUMNS: [&str; 8] = [
    "billing",
    "global",
    "password",
    "service",
    "user_management",
    "exchange",
    "sharepoint",
    "skype",
];

pub fn office365(folder: &Path) -> String {
    let mut out = headers::OFFICE365.to_owned();
    let columns = OFFICE365_COLUMNS.map(quoted).join(", ");
    let _ = writeln!(out, "(\ncolumns: ({columns}),\npermissions: [");
    for row in table(folder, "office365-matrix.csv") {
        let cells = OFFICE365_COLUMNS
            .map(|column| quoted(&row[column]))
            .join(", ");
        let _ = writeln!(
            out,
            "  (key: {}, en: {}, nl: {},\n   cells: ({cells})),",
            quoted(&row["permission_key"]),
            quoted(&row["permission_en"]),
            quoted(&row["permission_nl"]),
        );
    }
    out.push_str("],\nservice_roles: [\n");
    for row in table(folder, "office365-service-map.csv") {
        let services = [
            ("Exchange Online", "exchange_online_roles"),
            ("SharePoint Online", "sharepoint_online_role"),
            ("Skype for Business Online", "skype_role"),
        ];
        for (service, column) in services {
            let dutch = &row[&format!("{column}_nl")];
            let names = row[column].split(';').zip(dutch.split(';'));
            for (en, nl) in names.filter(|(en, _)| !en.is_empty()) {
                let _ = writeln!(
                    out,
                    "  (role: {}, service: {}, en: {}, nl: {}),",
                    quoted(&row["office365_role"]),
                    quoted(service),
                    quoted(en),
                    quoted(nl),
                );
            }
        }
    }
    out + "],\n)\n"
}

pub fn reset(folder: &Path, names: &Names) -> String {
    let mut out = headers::RESET.to_owned();
    out.push_str("(\n");
    for (key, file) in [
        ("password_reset", "password-reset-matrix.csv"),
        ("sensitive_properties", "sensitive-actions-matrix.csv"),
    ] {
        push_matrix(&mut out, key, &table(folder, file), folder, file, names);
    }
    out.push_str("extra_actors: [\n");
    for row in table(folder, "reset-extra-roles.csv") {
        let reach = match row["targets"].as_str() {
            "user_no_admin_role" | "non_administrative_accounts" => "NonAdministrators",
            "everyone" => "Everyone",
            other => panic!("unknown reach `{other}`"),
        };
        let (id, name) = (&row["template_id"], &row["english_name"]);
        let _ = writeln!(out, "  (\"{id}\", {reach}), // {name}");
    }
    out.push_str("],\nsensitive_actions: [\n");
    for row in table(folder, "sensitive-actions.csv") {
        let (key, property) = (
            quoted(&row["sensitive_action"]),
            quoted(&row["user_property"]),
        );
        let _ = writeln!(out, "  ({key}, {property}),");
    }
    out.push_str("],\nauthentication_roles: [\n");
    for row in table(folder, "authentication-roles.csv") {
        let words = [
            "manage_user_auth_methods",
            "manage_per_user_mfa",
            "manage_mfa_settings",
            "manage_auth_method_policy",
            "manage_password_protection_policy",
            "update_sensitive_properties",
            "delete_and_restore_users",
        ]
        .map(|column| match row[column].as_str() {
            "no" => "No",
            "yes" => "Yes",
            "some_users" => "SomeUsers",
            "all_users" => "AllUsers",
            other => panic!("unknown reach `{other}`"),
        });
        let (id, name) = (&row["template_id"], &row["english_name"]);
        let _ = writeln!(out, "  (\"{id}\", ({})), // {name}", words.join(", "));
    }
    out + "],\n)\n"
}

fn push_matrix(
    out: &mut String,
    key: &str,
    rows: &[Row],
    folder: &Path,
    file: &str,
    names: &Names,
) {
    // A row forgets the order of its columns, which is the order of the actors here.
    let mut reader = csv::Reader::from_path(folder.join(file)).expect("the matrix was read before");
    let header = reader
        .headers()
        .expect("the matrix was read before")
        .clone();
    let columns: Vec<_> = header.iter().skip(2).collect();
    let _ = writeln!(out, "{key}: (\nactors: [");
    for column in &columns {
        let (id, name) = names
            .iter()
            .find(|(_, name)| name.to_lowercase().replace(' ', "_") == **column)
            .unwrap_or_else(|| panic!("no role is called `{column}`"));
        let _ = writeln!(out, "  \"{id}\", // {name}");
    }
    out.push_str("],\nrows: [\n");
    for row in rows {
        let id = &row["target_template_id"];
        let target = match row["target"].as_str() {
            _ if !id.is_empty() => format!("Role(\"{id}\")"),
            "user_no_admin_role" => "NoAdminRole".to_owned(),
            "user_role_assignable_group_member_or_owner" => "RoleAssignableGroup".to_owned(),
            "user_with_role_scoped_to_restricted_management_unit" => {
                "RestrictedManagementUnit".to_owned()
            }
            "all_other_roles" => "AllOtherRoles".to_owned(),
            other => panic!("unknown target `{other}`"),
        };
        let cells: Vec<_> = columns
            .iter()
            .map(|column| match row[*column].as_str() {
                "yes" => "Yes",
                "no" => "No",
                "conditional:asterisk_in_docs" => "Conditional",
                other => panic!("unknown cell `{other}`"),
            })
            .collect();
        let _ = write!(out, "  ({target}, [{}]),", cells.join(", "));
        if let Some(name) = names.get(id) {
            let _ = write!(out, " // {name}");
        }
        out.push('\n');
    }
    out.push_str("]),\n");
}

pub fn tasks(folder: &Path, names: &Names) -> String {
    let mut out = headers::TASKS.to_owned();
    out.push_str("[\n");
    for row in table(folder, "least-privileged-tasks.csv") {
        let _ = write!(
            out,
            "(area: {}, task: {}, least: [{}]",
            quoted(&row["area"]),
            quoted(&row["task"]),
            holders(&row["least_privileged_roles"]),
        );
        if !row["additional_roles"].is_empty() {
            let _ = write!(out, ", additional: [{}]", holders(&row["additional_roles"]));
        }
        match row["note"].as_str() {
            "" => {}
            "all_of" => out.push_str(", several: All"),
            "mode_not_stated" => out.push_str(", several: NotStated"),
            remark => {
                let _ = write!(out, ", remark: {}", quoted(remark));
            }
        }
        out.push_str("),");
        let least: Vec<_> = row["least_privileged_roles"]
            .split(';')
            .filter_map(|id| names.get(id).map(String::as_str))
            .collect();
        if !least.is_empty() {
            let _ = write!(out, " // {}", least.join(", "));
        }
        out.push('\n');
    }
    out + "]\n"
}

fn holders(cell: &str) -> String {
    let holder = |text: &str| match text.split_once(':') {
        Some(("azure", role)) => format!("Azure({})", quoted(role)),
        Some(("owner", object)) => format!("Owner({})", quoted(object)),
        Some(("group", group)) => format!("Group({})", quoted(group)),
        Some((kind, _)) => panic!("unknown kind of holder `{kind}`"),
        None => match text {
            "default_user" => "DefaultUser".to_owned(),
            "all_nonguest_users" => "AllNonguestUsers".to_owned(),
            "group_member" => "GroupMember".to_owned(),
            id => format!("Role({})", quoted(id)),
        },
    };
    cell.split(';').map(holder).collect::<Vec<_>>().join(", ")
}
