//! People from CSV: tables, templates and records, without a window.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{DelegatedAdministration, SignIn, User, UserId, UserKind};
use mandate::exchange::people::mapping::suggest;
use mandate::exchange::people::row::people;
use mandate::exchange::people::{
    Field, Format, Mapping, People, PeopleTable, Separator, TableError, TableProblem, m365, names,
    ours, refused, values,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{EXCHANGE, GLOBAL, HELPDESK, PASSWORD, SERVICE, everything, fixture, roles};

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    fs::read(folder.join(name)).expect("a sample")
}

fn table(name: &str) -> PeopleTable {
    PeopleTable::read(file(name)).expect("a table")
}

fn read(text: impl AsRef<[u8]>) -> Result<PeopleTable, TableError> {
    PeopleTable::read(text.as_ref().to_vec())
}

fn people_of(
    table: &PeopleTable,
    mapping: &Mapping,
    code: Option<&str>,
    tenant: &Tenant,
) -> People {
    let mut next = 0_u128;
    let mut new_id = || {
        next += 1;
        UserId(Uuid::from_u128(next << 64))
    };
    people(
        table,
        mapping,
        code,
        tenant,
        roles(),
        &mut new_id,
        &mut |_| true,
    )
    .expect("not stopped")
}

fn usual(table: &PeopleTable) -> People {
    people_of(table, table.mapping(), None, &fixture().build())
}

/// The person and the roles of a row that can be read.
fn added(people: &People, row: usize) -> (User, Vec<RoleTemplateId>) {
    let row = &people.rows[row];
    let number = row.outcome.as_ref().expect("it can be read");
    let Command::Batch(parts) = &people.commands[*number as usize] else {
        panic!("a batch");
    };
    let Command::AddUser(user) = &parts[0] else {
        panic!("someone is added");
    };
    (User::clone(user), row.roles.to_vec())
}

fn sorted(mut roles: Vec<RoleTemplateId>) -> Vec<RoleTemplateId> {
    roles.sort_unstable();
    roles
}

fn text(field: Option<&str>) -> &str {
    field.unwrap_or_default()
}

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
fn passwords_are_dropped_and_counted() {
    for name in ["entra.csv", "entra-dutch-utf16le.csv"] {
        let table = table(name);
        assert!(table.is_dropped(2));
        assert_eq!(table.passwords(), 3, "without the example's");
        let people = usual(&table);
        let refusals = people
            .rows
            .iter()
            .filter_map(|row| row.outcome.as_ref().err());
        let errors: Vec<String> = refusals
            .flatten()
            .map(|error| error.explain(Language::Dutch, roles()))
            .collect();
        let all = (0..table.len()).map(|record| (record, "why".to_owned()));
        let corrections = refused::table(&table, all);
        for place in [
            format!("{table:?}"),
            format!("{people:?}"),
            errors.join("\n"),
            corrections.clone(),
        ] {
            assert!(!place.contains("Geheim"), "{place}");
            assert!(!place.contains("myPassword"), "{place}");
        }
        assert!(
            corrections.contains("[passwordProfile]"),
            "the column stays"
        );
    }
    for heading in [
        "Wachtwoord",
        "PASSWORD",
        "Initial Passwords",
        "Mot de passe",
        "Contraseña",
    ] {
        let table = read(format!("{heading},user_name\nGeheim,a@contoso.nl\n"));
        let table = table.expect("a table");
        assert_eq!((table.passwords(), table.cell(0, 0)), (1, ""), "{heading}");
    }
}

#[test]
fn a_shifted_record_keeps_no_password() {
    let shifted = "user_name,display_name,password\na@contoso.nl,Geheim\nb@contoso.nl,B,,Geheim\n";
    let table = read(shifted).expect("a table");
    assert!(!format!("{table:?}").contains("Geheim"));
    assert_eq!((table.ragged(0), table.ragged(1)), (Some(2), Some(4)));
    let unclosed = read("user_name,password\na@contoso.nl,\"Geheim\n").expect_err("not closed");
    assert!(!format!("{unclosed:?}").contains("Geheim"));
    assert!(!unclosed.explain(Language::English).contains("Geheim"));
}

