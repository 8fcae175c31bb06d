//! Tenants of any size, from a seed.
//!
//! The same size and seed give the same tenant on every machine: nothing is drawn by a number
//! whose width differs between machines, and nothing depends on the order of a hash table. About
//! one person in fifty is an administrator; the tenant keeps to the rules that refuse.

use super::names::{DEPARTMENTS, GIVEN, OFFICES, SURNAMES};
use super::{DAY, PEOPLE_MAX, REFERENCE, SampleError, before, entra, random_id};
use crate::domain::audit::{AuditEntry, AuditItem, AuditOrigin};
use crate::domain::contact::{AlternateEmail, ContactDetails, MobilePhone};
use crate::domain::fold::fold;
use crate::domain::group::{AdministrativeUnit, Group};
use crate::domain::organization::{Domain, Organization, Service, Subscription, SubscriptionId};
use crate::domain::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use crate::domain::tenant::Tenant;
use crate::domain::tenant_builder::TenantBuilder;
use crate::domain::upn::{DomainName, UserPrincipalName};
use crate::domain::user::{
    DelegatedAdministration, ProductMail, Profile, SignIn, User, UserId, UserKind, UserSource,
};

const INITIAL_DOMAIN: &str = "lindehorst.onmicrosoft.com";
const OWN_DOMAIN: &str = "lindehorst.example";
const SECOND_DOMAIN: &str = "lindehorstzorg.example";

/// A tenant of `users` people, drawn from `seed`.
pub fn generate(users: usize, seed: u64) -> Result<Tenant, SampleError> {
    if users == 0 {
        return Err(SampleError::NoUsers);
    }
    let count = u32::try_from(users)
        .ok()
        .filter(|count| *count <= PEOPLE_MAX)
        .ok_or(SampleError::TooMany(users))?;
    let mut builder = TenantBuilder::new(Organization {
        directory_sync: true,
        ..Organization::new("Stichting Lindehorst")
    })?;
    for name in [INITIAL_DOMAIN, OWN_DOMAIN, SECOND_DOMAIN] {
        builder.domain(Domain {
            name: DomainName::parse(name)?,
            verified: true,
            default: name == OWN_DOMAIN,
        })?;
    }
    let mut draw = Draw::new(count, seed);
    for subscription in draw.subscriptions() {
        builder.subscription(subscription)?;
    }
    for row in 0..count {
        let user = draw.user(row)?;
        builder.user(user)?;
    }
    for group in draw.groups() {
        builder.group(group)?;
    }
    for unit in draw.administrative_units() {
        builder.administrative_unit(unit)?;
    }
    for assignment in draw.assignments() {
        builder.assignment(assignment)?;
    }
    if let Some(buyer) = draw.members.first() {
        builder.audit_entry(AuditEntry {
            number: 1,
            at: before(REFERENCE, 1500 * DAY),
            actor: *buyer,
            reason: None,
            ticket: None,
            origin: AuditOrigin::Direct,
            items: vec![AuditItem::TenantFounded(*buyer)],
            hash: None,
        })?;
    }
    Ok(builder.build()?)
}

/// The state of a generation.
struct Draw {
    random: fastrand::Rng,
    users: u32,
    globals: u32,
    /// How often each pair of first and last name occurred.
    namesakes: Vec<u32>,
    given: Vec<String>,
    surnames: Vec<String>,
    desk: SubscriptionId,
    field: SubscriptionId,
    /// Everyone who is not a guest.
    members: Vec<UserId>,
    administrators: Vec<UserId>,
    role_groups: Vec<GroupId>,
    units: Vec<AdministrativeUnitId>,
}

impl Draw {
    fn new(users: u32, seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let desk = SubscriptionId(random_id(&mut random));
        let field = SubscriptionId(random_id(&mut random));
        Self {
            random,
            users,
            globals: match users {
                1 => 1,
                2..1_000 => 2,
                1_000..10_000 => 3,
                _ => 4,
            },
            namesakes: vec![0; GIVEN.len() * SURNAMES.len()],
            given: GIVEN.iter().map(|name| address_part(name)).collect(),
            surnames: SURNAMES.iter().map(|name| address_part(name)).collect(),
            desk,
            field,
            members: Vec::new(),
            administrators: Vec::new(),
            role_groups: Vec::new(),
            units: Vec::new(),
        }
    }

