//! The rules, each with its number, its sentence and where it comes from.
//!
//! Only words: what a rule forbids is decided in [`super::delegation`].

use super::language::Language;

/// A rule of Mandate. The numbers are stable and stand in the README.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Denied unless a role grants it.
    DenyByDefault,
    /// Only a tenant-wide Global Administrator delegates.
    OnlyGlobalAdministratorsDelegate,
    /// The buyer is the first Global Administrator.
    BuyerIsFirstGlobalAdministrator,
    /// One enabled, permanent Global Administrator always remains.
    LastGlobalAdministratorStays,
    /// Giving up one's own Global Administrator role is final.
    OwnGlobalAdministratorRole,
    /// Neither too few nor too many global administrators.
    FewGlobalAdministrators,
    /// Global administrators are reachable.
    GlobalAdministratorsAreReachable,
    /// The alternate address lies outside the tenant.
    AlternateEmailOutsideTenant,
    /// The phone has a country code.
    PhoneWithCountryCode,
    /// A workload role needs its service.
    WorkloadRoleNeedsService,
    /// Billing needs a purchase from Microsoft.
    BillingNeedsMicrosoftPurchase,
    /// Password administrators reset people without a role only.
    PasswordAdministratorLimit,
    /// Service administrator comes after a service's own role.
    ServiceAdministratorComesAfter,
    /// What user management administrators may not do.
    UserManagementLimit,
    /// SharePoint and Skype administrators only look.
    SharePointAndSkypeViewOnly,
    /// Site-collection and term-store administrators are not made here.
    SiteAndTermStoreElsewhere,
    /// Dynamics CRM has no role of its own.
    CrmSystemAdministrator,
    /// Service roles follow from Office 365 roles.
    ServiceRolesFollow,
    /// Only a certified partner's people administer customers.
    DelegatedAdministrationIsForPartners,
    /// Many are given a role only after Yes.
    BulkRolesAreChosen,
    /// Some roles can't be assigned.
    RoleNotAssignable,
    /// Privileged roles are confirmed with a reason.
    PrivilegedNeedsReason,
    /// Attribute roles are not implied.
    AttributeRolesNotImplied,
    /// Administrators are protected by the two Entra tables.
    AdministratorsAreProtected,
    /// So is everybody in a role-assignable group.
    RoleAssignableGroupsAreProtected,
    /// What comes from on-premises is edited there.
    MasteredOnPremises,
    /// User principal names are unique and on a verified domain.
    UserPrincipalNameRules,
    /// Guests and blocked accounts that hold roles are looked at.
    GuestsAndBlockedHoldRoles,
}

/// What a rule does when it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleKind {
    /// Says no.
    Refuse,
    /// Asks for a confirmation.
    Confirm,
    /// Lets it pass and says what is unwise.
    Warn,
    /// Makes something so.
    Enforce,
    /// Follows from something else.
    Derived,
    /// Refuses nothing; a review of the tenant remarks on it.
    Review,
    /// Is said where it helps, and does nothing.
    Note,
}

struct Words {
    number: u8,
    kind: RuleKind,
    source: &'static str,
    en: &'static str,
    nl: &'static str,
    instead_en: &'static str,
    instead_nl: &'static str,
}

impl Rule {
    /// Every rule, by number.
    pub const ALL: [Self; 28] = [
        Self::DenyByDefault,
        Self::OnlyGlobalAdministratorsDelegate,
        Self::BuyerIsFirstGlobalAdministrator,
        Self::LastGlobalAdministratorStays,
        Self::OwnGlobalAdministratorRole,
        Self::FewGlobalAdministrators,
        Self::GlobalAdministratorsAreReachable,
        Self::AlternateEmailOutsideTenant,
        Self::PhoneWithCountryCode,
        Self::WorkloadRoleNeedsService,
        Self::BillingNeedsMicrosoftPurchase,
        Self::PasswordAdministratorLimit,
        Self::ServiceAdministratorComesAfter,
        Self::UserManagementLimit,
        Self::SharePointAndSkypeViewOnly,
        Self::SiteAndTermStoreElsewhere,
        Self::CrmSystemAdministrator,
        Self::ServiceRolesFollow,
        Self::DelegatedAdministrationIsForPartners,
        Self::BulkRolesAreChosen,
        Self::RoleNotAssignable,
        Self::PrivilegedNeedsReason,
        Self::AttributeRolesNotImplied,
        Self::AdministratorsAreProtected,
        Self::RoleAssignableGroupsAreProtected,
        Self::MasteredOnPremises,
        Self::UserPrincipalNameRules,
        Self::GuestsAndBlockedHoldRoles,
    ];

