//! Random tenants, actors and Commands.

mod own;
mod whole;

use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::organization::Service;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::user::{Profile, SignIn};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{
    AUTHENTICATION, DIRECTORY_READERS, DYNAMICS, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less, NOW,
    PARTNER_TIER1, PHONE, PRIVILEGED_AUTHENTICATION, SERVICE, SHAREPOINT, TOMORROW, USERS,
    YESTERDAY, contact, empty, everything, given, given_to_group, group_id, id, named,
};

/// Someone's Command.
#[derive(Clone, Debug)]
pub struct Step {
    pub actor: &'static str,
    pub command: Command,
    pub with_reason: bool,
}

/// `root` is always a lasting Global Administrator in a compliant tenant.
const PEOPLE: [&str; 7] = ["root", "gina", "ursula", "hugo", "piet", "kim", "sam"];
const GROUPS: [&str; 2] = ["admins", "desk"];
const UNITS: [&str; 2] = ["noord", "vault"];
const ROLES: [RoleTemplateId; 12] = [
    GLOBAL,
    GLOBAL,
    USERS,
    HELPDESK,
    EXCHANGE,
    SHAREPOINT,
    SERVICE,
    AUTHENTICATION,
    PRIVILEGED_AUTHENTICATION,
    DIRECTORY_READERS,
    // Not sold, and out of use.
    DYNAMICS,
    PARTNER_TIER1,
];

pub fn actor() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just("root"), 6 => select(&PEOPLE[..]), 1 => Just("stranger")]
}

fn person() -> impl Strategy<Value = &'static str> {
    prop_oneof![20 => select(&PEOPLE[..]), 1 => Just("stranger")]
}

fn role() -> impl Strategy<Value = RoleTemplateId> {
    select(&ROLES[..])
}

/// Makes an assignment less, mostly not.
fn lessened(assignment: RoleAssignment) -> BoxedStrategy<RoleAssignment> {
    prop_oneof![
        6 => Just(assignment),
        1 => Just(assignment.eligible()),
        1 => select(&UNITS[..]).prop_map(move |unit| assignment.within(unit)),
        1 => Just(assignment.until(TOMORROW)),
        1 => Just(assignment.until(NOW)),
        1 => Just(assignment.since(YESTERDAY)),
        1 => Just(assignment.since(TOMORROW)),
        1 => Just(assignment.eligible().until(TOMORROW)),
    ]
    .boxed()
}

fn to_person(name: &'static str) -> impl Strategy<Value = RoleAssignment> {
    role().prop_flat_map(move |role| lessened(given(name, role)))
}

fn to_group(name: &'static str) -> impl Strategy<Value = RoleAssignment> {
    role().prop_flat_map(move |role| lessened(given_to_group(name, role)))
}

fn assignment() -> BoxedStrategy<RoleAssignment> {
    prop_oneof![
        4 => person().prop_flat_map(to_person),
        1 => select(&GROUPS[..]).prop_flat_map(to_group),
    ]
    .boxed()
}

pub fn command() -> BoxedStrategy<Command> {
    prop_oneof![
        12 => on_roles(),
        11 => on_people(),
        14 => whole::command(),
        6 => own::command(),
    ]
    .boxed()
}

fn on_roles() -> BoxedStrategy<Command> {
    let of_person = person()
        .prop_flat_map(|name| (Just(name), vec(to_person(name), 0..4)))
        .prop_map(|(name, held)| (Principal::User(id(name)), held));
    let of_group = select(&GROUPS[..])
        .prop_flat_map(|name| (Just(name), vec(to_group(name), 0..3)))
        .prop_map(|(name, held)| (Principal::Group(group_id(name)), held));
    let set = prop_oneof![3 => of_person.boxed(), 1 => of_group.boxed()];
    let set = set.prop_map(|(principal, held)| Command::SetAssignments {
        principal,
        assignments: held.into_iter().collect(),
    });
    let choice = prop_oneof![
        Just(RoleChoice::NoAdminAccess),
        Just(RoleChoice::GlobalAdministrator),
        btree_set(role(), 0..4).prop_map(RoleChoice::Customized),
    ];
    let choose = (person(), choice).prop_map(|(name, choice)| Command::SetRoleChoice {
        user: id(name),
        choice,
    });
    prop_oneof![
        assignment().prop_map(Command::AssignRole).boxed(),
        assignment().prop_map(Command::RevokeRole).boxed(),
        set.boxed(),
        choose.boxed(),
    ]
    .boxed()
}

