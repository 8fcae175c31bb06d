//! The lines of each answer, and what is found by typing.

use mandate::domain::effective::{Access, Need, least_roles};
use mandate::domain::office365::{Grant, Limit, Office365Permission};
use mandate::domain::resource_action::ResourceAction;
use mandate::domain::tenant::HeldThrough;
use mandate::exchange::csv;
use mandate::ui::views::access::gaps::{self, Found, Gap};
use mandate::ui::views::access::line::{Fold, Folds, Line, Target, Tone, What};
use mandate::ui::views::access::look::look;
use mandate::ui::views::access::needs::{Choice, Heading, Needs};
use mandate::ui::views::access::{export, least, person, who_can};

use super::{english, session, told, words};
use crate::support::{
    GUEST_INVITER, HELPDESK, Less as _, SERVICE, context, empty, given, given_to_group, group_id,
    id, roles,
};

const RESET: Need = Need::Permission(Office365Permission::ResetUserPasswords);

fn action(text: &str) -> Need {
    Need::Action(ResourceAction::parse(text).expect("an action"))
}

fn found(typed: &str) -> Vec<Choice> {
    Needs::of(roles()).find(typed)
}

#[test]
fn needs_are_found_by_words_of_either_language() {
    let password = action("microsoft.directory/users/password/update");
    for typed in [
        "wachtwoord opnieuw instellen",
        "reset passwords",
        "PASSWORD Reset",
    ] {
        let found = found(typed);
        for need in [&RESET, &password] {
            let choice = Choice::Need(need.clone());
            assert!(found.contains(&choice), "{typed}: {need:?} in {found:?}");
        }
        assert!(!found.contains(&Choice::Heading(Heading::Typed)));
    }
    assert_eq!(found("qwertyuiop"), []);
}

#[test]
fn everything_is_listed_while_nothing_is_typed() {
    let found = found(" ");
    assert_eq!(found[0], Choice::Heading(Heading::Permissions));
    assert_eq!(
        found[1],
        Choice::Need(Need::Permission(Office365Permission::ViewOrgAndUserInfo))
    );
    assert!(matches!(found[16], Choice::Heading(Heading::Area(_))));
    assert!(matches!(found[17], Choice::Need(Need::Task(_))));
    let needs = found.iter().filter(|it| matches!(it, Choice::Need(_)));
    let tasks = roles().tasks().len();
    assert!(needs.count() > 15 + tasks + 500, "and the actions");
}

#[test]
fn an_action_is_understood_as_it_is_typed() {
    let wild = "Microsoft.Directory/groups.security/allProperties/allTasks";
    let typed = found(wild);
    assert_eq!(typed[0], Choice::Heading(Heading::Typed));
    assert_eq!(typed[1], Choice::Need(action(wild)));
    // One that is listed is found as it is listed.
    let listed = found("MICROSOFT.DIRECTORY/Users/Password/Update");
    assert_eq!(
        listed,
        [
            Choice::Heading(Heading::Namespace("microsoft.directory".into())),
            Choice::Need(action("microsoft.directory/users/password/update")),
        ]
    );
    assert_eq!(
        found("microsoft.directory/users/"),
        found("directory/users/")
    );
}

/// Titles with their indentation, as they are read.
fn read(words: mandate::ui::views::role_editor::words::Words<'_>, lines: &[Line]) -> Vec<String> {
    let text = |line: &Line| {
        let look = look(words, line);
        let chip = look
            .chip
            .map_or_else(String::new, |(text, ..)| format!(" [{text}]"));
        let about = if look.about.is_empty() {
            String::new()
        } else {
            format!(" | {}", look.about)
        };
        format!(
            "{}{}{chip}{about}",
            "  ".repeat(line.level.into()),
            look.title
        )
    };
    lines.iter().map(text).collect()
}

