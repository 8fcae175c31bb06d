//! Descriptions of resource actions: every known one reads well in both languages, exactly so
//! where the table below says, and an unknown one still reads.

#![cfg(test)]
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use mandate::catalogue::describe::ActionWords;
use mandate::domain::language::Language;
use mandate::domain::resource_action::ResourceAction;

const VOCABULARY: &str = include_str!("../../roles/action-words.ron");

/// The files of resource actions, one an edition.
const EDITIONS: [&str; 2] = ["entra-role-actions.csv", "entra-role-actions-current.csv"];

/// Names that carry a capital within a word in prose too.
const NAMES: [&str; 4] = ["BitLocker", "DevOps", "OneDrive", "SharePoint"];

fn words() -> ActionWords {
    ActionWords::parse(VOCABULARY).expect("the vocabulary parses")
}

fn action(text: &str) -> ResourceAction {
    ResourceAction::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

/// The distinct actions of an edition, or none where the facts are not at hand.
fn edition(file: &str) -> BTreeSet<ResourceAction> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/facts")
        .join(file);
    if !path.exists() {
        println!("skipped: `{}` is not here", path.display());
        return BTreeSet::new();
    }
    let mut reader = csv::Reader::from_path(&path).expect("the facts can be read");
    let column = reader
        .headers()
        .expect("the facts have headers")
        .iter()
        .position(|header| header == "action")
        .expect("the facts have a column of actions");
    reader
        .records()
        .map(|record| action(&record.expect("a row can be read")[column]))
        .collect()
}

#[track_caller]
fn check(text: &str, english: &str, dutch: &str) {
    let description = words().describe(&action(text));
    assert_eq!(
        (&*description.en, &*description.nl),
        (english, dutch),
        "{text}"
    );
}

#[test]
fn actions_read_as_written_here() {
    for (text, english, dutch) in EXPECTED {
        check(text, english, dutch);
        assert!(words().unknown_words(&action(text)).is_empty(), "{text}");
    }
}

const EXPECTED: [(&str, &str, &str); 30] = [
    (
        "microsoft.azure.print/printers/unregister",
        "Unregister printers in Universal Print",
        "De registratie van printers in Universal Print ongedaan maken",
    ),
    (
        "microsoft.backup/restorePoints/userMailboxes/allProperties/allTasks",
        "Fully manage restore points of mailboxes in Microsoft 365 Backup",
        "Herstelpunten van postvakken in Microsoft 365 Backup volledig beheren",
    ),
    (
        "microsoft.directory/accessReviews/definitions.groups/create",
        "Create access reviews of groups",
        "Toegangsbeoordelingen van groepen maken",
    ),
    (
        "microsoft.directory/applications/createAsOwner",
        "Create applications as their owner",
        "Toepassingen maken als eigenaar",
    ),
    (
        "microsoft.directory/bitlockerKeys/key/read",
        "View BitLocker recovery keys",
        "BitLocker-herstelsleutels weergeven",
    ),
    (
        "microsoft.directory/conditionalAccessPolicies/policyAppliedTo/read",
        "View what Conditional Access policies apply to",
        "Weergeven waarop beleid voor voorwaardelijke toegang van toepassing is",
    ),
    (
        "microsoft.directory/connectors/allProperties/read",
        "View all properties of private network connectors",
        "Alle eigenschappen van connectors voor privénetwerken weergeven",
    ),
    (
        "microsoft.azure.print/connectors/allProperties/read",
        "View all properties of connectors in Universal Print",
        "Alle eigenschappen van connectors in Universal Print weergeven",
    ),
    (
        "microsoft.directory/crossTenantAccessPolicy/default/b2bCollaboration/update",
        "Update B2B collaboration in the default settings for cross-tenant access",
        "B2B-samenwerking in de standaardinstellingen voor toegang tussen tenants bijwerken",
    ),
    (
        "microsoft.directory/deletedItems.groups/delete",
        "Permanently delete groups",
        "Groepen definitief verwijderen",
    ),
    (
        "microsoft.directory/deletedItems.groups/restore",
        "Restore deleted groups",
        "Verwijderde groepen herstellen",
    ),
    (
        "microsoft.directory/devices/extensionAttributeSet2/update",
        "Update extension attributes 6 to 10 of devices",
        "Extensiekenmerken 6 tot en met 10 van apparaten bijwerken",
    ),
    (
        "microsoft.directory/groups/visibility/update",
        "Update the visibility of groups",
        "De zichtbaarheid van groepen bijwerken",
    ),
    (
        "microsoft.directory/groups.security/members/update",
        "Update the members of security groups",
        "Leden van beveiligingsgroepen bijwerken",
    ),
    (
        "microsoft.directory/organization/strongAuthentication/allTasks",
        "Fully manage the strong authentication settings of the organization",
        "Instellingen voor sterke verificatie van de organisatie volledig beheren",
    ),
    (
        "microsoft.directory/organization/trustedCAsForPasswordlessAuth/read",
        "View the certificate authorities the organization trusts for passwordless sign-in",
        "Certificeringsinstanties die de organisatie vertrouwt voor aanmelding zonder wachtwoord weergeven",
    ),
    (
        "microsoft.directory/policies/standard/read",
        "View standard properties of policies",
        "Standaardeigenschappen van beleid weergeven",
    ),
    (
        "microsoft.directory/serviceAction/activateService",
        "Activate services",
        "Services activeren",
    ),
    (
        "microsoft.directory/servicePrincipals/synchronization/standard/read",
        "View standard properties of the synchronization settings of service principals",
        "Standaardeigenschappen van synchronisatie-instellingen van service-principals weergeven",
    ),
    (
        "microsoft.directory/users/allProperties/allTasks",
        "Fully manage users",
        "Gebruikers volledig beheren",
    ),
    (
        "microsoft.directory/users/appRoleAssignments/read",
        "View the app roles assigned to users",
        "Aan gebruikers toegewezen app-rollen weergeven",
    ),
    (
        "microsoft.directory/users/assignLicense",
        "Assign licenses to users",
        "Licenties toewijzen aan gebruikers",
    ),
    (
        "microsoft.directory/users/invalidateAllRefreshTokens",
        "Invalidate all refresh tokens of users",
        "Alle vernieuwingstokens van gebruikers ongeldig maken",
    ),
    (
        "microsoft.directory/users/manager/update",
        "Update the managers of users",
        "Managers van gebruikers bijwerken",
    ),
    (
        "microsoft.directory/users/password/update",
        "Reset user passwords",
        "Wachtwoorden van gebruikers opnieuw instellen",
    ),
    (
        "microsoft.directory/users/userPrincipalName/update",
        "Update the user principal names of users",
        "UPN's van gebruikers bijwerken",
    ),
    (
        "microsoft.intune/allEntities/read",
        "View everything in Microsoft Intune",
        "Alles in Microsoft Intune weergeven",
    ),
    (
        "microsoft.office365.exchange/allEntities/basic/allTasks",
        "Fully manage basic properties of everything in Exchange Online",
        "Basiseigenschappen van alles in Exchange Online volledig beheren",
    ),
    (
        "microsoft.office365.messageCenter/messages/read",
        "View messages in the message center",
        "Berichten in het berichtencentrum weergeven",
    ),
    (
        "microsoft.people/users/photo/update",
        "Update the photos of users in Microsoft 365 profiles",
        "Foto's van gebruikers in Microsoft 365-profielen bijwerken",
    ),
];

