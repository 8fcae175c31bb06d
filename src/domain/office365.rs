//! The classic view: eight Office 365 roles, fifteen permissions, and how far each role goes.
//!
//! These are names for eight Entra roles and for what the admin center lets them do. The cells
//! themselves stand in `roles/`; this file holds the axes and the words for a cell.

use super::role::RoleTemplateId;

/// One of the eight Office 365 roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office365Role {
    /// Billing administrator.
    Billing,
    /// Global administrator.
    Global,
    /// Password administrator: Helpdesk Administrator in Entra.
    Password,
    /// Service administrator: Service Support Administrator in Entra.
    Service,
    /// User management administrator: User Administrator in Entra.
    UserManagement,
    /// Exchange administrator.
    Exchange,
    /// SharePoint administrator.
    SharePoint,
    /// Skype for Business administrator.
    Skype,
}

impl Office365Role {
    /// All eight, in the order of the article's table.
    pub const ALL: [Self; 8] = [
        Self::Billing,
        Self::Global,
        Self::Password,
        Self::Service,
        Self::UserManagement,
        Self::Exchange,
        Self::SharePoint,
        Self::Skype,
    ];

    /// The Entra role this is a view of.
    pub const fn template_id(self) -> RoleTemplateId {
        match self {
            Self::Billing => RoleTemplateId::BILLING_ADMINISTRATOR,
            Self::Global => RoleTemplateId::GLOBAL_ADMINISTRATOR,
            Self::Password => RoleTemplateId::HELPDESK_ADMINISTRATOR,
            Self::Service => RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
            Self::UserManagement => RoleTemplateId::USER_ADMINISTRATOR,
            Self::Exchange => RoleTemplateId::EXCHANGE_ADMINISTRATOR,
            Self::SharePoint => RoleTemplateId::SHAREPOINT_ADMINISTRATOR,
            Self::Skype => RoleTemplateId::SKYPE_ADMINISTRATOR,
        }
    }

    /// The Office 365 role that `id` underlies, if any.
    pub fn from_template_id(id: RoleTemplateId) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.template_id() == id)
    }

    /// The key in files and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Billing => "billing",
            Self::Global => "global",
            Self::Password => "password",
            Self::Service => "service",
            Self::UserManagement => "user_management",
            Self::Exchange => "exchange",
            Self::SharePoint => "sharepoint",
            Self::Skype => "skype",
        }
    }
}

/// One of the fifteen permissions of the admin center.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office365Permission {
    /// See organisation and user information.
    ViewOrgAndUserInfo,
    /// Manage support tickets.
    ManageSupportTickets,
    /// Reset passwords.
    ResetUserPasswords,
    /// Bill and buy.
    PerformBillingAndPurchasing,
    /// See people and their roles.
    ViewUsersAndRoles,
    /// Create, edit and delete people and groups.
    ManageUsersAndGroups,
    /// Give and take licences.
    ManageUserLicenses,
    /// See licences.
    ViewUserLicenses,
    /// Manage domains.
    ManageDomains,
    /// Manage the organisation's own data.
    ManageOrgData,
    /// See service health and the message center.
    ViewServiceHealthAndMessageCenter,
    /// Give admin roles to others.
    DelegateAdminRoles,
    /// Use directory synchronisation.
    UseDirectorySync,
    /// Manage reports.
    ManageReporting,
    /// Manage mobile devices.
    ManageMobileDevices,
}

impl Office365Permission {
    /// All fifteen, in the order of the article's table.
    pub const ALL: [Self; 15] = [
        Self::ViewOrgAndUserInfo,
        Self::ManageSupportTickets,
        Self::ResetUserPasswords,
        Self::PerformBillingAndPurchasing,
        Self::ViewUsersAndRoles,
        Self::ManageUsersAndGroups,
        Self::ManageUserLicenses,
        Self::ViewUserLicenses,
        Self::ManageDomains,
        Self::ManageOrgData,
        Self::ViewServiceHealthAndMessageCenter,
        Self::DelegateAdminRoles,
        Self::UseDirectorySync,
        Self::ManageReporting,
        Self::ManageMobileDevices,
    ];

    /// The key in files and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ViewOrgAndUserInfo => "view_org_and_user_info",
            Self::ManageSupportTickets => "manage_support_tickets",
            Self::ResetUserPasswords => "reset_user_passwords",
            Self::PerformBillingAndPurchasing => "perform_billing_and_purchasing",
            Self::ViewUsersAndRoles => "view_users_and_roles",
            Self::ManageUsersAndGroups => "manage_users_and_groups",
            Self::ManageUserLicenses => "manage_user_licenses",
            Self::ViewUserLicenses => "view_user_licenses",
            Self::ManageDomains => "manage_domains",
            Self::ManageOrgData => "manage_org_data",
            Self::ViewServiceHealthAndMessageCenter => "view_service_health_and_message_center",
            Self::DelegateAdminRoles => "delegate_admin_roles",
            Self::UseDirectorySync => "use_directory_sync",
            Self::ManageReporting => "manage_reporting",
            Self::ManageMobileDevices => "manage_mobile_devices",
        }
    }

    /// The permission with `key`, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|permission| permission.key() == key)
    }
}

/// How far a role goes with a permission. Ordered: the best of several roles is their maximum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grant {
    /// Not at all.
    #[default]
    No,
    /// As far as the limit.
    Limited(Limit),
    /// Fully.
    Yes,
}

impl Grant {
    /// The cell value in files and exports, such as `limited:view_only`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Limited(Limit::ViewOnly) => "limited:view_only",
            Self::Limited(Limit::NonAdminsOnly) => "limited:non_admins_only",
            Self::Limited(Limit::NoGlobalDeleteNoAdminCreate) => {
                "limited:no_delete_global_admin_no_create_admins"
            }
            Self::Yes => "yes",
        }
    }

    /// The grant with `key`, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        [
            Self::No,
            Self::Limited(Limit::ViewOnly),
            Self::Limited(Limit::NonAdminsOnly),
            Self::Limited(Limit::NoGlobalDeleteNoAdminCreate),
            Self::Yes,
        ]
        .into_iter()
        .find(|grant| grant.key() == key)
    }
}

/// What a limited grant stops at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Limit {
    /// Sees, edits nothing.
    ViewOnly,
    /// Only for people who hold no admin role.
    NonAdminsOnly,
    /// Deletes no global administrators, creates no administrators.
    NoGlobalDeleteNoAdminCreate,
}
