//! What a person chose about the program: theme, language, text size, recent files.
//! Where the window was is the window library's to remember.
//!
//! Its own file, and never fatal: what can't be read is put aside and the defaults hold.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::domain::language::Language;

use super::atomic;
use super::error::SaveError;
use super::progress::Progress;

/// How many recent files are remembered.
pub const RECENT_MAX: usize = 10;
/// The smallest and the largest text, as a multiple of the usual size.
pub const TEXT_SCALE: std::ops::RangeInclusive<f32> = 0.75..=2.0;
/// From more people on than this, a bulk edit asks again with their number, unless chosen otherwise.
pub const BULK_THRESHOLD: u32 = 50;
/// A settings file larger than this is not ours.
const FILE_MAX: u64 = 1 << 20;

/// Light or dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The language; the system's when absent.
    pub language: Option<Language>,
    /// The text's size, as a multiple of the usual one.
    pub text_scale: f32,
    /// The files opened last, the latest first.
    pub recent: Vec<PathBuf>,
    /// From more people on than this, a bulk edit asks again with their number.
    pub bulk_threshold: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: None,
            text_scale: 1.0,
            recent: Vec::new(),
            bulk_threshold: BULK_THRESHOLD,
        }
    }
}

/// Settings, and what happened to a file that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedSettings {
    /// The settings, or the defaults.
    pub settings: Settings,
    /// Where the file that could not be read was put.
    pub put_aside: Option<PathBuf>,
}

impl Settings {
    /// Where this person's settings are, where the system has a place for such.
    pub fn default_path() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "mandate")
            .map(|found| found.config_dir().join("settings.ron"))
    }

    /// Reads the settings. A file that can't be read is renamed to end in `.bad`.
    pub fn load_from(path: &Path) -> LoadedSettings {
        match read(path) {
            Ok(file) => LoadedSettings {
                settings: file.into(),
                put_aside: None,
            },
            Err(Unread::Missing) => LoadedSettings::default(),
            Err(Unread::Broken) => LoadedSettings {
                settings: Self::default(),
                put_aside: put_aside(path),
            },
        }
    }

    /// Writes the settings, and the folder they go in.
    pub fn save_to(&self, path: &Path) -> Result<(), SaveError> {
        let config = PrettyConfig::new().new_line("\n");
        let mut text = options()
            .to_string_pretty(&FileV1::from(self), config)
            .map_err(|error| SaveError::Io(error.to_string().into()))?;
        text.push('\n');
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let target = atomic::target(path)?;
        atomic::replace(&target, &[text.as_bytes()], false, &Progress::new()).map(|_| ())
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(RECENT_MAX);
    }

    /// Takes a file out of the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
    }
}

/// The file. A field that is not there has its default; one that a later version adds is left.
#[derive(Serialize, Deserialize)]
#[serde(default, rename = "Settings")]
struct FileV1 {
    theme: ThemeV1,
    language: Option<LanguageV1>,
    text_scale: f32,
    recent: Vec<String>,
    bulk_threshold: u32,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum ThemeV1 {
    System,
    Light,
    Dark,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum LanguageV1 {
    English,
    Dutch,
}

impl Default for FileV1 {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
}

impl From<&Settings> for FileV1 {
    fn from(settings: &Settings) -> Self {
        Self {
            theme: match settings.theme {
                ThemeChoice::System => ThemeV1::System,
                ThemeChoice::Light => ThemeV1::Light,
                ThemeChoice::Dark => ThemeV1::Dark,
            },
            language: settings.language.map(|language| match language {
                Language::English => LanguageV1::English,
                Language::Dutch => LanguageV1::Dutch,
            }),
            text_scale: settings.text_scale,
            // A name that is no text can't be kept as one, and is not worth an error.
            recent: settings
                .recent
                .iter()
                .filter_map(|path| path.to_str().map(String::from))
                .collect(),
            bulk_threshold: settings.bulk_threshold,
        }
    }
}

impl From<FileV1> for Settings {
    fn from(file: FileV1) -> Self {
        let scale = file.text_scale;
        let mut recent: Vec<PathBuf> = file.recent.into_iter().map(PathBuf::from).collect();
        recent.truncate(RECENT_MAX);
        Self {
            theme: match file.theme {
                ThemeV1::System => ThemeChoice::System,
                ThemeV1::Light => ThemeChoice::Light,
                ThemeV1::Dark => ThemeChoice::Dark,
            },
            language: file.language.map(|language| match language {
                LanguageV1::English => Language::English,
                LanguageV1::Dutch => Language::Dutch,
            }),
            text_scale: if scale.is_finite() {
                scale.clamp(*TEXT_SCALE.start(), *TEXT_SCALE.end())
            } else {
                1.0
            },
            recent,
            bulk_threshold: file.bulk_threshold,
        }
    }
}

enum Unread {
    Missing,
    Broken,
}

fn read(path: &Path) -> Result<FileV1, Unread> {
    let found = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Unread::Missing,
        _ => Unread::Broken,
    })?;
    if !found.is_file() || found.len() > FILE_MAX {
        return Err(Unread::Broken);
    }
    let text = fs::read_to_string(path).map_err(|_| Unread::Broken)?;
    options().from_str(&text).map_err(|_| Unread::Broken)
}

fn put_aside(path: &Path) -> Option<PathBuf> {
    let mut name = path.file_name()?.to_os_string();
    name.push(".bad");
    let aside = path.with_file_name(name);
    fs::rename(path, &aside).ok().map(|()| aside)
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}
