//! Which action covers which, by hand.

use super::action;

/// `d` stands for Microsoft's directory, `o` for Office 365.
fn check(held: &str, asked: &str, expected: bool) {
    let whole = |text: &str| {
        let text = text.replace("d:", "microsoft.directory/");
        action(&text.replace("o:", "microsoft.office365."))
    };
    let (held, asked) = (whole(held), whole(asked));
    assert_eq!(held.covers(&asked), expected, "{held} covers {asked}");
    // Capitals don't matter, on either side.
    let (loud, quiet) = (
        action(&held.as_str().to_ascii_uppercase()),
        action(&asked.as_str().to_ascii_lowercase()),
    );
    assert_eq!(loud.covers(&asked), expected, "{loud} covers {asked}");
    assert_eq!(held.covers(&quiet), expected, "{held} covers {quiet}");
}

fn covers(held: &str, asked: &[&str]) {
    for asked in asked {
        check(held, asked, true);
    }
}

fn misses(held: &str, asked: &[&str]) {
    for asked in asked {
        check(held, asked, false);
    }
}

#[test]
fn an_action_covers_itself_and_no_other() {
    covers("d:users/basic/update", &["d:users/basic/update"]);
    misses(
        "d:users/basic/update",
        &[
            "d:users/basic/read",
            "d:users/photo/update",
            "d:users/update",
            "d:users/basic/photo/update",
            "d:users/allProperties/update",
            "d:contacts/basic/update",
            "microsoft.people/users/basic/update",
        ],
    );
    covers("d:users/create", &["d:users/create"]);
    misses(
        "d:users/create",
        &["d:users/createAsOwner", "d:users/photo/create"],
    );
}

#[test]
fn all_properties_with_all_tasks_is_everything_about_a_thing() {
    covers(
        "d:users/allProperties/allTasks",
        &[
            "d:users/allProperties/allTasks",
            "d:users/allProperties/read",
            "d:users/create",
            "d:users/password/update",
            "d:users/authenticationMethods/standard/restrictedRead",
            "d:users/invalidateAllRefreshTokens",
        ],
    );
    misses(
        "d:users/allProperties/allTasks",
        &["d:userCredentialPolicies/create", "d:groups/create"],
    );
}

#[test]
fn all_properties_leaves_the_verb_as_it_is() {
    covers(
        "d:users/allProperties/update",
        &["d:users/basic/update", "d:users/update"],
    );
    misses(
        "d:users/allProperties/update",
        &[
            "d:users/basic/read",
            "d:users/create",
            "d:users/allProperties/allTasks",
        ],
    );
}

#[test]
fn all_properties_can_stand_below_a_thing() {
    covers(
        "d:accessReviews/definitions/allProperties/allTasks",
        &[
            "d:accessReviews/definitions.groups/create",
            "d:accessReviews/definitions.groups/allProperties/read",
        ],
    );
    misses(
        "d:accessReviews/definitions/allProperties/allTasks",
        &[
            "d:accessReviews/allProperties/read",
            "d:accessReviews/definitionsOld/create",
        ],
    );
    covers(
        "o:knowledge/contentUnderstanding/allProperties/allTasks",
        &["o:knowledge/contentUnderstanding/analytics/allProperties/read"],
    );
}

#[test]
fn all_tasks_covers_what_lies_below() {
    covers(
        "d:organization/strongAuthentication/allTasks",
        &[
            "d:organization/strongAuthentication/update",
            "d:organization/strongAuthentication/methods/read",
        ],
    );
    misses(
        "d:organization/strongAuthentication/allTasks",
        &[
            "d:organization/basic/update",
            "d:organization/allProperties/allTasks",
        ],
    );
    covers(
        "d:users/allTasks",
        &["d:users/basic/update", "d:users/delete"],
    );
}

#[test]
fn all_entities_is_every_thing_of_its_namespace() {
    covers(
        "microsoft.intune/allEntities/allTasks",
        &["microsoft.intune/devices/standard/read"],
    );
    covers(
        "microsoft.intune/allEntities/read",
        &[
            "microsoft.intune/devices/standard/read",
            "microsoft.intune/allEntities/standard/read",
        ],
    );
    misses(
        "microsoft.intune/allEntities/read",
        &[
            "microsoft.intune/devices/standard/update",
            "microsoft.teams/devices/standard/read",
        ],
    );
    covers(
        "o:exchange/allEntities/basic/allTasks",
        &["o:exchange/recipients/basic/update"],
    );
    misses(
        "o:exchange/allEntities/basic/allTasks",
        &["o:exchange/recipients/allProperties/allTasks"],
    );
    // What is asked can be wide as well.
    misses(
        "o:usageReports/devices/standard/read",
        &["o:usageReports/allEntities/standard/read"],
    );
}

#[test]
fn a_thing_covers_its_kinds() {
    covers(
        "d:groups/members/update",
        &["d:groups.security/members/update"],
    );
    covers(
        "d:groups/allProperties/allTasks",
        &["d:groups.unified/restore"],
    );
    covers("d:deletedItems/restore", &["d:deletedItems.users/restore"]);
    misses(
        "d:groups.security/members/update",
        &["d:groups/members/update", "d:groups.unified/members/update"],
    );
    // Role-assignable groups are no kind of groups: they are managed apart.
    misses(
        "d:groups/allProperties/update",
        &["d:groupsAssignableToRoles/allProperties/update"],
    );
    covers(
        "d:servicePrincipals/managePermissionGrantsForAll",
        &["d:servicePrincipals/managePermissionGrantsForAll.microsoft-company-admin"],
    );
    misses(
        "d:servicePrincipals/managePermissionGrantsForAll.microsoft-company-admin",
        &["d:servicePrincipals/managePermissionGrantsForAll"],
    );
}

#[test]
fn custom_security_attributes_are_covered_by_name_only() {
    misses(
        "d:users/allProperties/allTasks",
        &[
            "d:users/customSecurityAttributes/read",
            "d:users/customSecurityAttributes/update",
        ],
    );
    misses(
        "d:servicePrincipals/allProperties/read",
        &["d:servicePrincipals/synchronization.customSecurityAttributes/schema/read"],
    );
    covers(
        "d:users/customSecurityAttributes/allTasks",
        &["d:users/customSecurityAttributes/update"],
    );
    covers(
        "d:customSecurityAttributeDefinitions/allProperties/allTasks",
        &["d:customSecurityAttributeDefinitions/allProperties/read"],
    );
}
