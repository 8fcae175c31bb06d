//! `mandate effective`: what someone can do, and by which of their roles.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::Surroundings;
use super::args::{EffectiveOptions, ListFormat};
use super::failure::Failure;
use super::subject::Subject;
use super::words::{Words, harmless};
use crate::domain::catalogue::{ActionEntry, Edition};
use crate::domain::delegation::Context;
use crate::domain::effective::{Access, Standing};
use crate::domain::office365::{Grant, Office365Permission};
use crate::domain::resource_action::{ActionId, ActionSet};
use crate::domain::user::{SignIn, User};
use crate::exchange::{Table, access, csv};

/// The answer.
pub fn run(options: &EffectiveOptions, surroundings: &Surroundings) -> Result<String, Failure> {
    let subject = Subject::open(&options.file, surroundings)?;
    let user = subject.person(&options.account)?;
    let (context, tenant) = (subject.context(), &subject.tenant);
    let access = Access::of(&context, tenant, user.id);
    Ok(match options.format {
        ListFormat::Csv => csv::to_string(&access::effective(&context, tenant, &access)),
        ListFormat::Json => {
            let answer = AnswerJson {
                user_name: user.upn.as_str(),
                name: &user.profile.display_name,
                may_sign_in: user.sign_in == SignIn::Allowed,
                roles: access::holdings(&context, tenant, &access),
                permissions: access::permissions(&access),
                actions: access::actions(&context, &access),
                more_unknown: access.now.more_unknown,
                exceptions: access::exceptions(&access),
            };
            // Texts and lists of texts can always be written as JSON.
            serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n"
        }
        ListFormat::Text => {
            let words = Words::new(
                surroundings.language,
                context.catalogue,
                tenant,
                context.now,
            );
            let told = Told {
                words: &words,
                context: &context,
                access: &access,
            };
            harmless(&told.text(user))
        }
    })
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    user_name: &'a str,
    name: &'a str,
    may_sign_in: bool,
    roles: Table,
    permissions: Table,
    actions: Table,
    more_unknown: bool,
    exceptions: Table,
}

struct Told<'a> {
    words: &'a Words<'a>,
    context: &'a Context<'a>,
    access: &'a Access,
}

