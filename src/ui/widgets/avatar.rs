//! A person's initials in a coloured circle.
//!
//! Decoration: the name itself always stands beside it, so nothing is told to a screen reader.

use egui::{FontSelection, Response, Sense, TextWrapMode, Ui, Vec2, WidgetText};

use crate::ui::theme::{self, Palette};

/// Draws the avatar of the person called `name`, `size` wide and high.
pub fn avatar(ui: &mut Ui, name: &str, size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    if ui.is_rect_visible(rect) {
        // Initials are white in both themes; the theme's test holds their contrast.
        let ink = Palette::LIGHT.on_accent;
        let painter = ui.painter();
        painter.circle_filled(rect.center(), size / 2.0, theme::avatar(name));
        let initials = initials(name);
        let text = if initials.is_empty() {
            theme::icon_text(theme::icon::PERSON).size(size * 0.55)
        } else {
            theme::semibold(initials).size((size * 0.4).round())
        };
        let galley = WidgetText::from(text.color(ink)).into_galley(
            ui,
            Some(TextWrapMode::Extend),
            f32::INFINITY,
            FontSelection::Default,
        );
        let at = rect.center() - galley.size() / 2.0;
        ui.painter().galley(at, galley, ink);
    }
    response
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut letters = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|letter| letter.is_alphabetic());
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.next_back())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn two_letters_at_most() {
        for (name, expected) in [
            ("Anna de Vries", "AV"),
            ("Chloé", "C"),
            ("Özlem Öztürk", "ÖÖ"),
            ("jan (extern)", "J"),
            ("李 小龍", "李小"),
            ("  ", ""),
            ("42", ""),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
