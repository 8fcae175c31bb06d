//! The people of a tenant, prepared for searching, filtering and sorting.
//!
//! Built for a million: texts folded once into one piece of memory, a few bytes of facts a
//! person, and the orders of the columns kept sorted. Built on a worker, changed with the tenant,
//! asked while drawing. It holds no person: an answer is row numbers of
//! [`crate::domain::user_table::UserTable`]. The row of someone who left stays, with nothing in
//! it, and is in no answer; following a change stands in `follow`.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::User;
use crate::domain::user_table::Row;

mod facts;
mod follow;
mod licences;
mod order;
mod places;
mod query;
mod row_set;
mod text;

pub use facts::{Kind, Kinds};
pub use query::{Column, Filters, Query, Sort};
pub use row_set::RowSet;

use facts::Facts;
use licences::LicenceSets;
use order::Order;
use places::Places;
use text::{TextArena, row_text};

/// Stands for the domain and the licences of nobody.
const NOBODY: u32 = u32::MAX;

/// The index.
#[derive(Debug)]
pub struct UserIndex {
    built: u64,
    stamp: u64,
    now: Timestamp,
    next_change: Option<Timestamp>,
    people: usize,
    places: Places,
    texts: TextArena,
    flags: Vec<u16>,
    role_counts: Vec<u8>,
    licence_sets: Vec<u32>,
    domains: Vec<u32>,
    last_sign_ins: Vec<i64>,
    by_name: Order,
    by_upn: Order,
    by_last_sign_in: Order,
    by_role: BTreeMap<RoleTemplateId, Vec<u32>>,
    licences: LicenceSets,
    domain_numbers: BTreeMap<Box<str>, u32>,
    domain_counts: Vec<usize>,
    counts: HashMap<Kind, usize>,
    latest: Mutex<Option<Found>>,
}

/// The answer to the latest text.
#[derive(Debug)]
struct Found {
    stamp: u64,
    text: String,
    hits: Arc<RowSet>,
}

impl UserIndex {
    /// Prepares everybody in `tenant`.
    pub fn build(tenant: &Tenant, catalogue: &RoleCatalogue, now: Timestamp) -> Self {
        Self::build_with_progress(tenant, catalogue, now, |_| ())
    }

    /// The same, telling now and then how far it is, from 0 to 1.
    pub fn build_with_progress(
        tenant: &Tenant,
        catalogue: &RoleCatalogue,
        now: Timestamp,
        progress: impl Fn(f32),
    ) -> Self {
        let rows = tenant.users().rows();
        let built = next_stamp();
        let mut index = Self {
            built,
            stamp: built,
            now,
            next_change: next_change(tenant, now),
            people: 0,
            places: Places::with_capacity(tenant.users().len()),
            texts: TextArena::with_capacity(rows),
            flags: Vec::with_capacity(rows),
            role_counts: Vec::with_capacity(rows),
            licence_sets: Vec::with_capacity(rows),
            domains: Vec::with_capacity(rows),
            last_sign_ins: Vec::with_capacity(rows),
            by_name: Order::default(),
            by_upn: Order::default(),
            by_last_sign_in: Order::default(),
            by_role: BTreeMap::new(),
            licences: LicenceSets::default(),
            domain_numbers: BTreeMap::new(),
            domain_counts: Vec::new(),
            counts: HashMap::new(),
            latest: Mutex::new(None),
        };
        // Built before there is a session, which would bring the tenant's own roles along.
        let catalogue = &*catalogue.for_tenant(tenant);
        let mut text = String::new();
        // Reading is about half of the work, sorting the other half.
        for row in (0u32..).take(rows) {
            index.append(tenant, catalogue, tenant.users().get(Row(row)), &mut text);
            if row % 16_384 == 0 {
                progress(part(row as usize, rows) * 0.5);
            }
        }
        let there: Vec<u32> = (0u32..)
            .take(rows)
            .filter(|row| index.is_there(*row))
            .collect();
        index.by_name = order::by_text(&index.texts, &there, TextArena::get);
        progress(0.7);
        index.by_upn = order::by_text(&index.texts, &there, TextArena::upn_onwards);
        progress(0.9);
        index.by_last_sign_in = order::by_time(&index.by_name, |row| index.last_sign_in(row));
        progress(1.0);
        index
    }

