//! The command bar of Active users.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::user::{SignIn, UserId};
use mandate::i18n::Texts;
use mandate::sample;
use mandate::t;
use mandate::ui::dialogs::Question;
use mandate::ui::many::Plan;
use mandate::ui::outbox::{Origin, Request};
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::active_users::export;

use super::{World, asked, click, people, shown};
use crate::support::{GLOBAL, Less as _, NOW, TOMORROW, USERS, empty, fixture, id, roles};

/// Whether a command can't be used, and why.
fn disabled(harness: &Harness<'_, World>, label: &str) -> Option<String> {
    let button = harness.get_by_label(label);
    let node = button.accesskit_node();
    let why = node.data().description().unwrap_or_default().to_owned();
    node.is_disabled().then_some(why)
}

/// The question that was asked for, and nothing else.
fn question(harness: &mut Harness<'_, World>) -> Question {
    match asked(harness).as_slice() {
        [Request::Ui(UiCommand::Ask(question))] => (**question).clone(),
        other => panic!("a question, not {other:?}"),
    }
}

#[test]
fn commands_concern_those_who_are_checked() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(&mut harness, "Select Zoë Öztürk");
    click(&mut harness, "Select Bram Bakker");
    click(&mut harness, "Block sign-in");
    click(&mut harness, "Reset password");
    let run = |command| Request::Run {
        origin: Origin::ActiveUsers,
        command,
        assent: Assent::default(),
    };
    let reset = [id("zoe"), id("bram")].map(Command::ResetPassword);
    assert_eq!(
        asked(&mut harness),
        [
            run(Command::SetSignIn {
                user: id("zoe"),
                sign_in: SignIn::Blocked,
            }),
            run(Command::Batch(reset.to_vec())),
        ]
    );
    click(&mut harness, "Select Zoë Öztürk");
    click(&mut harness, "Unblock sign-in");
    let allow = Command::SetSignIn {
        user: id("bram"),
        sign_in: SignIn::Allowed,
    };
    assert_eq!(asked(&mut harness), [run(allow)]);
}

#[test]
fn a_disabled_command_names_its_rule() {
    let mut world = World::new(people().build(), Some(id("piet")));
    world.selected = Some(id("anna"));
    let harness = shown(world);
    for (command, rule) in [
        ("Edit roles", "R1: "),
        ("Reset password", "R11: "),
        ("Block sign-in", "What no role of yours grants is refused."),
    ] {
        let button = harness.get_by_label(command);
        let node = button.accesskit_node();
        assert!(node.is_disabled(), "{command}");
        let why = node.data().description().unwrap_or_default();
        assert!(why.contains(rule), "{command}: {why}");
    }
    let export = harness.get_by_label("Export users");
    assert!(!export.accesskit_node().is_disabled());
}

#[test]
fn without_anyone_chosen_commands_say_so() {
    let harness = shown(World::new(people().build(), Some(id("anna"))));
    let button = harness.get_by_label("Edit roles");
    let why = button.accesskit_node().data().description();
    assert_eq!(why, Some("Select someone first"));
}

#[test]
fn an_export_holds_what_is_shown() {
    let tenant = people()
        .user("evil")
        .but(|user| user.profile.display_name = "=cmd()".into())
        .build();
    let words = export::Words::of(&Texts::new(Language::English));
    let text = export::csv(&tenant, roles(), &words, NOW, &[0, 3, 5]);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("Name,User name,Department,Roles,Licences,Sign-in,"));
    assert!(lines[1].starts_with("Anna de Vries,anna@contoso.nl,,Global Administrator,,Allowed,"));
    assert!(lines[2].contains(",Blocked,"));
    assert!(lines[3].starts_with("'=cmd(),"));

    let mut harness = shown(World::new(tenant, None));
    click(&mut harness, "Export users");
    let mut requests = asked(&mut harness);
    while requests.is_empty() {
        harness.step();
        requests = asked(&mut harness);
    }
    let texts = Texts::new(Language::English);
    let name = format!("{}.csv", t!(texts, "user-export-file"));
    let [Request::Ui(UiCommand::Export { name: given, text })] = requests.as_slice() else {
        panic!("an export, not {requests:?}");
    };
    assert_eq!(*given, name);
    assert_eq!(text.lines().count(), 7);
}

