//! What the steps ask for, what stands in the way, and how verdicts are counted and written.

use std::sync::Arc;

use mandate::domain::apply::{Impossible, Refusal, Verdict};
use mandate::domain::audit::{AuditItem, UserField};
use mandate::domain::bulk::{BulkEdit, BulkLicences, BulkRoles};
use mandate::domain::command::Command;
use mandate::domain::delegation::decide;
use mandate::domain::language::Language;
use mandate::domain::organization::SubscriptionId;
use mandate::domain::rule::Rule;
use mandate::domain::user::{DelegatedAdministration, SignIn};
use mandate::i18n::Texts;
use mandate::ui::user_index::UserIndex;
use mandate::ui::views::bulk_edit::Step;
use mandate::ui::views::bulk_edit::draft::{
    Draft, LicencesDraft, Problem, RolesDraft, SignInDraft, TextDraft,
};
use mandate::ui::views::bulk_edit::export;
use mandate::ui::views::bulk_edit::report::{Filter, Items, Report, Shown, Why};
use uuid::Uuid;

use super::people;
use crate::support::{HELPDESK, NOW, context, id, roles};

fn on(text: &str) -> TextDraft {
    TextDraft {
        on: true,
        text: text.to_owned(),
    }
}

fn off(text: &str) -> TextDraft {
    TextDraft {
        on: false,
        text: text.to_owned(),
    }
}

fn seat() -> SubscriptionId {
    SubscriptionId(Uuid::from_u128(7))
}

#[test]
fn nothing_that_was_not_switched_on_is_asked_for() {
    assert_eq!(Draft::default().edit(true), BulkEdit::default());
    // What was typed, chosen and then switched off is not asked for either.
    let draft = Draft {
        department: off("Sales"),
        office: off("Tiel"),
        usage_location: off("NL"),
        sign_in: SignInDraft::Allow,
        chosen_roles: [HELPDESK].into(),
        chosen_licences: [seat()].into(),
        ..Draft::default()
    };
    assert_eq!(draft.edit(true), BulkEdit::default());
    assert!(!draft.is_empty(), "something would be lost by leaving");
}

#[test]
fn each_switch_asks_for_one_thing() {
    let nothing = BulkEdit::default;
    let check = |draft: Draft, expected: BulkEdit| assert_eq!(draft.edit(true), expected);
    check(
        Draft {
            department: on("  Sales "),
            ..Draft::default()
        },
        BulkEdit {
            department: Some(Some("Sales".into())),
            ..nothing()
        },
    );
    check(
        Draft {
            office: on("  "),
            ..Draft::default()
        },
        BulkEdit {
            office: Some(None),
            ..nothing()
        },
    );
    check(
        Draft {
            usage_location: on("nl"),
            ..Draft::default()
        },
        BulkEdit {
            usage_location: Some(Some("NL".into())),
            ..nothing()
        },
    );
    check(
        Draft {
            changes_sign_in: true,
            ..Draft::default()
        },
        BulkEdit {
            sign_in: Some(SignIn::Blocked),
            ..nothing()
        },
    );
    check(
        Draft {
            roles: RolesDraft::Revoke,
            chosen_roles: [HELPDESK].into(),
            ..Draft::default()
        },
        BulkEdit {
            roles: BulkRoles::Revoke,
            ..nothing()
        },
    );
    check(
        Draft {
            licences: LicencesDraft::Replace,
            chosen_licences: [seat()].into(),
            ..Draft::default()
        },
        BulkEdit {
            licences: BulkLicences::Replace([seat()].into()),
            ..nothing()
        },
    );
}

#[test]
fn delegated_administration_is_a_certified_partners() {
    let draft = Draft {
        delegation: Some(DelegatedAdministration::Limited),
        ..Draft::default()
    };
    let level = |partner| draft.edit(partner).delegated_administration;
    assert_eq!(level(true), Some(DelegatedAdministration::Limited));
    assert_eq!(level(false), None);
}

#[test]
fn a_step_is_reached_when_those_before_it_are_in_order() {
    let check = |draft: &Draft, to: Step, expected: Option<Problem>| {
        assert_eq!(draft.obstacle(to, false), expected, "{to:?} of {draft:?}");
    };
    let nothing = Draft::default();
    check(&nothing, Step::Licences, None);
    check(&nothing, Step::Results, Some(Problem::NothingAsked));

    for (typed, wrong) in [
        ("N", true),
        ("NLD", true),
        ("é1", true),
        ("nl", false),
        ("", false),
    ] {
        let draft = Draft {
            usage_location: on(typed),
            ..Draft::default()
        };
        let expected = wrong.then_some(Problem::UsageLocation);
        check(&draft, Step::Details, None);
        check(&draft, Step::Settings, expected);
        check(&draft, Step::Results, expected);
    }

    let yes = Draft {
        roles: RolesDraft::Assign,
        ..Draft::default()
    };
    check(&yes, Step::Settings, None);
    check(&yes, Step::Licences, Some(Problem::NoRole));
    check(&yes, Step::Results, Some(Problem::NoRole));
    let with_role = Draft {
        chosen_roles: [HELPDESK].into(),
        ..yes
    };
    check(&with_role, Step::Results, None);

    for licences in [
        LicencesDraft::Add,
        LicencesDraft::Replace,
        LicencesDraft::Remove,
    ] {
        let draft = Draft {
            licences,
            department: on("Sales"),
            ..Draft::default()
        };
        check(&draft, Step::Results, Some(Problem::NoLicence));
    }
}

