//! An open tenant, the account that acts on it, and what can be undone.
//!
//! Holds no policy: every change, every undo and every redo goes through
//! [`crate::domain::apply`]. Knows no file and no screen; it only remembers which revision was
//! saved last.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::apply::{
    Applied, Assent, Many, Refusal, Rehearsal, apply, apply_each, rehearse,
};
use crate::domain::audit::AuditOrigin;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::delegation::{Context, decide};
use crate::domain::role::RoleTemplateId;
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::{SignIn, User, UserId};

/// Tells the time. A function, so that tests can stop it.
pub type Clock = fn() -> Timestamp;

/// The time of the machine.
pub fn system_clock() -> Timestamp {
    Timestamp(jiff::Timestamp::now().as_second())
}

/// An open tenant. A copy is cheap at any size, since what is large is shared until it changes.
#[derive(Clone)]
pub struct Session {
    /// Another number for every tenant that is opened, the same for its copies.
    number: u64,
    tenant: Tenant,
    catalogue: Arc<RoleCatalogue>,
    clock: Clock,
    actor: Option<UserId>,
    undo: Vec<Arc<Step>>,
    redo: Vec<Arc<Step>>,
    saved_revision: Option<u64>,
    touched: Vec<UserId>,
    /// The revision it had when it was copied for a worker.
    forked_from: Option<u64>,
}

/// A Command to run when going back or forth, and the entry it answers.
#[derive(Clone, Debug)]
struct Step {
    command: Arc<Command>,
    entry: u32,
    reason: Option<Box<str>>,
    ticket: Option<Box<str>>,
}

/// The tenant was changed while a worker changed a copy of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the tenant was changed in the meantime")]
pub struct Outrun;

/// Why an account can't be chosen to act as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Nobody has this id.
    #[error("there is no such account")]
    Unknown,
    /// The account is blocked.
    #[error("sign-in is blocked for this account")]
    Blocked,
}

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExecuteError {
    /// Nobody is signed in.
    NotSignedIn,
    /// There is nothing to undo or redo.
    NothingToDo,
    /// The gate refused.
    Refused(Refusal),
}

impl Session {
    /// Opens a session on a tenant that was just read from a file.
    pub fn opened(tenant: Tenant, catalogue: Arc<RoleCatalogue>, clock: Clock) -> Self {
        let revision = tenant.revision();
        Self {
            saved_revision: Some(revision),
            ..Self::unsaved(tenant, catalogue, clock)
        }
    }

    /// Opens a session on a tenant that no file holds yet.
    pub fn unsaved(tenant: Tenant, catalogue: Arc<RoleCatalogue>, clock: Clock) -> Self {
        let mut session = Self {
            number: next_number(),
            tenant,
            catalogue,
            clock,
            actor: None,
            undo: Vec::new(),
            redo: Vec::new(),
            saved_revision: None,
            touched: Vec::new(),
            forked_from: None,
        };
        session.follow_custom_roles();
        session
    }

