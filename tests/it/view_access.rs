//! Access: what each question answers, in lines and on the screen, and what a click opens.

mod operations;
mod paths;
mod pure;
mod screens;

use std::sync::Arc;

use mandate::domain::language::Language;
use mandate::domain::tenant::Tenant;
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::views::role_editor::words::Words;

use crate::support::{
    BILLING, EXCHANGE, Fixture, HELPDESK, Less as _, NOW, SERVICE, TOMORROW, USERS, fixture, id,
    roles,
};

/// Anna is Global Administrator, Piet holds nothing. Eva manages users, Kees and Nora reset
/// passwords through a group, Hans manages the users of North, where Piet is; Bob is blocked.
fn told() -> Fixture {
    fixture()
        .user("eva")
        .holds(USERS)
        .user("kees")
        .user("nora")
        .user("hans")
        .holds(USERS)
        .within("North")
        .user("bob")
        .holds(BILLING)
        .blocked()
        .user("ella")
        .holds(EXCHANGE)
        .eligible()
        .until(TOMORROW)
        .user("sven")
        .holds(EXCHANGE)
        .holds(SERVICE)
        .unit("North", &["piet"])
        .group("Desk", &["kees", "nora"])
        .holds(HELPDESK)
}

fn session(tenant: Tenant, actor: &str) -> Session {
    let mut session = Session::opened(tenant, Arc::clone(roles()), || NOW);
    session
        .sign_in(id(actor))
        .expect("an actor who may sign in");
    session
}

fn english() -> Texts {
    Texts::new(Language::English).in_utc()
}

const fn words<'a>(texts: &'a Texts, session: &'a Session) -> Words<'a> {
    Words { texts, session }
}