    fn subscriptions(&self) -> [Subscription; 2] {
        let sold = |id, name: &str, services: &[Service]| Subscription {
            id,
            name: name.into(),
            seats: self.users.saturating_add(self.users / 10 + 1),
            services: services.to_vec(),
        };
        let field = [
            Service::ExchangeOnline,
            Service::SharePointOnline,
            Service::Teams,
            Service::Intune,
        ];
        [
            sold(self.desk, "Microsoft 365 E5", &Service::ALL),
            sold(self.field, "Microsoft 365 F3", &field),
        ]
    }

    fn user(&mut self, row: u32) -> Result<User, SampleError> {
        let global = row < self.globals;
        let guest = !global && self.chance(5);
        let (given, surname, address) = self.name();
        let upn = if guest {
            format!("{address}_partner.example#EXT#@{INITIAL_DOMAIN}")
        } else if !global && self.chance(15) {
            format!("{address}@{SECOND_DOMAIN}")
        } else {
            format!("{address}@{OWN_DOMAIN}")
        };
        let id = UserId(random_id(&mut self.random));
        let administrator = global || (!guest && self.chance(2));
        if administrator {
            self.administrators.push(id);
        }
        if !guest {
            self.members.push(id);
        }
        let (department, titles) = self.pick(DEPARTMENTS).unwrap_or_default();
        let title = self.pick(titles).unwrap_or_default();
        let office = self.pick(OFFICES).unwrap_or_default();
        let text = |text: &str| (!guest).then(|| text.into());
        Ok(User {
            id,
            upn: UserPrincipalName::parse(&upn)?,
            profile: Profile {
                display_name: format!("{given} {surname}").into(),
                given_name: Some(given.into()),
                surname: Some(surname.into()),
                job_title: text(title),
                department: text(department),
                office: text(office),
                usage_location: text("NL"),
            },
            contact: self.contact(&address, global, administrator)?,
            kind: if guest {
                UserKind::Guest
            } else {
                UserKind::Member
            },
            source: if !administrator && !guest && self.chance(70) {
                UserSource::DirectorySynchronised
            } else {
                UserSource::Cloud
            },
            sign_in: if !global && self.chance(3) {
                SignIn::Blocked
            } else {
                SignIn::Allowed
            },
            must_change_password: self.chance(1),
            last_sign_in: (!self.chance(7)).then(|| {
                let seconds = self.random.u32(0..90 * 24 * 60 * 60);
                before(REFERENCE, i64::from(seconds))
            }),
            licences: match (guest, self.chance(70)) {
                (true, _) => Vec::new(),
                (false, true) => vec![self.desk],
                (false, false) => vec![self.field],
            },
            delegated_administration: DelegatedAdministration::None,
            product_mail: ProductMail::Accepted,
        })
    }

