//! Verdicts on the people of a file, as the gate gives them: each beside its line and column.

use std::sync::Arc;

use mandate::domain::apply::Verdict;
use mandate::domain::language::Language;
use mandate::domain::organization::Service;
use mandate::domain::tenant::Tenant;
use mandate::domain::user::{DelegatedAdministration, UserId};
use mandate::exchange::people::row::people;
use mandate::exchange::people::table::PeopleTable;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::views::import::export::{corrections, text};
use mandate::ui::views::import::report::{Filter, Report, Shown};
use mandate::ui::views::import::rows::{Mark, Row, rows};
use uuid::Uuid;

use crate::support::{Fixture, GLOBAL, NOW, USERS, empty, id, roles};

const HEAD: &str =
    "user_name,display_name,alternate_email,licences,roles,delegated_administration\n";

/// Anna, a Global Administrator, and Ursula, a User management administrator.
fn tenant() -> Fixture {
    empty()
        .user("anna")
        .holds(GLOBAL)
        .user("ursula")
        .holds(USERS)
}

fn session(fixture: &Fixture, actor: &str) -> Session {
    let mut session = Session::opened(fixture.build(), Arc::clone(roles()), || NOW);
    session
        .sign_in(id(actor))
        .expect("an account that may sign in");
    session
}

/// What a rehearsal says about these lines below the headings.
fn report(session: &Session, lines: &str) -> Report {
    let bytes = format!("{HEAD}{lines}").into_bytes();
    let table = Arc::new(PeopleTable::read(bytes).expect("a table"));
    let mut next = 0_u128;
    let mut new_id = || {
        next += 1;
        UserId(Uuid::from_u128(next << 64))
    };
    let mapping = table.mapping().clone();
    let tenant = session.tenant();
    let found = people(
        &table,
        &mapping,
        None,
        tenant,
        roles(),
        &mut new_id,
        &mut |_| true,
    );
    let found = Arc::new(found.expect("it is not stopped"));
    let command = |_: &Tenant, number: usize| found.commands[number].clone();
    let told = session
        .fork()
        .rehearse_each(found.commands.len(), &command, &mut |_| true);
    let told = told.expect("someone is signed in").expect("it goes on");
    Report::new(table, mapping, found, told.verdicts)
}

fn all(report: &Report) -> Vec<Row> {
    let places = report.places(&Filter::default());
    rows(&Texts::new(Language::English), roles(), report, &places)
}

#[test]
fn what_the_gate_refuses_names_line_column_and_rule() {
    let fixture = tenant()
        .sold(&[Service::ExchangeOnline])
        .bought_from("Fabrikam")
        .seats(1);
    let report = report(
        &session(&fixture, "anna"),
        "ANNA@contoso.nl,Another Anna,,,,\n\
         b@contoso.nl,Bea,bea@contoso.nl,,,\n\
         c@contoso.nl,Cor,,,SharePoint Administrator,\n\
         d@contoso.nl,Daan,,,Billing Administrator,\n\
         e@contoso.nl,Els,,,Service administrator,\n\
         f@contoso.nl,Frits,,,Partner Tier1 Support,\n\
         g@contoso.nl,Gea,,,,Full\n\
         h@contoso.nl,Hans,,Everything,,\n\
         i@contoso.nl,Ien,,Everything,,\n\
         j@contoso.nl,Jo,,,Exchange Administrator;Service administrator,None\n",
    );
    let told: Vec<_> = all(&report)
        .iter()
        .map(|row| {
            let places = row.why.iter().map(|(place, _)| place.clone());
            (
                row.line,
                row.mark == Mark::Refused,
                places.collect::<Vec<_>>().join(" / "),
            )
        })
        .collect();
    let refused = |line, place: &str| (line, true, place.to_owned());
    let added = |line| (line, false, String::new());
    assert_eq!(
        told,
        [
            refused(2, "Column user_name, R26"),
            refused(3, "Column alternate_email, R7"),
            refused(4, "Column roles, R9"),
            refused(5, "Column roles, R10"),
            refused(6, "Column roles, R12"),
            refused(7, "Column roles, R20"),
            refused(8, "Column delegated_administration, R18"),
            added(9),
            refused(10, "Column licences"),
            (11, false, "R8".to_owned()),
        ]
    );
    let tally = &report.tally;
    assert_eq!((tally.all, tally.added, tally.refused), (10, 2, 8));
    assert_eq!(tally.count(Shown::Warned), 1);
    assert_eq!(
        report.commands().len(),
        2,
        "only those who may be added are submitted"
    );
    let seats = &all(&report)[8].why[0].1;
    assert!(seats.contains("Everything has no seat left"), "{seats}");
}

