//! Changes in words, in both languages, and as a table.

use mandate::domain::audit::{AccountEvent, AuditItem, Thing, ThingField, UserField};
use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::diff::{Difference, KnownNames, Names};
use mandate::domain::group::MemberSet;
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::DelegatedAdministration;
use mandate::exchange::{changes, csv};
use mandate::i18n::Texts;
use mandate::i18n::change_words::difference_parts;
use mandate::sample::dutch_organisation;
use mandate::ui::item_words::item_words;

use crate::support::{
    EXCHANGE, Less as _, NOW, TOMORROW, everything, fixture, given, given_to_group, group_id, id,
    roles, unit_id,
};

fn tenant() -> Tenant {
    let told = fixture().group("desk", &["piet"]).unit("noord", &["piet"]);
    told.build()
}

fn changed(thing: Thing, field: ThingField, from: Option<&str>, to: Option<&str>) -> AuditItem {
    AuditItem::Changed {
        thing,
        field,
        from: from.map(Into::into),
        to: to.map(Into::into),
    }
}

fn text(from: Option<&str>, to: Option<&str>) -> AuditItem {
    AuditItem::FieldChanged {
        user: id("piet"),
        field: UserField::JobTitle,
        from: from.map(Into::into),
        to: to.map(Into::into),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_kind_of_change_reads_well_in_both_languages() {
    let (piet, desk) = (id("piet"), Thing::Group(group_id("desk")));
    let account = |event| AuditItem::Account {
        event,
        user: id("gone"),
        upn: "gone@contoso.nl".into(),
    };
    let tenant = tenant();
    for (item, en, nl) in [
        (
            AuditItem::TenantFounded(id("anna")),
            "anna: became the first Global Administrator of the new tenant",
            "anna: werd de eerste globale beheerder van de nieuwe tenant",
        ),
        (
            AuditItem::RoleAssigned(given("piet", EXCHANGE)),
            "piet: Exchange Administrator assigned",
            "piet: Exchange-beheerder toegewezen",
        ),
        (
            AuditItem::RoleRevoked(
                given_to_group("desk", EXCHANGE)
                    .within("noord")
                    .eligible()
                    .since(NOW)
                    .until(TOMORROW),
            ),
            "Group desk: Exchange Administrator (eligible, only in noord, from 22 Nov 2026, until \
             23 Nov 2026) revoked",
            "Groep desk: Exchange-beheerder (in aanmerking, alleen in noord, vanaf 22 nov 2026, \
             tot 23 nov 2026) ingetrokken",
        ),
        (
            text(Some("a"), Some("b")),
            "piet: job title changed from “a” to “b”",
            "piet: functie gewijzigd van “a” in “b”",
        ),
        (
            text(None, Some("b")),
            "piet: job title set to “b”",
            "piet: functie ingesteld op “b”",
        ),
        (
            text(Some("a"), None),
            "piet: job title “a” removed",
            "piet: functie “a” verwijderd",
        ),
        (
            AuditItem::SignInBlocked(piet),
            "piet: sign-in blocked",
            "piet: aanmelden geblokkeerd",
        ),
        (
            AuditItem::SignInAllowed(piet),
            "piet: sign-in allowed",
            "piet: aanmelden toegestaan",
        ),
        (
            AuditItem::PasswordReset(piet),
            "piet: password reset",
            "piet: wachtwoord opnieuw ingesteld",
        ),
        (
            AuditItem::PasswordResetWithdrawn(piet),
            "piet: password reset taken back",
            "piet: opnieuw instellen van het wachtwoord teruggedraaid",
        ),
        (
            account(AccountEvent::Added),
            "gone@contoso.nl: account gone@contoso.nl added",
            "gone@contoso.nl: account gone@contoso.nl toegevoegd",
        ),
        (
            account(AccountEvent::Purged),
            "gone@contoso.nl: account gone@contoso.nl deleted for good",
            "gone@contoso.nl: account gone@contoso.nl definitief verwijderd",
        ),
        (
            AuditItem::LicenceAssigned(piet, everything()),
            "piet: licence Everything assigned",
            "piet: licentie Everything toegewezen",
        ),
        (
            AuditItem::LicenceRemoved(piet, everything()),
            "piet: licence Everything removed",
            "piet: licentie Everything ingetrokken",
        ),
        (
            AuditItem::DelegationChanged {
                user: piet,
                from: DelegatedAdministration::None,
                to: DelegatedAdministration::Full,
            },
            "piet: delegated administration changed from “None” to “Full”",
            "piet: gedelegeerd beheer gewijzigd van “Geen” in “Volledig”",
        ),
        (
            AuditItem::ProductMailDeclined(piet),
            "piet: mail about products turned off",
            "piet: e-mail over producten uitgezet",
        ),
        (
            AuditItem::MemberAdded(MemberSet::Owners(group_id("desk")), piet),
            "Group desk: piet added as an owner",
            "Groep desk: piet toegevoegd als eigenaar",
        ),
        (
            AuditItem::MemberRemoved(MemberSet::Unit(unit_id("noord")), piet),
            "Administrative unit noord: piet removed",
            "Beheereenheid noord: piet verwijderd",
        ),
        (
            AuditItem::Added {
                thing: desk.clone(),
                name: "desk".into(),
            },
            "Group desk: added",
            "Groep desk: toegevoegd",
        ),
        (
            AuditItem::Removed {
                thing: Thing::Domain("contoso.be".into()),
                name: "contoso.be".into(),
            },
            "Domain contoso.be: removed",
            "Domein contoso.be: verwijderd",
        ),
        (
            changed(desk, ThingField::RoleAssignable, None, Some("true")),
            "Group desk: may hold roles set to yes",
            "Groep desk: mag rollen hebben ingesteld op ja",
        ),
        (
            changed(
                Thing::Organization,
                ThingField::PurchasedFrom,
                None,
                Some("Reseller"),
            ),
            "Organisation: seller changed from “Microsoft” to “Reseller”",
            "Organisatie: verkoper gewijzigd van “Microsoft” in “Reseller”",
        ),
        (
            changed(
                Thing::RoleSet("Mail".into()),
                ThingField::Roles,
                None,
                Some("29232cdf-9323-42fd-ade2-1d097af3e4de"),
            ),
            "Role set Mail: roles set to “Exchange Administrator”",
            "Rollenset Mail: rollen ingesteld op “Exchange-beheerder”",
        ),
    ] {
        for (language, expected) in [(Language::English, en), (Language::Dutch, nl)] {
            let texts = Texts::new(language).in_utc();
            assert_eq!(item_words(&texts, roles(), &tenant, &item), expected);
        }
    }
}

/// Every kind has words of its own: no two of these read the same.
#[test]
fn differences_have_words() {
    let user = id("piet");
    let held = given("piet", EXCHANGE);
    let texts = Texts::new(Language::English).in_utc();
    let tenant = tenant();
    for (difference, expected) in [
        (
            Difference::Kind { user, guest: true },
            "piet: is a guest now",
        ),
        (
            Difference::Source {
                user,
                synchronised: false,
            },
            "piet: is not synchronised from on-premises any more",
        ),
        (
            Difference::LastSignIn {
                user,
                from: None,
                to: Some(NOW),
            },
            "piet: last sign-in changed from “Never” to “22 November 2026, 12:00 UTC”",
        ),
        (
            Difference::Times {
                from: held,
                to: held.until(TOMORROW),
            },
            "piet: duration of Exchange Administrator changed from “permanent” to “until 23 Nov \
             2026”",
        ),
        (
            Difference::KeptRole { held, kept: false },
            "piet: does not get Exchange Administrator back when restored",
        ),
        (
            Difference::KeptMember {
                set: MemberSet::Members(group_id("desk")),
                user,
                kept: true,
            },
            "piet: gets back into Group desk when restored",
        ),
        (
            Difference::InitialDomain {
                from: Some("a.onmicrosoft.com".into()),
                to: Some("b.onmicrosoft.com".into()),
            },
            "Organisation: initial domain changed from “a.onmicrosoft.com” to “b.onmicrosoft.com”",
        ),
    ] {
        let parts = difference_parts(&texts, roles(), &tenant, &difference);
        assert_eq!(parts.line(&texts), expected);
    }
}

/// Who and what is gone is called as the history calls it, looked up at once or beforehand.
#[test]
fn who_is_gone_has_a_name_as_long_as_the_history_tells() {
    let catalogue: &RoleCatalogue = roles();
    let tenant = dutch_organisation(NOW);
    let known = KnownNames::of_gone(&tenant);
    let nobody = id("nobody");
    assert_eq!((tenant.user(nobody), known.user(nobody)), (None, None));
    let left = tenant
        .deleted_users()
        .values()
        .next()
        .expect("someone left");
    let name = Names::user(&tenant, left.user.id);
    assert_eq!(name, Some(&*left.user.profile.display_name));
    let texts = Texts::new(Language::English);
    let item = AuditItem::PasswordReset(nobody);
    let words = item_words(&texts, catalogue, &tenant, &item);
    assert_eq!(words, format!("{}: password reset", nobody.0));
}

#[test]
fn the_history_is_a_table() {
    let tenant = dutch_organisation(NOW);
    let entries = tenant
        .audit()
        .iter()
        .filter(|entry| [7, 12].contains(&entry.number));
    let table = changes::history(roles(), &tenant, entries);
    let expected = "\
entry,at,actor,reason,ticket,undo_of,redo_of,change,about,id,detail,from,to
7,2026-04-26T12:00:00Z,sanne.devries@rijnzicht.example,Cloudmigratie,,,,role-assigned,\
joelle.peeters@rijnzicht.example,JOELLE,Global Administrator,,active /
12,2026-11-16T12:00:00Z,sanne.devries@rijnzicht.example,,,,,field-changed,\
anneke.visser@rijnzicht.example,ANNEKE,alternate_email,a.visser@example.net,\
anneke.visser@example.net
";
    let id_of = |name: &str| {
        let upn = format!("{name}@rijnzicht.example");
        tenant
            .users()
            .by_upn(&upn)
            .expect("someone")
            .id
            .0
            .to_string()
    };
    let expected = expected
        .replace("JOELLE", &id_of("joelle.peeters"))
        .replace("ANNEKE", &id_of("anneke.visser"));
    assert_eq!(csv::to_string(&table), expected);
}
