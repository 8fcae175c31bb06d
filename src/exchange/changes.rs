//! Changes as tables: the history, and what differs between two tenants.
//!
//! A line a change. What kinds of change and fields are called is the same in every language.

use super::{Cell, Table};
use crate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{Diff, Difference, HistoryDiff, Names, Presence, Section, Way};
use crate::domain::group::MemberSet;
use crate::domain::language::Language;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::time::Timestamp;
use crate::domain::user::UserId;

/// Entries of the history, a line for each thing that changed.
pub fn history<'e>(
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    entries: impl IntoIterator<Item = &'e AuditEntry>,
) -> Table {
    let teller = Teller { catalogue, names };
    let mut rows = Vec::new();
    for entry in entries {
        let number = |number: u32| Cell::Number(number as usize);
        let text = |text: &Option<Box<str>>| match text {
            Some(text) => Cell::text(&**text),
            None => Cell::Absent,
        };
        let (undo, redo) = match entry.origin {
            AuditOrigin::Direct => (Cell::Absent, Cell::Absent),
            AuditOrigin::Undo(of) => (number(of), Cell::Absent),
            AuditOrigin::Redo(of) => (Cell::Absent, number(of)),
        };
        for item in &entry.items {
            let mut row = vec![
                number(entry.number),
                Cell::Text(moment(entry.at)),
                Cell::Text(teller.upn(entry.actor)),
                text(&entry.reason),
                text(&entry.ticket),
                undo.clone(),
                redo.clone(),
            ];
            row.extend(teller.item(item).cells());
            rows.push(row);
        }
    }
    let own = [
        "entry", "at", "actor", "reason", "ticket", "undo_of", "redo_of",
    ];
    Table {
        header: header(own.into_iter().chain(CHANGE)),
        rows,
    }
}

/// What differs, a line for each, as far as `wanted`; how the histories differ stands last.
pub fn differences(
    catalogue: &RoleCatalogue,
    diff: &Diff,
    wanted: impl Fn(usize) -> bool,
) -> Table {
    let teller = Teller {
        catalogue,
        names: &diff.names,
    };
    let numbered = diff.differences.iter().enumerate();
    let mut rows: Vec<_> = numbered
        .filter(|(at, _)| wanted(*at))
        .map(|(_, difference)| {
            let told = teller.difference(difference);
            row(difference.section(), difference.way(), told)
        })
        .collect();
    if wanted(diff.differences.len())
        && let (Some(way), Some((change, value))) = (diff.history.way(), told_history(diff.history))
    {
        let told = Told {
            change,
            to: value.to_string(),
            ..Told::default()
        };
        rows.push(row(Section::History, way, told));
    }
    Table {
        header: header(["section", "way"].into_iter().chain(CHANGE)),
        rows,
    }
}

const fn told_history(history: HistoryDiff) -> Option<(&'static str, u32)> {
    match history {
        HistoryDiff::Same => None,
        HistoryDiff::Longer(more) => Some(("entries-added", more)),
        HistoryDiff::Shorter(less) => Some(("entries-missing", less)),
        HistoryDiff::Diverged(at) => Some(("diverged-at", at)),
    }
}

const CHANGE: [&str; 6] = ["change", "about", "id", "detail", "from", "to"];

fn header<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    names.map(str::to_owned).collect()
}

fn row(section: Section, way: Way, told: Told) -> Vec<Cell> {
    let place = [Cell::text(section.key()), Cell::text(way.key())];
    place.into_iter().chain(told.cells()).collect()
}

/// A change in columns.
#[derive(Default)]
struct Told {
    change: &'static str,
    about: String,
    id: String,
    detail: String,
    from: String,
    to: String,
}

impl Told {
    fn cells(self) -> impl Iterator<Item = Cell> {
        let texts = [self.about, self.id, self.detail, self.from, self.to];
        [Cell::text(self.change)]
            .into_iter()
            .chain(texts.map(Cell::Text))
    }

    fn values(self, from: Option<impl Into<String>>, to: Option<impl Into<String>>) -> Self {
        Self {
            from: from.map(Into::into).unwrap_or_default(),
            to: to.map(Into::into).unwrap_or_default(),
            ..self
        }
    }
}

struct Teller<'a> {
    catalogue: &'a RoleCatalogue,
    names: &'a dyn Names,
}

