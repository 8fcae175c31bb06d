//! Groups, units and the organisation: R1, R4, R9, R10, R14, R18, R21.

use mandate::domain::command::Command;
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::{
    Customer, Domain, Organization, Partner, PurchaseChannel, Service, Subscription,
};
use mandate::domain::upn::DomainName;
use mandate::domain::user::DelegatedAdministration;

use super::{Verdict, allowed, check, confirm, nothing_to_do, refused, row, warn};
use crate::support::{
    BILLING, EXCHANGE, Fixture, GLOBAL, GROUPS, HELPDESK, Less, PRIVILEGED_ROLE, REPORTS_READER,
    SHAREPOINT, USERS, everything, fixture, group_id, id, unit_id,
};

fn office() -> Fixture {
    fixture()
        .user("ursula")
        .holds(USERS)
        .user("bart")
        .holds(BILLING)
        .user("sara")
        .holds(SHAREPOINT)
        .user("pim")
        .holds(PRIVILEGED_ROLE)
        .user("greet")
        .holds(GROUPS)
        .group("admins", &["piet"])
        .holds(HELPDESK)
        .group("lezers", &[])
        .holds(REPORTS_READER)
        .group("leeg", &[])
        .group("club", &["bart"])
        .ordinary()
        .unit("noord", &["piet"])
}

fn new_group(role_assignable: bool) -> Command {
    Command::AddGroup(Box::new(Group {
        id: group_id("nieuw"),
        name: "Nieuw".into(),
        role_assignable,
        members: [id("piet")].into(),
        owners: [].into(),
    }))
}

fn member(group: &str, who: &str, included: bool) -> Command {
    Command::SetMembership {
        set: MemberSet::Members(group_id(group)),
        user: id(who),
        included,
    }
}

fn owner(group: &str, who: &str) -> Command {
    Command::SetMembership {
        set: MemberSet::Owners(group_id(group)),
        user: id(who),
        included: true,
    }
}

/// The same question by everybody, and the answers in the order anna, ursula, bart, sara, pim.
fn by_all(what: &str, command: &Command, verdicts: [Verdict; 5]) {
    let tenant = office();
    let actors = ["anna", "ursula", "bart", "sara", "pim"];
    check(actors.into_iter().zip(verdicts).map(|(actor, verdict)| {
        row(
            format!("{actor}: {what}"),
            &tenant,
            actor,
            command.clone(),
            verdict,
        )
    }));
}

/// What only a Global Administrator of the whole tenant does.
fn delegation() -> [Verdict; 5] {
    [
        allowed(),
        refused(&[1]),
        refused(&[1]),
        refused(&[1]),
        refused(&[1]),
    ]
}

/// What whoever manages people and groups does.
fn of_groups() -> [Verdict; 5] {
    [
        allowed(),
        allowed(),
        refused(&[0]),
        refused(&[14]),
        refused(&[0]),
    ]
}

/// What the organisation's own data and domains ask.
fn of_organisation() -> [Verdict; 5] {
    [
        allowed(),
        refused(&[0]),
        refused(&[0]),
        refused(&[0]),
        refused(&[0]),
    ]
}

#[test]
fn ordinary_groups() {
    by_all("add", &new_group(false), of_groups());
    by_all("put in", &member("club", "piet", true), of_groups());
    by_all("take out", &member("club", "bart", false), of_groups());
    by_all("make owner", &owner("club", "piet"), of_groups());
    let name = Command::RenameGroup {
        group: group_id("club"),
        name: "Clubje".into(),
    };
    by_all("rename", &name, of_groups());
    by_all(
        "delete",
        &Command::DeleteGroup(group_id("club")),
        of_groups(),
    );
}

