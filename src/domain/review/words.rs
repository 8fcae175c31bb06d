//! The sentences of the findings, in English and Dutch side by side.

use super::finding::{Finding, FindingKind};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::{Language, LocalText};

/// What a finding says, without a full stop.
#[expect(clippy::too_many_lines, reason = "a table, one block a finding")]
pub(super) fn message(finding: &Finding, catalogue: &RoleCatalogue) -> LocalText {
    let people = |one: [&str; 2], many: [&str; 2]| counted(finding.people.len(), one, many);
    let role = |language| role(finding, catalogue, language);
    let (role_en, role_nl) = (role(Language::English), role(Language::Dutch));
    match &finding.kind {
        FindingKind::ChangedOutside => LocalText::new(
            "the file was changed outside Mandate",
            "het bestand is buiten Mandate gewijzigd",
        ),
        FindingKind::HistoryBroken(at) if at.missing => LocalText::new(
            format!(
                "entry {} of the history has no hash: it was written by hand",
                at.number
            ),
            format!(
                "item {} van de geschiedenis heeft geen hash: het is met de hand geschreven",
                at.number
            ),
        ),
        FindingKind::HistoryBroken(at) => LocalText::new(
            format!(
                "the history does not hold together from entry {} on: an entry was changed, removed, added or moved there",
                at.number
            ),
            format!(
                "de geschiedenis klopt niet vanaf item {}: daar is een item gewijzigd, verwijderd, toegevoegd of verplaatst",
                at.number
            ),
        ),
        FindingKind::NoLastingGlobalAdministrator => LocalText::new(
            "no enabled person holds Global Administrator for good and for the whole tenant",
            "geen ingeschakelde persoon is blijvend globale beheerder van de hele tenant",
        ),
        FindingKind::TooFewGlobalAdministrators(count) => counted(
            *count,
            [
                "only 1 Global Administrator can sign in: nobody is left when that one can't",
                "maar 1 globale beheerder kan zich aanmelden: valt die uit, dan is er niemand",
            ],
            [
                "nobody who can sign in is Global Administrator",
                "niemand die zich kan aanmelden is globale beheerder",
            ],
        ),
        FindingKind::TooManyGlobalAdministrators(count) => LocalText::new(
            format!("{count} Global Administrators: Microsoft advises at most 4, CISA at most 8"),
            format!(
                "{count} globale beheerders: Microsoft raadt er hoogstens 4 aan, CISA hoogstens 8"
            ),
        ),
        FindingKind::GlobalAdministratorsUnreachable => people(
            [
                "1 Global Administrator has no mobile phone or no alternate e-mail address",
                "1 globale beheerder heeft geen mobiele telefoon of geen alternatief e-mailadres",
            ],
            [
                "{n} Global Administrators have no mobile phone or no alternate e-mail address",
                "{n} globale beheerders hebben geen mobiele telefoon of geen alternatief e-mailadres",
            ],
        ),
        FindingKind::AlternateEmailInside => people(
            [
                "the alternate e-mail address of 1 person lies inside the tenant",
                "het alternatieve e-mailadres van 1 persoon ligt binnen de tenant",
            ],
            [
                "the alternate e-mail addresses of {n} people lie inside the tenant",
                "de alternatieve e-mailadressen van {n} personen liggen binnen de tenant",
            ],
        ),
        FindingKind::PhoneWithoutCountryCode => people(
            [
                "the mobile phone of 1 person is not written with its country code",
                "het mobiele nummer van 1 persoon is niet met landnummer geschreven",
            ],
            [
                "the mobile phones of {n} people are not written with their country code",
                "de mobiele nummers van {n} personen zijn niet met landnummer geschreven",
            ],
        ),
        FindingKind::AdministratorsWithoutPhone => people(
            [
                "1 administrator has no mobile phone and can't reset their own password",
                "1 beheerder heeft geen mobiele telefoon en kan het eigen wachtwoord niet opnieuw instellen",
            ],
            [
                "{n} administrators have no mobile phone and can't reset their own password",
                "{n} beheerders hebben geen mobiele telefoon en kunnen het eigen wachtwoord niet opnieuw instellen",
            ],
        ),
        FindingKind::RoleWithoutService(service) => LocalText::new(
            format!(
                "{role_en} is assigned, but no subscription includes {}",
                service.name()
            ),
            format!(
                "{role_nl} is toegewezen, maar geen abonnement bevat {}",
                service.name()
            ),
        ),
        FindingKind::BillingThroughPartner(seller) => LocalText::new(
            format!("{role_en} is assigned, but the subscription was bought from {seller}"),
            format!("{role_nl} is toegewezen, maar het abonnement is gekocht bij {seller}"),
        ),
        FindingKind::ServiceAdministratorAlone => people(
            [
                "1 person is Service administrator without administering a service",
                "1 persoon is servicebeheerder zonder een service te beheren",
            ],
            [
                "{n} people are Service administrator without administering a service",
                "{n} personen zijn servicebeheerder zonder een service te beheren",
            ],
        ),
        FindingKind::RoleNotAssignable => LocalText::new(
            format!("{role_en} is assigned, although it is not a role to assign"),
            format!("{role_nl} is toegewezen, terwijl dat geen rol is om toe te wijzen"),
        ),
        FindingKind::GuestsHoldRoles => people(
            ["1 guest holds a role", "1 gast heeft een rol"],
            ["{n} guests hold roles", "{n} gasten hebben rollen"],
        ),
        FindingKind::BlockedHoldRoles => people(
            [
                "1 blocked account still holds a role",
                "1 geblokkeerd account heeft nog een rol",
            ],
            [
                "{n} blocked accounts still hold roles",
                "{n} geblokkeerde accounts hebben nog rollen",
            ],
        ),
    }
}

/// The first role of a finding by its name, or by its id where no list has it.
fn role(finding: &Finding, catalogue: &RoleCatalogue, language: Language) -> String {
    let Some(id) = finding.roles.first() else {
        return String::new();
    };
    match catalogue.names(*id) {
        Some(names) => names.get(language).to_owned(),
        None => id.to_string(),
    }
}

/// A text for one and a text for several, in which `{n}` is the number.
fn counted(n: usize, one: [&str; 2], many: [&str; 2]) -> LocalText {
    let [en, nl] = if n == 1 { one } else { many };
    let number = n.to_string();
    LocalText::new(en.replace("{n}", &number), nl.replace("{n}", &number))
}
