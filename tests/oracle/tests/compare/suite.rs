//! Everything that is asked of one tenant, and the answers of both sides.

use std::collections::HashMap;

use cedar_policy::EntityUid;
use mandate::catalogue;
use mandate::domain::delegation::{Context, decide};
use mandate::domain::tenant::Tenant;
use oracle::facts::Facts;
use oracle::policies::Policies;
use oracle::world::{Acting, Person, World, uid};

use super::cast::{self, Someone};
use super::questions::{self, Part, Question};
use super::tenant::{self, NOW, Roles};

/// Someone asks something.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub actor: usize,
    pub question: usize,
    /// Whether the actor asks about themselves.
    pub own: bool,
}

/// An answer: whether it is allowed, and the rules that refuse, a bit each. R0 is not told: it
/// says no more than that nothing allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    pub allowed: bool,
    pub rules: u32,
}

/// What is asked of one tenant.
pub struct Suite {
    tenant: Tenant,
    pub actors: Vec<Someone>,
    people: Vec<Person>,
    questions: Vec<Question>,
    pub cells: Vec<Cell>,
    /// The parts of each question, for Cedar.
    asked: Vec<Vec<(EntityUid, EntityUid)>>,
    /// How each actor acts, by whether they ask about themselves: numbered, since those who hold
    /// the same role act alike.
    acting: HashMap<(usize, bool), Vec<(usize, Acting)>>,
}

impl Suite {
    /// The tenant with every role, or those of its questions that people of one role ask.
    pub fn main(roles: &Roles, only_single: bool) -> Self {
        let mut actors = cast::actors();
        if only_single {
            actors.retain(Someone::is_single);
        }
        let (targets, deleted) = (cast::targets(), cast::deleted());
        let mut questions = Vec::new();
        for someone in &targets {
            questions.extend(questions::of_anybody(roles, someone));
            questions.extend(questions::revocation(roles, someone));
        }
        questions.extend(deleted.iter().flat_map(questions::of_deleted));
        questions.extend(questions::of_things(roles));
        let shared = questions.len();
        let mut cells = Vec::new();
        for actor in 0..actors.len() {
            cells.extend((0..shared).map(|question| Cell {
                actor,
                question,
                own: false,
            }));
        }
        for (actor, someone) in actors.iter().enumerate() {
            let direct = |(_, how): &(String, cast::How)| *how == cast::How::Directly;
            if someone.blocked || !someone.held.iter().all(direct) {
                continue;
            }
            for question in questions::of_anybody(roles, someone) {
                cells.push(Cell {
                    actor,
                    question: questions.len(),
                    own: true,
                });
                questions.push(question);
            }
        }
        let everybody = [actors.clone(), targets.clone()].concat();
        let acted_on = [targets, deleted.clone(), actors.clone()].concat();
        let tenant = tenant::build(roles, &everybody, &deleted);
        Self::new(tenant, actors, &acted_on, questions, cells)
    }

    /// The tenant with one lasting Global Administrator.
    pub fn last(roles: &Roles) -> Self {
        let (actors, targets) = (cast::last_actors(), cast::last_targets());
        let mut questions = Vec::new();
        for someone in &targets {
            questions.extend(questions::of_global(roles, someone));
        }
        let mut cells = Vec::new();
        for actor in 0..actors.len() {
            cells.extend((0..questions.len()).map(|question| Cell {
                actor,
                question,
                own: false,
            }));
        }
        let [_, _, bob] = &targets;
        let everybody = [actors.clone(), vec![bob.clone()]].concat();
        let tenant = tenant::build(roles, &everybody, &[]);
        Self::new(tenant, actors, &targets, questions, cells)
    }

