//! R7, R8, R14 and R25: what may stand in a person's contact details, and who is mastered elsewhere.

use mandate::domain::command::Command;
use mandate::domain::contact::AlternateEmail;
use mandate::domain::user::Profile;

use super::{
    Row, allowed, assign, block, check, email, nothing_to_do, phone, reach, refused, rename, reset,
    row, unblock,
};
use crate::support::{
    Fixture, GLOBAL, Less, PHONE, REPORTS_READER, SKYPE, USERS, contact, empty, fixture, id, named,
};

#[test]
fn the_alternate_address_is_outside() {
    let tenant = fixture();
    let inside = [
        "piet.p@contoso.nl",
        "piet.p@CONTOSO.NL",
        "piet.p@Contoso.Nl",
        "piet@contoso.nl",
        "PIET@contoso.nl",
        "someone@contoso.onmicrosoft.com",
        "someone@CONTOSO.OnMicrosoft.com",
        "someone@fabrikam.onmicrosoft.com",
        "someone@mail.fabrikam.onmicrosoft.com",
        "someone@onmicrosoft.com",
        // Not verified yet, and a domain of the tenant all the same.
        "someone@contoso-nieuw.nl",
        "someone@Contoso-Nieuw.NL",
        // The part before the last @ is quoted.
        "\"a@example.org\"@contoso.nl",
    ];
    let outside = [
        "piet@example.net",
        "piet@contoso.com",
        "piet@contoso.nl.example.org",
        "piet@mycontoso.nl",
        "piet@notonmicrosoft.com",
        "piet@onmicrosoft.com.example.org",
        "contoso.nl@example.org",
        // A domain below the tenant's is not one of its domains.
        "piet@familie.contoso.nl",
    ];
    let ask = |address: &&str, verdict: super::Verdict| {
        row(*address, &tenant, "anna", email("piet", address), verdict)
    };
    check(inside.iter().map(|address| ask(address, refused(&[7]))));
    check(outside.iter().map(|address| ask(address, allowed())));
}

#[test]
fn an_address_that_is_none_can_not_be_asked() {
    for text in [
        "",
        " ",
        "piet",
        "piet@",
        "@example.org",
        "piet@example",
        "a b@example.org",
        "piet@exa mple.org",
        "piet@example..org",
        "piet@@example.org",
        "piet@example.org.",
        "Piet <piet@example.org>",
        "piet@[192.0.2.1]",
        "piet@example.org, jan@example.org",
    ] {
        assert!(
            AlternateEmail::parse(text).is_err(),
            "`{text}` is no address"
        );
    }
}

#[test]
fn what_was_imported_is_kept_and_not_judged_again() {
    let inside = |kim: &mut mandate::domain::user::User| {
        kim.contact = contact(Some("kim@contoso.nl"), Some("06 12345678"));
    };
    let tenant = fixture().user("kim").but(inside);
    let malformed = Some("06 12345678");
    check([
        row(
            "the phone is put right, the address stays",
            &tenant,
            "anna",
            reach("kim", Some("kim@contoso.nl"), Some(PHONE)),
            allowed(),
        ),
        row(
            "the address is put right, the phone stays",
            &tenant,
            "anna",
            reach("kim", Some("kim@example.org"), malformed),
            allowed(),
        ),
        row(
            "both are removed",
            &tenant,
            "anna",
            reach("kim", None, None),
            allowed(),
        ),
        row(
            "the phone changes to another malformed one",
            &tenant,
            "anna",
            reach("kim", Some("kim@contoso.nl"), Some("06-12345678")),
            refused(&[8]),
        ),
        row(
            "the address changes to another inside",
            &tenant,
            "anna",
            reach("kim", Some("kim2@contoso.nl"), malformed),
            refused(&[7]),
        ),
        row(
            "a role is given",
            &tenant,
            "anna",
            assign("kim", REPORTS_READER),
            allowed(),
        ),
    ]);
}

#[test]
fn a_new_phone_has_its_country_code() {
    let tenant = fixture();
    let table = [
        ("+31687654321", allowed()),
        ("+12025550123", allowed()),
        ("+442079460000", allowed()),
        ("0687654321", refused(&[8])),
        ("31687654321", refused(&[8])),
        ("0031687654321", refused(&[8])),
        ("+31 687654321", refused(&[8])),
        ("+31-687654321", refused(&[8])),
        ("+0687654321", refused(&[8])),
        ("+3168", refused(&[8])),
        ("+3168765432123456", refused(&[8])),
        ("+31687654321x5", refused(&[8])),
        ("+", refused(&[8])),
        ("", refused(&[8])),
        ("+٣١٦١٢٣٤٥٦٧٨", refused(&[8])),
    ];
    check(
        table
            .into_iter()
            .map(|(number, verdict)| row(number, &tenant, "anna", phone("piet", number), verdict)),
    );
    check([
        row(
            "none",
            &tenant,
            "anna",
            reach("piet", Some("piet@example.org"), None),
            allowed(),
        ),
        row(
            "both are wrong",
            &tenant,
            "anna",
            reach("piet", Some("p@contoso.nl"), Some("06")),
            refused(&[7, 8]),
        ),
        row(
            "and asked by nobody",
            &tenant,
            "piet",
            reach("piet", Some("p@contoso.nl"), Some("06")),
            refused(&[0, 7, 8]),
        ),
    ]);
}

