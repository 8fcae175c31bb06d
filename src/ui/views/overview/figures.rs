//! The key figures: how many people, administrators, assignments and seats there are.
//!
//! Pure. Whoever is counted here is found by the filter that the figure leads to.

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::review::Thresholds;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::ui::user_index::{Kind, UserIndex};
use crate::ui::views::active_users::rows::{Standing, standing};

/// How far ahead an end counts as soon, in seconds: 30 days.
pub const SOON: i64 = 30 * 86_400;

/// The numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Everybody.
    pub people: usize,
    /// Guests among them.
    pub guests: usize,
    /// Blocked accounts among them.
    pub blocked: usize,
    /// People who hold a role that is in force.
    pub administrators: usize,
    /// Global Administrators of the whole tenant, now.
    pub global_administrators: usize,
    /// Those of them who may not sign in.
    pub global_blocked: usize,
    /// What the review takes for too few and too many.
    pub thresholds: Thresholds,
    /// People who hold a privileged role that is in force.
    pub privileged: usize,
    /// Administrators who are guests.
    pub guest_administrators: usize,
    /// Administrators who may not sign in.
    pub blocked_administrators: usize,
    /// The role assignments.
    pub assignments: Counted,
    /// Roles of the tenant's own.
    pub custom_roles: usize,
    /// Roles that can be held today and are not the tenant's own.
    pub built_in_roles: usize,
    /// People who can be restored.
    pub deleted: usize,
    /// For how many days.
    pub deleted_days: u16,
    /// Seats that people hold.
    pub seats_used: u64,
    /// Seats there are.
    pub seats: u64,
    /// Whether more people hold a seat of something than there are.
    pub seats_over: bool,
}

/// Role assignments by how they stand; each is of one sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Held.
    pub in_force: usize,
    /// May be taken up.
    pub eligible: usize,
    /// Begin later.
    pub later: usize,
    /// Are over.
    pub expired: usize,
    /// Those not over that end soon, of whatever sort.
    pub ending: usize,
}

impl Counted {
    /// All of them.
    pub const fn all(&self) -> usize {
        self.in_force + self.eligible + self.later + self.expired
    }

    fn of(tenant: &Tenant, now: Timestamp) -> Self {
        let mut counted = Self::default();
        let soon = Timestamp(now.0.saturating_add(SOON));
        for held in tenant.assignments().iter() {
            let standing = standing(held, now);
            *match standing {
                Standing::InForce => &mut counted.in_force,
                Standing::Eligible => &mut counted.eligible,
                Standing::Later => &mut counted.later,
                Standing::Expired => &mut counted.expired,
            } += 1;
            if standing != Standing::Expired && held.end.is_some_and(|end| end <= soon) {
                counted.ending += 1;
            }
        }
        counted
    }
}

/// How many Global Administrators there are, against what the review advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Fewer who can sign in than the least.
    TooFew,
    /// As many as is advised.
    Well,
    /// More than is advised.
    Many,
    /// More than the limit.
    TooMany,
}

impl Figures {
    /// Counts. `administrators` are the rows of the people who hold a role that is in force.
    pub fn of(
        tenant: &Tenant,
        catalogue: &RoleCatalogue,
        index: &UserIndex,
        administrators: &[u32],
        now: Timestamp,
    ) -> Self {
        let among = |kinds: &[Kind]| {
            let all = |row: &&u32| kinds.iter().all(|kind| index.is(**row, *kind));
            administrators.iter().filter(all).count()
        };
        let sold = tenant.subscriptions();
        let custom_roles = tenant.custom_roles().len();
        Self {
            people: index.len(),
            guests: index.count(Kind::Guest),
            blocked: index.count(Kind::Blocked),
            administrators: index.count(Kind::Administrator),
            global_administrators: index.count(Kind::GlobalAdministrator),
            global_blocked: among(&[Kind::GlobalAdministrator, Kind::Blocked]),
            thresholds: tenant.review_settings().thresholds,
            privileged: index.count(Kind::Privileged),
            guest_administrators: among(&[Kind::Guest]),
            blocked_administrators: among(&[Kind::Blocked]),
            assignments: Counted::of(tenant, now),
            custom_roles,
            built_in_roles: catalogue.roles().count().saturating_sub(custom_roles),
            deleted: tenant.deleted_users().len(),
            deleted_days: tenant.organization().deleted_user_days,
            seats_used: (sold
                .iter()
                .map(|sold| u64::from(tenant.seats_used(sold.id))))
            .sum(),
            seats: sold.iter().map(|sold| u64::from(sold.seats)).sum(),
            seats_over: sold
                .iter()
                .any(|sold| tenant.seats_used(sold.id) > sold.seats),
        }
    }

    /// What is to be said of the number of Global Administrators: the review counts those who
    /// can sign in.
    pub fn advice(&self) -> Advice {
        let able = self.global_administrators - self.global_blocked;
        let limits = &self.thresholds;
        if able < usize::from(limits.fewest_global_administrators) {
            Advice::TooFew
        } else if able > usize::from(limits.limit_global_administrators) {
            Advice::TooMany
        } else if able > usize::from(limits.most_global_administrators) {
            Advice::Many
        } else {
            Advice::Well
        }
    }
}