#[test]
fn people_are_added_and_brought_in_whoever_is_chosen() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(&mut harness, "Add a user");
    click(&mut harness, "Import people…");
    let expected = [UiCommand::AddUser, UiCommand::ImportPeople].map(Request::Ui);
    assert_eq!(asked(&mut harness), expected);
}

#[test]
fn one_is_edited_in_the_details_and_several_in_bulk() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    assert_eq!(
        disabled(&harness, "Edit").as_deref(),
        Some("Select someone first")
    );
    click(&mut harness, "Select Zoë Öztürk");
    click(&mut harness, "Edit");
    click(&mut harness, "Licences…");
    let zoe = [
        UiCommand::ShowUser(id("zoe")),
        UiCommand::EditLicences(id("zoe")),
    ];
    assert_eq!(asked(&mut harness), zoe.map(Request::Ui));
    click(&mut harness, "Select Bram Bakker");
    click(&mut harness, "Edit");
    // In the order of the tenant.
    let both = UiCommand::BulkEdit([id("zoe"), id("bram")].into());
    assert_eq!(asked(&mut harness), [Request::Ui(both)]);
    assert!(disabled(&harness, "Licences…").is_some());
}

#[test]
fn deleting_asks_first_and_names_who_it_is() {
    let mut harness = shown(World::new(people().build(), Some(id("anna"))));
    click(&mut harness, "Select Zoë Öztürk");
    click(&mut harness, "Delete user");
    let one = question(&mut harness);
    assert_eq!(one.title, "Delete Zoë Öztürk?");
    assert_eq!(
        (one.names.as_slice(), one.count),
        (&["zoe@contoso.nl".to_owned()][..], 1)
    );
    assert!(one.text.contains("for 30 days"), "{}", one.text);
    let origin = Origin::ActiveUsers;
    let command = Command::DeleteUser(id("zoe"));
    let assent = Assent::default();
    assert_eq!(
        one.request,
        Request::Run {
            origin,
            command,
            assent
        }
    );

    click(&mut harness, "Select Bram Bakker");
    click(&mut harness, "Delete user");
    let both = question(&mut harness);
    assert_eq!((both.title.as_str(), both.count), ("Delete 2 users?", 2));
    assert_eq!(both.names, ["Bram Bakker", "Zoë Öztürk"]);
    let commands = [id("zoe"), id("bram")].map(Command::DeleteUser);
    let request = Request::RunEach {
        origin,
        plan: Plan::Commands(commands.into()),
        assent: Assent::default(),
    };
    assert_eq!(both.request, request);
}

#[test]
fn who_may_not_be_deleted_stays_and_the_rule_is_told() {
    let tenant = empty()
        .user("anna")
        .holds(GLOBAL)
        .user("bea")
        .holds(GLOBAL)
        .until(TOMORROW)
        .user("uma")
        .holds(USERS)
        .user("piet")
        .user("sil")
        .synced()
        .user("gus")
        .guest()
        .build();
    for (actor, person, expected) in [
        // Bea is one only until tomorrow.
        ("bea", "anna", Some("R3: One enabled Global Administrator")),
        (
            "uma",
            "bea",
            Some("R13: A User management administrator deletes no global"),
        ),
        (
            "anna",
            "sil",
            Some("R25: Name, user principal name, phone and block state"),
        ),
        (
            "uma",
            "uma",
            Some("You can't delete the account you act as."),
        ),
        (
            "piet",
            "gus",
            Some("What no role of yours grants is refused."),
        ),
        ("uma", "gus", None),
        ("uma", "piet", None),
    ] {
        let mut harness = shown(World::new(tenant.clone(), Some(id(actor))));
        click(&mut harness, &format!("Select {person}"));
        let why = disabled(&harness, "Delete user");
        let told = match (&why, expected) {
            (Some(why), Some(expected)) => why.contains(expected),
            (why, expected) => why.is_none() == expected.is_none(),
        };
        assert!(told, "{actor} deletes {person}: {why:?}");
    }
    // Of several, whoever may be deleted is.
    let mut harness = shown(World::new(tenant, Some(id("anna"))));
    click(&mut harness, "Select sil");
    click(&mut harness, "Select gus");
    assert_eq!(disabled(&harness, "Delete user"), None);
}