#[test]
fn a_person_through_a_group() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let kees = id("kees");
    let access = Access::of(&context(), session.tenant(), kees);
    let mut folds = Folds::default();
    folds.toggle(Fold::Permission(Office365Permission::ResetUserPasswords));
    let lines = person::lines(words, kees, &access, "", &folds);
    let shown = read(words, &lines);
    assert_eq!(
        shown[..4],
        [
            "Roles 1",
            "  Helpdesk Administrator | Through the group Desk · whole tenant · permanent",
            "Permissions 15",
            "  Organization and user information (view) | Full · by Helpdesk Administrator",
        ]
    );
    let reset = shown
        .iter()
        .position(|line| line.contains("User passwords (reset)"));
    let reset = reset.expect("it is listed");
    assert_eq!(
        shown[reset + 1],
        "    Helpdesk Administrator | Limited: people without an admin role · Through the group \
         Desk · whole tenant · permanent"
    );
    let limited = Grant::Limited(Limit::NonAdminsOnly);
    assert!(matches!(
        lines[reset].what,
        What::Permission(Office365Permission::ResetUserPasswords, grant, _) if grant == limited
    ));
    assert!(shown.contains(&"  Billing and purchasing operations | None".to_owned()));
    // The role opens with a click, the group with the button beside it.
    assert_eq!(lines[1].target(roles()), Some(Target::Role(HELPDESK)));
    assert_eq!(
        lines[1].second(roles()),
        Some(Target::Group(group_id("Desk")))
    );
}

#[test]
fn a_person_who_is_blocked_or_holds_nothing() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let first = |name: &str| {
        let access = Access::of(&context(), session.tenant(), id(name));
        let lines = person::lines(words, id(name), &access, "", &Folds::default());
        look(words, &lines[0]).title
    };
    assert_eq!(first("bob"), "This account is blocked");
    assert_eq!(first("piet"), "No admin role reaches this person");
}

#[test]
fn what_an_eligible_role_adds() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let ella = id("ella");
    let access = Access::of(&context(), session.tenant(), ella);
    let shown = read(
        words,
        &person::lines(words, ella, &access, "", &Folds::default()),
    );
    assert_eq!(
        shown[1],
        "  Exchange Administrator [Eligible] | Directly · eligible, not active · until 23 Nov \
         2026 · whole tenant"
    );
    let adds = shown
        .iter()
        .position(|line| line.starts_with("With eligible roles"));
    let adds = adds.expect("it adds something");
    assert_eq!(
        shown[adds + 1],
        "  Organization and user information (view) | None → Full"
    );
    assert!(
        !shown.iter().any(|line| line.starts_with("Actions")),
        "none now"
    );
}

#[test]
fn search_within_what_a_person_can_do() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let kees = id("kees");
    let access = Access::of(&context(), session.tenant(), kees);
    let lines = person::lines(words, kees, &access, "wachtwoord", &Folds::default());
    assert_eq!(
        read(words, &lines),
        [
            "Permissions 1",
            "  User passwords (reset) | Limited: people without an admin role · by Helpdesk \
             Administrator",
            "Actions 1",
            "  microsoft.directory 1",
            "    Reset user passwords | microsoft.directory/users/password/update",
        ]
    );
}

#[test]
fn a_global_administrator_is_told_what_is_not_implied() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let access = Access::of(&context(), session.tenant(), id("anna"));
    let lines = person::lines(words, id("anna"), &access, "", &Folds::default());
    let notes: Vec<_> = read(words, &lines)
        .into_iter()
        .take_while(|line| !line.starts_with("Roles"))
        .collect();
    assert!(
        notes
            .iter()
            .any(|note| note.starts_with("R22  Roles for custom security"))
    );
    assert!(
        notes
            .iter()
            .any(|note| note.starts_with("R16  Dynamics CRM Online"))
    );
}

#[test]
fn who_can_by_the_role_that_lets_them() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let answer = who_can::gather(&context(), session.tenant(), &RESET);
    // Anna, Eva, Hans, Kees and Nora.
    assert_eq!(answer.people, 5);
    let lines = who_can::lines(words, &RESET, &answer, &Folds::default());
    let shown = read(words, &lines);
    let at = |start: &str| {
        let place = shown.iter().position(|line| line.starts_with(start));
        place.unwrap_or_else(|| panic!("`{start}` in {shown:#?}"))
    };
    let global = at("Global Administrator [Wholly] | All of it · 1 assignment");
    assert_eq!(
        shown[global + 1],
        "  anna | Directly · whole tenant · permanent"
    );
    let desk = at("Helpdesk Administrator [In part] | Limited: people without an admin role");
    assert_eq!(
        shown[desk + 1..desk + 4],
        [
            "  Desk | 2 members · whole tenant · permanent",
            "    kees | Through the group Desk · whole tenant · permanent",
            "    nora | Through the group Desk · whole tenant · permanent",
        ]
    );
    let users = at("User Administrator [In part]");
    assert_eq!(
        shown[users + 1..users + 3],
        [
            "  eva | Directly · whole tenant · permanent",
            "  hans | Directly · only in North · permanent",
        ]
    );
    let unheld = at("Would let someone, held by nobody");
    assert!(
        shown[unheld + 1..]
            .iter()
            .any(|line| line.contains("Password Administrator") && line.contains("(R23)"))
    );
    assert!(!shown[global].contains("(R23)"), "resets everybody's");
    assert!(
        !shown[unheld + 1..]
            .iter()
            .any(|line| line.contains("  Global Administrator"))
    );
}

