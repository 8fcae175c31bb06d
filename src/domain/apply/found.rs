//! The beginning: a new tenant with its buyer in it.
//!
//! The one change that passes no gate, since there is nobody yet to ask.

use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, chain};
use crate::domain::organization::{Domain, Organization, PurchaseChannel};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::{InvariantError, TenantBuilder};
use crate::domain::time::Timestamp;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::{User, UserId};

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
        purchased_from: founding.purchased_from,
        ..Organization::new(founding.organization)
    })?;
    builder.domain(Domain {
        name: founding.initial_domain,
        verified: true,
        default: true,
    })?;
    builder.user(User::new(
        founding.buyer,
        founding.buyer_upn,
        founding.buyer_name,
    ))?;
    let first = RoleAssignment::permanent(
        Principal::User(founding.buyer),
        RoleTemplateId::GLOBAL_ADMINISTRATOR,
    );
    builder.assignment(first)?;
    let mut entry = AuditEntry {
        number: 1,
        at: founding.now,
        actor: founding.buyer,
        reason: None,
        ticket: None,
        origin: AuditOrigin::Direct,
        items: vec![
            AuditItem::TenantFounded(founding.buyer),
            AuditItem::RoleAssigned(first),
        ],
        hash: None,
    };
    entry.hash = Some(chain::link(None, &entry));
    builder.audit_entry(entry)?;
    builder.build()
}
