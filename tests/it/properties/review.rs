//! The review of any tenant: it comes to an end, and what mends a finding can be carried out or
//! is refused by a rule.

use mandate::domain::apply::{Assent, Refusal, apply};
use mandate::domain::review::{Acceptance, FindingCode, ReviewSettings, review};
use proptest::prelude::*;
use proptest::sample::select;

use super::config;
use super::draw::random;
use crate::support::{EXCHANGE, Fixture, NOW, TOMORROW, context, id};

const NAMES: [&str; 4] = ["Hugo", "Hug\u{43e}", "H\u{202e}ugo", "\u{200b}"];

/// Beside what an import may bring: names that deceive, sign-ins, and settings.
fn reviewed() -> impl Strategy<Value = Fixture> {
    let names = (select(&NAMES[..]), select(&NAMES[..]));
    let settings = (
        prop::bool::ANY,
        0u16..4,
        select(&["gina", "hugo", "gone"][..]),
    );
    let accepted = select(&FindingCode::ALL[..]);
    (random(), names, settings, accepted).prop_map(|(start, (group, set), settings, code)| {
        let (seen, most, name) = settings;
        let start = start
            .user("extra")
            .but(|user| user.profile.display_name = group.into())
            .but(|user| user.last_sign_in = seen.then_some(NOW))
            .holds(EXCHANGE)
            .group(group, &["extra"])
            .custom_role(set, &["microsoft.office365.messageCenter/messages/read"])
            .role_sets(&[(set, &[EXCHANGE]), ("Hugo", &[])]);
        start.review(|settings: &mut ReviewSettings| {
            settings.thresholds.most_privileged_assignments = most;
            settings.break_glass.insert(id(name));
            let about = mandate::domain::review::FindingAbout::Tenant;
            let key = mandate::domain::review::FindingKey { code, about };
            let acceptance = Acceptance {
                reason: "known".into(),
                until: TOMORROW,
                people: [id(name), id("extra")].into(),
            };
            settings.accepted.insert(key, acceptance);
        })
    })
}

proptest! {
    #![proptest_config(config(100))]

    /// Each by itself, as it is previewed, and all in a row, as they are run. Nobody is found
    /// twice, and there is nothing without people, things or a role to speak of.
    #[test]
    fn what_mends_is_carried_out_or_refused_by_a_rule(start in reviewed()) {
        let start = start.build();
        let findings = review(&context(), &start);
        prop_assert!(findings.is_sorted_by_key(|it| (!it.is_open(), it.severity())));
        let assent = Assent::because("it was found");
        for finding in &findings {
            let mut people = finding.people.clone();
            people.sort_unstable();
            people.dedup();
            prop_assert_eq!(people.len(), finding.people.len());
            let commands = finding.fix(&context(), &start);
            let mut all = start.clone();
            for command in &commands {
                let mut alone = start.clone();
                for tenant in [&mut alone, &mut all] {
                    let outcome = apply(&context(), tenant, id("root"), command, &assent);
                    let possible = !matches!(outcome, Err(Refusal::Impossible(_)));
                    prop_assert!(possible, "{finding:?} {command:?} {outcome:?}");
                    let changes = outcome.is_err() || outcome.is_ok_and(|it| it.entry.is_some());
                    prop_assert!(changes, "{finding:?} {command:?}");
                }
            }
            let before = start.lasting_global_administrators().count();
            prop_assert!(before == 0 || all.lasting_global_administrators().count() > 0);
        }
        for code in FindingCode::ALL {
            let of_it: Vec<_> = findings.iter().filter(|it| it.kind.code() == code).collect();
            let mut keys = std::collections::BTreeMap::new();
            for finding in of_it {
                let people: &mut Vec<_> = keys.entry(finding.key()).or_default();
                people.extend(finding.people.iter().copied());
            }
            for mut people in keys.into_values() {
                let all = people.len();
                people.sort_unstable();
                people.dedup();
                prop_assert_eq!(people.len(), all);
            }
        }
    }
}
