//! Puts the records of version 1 together to a tenant.
//!
//! Keeps where each record stood, so that what the tenant builder refuses is said of a line.
//! Records may stand in any order: what depends on others is added after them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::audit::{AuditEntry, AuditItem};
use crate::domain::custom_role::CustomRole;
use crate::domain::group::{AdministrativeUnit, Group};
use crate::domain::organization::{Customer, Domain, Organization, Partner, Subscription};
use crate::domain::review::{Acceptance, FindingKey, ReviewSettings, Thresholds};
use crate::domain::role::{AdministrativeUnitId, GroupId, RoleAssignment, RoleTemplateId};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::{InvariantError, TenantBuilder};
use crate::domain::user::{DeletedUser, User, UserId};

use super::history::read::items;
use super::read::{FieldError, boxed, id, ids};
use super::{RecordV1, fast, options, settings};
use crate::storage::error::{OpenError, Problem};
use crate::storage::format::{Fault, KnownRoles, ron_error};
use crate::storage::progress::Progress;

/// A value and the offset its record begins at.
type Placed<T> = Vec<(usize, T)>;

/// The values of some of the records, by kind.
#[derive(Debug, Default)]
pub(in crate::storage) struct Parts {
    organizations: Placed<Organization>,
    domains: Placed<Domain>,
    subscriptions: Placed<Subscription>,
    partners: Placed<Partner>,
    customers: Placed<Customer>,
    users: Placed<User>,
    deleted_users: Placed<DeletedUser>,
    groups: Placed<Group>,
    group_members: Placed<(GroupId, Vec<UserId>)>,
    units: Placed<AdministrativeUnit>,
    unit_members: Placed<(AdministrativeUnitId, Vec<UserId>)>,
    role_sets: Placed<(Box<str>, BTreeSet<RoleTemplateId>)>,
    custom_roles: Placed<CustomRole>,
    thresholds: Placed<Thresholds>,
    break_glass: Placed<UserId>,
    acceptances: Placed<(FindingKey, Acceptance)>,
    assignments: Placed<RoleAssignment>,
    audit: Placed<AuditEntry>,
    audit_items: Placed<(u32, Vec<AuditItem>)>,
}

/// The part of the whole work that this is.
const SPAN: (f32, f32) = (0.7, 1.0);

impl Parts {
    /// Reads a record that begins at `at` in the file.
    pub(in crate::storage) fn read(&mut self, record: &str, at: usize) -> Result<(), Fault> {
        let parsed = match fast::user(record) {
            Some(user) => RecordV1::User(user),
            None => options()
                .from_str(record)
                .map_err(|error| ron_error::fault(record, at, error))?,
        };
        self.take(parsed, at).map_err(|error| match error {
            Refused::Field(FieldError { field, problem }) => {
                Fault::field(at + ron_error::place_of(record, field), field, problem)
            }
            Refused::SecondHeader => Fault::new(at, Problem::SecondHeader),
        })
    }

    fn take(&mut self, record: RecordV1<'_>, at: usize) -> Result<(), Refused> {
        match record {
            RecordV1::Mandate(_) => return Err(Refused::SecondHeader),
            RecordV1::Organization(found) => self.organizations.push((at, found.try_into()?)),
            RecordV1::Domain(found) => self.domains.push((at, found.try_into()?)),
            RecordV1::Subscription(found) => self.subscriptions.push((at, found.try_into()?)),
            RecordV1::Partner(found) => self.partners.push((at, found.into())),
            RecordV1::Customer(found) => self.customers.push((at, found.try_into()?)),
            RecordV1::User(found) => self.users.push((at, found.try_into()?)),
            RecordV1::DeletedUser(found) => self.deleted_users.push((at, (*found).try_into()?)),
            RecordV1::Group(found) => self.groups.push((at, found.try_into()?)),
            RecordV1::GroupMembers(found) => {
                let group = GroupId(id(found.group, "group")?);
                let members = ids(found.members, "members", UserId)?;
                self.group_members.push((at, (group, members)));
            }
            RecordV1::AdministrativeUnit(found) => self.units.push((at, found.try_into()?)),
            RecordV1::UnitMembers(found) => {
                let unit = AdministrativeUnitId(id(found.unit, "unit")?);
                let members = ids(found.members, "members", UserId)?;
                self.unit_members.push((at, (unit, members)));
            }
            RecordV1::RoleSet(found) => {
                let roles = ids(found.roles, "roles", RoleTemplateId)?;
                let roles = roles.into_iter().collect();
                self.role_sets.push((at, (boxed(found.name), roles)));
            }
            RecordV1::RoleDefinition(found) => self.custom_roles.push((at, found.try_into()?)),
            RecordV1::Review(found) => self.thresholds.push((at, found.try_into()?)),
            RecordV1::BreakGlass(found) => {
                let user = UserId(id(found.user, "user")?);
                self.break_glass.push((at, user));
            }
            RecordV1::Acceptance(found) => {
                self.acceptances
                    .push((at, settings::read_acceptance(found)?));
            }
            RecordV1::RoleAssignment(found) => self.assignments.push((at, found.try_into()?)),
            RecordV1::Audit(found) => self.audit.push((at, found.try_into()?)),
            RecordV1::AuditItems(found) => {
                self.audit_items
                    .push((at, (found.number, items(found.items)?)));
            }
        }
        Ok(())
    }
}

