//! The history: what its rows say, what filters leave, and what undo takes back.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mandate::domain::audit::AuditOrigin;
use mandate::domain::diff::KnownNames;
use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::i18n::Texts;
use mandate::sample::dutch_organisation;
use mandate::ui::views::changes::facts::{Facts, Query, everything, undone};
use mandate::ui::views::changes::rows::rows;

use super::{SANNE, choose, fill, give_phone, looking, press, show, shows, spoken};
use crate::app_support::{Window, click, open_sample, settle, sign_in, tenant_of};
use crate::support::{EXCHANGE, NOW, roles};

#[test]
fn entries_say_who_changed_what_when_and_why() {
    let window = looking();
    let rows = spoken(&window);
    assert_eq!(
        rows[0],
        "Entry 14, 2 days ago, Priya Ramdin, Dennis Groen: password reset"
    );
    assert_eq!(
        rows[6],
        "Entry 8, 1 Sep 2026, Daan Bakker, Wim Jansen: sign-in blocked, Uit dienst"
    );
    assert_eq!(
        rows[7],
        "Entry 7, 26 Apr 2026, Sanne de Vries, Joëlle Peeters: Global Administrator assigned, \
         Cloudmigratie, Privileged"
    );
    assert!(shows(&window, "14 entries"));
    assert!(shows(&window, "The history holds together"));
    for button in ["Undo", "Redo"] {
        let buttons = window.query_all_by_role_and_label(Role::Button, button);
        let last = buttons.last().expect("a button in the view");
        assert!(last.accesskit_node().is_disabled(), "{button}");
    }
}

