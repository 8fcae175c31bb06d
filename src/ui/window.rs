//! The window itself: which renderer draws it, its icon, and what the system must have.

use std::cell::Cell;
use std::sync::Arc;

use eframe::egui_wgpu::WgpuSetup;
use eframe::{NativeOptions, Renderer, wgpu};

use crate::domain::language::Language;
use crate::session::system_clock;
use crate::storage::settings::Settings;

use super::Launch;
use super::app::{App, Options};

const SIZE: [f32; 2] = [1280.0, 800.0];
const LEAST_SIZE: [f32; 2] = [900.0, 560.0];

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// The roles can't be read.
    #[error("the role catalogue can't be read: {0}")]
    Catalogue(#[from] crate::catalogue::CatalogueError),
    /// A library of the system is missing.
    #[error(
        "`{library}` is missing, and without it there is no keyboard\nhint: install it with: {install}"
    )]
    MissingLibrary {
        /// The library.
        library: &'static str,
        /// How to get it.
        install: &'static str,
    },
    /// No window could be opened.
    #[error("no window can be opened: {0}")]
    Window(String),
}

/// Opens the window and returns when it is closed.
#[expect(
    clippy::needless_pass_by_value,
    reason = "each of the two attempts begins with a copy"
)]
pub fn run(launch: Launch) -> Result<(), UiError> {
    check_system()?;
    let catalogue = Arc::new(crate::catalogue::load()?);
    let begun = Cell::new(false);
    let open = |renderer: Renderer| {
        let (launch, catalogue) = (launch.clone(), Arc::clone(&catalogue));
        let begun = &begun;
        eframe::run_native(
            "mandate",
            native_options(renderer),
            Box::new(move |creation| {
                begun.set(true);
                let options = Options {
                    launch,
                    catalogue,
                    clock: system_clock,
                    settings: Settings::default_path(),
                    language: system_language(),
                    dialogs: None,
                };
                Ok(Box::new(App::new(&creation.egui_ctx, options)))
            }),
        )
    };
    // On a machine without a graphics card glow draws several times faster than wgpu, and where
    // wgpu finds nothing at all glow may still. A window that was there and broke is not opened
    // again: it would be an empty one.
    match open(Renderer::Wgpu) {
        // Where there is no display at all, the first error is the one that says so.
        Err(first) if !begun.get() => open(Renderer::Glow).map_err(|second| match second {
            eframe::Error::WinitEventLoop(_) => UiError::Window(first.to_string()),
            second => UiError::Window(second.to_string()),
        }),
        outcome => outcome.map_err(|error| UiError::Window(error.to_string())),
    }
}

fn native_options(renderer: Renderer) -> NativeOptions {
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Mandate")
        .with_app_id("mandate")
        .with_inner_size(SIZE)
        .with_min_inner_size(LEAST_SIZE)
        .with_drag_and_drop(true);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let mut options = NativeOptions {
        viewport,
        renderer,
        persist_window: true,
        ..NativeOptions::default()
    };
    if cfg!(target_os = "linux")
        && let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup
    {
        setup.native_adapter_selector = Some(Arc::new(|adapters, surface| {
            adapters
                .iter()
                .filter(|adapter| surface.is_none_or(|it| adapter.is_surface_supported(it)))
                .find(|adapter| adapter.get_info().device_type != wgpu::DeviceType::Cpu)
                .cloned()
                .ok_or_else(|| "there is no graphics card".to_owned())
        }));
    }
    options
}

fn icon() -> Option<egui::IconData> {
    let image = image::load_from_memory(include_bytes!("../../assets/icon.png")).ok()?;
    let image = image.into_rgba8();
    Some(egui::IconData {
        width: image.width(),
        height: image.height(),
        rgba: image.into_raw(),
    })
}

/// Dutch where the system speaks Dutch, English elsewhere.
pub fn system_language() -> Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let spoken = variables
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match spoken {
        Some(value) if value.to_ascii_lowercase().starts_with("nl") => Language::Dutch,
        _ => Language::English,
    }
}

/// The window library panics where this library is missing under X11, so it is looked for first.
#[cfg(target_os = "linux")]
fn check_system() -> Result<(), UiError> {
    const FOLDERS: [&str; 6] = [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
        "/lib",
        "/usr/local/lib",
    ];
    const LIBRARY: &str = "libxkbcommon-x11.so.0";
    let under_x11 =
        std::env::var_os("DISPLAY").is_some() && std::env::var_os("WAYLAND_DISPLAY").is_none();
    let own = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let found = std::env::split_paths(&own)
        .chain(FOLDERS.iter().map(std::path::PathBuf::from))
        .any(|folder| folder.join(LIBRARY).exists());
    // Systems that keep their libraries elsewhere have neither folder nor a way to look.
    let usual_system = std::path::Path::new("/etc/debian_version").exists()
        || std::path::Path::new("/etc/redhat-release").exists();
    if under_x11 && usual_system && !found {
        return Err(UiError::MissingLibrary {
            library: LIBRARY,
            install: "apt install libxkbcommon-x11-0",
        });
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn check_system() -> Result<(), UiError> {
    Ok(())
}
