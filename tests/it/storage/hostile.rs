//! Files made to hurt: large, deep, or with text that would upset the screen.

use std::fs;

use tempfile::tempdir;

use super::broken::check;

/// What they all begin with.
const HEADER: &str = "[\nMandate(format: 1),\n";

#[test]
fn large_nonsense_is_refused_in_time_and_memory() {
    let name = |length: usize| format!("{HEADER}Organization(name: \"{}\"", "x".repeat(length));
    let too_long = (
        "line 3: the record is longer than 16 MiB",
        "regel 3: het record is langer dan 16 MiB",
    );
    let no_end = (
        "line 3: the file is cut off: its closing `]` is missing",
        "regel 3: het bestand is afgekapt: de afsluitende `]` ontbreekt",
    );
    let cut_off = (
        "line 3: the record is cut off: a quote or a bracket is not closed",
        "regel 3: het record is afgekapt: een aanhalingsteken of haakje is niet gesloten",
    );
    let not_ours = (
        "line 1: this is not a tenant file: it does not begin with `[` and a `Mandate` record",
        "regel 1: dit is geen tenantbestand: het begint niet met `[` en een `Mandate`-record",
    );
    let cases = [
        ("a line of 100 MB", name(100_000_000) + "),\n]\n", too_long),
        ("one and no end", name(100_000_000), no_end),
        (
            "brackets in brackets",
            format!("{HEADER}Organization(name: {}", "(".repeat(10_000_000)),
            no_end,
        ),
        ("lists in lists", "[".repeat(10_000_000), not_ours),
        (
            "a deep header",
            format!(
                "[\nMandate(format: 1, x: {}{}),\n]\n",
                "[".repeat(100_000),
                "]".repeat(100_000)
            ),
            (
                "line 2, field `x`: the values are nested too deeply",
                "regel 2, veld `x`: de waarden zijn te diep genest",
            ),
        ),
        (
            "comments in comments",
            format!("{HEADER}{}", "/*".repeat(5_000_000)),
            cut_off,
        ),
        (
            "escapes",
            format!(
                "{HEADER}Organization(name: \"{}\", x: 1),\n]\n",
                "\\n".repeat(5_000_000)
            ),
            (
                "line 3: the record has no field `x`",
                "regel 3: het record heeft geen veld `x`",
            ),
        ),
    ];
    let folder = tempdir().unwrap();
    for (what, text, (english, dutch)) in cases {
        let path = folder.path().join("large.tenant.ron");
        fs::write(&path, text).unwrap();
        check(&path, what, english, dutch);
    }
}

#[test]
fn what_a_file_says_is_shown_safely() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("odd.tenant.ron");
    let domain = format!("a\\u{{202e}}\\u{{7}}{}", "b".repeat(100));
    fs::write(&path, format!("{HEADER}Domain(name: \"{domain}\"),\n]\n")).unwrap();
    let shown = format!("`a\\u{{202e}}\\u{{7}}{}…`", "b".repeat(77));
    check(
        &path,
        "marks and length",
        &format!("line 3, field `name`: {shown} is too long: at most 48 characters in the domain"),
        &format!("regel 3, veld `name`: {shown} is te lang: hooguit 48 tekens in het domein"),
    );
}
