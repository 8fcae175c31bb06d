//! The converter: facts in, the generated files of `roles/` out, as text.
//!
//! Writes nothing itself; the test that calls it compares or stores. Rows keep the order of the
//! facts, so that a change in them is a change of few lines here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::facts::{Row, table};
use super::headers;
use super::new_texts::{NewNote, NewRole};

/// The generated files: name and text.
pub fn files(facts: &Path, new_roles: &[NewRole]) -> Vec<(&'static str, String)> {
    let facts = Facts::read(facts, new_roles);
    vec![
        ("entra-current.ron", facts.entra_current()),
        ("entra-seed.ron", facts.entra_seed()),
        ("notes.ron", facts.notes()),
        ("retired.ron", facts.retired()),
        ("office365.ron", facts.office365()),
        ("reset.ron", facts.reset()),
        ("tasks.ron", facts.tasks()),
    ]
}

struct Facts<'a> {
    folder: &'a Path,
    new_roles: &'a [NewRole],
    seed: Vec<Row>,
    current: Vec<Row>,
    notes: Vec<Row>,
    /// English role names by id, for the comments that let a person read ids.
    names: BTreeMap<String, String>,
}

impl<'a> Facts<'a> {
    fn read(folder: &'a Path, new_roles: &'a [NewRole]) -> Self {
        let seed = table(folder, "entra-roles-seed.csv");
        let current = table(folder, "entra-roles-current.csv");
        let names = seed
            .iter()
            .chain(&current)
            .map(|row| (row["template_id"].clone(), row["english_name"].clone()))
            .collect();
        Self {
            folder,
            new_roles,
            seed,
            current,
            notes: table(folder, "role-notes.csv"),
            names,
        }
    }

    fn entra_current(&self) -> String {
        let actions = by_role(table(self.folder, "entra-role-actions-current.csv"));
        let mut out = headers::ENTRA_CURRENT.to_owned();
        out.push_str("[\n");
        for row in &self.current {
            let id = &row["template_id"];
            let commit = row["docs_commit"].get(..12).unwrap_or_default();
            let _ = write!(out, "// {} at {commit}", row["docs_file"]);
            if !row["note"].is_empty() {
                let _ = write!(out, "; {}", row["note"].replace('_', " "));
            }
            out.push('\n');
            let dutch = if row["dutch_name"].is_empty() {
                &self.new_role(id).nl
            } else {
                &row["dutch_name"]
            };
            Self::role_head(&mut out, row, dutch);
            match actions.get(id) {
                None => out.push_str("  table: Unknown),\n"),
                Some(rows) => {
                    let _ = writeln!(out, "  table: Docs({}, [", quoted(&row["docs_ms_date"]));
                    push_actions(&mut out, rows);
                }
            }
        }
        out + "]\n"
    }

    fn entra_seed(&self) -> String {
        let actions = by_role(table(self.folder, "entra-role-actions.csv"));
        let mut out = headers::ENTRA_SEED.to_owned();
        out.push_str("[\n");
        for row in &self.seed {
            Self::role_head(&mut out, row, &row["dutch_name"]);
            let aliases = self.aliases(row);
            if !aliases.is_empty() {
                let aliases: Vec<_> = aliases.iter().map(|alias| quoted(alias)).collect();
                let _ = writeln!(out, "  aliases: [{}],", aliases.join(", "));
            }
            let rows = &actions[&row["template_id"]];
            if row["actions_source"] == "seed" {
                out.push_str("  table: Seed([\n");
            } else {
                let _ = writeln!(out, "  table: Docs(\"{}\", [", headers::SEED_DOCS_DATE);
            }
            push_actions(&mut out, rows);
        }
        out + "]\n"
    }

    fn role_head(out: &mut String, row: &Row, dutch: &str) {
        let _ = writeln!(
            out,
            "(id: \"{}\", en: {}, nl: {}, privileged: {}, status: {}, hidden: {},",
            row["template_id"],
            quoted(&row["english_name"]),
            quoted(dutch),
            row["privileged"],
            Self::status(row),
            row["hidden_in_portal"],
        );
    }

