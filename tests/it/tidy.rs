//! The house's own rules, held over its source as text.
//!
//! Simple on purpose: what a rule looks for is a piece of text outside comments. A rule that
//! speaks names file and line. See the README and the notes at the top of `lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use mandate::domain::rule::Rule;

/// A part of the source, and what may not be said in it, with `~` for a space.
type Layer = (&'static str, &'static str);

/// Imports run one way: domain <- catalogue, storage, exchange, i18n <- session <- cli, ui.
const LAYERS: [Layer; 9] = [
    (
        "src/domain",
        "crate::catalogue crate::storage crate::exchange crate::session crate::cli crate::ui \
         crate::i18n crate::sample egui eframe serde ron:: csv:: std::fs std::io std::env \
         std::net std::process std::time std::path SystemTime Instant::now jiff sys_locale",
    ),
    (
        "src/catalogue",
        "crate::storage crate::exchange crate::session crate::cli crate::ui crate::sample egui \
         std::fs",
    ),
    (
        "src/storage",
        "crate::exchange crate::session crate::cli crate::ui egui",
    ),
    (
        "src/exchange",
        "crate::storage crate::session crate::cli crate::ui egui std::fs",
    ),
    (
        "src/i18n",
        "crate::storage crate::exchange crate::session crate::cli crate::ui egui std::fs",
    ),
    (
        "src/sample",
        "crate::storage crate::session crate::cli crate::ui egui std::fs",
    ),
    (
        "src/session.rs",
        "crate::storage crate::exchange crate::cli crate::ui egui std::fs",
    ),
    ("src/cli", "crate::ui egui"),
    // Views see; the outbox asks.
    (
        "src/ui/views",
        "&mut~Session &mut~Tenant apply::apply std::fs",
    ),
];

/// What always stands at the top level, and what may; nothing else does.
const ALWAYS: &str = "Cargo.toml Cargo.lock README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT \
    src roles assets tests .ci .gitignore clippy.toml i18n.toml";
const PERHAPS: &str = "kittest.toml screenshots benches fuzz rustfmt.toml";

/// A file of the house.
struct File {
    /// Its path from the top, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The lines outside comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where the code says `needle`.
    fn says(&self, needle: &str) -> Vec<String> {
        let lines = self.code().filter(|(_, line)| line.contains(needle));
        lines
            .map(|(number, _)| format!("{}:{number} says `{needle}`", self.path))
            .collect()
    }
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file under `folder` that ends in `.rs`.
fn sources(folder: &str) -> Vec<File> {
    let mut files = Vec::new();
    let mut open: Vec<PathBuf> = vec![top().join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder can be listed");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("source is text");
            let short = path.strip_prefix(top()).expect("below the top");
            let path = short.to_string_lossy().replace('\\', "/");
            files.push(File { path, text });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn all() -> Vec<File> {
    let folders = ["src", "tests", "benches"].into_iter();
    let there = folders.filter(|folder| top().join(folder).exists());
    let files: Vec<_> = there.flat_map(sources).collect();
    assert!(files.len() > 50, "the walk found {} files", files.len());
    files
}

#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn layers_import_one_way() {
    let mut wrong = Vec::new();
    let files = sources("src");
    for (part, forbidden) in LAYERS {
        let with_file = format!("{part}.rs");
        let within = format!("{part}/");
        for file in &files {
            if file.path == part || file.path == with_file || file.path.starts_with(&within) {
                let needles = forbidden.split_whitespace();
                wrong.extend(needles.flat_map(|needle| file.says(&needle.replace('~', " "))));
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_imports_the_screen() {
    let outside = sources("src").into_iter().filter(|file| {
        !file.path.starts_with("src/ui/") && !["src/main.rs", "src/lib.rs"].contains(&&*file.path)
    });
    none(outside.flat_map(|file| [file.says("crate::ui"), file.says("mandate::ui")].concat()));
}

#[test]
fn every_file_says_what_it_owns() {
    let silent = all()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "));
    none(silent.map(|file| format!("{} does not begin with `//!`", file.path)));
}

#[test]
fn files_stay_small() {
    let large = all().into_iter().filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > 500).then(|| format!("{} has {lines} lines", file.path))
    });
    none(large);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not say them.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
        concat!("HA", "CK"),
        concat!("unimpl", "emented!"),
        concat!("to", "do!("),
        concat!("not yet ", "implemented"),
        concat!("lorem ", "ipsum"),
        concat!("dbg", "!("),
    ];
    let mut files = all();
    for path in ["README.md", "CHANGELOG.md", "Cargo.toml", ".ci/run"] {
        let path = path.to_owned();
        files.push(File {
            text: read(&path),
            path,
        });
    }
    let mut wrong = Vec::new();
    for file in &files {
        for (number, line) in (1..).zip(file.text.lines()) {
            let said = words.iter().filter(|word| line.contains(**word));
            wrong.extend(said.map(|word| format!("{}:{number} says `{word}`", file.path)));
        }
    }
    none(wrong);
}

#[test]
fn colours_come_from_the_theme() {
    let needles = [
        "from_rgb",
        "from_rgba",
        "from_gray",
        "from_hex",
        "from_black_alpha",
        "from_white_alpha",
        "hex_color",
        "Rgba::",
        "Color32::WHITE",
        "Color32::BLACK",
        "Color32::RED",
        "Color32::GREEN",
        "Color32::BLUE",
        "Color32::GRAY",
        "Color32::DARK",
        "Color32::LIGHT",
        "Color32::YELLOW",
        "Color32::ORANGE",
    ];
    let outside = sources("src")
        .into_iter()
        .filter(|file| !file.path.starts_with("src/ui/theme"));
    none(outside.flat_map(|file| needles.map(|needle| file.says(needle)).concat()));
}

#[test]
fn nothing_is_printed_past_the_writer() {
    // `print!(` is part of all four.
    let needles = ["print!(", "println!("];
    let files = sources("src").into_iter();
    none(files.flat_map(|file| needles.map(|needle| file.says(needle)).concat()));
}

#[test]
fn every_rule_stands_in_the_readme() {
    let readme = read("README.md");
    let rows: Vec<&str> = readme
        .lines()
        .filter(|line| {
            let digit = line
                .strip_prefix("| R")
                .and_then(|rest| rest.chars().next());
            digit.is_some_and(|c| c.is_ascii_digit())
        })
        .collect();
    let missing = Rule::ALL.into_iter().filter(|rule| {
        let begins = format!("| {} |", rule.label());
        rows.iter().filter(|row| row.starts_with(&begins)).count() != 1
    });
    none(missing.map(|rule| format!("{} does not stand in README.md once", rule.label())));
    assert_eq!(
        rows.len(),
        Rule::ALL.len(),
        "README.md tells of a rule that is not in force"
    );
}

/// The variants of `pub enum Command`, in their order.
fn commands() -> Vec<String> {
    let text = read("src/domain/command.rs");
    let (_, rest) = text.split_once("pub enum Command {").expect("the enum");
    let (body, _) = rest.split_once("\n}").expect("its end");
    let variants = body.lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?;
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = &name[..end];
        name.starts_with(|c: char| c.is_ascii_uppercase())
            .then(|| name.to_owned())
    });
    variants.collect()
}

