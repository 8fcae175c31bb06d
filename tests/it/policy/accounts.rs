//! Coming and going: R1, R3, R7, R8, R13, R18, R23, R25, R26.

use mandate::domain::command::Command;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{DelegatedAdministration, User, UserSource};

use super::{allowed, check, choose, confirm, customized, nothing_to_do, refused, row};
use crate::support::{
    BILLING, DIRECTORY_READERS, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less, NOW, PHONE,
    PRIVILEGED_AUTHENTICATION, REPORTS_READER, SHAREPOINT, SKYPE, USERS, YESTERDAY, contact, empty,
    everything, fixture, given, id, person,
};

const LIMITED: DelegatedAdministration = DelegatedAdministration::Limited;

/// Anna may do everything; one more for every role the rows speak of.
pub fn office() -> Fixture {
    fixture()
        .user("ursula")
        .holds(USERS)
        .user("hugo")
        .holds(HELPDESK)
        .user("bart")
        .holds(BILLING)
        .user("sara")
        .holds(SHAREPOINT)
        .user("sky")
        .holds(SKYPE)
        .user("exa")
        .holds(EXCHANGE)
}

pub fn add(change: impl FnOnce(&mut User)) -> Command {
    let mut user = person("nora");
    change(&mut user);
    Command::AddUser(Box::new(user))
}

fn upn(text: &str) -> UserPrincipalName {
    UserPrincipalName::parse(text).expect("a name")
}

fn delete(name: &str) -> Command {
    Command::DeleteUser(id(name))
}

fn restore(name: &str) -> Command {
    Command::RestoreUser(id(name))
}

fn purge(name: &str) -> Command {
    Command::PurgeUser(id(name))
}

#[test]
fn who_adds_people() {
    let tenant = office();
    let ask = |actor, verdict| row(actor, &tenant, actor, add(|_| ()), verdict);
    check([
        ask("anna", allowed()),
        ask("ursula", allowed()),
        ask("hugo", refused(&[0])),
        ask("bart", refused(&[0])),
        ask("sara", refused(&[14])),
        ask("sky", refused(&[14])),
        ask("exa", refused(&[0])),
        ask("piet", refused(&[0])),
        ask("stranger", refused(&[0])),
    ]);
}

#[test]
fn a_new_person_keeps_the_rules_of_names_and_contact() {
    let tenant = office();
    let ask = |what: &str, change: fn(&mut User), verdict| {
        row(what, &tenant, "ursula", add(change), verdict)
    };
    check([
        ask(
            "a taken name",
            |it| it.upn = upn("piet@contoso.nl"),
            refused(&[26]),
        ),
        ask(
            "a taken name in capitals",
            |it| it.upn = upn("PIET@Contoso.NL"),
            refused(&[26]),
        ),
        ask(
            "a domain that is not verified",
            |it| it.upn = upn("nora@contoso-nieuw.nl"),
            refused(&[26]),
        ),
        ask(
            "somebody else's domain",
            |it| it.upn = upn("no@example.org"),
            refused(&[26]),
        ),
        ask(
            "the initial domain",
            |it| it.upn = upn("nora@contoso.onmicrosoft.com"),
            allowed(),
        ),
        ask(
            "an address inside",
            |it| it.contact = contact(Some("n@contoso.nl"), Some(PHONE)),
            refused(&[7]),
        ),
        ask(
            "a phone without country code",
            |it| it.contact = contact(None, Some("06 12345678")),
            refused(&[8]),
        ),
        ask(
            "nothing to reach them by",
            |it| it.contact = contact(None, None),
            allowed(),
        ),
        ask(
            "a synchronised account, which is made on-premises",
            |it| it.source = UserSource::DirectorySynchronised,
            refused(&[25]),
        ),
        ask(
            "a licence, which the same role gives",
            |it| it.licences = vec![everything()],
            allowed(),
        ),
        ask(
            "delegated administration in a tenant that is no partner's",
            |it| it.delegated_administration = LIMITED,
            refused(&[1, 18]),
        ),
    ]);
}

