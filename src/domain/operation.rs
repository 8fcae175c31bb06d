//! What a person can be asked about: "may A do this to B?", each as a Command that would do it.
//!
//! The Command is made up: it takes a value that differs from what is there, so that the policy
//! has something to judge. What it changes to says nothing, and nobody runs it.

mod made_up;
mod names;
mod words;

use super::command::Command;
use super::custom_role::CustomRole;
use super::group::{AdministrativeUnit, Group, MemberSet};
use super::organization::Organization;
use super::role::{
    AdministrativeUnitId, AssignmentKind, DirectoryScope, GroupId, Principal, RoleAssignment,
    RoleTemplateId,
};
use super::tenant::Tenant;
use super::user::{DelegatedAdministration, ProductMail, SignIn, User, UserId};

/// Something that someone may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// Reset a password.
    ResetPassword,
    /// Change a person's place in the organisation: job title, department, office.
    EditProfile,
    /// Change a person's display name, first or last name.
    EditName,
    /// Change a mobile phone.
    EditPhone,
    /// Change an alternate e-mail address.
    EditAlternateEmail,
    /// Block a person from signing in.
    BlockSignIn,
    /// Let a blocked person sign in again.
    AllowSignIn,
    /// Change the name a person signs in with.
    RenameUser,
    /// Delete a person.
    DeleteUser,
    /// Bring a deleted person back.
    RestoreUser,
    /// Delete a deleted person for good.
    PurgeUser,
    /// Give a role, to a person or to a group.
    AssignRole,
    /// Take a role, from a person or from a group.
    RevokeRole,
    /// Give or take seats.
    SetLicences,
    /// Choose whether mail about products may come.
    SetProductMail,
    /// Let a person administer the customers of a certified partner.
    GiveDelegatedAdministration,
    /// Take that away.
    TakeDelegatedAdministration,
    /// Add a person, without roles or seats.
    AddUser,
    /// Add a group that holds no roles.
    AddGroup,
    /// Add a group that may hold roles.
    AddRoleAssignableGroup,
    /// Give a group another name.
    RenameGroup,
    /// Delete a group.
    DeleteGroup,
    /// Put a person into a group.
    AddMember,
    /// Take a person out of a group.
    RemoveMember,
    /// Make a person an owner of a group.
    AddOwner,
    /// End that.
    RemoveOwner,
    /// Add an administrative unit.
    AddUnit,
    /// Give an administrative unit another name.
    RenameUnit,
    /// Delete an administrative unit.
    DeleteUnit,
    /// Put a person into an administrative unit.
    AddToUnit,
    /// Take a person out of an administrative unit.
    RemoveFromUnit,
    /// Change the organisation's own data.
    EditOrganisation,
    /// Turn directory synchronisation on or off.
    SetDirectorySync,
    /// Change the domains.
    SetDomains,
    /// Change the subscriptions.
    SetSubscriptions,
    /// Save a set of roles to be given together.
    SetRoleSet,
    /// Make a role of the tenant's own.
    AddCustomRole,
    /// Change a role of the tenant's own.
    EditCustomRole,
    /// Delete a role of the tenant's own.
    DeleteCustomRole,
    /// Change what the review takes for too few and too many.
    SetThresholds,
    /// Register an account as kept for emergencies.
    RegisterBreakGlass,
    /// End that.
    WithdrawBreakGlass,
    /// Accept a finding of the review.
    AcceptFinding,
}

/// One of the things an operation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A person of the tenant.
    Person,
    /// A deleted person.
    DeletedPerson,
    /// A person or a group, to which a role is given.
    Principal,
    /// A role.
    Role,
    /// A role of the tenant's own.
    CustomRole,
    /// A group.
    Group,
    /// An administrative unit.
    Unit,
}

