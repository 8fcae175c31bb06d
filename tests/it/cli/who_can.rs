//! `mandate who-can`.

use mandate::cli::Exit;
use serde_json::json;

use super::{csv, done, failed, in_a_file, json};
use crate::support::{Fixture, GLOBAL, HELPDESK, Less as _, NOW, TOMORROW, USERS, empty};

/// Anna may do everything and Dirk could; Bob, Eva and a group are Helpdesk Administrators, of
/// whom Eva can't sign in; Carla administers the people of one unit.
fn tenant() -> Fixture {
    empty()
        .user("anna")
        .holds(GLOBAL)
        .user("bob")
        .holds(HELPDESK)
        .user("carla")
        .holds(USERS)
        .within("south")
        .user("dirk")
        .holds(GLOBAL)
        .eligible()
        .user("eva")
        .holds(HELPDESK)
        .blocked()
        .user("finn")
        .holds(HELPDESK)
        .until(NOW)
        .user("gina")
        .group("=desk", &["gina"])
        .holds(HELPDESK)
        .until(TOMORROW)
        .unit("south", &["gina"])
}

const RESETS: &str = "reset_user_passwords";

#[test]
fn people_stand_under_the_role_that_lets_them() {
    let (_folder, file) = in_a_file(&tenant().build());
    let text = done(&["who-can", &file, "--permission", RESETS], Exit::Clean);
    let expected = "\
4 people can now: User passwords (reset)
Global Administrator [privileged]
  anna@contoso.nl
  dirk@contoso.nl (eligible)
Helpdesk Administrator [privileged]: only for people without an admin role
  bob@contoso.nl
  eva@contoso.nl, sign-in blocked
  gina@contoso.nl (through =desk, until 23 Nov 2026)
User Administrator [privileged]: only for people without an admin role
  carla@contoso.nl (only in south)
Held by nobody
";
    assert!(text.starts_with(expected), "{text}");
    assert!(
        text.contains("\n  Password Administrator [privileged]\n"),
        "{text}"
    );
    assert!(!text.contains("finn"), "his time is over: {text}");

    let dutch = ["who-can", &file, "--permission", RESETS, "--language", "nl"];
    let dutch = done(&dutch, Exit::Clean);
    for words in [
        "4 personen kunnen nu: Gebruikerswachtwoorden opnieuw instellen\n",
        "\n  dirk@contoso.nl (in aanmerking)\n",
        "\n  eva@contoso.nl, aanmelden geblokkeerd\n",
        "\n  gina@contoso.nl (via =desk, tot 23 nov 2026)\n",
        ": alleen voor mensen zonder beheerdersrol\n",
        "\nHeeft niemand\n",
    ] {
        assert!(dutch.contains(words), "{words} in {dutch}");
    }
}

#[test]
fn programs_read_each_way() {
    let (_folder, file) = in_a_file(&tenant().build());
    let rows = csv(&["who-can", &file, "--permission", RESETS], Exit::Clean);
    let who: Vec<_> = rows.iter().map(|row| row["user_name"].as_str()).collect();
    let people = ["anna", "dirk", "bob", "eva", "gina", "carla"];
    assert_eq!(who, people.map(|name| format!("{name}@contoso.nl")));
    let column = |name: &str| -> Vec<_> { rows.iter().map(|row| row[name].as_str()).collect() };
    let limit = "limited:non_admins_only";
    assert_eq!(column("grant"), ["yes", "yes", limit, limit, limit, limit]);
    assert_eq!(
        column("standing"),
        [
            "in_force", "eligible", "in_force", "in_force", "in_force", "in_force"
        ]
    );
    assert_eq!(column("may_sign_in")[3], "false");
    // No spreadsheet takes a group for a formula.
    assert_eq!(column("through"), ["", "", "", "", "'=desk", ""]);
    assert_eq!(column("scope")[5], "south");
    assert_eq!(column("end")[4], "2026-11-23T12:00:00Z");

    let answer = json(&["who-can", &file, "--permission", RESETS], Exit::Clean);
    let need = json!({ "kind": "permission", "key": "reset_user_passwords" });
    assert_eq!(answer["need"], need);
    let able = ["anna", "bob", "carla", "gina"].map(|name| format!("{name}@contoso.nl"));
    assert_eq!(answer["people"], json!(able));
    assert_eq!(
        answer["ways"][4],
        json!({
            "role": "Helpdesk Administrator",
            "template_id": "729827e3-9c14-49f7-bb1b-9608f156bbb8",
            "coverage": "part",
            "grant": "limited:non_admins_only",
            "together": 0,
            "published": false,
            "user_name": "gina@contoso.nl",
            "name": "gina",
            "may_sign_in": true,
            "through": "=desk",
            "scope": "/",
            "kind": "active",
            "standing": "in_force",
            "start": null,
            "end": "2026-11-23T12:00:00Z",
        })
    );
}

