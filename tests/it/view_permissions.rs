//! The permissions matrix: what its rows hold, and what a person finds and is told.

// What lets helpers unwrap as test functions may.
#![cfg(test)]

mod matrix;
mod screen;

use std::sync::Arc;

use egui::{CentralPanel, Frame, Margin, Vec2};
use egui_kittest::Harness;
use mandate::catalogue;
use mandate::domain::catalogue::RoleCatalogue;
use mandate::domain::language::Language;
use mandate::domain::organization::{Domain, Organization};
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant_builder::TenantBuilder;
use mandate::domain::time::Timestamp;
use mandate::domain::upn::{DomainName, UserPrincipalName};
use mandate::domain::user::{User, UserId};
use mandate::i18n::Texts;
use mandate::session::Session;
use mandate::ui::outbox::Outbox;
use mandate::ui::theme;
use mandate::ui::user_index::UserIndex;
use mandate::ui::view_context::ViewContext;
use mandate::ui::views::permissions;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_795_348_800);
const ANNA: UserId = UserId(Uuid::from_u128(1));

fn roles() -> &'static Arc<RoleCatalogue> {
    catalogue::shared().unwrap()
}

/// A tenant in which Anna de Vries is Exchange and Helpdesk Administrator.
fn session() -> Session {
    let mut tenant = TenantBuilder::new(Organization::new("Contoso")).unwrap();
    tenant
        .domain(Domain {
            name: DomainName::parse("contoso.onmicrosoft.com").unwrap(),
            verified: true,
            default: true,
        })
        .unwrap();
    let upn = UserPrincipalName::parse("anna@contoso.onmicrosoft.com").unwrap();
    let anna = User::new(ANNA, upn, "Anna de Vries");
    tenant.user(anna).unwrap();
    for role in [
        RoleTemplateId::EXCHANGE_ADMINISTRATOR,
        RoleTemplateId::HELPDESK_ADMINISTRATOR,
    ] {
        let held = RoleAssignment::permanent(Principal::User(ANNA), role);
        tenant.assignment(held).unwrap();
    }
    Session::opened(tenant.build().unwrap(), Arc::clone(roles()), || NOW)
}

/// What a view is drawn with.
struct Bench {
    texts: Texts,
    session: Session,
    index: UserIndex,
    selected: Option<UserId>,
    outbox: Outbox,
    state: permissions::State,
    installed: bool,
}

impl Bench {
    fn new(language: Language) -> Self {
        let session = session();
        Self {
            texts: Texts::new(language).in_utc(),
            index: UserIndex::build(session.tenant(), session.catalogue(), NOW),
            session,
            selected: None,
            outbox: Outbox::default(),
            state: permissions::State::default(),
            installed: false,
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.installed, true) {
            theme::install(ui.ctx());
            return;
        }
        let frame = Frame::new()
            .fill(theme::palette(ui).page)
            .inner_margin(Margin::symmetric(20, 12));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let mut cx = ViewContext {
                file: None,
                settings: crate::support::settings(),
                work: None,
                texts: &self.texts,
                session: &self.session,
                index: &self.index,
                findings: crate::support::findings(),
                selected: self.selected,
                outbox: &mut self.outbox,
            };
            permissions::ui(ui, &mut cx, &mut self.state);
        });
    }

    fn harness(self, size: impl Into<Vec2>) -> Harness<'static, Self> {
        Harness::builder()
            .with_size(size)
            .with_max_steps(30)
            .build_ui_state(|ui, bench: &mut Self| bench.ui(ui), self)
    }
}