/// What is asked about. Only what [`Operation::parts`] names is looked at, and the scope, which
/// is the whole tenant where none is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The person, in the tenant or deleted.
    pub person: Option<UserId>,
    /// The role.
    pub role: Option<RoleTemplateId>,
    /// Over what the role is given or held. To be taken, a role is looked for in any scope where
    /// none is named.
    pub scope: Option<DirectoryScope>,
    /// The group; for a role, the one that holds it when no person is named.
    pub group: Option<GroupId>,
    /// The administrative unit.
    pub unit: Option<AdministrativeUnitId>,
}

/// Why there is nothing to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unaskable {
    /// The question leaves this open.
    Missing(Part),
    /// The tenant has no such thing.
    Unknown(Part),
    /// It is so already: nothing would change.
    AlreadySo,
    /// There is no subscription of which a seat could be given or taken.
    NoSubscription,
}

impl Operation {
    /// The Command that would do this to what `question` names.
    #[expect(clippy::too_many_lines, reason = "a table, one block an operation")]
    pub fn command(self, tenant: &Tenant, question: &Question) -> Result<Command, Unaskable> {
        match self {
            Self::EditProfile
            | Self::EditName
            | Self::EditPhone
            | Self::EditAlternateEmail
            | Self::RenameUser => self.edit(tenant, person(tenant, question)?),
            Self::ResetPassword => Ok(Command::ResetPassword(person(tenant, question)?.id)),
            Self::BlockSignIn => sign_in(person(tenant, question)?, SignIn::Blocked),
            Self::AllowSignIn => sign_in(person(tenant, question)?, SignIn::Allowed),
            Self::DeleteUser => Ok(Command::DeleteUser(person(tenant, question)?.id)),
            Self::RestoreUser => deleted(tenant, question).map(Command::RestoreUser),
            Self::PurgeUser => deleted(tenant, question).map(Command::PurgeUser),
            Self::AssignRole => assign(tenant, question),
            Self::RevokeRole => revoke(tenant, question),
            Self::SetLicences => made_up::licences(tenant, person(tenant, question)?),
            Self::SetProductMail => {
                let user = person(tenant, question)?;
                Ok(Command::SetProductMail {
                    user: user.id,
                    product_mail: match user.product_mail {
                        ProductMail::Accepted => ProductMail::Declined,
                        ProductMail::Declined => ProductMail::Accepted,
                    },
                })
            }
            Self::GiveDelegatedAdministration => {
                delegate(person(tenant, question)?, DelegatedAdministration::Full)
            }
            Self::TakeDelegatedAdministration => {
                delegate(person(tenant, question)?, DelegatedAdministration::None)
            }
            Self::AddUser => made_up::user(tenant),
            Self::AddGroup | Self::AddRoleAssignableGroup => {
                Ok(Command::AddGroup(Box::new(Group {
                    id: made_up::group_id(tenant),
                    name: made_up::NAME.into(),
                    role_assignable: self == Self::AddRoleAssignableGroup,
                    members: [].into(),
                    owners: [].into(),
                })))
            }
            Self::RenameGroup => {
                let group = group(tenant, question)?;
                let name = made_up::other_name(&group.name);
                Ok(Command::RenameGroup {
                    group: group.id,
                    name,
                })
            }
            Self::DeleteGroup => Ok(Command::DeleteGroup(group(tenant, question)?.id)),
            Self::AddMember | Self::RemoveMember => {
                let set = MemberSet::Members(group(tenant, question)?.id);
                membership(tenant, question, set, self == Self::AddMember)
            }
            Self::AddOwner | Self::RemoveOwner => {
                let set = MemberSet::Owners(group(tenant, question)?.id);
                membership(tenant, question, set, self == Self::AddOwner)
            }
            Self::AddToUnit | Self::RemoveFromUnit => {
                let set = MemberSet::Unit(unit(tenant, question)?.id);
                membership(tenant, question, set, self == Self::AddToUnit)
            }
            Self::AddUnit => Ok(Command::AddUnit(Box::new(AdministrativeUnit {
                id: made_up::unit_id(tenant),
                name: made_up::NAME.into(),
                restricted: false,
                members: [].into(),
            }))),
            Self::RenameUnit => {
                let unit = unit(tenant, question)?;
                let name = made_up::other_name(&unit.name);
                Ok(Command::RenameUnit {
                    unit: unit.id,
                    name,
                })
            }
            Self::DeleteUnit => Ok(Command::DeleteUnit(unit(tenant, question)?.id)),
            Self::EditOrganisation => {
                let before = tenant.organization();
                let after = Organization {
                    name: made_up::other_name(&before.name),
                    ..before.clone()
                };
                Ok(Command::EditOrganization(Box::new(after)))
            }
            Self::SetDirectorySync => {
                let before = tenant.organization();
                let after = Organization {
                    directory_sync: !before.directory_sync,
                    ..before.clone()
                };
                Ok(Command::EditOrganization(Box::new(after)))
            }
            Self::SetDomains => made_up::domains(tenant),
            Self::SetSubscriptions => Ok(made_up::subscriptions(tenant)),
            Self::SetRoleSet => Ok(made_up::role_set(tenant)),
            Self::AddCustomRole => Ok(made_up::custom_role(tenant)),
            Self::EditCustomRole => {
                let before = custom_role(tenant, question)?;
                let after = CustomRole {
                    description: made_up::other_name(&before.description),
                    ..before.clone()
                };
                Ok(Command::SetCustomRole {
                    id: before.id,
                    role: Some(Box::new(after)),
                })
            }
            Self::DeleteCustomRole => Ok(Command::SetCustomRole {
                id: custom_role(tenant, question)?.id,
                role: None,
            }),
            Self::SetThresholds => Ok(made_up::thresholds(tenant)),
            Self::RegisterBreakGlass => break_glass(tenant, question, true),
            Self::WithdrawBreakGlass => break_glass(tenant, question, false),
            Self::AcceptFinding => made_up::acceptance(tenant),
        }
    }

