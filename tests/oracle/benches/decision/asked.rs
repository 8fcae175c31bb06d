//! The questions, and the three who are asked them.

use std::fmt::Write;

use casbin::{CoreApi, DefaultModel, Enforcer, StringAdapter};
use mandate::catalogue;
use mandate::domain::command::Command;
use mandate::domain::delegation::{Context, decide};
use mandate::domain::effective::best_grant;
use mandate::domain::office365::{Grant, Office365Permission};
use mandate::domain::time::Timestamp;
use oracle::facts::Facts;
use oracle::policies::{Policies, Sources};
use oracle::world::{Acting, World, uid};

use super::Outcome;
use super::town::{account, as_row, person, role, tenant};

/// The three, asked by the number of a question.
pub struct Three {
    pub questions: usize,
    pub mandate: Box<dyn Fn(usize) -> bool>,
    pub cedar: Box<dyn Fn(usize) -> Outcome<bool>>,
    pub casbin: Box<dyn Fn(usize) -> Outcome<bool>>,
}

/// Roles of people, and people's permissions: what casbin is made for.
const MODEL: &str = "
[request_definition]
r = sub, obj, act

[policy_definition]
p = sub, obj, act

[role_definition]
g = _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act
";

/// May this role do this fully? 8 roles, 15 permissions.
pub fn look_ups() -> Outcome<Three> {
    let facts = Facts::read()?;
    let catalogue = catalogue::shared()?;
    let mut asked = Vec::new();
    for name in eight(&facts) {
        let role = role(&facts, &name)?;
        asked.extend(Office365Permission::ALL.map(|permission| (role, permission)));
    }
    let sets = eight(&facts).into_iter().map(|role| vec![role]);
    let (cedar, casbin) = of_the_matrix(&facts, &sets.collect::<Vec<_>>())?;
    Ok(Three {
        questions: asked.len(),
        mandate: Box::new(move |question| {
            asked
                .get(question)
                .is_some_and(|(role, permission)| catalogue.grant(*role, *permission) == Grant::Yes)
        }),
        cedar,
        casbin,
    })
}

/// May this set of roles do this fully? 256 sets, 15 permissions.
pub fn sets() -> Outcome<Three> {
    let facts = Facts::read()?;
    let catalogue = catalogue::shared()?;
    let eight = eight(&facts);
    let sets: Vec<Vec<String>> = (0..256_u32)
        .map(|set| {
            let roles = eight.iter().enumerate();
            let held = roles.filter(|(place, _)| set & (1 << place) != 0);
            held.map(|(_, role)| role.clone()).collect()
        })
        .collect();
    let mut asked = Vec::new();
    for set in &sets {
        let held = set.iter().map(|name| role(&facts, name));
        let held = held.collect::<Outcome<Vec<_>>>()?;
        asked.extend(Office365Permission::ALL.map(|permission| (held.clone(), permission)));
    }
    let (cedar, casbin) = of_the_matrix(&facts, &sets)?;
    Ok(Three {
        questions: asked.len(),
        mandate: Box::new(move |question| {
            asked.get(question).is_some_and(|(roles, permission)| {
                best_grant(catalogue, roles, *permission) == Grant::Yes
            })
        }),
        cedar,
        casbin,
    })
}

type Asked = Box<dyn Fn(usize) -> Outcome<bool>>;

/// Cedar and casbin, each asked of every set of roles and every permission.
fn of_the_matrix(facts: &Facts, sets: &[Vec<String>]) -> Outcome<(Asked, Asked)> {
    let name = |set: usize| format!("account{set}");
    let policies = policies(facts, |file| file == "matrix")?;
    let accounts = sets.iter().enumerate();
    let accounts: Vec<_> = accounts
        .map(|(set, roles)| (name(set), roles.clone()))
        .collect();
    let world = World::new(facts, policies.schema(), &[], &[], &accounts)?;
    let fully = uid("Action", "goFully")?;
    let (mut for_cedar, mut for_casbin, mut lines) = (Vec::new(), Vec::new(), String::new());
    for (permission, column, cell) in facts.office365.cells() {
        if cell == "yes" {
            writeln!(
                lines,
                "p, {}, {permission}, fully",
                facts.office365_role(column)?
            )?;
        }
    }
    for (set, roles) in sets.iter().enumerate() {
        let account = uid("Account", &name(set))?;
        for permission in Office365Permission::ALL {
            let permission = permission.key();
            for_cedar.push(policies.question(&account, &fully, &uid("Permission", permission)?)?);
            for_casbin.push((name(set), permission, "fully"));
        }
        for role in roles {
            writeln!(lines, "g, {}, {role}", name(set))?;
        }
    }
    let casbin = enforcer(lines)?;
    Ok((
        Box::new(move |question| {
            let question = for_cedar.get(question).ok_or("no such question")?;
            policies.allows(&world, question)
        }),
        Box::new(move |question| {
            let (who, what, how) = for_casbin.get(question).ok_or("no such question")?;
            Ok(casbin.enforce((who, what, how))?)
        }),
    ))
}

