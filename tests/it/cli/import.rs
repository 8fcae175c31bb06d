//! `mandate import`: who comes in, who does not and why, and what is left on disk.

use std::fs;

use mandate::cli::Exit;

use super::{done, failed, path, save_sample};

const SANNE: &str = "sanne.devries@rijnzicht.example";
const HEAD: &str = "user_name,display_name,mobile_phone,roles,initial_password\n";

/// The sample and these people; where both are.
fn two(lines: &str) -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let files = ["a.tenant.ron", "people.csv"].map(|name| path(folder.path(), name));
    save_sample(&files[0]);
    fs::write(&files[1], format!("{HEAD}{lines}")).expect("written");
    (folder, files)
}

#[test]
fn everybody_comes_in_and_the_file_tells_who_brought_them() {
    let (_folder, [tenant, people]) =
        two("new.one@rijnzicht.example,New One,06 12345678,Reports Reader,Geheim-1\n");
    let args = [
        "import",
        &tenant,
        &people,
        "--as",
        SANNE,
        "--country-code",
        "+31",
    ];
    let reason = ["--reason", "New colleague", "--ticket", "HR-7"];
    let said = done(&[&args[..], &reason[..]].concat(), Exit::Clean);
    assert_eq!(said, "1 initial passwords dropped\n1 added, 0 refused\n");
    let text = fs::read_to_string(&tenant).expect("a file");
    for part in [
        "new.one@rijnzicht.example",
        "+31612345678",
        "New colleague",
        "HR-7",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("Geheim"));
    let again = done(&args, Exit::Findings);
    assert!(
        again.starts_with("line 2, column user_name, R26: A user principal name is unique"),
        "{again}"
    );
}

#[test]
fn a_refused_row_says_line_column_and_rule() {
    let (_folder, [tenant, people]) = two("good@rijnzicht.example,Good,,,\n\
         bad,Bad,0612345678,,Geheim-2\n\
         boss@rijnzicht.example,Boss,,Global Administrator,\n");
    let before = fs::read_to_string(&tenant).expect("a file");
    let args = ["import", &tenant, &people, "--as", SANNE, "--format", "csv"];
    let dry = done(&[&args[..], &["--dry-run"]].concat(), Exit::Findings);
    let lines: Vec<&str> = dry.lines().collect();
    assert_eq!(lines[0], "line,user_name,verdict,column,rule,why");
    assert_eq!(lines[1], "2,good@rijnzicht.example,added,,,");
    assert!(lines[2].starts_with("3,bad,refused,user_name,R26,"));
    assert!(lines[3].starts_with("3,bad,refused,mobile_phone,R8,"));
    assert_eq!(lines[4], "4,boss@rijnzicht.example,added,,,");
    assert!(!dry.contains("Geheim"));
    let after = fs::read_to_string(&tenant).expect("a file");
    assert_eq!(before, after, "a dry run changes nothing");

    // Without a reason nobody becomes Global Administrator.
    let said = done(&args, Exit::Findings);
    let last = said.lines().last().expect("a line");
    assert!(
        last.starts_with("4,boss@rijnzicht.example,refused,roles,R21,"),
        "{last}"
    );
    let text = fs::read_to_string(&tenant).expect("a file");
    assert!(text.contains("good@rijnzicht.example"));
    assert!(!text.contains("boss@rijnzicht.example"));
}

#[test]
fn what_can_t_be_done_is_said() {
    let (_folder, [tenant, people]) = two("a@rijnzicht.example,A,,,\n");
    let nobody = failed(&[
        "import",
        &tenant,
        &people,
        "--as",
        "nobody@rijnzicht.example",
    ]);
    assert_eq!(
        nobody,
        "error: `nobody@rijnzicht.example`: there is no such account\n"
    );
    let code = ["--as", SANNE, "--country-code", "Holland"];
    let code = failed(&[&["import", &tenant, &people], &code[..]].concat());
    assert!(
        code.starts_with("error: `Holland` is not a country code\n"),
        "{code}"
    );
    let missing = failed(&["import", &tenant, &people]);
    assert!(missing.contains("--as"), "{missing}");
    fs::write(&people, "naam,adres\nA,B\n").expect("written");
    let unknown = failed(&["import", &tenant, &people, "--as", SANNE]);
    assert!(unknown.contains("the headings are of no template that is known"));
    fs::write(&people, "user_name,display_name\na,\"b\n").expect("written");
    let unclosed = failed(&[
        "import",
        &tenant,
        &people,
        "--as",
        SANNE,
        "--language",
        "nl",
    ]);
    assert!(
        unclosed.contains("regel 2, kolom 2: het aanhalingsteken"),
        "{unclosed}"
    );
}
