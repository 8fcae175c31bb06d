//! `mandate can`: what the policy says, and what would let someone.

use mandate::cli::Exit;
use mandate::domain::operation::{Operation, Part, Question, Unaskable};

use super::{csv, done, failed, in_a_file, json};
use crate::support::{Fixture, GLOBAL, HELPDESK, Less as _, USERS, empty, group_id, id, unit_id};

/// Anna is Global Administrator and Dirk can become one; Bob resets passwords, Carla administers
/// one unit, of which Gina is.
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
        .blocked()
        .user("finn")
        .synced()
        .user("gina")
        .group("desk", &["gina"])
        .ordinary()
        .unit("south", &["gina"])
}

fn upn(name: &str) -> String {
    format!("{name}@contoso.nl")
}

#[test]
fn the_exit_code_is_the_verdict() {
    let (_folder, file) = in_a_file(&tenant().build());
    let asked = |actor: &str, words: &str| {
        let (actor, words) = (upn(actor), words.replace('@', "@contoso.nl"));
        let words: Vec<_> = words.split('|').collect();
        let args = [&["can", &file, "--as", &actor][..], &words].concat();
        let allowed = super::mandate(&args).0 == super::Outcome::Exit(Exit::Clean);
        done(&args, if allowed { Exit::Clean } else { Exit::Refused })
    };
    for (actor, words, verdict, rule) in [
        ("anna", "reset-password|gina@", "allowed", ""),
        ("anna", "reset-password|bob@", "allowed", ""),
        ("bob", "reset-password|gina@", "allowed", ""),
        ("bob", "reset-password|anna@", "refused", "  R11: "),
        (
            "gina",
            "reset-password|bob@",
            "refused",
            "  What no role of yours grants",
        ),
        (
            "eva",
            "edit-profile|gina@",
            "refused",
            "  What no role of yours grants",
        ),
        ("carla", "edit-phone|gina@", "allowed", ""),
        ("carla", "edit-phone|bob@", "refused", "  What no role"),
        ("anna", "edit-name|finn@", "refused", "  R25: "),
        ("anna", "edit-profile|finn@", "allowed", ""),
        ("anna", "block-sign-in|gina@", "allowed", ""),
        ("anna", "allow-sign-in|eva@", "allowed", ""),
        ("anna", "block-sign-in|anna@", "refused", "  R3: "),
        ("anna", "rename|gina@", "allowed", ""),
        ("anna", "delete-user|anna@", "refused", "  R3: "),
        ("anna", "delete-user|gina@", "allowed", ""),
        ("anna", "set-licences|gina@", "allowed", ""),
        (
            "anna",
            "assign-role|gina@|--role|Helpdeskbeheerder",
            "allowed",
            "  asks for a reason: R21: ",
        ),
        (
            "dirk",
            "assign-role|gina@|--role|Reports Reader",
            "refused",
            "  R1: ",
        ),
        (
            "anna",
            "revoke-role|bob@|--role|helpdesk administrator",
            "allowed",
            "",
        ),
        (
            "anna",
            "revoke-role|carla@|--role|User Administrator|--scope|South",
            "allowed",
            "",
        ),
        (
            "anna",
            "give-delegated-administration|gina@",
            "refused",
            "  R18: ",
        ),
        ("anna", "add-member|bob@|--in|desk", "allowed", ""),
        (
            "bob",
            "remove-member|gina@|--in|desk",
            "refused",
            "  What no role",
        ),
        ("anna", "add-to-unit|bob@|--in|south", "allowed", ""),
        ("anna", "rename-unit|south", "allowed", ""),
        ("carla", "delete-unit|south", "refused", "  R1: "),
        ("bob", "add-user", "refused", "  What no role"),
        ("bob", "edit-organisation", "refused", "  What no role"),
        ("anna", "set-directory-sync", "allowed", ""),
        ("anna", "set-domains", "allowed", ""),
        ("bob", "set-subscriptions", "refused", "  What no role"),
        ("anna", "add-custom-role", "allowed", ""),
        ("bob", "accept-finding", "refused", "  What no role"),
        ("anna", "register-break-glass|anna@", "allowed", ""),
    ] {
        let text = asked(actor, words);
        let begins = format!("{verdict}: {}: ", upn(actor));
        assert!(text.starts_with(&begins), "{actor} {words}: {text}");
        let second = text.lines().nth(1).unwrap_or_default();
        assert!(second.starts_with(rule), "{actor} {words}: {text}");
    }
}

