//! What a role over one unit, a group and a role of a kind do to coming and going.

use mandate::domain::command::Command;
use mandate::domain::group::{Group, MemberSet};
use mandate::domain::organization::Organization;
use mandate::domain::role::RoleTemplateId;
use mandate::domain::upn::UserPrincipalName;
use uuid::uuid;

use super::{allowed, block, check, confirm, refused, reset, row};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, Less, PARTNER_TIER1, REPORTS_READER, TOMORROW, USERS,
    YESTERDAY, empty, everything, fixture, given, group_id, id, person,
};

const HYBRID_IDENTITY: RoleTemplateId =
    RoleTemplateId(uuid!("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2"));

/// Noor is User Administrator over the north alone, where Piet is and Kim is not.
fn north() -> Fixture {
    fixture()
        .user("kim")
        .user("noor")
        .unit("noord", &["piet"])
        .holds(USERS)
        .within("noord")
        .group("club", &[])
        .ordinary()
        .deleted("weg", YESTERDAY, &[])
}

fn rename(who: &str) -> Command {
    Command::RenameUser {
        user: id(who),
        upn: UserPrincipalName::parse("ander@contoso.nl").expect("a name"),
    }
}

fn seat(who: &str) -> Command {
    Command::SetLicences {
        user: id(who),
        licences: [everything()].into(),
    }
}

#[test]
fn over_one_unit_nobody_comes_and_only_its_people_go() {
    let group = Group {
        id: group_id("nieuw"),
        name: "Nieuw".into(),
        role_assignable: false,
        members: [].into(),
        owners: [].into(),
    };
    let member = Command::SetMembership {
        set: MemberSet::Members(group_id("club")),
        user: id("piet"),
        included: true,
    };
    let tenant = north();
    let ask = |what: &str, command, verdict| row(what, &tenant, "noor", command, verdict);
    check([
        ask(
            "add",
            Command::AddUser(Box::new(person("nora"))),
            refused(&[0]),
        ),
        ask("restore", Command::RestoreUser(id("weg")), refused(&[0])),
        ask("purge", Command::PurgeUser(id("weg")), refused(&[0])),
        ask(
            "add a group",
            Command::AddGroup(Box::new(group)),
            refused(&[0]),
        ),
        ask("put in a group", member, refused(&[0])),
        ask("delete inside", Command::DeleteUser(id("piet")), allowed()),
        ask(
            "delete outside",
            Command::DeleteUser(id("kim")),
            refused(&[0]),
        ),
        ask("rename inside", rename("piet"), allowed()),
        ask("rename outside", rename("kim"), refused(&[0])),
        ask("license inside", seat("piet"), allowed()),
        ask("license outside", seat("kim"), refused(&[0])),
    ]);
}

#[test]
fn a_global_administrator_of_one_unit_stands_over_no_other_one() {
    let tenant = fixture()
        .user("gina")
        .holds(GLOBAL)
        .user("bart")
        .holds(BILLING)
        .user("noor")
        .holds(GLOBAL)
        .within("noord")
        .unit("noord", &["gina", "bart", "piet"]);
    let ask = |what: &str, command, verdict| row(what, &tenant, "noor", command, verdict);
    check([
        ask("reset a global", reset("gina"), refused(&[23])),
        ask("block a global", block("gina"), refused(&[23])),
        ask(
            "delete a global",
            Command::DeleteUser(id("gina")),
            refused(&[23]),
        ),
        ask("rename billing", rename("bart"), refused(&[23])),
        ask("reset someone", reset("piet"), allowed()),
        ask("delete someone", Command::DeleteUser(id("piet")), allowed()),
        row(
            "and one of the whole",
            &tenant,
            "anna",
            reset("gina"),
            allowed(),
        ),
    ]);
}

#[test]
fn who_is_global_through_a_group_is_deleted_by_nobody_less() {
    let tenant = fixture()
        .user("ursula")
        .holds(USERS)
        .group("admins", &["piet"])
        .holds(GLOBAL);
    let delete = || Command::DeleteUser(id("piet"));
    check([
        row(
            "ursula",
            &tenant,
            "ursula",
            delete(),
            refused(&[13, 23, 24]),
        ),
        row("anna", &tenant, "anna", delete(), allowed()),
    ]);
}

#[test]
fn whoever_would_be_protected_again_is_restored_by_a_global_administrator() {
    let tenant = fixture()
        .user("ursula")
        .holds(USERS)
        .group("leeg", &[])
        .deleted("eigenaar", YESTERDAY, &[])
        .once_owner_of("leeg")
        .deleted("lid", YESTERDAY, &[])
        .once_in("leeg")
        .deleted("ooit", YESTERDAY, &[])
        .once_held(given("ooit", REPORTS_READER).eligible())
        .deleted("straks", YESTERDAY, &[])
        .once_held(given("straks", REPORTS_READER).since(TOMORROW))
        .deleted("voorbij", YESTERDAY, &[])
        .once_held(given("voorbij", REPORTS_READER).until(YESTERDAY))
        .deleted("sam", YESTERDAY, &[])
        .once_synced();
    let ask = |who: &str, verdict| {
        let command = Command::RestoreUser(id(who));
        row(who, &tenant, "ursula", command, verdict)
    };
    check([
        ask("eigenaar", refused(&[1, 13])),
        ask("lid", refused(&[1, 13])),
        ask("ooit", refused(&[1, 13])),
        ask("straks", refused(&[1, 13])),
        ask("voorbij", allowed()),
        ask("sam", refused(&[25])),
    ]);
}

#[test]
fn what_comes_back_is_told_where_it_could_not_be_given_now() {
    let tenant = empty()
        .user("anna")
        .holds(GLOBAL)
        .sold(&[])
        .bought_from("Northwind")
        .deleted("bart", YESTERDAY, &[BILLING])
        .deleted("exa", YESTERDAY, &[EXCHANGE])
        .deleted("oud", YESTERDAY, &[PARTNER_TIER1]);
    let ask =
        |who: &str, verdict| row(who, &tenant, "anna", Command::RestoreUser(id(who)), verdict);
    check([
        ask("bart", allowed().and_warns(&[10])),
        ask("exa", allowed().and_warns(&[9])),
        ask("oud", confirm(&[21]).and_warns(&[20])),
    ]);
}

#[test]
fn synchronisation_has_an_administrator_of_its_own() {
    let tenant = fixture().user("hy").holds(HYBRID_IDENTITY);
    let edited = |change: fn(&mut Organization)| {
        let mut organization = tenant.build().organization().clone();
        change(&mut organization);
        Command::EditOrganization(Box::new(organization))
    };
    let ask = |what: &str, change, verdict| row(what, &tenant, "hy", edited(change), verdict);
    check([
        ask("on", |it| it.directory_sync = true, allowed()),
        ask("the name", |it| it.name = "Fabrikam".into(), refused(&[0])),
    ]);
}
