//! What is in the fields, and how it changes.
//!
//! Holds what was chosen and typed, whether it makes sense or not. What the tenant has, and what
//! the two together ask for, stands in `baseline`.

use std::collections::BTreeSet;

use super::entry::{Entry, Problem};
use crate::domain::command::RoleChoice;
use crate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use crate::domain::time::Timestamp;
use crate::domain::user::{DelegatedAdministration, ProductMail};

/// The three cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// *User (no admin access)*.
    User,
    /// *Global administrator*.
    Global,
    /// *Customized administrator*.
    Customized,
}

impl Kind {
    /// The cards in their order.
    pub const ALL: [Self; 3] = [Self::User, Self::Global, Self::Customized];
}

/// The number of the entry behind *Global administrator*.
const GLOBAL: u32 = 0;

/// What is in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The card.
    pub kind: Kind,
    /// The roles of *Customized administrator*, each way they are held; kept while another card
    /// is looked at.
    pub entries: Vec<Entry>,
    /// The alternate e-mail address as typed.
    pub email: String,
    /// The mobile phone as typed.
    pub phone: String,
    /// How far the person administers customers.
    pub delegation: DelegatedAdministration,
    /// Whether mail about products may go to the alternate address.
    pub product_mail: ProductMail,
    /// Whether lesser ways to be a global administrator stand beside that card. Who chooses the
    /// card means the role itself and no other way to hold it.
    pub(super) lesser_global: bool,
    /// The number of the latest entry.
    latest: u32,
}

