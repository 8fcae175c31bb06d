//! A group of a hundred thousand costs what is visible of it.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::Organization;
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{User, UserId};
use mandate::ui::views::groups::people;
use uuid::Uuid;

use super::{group, labels, open};
use crate::support::{GLOBAL, fixture, given, group_id, id, unit_id};

/// As many people as are asked for, all of them in one group.
fn large(count: u32) -> Tenant {
    let fixture = fixture().build();
    let organization = Organization::new("Large");
    let mut builder = TenantBuilder::new(organization).expect("a name");
    for domain in fixture.domains() {
        builder.domain(domain.clone()).expect("a domain");
    }
    let mut members = std::collections::BTreeSet::new();
    for number in 0..count {
        let id = UserId(Uuid::from_u128(1_000 + u128::from(number)));
        let upn = format!("p{number:06}@contoso.nl");
        let upn = UserPrincipalName::parse(&upn).expect("a name");
        let name = format!("Person {number:06}");
        builder.user(User::new(id, upn, name)).expect("a user");
        members.insert(id);
    }
    let user = fixture.user(id("anna")).expect("anna").clone();
    builder
        .user(User {
            licences: Vec::new(),
            ..user
        })
        .expect("anna");
    builder
        .administrative_unit(AdministrativeUnit {
            id: unit_id("all"),
            name: "All".into(),
            restricted: false,
            members: members.clone(),
        })
        .expect("a unit");
    builder
        .group(Group {
            id: group_id("all"),
            name: "All".into(),
            role_assignable: true,
            members,
            owners: [].into(),
        })
        .expect("a group");
    builder.assignment(given("anna", GLOBAL)).expect("a role");
    builder.build().expect("a tenant")
}

#[test]
fn a_hundred_thousand_members_are_drawn_by_what_is_visible() {
    let mut view = open(large(100_000), "anna", group("all"));
    let first = labels(&view, Role::Row);
    assert!(first.len() < 30, "only what is visible: {}", first.len());
    assert!(first.contains(&"Person 000000, p000000@contoso.nl".to_owned()));
    let grid = view.get_by_role_and_label(Role::Grid, "Members");
    assert_eq!(grid.accesskit_node().data().row_count(), Some(100_000));
    grid.focus();
    view.run();
    view.key_press(Key::End);
    view.run();
    let last = labels(&view, Role::Row);
    assert!(last.len() < 30);
    assert!(last.contains(&"Person 099999, p099999@contoso.nl".to_owned()));
    let _ = view.get_by_role_and_label(Role::Tab, "Members 100,000");

    let world = view.state();
    let (tenant, index) = (world.session.tenant(), &world.index);
    let set = MemberSet::Unit(unit_id("all"));
    let found = people::found(tenant, index, set, "p0999");
    assert_eq!(found.len(), 100);
    let name = |user: &&User| user.profile.display_name.to_string();
    let visible: Vec<_> = people::rows(tenant, &found[98..])
        .iter()
        .map(name)
        .collect();
    assert_eq!(visible, ["Person 099998", "Person 099999"]);
}