impl Teller<'_> {
    fn item(&self, item: &AuditItem) -> Told {
        match item {
            AuditItem::TenantFounded(user) => self.person("tenant-founded", *user),
            AuditItem::RoleAssigned(held) => Told {
                to: self.extent(held),
                ..self.held("role-assigned", held)
            },
            AuditItem::RoleRevoked(held) => Told {
                from: self.extent(held),
                ..self.held("role-revoked", held)
            },
            AuditItem::FieldChanged {
                user,
                field,
                from,
                to,
            } => Told {
                detail: user_field(*field).to_owned(),
                ..self.person("field-changed", *user)
            }
            .values(from.as_deref(), to.as_deref()),
            AuditItem::SignInBlocked(user) => self.person("sign-in-blocked", *user),
            AuditItem::SignInAllowed(user) => self.person("sign-in-allowed", *user),
            AuditItem::PasswordReset(user) => self.person("password-reset", *user),
            AuditItem::PasswordResetWithdrawn(user) => {
                self.person("password-reset-withdrawn", *user)
            }
            AuditItem::Account { event, user, upn } => Told {
                about: upn.to_string(),
                ..self.person(account(*event), *user)
            },
            AuditItem::LicenceAssigned(user, id) => Told {
                detail: named(self.names.subscription(*id), id.0),
                ..self.person("licence-assigned", *user)
            },
            AuditItem::LicenceRemoved(user, id) => Told {
                detail: named(self.names.subscription(*id), id.0),
                ..self.person("licence-removed", *user)
            },
            AuditItem::DelegationChanged { user, from, to } => self
                .person("delegated-administration-changed", *user)
                .values(Some(from.key()), Some(to.key())),
            AuditItem::ProductMailDeclined(user) => self.person("product-mail-declined", *user),
            AuditItem::ProductMailAccepted(user) => self.person("product-mail-accepted", *user),
            AuditItem::MemberAdded(set, user) => Told {
                detail: self.upn(*user),
                ..self.set("added", *set)
            },
            AuditItem::MemberRemoved(set, user) => Told {
                detail: self.upn(*user),
                ..self.set("removed", *set)
            },
            AuditItem::Added { thing, name } => Told {
                about: name.to_string(),
                ..self.thing("thing-added", thing)
            },
            AuditItem::Removed { thing, name } => Told {
                about: name.to_string(),
                ..self.thing("thing-removed", thing)
            },
            AuditItem::Changed {
                thing,
                field,
                from,
                to,
            } => {
                let told = self.thing("thing-changed", thing);
                Told {
                    detail: format!("{} {}", told.detail, thing_field(*field)),
                    ..told
                }
                .values(from.as_deref(), to.as_deref())
            }
        }
    }

    fn difference(&self, difference: &Difference) -> Told {
        match difference {
            Difference::Item(item) => self.item(item),
            Difference::Presence { user, from, to } => self
                .person("person", *user)
                .values(Some(presence(*from)), Some(presence(*to))),
            Difference::Kind { user, guest } => {
                let [from, to] = yes_no(*guest);
                self.person("guest", *user).values(Some(from), Some(to))
            }
            Difference::Source { user, synchronised } => {
                let [from, to] = yes_no(*synchronised);
                let told = self.person("synchronised", *user);
                told.values(Some(from), Some(to))
            }
            Difference::LastSignIn { user, from, to } => self
                .person("last-sign-in", *user)
                .values(from.map(moment), to.map(moment)),
            Difference::Times { from, to } => self
                .held("role-times-changed", to)
                .values(Some(self.extent(from)), Some(self.extent(to))),
            Difference::MemberCount { set, from, to } => self
                .set("count", *set)
                .values(Some(from.to_string()), Some(to.to_string())),
            Difference::DeletedAt { user, from, to } => self
                .person("deleted-at", *user)
                .values(Some(moment(*from)), Some(moment(*to))),
            Difference::KeptRole { held, kept: true } => Told {
                to: self.extent(held),
                ..self.held("kept-role", held)
            },
            Difference::KeptRole { held, kept: false } => Told {
                from: self.extent(held),
                ..self.held("kept-role", held)
            },
            Difference::KeptMember { set, user, kept } => {
                let of = self.set("", *set);
                let [from, to] = yes_no(*kept);
                Told {
                    detail: of.about,
                    ..self.person("kept-membership", *user)
                }
                .values(Some(from), Some(to))
            }
            Difference::InitialDomain { from, to } => Told {
                change: "initial-domain",
                ..Told::default()
            }
            .values(from.as_deref(), to.as_deref()),
        }
    }

    fn person(&self, change: &'static str, user: UserId) -> Told {
        Told {
            change,
            about: self.upn(user),
            id: user.0.to_string(),
            ..Told::default()
        }
    }

    fn upn(&self, user: UserId) -> String {
        named(self.names.upn(user), user.0)
    }

    fn held(&self, change: &'static str, held: &RoleAssignment) -> Told {
        let told = match held.principal {
            Principal::User(user) => self.person(change, user),
            Principal::Group(id) => self.thing(change, &Thing::Group(id)),
        };
        Told {
            detail: self.role(held.role),
            ..told
        }
    }

    fn role(&self, id: RoleTemplateId) -> String {
        let known = self.catalogue.role(id);
        let name = known.map(|role| role.name.get(Language::English));
        named(name.or_else(|| self.names.custom_role(id)), id.0)
    }

    /// How far an assignment reaches: its kind, its scope, and its times where it has any.
    fn extent(&self, held: &RoleAssignment) -> String {
        let mut extent = match held.kind {
            AssignmentKind::Active => "active".to_owned(),
            AssignmentKind::Eligible => "eligible".to_owned(),
        };
        extent.push(' ');
        match held.scope {
            DirectoryScope::Tenant => extent.push('/'),
            DirectoryScope::AdministrativeUnit(id) => {
                extent.push_str(&named(self.names.unit(id), id.0));
            }
        }
        for (word, time) in [(" from ", held.start), (" until ", held.end)] {
            if let Some(time) = time {
                extent.push_str(word);
                extent.push_str(&moment(time));
            }
        }
        extent
    }

    /// `way` is `added`, `removed` or `count`; nothing where only the set matters.
    fn set(&self, way: &'static str, set: MemberSet) -> Told {
        let (thing, changes) = match set {
            MemberSet::Members(id) => (
                Thing::Group(id),
                ["member-added", "member-removed", "members"],
            ),
            MemberSet::Owners(id) => (Thing::Group(id), ["owner-added", "owner-removed", "owners"]),
            MemberSet::Unit(id) => (
                Thing::Unit(id),
                ["unit-member-added", "unit-member-removed", "unit-members"],
            ),
        };
        let [added, removed, count] = changes;
        let change = match way {
            "added" => added,
            "removed" => removed,
            _ => count,
        };
        Told {
            detail: String::new(),
            ..self.thing(change, &thing)
        }
    }

    fn thing(&self, change: &'static str, thing: &Thing) -> Told {
        let (kind, about, id) = match thing {
            Thing::Organization => ("organization", String::new(), String::new()),
            Thing::Domain(name) => ("domain", name.to_string(), String::new()),
            Thing::RoleSet(name) => ("role-set", name.to_string(), String::new()),
            Thing::Partner(name) => ("partner", name.to_string(), String::new()),
            Thing::Customer(name) => ("customer", name.to_string(), String::new()),
            Thing::CustomRole(id) => ("role-definition", self.role(*id), id.0.to_string()),
            Thing::Review => ("review", String::new(), String::new()),
            Thing::BreakGlass(user) => (
                "break-glass",
                named(self.names.user(*user), user.0),
                user.0.to_string(),
            ),
            Thing::Acceptance(finding) => ("acceptance", finding.to_string(), String::new()),
            Thing::Subscription(id) => (
                "subscription",
                named(self.names.subscription(*id), id.0),
                id.0.to_string(),
            ),
            Thing::Group(id) => (
                "group",
                named(self.names.group(*id), id.0),
                id.0.to_string(),
            ),
            Thing::Unit(id) => (
                "administrative-unit",
                named(self.names.unit(*id), id.0),
                id.0.to_string(),
            ),
        };
        Told {
            change,
            about,
            id,
            detail: kind.to_owned(),
            ..Told::default()
        }
    }
}

