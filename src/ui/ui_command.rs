//! Everything that changes the screen, with its text, tooltip, icon and shortcut in one place.
//!
//! The command palette, the menus and the tooltips read from here. A change to the tenant is a
//! [`crate::domain::command::Command`] and never stands here.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::domain::language::Language;
use crate::domain::review::FindingKey;
use crate::domain::role::{GroupId, RoleTemplateId};
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::storage::settings::ThemeChoice;

use super::dialogs;
use super::theme::icon;
use super::user_index::Query;
use super::views::access::Question;
use super::views::{organization, roles};

/// A change to the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum UiCommand {
    /// Make a new tenant.
    NewTenant,
    /// Choose a file to open.
    Open,
    /// Open the built-in sample tenant.
    OpenSample,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Close the tenant and go to the start view.
    CloseTenant,
    /// Close the window.
    Quit,
    /// Take back the latest change.
    Undo,
    /// Do it again.
    Redo,
    /// Show or hide the command palette.
    CommandPalette,
    /// Go to the search box of Active users.
    FindPeople,
    /// Show the overview.
    ShowOverview,
    /// Show Active users.
    ShowActiveUsers,
    /// Show the role catalogue.
    ShowRoles,
    /// Show Permissions.
    ShowPermissions,
    /// Show Access.
    ShowAccess,
    /// Show the findings.
    ShowReview,
    /// Show this finding.
    ShowFinding(FindingKey),
    /// Show the people who were deleted.
    ShowDeletedUsers,
    /// Show groups and administrative units.
    ShowGroups,
    /// Show the organisation.
    ShowOrganization,
    /// Show the history.
    ShowChanges,
    /// Add someone.
    AddUser,
    /// Edit these people alike.
    BulkEdit(Arc<[UserId]>),
    /// Bring people in from a file.
    ImportPeople,
    /// Choose the file to bring people in from.
    ChooseImport,
    /// Bring people in from this file.
    ImportFrom(PathBuf),
    /// Choose a tenant file to compare with.
    ChooseCompare,
    /// Compare with this tenant file.
    CompareWith(PathBuf),
    /// Stop what a view asked a worker for; a file goes on being read or written.
    CancelWork,
    /// Choose another account to act as.
    SwitchAccount,
    /// Close the details panel.
    CloseDetails,
    /// Give the keyboard to the next part of the window.
    NextPane,
    /// Light, dark, or as the system has it.
    Theme(ThemeChoice),
    /// Speak this language.
    Speak(Language),
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// Text at its usual size.
    TextReset,
    /// Open this file.
    OpenFile(PathBuf),
    /// Act as this account.
    SignInAs(UserId),
    /// Show this person's details beside Active users.
    ShowUser(UserId),
    /// Show these people in Active users.
    ShowPeople(Box<Query>),
    /// Show these roles in the catalogue.
    ShowRolesLike(Box<roles::rows::Query>),
    /// Show this part of the organisation.
    ShowOrganizationTab(organization::Tab),
    /// Show this role in the catalogue.
    ShowRole(RoleTemplateId),
    /// Show this group's details.
    ShowGroup(GroupId),
    /// Ask this about who can do what.
    AskAccess(Box<Question>),
    /// Edit this person's name and place in the organisation.
    EditProfile(UserId),
    /// Give this person seats of subscriptions, and take them.
    EditLicences(UserId),
    /// Ask before something is done that is hard to take back.
    Ask(Box<dialogs::Question>),
    /// Offer a text for saving to a file of the person's choice.
    Export {
        /// The name to begin with.
        name: String,
        /// What goes in.
        text: String,
    },
}

/// What the palette lists, in its order.
pub const LISTED: &[UiCommand] = &[
    UiCommand::ShowOverview,
    UiCommand::ShowActiveUsers,
    UiCommand::ShowDeletedUsers,
    UiCommand::ShowGroups,
    UiCommand::ShowRoles,
    UiCommand::ShowPermissions,
    UiCommand::ShowAccess,
    UiCommand::ShowReview,
    UiCommand::ShowOrganization,
    UiCommand::ShowChanges,
    UiCommand::FindPeople,
    UiCommand::AddUser,
    UiCommand::ImportPeople,
    UiCommand::ChooseCompare,
    UiCommand::SwitchAccount,
    UiCommand::Undo,
    UiCommand::Redo,
    UiCommand::Save,
    UiCommand::SaveAs,
    UiCommand::Open,
    UiCommand::NewTenant,
    UiCommand::OpenSample,
    UiCommand::CloseTenant,
    UiCommand::CommandPalette,
    UiCommand::CloseDetails,
    UiCommand::NextPane,
    UiCommand::Theme(ThemeChoice::System),
    UiCommand::Theme(ThemeChoice::Light),
    UiCommand::Theme(ThemeChoice::Dark),
    UiCommand::Speak(Language::English),
    UiCommand::Speak(Language::Dutch),
    UiCommand::TextLarger,
    UiCommand::TextSmaller,
    UiCommand::TextReset,
    UiCommand::Quit,
];

