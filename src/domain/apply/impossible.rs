//! What can't be done, whoever asks: no matter of rules, but of what there is.

use crate::domain::role::RoleTemplateId;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::upn::DomainName;
use crate::domain::user::UserId;

/// What can't be done, whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Impossible {
    /// The principal holds that role already, in that scope and kind.
    #[error("the role is already assigned")]
    AlreadyAssigned,
    /// The principal does not hold that role.
    #[error("the role is not assigned")]
    NotAssigned,
    /// It is said to undo or redo an entry of the history, and would change something else.
    #[error("this is not what entry {0} of the history changed")]
    OtherChange(u32),
    /// The assignments are of someone else than they are set for.
    #[error("the role assignments are of another principal")]
    OtherPrincipal,
    /// Only going back in the history does this.
    #[error("this can only be done by undoing")]
    OnlyInHistory,
    /// The account one acts as can't be deleted by itself.
    #[error("the account you act as can't be deleted")]
    OwnAccount,
    /// The person is not among the deleted ones.
    #[error("there is no deleted user `{}`", .0.0)]
    NotDeleted(UserId),
    /// The person was deleted too long ago.
    #[error("deleted users can be restored for {0} days")]
    KeptNoLonger(u16),
    /// There is no seat left.
    #[error("no seat of `{subscription}` is left: all {seats} are in use")]
    NoSeats {
        /// Of which subscription.
        subscription: Box<str>,
        /// How many it has.
        seats: u32,
    },
    /// More people hold a seat than there would be.
    #[error("`{subscription}` has {used} seats in use")]
    SeatsInUse {
        /// Of which subscription.
        subscription: Box<str>,
        /// How many are held.
        used: u32,
    },
    /// People hold seats of a subscription that is to go.
    #[error("{people} people hold a licence of `{subscription}`")]
    SubscriptionInUse {
        /// Which.
        subscription: Box<str>,
        /// How many people.
        people: u32,
    },
    /// People have their name on a domain that is to go.
    #[error("{people} people have a user principal name on `{domain}`")]
    DomainInUse {
        /// Which.
        domain: DomainName,
        /// How many people.
        people: usize,
    },
    /// The domain that Microsoft handed out stays.
    #[error("`{0}` is the initial domain, which stays")]
    InitialDomain(DomainName),
    /// A group or unit that roles are given to or held over is to go.
    #[error("roles are assigned to or over `{0}`: revoke them first")]
    HoldsRoles(Box<str>),
    /// A role of the tenant's own is to go, and is still given or named.
    #[error("the role `{0}` is assigned, was held by a deleted user, or is in a role set")]
    RoleInUse(Box<str>),
    /// There is no such role of the tenant's own.
    #[error("there is no custom role `{0}`")]
    NoSuchRole(RoleTemplateId),
    /// A role is to allow nothing.
    #[error("the role allows nothing: choose at least one action")]
    NoActions,
    /// Thresholds that contradict each other.
    #[error("the thresholds contradict each other: each must be at least the one before it")]
    Thresholds,
    /// Something is to hold until a moment that is past.
    #[error("the end date is past")]
    AlreadyOver,
    /// Something is to have no name.
    #[error("a name is missing")]
    NoName,
    /// A name occurs twice.
    #[error("the name `{0}` occurs twice")]
    NameTaken(Box<str>),
    /// A text is longer than the directory takes.
    #[error("`{0}` is too long: at most 256 characters")]
    TextTooLong(Box<str>),
    /// A usage location that is not a country.
    #[error("`{0}` is not a usage location: expected a country as two capitals, such as NL")]
    UsageLocation(Box<str>),
    /// It would break the tenant.
    #[error(transparent)]
    Invariant(#[from] InvariantError),
}