#[test]
fn what_is_no_table_is_refused_with_its_line() {
    use TableProblem as P;
    let head = "user_name,display_name\n";
    let long = format!("{head}a@contoso.nl,{}\n", "x".repeat(40_000));
    let wide = format!("{}\n", "x,".repeat(300));
    for (text, line, column, problem) in [
        ("", 1, None, P::Empty),
        ("\n \n,,\n", 4, None, P::Empty),
        (head, 2, None, P::NoRecords),
        (
            "user_name,display_name\na,\"b\n\n",
            2,
            Some(2),
            P::QuoteNotClosed(2),
        ),
        (
            "user_name,display_name\na,b\na,b\"c\n",
            3,
            Some(2),
            P::QuoteInside,
        ),
        (
            "user_name,display_name\n\"a\nb\"c,d\n",
            2,
            Some(1),
            P::TextAfterQuote,
        ),
        ("user_name,display_name\na,b\0\n", 2, Some(2), P::Nul),
        (long.as_str(), 2, Some(2), P::CellTooLong),
        (wide.as_str(), 1, Some(257), P::TooManyColumns),
    ] {
        let error = read(text).expect_err("no table");
        let shown = text.chars().take(60).collect::<String>();
        assert_eq!((error.line, error.column), (line, column), "{shown:?}");
        assert_eq!(error.problem, problem, "{shown:?}");
    }
    let latin = b"user_name,display_name\na@contoso.nl,Chlo\xe9\n";
    let error = read(latin).expect_err("not Unicode");
    assert_eq!(
        error.explain(Language::English),
        "line 2: this is not Unicode text: save the file as CSV UTF-8"
    );
    let half = read(b"\xff\xfea\0\n\0b").expect_err("half a unit");
    assert_eq!((half.line, half.problem), (2, P::NotUnicode));
    let lone = read(b"\xfe\xff\xd8\x00\x00a").expect_err("half a pair");
    assert_eq!((lone.line, lone.problem), (1, P::NotUnicode));
}

