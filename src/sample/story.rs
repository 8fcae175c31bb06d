//! The history of the sample tenant: how it came to be as it is.
//!
//! Every entry agrees with the tenant that [`super::organisation`] builds, and nobody in it does
//! what the rules refuse.

use super::organisation::{audit_loan, incident_role, service_desk, someone};
use super::{DAY, SampleError, before};
use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin, UserField};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// The entries, oldest first.
pub fn history(now: Timestamp) -> Result<Vec<AuditEntry>, SampleError> {
    let head = someone("sanne.devries")?;
    let senior = someone("daan.bakker")?;
    let permanent = |name: &'static str, role| {
        someone(name).map(|id| RoleAssignment::permanent(Principal::User(id), role))
    };
    let exchange = permanent("mehmet.yilmaz", RoleTemplateId::EXCHANGE_ADMINISTRATOR)?;
    let service = permanent(
        "mehmet.yilmaz",
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
    )?;
    let desk = Principal::Group(service_desk());

    let mut story = Story::default();
    story.add(
        before(now, 1900 * DAY),
        head,
        None,
        vec![AuditItem::TenantFounded(head)],
    );
    story.add(
        before(now, 1899 * DAY),
        head,
        Some("Tweede beheerder, zodat we er altijd in kunnen"),
        vec![AuditItem::RoleAssigned(permanent(
            "daan.bakker",
            RoleTemplateId::GLOBAL_ADMINISTRATOR,
        )?)],
    );
    story.add(
        before(now, 720 * DAY),
        senior,
        Some("Neemt het beheer van e-mail en agenda over"),
        vec![
            AuditItem::RoleAssigned(exchange),
            AuditItem::RoleAssigned(service),
        ],
    );
    story.add(
        before(now, 400 * DAY),
        head,
        Some("Servicedesk stelt wachtwoorden opnieuw in via een groep"),
        vec![AuditItem::RoleAssigned(RoleAssignment::permanent(
            desk,
            RoleTemplateId::HELPDESK_ADMINISTRATOR,
        ))],
    );
    story.add(
        before(now, 210 * DAY),
        head,
        Some("Cloudmigratie"),
        vec![AuditItem::RoleAssigned(permanent(
            "joelle.peeters",
            RoleTemplateId::GLOBAL_ADMINISTRATOR,
        )?)],
    );
    story.add(
        before(now, 82 * DAY),
        senior,
        Some("Uit dienst"),
        vec![AuditItem::SignInBlocked(someone("wim.jansen")?)],
    );
    story.add(
        before(now, 45 * DAY),
        head,
        Some("Gaat over op bereikbaarheid bij incidenten"),
        vec![AuditItem::RoleAssigned(incident_role()?)],
    );
    story.add(
        before(now, 20 * DAY),
        head,
        Some("Jaarlijkse controle door de accountant"),
        vec![AuditItem::RoleAssigned(audit_loan(now)?)],
    );
    story.add(
        before(now, 6 * DAY),
        head,
        None,
        vec![AuditItem::FieldChanged {
            user: someone("anneke.visser")?,
            field: UserField::AlternateEmail,
            from: Some("a.visser@example.net".into()),
            to: Some("anneke.visser@example.net".into()),
        }],
    );
    story.add(
        before(now, 2 * DAY),
        someone("priya.ramdin")?,
        None,
        vec![AuditItem::PasswordReset(someone("dennis.groen")?)],
    );
    Ok(story.entries)
}

#[derive(Default)]
struct Story {
    entries: Vec<AuditEntry>,
}

impl Story {
    fn add(&mut self, at: Timestamp, actor: UserId, reason: Option<&str>, items: Vec<AuditItem>) {
        let number = u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX);
        self.entries.push(AuditEntry {
            number,
            at,
            actor,
            reason: reason.map(Into::into),
            origin: AuditOrigin::Direct,
            items,
        });
    }
}