    fn edit(self, tenant: &Tenant, user: &User) -> Result<Command, Unaskable> {
        let (id, mut profile) = (user.id, user.profile.clone());
        let mut contact = user.contact.clone();
        match self {
            Self::EditPhone => {
                contact.mobile_phone = made_up::phone(user);
                Ok(Command::EditContact { user: id, contact })
            }
            Self::EditAlternateEmail => {
                contact.alternate_email = made_up::email(tenant, user);
                Ok(Command::EditContact { user: id, contact })
            }
            Self::RenameUser => made_up::rename(tenant, user),
            Self::EditName => {
                profile.display_name = made_up::other_name(&profile.display_name);
                Ok(Command::EditProfile { user: id, profile })
            }
            _ => {
                let title = profile.job_title.as_deref().unwrap_or_default();
                profile.job_title = Some(made_up::other_name(title));
                Ok(Command::EditProfile { user: id, profile })
            }
        }
    }
}

fn person<'t>(tenant: &'t Tenant, question: &Question) -> Result<&'t User, Unaskable> {
    let id = question.person.ok_or(Unaskable::Missing(Part::Person))?;
    tenant.user(id).ok_or(Unaskable::Unknown(Part::Person))
}

fn deleted(tenant: &Tenant, question: &Question) -> Result<UserId, Unaskable> {
    let part = Part::DeletedPerson;
    let id = question.person.ok_or(Unaskable::Missing(part))?;
    let record = tenant.deleted_users().get(&id);
    record.map(|_| id).ok_or(Unaskable::Unknown(part))
}

fn group<'t>(tenant: &'t Tenant, question: &Question) -> Result<&'t Group, Unaskable> {
    let id = question.group.ok_or(Unaskable::Missing(Part::Group))?;
    let group = tenant.groups().get(&id);
    group.ok_or(Unaskable::Unknown(Part::Group))
}

fn unit<'t>(tenant: &'t Tenant, question: &Question) -> Result<&'t AdministrativeUnit, Unaskable> {
    let id = question.unit.ok_or(Unaskable::Missing(Part::Unit))?;
    let unit = tenant.administrative_units().get(&id);
    unit.ok_or(Unaskable::Unknown(Part::Unit))
}

