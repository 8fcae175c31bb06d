//! Commands about accounts, groups, units and the organisation.

use mandate::domain::command::Command;
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::{
    Customer, Domain, Organization, Partner, PurchaseChannel, Service, Subscription, SubscriptionId,
};
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{DelegatedAdministration, ProductMail, User, UserId};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use uuid::Uuid;

use super::role;
use crate::support::{PHONE, contact, everything, group_id, id, person, unit_id};

/// Everybody who can come, go and be put into something.
const WHO: [&str; 10] = [
    "root", "gina", "ursula", "hugo", "piet", "kim", "nora", "otto", "weg", "chef",
];
const GROUPS: [&str; 4] = ["admins", "desk", "club", "nieuw"];
const UNITS: [&str; 3] = ["noord", "vault", "zuid"];

pub fn command() -> BoxedStrategy<Command> {
    prop_oneof![3 => accounts(), 2 => sets(), 2 => organisation()].boxed()
}

fn who() -> impl Strategy<Value = UserId> {
    select(&WHO[..]).prop_map(id)
}

fn name() -> impl Strategy<Value = UserPrincipalName> {
    let names = [
        "nora@contoso.nl",
        "NORA@contoso.nl",
        "piet@contoso.nl",
        "weg@contoso.onmicrosoft.com",
        "weg@contoso.nl",
        "kim@contoso-nieuw.nl",
        "kim@contoso.be",
    ];
    select(names.to_vec()).prop_map(|text| UserPrincipalName::parse(text).expect("a name"))
}

fn level() -> impl Strategy<Value = DelegatedAdministration> {
    select(&DelegatedAdministration::ALL[..])
}

fn other() -> SubscriptionId {
    SubscriptionId(Uuid::from_u128(7))
}

fn accounts() -> BoxedStrategy<Command> {
    let new = (
        select(&["nora", "otto"][..]),
        level(),
        name(),
        any::<[bool; 4]>(),
    )
        .prop_map(
            |(who, level, name, [licensed, leveled, renamed, unreachable])| {
                let mut user: User = person(who);
                if licensed {
                    user.licences = vec![everything()];
                }
                if leveled {
                    user.delegated_administration = level;
                }
                if renamed {
                    user.upn = name;
                }
                if unreachable {
                    user.contact = contact(None, Some(PHONE));
                }
                Command::AddUser(Box::new(user))
            },
        );
    let licences = subsequence(vec![everything(), other()], 0..=2);
    let mail = select(vec![ProductMail::Accepted, ProductMail::Declined]);
    prop_oneof![
        4 => new.boxed(),
        1 => who().prop_map(Command::WithdrawUser).boxed(),
        2 => (who(), name()).prop_map(|(user, upn)| Command::RenameUser { user, upn }).boxed(),
        5 => who().prop_map(Command::DeleteUser).boxed(),
        5 => who().prop_map(Command::RestoreUser).boxed(),
        2 => who().prop_map(Command::PurgeUser).boxed(),
        4 => (who(), licences).prop_map(|(user, licences)| Command::SetLicences {
            user,
            licences: licences.into_iter().collect(),
        }).boxed(),
        1 => (who(), mail).prop_map(|(user, product_mail)| Command::SetProductMail {
            user,
            product_mail,
        }).boxed(),
        2 => (who(), level()).prop_map(|(user, level)| Command::SetDelegatedAdministration {
            user,
            level,
        }).boxed(),
    ]
    .boxed()
}

