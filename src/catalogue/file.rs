//! The shapes of the files in `roles/`, as serde reads them.
//!
//! Texts are borrowed from the file where they can be. Nothing here is checked beyond its shape,
//! and nothing here leaves [`crate::catalogue`]: [`super::build`] turns it into the domain.

use std::borrow::Cow;

use serde::Deserialize;

pub type Text<'a> = Cow<'a, str>;

/// `entra-seed.ron` and `entra-current.ron`: one role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow<'a> {
    pub id: &'a str,
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
    #[serde(default, borrow)]
    pub aliases: Vec<Text<'a>>,
    pub privileged: bool,
    pub status: StatusWord,
    pub hidden: bool,
    #[serde(borrow)]
    pub table: Table<'a>,
}

#[derive(Clone, Copy, Deserialize)]
pub enum StatusWord {
    Active,
    Deprecated,
    NotForUse,
    ServiceAssigned,
}

/// The action table of a role and where it was read.
#[derive(Deserialize)]
pub enum Table<'a> {
    Unknown,
    Seed(#[serde(borrow)] Vec<ActionRow<'a>>),
    Docs(&'a str, #[serde(borrow)] Vec<ActionRow<'a>>),
}

impl<'a> Table<'a> {
    /// The rows; none where the table is unknown.
    pub fn rows(&self) -> &[ActionRow<'a>] {
        match self {
            Self::Unknown => &[],
            Self::Seed(rows) | Self::Docs(_, rows) => rows,
        }
    }
}

/// An action with the label it carries in this role's table.
#[derive(Clone, Copy, Deserialize)]
pub enum ActionRow<'a> {
    Privileged(&'a str),
    Plain(&'a str),
    Unlabelled(&'a str),
}

impl<'a> ActionRow<'a> {
    pub const fn parts(self) -> (&'a str, Option<bool>) {
        match self {
            Self::Privileged(action) => (action, Some(true)),
            Self::Plain(action) => (action, Some(false)),
            Self::Unlabelled(action) => (action, None),
        }
    }
}

/// `notes.ron`: the notes of one role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleNotes<'a> {
    pub role: &'a str,
    #[serde(borrow)]
    pub notes: Vec<NoteRow<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteRow<'a> {
    pub kind: NoteKind,
    #[serde(default, borrow)]
    pub service: Text<'a>,
    #[serde(default)]
    pub related: &'a str,
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
pub enum NoteKind {
    For,
    Can,
    Cannot,
    Risk,
    Automatic,
    DoNotUse,
    Scope,
    Rename,
    See,
}

/// `categories.ron`: one group of the picker and its roles, with their names for the reader.
#[derive(Deserialize)]
pub struct CategoryRow<'a>(
    pub CategoryWord,
    #[serde(borrow)] pub Vec<(&'a str, Text<'a>)>,
);

#[derive(Clone, Copy, Deserialize)]
pub enum CategoryWord {
    Global,
    Identity,
    SecurityAndCompliance,
    Collaboration,
    Devices,
    BillingAndSupport,
    DataAndAi,
    Other,
}

/// `aliases.ron`: names a role goes by that no list prints.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AliasRow<'a> {
    pub role: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<Text<'a>>,
}

/// `retired.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retired<'a> {
    #[serde(borrow)]
    pub roles: Vec<RetiredRow<'a>>,
    #[serde(borrow)]
    pub without_id: Vec<(Text<'a>, Text<'a>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetiredRow<'a> {
    pub id: &'a str,
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
    pub status: StatusWord,
}

/// `office365.ron`: the matrix and the service map.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office365<'a> {
    pub columns: [&'a str; 8],
    #[serde(borrow)]
    pub permissions: Vec<PermissionRow<'a>>,
    #[serde(borrow)]
    pub service_roles: Vec<ServiceRoleRow<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermissionRow<'a> {
    pub key: &'a str,
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
    pub cells: [&'a str; 8],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceRoleRow<'a> {
    pub role: &'a str,
    #[serde(borrow)]
    pub service: Text<'a>,
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
}

/// `office365-texts.ron`: the classic name of a role, and what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office365Text<'a> {
    pub role: &'a str,
    #[serde(borrow)]
    pub name: Pair<'a>,
    #[serde(borrow)]
    pub description: Pair<'a>,
}

/// A text in both languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair<'a> {
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
}

/// `permission-actions.ron`: what satisfies a permission.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermissionActions<'a> {
    pub permission: &'a str,
    #[serde(borrow)]
    pub any_of: Vec<Vec<&'a str>>,
}

/// `reset.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResetFile<'a> {
    #[serde(borrow)]
    pub password_reset: Matrix<'a>,
    #[serde(borrow)]
    pub sensitive_properties: Matrix<'a>,
    #[serde(borrow)]
    pub extra_actors: Vec<(&'a str, Reach)>,
    #[serde(borrow)]
    pub sensitive_actions: Vec<(&'a str, &'a str)>,
    #[serde(borrow)]
    pub authentication_roles: Vec<(&'a str, [AuthenticationWord; 7])>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix<'a> {
    #[serde(borrow)]
    pub actors: Vec<&'a str>,
    #[serde(borrow)]
    pub rows: Vec<(Target<'a>, Vec<Cell>)>,
}

#[derive(Clone, Copy, Deserialize)]
pub enum Target<'a> {
    Role(&'a str),
    NoAdminRole,
    RoleAssignableGroup,
    RestrictedManagementUnit,
    AllOtherRoles,
}

#[derive(Clone, Copy, Deserialize)]
pub enum Cell {
    Yes,
    No,
    Conditional,
}

#[derive(Clone, Copy, Deserialize)]
pub enum Reach {
    NonAdministrators,
    Everyone,
}

#[derive(Clone, Copy, Deserialize)]
pub enum AuthenticationWord {
    No,
    Yes,
    SomeUsers,
    AllUsers,
}

/// `tasks.ron`: one task.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskRow<'a> {
    #[serde(borrow)]
    pub area: Text<'a>,
    #[serde(borrow)]
    pub task: Text<'a>,
    #[serde(borrow)]
    pub least: Vec<Holder<'a>>,
    #[serde(default, borrow)]
    pub additional: Vec<Holder<'a>>,
    #[serde(default)]
    pub several: Several,
    #[serde(default)]
    pub remark: &'a str,
}

#[derive(Deserialize)]
pub enum Holder<'a> {
    Role(&'a str),
    Azure(#[serde(borrow)] Text<'a>),
    Owner(&'a str),
    Group(#[serde(borrow)] Text<'a>),
    DefaultUser,
    AllNonguestUsers,
    GroupMember,
}

#[derive(Clone, Copy, Default, Deserialize)]
pub enum Several {
    #[default]
    Any,
    All,
    NotStated,
}

/// `task-texts.ron`: the Dutch of areas and tasks, by their English, and the remarks in both.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTexts<'a> {
    #[serde(borrow)]
    pub areas: Vec<AreaText<'a>>,
    #[serde(borrow)]
    pub remarks: Vec<(&'a str, Pair<'a>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaText<'a> {
    #[serde(borrow)]
    pub en: Text<'a>,
    #[serde(borrow)]
    pub nl: Text<'a>,
    #[serde(borrow)]
    pub tasks: Vec<(Text<'a>, Text<'a>)>,
}
