//! What an answer is about: a tenant file with its own roles, and the people in it.

use std::path::Path;

use super::check::open;
use super::failure::Failure;
use super::find::near_accounts;
use super::{Surroundings, print};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::delegation::Context;
use crate::domain::language::Language;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::User;

/// How many people are looked at for a name like one that nobody has.
const LOOKED_AT: usize = 100_000;

/// A tenant, and the roles as that tenant knows them.
pub struct Subject {
    /// The tenant.
    pub tenant: Tenant,
    catalogue: RoleCatalogue,
    now: Timestamp,
    language: Language,
}

impl Subject {
    /// Opens a tenant file.
    pub fn open(file: &Path, surroundings: &Surroundings) -> Result<Self, Failure> {
        let language = surroundings.language;
        let known = print::shared(language)?;
        let tenant = open(file, known, language)?.tenant;
        let catalogue = known.for_tenant(&tenant).into_owned();
        Ok(Self {
            tenant,
            catalogue,
            now: surroundings.now,
            language,
        })
    }

    /// What a decision needs to know.
    pub fn context(&self) -> Context<'_> {
        Context {
            catalogue: &self.catalogue,
            now: self.now,
        }
    }

    /// The person with this user name, in any capitals.
    pub fn person(&self, upn: &str) -> Result<&User, Failure> {
        self.tenant.users().by_upn(upn).ok_or_else(|| {
            let people = self.tenant.users().iter();
            self.nobody(upn, people)
        })
    }

    /// That nobody has this user name, and who has one like it.
    pub fn nobody<'p>(&self, upn: &str, people: impl Iterator<Item = &'p User>) -> Failure {
        let failure = Failure::new(
            self.language,
            format!("`{upn}`: there is no such account"),
            format!("`{upn}`: er is geen zo'n account"),
        );
        let like = near_accounts(upn, people.take(LOOKED_AT).map(|user| user.upn.as_str()));
        if like.is_empty() {
            return failure;
        }
        let like = like.join("`, `");
        failure.hint(
            format!("did you mean `{like}`?"),
            format!("bedoelde u `{like}`?"),
        )
    }
}
