//! The overview: of the sample, of a tenant with little in it, in little room, and of one with
//! long names.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::sample;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::findings::Status;
use mandate::ui::{Launch, View};

use super::{LARGE, Picture, SMALL, compare_each, sample, shortcut, signed_in};
use crate::app_support::{Window, settle, until};
use crate::support::{EXCHANGE, GLOBAL, HELPDESK, Less as _, SECURITY, USERS, empty, named};

/// Sixty characters.
const LONG: &str = "Maria-Antoinette van Oldenborgh-Schimmelpenninck van der Oye";

#[test]
fn light_english() {
    compare_each(pictures(), false, Language::English);
}

#[test]
fn dark_dutch() {
    compare_each(pictures(), true, Language::Dutch);
}

fn pictures() -> Vec<Picture> {
    let told = |name, size, prepare| Picture {
        name,
        launch: Launch::File(file(name)),
        size,
        prepare,
    };
    vec![
        sample("overview", SMALL, rijnzicht),
        sample("overview", LARGE, rijnzicht),
        sample("overview-categories", SMALL, |window| {
            rijnzicht(window);
            let tabs = ["By category", "Per categorie"];
            let find = |name| window.query_by_role_and_label(Role::Tab, name);
            tabs.into_iter().find_map(find).expect("a tab").click();
            settle(window);
        }),
        sample("overview", [800.0, 600.0], rijnzicht),
        told("overview-new", SMALL, |window| {
            opened(window, "anna, anna@contoso.nl");
        }),
        told("overview-long-names", SMALL, |window| {
            opened(window, &format!("{LONG}, anna@contoso.nl"));
        }),
        told("overview-large", SMALL, |window| {
            until(window, |app| app.view() == View::SignIn);
            let first = window.get_all_by_role(Role::Button);
            let first = first.filter(|node| {
                let label = egui_kittest::kittest::NodeT::accesskit_node(node).label();
                label.is_some_and(|label| label.contains('@'))
            });
            first.into_iter().next().expect("an account").click();
            reviewed(window);
        }),
    ]
}

fn rijnzicht(window: &mut Window) {
    signed_in(window);
    shortcut(window, Key::Num1);
    reviewed(window);
}

fn opened(window: &mut Window, account: &str) {
    until(window, |app| app.view() == View::SignIn);
    window.get_by_label(account).click();
    reviewed(window);
}

/// Waits until the findings are there.
fn reviewed(window: &mut Window) {
    settle(window);
    until(window, |app| {
        let ready =
            |open: &mandate::ui::document::Document| open.findings.status() == Status::Ready;
        app.document().is_some_and(ready)
    });
    for _ in 0..20 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
    assert_eq!(window.state().view(), View::Overview);
}

/// The file with the tenant of a picture.
fn file(name: &'static str) -> PathBuf {
    static WRITTEN: OnceLock<()> = OnceLock::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overview");
    WRITTEN.get_or_init(|| {
        std::fs::create_dir_all(&folder).expect("a folder to write into");
        let tenants = [
            ("overview-new", empty().user("anna").holds(GLOBAL).build()),
            ("overview-long-names", long_names()),
            (
                "overview-large",
                sample::generate(20_000, 7).expect("a tenant"),
            ),
        ];
        for (name, tenant) in tenants {
            let path = folder.join(format!("{name}.tenant.ron"));
            let _ = std::fs::remove_file(&path);
            let (snapshot, progress) = (tenant.snapshot(), Progress::new());
            storage::save(&snapshot, &path, None, OnConflict::Refuse, &progress)
                .expect("a tenant can be saved");
        }
    });
    folder.join(format!("{name}.tenant.ron"))
}

fn long_names() -> Tenant {
    let long = |name: &str| name.to_owned();
    let call =
        |name: String| move |user: &mut mandate::domain::user::User| user.profile = named(&name);
    empty()
        .user("anna")
        .but(call(long(LONG)))
        .holds(GLOBAL)
        .holds(SECURITY)
        .holds(EXCHANGE)
        .user("bert")
        .but(call(LONG.chars().rev().collect()))
        .blocked()
        .holds(GLOBAL)
        .user("cees")
        .guest()
        .holds(USERS)
        .user("dora")
        .user("emil")
        .group("desk", &["dora", "emil"])
        .holds(HELPDESK)
        .user("femke")
        .holds(SECURITY)
        .eligible()
        .build()
}