#[test]
fn nobody_is_an_answer() {
    let texts = english();
    let nobody = session(empty().user("piet").build(), "piet");
    let answer = who_can::gather(&context(), nobody.tenant(), &RESET);
    let lines = who_can::lines(words(&texts, &nobody), &RESET, &answer, &Folds::default());
    let title = "Nobody holds a role that lets them do this".to_owned();
    let about = "Find the least role tells which to assign, and what comes with it.".to_owned();
    assert_eq!(lines[0].what, What::Note(Tone::Warning, title, about));
    // Held, and not by anyone who may now.
    let eligible = session(
        empty()
            .user("piet")
            .user("ella")
            .holds(HELPDESK)
            .eligible()
            .build(),
        "piet",
    );
    let answer = who_can::gather(&context(), eligible.tenant(), &RESET);
    let lines = who_can::lines(words(&texts, &eligible), &RESET, &answer, &Folds::default());
    let shown = read(words(&texts, &eligible), &lines);
    assert_eq!(
        shown[..3],
        [
            "Roles that would let someone are held, and none counts now | Find the least role \
             tells which to assign, and what comes with it.",
            "Helpdesk Administrator [In part] | Limited: people without an admin role · 1 \
             assignment",
            "  ella [Eligible] | Directly · eligible, not active · whole tenant · permanent",
        ]
    );
    // No role at all.
    let nowhere = action("microsoft.nowhere/things/allTasks");
    let answer = who_can::gather(&context(), nobody.tenant(), &nowhere);
    let lines = who_can::lines(words(&texts, &nobody), &nowhere, &answer, &Folds::default());
    assert_eq!(
        read(words(&texts, &nobody), &lines),
        ["Nobody holds a role that lets them do this | No directory role that is known does this."]
    );
}

#[test]
fn who_can_as_a_table() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let answer = who_can::gather(&context(), session.tenant(), &RESET);
    let csv = csv::to_string(&export::who_can(words, &RESET, &answer));
    let lines: Vec<_> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "What,Role,Template id,How far,Name,User name,Through,Scope,Standing,From,Until"
    );
    let helpdesk = "User passwords (reset),Helpdesk Administrator,\
                    729827e3-9c14-49f7-bb1b-9608f156bbb8,In part,";
    for line in [
        format!("{helpdesk}kees,kees@contoso.nl,Desk,Whole tenant,Active,,"),
        format!("{helpdesk}nora,nora@contoso.nl,Desk,Whole tenant,Active,,"),
    ] {
        assert!(lines.contains(&line.as_str()), "`{line}` in {csv}");
    }
}

#[test]
fn the_least_roles_with_what_microsoft_names() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let invite = action("microsoft.directory/users/inviteGuest");
    let needs = [invite];
    let answer = least_roles(roles(), &needs, 10);
    let lines = least::lines(words, &needs, &answer, &Folds::default());
    let What::Set(set) = &lines[0].what else {
        panic!("a set comes first: {:?}", lines[0]);
    };
    assert_eq!((set.place, set.roles.as_slice()), (1, &[GUEST_INVITER][..]));
    assert_eq!(set.privileged, 0);
    assert_eq!(lines[1].target(roles()), Some(Target::Role(GUEST_INVITER)));
    assert_eq!(look(words, &lines[1]).about, "Serves: Invite guest users");

    // A task, with the published role beside ours.
    let task = roles()
        .tasks()
        .iter()
        .position(|task| &*task.task.en == "Guest user creation");
    let task = u16::try_from(task.expect("the task")).expect("a small number");
    let needs = [Need::Task(mandate::domain::catalogue::TaskId(task))];
    let answer = least_roles(roles(), &needs, 10);
    let shown = read(
        words,
        &least::lines(words, &needs, &answer, &Folds::default()),
    );
    assert!(
        shown[0].starts_with("1. Guest Inviter [Microsoft]"),
        "{}",
        shown[0]
    );
    let named = shown
        .iter()
        .position(|line| line == "What Microsoft names for: Guest user creation");
    let named = named.expect("it is told");
    assert_eq!(
        shown[named + 1],
        "  Microsoft names the same as the first set above"
    );
    assert!(shown[named + 2].starts_with("  Guest Inviter [Microsoft]"));
}