/// Takes a Global Administrator's role or sign-in: what R3 is there for.
fn removal() -> BoxedStrategy<Command> {
    let who = || select(&["root", "root", "gina", "kim"][..]);
    let less = who().prop_flat_map(|name| (Just(name), lessened(given(name, GLOBAL))));
    prop_oneof![
        who().prop_map(|name| Command::RevokeRole(given(name, GLOBAL))),
        who().prop_map(|name| Command::SetSignIn {
            user: id(name),
            sign_in: SignIn::Blocked
        }),
        less.prop_map(|(name, held)| Command::SetAssignments {
            principal: Principal::User(id(name)),
            assignments: [held].into(),
        }),
    ]
    .boxed()
}

fn on_people() -> BoxedStrategy<Command> {
    let phones = option::of(select(vec![PHONE, "+31687654321", "06 12345678"]));
    let emails = option::of(select(vec![
        "x@example.org",
        "y@example.org",
        "z@contoso.nl",
    ]));
    let edit = (person(), emails, phones).prop_map(|(name, email, phone)| Command::EditContact {
        user: id(name),
        contact: contact(email, phone),
    });
    let place = option::of(select(vec!["NL", "BE", "nederland"]));
    let rename = (person(), select(vec!["One", "Two", ""]), place);
    let rename = rename.prop_map(|(name, shown, place)| Command::EditProfile {
        user: id(name),
        profile: Profile {
            usage_location: place.map(Into::into),
            ..named(shown)
        },
    });
    let sign_in = prop_oneof![2 => Just(SignIn::Blocked), 1 => Just(SignIn::Allowed)];
    let set = (person(), sign_in).prop_map(|(name, sign_in)| Command::SetSignIn {
        user: id(name),
        sign_in,
    });
    prop_oneof![
        3 => edit.boxed(),
        2 => rename.boxed(),
        3 => set.boxed(),
        2 => person().prop_map(|name| Command::ResetPassword(id(name))).boxed(),
        1 => person().prop_map(|name| Command::WithdrawPasswordReset(id(name))).boxed(),
    ]
    .boxed()
}

/// Commands about few people that a Global Administrator mostly may run: they meet each other's
/// effects, so that batches succeed and their order matters.
fn likely() -> BoxedStrategy<Command> {
    let who = || select(&["piet", "kim"][..]);
    let easy = || select(&[EXCHANGE, SHAREPOINT, DIRECTORY_READERS, USERS, GLOBAL][..]);
    let chosen =
        (who(), btree_set(easy(), 0..3)).prop_map(|(name, roles)| Command::SetRoleChoice {
            user: id(name),
            choice: RoleChoice::Customized(roles),
        });
    let renamed = (who(), select(vec!["One", "Two", "Three"])).prop_map(|(name, shown)| {
        Command::EditProfile {
            user: id(name),
            profile: named(shown),
        }
    });
    let mail = select(vec!["x@example.org", "y@example.org", "w@example.org"]);
    let reached = (who(), mail).prop_map(|(name, mail)| Command::EditContact {
        user: id(name),
        contact: contact(Some(mail), Some(PHONE)),
    });
    let sign_in = select(vec![SignIn::Blocked, SignIn::Allowed]);
    let set = (who(), sign_in).prop_map(|(name, sign_in)| Command::SetSignIn {
        user: id(name),
        sign_in,
    });
    let assigned = (who(), easy()).prop_map(|(name, role)| Command::AssignRole(given(name, role)));
    let revoked = (who(), easy()).prop_map(|(name, role)| Command::RevokeRole(given(name, role)));
    prop_oneof![
        chosen.boxed(),
        renamed.boxed(),
        reached.boxed(),
        set.boxed(),
        assigned.boxed(),
        revoked.boxed(),
        who()
            .prop_map(|name| Command::ResetPassword(id(name)))
            .boxed(),
    ]
    .boxed()
}

/// The parts of a batch, some of them batches.
pub fn batch(parts: usize) -> BoxedStrategy<Vec<Command>> {
    let nested = vec(command(), 0..3).prop_map(Command::Batch);
    let part = prop_oneof![6 => command(), 6 => likely(), 1 => nested];
    vec(part, 0..parts).boxed()
}

fn step() -> BoxedStrategy<Step> {
    let alone = prop_oneof![4 => command(), 1 => likely(), 1 => removal()];
    let command = prop_oneof![5 => alone, 2 => batch(4).prop_map(Command::Batch)];
    (actor(), command, prop::bool::weighted(0.8))
        .prop_map(|(actor, command, with_reason)| Step {
            actor,
            command,
            with_reason,
        })
        .boxed()
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    vec(step(), 1..most)
}

/// Steps that leave `root` what it is.
pub fn steps_sparing_root(most: usize) -> impl Strategy<Value = Vec<Step>> {
    steps(most).prop_map(|mut steps| {
        steps.retain(|step| spares_root(&step.command));
        steps
    })
}