impl Told<'_> {
    fn text(&self, user: &User) -> String {
        let words = self.words;
        let mut text = String::new();
        let blocked = match user.sign_in {
            SignIn::Allowed => "",
            SignIn::Blocked => words.choose(", sign-in blocked", ", aanmelden geblokkeerd"),
        };
        let (name, upn) = (&user.profile.display_name, user.upn.as_str());
        let _ = writeln!(text, "{name} <{upn}>{blocked}");
        self.roles(&mut text);
        self.permissions(&mut text);
        self.actions(&mut text);
        self.eligible(&mut text);
        self.exceptions(&mut text);
        text
    }

    fn roles(&self, text: &mut String) {
        let words = self.words;
        let _ = writeln!(text, "{}", words.choose("Roles", "Rollen"));
        if self.access.holdings.is_empty() {
            let _ = writeln!(text, "  {}", words.choose("none", "geen"));
        }
        for held in &self.access.holdings {
            let role = words.role(held.assignment.role);
            let how = words.how(&held.assignment, held.through);
            let _ = writeln!(text, "  {role}{how}");
        }
    }

    fn permissions(&self, text: &mut String) {
        let words = self.words;
        let _ = writeln!(text, "{}", words.choose("Permissions", "Machtigingen"));
        let grants = Office365Permission::ALL.into_iter();
        let granted: Vec<_> = grants
            .zip(self.access.now.grants)
            .filter(|(_, grant)| *grant != Grant::No)
            .collect();
        if granted.is_empty() {
            let _ = writeln!(text, "  {}", words.choose("none", "geen"));
        }
        for (permission, grant) in granted {
            let name = self.permission(permission);
            let ways = self.access.ways_to_permission(self.context, permission);
            let ways = ways
                .iter()
                .filter(|(held, _)| held.standing == Standing::InForce);
            let ways: Vec<_> = ways
                .map(|(held, of_role)| {
                    let role = words.role_name(held.assignment.role);
                    let how = words.how(&held.assignment, held.through);
                    if *of_role == grant {
                        format!("{role}{how}")
                    } else {
                        format!("{role}{how}: {}", words.grant(*of_role))
                    }
                })
                .collect();
            let (grant, ways) = (words.grant(grant), ways.join("; "));
            let _ = writeln!(text, "  {name}: {grant} – {ways}");
        }
    }

    /// How many of each namespace, and the privileged ones by name; the other formats name all.
    fn actions(&self, text: &mut String) {
        let words = self.words;
        let actions = &self.access.now.actions;
        let mut namespaces: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        let mut privileged = Vec::new();
        for (id, entry) in self.entries(actions) {
            let is_privileged = entry.privileged == Some(true);
            let [all, of_them] = namespaces.entry(entry.action.namespace()).or_default();
            *all += 1;
            if is_privileged {
                *of_them += 1;
                privileged.push((id, entry));
            }
        }
        let heading = words.choose("Actions", "Acties");
        let count = self.counted([actions.len(), privileged.len()]);
        let _ = writeln!(text, "{heading}: {count}");
        if self.access.now.more_unknown {
            let more = words.choose(
                "there may be more: the actions of a role are unknown",
                "er kunnen er meer zijn: de acties van een rol zijn onbekend",
            );
            let _ = writeln!(text, "  {more}");
        }
        for (namespace, counts) in namespaces {
            let _ = writeln!(text, "  {namespace}: {}", self.counted(counts));
        }
        if privileged.is_empty() {
            return;
        }
        let heading = words.choose("Privileged actions", "Bevoorrechte acties");
        let _ = writeln!(text, "{heading}");
        for (id, entry) in privileged {
            let ways = self.access.ways_to_action(self.context, id);
            let ways = ways
                .iter()
                .filter(|held| held.standing == Standing::InForce);
            let ways: Vec<_> = ways
                .map(|held| {
                    let role = words.role_name(held.assignment.role);
                    format!("{role}{}", words.how(&held.assignment, held.through))
                })
                .collect();
            let _ = writeln!(text, "  {} – {}", entry.action, ways.join("; "));
        }
    }

    /// What the eligible roles would add.
    fn eligible(&self, text: &mut String) {
        let (words, access) = (self.words, self.access);
        let mut standings = access.holdings.iter().map(|held| held.standing);
        if !standings.any(|standing| standing == Standing::Eligible) {
            return;
        }
        let heading = words.choose(
            "With the eligible roles as well",
            "Met de rollen waarvoor de persoon in aanmerking komt erbij",
        );
        let _ = writeln!(text, "{heading}");
        let before = text.len();
        let grants = access
            .now
            .grants
            .into_iter()
            .zip(access.with_eligible.grants);
        for (permission, (now, then)) in Office365Permission::ALL.into_iter().zip(grants) {
            if then > now {
                let (name, then) = (self.permission(permission), words.grant(then));
                let _ = writeln!(text, "  {name}: {then}");
            }
        }
        let more = access.with_eligible.actions.minus(&access.now.actions);
        if !more.is_empty() {
            let privileged = self.entries(&more);
            let privileged = privileged.filter(|(_, entry)| entry.privileged == Some(true));
            let count = self.counted([more.len(), privileged.count()]);
            let actions = words.choose("actions", "acties");
            let _ = writeln!(text, "  {actions}: {count}");
        }
        if text.len() == before {
            let _ = writeln!(text, "  {}", words.choose("nothing more", "niets meer"));
        }
    }

    fn exceptions(&self, text: &mut String) {
        let words = self.words;
        if self.access.exceptions.is_empty() {
            return;
        }
        let heading = words.choose("To be known", "Goed om te weten");
        let _ = writeln!(text, "{heading}");
        for rule in &self.access.exceptions {
            let (label, sentence) = (rule.label(), rule.sentence(words.language()));
            let instead = rule.instead(words.language());
            let line = format!("  {label}: {sentence} {instead}");
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }

    fn permission(&self, permission: Office365Permission) -> &str {
        let entry = self.context.catalogue.office365_permission(permission);
        entry.map_or(permission.key(), |entry| {
            entry.name.get(self.words.language())
        })
    }

    fn entries(&self, set: &ActionSet) -> impl Iterator<Item = (ActionId, &ActionEntry)> {
        let edition = self.context.catalogue.edition(Edition::Current);
        let ids: Vec<_> = set.iter().collect();
        ids.into_iter()
            .filter_map(|id| Some((id, edition.entry(id)?)))
    }

    fn counted(&self, [all, privileged]: [usize; 2]) -> String {
        match privileged {
            0 => all.to_string(),
            _ => self.words.choose(
                format!("{all}, {privileged} of them privileged"),
                format!("{all}, waarvan {privileged} bevoorrecht"),
            ),
        }
    }
}