impl Draft {
    /// Nothing held, nothing typed.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            entries: Vec::new(),
            email: String::new(),
            phone: String::new(),
            delegation: DelegatedAdministration::default(),
            product_mail: ProductMail::default(),
            lesser_global: false,
            latest: GLOBAL,
        }
    }

    /// The choice that the card and the check boxes make, in the words of the admin center.
    pub fn choice(&self) -> RoleChoice {
        match self.kind {
            Kind::User => RoleChoice::NoAdminAccess,
            Kind::Global => RoleChoice::GlobalAdministrator,
            Kind::Customized => RoleChoice::Customized(
                self.entries
                    .iter()
                    .filter(|entry| entry.is_permanent_tenant_wide())
                    .map(|entry| entry.role)
                    .collect(),
            ),
        }
    }

    /// The roles that are ticked: chosen in any way that is not over.
    pub fn roles(&self, now: Timestamp) -> BTreeSet<RoleTemplateId> {
        let current = self.entries.iter().filter(|entry| !entry.is_expired(now));
        current.map(|entry| entry.role).collect()
    }

    /// The roles that the card and the check boxes stand for.
    pub fn chosen(&self, now: Timestamp) -> BTreeSet<RoleTemplateId> {
        match self.kind {
            Kind::User => BTreeSet::new(),
            Kind::Global | Kind::Customized => {
                let shown = self.shown();
                let current = shown.iter().filter(|entry| !entry.is_expired(now));
                current.map(|entry| entry.role).collect()
            }
        }
    }

    /// What counts while this card is chosen. Whoever has no admin access has at most what is
    /// over, which the caller sorts out.
    pub fn shown(&self) -> Vec<Entry> {
        match self.kind {
            Kind::User | Kind::Customized => self.entries.clone(),
            Kind::Global => {
                let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
                let first = Entry::permanent(GLOBAL, global);
                let beside = |entry: &&Entry| {
                    !entry.is_permanent_tenant_wide()
                        && !entry.same_slot(&first)
                        && (self.lesser_global || entry.role != global)
                };
                let beside: Vec<_> = self.entries.iter().filter(beside).cloned().collect();
                std::iter::once(first).chain(beside).collect()
            }
        }
    }

    /// What is wrong with what is shown, by the number of the entry.
    pub fn problems(&self) -> Vec<(u32, Problem)> {
        let shown = self.shown();
        let mut problems = Vec::new();
        for (place, entry) in shown.iter().enumerate() {
            // Who it is makes no difference to what is wrong.
            let nobody = Principal::User(crate::domain::user::UserId(uuid::Uuid::nil()));
            if let Err(problem) = entry.assignment(nobody) {
                problems.push((entry.number, problem));
            } else if shown.iter().take(place).any(|other| other.same_slot(entry)) {
                problems.push((entry.number, Problem::Twice));
            }
        }
        problems
    }

    /// Ticks a role, for good over the whole tenant, or takes away every way it is chosen.
    pub fn toggle(&mut self, role: RoleTemplateId, now: Timestamp) {
        let current = |entry: &Entry| entry.role == role && !entry.is_expired(now);
        if self.entries.iter().any(current) {
            self.entries.retain(|entry| !current(entry));
        } else {
            self.give(role);
        }
    }

    /// Makes these the roles held for good over the whole tenant, beside what is not.
    pub fn apply_set(&mut self, roles: &BTreeSet<RoleTemplateId>) {
        self.entries
            .retain(|entry| !entry.is_permanent_tenant_wide() || roles.contains(&entry.role));
        for role in roles {
            self.give(*role);
        }
        self.kind = Kind::Customized;
        self.settle();
    }

    /// Makes these, which someone else holds, what is held. What that person held once is over
    /// and is not given.
    pub fn copy(&mut self, held: &[RoleAssignment], own: &[RoleAssignment], now: Timestamp) {
        self.entries.clear();
        for held in held.iter().filter(|held| !held.is_expired(now)) {
            let number = self.number();
            let mut entry = Entry::of(number, *held);
            let same = |own: &&RoleAssignment| {
                (own.role, own.scope, own.kind) == (held.role, held.scope, held.kind)
            };
            entry.origin = own.iter().find(same).copied();
            self.entries.push(entry);
        }
        self.kind = if self.entries.is_empty() {
            Kind::User
        } else {
            Kind::Customized
        };
        self.settle();
    }

    /// Adds another way to hold `role`: eligible, or active in case it is eligible already.
    pub fn add(&mut self, role: RoleTemplateId) -> u32 {
        use crate::domain::role::AssignmentKind::{Active, Eligible};
        let number = self.number();
        let mut entry = Entry::permanent(number, role);
        let taken = |entry: &Entry| self.shown().iter().any(|other| other.same_slot(entry));
        entry.kind = if taken(&entry) { Eligible } else { Active };
        self.lesser_global |= role == RoleTemplateId::GLOBAL_ADMINISTRATOR;
        self.entries.push(entry);
        if self.kind == Kind::User {
            self.kind = Kind::Customized;
        }
        number
    }

    /// Puts a changed entry in the place of the one with its number.
    pub fn put(&mut self, mut entry: Entry) {
        if entry.number == GLOBAL {
            if entry.is_permanent_tenant_wide() {
                return;
            }
            // A global administrator in a lesser way is no card of its own.
            entry.number = self.number();
            self.entries
                .retain(|entry| !entry.is_permanent_tenant_wide());
            self.entries.insert(0, entry);
            self.kind = Kind::Customized;
            return;
        }
        if let Some(place) = self.entries.iter_mut().find(|it| it.number == entry.number) {
            *place = entry;
        }
        if self.kind == Kind::User {
            self.kind = Kind::Customized;
        }
        self.settle();
    }

    /// Takes an entry away.
    pub fn remove(&mut self, number: u32) {
        if number == GLOBAL {
            self.entries
                .retain(|entry| !entry.is_permanent_tenant_wide());
            self.kind = Kind::Customized;
        }
        self.entries.retain(|entry| entry.number != number);
    }

    /// Takes over the roles of another draft.
    pub fn take_roles(&mut self, other: &Self) {
        self.kind = other.kind;
        self.entries.clone_from(&other.entries);
        self.lesser_global = other.lesser_global;
        self.latest = self.latest.max(other.latest);
    }

    /// Begins with what is held.
    pub(super) fn hold(&mut self, held: impl IntoIterator<Item = RoleAssignment>) {
        self.entries.clear();
        for held in held {
            let entry = Entry::of(self.number(), held);
            self.entries.push(entry);
        }
    }

    /// Ticks a role. One that ends would say the same for a shorter time, and gives way.
    fn give(&mut self, role: RoleTemplateId) {
        let number = self.number();
        let mut entry = Entry::permanent(number, role);
        if let Some(other) = self
            .entries
            .iter_mut()
            .find(|other| other.same_slot(&entry))
        {
            entry.origin = other.origin;
            entry.number = other.number;
            *other = entry;
        } else {
            self.entries.push(entry);
        }
    }

    /// Global Administrator for good and nothing else for good is a card of its own.
    fn settle(&mut self) {
        let permanent = |entry: &&Entry| entry.is_permanent_tenant_wide();
        let mut roles = self
            .entries
            .iter()
            .filter(permanent)
            .map(|entry| entry.role);
        let alone = roles.next() == Some(RoleTemplateId::GLOBAL_ADMINISTRATOR);
        if self.kind == Kind::Customized && alone && roles.next().is_none() {
            self.entries
                .retain(|entry| !entry.is_permanent_tenant_wide());
            self.kind = Kind::Global;
            self.lesser_global = true;
        }
    }

    fn number(&mut self) -> u32 {
        self.latest = self.latest.saturating_add(1);
        self.latest
    }
}
