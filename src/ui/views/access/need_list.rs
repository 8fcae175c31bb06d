//! The list on the left that a permission, a task or an action is chosen from.

use egui::Ui;

use super::chooser::{Chooser, Item};
use super::kept::Kept;
use super::line::{Line, What};
use super::look::{Look, Sign, look, need_words};
use super::needs::{Choice, Heading, Needs};
use crate::domain::effective::Need;
use crate::t;
use crate::ui::theme::icon;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip;

/// What is looked for among everything that can be asked about.
#[derive(Default)]
pub struct NeedList {
    chooser: Chooser,
    needs: Kept<u64, Needs>,
    found: Kept<(u64, String), Vec<Choice>>,
}

impl NeedList {
    /// Draws the field and the list; what was chosen now.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        chosen: impl Fn(&Need) -> bool,
    ) -> Option<Need> {
        let texts = cx.texts;
        let words = Words {
            texts,
            session: cx.session,
        };
        let tenant = cx.session.number();
        let needs = self.needs.get(tenant, || Needs::of(words.catalogue()));
        let hint = t!(texts, "access-find-need");
        self.chooser.search(ui, &hint, "find a need");
        let typed = self.chooser.text.clone();
        let found = self
            .found
            .get((tenant, typed.clone()), || needs.find(&typed));
        let name = t!(texts, "access-needs");
        let place = self.chooser.list(ui, words, &name, found.len(), |place| {
            Some(match found.get(place)? {
                Choice::Heading(heading) => Item {
                    look: plain(Sign::None, heading_words(words, heading), String::new()),
                    heading: true,
                    chosen: false,
                },
                Choice::Need(need) => Item {
                    look: need_look(words, need),
                    heading: false,
                    chosen: chosen(need),
                },
            })
        })?;
        match found.get(place)? {
            Choice::Need(need) => Some(need.clone()),
            Choice::Heading(_) => None,
        }
    }
}

fn plain(sign: Sign, title: String, about: String) -> Look {
    Look {
        sign,
        title,
        about,
        privileged: false,
        chip: None,
    }
}

fn heading_words(words: Words<'_>, heading: &Heading) -> String {
    let texts = words.texts;
    match heading {
        Heading::Typed => t!(texts, "access-as-typed"),
        Heading::Permissions => t!(texts, "view-permissions"),
        Heading::Area(task) => {
            let task = words.catalogue().task(*task);
            let area = task.map_or("", |task| task.area_name.get(words.language()));
            t!(texts, "access-tasks-of", area = area)
        }
        Heading::Namespace(namespace) => {
            t!(
                texts,
                "access-actions-of",
                namespace = namespace.to_string()
            )
        }
    }
}

/// How a need looks in a list.
pub fn need_look(words: Words<'_>, need: &Need) -> Look {
    let (title, about) = need_words(words, need);
    let glyph = match need {
        Need::Permission(_) => icon::MATRIX,
        Need::Task(_) => icon::FLAG,
        Need::Action(_) => icon::KEY,
    };
    let privileged = match need {
        Need::Action(action) => {
            let edition = words
                .catalogue()
                .edition(crate::domain::catalogue::Edition::Current);
            let id = edition.action(action.as_str());
            id.is_some_and(|id| look(words, &Line::new(0, What::Action(id))).privileged)
        }
        Need::Permission(_) | Need::Task(_) => false,
    };
    Look {
        privileged,
        ..plain(Sign::Icon(glyph, chip::Tone::Neutral), title, about)
    }
}
