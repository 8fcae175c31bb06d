//! `mandate least`: the least roles, beside Microsoft's.

use mandate::cli::Exit;
use serde_json::json;

use super::{csv, done, failed, json};

#[test]
fn sets_are_ranked_and_microsoft_s_answer_stands_beside() {
    let text = done(&["least", "--task", "App configuration"], Exit::Clean);
    let begins = "\
needed: Application proxy: App configuration
1. Application Administrator [privileged]: nothing beyond
2. Global Administrator [privileged]: ";
    assert!(text.starts_with(begins), "{text}");
    let ends = "\nMicrosoft's least privileged role: App configuration: Application Administrator \
[privileged]\n";
    assert!(text.ends_with(ends), "{text}");
    let one = ["least", "--task", "App configuration", "--most", "1"];
    assert!(!done(&one, Exit::Clean).contains("\n2. "));

    let dutch = done(&[&one[..], &["--language", "nl"]].concat(), Exit::Clean);
    for words in [
        "nodig: ",
        ": niets extra\n",
        "\nMicrosofts rol met minimale bevoegdheden: ",
    ] {
        assert!(dutch.contains(words), "{words} in {dutch}");
    }
}

#[test]
fn a_difference_from_microsoft_is_marked() {
    let task = "guest invites";
    let text = done(&["least", "--task", task], Exit::Clean);
    let ends = ": Guest Inviter (ours differs: External ID User Flow Administrator)\n";
    assert!(text.ends_with(ends), "{text}");
    let answer = json(&["least", "--task", task], Exit::Clean);
    let published = &answer["published"][0];
    assert_eq!(published["same"], false);
    let guest_inviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
    assert_eq!(published["template_ids"], json!([guest_inviter]));
}

#[test]
fn several_needs_are_served_together() {
    let args = [
        "least",
        "--permission",
        "manage_domains",
        "--permission",
        "use_directory_sync",
        "--permission",
        "Manage-Domains",
        "--most",
        "1",
    ];
    let answer = json(&args, Exit::Clean);
    let needs = [
        json!({ "kind": "permission", "key": "manage_domains" }),
        json!({ "kind": "permission", "key": "use_directory_sync" }),
    ];
    assert_eq!(answer["needs"], json!(needs));
    assert_eq!(answer["sets"].as_array().map(Vec::len), Some(1));
    assert_eq!(answer["exact"], true);
    let rows = csv(&args, Exit::Clean);
    assert!(rows.iter().all(|row| row["set"] == "1"));
    let roles = answer["sets"][0]["roles"].as_array().expect("roles");
    assert_eq!(rows.len(), roles.len());
    for (row, role) in rows.iter().zip(roles) {
        assert_eq!(role["template_id"], row["template_id"].as_str());
    }
}

#[test]
fn what_no_role_serves_ends_with_1() {
    let task = "B2C directory creation";
    let text = done(&["least", "--task", task], Exit::Findings);
    let expected = "\
needed: External ID and Azure AD B2C: B2C directory creation
no role serves: External ID and Azure AD B2C: B2C directory creation
Microsoft's least privileged role: B2C directory creation: every user but guests, without any role
";
    assert_eq!(text, expected);
    let answer = json(&["least", "--task", task], Exit::Findings);
    assert_eq!(answer["sets"], json!([]));
    assert_eq!(answer["unserved"][0]["kind"], "task");
    assert_eq!(
        answer["published"][0]["outside"],
        json!(["all_nonguest_users"])
    );
    let header = "set,role,template_id,role_privileged,excess,excess_privileged,more_unknown\n";
    let csv = done(
        &["least", "--task", task, "--format", "csv"],
        Exit::Findings,
    );
    assert_eq!(csv, header);
}

#[test]
fn what_makes_no_sense_ends_with_2() {
    for (args, message) in [
        (&["least"][..], "error: missing: `<--task <T>...|"),
        (
            &["least", "--task", "License assignment"],
            "error: `License assignment` can be more than one thing\nhint: give one of `Groups/License assignment`, ",
        ),
        (
            &["least", "--task", "xyzzy"],
            "error: `xyzzy` is not a task\nhint: name a task",
        ),
        (
            &["least", "--action", "x/y"],
            "error: no role has the action `x/y`\n",
        ),
        (
            &["least", "--permission", "xyzzy"],
            "error: `xyzzy` is not a permission\n",
        ),
        (
            &["least", "--task", "App configuration", "--most", "many"],
            "error: `many` is not a value of `--most <N>`",
        ),
    ] {
        let err = failed(args);
        assert!(err.starts_with(message), "{args:?}: {err}");
    }
    let dutch = failed(&["least", "--task", "xyzzy", "--language", "nl"]);
    assert!(
        dutch.starts_with("fout: `xyzzy` is geen taak\ntip: "),
        "{dutch}"
    );
}
