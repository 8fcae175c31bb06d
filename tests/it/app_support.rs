//! The whole window without a screen: an [`App`] in a harness, and a few ways to use it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::session::Clock;
use mandate::storage::{self, OnConflict, Progress};
use mandate::ui::document::Document;
use mandate::ui::file_dialog::DialogService;
use mandate::ui::findings::Status;
use mandate::ui::{App, Launch, Options, View};
use tempfile::TempDir;

use crate::support::{NOW, roles};

/// The window in a test.
pub type Window = Harness<'static, App>;

/// What a window is made with.
pub struct Setup {
    pub launch: Launch,
    pub language: Language,
    pub dark: bool,
    pub size: [f32; 2],
    pub pictures: bool,
    pub settings: Option<PathBuf>,
    pub clock: Clock,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            launch: Launch::Start,
            language: Language::English,
            dark: false,
            size: [1280.0, 800.0],
            pictures: false,
            settings: None,
            clock: || NOW,
        }
    }
}

/// Opens a window.
pub fn open(setup: Setup) -> Window {
    let theme = if setup.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    let mut builder = Harness::builder()
        .with_size(setup.size)
        .with_theme(theme)
        .with_max_steps(60);
    if setup.pictures {
        builder = builder.wgpu();
    }
    let mut window = builder.build_eframe(move |creation| {
        let mut app = App::new(
            &creation.egui_ctx,
            Options {
                launch: setup.launch,
                catalogue: Arc::clone(roles()),
                clock: setup.clock,
                settings: setup.settings,
                language: setup.language,
                dialogs: Some(DialogService::Missing),
            },
        );
        app.show_times_in_utc();
        creation.egui_ctx.set_theme(theme);
        app
    });
    settle(&mut window);
    window
}

/// Opens a window on the sample tenant.
pub fn open_sample() -> Window {
    let mut window = open(Setup {
        launch: Launch::Sample,
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    window
}

/// Opens a window on a file.
pub fn open_file(path: &Path) -> Window {
    open(Setup {
        launch: Launch::File(path.to_path_buf()),
        ..Setup::default()
    })
}

/// Draws until nothing moves any more.
pub fn settle(window: &mut Window) {
    window.run_ok();
}

/// Draws until `done`, waiting for workers; fails after ten seconds.
pub fn until(window: &mut Window, done: impl Fn(&App) -> bool) {
    let began = Instant::now();
    while !done(window.state()) {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "nothing happened within ten seconds"
        );
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    settle(window);
}

/// Draws until the findings are those of the tenant as it is.
pub fn until_reviewed(window: &mut Window) {
    until(window, |app| {
        let ready = |open: &Document| open.findings.status() == Status::Ready;
        app.document().is_none_or(ready)
    });
}

/// Draws until something with this label is shown; fails after ten seconds.
pub fn until_shown(window: &mut Window, label: &str) {
    let began = Instant::now();
    while window.query_all_by_label_contains(label).next().is_none() {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "`{label}` was not shown within ten seconds"
        );
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    settle(window);
}

/// Clicks the button with this label.
pub fn click(window: &mut Window, label: &str) {
    window
        .get_by_role_and_label(egui::accesskit::Role::Button, label)
        .click();
    settle(window);
}

/// Signs in by typing a part of a name and choosing who answers.
pub fn sign_in(window: &mut Window, typed: &str, label: &str) {
    let field = window.get_by_role_and_label(
        egui::accesskit::Role::TextInput,
        "Search by name or user name",
    );
    field.focus();
    settle(window);
    window
        .get_by_role_and_label(
            egui::accesskit::Role::TextInput,
            "Search by name or user name",
        )
        .type_text(typed);
    settle(window);
    click(window, label);
    assert_eq!(window.state().view(), View::Overview, "{label} signed in");
    show_people(window);
}

/// Goes from the overview to Active users.
pub fn show_people(window: &mut Window) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    settle(window);
    assert_eq!(window.state().view(), View::ActiveUsers);
}

/// A file as the system hands it over.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Opens a window on `tenant`, signed in as the person of the fixture called `actor`. The file
/// it was read from lasts as long as the folder.
pub fn open_tenant(tenant: &Tenant, actor: &str) -> (Window, TempDir) {
    open_tenant_at(tenant, actor, || NOW)
}

/// The same with a clock of its own.
pub fn open_tenant_at(tenant: &Tenant, actor: &str, clock: Clock) -> (Window, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("contoso.tenant.ron");
    let progress = Progress::new();
    let saved = storage::save(
        &tenant.snapshot(),
        &path,
        None,
        OnConflict::Refuse,
        &progress,
    );
    saved.expect("a tenant can be saved");
    let mut window = open(Setup {
        launch: Launch::File(path),
        clock,
        ..Setup::default()
    });
    until(&mut window, |app| app.view() == View::SignIn);
    click(&mut window, &format!("{actor}, {actor}@contoso.nl"));
    assert_eq!(window.state().view(), View::Overview);
    show_people(&mut window);
    (window, folder)
}

/// The tenant that is open.
pub fn tenant_of(window: &Window) -> &Tenant {
    let open = window.state().document().expect("a tenant is open");
    open.session.tenant()
}

/// Types into the field with this label, in place of what stands there.
pub fn fill(window: &mut Window, label: &str, text: &str) {
    let role = egui::accesskit::Role::TextInput;
    window.get_by_role_and_label(role, label).focus();
    settle(window);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    settle(window);
    window.event(egui::Event::Text(text.to_owned()));
    settle(window);
}

/// Whether something with this text in it is shown.
pub fn tells(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Whether the button with this label can't be used, and what it says of it.
pub fn disabled(window: &Window, label: &str) -> Option<String> {
    let button = window.get_by_role_and_label(egui::accesskit::Role::Button, label);
    let node = button.accesskit_node();
    let why = node.data().description().unwrap_or_default().to_owned();
    node.is_disabled().then_some(why)
}

/// Answers the question for a reason.
pub fn give_reason(window: &mut Window, reason: &str) {
    assert!(
        tells(window, "Confirm and say why"),
        "a reason is asked for"
    );
    window.event(egui::Event::Text(reason.to_owned()));
    settle(window);
    click(window, "Confirm");
}
