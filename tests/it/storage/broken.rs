//! Files that can't be opened, each with what a person reads about it.

mod later;
mod own;

use std::fs;
use std::path::Path;

use mandate::domain::language::Language;
use mandate::storage::{self, Progress};
use tempfile::tempdir;

use super::{data, is_known};

/// The file in `tests/data/broken/`, what it says in English, what it says in Dutch.
const FILES: &[(&str, &str, &str)] = &[
    (
        "bad-date",
        "line 14, field `at`: `22-11-2026` is not a moment such as `2026-01-31T12:00:00Z`",
        "regel 14, veld `at`: `22-11-2026` is geen tijdstip zoals `2026-01-31T12:00:00Z`",
    ),
    (
        "bad-domain",
        "line 5, field `name`: `contoso` is not a domain name",
        "regel 5, veld `name`: `contoso` is geen domeinnaam",
    ),
    (
        "bad-email",
        "line 8, field `alternate_email`: `bram at example.org` is not an e-mail address",
        "regel 8, veld `alternate_email`: `bram at example.org` is geen e-mailadres",
    ),
    (
        "bad-id",
        "line 8, field `id`: `bram` is not an id",
        "regel 8, veld `id`: `bram` is geen id",
    ),
    (
        "bad-scope",
        "line 12, field `scope`: `everywhere` is not a scope: expected `/` or `/administrativeUnits/` and an id",
        "regel 12, veld `scope`: `everywhere` is geen bereik: verwacht werd `/` of `/administrativeUnits/` en een id",
    ),
    (
        "bad-upn-character",
        "line 8, field `upn`: `brām@contoso.nl` has a character that a user principal name can't have: allowed are A-Z a-z 0-9 ' . - _ ! # ^ ~",
        "regel 8, veld `upn`: `brām@contoso.nl` heeft een teken dat niet in een user principal name mag: toegestaan zijn A-Z a-z 0-9 ' . - _ ! # ^ ~",
    ),
    (
        "bad-upn",
        "line 8, field `upn`: `bram@@contoso.nl` is not a user principal name: expected name@domain",
        "regel 8, veld `upn`: `bram@@contoso.nl` is geen user principal name: verwacht werd naam@domein",
    ),
    ("blank", "the file is empty", "het bestand is leeg"),
    (
        "deep-nesting",
        "line 6, field `services`: expected a word without quotes",
        "regel 6, veld `services`: verwacht werd een woord zonder aanhalingstekens",
    ),
    (
        "domain-unverified",
        "line 7, field `upn`: `anna@contoso.nl` is on `contoso.nl`, which is not a verified domain of this tenant",
        "regel 7, veld `upn`: `anna@contoso.nl` staat op `contoso.nl`, en dat is geen geverifieerd domein van deze tenant",
    ),
    (
        "duplicate-assignment",
        "line 13: the same role assignment occurs twice",
        "regel 13: dezelfde roltoewijzing komt twee keer voor",
    ),
    (
        "duplicate-domain",
        "line 5, field `name`: the domain `contoso.onmicrosoft.com` occurs twice",
        "regel 5, veld `name`: het domein `contoso.onmicrosoft.com` komt twee keer voor",
    ),
    (
        "duplicate-id",
        "line 8, field `id`: the id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` occurs twice",
        "regel 8, veld `id`: de id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` komt twee keer voor",
    ),
    (
        "duplicate-upn",
        "line 8, field `upn`: the user principal name `ANNA@Contoso.nl` occurs twice",
        "regel 8, veld `upn`: de user principal name `ANNA@Contoso.nl` komt twee keer voor",
    ),
    ("empty", "the file is empty", "het bestand is leeg"),
    (
        "ends-before-start",
        "line 13, field `end`: the role assignment ends before it starts",
        "regel 13, veld `end`: de roltoewijzing eindigt voordat ze begint",
    ),
    (
        "group-not-role-assignable",
        "line 13, field `principal`: the group `Newsletter` is not role-assignable",
        "regel 13, veld `principal`: aan de groep `Newsletter` kunnen geen rollen worden toegewezen",
    ),
    (
        "history-gap",
        "line 14, field `number`: the history has entry 3 where entry 1 belongs",
        "regel 14, veld `number`: in de geschiedenis staat regel 3 waar regel 1 hoort",
    ),
    (
        "items-of-nothing",
        "line 14, field `number`: the history has no entry 7",
        "regel 14, veld `number`: de geschiedenis heeft geen regel 7",
    ),
    (
        "json",
        "line 1: this is not a tenant file: it does not begin with `[` and a `Mandate` record",
        "regel 1: dit is geen tenantbestand: het begint niet met `[` en een `Mandate`-record",
    ),
    (
        "latin-1",
        "line 7: the file is not UTF-8 text: the byte at offset 402 does not belong",
        "regel 7: het bestand is geen UTF-8-tekst: de byte op positie 402 hoort er niet",
    ),
    (
        "missing-field",
        "line 8: the field `name` is missing",
        "regel 8: het veld `name` ontbreekt",
    ),
    (
        "more-of-nothing",
        "line 14, field `group`: there is no group `dddddddd-0000-4000-8000-000000000000`",
        "regel 14, veld `group`: er is geen groep `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "no-comma",
        "line 7: there is no comma after the record",
        "regel 7: na het record ontbreekt een komma",
    ),
    (
        "no-default-domain",
        "exactly one verified domain must be the default, found 0",
        "precies één geverifieerd domein moet het standaarddomein zijn, gevonden: 0",
    ),
    (
        "no-header",
        "line 2: this is not a tenant file: it does not begin with `[` and a `Mandate` record",
        "regel 2: dit is geen tenantbestand: het begint niet met `[` en een `Mandate`-record",
    ),
    (
        "no-name",
        "line 8, field `name`: `bram@contoso.nl` has no display name",
        "regel 8, veld `name`: `bram@contoso.nl` heeft geen weergavenaam",
    ),
    (
        "no-organisation-name",
        "line 3, field `name`: the organisation has no name",
        "regel 3, veld `name`: de organisatie heeft geen naam",
    ),
    (
        "no-organisation",
        "there is no `Organization` record",
        "er is geen `Organization`-record",
    ),
    (
        "no-verified-domain",
        "there is no verified domain",
        "er is geen geverifieerd domein",
    ),
    (
        "not-a-channel",
        "line 3, field `purchased_from`: `Reseller` is not allowed here: expected `Microsoft` or `Partner`",
        "regel 3, veld `purchased_from`: `Reseller` mag hier niet: verwacht werd `Microsoft` of `Partner`",
    ),
    (
        "not-ron",
        "line 1: this is not a tenant file: it does not begin with `[` and a `Mandate` record",
        "regel 1: dit is geen tenantbestand: het begint niet met `[` en een `Mandate`-record",
    ),
    (
        "nul",
        "line 8: the file is not text: there is a NUL byte at offset 547",
        "regel 8: het bestand is geen tekst: op positie 547 staat een NUL-byte",
    ),
    (
        "number-for-text",
        "line 8, field `name`: expected a text in quotes",
        "regel 8, veld `name`: verwacht werd een tekst tussen aanhalingstekens",
    ),
    ("only-bom", "the file is empty", "het bestand is leeg"),
    (
        "open-bracket",
        "line 6, field `services`: the text from column 117 on makes no sense here",
        "regel 6, veld `services`: de tekst vanaf kolom 117 klopt hier niet",
    ),
    (
        "open-quote",
        "line 8, field `name`: the text from column 112 on makes no sense here",
        "regel 8, veld `name`: de tekst vanaf kolom 112 klopt hier niet",
    ),
    (
        "over-several-lines",
        "line 8, field `upn`: `bram@@contoso.nl` is not a user principal name: expected name@domain",
        "regel 8, veld `upn`: `bram@@contoso.nl` is geen user principal name: verwacht werd naam@domein",
    ),
    (
        "repeated-field",
        "line 8: the field `name` occurs twice",
        "regel 8: het veld `name` komt twee keer voor",
    ),
    (
        "seats-huge",
        "line 6, field `seats`: expected a whole number from 0 to 4294967295",
        "regel 6, veld `seats`: verwacht werd een geheel getal van 0 tot en met 4294967295",
    ),
    (
        "seats-negative",
        "line 6, field `seats`: expected a whole number from 0 to 4294967295",
        "regel 6, veld `seats`: verwacht werd een geheel getal van 0 tot en met 4294967295",
    ),
    (
        "second-header",
        "line 9: there is a second `Mandate` record",
        "regel 9: er is een tweede `Mandate`-record",
    ),
    (
        "second-organisation",
        "line 4: there is a second `Organization` record",
        "regel 4: er is een tweede `Organization`-record",
    ),
    (
        "text-after-end",
        "line 16: there is text after the closing `]`",
        "regel 16: er staat tekst na de afsluitende `]`",
    ),
    (
        "text-for-flag",
        "line 8, field `guest`: expected `true` or `false`",
        "regel 8, veld `guest`: verwacht werd `true` of `false`",
    ),
    (
        "truncated-between-records",
        "line 8: the file is cut off: its closing `]` is missing",
        "regel 8: het bestand is afgekapt: de afsluitende `]` ontbreekt",
    ),
    (
        "truncated-header",
        "line 2: the record is cut off: a quote or a bracket is not closed",
        "regel 2: het record is afgekapt: een aanhalingsteken of haakje is niet gesloten",
    ),
    (
        "truncated",
        "line 8: the file is cut off: its closing `]` is missing",
        "regel 8: het bestand is afgekapt: de afsluitende `]` ontbreekt",
    ),
    (
        "undo-and-redo",
        "line 14, field `redo_of`: an entry either undid another or did it again, not both",
        "regel 14, veld `redo_of`: een regel maakte een andere ongedaan of voerde die opnieuw uit, niet allebei",
    ),
    (
        "unknown-field",
        "line 8: the record has no field `nickname`",
        "regel 8: het record heeft geen veld `nickname`",
    ),
    (
        "unknown-group",
        "line 13, field `principal`: there is no group `dddddddd-0000-4000-8000-000000000000`",
        "regel 13, veld `principal`: er is geen groep `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-licence",
        "line 7, field `licences`: there is no subscription `dddddddd-0000-4000-8000-000000000000`",
        "regel 7, veld `licences`: er is geen abonnement `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-member",
        "line 9, field `members`: there is no user `dddddddd-0000-4000-8000-000000000000`",
        "regel 9, veld `members`: er is geen gebruiker `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-owner",
        "line 9, field `owners`: there is no user `dddddddd-0000-4000-8000-000000000000`",
        "regel 9, veld `owners`: er is geen gebruiker `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-principal",
        "line 12, field `principal`: there is no user `dddddddd-0000-4000-8000-000000000000`",
        "regel 12, veld `principal`: er is geen gebruiker `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-record",
        "line 9: `Grp` is not a kind of record",
        "regel 9: `Grp` is geen soort record",
    ),
    (
        "unknown-role",
        "line 12, field `role`: there is no role with the id `dddddddd-0000-4000-8000-000000000000`",
        "regel 12, veld `role`: er is geen rol met de id `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-service",
        "line 6, field `services`: `ExchangeServer` is not allowed here: expected `ExchangeOnline`, `SharePointOnline`, `SkypeForBusiness`, `Teams`, `Intune`, `Dynamics365`, `PowerPlatform`, `Windows365` or `VivaEngage`",
        "regel 6, veld `services`: `ExchangeServer` mag hier niet: verwacht werd `ExchangeOnline`, `SharePointOnline`, `SkypeForBusiness`, `Teams`, `Intune`, `Dynamics365`, `PowerPlatform`, `Windows365` of `VivaEngage`",
    ),
    (
        "unknown-unit",
        "line 13, field `scope`: there is no administrative unit `dddddddd-0000-4000-8000-000000000000`",
        "regel 13, veld `scope`: er is geen beheereenheid `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "unknown-word",
        "line 12, field `kind`: `Permanent` is not allowed here: expected `Active` or `Eligible`",
        "regel 12, veld `kind`: `Permanent` mag hier niet: verwacht werd `Active` of `Eligible`",
    ),
    (
        "upn-elsewhere",
        "line 8, field `upn`: `bram@fabrikam.example` is on `fabrikam.example`, which is not a verified domain of this tenant",
        "regel 8, veld `upn`: `bram@fabrikam.example` staat op `fabrikam.example`, en dat is geen geverifieerd domein van deze tenant",
    ),
    (
        "utf-16",
        "line 1: the file is not UTF-8 text: the byte at offset 0 does not belong",
        "regel 1: het bestand is geen UTF-8-tekst: de byte op positie 0 hoort er niet",
    ),
    (
        "version-newer",
        "line 2: the file has format version `2`, made by a newer Mandate: this one reads up to 1",
        "regel 2: het bestand heeft formaatversie `2`, van een nieuwere Mandate: deze leest tot en met 1",
    ),
    (
        "version-word",
        "line 2, field `format`: expected a whole number from 0 to 4294967295",
        "regel 2, veld `format`: verwacht werd een geheel getal van 0 tot en met 4294967295",
    ),
    (
        "version-zero",
        "line 2: format version `0` does not exist",
        "regel 2: formaatversie `0` bestaat niet",
    ),
];

