//! What a review finds: a clean tenant, and for each finding the change that brings it about.

use mandate::catalogue;
use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use mandate::domain::delegation::Context;
use mandate::domain::group::Group;
use mandate::domain::language::Language;
use mandate::domain::organization::{
    Domain, Organization, PurchaseChannel, Service, Subscription, SubscriptionId,
};
use mandate::domain::review::{Finding, FindingKind, Severity, review};
use mandate::domain::role::{AssignmentKind, GroupId, Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::rule::{Rule, RuleKind};
use mandate::domain::tenant::Tenant;
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{Profile, SignIn, User, UserId, UserKind, UserSource};
use mandate::sample::{REFERENCE, generate};
use uuid::{Uuid, uuid};

const GLOBAL: RoleTemplateId = RoleTemplateId::GLOBAL_ADMINISTRATOR;
const EXCHANGE: RoleTemplateId = RoleTemplateId::EXCHANGE_ADMINISTRATOR;
const SHAREPOINT: RoleTemplateId = RoleTemplateId::SHAREPOINT_ADMINISTRATOR;
const BILLING: RoleTemplateId = RoleTemplateId::BILLING_ADMINISTRATOR;
const HELPDESK: RoleTemplateId = RoleTemplateId::HELPDESK_ADMINISTRATOR;
const SERVICE: RoleTemplateId = RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR;
/// A role that Microsoft says not to use.
const PARTNER: RoleTemplateId = RoleTemplateId(uuid!("4ba39ca4-527c-499a-b93d-d9b492c50246"));

/// Seven people a to g, all reachable; a and b are Global Administrators, c administers
/// Exchange, d too and is Service administrator as well.
struct Parts {
    organization: Organization,
    services: Vec<Service>,
    users: Vec<User>,
    members: Vec<UserId>,
    assignments: Vec<RoleAssignment>,
}

fn known() -> &'static RoleCatalogue {
    catalogue::shared().expect("the catalogue")
}

fn id(name: &str) -> UserId {
    UserId(Uuid::from_u128(u128::from(name.as_bytes()[0])))
}

fn holds(name: &str, role: RoleTemplateId) -> RoleAssignment {
    RoleAssignment::permanent(Principal::User(id(name)), role)
}

fn group() -> GroupId {
    GroupId(Uuid::from_u128(1))
}

impl Parts {
    fn clean() -> Self {
        let user = |name: &str| User {
            id: id(name),
            upn: UserPrincipalName::parse(&format!("{name}@contoso.example")).expect("a name"),
            profile: Profile {
                display_name: name.into(),
                ..Profile::default()
            },
            contact: ContactDetails {
                alternate_email: AlternateEmail::parse(&format!("{name}@example.net")).ok(),
                mobile_phone: Some(MobilePhone::imported("+31612345678")),
            },
            kind: UserKind::Member,
            source: UserSource::Cloud,
            sign_in: SignIn::Allowed,
            must_change_password: false,
            last_sign_in: None,
            licences: vec![],
        };
        Self {
            organization: Organization {
                name: "Contoso".into(),
                purchased_from: PurchaseChannel::Microsoft,
                directory_sync: false,
            },
            services: vec![Service::ExchangeOnline],
            users: ["a", "b", "c", "d", "e", "f", "g"].map(user).to_vec(),
            members: vec![],
            assignments: vec![
                holds("a", GLOBAL),
                holds("b", GLOBAL),
                holds("c", EXCHANGE),
                holds("d", EXCHANGE),
                holds("d", SERVICE),
            ],
        }
    }

    fn user(&mut self, name: &str) -> &mut User {
        let mut users = self.users.iter_mut();
        users.find(|user| user.id == id(name)).expect("someone")
    }

    fn give(&mut self, name: &str, role: RoleTemplateId) {
        self.assignments.push(holds(name, role));
    }

    fn give_all<const N: usize>(&mut self, names: [&str; N], role: RoleTemplateId) {
        for name in names {
            self.give(name, role);
        }
    }