#[test]
fn groups_that_may_hold_roles_are_delegation() {
    by_all("add", &new_group(true), delegation());
    by_all("put in", &member("lezers", "piet", true), delegation());
    by_all("take out", &member("admins", "piet", false), delegation());
    by_all("make owner", &owner("leeg", "piet"), delegation());
    let name = Command::RenameGroup {
        group: group_id("leeg"),
        name: "Leegte".into(),
    };
    by_all("rename", &name, delegation());
    by_all(
        "delete",
        &Command::DeleteGroup(group_id("leeg")),
        delegation(),
    );
}

#[test]
fn who_is_put_into_a_group_is_given_its_roles() {
    let tenant = office()
        .group("toekomst", &[])
        .holds(GLOBAL)
        .eligible()
        .group("oud", &[])
        .holds(GLOBAL)
        .until(crate::support::NOW)
        .user("kaal")
        .unreachable();
    check([
        row(
            "privileged",
            &tenant,
            "anna",
            member("admins", "bart", true),
            confirm(&[21]),
        ),
        row(
            "privileged and eligible",
            &tenant,
            "anna",
            member("toekomst", "bart", true),
            confirm(&[21]),
        ),
        row(
            "privileged and over",
            &tenant,
            "anna",
            member("oud", "bart", true),
            allowed(),
        ),
        row(
            "not privileged",
            &tenant,
            "anna",
            member("lezers", "bart", true),
            allowed(),
        ),
        row(
            "who can not be reached",
            &tenant,
            "anna",
            member("lezers", "kaal", true),
            warn(&[8]),
        ),
        row(
            "an owner is given nothing",
            &tenant,
            "anna",
            owner("admins", "bart"),
            allowed(),
        ),
        row(
            "there already",
            &tenant,
            "anna",
            member("admins", "piet", true),
            nothing_to_do(),
        ),
        row(
            "not there",
            &tenant,
            "sara",
            member("admins", "bart", false),
            nothing_to_do(),
        ),
    ]);
}

#[test]
fn who_leaves_the_group_that_made_them_global_confirms_it() {
    let tenant = fixture()
        .user("gina")
        .group("admins", &["gina"])
        .holds(GLOBAL);
    let both = fixture()
        .user("gina")
        .holds(GLOBAL)
        .group("admins", &["gina"])
        .holds(GLOBAL);
    check([
        row(
            "herself",
            &tenant,
            "gina",
            member("admins", "gina", false),
            confirm(&[4]),
        ),
        row(
            "by another",
            &tenant,
            "anna",
            member("admins", "gina", false),
            allowed(),
        ),
        row(
            "who holds it otherwise",
            &both,
            "gina",
            member("admins", "gina", false),
            allowed(),
        ),
    ]);
}

#[test]
fn units_are_delegation() {
    let unit = AdministrativeUnit {
        id: unit_id("zuid"),
        name: "Zuid".into(),
        restricted: true,
        members: [id("piet")].into(),
    };
    let member = |who: &str, included| Command::SetMembership {
        set: MemberSet::Unit(unit_id("noord")),
        user: id(who),
        included,
    };
    by_all("add", &Command::AddUnit(Box::new(unit)), delegation());
    by_all("put in", &member("bart", true), delegation());
    by_all("take out", &member("piet", false), delegation());
    let name = Command::RenameUnit {
        unit: unit_id("noord"),
        name: "Noorden".into(),
    };
    by_all("rename", &name, delegation());
    by_all(
        "delete",
        &Command::DeleteUnit(unit_id("noord")),
        delegation(),
    );
    let set = Command::SetRoleSet {
        name: "Balie".into(),
        roles: Some([HELPDESK].into()),
    };
    by_all("save a role set", &set, delegation());
}

fn edited(change: impl FnOnce(&mut Organization)) -> Command {
    let mut organization = office().build().organization().clone();
    change(&mut organization);
    Command::EditOrganization(Box::new(organization))
}