enum Refused {
    Field(FieldError),
    SecondHeader,
}

impl From<FieldError> for Refused {
    fn from(error: FieldError) -> Self {
        Self::Field(error)
    }
}

/// The tenant that the records make, or the line that spoils it.
pub(in crate::storage) fn tenant(
    text: &str,
    mut parts: Vec<Parts>,
    known_roles: KnownRoles<'_>,
    progress: &Progress,
) -> Result<Tenant, OpenError> {
    let on_line = |fault: Fault| fault.on_line(text);
    let mut builder = begin(&mut parts).map_err(on_line)??;
    let own = custom_roles(&mut builder, &mut parts, known_roles).map_err(on_line)?;
    let known_roles: KnownRoles<'_> = &|role| own.contains(&role) || known_roles(role);
    review(&mut builder, &mut parts).map_err(on_line)?;
    builder.expect_users(parts.iter().map(|part| part.users.len()).sum());
    let steps = parts.len();
    for (step, part) in parts.iter_mut().enumerate() {
        progress.step(SPAN, step, steps)?;
        for (at, user) in std::mem::take(&mut part.users) {
            builder
                .user(user)
                .map_err(|error| on_line(refused(at, error)))?;
        }
    }
    deleted_users(&mut builder, &mut parts, known_roles).map_err(on_line)?;
    groups(&mut builder, &mut parts).map_err(on_line)?;
    units(&mut builder, &mut parts).map_err(on_line)?;
    role_sets(&mut builder, &mut parts, known_roles).map_err(on_line)?;
    assignments(&mut builder, &mut parts, known_roles).map_err(on_line)?;
    history(&mut builder, &mut parts).map_err(on_line)?;
    progress.step(SPAN, steps, steps)?;
    builder
        .build()
        .map_err(|error| OpenError::whole(Problem::Invariant(error)))
}

/// The organisation with its partners and customers, its domains and its subscriptions.
fn begin(parts: &mut [Parts]) -> Result<Result<TenantBuilder, OpenError>, Fault> {
    let mut organizations = take(parts, |part| &mut part.organizations);
    let Some((at, mut organization)) = organizations.next() else {
        return Ok(Err(OpenError::whole(Problem::NoOrganization)));
    };
    if let Some((second, _)) = organizations.next() {
        return Err(Fault::new(second, Problem::SecondOrganization));
    }
    drop(organizations);
    let mut names = BTreeSet::new();
    for (at, partner) in take(parts, |part| &mut part.partners) {
        if !names.insert(partner.name.clone()) {
            let problem = Problem::DuplicatePartner(partner.name);
            return Err(Fault::field(at, "name", problem));
        }
        organization.partners.push(partner);
    }
    names.clear();
    for (at, customer) in take(parts, |part| &mut part.customers) {
        if !names.insert(customer.name.clone()) {
            let problem = Problem::DuplicateCustomer(customer.name);
            return Err(Fault::field(at, "name", problem));
        }
        organization.customers.push(customer);
    }
    let mut builder = TenantBuilder::new(organization).map_err(|error| refused(at, error))?;
    for (at, domain) in take(parts, |part| &mut part.domains) {
        builder.domain(domain).map_err(|error| refused(at, error))?;
    }
    for (at, subscription) in take(parts, |part| &mut part.subscriptions) {
        builder
            .subscription(subscription)
            .map_err(|error| refused(at, error))?;
    }
    Ok(Ok(builder))
}

