//! `mandate least`: the least roles that serve what someone needs to be able to do.

use std::fmt::Write as _;

use serde::Serialize;

use super::args::{LeastOptions, ListFormat};
use super::failure::{Failure, choose};
use super::who_can::NeedJson;
use super::words::role;
use super::{Exit, Surroundings, needs, print};
use crate::domain::catalogue::{LeastPrivilegedTask, RoleCatalogue, SeveralRoles, TaskHolder};
use crate::domain::effective::{Least, LeastSet, Need, least_roles};
use crate::domain::language::Language;
use crate::domain::role::RoleTemplateId;
use crate::exchange::{Table, access, csv};
use crate::i18n::Texts;
use crate::t;

/// The answer, and how to end: with findings where no role serves something.
pub fn run(options: &LeastOptions, surroundings: &Surroundings) -> Result<(String, Exit), Failure> {
    let language = surroundings.language;
    let catalogue = print::shared(language)?;
    let needs = needs::all(&options.needs, catalogue, language)?;
    let found = least_roles(catalogue, &needs, options.most);
    let exit = if found.unserved.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    };
    let told = Told {
        catalogue,
        language,
        texts: Texts::new(language),
        needs: &needs,
        found: &found,
    };
    let text = match options.format {
        ListFormat::Csv => csv::to_string(&access::least(catalogue, &found)),
        ListFormat::Json => told.json(),
        ListFormat::Text => told.text(),
    };
    Ok((text, exit))
}

#[derive(Serialize)]
struct AnswerJson {
    needs: Vec<NeedJson>,
    sets: Vec<SetJson>,
    unserved: Vec<NeedJson>,
    exact: bool,
    published: Vec<PublishedJson>,
}

#[derive(Serialize)]
struct SetJson {
    roles: Table,
    excess: Vec<String>,
    excess_privileged: usize,
    more_unknown: bool,
}

#[derive(Serialize)]
struct PublishedJson {
    task: String,
    several: &'static str,
    template_ids: Vec<String>,
    outside: Vec<String>,
    ours: Vec<String>,
    same: bool,
}

/// What Microsoft names for a task, beside what the search finds for it alone.
struct Published<'c> {
    task: &'c LeastPrivilegedTask,
    key: String,
    roles: Vec<RoleTemplateId>,
    /// What is no directory role: its kind and its name.
    outside: Vec<(&'c str, Option<&'c str>)>,
    /// The best set found for this task alone; empty where there is none.
    ours: Vec<RoleTemplateId>,
}

impl Published<'_> {
    /// Whether ours is what Microsoft names: all of them where they are held together, any of
    /// them otherwise.
    fn is_same(&self) -> bool {
        let named = |role: &RoleTemplateId| self.roles.contains(role);
        match self.task.several {
            SeveralRoles::All => self.ours.len() == self.roles.len() && self.ours.iter().all(named),
            SeveralRoles::Any | SeveralRoles::NotStated => {
                self.ours.iter().all(named) && self.ours.is_empty() == self.roles.is_empty()
            }
        }
    }
}

struct Told<'a> {
    catalogue: &'a RoleCatalogue,
    language: Language,
    texts: Texts,
    needs: &'a [Need],
    found: &'a Least,
}

