//! The views of an open tenant, each with its state, and which of them is drawn.

use egui::Ui;

use crate::domain::tenant::Tenant;

use super::View;
use super::view_context::ViewContext;
use super::views::{
    access, active_users, add_user, bulk_edit, changes, deleted_users, groups, import,
    organization, overview, permissions, review, roles, sign_in,
};

/// The states of the views. A tenant that is opened begins with new ones.
#[derive(Default)]
pub struct Screens {
    /// Sign in.
    pub sign_in: sign_in::State,
    /// The overview.
    pub overview: overview::State,
    /// Active users.
    pub users: active_users::State,
    /// The form for someone new.
    pub add_user: add_user::State,
    /// The bulk edit wizard.
    pub bulk: bulk_edit::State,
    /// The import wizard.
    pub import: import::State,
    /// Deleted users.
    pub deleted: deleted_users::State,
    /// Groups and administrative units.
    pub groups: groups::State,
    /// The role catalogue.
    pub roles: roles::State,
    /// The matrices.
    pub permissions: permissions::State,
    /// Who can do what.
    pub access: access::State,
    /// The findings.
    pub review: review::State,
    /// The organisation.
    pub organization: organization::State,
    /// The history, and comparing tenants.
    pub changes: changes::State,
}

impl Screens {
    /// A view with a form that holds what was filled in and not carried out, if one does.
    pub fn unsaved(&self, tenant: &Tenant) -> Option<View> {
        let organization = |tab: &organization::Tab| self.organization.is_unsaved(tenant, *tab);
        if *self.add_user.draft() != add_user::draft::Draft::default() {
            Some(View::AddUser)
        } else if !self.bulk.is_submitted() && !self.bulk.draft().is_empty() {
            Some(View::BulkEdit)
        } else if organization::Tab::ALL.iter().any(organization) {
            Some(View::Organization)
        } else {
            None
        }
    }

    /// Empties the form that [`Self::unsaved`] names.
    pub fn forget_unsaved(&mut self, tenant: &Tenant) {
        match self.unsaved(tenant) {
            Some(View::AddUser) => self.add_user = add_user::State::default(),
            Some(View::BulkEdit) => self.bulk = bulk_edit::State::default(),
            Some(_) => self.organization = organization::State::default(),
            None => {}
        }
    }

    /// Draws `view`.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut ViewContext<'_>, view: View) {
        match view {
            View::Start | View::SignIn => sign_in::ui(ui, cx, &mut self.sign_in),
            View::Overview => overview::ui(ui, cx, &mut self.overview),
            View::ActiveUsers => active_users::ui(ui, cx, &mut self.users),
            View::AddUser => add_user::ui(ui, cx, &mut self.add_user),
            View::BulkEdit => bulk_edit::ui(ui, cx, &mut self.bulk),
            View::Import => import::ui(ui, cx, &mut self.import),
            View::DeletedUsers => deleted_users::ui(ui, cx, &mut self.deleted),
            View::Groups => groups::ui(ui, cx, &mut self.groups),
            View::Roles => roles::ui(ui, cx, &mut self.roles),
            View::Access => access::ui(ui, cx, &mut self.access),
            View::Review => review::ui(ui, cx, &mut self.review),
            View::Permissions => permissions::ui(ui, cx, &mut self.permissions),
            View::Organization => organization::ui(ui, cx, &mut self.organization),
            View::Changes => changes::ui(ui, cx, &mut self.changes),
        }
    }
}