fn deleted_users(
    builder: &mut TenantBuilder,
    parts: &mut [Parts],
    known_roles: KnownRoles<'_>,
) -> Result<(), Fault> {
    for (at, deleted) in take(parts, |part| &mut part.deleted_users) {
        let held = deleted.assignments.iter().map(|held| held.role);
        all_known(at, "assignments", held, known_roles)?;
        builder.deleted_user(deleted).map_err(|error| match error {
            // What a deleted person was stands in one field, and what they held in another.
            InvariantError::DuplicateId(_) | InvariantError::NoDisplayName(_) => {
                Fault::field(at, "user", Problem::Invariant(error))
            }
            InvariantError::EndsBeforeStart | InvariantError::OutsideCalendar(_) => {
                Fault::field(at, "assignments", Problem::Invariant(error))
            }
            error => refused(at, error),
        })?;
    }
    Ok(())
}

/// The roles of the tenant's own, which no built-in role may be; their ids.
fn custom_roles(
    builder: &mut TenantBuilder,
    parts: &mut [Parts],
    known_roles: KnownRoles<'_>,
) -> Result<BTreeSet<RoleTemplateId>, Fault> {
    let mut own = BTreeSet::new();
    for (at, role) in take(parts, |part| &mut part.custom_roles) {
        if known_roles(role.id) {
            return Err(refused(at, InvariantError::DuplicateId(role.id.0)));
        }
        own.insert(role.id);
        builder
            .custom_role(role)
            .map_err(|error| refused(at, error))?;
    }
    Ok(own)
}

/// What the review goes by.
fn review(builder: &mut TenantBuilder, parts: &mut [Parts]) -> Result<(), Fault> {
    let mut settings = ReviewSettings::default();
    for (place, (at, thresholds)) in take(parts, |part| &mut part.thresholds).enumerate() {
        if place > 0 {
            return Err(Fault::new(at, Problem::SecondReview));
        }
        settings.thresholds = thresholds;
    }
    for (at, user) in take(parts, |part| &mut part.break_glass) {
        if !settings.break_glass.insert(user) {
            let error = InvariantError::DuplicateId(user.0);
            return Err(Fault::field(at, "user", Problem::Invariant(error)));
        }
    }
    let mut last = 0;
    for (at, (finding, acceptance)) in take(parts, |part| &mut part.acceptances) {
        last = at;
        let twice = settings.accepted.insert(finding, acceptance).is_some();
        if twice {
            let problem = Problem::AcceptedTwice(finding.to_text().into());
            return Err(Fault::field(at, "finding", problem));
        }
    }
    // A moment outside the calendar was refused while reading it.
    builder
        .review_settings(settings)
        .map_err(|error| Fault::field(last, "until", Problem::Invariant(error)))
}

fn role_sets(
    builder: &mut TenantBuilder,
    parts: &mut [Parts],
    known_roles: KnownRoles<'_>,
) -> Result<(), Fault> {
    for (at, (name, roles)) in take(parts, |part| &mut part.role_sets) {
        all_known(at, "roles", roles.iter().copied(), known_roles)?;
        builder
            .role_set(name, roles)
            .map_err(|error| refused(at, error))?;
    }
    Ok(())
}

fn assignments(
    builder: &mut TenantBuilder,
    parts: &mut [Parts],
    known_roles: KnownRoles<'_>,
) -> Result<(), Fault> {
    for (at, held) in take(parts, |part| &mut part.assignments) {
        all_known(at, "role", [held.role], known_roles)?;
        builder.assignment(held).map_err(|error| match error {
            InvariantError::UnknownUser(_) => {
                Fault::field(at, "principal", Problem::Invariant(error))
            }
            InvariantError::OutsideCalendar(time) if held.end == Some(time) => {
                Fault::field(at, "end", Problem::Invariant(error))
            }
            error => refused(at, error),
        })?;
    }
    Ok(())
}

/// Checks that every role is one of a catalogue.
fn all_known(
    at: usize,
    field: &'static str,
    roles: impl IntoIterator<Item = RoleTemplateId>,
    known_roles: KnownRoles<'_>,
) -> Result<(), Fault> {
    match roles.into_iter().find(|role| !known_roles(*role)) {
        Some(unknown) => Err(Fault::field(at, field, Problem::UnknownRole(unknown))),
        None => Ok(()),
    }
}

fn groups(builder: &mut TenantBuilder, parts: &mut [Parts]) -> Result<(), Fault> {
    let mut more = by_owner(take(parts, |part| &mut part.group_members));
    for (at, mut group) in take(parts, |part| &mut part.groups) {
        let more = more.remove(&group.id).unwrap_or_default();
        for (_, members) in &more {
            group.members.extend(members);
        }
        let owners = group.owners.clone();
        builder
            .group(group)
            .map_err(|error| unknown_member(at, &more, |user| owners.contains(&user), error))?;
    }
    match more.pop_first() {
        Some((id, lines)) => Err(Fault::field(
            first(&lines),
            "group",
            Problem::Invariant(InvariantError::UnknownGroup(id.0)),
        )),
        None => Ok(()),
    }
}

