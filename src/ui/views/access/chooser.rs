//! The list on the left that something is chosen from, by typing and by clicking.

use egui::{Key, Modifiers, Response, Ui};

use super::line::Line;
use super::list::{ROW, card, draw};
use super::look::Look;
use crate::t;
use crate::ui::theme;
use crate::ui::views::groups::listing::{Face, ListState, Spec, Used};
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::search_box::search_box;

/// What is typed, and how far the list is scrolled.
#[derive(Default)]
pub struct Chooser {
    /// What is typed.
    pub text: String,
    list: ListState,
    /// Whether Enter was pressed in the field: the first that was found is chosen.
    first: bool,
}

/// A line to choose.
pub struct Item {
    /// How it looks.
    pub look: Look,
    /// Whether it is a heading, which can't be chosen.
    pub heading: bool,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Chooser {
    /// Forgets what was typed, and goes to the top.
    pub fn restart(&mut self) {
        self.text.clear();
        self.list.restart();
    }

    /// Draws the field to type in.
    pub fn search(&mut self, ui: &mut Ui, hint: &str, salt: &str) -> Response {
        ui.spacing_mut().text_edit_width = ui.available_width();
        let pressed = |key| {
            let plain = |input: &egui::InputState| input.modifiers == Modifiers::NONE;
            ui.input(|input| plain(input) && input.key_pressed(key))
        };
        let (down, enter) = (pressed(Key::ArrowDown), pressed(Key::Enter));
        let field = search_box(ui, &mut self.text, hint, salt);
        if field.changed() {
            self.list.restart();
        }
        if down && (field.has_focus() || field.lost_focus()) {
            self.list.want_keyboard();
        }
        self.first = enter && field.lost_focus() && !self.text.trim().is_empty();
        field
    }

    /// Draws `count` lines; the place of the one that is chosen now.
    pub fn list(
        &mut self,
        ui: &mut Ui,
        words: Words<'_>,
        name: &str,
        count: usize,
        item: impl Fn(usize) -> Option<Item>,
    ) -> Option<usize> {
        let area = card(ui);
        if count == 0 {
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(area));
            inside.vertical_centered(|ui| {
                ui.add_space(theme::SPACE_6);
                ui.label(theme::subtitle(t!(words.texts, "access-none-found")));
                ui.label(theme::secondary(
                    ui,
                    t!(words.texts, "access-none-found-hint"),
                ));
            });
            return None;
        }
        let spec = Spec {
            id: ui.scope_id().with(("choose", name)),
            name,
            area,
            count,
            row_height: ROW,
        };
        let mut visible = self.list.begin(ui, &spec);
        for place in visible.range.clone() {
            let Some(item) = item(place) else { continue };
            let face = Face {
                selected: item.chosen,
                open: item.chosen,
                spoken: item.look.spoken(words),
            };
            let (rect, id) = self.list.row(&mut visible, place, place, &face);
            let heading = super::line::What::Heading(String::new(), None);
            let note =
                super::line::What::Note(super::line::Tone::Info, String::new(), String::new());
            let line = Line::new(0, if item.heading { heading } else { note });
            let rect = rect.with_max_x(rect.right() - 8.0);
            draw(&mut visible.ui, words, id, rect, &line, &item.look);
        }
        let can = |place: &usize| item(*place).is_some_and(|item| !item.heading);
        if std::mem::take(&mut self.first) {
            return (0..count.min(3)).find(can);
        }
        let (Used::Open(place) | Used::Toggle(place)) = visible.used? else {
            return None;
        };
        Some(place).filter(can)
    }
}