#[test]
fn a_user_management_administrator_creates_no_administrators() {
    let with_role = |role| Command::Batch(vec![add(|_| ()), customized("nora", &[role])]);
    check([
        row(
            "with a role",
            &office(),
            "ursula",
            with_role(REPORTS_READER),
            refused(&[1, 13]),
        ),
        row(
            "with the greatest",
            &office(),
            "ursula",
            with_role(GLOBAL),
            refused(&[1, 13]),
        ),
        row(
            "with none",
            &office(),
            "ursula",
            Command::Batch(vec![
                add(|_| ()),
                choose("nora", mandate::domain::command::RoleChoice::NoAdminAccess),
            ]),
            allowed(),
        ),
        row(
            "by who may",
            &office(),
            "anna",
            with_role(REPORTS_READER),
            allowed(),
        ),
        row(
            "by who may, with the greatest",
            &office(),
            "anna",
            with_role(GLOBAL),
            confirm(&[21]),
        ),
        row(
            "a Global Administrator who can not be reached",
            &office(),
            "anna",
            Command::Batch(vec![
                add(|it| it.contact = contact(None, None)),
                customized("nora", &[GLOBAL]),
            ]),
            confirm(&[21]).and_warns(&[6, 8]),
        ),
        row(
            "two new people of one name",
            &office(),
            "anna",
            Command::Batch(vec![
                add(|_| ()),
                Command::AddUser(Box::new(User {
                    upn: upn("NORA@contoso.nl"),
                    ..person("nora2")
                })),
            ]),
            refused(&[26]),
        ),
    ]);
}

#[test]
fn who_renames_whom() {
    let tenant = office().user("sam").synced();
    let ask = |what: &str, actor, who: &str, to: &str, verdict| {
        let command = Command::RenameUser {
            user: id(who),
            upn: upn(to),
        };
        row(what, &tenant, actor, command, verdict)
    };
    check([
        ask("anna piet", "anna", "piet", "p@contoso.nl", allowed()),
        ask(
            "only the case",
            "anna",
            "piet",
            "PIET@contoso.nl",
            allowed(),
        ),
        ask(
            "the same",
            "anna",
            "piet",
            "piet@contoso.nl",
            nothing_to_do(),
        ),
        ask(
            "to another's name",
            "anna",
            "piet",
            "Ursula@contoso.nl",
            refused(&[26]),
        ),
        ask(
            "to a domain not verified",
            "anna",
            "piet",
            "p@contoso-nieuw.nl",
            refused(&[26]),
        ),
        ask(
            "a synchronised person",
            "anna",
            "sam",
            "s@contoso.nl",
            refused(&[25]),
        ),
        ask("ursula piet", "ursula", "piet", "p@contoso.nl", allowed()),
        // The table of sensitive properties: not of a Billing Administrator.
        ask(
            "ursula bart",
            "ursula",
            "bart",
            "b@contoso.nl",
            refused(&[23]),
        ),
        ask(
            "ursula anna",
            "ursula",
            "anna",
            "a@contoso.nl",
            refused(&[23]),
        ),
        ask("hugo piet", "hugo", "piet", "p@contoso.nl", refused(&[0])),
        ask("sara piet", "sara", "piet", "p@contoso.nl", refused(&[14])),
        ask(
            "piet himself",
            "piet",
            "piet",
            "p@contoso.nl",
            refused(&[0]),
        ),
    ]);
}

#[test]
fn who_deletes_whom() {
    let tenant = office()
        .user("gina")
        .holds(GLOBAL)
        .user("reader")
        .holds(DIRECTORY_READERS)
        .user("pia")
        .holds(PRIVILEGED_AUTHENTICATION)
        .user("sam")
        .synced()
        .user("gast")
        .guest();
    let ask = |actor: &'static str, who: &str, verdict| {
        row(
            format!("{actor} deletes {who}"),
            &tenant,
            actor,
            delete(who),
            verdict,
        )
    };
    check([
        ask("anna", "piet", allowed()),
        ask("anna", "gina", allowed()),
        ask("anna", "bart", allowed()),
        ask("anna", "gast", allowed()),
        ask("anna", "sam", refused(&[25])),
        ask("ursula", "piet", allowed()),
        ask("ursula", "gast", allowed()),
        ask("ursula", "reader", allowed()),
        ask("ursula", "bart", refused(&[23])),
        ask("ursula", "gina", refused(&[13, 23])),
        ask("hugo", "piet", refused(&[0])),
        ask("sara", "piet", refused(&[14])),
        ask("pia", "piet", refused(&[0])),
        ask("piet", "piet", refused(&[0])),
    ]);
}

