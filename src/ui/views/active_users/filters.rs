//! The filters: a row of chips with counts, and lists to choose a role, a licence or a domain
//! from. What has no room stands in a menu.

use egui::{Button, Frame, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::domain::role::RoleTemplateId;
use crate::i18n::{Texts, number};
use crate::t;
use crate::ui::theme::{self, icon};
use crate::ui::user_index::{Filters, Kind};
use crate::ui::view_context::ViewContext;
use crate::ui::widgets::check_box::check_box_labelled;
use crate::ui::widgets::chip::{
    filter_chip_counted, filter_chip_menu, filter_chip_menu_width, filter_chip_width,
};

const LIST_WIDTH: f32 = 300.0;
const LIST_HEIGHT: f32 = 360.0;

/// Draws the filters and changes them as they are clicked.
pub fn bar(ui: &mut Ui, cx: &ViewContext<'_>, filters: &mut Filters) {
    let texts = cx.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SPACE_2;
        let gap = theme::SPACE_2;
        let everyone = number(texts, cx.index.len());
        let all = t!(texts, "all");
        let menus = [
            role_name(cx, filters),
            licence_name(cx, filters),
            domain_name(cx, filters),
        ];
        let more = t!(texts, "filter-more");
        let mut room = ui.available_width() - filter_chip_width(ui, &all, &everyone);
        for (menu, _) in &menus {
            room -= filter_chip_menu_width(ui, menu) + gap;
        }
        let kinds: Vec<_> = Kind::ALL
            .into_iter()
            .map(|kind| {
                (
                    kind,
                    kind_name(texts, kind),
                    number(texts, cx.index.count(kind)),
                )
            })
            .collect();
        let widths: Vec<f32> = kinds
            .iter()
            .map(|(_, name, count)| filter_chip_width(ui, name, count) + gap)
            .collect();
        let more_width = filter_chip_menu_width(ui, &more) + gap;
        let fitting = fitting(&widths, more_width, room);

        let nothing = filters.is_empty();
        if filter_chip_counted(ui, &all, &everyone, nothing).clicked() {
            *filters = Filters::default();
        }
        for (kind, name, count) in kinds.iter().take(fitting) {
            let wanted = filters.kinds.has(*kind);
            if filter_chip_counted(ui, name, count, wanted).clicked() {
                filters.kinds.set(*kind, !wanted);
            }
        }
        let rest = kinds.get(fitting..).unwrap_or_default();
        if !rest.is_empty() {
            more_menu(ui, &more, rest, filters);
        }
        let [role, licence, domain] = menus;
        role_menu(ui, cx, filters, &role);
        licence_menu(ui, cx, filters, &licence);
        domain_menu(ui, cx, filters, &domain);
    });
}

/// What a kind is called.
pub fn kind_name(texts: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Administrator => t!(texts, "filter-administrators"),
        Kind::GlobalAdministrator => t!(texts, "filter-global-administrators"),
        Kind::Privileged => t!(texts, "privileged"),
        Kind::Guest => t!(texts, "filter-guests"),
        Kind::Synchronised => t!(texts, "filter-synchronised"),
        Kind::Blocked => t!(texts, "filter-blocked"),
        Kind::MissingContact => t!(texts, "filter-missing-contact"),
        Kind::Licensed => t!(texts, "filter-licensed"),
        Kind::MustChangePassword => t!(texts, "filter-must-change-password"),
    }
}

/// How many of `widths` fit, leaving room for a menu of the others when not all do.
fn fitting(widths: &[f32], menu: f32, room: f32) -> usize {
    if widths.iter().sum::<f32>() <= room {
        return widths.len();
    }
    let mut left = room - menu;
    widths
        .iter()
        .take_while(|width| {
            left -= **width;
            left >= 0.0
        })
        .count()
}

fn more_menu(ui: &mut Ui, more: &str, rest: &[(Kind, String, String)], filters: &mut Filters) {
    let mut asked = rest.iter().filter(|(kind, ..)| filters.kinds.has(*kind));
    let name = match (asked.next(), asked.next()) {
        (None, _) => more.to_owned(),
        (Some((_, name, count)), None) => format!("{name} {count}"),
        (Some(_), Some(_)) => format!("{more} ({})", 2 + asked.count()),
    };
    let response = filter_chip_menu(ui, &name, name != more);
    popup(&response, |ui| {
        for (kind, name, count) in rest {
            let wanted = filters.kinds.has(*kind);
            let text = format!("{name} ({count})");
            if check_box_labelled(ui, wanted, text, true).clicked() {
                filters.kinds.set(*kind, !wanted);
            }
        }
    });
}

fn role_name(cx: &ViewContext<'_>, filters: &Filters) -> (String, bool) {
    match filters.role {
        Some(role) => (name_of(cx, role), true),
        None => (t!(cx.texts, "filter-role"), false),
    }
}

