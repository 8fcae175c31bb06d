//! Accepting a finding for a while, and what becomes of it.

use std::sync::atomic::{AtomicI64, Ordering};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};
use mandate::domain::review::{Acceptance, FindingAbout, FindingCode, FindingKey};
use mandate::domain::time::Timestamp;

use super::{BLOCKED, found, review, row, tab, with_bob};
use crate::app_support::{
    click, disabled, fill, open_tenant, open_tenant_at, settle, tells, tenant_of, until,
    until_reviewed,
};
use crate::support::{NOW, REPORTS_READER, id};

const KEY: FindingKey = FindingKey {
    code: FindingCode::BlockedHoldRoles,
    about: FindingAbout::Tenant,
};
/// The last second of 20 February 2027, ninety days after now, in UTC.
const END: Timestamp = Timestamp(1_803_167_999);

static CLOCK: AtomicI64 = AtomicI64::new(NOW.0);

fn clock() -> Timestamp {
    Timestamp(CLOCK.load(Ordering::SeqCst))
}

#[test]
fn an_accepted_finding_comes_back_when_its_end_has_come() {
    let tenant = with_bob().build();
    let (mut window, _folder) = open_tenant_at(&tenant, "nood1", clock);
    review(&mut window);
    row(&mut window, BLOCKED);
    click(&mut window, "Accept…");
    let why = disabled(&window, "Accept").expect("a reason is missing");
    assert_eq!(why, "Give a reason: it stands beside the finding.");
    let until_field = window.get_by_role_and_label(Role::TextInput, "Until");
    let value = until_field.accesskit_node().value();
    assert_eq!(value.as_deref(), Some("2027-02-20"));
    fill(&mut window, "Why it is left as it is", "Leaves in May");
    fill(&mut window, "Until", "2026-11-21");
    let why = disabled(&window, "Accept").expect("it is past");
    assert_eq!(why, "The end date is past. Choose a later one.");
    fill(&mut window, "Until", "2027-02-20");
    click(&mut window, "Accept");
    until_reviewed(&mut window);

    let expected = Acceptance {
        reason: "Leaves in May".into(),
        until: END,
        people: [id("bob")].into(),
    };
    let accepted = &tenant_of(&window).review_settings().accepted;
    assert_eq!(accepted.get(&KEY), Some(&expected));
    window.get_by_role_and_label(Role::Tab, "Review");
    window.get_by_role_and_label(Role::Tab, "Open 0");
    tab(&mut window, "Accepted 1");
    assert!(tells(&window, "Leaves in May, 90 days left"));

    CLOCK.store(END.0, Ordering::SeqCst);
    until(&mut window, |app| {
        let open = app.document().expect("a tenant is open");
        open.findings.open_count() == Some(1)
    });
    assert_eq!(found(&window), [FindingCode::BlockedHoldRoles]);
    window.get_by_role_and_label(Role::Tab, "Review, 1 open finding");
    tab(&mut window, "Open 1");
    assert!(tells(&window, "This was accepted until"));
}

#[test]
fn whoever_joins_later_is_found_apart_and_can_be_accepted_as_well() {
    let tenant = with_bob()
        .user("carl")
        .holds(REPORTS_READER)
        .blocked()
        .review(|settings| {
            let acceptance = Acceptance {
                reason: "Bob leaves".into(),
                until: END,
                people: [id("bob")].into(),
            };
            settings.accepted.insert(KEY, acceptance);
        });
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    review(&mut window);
    window.get_by_role_and_label(Role::Tab, "Open 1");
    window.get_by_role_and_label(Role::Tab, "Accepted 1");
    row(&mut window, BLOCKED);
    window.get_by_role_and_label(Role::Row, "carl, carl@contoso.nl");
    assert!(!tells(&window, "bob, bob@contoso.nl"));
    click(&mut window, "Accept…");
    fill(&mut window, "Why it is left as it is", "Both leave");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut window);
    until_reviewed(&mut window);
    let accepted = &tenant_of(&window).review_settings().accepted;
    let people = accepted.get(&KEY).map(|it| it.people.clone());
    assert_eq!(people, Some([id("bob"), id("carl")].into()));
    window.get_by_role_and_label(Role::Tab, "Open 0");
}

#[test]
fn accepting_stops_and_starts_again_with_undo() {
    let tenant = with_bob().review(|settings| {
        let acceptance = Acceptance {
            reason: "Bob leaves".into(),
            until: END,
            people: [id("bob")].into(),
        };
        settings.accepted.insert(KEY, acceptance);
    });
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    review(&mut window);
    assert!(tells(&window, "Nothing to remark"));
    tab(&mut window, "Accepted 1");
    let label = format!("{BLOCKED}, Bob leaves, 90 days left");
    row(&mut window, &label);
    click(&mut window, "Stop accepting");
    until_reviewed(&mut window);
    window.get_by_role_and_label(Role::Tab, "Review, 1 open finding");
    assert!(tenant_of(&window).review_settings().accepted.is_empty());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    until_reviewed(&mut window);
    window.get_by_role_and_label(Role::Tab, "Review");
    assert_eq!(tenant_of(&window).review_settings().accepted.len(), 1);
}