#[test]
fn the_rule_and_the_least_change_are_told() {
    let (_folder, file) = in_a_file(&tenant().build());
    let (dirk, gina) = (upn("dirk"), upn("gina"));
    let args = [
        "can",
        &file,
        "--as",
        &dirk,
        "assign-role",
        &gina,
        "--role",
        "Reports Reader",
    ];
    let expected = "\
refused: dirk@contoso.nl: assign a role – gina@contoso.nl – Reports Reader
  R1: Only a Global Administrator of the whole tenant assigns or revokes admin roles, or changes \
who holds them and over whom. Ask a Global Administrator. Stricter than Entra, where a Privileged \
Role Administrator may too.
would be allowed after
  taking up Global Administrator [privileged] (eligible)
";
    let text = done(&args, Exit::Refused);
    assert!(text.starts_with(expected), "{text}");
    let dutch = done(&[&args[..], &["--language", "nl"]].concat(), Exit::Refused);
    for words in [
        "geweigerd: dirk@contoso.nl: rol toewijzen – gina@contoso.nl – ",
        "\nzou zijn toegestaan na\n  activeren van ",
    ] {
        assert!(dutch.contains(words), "{words} in {dutch}");
    }

    let rows = csv(&args, Exit::Refused);
    assert_eq!(rows[0]["verdict"], "refused");
    assert_eq!((&*rows[0]["kind"], &*rows[0]["rule"]), ("refusal", "R1"));
    assert_eq!(
        (&*rows[1]["kind"], &*rows[1]["role"]),
        ("take_up", "Global Administrator")
    );
    let answer = json(&args, Exit::Refused);
    for (key, value) in [
        ("actor", "dirk@contoso.nl"),
        ("operation", "assign-role"),
        ("target", "gina@contoso.nl"),
        ("verdict", "refused"),
    ] {
        assert_eq!(answer[key], value);
    }
    assert_eq!(
        answer["reasons"][1]["template_id"],
        "62e90394-69f5-4237-9190-012177145e10"
    );

    // Nothing to say is said by one line.
    let anna = upn("anna");
    let silent = ["can", &file, "--as", &anna, "reset-password", &gina];
    let text = "allowed: anna@contoso.nl: reset the password – gina@contoso.nl\n";
    assert_eq!(done(&silent, Exit::Clean), text);
    let csv = done(&[&silent[..], &["--format", "csv"]].concat(), Exit::Clean);
    let expected = "verdict,kind,rule,text,instead,role,template_id,scope\nallowed,,,,,,,\n";
    assert_eq!(csv, expected);
}

#[test]
fn a_role_of_the_tenant_s_own_is_a_role() {
    let action = "microsoft.directory/users/password/update";
    let own = tenant().custom_role("Reset desk", &[action]);
    let (_folder, file) = in_a_file(&own.build());
    let (anna, bob, gina) = (upn("anna"), upn("bob"), upn("gina"));
    let edit = ["edit-custom-role", "reset desk"];
    let by = |actor: &str, words: &[&str], exit| {
        done(&[&["can", &file, "--as", actor][..], words].concat(), exit)
    };
    by(&anna, &edit, Exit::Clean);
    by(&bob, &edit, Exit::Refused);
    by(&anna, &["delete-custom-role", "Reset desk"], Exit::Clean);
    let assign = ["assign-role", &gina, "--role", "Reset desk"];
    let text = by(&anna, &assign, Exit::Clean);
    assert!(
        text.starts_with(
            "allowed: anna@contoso.nl: assign a role – gina@contoso.nl – Reset desk\n"
        ),
        "{text}"
    );
    let built_in = ["delete-custom-role", "Helpdesk Administrator"];
    let err = failed(&[&["can", &file, "--as", &anna][..], &built_in].concat());
    assert!(err.contains("not a custom role of this tenant"), "{err}");

    let who = done(&["who-can", &file, "--action", action], Exit::Clean);
    let nobody = who.split("Held by nobody\n").nth(1).expect("such roles");
    assert!(nobody.contains("  Reset desk"), "{who}");
}

#[test]
fn what_can_t_be_done_is_refused_whoever_asks() {
    let others = tenant().user("henk").holds(GLOBAL);
    let (_folder, file) = in_a_file(&others.build());
    let anna = upn("anna");
    let args = ["can", &file, "--as", &anna, "delete-user", &anna];
    let text = done(&args, Exit::Refused);
    assert!(
        text.contains("\n  You can't delete the account you act as.\n"),
        "{text}"
    );
    assert_eq!(csv(&args, Exit::Refused)[0]["kind"], "impossible");
}