#[test]
fn an_entry_opens_with_everything_that_changed() {
    let mut window = looking();
    let of_13 = "Entry 13, 3 days ago, Sanne de Vries, Marit Hofstra: account \
                 marit.hofstra@rijnzicht.example deleted and 4 more, Contract afgelopen, Privileged";
    choose(&mut window, Role::Row, of_13);
    for text in ["Entry 13", "Contract afgelopen", "5 changes", "Reason"] {
        assert!(shows(&window, text), "{text}");
    }
    let items: Vec<_> = spoken(&window)
        .into_iter()
        .filter(|it| !it.starts_with("Entry"))
        .collect();
    assert_eq!(items.len(), 5, "{items:?}");
    assert_eq!(
        items[0],
        "Marit Hofstra: account marit.hofstra@rijnzicht.example deleted"
    );
    // The keyboard goes on to the next, and Escape closes.
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(shows(&window, "Entry 12") && shows(&window, "No reason given"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!shows(&window, "No reason given"));
}

#[test]
fn words_and_menus_filter() {
    let mut window = looking();
    fill(&mut window, "Search the history", "wim blocked");
    assert_eq!(spoken(&window).len(), 1);
    assert!(shows(&window, "1 of 14 entries"));
    fill(&mut window, "Search the history", "zzz");
    assert!(shows(&window, "No entry matches"));
    click(&mut window, "Clear filters");
    assert_eq!(spoken(&window).len(), 14);

    choose(&mut window, Role::Button, "Role");
    choose(&mut window, Role::Button, "Global Administrator (2)");
    assert_eq!(spoken(&window).len(), 2);
    choose(&mut window, Role::Button, "Changed by");
    choose(&mut window, Role::Button, "Daan Bakker (2)");
    assert!(shows(&window, "No entry matches"));
    click(&mut window, "Clear filters");

    choose(&mut window, Role::Button, "Period");
    choose(&mut window, Role::Button, "Last 7 days");
    let rows = spoken(&window);
    let numbers: Vec<_> = rows.iter().map(|row| &row[..8]).collect();
    assert_eq!(numbers, ["Entry 14", "Entry 13", "Entry 12"]);
}

#[test]
fn a_date_that_is_none_says_so() {
    let mut window = looking();
    choose(&mut window, Role::Button, "Period");
    fill(&mut window, "From", "yesterday");
    assert!(shows(&window, "This is not a date."));
    assert_eq!(spoken(&window).len(), 14, "it leaves out nothing");
    fill(&mut window, "From", "20-11-2026");
    assert!(!shows(&window, "This is not a date."));
    assert_eq!(spoken(&window).len(), 1);
}

/// Sanne gives Dennis a phone.
fn changed() -> Window {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    give_phone(&mut window, "dennis");
    assert_eq!(tenant_of(&window).audit().len(), 15, "it is saved");
    show(&mut window);
    window
}

#[test]
fn what_was_changed_is_seen_and_undone_from_here() {
    let mut window = changed();
    let first = |window: &Window| spoken(window)[0].clone();
    let done =
        "Entry 15, Just now, Sanne de Vries, Dennis Groen: mobile phone set to “+31612345678”";
    assert_eq!(first(&window), done);
    let takes_back = "Undo takes back entry 15: Dennis Groen: mobile phone set to “+31612345678”";
    assert!(shows(&window, takes_back));
    let undo = |window: &mut Window, name: &str| {
        let buttons = window.query_all_by_role_and_label(Role::Button, name);
        let last = buttons.last().expect("a button in the view");
        let description = last.accesskit_node().data().description();
        assert!(description.is_some_and(|it| it.contains("entry 15")));
        last.click();
        settle(window);
    };
    undo(&mut window, "Undo");
    let rows = spoken(&window);
    assert_eq!(
        rows[0],
        "Entry 16, Just now, Sanne de Vries, Dennis Groen: mobile phone “+31612345678” removed, Undoes 15"
    );
    assert_eq!(rows[1], format!("{done}, Undone by 16"));
    undo(&mut window, "Redo");
    let rows = spoken(&window);
    assert_eq!(
        rows[0],
        "Entry 17, Just now, Sanne de Vries, Dennis Groen: mobile phone set to “+31612345678”, Redoes 15"
    );
    assert_eq!(rows[2], done, "it stands again");
    let entry = tenant_of(&window).audit_entry(17).expect("noted");
    assert_eq!(entry.origin, AuditOrigin::Redo(15));
}

fn facts(tenant: &Tenant) -> Facts {
    Facts::of(tenant, roles(), Language::English)
}

#[test]
fn a_query_leaves_what_it_asks_for() {
    let tenant = dutch_organisation(NOW);
    let facts = facts(&tenant);
    let who = |name: &str| {
        let upn = format!("{name}@rijnzicht.example");
        tenant.users().by_upn(&upn).expect("someone").id
    };
    let numbers = |query: &Query| -> Vec<u32> {
        let places = facts.matching(tenant.audit(), query);
        places.into_iter().map(|place| place + 1).collect()
    };
    let all = Query::default();
    assert_eq!(numbers(&all), (1..=14).rev().collect::<Vec<_>>());
    assert_eq!(everything(tenant.audit()).len(), 14);
    for (query, expected) in [
        (
            Query {
                person: Some(who("dennis.groen")),
                ..all.clone()
            },
            vec![14],
        ),
        (
            Query {
                role: Some(EXCHANGE),
                ..all.clone()
            },
            vec![4],
        ),
        (
            Query {
                actor: Some(who("daan.bakker")),
                ..all.clone()
            },
            vec![8, 4],
        ),
        (
            Query {
                actor: Some(who("daan.bakker")),
                text: "uit DIENST".into(),
                ..all.clone()
            },
            vec![8],
        ),
        (
            Query {
                from: Some(mandate::domain::time::Timestamp(NOW.0 - 3 * 86_400)),
                until: Some(mandate::domain::time::Timestamp(NOW.0 - 2 * 86_400)),
                ..all.clone()
            },
            vec![13],
        ),
        (
            Query {
                text: "joelle".into(),
                ..all.clone()
            },
            vec![7],
        ),
    ] {
        assert_eq!(numbers(&query), expected, "{query:?}");
    }
    assert_eq!((facts.broken, facts.unchained), (None, 0));
    assert!(
        facts
            .actors
            .iter()
            .any(|(name, _, count)| name == "Daan Bakker" && *count == 2)
    );
}

#[test]
fn rows_say_how_many_more() {
    let tenant = dutch_organisation(NOW);
    let texts = Texts::new(Language::Dutch).in_utc();
    let entries: Vec<_> = tenant.audit().iter().skip(3).take(1).collect();
    let told = rows(&texts, roles(), &tenant, &BTreeMap::new(), &entries);
    assert_eq!(
        told[0].what,
        "Mehmet Yılmaz: Exchange-beheerder toegewezen en nog 1"
    );
    assert_eq!(told[0].why, "Neemt het beheer van e-mail en agenda over");
    assert_eq!(told[0].actor, "Daan Bakker");
    // Who is gone without a trace is told by their id.
    let told = rows(
        &texts,
        roles(),
        &KnownNames::default(),
        &BTreeMap::new(),
        &entries,
    );
    assert_eq!(told[0].actor, entries[0].actor.0.to_string());
    assert!(undone(tenant.audit()).is_empty());
}

/// A reason asks for a ticket as well, and both are found again.
#[test]
fn a_reason_and_a_ticket_are_kept() {
    let mut window = open_sample();
    sign_in(&mut window, "sanne", SANNE);
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(egui::Event::Text("dennis".to_owned()));
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    choose(&mut window, Role::RadioButton, "Global administrator");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(shows(&window, "Confirm and say why"));
    window.event(egui::Event::Text("Covers for Vera".to_owned()));
    settle(&mut window);
    fill(&mut window, "Ticket (optional)", " CHG-1042 ");
    click(&mut window, "Confirm");
    let entry = tenant_of(&window).audit_entry(15).expect("it is done");
    assert_eq!(entry.reason.as_deref(), Some("Covers for Vera"));
    assert_eq!(entry.ticket.as_deref(), Some("CHG-1042"));
    show(&mut window);
    let row = "Entry 15, Just now, Sanne de Vries, Dennis Groen: Global Administrator assigned, \
               Covers for Vera · CHG-1042, Privileged";
    choose(&mut window, Role::Row, row);
    assert!(shows(&window, "Ticket") && shows(&window, "CHG-1042"));
    // Going back keeps the ticket of the change it goes back on.
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let entry = tenant_of(&window).audit_entry(16).expect("it is undone");
    assert_eq!(entry.ticket.as_deref(), Some("CHG-1042"));
}
