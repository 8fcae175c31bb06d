//! The window: draws the views, carries out what they ask, and nothing else.
//!
//! One frame: reports of finished work come in, shortcuts are read, everything is drawn with
//! shared references, and then the outbox is carried out. Read [`app`] first.

pub mod app;
mod changes;
pub mod command_palette;
pub mod details;
pub mod dialogs;
pub mod document;
pub mod file_dialog;
pub mod files;
pub mod findings;
pub mod item_words;
pub mod jobs;
pub mod many;
pub mod notices;
pub mod outbox;
pub mod panes;
pub mod refusal;
pub mod reports;
pub mod rule_text;
pub mod screens;
pub mod seats;
pub mod shell;
pub mod theme;
pub mod ui_command;
pub mod user_index;
pub mod view_context;
pub mod views;
pub mod widgets;
pub mod window;

pub use app::{App, Options};
pub use window::{UiError, run};

use std::path::PathBuf;

/// What the window begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Launch {
    /// The start view.
    #[default]
    Start,
    /// The built-in sample tenant.
    Sample,
    /// This file.
    File(PathBuf),
}

/// The views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Open, new, sample, recent files.
    #[default]
    Start,
    /// Choose the account to act as.
    SignIn,
    /// What deserves attention first, with a way to each.
    Overview,
    /// The people.
    ActiveUsers,
    /// A form for someone new.
    AddUser,
    /// The wizard that edits many people alike.
    BulkEdit,
    /// The wizard that brings people in from a file.
    Import,
    /// The people who were deleted and can be restored.
    DeletedUsers,
    /// Groups and administrative units.
    Groups,
    /// The role catalogue.
    Roles,
    /// The matrices.
    Permissions,
    /// Who can do what, and how.
    Access,
    /// The findings.
    Review,
    /// The organisation: domains, subscriptions, partners.
    Organization,
    /// The history, and comparing tenants.
    Changes,
}

impl View {
    /// The view that the navigation marks while this one is shown: forms and wizards belong to
    /// the list they were opened from.
    #[must_use]
    pub const fn home(self) -> Self {
        match self {
            Self::AddUser | Self::BulkEdit | Self::Import => Self::ActiveUsers,
            other => other,
        }
    }

    /// The key of the view's title.
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Start => "view-start",
            Self::SignIn => "view-sign-in",
            Self::Overview => "view-overview",
            Self::ActiveUsers => "view-users",
            Self::AddUser => "view-add-user",
            Self::BulkEdit => "view-bulk-edit",
            Self::Import => "view-import",
            Self::DeletedUsers => "view-deleted-users",
            Self::Groups => "view-groups",
            Self::Roles => "view-roles",
            Self::Permissions => "view-permissions",
            Self::Access => "view-access",
            Self::Review => "view-review",
            Self::Organization => "view-organisation",
            Self::Changes => "view-changes",
        }
    }
}
