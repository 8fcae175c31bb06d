//! The cells of a row.

use egui::{
    Align, Align2, Color32, FontSelection, Id, Layout, Pos2, Rect, RichText, Sense, TextWrapMode,
    Ui, UiBuilder, WidgetText, pos2, vec2,
};

use super::columns::Cell;
use super::marks;
use super::rows::PersonRow;
use crate::domain::time::Timestamp;
use crate::domain::user::{DelegatedAdministration, SignIn, UserKind, UserSource};
use crate::i18n::{Texts, exact_time, relative_time};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::widgets::avatar::avatar;

/// The space at the left of a cell.
pub const PAD: f32 = 8.0;
const ICON: f32 = theme::ICON_SIZE;
/// Where the word begins beside the mark of who may sign in.
const BESIDE: f32 = 18.0;

/// What all cells of a row are drawn with.
pub struct Pen<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The moment.
    pub now: Timestamp,
    /// The row.
    pub person: &'a PersonRow<'a>,
    /// What the ids of the row begin with.
    pub id: Id,
    /// Whether a column says who is blocked.
    pub has_sign_in: bool,
}

/// Draws a cell in `area`.
pub fn cell(ui: &mut Ui, pen: &Pen<'_>, which: Cell, area: Rect) {
    let inner = Rect::from_min_max(pos2(area.left() + PAD, area.top()), area.max);
    match which {
        Cell::Check => {}
        Cell::Name => name(ui, pen, inner),
        Cell::Roles => roles(ui, pen, inner),
        Cell::Licences => licences(ui, pen, inner),
        Cell::SignIn => sign_in(ui, pen, inner),
        Cell::Contact => contact(ui, pen, inner),
        Cell::LastSignIn => last_sign_in(ui, pen, inner),
    }
}

/// What a screen reader says of the row.
pub fn spoken(pen: &Pen<'_>) -> String {
    let user = pen.person.user;
    let mut text = format!("{}, {}", user.profile.display_name, user.upn);
    if pen.person.roles.is_empty() {
        text.push_str(", ");
        text.push_str(&t!(pen.texts, "user-no-roles"));
    }
    for mark in &pen.person.roles {
        text.push_str(", ");
        text.push_str(&marks::label(pen.texts, mark));
    }
    if let Some(delegated) = marks::delegated(pen.texts, user.delegated_administration) {
        text.push_str(", ");
        text.push_str(&delegated);
    }
    if user.sign_in == SignIn::Blocked {
        text.push_str(", ");
        text.push_str(&t!(pen.texts, "sign-in-blocked"));
    }
    text
}

fn name(ui: &mut Ui, pen: &Pen<'_>, area: Rect) {
    let p = theme::palette(ui);
    let user = pen.person.user;
    let side = theme::AVATAR_SIZE;
    let circle = Rect::from_center_size(
        pos2(area.left() + side / 2.0, area.center().y),
        vec2(side, side),
    );
    let mut place = ui.new_child(
        UiBuilder::new()
            .max_rect(circle)
            .id_salt((pen.id, "avatar")),
    );
    avatar(&mut place, &user.profile.display_name, side);

    let quiet = p.text_secondary;
    let guest = user.kind == UserKind::Guest;
    let synced = user.source == UserSource::DirectorySynchronised;
    let blocked = user.sign_in == SignIn::Blocked && !pen.has_sign_in;
    let marks = [
        (blocked, icon::BLOCK, p.danger, "sign-in-blocked"),
        (guest, icon::GUEST, quiet, "user-guest"),
        (synced, icon::DIRECTORY_SYNC, quiet, "user-synced"),
    ];
    let marks = marks.into_iter().filter(|(shown, ..)| *shown);
    let left = area.left() + side + 10.0;
    let width = area.right() - left - PAD;
    let for_marks: f32 = marks.clone().map(|_| ICON + 4.0).sum();
    let full = &user.profile.display_name;
    let text = theme::medium(&**full).color(p.text);
    let above = pos2(left, area.center().y - 8.0);
    let end = line(
        ui,
        pen.id.with("name"),
        above,
        width - for_marks,
        text,
        full,
    );
    let mut x = end + 6.0;
    for (_, glyph, ink, key) in marks {
        let at = pos2(x, above.y);
        symbol(ui, pen.id.with(key), at, glyph, ink, || {
            pen.texts.dynamic(key)
        });
        x += ICON + 4.0;
    }
    let upn = user.upn.as_str();
    let below = pos2(left, area.center().y + 9.0);
    let text = RichText::new(upn)
        .size(theme::SIZE_SMALL)
        .color(p.text_secondary);
    line(ui, pen.id.with("upn"), below, width, text, upn);
}

fn roles(ui: &mut Ui, pen: &Pen<'_>, area: Rect) {
    let level = pen.person.user.delegated_administration;
    if pen.person.roles.is_empty() && level == DelegatedAdministration::None {
        let text = theme::secondary(ui, t!(pen.texts, "user-no-roles"));
        line(
            ui,
            pen.id.with("roles"),
            area.left_center(),
            area.width(),
            text,
            "",
        );
        return;
    }
    let room = Rect::from_min_max(area.min, area.max - vec2(PAD, 0.0));
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(room)
            .id_salt((pen.id, "roles"))
            .layout(Layout::left_to_right(Align::Center)),
    );
    ui.spacing_mut().item_spacing.x = theme::SPACE_1;
    marks::delegated_chip(&mut ui, pen.texts, level);
    marks::chips(&mut ui, pen.texts, &pen.person.roles);
}

