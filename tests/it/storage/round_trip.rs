//! What is written is read back, and is written the same again.

use std::fs;
use std::path::PathBuf;

use mandate::domain::apply::{Assent, apply};
use mandate::domain::audit::chain::{AuditHash, verify};
use mandate::domain::audit::{AuditEntry, AuditItem, AuditOrigin};
use mandate::domain::command::Command;
use mandate::domain::group::Group;
use mandate::domain::organization::PurchaseChannel;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::storage::format::v1::{RecordV1, fast, history, make, options, settings, write};
use mandate::storage::{self, OpenError, Problem, Progress, SaveError};
use proptest::prelude::*;
use ron::ser::PrettyConfig;

use super::any::{tenant, user};
use super::made::{begin, everything, group_id, person, user_id};
use super::made_later::everything_later;
use super::made_own::everything_own;
use super::{data, is_known};
use crate::support::context;

fn written(tenant: &Tenant) -> Vec<u8> {
    storage::write(&tenant.snapshot(), &Progress::new()).unwrap()
}

fn read(bytes: &[u8]) -> Result<(Tenant, bool), OpenError> {
    storage::read(bytes, &is_known, &Progress::new())
}

/// Writes, reads and writes again.
fn check(tenant: &Tenant) {
    let bytes = written(tenant);
    let (again, changed_outside) = read(&bytes).unwrap();
    assert!(tenant.same_state(&again));
    assert_eq!(tenant.audit(), again.audit());
    assert!(!changed_outside);
    assert_eq!(bytes, written(&again));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.ends_with(",\n]\n"));
    for line in text.lines().filter(|line| line.len() > 1) {
        assert!(line.ends_with("),"), "not one record on a line: {line}");
    }
}

#[test]
fn everything_comes_back() {
    check(&everything());
    check(&everything_later());
}

/// Each golden file and the tenant it holds; each is older than what the next is about.
fn golden() -> [(PathBuf, Tenant); 3] {
    [
        (data("golden-v1.tenant.ron"), everything()),
        (data("golden-v1-later.tenant.ron"), everything_later()),
        (data("golden-v1-own.tenant.ron"), everything_own()),
    ]
}

#[test]
fn the_golden_files_are_read_and_written_to_the_byte() {
    for (path, tenant) in golden() {
        let bytes = written(&tenant);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &bytes).unwrap();
        }
        let golden = fs::read(&path).unwrap();
        let (found, changed_outside) = read(&golden).unwrap();
        assert!(found.same_state(&tenant));
        assert_eq!(found.audit(), tenant.audit());
        assert!(!changed_outside);
        assert_eq!(
            String::from_utf8(golden).unwrap(),
            String::from_utf8(bytes).unwrap()
        );
    }
}

/// What someone writes out although it is usual is read, and left out again.
#[test]
fn what_is_usual_is_not_written() {
    let golden = fs::read_to_string(data("golden-v1.tenant.ron")).unwrap();
    let usual = golden
        .replace(
            "directory_sync: true",
            "directory_sync: true, certified_partner: false, deleted_user_days: 30",
        )
        .replace(
            "name: \"Bram de Wit\"",
            "name: \"Bram de Wit\", delegated_administration: None, no_product_mail: false",
        );
    assert!(usual.contains("deleted_user_days: 30") && usual.contains("no_product_mail: false"));
    let (tenant, _) = read(usual.as_bytes()).unwrap();
    assert!(tenant.same_state(&everything()));
    assert_eq!(written(&tenant), golden.into_bytes());
}

#[test]
fn an_unclosed_quote_spoils_its_own_line_only() {
    for (path, _) in golden() {
        let text = fs::read_to_string(path).unwrap();
        for (index, line) in text.lines().enumerate().skip(2) {
            let Some(quote) = line.rfind('"') else {
                continue;
            };
            let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines[index].remove(quote);
            let error = read(lines.join("\n").as_bytes()).map(|_| ()).unwrap_err();
            assert_eq!(error.line, Some(index + 1), "{line}");
        }
    }
}

