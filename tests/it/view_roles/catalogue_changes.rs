//! What changed between the source article and the list of today. Counted in the facts.

use egui::accesskit::Role;
use mandate::domain::language::Language;
use mandate::exchange::csv;
use mandate::ui::views::roles::changes::{Change, Kind, changes, counts, shown, table};

use super::{click, fill, labels, shown as view_shown, tells};
use crate::support::{SECURITY_OPERATOR, fixture, roles};

fn of(all: &[Change], kind: Kind) -> Vec<&Change> {
    all.iter().filter(|change| change.kind == kind).collect()
}

fn names<'a>(changes: &[&'a Change]) -> Vec<&'a str> {
    changes.iter().map(|change| &*change.name.en).collect()
}

#[test]
fn thirty_five_roles_came_and_none_went() {
    let all = changes(roles());
    // 104 roles then, 139 now, all of the 104 among them.
    assert_eq!(counts(&all), [2, 0, 35, 0, 1, 3, 72, 2]);
    assert_eq!(
        names(&of(&all, Kind::RoleNewlyPrivileged)),
        ["AI Administrator", "Identity Governance Administrator"]
    );
    let renamed = of(&all, Kind::RoleRenamed);
    assert_eq!(names(&renamed), ["Customer Lockbox Access Approver"]);
    let was = renamed.first().and_then(|change| change.what.as_ref());
    assert_eq!(
        was.map(|(name, _)| &**name),
        Some("Customer LockBox Access Approver")
    );
    assert!(names(&of(&all, Kind::RoleAdded)).contains(&"AI Reader"));
}

#[test]
fn actions_are_compared_by_their_text() {
    let all = changes(roles());
    let action = |change: &&Change| {
        let (text, _) = change.what.as_ref().expect("an action");
        text.to_string()
    };
    let operator: Vec<_> = of(&all, Kind::ActionAdded)
        .into_iter()
        .filter(|change| change.role == SECURITY_OPERATOR)
        .map(|change| (action(&change), change.privileged_action))
        .collect();
    let expected = [
        "disable",
        "enable",
        "invalidateAllRefreshTokens",
        "password/update",
    ]
    .map(|end| (format!("microsoft.directory/users/{end}"), true));
    assert_eq!(operator, expected);
    // The article's spelling, corrected since.
    let removed = of(&all, Kind::ActionRemoved);
    assert_eq!(names(&removed), ["Directory Readers", "Guest Inviter"]);
    assert!(
        removed
            .iter()
            .all(|it| action(it) == "microsoft.directory/users/inviteBy/read")
    );
    // Labelled in one role's table since, which makes it a privileged action wherever it stands.
    let labelled = of(&all, Kind::ActionNewlyPrivileged);
    assert_eq!(
        names(&labelled),
        [
            "Global Administrator",
            "Identity Governance Administrator",
            "User Administrator",
        ]
    );
    let entitlement = "microsoft.directory/entitlementManagement/allProperties/allTasks";
    assert!(labelled.iter().all(|it| action(it) == entitlement));
}

#[test]
fn nothing_changed_between_an_edition_and_itself() {
    use mandate::domain::catalogue::Edition;
    use mandate::ui::views::roles::changes::between;
    for edition in [Edition::Seed, Edition::Current] {
        let edition = roles().edition(edition);
        assert_eq!(between(edition, edition), []);
    }
    // The other way round, what came is what went.
    let (before, after) = (
        roles().edition(Edition::Seed),
        roles().edition(Edition::Current),
    );
    assert_eq!(
        counts(&between(after, before)),
        [0, 2, 0, 35, 1, 0, 2, 72],
        "an action that lost its label is not told"
    );
}

#[test]
fn filtered_searched_and_written() {
    let all = changes(roles());
    let found = shown(&all, Language::English, None, "inviteBy");
    assert_eq!(found.len(), 2);
    let found = shown(&all, Language::English, Some(Kind::RoleAdded), "ai reader");
    assert_eq!(found.len(), 1);
    let text = csv::to_string(&table(&all, Language::English, &found));
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("change,template_id,role,what,description")
    );
    let line = lines.next().expect("the role");
    assert!(line.starts_with("role-added,"), "{line}");
    assert!(line.ends_with(",AI Reader,,"), "{line}");
    let dutch = shown(&all, Language::Dutch, Some(Kind::RoleNewlyPrivileged), "");
    let dutch: Vec<_> = dutch.iter().map(|at| &*all[*at].name.nl).collect();
    assert_eq!(dutch, ["AI-beheerder", "Identity Governance-beheerder"]);
}

#[test]
fn a_change_opens_its_role() {
    let mut view = view_shown(fixture().build(), "anna");
    click(&mut view, Role::Tab, "Changes to the catalogue");
    assert!(tells(
        &view,
        "The source article lists 104 roles with 553 actions; today there are 139 roles with 659 actions."
    ));
    for chip in [
        "All 115",
        "Role added 35",
        "Role removed 0",
        "Action added 72",
        "Newly privileged 2",
    ] {
        assert!(tells(&view, chip), "{chip}");
    }
    click(&mut view, Role::Button, "Action added 72");
    fill(
        &mut view,
        "Search roles and actions",
        "security operator enable",
    );
    let rows = labels(&view, Role::Row);
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = rows.first().expect("one row").clone();
    assert!(
        row.starts_with("Action added, Security Operator, "),
        "{row}"
    );
    assert!(
        row.ends_with(", microsoft.directory/users/enable, Privileged"),
        "{row}"
    );
    click(&mut view, Role::Row, &row);
    assert_eq!(view.state().state.open(), Some(SECURITY_OPERATOR));
    assert!(tells(&view, "Assign…"), "its details are shown");
}
