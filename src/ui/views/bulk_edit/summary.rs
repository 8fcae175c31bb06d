//! Whom the wizard is about: their number and the first of them, always at the top.

use egui::{Label, Ui};

use super::State;
use crate::domain::tenant::Tenant;
use crate::domain::user::UserId;
use crate::i18n::Texts;
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::ui_command::UiCommand;
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::button;

/// How many are named.
const NAMED: usize = 3;

/// The title, and whom it is about.
pub fn summary(ui: &mut Ui, cx: &ViewContext<'_>, state: &State) {
    let texts = cx.texts;
    ui.horizontal(|ui| {
        ui.label(theme::title(t!(texts, "view-bulk-edit")));
        if state.people.is_empty() {
            return;
        }
        ui.add_space(theme::SPACE_1);
        let count = t!(texts, "count-users", count = state.people.len());
        ui.label(theme::semibold(count));
        let names = names(texts, cx.session.tenant(), &state.people);
        let label = Label::new(theme::secondary(ui, &names)).truncate();
        ui.add(label).on_hover_text(names);
    });
}

/// The first names, and how many more there are.
pub fn names(texts: &Texts, tenant: &Tenant, people: &[UserId]) -> String {
    let named: Vec<String> = people
        .iter()
        .take(NAMED)
        .map(|id| {
            let user = tenant.user(*id);
            user.map_or_else(
                || t!(texts, "unknown"),
                |user| short(&user.profile.display_name),
            )
        })
        .collect();
    let named = named.join(", ");
    match people.len().saturating_sub(NAMED) {
        0 => named,
        more => t!(texts, "bulk-and-more", names = named, count = more),
    }
}

/// A long name leaves room for the others.
fn short(name: &str) -> String {
    const LONGEST: usize = 28;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let begin: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", begin.trim_end())
}

/// What stands there when nobody was chosen.
pub fn nobody(ui: &mut Ui, cx: &mut ViewContext<'_>) {
    let texts = cx.texts;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.2);
        let p = theme::palette(ui);
        let glyph = theme::icon_text(icon::PEOPLE_EDIT).size(theme::ICON_SIZE_EMPTY);
        ui.label(glyph.line_height(None).color(p.text_secondary));
        ui.add_space(theme::SPACE_2);
        ui.label(theme::subtitle(t!(texts, "bulk-nobody")));
        ui.label(theme::secondary(ui, t!(texts, "bulk-nobody-hint")));
        ui.add_space(theme::SPACE_3);
        if button::primary(ui, t!(texts, "command-active-users")).clicked() {
            cx.outbox.ui(UiCommand::ShowActiveUsers);
        }
    });
}