/// Who was deleted leaves an empty row, which is no line.
#[test]
fn an_empty_row_is_not_written() {
    let mut tenant = everything();
    let global = user_id(0);
    let gone = tenant.users().iter().last().unwrap().clone();
    let delete = Command::DeleteUser(gone.id);
    let because = Assent::because("Left");
    apply(&context(), &mut tenant, global, &delete, &because).unwrap();
    check(&tenant);
    let text = String::from_utf8(written(&tenant)).unwrap();
    let people = text.lines().filter(|line| line.starts_with("User("));
    assert_eq!(people.count(), tenant.users().len());
    let deleted = text.lines().filter(|line| line.starts_with("DeletedUser("));
    assert_eq!(deleted.count(), 1);
}

#[test]
fn a_file_changed_outside_loads_with_a_notice() {
    let golden = fs::read_to_string(data("golden-v1.tenant.ron")).unwrap();
    let bare = golden.lines().nth(1).unwrap();
    for (what, text, changed) in [
        ("untouched", golden.clone(), false),
        ("a mark before it", format!("\u{feff}{golden}"), false),
        ("one name", golden.replace("Bram", "Brem"), true),
        ("line ends", golden.replace('\n', "\r\n"), true),
        ("no last line end", golden.trim_end().to_owned(), true),
        (
            "a blank line",
            golden.replace("),\nGroup", "),\n\nGroup"),
            true,
        ),
        (
            "a comment",
            golden.replace("),\nGroup", "),\n// groups\nGroup"),
            true,
        ),
        (
            "a comment behind",
            golden.replace("),\nGroup", "), // groups\nGroup"),
            true,
        ),
        ("a comment before", format!("// ours\n{golden}"), true),
        ("no hash", golden.replace(bare, "Mandate(format: 1),"), true),
        ("two a line", golden.replace("),\nGroup", "), Group"), true),
        ("no last comma", golden.replace(",\n]\n", "\n]\n"), true),
        (
            "over several lines",
            golden.replace(", ", ",\n    ").replace("(id", "(\n  id"),
            true,
        ),
        ("spaces", golden.replace(": ", " : "), true),
        ("all on one line", golden.replace('\n', " "), true),
    ] {
        let (tenant, found) =
            read(text.as_bytes()).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(found, changed, "{what}");
        assert_eq!(
            tenant.same_state(&everything()),
            what != "one name",
            "{what}"
        );
        assert_eq!(tenant.audit(), everything().audit(), "{what}");
    }
}

/// The chain is not for opening a file to look at: `mandate check` does.
#[test]
fn a_broken_chain_is_read_as_it_stands() {
    let golden = fs::read_to_string(data("golden-v1-later.tenant.ron")).unwrap();
    let (tenant, _) = read(golden.as_bytes()).unwrap();
    assert_eq!(verify(tenant.audit()), Ok(()));
    let hash = tenant.audit()[2].hash.unwrap();
    let (tenant, _) = read(golden.replace("CHG-4711", "CHG-4712").as_bytes()).unwrap();
    assert_eq!(verify(tenant.audit()).unwrap_err().number, 2);
    assert_eq!(tenant.audit()[2].hash, Some(hash));

    // In capitals it is the same hash, and it is written as always.
    let line = golden
        .lines()
        .find(|line| line.starts_with("Audit(number: 3"))
        .unwrap();
    let (rest, digits) = line.rsplit_once("hash: ").unwrap();
    let capitals = format!("{rest}hash: {}", digits.to_uppercase());
    assert_ne!(line, capitals);
    let (tenant, changed_outside) = read(golden.replace(line, &capitals).as_bytes()).unwrap();
    assert!(changed_outside);
    assert_eq!(tenant.audit()[2].hash, Some(hash));
    assert_eq!(written(&tenant), golden.into_bytes());
}