fn named(name: Option<&str>, id: uuid::Uuid) -> String {
    name.map_or_else(|| id.to_string(), str::to_owned)
}

/// A moment as it stands in tables.
pub fn moment(time: Timestamp) -> String {
    let known = jiff::Timestamp::from_second(time.0);
    known.map_or_else(|_| time.0.to_string(), |known| known.to_string())
}

const fn yes_no(now: bool) -> [&'static str; 2] {
    if now {
        ["false", "true"]
    } else {
        ["true", "false"]
    }
}

const fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Absent => "absent",
        Presence::Active => "active",
        Presence::Deleted => "deleted",
    }
}

const fn account(event: AccountEvent) -> &'static str {
    match event {
        AccountEvent::Added => "account-added",
        AccountEvent::Withdrawn => "account-withdrawn",
        AccountEvent::Deleted => "account-deleted",
        AccountEvent::Restored => "account-restored",
        AccountEvent::Purged => "account-purged",
        AccountEvent::Kept => "account-kept",
    }
}

const fn user_field(field: UserField) -> &'static str {
    match field {
        UserField::DisplayName => "display_name",
        UserField::GivenName => "given_name",
        UserField::Surname => "surname",
        UserField::JobTitle => "job_title",
        UserField::Department => "department",
        UserField::Office => "office",
        UserField::UsageLocation => "usage_location",
        UserField::AlternateEmail => "alternate_email",
        UserField::MobilePhone => "mobile_phone",
        UserField::UserPrincipalName => "upn",
    }
}

const fn thing_field(field: ThingField) -> &'static str {
    match field {
        ThingField::Name => "name",
        ThingField::PurchasedFrom => "purchased_from",
        ThingField::DirectorySync => "directory_sync",
        ThingField::CertifiedPartner => "certified_partner",
        ThingField::DeletedUserDays => "deleted_user_days",
        ThingField::Verified => "verified",
        ThingField::Default => "default",
        ThingField::Seats => "seats",
        ThingField::Services => "services",
        ThingField::RoleAssignable => "role_assignable",
        ThingField::Restricted => "restricted",
        ThingField::Roles => "roles",
        ThingField::Administers => "administers",
        ThingField::Domain => "domain",
        ThingField::Description => "description",
        ThingField::Action => "action",
        ThingField::FewestGlobalAdministrators => "fewest_global_administrators",
        ThingField::MostGlobalAdministrators => "most_global_administrators",
        ThingField::LimitGlobalAdministrators => "limit_global_administrators",
        ThingField::MostPrivilegedAssignments => "most_privileged_assignments",
        ThingField::Reason => "reason",
        ThingField::Until => "until",
        ThingField::People => "people",
    }
}