const NEXT_PANE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F6);

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    let modifiers = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    KeyboardShortcut::new(modifiers, key)
}

/// Key of the text, icon and shortcut of a command.
type Face = (&'static str, &'static str, Option<KeyboardShortcut>);

impl UiCommand {
    /// The one table. The tooltip's key is the text's with `-tip` after it.
    const fn face(&self) -> Face {
        match self {
            Self::NewTenant => ("command-new", icon::DOCUMENT_ADD, Some(ctrl(Key::N))),
            Self::Open | Self::OpenFile(_) => {
                ("command-open", icon::FOLDER_OPEN, Some(ctrl(Key::O)))
            }
            Self::OpenSample => ("command-sample", icon::ORGANISATION, None),
            Self::Save => ("command-save", icon::SAVE, Some(ctrl(Key::S))),
            Self::SaveAs => ("command-save-as", icon::SAVE_AS, Some(ctrl_shift(Key::S))),
            Self::CloseTenant => ("command-close-tenant", icon::DISMISS, Some(ctrl(Key::W))),
            Self::Quit => ("command-quit", icon::DISMISS_CIRCLE, Some(ctrl(Key::Q))),
            Self::Undo => ("command-undo", icon::UNDO, Some(ctrl(Key::Z))),
            Self::Redo => ("command-redo", icon::REDO, Some(ctrl_shift(Key::Z))),
            Self::CommandPalette => ("command-palette", icon::COMMAND, Some(ctrl(Key::K))),
            Self::FindPeople => ("command-find-people", icon::SEARCH, Some(ctrl(Key::F))),
            Self::ShowOverview => ("command-overview", icon::HOME, Some(ctrl(Key::Num1))),
            Self::ShowActiveUsers | Self::ShowUser(_) | Self::ShowPeople(_) => {
                ("command-active-users", icon::USERS, Some(ctrl(Key::Num2)))
            }
            Self::ShowRoles | Self::ShowRolesLike(_) | Self::ShowRole(_) => {
                ("command-roles", icon::ROLES, Some(ctrl(Key::Num4)))
            }
            Self::ShowPermissions => ("command-permissions", icon::MATRIX, Some(ctrl(Key::Num5))),
            Self::ShowAccess | Self::AskAccess(_) => {
                ("command-access", icon::ACCESS, Some(ctrl(Key::Num6)))
            }
            Self::ShowReview | Self::ShowFinding(_) => {
                ("command-review", icon::REVIEW, Some(ctrl(Key::Num7)))
            }
            Self::ShowDeletedUsers => ("command-deleted-users", icon::PERSON_DELETE, None),
            Self::ShowGroups | Self::ShowGroup(_) => {
                ("command-groups", icon::GROUP, Some(ctrl(Key::Num3)))
            }
            Self::ShowOrganization | Self::ShowOrganizationTab(_) => (
                "command-organisation",
                icon::ORGANISATION,
                Some(ctrl(Key::Num8)),
            ),
            Self::ShowChanges => ("command-changes", icon::CHANGES, Some(ctrl(Key::Num9))),
            Self::AddUser => ("command-add-user", icon::PERSON_ADD, None),
            Self::BulkEdit(_) => ("command-bulk-edit", icon::PEOPLE_EDIT, None),
            Self::ImportPeople | Self::ChooseImport | Self::ImportFrom(_) => {
                ("command-import", icon::IMPORT, None)
            }
            Self::ChooseCompare | Self::CompareWith(_) => ("command-compare", icon::COMPARE, None),
            Self::CancelWork => ("command-cancel-work", icon::DISMISS, None),
            Self::SwitchAccount | Self::SignInAs(_) => {
                ("command-switch-account", icon::PERSON_SWAP, None)
            }
            Self::EditProfile(_) => ("command-edit-profile", icon::EDIT, None),
            Self::EditLicences(_) => ("command-edit-licences", icon::LICENCE, None),
            Self::Ask(_) => ("command-ask", icon::WARNING, None),
            Self::CloseDetails => ("command-close-details", icon::DISMISS, None),
            Self::NextPane => ("command-next-pane", icon::ARROW_RIGHT, Some(NEXT_PANE)),
            Self::Theme(ThemeChoice::System) => ("command-theme-system", icon::SETTINGS, None),
            Self::Theme(ThemeChoice::Light) => ("command-theme-light", icon::SUN, None),
            Self::Theme(ThemeChoice::Dark) => ("command-theme-dark", icon::MOON, None),
            Self::Speak(Language::English) => ("command-english", icon::LANGUAGE, None),
            Self::Speak(Language::Dutch) => ("command-dutch", icon::LANGUAGE, None),
            Self::TextLarger => (
                "command-text-larger",
                icon::TEXT_SIZE,
                Some(ctrl(Key::Plus)),
            ),
            Self::TextSmaller => (
                "command-text-smaller",
                icon::TEXT_SIZE,
                Some(ctrl(Key::Minus)),
            ),
            Self::TextReset => ("command-text-reset", icon::TEXT_SIZE, Some(ctrl(Key::Num0))),
            Self::Export { .. } => ("command-export", icon::EXPORT, None),
        }
    }

