//! The organisation: its name, domains, what it bought and from whom.

use uuid::Uuid;

use super::role::RoleTemplateId;
use super::upn::DomainName;

/// The organisation a tenant belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its name.
    pub name: Box<str>,
    /// Where the subscriptions were bought (R10).
    pub purchased_from: PurchaseChannel,
    /// Whether people are synchronised from a directory on-premises (R8).
    pub directory_sync: bool,
    /// Whether it is a certified partner, whose people administer customers (R18).
    pub certified_partner: bool,
    /// How many days a deleted person can be restored.
    pub deleted_user_days: u16,
    /// The partners it works with.
    pub partners: Vec<Partner>,
    /// The customers it serves, as a certified partner.
    pub customers: Vec<Customer>,
}

/// How many days a deleted person can be restored, unless chosen otherwise.
pub const DELETED_USER_DAYS: u16 = 30;

impl Organization {
    /// An organisation that bought from Microsoft and is nobody's partner.
    pub fn new(name: impl Into<Box<str>>) -> Self {
        Self {
            name: name.into(),
            purchased_from: PurchaseChannel::default(),
            directory_sync: false,
            certified_partner: false,
            deleted_user_days: DELETED_USER_DAYS,
            partners: Vec::new(),
            customers: Vec::new(),
        }
    }
}

/// A partner that the organisation works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its name. A partner occurs once.
    pub name: Box<str>,
    /// Whether its people administer this tenant by delegated administration.
    pub administers: bool,
}

/// A customer of a certified partner. Everyone there with delegated administration may
/// administer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Its name. A customer occurs once.
    pub name: Box<str>,
    /// Its domain.
    pub domain: DomainName,
}

/// Where a subscription was bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PurchaseChannel {
    /// From Microsoft.
    #[default]
    Microsoft,
    /// From a partner.
    Partner {
        /// The partner's name.
        name: Box<str>,
    },
}

/// A domain of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The name.
    pub name: DomainName,
    /// Whether ownership was proven; people can only have names on a verified domain.
    pub verified: bool,
    /// Whether new people get it unless chosen otherwise.
    pub default: bool,
}

/// The id of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SubscriptionId(pub Uuid);

/// Something bought, with seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// The id.
    pub id: SubscriptionId,
    /// The product's name.
    pub name: Box<str>,
    /// How many people can hold it.
    pub seats: u32,
    /// What it includes, in ascending order.
    pub services: Vec<Service>,
}

/// A service that a subscription can include.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    /// Exchange Online.
    ExchangeOnline,
    /// SharePoint Online.
    SharePointOnline,
    /// Skype for Business Online.
    SkypeForBusiness,
    /// Microsoft Teams.
    Teams,
    /// Microsoft Intune.
    Intune,
    /// Dynamics 365.
    Dynamics365,
    /// Power Platform.
    PowerPlatform,
    /// Windows 365.
    Windows365,
    /// Viva Engage, once Yammer.
    VivaEngage,
}

impl Service {
    /// Every service.
    pub const ALL: [Self; 9] = [
        Self::ExchangeOnline,
        Self::SharePointOnline,
        Self::SkypeForBusiness,
        Self::Teams,
        Self::Intune,
        Self::Dynamics365,
        Self::PowerPlatform,
        Self::Windows365,
        Self::VivaEngage,
    ];

    /// The product's name, the same in both languages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ExchangeOnline => "Exchange Online",
            Self::SharePointOnline => "SharePoint Online",
            Self::SkypeForBusiness => "Skype for Business Online",
            Self::Teams => "Microsoft Teams",
            Self::Intune => "Microsoft Intune",
            Self::Dynamics365 => "Dynamics 365",
            Self::PowerPlatform => "Power Platform",
            Self::Windows365 => "Windows 365",
            Self::VivaEngage => "Viva Engage",
        }
    }

    /// The service a workload role administers: without it the role can't be assigned (R9).
    pub fn required_by(role: RoleTemplateId) -> Option<Self> {
        WORKLOAD_ROLES
            .iter()
            .find(|(id, _)| *id == role)
            .map(|(_, service)| *service)
    }
}

