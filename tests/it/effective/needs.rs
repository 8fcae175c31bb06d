//! Which roles serve a need, by hand from Microsoft's tables.

use mandate::domain::effective::{Coverage, Need, Serving};
use mandate::domain::office365::Office365Permission;
use mandate::domain::role::RoleTemplateId;

use super::{
    HYBRID, LICENSE, LIFECYCLE, SECURE_ACCESS, SECURITY_READER, names, task, texts, to_do,
};
use crate::support::{
    BILLING, GLOBAL, REPORTS_READER, SECURITY, SECURITY_OPERATOR, custom_role, empty, role_id,
    roles,
};

fn served(need: &Need, coverage: Coverage) -> Vec<&'static str> {
    let serving = need.served_by(roles());
    let so = serving.into_iter().filter(|one| one.coverage == coverage);
    names(so.map(|one| one.role))
}

#[test]
fn a_permission_is_served_by_a_yes_and_in_part_by_a_limit() {
    let need = Need::Permission(Office365Permission::ManageDomains);
    let wholly = [
        "Domain Name Administrator",
        "Global Administrator",
        "Partner Tier2 Support",
    ];
    assert_eq!(served(&need, Coverage::Whole), wholly);
    assert!(served(&need, Coverage::Part).is_empty());

    let need = Need::Permission(Office365Permission::ResetUserPasswords);
    assert_eq!(
        served(&need, Coverage::Part),
        ["Helpdesk Administrator", "User Administrator"]
    );
    // A look is a part as well: SharePoint and Skype see organisation and user information.
    let need = Need::Permission(Office365Permission::ViewOrgAndUserInfo);
    assert_eq!(
        served(&need, Coverage::Part),
        [
            "SharePoint Administrator",
            "Skype for Business Administrator"
        ]
    );
}

#[test]
fn an_action_is_served_by_whoever_has_it_or_a_wider_one() {
    let need = to_do("…/users/password/update");
    let wholly = [
        "Authentication Administrator",
        "Global Administrator",
        "Helpdesk Administrator",
        "Partner Tier1 Support",
        "Partner Tier2 Support",
        "Password Administrator",
        "Privileged Authentication Administrator",
        "Security Operator",
        "User Administrator",
        "Entra SOC Identity Responder",
    ];
    assert_eq!(served(&need, Coverage::Whole), wholly);
    assert!(served(&need, Coverage::Part).is_empty());
}

#[test]
fn whoever_has_a_kind_of_it_serves_a_part() {
    for asked in ["…/groups/members/update", "…/GROUPS/Members/UPDATE"] {
        let need = to_do(asked);
        let wholly = [
            "Directory Writers",
            "Global Administrator",
            "Groups Administrator",
            "Identity Governance Administrator",
            "Partner Tier1 Support",
            "Partner Tier2 Support",
            "User Administrator",
        ];
        assert_eq!(served(&need, Coverage::Whole), wholly);
        let partly = [
            "Exchange Administrator",
            "Intune Administrator",
            "Knowledge Administrator",
            "Knowledge Manager",
            "SharePoint Administrator",
            "SharePoint Advanced Management Administrator",
            "Teams Administrator",
            "Windows 365 Administrator",
            "Yammer Administrator",
        ];
        assert_eq!(served(&need, Coverage::Part), partly);
    }
}

#[test]
fn attributes_are_served_by_their_roles_and_not_by_global_administrator() {
    let need = to_do("…/users/customSecurityAttributes/update");
    assert_eq!(
        served(&need, Coverage::Whole),
        ["Attribute Assignment Administrator"]
    );
}

#[test]
fn a_task_is_served_by_the_roles_named_for_it_and_by_global_administrator() {
    let serving = task("Devices", "Read BitLocker keys").served_by(roles());
    let told: Vec<_> = names(serving.iter().map(|one| one.role))
        .into_iter()
        .zip(serving.iter().map(|one| (one.published, one.together)))
        .collect();
    assert_eq!(
        told,
        [
            ("Cloud Device Administrator", (true, 0)),
            ("Global Administrator", (false, 0)),
            ("Helpdesk Administrator", (false, 0)),
            ("Intune Administrator", (false, 0)),
            ("Security Administrator", (false, 0)),
            ("Security Reader", (false, 0)),
        ]
    );
    assert!(serving.iter().all(|one| one.coverage == Coverage::Whole));
    // Named, and the only one.
    let named = task("Users", "Settings: stay signed in prompt").served_by(roles());
    let only = Serving {
        role: GLOBAL,
        coverage: Coverage::Whole,
        together: 0,
        published: true,
    };
    assert_eq!(named, [only]);
}

