//! What was worked out for a question, kept until the tenant or the question changes.

use std::sync::Arc;

use crate::ui::view_context::ViewContext;
use crate::ui::views::changes::later::Later;

/// The state of everything that an answer rests on: the tenant, and which roles are in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    session: u64,
    revision: u64,
    /// Roles that begin or end by themselves touch the index and not the tenant.
    index: u64,
}

impl Moment {
    /// Now.
    pub fn of(cx: &ViewContext<'_>) -> Self {
        Self {
            session: cx.session.number(),
            revision: cx.session.tenant().revision(),
            index: cx.index.stamp(),
        }
    }
}

/// An answer and what it answers.
pub struct Kept<K, V> {
    known: Option<(K, Arc<V>)>,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self { known: None }
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The answer, worked out when it is another question.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        match &self.known {
            Some((known, answer)) if *known == key => Arc::clone(answer),
            _ => {
                let answer = Arc::new(make());
                self.known = Some((key, Arc::clone(&answer)));
                answer
            }
        }
    }
}

/// An answer that may take long: worked out elsewhere while the former one stays.
pub struct Slow<K, V> {
    asked: Option<K>,
    later: Later<(K, Arc<V>)>,
}

impl<K, V> Default for Slow<K, V>
where
    K: Send + 'static,
    V: Send + Sync + 'static,
{
    fn default() -> Self {
        Self {
            asked: None,
            later: Later::default(),
        }
    }
}

impl<K, V> Slow<K, V>
where
    K: PartialEq + Clone + Send + 'static,
    V: Send + Sync + 'static,
{
    /// Asks, unless it was asked before; `much` has a worker answer. Tells the latest answer, and
    /// whether it is to this question. `prepare` gathers what the work is done with.
    pub fn get<W>(
        &mut self,
        ctx: &egui::Context,
        key: &K,
        much: bool,
        prepare: impl FnOnce() -> W,
    ) -> Option<(Arc<V>, bool)>
    where
        W: FnOnce() -> V + Send + 'static,
    {
        self.later.poll();
        if self.asked.as_ref() != Some(key) {
            self.asked = Some(key.clone());
            let (of, make) = (key.clone(), prepare());
            self.later.begin(ctx, much, move || (of, Arc::new(make())));
        }
        let (of, answer) = self.later.get()?;
        Some((Arc::clone(answer), of == key))
    }

    /// Whether a worker is at it.
    pub fn is_waiting(&self) -> bool {
        self.later.is_waiting()
    }
}

/// An answer that is compared by being the same one.
pub struct Same<T>(pub Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
