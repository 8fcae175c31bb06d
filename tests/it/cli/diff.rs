//! `mandate diff`, and what `mandate check` says of a history.

use std::fs;

use mandate::cli::Exit;
use serde_json::{Value, json};

use super::{done, failed, in_a_file, path, save_sample};
use crate::support::{fixture, role_id};

/// The sample, and a copy in which `changes` were made to the text; where they are.
fn two(changes: &[(&str, &str)]) -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let files = ["a.tenant.ron", "b.tenant.ron"].map(|name| path(folder.path(), name));
    save_sample(&files[0]);
    let mut text = fs::read_to_string(&files[0]).expect("a file");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(&files[1], text).expect("written");
    (folder, files)
}

#[test]
fn the_same_is_said_plainly() {
    let (_folder, [a, b]) = two(&[]);
    assert_eq!(done(&["diff", &a, &b], Exit::Clean), "no differences\n");
    let dutch = done(&["diff", &a, &b, "--language", "nl"], Exit::Clean);
    assert_eq!(dutch, "geen verschillen\n");
    let csv = done(&["diff", &a, &b, "--format", "csv"], Exit::Clean);
    assert_eq!(csv, "section,way,change,about,id,detail,from,to\n");
    let json = done(&["diff", &a, &b, "--format", "json"], Exit::Clean);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["same"], true);
    assert_eq!(json["differences"], json!([]));
}

#[test]
fn differences_are_told_in_every_format() {
    let (_folder, [a, b]) = two(&[
        ("Henk van Rossum", "Hank van Rossum"),
        ("Cloudmigratie", "Cloudmigraties"),
    ]);
    let text = done(&["diff", &a, &b], Exit::Findings);
    let expected = "\
People
  ~ Hank van Rossum: display name changed from “Henk van Rossum” to “Hank van Rossum”
History
  ~ is another from entry 7 on
2 differences
";
    assert_eq!(text, expected);
    let dutch = done(&["diff", &a, &b, "--language", "nl"], Exit::Findings);
    let expected = "\
Mensen
  ~ Hank van Rossum: weergavenaam gewijzigd van “Henk van Rossum” in “Hank van Rossum”
Geschiedenis
  ~ is anders vanaf item 7
2 verschillen
";
    assert_eq!(dutch, expected);
    let csv = done(&["diff", &b, &a, "--format", "csv"], Exit::Findings);
    let expected = "\
section,way,change,about,id,detail,from,to
people,changed,field-changed,henk.vanrossum@rijnzicht.example,\
1a1886c8-1c96-4c32-99aa-d4330096e380,display_name,Hank van Rossum,Henk van Rossum
history,changed,diverged-at,,,,,7
";
    assert_eq!(csv, expected);
    let json = done(&["diff", &a, &b, "--format", "json"], Exit::Findings);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["same"], false);
    assert_eq!(json["before"], a.as_str());
    assert_eq!(
        json["differences"][0],
        json!({
            "section": "people",
            "way": "changed",
            "change": "field-changed",
            "about": "henk.vanrossum@rijnzicht.example",
            "id": "1a1886c8-1c96-4c32-99aa-d4330096e380",
            "detail": "display_name",
            "from": "Henk van Rossum",
            "to": "Hank van Rossum",
        })
    );
}

#[test]
fn what_can_t_be_read_or_makes_no_sense_ends_with_2() {
    let (folder, [a, _]) = two(&[]);
    let absent = path(folder.path(), "absent.tenant.ron");
    for args in [["diff", &a, &absent], ["diff", &absent, &a]] {
        let err = failed(&args);
        assert!(err.contains("absent.tenant.ron` can't be opened"), "{err}");
    }
    assert!(failed(&["diff", &a]).starts_with("error: missing: `<B>`"));
}

/// The lines of the history, and the others around them.
fn parts(text: &str) -> (Vec<String>, usize) {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let first = lines
        .iter()
        .position(|line| line.starts_with("Audit("))
        .expect("a history");
    (lines, first)
}