#[test]
fn one_changed_assignment_is_one_changed_line() {
    let golden = fs::read_to_string(data("golden-v1.tenant.ron")).unwrap();
    let changed = golden.replace("end: \"2026-01-02", "end: \"2027-01-02");
    let (tenant, _) = read(changed.as_bytes()).unwrap();
    let again = String::from_utf8(written(&tenant)).unwrap();
    let differing: Vec<_> = golden
        .lines()
        .zip(again.lines())
        .filter(|(before, after)| before != after)
        .map(|(before, _)| before.split('(').next().unwrap())
        .collect();
    // The header, since it holds the hash; the assignment; and the history that tells of it.
    assert_eq!(differing, ["Mandate", "RoleAssignment", "Audit"]);
}

#[test]
fn what_does_not_fit_on_a_line_goes_on_below() {
    let mut builder = begin("Contoso", PurchaseChannel::Microsoft);
    let count = u128::try_from(make::MEMBERS_A_LINE).unwrap() * 2 + 1;
    for index in 0..count {
        builder
            .user(person(index, &format!("u{index}@contoso.nl"), "U"))
            .unwrap();
    }
    builder
        .group(Group {
            id: group_id(0),
            name: "All".into(),
            role_assignable: true,
            members: (0..count).map(user_id).collect(),
            owners: [].into(),
        })
        .unwrap();
    builder
        .audit_entry(AuditEntry {
            number: 1,
            at: Timestamp(0),
            actor: user_id(0),
            reason: None,
            ticket: None,
            origin: AuditOrigin::Direct,
            items: (0..count)
                .map(|index| AuditItem::SignInBlocked(user_id(index)))
                .collect(),
            hash: Some(AuditHash([0xa5; 32])),
        })
        .unwrap();
    let tenant = builder.build().unwrap();
    check(&tenant);
    let text = String::from_utf8(written(&tenant)).unwrap();
    assert_eq!(
        text.lines()
            .filter(|line| line.starts_with("GroupMembers("))
            .count(),
        2
    );
    assert!(text.lines().all(|line| line.len() < 1 << 20));

    let last = user_id(count - 1).0.to_string();
    let spoilt = text.replace(
        &format!("\"{last}\"])"),
        &format!("\"{}\"])", group_id(9).0),
    );
    let error = read(spoilt.as_bytes()).map(|_| ()).unwrap_err();
    let line = spoilt
        .lines()
        .position(|line| line.starts_with("GroupMembers("))
        .unwrap()
        + 2;
    assert_eq!(
        error.to_string(),
        format!(
            "line {line}, field `members`: there is no user `{}`",
            group_id(9).0
        )
    );
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    for (spoil, expected) in [
        (
            Box::new(|user: &mut mandate::domain::user::User| {
                user.profile.office = Some("x".repeat(17 << 20).into());
            }) as Box<dyn Fn(&mut mandate::domain::user::User)>,
            SaveError::RecordTooLong,
        ),
        (
            Box::new(|user| user.last_sign_in = Some(Timestamp(i64::MAX))),
            SaveError::Time(i64::MAX),
        ),
    ] {
        let mut builder = begin("Contoso", PurchaseChannel::Microsoft);
        let mut user = person(0, "a@contoso.nl", "A");
        spoil(&mut user);
        builder.user(user).unwrap();
        let tenant = builder.build().unwrap();
        let result = storage::write(&tenant.snapshot(), &Progress::new());
        assert_eq!(result, Err(expected));
    }
}

#[test]
fn a_cut_at_any_byte_is_an_error_and_no_panic() {
    for (path, _) in golden() {
        let golden = fs::read(path).unwrap();
        for end in 0..golden.len() - 2 {
            let cut = read(&golden[..end]);
            assert!(cut.is_err(), "cut at {end} was read");
        }
    }
}

#[test]
fn a_damaged_byte_is_never_a_panic() {
    for (path, _) in golden() {
        let golden = fs::read(path).unwrap();
        for (index, with) in (0..golden.len()).zip(b"\"\\()[],/'\n".iter().cycle()) {
            let mut damaged = golden.clone();
            damaged[index] = *with;
            if let Ok((_, changed_outside)) = read(&damaged) {
                assert!(
                    changed_outside || damaged == golden,
                    "{index} went unnoticed"
                );
            }
        }
    }
}

