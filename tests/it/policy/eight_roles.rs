//! The eight Office 365 roles and nobody at all × each kind of Command, on a person without a role.

use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::role::RoleTemplateId;

use super::{
    Row, assign, block, cell, check, choose, customized, email, phone, rename, reset, revoke, row,
    set, unblock,
};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, HELPDESK, REPORTS_READER, SERVICE, SHAREPOINT, SKYPE,
    USERS, fixture, given, id, unit_id,
};

const COLUMNS: [(&str, Option<RoleTemplateId>); 9] = [
    ("Global", Some(GLOBAL)),
    ("Billing", Some(BILLING)),
    ("Password", Some(HELPDESK)),
    ("Service", Some(SERVICE)),
    ("User management", Some(USERS)),
    ("Exchange", Some(EXCHANGE)),
    ("SharePoint", Some(SHAREPOINT)),
    ("Skype", Some(SKYPE)),
    ("no role", None),
];

/// Only Global gives roles (R1); Global and User management edit people; both of these and
/// Password reset passwords; SharePoint and Skype look only (R14); what nothing grants is
/// refused (R0).
const TABLE: &str = "
                    Global Billing Password Service UserMgmt Exchange SharePoint Skype none
    assign          yes    1       1        1       1        1        1          1     1
    revoke          yes    1       1        1       1        1        1          1     1
    set             yes    1       1        1       1        1        1          1     1
    no_access       yes    1       1        1       1        1        1          1     1
    customized      yes    1       1        1       1        1        1          1     1
    email           yes    0       0        0       yes      0        14         14    0
    phone           yes    0       0        0       yes      0        14         14    0
    no_contact      yes    0       0        0       yes      0        14         14    0
    rename          yes    0       0        0       yes      0        14         14    0
    block           yes    0       0        0       yes      0        14         14    0
    unblock         yes    0       0        0       yes      0        14         14    0
    reset           yes    0       yes      0       yes      0        14         14    0
    withdraw        yes    0       yes      0       yes      0        14         14    0
    batch           yes    0+1     0+1      0+1     1        0+1      1+14       1+14  0+1
";

/// The actor holds the role; Service stands beside Exchange (R12), which grants nothing more here.
/// The targets: Piet holds nothing, Lees holds a role that is not privileged, Bea is blocked,
/// Wim must choose a new password.
fn people(role: Option<RoleTemplateId>) -> Fixture {
    let people = fixture()
        .user("lees")
        .holds(REPORTS_READER)
        .user("bea")
        .blocked()
        .user("wim")
        .but(|wim| wim.must_change_password = true)
        .user("actor");
    match role {
        Some(SERVICE) => people.holds(SERVICE).holds(EXCHANGE),
        Some(role) => people.holds(role),
        None => people,
    }
}

fn command(key: &str) -> Command {
    match key {
        "assign" => assign("piet", REPORTS_READER),
        "revoke" => revoke("lees", REPORTS_READER),
        "set" => set("piet", &[given("piet", REPORTS_READER)]),
        "no_access" => choose("lees", RoleChoice::NoAdminAccess),
        "customized" => customized("piet", &[EXCHANGE, REPORTS_READER]),
        "email" => email("piet", "piet@elsewhere.example"),
        "phone" => phone("piet", "+31687654321"),
        "no_contact" => super::reach("piet", None, None),
        "rename" => rename("piet", "Piet Jansen"),
        "block" => block("piet"),
        "unblock" => unblock("bea"),
        "reset" => reset("piet"),
        "withdraw" => Command::WithdrawPasswordReset(id("wim")),
        "batch" => Command::Batch(vec![
            rename("piet", "Piet Jansen"),
            assign("piet", EXCHANGE),
        ]),
        other => unreachable!("no command `{other}`"),
    }
}

#[test]
fn every_role_and_every_command() {
    let mut rows: Vec<Row> = Vec::new();
    for line in TABLE.lines().skip(2).filter(|line| !line.trim().is_empty()) {
        let mut words = line.split_whitespace();
        let key = words.next().expect("a command");
        let cells: Vec<_> = words.collect();
        assert_eq!(cells.len(), COLUMNS.len(), "{key}");
        for ((name, role), text) in COLUMNS.into_iter().zip(cells) {
            let verdict = cell(text);
            rows.push(row(
                format!("{name} / {key}"),
                &people(role),
                "actor",
                command(key),
                verdict,
            ));
        }
    }
    assert_eq!(rows.len(), 14 * 9);
    check(rows);
}

/// Somebody's best role counts: two roles go as far as the further one.
#[test]
fn the_best_of_several_roles_counts() {
    let both = people(Some(SHAREPOINT)).holds(HELPDESK);
    check([
        row(
            "SharePoint + Password resets",
            &both,
            "actor",
            reset("piet"),
            cell("yes"),
        ),
        row(
            "SharePoint + Password sees fully, so its edit is merely not granted",
            &both,
            "actor",
            rename("piet", "Piet Jansen"),
            cell("0"),
        ),
        row(
            "SharePoint + User management edits",
            &people(Some(SHAREPOINT)).holds(USERS),
            "actor",
            rename("piet", "Piet Jansen"),
            cell("yes"),
        ),
        row(
            "SharePoint + Skype still look only",
            &people(Some(SHAREPOINT)).holds(SKYPE),
            "actor",
            rename("piet", "Piet Jansen"),
            cell("14"),
        ),
    ]);
}

/// Who looks over one unit only has not even that look outside it.
#[test]
fn looking_has_a_scope() {
    use crate::support::Less;
    let noord = fixture().user("mia").unit("noord", &["mia"]).user("actor");
    let noord = noord.holds(SHAREPOINT).within("noord");
    assert_eq!(noord.build().administrative_units().len(), 1);
    assert!(
        noord
            .build()
            .administrative_units()
            .contains_key(&unit_id("noord"))
    );
    check([
        row("inside", &noord, "actor", rename("mia", "Mia"), cell("14")),
        row(
            "outside",
            &noord,
            "actor",
            rename("piet", "Piet"),
            cell("0"),
        ),
    ]);
}