fn sets() -> BoxedStrategy<Command> {
    let people = || btree_set(who(), 0..3);
    let group =
        (any::<bool>(), people(), people()).prop_map(|(role_assignable, members, owners)| {
            Command::AddGroup(Box::new(Group {
                id: group_id("nieuw"),
                name: "Nieuw".into(),
                role_assignable,
                members,
                owners,
            }))
        });
    let unit = (any::<bool>(), people()).prop_map(|(restricted, members)| {
        Command::AddUnit(Box::new(AdministrativeUnit {
            id: unit_id("zuid"),
            name: "Zuid".into(),
            restricted,
            members,
        }))
    });
    let of_group = || select(&GROUPS[..]).prop_map(group_id);
    let of_unit = || select(&UNITS[..]).prop_map(unit_id);
    let words = || select(vec!["Een", "Twee", " "]).prop_map(Box::<str>::from);
    let set = prop_oneof![
        3 => of_group().prop_map(MemberSet::Members),
        1 => of_group().prop_map(MemberSet::Owners),
        1 => of_unit().prop_map(MemberSet::Unit),
    ];
    let roles = option::of(btree_set(role(), 0..3));
    prop_oneof![
        2 => group.boxed(),
        1 => (of_group(), words())
            .prop_map(|(group, name)| Command::RenameGroup { group, name }).boxed(),
        2 => of_group().prop_map(Command::DeleteGroup).boxed(),
        1 => unit.boxed(),
        1 => (of_unit(), words()).prop_map(|(unit, name)| Command::RenameUnit { unit, name }).boxed(),
        1 => of_unit().prop_map(Command::DeleteUnit).boxed(),
        6 => (set, who(), any::<bool>()).prop_map(|(set, user, included)| Command::SetMembership {
            set,
            user,
            included,
        }).boxed(),
        1 => (words(), roles).prop_map(|(name, roles)| Command::SetRoleSet { name, roles }).boxed(),
    ]
    .boxed()
}

fn domain_name(text: &str) -> DomainName {
    DomainName::parse(text).expect("a domain")
}

fn organisation() -> BoxedStrategy<Command> {
    let names = vec![
        "contoso.onmicrosoft.com",
        "contoso.nl",
        "contoso-nieuw.nl",
        "contoso.be",
    ];
    let domains = (subsequence(names, 1..=4), any::<[bool; 4]>(), 0..4usize).prop_map(
        |(names, verified, default)| {
            let listed = names.iter().zip(verified).enumerate();
            Command::SetDomains(
                listed
                    .map(|(at, (name, verified))| Domain {
                        name: domain_name(name),
                        verified: verified || at == 0,
                        default: at == default % names.len(),
                    })
                    .collect(),
            )
        },
    );
    let sold = (
        any::<bool>(),
        any::<bool>(),
        0..6u32,
        subsequence(Service::ALL.to_vec(), 5..=9),
    )
        .prop_map(|(first, second, seats, services)| {
            let all = [
                (first, everything(), "Everything", services),
                (second, other(), "Other", vec![Service::Dynamics365]),
            ];
            let sold = all.into_iter().filter(|(there, ..)| *there);
            Command::SetSubscriptions(
                sold.map(|(_, id, name, services)| Subscription {
                    id,
                    name: name.into(),
                    seats,
                    services,
                })
                .collect(),
            )
        });
    let edit = (any::<[bool; 5]>(), vec(select(vec!["A", "B", " "]), 0..3)).prop_map(
        |([partner, sync, certified, administers, customers], names)| {
            Command::EditOrganization(Box::new(Organization {
                purchased_from: if partner {
                    PurchaseChannel::Partner {
                        name: "Fabrikam".into(),
                    }
                } else {
                    PurchaseChannel::Microsoft
                },
                directory_sync: sync,
                certified_partner: certified,
                deleted_user_days: if administers { 30 } else { 0 },
                partners: names
                    .iter()
                    .map(|name| Partner {
                        name: (*name).into(),
                        administers,
                    })
                    .collect(),
                customers: customers
                    .then(|| Customer {
                        name: "Tailspin".into(),
                        domain: domain_name("tailspin.com"),
                    })
                    .into_iter()
                    .collect(),
                ..Organization::new("Contoso")
            }))
        },
    );
    prop_oneof![domains.boxed(), sold.boxed(), edit.boxed()].boxed()
}
