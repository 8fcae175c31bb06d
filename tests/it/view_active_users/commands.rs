//! The command bar of Active users.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::command::Command;
use mandate::domain::language::Language;
use mandate::domain::user::SignIn;
use mandate::i18n::Texts;
use mandate::t;
use mandate::ui::outbox::{Origin, Request};
use mandate::ui::ui_command::UiCommand;
use mandate::ui::views::active_users::export;

use super::{World, asked, click, people, shown};
use crate::support::{NOW, id, roles};

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
