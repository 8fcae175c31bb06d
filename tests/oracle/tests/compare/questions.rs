//! What is asked: each question as a Command for Mandate and as actions for Cedar.

use std::collections::BTreeSet;

use mandate::domain::command::{Command, RoleChoice};
use mandate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use mandate::domain::custom_role::CustomRole;
use mandate::domain::group::{AdministrativeUnit, Group, MemberSet};
use mandate::domain::organization::Organization;
use mandate::domain::review::Thresholds;
use mandate::domain::role::{
    AdministrativeUnitId, GroupId, Principal, RoleAssignment, RoleTemplateId,
};
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{DelegatedAdministration, ProductMail, Profile, SignIn, User};
use uuid::Uuid;

use super::cast::{How, Someone};
use super::tenant::{
    EVERYTHING, ORDINARY, ROLE_ASSIGNABLE, Roles, UNIT, assignment, domains, id, organization,
    subscription, user,
};

/// A part of a question, for Cedar: action, and what it is done to. All parts must be allowed.
pub type Part = (&'static str, &'static str, String);

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    pub parts: Vec<Part>,
    pub command: Command,
    /// Rules that are not compared: the numbers of those that only one side names.
    pub unnamed: &'static [u8],
}

impl Question {
    fn new(action: &'static str, kind: &'static str, name: &str, command: Command) -> Self {
        Self {
            parts: vec![(action, kind, name.to_owned())],
            command,
            unnamed: &[],
        }
    }
}

/// A role that nobody of the cast holds, and that gives none of the fifteen permissions.
const GIVEN: &str = "search_editor";

/// What can be done to anybody: thirteen things.
pub fn of_anybody(roles: &Roles, someone: &Someone) -> Vec<Question> {
    let name = someone.name.as_str();
    let user = id(name);
    let profile = |change: fn(&mut Profile)| {
        let mut profile = self::user(name).profile;
        change(&mut profile);
        Command::EditProfile { user, profile }
    };
    let contact = |alternate_email, mobile_phone| Command::EditContact {
        user,
        contact: ContactDetails {
            alternate_email,
            mobile_phone,
        },
    };
    let mail = AlternateEmail::parse("somebody@elsewhere.example").expect("an address");
    let phone = MobilePhone::parse("+31612345678").expect("a number");
    let (switch, sign_in) = if someone.blocked {
        ("unblock", SignIn::Allowed)
    } else {
        ("block", SignIn::Blocked)
    };
    let upn = format!("new.{}", self::user(name).upn.as_str());
    let given = RoleAssignment::permanent(Principal::User(user), roles.id(GIVEN));
    let chosen = RoleChoice::Customized([roles.id(GIVEN)].into());
    let commands = [
        ("resetPassword", Command::ResetPassword(user)),
        (
            "editName",
            profile(|profile| profile.surname = Some("Nieuw".into())),
        ),
        (
            "editJobTitle",
            profile(|profile| profile.job_title = Some("Clerk".into())),
        ),
        ("editMobilePhone", contact(None, Some(phone))),
        ("editOtherEmails", contact(Some(mail), None)),
        (switch, Command::SetSignIn { user, sign_in }),
        (
            "rename",
            Command::RenameUser {
                user,
                upn: UserPrincipalName::parse(&upn).expect("a name"),
            },
        ),
        ("deleteUser", Command::DeleteUser(user)),
        (
            "declineProductMail",
            Command::SetProductMail {
                user,
                product_mail: ProductMail::Declined,
            },
        ),
        (
            "changeLicences",
            Command::SetLicences {
                user,
                licences: [EVERYTHING].into(),
            },
        ),
        (
            "delegateAdministration",
            Command::SetDelegatedAdministration {
                user,
                level: DelegatedAdministration::Limited,
            },
        ),
        ("assignRole", Command::AssignRole(given)),
        (
            "assignRole",
            Command::SetRoleChoice {
                user,
                choice: chosen,
            },
        ),
    ];
    let questions = commands.into_iter();
    questions
        .map(|(action, command)| Question::new(action, "Person", name, command))
        .collect()
}

/// Taking the first role that someone holds directly over the whole tenant.
pub fn revocation(roles: &Roles, someone: &Someone) -> Option<Question> {
    let direct = |(_, how): &&(String, How)| *how == How::Directly;
    let (role, how) = someone.held.iter().find(direct)?;
    let action = match role.as_str() {
        "global_administrator" => "revokeGlobalAdministrator",
        _ => "revokeRole",
    };
    let principal = Principal::User(id(&someone.name));
    let held = assignment(principal, roles.id(role), *how);
    let command = Command::RevokeRole(held);
    Some(Question::new(action, "Person", &someone.name, command))
}

/// Bringing back and deleting for good: 2 things. What R23 keeps R1 keeps as well, and Mandate
/// names R1 alone.
pub fn of_deleted(someone: &Someone) -> [Question; 2] {
    let user = id(&someone.name);
    [
        ("restoreUser", Command::RestoreUser(user)),
        ("purgeUser", Command::PurgeUser(user)),
    ]
    .map(|(action, command)| Question {
        unnamed: &[23, 24],
        ..Question::new(action, "Person", &someone.name, command)
    })
}

