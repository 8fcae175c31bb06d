//! What is asked, out of names: the operation's Command, and the question in words.

use crate::cli::args::CanOptions;
use crate::cli::failure::{Failure, choose};
use crate::cli::find::{Entry, Found, find};
use crate::cli::needs::chosen;
use crate::cli::subject::Subject;
use crate::domain::command::Command;
use crate::domain::language::Language;
use crate::domain::operation::{Part, Question};
use crate::domain::role::{
    AdministrativeUnitId, DirectoryScope, GroupId, RoleDefinition, RoleTemplateId,
};

/// A question that can be put to the policy.
pub struct Asked {
    /// What would be done.
    pub command: Command,
    /// To whom or what, as it stands in the tenant.
    pub target: Option<String>,
    /// The question in words.
    pub about: String,
}

/// Looks up what the arguments name.
pub fn asked(
    subject: &Subject,
    options: &CanOptions,
    language: Language,
) -> Result<Asked, Failure> {
    let mut reader = Reader {
        subject,
        options,
        language,
        question: Question::default(),
        target: None,
        about: options.operation.name().get(language).to_owned(),
    };
    reader.nothing_too_much()?;
    for (at, part) in options.operation.parts().iter().enumerate() {
        reader.part(*part, at == 0)?;
    }
    reader.scope()?;
    let command = options.operation.command(&subject.tenant, &reader.question);
    let command = command.map_err(|why| {
        let (about, why) = (&reader.about, why.message());
        let [en, nl] = [&why.en, &why.nl];
        Failure::new(language, format!("{about}: {en}"), format!("{about}: {nl}"))
    })?;
    Ok(Asked {
        command,
        target: reader.target,
        about: reader.about,
    })
}

struct Reader<'a> {
    subject: &'a Subject,
    options: &'a CanOptions,
    language: Language,
    question: Question,
    target: Option<String>,
    about: String,
}

