//! The policies: read from `policies/`, linked to the columns of the tables, and asked.

use std::collections::{BTreeSet, HashMap};

use cedar_policy::{
    Authorizer, Context, Decision, EntityUid, PolicyId, PolicySet, Request, Response, Schema,
    SlotId, ValidationMode, Validator,
};

use crate::facts::{Facts, Table};
use crate::world::{World, uid};
use crate::{Result, trouble};

/// The text of the policies, a file each, so that a test can change one.
#[derive(Clone, Debug)]
pub struct Sources {
    /// File name and text.
    pub files: Vec<(&'static str, String)>,
}

impl Sources {
    /// What stands in `policies/`.
    pub fn read() -> Self {
        let files = [
            ("matrix", include_str!("../policies/matrix.cedar")),
            ("permissions", include_str!("../policies/permissions.cedar")),
            ("limits", include_str!("../policies/limits.cedar")),
            ("entra", include_str!("../policies/entra.cedar")),
        ];
        Self {
            files: files.map(|(name, text)| (name, text.to_owned())).into(),
        }
    }
}

/// The templates of R23 and R24 with the table each is linked to.
const TABLES: [(&str, &str, &str); 4] = [
    ("R23: password reset", "password reset", "Protected"),
    ("R24: password reset", "password reset", "ProtectedByGroup"),
    (
        "R23: sensitive properties",
        "sensitive properties",
        "Protected",
    ),
    (
        "R24: sensitive properties",
        "sensitive properties",
        "ProtectedByGroup",
    ),
];

/// The policies, ready to be asked.
#[derive(Debug)]
pub struct Policies {
    schema: Schema,
    authorizer: Authorizer,
    /// All of them.
    all: PolicySet,
    /// What is needed and nothing else: whether a limit has anything to say.
    needed: PolicySet,
    /// The two tables of R23 and nothing else.
    tables: PolicySet,
    /// The rule of each policy, and whether it limits a permission.
    rules: HashMap<PolicyId, (String, bool)>,
}

/// What the policies answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answer {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The rules that refuse, but for R0, which says only that nothing allows.
    pub rules: BTreeSet<String>,
}

impl Policies {
    /// Reads and links the policies, without those called `without`.
    ///
    /// # Errors
    ///
    /// When a text is not Cedar, or not in keeping with the schema.
    pub fn read(sources: &Sources, facts: &Facts, without: &[&str]) -> Result<Self> {
        let text = include_str!("../policies/schema.cedarschema");
        let (schema, _) = Schema::from_cedarschema_str(text)?;
        let (mut all, mut needed, mut tables) =
            (PolicySet::new(), PolicySet::new(), PolicySet::new());
        let mut rules = HashMap::new();
        for (file, text) in &sources.files {
            let parsed: PolicySet = text.parse()?;
            for policy in parsed.policies() {
                let Some(name) = policy.annotation("id") else {
                    return trouble(format!("{file}: a policy without a name"));
                };
                if without.contains(&name) {
                    continue;
                }
                let id = PolicyId::new(name);
                let rule = policy.annotation("rule").unwrap_or_default().to_owned();
                let policy = policy.new_id(id.clone());
                if rule.is_empty() || rule == "R0" {
                    needed.add(policy.clone())?;
                }
                if *file == "entra" {
                    tables.add(policy.clone())?;
                }
                let limits = policy.annotation("limit").is_some();
                rules.insert(id, (rule, limits));
                all.add(policy)?;
            }
            for template in parsed.templates() {
                let Some(name) = template.annotation("id") else {
                    return trouble(format!("{file}: a template without a name"));
                };
                if without.contains(&name) {
                    continue;
                }
                let rule = template.annotation("rule").unwrap_or_default().to_owned();
                let template = template.new_id(PolicyId::new(name));
                tables.add_template(template.clone())?;
                let limits = template.annotation("limit").is_some();
                all.add_template(template.clone())?;
                for (linked, table, kind) in TABLES {
                    if linked != name {
                        continue;
                    }
                    for role in &columns(facts, table).columns {
                        let id = PolicyId::new(format!("{name}: {role}"));
                        let slots: HashMap<_, _> = [
                            (SlotId::principal(), uid("Role", role)?),
                            (SlotId::resource(), uid(kind, &format!("{table}: {role}"))?),
                        ]
                        .into();
                        let template = PolicyId::new(name);
                        all.link(template.clone(), id.clone(), slots.clone())?;
                        tables.link(template, id.clone(), slots)?;
                        rules.insert(id, (rule.clone(), limits));
                    }
                }
            }
        }
        let found = Validator::new(schema.clone()).validate(&all, ValidationMode::Strict);
        if let Some(error) = found.validation_errors().next() {
            return trouble(error.to_string());
        }
        let anything = "permit (principal, action, resource);";
        tables.add(cedar_policy::Policy::parse(
            Some(PolicyId::new("anything")),
            anything,
        )?)?;
        Ok(Self {
            schema,
            authorizer: Authorizer::new(),
            all,
            needed,
            tables,
            rules,
        })
    }