    /// A name, and what stands for it before the `@`, with a number for a namesake.
    fn name(&mut self) -> (&'static str, &'static str, String) {
        let given = self.below(GIVEN.len());
        let surname = self.below(SURNAMES.len());
        let namesakes = self.namesakes.get_mut(given * SURNAMES.len() + surname);
        let number = namesakes.map_or(0, |count| {
            *count += 1;
            *count
        });
        let part = |parts: &[String], at| parts.get(at).cloned().unwrap_or_default();
        let mut address = part(&self.given, given);
        address.push('.');
        address.push_str(&part(&self.surnames, surname));
        if number > 1 {
            address.push_str(&number.to_string());
        }
        let word = |words: &[&'static str], at| words.get(at).copied().unwrap_or_default();
        (word(GIVEN, given), word(SURNAMES, surname), address)
    }

    fn contact(
        &mut self,
        address: &str,
        global: bool,
        administrator: bool,
    ) -> Result<ContactDetails, SampleError> {
        let (phone, email) = if administrator { (85, 75) } else { (40, 15) };
        let digits = self.random.u32(0..100_000);
        Ok(ContactDetails {
            alternate_email: (global || self.chance(email))
                .then(|| AlternateEmail::parse(&format!("{address}@example.net")))
                .transpose()?,
            // Not parsed: a million numbers would take most of the time. A test parses some.
            mobile_phone: (global || self.chance(phone))
                .then(|| MobilePhone::imported(&format!("+316123{digits:05}"))),
        })
    }

    fn groups(&mut self) -> Vec<Group> {
        let with_roles = if self.users < 20 {
            0
        } else {
            1 + self.users / 5_000
        };
        let others = self.users / 100;
        let mut groups = Vec::new();
        for number in 1..=with_roles + others {
            let role_assignable = number <= with_roles;
            let id = GroupId(random_id(&mut self.random));
            if role_assignable {
                self.role_groups.push(id);
            }
            let size = self.random.u32(3..if role_assignable { 8 } else { 40 });
            let name = if role_assignable {
                format!("Rolgroep {number}")
            } else {
                format!("Werkgroep {}", number - with_roles)
            };
            groups.push(Group {
                id,
                name: name.into(),
                role_assignable,
                members: (0..size).filter_map(|_| self.someone()).collect(),
                owners: self.someone().into_iter().collect(),
            });
        }
        groups
    }

    fn administrative_units(&mut self) -> Vec<AdministrativeUnit> {
        let mut units = Vec::new();
        for number in 1..=self.users / 500 {
            let id = AdministrativeUnitId(random_id(&mut self.random));
            self.units.push(id);
            let office = self.pick(OFFICES).unwrap_or_default();
            units.push(AdministrativeUnit {
                id,
                name: format!("{office} {number}").into(),
                restricted: self.chance(5),
                members: (0..60).filter_map(|_| self.someone()).collect(),
            });
        }
        units
    }

    fn assignments(&mut self) -> Vec<RoleAssignment> {
        let mut assignments = Vec::new();
        let mut administrators = std::mem::take(&mut self.administrators).into_iter();
        for global in administrators.by_ref().take(self.globals as usize) {
            let holder = Principal::User(global);
            let role = RoleTemplateId::GLOBAL_ADMINISTRATOR;
            assignments.push(RoleAssignment::permanent(holder, role));
        }
        for administrator in administrators {
            let holder = Principal::User(administrator);
            let role = self.role();
            if role == RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR {
                // It comes after the role of a service (R12), and both are there to stay.
                let first = RoleTemplateId::EXCHANGE_ADMINISTRATOR;
                assignments.push(RoleAssignment::permanent(holder, first));
                assignments.push(RoleAssignment::permanent(holder, role));
            } else {
                assignments.push(self.vary(RoleAssignment::permanent(holder, role)));
            }
        }
        for group in std::mem::take(&mut self.role_groups) {
            let role = match self.role() {
                RoleTemplateId::SERVICE_SUPPORT_ADMINISTRATOR => entra::REPORTS_READER,
                role => role,
            };
            assignments.push(RoleAssignment::permanent(Principal::Group(group), role));
        }
        assignments
    }

    /// Now and then eligible, limited in time, or over one administrative unit.
    fn vary(&mut self, mut assignment: RoleAssignment) -> RoleAssignment {
        if self.chance(10) {
            assignment.kind = AssignmentKind::Eligible;
        }
        if self.chance(5) {
            let days = i64::from(self.random.u32(1..180));
            assignment.start = Some(before(REFERENCE, days * DAY));
            assignment.end = Some(before(REFERENCE, -days * DAY));
        }
        if entra::SCOPED.contains(&assignment.role) && self.chance(30) {
            let unit = self.below(self.units.len());
            if let Some(unit) = self.units.get(unit) {
                assignment.scope = DirectoryScope::AdministrativeUnit(*unit);
            }
        }
        assignment
    }

    fn role(&mut self) -> RoleTemplateId {
        let mut ticket = self
            .random
            .u32(0..entra::DRAWN.iter().map(|(often, _)| often).sum());
        for (often, role) in entra::DRAWN {
            if ticket < *often {
                return *role;
            }
            ticket -= often;
        }
        entra::REPORTS_READER
    }

    fn someone(&mut self) -> Option<UserId> {
        let at = self.below(self.members.len());
        self.members.get(at).copied()
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.u32(0..100) < percent
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let at = self.below(from.len());
        from.get(at).copied()
    }

    /// A number below `len`, drawn as 32 bits so that all machines draw alike; 0 below 0.
    fn below(&mut self, len: usize) -> usize {
        match u32::try_from(len).unwrap_or(u32::MAX) {
            0 => 0,
            len => self.random.u32(0..len) as usize,
        }
    }
}

/// What stands for a name in a user principal name: its letters, plain and in lower case.
fn address_part(name: &str) -> String {
    fold(name)
        .chars()
        .filter_map(|c| match c {
            'ı' => Some('i'),
            'ł' => Some('l'),
            c => c.is_ascii_alphanumeric().then_some(c),
        })
        .collect()
}