#[test]
fn roles_that_go_together_share_a_number() {
    let serving = task("Sign-in diagnostic", "Run from sign-in logs").served_by(roles());
    let ways = |together| -> Vec<_> {
        let so = serving.iter().filter(|one| one.together == together);
        so.map(|one| one.role).collect()
    };
    assert_eq!(ways(1), [BILLING, REPORTS_READER]);
    let alone = [
        GLOBAL,
        SECURE_ACCESS,
        HYBRID,
        SECURITY,
        SECURITY_OPERATOR,
        SECURITY_READER,
    ];
    assert_eq!(ways(0), alone);
    // The source does not say whether one is enough: both surely are.
    let serving = task("Domain Services", "Instance creation").served_by(roles());
    let told: Vec<_> = serving.iter().map(|one| one.together).collect();
    assert_eq!(
        names(serving.iter().map(|one| one.role)),
        [
            "Application Administrator",
            "Global Administrator",
            "Groups Administrator",
        ]
    );
    assert_eq!(told, [1, 0, 1]);
}

#[test]
fn what_lies_outside_the_directory_serves_nothing() {
    assert!(
        task("Entra Connect Health", "Settings")
            .served_by(roles())
            .is_empty()
    );
    assert!(
        task("Devices", "Read basic configuration")
            .served_by(roles())
            .is_empty()
    );
}

#[test]
fn a_tenants_own_role_serves_and_comes_last() {
    let tenant = empty()
        .custom_role("desk", &["microsoft.directory/users/password/update"])
        .build();
    let catalogue = roles().for_tenant(&tenant);
    let serving = to_do("…/users/password/update").served_by(&catalogue);
    assert_eq!(serving.len(), 11);
    assert_eq!(serving.last().map(|one| one.role), Some(role_id("desk")));
    assert_eq!(custom_role("desk", &[]).id, role_id("desk"));
    // What is written otherwise than Microsoft does is listed nowhere, and serves nothing.
    let need = to_do("…/domains/allProperties/allTasks");
    assert!(
        need.served_by(&catalogue)
            .iter()
            .all(|one| one.role != role_id("desk"))
    );
}

fn actions(need: &Need) -> Vec<String> {
    texts(&need.actions(roles()))
}

#[test]
fn what_an_action_asks_for() {
    let one = ["microsoft.directory/users/password/update"];
    assert_eq!(actions(&to_do("…/Users/password/update")), one);
    let groups = [
        "microsoft.directory/groups.security/members/update",
        "microsoft.directory/groups.unified/members/update",
        "microsoft.directory/groups/members/update",
    ];
    assert_eq!(actions(&to_do("…/groups/members/update")), groups);
    // Listed nowhere: whoever has it has the narrowest that covers it.
    let wider = ["microsoft.directory/users/allProperties/allTasks"];
    assert_eq!(actions(&to_do("…/users/shoeSize/update")), wider);
    let narrowest = ["microsoft.directory/users/allProperties/read"];
    assert!(actions(&to_do("…/users/shoeSize/read")).ends_with(&narrowest.map(str::to_owned)));
    assert!(actions(&to_do("contoso.shop/orders/create")).is_empty());
}

#[test]
fn what_a_task_and_a_permission_ask_for() {
    // One role is named for it: all that it allows, with what is implied.
    let need = task("Lifecycle workflows", "Workflow creation");
    assert_eq!(
        names(need.served_by(roles()).iter().map(|one| one.role)),
        ["Global Administrator", "Lifecycle Workflows Administrator",]
    );
    let role: Vec<RoleTemplateId> = vec![LIFECYCLE];
    assert_eq!(names(role), ["Lifecycle Workflows Administrator"]);
    assert_eq!(
        actions(&need),
        [
            "microsoft.directory/lifecycleWorkflows/workflows/allProperties/allTasks",
            "microsoft.directory/lifecycleWorkflows/workflows/allProperties/read",
            "microsoft.directory/organization/strongAuthentication/read",
            "microsoft.directory/users/lifeCycleInfo/read",
        ]
    );
    // License Administrator and User Administrator, less what one of them lacks.
    let need = task("Licenses", "License removal");
    let found = actions(&need);
    assert!(names([LICENSE]) == ["License Administrator"]);
    for both in [
        "users/assignLicense",
        "groups/assignLicense",
        "users/usageLocation/update",
    ] {
        assert!(
            found.contains(&format!("microsoft.directory/{both}")),
            "{both}"
        );
    }
    assert!(!found.contains(&"microsoft.directory/users/create".to_owned()));
    assert!(found.len() <= 9, "no more than License Administrator has");
    // Domain Name Administrator, Global Administrator, Partner Tier2 Support.
    let found = actions(&Need::Permission(Office365Permission::ManageDomains));
    for each in [
        "allProperties/allTasks",
        "allProperties/read",
        "federation/update",
    ] {
        assert!(
            found.contains(&format!("microsoft.directory/domains/{each}")),
            "{each}"
        );
    }
    assert!(found.iter().all(|one| {
        one.starts_with("microsoft.directory/domains/") || one.starts_with("microsoft.office365")
    }));
}
