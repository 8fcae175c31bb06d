//! Texts and marks painted into the rows of a list.

use egui::{
    Align2, Color32, FontSelection, Id, Pos2, Rect, RichText, Sense, TextWrapMode, Ui, WidgetText,
    pos2, vec2,
};

use crate::domain::audit::AuditItem;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{Difference, Way};
use crate::ui::item_words::capital;
use crate::ui::theme::{self, Palette, icon};

/// Paints one line of text from `left_centre`, no wider than `width`; the whole of a text that
/// has no room shows under the pointer. Returns where it ends.
pub fn line(
    ui: &Ui,
    id: Id,
    left_centre: Pos2,
    width: f32,
    text: RichText,
    hover: Option<&str>,
) -> f32 {
    let whole = text.text().to_owned();
    let ink = theme::palette(ui).text;
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(0.0),
        FontSelection::Default,
    );
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    let area = Rect::from_min_size(at, galley.size());
    let cut = galley.elided;
    ui.painter().galley(at, galley, ink);
    if let Some(more) = hover.or(cut.then_some(whole.as_str())) {
        ui.interact(area, id, Sense::hover()).on_hover_text(more);
    }
    area.right()
}

/// Paints an icon with its middle `size` / 2 right of `left_centre`.
pub fn glyph(ui: &Ui, left_centre: Pos2, glyph: &str, ink: Color32) {
    let font = theme::font(theme::ICON_SIZE);
    ui.painter()
        .text(left_centre, Align2::LEFT_CENTER, glyph, font, ink);
}

/// The mark of something that came, went or changed.
pub const fn way(p: &Palette, way: Way) -> (&'static str, Color32) {
    match way {
        Way::Came => (icon::ADD, p.good),
        Way::Went => (icon::SUBTRACT, p.danger),
        Way::Changed => (icon::EDIT, p.text_secondary),
    }
}

/// Whether something came, went or changed in the history.
pub const fn way_of(item: &AuditItem) -> Way {
    match item {
        AuditItem::RoleAssigned(_)
        | AuditItem::LicenceAssigned(..)
        | AuditItem::MemberAdded(..)
        | AuditItem::Added { .. }
        | AuditItem::TenantFounded(_) => Way::Came,
        AuditItem::RoleRevoked(_)
        | AuditItem::LicenceRemoved(..)
        | AuditItem::MemberRemoved(..)
        | AuditItem::Removed { .. } => Way::Went,
        AuditItem::Account { event, .. } => {
            use crate::domain::audit::AccountEvent as E;
            match event {
                E::Added | E::Restored | E::Kept => Way::Came,
                E::Withdrawn | E::Deleted | E::Purged => Way::Went,
            }
        }
        _ => Way::Changed,
    }
}

/// Whether a change is about a privileged role.
pub fn is_privileged(catalogue: &RoleCatalogue, item: &AuditItem) -> bool {
    match item {
        AuditItem::RoleAssigned(held) | AuditItem::RoleRevoked(held) => catalogue
            .role(held.role)
            .is_some_and(|role| role.privileged),
        _ => false,
    }
}

/// Whether a difference is about a privileged role.
pub fn differs_in_privilege(catalogue: &RoleCatalogue, difference: &Difference) -> bool {
    match difference {
        Difference::Item(item) => is_privileged(catalogue, item),
        Difference::Times { to, .. } => catalogue.role(to.role).is_some_and(|role| role.privileged),
        _ => false,
    }
}

/// A change in two lines with its mark: what it is about above, what became of that below.
pub struct Change<'a> {
    /// What the ids of the row begin with.
    pub id: Id,
    /// Whether something came, went or changed.
    pub way: Way,
    /// Whether it is about a privileged role.
    pub privileged: bool,
    /// What it is about.
    pub about: &'a str,
    /// What became of that.
    pub what: &'a str,
}

impl Change<'_> {
    /// Paints it in `rect`.
    pub fn paint(&self, ui: &Ui, rect: Rect) {
        let p = theme::palette(ui);
        let (mark, ink) = way(p, self.way);
        let left = rect.left() + theme::SPACE_2;
        glyph(ui, pos2(left, rect.center().y), mark, ink);
        let left = left + theme::ICON_SIZE + theme::SPACE_2;
        let width = rect.right() - left - theme::SPACE_2;
        let above = pos2(left, rect.center().y - 8.0);
        let for_shield = if self.privileged {
            theme::ICON_SIZE + theme::SPACE_1
        } else {
            0.0
        };
        let about = theme::medium(self.about).color(p.text);
        let end = line(
            ui,
            self.id.with("about"),
            above,
            width - for_shield,
            about,
            None,
        );
        if self.privileged {
            let at = pos2(end + theme::SPACE_1, above.y);
            glyph(ui, at, icon::PRIVILEGED, p.privileged);
        }
        let below = pos2(left, rect.center().y + 9.0);
        let what = RichText::new(capital(self.what))
            .size(theme::SIZE_SMALL)
            .color(p.text_secondary);
        line(ui, self.id.with("what"), below, width, what, None);
    }
}