#[test]
fn what_has_no_room_stands_in_the_menu() {
    for language in [Language::English, Language::Dutch] {
        let mut world = World::new(people().build(), Some(id("anna")));
        world.texts.set_language(language);
        let mut harness = shown(world);
        // The room that a window of 1280 leaves, and the one beside the details.
        for width in [1_020.0, 630.0] {
            harness.set_size(egui::vec2(width, 700.0));
            harness.run();
            let texts = Texts::new(language);
            let more = t!(texts, "user-more");
            let right = harness.get_by_label(&more).rect().right();
            assert!(right <= width, "{language:?} {width}: {right}");
            let export = t!(texts, "user-export");
            assert!(harness.query_by_label(&export).is_none());
            click(&mut harness, &more);
            assert!(harness.query_by_label(&export).is_some());
            let import = t!(texts, "command-import");
            click(&mut harness, &import);
            let expected = [Request::Ui(UiCommand::ImportPeople)];
            assert_eq!(asked(&mut harness), expected);
            assert!(harness.query_by_label(&export).is_none(), "the menu closes");
        }
    }
}

#[test]
fn everyone_who_matches_is_chosen_at_once() {
    let tenant = sample::generate(20_000, 9).expect("a sample");
    let chief = tenant.lasting_global_administrators().next();
    let mut harness = shown(World::new(tenant, chief));
    click(&mut harness, "Select everyone shown");
    let _ = harness.get_by_label("20,000 selected");
    click(&mut harness, "Edit");
    let chosen = |requests: Vec<Request>| match requests.as_slice() {
        [Request::Ui(UiCommand::BulkEdit(people))] => people.to_vec(),
        other => panic!("a bulk edit, not {other:?}"),
    };
    assert_eq!(chosen(asked(&mut harness)).len(), 20_000);
    click(&mut harness, "Select everyone shown");

    let guests = harness
        .state()
        .index
        .count(mandate::ui::user_index::Kind::Guest);
    assert!((1..20_000).contains(&guests));
    harness.get_by_label_contains("Guests ").click();
    harness.run();
    click(&mut harness, "Select everyone shown");
    click(&mut harness, "Edit");
    let people: Vec<UserId> = chosen(asked(&mut harness));
    assert_eq!(people.len(), guests);
    let tenant = harness.state().session.tenant();
    let guest = |id: &UserId| {
        let user = tenant.user(*id).expect("someone who is there");
        user.kind == mandate::domain::user::UserKind::Guest
    };
    assert!(people.iter().all(guest));
}

#[test]
fn who_is_gone_is_not_chosen_any_more() {
    let mut harness = shown(World::new(fixture().user("eva").build(), Some(id("anna"))));
    click(&mut harness, "Select eva");
    click(&mut harness, "Select piet");
    let _ = harness.get_by_label("2 selected");
    let world = harness.state_mut();
    let delete = Command::DeleteUser(id("eva"));
    let deleted = world.session.execute(&delete, &Assent::default());
    deleted.expect("an allowed change");
    let touched = world.session.take_touched();
    world
        .index
        .update(world.session.tenant(), roles(), NOW, &touched);
    harness.run();
    let _ = harness.get_by_label("1 selected");
    let _ = harness.get_by_label("2 users");
    let _ = harness.get_by_label("All 2");
}
