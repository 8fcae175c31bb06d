//! Names that deceive: they look like an administrator's, or hold what is not seen.

use mandate::domain::review::FindingCode::{BidirectionalControls, LookAlikeNames};
use mandate::domain::review::{FindingKind, HiddenIn};
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::User;

use super::{calm, check, check_none, one};
use crate::support::{EXCHANGE, Fixture, Less as _, NOW, roles};

fn called(name: &'static str) -> impl FnOnce(&mut User) {
    move |user| user.profile.display_name = name.into()
}

fn signing_in_as(local: &str) -> impl FnOnce(&mut User) + use<> {
    let upn = UserPrincipalName::parse(&format!("{local}@contoso.nl")).expect("a name");
    move |user| user.upn = upn
}

/// With Pieter Olsman, an administrator.
fn pieter() -> Fixture {
    let fixture = calm().user("c").but(called("Pieter Olsman"));
    fixture
        .but(signing_in_as("p.olsman"))
        .holds(EXCHANGE)
        .eligible()
}

#[test]
fn look_alikes_of_administrators_are_found() {
    let cyrillic = pieter().user("d").but(called("Pieter \u{41e}lsman"));
    check(LookAlikeNames, &cyrillic, "d", &[]);
    let digit = pieter().user("d").but(called("Pieter 0lsman"));
    check(LookAlikeNames, &digit, "d", &[]);
    let wide = pieter().user("d").but(called("\u{ff30}ieter Olsman"));
    check(LookAlikeNames, &wide, "d", &[]);
    let hidden = pieter().user("d").but(called("Pieter\u{200b} Olsman"));
    check(LookAlikeNames, &hidden, "d", &[]);
    let upn = pieter().user("d").but(signing_in_as("p.0lsman"));
    check(LookAlikeNames, &upn, "d", &[]);
    let other_domain = |local: &str| {
        let upn = UserPrincipalName::parse(&format!("{local}@contoso.onmicrosoft.com"));
        let upn = upn.expect("a name");
        move |user: &mut User| user.upn = upn
    };
    let elsewhere = pieter().user("d").but(other_domain("p.o1sman"));
    check(LookAlikeNames, &elsewhere, "d", &[]);
    check_none(
        LookAlikeNames,
        &pieter().user("d").but(other_domain("p.olsman")),
    );
}

#[test]
fn namesakes_and_others_are_not() {
    for name in [
        "Pieter Olsman",
        "PIETER OLSMAN",
        "Pieter Olsmann",
        "Peter Olsman",
    ] {
        check_none(LookAlikeNames, &pieter().user("d").but(called(name)));
    }
    // What looks like a name of nobody who administers anything.
    let plain = calm().user("c").but(called("Pieter Olsman"));
    let plain = plain.holds(EXCHANGE).until(NOW);
    check_none(
        LookAlikeNames,
        &plain.user("d").but(called("Pieter 0lsman")),
    );
}

#[test]
fn administrators_who_look_alike_are_both_found() {
    let two = pieter()
        .user("d")
        .but(called("Pieter 0lsman"))
        .holds(EXCHANGE);
    check(LookAlikeNames, &two, "c d", &[]);
}

#[test]
fn what_is_not_seen_is_found() {
    let code = BidirectionalControls;
    let turned = calm().user("c").but(called("Anna \u{202e}kinroK"));
    check(code, &turned, "c", &[]);
    assert_eq!(
        &*one(&turned.build(), code).message(roles()).en,
        "characters that are not seen in the name of 1 person"
    );
    for name in [
        "\u{feff}Anna",
        "An\u{200b}na",
        "An\u{200d}na",
        "Anna\u{200e}",
    ] {
        check(code, &calm().user("c").but(called(name)), "c", &[]);
    }
    for name in ["Zoë", "שרה", "می\u{200c}خواهم", "👩\u{200d}💻 Anna"] {
        check_none(code, &calm().user("c").but(called(name)));
    }
}

#[test]
fn things_are_named() {
    let things = calm()
        .user("c")
        .but(called("A\u{202e}nna"))
        .group("Be\u{200b}heer", &[])
        .unit("noord", &[])
        .called("No\u{2066}ord")
        .custom_role(
            "Taken\u{200f}",
            &["microsoft.office365.messageCenter/messages/read"],
        )
        .role_sets(&[("Set\u{61c}", &[EXCHANGE]), ("Andere", &[EXCHANGE])]);
    let found = one(&things.build(), BidirectionalControls);
    let kind = FindingKind::BidirectionalControls(vec![
        HiddenIn::Group("Beheer".into()),
        HiddenIn::Unit("Noord".into()),
        HiddenIn::CustomRole("Taken".into()),
        HiddenIn::RoleSet("Set".into()),
    ]);
    assert_eq!(found.kind, kind);
    let message = found.message(roles());
    assert_eq!(
        &*message.en,
        "characters that are not seen in the name of 1 person, the group Beheer, the administrative unit Noord, the custom role Taken, the role set Set"
    );
    assert_eq!(
        &*message.nl,
        "onzichtbare tekens in de naam van 1 persoon, de groep Beheer, de beheereenheid Noord, de aangepaste rol Taken, de rollenset Set"
    );
}
