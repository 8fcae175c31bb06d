//! A list with a form beside it, and what was typed into the forms and not saved.
//!
//! Every item keeps what was typed about it until that is saved or discarded: opening another,
//! another part of the view or another view loses nothing. Knows no Command.

use std::collections::BTreeMap;

use crate::ui::views::groups::listing::ListState;
use crate::ui::widgets::why;

/// Whose form it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open<K> {
    /// Something new.
    New,
    /// What is there.
    Item(K),
}

/// What was typed about an item.
pub trait Draft: Clone + PartialEq {
    /// What tells items apart.
    type Key: Clone + Ord;

    /// The key that what was typed would have.
    fn key(&self) -> Option<Self::Key>;

    /// Whether it differs from what is there.
    fn is_changed(&self) -> bool;
}

/// The list, and what is open beside it.
pub struct Sheet<D: Draft> {
    /// How far the list is scrolled, and where the keyboard stands in it.
    pub list: ListState,
    open: Option<Open<D::Key>>,
    drafts: BTreeMap<Open<D::Key>, D>,
    /// Why each is changed, where someone says so unasked.
    whys: BTreeMap<Option<Open<D::Key>>, why::State>,
    /// What was asked to be saved.
    saving: Option<Open<D::Key>>,
    /// What was to be saved under a key that it did not have before.
    asked: Option<(Open<D::Key>, D)>,
    /// Whether the first field is to have the keyboard.
    wants_field: bool,
}

impl<D: Draft> Default for Sheet<D> {
    fn default() -> Self {
        Self {
            list: ListState::default(),
            open: None,
            drafts: BTreeMap::new(),
            whys: BTreeMap::new(),
            saving: None,
            asked: None,
            wants_field: false,
        }
    }
}

impl<D: Draft> Sheet<D> {
    /// What is open.
    pub fn open(&self) -> Option<&Open<D::Key>> {
        self.open.as_ref()
    }

    /// The key of what is open, unless it is new.
    pub fn item(&self) -> Option<&D::Key> {
        match &self.open {
            Some(Open::Item(key)) => Some(key),
            Some(Open::New) | None => None,
        }
    }

    /// Opens the form of an item, or of something new.
    pub fn show(&mut self, open: Open<D::Key>) {
        self.wants_field = open == Open::New;
        self.open = Some(open);
        self.forget_unchanged();
    }

    /// Closes the form and gives the keyboard back to the list.
    pub fn close(&mut self) {
        if self.open.take().is_some() {
            self.list.want_keyboard();
        }
        self.forget_unchanged();
    }

    /// What is typed in the open form; `fresh` makes it when it is opened.
    pub fn draft(&mut self, fresh: impl FnOnce() -> D) -> Option<&mut D> {
        let open = self.open.clone()?;
        Some(self.drafts.entry(open).or_insert_with(fresh))
    }

    /// Why what is open is changed, as typed so far.
    pub fn why(&mut self) -> &mut why::State {
        self.whys.entry(self.open.clone()).or_default()
    }

    /// Forgets what was typed in the open form. One of something new is closed with it.
    pub fn discard(&mut self) {
        self.whys.remove(&self.open);
        if let Some(open) = &self.open {
            self.drafts.remove(open);
            if *open == Open::New {
                self.close();
            }
        }
    }

    /// Remembers that what is typed in the open form was asked to be saved.
    pub fn ask(&mut self) {
        self.saving.clone_from(&self.open);
        let open = self.open.clone();
        self.asked = open.and_then(|open| {
            let draft = self.drafts.get(&open)?.clone();
            let moves = draft.key().map(Open::Item).as_ref() != Some(&open);
            moves.then_some((open, draft))
        });
    }

    /// Takes in that the tenant may have changed: `now` tells what an item has become.
    pub fn follow(&mut self, exists: impl Fn(&D::Key) -> bool, mut keep_up: impl FnMut(&mut D)) {
        if let Some((open, asked)) = self.asked.take() {
            let same = self.drafts.get(&open) == Some(&asked);
            match asked.key().filter(|key| same && exists(key)) {
                Some(key) => {
                    self.drafts.remove(&open);
                    if self.open.as_ref() == Some(&open) {
                        self.open = Some(Open::Item(key));
                    }
                }
                None if same => self.asked = Some((open, asked)),
                None => {}
            }
        }
        if self.item().is_some_and(|key| !exists(key)) {
            self.close();
        }
        for draft in self.drafts.values_mut() {
            keep_up(draft);
        }
        if let Some(saved) = self.saving.take_if(|open| {
            let draft = self.drafts.get(open);
            !draft.is_some_and(Draft::is_changed)
        }) {
            self.whys.remove(&Some(saved));
        }
    }

    /// Whether something typed about this is not saved.
    pub fn is_unsaved(&self, open: &Open<D::Key>) -> bool {
        self.drafts.get(open).is_some_and(Draft::is_changed)
    }

    /// Whether something typed about any of what is there is not saved.
    pub fn has_unsaved(&self, exists: impl Fn(&D::Key) -> bool) -> bool {
        let there = |open: &Open<D::Key>| match open {
            Open::New => true,
            Open::Item(key) => exists(key),
        };
        let mut drafts = self.drafts.iter();
        drafts.any(|(open, draft)| draft.is_changed() && there(open))
    }

    /// Whether the first field is to have the keyboard, asked once.
    pub fn takes_field(&mut self) -> bool {
        std::mem::take(&mut self.wants_field)
    }

    fn forget_unchanged(&mut self) {
        let open = self.open.as_ref();
        self.drafts
            .retain(|key, draft| Some(key) == open || draft.is_changed());
        let drafts = &self.drafts;
        self.whys.retain(|key, _| {
            let key = key.as_ref();
            key == open || key.is_some_and(|key| drafts.contains_key(key))
        });
    }
}