fn spares_root(command: &Command) -> bool {
    let root = id("root");
    match command {
        Command::AssignRole(it) | Command::RevokeRole(it) => it.principal != Principal::User(root),
        Command::SetAssignments { principal, .. } => *principal != Principal::User(root),
        Command::SetRoleChoice { user, .. }
        | Command::SetSignIn { user, .. }
        | Command::DeleteUser(user) => *user != root,
        Command::Batch(commands) => commands.iter().all(spares_root),
        _ => true,
    }
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
struct Drawn {
    synced: bool,
    blocked: bool,
    guest: bool,
    reachable: bool,
    must_change: bool,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let rarely = || prop::bool::weighted(0.2);
    (
        rarely(),
        rarely(),
        rarely(),
        prop::bool::weighted(0.7),
        rarely(),
    )
        .prop_map(|(synced, blocked, guest, reachable, must_change)| Drawn {
            synced,
            blocked,
            guest,
            reachable,
            must_change,
        })
}

/// A tenant as an import may bring it: roles that can't be assigned, odd profiles, nobody lasting.
pub fn random() -> impl Strategy<Value = Fixture> {
    tenant(true)
}

/// A tenant that breaks no rule, with a lasting Global Administrator in it.
pub fn compliant() -> impl Strategy<Value = Fixture> {
    tenant(false)
}

fn tenant(odd: bool) -> BoxedStrategy<Fixture> {
    let members = || vec(select(&PEOPLE[..]), 0..3);
    (
        vec(drawn(), PEOPLE.len()),
        vec(assignment(), 0..10),
        vec(select(&["root", "root", "gina", "kim"][..]), 0..3),
        (members(), members(), members(), members(), members()),
        any::<bool>(),
    )
        .prop_map(
            move |(people, mut held, globals, members, directory_sync)| {
                held.extend(globals.into_iter().map(|name| given(name, GLOBAL)));
                told(odd, &people, &held, &members, directory_sync)
            },
        )
        .boxed()
}

type Names = Vec<&'static str>;

fn told(
    odd: bool,
    people: &[Drawn],
    held: &[RoleAssignment],
    (admins, desk, owners, noord, vault): &(Names, Names, Names, Names, Names),
    directory_sync: bool,
) -> Fixture {
    let services = Service::ALL
        .into_iter()
        .filter(|sold| *sold != Service::Dynamics365);
    let mut tenant = empty().sold(&services.collect::<Vec<_>>());
    if directory_sync {
        tenant = tenant.directory_sync().certified_partner();
    }
    tenant = tenant.seats(3);
    for (name, drawn) in PEOPLE.into_iter().zip(people) {
        let root = name == "root" && !odd;
        tenant = tenant.user(name).but(|user| {
            user.must_change_password = drawn.must_change;
            if drawn.must_change {
                user.licences = vec![everything()];
            }
            if odd && drawn.guest {
                user.profile.usage_location = Some("ergens".into());
                user.contact = contact(Some("in@contoso.nl"), Some("06"));
            }
        });
        tenant = if drawn.synced {
            tenant.synced()
        } else {
            tenant
        };
        tenant = if drawn.blocked && !root {
            tenant.blocked()
        } else {
            tenant
        };
        tenant = if drawn.guest { tenant.guest() } else { tenant };
        tenant = if drawn.reachable || odd {
            tenant
        } else {
            tenant.unreachable()
        };
    }
    tenant = tenant
        .unit("noord", noord)
        .unit("vault", vault)
        .restricted()
        .group("admins", admins)
        .owned_by(owners)
        .group("desk", desk)
        .group("club", noord)
        .ordinary()
        .deleted("weg", YESTERDAY, &[])
        .once_in("club")
        .deleted("chef", YESTERDAY, &[GLOBAL])
        .once_in("desk");
    let mut kept: Vec<RoleAssignment> = Vec::new();
    if !odd {
        kept.push(given("root", GLOBAL));
    }
    for one in held {
        let known = one.principal != Principal::User(id("stranger"));
        let sold = odd || ![DYNAMICS, PARTNER_TIER1].contains(&one.role);
        if known && sold && !kept.iter().any(|other| other.same_slot(one)) {
            kept.push(*one);
        }
    }
    if !odd {
        // R12: who is Service administrator is Exchange administrator as well.
        for one in kept.clone().iter().filter(|one| one.role == SERVICE) {
            let beside = RoleAssignment::permanent(one.principal, EXCHANGE);
            kept.retain(|other| !other.same_slot(&beside));
            kept.push(beside);
        }
    }
    kept.into_iter().fold(tenant, Fixture::with)
}