#[test]
fn the_organisation() {
    by_all(
        "name",
        &edited(|it| it.name = "Fabrikam".into()),
        of_organisation(),
    );
    by_all(
        "synchronise",
        &edited(|it| it.directory_sync = true),
        of_organisation(),
    );
    by_all(
        "days",
        &edited(|it| it.deleted_user_days = 14),
        of_organisation(),
    );
    by_all(
        "certified",
        &edited(|it| it.certified_partner = true),
        of_organisation(),
    );
    let partner = |it: &mut Organization| {
        it.partners.push(Partner {
            name: "Northwind".into(),
            administers: true,
        });
    };
    by_all("a partner", &edited(partner), of_organisation());
    by_all(
        "nothing",
        &edited(|_| ()),
        [(); 5].map(|()| nothing_to_do()),
    );
}

#[test]
fn domains() {
    let mut domains = office().build().domains().to_vec();
    domains.push(Domain {
        name: DomainName::parse("contoso.be").expect("a domain"),
        verified: true,
        default: false,
    });
    by_all("add", &Command::SetDomains(domains), of_organisation());
}

#[test]
fn subscriptions() {
    let sold = |seats, services: &[Service]| {
        Command::SetSubscriptions(vec![Subscription {
            id: everything(),
            name: "Everything".into(),
            seats,
            services: services.to_vec(),
        }])
    };
    let seats = sold(200, &Service::ALL);
    by_all(
        "seats",
        &seats,
        [
            allowed(),
            refused(&[0]),
            allowed(),
            refused(&[0]),
            refused(&[0]),
        ],
    );
    let without_sharepoint: Vec<_> = Service::ALL
        .into_iter()
        .filter(|service| *service != Service::SharePointOnline)
        .collect();
    let tenant = office();
    let nobody = fixture().user("exa").holds(EXCHANGE);
    let command = sold(100, &without_sharepoint);
    check([
        row(
            "sara is left with a role for nothing",
            &tenant,
            "anna",
            command.clone(),
            warn(&[9]),
        ),
        row("nobody holds it", &nobody, "anna", command, allowed()),
    ]);
}

#[test]
fn billing_is_warned_of_when_the_seller_changes() {
    let bought = |it: &mut Organization| {
        it.purchased_from = PurchaseChannel::Partner {
            name: "Northwind".into(),
        };
    };
    let mut organization = fixture().build().organization().clone();
    bought(&mut organization);
    let nobody = Command::EditOrganization(Box::new(organization));
    check([
        row(
            "bart holds billing",
            &office(),
            "anna",
            edited(bought),
            warn(&[10]),
        ),
        row(
            "nobody holds billing",
            &fixture(),
            "anna",
            nobody,
            allowed(),
        ),
    ]);
}

#[test]
fn only_a_certified_partner_has_customers() {
    let customer = |it: &mut Organization| {
        it.customers.push(Customer {
            name: "Fabrikam".into(),
            domain: DomainName::parse("fabrikam.com").expect("a domain"),
        });
    };
    let partner = office().certified_partner();
    let delegating = office()
        .certified_partner()
        .user("dora")
        .delegated(DelegatedAdministration::Limited);
    let of = |fixture: &Fixture, change: &dyn Fn(&mut Organization)| {
        let mut organization = fixture.build().organization().clone();
        change(&mut organization);
        Command::EditOrganization(Box::new(organization))
    };
    let gives_up: &dyn Fn(&mut Organization) = &|it| it.certified_partner = false;
    let both: &dyn Fn(&mut Organization) = &|it| {
        it.certified_partner = true;
        customer(it);
    };
    check([
        row(
            "not certified",
            &office(),
            "anna",
            of(&office(), &customer),
            refused(&[18]),
        ),
        row(
            "certified",
            &partner,
            "anna",
            of(&partner, &customer),
            allowed(),
        ),
        row(
            "both at once",
            &office(),
            "anna",
            of(&office(), both),
            allowed(),
        ),
        row(
            "giving it up",
            &partner,
            "anna",
            of(&partner, gives_up),
            allowed(),
        ),
        row(
            "giving it up while someone administers customers",
            &delegating,
            "anna",
            of(&delegating, gives_up),
            refused(&[18]),
        ),
    ]);
}
