//! The command line: in this process for what it says, as a program for how it ends.

mod can;
mod diff;
mod effective;
mod findings;
mod import;
mod least;
mod program;
mod sarif;
mod who_can;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use mandate::cli::{Exit, Outcome, Surroundings, Window, language_of, run};
use mandate::domain::language::Language;
use mandate::domain::review::{Acceptance, FindingAbout, FindingCode, FindingKey};
use mandate::domain::tenant::Tenant;
use mandate::sample::{REFERENCE, dutch_organisation};
use mandate::storage::{self, OnConflict, Progress};

use crate::support::{NOW, TOMORROW, fixture, id};

const HERE: Surroundings = Surroundings {
    language: Language::English,
    now: REFERENCE,
};

/// What became of it, and what was written to each handle.
fn mandate(args: &[&str]) -> (Outcome, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run(args, &HERE, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (outcome, text(out), text(err))
}

fn done(args: &[&str], exit: Exit) -> String {
    let (outcome, out, err) = mandate(args);
    assert_eq!(
        (outcome, err.as_str()),
        (Outcome::Exit(exit), ""),
        "{args:?}"
    );
    out
}

fn failed(args: &[&str]) -> String {
    let (outcome, out, err) = mandate(args);
    assert_eq!(
        (outcome, out.as_str()),
        (Outcome::Exit(Exit::Failure), ""),
        "{args:?}"
    );
    err
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().expect("UTF-8").to_owned()
}

fn save_sample(file: &str) {
    save(&dutch_organisation(REFERENCE), file);
}

fn save(tenant: &Tenant, file: &str) {
    let (path, progress) = (Path::new(file), Progress::new());
    storage::save(
        &tenant.snapshot(),
        path,
        None,
        OnConflict::Refuse,
        &progress,
    )
    .expect("saved");
}

/// A tenant in a file of its own, and where that is.
fn in_a_file(tenant: &Tenant) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "contoso.tenant.ron");
    save(tenant, &file);
    (folder, file)
}

/// A JSON answer.
fn json(args: &[&str], exit: Exit) -> serde_json::Value {
    let args = [args, &["--format", "json"]].concat();
    serde_json::from_str(&done(&args, exit)).expect("JSON")
}

