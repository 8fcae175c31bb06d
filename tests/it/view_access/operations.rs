//! May A do X to B: what the rules answer, the cells that spoke, and what would help.

use mandate::domain::apply::Impossible;
use mandate::domain::catalogue::{ResetTarget, TargetCell};
use mandate::domain::effective::Allowing;
use mandate::domain::operation::{Operation, Part, Question as About, Unaskable};
use mandate::domain::role::DirectoryScope;
use mandate::domain::rule::Rule;
use mandate::domain::tenant::Tenant;
use mandate::ui::views::access::verdict::{Answer, Cell, Decided, Guard, Verdict, ask, guard};

use super::told;
use crate::support::{GLOBAL, HELPDESK, Less as _, USERS, context, fixture, given, id, unit_id};

fn of(name: &str) -> About {
    About {
        person: Some(id(name)),
        ..About::default()
    }
}

fn decided(tenant: &Tenant, actor: &str, operation: Operation, about: &About) -> Decided {
    match ask(&context(), tenant, id(actor), operation, about) {
        Verdict::Decided(decided) => *decided,
        Verdict::None(why) => panic!("{operation:?}: {why:?}"),
    }
}

#[test]
fn yes_and_the_cell_that_says_so() {
    let tenant = told().build();
    let yes = decided(&tenant, "anna", Operation::ResetPassword, &of("piet"));
    assert_eq!(yes.answer(), Answer::Yes);
    assert_eq!(
        yes.cells,
        [Cell {
            acting: GLOBAL,
            target: ResetTarget::NoAdminRole,
            cell: TargetCell::Yes,
        }]
    );
    assert!(yes.changes.is_empty());
    // Over his unit Hans may, and over nobody else.
    let yes = decided(&tenant, "hans", Operation::ResetPassword, &of("piet"));
    assert_eq!(yes.answer(), Answer::Yes);
    let no = decided(&tenant, "hans", Operation::ResetPassword, &of("ella"));
    assert_eq!(no.answer(), Answer::No);
    assert!(no.cells.is_empty(), "none of his roles reaches her");
}

#[test]
fn no_and_the_cells_and_what_would_help() {
    let tenant = told().build();
    let no = decided(&tenant, "eva", Operation::ResetPassword, &of("kees"));
    assert_eq!(no.answer(), Answer::No);
    assert!(no.decision.refused_by(Rule::UserManagementLimit));
    let cell = |target| Cell {
        acting: USERS,
        target,
        cell: TargetCell::No,
    };
    // The published table lets her reset who holds Helpdesk Administrator, and nobody who is in
    // a role-assignable group.
    assert_eq!(
        no.cells,
        [
            Cell {
                cell: TargetCell::Yes,
                ..cell(ResetTarget::Role(HELPDESK))
            },
            cell(ResetTarget::RoleAssignableGroup),
        ]
    );
    assert!(!no.changes.is_empty(), "a Global Administrator may");
}

#[test]
fn what_an_eligible_role_would_allow_is_said_first() {
    let tenant = told().user("mia").holds(USERS).eligible().build();
    let no = decided(&tenant, "mia", Operation::EditProfile, &of("piet"));
    assert_eq!(
        no.changes.first(),
        Some(&Allowing::TakeUp(given("mia", USERS).eligible()))
    );
    // Who holds nothing is best given no more than the unit.
    let no = decided(&tenant, "nora", Operation::EditProfile, &of("piet"));
    let scopes: Vec<_> = no
        .changes
        .iter()
        .map(|change| match change {
            Allowing::Assign { scope, .. } => *scope,
            Allowing::TakeUp(held) => panic!("she may take up nothing: {held:?}"),
        })
        .collect();
    let north = DirectoryScope::AdministrativeUnit(unit_id("North"));
    assert!(scopes.contains(&north), "{scopes:?}");
}

#[test]
fn no_role_helps_where_it_is_mastered_elsewhere() {
    let tenant = fixture().user("sync").synced().build();
    let no = decided(&tenant, "anna", Operation::EditName, &of("sync"));
    assert_eq!(no.answer(), Answer::No);
    assert!(no.decision.refused_by(Rule::MasteredOnPremises));
    assert_eq!(no.changes, []);
}

#[test]
fn a_reason_and_what_cannot_be_at_all() {
    let tenant = told().user("second").holds(GLOBAL).build();
    let role = About {
        role: Some(GLOBAL),
        ..of("piet")
    };
    let yes = decided(&tenant, "anna", Operation::AssignRole, &role);
    assert_eq!(yes.answer(), Answer::WithReason);
    let rules: Vec<_> = yes
        .decision
        .confirmations()
        .iter()
        .map(|it| it.rule)
        .collect();
    assert_eq!(rules, [Rule::PrivilegedNeedsReason]);
    let own = decided(&tenant, "anna", Operation::DeleteUser, &of("anna"));
    assert_eq!(own.answer(), Answer::Impossible);
    assert_eq!(own.impossible, Some(Impossible::OwnAccount));
}

#[test]
fn whoever_is_blocked_may_nothing() {
    let tenant = told().build();
    let no = decided(
        &tenant,
        "bob",
        Operation::SetSubscriptions,
        &About::default(),
    );
    assert_eq!(no.answer(), Answer::No);
    assert!(no.decision.refused_by(Rule::DenyByDefault));
}

#[test]
fn what_is_not_chosen_is_asked_for() {
    let tenant = told().build();
    let asked = |operation, about| ask(&context(), &tenant, id("anna"), operation, &about);
    let none = |why| Verdict::None(why);
    for (operation, about, why) in [
        (
            Operation::ResetPassword,
            About::default(),
            Unaskable::Missing(Part::Person),
        ),
        (
            Operation::AddMember,
            of("piet"),
            Unaskable::Missing(Part::Group),
        ),
        (Operation::BlockSignIn, of("bob"), Unaskable::AlreadySo),
    ] {
        assert_eq!(asked(operation, about), none(why), "{operation:?}");
    }
}

#[test]
fn the_tables_guard_passwords_and_what_is_sensitive() {
    for (operation, expected) in [
        (Operation::ResetPassword, Some(Guard::Password)),
        (Operation::EditPhone, Some(Guard::Sensitive)),
        (Operation::EditAlternateEmail, Some(Guard::Sensitive)),
        (Operation::BlockSignIn, Some(Guard::Sensitive)),
        (Operation::AllowSignIn, Some(Guard::Sensitive)),
        (Operation::RenameUser, Some(Guard::Sensitive)),
        (Operation::DeleteUser, Some(Guard::Sensitive)),
        (Operation::EditProfile, None),
        (Operation::AssignRole, None),
    ] {
        assert_eq!(guard(operation), expected, "{operation:?}");
    }
}
