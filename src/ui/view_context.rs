//! What every view is given to draw with: shared references, and the outbox to ask through.

use std::path::Path;

use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::session::Session;
use crate::storage::settings::Settings;

use super::findings::Findings;
use super::jobs::Work;
use super::outbox::Outbox;
use super::user_index::UserIndex;

/// What a view may look at, and the one place where it may ask for something.
pub struct ViewContext<'a> {
    /// The texts in the language of the screen.
    pub texts: &'a Texts,
    /// The open tenant and who acts on it.
    pub session: &'a Session,
    /// The people, prepared for searching and sorting.
    pub index: &'a UserIndex,
    /// What is remarkable about the tenant.
    pub findings: &'a Findings,
    /// The person whose details are open.
    pub selected: Option<UserId>,
    /// The file that is open.
    pub file: Option<&'a Path>,
    /// What the person prefers.
    pub settings: &'a Settings,
    /// The work under way, and how far it is.
    pub work: Option<(Work, f32)>,
    /// Requests.
    pub outbox: &'a mut Outbox,
}