/// The rows of a CSV answer, each by the names of its columns.
fn csv(args: &[&str], exit: Exit) -> Vec<std::collections::BTreeMap<String, String>> {
    let args = [args, &["--format", "csv"]].concat();
    let text = done(&args, exit);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn the_window_opens_unless_a_command_is_given() {
    for (args, window) in [
        (&[][..], Window::Start),
        (&["--sample"], Window::Sample),
        (&["a.tenant.ron"], Window::File("a.tenant.ron".into())),
        (&["./check"], Window::File("./check".into())),
        (&["--", "check"], Window::File("check".into())),
        (&["--language", "nl", "a"], Window::File("a".into())),
    ] {
        let (outcome, out, err) = mandate(args);
        assert_eq!(outcome, Outcome::Window(window), "{args:?}");
        assert_eq!(out + &err, "");
    }
}

#[test]
fn wrong_arguments_are_told_with_a_hint() {
    for (args, en, nl) in [
        (
            &["check"][..],
            "error: missing: `<FILE>`",
            "fout: er ontbreekt: `<FILE>`",
        ),
        (
            &["--foo"],
            "error: there is no option `--foo`",
            "fout: er is geen optie `--foo`",
        ),
        (
            &["a", "b"],
            "error: `b` is one argument too many",
            "fout: `b` is een argument te veel",
        ),
        (
            &["matrix", "--format", "xml"],
            "error: `xml` is not a value of `--format <FORMAT>`",
            "fout: `xml` is geen waarde van `--format <FORMAT>`",
        ),
        (
            &["roles", "--catalogue"],
            "error: `--catalogue <CATALOGUE>` needs a value",
            "fout: `--catalogue <CATALOGUE>` heeft een waarde nodig",
        ),
        (
            &["sample", "--seed", "3", "-o", "x"],
            "error: missing: `--users <N>`",
            "fout: er ontbreekt: `--users <N>`",
        ),
        (
            &["--sample", "check", "x"],
            "error: a file, `--sample` and a command exclude each other",
            "fout: een bestand, `--sample` en een opdracht sluiten elkaar uit",
        ),
        (
            &["sample", "--users", "0", "-o", "x"],
            "error: `0` is not a number of people to draw",
            "fout: `0` is geen aantal mensen om te trekken",
        ),
        (
            &["sample", "--users", "4294967295", "-o", "x"],
            "error: `4294967295` is not a number of people to draw",
            "fout: `4294967295` is geen aantal mensen om te trekken",
        ),
    ] {
        for (language, message, hint) in [("en", en, "\nhint: "), ("nl", nl, "\ntip: ")] {
            let args = [args, &["--language", language]].concat();
            let err = failed(&args);
            assert!(err.starts_with(message), "{err}");
            assert!(err.contains(hint), "{err}");
        }
    }
    assert!(failed(&["matrix", "--formt", "csv"]).contains("did you mean `--format`?"));
    assert!(!failed(&["check", "a\u{1b}[31m\nb"]).contains('\u{1b}'));
}

#[test]
fn help_and_version_are_printed_in_either_language() {
    let version = concat!("mandate ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(done(&["--version"], Exit::Clean), version);
    for command in [
        "",
        "can",
        "check",
        "diff",
        "effective",
        "import",
        "least",
        "matrix",
        "roles",
        "sample",
        "who-can",
    ] {
        let help = |language| {
            let args = [command, "--help", "--language", language];
            let given = &args[usize::from(command.is_empty())..];
            done(given, Exit::Clean)
        };
        let [en, nl] = ["en", "nl"].map(help);
        assert!(
            en.contains("Usage: mandate") && en.contains("Options:"),
            "{en}"
        );
        assert!(
            nl.contains("Gebruik: mandate") && nl.contains("Opties:"),
            "{nl}"
        );
        for word in ["OPTIONS", "COMMAND", "Usage", "Print"] {
            assert!(!nl.contains(word), "{word} in {nl}");
        }
    }
}

#[test]
fn the_language_follows_the_environment() {
    for (variables, language) in [
        (&[][..], Language::English),
        (&[("LANG", "nl_NL.UTF-8")], Language::Dutch),
        (&[("LANG", "nl")], Language::Dutch),
        (&[("LANG", "nl_BE@euro")], Language::Dutch),
        (&[("LANG", "nlx")], Language::English),
        (&[("LANG", "C.UTF-8")], Language::English),
        (&[("LC_ALL", "en_GB"), ("LANG", "nl_NL")], Language::English),
        (
            &[("LC_ALL", ""), ("LC_MESSAGES", "nl_NL"), ("LANG", "en_GB")],
            Language::Dutch,
        ),
    ] {
        let value = |name: &str| {
            let mut set = variables.iter();
            set.find(|(set, _)| *set == name)
                .map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(language_of(value), language, "{variables:?}");
    }
}

#[test]
fn matrices_and_roles_are_printed_in_every_format() {
    for command in ["matrix", "roles"] {
        for catalogue in ["office365", "entra", "entra-seed"] {
            for format in ["csv", "json", "text"] {
                let args = [command, "--catalogue", catalogue, "--format", format];
                let text = done(&args, Exit::Clean);
                assert!(text.ends_with('\n'));
                match format {
                    "csv" => {
                        let mut reader = csv::Reader::from_reader(text.as_bytes());
                        assert!(reader.records().all(|record| record.is_ok()));
                    }
                    "json" => {
                        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                        assert!(value.as_array().is_some_and(|rows| rows.len() >= 8));
                    }
                    _ => assert!(text.lines().count() >= 8),
                }
            }
        }
    }
    let dutch = done(&["matrix", "--language=nl"], Exit::Clean);
    assert!(dutch.contains("alleen bekijken"));
    let keys = ["matrix", "--format", "csv"];
    let same = ["matrix", "--format", "csv", "--language", "nl"];
    assert_eq!(done(&keys, Exit::Clean), done(&same, Exit::Clean));
}

#[test]
fn samples_are_written_once_and_the_same_every_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let [one, two] = ["one.tenant.ron", "two.tenant.ron"].map(|name| path(folder.path(), name));
    for options in [&[][..], &["--users", "300", "--seed", "4"]] {
        let write = |file: &str, more: &[&str]| {
            let args = [&["sample", "-o", file][..], options, more].concat();
            done(&args, Exit::Clean)
        };
        let people = if options.is_empty() { 62 } else { 300 };
        assert_eq!(
            write(&one, &["--force"]),
            format!("{one}: {people} people\n")
        );
        write(&two, &["--force"]);
        assert_eq!(fs::read(&one).expect("one"), fs::read(&two).expect("two"));

        let err = failed(&[&["sample", "-o", &one][..], options].concat());
        assert!(err.contains("hint: give `--force` to replace it"), "{err}");
    }
    let err = failed(&["sample", "-o", &path(folder.path(), "no/such/folder")]);
    assert!(
        err.starts_with("error: `") && err.contains("can't be written"),
        "{err}"
    );
}

#[test]
fn check_reports_findings_as_text_and_as_json() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "sample.tenant.ron");
    save_sample(&file);

    let text = done(&["check", &file], Exit::Findings);
    for expected in [
        "\
warning R6: 1 Global Administrator has no mobile phone or no alternate e-mail address
  joelle.peeters@rijnzicht.example
",
        "\
warning R27: 1 blocked account still holds a role
  wim.jansen@rijnzicht.example
",
        "\
info R8: 2 administrators have no mobile phone and can't reset their own password
  kevin.smits@rijnzicht.example
  zoe.janssens@rijnzicht.example
",
        "\
info R27: 1 guest holds a role
  olivia.thompson_audit.example.com#EXT#@rijnzicht.onmicrosoft.com
",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let count = text.lines().filter(|line| !line.starts_with(' ')).count() - 1;
    assert!(text.ends_with(&format!("\n{count} findings\n")), "{text}");
    let dutch = done(&["check", &file, "--language", "nl"], Exit::Findings);
    assert!(dutch.contains("waarschuwing R27: 1 geblokkeerd account heeft nog een rol"));
    assert!(dutch.ends_with(&format!("\n{count} bevindingen\n")));

    let json = json(&["check", &file], Exit::Findings);
    assert_eq!(json["file"], file.as_str());
    let findings = json["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), count);
    let mut blocked = findings
        .iter()
        .find(|finding| finding["key"] == "blocked-hold-roles")
        .expect("the finding")
        .clone();
    let why = blocked["why"].take();
    assert!(why.as_str().is_some_and(|why| why.ends_with('.')));
    assert_eq!(
        blocked,
        serde_json::json!({
            "key": "blocked-hold-roles",
            "rule": "R27",
            "severity": "warning",
            "message": "1 blocked account still holds a role",
            "why": null,
            "people": ["wim.jansen@rijnzicht.example"],
            "roles": ["29232cdf-9323-42fd-ade2-1d097af3e4de"],
            "groups": [],
            "accepted": null,
        })
    );
}

#[test]
fn what_was_accepted_fails_nothing() {
    let accepted = |until| {
        let codes = FindingCode::ALL.into_iter();
        let keys = codes.filter(|code| code.can_be_accepted());
        let keys = keys.map(|code| FindingKey {
            code,
            about: FindingAbout::Tenant,
        });
        let acceptance = Acceptance {
            reason: "we know".into(),
            until,
            people: [id("anna")].into(),
        };
        let tenant = fixture().review(|review| {
            review.accepted = keys.map(|key| (key, acceptance.clone())).collect();
        });
        in_a_file(&tenant.build())
    };
    let (_folder, file) = accepted(TOMORROW);
    let text = done(&["check", &file], Exit::Clean);
    let first = text.lines().next().unwrap_or_default();
    assert!(first.starts_with("accepted until 23 Nov 2026: "), "{text}");
    assert!(first.ends_with(" (we know)"), "{text}");
    assert!(text.ends_with("\nno findings\n"), "{text}");
    let dutch = done(&["check", &file, "--language", "nl"], Exit::Clean);
    assert!(
        dutch.starts_with("geaccepteerd tot 23 nov 2026: "),
        "{dutch}"
    );
    let json = json(&["check", &file], Exit::Clean);
    let expected = serde_json::json!({ "reason": "we know", "until": "2026-11-23T12:00:00Z" });
    assert_eq!(json["findings"][0]["accepted"], expected);
    let sarif = done(&["check", &file, "--format", "sarif"], Exit::Clean);
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    let suppressed = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppressed["justification"], "we know");
    assert_eq!(suppressed["status"], "accepted");

    let (_folder, file) = accepted(NOW);
    assert!(!done(&["check", &file], Exit::Findings).contains("accepted until"));
}

#[test]
fn check_notices_a_file_changed_outside() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "sample.tenant.ron");
    save_sample(&file);
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("Henk van Rossum", "Hank van Rossum")).expect("written");
    let report = done(&["check", &file], Exit::Findings);
    assert!(
        report.starts_with("warning: the file was changed outside Mandate\nwarning R"),
        "{report}"
    );
    let json = done(&["check", &file, "--format", "json"], Exit::Findings);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["findings"][0]["rule"], serde_json::Value::Null);
}

