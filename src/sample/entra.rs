//! The Entra roles that made-up people hold besides the eight of Office 365, and how often
//! generated ones draw which.

use uuid::uuid;

use crate::domain::role::RoleTemplateId;

pub const APPLICATION_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"));
pub const AUTHENTICATION_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("c4e39bd9-1100-46d3-8c65-fb160da0071f"));
pub const CLOUD_DEVICE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("7698a772-787b-4ac8-901f-60d6b08affd2"));
pub const COMPLIANCE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("17315797-102d-40b4-93e0-432062caca18"));
pub const GLOBAL_READER: RoleTemplateId =
    RoleTemplateId(uuid!("f2ef992c-3afb-46b9-b7cf-a126ee74c451"));
pub const GROUPS_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("fdd7a751-b60b-444a-984c-02652fe8fa1c"));
pub const GUEST_INVITER: RoleTemplateId =
    RoleTemplateId(uuid!("95e79109-95c0-4d8e-aee3-d01accf2d47b"));
pub const INTUNE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("3a2c62db-5318-420d-8d74-23affee5d9d5"));
pub const LICENSE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("4d6ac14f-3453-41d0-bef9-a3e0c569773a"));
pub const MESSAGE_CENTER_READER: RoleTemplateId =
    RoleTemplateId(uuid!("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b"));
pub const POWER_PLATFORM_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("11648597-926c-4cf3-9c36-bcebb0ba8dcc"));
pub const REPORTS_READER: RoleTemplateId =
    RoleTemplateId(uuid!("4a5d8f65-41da-4de4-8968-e035b65339cf"));
pub const SECURITY_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("194ae4cb-b126-40b2-bd5b-6091b380977d"));
pub const SECURITY_READER: RoleTemplateId =
    RoleTemplateId(uuid!("5d6b6bb7-de71-4623-b4af-96380a352509"));
pub const TEAMS_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid!("69091246-20e8-4a56-aa4d-066075b2a7a8"));

/// Roles that administrators draw, each as often as its number says.
pub const DRAWN: &[(u32, RoleTemplateId)] = &[
    (20, RoleTemplateId::HELPDESK_ADMINISTRATOR),
    (8, RoleTemplateId::USER_ADMINISTRATOR),
    (7, RoleTemplateId::EXCHANGE_ADMINISTRATOR),
    (7, RoleTemplateId::SHAREPOINT_ADMINISTRATOR),
    (3, RoleTemplateId::SKYPE_ADMINISTRATOR),
    (2, RoleTemplateId::BILLING_ADMINISTRATOR),
    (3, RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR),
    (6, TEAMS_ADMINISTRATOR),
    (5, INTUNE_ADMINISTRATOR),
    (6, LICENSE_ADMINISTRATOR),
    (5, GROUPS_ADMINISTRATOR),
    (8, REPORTS_READER),
    (6, MESSAGE_CENTER_READER),
    (5, SECURITY_READER),
    (4, AUTHENTICATION_ADMINISTRATOR),
    (4, GUEST_INVITER),
    (3, GLOBAL_READER),
    (2, SECURITY_ADMINISTRATOR),
    (2, COMPLIANCE_ADMINISTRATOR),
    (2, APPLICATION_ADMINISTRATOR),
    (2, CLOUD_DEVICE_ADMINISTRATOR),
    (2, POWER_PLATFORM_ADMINISTRATOR),
];

/// Roles that make sense over the people of an administrative unit.
pub const SCOPED: [RoleTemplateId; 4] = [
    RoleTemplateId::HELPDESK_ADMINISTRATOR,
    RoleTemplateId::USER_ADMINISTRATOR,
    AUTHENTICATION_ADMINISTRATOR,
    GROUPS_ADMINISTRATOR,
];