    /// Which opened tenant this is: its copies have the same number, and nothing that is opened
    /// later has it.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The tenant.
    pub fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The roles, the tenant's own among them.
    pub fn catalogue(&self) -> &Arc<RoleCatalogue> {
        &self.catalogue
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Chooses the account to act as.
    pub fn sign_in(&mut self, user: UserId) -> Result<(), SignInError> {
        match self.tenant.user(user).map(|user| user.sign_in) {
            None => Err(SignInError::Unknown),
            Some(SignIn::Blocked) => Err(SignInError::Blocked),
            Some(SignIn::Allowed) => {
                self.actor = Some(user);
                Ok(())
            }
        }
    }

    /// Acts as nobody.
    pub fn sign_out(&mut self) {
        self.actor = None;
    }

    /// The account acted as.
    pub fn actor(&self) -> Option<&User> {
        self.tenant.user(self.actor?)
    }

    /// The roles in force for the account acted as, each once.
    pub fn actor_roles(&self) -> Vec<RoleTemplateId> {
        let Some(actor) = self.actor else {
            return Vec::new();
        };
        let mut roles: Vec<_> = self
            .tenant
            .roles_in_force(actor, self.now())
            .map(|(role, _)| role)
            .collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// What the policy says about a Command, without running it.
    pub fn decide(&self, command: &Command) -> Option<Decision> {
        Some(decide(&self.context(), &self.tenant, self.actor?, command))
    }

    /// Runs a Command for itself: going through the history is [`Self::undo`]'s and
    /// [`Self::redo`]'s.
    pub fn execute(&mut self, command: &Command, assent: &Assent) -> Result<Applied, ExecuteError> {
        let assent = Assent {
            origin: AuditOrigin::Direct,
            ..assent.clone()
        };
        let applied = self.run(command, &assent)?;
        self.remember(&applied, &assent);
        Ok(applied)
    }

    /// Runs a Command for each of many, as [`apply_each`] does, as one step to undo. Nothing when
    /// `go_on` said no.
    pub fn execute_each(
        &mut self,
        count: usize,
        command: &dyn Fn(&Tenant, usize) -> Command,
        assent: &Assent,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Option<Many>, ExecuteError> {
        let actor = self.actor.ok_or(ExecuteError::NotSignedIn)?;
        let context = Context {
            catalogue: &self.catalogue,
            now: (self.clock)(),
        };
        let assent = Assent {
            origin: AuditOrigin::Direct,
            ..assent.clone()
        };
        let tenant = &mut self.tenant;
        let Some(many) = apply_each(&context, tenant, actor, count, command, &assent, go_on) else {
            return Ok(None);
        };
        self.touched.extend(&many.applied.touched);
        self.follow_custom_roles();
        self.remember(&many.applied, &assent);
        Ok(Some(many))
    }

    /// Tells what [`Self::execute_each`] would do.
    pub fn rehearse_each(
        &self,
        count: usize,
        command: &dyn Fn(&Tenant, usize) -> Command,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Option<Rehearsal>, ExecuteError> {
        let actor = self.actor.ok_or(ExecuteError::NotSignedIn)?;
        let context = Context {
            catalogue: &self.catalogue,
            now: (self.clock)(),
        };
        Ok(rehearse(
            &context,
            &self.tenant,
            actor,
            count,
            command,
            go_on,
        ))
    }

    /// A copy for a worker to change, which [`Self::adopt`] takes back.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self {
            forked_from: Some(self.tenant.revision()),
            touched: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether this is a copy of `other`, at whatever time it was made.
    pub fn is_copy_of(&self, other: &Self) -> bool {
        self.number == other.number
    }

    /// Takes the place of what a worker made of a copy, unless something else was changed since,
    /// or another tenant was opened.
    /// What was saved and who acts stay as they are here. The old state comes back, to be dropped
    /// where it takes nobody's time.
    pub fn adopt(&mut self, worked: Self) -> Result<Self, Outrun> {
        let same = worked.number == self.number;
        if !same || worked.forked_from != Some(self.tenant.revision()) {
            return Err(Outrun);
        }
        let mut touched = std::mem::take(&mut self.touched);
        touched.extend(&worked.touched);
        let worked = Self {
            touched,
            forked_from: self.forked_from,
            saved_revision: self.saved_revision,
            actor: self.actor,
            ..worked
        };
        Ok(std::mem::replace(self, worked))
    }

    /// Takes back the latest change, through the same gate. Refused, it stays to be undone by
    /// someone who may, or with a reason where one is asked for.
    pub fn undo(&mut self) -> Result<Applied, ExecuteError> {
        self.undo_because(None)
    }

    /// Does [`Self::undo`] with a reason of its own, which the gate asks for when undoing would
    /// give up the actor's own Global Administrator role (R4).
    pub fn undo_because(&mut self, reason: Option<&str>) -> Result<Applied, ExecuteError> {
        let step = Arc::clone(self.undo.last().ok_or(ExecuteError::NothingToDo)?);
        let assent = step.assent(AuditOrigin::Undo(step.entry), reason);
        let applied = self.run(&step.command, &assent)?;
        self.undo.pop();
        self.redo.push(Arc::new(step.turned(&applied)));
        Ok(applied)
    }

    /// Does again what was undone last, through the same gate.
    pub fn redo(&mut self) -> Result<Applied, ExecuteError> {
        self.redo_because(None)
    }

    /// Does [`Self::redo`] with a reason of its own, as [`Self::undo_because`] does.
    pub fn redo_because(&mut self, reason: Option<&str>) -> Result<Applied, ExecuteError> {
        let step = Arc::clone(self.redo.last().ok_or(ExecuteError::NothingToDo)?);
        let assent = step.assent(AuditOrigin::Redo(step.entry), reason);
        let applied = self.run(&step.command, &assent)?;
        self.redo.pop();
        self.undo.push(Arc::new(step.turned(&applied)));
        Ok(applied)
    }

    /// Whether there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a change to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The entry of the history that [`Self::undo`] takes back next.
    pub fn next_undo(&self) -> Option<u32> {
        self.undo.last().map(|step| step.entry)
    }

    /// The entry of the history that [`Self::redo`] does again next.
    pub fn next_redo(&self) -> Option<u32> {
        self.redo.last().map(|step| step.entry)
    }

    /// Whether the tenant holds something that no file does.
    pub fn is_dirty(&self) -> bool {
        self.saved_revision != Some(self.tenant.revision())
    }

    /// Remembers that a save of this revision succeeded.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved_revision = Some(revision);
    }

    /// The people whose rows changed since this was last asked.
    pub fn take_touched(&mut self) -> Vec<UserId> {
        std::mem::take(&mut self.touched)
    }

    fn remember(&mut self, applied: &Applied, assent: &Assent) {
        if let Some(entry) = applied.entry {
            self.redo.clear();
            self.undo.push(Arc::new(Step {
                command: Arc::clone(&applied.inverse),
                entry,
                reason: assent.reason.clone(),
                ticket: assent.ticket.clone(),
            }));
        }
    }

    fn run(&mut self, command: &Command, assent: &Assent) -> Result<Applied, ExecuteError> {
        let actor = self.actor.ok_or(ExecuteError::NotSignedIn)?;
        let context = Context {
            catalogue: &self.catalogue,
            now: (self.clock)(),
        };
        let applied = apply(&context, &mut self.tenant, actor, command, assent)
            .map_err(ExecuteError::Refused)?;
        self.touched.extend(&applied.touched);
        self.follow_custom_roles();
        Ok(applied)
    }

    /// Keeps the roles those of the tenant.
    fn follow_custom_roles(&mut self) {
        if !self.catalogue.is_for(&self.tenant) {
            self.catalogue = Arc::new(self.catalogue.for_tenant(&self.tenant).into_owned());
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            catalogue: &self.catalogue,
            now: self.now(),
        }
    }
}

fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Step {
    fn turned(&self, applied: &Applied) -> Self {
        Self {
            command: Arc::clone(&applied.inverse),
            entry: self.entry,
            reason: self.reason.clone(),
            ticket: self.ticket.clone(),
        }
    }

    fn assent(&self, origin: AuditOrigin, reason: Option<&str>) -> Assent {
        Assent {
            reason: reason.map(Into::into).or_else(|| self.reason.clone()),
            ticket: self.ticket.clone(),
            origin,
            renewed: reason.is_some(),
        }
    }
}