#[test]
fn check_says_why_a_file_can_t_be_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let absent = path(folder.path(), "absent.tenant.ron");
    let broken = path(folder.path(), "broken.tenant.ron");
    fs::write(&broken, "hello").expect("written");
    let here = folder.path().to_str().expect("UTF-8");
    for file in [absent.as_str(), broken.as_str(), here] {
        for (language, words) in [
            ("en", "can't be opened: "),
            ("nl", "kan niet worden geopend: "),
        ] {
            let err = failed(&["check", file, "--language", language]);
            assert!(err.contains(words) && err.contains(file), "{err}");
        }
    }
}

/// Takes nothing.
struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_trouble_and_a_full_disk_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "sample.tenant.ron");
    save_sample(&file);
    for (args, kind, exit) in [
        (&["matrix"][..], io::ErrorKind::BrokenPipe, Exit::Clean),
        (&["check", &file], io::ErrorKind::BrokenPipe, Exit::Findings),
        (&["matrix"], io::ErrorKind::StorageFull, Exit::Failure),
    ] {
        let mut err = Vec::new();
        let outcome = run(args, &HERE, &mut Closed(kind), &mut err);
        assert_eq!(outcome, Outcome::Exit(exit));
        assert_eq!(err.is_empty(), exit != Exit::Failure);
    }
    // Not even the trouble can be told.
    let closed = &mut Closed(io::ErrorKind::BrokenPipe);
    let outcome = run(
        ["--foo"],
        &HERE,
        closed,
        &mut Closed(io::ErrorKind::BrokenPipe),
    );
    assert_eq!(outcome, Outcome::Exit(Exit::Failure));
}