#[test]
fn permissions_go_by_key_and_by_name() {
    let (_folder, file) = in_a_file(&tenant().build());
    let ask = |name: &str| done(&["who-can", &file, "--permission", name], Exit::Clean);
    let expected = ask(RESETS);
    for name in [
        "Reset-User-Passwords",
        "user passwords (reset)",
        "Gebruikerswachtwoorden opnieuw instellen",
        "wachtwoord",
    ] {
        assert_eq!(ask(name), expected, "{name}");
    }
    let err = failed(&["who-can", &file, "--permission", "licenses"]);
    assert!(
        err.contains("`licenses` can be more than one thing"),
        "{err}"
    );
    assert!(
        err.contains("give one of `manage_user_licenses`, `view_user_licenses`"),
        "{err}"
    );
    let err = failed(&["who-can", &file, "--permission", "xyzzy"]);
    assert!(
        err.starts_with("error: `xyzzy` is not a permission\nhint: "),
        "{err}"
    );
    assert!(err.contains("`use_directory_sync`"), "{err}");
}

#[test]
fn actions_go_in_any_capitals_and_by_wild_cards() {
    let (_folder, file) = in_a_file(&tenant().build());
    let ask = |action: &str| done(&["who-can", &file, "--action", action], Exit::Clean);
    let exact = ask("microsoft.directory/users/password/update");
    let begins = "4 people can now: microsoft.directory/users/password/update\n";
    assert!(exact.starts_with(begins), "{exact}");
    assert_eq!(ask("Microsoft.Directory/USERS/Password/Update"), exact);

    let all = ask("microsoft.directory/users/*");
    assert_eq!(ask("microsoft.directory/users/allTasks"), all);
    assert!(
        all.contains("\nHelpdesk Administrator [privileged]: in part\n"),
        "{all}"
    );

    let slip = "microsoft.directory/users/pasword/update";
    for (language, begins) in [
        ("en", "error: no role has the action `"),
        ("nl", "fout: geen rol heeft de actie `"),
    ] {
        let err = failed(&["who-can", &file, "--action", slip, "--language", language]);
        assert!(err.starts_with(begins), "{err}");
        assert!(
            err.contains(" `microsoft.directory/users/password/update`"),
            "{err}"
        );
    }
    let err = failed(&["who-can", &file, "--action", "xyzzy"]);
    assert!(
        err.contains("hint: give an action such as microsoft."),
        "{err}"
    );
}

#[test]
fn tasks_go_by_a_part_that_only_one_has() {
    let (_folder, file) = in_a_file(&tenant().build());
    let ask = |task: &str| done(&["who-can", &file, "--task", task], Exit::Clean);
    let expected = "\
1 person can now: Application proxy: Connector group deletion
Global Administrator [privileged]
  anna@contoso.nl
  dirk@contoso.nl (eligible)
Held by nobody
  Application Administrator [privileged]
";
    for task in [
        "Connector group deletion",
        "CONNECTOR GROUP DEL",
        "application proxy/connector group deletion",
    ] {
        assert_eq!(ask(task), expected, "{task}");
    }
    let err = failed(&["who-can", &file, "--task", "connector group"]);
    for candidate in ["properties", "creation", "deletion"] {
        let candidate = format!("`Application proxy/Connector group {candidate}`");
        assert!(err.contains(&candidate), "{err}");
    }
    let err = failed(&["who-can", &file, "--task", "connectr group deletoin"]);
    assert!(
        err.contains("did you mean `Application proxy/Connector group deletion`"),
        "{err}"
    );
}

#[test]
fn nobody_is_an_answer() {
    let nobody = empty().user("anna").holds(GLOBAL).until(TOMORROW).blocked();
    let (_folder, file) = in_a_file(&nobody.build());
    let permission = ["who-can", &file, "--permission", "use_directory_sync"];
    let text = done(&permission, Exit::Clean);
    assert!(text.starts_with("nobody can now: "), "{text}");
    assert_eq!(json(&permission, Exit::Clean)["people"], json!([]));
}

#[test]
fn one_thing_is_asked_of_one_file() {
    let (_folder, file) = in_a_file(&tenant().build());
    let err = failed(&["who-can", &file]);
    assert!(
        err.contains("--action <A>|--permission <P>|--task <T>"),
        "{err}"
    );
    let both = ["--permission", RESETS, "--task", "App configuration"];
    failed(&[&["who-can", &file][..], &both].concat());
    let err = failed(&["who-can", "absent.ron", "--permission", RESETS]);
    assert!(
        err.starts_with("error: `absent.ron` can't be opened: "),
        "{err}"
    );
}