    /// Whether roles began or ended since the index was last brought up to date.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.next_change.is_some_and(|next| next <= now)
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people == 0
    }

    /// How many rows there are, those of people who left among them.
    pub fn rows(&self) -> usize {
        self.flags.len()
    }

    /// Whether someone is in `row`.
    pub fn is_there(&self, row: u32) -> bool {
        let domain = self.domains.get(row as usize);
        domain.is_some_and(|domain| *domain != NOBODY)
    }

    /// Another number for every state of every index: answers of equal stamps are equal.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Another number for every index, the same through its changes: rows keep their meaning.
    pub fn built(&self) -> u64 {
        self.built
    }

    /// How many people a kind holds for.
    pub fn count(&self, kind: Kind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// Whether a kind holds for the person in `row`.
    pub fn is(&self, row: u32, kind: Kind) -> bool {
        self.flags
            .get(row as usize)
            .is_some_and(|flags| flags & kind.bit() != 0)
    }

    /// The roles that people hold or could take up, with how many do.
    pub fn roles(&self) -> impl Iterator<Item = (RoleTemplateId, usize)> {
        self.by_role.iter().map(|(role, rows)| (*role, rows.len()))
    }

    /// How many people hold a seat of a subscription.
    pub fn licence_count(&self, subscription: SubscriptionId) -> usize {
        self.licences.holders_of(subscription)
    }

    /// The domains that people's names are on, in lower case, with how many are.
    pub fn domains(&self) -> impl Iterator<Item = (&str, usize)> {
        let counted = |number: &u32| self.domain_counts.get(*number as usize).copied();
        self.domain_numbers
            .iter()
            .map(move |(domain, number)| (&**domain, counted(number).unwrap_or(0)))
            .filter(|(_, count)| *count > 0)
    }

    fn last_sign_in(&self, row: u32) -> i64 {
        let time = self.last_sign_ins.get(row as usize).copied();
        time.unwrap_or(i64::MIN)
    }

    /// Adds the next row, which is empty when its person left; the orders follow later.
    fn append(
        &mut self,
        tenant: &Tenant,
        catalogue: &RoleCatalogue,
        user: Option<&User>,
        text: &mut String,
    ) {
        let row = u32::try_from(self.rows()).unwrap_or(NOBODY);
        text.clear();
        if let Some(user) = user {
            row_text(user, text);
        }
        self.texts.push(text);
        self.flags.push(0);
        self.role_counts.push(0);
        self.last_sign_ins.push(i64::MIN);
        self.licence_sets.push(NOBODY);
        self.domains.push(NOBODY);
        if let Some(user) = user {
            self.fill(tenant, catalogue, row, user);
        }
    }

    /// Notes everything but the text of a person in place of what stood in the row.
    fn fill(&mut self, tenant: &Tenant, catalogue: &RoleCatalogue, row: u32, user: &User) {
        let facts = Facts::of(tenant, catalogue, self.now, user);
        self.places.note(user.id, row);
        let licences = self.licences.number(tenant, &user.licences);
        self.hold(row, licences);
        let domain = self.domain_number(user.upn.domain());
        self.stand(row, domain);
        self.enter(row, &facts);
    }

    /// Takes everything but the text of a person out of a row.
    fn vacate(&mut self, row: u32) {
        self.hold(row, NOBODY);
        self.stand(row, NOBODY);
        self.enter(row, &Facts::of_nobody());
    }

    /// Notes the licences of a row.
    fn hold(&mut self, row: u32, licences: u32) {
        if let Some(held) = self.licence_sets.get_mut(row as usize) {
            self.licences.lose(*held);
            self.licences.gain(licences);
            *held = licences;
        }
    }

    /// Notes the domain of a row, and with it whether someone is there.
    fn stand(&mut self, row: u32, domain: u32) {
        let Some(stood) = self.domains.get_mut(row as usize) else {
            return;
        };
        let before = std::mem::replace(stood, domain);
        if let Some(count) = self.domain_counts.get_mut(before as usize) {
            *count = count.saturating_sub(1);
        }
        if let Some(count) = self.domain_counts.get_mut(domain as usize) {
            *count += 1;
        }
        match (before == NOBODY, domain == NOBODY) {
            (true, false) => self.people += 1,
            (false, true) => self.people = self.people.saturating_sub(1),
            (true, true) | (false, false) => {}
        }
    }

    /// Notes flags, roles and last sign-in in place of those that stood there.
    fn enter(&mut self, row: u32, facts: &Facts) {
        if let Some(time) = self.last_sign_ins.get_mut(row as usize) {
            *time = facts.last_sign_in;
        }
        if let Some(flags) = self.flags.get_mut(row as usize) {
            for kind in Kind::ALL {
                let (was, is) = (*flags & kind.bit() != 0, facts.flags & kind.bit() != 0);
                if was != is {
                    let count = self.counts.entry(kind).or_default();
                    *count = if is {
                        *count + 1
                    } else {
                        count.saturating_sub(1)
                    };
                }
            }
            *flags = facts.flags;
        }
        let Some(count) = self.role_counts.get_mut(row as usize) else {
            return;
        };
        if *count > 0 {
            self.by_role.retain(|role, rows| {
                if facts.roles.binary_search(role).is_err()
                    && let Ok(place) = rows.binary_search(&row)
                {
                    rows.remove(place);
                }
                !rows.is_empty()
            });
        }
        *count = u8::try_from(facts.roles.len()).unwrap_or(u8::MAX);
        for role in &facts.roles {
            let rows = self.by_role.entry(*role).or_default();
            if let Err(place) = rows.binary_search(&row) {
                rows.insert(place, row);
            }
        }
    }

    fn domain_number(&mut self, domain: &str) -> u32 {
        let domain = domain.to_ascii_lowercase();
        let next = u32::try_from(self.domain_counts.len()).unwrap_or(NOBODY);
        let number = *self.domain_numbers.entry(domain.into()).or_insert(next);
        if number == next {
            self.domain_counts.push(0);
        }
        number
    }
}

/// When the next assignment begins or ends.
fn next_change(tenant: &Tenant, now: Timestamp) -> Option<Timestamp> {
    let times = tenant.assignments().iter();
    times
        .flat_map(|held| [held.start, held.end])
        .flatten()
        .filter(|time| *time > now)
        .min()
}

fn next_stamp() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a progress bar has no more pixels"
)]
fn part(done: usize, all: usize) -> f32 {
    done as f32 / all.max(1) as f32
}