impl Reader<'_> {
    /// Arguments that say nothing about the operation are a mistake, and told.
    fn nothing_too_much(&self) -> Result<(), Failure> {
        let operation = self.options.operation;
        let parts = operation.parts();
        let of_role = parts.contains(&Part::Role);
        let of_set = parts.len() == 2 && !of_role;
        let given = [
            ("TARGET", !parts.is_empty(), self.options.target.is_some()),
            ("--role", of_role, self.options.role.is_some()),
            ("--scope", of_role, self.options.scope.is_some()),
            ("--in", of_set, self.options.set.is_some()),
        ];
        match given
            .into_iter()
            .find(|(_, wanted, given)| *given && !wanted)
        {
            Some((name, ..)) => Err(self.failure(
                format!("`{}` does not go with `{name}`", operation.key()),
                format!("`{}` gaat niet samen met `{name}`", operation.key()),
            )),
            None => Ok(()),
        }
    }

    fn part(&mut self, part: Part, first: bool) -> Result<(), Failure> {
        let target = || self.given(self.options.target.as_deref(), "TARGET", part);
        let set = || self.given(self.options.set.as_deref(), "--in", part);
        match part {
            Part::Person => {
                let user = self.subject.person(target()?)?;
                self.question.person = Some(user.id);
                self.name(user.upn.as_str(), true);
            }
            Part::DeletedPerson => {
                let upn = target()?;
                let deleted = self.subject.tenant.deleted_users().values();
                let mut people = deleted.map(|record| &record.user);
                let found = people.find(|user| user.upn.as_str().eq_ignore_ascii_case(upn));
                let Some(user) = found else {
                    let deleted = self.subject.tenant.deleted_users().values();
                    let people = deleted.map(|record| &record.user);
                    return Err(self.subject.nobody(upn, people));
                };
                self.question.person = Some(user.id);
                self.name(user.upn.as_str(), true);
            }
            Part::Principal => {
                let name = target()?;
                if self.subject.tenant.users().by_upn(name).is_some() || name.contains('@') {
                    return self.part(Part::Person, first);
                }
                return self.part(Part::Group, first);
            }
            Part::Role | Part::CustomRole => {
                let text = if first {
                    target()?
                } else {
                    self.given(self.options.role.as_deref(), "--role", part)?
                };
                let role = self.role(text)?;
                let (id, name) = (role.id, role.name.get(self.language).to_owned());
                self.question.role = Some(id);
                self.name(&name, first);
            }
            Part::Group => {
                let text = if first { target()? } else { set()? };
                let id = self.group(text)?;
                self.question.group = Some(id);
                let group = self.subject.tenant.groups().get(&id);
                let name = group.map(|group| group.name.clone()).unwrap_or_default();
                self.name(&name, first);
            }
            Part::Unit => {
                let text = if first { target()? } else { set()? };
                let id = self.unit(text)?;
                self.question.unit = Some(id);
                let name = self.unit_name(id);
                self.name(&name, first);
            }
        }
        Ok(())
    }

    fn scope(&mut self) -> Result<(), Failure> {
        let Some(text) = self.options.scope.as_deref() else {
            return Ok(());
        };
        let id = self.unit(text)?;
        self.question.scope = Some(DirectoryScope::AdministrativeUnit(id));
        let name = self.unit_name(id);
        self.name(&name, false);
        Ok(())
    }

    /// Adds a name to the question.
    fn name(&mut self, name: &str, target: bool) {
        self.about.push_str(" – ");
        self.about.push_str(name);
        if target {
            self.target = Some(name.to_owned());
        }
    }

    fn given<'t>(
        &self,
        given: Option<&'t str>,
        name: &str,
        part: Part,
    ) -> Result<&'t str, Failure> {
        given.ok_or_else(|| {
            let (key, part) = (self.options.operation.key(), part.name());
            let [en, nl] = [&part.en, &part.nl];
            self.failure(
                format!("`{key}` asks for `{name}`: {en}"),
                format!("`{key}` vraagt om `{name}`: {nl}"),
            )
        })
    }

    /// A role by template id or name, and by another name where no role is called so.
    fn role(&self, text: &str) -> Result<&RoleDefinition, Failure> {
        let catalogue = self.subject.context().catalogue;
        let roles: Vec<_> = catalogue.roles().chain(catalogue.retired()).collect();
        let entries = |aliases: bool| -> Vec<Entry<RoleTemplateId>> {
            let roles = roles.iter();
            roles
                .map(|role| {
                    let mut names = vec![role.id.to_string()];
                    names.extend([role.name.en.to_string(), role.name.nl.to_string()]);
                    if aliases {
                        names.extend(role.aliases.iter().map(ToString::to_string));
                    }
                    Entry {
                        value: role.id,
                        label: role.name.get(self.language).to_owned(),
                        names,
                    }
                })
                .collect()
        };
        let by_name = find(text, &entries(false));
        let found = match by_name {
            Found::Nothing(_) => find(text, &entries(true)),
            found => found,
        };
        let id = chosen(text, &found, self.language, ["not a role", "geen rol"])?;
        catalogue.role(id).ok_or_else(|| {
            self.failure(
                format!("`{text}` is not a role"),
                format!("`{text}` is geen rol"),
            )
        })
    }

    fn group(&self, text: &str) -> Result<GroupId, Failure> {
        let groups = self.subject.tenant.groups().values();
        let entries: Vec<_> = groups
            .map(|group| named(group.id, group.id.0.to_string(), &group.name))
            .collect();
        let words = ["not a group of this tenant", "geen groep van deze tenant"];
        chosen(text, &find(text, &entries), self.language, words)
    }

    fn unit(&self, text: &str) -> Result<AdministrativeUnitId, Failure> {
        let units = self.subject.tenant.administrative_units().values();
        let entries: Vec<_> = units
            .map(|unit| named(unit.id, unit.id.0.to_string(), &unit.name))
            .collect();
        let words = [
            "not an administrative unit of this tenant",
            "geen beheereenheid van deze tenant",
        ];
        chosen(text, &find(text, &entries), self.language, words)
    }

    fn unit_name(&self, id: AdministrativeUnitId) -> String {
        let unit = self.subject.tenant.administrative_units().get(&id);
        unit.map_or_else(|| id.0.to_string(), |unit| unit.name.to_string())
    }

    /// A failure with the way to ask.
    fn failure(&self, en: String, nl: String) -> Failure {
        let parts = self.options.operation.parts();
        let [file, role, name] = choose(
            self.language,
            ["FILE", "ROLE", "NAME"],
            ["BESTAND", "ROL", "NAAM"],
        );
        let mut usage = format!(
            "mandate can {file} --as UPN {}",
            self.options.operation.key()
        );
        for (at, part) in parts.iter().enumerate() {
            match (at, part) {
                (0, _) => usage.push_str(choose(self.language, " TARGET", " DOEL")),
                (_, Part::Role | Part::CustomRole) => {
                    usage.push_str(" --role ");
                    usage.push_str(role);
                }
                _ => {
                    usage.push_str(" --in ");
                    usage.push_str(name);
                }
            }
        }
        Failure::new(self.language, en, nl)
            .hint(format!("ask `{usage}`"), format!("vraag `{usage}`"))
    }
}

fn named<T>(value: T, id: String, name: &str) -> Entry<T> {
    Entry {
        value,
        label: name.to_owned(),
        names: vec![name.to_owned(), id],
    }
}