/// Anna is refused by R25 (as if she were synchronised), Piet changes, Syb has no seat, Zoe is as
/// wanted.
fn report() -> Report {
    let tenant = people().build();
    let sign_in = Command::SetSignIn {
        user: id("syb"),
        sign_in: SignIn::Blocked,
    };
    let refused = decide(&context(), &tenant, id("anna"), &sign_in);
    assert!(refused.refused_by(Rule::MasteredOnPremises));
    let no_seats = Impossible::NoSeats {
        subscription: "Everything".into(),
        seats: 1,
    };
    let verdicts = vec![
        Verdict::Refused(Box::new(Refusal::Policy(refused))),
        Verdict::Changed {
            items: 0..2,
            remarks: None,
        },
        Verdict::Refused(Box::new(Refusal::Impossible(no_seats))),
        Verdict::Unchanged,
    ];
    let items = [
        AuditItem::FieldChanged {
            user: id("piet"),
            field: UserField::Department,
            from: Some("ICT".into()),
            to: Some("=cmd|' /C calc'!A0".into()),
        },
        AuditItem::SignInBlocked(id("piet")),
    ];
    Report::new(
        ["anna", "piet", "syb", "zoe"].map(id).into(),
        Arc::new(BulkEdit::default()),
        verdicts,
        Items::Rehearsed(items.into()),
    )
}

#[test]
fn verdicts_are_counted_by_what_they_are_and_by_what_refuses() {
    let tally = report().tally;
    let counts = Shown::ALL.map(|shown| tally.count(shown));
    assert_eq!(counts, [4, 1, 1, 2, 0]);
    let whys: Vec<_> = tally.whys.into_iter().collect();
    assert_eq!(
        whys,
        [
            (Why::Rule(Rule::MasteredOnPremises), 1),
            (Why::Impossible, 1)
        ]
    );
}

#[test]
fn a_filter_keeps_the_order() {
    let tenant = people().build();
    let index = UserIndex::build(&tenant, roles(), NOW);
    let report = report();
    let places = |filter: Filter| report.places(&filter, &tenant, &index);
    let shown = |shown| {
        places(Filter {
            shown,
            ..Filter::default()
        })
    };
    assert_eq!(shown(Shown::All), [0, 1, 2, 3]);
    assert_eq!(shown(Shown::Changed), [1]);
    assert_eq!(shown(Shown::Unchanged), [3]);
    assert_eq!(shown(Shown::Refused), [0, 2]);
    assert_eq!(shown(Shown::Warned), [] as [u32; 0]);
    let why = Some(Why::Impossible);
    assert_eq!(
        places(Filter {
            why,
            ..Filter::default()
        }),
        [2]
    );
    let text = |shown, text: &str| {
        places(Filter {
            shown,
            text: text.to_owned(),
            ..Filter::default()
        })
    };
    assert_eq!(text(Shown::All, "ict"), [1], "Piet's department");
    assert_eq!(text(Shown::All, "@contoso"), [0, 1, 2, 3]);
    assert_eq!(text(Shown::Refused, "SYB"), [2]);
    assert_eq!(text(Shown::Changed, "syb"), [] as [u32; 0]);
    assert_eq!(*report.refused(), ["anna", "syb"].map(id));
}

#[test]
fn the_results_are_a_table_that_no_spreadsheet_runs() {
    let fixture = people()
        .user("mal")
        .but(|user| user.profile.display_name = "=1+1".into());
    let tenant = fixture.build();
    let texts = Texts::new(Language::English);
    let mut report = report();
    report.people = ["mal", "piet", "syb", "zoe"].map(id).into();
    let text = export::text(&texts, roles(), &tenant, &report, false, &[0, 1, 2, 3]);
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("Name,User name,Outcome,Rules,\"What changes, or why not\"")
    );
    let first = lines.next().unwrap_or_default();
    assert!(
        first.starts_with("'=1+1,mal@contoso.nl,Refused,R25,\"R25: Name, "),
        "{first}"
    );
    assert_eq!(
        lines.next(),
        Some(
            "piet,piet@contoso.nl,Will change,,\
             Department changed from “ICT” to “=cmd|' /C calc'!A0”; Sign-in blocked"
        )
    );
    assert_eq!(
        lines.next(),
        Some(
            "syb,syb@contoso.nl,Refused,,\
             Everything has no seat left: its one seat is in use."
        )
    );
    assert_eq!(
        lines.next(),
        Some("zoe,zoe@contoso.nl,No change,,Is so already")
    );
    assert_eq!(lines.next(), None);
    let done = export::text(&texts, roles(), &tenant, &report, true, &[1]);
    assert!(done.contains("piet,piet@contoso.nl,Changed,,"), "{done}");
}