#[test]
fn the_last_global_administrator_is_not_deleted() {
    // Gina is one as well, and does not last: eligible, or not allowed to sign in.
    let eligible = fixture().user("gina").holds(GLOBAL).eligible();
    let blocked = fixture().user("gina").holds(GLOBAL).blocked();
    let through_group = fixture()
        .user("gina")
        .group("admins", &["gina"])
        .holds(GLOBAL);
    let two = fixture().user("gina").holds(GLOBAL);
    check([
        row(
            "a group's member",
            &through_group,
            "gina",
            delete("anna"),
            refused(&[3]),
        ),
        row("one of two", &two, "gina", delete("anna"), allowed()),
        row(
            "one who is eligible only",
            &eligible,
            "anna",
            delete("gina"),
            allowed(),
        ),
        row(
            "one who is blocked",
            &blocked,
            "anna",
            delete("gina"),
            allowed(),
        ),
    ]);
}

#[test]
fn who_restores_whom() {
    let tenant = office()
        .group("desk", &["hugo"])
        .holds(HELPDESK)
        .group("club", &[])
        .ordinary()
        .deleted("weg", YESTERDAY, &[])
        .deleted("chef", YESTERDAY, &[GLOBAL])
        .deleted("lezer", YESTERDAY, &[REPORTS_READER])
        .deleted("balie", YESTERDAY, &[])
        .once_in("desk")
        .deleted("lid", YESTERDAY, &[])
        .once_in("club")
        .deleted("piet2", YESTERDAY, &[]);
    let ask = |actor: &'static str, who: &str, verdict| {
        row(
            format!("{actor} restores {who}"),
            &tenant,
            actor,
            restore(who),
            verdict,
        )
    };
    check([
        ask("anna", "weg", allowed()),
        ask("anna", "lezer", allowed()),
        ask("anna", "chef", confirm(&[21])),
        ask("anna", "balie", confirm(&[21])),
        ask("ursula", "weg", allowed()),
        ask("ursula", "lid", allowed()),
        ask("ursula", "lezer", refused(&[1, 13])),
        ask("ursula", "chef", refused(&[1, 13])),
        ask("ursula", "balie", refused(&[1, 13])),
        ask("hugo", "weg", refused(&[0])),
        ask("sara", "weg", refused(&[14])),
        ask("piet", "weg", refused(&[0])),
    ]);
    let taken = Command::RenameUser {
        user: id("piet"),
        upn: upn("weg@contoso.nl"),
    };
    let mut after = tenant.build();
    let reason = mandate::domain::apply::Assent::default();
    let context = crate::support::context();
    mandate::domain::apply::apply(&context, &mut after, id("anna"), &taken, &reason).expect("free");
    let decision =
        mandate::domain::delegation::decide(&context, &after, id("anna"), &restore("weg"));
    assert!(decision.refused_by(mandate::domain::rule::Rule::UserPrincipalNameRules));
}

#[test]
fn who_deletes_for_good() {
    let tenant = office()
        .group("desk", &[])
        .deleted("weg", YESTERDAY, &[])
        .deleted("chef", YESTERDAY, &[GLOBAL])
        .deleted("lezer", YESTERDAY, &[REPORTS_READER])
        .deleted("oud", YESTERDAY, &[])
        .once_held(given("oud", GLOBAL).until(YESTERDAY).eligible())
        .deleted("eigenaar", YESTERDAY, &[])
        .once_owner_of("desk");
    let ask = |actor: &'static str, who: &str, verdict| {
        row(
            format!("{actor} purges {who}"),
            &tenant,
            actor,
            purge(who),
            verdict,
        )
    };
    check([
        ask("anna", "weg", allowed()),
        ask("anna", "chef", allowed()),
        ask("ursula", "weg", allowed()),
        ask("ursula", "chef", refused(&[1, 13])),
        ask("ursula", "lezer", refused(&[1])),
        ask("ursula", "oud", allowed()),
        ask("ursula", "eigenaar", refused(&[1])),
        ask("hugo", "weg", refused(&[0])),
        ask("sky", "weg", refused(&[14])),
    ]);
}

#[test]
fn nobody_without_a_global_administrator_gains_by_coming_back() {
    // The last one was deleted by an import; what comes back is judged like what is given.
    let tenant = empty()
        .user("ursula")
        .holds(USERS)
        .deleted("chef", NOW, &[GLOBAL]);
    check([row(
        "the last",
        &tenant,
        "ursula",
        restore("chef"),
        refused(&[1, 13]),
    )]);
}
