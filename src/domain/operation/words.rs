//! What operations are called, and why one can't be asked about, in both languages.

use super::{Operation, Part, Unaskable};
use crate::domain::language::LocalText;

impl Operation {
    /// What it is called, beginning with a small letter.
    pub fn name(self) -> LocalText {
        let [en, nl] = self.words();
        LocalText::new(en, nl)
    }

    const fn words(self) -> [&'static str; 2] {
        match self {
            Self::ResetPassword => ["reset the password", "wachtwoord opnieuw instellen"],
            Self::EditProfile => [
                "edit the job title, department and office",
                "functie, afdeling en kantoor bewerken",
            ],
            Self::EditName => ["edit the display name", "weergavenaam bewerken"],
            Self::EditPhone => ["edit the mobile phone", "mobiele telefoon bewerken"],
            Self::EditAlternateEmail => [
                "edit the alternate e-mail address",
                "alternatief e-mailadres bewerken",
            ],
            Self::BlockSignIn => ["block sign-in", "aanmelden blokkeren"],
            Self::AllowSignIn => ["allow sign-in", "aanmelden toestaan"],
            Self::RenameUser => ["change the user name", "gebruikersnaam wijzigen"],
            Self::DeleteUser => ["delete the user", "gebruiker verwijderen"],
            Self::RestoreUser => ["restore the user", "gebruiker herstellen"],
            Self::PurgeUser => [
                "delete the user permanently",
                "gebruiker definitief verwijderen",
            ],
            Self::AssignRole => ["assign a role", "rol toewijzen"],
            Self::RevokeRole => ["revoke a role", "rol intrekken"],
            Self::SetLicences => ["change the licences", "licenties wijzigen"],
            Self::SetProductMail => [
                "choose whether product mail comes",
                "kiezen of er productmail komt",
            ],
            Self::GiveDelegatedAdministration => [
                "give full delegated administration",
                "volledig gedelegeerd beheer geven",
            ],
            Self::TakeDelegatedAdministration => [
                "take delegated administration away",
                "gedelegeerd beheer afnemen",
            ],
            Self::AddUser => ["add a user", "gebruiker toevoegen"],
            Self::AddGroup => ["add a group", "groep toevoegen"],
            Self::AddRoleAssignableGroup => [
                "add a group that may hold roles",
                "groep toevoegen die rollen mag hebben",
            ],
            Self::RenameGroup => ["rename the group", "naam van groep wijzigen"],
            Self::DeleteGroup => ["delete the group", "groep verwijderen"],
            Self::AddMember => ["add to the group", "aan groep toevoegen"],
            Self::RemoveMember => ["remove from the group", "uit groep verwijderen"],
            Self::AddOwner => ["make owner of the group", "eigenaar van groep maken"],
            Self::RemoveOwner => [
                "end the ownership of the group",
                "eigendom van groep beëindigen",
            ],
            Self::AddUnit => ["add an administrative unit", "beheereenheid toevoegen"],
            Self::RenameUnit => [
                "rename the administrative unit",
                "naam van beheereenheid wijzigen",
            ],
            Self::DeleteUnit => [
                "delete the administrative unit",
                "beheereenheid verwijderen",
            ],
            Self::AddToUnit => [
                "add to the administrative unit",
                "aan beheereenheid toevoegen",
            ],
            Self::RemoveFromUnit => [
                "remove from the administrative unit",
                "uit beheereenheid verwijderen",
            ],
            Self::EditOrganisation => ["edit the organisation", "organisatie bewerken"],
            Self::SetDirectorySync => [
                "turn directory synchronisation on or off",
                "directorysynchronisatie in- of uitschakelen",
            ],
            Self::SetDomains => ["change the domains", "domeinen wijzigen"],
            Self::SetSubscriptions => ["change the subscriptions", "abonnementen wijzigen"],
            Self::SetRoleSet => ["save a set of roles", "set rollen bewaren"],
            Self::AddCustomRole => ["add a custom role", "aangepaste rol toevoegen"],
            Self::EditCustomRole => ["edit the custom role", "aangepaste rol bewerken"],
            Self::DeleteCustomRole => ["delete the custom role", "aangepaste rol verwijderen"],
            Self::SetThresholds => [
                "change the thresholds of the review",
                "drempels van de controle wijzigen",
            ],
            Self::RegisterBreakGlass => [
                "register as a break-glass account",
                "registreren als noodaccount",
            ],
            Self::WithdrawBreakGlass => [
                "end the registration as a break-glass account",
                "registratie als noodaccount beëindigen",
            ],
            Self::AcceptFinding => ["accept a finding", "bevinding accepteren"],
        }
    }
}

impl Part {
    /// What it is called, beginning with a small letter.
    pub fn name(self) -> LocalText {
        let [en, nl] = match self {
            Self::Person => ["a person", "een persoon"],
            Self::DeletedPerson => ["a deleted user", "een verwijderde gebruiker"],
            Self::Principal => ["a person or a group", "een persoon of een groep"],
            Self::Role => ["a role", "een rol"],
            Self::CustomRole => ["a custom role", "een aangepaste rol"],
            Self::Group => ["a group", "een groep"],
            Self::Unit => ["an administrative unit", "een beheereenheid"],
        };
        LocalText::new(en, nl)
    }
}

impl Unaskable {
    /// Why, without a full stop.
    pub fn message(self) -> LocalText {
        let of = |[en, nl]: [&str; 2], part: Part| {
            let name = part.name();
            LocalText::new(en.replace("{}", &name.en), nl.replace("{}", &name.nl))
        };
        match self {
            Self::Missing(part) => of(["this asks for {}", "dit vraagt om {}"], part),
            Self::Unknown(part) => of(
                [
                    "what was named is not {} of this tenant",
                    "{} van deze tenant is dat niet",
                ],
                part,
            ),
            Self::AlreadySo => LocalText::new(
                "it is so already: nothing would change",
                "dat is al zo: er zou niets veranderen",
            ),
            Self::NoSubscription => LocalText::new(
                "there is no subscription to give a seat of",
                "er is geen abonnement om een licentie van te geven",
            ),
        }
    }
}