    /// The text.
    pub fn text(&self, texts: &Texts) -> String {
        texts.dynamic(self.face().0)
    }

    /// The tooltip, with the shortcut where there is one.
    pub fn tooltip(&self, ctx: &egui::Context, texts: &Texts) -> String {
        let tip = texts.dynamic(&format!("{}-tip", self.face().0));
        match self.shortcut() {
            Some(shortcut) => format!("{tip} ({})", ctx.format_shortcut(&shortcut)),
            None => tip,
        }
    }

    /// The icon.
    pub const fn icon(&self) -> &'static str {
        self.face().1
    }

    /// The shortcut.
    pub const fn shortcut(&self) -> Option<KeyboardShortcut> {
        self.face().2
    }

    /// Whether it makes sense only while a tenant is open.
    pub const fn needs_tenant(&self) -> bool {
        matches!(
            self,
            Self::Save
                | Self::SaveAs
                | Self::CloseTenant
                | Self::Undo
                | Self::Redo
                | Self::FindPeople
                | Self::ShowOverview
                | Self::ShowActiveUsers
                | Self::ShowPeople(_)
                | Self::ShowRoles
                | Self::ShowRole(_)
                | Self::ShowRolesLike(_)
                | Self::ShowGroup(_)
                | Self::ShowAccess
                | Self::AskAccess(_)
                | Self::ShowReview
                | Self::ShowFinding(_)
                | Self::ShowPermissions
                | Self::ShowDeletedUsers
                | Self::ShowGroups
                | Self::ShowOrganization
                | Self::ShowOrganizationTab(_)
                | Self::ShowChanges
                | Self::AddUser
                | Self::BulkEdit(_)
                | Self::ImportPeople
                | Self::ChooseImport
                | Self::ImportFrom(_)
                | Self::ChooseCompare
                | Self::CompareWith(_)
                | Self::SwitchAccount
                | Self::CloseDetails
                | Self::EditProfile(_)
                | Self::EditLicences(_)
                | Self::Ask(_)
                | Self::NextPane
        )
    }

    /// Whether it closes the details of `person`, and with them what is being edited there.
    pub fn leaves_details(&self, person: UserId) -> bool {
        match self {
            Self::ShowUser(other) => *other != person,
            Self::SwitchAccount | Self::SignInAs(_) | Self::CloseDetails => true,
            _ => self.leaves_tenant(),
        }
    }

    /// Whether it closes the tenant that is open, and with it what is filled in anywhere.
    pub fn leaves_tenant(&self) -> bool {
        matches!(
            self,
            Self::NewTenant
                | Self::Open
                | Self::OpenSample
                | Self::OpenFile(_)
                | Self::CloseTenant
                | Self::Quit
        )
    }
}

/// The command whose shortcut was pressed in this frame, taken out of the input.
///
/// Whoever is typing undoes what was typed, not what was done to the tenant.
pub fn pressed(ctx: &egui::Context) -> Option<UiCommand> {
    // Longer shortcuts first: Ctrl+Shift+Z also matches Ctrl+Z.
    let typing = ctx.text_edit_focused();
    let of_the_text =
        |command: &&UiCommand| typing && matches!(command, UiCommand::Undo | UiCommand::Redo);
    let mut with_shortcut: Vec<_> = LISTED
        .iter()
        .filter(|command| !of_the_text(command))
        .filter_map(|command| command.shortcut().map(|shortcut| (shortcut, command)))
        .collect();
    with_shortcut.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    ctx.input_mut(|input| {
        with_shortcut
            .iter()
            .find(|(shortcut, _)| input.consume_shortcut(shortcut))
            .map(|(_, command)| (*command).clone())
    })
}