/// What can be done to a Global Administrator, whom the tenant may not do without: 6 things.
pub fn of_global(roles: &Roles, someone: &Someone) -> Vec<Question> {
    let name = someone.name.as_str();
    let role = roles.id("global_administrator");
    let principal = Principal::User(id(name));
    let (_, how) = someone.held.first().expect("the role");
    let lessened = |how| {
        let mut assignment = assignment(principal, role, how);
        if how == How::Passing {
            // Not what they have by now.
            assignment.end = assignment.end.map(|mut end| {
                end.0 += 60;
                end
            });
        }
        Command::SetAssignments {
            principal,
            assignments: [assignment].into(),
        }
    };
    let mut questions: Vec<_> = of_anybody(roles, someone)
        .into_iter()
        .filter(|question| ["block", "unblock", "deleteUser"].contains(&question.parts[0].0))
        .collect();
    let revoked = Command::RevokeRole(assignment(principal, role, *how));
    let revoke = "revokeGlobalAdministrator";
    questions.push(Question::new(revoke, "Person", name, revoked));
    for how in [How::Eligible, How::Passing, How::OverUnit] {
        let action = "lessenGlobalAdministrator";
        questions.push(Question::new(action, "Person", name, lessened(how)));
    }
    questions
}

/// What can be done to everything else: 24 things.
pub fn of_things(roles: &Roles) -> Vec<Question> {
    let organisation = |action, command| Question::new(action, "Organization", "contoso", command);
    let mut domains = domains();
    domains.reverse();
    let mut questions = vec![
        organisation(
            "editOrganization",
            Command::EditOrganization(Box::new(Organization {
                name: "Fabrikam".into(),
                ..organization()
            })),
        ),
        organisation(
            "changeReview",
            Command::SetThresholds(Thresholds {
                fewest_global_administrators: 3,
                ..Thresholds::default()
            }),
        ),
        organisation(
            "switchDirectorySync",
            Command::EditOrganization(Box::new(Organization {
                directory_sync: true,
                ..organization()
            })),
        ),
        organisation("changeDomains", Command::SetDomains(domains)),
        organisation(
            "changeSubscriptions",
            Command::SetSubscriptions(vec![subscription(1_001)]),
        ),
    ];
    questions.extend(newcomers(roles));
    questions.extend(delegating(roles));
    questions.extend(groups("changeGroup", "ordinary", ORDINARY));
    questions.extend(groups(
        "changeRoleAssignableGroup",
        "role-assignable",
        ROLE_ASSIGNABLE,
    ));
    questions
}

/// A person is added, with a seat, with a role: 3 things.
fn newcomers(roles: &Roles) -> Vec<Question> {
    let contoso = || "contoso".to_owned();
    let new = user("new");
    let role = RoleAssignment::permanent(Principal::User(new.id), roles.id(GIVEN));
    let seated = User {
        licences: vec![EVERYTHING],
        ..new.clone()
    };
    let add = |user: User| Command::AddUser(Box::new(user));
    let added = ("addUser", "Organization", contoso());
    vec![
        Question {
            parts: vec![added.clone()],
            command: add(new.clone()),
            unnamed: &[],
        },
        Question {
            parts: vec![added.clone(), ("giveLicences", "Organization", contoso())],
            command: add(seated),
            unnamed: &[],
        },
        Question {
            parts: vec![added, ("createAdministrator", "Organization", contoso())],
            command: Command::Batch(vec![add(new), Command::AssignRole(role)]),
            unnamed: &[],
        },
    ]
}

/// Units, and roles kept under a name or made: 6 things.
fn delegating(roles: &Roles) -> Vec<Question> {
    let organisation = |action, command| Question::new(action, "Organization", "contoso", command);
    let unit = |command| organisation("changeUnit", command);
    let own = RoleTemplateId(Uuid::from_u64_pair(6, 1));
    vec![
        unit(Command::AddUnit(Box::new(AdministrativeUnit {
            id: AdministrativeUnitId(Uuid::from_u64_pair(3, 3)),
            name: "Zuid".into(),
            restricted: false,
            members: BTreeSet::new(),
        }))),
        unit(Command::RenameUnit {
            unit: UNIT,
            name: "Oost".into(),
        }),
        unit(Command::DeleteUnit(UNIT)),
        unit(Command::SetMembership {
            set: MemberSet::Unit(UNIT),
            user: id("no role"),
            included: true,
        }),
        organisation(
            "keepRoles",
            Command::SetRoleSet {
                name: "Editors".into(),
                roles: Some([roles.id(GIVEN)].into()),
            },
        ),
        organisation(
            "keepRoles",
            Command::SetCustomRole {
                id: own,
                role: Some(Box::new(CustomRole {
                    id: own,
                    name: "Our own".into(),
                    description: "Ours".into(),
                    actions: BTreeSet::new(),
                })),
            },
        ),
    ]
}

/// What can be done to a group: 5 things.
fn groups(action: &'static str, name: &str, group: GroupId) -> Vec<Question> {
    let person = id("no role");
    let commands = [
        Command::AddGroup(Box::new(Group {
            id: GroupId(Uuid::from_u64_pair(2, 3)),
            name: "New".into(),
            role_assignable: group == ROLE_ASSIGNABLE,
            members: BTreeSet::new(),
            owners: BTreeSet::new(),
        })),
        Command::RenameGroup {
            group,
            name: "Newer".into(),
        },
        Command::DeleteGroup(group),
        Command::SetMembership {
            set: MemberSet::Members(group),
            user: person,
            included: true,
        },
        Command::SetMembership {
            set: MemberSet::Owners(group),
            user: person,
            included: true,
        },
    ];
    let questions = commands.into_iter();
    questions
        .map(|command| Question::new(action, "Group", name, command))
        .collect()
}
