//! Alternate addresses and phones: what a person may type, and what an import may bring.

use mandate::domain::contact::{AlternateEmail, MobilePhone, PhoneError};
use proptest::prelude::*;

#[test]
fn phones_as_people_type_them() {
    for (typed, kept) in [
        ("+31 6 12345678", "+31612345678"),
        (" +31612345678 ", "+31612345678"),
        ("+31-6-1234 5678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("+31 (6) 12345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("+1 (202) 555-0123", "+12025550123"),
        ("+44 20 7946 0000", "+442079460000"),
        ("+49 30 901820", "+4930901820"),
        // Seven digits in all: a fixed line on Niue.
        ("+683 4002", "+6834002"),
    ] {
        let phone = MobilePhone::parse(typed).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(phone.as_str(), kept, "{typed}");
        assert!(
            phone.is_international(),
            "{typed} is kept as {kept}, and refused by R8"
        );
    }
}

#[test]
fn phones_that_are_none() {
    for text in [
        "06 12345678",
        "0031612345678",
        "31612345678",
        "",
        "  ",
        "phone",
        "(+31) 612345678",
    ] {
        let error = MobilePhone::parse(text).expect_err(text);
        assert_eq!(error, PhoneError::NoCountryCode(text.trim().into()));
    }
    for text in [
        "+",
        "+31",
        "+31 6",
        "+31 6 123",
        "+999 123456789",
        "+31612345678901234",
        "+abc",
        "+0 612345678",
    ] {
        let error = MobilePhone::parse(text).expect_err(text);
        assert_eq!(error, PhoneError::Invalid(text.into()));
        assert!(error.to_string().contains(&format!("`{text}`")));
    }
}

#[test]
fn an_extension_is_no_part_of_a_mobile_phone() {
    for text in ["+31612345678;ext=5", "+31 6 12345678 ext. 5"] {
        if let Ok(phone) = MobilePhone::parse(text) {
            assert_eq!(phone.as_str(), "+31612345678", "{text}");
        }
    }
}

#[test]
fn imported_phones_are_kept_as_they_are() {
    for (text, international) in [
        ("+31612345678", true),
        ("06 12345678", false),
        ("+31 612345678", false),
        ("", false),
        ("+", false),
        ("+061234567", false),
        ("+1234567890123456", false),
    ] {
        let phone = MobilePhone::imported(text);
        assert_eq!(phone.as_str(), text);
        assert_eq!(phone.is_international(), international, "{text}");
    }
}

#[test]
fn addresses() {
    for text in [
        "a@example.org",
        "A.B+tag@Sub.Example.ORG",
        "o'brien@example.org",
        "\"a b\"@example.org",
    ] {
        assert_eq!(AlternateEmail::parse(text).expect(text).as_str(), text);
    }
    let address = AlternateEmail::parse(" anna@Example.org ").expect("trimmed");
    assert_eq!(
        (address.as_str(), address.domain()),
        ("anna@Example.org", "Example.org")
    );
    let error = AlternateEmail::parse("anna").expect_err("no address");
    assert_eq!(error.to_string(), "`anna` is not an e-mail address");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever parses is what the policy takes, and parses again to itself.
    #[test]
    fn a_parsed_phone_is_international(text in r"\+[0-9 ()-]{3,20}") {
        if let Ok(phone) = MobilePhone::parse(&text) {
            prop_assert!(phone.is_international(), "{text} -> {}", phone.as_str());
            prop_assert_eq!(MobilePhone::parse(phone.as_str()), Ok(phone));
        }
    }

    /// No text makes the parsers panic, and an address has a domain.
    #[test]
    fn any_text_is_an_answer(text in ".{0,80}") {
        let _ = MobilePhone::parse(&text);
        if let Ok(address) = AlternateEmail::parse(&text) {
            prop_assert!(address.domain().contains('.'), "{text}");
        }
    }
}