    /// The status in the words of the lists. That the service assigns a role itself stands in
    /// its notes.
    fn status(row: &Row) -> &'static str {
        match row["status"].as_str() {
            "active" => "Active",
            "not_for_use" => "NotForUse",
            "deprecated" => "Deprecated",
            other => panic!("unknown status `{other}`"),
        }
    }

    /// Section heading, former and API names, and the name in the table of hidden roles.
    fn aliases(&self, row: &Row) -> Vec<String> {
        let id = &row["template_id"];
        let mut aliases = vec![row["dutch_section_heading"].clone()];
        for note in &self.notes {
            if note["template_id"] == *id && note["kind"] == "rename" {
                // The remark in brackets says where the name is used, and stays in the note.
                for text in [&note["en"], &note["nl"]] {
                    let name = text.split(" (").next().unwrap_or_default();
                    aliases.push(name.to_owned());
                }
            }
        }
        for hidden in table(self.folder, "hidden-roles.csv") {
            if hidden["template_id"] == *id {
                aliases.push(hidden["api_name_nl"].clone());
            }
        }
        let mut unique = Vec::new();
        for alias in aliases {
            let is_name = alias == row["dutch_name"] || alias == row["english_name"];
            if !is_name && !alias.is_empty() && !unique.contains(&alias) {
                unique.push(alias);
            }
        }
        unique
    }

    fn notes(&self) -> String {
        let mut out = headers::NOTES.to_owned();
        out.push_str("[\n");
        for role in &self.seed {
            let id = &role["template_id"];
            push_notes_head(&mut out, id, &role["english_name"]);
            for note in self.notes.iter().filter(|note| note["template_id"] == *id) {
                let is_see = note["kind"] == "see";
                let (service, related) = if is_see {
                    ("", note["service"].as_str())
                } else {
                    (note["service"].as_str(), "")
                };
                self.note(
                    &mut out,
                    &note["kind"],
                    service,
                    related,
                    &note["en"],
                    &note["nl"],
                );
            }
            out.push_str("]),\n");
        }
        for role in self.new_roles {
            push_notes_head(&mut out, &role.id, &role.en);
            for note in &role.notes {
                let NewNote {
                    kind,
                    service,
                    related,
                    en,
                    nl,
                } = note;
                self.note(&mut out, kind, service, related, en, nl);
            }
            out.push_str("]),\n");
        }
        out + "]\n"
    }

    fn note(&self, out: &mut String, kind: &str, service: &str, related: &str, en: &str, nl: &str) {
        let kind = match kind {
            "for" => "For",
            "can" => "Can",
            "cannot" => "Cannot",
            "risk" => "Risk",
            "automatic" => "Automatic",
            "do_not_use" => "DoNotUse",
            "scope" => "Scope",
            "rename" => "Rename",
            "see" => "See",
            other => panic!("unknown kind of note `{other}`"),
        };
        let _ = write!(out, "  (kind: {kind}, ");
        if !service.is_empty() {
            let _ = write!(out, "service: {}, ", quoted(service));
        }
        if !related.is_empty() {
            let _ = write!(out, "related: \"{related}\", ");
        }
        let _ = write!(out, "en: {}, nl: {}),", quoted(en), quoted(nl));
        if let Some(name) = self.names.get(related) {
            let _ = write!(out, " // {name}");
        }
        out.push('\n');
    }

    fn retired(&self) -> String {
        let hidden = table(self.folder, "hidden-roles.csv");
        let mut out = headers::RETIRED.to_owned();
        out.push_str("(\nroles: [\n");
        let unlisted = hidden.iter().filter(|row| row["in_role_list"] == "false");
        for row in unlisted {
            let status = match row["portal_state"].as_str() {
                "deprecated" => "Deprecated",
                // What guests and members get by themselves; nobody assigns it.
                "not_shown" => "ServiceAssigned",
                other => panic!("unknown state `{other}`"),
            };
            let _ = writeln!(
                out,
                "  (id: \"{}\", en: {}, nl: {}, status: {status}),",
                row["template_id"],
                quoted(&row["english_name"]),
                quoted(self.retired_name(row)),
            );
        }
        out.push_str("],\nwithout_id: [\n");
        for row in table(self.folder, "deprecated-roles.csv") {
            if row["template_id"].is_empty() {
                let (en, nl) = (quoted(&row["english_name"]), quoted(&row["dutch_name"]));
                let _ = writeln!(out, "  ({en}, {nl}),");
            } else {
                assert!(
                    hidden
                        .iter()
                        .any(|other| other["template_id"] == row["template_id"]),
                    "{} has an id and is not hidden",
                    row["english_name"]
                );
            }
        }
        out + "],\n)\n"
    }

    /// The source leaves `User` in English; the texts may have a Dutch name for it.
    fn retired_name<'r>(&'r self, row: &'r Row) -> &'r str {
        self.new_roles
            .iter()
            .find(|role| role.id == row["template_id"])
            .map_or(&row["api_name_nl"], |role| &role.nl)
    }

    fn new_role(&self, id: &str) -> &NewRole {
        self.new_roles
            .iter()
            .find(|role| role.id == id)
            .unwrap_or_else(|| panic!("new-role-texts.ron has no role `{id}`"))
    }

    fn office365(&self) -> String {
        super::convert_rules::office365(self.folder)
    }

    fn reset(&self) -> String {
        super::convert_rules::reset(self.folder, &self.names)
    }

    fn tasks(&self) -> String {
        super::convert_rules::tasks(self.folder, &self.names)
    }
}

fn by_role(rows: Vec<Row>) -> BTreeMap<String, Vec<Row>> {
    let mut by_role: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows {
        by_role
            .entry(row["template_id"].clone())
            .or_default()
            .push(row);
    }
    by_role
}

fn push_notes_head(out: &mut String, id: &str, name: &str) {
    let _ = writeln!(out, "// {name}\n(role: \"{id}\", notes: [");
}

fn push_actions(out: &mut String, rows: &[Row]) {
    for row in rows {
        let label = match row["privileged_action"].as_str() {
            "true" => "Privileged",
            "false" => "Plain",
            "" => "Unlabelled",
            other => panic!("unknown label `{other}`"),
        };
        let _ = writeln!(out, "    {label}({}),", quoted(&row["action"]));
    }
    out.push_str("  ])),\n");
}

/// A text as a RON string.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
