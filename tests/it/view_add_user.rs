//! Add a user: what a form comes to, what is told where, and whole paths through the window.

mod paths;
mod rules;

use std::collections::BTreeSet;

use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::tenant::Tenant;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{Profile, User, UserId, UserKind};
use mandate::ui::views::add_user::draft::{Access, Asked, Draft};

use crate::app_support::{Window, click, fill, open_sample, settle, sign_in};
use crate::support::{EXCHANGE, contact, everything, fixture, id};

pub const SANNE: (&str, &str) = ("sanne", "Sanne de Vries, sanne.devries@rijnzicht.example");
pub const ESTHER: (&str, &str) = ("esther", "Esther van Dam, esther.vandam@rijnzicht.example");

/// Signs in to the sample and opens the form.
pub fn form_of(actor: (&str, &str)) -> Window {
    let mut window = open_sample();
    sign_in(&mut window, actor.0, actor.1);
    click(&mut window, "Add a user");
    window
}

/// Types what someone new can't do without.
pub fn name(window: &mut Window, given: &str, surname: &str, user: &str) {
    fill(window, "First name", given);
    fill(window, "Last name", surname);
    fill(window, "User name", user);
}

/// Chooses one of several.
pub fn choose(window: &mut Window, label: &str) {
    let role = egui::accesskit::Role::RadioButton;
    pick(window, role, label);
}

/// Clicks a check box.
pub fn check(window: &mut Window, label: &str) {
    pick(window, egui::accesskit::Role::CheckBox, label);
}

fn pick(window: &mut Window, role: egui::accesskit::Role, label: &str) {
    use egui_kittest::kittest::Queryable as _;
    window.get_by_role_and_label(role, label).scroll_to_me();
    settle(window);
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

fn draft(change: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = Draft::default();
    change(&mut draft);
    draft.follow();
    draft
}

fn asked(draft: &Draft, tenant: &Tenant) -> Asked {
    draft.asked(tenant, id("new"))
}

#[test]
fn the_display_name_follows_the_names_until_it_is_typed() {
    let mut form = draft(|form| {
        form.given_name = "Zoë ".into();
        form.surname = " de Wit".into();
    });
    assert_eq!(form.display_name, "Zoë de Wit");
    form.display_name = "Zoë de Wit (extern)".into();
    form.named = true;
    form.surname = "Zwart".into();
    form.follow();
    assert_eq!(form.display_name, "Zoë de Wit (extern)");
    form.named = false;
    form.follow();
    assert_eq!(form.display_name, "Zoë Zwart");
}

#[test]
fn a_guest_gets_a_user_name_of_the_address_they_come_with() {
    let tenant = fixture().build();
    let mut form = draft(|form| {
        form.kind = UserKind::Guest;
        form.email = "olivia@audit.example.com".into();
    });
    assert_eq!(form.local, "olivia_audit.example.com#EXT#");
    assert_eq!(form.domain(&tenant), "contoso.onmicrosoft.com");
    form.local = "olivia".into();
    form.local_typed = true;
    form.follow();
    assert_eq!(form.local, "olivia");
    form.local_typed = false;
    form.kind = UserKind::Member;
    form.follow();
    assert_eq!(form.local, "");
}

#[test]
fn the_domain_is_a_verified_one() {
    let tenant = fixture().build();
    let with = |domain: &str| draft(|form| form.domain = Some(domain.into()));
    assert_eq!(Draft::default().domain(&tenant), "contoso.onmicrosoft.com");
    assert_eq!(with("contoso.nl").domain(&tenant), "contoso.nl");
    // Not verified, and not there.
    for other in ["contoso-nieuw.nl", "elsewhere.example"] {
        assert_eq!(with(other).domain(&tenant), "contoso.onmicrosoft.com");
    }
}

#[test]
fn a_whole_form_is_one_command() {
    let tenant = fixture().build();
    let form = draft(|form| {
        form.given_name = "Zoë".into();
        form.surname = "de Wit".into();
        form.local = " zoe ".into();
        form.local_typed = true;
        form.domain = Some("contoso.nl".into());
        form.job_title = "Planner".into();
        form.department = " ".into();
        form.usage_location = "nl".into();
        form.email = "zoe@example.org".into();
        form.phone = "+31 6 12345678".into();
        form.licences = [everything()].into();
        form.access = Access::Customized;
        form.roles = [EXCHANGE].into();
    });
    let upn = UserPrincipalName::parse("zoe@contoso.nl").expect("a name");
    let user = User {
        profile: Profile {
            display_name: "Zoë de Wit".into(),
            given_name: Some("Zoë".into()),
            surname: Some("de Wit".into()),
            job_title: Some("Planner".into()),
            usage_location: Some("NL".into()),
            ..Profile::default()
        },
        contact: contact(Some("zoe@example.org"), Some("+31612345678")),
        licences: vec![everything()],
        ..User::new(id("new"), upn, "")
    };
    let adding = Command::AddUser(Box::new(user));
    let giving = Command::SetRoleChoice {
        user: id("new"),
        choice: RoleChoice::Customized(BTreeSet::from([EXCHANGE])),
    };
    let whole = Command::Batch(vec![adding.clone(), giving]);
    assert_eq!(asked(&form, &tenant).command, Some(whole));
    let plain = Draft {
        access: Access::User,
        ..form
    };
    assert_eq!(asked(&plain, &tenant).command, Some(adding));
}

/// What is wrong with a form, and how it gets so.
type Spoil = (&'static str, fn(&mut Draft));

#[test]
fn nothing_is_asked_for_until_all_can_be_read() {
    let tenant = fixture().build();
    let whole = draft(|form| {
        form.display_name = "Zoë".into();
        form.named = true;
        form.local = "zoe".into();
        form.local_typed = true;
    });
    assert!(asked(&whole, &tenant).command.is_some());
    let spoil: [Spoil; 7] = [
        ("no name", |form| form.display_name = "  ".into()),
        ("no user name", |form| form.local = String::new()),
        ("a space", |form| form.local = "zoe wit".into()),
        ("no address", |form| form.email = "zoe".into()),
        ("no country code", |form| form.phone = "0612345678".into()),
        ("no country", |form| form.usage_location = "NLD".into()),
        ("no role", |form| form.access = Access::Customized),
    ];
    for (what, spoil) in spoil {
        let mut spoilt = whole.clone();
        spoil(&mut spoilt);
        let asked = asked(&spoilt, &tenant);
        assert_eq!(asked.command, None, "{what}");
        // The rules are asked about the rest all the same.
        assert!(asked.so_far.is_some(), "{what}");
    }
    let added = |asked: Asked| match asked.so_far {
        Some(Command::AddUser(user)) => user.id,
        other => panic!("someone new, not {other:?}"),
    };
    let new: UserId = added(asked(&whole, &tenant));
    assert_eq!(new, id("new"));
}