/// Opens a file that can't be opened.
pub fn check(path: &Path, what: &str, english: &str, dutch: &str) {
    let Err(error) = storage::open(path, &is_known, &Progress::new()) else {
        panic!("{what} was opened");
    };
    assert_eq!(error.explain(Language::English), english, "{what}");
    assert_eq!(error.explain(Language::Dutch), dutch, "{what}");
    assert_eq!(error.to_string(), english, "{what}");
}

#[test]
fn every_broken_file_says_why() {
    for (name, english, dutch) in FILES.iter().chain(later::FILES).chain(own::FILES) {
        let path = data("broken").join(format!("{name}.tenant.ron"));
        check(&path, name, english, dutch);
    }
}

#[test]
fn every_file_is_in_the_table() {
    for entry in fs::read_dir(data("broken")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".tenant.ron").unwrap();
        let mut files = FILES.iter().chain(later::FILES).chain(own::FILES);
        assert!(
            name == "sound" || files.any(|(file, _, _)| *file == name),
            "{name} is not in the table"
        );
    }
}

/// The broken files are this one with one thing changed, so it had better be sound.
#[test]
fn the_file_they_were_made_from_opens() {
    let path = data("broken").join("sound.tenant.ron");
    let opened = storage::open(&path, &is_known, &Progress::new()).unwrap();
    assert!(opened.changed_outside);
    assert_eq!(opened.tenant.users().len(), 2);
}

#[test]
fn what_is_no_file_says_so() {
    let folder = tempdir().unwrap();
    check(
        folder.path(),
        "a folder",
        "this is a folder, not a file",
        "dit is een map, geen bestand",
    );
    let missing = "there is no such file";
    let dutch = "dit bestand bestaat niet";
    check(&folder.path().join("none"), "nothing", missing, dutch);
    let below = data("golden-v1.tenant.ron").join("below");
    check(&below, "below a file", missing, dutch);
    #[cfg(unix)]
    check(
        Path::new("/dev/null"),
        "a device",
        "this is a device or a pipe, not a file",
        "dit is een apparaat of een pipe, geen bestand",
    );
}