fn licences(ui: &Ui, pen: &Pen<'_>, area: Rect) {
    let width = area.width() - PAD;
    let id = pen.id.with("licences");
    if pen.person.licences.is_empty() {
        let text = theme::secondary(ui, t!(pen.texts, "user-unlicensed"));
        line(ui, id, area.left_center(), width, text, "");
        return;
    }
    let text = RichText::new(pen.person.licences.join(", ")).color(theme::palette(ui).text);
    let all = pen.person.licences.join("\n");
    line(ui, id, area.left_center(), width, text, &all);
}

fn sign_in(ui: &Ui, pen: &Pen<'_>, area: Rect) {
    let p = theme::palette(ui);
    let user = pen.person.user;
    let at = area.left_center();
    let beside = at + vec2(BESIDE, 0.0);
    let width = area.width() - BESIDE;
    let word = if user.sign_in == SignIn::Blocked {
        glyph(ui, at - vec2(2.0, 0.0), icon::BLOCK, p.danger);
        t!(pen.texts, "user-blocked")
    } else {
        ui.painter().circle_filled(at + vec2(5.0, 0.0), 4.0, p.good);
        t!(pen.texts, "user-allowed")
    };
    let text = RichText::new(word.as_str()).color(p.text);
    let end = line(ui, pen.id.with("sign-in"), beside, width, text, &word);
    if user.must_change_password {
        let at = pos2(end + 6.0, at.y);
        let id = pen.id.with("password");
        symbol(ui, id, at, icon::KEY_RESET, p.text_secondary, || {
            t!(pen.texts, "user-must-change-password")
        });
    }
}

/// How wide a cell with whether someone may sign in can be.
pub fn sign_in_width(ui: &Ui, texts: &Texts) -> f32 {
    let words = [t!(texts, "user-allowed"), t!(texts, "user-blocked")];
    let widths = words.into_iter().map(|word| {
        let galley = WidgetText::from(word).into_galley(
            ui,
            Some(TextWrapMode::Extend),
            f32::INFINITY,
            FontSelection::Default,
        );
        galley.size().x
    });
    let word = widths.fold(0.0, f32::max);
    PAD + BESIDE + word + 6.0 + ICON + PAD
}

fn contact(ui: &Ui, pen: &Pen<'_>, area: Rect) {
    let p = theme::palette(ui);
    let contact = &pen.person.user.contact;
    let tone = |known: bool| if known { p.text_secondary } else { p.warning };

    let email = contact.alternate_email.as_ref();
    let picture = email.map_or(icon::MAIL_MISSING, |_| icon::MAIL);
    let ink = tone(email.is_some());
    let at = area.left_center();
    symbol(ui, pen.id.with("email"), at, picture, ink, || match email {
        Some(email) => t!(pen.texts, "user-email-known", address = email.as_str()),
        None => t!(pen.texts, "user-email-missing"),
    });

    let phone = contact.mobile_phone.as_ref();
    let picture = phone.map_or(icon::PHONE_MISSING, |_| icon::PHONE);
    let ink = tone(phone.is_some());
    let at = at + vec2(ICON + 10.0, 0.0);
    symbol(ui, pen.id.with("phone"), at, picture, ink, || match phone {
        Some(phone) => t!(pen.texts, "user-phone-known", number = phone.as_str()),
        None => t!(pen.texts, "user-phone-missing"),
    });
}

fn last_sign_in(ui: &Ui, pen: &Pen<'_>, area: Rect) {
    let id = pen.id.with("last");
    let words = match pen.person.user.last_sign_in {
        Some(then) => relative_time(pen.texts, pen.now, then),
        None => t!(pen.texts, "never"),
    };
    let text = theme::secondary(ui, words);
    let end = line(ui, id, area.left_center(), area.width() - PAD, text, "");
    if let Some(then) = pen.person.user.last_sign_in {
        let place = Rect::from_x_y_ranges(area.left()..=end, area.y_range());
        ui.interact(place, id.with("exact"), Sense::hover())
            .on_hover_ui(|ui| {
                ui.label(exact_time(pen.texts, then));
            });
    }
}

/// Draws one line of text, cut off where there is no room and then whole on hover. Returns where
/// it ends.
fn line(ui: &Ui, id: Id, left_centre: Pos2, width: f32, text: RichText, full: &str) -> f32 {
    let galley = WidgetText::from(text).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        width.max(0.0),
        FontSelection::Default,
    );
    let at = left_centre - vec2(0.0, galley.size().y / 2.0);
    let place = Rect::from_min_size(at, galley.size());
    if galley.elided && !full.is_empty() {
        ui.interact(place, id, Sense::hover()).on_hover_text(full);
    }
    ui.painter().galley(at, galley, theme::palette(ui).text);
    place.right()
}

/// Draws an icon that says on hover what it means.
fn symbol(
    ui: &Ui,
    id: Id,
    left_centre: Pos2,
    picture: &str,
    ink: Color32,
    meaning: impl FnOnce() -> String,
) {
    glyph(ui, left_centre, picture, ink);
    let centre = left_centre + vec2(ICON / 2.0, 0.0);
    let place = Rect::from_center_size(centre, vec2(ICON + 6.0, ICON + 8.0));
    ui.interact(place, id, Sense::hover()).on_hover_ui(|ui| {
        ui.label(meaning());
    });
}

fn glyph(ui: &Ui, left_centre: Pos2, picture: &str, ink: Color32) {
    let font = theme::font(ICON);
    ui.painter()
        .text(left_centre, Align2::LEFT_CENTER, picture, font, ink);
}
