//! The history of the sample tenant: how it came to be as it is.
//!
//! Every entry agrees with the tenant that [`super::organisation`] builds, and nobody in it does
//! what the rules refuse.

use super::organisation::{
    ROLE_SETS, audit_loan, incident_role, leaver, partners, service_desk, someone,
};
use super::{DAY, SampleError, before};
use crate::domain::audit::chain::{head, link};
use crate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::time::Timestamp;
use crate::domain::user::{DeletedUser, UserId};

/// Who leads the administrators.
const MANAGER: &str = "sanne.devries";
/// Who administers beside them.
const SENIOR: &str = "daan.bakker";

/// The entries, oldest first.
pub fn history(now: Timestamp) -> Result<Vec<AuditEntry>, SampleError> {
    let mut story = Story::default();
    first_years(&mut story, now)?;
    last_year(&mut story, now)?;
    Ok(story.entries)
}

/// How the administration came to be.
fn first_years(story: &mut Story, now: Timestamp) -> Result<(), SampleError> {
    let manager = someone(MANAGER)?;
    let exchange = permanent("mehmet.yilmaz", RoleTemplateId::EXCHANGE_ADMINISTRATOR)?;
    let service = permanent(
        "mehmet.yilmaz",
        RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR,
    )?;
    let desk = Principal::Group(service_desk());
    story.add(
        before(now, 1900 * DAY),
        manager,
        None,
        vec![AuditItem::TenantFounded(manager)],
    );
    story.add(
        before(now, 1899 * DAY),
        manager,
        Some("Tweede beheerder, zodat we er altijd in kunnen"),
        vec![AuditItem::RoleAssigned(permanent(
            SENIOR,
            RoleTemplateId::GLOBAL_ADMINISTRATOR,
        )?)],
    );
    story.add(
        before(now, 1500 * DAY),
        manager,
        Some("Beheercontract en advies aanbesteed"),
        partners_added(),
    );
    story.add(
        before(now, 720 * DAY),
        someone(SENIOR)?,
        Some("Neemt het beheer van e-mail en agenda over"),
        vec![
            AuditItem::RoleAssigned(exchange),
            AuditItem::RoleAssigned(service),
        ],
    );
    story.add(
        before(now, 400 * DAY),
        manager,
        Some("Servicedesk stelt wachtwoorden opnieuw in via een groep"),
        vec![AuditItem::RoleAssigned(RoleAssignment::permanent(
            desk,
            RoleTemplateId::HELPDESK_ADMINISTRATOR,
        ))],
    );
    story.add(
        before(now, 300 * DAY),
        manager,
        Some("Wie nieuw is in een team krijgt voortaan hetzelfde"),
        role_sets_added(),
    );
    Ok(())
}

/// What changed of late.
fn last_year(story: &mut Story, now: Timestamp) -> Result<(), SampleError> {
    let manager = someone(MANAGER)?;
    story.add(
        before(now, 210 * DAY),
        manager,
        Some("Cloudmigratie"),
        vec![AuditItem::RoleAssigned(permanent(
            "joelle.peeters",
            RoleTemplateId::GLOBAL_ADMINISTRATOR,
        )?)],
    );
    story.add(
        before(now, 82 * DAY),
        someone(SENIOR)?,
        Some("Uit dienst"),
        vec![AuditItem::SignInBlocked(someone("wim.jansen")?)],
    );
    story.add(
        before(now, 45 * DAY),
        manager,
        Some("Gaat over op bereikbaarheid bij incidenten"),
        vec![AuditItem::RoleAssigned(incident_role()?)],
    );
    let producer = someone("sjoerd.hoekstra")?;
    story.add(
        before(now, 31 * DAY),
        producer,
        None,
        vec![AuditItem::ProductMailDeclined(producer)],
    );
    story.add(
        before(now, 20 * DAY),
        manager,
        Some("Jaarlijkse controle door de accountant"),
        vec![AuditItem::RoleAssigned(audit_loan(now)?)],
    );
    story.add(
        before(now, 6 * DAY),
        manager,
        None,
        vec![AuditItem::FieldChanged {
            user: someone("anneke.visser")?,
            field: UserField::AlternateEmail,
            from: Some("a.visser@example.net".into()),
            to: Some("anneke.visser@example.net".into()),
        }],
    );
    let left = leaver(now)?;
    story.add(
        left.at,
        manager,
        Some("Contract afgelopen"),
        deletion(&left),
    );
    story.add(
        before(now, 2 * DAY),
        someone("priya.ramdin")?,
        None,
        vec![AuditItem::PasswordReset(someone("dennis.groen")?)],
    );
    Ok(())
}

fn permanent(name: &'static str, role: RoleTemplateId) -> Result<RoleAssignment, SampleError> {
    someone(name).map(|id| RoleAssignment::permanent(Principal::User(id), role))
}

fn partners_added() -> Vec<AuditItem> {
    let mut items = Vec::new();
    for partner in partners() {
        let thing = Thing::Partner(partner.name.clone());
        items.push(AuditItem::Added {
            thing: thing.clone(),
            name: partner.name,
        });
        if partner.administers {
            items.push(first_value(thing, ThingField::Administers, "true"));
        }
    }
    items
}

fn role_sets_added() -> Vec<AuditItem> {
    let mut items = Vec::new();
    for (name, roles) in ROLE_SETS {
        let thing = Thing::RoleSet((*name).into());
        items.push(AuditItem::Added {
            thing: thing.clone(),
            name: (*name).into(),
        });
        let mut roles = roles.to_vec();
        roles.sort_unstable();
        let ids: Vec<_> = roles.iter().map(ToString::to_string).collect();
        items.push(first_value(thing, ThingField::Roles, &ids.join(", ")));
    }
    items
}

fn first_value(thing: Thing, field: ThingField, value: &str) -> AuditItem {
    AuditItem::Changed {
        thing,
        field,
        from: None,
        to: Some(value.into()),
    }
}

/// What the deleting of a person takes along.
fn deletion(left: &DeletedUser) -> Vec<AuditItem> {
    let id = left.user.id;
    let mut items = vec![AuditItem::Account {
        event: AccountEvent::Deleted,
        user: id,
        upn: left.user.upn.as_str().into(),
    }];
    let licences = left.user.licences.iter();
    items.extend(licences.map(|licence| AuditItem::LicenceRemoved(id, *licence)));
    let sets = left.memberships.iter();
    items.extend(sets.map(|set| AuditItem::MemberRemoved(*set, id)));
    let held = left.assignments.iter();
    items.extend(held.map(|held| AuditItem::RoleRevoked(*held)));
    items
}

#[derive(Default)]
struct Story {
    entries: Vec<AuditEntry>,
}

impl Story {
    fn add(&mut self, at: Timestamp, actor: UserId, reason: Option<&str>, items: Vec<AuditItem>) {
        let number = u32::try_from(self.entries.len() + 1).unwrap_or(u32::MAX);
        let mut entry = AuditEntry {
            number,
            at,
            actor,
            reason: reason.map(Into::into),
            ticket: None,
            origin: AuditOrigin::Direct,
            items,
            hash: None,
        };
        entry.hash = Some(link(head(&self.entries), &entry));
        self.entries.push(entry);
    }
}
