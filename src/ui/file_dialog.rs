//! Choosing a file: the system's dialog where there is one, a field to type a path in elsewhere.
//!
//! On Linux a dialog needs the desktop portal or the program `zenity`; without either the dialog
//! answers like a cancelled one. So this looks first, and the app asks in its own way instead.

use std::path::PathBuf;
#[cfg(target_os = "linux")]
use std::sync::mpsc::channel;
#[cfg(target_os = "linux")]
use std::time::Duration;

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To bring in the people it holds.
    Import,
    /// To compare what is open with it.
    Compare,
    /// To save the tenant in it.
    SaveAs,
    /// To write this text in it.
    Export {
        /// The text.
        text: String,
    },
}

/// Whether the system can show a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogService {
    /// It can.
    Available,
    /// It can't; paths are typed.
    Missing,
}

/// The ending of tenant files.
pub const EXTENSION: &str = "tenant.ron";

/// How long the portal may take to answer; it is started by being asked.
#[cfg(target_os = "linux")]
const PORTAL_PATIENCE: Duration = Duration::from_secs(5);

impl DialogService {
    /// Looks for a way to show a dialog. Asks over D-Bus, so it belongs on a worker.
    #[cfg(target_os = "linux")]
    pub fn detect() -> Self {
        if has_zenity() || has_portal() {
            Self::Available
        } else {
            Self::Missing
        }
    }

    /// Other systems always have a dialog.
    #[cfg(not(target_os = "linux"))]
    pub fn detect() -> Self {
        Self::Available
    }
}

#[cfg(target_os = "linux")]
fn has_zenity() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file())
}

/// Whether the portal's file chooser answers, in good time: a bus that never does must not keep
/// a person from saving.
#[cfg(target_os = "linux")]
fn has_portal() -> bool {
    let (sender, answer) = channel();
    std::thread::spawn(move || {
        // Nobody listens any more when the answer comes late.
        let _ = sender.send(portal_version().is_ok());
    });
    answer.recv_timeout(PORTAL_PATIENCE).unwrap_or(false)
}

#[cfg(target_os = "linux")]
fn portal_version() -> zbus::Result<u32> {
    let connection = zbus::blocking::Connection::session()?;
    let chooser = zbus::blocking::Proxy::new(
        &connection,
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.FileChooser",
    )?;
    chooser.get_property("version")
}

/// Shows the system's dialog and waits for the answer; for a worker.
pub fn ask(purpose: &Purpose, name: &str, folder: Option<&PathBuf>) -> Option<PathBuf> {
    let mut dialog = rfd::AsyncFileDialog::new();
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let chosen = match purpose {
        Purpose::Import => {
            pollster::block_on(dialog.add_filter("CSV", &["csv", "txt"]).pick_file())
        }
        Purpose::Open | Purpose::Compare => {
            pollster::block_on(dialog.add_filter("Mandate", &["ron"]).pick_file())
        }
        Purpose::SaveAs => pollster::block_on(
            dialog
                .add_filter("Mandate", &["ron"])
                .set_file_name(name)
                .save_file(),
        ),
        Purpose::Export { .. } => pollster::block_on(dialog.set_file_name(name).save_file()),
    };
    chosen.map(|file| file.path().to_path_buf())
}
