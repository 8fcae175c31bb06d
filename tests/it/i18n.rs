//! The texts: both languages say the same things, and numbers and times read well.

use std::collections::{BTreeMap, BTreeSet};

use mandate::{
    domain::{language::Language, time::Timestamp},
    i18n::{Texts, date, exact_time, number, relative_time},
    t,
};

/// What is the same word in both languages. Everything else must be translated.
const SAME_IN_BOTH: &[&str] = &[
    "access-published",
    "app-name",
    "change-line",
    "changes-hash",
    "changes-ticket",
    "count-more",
    "details",
    "editor-permanent",
    "editor-permanent-choice",
    "editor-time-hint",
    "editor-time-hint-until",
    "field-services",
    "import-format-entra",
    "import-format-m365",
    "matrix-entra",
    "matrix-office-365",
    "org-partner",
    "org-partners",
    "org-role-held",
    "org-services",
    "org-subscription-name",
    "roles-change-was",
    "roles-service",
    "roles-status",
    "review-open",
    "review-info",
    "thing-partner",
    "time-date",
    "time-exact",
    "view-start",
];

const ENGLISH: &str = include_str!("../../assets/i18n/en/mandate.ftl");
const DUTCH: &str = include_str!("../../assets/i18n/nl/mandate.ftl");

/// Every message of a file: its key and its text, continuation lines included.
fn messages(file: &str) -> BTreeMap<&str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    let mut current = "";
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with([' ', '}']) {
            let text = messages.entry(current).or_default();
            text.push('\n');
            text.push_str(line.trim());
        } else if let Some((key, text)) = line.split_once('=') {
            current = key.trim();
            let before = messages.insert(current, text.trim().to_owned());
            assert!(before.is_none(), "`{current}` stands twice");
        } else {
            assert!(line.trim().is_empty(), "not a message: `{line}`");
        }
    }
    messages
}

fn variables(text: &str) -> BTreeSet<&str> {
    let after_dollar = text.split('$').skip(1);
    after_dollar
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn both_files_have_the_same_keys() {
    let (english, dutch) = (messages(ENGLISH), messages(DUTCH));
    let english: BTreeSet<_> = english.keys().collect();
    let dutch: BTreeSet<_> = dutch.keys().collect();
    let lacking: Vec<_> = english.symmetric_difference(&dutch).collect();
    assert!(lacking.is_empty(), "in one language only: {lacking:?}");
}

#[test]
fn both_files_use_the_same_variables() {
    let dutch = messages(DUTCH);
    for (key, english) in messages(ENGLISH) {
        assert_eq!(variables(&english), variables(&dutch[key]), "`{key}`");
    }
}

#[test]
fn no_text_is_empty_and_none_is_left_in_english() {
    let dutch = messages(DUTCH);
    for (key, english) in messages(ENGLISH) {
        let dutch = &dutch[key];
        assert!(!english.is_empty() && !dutch.is_empty(), "`{key}` is empty");
        let same = SAME_IN_BOTH.contains(&key);
        assert!(
            same || english != *dutch,
            "`{key}` is not translated: {dutch}"
        );
    }
}

#[test]
fn every_key_can_be_shown_in_both_languages() {
    let mut texts = Texts::new(Language::English);
    for language in Language::ALL {
        texts.set_language(language);
        for key in messages(ENGLISH).keys() {
            assert!(texts.has(key), "`{key}` in {}", language.tag());
        }
    }
}

#[test]
fn two_languages_live_side_by_side() {
    let english = Texts::new(Language::English);
    let mut dutch = Texts::new(Language::Dutch);
    assert_eq!(t!(english, "save"), "Save");
    assert_eq!(t!(dutch, "save"), "Opslaan");
    dutch.set_language(Language::English);
    assert_eq!(dutch.dynamic("save"), "Save");
}

#[test]
fn quantities_have_separators_and_plurals() {
    let english = Texts::new(Language::English);
    let dutch = Texts::new(Language::Dutch);
    assert_eq!(t!(english, "count-users", count = 1), "1 user");
    assert_eq!(t!(english, "count-users", count = 12_345), "12,345 users");
    assert_eq!(
        t!(dutch, "count-users", count = 1_000_000),
        "1.000.000 gebruikers"
    );
    assert_eq!(
        t!(dutch, "signed-in-as", name = "Vera"),
        "Aangemeld als Vera"
    );
    for (n, expected) in [
        (0, "0"),
        (999, "999"),
        (1_234, "1,234"),
        (1_000_000, "1,000,000"),
    ] {
        assert_eq!(number(&english, n), expected);
        assert_eq!(number(&dutch, n), expected.replace(',', "."));
    }
}

/// 2026-11-22T12:00:00Z, a Sunday.
const NOW: i64 = 1_795_348_800;

#[test]
fn times_are_told_from_now() {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    let english = Texts::new(Language::English).in_utc();
    let dutch = Texts::new(Language::Dutch).in_utc();
    for (offset, in_english, in_dutch) in [
        (0, "Just now", "Zojuist"),
        (-59, "Just now", "Zojuist"),
        (-MINUTE, "1 minute ago", "1 minuut geleden"),
        (-2 * MINUTE, "2 minutes ago", "2 minuten geleden"),
        (-HOUR + 1, "59 minutes ago", "59 minuten geleden"),
        (-HOUR, "Today, 11:00", "Vandaag, 11:00"),
        (-12 * HOUR, "Today, 00:00", "Vandaag, 00:00"),
        (-12 * HOUR - 1, "Yesterday", "Gisteren"),
        (-3 * DAY, "3 days ago", "3 dagen geleden"),
        (-10 * DAY, "12 Nov 2026", "12 nov 2026"),
        (-240 * DAY, "27 Mar 2026", "27 mrt 2026"),
        (1, "In 1 minute", "Over 1 minuut"),
        (MINUTE, "In 1 minute", "Over 1 minuut"),
        (MINUTE + 1, "In 2 minutes", "Over 2 minuten"),
        (HOUR, "Today, 13:00", "Vandaag, 13:00"),
        (DAY, "Tomorrow", "Morgen"),
        (2 * DAY, "In 2 days", "Over 2 dagen"),
        (30 * DAY, "22 Dec 2026", "22 dec 2026"),
    ] {
        let (now, then) = (Timestamp(NOW), Timestamp(NOW + offset));
        assert_eq!(relative_time(&english, now, then), in_english, "{offset}");
        assert_eq!(relative_time(&dutch, now, then), in_dutch, "{offset}");
    }
}

#[test]
fn exact_times_name_the_zone() {
    let english = Texts::new(Language::English).in_utc();
    let dutch = Texts::new(Language::Dutch).in_utc();
    let then = Timestamp(NOW);
    assert_eq!(exact_time(&english, then), "22 November 2026, 12:00 UTC");
    assert_eq!(exact_time(&dutch, then), "22 november 2026, 12:00 UTC");
    assert_eq!(date(&dutch, then), "22 nov 2026");
    assert_eq!(exact_time(&english, Timestamp(i64::MAX)), "Unknown");
}