#[test]
fn a_refused_row_says_line_column_and_rule() {
    let table = table("hostile.csv");
    let people = usual(&table);
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    for row in &people.rows {
        if let Err(errors) = &row.outcome {
            let each = errors.iter();
            let lines = each.map(|error| error.explain(Language::English, roles()));
            said.insert(&row.user_name, lines.collect::<Vec<_>>().join(" / "));
        }
    }
    for (user_name, expected) in [
        (
            "bidi@contoso.nl",
            "line 3, column display_name: there is an invisible character (U+202E) that hides how the text reads",
        ),
        (
            "nodomain",
            "line 4, column user_name, R26: `nodomain` is not a user name: write name@domain",
        ),
        (
            "plus+sign@contoso.nl",
            "line 5, column user_name, R26: `plus+sign@contoso.nl` has a character that a user name can't have: allowed are A-Z a-z 0-9 ' . - _ ! # ^ ~",
        ),
        (
            "elsewhere@fabrikam.com",
            "line 6, column user_name, R26: `fabrikam.com` is not a verified domain of this tenant",
        ),
        (
            "unverified@contoso-nieuw.nl",
            "line 7, column user_name, R26: `contoso-nieuw.nl` is not a verified domain of this tenant",
        ),
        (
            "twice@contoso.nl",
            "line 8, column user_name, R26: the same user name stands on line 9",
        ),
        (
            "TWICE@contoso.nl",
            "line 9, column user_name, R26: the same user name stands on line 8",
        ),
        (
            "phone@contoso.nl",
            "line 10, column mobile_phone, R8: `0612345678` has no country code: write + and the code, such as +31 6 12345678, or choose a code for numbers without one",
        ),
        (
            "vanity@contoso.nl",
            "line 11, column mobile_phone, R8: `+31 CALL ME` is not a phone number of that country",
        ),
        (
            "mail@contoso.nl",
            "line 12, column alternate_email, R7: `not-an-address` is not an e-mail address",
        ),
        (
            "country@contoso.nl",
            "line 13, column usage_location: `Netherlands` is not a country of two letters, such as NL",
        ),
        (
            "block@contoso.nl",
            "line 14, column block_sign_in: `perhaps` is neither Yes nor No",
        ),
        (
            "role@contoso.nl",
            "line 15, column roles: `Chief Administrator` is not a role: write its name or its template id, with ; between several",
        ),
        (
            "vague@contoso.nl",
            "line 16, column roles: `Password Administrator` may mean several roles: write the template id of one of Helpdesk Administrator (729827e3-9c14-49f7-bb1b-9608f156bbb8), Password Administrator (966707d0-3269-4727-9be2-8c3a10f19b9d)",
        ),
        (
            "licence@contoso.nl",
            "line 17, column licences: `Moonshine` is not a subscription of this tenant",
        ),
        (
            "level@contoso.nl",
            "line 18, column delegated_administration: `Some` is neither None, Limited nor Full",
        ),
        ("", "line 19, column user_name: this is required"),
        (
            "noname@contoso.nl",
            "line 20, column display_name: this is required",
        ),
        (
            "short@contoso.nl",
            "line 21: the row has 2 cells and the headings have 9",
        ),
        (
            "long@contoso.nl",
            "line 22: the row has 10 cells and the headings have 9",
        ),
    ] {
        assert_eq!(said.remove(user_name).as_deref(), Some(expected));
    }
    assert!(said.is_empty(), "{said:?}");
    let (formula, _) = added(&people, 0);
    assert_eq!(
        &*formula.profile.display_name,
        "=HYPERLINK(\"http://example.org\")"
    );
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

#[test]
fn numbers_without_a_country_code_get_the_one_chosen() {
    for (text, expected) in [
        ("0612345678", Ok("+31612345678")),
        ("06 1234 5678", Ok("+31612345678")),
        ("612345678", Ok("+31612345678")),
        ("(06) 12345678", Ok("+31612345678")),
        ("0032470123456", Ok("+32470123456")),
        ("+32 470 12 34 56", Ok("+32470123456")),
        ("12", Err("12")),
    ] {
        let read = values::phone(text, Some("+31"));
        let read = read.as_ref().map(|phone| phone.as_str()).map_err(|_| text);
        assert_eq!(read, expected, "{text}");
    }
    assert!(values::phone("0612345678", None).is_err());
    for (typed, code) in [
        ("+31", Some("+31")),
        ("31", Some("+31")),
        (" 0031 ", Some("+31")),
        ("+1", Some("+1")),
        ("0", None),
        ("+", None),
        ("+31612345678", None),
        ("NL", None),
        ("", None),
    ] {
        assert_eq!(values::country_code(typed).as_deref(), code, "{typed}");
    }
}

#[test]
fn values_are_read_in_both_languages() {
    for (text, expected) in [
        ("Yes", Some(true)),
        (" ja ", Some(true)),
        ("TRUE", Some(true)),
        ("WAAR", Some(true)),
        (" No", Some(false)),
        ("Nee", Some(false)),
        ("false", Some(false)),
        ("1", None),
        ("y", None),
    ] {
        assert_eq!(values::yes_or_no(text), expected, "{text}");
    }
    for (text, expected) in [
        ("None", Some(DelegatedAdministration::None)),
        ("geen", Some(DelegatedAdministration::None)),
        ("Limited", Some(DelegatedAdministration::Limited)),
        ("Beperkt", Some(DelegatedAdministration::Limited)),
        ("full", Some(DelegatedAdministration::Full)),
        ("Volledig", Some(DelegatedAdministration::Full)),
        ("Global", None),
    ] {
        assert_eq!(values::level(text), expected, "{text}");
    }
    assert_eq!(values::guest("Gast"), Some(true));
    assert_eq!(values::guest("Member"), Some(false));
}

#[test]
fn roles_are_meant_by_one_name_only() {
    let names = names::roles(roles());
    for (name, role) in [
        ("Global Administrator", GLOBAL),
        ("globale beheerder", GLOBAL),
        ("Company Administrator", GLOBAL),
        ("62e90394-69f5-4237-9190-012177145e10", GLOBAL),
        ("{62E90394-69F5-4237-9190-012177145E10}", GLOBAL),
        ("Helpdesk Administrator", HELPDESK),
        ("Service administrator", SERVICE),
        ("  Exchange   administrator ", EXCHANGE),
        ("966707d0-3269-4727-9be2-8c3a10f19b9d", PASSWORD),
    ] {
        assert_eq!(names.get(name), Ok(role), "{name}");
    }
    for name in [
        "Password Administrator",
        "password administrator",
        "Wachtwoordbeheerder",
        "admin",
        "",
    ] {
        assert!(names.get(name).is_err(), "{name}");
    }
    let of_a_stranger = "11111111-2222-3333-4444-555555555555";
    assert!(names.get(of_a_stranger).is_err());
}

#[test]
fn what_headings_might_mean_is_told_on_request() {
    let headings = [
        "user_name",
        "Display Name",
        "Job title [jobTitle]",
        "Shoe size",
        "Fax",
    ];
    let headings = headings.map(Box::from);
    let mapping = suggest(&headings);
    assert_eq!(mapping.column(Field::UserName), Some(0));
    assert_eq!(mapping.column(Field::DisplayName), Some(1));
    assert_eq!(mapping.column(Field::JobTitle), Some(2));
    assert_eq!((mapping.field(3), mapping.field(4)), (None, None));
}

#[test]
fn a_field_is_read_from_one_column_and_a_column_gives_one_field() {
    let mut mapping = Mapping::default();
    mapping.set(3, Some(Field::Roles));
    mapping.set(5, Some(Field::Roles));
    assert_eq!(
        (mapping.field(3), mapping.field(5)),
        (None, Some(Field::Roles))
    );
    mapping.set(5, Some(Field::Office));
    assert_eq!(mapping.column(Field::Roles), None);
    mapping.set(5, None);
    assert!(mapping.is_blank());
}

#[test]
fn reading_stops_when_asked() {
    let table = table("ours.csv");
    let tenant = fixture().build();
    let mut new_id = || UserId(Uuid::nil());
    let mapping = table.mapping();
    let stopped = people(
        &table,
        mapping,
        None,
        &tenant,
        roles(),
        &mut new_id,
        &mut |at| at < 2,
    );
    assert!(stopped.is_none());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = PeopleTable::read(bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "(sep=;\n|version:v1.0\n)?[a-z,;\t\"\r\n'=@\u{202e}é]{0,200}") {
        let mut whole = String::from("user_name,display_name,roles,password\n");
        whole.push_str(&text);
        for text in [text, whole] {
            if let Ok(table) = read(&text) {
                let people = usual(&table);
                prop_assert_eq!(people.rows.len(), table.len());
                let all = (0..table.len()).map(|record| (record, String::new()));
                prop_assert!(read(refused::table(&table, all)).is_ok());
            }
        }
    }
}