impl Told<'_> {
    fn published(&self) -> impl Iterator<Item = Published<'_>> {
        self.needs.iter().filter_map(|need| {
            let Need::Task(id) = need else { return None };
            let task = self.catalogue.task(*id)?;
            let mut roles = Vec::new();
            let mut outside = Vec::new();
            for holder in &task.least {
                match holder {
                    TaskHolder::Role(role) => roles.push(*role),
                    TaskHolder::Outside(kind, name) => outside.push((&**kind, name.as_deref())),
                }
            }
            let alone = least_roles(self.catalogue, std::slice::from_ref(need), 1);
            let ours = alone.sets.into_iter().next();
            Some(Published {
                task,
                key: access::need_key(self.catalogue, need).1,
                roles,
                outside,
                ours: ours.map(|set| set.roles).unwrap_or_default(),
            })
        })
    }

    fn text(&self) -> String {
        let (catalogue, language) = (self.catalogue, self.language);
        let mut text = String::new();
        for need in self.needs {
            let name = needs::name(need, catalogue, language);
            let to = choose(language, "needed", "nodig");
            let _ = writeln!(text, "{to}: {name}");
        }
        for (number, set) in (1..).zip(&self.found.sets) {
            self.set(number, set, &mut text);
        }
        if !self.found.exact && !self.found.sets.is_empty() {
            let early = choose(
                language,
                "the search stopped early: there may be better sets",
                "het zoeken is eerder gestopt: er kunnen betere combinaties zijn",
            );
            let _ = writeln!(text, "{early}");
        }
        for need in &self.found.unserved {
            let name = needs::name(need, catalogue, language);
            let no = choose(language, "no role serves", "geen rol voldoet voor");
            let _ = writeln!(text, "{no}: {name}");
        }
        for published in self.published() {
            self.compared(&published, &mut text);
        }
        text
    }

    fn set(&self, number: usize, set: &LeastSet, text: &mut String) {
        let language = self.language;
        let roles = self.names(&set.roles, " + ");
        let (excess, privileged) = (set.excess.len(), set.excess_privileged);
        let actions = match excess {
            0 => choose(language, "nothing beyond", "niets extra").to_owned(),
            1 => choose(language, "1 action beyond", "1 actie extra").to_owned(),
            _ => choose(
                language,
                format!("{excess} actions beyond"),
                format!("{excess} acties extra"),
            ),
        };
        let beyond = match privileged {
            0 => actions,
            _ => choose(
                language,
                format!("{actions}, {privileged} of them privileged"),
                format!("{actions}, waarvan {privileged} bevoorrecht"),
            ),
        };
        let unknown = if set.more_unknown {
            choose(
                language,
                "; there may be more: the actions of a role are unknown",
                "; er kunnen er meer zijn: de acties van een rol zijn onbekend",
            )
        } else {
            ""
        };
        let _ = writeln!(text, "{number}. {roles}: {beyond}{unknown}");
    }

    /// Microsoft's answer for one task, and whether ours is another.
    fn compared(&self, published: &Published<'_>, text: &mut String) {
        let language = self.language;
        let join = match published.task.several {
            SeveralRoles::All => " + ",
            SeveralRoles::Any => choose(language, " or ", " of "),
            SeveralRoles::NotStated => ", ",
        };
        let mut named = self.names(&published.roles, join);
        for (kind, name) in &published.outside {
            if !named.is_empty() {
                named.push_str(join);
            }
            named.push_str(&self.outside(kind, name.unwrap_or_default()));
        }
        if named.is_empty() {
            choose(language, "none", "geen").clone_into(&mut named);
        }
        let task = published.task.task.get(language);
        let least = choose(
            language,
            "Microsoft's least privileged role",
            "Microsofts rol met minimale bevoegdheden",
        );
        let _ = write!(text, "{least}: {task}: {named}");
        if !published.is_same() {
            let ours = if published.ours.is_empty() {
                choose(language, "none", "geen").to_owned()
            } else {
                self.names(&published.ours, " + ")
            };
            let differs = choose(language, "ours differs", "de onze is anders");
            let _ = write!(text, " ({differs}: {ours})");
        }
        text.push('\n');
    }

    /// What does a task and is no directory role.
    fn outside(&self, kind: &str, name: &str) -> String {
        let texts = &self.texts;
        match (kind, name) {
            ("azure", name) => t!(texts, "access-outside-azure", name = name),
            ("owner", "enterprise_application") => t!(texts, "access-outside-owner-application"),
            ("owner", "group") => t!(texts, "access-outside-owner-group"),
            ("group", name) => t!(texts, "access-outside-group", name = name),
            ("group_member", _) => t!(texts, "access-outside-member"),
            ("default_user", _) => t!(texts, "access-outside-everyone"),
            ("all_nonguest_users", _) => t!(texts, "access-outside-nonguests"),
            (kind, name) => format!("{kind} {name}").trim_end().to_owned(),
        }
    }

    fn names(&self, roles: &[RoleTemplateId], join: &str) -> String {
        let names = roles.iter();
        let names = names.map(|id| role(self.catalogue, *id, self.language));
        names.collect::<Vec<_>>().join(join)
    }

    fn json(&self) -> String {
        let catalogue = self.catalogue;
        let need = |need: &Need| {
            let (kind, key) = access::need_key(catalogue, need);
            NeedJson { kind, key }
        };
        let ids = |roles: &[RoleTemplateId]| roles.iter().map(ToString::to_string).collect();
        let set = |set: &LeastSet| SetJson {
            roles: access::roles(catalogue, &set.roles),
            excess: access::action_names(catalogue, &set.excess)
                .map(str::to_owned)
                .collect(),
            excess_privileged: set.excess_privileged,
            more_unknown: set.more_unknown,
        };
        let published = self.published().map(|published| PublishedJson {
            several: match published.task.several {
                SeveralRoles::Any => "any",
                SeveralRoles::All => "all",
                SeveralRoles::NotStated => "not_stated",
            },
            template_ids: ids(&published.roles),
            ours: ids(&published.ours),
            same: published.is_same(),
            task: published.key,
            outside: (published.outside.into_iter())
                .map(|(kind, name)| match name {
                    Some(name) => format!("{kind}/{name}"),
                    None => kind.to_owned(),
                })
                .collect(),
        });
        let answer = AnswerJson {
            needs: self.needs.iter().map(need).collect(),
            sets: self.found.sets.iter().map(set).collect(),
            unserved: self.found.unserved.iter().map(need).collect(),
            exact: self.found.exact,
            published: published.collect(),
        };
        // Texts and lists of texts can always be written as JSON.
        serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n"
    }
}
