//! Records to people: what a cell means, and what is said of one that means nothing.

use std::collections::BTreeMap;

use mandate::domain::contact::MobilePhone;
use mandate::domain::language::Language;
use mandate::domain::user::{DelegatedAdministration, UserId};
use mandate::exchange::people::mapping::suggest;
use mandate::exchange::people::row::people;
use mandate::exchange::people::{Field, Mapping, names, values};
use uuid::Uuid;

use super::{added, table, usual};
use crate::support::{EXCHANGE, GLOBAL, HELPDESK, PASSWORD, SERVICE, fixture, roles};

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
        let read = read.as_ref().map(MobilePhone::as_str).map_err(|_| text);
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