/// Each field of a synchronised person: mastered on-premises, or not.
#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
fn synchronised_people_are_edited_on_premises() {
    let full = || Profile {
        given_name: Some("Sam".into()),
        surname: Some("Smit".into()),
        job_title: Some("Clerk".into()),
        department: Some("Finance".into()),
        office: Some("1.01".into()),
        usage_location: Some("NL".into()),
        ..named("Sam Smit")
    };
    let sam = |tenant: Fixture| tenant.user("sam").but(|sam| sam.profile = full());
    let synced = sam(fixture()).synced();
    let cloud = sam(fixture());
    let profile = |change: fn(&mut Profile)| {
        let mut profile = full();
        change(&mut profile);
        Command::EditProfile {
            user: id("sam"),
            profile,
        }
    };
    let on_premises = [
        (
            "display name",
            profile(|it| it.display_name = "S. Smit".into()),
        ),
        (
            "given name",
            profile(|it| it.given_name = Some("Samuel".into())),
        ),
        ("no given name", profile(|it| it.given_name = None)),
        ("surname", profile(|it| it.surname = Some("Smits".into()))),
        ("phone", phone("sam", "+31687654321")),
        ("no phone", reach("sam", Some("sam@example.org"), None)),
        ("block", block("sam")),
        (
            "phone and address",
            reach("sam", Some("s@example.org"), Some("+31687654321")),
        ),
        (
            "a name among others",
            profile(|it| {
                it.surname = Some("Smits".into());
                it.office = None;
            }),
        ),
    ];
    let here = [
        ("alternate address", email("sam", "s@elsewhere.example")),
        (
            "job title",
            profile(|it| it.job_title = Some("Head".into())),
        ),
        ("department", profile(|it| it.department = None)),
        ("office", profile(|it| it.office = Some("2.02".into()))),
        (
            "usage location",
            profile(|it| it.usage_location = Some("BE".into())),
        ),
        ("password", reset("sam")),
        ("role", assign("sam", REPORTS_READER)),
    ];
    let mut rows: Vec<Row> = Vec::new();
    for (what, command) in on_premises {
        rows.push(row(
            format!("cloud: {what}"),
            &cloud,
            "anna",
            command.clone(),
            allowed(),
        ));
        rows.push(row(
            format!("synced: {what}"),
            &synced,
            "anna",
            command,
            refused(&[25]),
        ));
    }
    for (what, command) in here {
        rows.push(row(
            format!("synced: {what}"),
            &synced,
            "anna",
            command,
            allowed(),
        ));
    }
    let blocked = sam(fixture()).synced().blocked();
    rows.push(row(
        "synced: unblock",
        &blocked,
        "anna",
        unblock("sam"),
        refused(&[25]),
    ));
    rows.push(row(
        "synced: the same phone",
        &synced,
        "anna",
        phone("sam", PHONE),
        nothing_to_do(),
    ));
    rows.push(row(
        "synced, by nobody",
        &synced,
        "piet",
        block("sam"),
        refused(&[0, 25]),
    ));
    check(rows);
    let last = empty()
        .user("gea")
        .holds(USERS)
        .user("sam")
        .holds(GLOBAL)
        .synced();
    let by_global = empty().user("sam").holds(GLOBAL).synced();
    check([
        row(
            "synced and the last Global",
            &by_global,
            "sam",
            block("sam"),
            refused(&[3, 25]),
        ),
        row(
            "synced and protected",
            &last,
            "gea",
            block("sam"),
            refused(&[3, 23, 25]),
        ),
    ]);
}

/// R14 speaks where looking is all there is, over the unit it is held in.
#[test]
fn looking_is_not_editing() {
    let tenant = fixture().unit("noord", &["piet"]).user("sky").holds(SKYPE);
    let eligible = fixture().user("sky").holds(SKYPE).eligible();
    check([
        row("name", &tenant, "sky", rename("piet", "P"), refused(&[14])),
        row(
            "one's own name",
            &tenant,
            "sky",
            rename("sky", "S"),
            refused(&[14]),
        ),
        row(
            "an administrator's",
            &tenant,
            "sky",
            rename("anna", "A"),
            refused(&[14]),
        ),
        row(
            "malformed as well",
            &tenant,
            "sky",
            phone("piet", "06"),
            refused(&[8, 14]),
        ),
        row(
            "eligible looks not even",
            &eligible,
            "sky",
            rename("piet", "P"),
            refused(&[0]),
        ),
    ]);
}
