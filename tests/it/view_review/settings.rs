//! The accounts kept for emergencies, and what is too few and too many.

use egui::Event;
use mandate::domain::review::{FindingCode, Thresholds};

use super::{calm, found, review};
use crate::app_support::{
    click, disabled, fill, open_tenant, settle, tells, tenant_of, until_reviewed,
};
use crate::support::{GLOBAL, empty, id};

#[test]
fn a_registered_account_is_passed_by() {
    let tenant = calm().user("anna").holds(GLOBAL).unreachable();
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    review(&mut window);
    let expected = [
        FindingCode::GlobalAdministratorsUnreachable,
        FindingCode::PermanentPrivilegedAssignments,
    ];
    assert_eq!(found(&window), expected);
    click(&mut window, "Break-glass accounts…");
    window.event(Event::Text("anna".to_owned()));
    settle(&mut window);
    click(&mut window, "Register anna");
    let all = [id("anna"), id("nood1"), id("nood2")];
    let registered = &tenant_of(&window).review_settings().break_glass;
    assert_eq!(*registered, all.into());
    assert!(tells(&window, "anna, anna@contoso.nl, Registered"));
    until_reviewed(&mut window);
    click(&mut window, "Close");
    assert!(tells(&window, "Nothing to remark"));

    click(&mut window, "Break-glass accounts…");
    click(&mut window, "No longer register anna");
    until_reviewed(&mut window);
    assert_eq!(found(&window), expected);
}

#[test]
fn thresholds_decide_what_is_too_few() {
    let tenant = empty()
        .user("nood1")
        .holds(GLOBAL)
        .review(|settings| settings.break_glass = [id("nood1")].into());
    let (mut window, _folder) = open_tenant(&tenant.build(), "nood1");
    review(&mut window);
    assert_eq!(found(&window), [FindingCode::TooFewGlobalAdministrators]);
    click(&mut window, "Thresholds…");
    assert!(tells(&window, "CISA (SCuBA)"), "sources are told");
    assert!(disabled(&window, "Save").is_some(), "nothing changed yet");
    fill(&mut window, "Fewest Global Administrators", "5");
    let why = disabled(&window, "Save").expect("more than the most");
    assert_eq!(why, "This must be at least 5, the number before it.");
    fill(&mut window, "Fewest Global Administrators", "none");
    let why = disabled(&window, "Save").expect("no number");
    assert_eq!(why, "Give a whole number from 1 to 65535.");
    click(&mut window, "Reset to usual");
    fill(&mut window, "Fewest Global Administrators", "1");
    fill(&mut window, "Most privileged assignments", "12");
    click(&mut window, "Save");
    let expected = Thresholds {
        fewest_global_administrators: 1,
        most_global_administrators: 4,
        limit_global_administrators: 8,
        most_privileged_assignments: 12,
    };
    let thresholds = tenant_of(&window).review_settings().thresholds;
    assert_eq!(thresholds, expected);
    until_reviewed(&mut window);
    assert_eq!(found(&window), []);
}