/// The roles that administer one service each, and that service.
const WORKLOAD_ROLES: &[(RoleTemplateId, Service)] = &[
    (
        RoleTemplateId::EXCHANGE_ADMINISTRATOR,
        Service::ExchangeOnline,
    ),
    (EXCHANGE_RECIPIENT_ADMINISTRATOR, Service::ExchangeOnline),
    (EXCHANGE_BACKUP_ADMINISTRATOR, Service::ExchangeOnline),
    (
        RoleTemplateId::SHAREPOINT_ADMINISTRATOR,
        Service::SharePointOnline,
    ),
    (
        SHAREPOINT_ADVANCED_MANAGEMENT_ADMINISTRATOR,
        Service::SharePointOnline,
    ),
    (SHAREPOINT_BACKUP_ADMINISTRATOR, Service::SharePointOnline),
    (
        RoleTemplateId::SKYPE_ADMINISTRATOR,
        Service::SkypeForBusiness,
    ),
    (TEAMS_ADMINISTRATOR, Service::Teams),
    (TEAMS_COMMUNICATIONS_ADMINISTRATOR, Service::Teams),
    (TEAMS_DEVICES_ADMINISTRATOR, Service::Teams),
    (TEAMS_TELEPHONY_ADMINISTRATOR, Service::Teams),
    (TEAMS_EXTERNAL_COLLABORATION_ADMINISTRATOR, Service::Teams),
    (TEAMS_READER, Service::Teams),
    (INTUNE_ADMINISTRATOR, Service::Intune),
    (DYNAMICS_365_ADMINISTRATOR, Service::Dynamics365),
    (BUSINESS_CENTRAL_ADMINISTRATOR, Service::Dynamics365),
    (POWER_PLATFORM_ADMINISTRATOR, Service::PowerPlatform),
    (WINDOWS_365_ADMINISTRATOR, Service::Windows365),
    (YAMMER_ADMINISTRATOR, Service::VivaEngage),
];

const EXCHANGE_RECIPIENT_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("31392ffb-586c-42d1-9346-e59415a2cc4e"));
const EXCHANGE_BACKUP_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("49eb8f75-97e9-4e37-9b2b-6c3ebfcffa31"));
const SHAREPOINT_ADVANCED_MANAGEMENT_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("99009c4a-3b3f-4957-82a9-9d35e12db77e"));
const SHAREPOINT_BACKUP_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("9d3e04ba-3ee4-4d1b-a3a7-9aef423a09be"));
const TEAMS_EXTERNAL_COLLABORATION_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("2fe872fb-daa8-4afc-8f6c-53c4565cfef4"));
const TEAMS_READER: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("1076ac91-f3d9-41a7-a339-dcdf5f480acc"));
const BUSINESS_CENTRAL_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("963797fb-eb3b-4cde-8ce3-5878b3f32a3f"));
const TEAMS_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("69091246-20e8-4a56-aa4d-066075b2a7a8"));
const TEAMS_COMMUNICATIONS_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("baf37b3a-610e-45da-9e62-d9d1e5e8914b"));
const TEAMS_DEVICES_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("3d762c5a-1b6c-493f-843e-55a3b42923d4"));
const TEAMS_TELEPHONY_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("aa38014f-0993-46e9-9b45-30501a20909d"));
const INTUNE_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("3a2c62db-5318-420d-8d74-23affee5d9d5"));
const DYNAMICS_365_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("44367163-eba1-44c3-98af-f5787879f96a"));
const POWER_PLATFORM_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("11648597-926c-4cf3-9c36-bcebb0ba8dcc"));
const WINDOWS_365_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("11451d60-acb2-45eb-a7d6-43d0f0125c13"));
const YAMMER_ADMINISTRATOR: RoleTemplateId =
    RoleTemplateId(uuid::uuid!("810a2642-a034-447f-a5e8-41beaa378541"));