    fn build(self) -> Tenant {
        let mut builder = TenantBuilder::new(self.organization).expect("an organisation");
        for name in ["contoso.onmicrosoft.com", "contoso.example"] {
            let domain = Domain {
                name: DomainName::parse(name).expect("a domain"),
                verified: true,
                default: name == "contoso.example",
            };
            builder.domain(domain).expect("a domain");
        }
        let subscription = Subscription {
            id: SubscriptionId(Uuid::from_u128(2)),
            name: "Plan".into(),
            seats: 10,
            services: self.services,
        };
        builder.subscription(subscription).expect("a subscription");
        for user in self.users {
            builder.user(user).expect("someone");
        }
        let group = Group {
            id: group(),
            name: "Administrators".into(),
            role_assignable: true,
            members: self.members.into_iter().collect(),
            owners: [].into(),
        };
        builder.group(group).expect("a group");
        for assignment in self.assignments {
            builder.assignment(assignment).expect("an assignment");
        }
        builder.build().expect("a tenant")
    }
}

fn findings(tenant: &Tenant) -> Vec<Finding> {
    let context = Context {
        catalogue: known(),
        now: REFERENCE,
    };
    review(&context, tenant)
}

/// Changes the clean tenant and expects exactly these findings: kind, people, roles.
fn check(change: impl FnOnce(&mut Parts), expected: &[(FindingKind, &str, &[RoleTemplateId])]) {
    let mut parts = Parts::clean();
    change(&mut parts);
    let found = findings(&parts.build());
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, people, roles)| Finding {
            kind: kind.clone(),
            people: people.split_whitespace().map(id).collect(),
            roles: roles.to_vec(),
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_clean_tenant_has_no_findings() {
    check(|_| {}, &[]);
    assert_eq!(
        findings(&generate(1, 1).expect("a tenant")).len(),
        1,
        "one is too few"
    );
}

#[test]
fn global_administrators_are_counted_and_reachable() {
    use FindingKind::{
        GlobalAdministratorsUnreachable, NoLastingGlobalAdministrator, TooFewGlobalAdministrators,
        TooManyGlobalAdministrators,
    };
    let until = |end| move |held: &mut RoleAssignment| held.end = Some(Timestamp(end));
    check(
        |it| it.assignments[..2].iter_mut().for_each(until(i64::MAX)),
        &[(NoLastingGlobalAdministrator, "a b", &[GLOBAL])],
    );
    check(
        |it| it.assignments[..2].iter_mut().for_each(until(REFERENCE.0)),
        &[
            (NoLastingGlobalAdministrator, "", &[GLOBAL]),
            (TooFewGlobalAdministrators(0), "", &[GLOBAL]),
        ],
    );
    check(
        |it| it.assignments[1].kind = AssignmentKind::Eligible,
        &[(TooFewGlobalAdministrators(1), "a", &[GLOBAL])],
    );
    check(|it| it.give_all(["c", "d"], GLOBAL), &[]);
    check(
        |it| it.give_all(["c", "d", "e"], GLOBAL),
        &[(TooManyGlobalAdministrators(5), "a b c d e", &[GLOBAL])],
    );
    check(
        |it| {
            it.members = ["g", "e", "f"].map(id).to_vec();
            let group = Principal::Group(group());
            it.assignments
                .push(RoleAssignment::permanent(group, GLOBAL));
        },
        &[(TooManyGlobalAdministrators(5), "a b e f g", &[GLOBAL])],
    );
    check(
        |it| {
            it.user("b").contact.mobile_phone = None;
            it.user("a").contact.alternate_email = None;
            it.user("g").contact = ContactDetails::default();
        },
        &[(GlobalAdministratorsUnreachable, "a b", &[GLOBAL])],
    );
}

#[test]
fn contact_details_are_outside_and_complete() {
    use FindingKind::{AdministratorsWithoutPhone, AlternateEmailInside, PhoneWithoutCountryCode};
    let email = |text: &str| AlternateEmail::parse(text).ok();
    check(
        |it| {
            it.user("g").contact.alternate_email = email("me@CONTOSO.example");
            it.user("f").contact.alternate_email = email("me@other.onmicrosoft.com");
            it.user("e").contact.alternate_email = email("e@contoso.example");
        },
        &[(AlternateEmailInside, "e f g", &[])],
    );
    check(
        |it| it.user("g").contact.mobile_phone = Some(MobilePhone::imported("06-12345678")),
        &[(PhoneWithoutCountryCode, "g", &[])],
    );
    check(
        |it| {
            it.user("c").contact.mobile_phone = None;
            it.user("g").contact.mobile_phone = None;
        },
        &[(AdministratorsWithoutPhone, "c", &[])],
    );
}

#[test]
fn roles_are_ones_that_could_be_assigned() {
    use FindingKind::{
        BillingThroughPartner, RoleNotAssignable, RoleWithoutService, ServiceAdministratorAlone,
    };
    check(
        |it| it.give("e", SHAREPOINT),
        &[(
            RoleWithoutService(Service::SharePointOnline),
            "e",
            &[SHAREPOINT],
        )],
    );
    check(
        |it| {
            let name = "Reseller".into();
            it.organization.purchased_from = PurchaseChannel::Partner { name };
        },
        &[],
    );
    check(
        |it| {
            let name = "Reseller".into();
            it.organization.purchased_from = PurchaseChannel::Partner { name };
            it.give("e", BILLING);
        },
        &[(BillingThroughPartner("Reseller".into()), "e", &[BILLING])],
    );
    check(|it| it.give("e", BILLING), &[]);
    check(
        |it| it.give("e", SERVICE),
        &[(ServiceAdministratorAlone, "e", &[SERVICE])],
    );
    check(
        |it| it.give("e", PARTNER),
        &[(RoleNotAssignable, "e", &[PARTNER])],
    );
    check(
        |it| it.give("e", RoleTemplateId(Uuid::from_u128(3))),
        &[(
            RoleNotAssignable,
            "e",
            &[RoleTemplateId(Uuid::from_u128(3))],
        )],
    );
}

#[test]
fn guests_and_blocked_accounts_with_roles_are_noted() {
    use FindingKind::{BlockedHoldRoles, GuestsHoldRoles};
    check(
        |it| {
            it.user("c").sign_in = SignIn::Blocked;
            it.user("g").sign_in = SignIn::Blocked;
        },
        &[(BlockedHoldRoles, "c", &[EXCHANGE])],
    );
    check(
        |it| {
            it.user("f").kind = UserKind::Guest;
            it.user("g").kind = UserKind::Guest;
            let eligible = RoleAssignment {
                kind: AssignmentKind::Eligible,
                ..holds("f", HELPDESK)
            };
            it.assignments.push(eligible);
            // What is over is no role any more.
            let over = RoleAssignment {
                end: Some(REFERENCE),
                ..holds("g", HELPDESK)
            };
            it.assignments.push(over);
        },
        &[(GuestsHoldRoles, "f", &[HELPDESK])],
    );
}

#[test]
fn the_worst_comes_first_and_every_message_reads_well() {
    let mut parts = Parts::clean();
    parts.user("a").contact = ContactDetails::default();
    parts.user("c").sign_in = SignIn::Blocked;
    parts.user("d").kind = UserKind::Guest;
    parts.give("e", SHAREPOINT);
    parts.give("f", PARTNER);
    parts.give("g", SERVICE);
    let mut found = findings(&parts.build());
    found.push(Finding::changed_outside());
    assert!(found[..found.len() - 1].is_sorted_by_key(Finding::severity));
    let numbers: Vec<_> = found
        .iter()
        .map(|finding| finding.rule().map(Rule::number))
        .collect();
    let expected = [
        Some(9),
        Some(12),
        Some(6),
        Some(20),
        Some(27),
        Some(27),
        None,
    ];
    assert_eq!(numbers, expected);
    for finding in found {
        let message = finding.message(known());
        let [en, nl] = Language::ALL.map(|language| message.get(language));
        assert_ne!(en, nl);
        for text in [en, nl] {
            assert!(!text.ends_with('.') && !text.contains(['{', '}']), "{text}");
        }
    }
}

#[test]
fn review_rules_refuse_nothing() {
    for rule in [
        Rule::FewGlobalAdministrators,
        Rule::GuestsAndBlockedHoldRoles,
    ] {
        assert_eq!(rule.kind(), RuleKind::Review);
        assert!(Rule::ALL.contains(&rule));
    }
    let keys = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::key);
    assert_eq!(keys, ["error", "warning", "info"]);
}

#[test]
fn generated_tenants_break_no_rule_that_refuses() {
    let tenant = generate(20_000, 2).expect("a tenant");
    let found = findings(&tenant);
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|finding| finding.severity() > Severity::Error)
    );
}