    /// The schema.
    pub const fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The names of the policies and templates, each once, in order.
    pub fn names(&self) -> Vec<String> {
        let policies = self.all.policies();
        let own = policies.filter(|policy| policy.template_id().is_none());
        let mut names: Vec<_> = own.map(|policy| policy.id().to_string()).collect();
        names.extend(self.all.templates().map(|it| it.id().to_string()));
        names.sort();
        names
    }

    /// A question, ready to be asked many times.
    ///
    /// # Errors
    ///
    /// When the schema does not know of such a question.
    pub fn question(
        &self,
        principal: &EntityUid,
        action: &EntityUid,
        resource: &EntityUid,
    ) -> Result<Request> {
        Ok(Request::new(
            principal.clone(),
            action.clone(),
            resource.clone(),
            Context::empty(),
            Some(&self.schema),
        )?)
    }

    /// Whether it is allowed.
    ///
    /// # Errors
    ///
    /// When a policy can't be evaluated.
    pub fn allows(&self, world: &World, question: &Request) -> Result<bool> {
        allowed(&self.answer(&self.all, world, question))
    }

    /// Whether it is allowed, and if not which rules refuse.
    ///
    /// # Errors
    ///
    /// When a policy can't be evaluated.
    pub fn explain(&self, world: &World, question: &Request) -> Result<Answer> {
        let response = self.answer(&self.all, world, question);
        let mut answer = Answer {
            allowed: allowed(&response)?,
            ..Answer::default()
        };
        if !answer.allowed {
            let needed = allowed(&self.answer(&self.needed, world, question))?;
            for id in response.diagnostics().reason() {
                if let Some((rule, limits)) = self.rules.get(id)
                    && rule != "R0"
                    && (needed || !limits)
                {
                    answer.rules.insert(rule.clone());
                }
            }
        }
        Ok(answer)
    }

    /// What the two tables say, whatever else is needed.
    ///
    /// # Errors
    ///
    /// When a policy can't be evaluated.
    pub fn tables_allow(&self, world: &World, question: &Request) -> Result<bool> {
        allowed(&self.answer(&self.tables, world, question))
    }

    fn answer(&self, policies: &PolicySet, world: &World, question: &Request) -> Response {
        let entities = world.entities();
        self.authorizer.is_authorized(question, policies, entities)
    }
}

fn allowed(response: &Response) -> Result<bool> {
    match response.diagnostics().errors().next() {
        Some(error) => trouble(error.to_string()),
        None => Ok(response.decision() == Decision::Allow),
    }
}

fn columns<'a>(facts: &'a Facts, table: &str) -> &'a Table {
    if table == "password reset" {
        &facts.password_reset
    } else {
        &facts.sensitive
    }
}
