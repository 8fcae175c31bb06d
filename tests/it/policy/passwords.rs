//! R11, R13, R23 and R24: whose password who may reset, cell by cell.
//!
//! Entra's table says yes or no; R11 and R13 are stricter and let Password and User management
//! administrators at nobody who holds a role. Where several rules refuse, each is named.

use mandate::domain::command::Command;
use mandate::domain::role::RoleTemplateId;

use super::published::{TARGETS, target};
use super::{Row, allowed, cell, check, refused, reset, row};
use crate::support::{
    AUTHENTICATION, DIRECTORY_READERS, DIRECTORY_WRITERS, EXCHANGE, Fixture, GLOBAL, GUEST_INVITER,
    HELPDESK, Less, PARTNER_TIER1, PARTNER_TIER2, PASSWORD, PRIVILEGED_AUTHENTICATION, SECURITY,
    SECURITY_OPERATOR, SOC_RESPONDER, TOMORROW, USERS, YESTERDAY, fixture, id,
};

/// The acting roles, in the order of the columns.
const ACTORS: [(&str, RoleTemplateId); 6] = [
    ("Password Administrator", PASSWORD),
    ("Helpdesk", HELPDESK),
    ("Authentication", AUTHENTICATION),
    ("User management", USERS),
    ("Privileged Authentication", PRIVILEGED_AUTHENTICATION),
    ("Global", GLOBAL),
];

const TABLE: &str = "
    target                   Password Helpdesk Authentic. UserMgmt PrivAuth Global
    authentication           23       11+23    yes        13+23    yes      yes
    directory_readers        yes      11       yes        13       yes      yes
    global                   23       11+23    23         13+23    yes      yes
    groups                   23       11+23    23         13       yes      yes
    guest_inviter            yes      11       yes        13       yes      yes
    helpdesk                 23       11       23         13       yes      yes
    message_center_reader    23       11       yes        13       yes      yes
    password                 yes      11       yes        13       yes      yes
    privileged_authentic.    23       11+23    23         13+23    yes      yes
    privileged_role          23       11+23    23         13+23    yes      yes
    reports_reader           23       11       yes        13       yes      yes
    no_admin_role            yes      yes      yes        yes      yes      yes
    group_member             24       24       24         24       yes      yes
    restricted_unit          23       11+23    23         13+23    yes      yes
    user_administrator       23       11+23    23         13       yes      yes
    experience_manager       23       11       yes        13       yes      yes
    usage_summary_reader     23       11       yes        13       yes      yes
    all_other_roles          23       11+23    23         13+23    yes      yes
";

#[test]
fn every_cell_of_the_table() {
    let mut rows: Vec<Row> = Vec::new();
    let lines = TABLE.lines().skip(2).filter(|line| !line.trim().is_empty());
    for (target_name, line) in TARGETS.into_iter().zip(lines) {
        let mut words = line.split_whitespace();
        let label = words.next().expect("a target");
        let cells: Vec<_> = words.collect();
        assert_eq!(cells.len(), ACTORS.len(), "{label}");
        for ((actor, role), text) in ACTORS.into_iter().zip(cells) {
            let tenant = target(target_name).user("actor").holds(role);
            let what = format!("{actor} resets {label}");
            rows.push(row(what, &tenant, "actor", reset("target"), cell(text)));
        }
    }
    assert_eq!(rows.len(), 18 * 6);
    check(rows);
}

fn acting(role: RoleTemplateId) -> Fixture {
    fixture().user("actor").holds(role)
}

/// Roles that Microsoft treats outside the table.
#[test]
fn roles_outside_the_table() {
    let on = |role, held: Option<RoleTemplateId>| {
        let tenant = acting(role).user("kim");
        match held {
            Some(held) => tenant.holds(held),
            None => tenant,
        }
    };
    let member = |role| on(role, None).group("admins", &["kim"]);
    let mut rows = Vec::new();
    for (name, role) in [
        ("Security Operator", SECURITY_OPERATOR),
        ("SOC Identity Responder", SOC_RESPONDER),
        ("Partner Tier1, as found", PARTNER_TIER1),
    ] {
        let what = |whom| format!("{name} resets {whom}");
        rows.extend([
            row(
                what("nobody's administrator"),
                &on(role, None),
                "actor",
                reset("kim"),
                allowed(),
            ),
            row(
                what("a reader"),
                &on(role, Some(DIRECTORY_READERS)),
                "actor",
                reset("kim"),
                refused(&[23]),
            ),
            row(
                what("a Global"),
                &on(role, Some(GLOBAL)),
                "actor",
                reset("kim"),
                refused(&[23]),
            ),
            row(
                what("a member"),
                &member(role),
                "actor",
                reset("kim"),
                refused(&[24]),
            ),
        ]);
    }
    for held in [None, Some(DIRECTORY_READERS), Some(GLOBAL)] {
        let tenant = on(PARTNER_TIER2, held);
        rows.push(row(
            "Partner Tier2, as found, resets all",
            &tenant,
            "actor",
            reset("kim"),
            allowed(),
        ));
    }
    rows.push(row(
        "and members too",
        &member(PARTNER_TIER2),
        "actor",
        reset("kim"),
        allowed(),
    ));
    // No table of actions grants it to these.
    for (name, role) in [
        ("Security Administrator", SECURITY),
        ("Directory Writers", DIRECTORY_WRITERS),
        ("Exchange", EXCHANGE),
    ] {
        rows.push(row(
            name,
            &acting(role),
            "actor",
            reset("piet"),
            refused(&[0]),
        ));
    }
    check(rows);
}