fn custom_role<'t>(tenant: &'t Tenant, question: &Question) -> Result<&'t CustomRole, Unaskable> {
    let part = Part::CustomRole;
    let id = question.role.ok_or(Unaskable::Missing(part))?;
    tenant
        .custom_roles()
        .get(&id)
        .ok_or(Unaskable::Unknown(part))
}

fn break_glass(
    tenant: &Tenant,
    question: &Question,
    registered: bool,
) -> Result<Command, Unaskable> {
    let user = person(tenant, question)?.id;
    if tenant.review_settings().break_glass.contains(&user) == registered {
        return Err(Unaskable::AlreadySo);
    }
    Ok(Command::SetBreakGlass { user, registered })
}

fn principal(tenant: &Tenant, question: &Question) -> Result<Principal, Unaskable> {
    match (question.person, question.group) {
        (Some(_), _) => person(tenant, question).map(|user| Principal::User(user.id)),
        (None, Some(_)) => group(tenant, question).map(|group| Principal::Group(group.id)),
        (None, None) => Err(Unaskable::Missing(Part::Principal)),
    }
}

fn scope(tenant: &Tenant, question: &Question) -> Result<Option<DirectoryScope>, Unaskable> {
    match question.scope {
        Some(DirectoryScope::AdministrativeUnit(id))
            if !tenant.administrative_units().contains_key(&id) =>
        {
            Err(Unaskable::Unknown(Part::Unit))
        }
        scope => Ok(scope),
    }
}

fn assign(tenant: &Tenant, question: &Question) -> Result<Command, Unaskable> {
    let principal = principal(tenant, question)?;
    let role = question.role.ok_or(Unaskable::Missing(Part::Role))?;
    let wanted = RoleAssignment {
        scope: scope(tenant, question)?.unwrap_or(DirectoryScope::Tenant),
        ..RoleAssignment::permanent(principal, role)
    };
    let mut held = tenant.assignments().of(principal).iter();
    if held.any(|held| held.same_slot(&wanted)) {
        return Err(Unaskable::AlreadySo);
    }
    Ok(Command::AssignRole(wanted))
}

fn revoke(tenant: &Tenant, question: &Question) -> Result<Command, Unaskable> {
    let principal = principal(tenant, question)?;
    let role = question.role.ok_or(Unaskable::Missing(Part::Role))?;
    let scope = scope(tenant, question)?;
    let held = tenant.assignments().of(principal).iter();
    let of_role = held
        .filter(|held| held.role == role)
        .filter(|held| scope.is_none_or(|scope| held.scope == scope));
    // What counts now matters more than what can be taken up.
    let taken = of_role.min_by_key(|held| held.kind != AssignmentKind::Active);
    let taken = taken.copied().ok_or(Unaskable::AlreadySo)?;
    Ok(Command::RevokeRole(taken))
}

fn sign_in(user: &User, sign_in: SignIn) -> Result<Command, Unaskable> {
    if user.sign_in == sign_in {
        return Err(Unaskable::AlreadySo);
    }
    Ok(Command::SetSignIn {
        user: user.id,
        sign_in,
    })
}

fn delegate(user: &User, level: DelegatedAdministration) -> Result<Command, Unaskable> {
    if user.delegated_administration == level {
        return Err(Unaskable::AlreadySo);
    }
    Ok(Command::SetDelegatedAdministration {
        user: user.id,
        level,
    })
}

fn membership(
    tenant: &Tenant,
    question: &Question,
    set: MemberSet,
    included: bool,
) -> Result<Command, Unaskable> {
    let user = person(tenant, question)?.id;
    let people = tenant.member_set(set);
    if people.is_some_and(|people| people.contains(&user) == included) {
        return Err(Unaskable::AlreadySo);
    }
    Ok(Command::SetMembership {
        set,
        user,
        included,
    })
}