/// May this account reset the password of that person? 19 accounts, 18 people.
pub fn resets() -> Outcome<Three> {
    let facts = Facts::read()?;
    let catalogue = catalogue::shared()?;
    let policies = policies(&facts, |file| file != "matrix")?;
    let roles = facts.roles.iter();
    let acting: Vec<&str> = roles
        .filter(|role| {
            let outside = facts.actions.iter().any(|(name, _)| *name == role.name);
            role.office365.is_some() || outside || facts.reach.contains_key(&role.name)
        })
        .map(|role| role.name.as_str())
        .collect();
    let rows = facts.password_reset.rows.iter();
    let rows: Vec<_> = rows.map(|(row, _)| as_row(row)).collect();
    let tenant = tenant(&facts, &acting, &rows)?;
    let accounts: Vec<_> = acting
        .iter()
        .map(|role| Acting {
            name: (*role).to_owned(),
            role: Some((*role).to_owned()),
            enabled: true,
            in_force: true,
            whole_tenant: true,
            account: String::new(),
        })
        .collect();
    let world = World::new(&facts, policies.schema(), &accounts, &rows, &[])?;
    let reset = uid("Action", "resetPassword")?;
    let (mut asked, mut for_cedar, mut for_casbin) = (Vec::new(), Vec::new(), Vec::new());
    let mut lines = String::new();
    for (place, name) in acting.iter().enumerate() {
        let acting = uid("Acting", name)?;
        writeln!(lines, "g, account{place}, {name}")?;
        for (row, target) in rows.iter().enumerate() {
            let question = policies.question(&acting, &reset, &uid("Person", &target.name)?)?;
            // A list of who may do what to whom is all that this model can hold.
            if policies.allows(&world, &question)? {
                writeln!(lines, "p, {name}, {}, reset", target.name)?;
            }
            for_cedar.push(question);
            for_casbin.push((format!("account{place}"), target.name.clone(), "reset"));
            asked.push((account(place), Command::ResetPassword(person(row))));
        }
    }
    let casbin = enforcer(lines)?;
    Ok(Three {
        questions: asked.len(),
        mandate: Box::new(move |question| {
            let context = Context {
                catalogue,
                now: Timestamp(1_795_348_800),
            };
            asked.get(question).is_some_and(|(actor, command)| {
                decide(&context, &tenant, *actor, command).is_allowed()
            })
        }),
        cedar: Box::new(move |question| {
            let question = for_cedar.get(question).ok_or("no such question")?;
            policies.allows(&world, question)
        }),
        casbin: Box::new(move |question| {
            let (who, whom, what) = for_casbin.get(question).ok_or("no such question")?;
            Ok(casbin.enforce((who, whom, what))?)
        }),
    })
}

/// The eight Office 365 roles, in the order of the matrix.
fn eight(facts: &Facts) -> Vec<String> {
    let columns = facts.office365.columns.iter();
    let names = columns.filter_map(|column| facts.office365_role(column).ok());
    names.map(str::to_owned).collect()
}

/// The policies of some files: who is asked about one thing reads no others.
fn policies(facts: &Facts, wanted: impl Fn(&str) -> bool) -> Outcome<Policies> {
    let mut sources = Sources::read();
    sources.files.retain(|(file, _)| wanted(file));
    Policies::read(&sources, facts, &[])
}

fn enforcer(lines: String) -> Outcome<Enforcer> {
    let model = pollster::block_on(DefaultModel::from_str(MODEL))?;
    let adapter = StringAdapter::new(lines);
    Ok(pollster::block_on(Enforcer::new(model, adapter))?)
}
