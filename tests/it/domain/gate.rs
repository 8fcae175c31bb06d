//! The gate: what it notes in the history, what its inverse takes back, and that it rolls back.

use mandate::domain::apply::{Assent, Impossible, Refusal, apply};
use mandate::domain::audit::{AuditItem, AuditOrigin, UserField};
use mandate::domain::command::Command;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{Profile, User};

use crate::policy::{assign, block, email, rename, reset, revoke};
use crate::support::{
    EXCHANGE, GLOBAL, NOW, REPORTS_READER, SERVICE, context, fixture, given, id, named,
};

fn run(tenant: &mut Tenant, command: &Command) -> Result<Option<u32>, Refusal> {
    let assent = Assent::because("it is needed");
    apply(&context(), tenant, id("anna"), command, &assent).map(|applied| applied.entry)
}

#[test]
fn the_history_tells_what_changed() {
    let mut tenant = fixture().build();
    let batch = Command::Batch(vec![
        assign("piet", EXCHANGE),
        email("piet", "piet@elsewhere.example"),
        rename("piet", "Piet Jansen"),
        reset("piet"),
        block("piet"),
    ]);
    assert_eq!(run(&mut tenant, &batch), Ok(Some(1)));
    let [entry] = tenant.audit() else {
        panic!("one entry")
    };
    let changed = |field, from: &str, to: &str| AuditItem::FieldChanged {
        user: id("piet"),
        field,
        from: Some(from.into()),
        to: Some(to.into()),
    };
    let expected = [
        AuditItem::RoleAssigned(given("piet", EXCHANGE)),
        changed(
            UserField::AlternateEmail,
            "piet@example.org",
            "piet@elsewhere.example",
        ),
        changed(UserField::DisplayName, "piet", "Piet Jansen"),
        AuditItem::PasswordReset(id("piet")),
        AuditItem::SignInBlocked(id("piet")),
    ];
    assert_eq!(entry.items, expected);
    assert_eq!((entry.number, entry.at, entry.actor), (1, NOW, id("anna")));
    assert_eq!(
        (entry.reason.as_deref(), entry.origin),
        (Some("it is needed"), AuditOrigin::Direct)
    );
    assert_eq!(run(&mut tenant, &revoke("piet", EXCHANGE)), Ok(Some(2)));
    assert_eq!(
        tenant.audit()[1].items,
        [AuditItem::RoleRevoked(given("piet", EXCHANGE))]
    );
    assert_eq!(run(&mut tenant, &rename("piet", "Piet Jansen")), Ok(None));
    assert_eq!(tenant.audit().len(), 2);
}

/// A batch whose last part fails, in each way it can fail, leaves nothing behind.
#[test]
fn a_batch_is_all_or_nothing() {
    let parts = || {
        vec![
            assign("piet", EXCHANGE),
            email("piet", "piet@elsewhere.example"),
            rename("piet", "Piet Jansen"),
            reset("piet"),
            block("piet"),
            Command::Batch(vec![assign("piet", SERVICE), revoke("piet", SERVICE)]),
        ]
    };
    let before = fixture().build();
    for last in [
        revoke("anna", GLOBAL),
        assign("piet", EXCHANGE),
        rename("piet", ""),
        assign("stranger", REPORTS_READER),
        Command::Batch(vec![
            assign("piet", REPORTS_READER),
            email("piet", "p@contoso.nl"),
        ]),
    ] {
        let mut tenant = before.clone();
        let commands = parts().into_iter().chain([last.clone()]).collect();
        run(&mut tenant, &Command::Batch(commands)).expect_err("the last part fails");
        assert!(tenant.same_state(&before), "{last:?}");
        assert_eq!((tenant.revision(), tenant.audit().len()), (0, 0));
        assert_eq!(tenant.assignments().len(), before.assignments().len());
    }
}

/// The privileged part comes last and was not confirmed: the parts before it are taken back too.
#[test]
fn an_unconfirmed_batch_changes_nothing() {
    let mut tenant = fixture().build();
    let batch = Command::Batch(vec![rename("piet", "Piet Jansen"), assign("piet", GLOBAL)]);
    let outcome = apply(
        &context(),
        &mut tenant,
        id("anna"),
        &batch,
        &Assent::default(),
    );
    assert!(matches!(outcome, Err(Refusal::NeedsReason(_))));
    assert!(tenant.same_state(&fixture().build()));
}

/// Puts a text into a profile.
type Change = fn(&mut Profile, Box<str>);

#[test]
fn profiles_have_bounds() {
    let mut tenant = fixture().build();
    let long = "x".repeat(257);
    let table: [(&str, Change); 6] = [
        ("display name", |it, text| it.display_name = text),
        ("given name", |it, text| it.given_name = Some(text)),
        ("surname", |it, text| it.surname = Some(text)),
        ("job title", |it, text| it.job_title = Some(text)),
        ("department", |it, text| it.department = Some(text)),
        ("office", |it, text| it.office = Some(text)),
    ];
    for (what, change) in table {
        for (text, fits) in [
            (&long[..256], true),
            (&long[..], false),
            (&"é".repeat(256), true),
        ] {
            let mut profile = named("Piet");
            change(&mut profile, text.into());
            let user = id("piet");
            let outcome = run(&mut tenant, &Command::EditProfile { user, profile });
            assert_eq!(
                outcome.is_ok(),
                fits,
                "{what}, {} characters",
                text.chars().count()
            );
        }
    }
    for (place, fits) in [
        ("NL", true),
        ("BE", true),
        ("nl", false),
        ("NLD", false),
        ("", false),
        ("é", false),
        ("N1", false),
    ] {
        let usage_location = Some(place.into());
        let profile = Profile {
            usage_location,
            ..named("Piet")
        };
        let outcome = run(
            &mut tenant,
            &Command::EditProfile {
                user: id("piet"),
                profile,
            },
        );
        assert_eq!(outcome.is_ok(), fits, "`{place}`");
    }
    for blank in ["", " ", "\t"] {
        let outcome = run(&mut tenant, &rename("piet", blank));
        assert!(matches!(
            outcome,
            Err(Refusal::Impossible(Impossible::Invariant(_)))
        ));
    }
}

/// What an import may bring can also be taken back to: else a batch could not roll back.
#[test]
fn whatever_a_tenant_holds_can_be_gone_back_to() {
    let odd: [fn(&mut User); 3] = [
        |kim| kim.profile.usage_location = Some("Nederland".into()),
        |kim| kim.profile.department = Some("x".repeat(300).into()),
        |kim| kim.contact = crate::support::contact(Some("kim@contoso.nl"), Some("06")),
    ];
    for change in odd {
        let Ok(mut tenant) = fixture().user("kim").but(change).try_build() else {
            continue;
        };
        let before = tenant.clone();
        let fails = Command::Batch(vec![
            rename("kim", "Kim"),
            email("kim", "kim@elsewhere.example"),
            revoke("anna", GLOBAL),
        ]);
        run(&mut tenant, &fails).expect_err("the last Global stays");
        assert!(tenant.same_state(&before));
        run(&mut tenant, &rename("kim", "Kim")).expect("may");
    }
}