#[test]
fn cancelling_stops_both_ways() {
    let progress = Progress::new();
    progress.cancel();
    let tenant = everything();
    assert_eq!(
        storage::write(&tenant.snapshot(), &progress),
        Err(SaveError::Cancelled)
    );
    let error = storage::read(&written(&tenant), &is_known, &progress)
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.problem, Problem::Cancelled);
}

#[test]
fn progress_reaches_the_end() {
    let progress = Progress::new();
    let bytes = written(&everything());
    assert!(progress.fraction().abs() < f32::EPSILON);
    storage::read(&bytes, &is_known, &progress).unwrap();
    assert!((progress.fraction() - 1.0).abs() < f32::EPSILON);
}

/// What serde and ron write, but for the apostrophe, which they escape.
fn by_ron(record: &RecordV1<'_>) -> String {
    let config = PrettyConfig::new()
        .compact_structs(true)
        .compact_arrays(true);
    let text = options().to_string_pretty(record, config).unwrap();
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('\'')) => {}
            ('\\', Some(escaped)) => {
                plain.extend(['\\', escaped]);
                chars.next();
            }
            _ => plain.push(c),
        }
    }
    plain
}

/// The writer agrees with ron, ron reads it back, and the short way reads what ron reads.
fn check_record(record: &RecordV1<'_>) {
    let mut ours = String::new();
    write::record(&mut ours, record).unwrap();
    assert_eq!(ours, by_ron(record));
    assert_eq!(&options().from_str::<RecordV1<'_>>(&ours).unwrap(), record);
    if let (RecordV1::User(user), false) = (record, ours.contains('\\')) {
        assert_eq!(fast::user(&ours).as_ref(), Some(user));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_tenant_comes_back(tenant in tenant()) {
        check(&tenant);
        for group in tenant.groups().values() {
            make::group(group).for_each(|record| check_record(&record));
        }
        for unit in tenant.administrative_units().values() {
            make::unit(unit).for_each(|record| check_record(&record));
        }
        for held in tenant.assignments().iter() {
            check_record(&make::assignment(held));
        }
        for entry in tenant.audit() {
            history::make::audit(entry).for_each(|record| check_record(&record));
        }
        for deleted in tenant.deleted_users().values() {
            check_record(&make::deleted_user(deleted));
        }
        for (name, roles) in tenant.role_sets() {
            check_record(&make::role_set(name, roles));
        }
        for role in tenant.custom_roles().values() {
            check_record(&settings::role_definition(role));
        }
        let review = tenant.review_settings();
        if let Some(record) = settings::thresholds(review.thresholds) {
            check_record(&record);
        }
        for user in &review.break_glass {
            check_record(&settings::break_glass(*user));
        }
        for (finding, acceptance) in &review.accepted {
            check_record(&settings::acceptance(*finding, acceptance));
        }
        for sold in tenant.subscriptions() {
            check_record(&make::subscription(sold));
        }
        for domain in tenant.domains() {
            check_record(&make::domain(domain));
        }
        let organization = tenant.organization();
        check_record(&make::organization(organization));
        for partner in &organization.partners {
            check_record(&make::partner(partner));
        }
        for customer in &organization.customers {
            check_record(&make::customer(customer));
        }
    }

    #[test]
    fn the_writer_and_the_short_way_agree_with_ron(user in user()) {
        check_record(&make::user(&user));
    }

    #[test]
    fn the_short_way_never_reads_what_ron_would_not(
        user in user(), at in any::<prop::sample::Index>(), with in "[a-z\"\\\\(),:\\[\\] ]{0,2}",
    ) {
        let mut text = String::new();
        write::record(&mut text, &make::user(&user)).unwrap();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let place = places[at.index(places.len())];
        let next = place + text[place..].chars().next().unwrap().len_utf8();
        text.replace_range(place..next, &with);
        if let Some(short) = fast::user(&text) {
            let full = options().from_str::<RecordV1<'_>>(&text);
            prop_assert_eq!(full, Ok(RecordV1::User(short)));
        }
    }
}