    fn new(
        tenant: Tenant,
        actors: Vec<Someone>,
        people: &[Someone],
        questions: Vec<Question>,
        cells: Vec<Cell>,
    ) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut acting = HashMap::new();
        for cell in &cells {
            acting.entry((cell.actor, cell.own)).or_insert_with(|| {
                let acting = actors[cell.actor].acting(cell.own).into_iter();
                let number = |one: Acting| {
                    let next = places.len();
                    (*places.entry(one.name.clone()).or_insert(next), one)
                };
                acting.map(number).collect()
            });
        }
        let part = |(action, kind, name): &Part| {
            let action = uid("Action", action).expect("an action");
            (action, uid(kind, name).expect("a thing"))
        };
        let parts = |question: &Question| question.parts.iter().map(part).collect();
        Self {
            asked: questions.iter().map(parts).collect(),
            people: people.iter().map(Someone::person).collect(),
            tenant,
            actors,
            questions,
            cells,
            acting,
        }
    }

    /// What Mandate answers, in the order of the cells.
    pub fn mandate(&self) -> Vec<Verdict> {
        let context = Context {
            catalogue: catalogue::shared().expect("the embedded catalogue loads"),
            now: NOW,
        };
        let ids: Vec<_> = (self.actors.iter())
            .map(|actor| tenant::id(&actor.name))
            .collect();
        let answer = |cell: &Cell| {
            let command = &self.questions[cell.question].command;
            let decision = decide(&context, &self.tenant, ids[cell.actor], command);
            let rules = decision.refusals().iter();
            Verdict {
                allowed: decision.is_allowed(),
                rules: rules.fold(0, |all, reason| all | bit(reason.rule.number())),
            }
        };
        self.cells.iter().map(answer).collect()
    }

    /// What is wrong with `cell`: nothing when both sides agree.
    pub fn difference(&self, cell: Cell, mandate: Verdict, cedar: Verdict) -> Option<String> {
        let (actor, question) = (&self.actors[cell.actor], &self.questions[cell.question]);
        let named = actor.is_single() && !actor.blocked;
        let unnamed = question.unnamed.iter();
        let unnamed = unnamed.fold(0, |all, rule| all | bit(*rule));
        let same_rules = (mandate.rules ^ cedar.rules) & !unnamed == 0;
        if mandate.allowed == cedar.allowed && (same_rules || !named) {
            return None;
        }
        Some(format!(
            "{} asks {:?}: Mandate {}, Cedar {}",
            actor.name,
            question.parts,
            tell(mandate),
            tell(cedar),
        ))
    }
}

fn tell(verdict: Verdict) -> String {
    if verdict.allowed {
        return "allows".to_owned();
    }
    let rules: Vec<_> = (1..32)
        .filter(|rule| verdict.rules & bit(*rule) != 0)
        .collect();
    format!("refuses by {rules:?}")
}

fn bit(rule: u8) -> u32 {
    // R0 is left out.
    if rule == 0 { 0 } else { 1 << rule }
}

/// Cedar, asked the questions of a suite.
pub struct Cedar<'a> {
    policies: &'a Policies,
    world: World,
    suite: &'a Suite,
    /// Answers given before: who acts, which question, which part of it.
    known: HashMap<(usize, usize, usize), Verdict>,
}

impl<'a> Cedar<'a> {
    /// Ready to be asked what `asks` lets people ask.
    pub fn new(
        policies: &'a Policies,
        facts: &Facts,
        suite: &'a Suite,
        asks: impl Fn(&Someone) -> bool,
    ) -> Self {
        let mut acting = HashMap::new();
        for ((actor, _), all) in &suite.acting {
            if asks(&suite.actors[*actor]) {
                acting.extend(all.iter().map(|(place, one)| (*place, one.clone())));
            }
        }
        let acting: Vec<_> = acting.into_values().collect();
        let world = World::new(facts, policies.schema(), &acting, &suite.people, &[]);
        Self {
            policies,
            world: world.expect("a world"),
            suite,
            known: HashMap::new(),
        }
    }

    /// The answer for a cell: every part must be allowed to one of the roles that are held.
    pub fn answer(&mut self, cell: Cell) -> Verdict {
        let mut answer = Verdict {
            allowed: true,
            rules: 0,
        };
        let suite = self.suite;
        let acting = &suite.acting[&(cell.actor, cell.own)];
        for part in 0..suite.asked[cell.question].len() {
            let mut refused = 0;
            let mut allowed = false;
            for (place, one) in acting {
                // Who has a role is told what refuses that, not what refuses people without one.
                let named = one.role.is_some() || acting.len() == 1;
                let verdict = self.ask(*place, one, cell.question, part);
                allowed |= verdict.allowed;
                if named {
                    refused |= verdict.rules;
                }
            }
            if !allowed {
                answer.allowed = false;
                answer.rules |= refused;
            }
        }
        answer
    }

    fn ask(&mut self, place: usize, acting: &Acting, question: usize, part: usize) -> Verdict {
        let key = (place, question, part);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let (action, resource) = &self.suite.asked[question][part];
        let principal = uid("Acting", &acting.name).expect("someone");
        let question = self.policies.question(&principal, action, resource);
        let question = question.expect("a question of the schema");
        let answer = self.policies.explain(&self.world, &question);
        let answer = answer.expect("an answer");
        let number = |rule: &String| rule[1..].parse().expect("a rule has a number");
        let rules = answer.rules.iter();
        let verdict = Verdict {
            allowed: answer.allowed,
            rules: rules.fold(0, |all, rule| all | bit(number(rule))),
        };
        self.known.insert(key, verdict);
        verdict
    }
}