/// What protects: roles held in any way that still counts, and groups, not mere look-alikes.
#[test]
#[expect(clippy::too_many_lines, reason = "a table, a row a case")]
fn what_protects_a_person() {
    let kim = |less: fn(Fixture) -> Fixture| {
        less(
            acting(HELPDESK)
                .unit("noord", &["piet"])
                .user("kim")
                .holds(DIRECTORY_READERS),
        )
    };
    let bare = || acting(HELPDESK).user("kim");
    check([
        row(
            "a role",
            &kim(|it| it),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "over a unit",
            &kim(|it| it.within("noord")),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "eligible: it can be taken up",
            &kim(Less::eligible),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "from tomorrow: it will be held",
            &kim(|it| it.since(TOMORROW)),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "eligible from tomorrow",
            &kim(|it| it.eligible().since(TOMORROW)),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "until tomorrow",
            &kim(|it| it.until(TOMORROW)),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "expired",
            &kim(|it| it.until(YESTERDAY)),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "eligible and expired",
            &kim(|it| it.eligible().until(YESTERDAY)),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "blocked and holding one",
            &kim(Fixture::blocked),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "a guest without one",
            &bare().guest(),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "synchronised without one",
            &bare().synced(),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "a member of a role-assignable group",
            &bare().group("admins", &["kim"]),
            "actor",
            reset("kim"),
            refused(&[24]),
        ),
        row(
            "an owner of one",
            &bare().group("admins", &[]).owned_by(&["kim"]),
            "actor",
            reset("kim"),
            refused(&[24]),
        ),
        row(
            "a member of one that holds a role",
            &bare().group("admins", &["kim"]).holds(GUEST_INVITER),
            "actor",
            reset("kim"),
            refused(&[11, 24]),
        ),
        row(
            "an owner of one that holds a role holds none",
            &bare()
                .group("admins", &["piet"])
                .owned_by(&["kim"])
                .holds(GUEST_INVITER),
            "actor",
            reset("kim"),
            refused(&[24]),
        ),
        row(
            "a member of an ordinary group",
            &bare().group("friends", &["kim"]).ordinary(),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "someone else in a group",
            &bare().group("admins", &["piet"]),
            "actor",
            reset("kim"),
            allowed(),
        ),
    ]);
}

/// Several roles of a target must each be open; several roles of an actor help each other.
#[test]
fn several_roles() {
    let kim = |actor| acting(actor).user("kim").holds(DIRECTORY_READERS);
    check([
        row(
            "both open",
            &kim(PASSWORD).holds(GUEST_INVITER),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "one closed",
            &kim(PASSWORD).holds(HELPDESK),
            "actor",
            reset("kim"),
            refused(&[23]),
        ),
        row(
            "Helpdesk alone",
            &kim(HELPDESK),
            "actor",
            reset("kim"),
            refused(&[11]),
        ),
        row(
            "Helpdesk who is Password Administrator too",
            &kim(HELPDESK).with(crate::support::given("actor", PASSWORD)),
            "actor",
            reset("kim"),
            allowed(),
        ),
        row(
            "the role that goes further explains its refusal",
            &acting(HELPDESK)
                .holds(SECURITY_OPERATOR)
                .user("kim")
                .holds(GLOBAL),
            "actor",
            reset("kim"),
            refused(&[23]),
        ),
        row(
            "whichever comes first",
            &acting(AUTHENTICATION)
                .holds(HELPDESK)
                .user("kim")
                .holds(GLOBAL),
            "actor",
            reset("kim"),
            refused(&[23]),
        ),
        row(
            "User management who is Helpdesk too",
            &kim(USERS).with(crate::support::given("actor", HELPDESK)),
            "actor",
            reset("piet"),
            allowed(),
        ),
    ]);
}

/// Taking a reset back is judged like resetting.
#[test]
fn taking_a_reset_back() {
    let kim = acting(HELPDESK)
        .user("kim")
        .holds(GLOBAL)
        .but(|kim| kim.must_change_password = true)
        .user("wim")
        .but(|wim| wim.must_change_password = true);
    let withdraw = |name| Command::WithdrawPasswordReset(id(name));
    check([
        row(
            "a Global's",
            &kim,
            "actor",
            withdraw("kim"),
            refused(&[11, 23]),
        ),
        row("somebody else's", &kim, "actor", withdraw("wim"), allowed()),
        row("by nobody", &kim, "piet", withdraw("wim"), refused(&[0])),
    ]);
}