#[test]
fn what_makes_no_question_ends_with_2() {
    let (_folder, file) = in_a_file(&tenant().build());
    let asked = |words: &str| {
        let words: Vec<_> = words.split('|').collect();
        failed(&[&["can", &file, "--as", "anna@contoso.nl"][..], &words].concat())
    };
    for (words, message) in [
        (
            "fly|gina@contoso.nl",
            "error: `fly` is not a value of `<OPERATION>`",
        ),
        (
            "reset-password",
            "error: `reset-password` asks for `TARGET`: a person",
        ),
        (
            "assign-role|gina@contoso.nl",
            "error: `assign-role` asks for `--role`: a role",
        ),
        (
            "add-member|gina@contoso.nl",
            "error: `add-member` asks for `--in`: a group",
        ),
        (
            "reset-password|gin@contoso.nl",
            "error: `gin@contoso.nl`: there is no such account\nhint: did you mean `gina@contoso.nl`",
        ),
        (
            "restore-user|gina@contoso.nl",
            "error: `gina@contoso.nl`: there is no such account",
        ),
        (
            "reset-password|gina@contoso.nl|--role|x",
            "error: `reset-password` does not go with `--role`",
        ),
        (
            "add-user|gina@contoso.nl",
            "error: `add-user` does not go with `TARGET`",
        ),
        (
            "assign-role|gina@contoso.nl|--role|xyzzy",
            "error: `xyzzy` is not a role",
        ),
        (
            "assign-role|gina@contoso.nl|--role|Exchange",
            "error: `Exchange` can be more than one thing",
        ),
        (
            "delete-group|nowhere",
            "error: `nowhere` is not a group of this tenant",
        ),
        (
            "delete-unit|nowhere",
            "error: `nowhere` is not an administrative unit of this tenant",
        ),
        (
            "block-sign-in|eva@contoso.nl",
            "error: block sign-in – eva@contoso.nl: it is so already",
        ),
        (
            "revoke-role|gina@contoso.nl|--role|Reports Reader",
            "error: revoke a role – gina@contoso.nl – Reports Reader: it is so already",
        ),
    ] {
        let err = asked(words);
        assert!(err.starts_with(message), "{words}: {err}");
    }
    let usage = asked("assign-role|gina@contoso.nl");
    assert!(
        usage.ends_with("ask `mandate can FILE --as UPN assign-role TARGET --role ROLE`\n"),
        "{usage}"
    );
    let nobody = failed(&["can", &file, "--as", "x@y", "add-user"]);
    assert!(
        nobody.starts_with("error: `x@y`: there is no such account"),
        "{nobody}"
    );
    let dutch = failed(&["can", &file, "--as", "x@y", "add-user", "--language", "nl"]);
    assert!(
        dutch.starts_with("fout: `x@y`: er is geen zo'n account"),
        "{dutch}"
    );
}

/// Everything a question can name, in this tenant.
fn everything() -> Question {
    Question {
        person: Some(id("gina")),
        role: Some(HELPDESK),
        scope: None,
        group: Some(group_id("desk")),
        unit: Some(unit_id("south")),
    }
}

#[test]
fn every_operation_makes_a_command_that_changes_something() {
    let tenant = tenant().build();
    let context = crate::support::context();
    for operation in Operation::ALL {
        assert_eq!(Operation::from_key(operation.key()), Some(operation));
        let names = operation.name();
        assert_ne!(names.en, names.nl);
        let asked = match operation {
            Operation::AllowSignIn => Question {
                person: Some(id("eva")),
                ..everything()
            },
            Operation::AddMember
            | Operation::AddOwner
            | Operation::AddToUnit
            | Operation::RevokeRole => Question {
                person: Some(id("bob")),
                ..everything()
            },
            _ => everything(),
        };
        let command = operation.command(&tenant, &asked);
        let expected = match operation {
            Operation::RestoreUser | Operation::PurgeUser => {
                Some(Unaskable::Unknown(Part::DeletedPerson))
            }
            Operation::EditCustomRole | Operation::DeleteCustomRole => {
                Some(Unaskable::Unknown(Part::CustomRole))
            }
            Operation::TakeDelegatedAdministration
            | Operation::RemoveOwner
            | Operation::WithdrawBreakGlass => Some(Unaskable::AlreadySo),
            _ => None,
        };
        assert_eq!(command.as_ref().err().copied(), expected, "{operation:?}");
        let Ok(command) = command else { continue };
        // Whoever may do nothing is refused, so there was something to judge.
        let nobody = mandate::domain::delegation::decide(&context, &tenant, id("eva"), &command);
        assert!(!nobody.is_allowed(), "{operation:?}");
        let idle = mandate::domain::delegation::decide(&context, &tenant, id("finn"), &command);
        assert!(!idle.is_allowed(), "{operation:?}");
    }
    for operation in Operation::ALL {
        let missing = operation.command(&tenant, &Question::default()).err();
        let first = operation.parts().first().copied();
        let expected = first.map(|part| match (operation, part) {
            (
                Operation::AddMember
                | Operation::RemoveMember
                | Operation::AddOwner
                | Operation::RemoveOwner,
                _,
            ) => Unaskable::Missing(Part::Group),
            (Operation::AddToUnit | Operation::RemoveFromUnit, _) => Unaskable::Missing(Part::Unit),
            (_, part) => Unaskable::Missing(part),
        });
        assert_eq!(missing, expected, "{operation:?}");
    }
}

#[test]
fn a_role_is_made_up_under_a_name_that_is_free() {
    let tenant = tenant().custom_role("CONTOSO", &["microsoft.directory/users/photo/update"]);
    let (_folder, file) = in_a_file(&tenant.build());
    let anna = upn("anna");
    done(
        &["can", &file, "--as", &anna, "add-custom-role"],
        Exit::Clean,
    );
}
