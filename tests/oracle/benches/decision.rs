//! What one decision costs: Mandate's against Cedar's and casbin's, on the same questions.
//!
//! `cargo bench -p oracle` prints one line a question; `-- --quick` measures less often. All three
//! hold what they need beforehand and are asked with questions made beforehand; before anything
//! is measured they must give the same answers. Times are medians, taken by turns. Nothing fails
//! when a target is not met.
//!
//! The first two questions are about a table alone: how far a role, or a set of roles, goes with
//! one of the fifteen permissions. Only the third is a decision of the policy: a Command, on a
//! tenant, by an account.

#[allow(dead_code, reason = "shared with the project's own benchmarks")]
#[path = "../../../benches/timing.rs"]
mod timing;

#[path = "decision/asked.rs"]
mod asked;
#[path = "decision/town.rs"]
mod town;

use std::hint::black_box;
use std::time::Duration;

use self::asked::{Three, look_ups, resets, sets};
use self::timing::{median, time};

/// What a measurement returns: errors end the program and are shown by it.
type Outcome<T = ()> = oracle::Result<T>;

/// How many times as fast as the others Mandate is to be.
const AGAINST_CEDAR: f64 = 1_000.0;
const AGAINST_CASBIN: f64 = 100.0;

fn main() -> Outcome {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let runs = if quick { 5 } else { 31 };
    println!("One decision; Cedar 4, casbin 2; how many times as fast Mandate is\n");
    let lookup = "look-up: the grant of a role, `RoleCatalogue::grant`";
    compare(lookup, runs, &mut look_ups()?)?;
    let set = "look-up: the best grant of a set of roles, `best_grant`";
    compare(set, runs, &mut sets()?)?;
    compare("full `decide`: reset a password", runs, &mut resets()?)?;
    Ok(())
}

/// Checks that the three agree, measures them by turns and prints.
fn compare(name: &str, runs: u32, three: &mut Three) -> Outcome {
    let mut yes = 0;
    for question in 0..three.questions {
        let answers = (
            (three.mandate)(question),
            (three.cedar)(question)?,
            (three.casbin)(question)?,
        );
        if answers.0 != answers.1 || answers.0 != answers.2 {
            return Err(format!("{name}: question {question} is answered {answers:?}").into());
        }
        yes += usize::from(answers.0);
    }
    let (mut mandate, mut cedar, mut casbin) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        // Many times over, since once is over before the clock has ticked.
        let took = time(|| {
            for _ in 0..REPEATED {
                for question in 0..three.questions {
                    black_box((three.mandate)(black_box(question)));
                }
            }
        });
        mandate.push(took / REPEATED);
        cedar.push(time(|| {
            for question in 0..three.questions {
                drop(black_box((three.cedar)(black_box(question))));
            }
        }));
        casbin.push(time(|| {
            for question in 0..three.questions {
                drop(black_box((three.casbin)(black_box(question))));
            }
        }));
    }
    let one = |times: Vec<Duration>| -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "there are not that many questions"
        )]
        let questions = three.questions as f64;
        median(times).as_secs_f64() * 1e9 / questions
    };
    let (mandate, cedar, casbin) = (one(mandate), one(cedar), one(casbin));
    println!("{name}: {} questions, {yes} of them yes", three.questions);
    println!("  Mandate {mandate:>12.1} ns");
    for (other, figure, target) in [
        ("Cedar", cedar, AGAINST_CEDAR),
        ("casbin", casbin, AGAINST_CASBIN),
    ] {
        let ratio = figure / mandate;
        let met = if ratio >= target { "met" } else { "NOT MET" };
        println!("  {other:<7} {figure:>12.1} ns  {ratio:>9.0} x, target {target} x: {met}");
    }
    println!();
    Ok(())
}

/// How often Mandate is asked everything in one run.
const REPEATED: u32 = 20;
