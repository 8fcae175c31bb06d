//! Everything the overview shows, gathered when the tenant changes: at once where that is little
//! work, on a worker where it is much.

use std::sync::Arc;

use egui::Context;

use super::bars::{CategoryBar, RoleBar, by_category, by_role};
use super::figures::Figures;
use super::holders::{Holder, worst};
use crate::domain::diff::KnownNames;
use crate::domain::user::UserId;
use crate::ui::user_index::{Filters, Kind, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::changes::later::Later;

/// From how many people, assignments or changes on a worker gathers.
const MUCH: usize = 4_000;

/// What was gathered about a tenant.
#[derive(Debug)]
pub struct Gathered {
    /// The key figures.
    pub figures: Figures,
    /// The people with privileged roles, the worst first, as many as could be shown.
    pub holders: Vec<UserId>,
    /// The roles, the one that most people hold first.
    pub roles: Vec<RoleBar>,
    /// The categories, the one with most assignments first.
    pub categories: Vec<CategoryBar>,
    /// How who and what is gone is called.
    pub gone: KnownNames,
}

/// What it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    session: u64,
    revision: u64,
    index: u64,
    /// What ends soon changes by itself.
    hour: i64,
}

/// What was gathered last, and what is being gathered.
#[derive(Default)]
pub struct Gathering {
    asked: Option<Key>,
    later: Later<Arc<Gathered>>,
    turn: u64,
}

impl Gathering {
    /// The latest there is, and a number that differs whenever it does; nothing before the first.
    pub fn follow(&mut self, ctx: &Context, cx: &ViewContext<'_>) -> Option<(Arc<Gathered>, u64)> {
        let now = cx.session.now();
        let key = Key {
            session: cx.session.number(),
            revision: cx.session.tenant().revision(),
            index: cx.index.stamp(),
            hour: now.0.div_euclid(3_600),
        };
        if self.later.poll() {
            self.turn += 1;
        }
        if self.asked != Some(key) {
            self.asked = Some(key);
            self.begin(ctx, cx);
        }
        let latest = self.later.get()?;
        Some((Arc::clone(latest), self.turn))
    }

    fn begin(&mut self, ctx: &Context, cx: &ViewContext<'_>) {
        let (session, index, now) = (cx.session, cx.index, cx.session.now());
        let mut filters = Filters::default();
        filters.kinds.set(Kind::Administrator, true);
        let administrators = index.query(&Query {
            filters,
            ..Query::default()
        });
        let privileged = administrators.iter().copied();
        let holders: Vec<_> = privileged
            .filter(|row| index.is(*row, Kind::Privileged))
            .map(|row| Holder {
                row,
                global: index.is(row, Kind::GlobalAdministrator),
            })
            .collect();
        let (tenant, catalogue) = (session.tenant().clone(), Arc::clone(session.catalogue()));
        let figures = Figures::of(&tenant, &catalogue, index, &administrators, now);
        let sizes = [
            administrators.len(),
            tenant.assignments().len(),
            tenant.audit().len(),
        ];
        let much = sizes.into_iter().any(|size| size > MUCH);
        self.later.begin(ctx, much, move || {
            Arc::new(Gathered {
                figures,
                holders: worst(&tenant, &catalogue, now, &holders),
                roles: by_role(&tenant, &catalogue, now),
                categories: by_category(&tenant, &catalogue, now),
                gone: KnownNames::of_gone(&tenant),
            })
        });
        if !much {
            self.turn += 1;
        }
    }
}
