//! `mandate who-can`: who can do something, by the role that lets them.

use std::fmt::Write as _;

use serde::Serialize;

use super::args::{ListFormat, WhoCanOptions};
use super::failure::Failure;
use super::subject::Subject;
use super::words::{Words, harmless};
use super::{Surroundings, needs};
use crate::domain::effective::{Coverage, Need, Serving, Way, WhoCan};
use crate::domain::role::{Principal, RoleAssignment};
use crate::domain::tenant::HeldThrough;
use crate::domain::user::{SignIn, UserId};
use crate::exchange::{Table, access, csv};

/// The answer.
pub fn run(options: &WhoCanOptions, surroundings: &Surroundings) -> Result<String, Failure> {
    let language = surroundings.language;
    let subject = Subject::open(&options.file, surroundings)?;
    let (context, tenant) = (subject.context(), &subject.tenant);
    let need = needs::one(&options.what, context.catalogue, language)?;
    let found = WhoCan::ask(&context, tenant, &need);
    let people = found.people(&context, tenant);
    Ok(match options.format {
        ListFormat::Csv => csv::to_string(&access::who_can(&context, tenant, &need, &found)),
        ListFormat::Json => {
            let (kind, key) = access::need_key(context.catalogue, &need);
            let names = people.iter().filter_map(|id| tenant.user(*id));
            let answer = AnswerJson {
                need: NeedJson { kind, key },
                people: names.map(|user| user.upn.as_str()).collect(),
                ways: access::who_can(&context, tenant, &need, &found),
                unheld: access::unheld(&context, tenant, &need, &found),
            };
            // Texts and lists of texts can always be written as JSON.
            serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n"
        }
        ListFormat::Text => {
            let words = Words::new(language, context.catalogue, tenant, context.now);
            harmless(&text(&words, &need, &found, people.len()))
        }
    })
}

/// A need by its kind and key.
#[derive(Serialize)]
pub struct NeedJson {
    /// `permission`, `action` or `task`.
    pub kind: &'static str,
    /// What it is called in arguments.
    pub key: String,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    need: NeedJson,
    people: Vec<&'a str>,
    ways: Table,
    unheld: Table,
}

fn text(words: &Words<'_>, need: &Need, found: &WhoCan<'_>, people: usize) -> String {
    let mut text = String::new();
    let name = needs::name(need, words.catalogue, words.language());
    let [en, nl] = match people {
        0 => ["nobody can now".to_owned(), "niemand kan nu".to_owned()],
        1 => ["1 person can now".to_owned(), "1 persoon kan nu".to_owned()],
        _ => [
            format!("{people} people can now"),
            format!("{people} personen kunnen nu"),
        ],
    };
    let _ = writeln!(text, "{}: {name}", words.choose(en, nl));
    for way in &found.held {
        heading(words, need, &way.serving, &mut text);
        holders(words, way, &mut text);
    }
    if !found.unheld.is_empty() {
        let nobody = words.choose("Held by nobody", "Heeft niemand");
        let _ = writeln!(text, "{nobody}");
        for serving in &found.unheld {
            let role = words.role(serving.role);
            let _ = writeln!(text, "  {role}{}", extent(words, need, serving));
        }
    }
    text
}

fn heading(words: &Words<'_>, need: &Need, serving: &Serving, text: &mut String) {
    let role = words.role(serving.role);
    let _ = writeln!(text, "{role}{}", extent(words, need, serving));
}

/// How much of the need a role serves, behind a colon; nothing where all of it.
fn extent(words: &Words<'_>, need: &Need, serving: &Serving) -> String {
    let mut parts = Vec::new();
    match (need, serving.coverage) {
        (_, Coverage::Whole) => {}
        (Need::Permission(permission), Coverage::Part) => {
            parts.push(words.grant(words.catalogue.grant(serving.role, *permission)));
        }
        (Need::Action(_) | Need::Task(_), Coverage::Part) => {
            parts.push(words.choose("in part", "voor een deel").to_owned());
        }
    }
    if serving.together > 0 {
        let way = serving.together;
        parts.push(words.choose(
            format!("together with the others of way {way}"),
            format!("samen met de andere van manier {way}"),
        ));
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join("; "))
    }
}

fn holders(words: &Words<'_>, way: &Way<'_>, text: &mut String) {
    for held in &way.assignments {
        match held.principal {
            Principal::User(user) => {
                holder(words, user, held, HeldThrough::Directly, text);
            }
            Principal::Group(id) => {
                let group = words.tenant.groups().get(&id);
                let through = HeldThrough::Group(id);
                let members = group.iter().flat_map(|group| &group.members);
                let before = text.len();
                members.for_each(|user| holder(words, *user, held, through, text));
                if text.len() == before {
                    let nobody = words.choose("nobody", "niemand");
                    let _ = writeln!(text, "  {nobody}{}", words.how(held, through));
                }
            }
        }
    }
}

fn holder(
    words: &Words<'_>,
    user: UserId,
    held: &RoleAssignment,
    through: HeldThrough,
    text: &mut String,
) {
    let Some(user) = words.tenant.user(user) else {
        return;
    };
    let blocked = match user.sign_in {
        SignIn::Allowed => "",
        SignIn::Blocked => words.choose(", sign-in blocked", ", aanmelden geblokkeerd"),
    };
    let how = words.how(held, through);
    let _ = writeln!(text, "  {}{how}{blocked}", user.upn.as_str());
}