fn licence_name(cx: &ViewContext<'_>, filters: &Filters) -> (String, bool) {
    let tenant = cx.session.tenant();
    match filters.licence.and_then(|id| tenant.subscription(id)) {
        Some(sold) => (sold.name.to_string(), true),
        None => (t!(cx.texts, "filter-licence"), false),
    }
}

fn domain_name(cx: &ViewContext<'_>, filters: &Filters) -> (String, bool) {
    match &filters.domain {
        Some(domain) => (domain.to_string(), true),
        None => (t!(cx.texts, "filter-domain"), false),
    }
}

fn role_menu(ui: &mut Ui, cx: &ViewContext<'_>, filters: &mut Filters, name: &(String, bool)) {
    let response = filter_chip_menu(ui, &name.0, name.1);
    let any = t!(cx.texts, "filter-role-any");
    choose(&response, cx, &any, &mut filters.role, || {
        let held = cx.index.roles();
        let mut roles: Vec<_> = held
            .map(|(role, count)| (name_of(cx, role), role, count))
            .collect();
        roles.sort();
        roles
    });
}

fn licence_menu(ui: &mut Ui, cx: &ViewContext<'_>, filters: &mut Filters, name: &(String, bool)) {
    let response = filter_chip_menu(ui, &name.0, name.1);
    let any = t!(cx.texts, "filter-licence-any");
    choose(&response, cx, &any, &mut filters.licence, || {
        let sold = cx.session.tenant().subscriptions().iter();
        sold.map(|sold| {
            (
                sold.name.to_string(),
                sold.id,
                cx.index.licence_count(sold.id),
            )
        })
        .collect()
    });
}

fn domain_menu(ui: &mut Ui, cx: &ViewContext<'_>, filters: &mut Filters, name: &(String, bool)) {
    let response = filter_chip_menu(ui, &name.0, name.1);
    let any = t!(cx.texts, "filter-domain-any");
    choose(&response, cx, &any, &mut filters.domain, || {
        let domains = cx.index.domains();
        domains
            .map(|(domain, count)| (domain.to_owned(), Box::<str>::from(domain), count))
            .collect()
    });
}

fn name_of(cx: &ViewContext<'_>, role: RoleTemplateId) -> String {
    let definition = cx.session.catalogue().role(role);
    definition.map_or_else(
        || role.to_string(),
        |role| role.name.get(cx.texts.language()).to_owned(),
    )
}

/// A list below a chip, to choose one of or, first of all, any.
fn choose<T: PartialEq>(
    response: &Response,
    cx: &ViewContext<'_>,
    any: &str,
    chosen: &mut Option<T>,
    options: impl FnOnce() -> Vec<(String, T, usize)>,
) {
    popup(response, |ui| {
        if option(ui, any, None, chosen.is_none()) {
            *chosen = None;
            ui.close();
        }
        ui.separator();
        let scroll = ScrollArea::vertical().max_height(LIST_HEIGHT);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            // The scroll bar keeps clear of the counts.
            ui.set_max_width(ui.available_width() - theme::SPACE_4);
            for (name, value, count) in options() {
                let count = number(cx.texts, count);
                if option(ui, &name, Some(&count), chosen.as_ref() == Some(&value)) {
                    *chosen = Some(value);
                    ui.close();
                }
            }
        });
    });
}

fn popup(response: &Response, content: impl FnOnce(&mut Ui)) {
    Popup::menu(response)
        .gap(theme::SPACE_1)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIST_WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            Frame::new().inner_margin(theme::SPACE_1).show(ui, content);
        });
}

fn option(ui: &mut Ui, name: &str, count: Option<&str>, chosen: bool) -> bool {
    let mark = if chosen { icon::CHECK } else { "\u{2003}" };
    let spoken = count.map_or_else(|| name.to_owned(), |count| format!("{name} ({count})"));
    let count = theme::secondary(ui, count.unwrap_or_default());
    let face = Button::new((theme::icon_text(mark), name))
        .truncate()
        .frame_when_inactive(false)
        .right_text(count);
    ui.add(face).accessible_name(spoken).clicked()
}

#[cfg(test)]
mod tests {
    use super::fitting;

    #[test]
    fn what_does_not_fit_goes_into_the_menu() {
        let widths = [100.0, 100.0, 100.0];
        assert_eq!(fitting(&widths, 80.0, 300.0), 3);
        assert_eq!(fitting(&widths, 80.0, 299.0), 2);
        assert_eq!(fitting(&widths, 80.0, 190.0), 1);
        assert_eq!(fitting(&widths, 80.0, 10.0), 0);
        assert_eq!(fitting(&[], 80.0, 10.0), 0);
    }
}
