//! The tenant of a certified partner, as a file: people who administer customers, and one who
//! holds roles in every way there is.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use mandate::domain::role::RoleTemplateId;
use mandate::domain::tenant::Tenant;
use mandate::domain::time::Timestamp;
use mandate::domain::user::DelegatedAdministration;
use mandate::storage::{self, OnConflict, Progress};

use super::{
    AUTHENTICATION, EXCHANGE, Fixture, GLOBAL, HELPDESK, Less as _, NOW, REPORTS_READER,
    SHAREPOINT, USERS, YESTERDAY, empty,
};

/// The last second of the year of every test.
pub const NEW_YEAR: Timestamp = Timestamp(1_798_761_599);

/// Mira, the Global Administrator of a partner, and her people.
pub fn partner() -> Tenant {
    let sets: [(&str, &[RoleTemplateId]); 2] = [
        ("Servicedesk", &[HELPDESK, USERS]),
        ("Samenwerking", &[EXCHANGE, SHAREPOINT]),
    ];
    let fixture = empty().certified_partner().role_sets(&sets);
    let fixture = named(fixture, "mira", "Mira Hoekstra")
        .holds(GLOBAL)
        .delegated(DelegatedAdministration::Full);
    let fixture = named(fixture, "joost", "Joost Verbeek").holds(GLOBAL);
    let fixture = named(fixture, "amal", "Amal Benali").delegated(DelegatedAdministration::Limited);
    let fixture = named(fixture, "kees", "Kees van den Berg")
        .holds(USERS)
        .eligible()
        .holds(REPORTS_READER)
        .until(NEW_YEAR)
        .holds(AUTHENTICATION)
        .within("nijmegen")
        .holds(EXCHANGE)
        .until(YESTERDAY);
    let fixture = named(fixture, "lotte", "Lotte Willemsen")
        .holds(EXCHANGE)
        .holds(SHAREPOINT);
    let fixture = named(fixture, "tim", "Tim de Graaf");
    fixture
        .group("Rol Servicedesk", &["kees", "tim"])
        .holds(HELPDESK)
        .unit("nijmegen", &["tim", "lotte"])
        .called("Vestiging Nijmegen")
        .unit("utrecht", &["amal"])
        .called("Vestiging Utrecht")
        .build()
}

/// The same in a file.
pub fn partner_file() -> PathBuf {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    let write = || {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("partner");
        std::fs::create_dir_all(&folder).expect("a folder to write into");
        let path = folder.join("kantelpunt.tenant.ron");
        let replace = OnConflict::Overwrite;
        storage::save(
            &partner().snapshot(),
            &path,
            None,
            replace,
            &Progress::default(),
        )
        .expect("the tenant is written");
        path
    };
    FILE.get_or_init(write).clone()
}

fn named(fixture: Fixture, id: &str, name: &str) -> Fixture {
    fixture.user(id).but(|user| {
        user.profile.display_name = name.into();
        user.last_sign_in = Some(Timestamp(NOW.0 - 7_200));
    })
}
