//! How far each role goes with the fifteen permissions: the eight by the matrix, the others by
//! the actions they have.

use mandate::domain::catalogue::Edition;
use mandate::domain::office365::{Grant, Limit, Office365Permission as P, Office365Role};
use mandate::domain::resource_action::ActionSet;
use mandate::domain::role::{RoleActions, RoleTemplateId};

use super::{catalogue, id};

const PASSWORD_ADMINISTRATOR: &str = "966707d0-3269-4727-9be2-8c3a10f19b9d";
const PRIVILEGED_ROLE_ADMINISTRATOR: &str = "e8611ab8-c189-46e8-94e1-60213ab1f814";
const GLOBAL_READER: &str = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const PURVIEW_CONTENT_READER: &str = "e07494ad-1654-4dd2-922e-6f81a71bf00f";

#[test]
fn grants_of_the_eight_are_the_matrix() {
    for permission in P::ALL {
        for role in Office365Role::ALL {
            assert_eq!(
                catalogue().grant(role.template_id(), permission),
                catalogue().office365_grant(role, permission),
            );
        }
    }
    let helpdesk = RoleTemplateId::HELPDESK_ADMINISTRATOR;
    assert_eq!(
        catalogue().grant(helpdesk, P::ResetUserPasswords),
        Grant::Limited(Limit::NonAdminsOnly)
    );
}

#[test]
fn grants_of_other_roles_follow_from_their_actions() {
    use P::{
        DelegateAdminRoles, ManageDomains, ManageMobileDevices, ManageOrgData, ManageReporting,
        ManageSupportTickets, ManageUserLicenses, ManageUsersAndGroups,
        PerformBillingAndPurchasing, ResetUserPasswords, UseDirectorySync, ViewOrgAndUserInfo,
        ViewServiceHealthAndMessageCenter, ViewUserLicenses, ViewUsersAndRoles,
    };
    // The current roles outside the eight that go fully with each permission; tickets and
    // service health are held by too many to list, so there they are counted.
    let table: [(P, &[&str]); 13] = [
        (
            ViewOrgAndUserInfo,
            &[
                "AI Reader",
                "Directory Readers",
                "Dynamics 365 Business Central Administrator",
                "Global Reader",
                "Microsoft 365 Support Engineer",
            ],
        ),
        (
            ResetUserPasswords,
            &[
                "Authentication Administrator",
                "Partner Tier1 Support",
                "Partner Tier2 Support",
                "Password Administrator",
                "Privileged Authentication Administrator",
                "Security Operator",
                "Entra SOC Identity Responder",
            ],
        ),
        (PerformBillingAndPurchasing, &[]),
        (
            ViewUsersAndRoles,
            &[
                "AI Reader",
                "Directory Readers",
                "Global Reader",
                "Microsoft 365 Support Engineer",
            ],
        ),
        (
            ManageUsersAndGroups,
            &["Partner Tier1 Support", "Partner Tier2 Support"],
        ),
        (
            ManageUserLicenses,
            &[
                "Directory Writers",
                "License Administrator",
                "Partner Tier1 Support",
                "Partner Tier2 Support",
            ],
        ),
        (
            ViewUserLicenses,
            &[
                "AI Reader",
                "Directory Readers",
                "Directory Writers",
                "Global Reader",
                "Guest Inviter",
                "License Administrator",
                "Partner Tier1 Support",
                "Partner Tier2 Support",
                "Microsoft 365 Support Engineer",
            ],
        ),
        (
            ManageDomains,
            &["Domain Name Administrator", "Partner Tier2 Support"],
        ),
        (ManageOrgData, &["Partner Tier2 Support"]),
        (DelegateAdminRoles, &[]),
        (UseDirectorySync, &["Hybrid Identity Administrator"]),
        (ManageReporting, &[]),
        (ManageMobileDevices, &["Intune Administrator"]),
    ];
    for (permission, expected) in table {
        assert_eq!(holders(permission), expected, "{permission:?}");
    }
    assert_eq!(holders(ManageSupportTickets).len(), 49);
    assert_eq!(holders(ViewServiceHealthAndMessageCenter).len(), 44);
}

/// The current roles outside the eight that go fully with a permission, in list order.
fn holders(permission: P) -> Vec<&'static str> {
    let outside = catalogue().edition(Edition::Current).roles().iter();
    outside
        .filter(|role| Office365Role::from_template_id(role.id).is_none())
        .filter(|role| catalogue().grant(role.id, permission) == Grant::Yes)
        .map(|role| &*role.name.en)
        .collect()
}

#[test]
fn todays_password_administrator_is_not_the_classic_one() {
    let password = id(PASSWORD_ADMINISTRATOR);
    let grant = |permission| catalogue().grant(password, permission);
    assert_eq!(grant(P::ResetUserPasswords), Grant::Yes);
    assert_eq!(grant(P::ManageSupportTickets), Grant::No);
    assert_eq!(grant(P::ViewServiceHealthAndMessageCenter), Grant::No);
    assert_eq!(Office365Role::from_template_id(password), None);
}

#[test]
fn nothing_delegates_but_global_administrator() {
    for role in catalogue().edition(Edition::Current).roles() {
        let expected = if role.id == RoleTemplateId::GLOBAL_ADMINISTRATOR {
            Grant::Yes
        } else {
            Grant::No
        };
        let grant = catalogue().grant(role.id, P::DelegateAdminRoles);
        assert_eq!(grant, expected, "{}", role.name.en);
    }
    assert!(
        catalogue()
            .permission_actions(P::DelegateAdminRoles)
            .is_empty()
    );
    // Real Entra lets this role assign roles; the rule here is stricter (R1).
    let privileged_role = id(PRIVILEGED_ROLE_ADMINISTRATOR);
    let definition = catalogue().role(privileged_role).expect("listed");
    let assign = catalogue()
        .edition(Edition::Current)
        .action("microsoft.directory/roleAssignments/allProperties/allTasks")
        .expect("listed");
    assert!(definition.actions.set().expect("known").contains(assign));
}

#[test]
fn unknown_roles_and_unknown_actions_grant_nothing() {
    let unknown = catalogue()
        .role(id(PURVIEW_CONTENT_READER))
        .expect("listed");
    assert_eq!(unknown.actions, RoleActions::Unknown);
    let nobody = id("00000000-0000-0000-0000-000000000000");
    for role in [unknown.id, nobody] {
        assert_eq!(catalogue().grants(role), [Grant::No; 15]);
    }
    assert_eq!(
        catalogue().grants_of_actions(&ActionSet::default()),
        [Grant::No; 15]
    );
}

#[test]
fn custom_roles_are_granted_by_their_actions() {
    let current = catalogue().edition(Edition::Current);
    let mut actions = ActionSet::default();
    actions.insert(
        current
            .action("microsoft.directory/users/assignLicense")
            .expect("listed"),
    );
    let grants = catalogue().grants_of_actions(&actions);
    let granted = P::ALL
        .into_iter()
        .zip(grants)
        .filter(|(_, grant)| *grant == Grant::Yes);
    let granted: Vec<_> = granted.map(|(permission, _)| permission).collect();
    assert_eq!(granted, [P::ManageUserLicenses, P::ViewUserLicenses]);
    // A role outside the eight is granted exactly what a custom role with its actions would be.
    let reader = current.get(id(GLOBAL_READER)).expect("listed");
    let set = reader.actions.set().expect("known");
    assert_eq!(
        catalogue().grants_of_actions(set),
        catalogue().grants(reader.id)
    );
}
