//! The templates that are known, in every encoding, and what was refused as one of them again.

use mandate::domain::language::Language;
use mandate::domain::user::{SignIn, UserKind};
use mandate::exchange::people::{
    Format, PeopleTable, Separator, TableProblem, m365, ours, refused,
};

use super::{added, file, people_of, read, sorted, table, text, usual};
use crate::support::{EXCHANGE, GLOBAL, SERVICE, everything, fixture, roles};

fn check_ours(table: &PeopleTable) {
    assert_eq!(table.format(), Format::Ours);
    assert_eq!(table.len(), 4);
    let lines: Vec<u32> = (0..4).map(|record| table.line(record)).collect();
    assert_eq!(lines, [2, 3, 4, 7]);
    let people = usual(table);
    let (bram, held) = added(&people, 0);
    assert_eq!(bram.upn.as_str(), "bram@contoso.nl");
    assert_eq!(&*bram.profile.display_name, "Bram Visser");
    assert_eq!(text(bram.profile.given_name.as_deref()), "Bram");
    assert_eq!(text(bram.profile.surname.as_deref()), "Visser");
    assert_eq!(text(bram.profile.job_title.as_deref()), "Engineer");
    assert_eq!(text(bram.profile.department.as_deref()), "IT");
    assert_eq!(text(bram.profile.office.as_deref()), "2.14");
    assert_eq!(text(bram.profile.usage_location.as_deref()), "NL");
    assert_eq!(bram.sign_in, SignIn::Allowed);
    let email = bram.contact.alternate_email.expect("an address");
    assert_eq!(email.as_str(), "bram@example.org");
    let phone = bram.contact.mobile_phone.expect("a phone");
    assert_eq!(phone.as_str(), "+31611111111");
    assert_eq!(bram.licences, [everything()]);
    // An old name means the role of today.
    assert_eq!(sorted(held), sorted(vec![EXCHANGE, GLOBAL]));

    let (els, held) = added(&people, 1);
    assert_eq!(&*els.profile.display_name, "Els \"E\" Bakker");
    assert_eq!(text(els.profile.usage_location.as_deref()), "NL");
    assert_eq!(els.sign_in, SignIn::Blocked);
    let phone = els.contact.mobile_phone.expect("a phone");
    assert_eq!(
        phone.as_str(),
        "+31622222222",
        "an export's mark is taken off"
    );
    assert_eq!(held, [EXCHANGE]);

    let wrong = people.rows[2]
        .outcome
        .as_ref()
        .expect_err("a line break in a name");
    assert_eq!(wrong.len(), 2);
    assert_eq!(wrong[0].column.as_deref(), Some("display_name"));
    assert_eq!(wrong[1].column.as_deref(), Some("office"));

    let (fay, held) = added(&people, 3);
    assert_eq!(fay.kind, UserKind::Member);
    assert_eq!(fay.sign_in, SignIn::Allowed);
    assert_eq!(sorted(held), sorted(vec![SERVICE, EXCHANGE]));
}

#[test]
fn our_template_is_read_in_every_encoding() {
    let plain = table("ours.csv");
    assert_eq!(plain.separator(), Separator::Comma);
    check_ours(&plain);
    check_ours(&table("ours-utf16be.csv"));
    let semicolons = table("ours-semicolon.csv");
    assert_eq!(semicolons.separator(), Separator::Semicolon);
    check_ours(&semicolons);
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(file("ours.csv"));
    check_ours(&read(marked).expect("a table"));
    let tabs = "sep=\t\r\nuser_name\tdisplay_name\r\na@contoso.nl\tA, B; C\r\n";
    let tabs = read(tabs).expect("a table");
    assert_eq!(tabs.separator(), Separator::Tab);
    assert_eq!((tabs.line(0), tabs.cell(0, 1)), (3, "A, B; C"));
}

#[test]
fn the_template_reads_back_as_an_example_only() {
    for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let template = ours::template(separator);
        let headings = template.lines().next().expect("headings");
        let mark = char::from(separator.byte());
        assert!(headings.starts_with(&format!("\u{feff}user_name{mark}display_name{mark}")));
        assert_eq!(headings.split(mark).count(), 15);
        let error = read(&template).expect_err("there is nobody in it");
        assert_eq!(error.problem, TableProblem::NoRecords);
        let columns = format!(
            "anna@contoso.nl{mark}Anna{}\n",
            String::from(mark).repeat(13)
        );
        let filled = read(format!("{template}{columns}")).expect("a table");
        assert_eq!(filled.examples(), [2]);
        assert_eq!((filled.format(), filled.len()), (Format::Ours, 1));
        added(&usual(&filled), 0);
    }
}

