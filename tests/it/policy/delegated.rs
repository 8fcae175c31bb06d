//! Seats, mail and delegated administration: R1, R14, R18 and R21.

use mandate::domain::command::Command;
use mandate::domain::user::{DelegatedAdministration, ProductMail};

use super::accounts::{add, office};
use super::{allowed, check, confirm, nothing_to_do, refused, row};
use crate::support::{Fixture, GLOBAL, everything, id};

const FULL: DelegatedAdministration = DelegatedAdministration::Full;
const LIMITED: DelegatedAdministration = DelegatedAdministration::Limited;
const NONE: DelegatedAdministration = DelegatedAdministration::None;

fn level(name: &str, level: DelegatedAdministration) -> Command {
    Command::SetDelegatedAdministration {
        user: id(name),
        level,
    }
}

fn licences(name: &str, held: bool) -> Command {
    Command::SetLicences {
        user: id(name),
        licences: held.then(everything).into_iter().collect(),
    }
}

fn mail(name: &str, product_mail: ProductMail) -> Command {
    Command::SetProductMail {
        user: id(name),
        product_mail,
    }
}

#[test]
fn who_gives_seats() {
    let tenant = office().user("gina").holds(GLOBAL).user("sam").synced();
    let ask = |actor: &'static str, who: &str, verdict| {
        row(
            format!("{actor} licenses {who}"),
            &tenant,
            actor,
            licences(who, true),
            verdict,
        )
    };
    check([
        ask("anna", "piet", allowed()),
        ask("ursula", "piet", allowed()),
        // A seat is no sensitive property: an administrator's as well.
        ask("ursula", "gina", allowed()),
        ask("ursula", "sam", allowed()),
        ask("bart", "piet", refused(&[0])),
        ask("hugo", "piet", refused(&[0])),
        ask("sara", "piet", refused(&[14])),
        ask("piet", "piet", refused(&[0])),
        row(
            "none to none",
            &tenant,
            "piet",
            licences("piet", false),
            nothing_to_do(),
        ),
    ]);
}

#[test]
fn mail_is_each_ones_own_to_decline() {
    let tenant = office();
    let ask = |actor: &'static str, who: &str, verdict| {
        let command = mail(who, ProductMail::Declined);
        row(
            format!("{actor} declines for {who}"),
            &tenant,
            actor,
            command,
            verdict,
        )
    };
    check([
        ask("piet", "piet", allowed()),
        ask("hugo", "hugo", allowed()),
        ask("sara", "sara", allowed()),
        ask("anna", "piet", allowed()),
        ask("ursula", "piet", allowed()),
        ask("hugo", "piet", refused(&[0])),
        ask("sara", "piet", refused(&[14])),
        row(
            "no change",
            &tenant,
            "hugo",
            mail("piet", ProductMail::Accepted),
            nothing_to_do(),
        ),
    ]);
}

#[test]
fn delegated_administration_is_for_certified_partners() {
    let partner = office()
        .certified_partner()
        .user("dora")
        .delegated(FULL)
        .user("dirk")
        .delegated(LIMITED);
    let other = office().user("dora").delegated(FULL);
    let ask = |tenant: &Fixture, actor: &'static str, who: &str, to, verdict| {
        row(
            format!("{actor} gives {who} {to:?}"),
            tenant,
            actor,
            level(who, to),
            verdict,
        )
    };
    check([
        ask(&partner, "anna", "piet", FULL, confirm(&[21])),
        ask(&partner, "anna", "piet", LIMITED, confirm(&[21])),
        ask(&partner, "anna", "dirk", FULL, confirm(&[21])),
        ask(&partner, "anna", "dora", LIMITED, allowed()),
        ask(&partner, "anna", "dora", NONE, allowed()),
        ask(&partner, "anna", "piet", NONE, nothing_to_do()),
        ask(&partner, "ursula", "piet", LIMITED, refused(&[1])),
        ask(&partner, "ursula", "dora", NONE, refused(&[1])),
        ask(&partner, "dora", "piet", LIMITED, refused(&[1])),
        ask(&other, "anna", "piet", FULL, refused(&[18])),
        ask(&other, "anna", "piet", LIMITED, refused(&[18])),
        ask(&other, "ursula", "piet", LIMITED, refused(&[1, 18])),
        // What an import brought can be taken.
        ask(&other, "anna", "dora", NONE, allowed()),
        ask(&other, "anna", "dora", LIMITED, refused(&[18])),
        row(
            "added with it",
            &partner,
            "anna",
            add(|it| it.delegated_administration = FULL),
            confirm(&[21]),
        ),
        row(
            "added with it by who may add",
            &partner,
            "ursula",
            add(|it| it.delegated_administration = LIMITED),
            refused(&[1]),
        ),
    ]);
}