#[test]
fn what_no_role_serves_is_said() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let needs = [action("microsoft.nowhere/things/allTasks")];
    let answer = least_roles(roles(), &needs, 10);
    assert_eq!(
        read(
            words,
            &least::lines(words, &needs, &answer, &Folds::default())
        ),
        [
            "No role does this: microsoft.nowhere/things/allTasks | Ask for less of it, or for \
             another action."
        ]
    );
}

#[test]
fn a_role_that_adds_nothing_can_be_revoked() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let found = gaps::look_for(&context(), session.tenant(), Gap::Redundant, &[]);
    let lines = gaps::lines(words, &found, &Folds::default());
    assert_eq!(
        read(words, &lines),
        [
            "sven | sven@contoso.nl",
            "  Service Support Administrator | Wholly contained in Exchange Administrator · \
             Directly · whole tenant · permanent",
        ]
    );
    assert_eq!(lines[0].target(roles()), Some(Target::User(id("sven"))));
    assert_eq!(lines[1].target(roles()), Some(Target::Role(SERVICE)));
    assert_eq!(
        lines[1].second(roles()),
        Some(Target::Revoke(given("sven", SERVICE)))
    );
}

#[test]
fn people_who_can_do_more_than_is_needed() {
    let (texts, session) = (english(), session(told().build(), "anna"));
    let words = words(&texts, &session);
    let needs = [RESET];
    let found = gaps::look_for(&context(), session.tenant(), Gap::Exceeding, &needs);
    let lines = gaps::lines(words, &found, &Folds::default());
    let shown = read(words, &lines);
    assert!(shown[0].starts_with("anna | "), "{}", shown[0]);
    assert!(shown[0].ends_with(" · can do 1 of 1 needs"), "{}", shown[0]);
    let sven = shown.iter().find(|line| line.starts_with("sven"));
    let sven = sven.expect("he can do what nobody asked for");
    assert!(sven.ends_with(" · can do 0 of 1 needs"), "{sven}");
    let mut folds = Folds::default();
    folds.toggle(Fold::Person(id("sven")));
    let shown = read(words, &gaps::lines(words, &found, &folds));
    assert!(shown.contains(&"  Exchange Administrator | Serves none of what is needed".to_owned()));
    assert!(matches!(found, Found::Exceeding(..)));
}

#[test]
fn tasks_that_nobody_can_do() {
    let (texts, nobody) = (english(), session(empty().user("piet").build(), "piet"));
    let words = words(&texts, &nobody);
    let found = gaps::look_for(&context(), nobody.tenant(), Gap::Uncovered, &[]);
    let lines = gaps::lines(words, &found, &Folds::default());
    let shown = read(words, &lines);
    assert!(shown[0].starts_with("Application proxy "), "{}", shown[0]);
    assert_eq!(shown[1], "  App configuration | Application proxy");
    assert!(matches!(
        lines[1].target(roles()),
        Some(Target::WhoCan(Need::Task(_)))
    ));
    let mut folds = Folds::default();
    folds.toggle(Fold::Area("Application proxy".into()));
    let folded = gaps::lines(words, &found, &folds);
    assert!(folded.len() < lines.len());
    // A Global Administrator can do every task that a role does.
    let global = session(told().build(), "anna");
    let found = gaps::look_for(&context(), global.tenant(), Gap::Uncovered, &[]);
    assert_eq!(found, Found::Uncovered(Vec::new()));
}

#[test]
fn a_line_of_a_group_opens_it() {
    let held = given_to_group("Desk", HELPDESK);
    let line = Line::new(1, What::Group(group_id("Desk"), held, 2));
    assert_eq!(line.target(roles()), Some(Target::Group(group_id("Desk"))));
    let through = HeldThrough::Group(group_id("Desk"));
    let line = Line::new(2, What::Holder(id("kees"), through, held));
    assert_eq!(line.target(roles()), Some(Target::User(id("kees"))));
    assert_eq!(line.second(roles()), Some(Target::Group(group_id("Desk"))));
    // What folds is folded by a click, and asked about by the button beside it.
    let permission = Office365Permission::ResetUserPasswords;
    let line = Line::new(1, What::Permission(permission, Grant::Yes, String::new()));
    assert_eq!(line.target(roles()), Some(Target::WhoCan(RESET)));
    let line = line.folding(Fold::Permission(permission), false);
    assert_eq!(line.target(roles()), None);
    assert_eq!(line.second(roles()), Some(Target::WhoCan(RESET)));
}
