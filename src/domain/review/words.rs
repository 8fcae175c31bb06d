//! The sentences of the findings, in English and Dutch side by side.

use super::finding::{Finding, FindingKind, HiddenIn};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::language::{Language, LocalText};

/// What a finding says, without a full stop.
#[expect(clippy::too_many_lines, reason = "a table, one block a finding")]
pub(super) fn message(finding: &Finding, catalogue: &RoleCatalogue) -> LocalText {
    let n = finding.people.len();
    let people = |one: [&str; 2], many: [&str; 2]| counted(n, one, many);
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
        FindingKind::TooFewGlobalAdministrators { count: 0, .. } => LocalText::new(
            "nobody who can sign in is Global Administrator",
            "niemand die zich kan aanmelden is globale beheerder",
        ),
        FindingKind::TooFewGlobalAdministrators { count: 1, .. } => LocalText::new(
            "only 1 Global Administrator can sign in: nobody is left when that one can't",
            "maar 1 globale beheerder kan zich aanmelden: valt die uit, dan is er niemand",
        ),
        FindingKind::TooFewGlobalAdministrators { count, fewest } => LocalText::new(
            format!(
                "only {count} Global Administrators can sign in: there are to be at least {fewest}"
            ),
            format!(
                "maar {count} globale beheerders kunnen zich aanmelden: het moeten er ten minste {fewest} zijn"
            ),
        ),
        FindingKind::TooManyGlobalAdministrators { count, most, limit }
            if *count > usize::from(*limit) =>
        {
            LocalText::new(
                format!(
                    "{count} Global Administrators: at most {most} are advised, and {limit} is the limit"
                ),
                format!(
                    "{count} globale beheerders: hoogstens {most} is het advies en {limit} de grens"
                ),
            )
        }
        FindingKind::TooManyGlobalAdministrators { count, most, .. } => LocalText::new(
            format!("{count} Global Administrators: at most {most} are advised"),
            format!("{count} globale beheerders: hoogstens {most} is het advies"),
        ),
        FindingKind::TooManyPrivilegedAssignments { count, most } => LocalText::new(
            format!("{count} privileged role assignments: at most {most} are advised"),
            format!("{count} toewijzingen van bevoorrechte rollen: hoogstens {most} is het advies"),
        ),
        FindingKind::GlobalAdministratorsOutnumber { global, others } => LocalText::new(
            format!(
                "{global} Global Administrators, and {others} with another privileged role in its place"
            ),
            format!(
                "{global} globale beheerders tegenover {others} met een andere bevoorrechte rol"
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
        FindingKind::PermanentPrivilegedAssignments => people(
            [
                "1 person holds a privileged role actively and without an end date",
                "1 persoon heeft een bevoorrechte rol actief en zonder einddatum",
            ],
            [
                "{n} people hold privileged roles actively and without an end date",
                "{n} personen hebben bevoorrechte rollen actief en zonder einddatum",
            ],
        ),
        FindingKind::NewlyPrivilegedRole => LocalText::new(
            format!("{role_en} has become a privileged role"),
            format!("{role_nl} is een bevoorrechte rol geworden"),
        ),
        FindingKind::BreakGlassUnusable => people(
            [
                "1 break-glass account could not help in an emergency",
                "1 noodaccount zou in een noodgeval niet kunnen helpen",
            ],
            [
                "{n} break-glass accounts could not help in an emergency",
                "{n} noodaccounts zouden in een noodgeval niet kunnen helpen",
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
        FindingKind::SynchronisedHoldRoles => people(
            [
                "1 account mastered on-premises holds a role",
                "1 on-premises beheerd account heeft een rol",
            ],
            [
                "{n} accounts mastered on-premises hold roles",
                "{n} on-premises beheerde accounts hebben rollen",
            ],
        ),
        FindingKind::NeverSignedInHoldRoles => people(
            [
                "1 account that never signed in holds a role",
                "1 account dat zich nooit heeft aangemeld, heeft een rol",
            ],
            [
                "{n} accounts that never signed in hold roles",
                "{n} accounts die zich nooit hebben aangemeld, hebben rollen",
            ],
        ),
        FindingKind::UnprotectedGroupOwners(group) if finding.people.len() == 1 => LocalText::new(
            format!(
                "1 owner of the group {group} could give away its roles and is not protected enough"
            ),
            format!(
                "1 eigenaar van de groep {group} kan de rollen ervan weggeven en is daarvoor niet genoeg beschermd"
            ),
        ),
        FindingKind::UnprotectedGroupOwners(group) => LocalText::new(
            format!(
                "{n} owners of the group {group} could give away its roles and are not protected enough"
            ),
            format!(
                "{n} eigenaren van de groep {group} kunnen de rollen ervan weggeven en zijn daarvoor niet genoeg beschermd"
            ),
        ),
        FindingKind::RedundantRoles => people(
            [
                "1 person holds a role that adds nothing to their others",
                "1 persoon heeft een rol die niets toevoegt aan de andere",
            ],
            [
                "{n} people hold roles that add nothing to their others",
                "{n} personen hebben rollen die niets toevoegen aan de andere",
            ],
        ),
        FindingKind::ExpiredAssignments => counted(
            finding.people.len() + finding.groups.len(),
            [
                "1 person or group has role assignments that are over",
                "1 persoon of groep heeft roltoewijzingen die zijn verlopen",
            ],
            [
                "{n} people and groups have role assignments that are over",
                "{n} personen en groepen hebben roltoewijzingen die zijn verlopen",
            ],
        ),
        FindingKind::LookAlikeNames => people(
            [
                "the name of 1 person looks like an administrator's and is written with other letters",
                "de naam van 1 persoon lijkt op die van een beheerder en is met andere letters geschreven",
            ],
            [
                "the names of {n} people look like an administrator's and are written with other letters",
                "de namen van {n} personen lijken op die van een beheerder en zijn met andere letters geschreven",
            ],
        ),
        FindingKind::BidirectionalControls(things) => hidden(n, things),
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

/// What holds hidden characters: so many people, and these things by name.
fn hidden(people: usize, things: &[HiddenIn]) -> LocalText {
    let mut parts = Vec::new();
    if people > 0 {
        let one = ["the name of 1 person", "de naam van 1 persoon"];
        let many = ["the names of {n} people", "de namen van {n} personen"];
        parts.push(counted(people, one, many));
    }
    let named = things.iter().map(|thing| {
        let (en, nl, name) = match thing {
            HiddenIn::Group(name) => ("the group", "de groep", name),
            HiddenIn::Unit(name) => ("the administrative unit", "de beheereenheid", name),
            HiddenIn::CustomRole(name) => ("the custom role", "de aangepaste rol", name),
            HiddenIn::RoleSet(name) => ("the role set", "de rollenset", name),
        };
        LocalText::new(format!("{en} {name}"), format!("{nl} {name}"))
    });
    parts.extend(named.clone().take(NAMED));
    let more = things.len().saturating_sub(NAMED);
    if more > 0 {
        parts.push(LocalText::new(
            format!("{more} more names"),
            format!("nog {more} namen"),
        ));
    }
    let joined = |language| {
        let texts: Vec<_> = parts.iter().map(|part| part.get(language)).collect();
        texts.join(", ")
    };
    let [en, nl] = Language::ALL.map(joined);
    LocalText::new(
        format!("characters that are not seen in {en}"),
        format!("onzichtbare tekens in {nl}"),
    )
}

/// How many things a sentence names.
const NAMED: usize = 5;

/// A text for one and a text for several, in which `{n}` is the number.
fn counted(n: usize, one: [&str; 2], many: [&str; 2]) -> LocalText {
    let [en, nl] = if n == 1 { one } else { many };
    let number = n.to_string();
    LocalText::new(en.replace("{n}", &number), nl.replace("{n}", &number))
}
