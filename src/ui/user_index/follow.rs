//! Following the tenant: who came, went, was renamed or changed since the last time.
//!
//! Costs what changed, and a pass over an order when names did; never a look at everybody.

use std::collections::BTreeSet;

use super::text::row_text;
use super::{UserIndex, next_change, next_stamp, order};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::role::Principal;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{User, UserId};
use crate::domain::user_table::Row;

impl UserIndex {
    /// Follows a change of the tenant: `touched` are the people it concerned, those who are gone
    /// among them. People in new rows, and people whose roles began or ended since the last time,
    /// are found without being named.
    pub fn update(
        &mut self,
        tenant: &Tenant,
        catalogue: &RoleCatalogue,
        now: Timestamp,
        touched: &[UserId],
    ) {
        let users = tenant.users();
        let mut rows: BTreeSet<u32> = BTreeSet::new();
        for id in touched {
            match users.row(*id) {
                Some(row) => rows.extend([row.0]),
                None => rows.extend(self.places.of(*id)),
            }
        }
        rows.extend(self.begun_or_ended(tenant, now));
        self.now = now;
        self.next_change = next_change(tenant, now);
        self.stamp = next_stamp();
        self.licences.rank(tenant);

        let mut text = String::new();
        let (mut renamed, mut retimed) = (Vec::new(), Vec::new());
        let known = self.rows();
        for row in rows.into_iter().filter(|row| (*row as usize) < known) {
            let before = self.last_sign_in(row);
            let text_changed = self.renew(tenant, catalogue, row, users.get(Row(row)), &mut text);
            if text_changed {
                renamed.push(row);
            }
            if text_changed || before != self.last_sign_in(row) {
                retimed.push(row);
            }
        }
        let new = users.rows().saturating_sub(known);
        for row in (0u32..).skip(known).take(new) {
            self.append(tenant, catalogue, users.get(Row(row)), &mut text);
            renamed.push(row);
            retimed.push(row);
        }
        self.reorder(&renamed, &retimed);
    }

    /// Brings a row up to date, its orders aside; tells whether its text changed, as it does
    /// whenever someone comes or goes.
    fn renew(
        &mut self,
        tenant: &Tenant,
        catalogue: &RoleCatalogue,
        row: u32,
        user: Option<&User>,
        text: &mut String,
    ) -> bool {
        text.clear();
        if let Some(user) = user {
            self.fill(tenant, catalogue, row, user);
            row_text(user, text);
        } else {
            self.vacate(row);
        }
        self.texts.set(row, text)
    }

    fn reorder(&mut self, renamed: &[u32], retimed: &[u32]) {
        let rows = self.rows();
        let texts = &self.texts;
        let domains = &self.domains;
        let is_there = |row: u32| {
            let domain = domains.get(row as usize);
            domain.is_some_and(|domain| *domain != super::NOBODY)
        };
        let by_name = |one, other| texts.get(one).cmp(texts.get(other));
        let by_upn = |one, other| texts.upn_onwards(one).cmp(texts.upn_onwards(other));
        order::replace(&mut self.by_name, renamed, rows, is_there, by_name);
        order::replace(&mut self.by_upn, renamed, rows, is_there, by_upn);
        let time = |row: u32| self.last_sign_ins.get(row as usize);
        let by_time = |one, other| {
            time(one)
                .cmp(&time(other))
                .then_with(|| by_name(one, other))
        };
        order::replace(&mut self.by_last_sign_in, retimed, rows, is_there, by_time);
    }

    /// The rows whom an assignment reaches that began or ended since the last time.
    fn begun_or_ended(&self, tenant: &Tenant, now: Timestamp) -> Vec<u32> {
        if !self.is_due(now) {
            return Vec::new();
        }
        let passed = |time: Option<Timestamp>| time.is_some_and(|t| self.now < t && t <= now);
        let changed = tenant
            .assignments()
            .iter()
            .filter(|held| passed(held.start) || passed(held.end));
        let mut people = Vec::new();
        for held in changed {
            match held.principal {
                Principal::User(id) => people.push(id),
                Principal::Group(id) => {
                    people.extend(
                        tenant
                            .groups()
                            .get(&id)
                            .into_iter()
                            .flat_map(|g| &g.members),
                    );
                }
            }
        }
        let rows = people.into_iter().filter_map(|id| tenant.users().row(id));
        rows.map(|row| row.0).collect()
    }
}