#[test]
fn a_partner_gives_delegated_administration() {
    let fixture = tenant().certified_partner();
    let report = report(
        &session(&fixture, "anna"),
        "f@contoso.nl,Full,,,,Volledig\nl@contoso.nl,Limited,,,,limited\nn@contoso.nl,None,,,,None\n",
    );
    let rows = all(&report);
    assert!(rows.iter().all(|row| row.mark == Mark::Added), "{rows:?}");
    assert_eq!(rows[0].roles[0].name, "Delegated administration, full");
    assert!(rows[0].roles[0].privileged);
    assert_eq!(rows[1].roles[0].name, "Delegated administration, limited");
    assert_eq!(rows[2].roles, []);
    let levels: Vec<_> = report.people.rows.iter().map(|row| row.delegated).collect();
    assert_eq!(
        levels,
        [
            DelegatedAdministration::Full,
            DelegatedAdministration::Limited,
            DelegatedAdministration::None,
        ]
    );
    assert_eq!(
        report.tally.confirmations.len(),
        2,
        "each level is confirmed"
    );
}

#[test]
fn user_management_adds_people_and_no_administrators() {
    let report = report(
        &session(&tenant(), "ursula"),
        "p@contoso.nl,Plain,,,,\nr@contoso.nl,With a role,,,Reports Reader,\n",
    );
    let rows = all(&report);
    assert_eq!(rows[0].mark, Mark::Added);
    assert_eq!(rows[1].mark, Mark::Refused);
    let places: Vec<_> = rows[1]
        .why
        .iter()
        .map(|(place, _)| place.as_str())
        .collect();
    assert!(places.contains(&"Column roles, R1"), "{places:?}");
}

#[test]
fn rows_are_found_by_verdict_and_words() {
    let report = report(
        &session(&tenant(), "anna"),
        "a1@contoso.nl,Chloé Zwart,,,,\nb1,Bad Name,,,,\nc1@contoso.nl,Kim,,,,Full\n",
    );
    let found = |shown, text: &str| {
        report.places(&Filter {
            shown,
            text: text.to_owned(),
        })
    };
    assert_eq!(found(Shown::All, ""), [0, 1, 2]);
    assert_eq!(found(Shown::Added, ""), [0]);
    assert_eq!(found(Shown::Refused, ""), [1, 2]);
    assert_eq!(found(Shown::All, "CHLOE"), [0]);
    assert_eq!(found(Shown::All, "c1@"), [2]);
    assert_eq!(found(Shown::Added, "kim"), [0_u32; 0]);
}

#[test]
fn verdicts_leave_as_csv_without_formulas() {
    let report = report(
        &session(&tenant(), "anna"),
        "=1+1@contoso.nl,\"=HYPERLINK(\"\"x\"\")\",,,,\np@contoso.nl,@Plain,,,Reports Reader,\n",
    );
    let texts = Texts::new(Language::English);
    let written = text(&texts, roles(), &report, false, &[0, 1]);
    let lines: Vec<_> = written.lines().collect();
    assert_eq!(lines[0], "Line,Name,User name,Roles,Outcome,Why");
    assert!(lines[1].starts_with("2,\"'=HYPERLINK(\"\"x\"\")\",'=1+1@contoso.nl,,Refused,"));
    assert!(lines[2].starts_with("3,'@Plain,p@contoso.nl,Reports Reader,Will be added,"));
    let corrections = corrections(&texts, roles(), &report);
    assert_eq!(corrections.lines().count(), 2);
    let again = PeopleTable::read(corrections.into_bytes()).expect("a table");
    assert_eq!(again.cell(0, 1), "=HYPERLINK(\"x\")");
    assert!(
        again
            .cell(0, 7)
            .starts_with("line 2, column user_name, R26: ")
    );
}

#[test]
fn what_became_of_those_submitted_stands_beside_what_was_refused_before() {
    let before = report(
        &session(&tenant(), "anna"),
        "a1@contoso.nl,A,,,,\nb1,B,,,,\nanna@contoso.nl,C,,,,\nd1@contoso.nl,D,,,,\n",
    );
    assert_eq!(before.tally.added, 2);
    let after = before.submitted(vec![Verdict::Unchanged, Verdict::Unchanged]);
    let marks: Vec<_> = all(&after).iter().map(|row| row.mark).collect();
    assert_eq!(
        marks,
        [Mark::Added, Mark::Refused, Mark::Refused, Mark::Added]
    );
}

#[test]
fn what_turns_the_direction_of_a_text_is_not_shown() {
    let report = report(
        &session(&tenant(), "anna"),
        "b1@contoso.nl,Anna\u{202e}etteJ,,,\u{2066}Global Administrator,\n",
    );
    let row = &all(&report)[0];
    let shown = format!("{} {} {}", row.name, row.user_name, row.whole());
    assert!(
        !shown
            .chars()
            .any(|c| ('\u{2028}'..='\u{206f}').contains(&c)),
        "{shown}"
    );
    assert_eq!(row.name, "Anna?etteJ");
    assert_eq!(row.why.len(), 2);
}
