//! `mandate effective`.

use mandate::cli::Exit;
use serde_json::json;

use super::{csv, done, failed, in_a_file, json};
use crate::support::{Fixture, GLOBAL, HELPDESK, Less as _, TOMORROW, USERS, empty};

/// Anna may do everything; Gina is Helpdesk Administrator through a group until tomorrow and can
/// become User Administrator; Piet is nothing.
fn tenant() -> Fixture {
    empty()
        .user("anna")
        .holds(GLOBAL)
        .user("piet")
        .user("gina")
        .holds(USERS)
        .eligible()
        .group("desk", &["gina"])
        .holds(HELPDESK)
        .until(TOMORROW)
}

#[test]
fn roles_permissions_and_actions_are_told_with_their_ways() {
    let (_folder, file) = in_a_file(&tenant().build());
    let text = done(&["effective", &file, "GINA@contoso.nl"], Exit::Clean);
    let way = "Helpdesk Administrator (through desk, until 23 Nov 2026)";
    let expected = format!(
        "\
gina <gina@contoso.nl>
Roles
  Helpdesk Administrator [privileged] (through desk, until 23 Nov 2026)
  User Administrator [privileged] (eligible)
Permissions
  Organization and user information (view): yes – {way}
  Support tickets (manage): yes – {way}
  User passwords (reset): only for people without an admin role – {way}
  Service health and message center (view): yes – {way}
Actions: 9, 3 of them privileged
  microsoft.azure.serviceHealth: 1
  microsoft.azure.supportTickets: 1
  microsoft.directory: 4, 3 of them privileged
  microsoft.office365.serviceHealth: 1
  microsoft.office365.supportTickets: 1
  microsoft.office365.webPortal: 1
Privileged actions
  microsoft.directory/bitlockerKeys/key/read – {way}
  microsoft.directory/users/invalidateAllRefreshTokens – {way}
  microsoft.directory/users/password/update – {way}
With the eligible roles as well
  Users and roles (view): yes
  Users and groups (create, edit, delete): except deleting global administrators and creating \
administrators
  User licenses (manage): except deleting global administrators and creating administrators
  User licenses (view): except deleting global administrators and creating administrators
"
    );
    assert!(text.starts_with(&expected), "{text}");
    assert!(
        text.contains("\n  actions: 49, 8 of them privileged\n"),
        "{text}"
    );

    let dutch = ["effective", &file, "gina@contoso.nl", "--language", "nl"];
    let dutch = done(&dutch, Exit::Clean);
    for words in [
        "\nRollen\n  Helpdeskbeheerder [bevoorrecht] (via desk, tot 23 nov 2026)\n",
        "\nMachtigingen\n  Organisatie en gebruikersinformatie weergeven: ja – ",
        "\nActies: 9, waarvan 3 bevoorrecht\n",
        "\nBevoorrechte acties\n",
    ] {
        assert!(dutch.contains(words), "{words} in {dutch}");
    }
}

#[test]
fn programs_read_every_action() {
    let (_folder, file) = in_a_file(&tenant().build());
    let args = ["effective", &file, "gina@contoso.nl"];
    let rows = csv(&args, Exit::Clean);
    let of = |section: &'static str| rows.iter().filter(move |row| row["section"] == section);
    assert_eq!(of("role").count(), 2);
    let now = of("action").filter(|row| row["standing"] == "in_force");
    assert_eq!(now.count(), 9);
    let reset: Vec<_> = of("permission")
        .filter(|row| row["key"] == "reset_user_passwords")
        .map(|row| (&*row["role"], &*row["grant"], &*row["standing"]))
        .collect();
    let limit = "limited:non_admins_only";
    assert_eq!(
        reset,
        [
            ("Helpdesk Administrator", limit, "in_force"),
            ("User Administrator", limit, "eligible"),
        ]
    );
    let answer = json(&args, Exit::Clean);
    assert_eq!(answer["user_name"], "gina@contoso.nl");
    assert_eq!(answer["may_sign_in"], true);
    assert_eq!(
        answer["permissions"][5],
        json!({
            "permission": "manage_users_and_groups",
            "grant": "no",
            "with_eligible": "limited:no_delete_global_admin_no_create_admins",
        })
    );
    let actions = answer["actions"].as_array().expect("actions");
    let password = actions
        .iter()
        .find(|action| action["action"] == "microsoft.directory/users/password/update");
    let password = password.expect("the action");
    assert_eq!(
        (&password["privileged"], &password["now"]),
        (&json!(true), &json!(true))
    );
}

#[test]
fn what_is_not_implied_is_told() {
    let (_folder, file) = in_a_file(&tenant().build());
    let text = done(&["effective", &file, "anna@contoso.nl"], Exit::Clean);
    assert!(text.contains("\nTo be known\n"), "{text}");
    for rule in ["\n  R16: ", "\n  R22: "] {
        assert!(text.contains(rule), "{text}");
    }
    let answer = json(&["effective", &file, "anna@contoso.nl"], Exit::Clean);
    assert_eq!(answer["exceptions"][1]["rule"], "R22");
}

#[test]
fn someone_who_can_do_nothing_is_told_plainly() {
    let (_folder, file) = in_a_file(&tenant().build());
    let text = done(&["effective", &file, "piet@contoso.nl"], Exit::Clean);
    let expected = "\
piet <piet@contoso.nl>
Roles
  none
Permissions
  none
Actions: 0
";
    assert_eq!(text, expected);
    let err = failed(&["effective", &file, "pit@contoso.nl"]);
    assert!(
        err.starts_with("error: `pit@contoso.nl`: there is no such account\n"),
        "{err}"
    );
    assert!(err.contains("did you mean `piet@contoso.nl`"), "{err}");
}