fn units(builder: &mut TenantBuilder, parts: &mut [Parts]) -> Result<(), Fault> {
    let mut more = by_owner(take(parts, |part| &mut part.unit_members));
    for (at, mut unit) in take(parts, |part| &mut part.units) {
        let more = more.remove(&unit.id).unwrap_or_default();
        for (_, members) in &more {
            unit.members.extend(members);
        }
        builder
            .administrative_unit(unit)
            .map_err(|error| unknown_member(at, &more, |_| false, error))?;
    }
    match more.pop_first() {
        Some((id, lines)) => Err(Fault::field(
            first(&lines),
            "unit",
            Problem::Invariant(InvariantError::UnknownAdministrativeUnit(id.0)),
        )),
        None => Ok(()),
    }
}

fn history(builder: &mut TenantBuilder, parts: &mut [Parts]) -> Result<(), Fault> {
    let mut more = by_owner(take(parts, |part| &mut part.audit_items));
    for (at, mut entry) in take(parts, |part| &mut part.audit) {
        for (_, items) in more.remove(&entry.number).unwrap_or_default() {
            entry.items.extend(items);
        }
        builder
            .audit_entry(entry)
            .map_err(|error| refused(at, error))?;
    }
    match more.pop_first() {
        Some((number, lines)) => Err(Fault::field(
            first(&lines),
            "number",
            Problem::NoEntry(number),
        )),
        None => Ok(()),
    }
}

/// Takes one kind out of all parts, in the order of the file.
fn take<T>(
    parts: &mut [Parts],
    kind: impl Fn(&mut Parts) -> &mut Placed<T>,
) -> impl Iterator<Item = (usize, T)> {
    parts
        .iter_mut()
        .flat_map(move |part| std::mem::take(kind(part)))
}

fn by_owner<K: Ord, T>(all: impl Iterator<Item = (usize, (K, T))>) -> BTreeMap<K, Placed<T>> {
    let mut map = BTreeMap::<K, Placed<T>>::new();
    for (at, (owner, value)) in all {
        map.entry(owner).or_default().push((at, value));
    }
    map
}

fn first<T>(lines: &Placed<T>) -> usize {
    lines.first().map_or(0, |(at, _)| *at)
}

/// A member that is not there, on the line that names it.
fn unknown_member(
    at: usize,
    more: &Placed<Vec<UserId>>,
    is_owner: impl Fn(UserId) -> bool,
    error: InvariantError,
) -> Fault {
    let InvariantError::UnknownUser(id) = error else {
        return refused(at, error);
    };
    let field = if is_owner(UserId(id)) {
        "owners"
    } else {
        "members"
    };
    let line = more
        .iter()
        .find(|(_, members)| members.contains(&UserId(id)))
        .filter(|_| field == "members")
        .map_or(at, |(line, _)| *line);
    Fault::field(line, field, Problem::Invariant(error))
}

/// What the tenant builder refuses, at the field that it is about.
fn refused(at: usize, error: InvariantError) -> Fault {
    let field = match &error {
        InvariantError::NoOrganizationName
        | InvariantError::DuplicateDomain(_)
        | InvariantError::DuplicateRoleSet(_)
        | InvariantError::NoDisplayName(_) => "name",
        InvariantError::DuplicateId(_) => "id",
        InvariantError::DuplicateUpn(_) | InvariantError::UnknownUpnDomain { .. } => "upn",
        InvariantError::UnknownSubscription(_) => "licences",
        InvariantError::UnknownUser(_) => "members",
        InvariantError::UnknownGroup(_) | InvariantError::GroupNotRoleAssignable(_) => "principal",
        InvariantError::UnknownAdministrativeUnit(_) => "scope",
        InvariantError::AssignmentOfAnother(_) => "assignments",
        InvariantError::OutsideCalendar(_) => "start",
        InvariantError::EndsBeforeStart => "end",
        InvariantError::AuditNumber { .. } => "number",
        InvariantError::NoVerifiedDomain
        | InvariantError::DefaultDomains(_)
        | InvariantError::DuplicateAssignment => {
            return Fault::new(at, Problem::Invariant(error));
        }
    };
    Fault::field(at, field, Problem::Invariant(error))
}
