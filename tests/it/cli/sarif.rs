//! `mandate check --format sarif`, held against what SARIF 2.1.0 requires.

use std::fs;

use mandate::cli::Exit;
use serde_json::Value;

use super::{done, in_a_file, path, save_sample};
use crate::support::{GLOBAL, empty};

fn report(file: &str, language: &str, exit: Exit) -> Value {
    let args = ["check", file, "--format", "sarif", "--language", language];
    serde_json::from_str(&done(&args, exit)).expect("JSON")
}

/// What the schema requires and what code scanning needs besides.
fn check(report: &Value) {
    assert_eq!(report["version"], "2.1.0");
    assert!(
        report["$schema"]
            .as_str()
            .is_some_and(|schema| schema.contains("sarif"))
    );
    let runs = report["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    let driver = &runs[0]["tool"]["driver"];
    assert_eq!(driver["name"], "Mandate");
    let rules = driver["rules"].as_array().expect("rules");
    let ids: Vec<_> = rules
        .iter()
        .map(|rule| rule["id"].as_str().expect("an id"))
        .collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{id} twice");
    }
    for result in runs[0]["results"].as_array().expect("results") {
        assert!(ids.contains(&result["ruleId"].as_str().expect("a rule")));
        let level = result["level"].as_str().expect("a level");
        assert!(["error", "warning", "note"].contains(&level), "{level}");
        let text = result["message"]["text"].as_str().expect("a message");
        assert!(!text.is_empty());
        let locations = result["locations"].as_array().expect("locations");
        assert_eq!(locations.len(), 1);
        let related = result["relatedLocations"].as_array();
        for location in locations.iter().chain(related.into_iter().flatten()) {
            let place = &location["physicalLocation"];
            assert!(place["artifactLocation"]["uri"].is_string());
            let line = &place["region"]["startLine"];
            assert!(line.is_null() || line.as_u64().is_some_and(|line| line >= 1));
        }
        let prints = result["partialFingerprints"]
            .as_object()
            .expect("fingerprints");
        assert!(prints.values().all(Value::is_string));
    }
}

#[test]
fn findings_stand_at_the_line_of_the_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "sample.tenant.ron");
    save_sample(&file);
    let english = report(&file, "en", Exit::Findings);
    let dutch = report(&file, "nl", Exit::Findings);
    check(&english);
    check(&dutch);

    let text = fs::read_to_string(&file).expect("a file");
    let line = text
        .lines()
        .position(|line| line.contains("upn: \"wim.jansen@"));
    let line = line.expect("Wim") + 1;
    let find = |report: &Value, id: &str| {
        let results = report["runs"][0]["results"].as_array().expect("results");
        let result = results.iter().find(|result| result["ruleId"] == id);
        result.expect("a result").clone()
    };
    let blocked = find(&english, "blocked-hold-roles");
    assert_eq!(blocked["level"], "warning");
    assert_eq!(
        blocked["message"]["text"],
        "1 blocked account still holds a role: wim.jansen@rijnzicht.example"
    );
    let place = &blocked["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startLine"], line);
    let uri = place["artifactLocation"]["uri"].as_str().expect("a uri");
    assert!(uri.ends_with("/sample.tenant.ron"), "{uri}");
    assert_eq!(find(&english, "guests-hold-roles")["level"], "note");

    // What a service knows a finding by is the same in every language.
    let print = |report: &Value| find(report, "blocked-hold-roles")["partialFingerprints"].clone();
    assert_eq!(print(&english), print(&dutch));
    let message = find(&dutch, "blocked-hold-roles")["message"]["text"].clone();
    assert!(
        message
            .as_str()
            .is_some_and(|text| text.starts_with("1 geblokkeerd account"))
    );
}

#[test]
fn the_exit_code_is_that_of_the_results() {
    let clean = empty().user("a").holds(GLOBAL).user("b").holds(GLOBAL);
    let (_folder, file) = in_a_file(&clean.build());
    let args = ["check", &file, "--format", "sarif"];
    let (outcome, out, _) = super::mandate(&args);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    check(&report);
    let results = report["runs"][0]["results"].as_array().expect("results");
    let clean = results.is_empty();
    let exit = if clean { Exit::Clean } else { Exit::Findings };
    assert_eq!(outcome, super::Outcome::Exit(exit));
}

#[test]
fn a_finding_about_the_tenant_names_the_file_alone() {
    let alone = empty().user("a").holds(GLOBAL).user("b");
    let (_folder, file) = in_a_file(&alone.build());
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("Contoso", "Fabrikam")).expect("written");
    let report = report(&file, "en", Exit::Findings);
    check(&report);
    let results = report["runs"][0]["results"].as_array().expect("results");
    let changed = results
        .iter()
        .find(|result| result["ruleId"] == "changed-outside");
    let place = &changed.expect("the finding")["locations"][0]["physicalLocation"];
    assert!(place["region"].is_null());
}
