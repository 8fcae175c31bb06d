//! Why each finding matters and what to do about it, in English and Dutch side by side.

use super::finding::FindingCode;

/// In English and in Dutch.
#[expect(clippy::too_many_lines, reason = "a table, one block a finding")]
pub(super) const fn why(code: FindingCode) -> [&'static str; 2] {
    match code {
        FindingCode::ChangedOutside => [
            "What was written by hand passed no rule and stands in no history. Compare the file with an earlier copy, then save it to make it yours.",
            "Wat met de hand is geschreven, is langs geen regel gegaan en staat in geen geschiedenis. Vergelijk het bestand met een eerdere kopie en sla het daarna op om het over te nemen.",
        ],
        FindingCode::HistoryBroken => [
            "From there on the history proves nothing: who did what may have been rewritten. Compare it with a backup.",
            "Vanaf daar bewijst de geschiedenis niets: wie wat heeft gedaan, kan zijn herschreven. Vergelijk met een back-up.",
        ],
        FindingCode::NoLastingGlobalAdministrator => [
            "When the last role ends or the last account is blocked, nobody can administer the tenant and Microsoft has to let you back in. Make someone Global Administrator without an end date.",
            "Als de laatste rol afloopt of het laatste account wordt geblokkeerd, kan niemand de tenant beheren en moet Microsoft u weer toegang geven. Maak iemand globale beheerder zonder einddatum.",
        ],
        FindingCode::TooFewGlobalAdministrators => [
            "One forgotten password or lost phone is then enough to be locked out. Make another person Global Administrator, or keep a break-glass account.",
            "Eén vergeten wachtwoord of verloren telefoon is dan genoeg om buitengesloten te raken. Maak nog iemand globale beheerder of houd een noodaccount aan.",
        ],
        FindingCode::TooManyGlobalAdministrators => [
            "Each of them can do everything, and each is a way in for whoever steals the account. Give a lesser role to those for whom it is enough.",
            "Ieder van hen kan alles en is een ingang voor wie het account steelt. Geef een kleinere rol aan wie daar genoeg aan heeft.",
        ],
        FindingCode::TooManyPrivilegedAssignments => [
            "A privileged role can lead to every other, so the fewer the better. Revoke what is not used and give lesser roles.",
            "Een bevoorrechte rol kan naar elke andere leiden, dus hoe minder hoe beter. Trek in wat niet wordt gebruikt en geef kleinere rollen.",
        ],
        FindingCode::GlobalAdministratorsOutnumber => [
            "Where most administrators can do everything, roles are given for convenience. Give those who do one job the role of that job in its place.",
            "Waar de meeste beheerders alles kunnen, worden rollen uit gemak gegeven. Geef wie één taak heeft in plaats daarvan de rol voor die taak.",
        ],
        FindingCode::GlobalAdministratorsUnreachable => [
            "Without both they can't get back in by themselves after losing a password. Fill in a mobile phone and an alternate e-mail address, or register the account as a break-glass account.",
            "Zonder beide komen zij er na verlies van een wachtwoord zelf niet meer in. Vul een mobiele telefoon en een alternatief e-mailadres in, of registreer het account als noodaccount.",
        ],
        FindingCode::PermanentPrivilegedAssignments => [
            "A role that is always on can be abused at any hour by whoever gets into the account. Make people eligible, so that they take the role up when they need it; register the break-glass accounts.",
            "Een rol die altijd aan staat, kan op elk uur worden misbruikt door wie in het account komt. Laat mensen voor de rol in aanmerking komen, zodat zij die opnemen als het nodig is; registreer de noodaccounts.",
        ],
        FindingCode::NewlyPrivilegedRole => [
            "Whoever was given this role got less then than it is worth today. Check whether each of them still needs it.",
            "Wie deze rol kreeg, kreeg destijds minder dan die vandaag waard is. Ga na of ieder van hen de rol nog nodig heeft.",
        ],
        FindingCode::BreakGlassUnusable => [
            "In an emergency nobody may be left who can mend it. Such an account is mastered in the cloud, may sign in, and is Global Administrator without an end date.",
            "In een noodgeval kan er niemand over zijn die dit herstelt. Zo'n account staat in de cloud, mag zich aanmelden en is globale beheerder zonder einddatum.",
        ],
        FindingCode::AlternateEmailInside => [
            "Who loses the password loses that mailbox too, so the address is of no use when it is needed. Remove it, and ask for an address outside the tenant.",
            "Wie het wachtwoord kwijt is, kan ook niet bij dat postvak, zodat niemand iets aan het adres heeft als het nodig is. Verwijder het en vraag om een adres buiten de tenant.",
        ],
        FindingCode::PhoneWithoutCountryCode => [
            "A code sent to such a number may not arrive. Write it as + and the country code, such as +31 6 12345678.",
            "Een code naar zo'n nummer komt mogelijk niet aan. Schrijf + en het landnummer, zoals +31 6 12345678.",
        ],
        FindingCode::AdministratorsWithoutPhone => [
            "They depend on another administrator when they lose their password. Fill in a mobile phone.",
            "Zij zijn op een andere beheerder aangewezen als zij hun wachtwoord kwijt zijn. Vul een mobiele telefoon in.",
        ],
        FindingCode::RoleWithoutService => [
            "There is nothing to administer, and when the service is bought one day the role awakens unnoticed. Revoke it until then.",
            "Er valt niets te beheren, en wordt de service ooit gekocht, dan gaat de rol ongemerkt werken. Trek de rol tot dan in.",
        ],
        FindingCode::BillingThroughPartner => [
            "Billing is arranged with the seller, so the role opens nothing that its holders are to use. Revoke it.",
            "De facturering loopt via de verkoper, dus de rol geeft niets dat de houders moeten gebruiken. Trek de rol in.",
        ],
        FindingCode::ServiceAdministratorAlone => [
            "A Service administrator reports problems of a service that they administer; alone the role serves nothing. Revoke it, or give the role of the service.",
            "Een servicebeheerder meldt problemen van een service die hij of zij beheert; alleen dient de rol nergens toe. Trek de rol in of geef de rol van de service.",
        ],
        FindingCode::RoleNotAssignable => [
            "Microsoft no longer looks after such a role, or keeps it for a service, and it can allow more than it seems to. Revoke it and give a role that is in use.",
            "Microsoft onderhoudt zo'n rol niet meer of houdt die voor een service, en de rol kan meer toestaan dan het lijkt. Trek de rol in en geef een rol die in gebruik is.",
        ],
        FindingCode::GuestsHoldRoles => [
            "Another organisation decides how a guest signs in and whether the person still works there. Revoke the roles, or give them to a member account.",
            "Een andere organisatie bepaalt hoe een gast zich aanmeldt en of die daar nog werkt. Trek de rollen in of geef ze aan een eigen account.",
        ],
        FindingCode::BlockedHoldRoles => [
            "The roles work again as soon as someone lifts the block, and few will think of them then. Revoke them.",
            "De rollen werken weer zodra iemand de blokkering opheft, en daar denkt dan niemand aan. Trek ze in.",
        ],
        FindingCode::SynchronisedHoldRoles => [
            "Whoever takes over the directory on-premises takes over these administrators with it. Give the roles to accounts that exist in the cloud alone.",
            "Wie de on-premises directory overneemt, neemt deze beheerders mee over. Geef de rollen aan accounts die alleen in de cloud bestaan.",
        ],
        FindingCode::NeverSignedInHoldRoles => [
            "Nobody misses an account that nobody uses, nor notices when someone else does. Revoke the roles, or register it as a break-glass account.",
            "Een account dat niemand gebruikt, mist niemand, en niemand merkt dat een ander het gebruikt. Trek de rollen in of registreer het als noodaccount.",
        ],
        FindingCode::UnprotectedGroupOwners => [
            "An owner decides who is in the group and so gives away its roles, to themselves too. Leave that to accounts that are looked after like administrators.",
            "Een eigenaar bepaalt wie in de groep zit en geeft zo de rollen ervan weg, ook aan zichzelf. Laat dat over aan accounts die als beheerders zijn beschermd.",
        ],
        FindingCode::RedundantRoles => [
            "What others of their roles allow anyway is easily forgotten when those are revoked. Revoke what adds nothing.",
            "Wat andere rollen al toestaan, wordt vergeten als die worden ingetrokken. Trek in wat niets toevoegt.",
        ],
        FindingCode::ExpiredAssignments => [
            "They allow nothing any more and hide what does. Clear them away.",
            "Ze staan niets meer toe en verbergen wat dat wel doet. Ruim ze op.",
        ],
        FindingCode::LookAlikeNames => [
            "Such a name can lead people to trust the wrong account. Find out who it is, and correct the name or block the account.",
            "Door zo'n naam kunnen mensen het verkeerde account vertrouwen. Ga na wie het is en verbeter de naam of blokkeer het account.",
        ],
        FindingCode::BidirectionalControls => [
            "What is not seen can turn a name around or make two names look the same. Take the characters out.",
            "Wat niet te zien is, kan een naam omkeren of twee namen gelijk laten lijken. Haal de tekens eruit.",
        ],
    }
}