    /// The number after the R.
    pub const fn number(self) -> u8 {
        self.words().number
    }

    /// The number as people cite it, such as `R13`.
    pub fn label(self) -> String {
        format!("R{}", self.number())
    }

    /// What the rule does.
    pub const fn kind(self) -> RuleKind {
        self.words().kind
    }

    /// Whether it speaks of what may be given or entered now, rather than of who may do it: what
    /// was there before stays, and can be gone back to.
    pub const fn is_about_what_is_new(self) -> bool {
        matches!(
            self,
            Self::AlternateEmailOutsideTenant
                | Self::PhoneWithCountryCode
                | Self::WorkloadRoleNeedsService
                | Self::BillingNeedsMicrosoftPurchase
                | Self::ServiceAdministratorComesAfter
                | Self::RoleNotAssignable
        )
    }

    /// Where the rule comes from.
    pub const fn source(self) -> &'static str {
        self.words().source
    }

    /// The rule in one sentence.
    pub const fn sentence(self, language: Language) -> &'static str {
        match language {
            Language::English => self.words().en,
            Language::Dutch => self.words().nl,
        }
    }

    /// What is allowed instead; empty where there is nothing to say.
    pub const fn instead(self, language: Language) -> &'static str {
        match language {
            Language::English => self.words().instead_en,
            Language::Dutch => self.words().instead_nl,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table, one block a rule")]
    const fn words(self) -> Words {
        const ARTICLE: &str = "Office 365: about admin roles";
        const ENTRA: &str = "Microsoft Entra built-in roles";
        const MANDATE: &str = "Mandate";
        match self {
            Self::DenyByDefault => Words {
                number: 0,
                kind: RuleKind::Refuse,
                source: MANDATE,
                en: "What no role of yours grants is refused.",
                nl: "Wat geen van uw rollen toestaat, wordt geweigerd.",
                instead_en: "Sign in as someone whose role grants it.",
                instead_nl: "Meld u aan als iemand met een rol die dit toestaat.",
            },
            Self::OnlyGlobalAdministratorsDelegate => Words {
                number: 1,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "Only a Global Administrator of the whole tenant assigns or revokes admin roles, or changes who holds them and over whom.",
                nl: "Alleen een globale beheerder van de hele tenant wijst beheerdersrollen toe, trekt ze in of wijzigt wie ze heeft en over wie.",
                instead_en: "Ask a Global Administrator. Stricter than Entra, where a Privileged Role Administrator may too.",
                instead_nl: "Vraag een globale beheerder. Strenger dan Entra, waar ook een beheerder met bevoorrechte rol dit mag.",
            },
            Self::BuyerIsFirstGlobalAdministrator => Words {
                number: 2,
                kind: RuleKind::Enforce,
                source: ARTICLE,
                en: "Whoever buys the subscription becomes the first Global Administrator.",
                nl: "Wie het abonnement koopt, wordt de eerste globale beheerder.",
                instead_en: "",
                instead_nl: "",
            },
            Self::LastGlobalAdministratorStays => Words {
                number: 3,
                kind: RuleKind::Refuse,
                source: MANDATE,
                en: "One enabled Global Administrator with a permanent, tenant-wide role must remain.",
                nl: "Er moet één ingeschakelde globale beheerder met een permanente rol voor de hele tenant overblijven.",
                instead_en: "Make someone else Global Administrator first.",
                instead_nl: "Maak eerst iemand anders globale beheerder.",
            },
            Self::OwnGlobalAdministratorRole => Words {
                number: 4,
                kind: RuleKind::Confirm,
                source: MANDATE,
                en: "You give up your own Global Administrator role and can't undo that yourself.",
                nl: "U geeft uw eigen rol van globale beheerder op en kunt dat zelf niet ongedaan maken.",
                instead_en: "Let another Global Administrator do it.",
                instead_nl: "Laat een andere globale beheerder dit doen.",
            },
            Self::FewGlobalAdministrators => Words {
                number: 5,
                kind: RuleKind::Review,
                source: "Microsoft 365: about admin roles, two to four; CISA SCuBA baseline for Entra ID, two to eight",
                en: "Two to four Global Administrators: with fewer you risk being locked out, with more too many can do everything.",
                nl: "Twee tot vier globale beheerders: met minder dreigt buitensluiting, met meer kunnen te veel mensen alles.",
                instead_en: "Give a lesser role where it is enough.",
                instead_nl: "Geef een kleinere rol waar die volstaat.",
            },
            Self::GlobalAdministratorsAreReachable => Words {
                number: 6,
                kind: RuleKind::Warn,
                source: ARTICLE,
                en: "A Global Administrator needs a mobile phone and an alternate e-mail address to get back in.",
                nl: "Een globale beheerder heeft een mobiele telefoon en een alternatief e-mailadres nodig om weer toegang te krijgen.",
                instead_en: "Fill in both before saving.",
                instead_nl: "Vul beide in voordat u opslaat.",
            },
            Self::AlternateEmailOutsideTenant => Words {
                number: 7,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "The alternate e-mail address must lie outside the tenant.",
                nl: "Het alternatieve e-mailadres moet buiten de tenant liggen.",
                instead_en: "Use an address on none of the tenant's domains and not on onmicrosoft.com.",
                instead_nl: "Gebruik een adres op geen van de domeinen van de tenant en niet op onmicrosoft.com.",
            },
            Self::PhoneWithCountryCode => Words {
                number: 8,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "A mobile phone is given with its country code; an administrator without one can't reset their own password.",
                nl: "Een mobiele telefoon heeft een landnummer; een beheerder zonder telefoon kan het eigen wachtwoord niet opnieuw instellen.",
                instead_en: "Write it as + and the country code, such as +31 6 12345678.",
                instead_nl: "Schrijf + en het landnummer, zoals +31 6 12345678.",
            },
            Self::WorkloadRoleNeedsService => Words {
                number: 9,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "A role for one service needs a subscription that includes the service.",
                nl: "Een rol voor één service vereist een abonnement met die service.",
                instead_en: "Add a subscription that includes it first.",
                instead_nl: "Voeg eerst een abonnement toe dat de service bevat.",
            },
            Self::BillingNeedsMicrosoftPurchase => Words {
                number: 10,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "Billing administrator can't be assigned: the subscription was not bought from Microsoft.",
                nl: "Factureringsbeheerder kan niet worden toegewezen: het abonnement is niet bij Microsoft gekocht.",
                instead_en: "Billing is arranged with the seller.",
                instead_nl: "De facturering loopt via de verkoper.",
            },
            Self::PasswordAdministratorLimit => Words {
                number: 11,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "A Password administrator resets passwords only of people without an admin role.",
                nl: "Een wachtwoordbeheerder stelt alleen wachtwoorden opnieuw in van mensen zonder beheerdersrol.",
                instead_en: "Ask a Global Administrator.",
                instead_nl: "Vraag een globale beheerder.",
            },
            Self::ServiceAdministratorComesAfter => Words {
                number: 12,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "Service administrator is held beside the administrator role of a service.",
                nl: "Servicebeheerder hoort bij de beheerdersrol van een service.",
                instead_en: "Choose Exchange, SharePoint or Skype for Business administrator as well.",
                instead_nl: "Kies ook Exchange-, SharePoint- of Skype voor Bedrijven-beheerder.",
            },
            Self::UserManagementLimit => Words {
                number: 13,
                kind: RuleKind::Refuse,
                source: "Office 365: about admin roles (its table says administrators, its text says global, billing, Exchange, SharePoint, compliance and Skype administrators; the stricter holds)",
                en: "A User management administrator deletes no global administrators, creates no administrators and resets no administrator's password.",
                nl: "Een beheerder voor gebruikersbeheer verwijdert geen globale beheerders, maakt geen beheerders en stelt geen wachtwoord van een beheerder opnieuw in.",
                instead_en: "Ask a Global Administrator.",
                instead_nl: "Vraag een globale beheerder.",
            },
            Self::SharePointAndSkypeViewOnly => Words {
                number: 14,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "SharePoint and Skype for Business administrators see organisation and user information and edit none of it.",
                nl: "SharePoint- en Skype voor Bedrijven-beheerders zien gegevens van organisatie en gebruikers en bewerken die niet.",
                instead_en: "Ask a User management administrator or a Global Administrator.",
                instead_nl: "Vraag een beheerder voor gebruikersbeheer of een globale beheerder.",
            },
            Self::SiteAndTermStoreElsewhere => Words {
                number: 15,
                kind: RuleKind::Note,
                source: ARTICLE,
                en: "Site collection administrators and term store administrators are not assigned here.",
                nl: "Beheerders van siteverzamelingen en van het termenarchief worden hier niet toegewezen.",
                instead_en: "A SharePoint administrator does it in the SharePoint admin center.",
                instead_nl: "Een SharePoint-beheerder doet dit in het SharePoint-beheercentrum.",
            },
            Self::CrmSystemAdministrator => Words {
                number: 16,
                kind: RuleKind::Derived,
                source: ARTICLE,
                en: "Dynamics CRM Online has no role of its own: a Global Administrator is its System Administrator.",
                nl: "Dynamics CRM Online heeft geen eigen rol: een globale beheerder is er systeembeheerder.",
                instead_en: "",
                instead_nl: "",
            },
            Self::ServiceRolesFollow => Words {
                number: 17,
                kind: RuleKind::Derived,
                source: ARTICLE,
                en: "Roles in Exchange, SharePoint and Skype for Business follow from the Office 365 role.",
                nl: "Rollen in Exchange, SharePoint en Skype voor Bedrijven volgen uit de Office 365-rol.",
                instead_en: "",
                instead_nl: "",
            },
            Self::DelegatedAdministrationIsForPartners => Words {
                number: 18,
                kind: RuleKind::Refuse,
                source: ARTICLE,
                en: "Only the tenant of a certified partner gives its people delegated administration.",
                nl: "Alleen de tenant van een gecertificeerde partner geeft mensen gedelegeerd beheer.",
                instead_en: "Full is comparable to Global administrator, Limited to Password administrator: assign such a role instead.",
                instead_nl: "Volledig is vergelijkbaar met globale beheerder, beperkt met wachtwoordbeheerder: wijs zo'n rol toe.",
            },
            Self::BulkRolesAreChosen => Words {
                number: 19,
                kind: RuleKind::Enforce,
                source: ARTICLE,
                en: "When many people are edited at once, their roles stay as they are unless Yes or No is chosen; a role is chosen only after Yes.",
                nl: "Bij het bewerken van veel mensen tegelijk blijven hun rollen zoals ze zijn, tenzij Ja of Nee is gekozen; een rol wordt pas na Ja gekozen.",
                instead_en: "Choose Yes and then at least one role.",
                instead_nl: "Kies Ja en daarna ten minste één rol.",
            },
            Self::RoleNotAssignable => Words {
                number: 20,
                kind: RuleKind::Refuse,
                source: ENTRA,
                en: "This role is deprecated, not for use, or assigned by the service alone.",
                nl: "Deze rol is afgeschaft, niet voor gebruik of wordt alleen door de service toegewezen.",
                instead_en: "Choose a role that is in use.",
                instead_nl: "Kies een rol die in gebruik is.",
            },
            Self::PrivilegedNeedsReason => Words {
                number: 21,
                kind: RuleKind::Confirm,
                source: ENTRA,
                en: "A privileged role is given after a confirmation with a reason.",
                nl: "Een bevoorrechte rol wordt gegeven na een bevestiging met een reden.",
                instead_en: "Say why the role is needed.",
                instead_nl: "Zeg waarom de rol nodig is.",
            },
            Self::AttributeRolesNotImplied => Words {
                number: 22,
                kind: RuleKind::Derived,
                source: ENTRA,
                en: "Roles for custom security attributes are not implied by Global Administrator.",
                nl: "Rollen voor aangepaste beveiligingskenmerken volgen niet uit globale beheerder.",
                instead_en: "",
                instead_nl: "",
            },
            Self::AdministratorsAreProtected => Words {
                number: 23,
                kind: RuleKind::Refuse,
                source: "Microsoft Entra privileged roles and permissions: who can reset passwords, who can perform sensitive actions",
                en: "Your role may not touch the password or sensitive properties of this person, nor delete them: the roles they hold protect them.",
                nl: "Uw rol mag niet komen aan het wachtwoord of gevoelige gegevens van deze persoon en die niet verwijderen: de rollen van die persoon beschermen dit.",
                instead_en: "Ask a Global Administrator or a Privileged Authentication Administrator.",
                instead_nl: "Vraag een globale beheerder of een beheerder van bevoegde verificatie.",
            },
            Self::RoleAssignableGroupsAreProtected => Words {
                number: 24,
                kind: RuleKind::Refuse,
                source: "Microsoft Entra groups for role assignments",
                en: "Members and owners of a role-assignable group are protected like administrators.",
                nl: "Leden en eigenaren van een groep die rollen kan krijgen, zijn beschermd als beheerders.",
                instead_en: "Ask a Global Administrator or a Privileged Authentication Administrator.",
                instead_nl: "Vraag een globale beheerder of een beheerder van bevoegde verificatie.",
            },
            Self::MasteredOnPremises => Words {
                number: 25,
                kind: RuleKind::Refuse,
                source: "Microsoft Entra Connect: synchronised attributes",
                en: "Name, user principal name, phone and block state of a synchronised person are mastered on-premises, and so is whether the account is there.",
                nl: "Naam, UPN, telefoon en blokkering van een gesynchroniseerde persoon worden on-premises beheerd, en ook of het account er is.",
                instead_en: "Change it in the directory on-premises and wait for synchronisation.",
                instead_nl: "Wijzig dit in de on-premises directory en wacht op de synchronisatie.",
            },
            Self::UserPrincipalNameRules => Words {
                number: 26,
                kind: RuleKind::Refuse,
                source: "Microsoft Entra: user principal name policies",
                en: "A user principal name is unique, on a verified domain, and made of A-Z a-z 0-9 ' . - _ ! # ^ ~.",
                nl: "Een UPN is uniek, op een geverifieerd domein, en bestaat uit A-Z a-z 0-9 ' . - _ ! # ^ ~.",
                instead_en: "Choose another name or a verified domain.",
                instead_nl: "Kies een andere naam of een geverifieerd domein.",
            },
            Self::GuestsAndBlockedHoldRoles => Words {
                number: 27,
                kind: RuleKind::Review,
                source: MANDATE,
                en: "A guest may hold a role and a blocked account may keep one; both deserve a look.",
                nl: "Een gast mag een rol hebben en een geblokkeerd account mag die houden; beide verdienen aandacht.",
                instead_en: "Take the role away from whoever no longer needs it.",
                instead_nl: "Trek de rol in bij wie die niet meer nodig heeft.",
            },
        }
    }
}
