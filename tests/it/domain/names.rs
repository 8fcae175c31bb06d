//! User principal names and domain names: what parses, and how they compare.

use mandate::domain::upn::{DomainName, UpnError, UserPrincipalName, is_onmicrosoft};

fn upn(text: &str) -> Result<UserPrincipalName, UpnError> {
    UserPrincipalName::parse(text)
}

#[test]
fn names_that_parse() {
    let local64 = "a".repeat(64);
    let domain48 = format!("{}.example", "d".repeat(40));
    for text in [
        "anna@contoso.nl",
        "A.n-n_a'!#^~9@contoso.onmicrosoft.com",
        "anna#EXT#@contoso.onmicrosoft.com",
        "1@2.nl",
        "anna@xn--bcher-kva.example",
        &format!("{local64}@contoso.nl"),
        &format!("anna@{domain48}"),
    ] {
        let parsed = upn(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(parsed.as_str(), text);
        assert_eq!(parsed.domain(), text.split('@').nth(1).expect("a domain"));
    }
    assert_eq!(
        upn("  anna@contoso.nl\n").expect("trimmed").as_str(),
        "anna@contoso.nl"
    );
}

/// Whether it is refused for the right reason.
type Expected = fn(&UpnError) -> bool;

#[test]
fn names_that_do_not() {
    let long_local = format!("{}@contoso.nl", "a".repeat(65));
    let long_domain = format!("anna@{}.example", "d".repeat(41));
    let table: [(&str, Expected); 21] = [
        ("", |it| matches!(it, UpnError::Shape(_))),
        ("anna", |it| matches!(it, UpnError::Shape(_))),
        ("@contoso.nl", |it| matches!(it, UpnError::Shape(_))),
        ("an na@contoso.nl", |it| {
            matches!(it, UpnError::Character(_))
        }),
        ("anna+x@contoso.nl", |it| {
            matches!(it, UpnError::Character(_))
        }),
        ("anna%@contoso.nl", |it| {
            matches!(it, UpnError::Character(_))
        }),
        ("änna@contoso.nl", |it| {
            matches!(it, UpnError::Character(_))
        }),
        ("anna\u{0}@contoso.nl", |it| {
            matches!(it, UpnError::Character(_))
        }),
        (&long_local, |it| matches!(it, UpnError::LocalTooLong(_))),
        (&long_domain, |it| matches!(it, UpnError::DomainTooLong(_))),
        ("anna@", |it| matches!(it, UpnError::Domain(_))),
        ("anna@nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@.nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@contoso.", |it| matches!(it, UpnError::Domain(_))),
        ("anna@contoso..nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@-contoso.nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@contoso-.nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@conto_so.nl", |it| matches!(it, UpnError::Domain(_))),
        ("anna@contoso.nl@contoso.nl", |it| {
            matches!(it, UpnError::Domain(_))
        }),
        ("anna@bücher.example", |it| {
            matches!(it, UpnError::Domain(_))
        }),
        ("anna@ contoso.nl", |it| matches!(it, UpnError::Domain(_))),
    ];
    for (text, expected) in table {
        let error = upn(text).expect_err(text);
        assert!(expected(&error), "`{text}`: {error:?}");
    }
}

#[test]
fn names_compare_without_regard_to_case() {
    let one = upn("Anna@Contoso.nl").expect("a name");
    assert_eq!(one, upn("anna@contoso.NL").expect("a name"));
    assert_ne!(one, upn("annie@contoso.nl").expect("a name"));
    assert_eq!(one.to_string(), "Anna@Contoso.nl");
    let domain = DomainName::parse(" Contoso.NL ").expect("a domain");
    assert_eq!(domain.as_str(), "contoso.nl");
}

#[test]
fn domains_that_microsoft_hands_out() {
    for (text, expected) in [
        ("contoso.onmicrosoft.com", true),
        ("CONTOSO.OnMicrosoft.COM", true),
        ("mail.contoso.onmicrosoft.com", true),
        ("onmicrosoft.com", true),
        ("notonmicrosoft.com", false),
        ("onmicrosoft.com.example", false),
        ("contoso.nl", false),
    ] {
        assert_eq!(is_onmicrosoft(text), expected, "{text}");
        let domain = DomainName::parse(text).expect("a domain");
        assert_eq!(domain.is_onmicrosoft(), expected, "{text}");
    }
}
