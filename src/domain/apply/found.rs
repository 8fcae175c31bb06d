//! The beginning: a new tenant with its buyer in it.
//!
//! The one change that passes no gate, since there is nobody yet to ask.

use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin};
use crate::domain::contact::ContactDetails;
use crate::domain::organization::{Domain, Organization, PurchaseChannel};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::{InvariantError, TenantBuilder};
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::{Profile, SignIn, User, UserId, UserKind, UserSource};

/// What a new tenant starts from.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The organisation's name.
    pub organization: Box<str>,
    /// The domain Microsoft hands out.
    pub initial_domain: DomainName,
    /// Where it was bought.
    pub purchased_from: PurchaseChannel,
    /// The buyer's id.
    pub buyer: UserId,
    /// The name the buyer signs in with.
    pub buyer_upn: UserPrincipalName,
    /// The buyer's name.
    pub buyer_name: Box<str>,
    /// The moment.
    pub now: Timestamp,
}

/// Makes a tenant. Its buyer is its first Global Administrator (R2).
pub fn found(founding: Founding) -> Result<Tenant, InvariantError> {
    let mut builder = TenantBuilder::new(Organization {
        name: founding.organization,
        purchased_from: founding.purchased_from,
        directory_sync: false,
    })?;
    builder.domain(Domain {
        name: founding.initial_domain,
        verified: true,
        default: true,
    })?;
    builder.user(User {
        id: founding.buyer,
        upn: founding.buyer_upn,
        profile: Profile {
            display_name: founding.buyer_name,
            ..Profile::default()
        },
        contact: ContactDetails::default(),
        kind: UserKind::Member,
        source: UserSource::Cloud,
        sign_in: SignIn::Allowed,
        must_change_password: false,
        last_sign_in: None,
        licences: Vec::new(),
    })?;
    let first = RoleAssignment::permanent(
        Principal::User(founding.buyer),
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
    );
    builder.assignment(first)?;
    builder.audit_entry(AuditEntry {
        number: 1,
        at: founding.now,
        actor: founding.buyer,
        reason: None,
        origin: AuditOrigin::Direct,
        items: vec![
            AuditItem::TenantFounded(founding.buyer),
            AuditItem::RoleAssigned(first),
        ],
    })?;
    builder.build()
}