#[test]
fn unknown_words_are_taken_apart_and_told() {
    for (text, english, dutch, unknown) in [
        (
            "microsoft.directory/users/rotateBackupKeys",
            "Rotate backup keys: users",
            "Rotate backup keys: gebruikers",
            vec!["rotateBackupKeys"],
        ),
        (
            "microsoft.directory/groups/coffeeBreaks/read",
            "View coffee breaks of groups",
            "Coffee breaks van groepen weergeven",
            vec!["coffeeBreaks"],
        ),
        (
            "microsoft.directory/deletedItems.contacts/restore",
            "Restore deleted objects (contacts)",
            "Verwijderde objecten (contactpersonen) herstellen",
            vec![],
        ),
        (
            "microsoft.directory/users.remoteWorkers/delete",
            "Delete users (remote workers)",
            "Gebruikers (remote workers) verwijderen",
            vec!["remoteWorkers"],
        ),
        (
            "microsoft.moonBase/launchPads/x25Rockets/allTasks",
            "Fully manage x25 rockets of launch pads in moon base",
            "X25 rockets van launch pads in moon base volledig beheren",
            vec!["microsoft.moonBase", "launchPads", "x25Rockets"],
        ),
        (
            "microsoft.moonBase/allEntities/read",
            "View everything in moon base",
            "Alles in moon base weergeven",
            vec!["microsoft.moonBase"],
        ),
    ] {
        assert_eq!(words().unknown_words(&action(text)), unknown, "{text}");
        check(text, english, dutch);
    }
}

#[test]
fn every_known_action_reads_well() {
    let words = words();
    for action in EDITIONS.iter().flat_map(|file| edition(file)) {
        let unknown = words.unknown_words(&action);
        assert!(unknown.is_empty(), "`{action}` has unknown {unknown:?}");
        let description = words.describe(&action);
        assert_ne!(description.en, description.nl, "`{action}`");
        for language in Language::ALL {
            check_prose(&action, description.get(language));
        }
    }
}

fn check_prose(action: &ResourceAction, text: &str) {
    let message = format!("`{action}` reads `{text}`");
    assert!(text.starts_with(char::is_uppercase), "{message}");
    assert!(!text.contains(['.', '/', '{', '}', '_', ':']), "{message}");
    assert!(!text.contains("  ") && text.trim() == text, "{message}");
    for word in text.split([' ', '-', '(', ')']) {
        let letters: Vec<char> = word.chars().collect();
        let inner_capital = letters
            .windows(2)
            .any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
        assert!(!inner_capital || NAMES.contains(&word), "{message}");
    }
}

#[test]
fn no_two_actions_of_an_edition_read_the_same() {
    let words = words();
    for file in EDITIONS {
        for language in Language::ALL {
            let mut seen: BTreeMap<String, ResourceAction> = BTreeMap::new();
            for action in edition(file) {
                let text = words.describe(&action).get(language).to_owned();
                if let Some(other) = seen.insert(text.clone(), action.clone()) {
                    panic!("`{action}` and `{other}` both read `{text}`");
                }
            }
        }
    }
}

#[test]
fn the_vocabulary_is_sorted_and_its_templates_have_a_place_for_their_object() {
    let mut section = "";
    let mut previous = "";
    for line in VOCABULARY.lines() {
        if let Some(name) = line.strip_suffix(": {") {
            (section, previous) = (name.trim(), "");
        }
        let Some((key, phrase)) = line.trim().split_once("\": (") else {
            continue;
        };
        assert!(previous < key, "`{key}` stands after `{previous}`");
        previous = key;
        let holes = phrase.matches("{}").count();
        match section {
            "properties" => assert_eq!(holes, 2, "{line}"),
            "entities" | "verbs" => assert!(matches!(holes, 0 | 2), "{line}"),
            _ => assert_eq!(holes, 0, "{line}"),
        }
    }
}
