//! A tenant file in which much was changed, beside its backup from before that.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use mandate::domain::apply::Assent;
use mandate::domain::command::Command;
use mandate::domain::group::MemberSet;
use mandate::domain::role::{Principal, RoleAssignment, RoleTemplateId};
use mandate::domain::tenant::Tenant;
use mandate::domain::upn::UserPrincipalName;
use mandate::domain::user::{SignIn, User, UserId};
use mandate::sample::dutch_organisation;
use mandate::session::Session;
use mandate::storage::{self, OnConflict, Progress, atomic};
use tempfile::TempDir;

use crate::support::{NOW, id, roles};

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rijnzicht.tenant.ron");
    let before = dutch_organisation(NOW);
    save(&before, &atomic::backup_path(&path));
    save(&changed(before), &path);
    folder
});

/// The file.
pub fn changed_file() -> &'static Path {
    static PATH: LazyLock<std::path::PathBuf> =
        LazyLock::new(|| FOLDER.path().join("rijnzicht.tenant.ron"));
    &PATH
}

/// Writes a tenant to a new file.
pub fn save(tenant: &Tenant, path: &Path) {
    let (snapshot, progress) = (tenant.snapshot(), Progress::new());
    storage::save(&snapshot, path, None, OnConflict::Overwrite, &progress).expect("saved");
}

fn changed(before: Tenant) -> Tenant {
    let who = |tenant: &Tenant, name: &str| -> UserId {
        let upn = format!("{name}@rijnzicht.example");
        tenant.users().by_upn(&upn).expect("someone").id
    };
    let sanne = who(&before, "sanne.devries");
    let dennis = who(&before, "dennis.groen");
    let anneke = who(&before, "anneke.visser");
    let wim = who(&before, "wim.jansen");
    let group = *before.groups().keys().next().expect("a group");
    let profile = before.user(anneke).expect("Anneke").profile.clone();
    let newcomer = UserPrincipalName::parse("bo.elderenbosch@rijnzicht.example").expect("a name");
    let newcomer = User::new(
        id("bo"),
        newcomer,
        "Bo van Elderenbosch-Schimmelpenninck van der Oye",
    );
    let mut organization = before.organization().clone();
    organization.deleted_user_days = 14;
    let global = RoleTemplateId::GLOBAL_ADMINISTRATOR;
    let mut session = Session::opened(before, Arc::clone(roles()), || NOW);
    session.sign_in(sanne).expect("may");
    let mut run = |command: Command, reason: &str, ticket: Option<&str>| {
        let assent = Assent {
            ticket: ticket.map(Into::into),
            ..Assent::because(reason)
        };
        session.execute(&command, &assent).expect("may");
    };
    run(
        Command::EditProfile {
            user: anneke,
            profile: mandate::domain::user::Profile {
                job_title: Some("Hoofd bedrijfsbureau".into()),
                ..profile
            },
        },
        "Nieuwe functie per 1 december",
        None,
    );
    run(
        Command::AddUser(Box::new(newcomer)),
        "Begint op 1 december",
        Some("HR-2207"),
    );
    run(
        Command::Batch(vec![
            Command::AssignRole(RoleAssignment::permanent(Principal::User(dennis), global)),
            Command::SetSignIn {
                user: wim,
                sign_in: SignIn::Allowed,
            },
            Command::SetMembership {
                set: MemberSet::Members(group),
                user: anneke,
                included: true,
            },
        ]),
        "Vervangt Sanne tijdens haar verlof en neemt de servicedesk erbij",
        Some("CHG-1042"),
    );
    run(
        Command::EditOrganization(Box::new(organization)),
        "Kortere bewaartermijn",
        None,
    );
    session.undo().expect("may");
    session.tenant().clone()
}