/// What `check` says first of the sample after `change` was done to the lines of its history,
/// of which the first is at the place given. They are numbered anew: what is not in order can't
/// be opened at all.
fn tampered(change: impl FnOnce(&mut Vec<String>, usize)) -> Option<u64> {
    let (_folder, [a, b]) = two(&[]);
    let text = fs::read_to_string(&a).expect("a file");
    let (mut lines, first) = parts(&text);
    change(&mut lines, first);
    let mut number = 0;
    for line in lines.iter_mut().filter(|line| line.starts_with("Audit(")) {
        number += 1;
        let (_, rest) = line.split_once(", ").expect("fields");
        *line = format!("Audit(number: {number}, {rest}");
    }
    fs::write(&b, lines.join("\n") + "\n").expect("written");
    let json = done(&["check", &b, "--format", "json"], Exit::Findings);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let text = done(&["check", &b], Exit::Findings);
    let at = json["history"]["broken_at"].as_u64();
    assert_eq!(json["history"]["entries"].as_u64(), Some(number));
    match at {
        Some(at) => {
            let told = format!("error: the history does not hold together from entry {at} on");
            assert!(text.starts_with(&told), "{text}");
            assert_eq!(json["findings"][0]["severity"], "error");
        }
        None => assert!(!text.contains("hold together"), "{text}"),
    }
    // Whatever it was, the file's own checksum tells of it.
    assert!(text.contains("warning: the file was changed outside Mandate"));
    at
}

#[test]
fn what_is_done_to_an_entry_is_found_where_it_was_done() {
    let edited = tampered(|lines, first| {
        let line = &mut lines[first + 6];
        *line = line.replace("Cloudmigratie", "Iets anders");
    });
    assert_eq!(edited, Some(7));
    let removed = tampered(|lines, first| {
        lines.remove(first + 4);
    });
    assert_eq!(removed, Some(5));
    let reordered = tampered(|lines, first| lines.swap(first + 8, first + 9));
    assert_eq!(reordered, Some(9));
    let inserted = tampered(|lines, first| {
        let copy = lines[first + 2].clone();
        lines.insert(first + 10, copy);
    });
    assert_eq!(inserted, Some(11));
    let unhashed = tampered(|lines, first| {
        let line = &mut lines[first + 1];
        let (before, _) = line.split_once("role: \"62e90394").expect("a role");
        *line = format!(
            "{before}role: \"29232cdf-9323-42fd-ade2-1d097af3e4de\", scope: \"/\", kind: \
             Active)], hash: \"{}\"),",
            "0".repeat(64)
        );
    });
    assert_eq!(unhashed, Some(2));
}

/// Leaving out the newest entries breaks nothing: only the checksum of the file tells of it.
#[test]
fn a_history_cut_short_is_not_found_by_the_chain() {
    let cut = tampered(|lines, first| {
        lines.remove(first + 13);
    });
    assert_eq!(cut, None);
}

#[test]
fn a_history_from_before_the_chain_is_a_remark() {
    let (_folder, [a, b]) = two(&[]);
    let text = fs::read_to_string(&a).expect("a file");
    let without: Vec<String> = text
        .lines()
        .map(|line| match line.rsplit_once(", hash: \"") {
            Some((before, _)) if line.starts_with("Audit(") => format!("{before}),"),
            _ => line.to_owned(),
        })
        .collect();
    fs::write(&b, without.join("\n") + "\n").expect("written");
    let report = done(&["check", &b], Exit::Findings);
    let remark = "note: 14 of 14 entries of the history were written before it was chained\n";
    assert!(report.contains(remark), "{report}");
    assert!(!report.contains("hold together"));
    let dutch = done(&["check", &b, "--language", "nl"], Exit::Findings);
    assert!(
        dutch.contains("opmerking: 14 van 14 items van de geschiedenis"),
        "{dutch}"
    );
    let json = done(&["check", &b, "--format", "json"], Exit::Findings);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        json["history"],
        json!({ "entries": 14, "unchained": 14, "broken_at": null })
    );
}

#[test]
fn roles_of_either_tenants_own_are_told_by_name() {
    let office = |name: &'static str| {
        let tenant = fixture().custom_role(name, &["microsoft.directory/users/photo/update"]);
        let tenant = tenant.role_sets(&[("Balie", &[role_id(name)])]);
        in_a_file(&tenant.user("kim").holds(role_id(name)).build())
    };
    let ((_one, before), (_other, after)) = (office("Loket"), office("Archief"));
    let text = done(&["diff", &before, &after], Exit::Findings);
    for name in ["Loket", "Archief"] {
        assert!(!text.contains(&role_id(name).to_string()), "{text}");
        assert!(text.matches(name).count() >= 3, "{text}");
    }
    let rows = super::csv(&["diff", &before, &after], Exit::Findings);
    let assigned = rows.iter().find(|row| row["change"] == "role-assigned");
    assert_eq!(assigned.expect("a role")["detail"], "Archief");
}