#[test]
fn microsoft_365_is_known_by_its_headings() {
    for (name, email) in [("m365.csv", true), ("m365-older.csv", false)] {
        let table = table(name);
        assert_eq!(table.format(), Format::MicrosoftAddUsers, "{name}");
        let people = usual(&table);
        assert_eq!(people.countries_left_out, 1, "{name}");
        let (chris, _) = added(&people, 0);
        assert_eq!(&*chris.profile.display_name, "Chris Green");
        assert_eq!(text(chris.profile.job_title.as_deref()), "IT Manager");
        assert_eq!(text(chris.profile.office.as_deref()), "123451");
        assert_eq!(chris.profile.usage_location, None, "a country by its name");
        assert_eq!(chris.contact.alternate_email.is_some(), email);
        let (ben, _) = added(&people, 1);
        assert_eq!(text(ben.profile.usage_location.as_deref()), "NL");
        let phone = ben.contact.mobile_phone.expect("a phone");
        assert_eq!(phone.as_str(), "+31633333333");
    }
}

#[test]
fn translated_headings_are_mapped_by_order_only_when_asked() {
    let table = table("m365-dutch.csv");
    let like = Format::Unknown {
        like_add_users: true,
    };
    assert_eq!(table.format(), like);
    assert!(table.mapping().is_blank(), "nothing is guessed");
    let mapping = m365::by_order(table.headings()).expect("as many columns");
    let people = people_of(&table, &mapping, None, &fixture().build());
    let (chris, _) = added(&people, 0);
    assert_eq!(chris.upn.as_str(), "chris@contoso.nl");
    assert_eq!(&*chris.profile.display_name, "Chris Green");
    let unknown = read("naam,adres\nA,B\n").expect("a table");
    assert_eq!(
        unknown.format(),
        Format::Unknown {
            like_add_users: false
        }
    );
    assert!(unknown.mapping().is_blank());
    assert_eq!(m365::by_order(unknown.headings()), None);
}

#[test]
fn entra_is_known_by_its_properties() {
    for name in ["entra.csv", "entra-dutch-utf16le.csv"] {
        let table = table(name);
        assert_eq!(table.format(), Format::EntraBulkCreate, "{name}");
        assert_eq!(table.version(), Some("version:v1.0"), "{name}");
        assert_eq!(table.examples(), [3], "{name}");
        assert_eq!(table.len(), 3, "{name}");
        assert_eq!(table.line(0), 4, "{name}");
        let people = usual(&table);
        let (iris, _) = added(&people, 0);
        assert_eq!(iris.sign_in, SignIn::Allowed);
        assert_eq!(text(iris.profile.office.as_deref()), "3.01");
        assert_eq!(text(iris.profile.usage_location.as_deref()), "NL");
        let (jan, _) = added(&people, 1);
        assert_eq!(jan.sign_in, SignIn::Blocked, "Yes blocks");
        assert_eq!(jan.profile.usage_location, None);
        assert_eq!(
            jan.contact.mobile_phone, None,
            "an office phone is not a mobile one"
        );
        let wrong = people.rows[2].outcome.as_ref().expect_err("no domain");
        assert_eq!(
            wrong[0].explain(Language::English, roles()),
            "line 6, column User name [userPrincipalName] Required, R26: `kim` is not a user name: write name@domain"
        );
    }
}

#[test]
fn what_was_refused_can_be_corrected_and_read_again() {
    for (name, format) in [
        ("ours-semicolon.csv", Format::Ours),
        ("m365.csv", Format::MicrosoftAddUsers),
        ("m365-older.csv", Format::MicrosoftAddUsers),
        (
            "m365-dutch.csv",
            Format::Unknown {
                like_add_users: true,
            },
        ),
        ("entra.csv", Format::EntraBulkCreate),
    ] {
        let before = table(name);
        let twice = |table: &PeopleTable| {
            let all = (0..table.len()).map(|record| (record, "=why".to_owned()));
            refused::table(table, all)
        };
        let text = twice(&before);
        let after = read(&text).expect("a table");
        assert_eq!(after.format(), format, "{name}");
        assert_eq!(after.len(), before.len(), "{name}");
        assert_eq!(after.separator(), before.separator(), "{name}");
        let width = before.headings().len();
        assert_eq!(after.headings().len(), width + 2, "{name}");
        for record in 0..before.len() {
            for column in 0..width {
                assert_eq!(
                    after.cell(record, column),
                    before.cell(record, column),
                    "{name}"
                );
            }
            assert_eq!(after.cell(record, width), before.line(record).to_string());
            assert_eq!(after.cell(record, width + 1), "=why");
        }
        assert!(text.contains("'=why"), "no formula leaves");
        let again = read(twice(&after)).expect("a table");
        assert_eq!(
            again.headings().len(),
            width + 2,
            "the columns are added once"
        );
    }
}
