//! The list of people on the left: everybody by name, administrators only if asked so.

use std::sync::Arc;

use egui::Ui;

use super::chooser::{Chooser, Item};
use super::line::{Line, What};
use super::look::{Look, look};
use crate::domain::user::UserId;
use crate::domain::user_table::Row;
use crate::i18n::number;
use crate::t;
use crate::ui::user_index::{Filters, Kind, Query};
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip::filter_chip_counted;

/// What is looked for among the people.
#[derive(Default)]
pub struct People {
    chooser: Chooser,
    administrators: bool,
    answer: Option<(u64, Query, Arc<[u32]>)>,
}

impl People {
    /// Those who begin with the administrators.
    pub fn administrators() -> Self {
        Self {
            administrators: true,
            ..Self::default()
        }
    }

    /// Forgets what was typed.
    pub fn restart(&mut self) {
        self.chooser.restart();
    }

    fn found(&mut self, cx: &ViewContext<'_>) -> Arc<[u32]> {
        let mut filters = Filters::default();
        filters.kinds.set(
            Kind::Administrator,
            self.administrators && self.chooser.text.is_empty(),
        );
        let query = Query {
            text: self.chooser.text.clone(),
            filters,
            ..Query::default()
        };
        let stamp = cx.index.stamp();
        if let Some((known, of, rows)) = &self.answer
            && *known == stamp
            && *of == query
        {
            return Arc::clone(rows);
        }
        let rows = cx.index.query(&query);
        self.answer = Some((stamp, query, Arc::clone(&rows)));
        rows
    }

    /// Draws the field and the list; whom was chosen now. Who types finds everybody.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        chosen: Option<UserId>,
    ) -> Option<UserId> {
        let texts = cx.texts;
        let hint = t!(texts, "access-find-person");
        self.chooser.search(ui, &hint, "find a person");
        ui.horizontal(|ui| {
            let admins = number(texts, cx.index.count(Kind::Administrator));
            let everybody = number(texts, cx.index.len());
            let typed = !self.chooser.text.is_empty();
            let only = self.administrators && !typed;
            let name = t!(texts, "access-administrators");
            if filter_chip_counted(ui, &name, &admins, only).clicked() {
                self.administrators = true;
                self.chooser.restart();
            }
            let name = t!(texts, "access-everybody");
            if filter_chip_counted(ui, &name, &everybody, !only).clicked() {
                self.administrators = false;
            }
        });
        let rows = self.found(cx);
        let words = Words {
            texts,
            session: cx.session,
        };
        let users = cx.session.tenant().users();
        let name = t!(texts, "user-list");
        let user = |place: usize| rows.get(place).and_then(|row| users.get(Row(*row)));
        let place = self.chooser.list(ui, words, &name, rows.len(), |place| {
            let user = user(place)?;
            Some(Item {
                look: person(words, user.id, user.upn.as_str()),
                heading: false,
                chosen: chosen == Some(user.id),
            })
        })?;
        user(place).map(|user| user.id)
    }
}

/// A person as they are listed.
pub fn person(words: Words<'_>, user: UserId, upn: &str) -> Look {
    look(words, &Line::new(0, What::Person(user, upn.to_owned())))
}