/// The text of a function: from its head to the brace at the same depth.
fn function<'a>(text: &'a str, head: &str) -> &'a str {
    let at = text.find(head).unwrap_or_else(|| panic!("no `{head}`"));
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let close = format!("\n{}}}\n", &text[line..at]);
    let end = text[at..].find(&close).expect("its end");
    &text[at..at + end]
}

/// The policy and the gate speak of every Command by name, so that a new one does not compile
/// until both do.
#[test]
fn every_command_is_judged_and_carried_out_by_name() {
    let commands = commands();
    assert!(commands.len() >= 10, "{commands:?}");
    for (path, head) in [
        ("src/domain/delegation.rs", "fn judge<"),
        ("src/domain/apply.rs", "fn carry_out("),
    ] {
        let text = read(path);
        let body = function(&text, head);
        for command in &commands {
            assert!(
                body.contains(&format!("Command::{command}")),
                "{path}: no {command}"
            );
        }
        for wildcard in ["_ =>", "_ if ", "other =>"] {
            assert!(
                !body.contains(wildcard),
                "{path}: `{wildcard}` hides a Command"
            );
        }
    }
}

/// A file of tests that nothing names is never run.
#[test]
fn every_test_is_run() {
    let main = read("tests/it/main.rs");
    let files = sources("tests/it").into_iter();
    let names = files.filter_map(|file| {
        let name = file
            .path
            .strip_prefix("tests/it/")?
            .strip_suffix(".rs")?
            .to_owned();
        (!name.contains('/') && name != "main").then_some(name)
    });
    let missing = names.filter(|name| !main.contains(&format!("mod {name};")));
    none(missing.map(|name| format!("tests/it/main.rs does not name `{name}`")));
}

#[test]
fn the_top_level_shows_what_the_project_is() {
    for name in ALWAYS.split_whitespace() {
        assert!(top().join(name).exists(), "{name} is missing");
    }
    let entries = fs::read_dir(top()).expect("the top can be listed");
    let mut strange: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| {
            let mut known = ALWAYS.split_whitespace().chain(PERHAPS.split_whitespace());
            !known.any(|listed| listed == name)
        })
        // What the tools of whoever works here put down.
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    strange.sort();
    none(strange);
}
