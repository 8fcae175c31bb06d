//! The lists on the left that the parts of *may A do X to B* are chosen from, people aside.

use egui::Ui;

use super::chooser::{Chooser, Item};
use super::kept::{Kept, Moment};
use super::line::{Line, What};
use super::look::{Look, Sign, look};
use super::may::name;
use super::needs::Terms;
use super::people::person;
use crate::domain::fold::fold;
use crate::domain::operation::Operation;
use crate::domain::role::{AdministrativeUnitId, GroupId, RoleTemplateId};
use crate::domain::user::UserId;
use crate::t;
use crate::ui::theme::icon;
use crate::ui::view_context::ViewContext;
use crate::ui::views::role_editor::words::Words;
use crate::ui::widgets::chip;

/// What was found, by when and by what was typed.
type Found<T> = Kept<(Moment, String), Vec<T>>;

/// What is looked for in them.
#[derive(Default)]
pub struct Lists {
    chooser: Chooser,
    deleted: Found<UserId>,
    groups: Found<GroupId>,
    units: Found<AdministrativeUnitId>,
}

impl Lists {
    /// Forgets what was typed.
    pub fn restart(&mut self) {
        self.chooser.restart();
    }

    /// The operations.
    pub fn operations(
        &mut self,
        ui: &mut Ui,
        words: Words<'_>,
        chosen: Option<Operation>,
    ) -> Option<Operation> {
        let hint = t!(words.texts, "access-find-operation");
        self.chooser.search(ui, &hint, "find an operation");
        let typed = self.chooser.text.clone();
        let all = found(Operation::ALL.to_vec(), &typed, |it| name(words, *it));
        let list = t!(words.texts, "access-operations");
        let place = self.chooser.list(ui, words, &list, all.len(), |place| {
            let operation = *all.get(place)?;
            let look = plain(icon::PLAY, name(words, operation), String::new());
            Some(item(look, chosen == Some(operation)))
        })?;
        all.get(place).copied()
    }

    /// The deleted people.
    pub fn deleted(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        chosen: Option<UserId>,
    ) -> Option<UserId> {
        let words = words(cx);
        let hint = t!(words.texts, "access-find-person");
        self.chooser.search(ui, &hint, "find a deleted person");
        let typed = self.chooser.text.clone();
        let people = words.session.tenant().deleted_users();
        let all = self.deleted.get((Moment::of(cx), typed.clone()), || {
            let all = found(people.values().collect(), &typed, |it| {
                format!("{} {}", it.user.profile.display_name, it.user.upn)
            });
            all.into_iter().map(|record| record.user.id).collect()
        });
        let list = t!(words.texts, "access-deleted-people");
        let place = self.chooser.list(ui, words, &list, all.len(), |place| {
            let user = &people.get(all.get(place)?)?.user;
            let look = Look {
                title: user.profile.display_name.to_string(),
                ..person(words, user.id, user.upn.as_str())
            };
            Some(item(look, chosen == Some(user.id)))
        })?;
        all.get(place).copied()
    }

    /// The roles; the tenant's own alone where `own` is asked for.
    pub fn roles(
        &mut self,
        ui: &mut Ui,
        words: Words<'_>,
        chosen: Option<RoleTemplateId>,
        own: bool,
    ) -> Option<RoleTemplateId> {
        let hint = t!(words.texts, "matrix-find-role");
        self.chooser.search(ui, &hint, "find a role");
        let typed = self.chooser.text.clone();
        let catalogue = words.catalogue();
        let custom = words.session.tenant().custom_roles();
        let listed = catalogue.roles();
        let listed = listed.filter(|role| !own || custom.contains_key(&role.id));
        let mut all = found(listed.collect(), &typed, |role| {
            let text = catalogue.search_text(role.id);
            text.map_or_else(String::new, |text| text.names.to_string())
        });
        all.sort_by_cached_key(|role| fold(role.name.get(words.language())));
        let list = t!(words.texts, "user-roles");
        let place = self.chooser.list(ui, words, &list, all.len(), |place| {
            let role = all.get(place)?;
            let about = role.description.get(words.language()).to_owned();
            let look = look(words, &Line::new(0, What::Role(role.id, about, None)));
            Some(item(look, chosen == Some(role.id)))
        })?;
        all.get(place).map(|role| role.id)
    }

    /// The groups.
    pub fn groups(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        chosen: Option<GroupId>,
    ) -> Option<GroupId> {
        let words = words(cx);
        let hint = t!(words.texts, "group-search");
        self.chooser.search(ui, &hint, "find a group");
        let typed = self.chooser.text.clone();
        let groups = words.session.tenant().groups();
        let all = self.groups.get((Moment::of(cx), typed.clone()), || {
            let mut all = found(groups.values().collect(), &typed, |it| it.name.to_string());
            all.sort_by_cached_key(|group| fold(&group.name));
            all.into_iter().map(|group| group.id).collect()
        });
        let list = t!(words.texts, "view-groups");
        let place = self.chooser.list(ui, words, &list, all.len(), |place| {
            let group = groups.get(all.get(place)?)?;
            let about = if group.role_assignable {
                t!(words.texts, "group-role-assignable")
            } else {
                t!(words.texts, "group-ordinary")
            };
            let look = plain(icon::GROUP, group.name.to_string(), about);
            Some(item(look, chosen == Some(group.id)))
        })?;
        all.get(place).copied()
    }

    /// The administrative units.
    pub fn units(
        &mut self,
        ui: &mut Ui,
        cx: &ViewContext<'_>,
        chosen: Option<AdministrativeUnitId>,
    ) -> Option<AdministrativeUnitId> {
        let words = words(cx);
        let hint = t!(words.texts, "access-find-unit");
        self.chooser.search(ui, &hint, "find a unit");
        let typed = self.chooser.text.clone();
        let units = words.session.tenant().administrative_units();
        let all = self.units.get((Moment::of(cx), typed.clone()), || {
            let mut all = found(units.values().collect(), &typed, |it| it.name.to_string());
            all.sort_by_cached_key(|unit| fold(&unit.name));
            all.into_iter().map(|unit| unit.id).collect()
        });
        let list = t!(words.texts, "group-units");
        let place = self.chooser.list(ui, words, &list, all.len(), |place| {
            let unit = units.get(all.get(place)?)?;
            let look = plain(icon::ORGANISATION, unit.name.to_string(), String::new());
            Some(item(look, chosen == Some(unit.id)))
        })?;
        all.get(place).copied()
    }
}

const fn words<'a>(cx: &ViewContext<'a>) -> Words<'a> {
    Words {
        texts: cx.texts,
        session: cx.session,
    }
}

fn found<T>(all: Vec<T>, typed: &str, text: impl Fn(&T) -> String) -> Vec<T> {
    let terms = Terms::new(typed);
    let kept = all.into_iter();
    kept.filter(|it| terms.is_empty() || terms.all_in(&fold(&text(it))))
        .collect()
}

fn plain(glyph: &'static str, title: String, about: String) -> Look {
    Look {
        sign: Sign::Icon(glyph, chip::Tone::Neutral),
        title,
        about,
        privileged: false,
        chip: None,
    }
}

const fn item(look: Look, chosen: bool) -> Item {
    Item {
        look,
        heading: false,
        chosen,
    }
}
