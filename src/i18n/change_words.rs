//! Changes in words: what happened to whom, for the history and for a comparison.
//!
//! Each is told in two parts, so that a list can put them in columns: what it is about, and
//! what became of that.

mod differences;
mod keys;

use self::keys::{thing_field_key, user_field_key};
use super::{Texts, date};
use crate::domain::audit::{AccountEvent, AuditItem, Thing, ThingField};
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::{Diff, Difference, HistoryDiff, Names, Section, Way};
use crate::domain::group::MemberSet;
use crate::domain::review::FindingKey;
use crate::domain::role::{
    AssignmentKind, DirectoryScope, Principal, RoleAssignment, RoleTemplateId,
};
use crate::domain::time::Timestamp;
use crate::domain::user::{DelegatedAdministration, UserId};
use crate::t;

/// A change in two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Whom or what it is about.
    pub about: String,
    /// What became of that, in lower case.
    pub what: String,
}

impl Parts {
    /// Both parts in one line.
    pub fn line(self, texts: &Texts) -> String {
        t!(texts, "change-line", about = self.about, what = self.what)
    }
}

/// A change in one line, such as “Dennis Groen: Exchange Administrator assigned”.
pub fn item_words(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    item: &AuditItem,
) -> String {
    item_parts(texts, catalogue, names, item).line(texts)
}

/// A change in two parts.
pub fn item_parts(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    item: &AuditItem,
) -> Parts {
    Words {
        texts,
        catalogue,
        names,
    }
    .item(item)
}

/// A difference in two parts.
pub fn difference_parts(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    difference: &Difference,
) -> Parts {
    Words {
        texts,
        catalogue,
        names,
    }
    .difference(difference)
}

/// How the histories differ, in two parts, and which way; nothing when they are the same.
pub fn history_parts(texts: &Texts, diff: &Diff) -> Option<(Way, Parts)> {
    let way = diff.history.way()?;
    let what = match diff.history {
        HistoryDiff::Same => return None,
        HistoryDiff::Longer(count) => t!(texts, "diff-history-longer", count = count),
        HistoryDiff::Shorter(count) => t!(texts, "diff-history-shorter", count = count),
        HistoryDiff::Diverged(number) => {
            t!(texts, "diff-history-diverged", number = number)
        }
    };
    let about = section_name(texts, Section::History);
    Some((way, Parts { about, what }))
}

/// What a section is called.
pub fn section_name(texts: &Texts, section: Section) -> String {
    match section {
        Section::People => t!(texts, "section-people"),
        Section::Roles => t!(texts, "section-roles"),
        Section::Groups => t!(texts, "section-groups"),
        Section::Organization => t!(texts, "view-organisation"),
        Section::History => t!(texts, "section-history"),
    }
}

struct Words<'a> {
    texts: &'a Texts,
    catalogue: &'a RoleCatalogue,
    names: &'a dyn Names,
}

impl Words<'_> {
    fn item(&self, item: &AuditItem) -> Parts {
        let texts = self.texts;
        let person = |user: &UserId, what| Parts {
            about: self.person(*user),
            what,
        };
        match item {
            AuditItem::TenantFounded(user) => person(user, t!(texts, "change-founded")),
            AuditItem::RoleAssigned(held) => Parts {
                about: self.principal(held),
                what: t!(texts, "change-role-assigned", role = self.held(held)),
            },
            AuditItem::RoleRevoked(held) => Parts {
                about: self.principal(held),
                what: t!(texts, "change-role-revoked", role = self.held(held)),
            },
            AuditItem::FieldChanged {
                user,
                field,
                from,
                to,
            } => {
                let field = texts.dynamic(user_field_key(*field));
                let [from, to] = [from, to].map(|text| text.as_deref().map(str::to_owned));
                person(user, self.changed(field, from, to))
            }
            AuditItem::SignInBlocked(user) => person(user, t!(texts, "change-sign-in-blocked")),
            AuditItem::SignInAllowed(user) => person(user, t!(texts, "change-sign-in-allowed")),
            AuditItem::PasswordReset(user) => person(user, t!(texts, "change-password-reset")),
            AuditItem::PasswordResetWithdrawn(user) => {
                person(user, t!(texts, "change-password-withdrawn"))
            }
            AuditItem::Account { event, user, upn } => Parts {
                about: (self.names.user(*user)).map_or_else(|| upn.to_string(), str::to_owned),
                what: self.account(*event, upn),
            },
            AuditItem::LicenceAssigned(user, id) => {
                let name = called(self.names.subscription(*id), id.0);
                person(user, t!(texts, "change-licence-assigned", name = name))
            }
            AuditItem::LicenceRemoved(user, id) => {
                let name = called(self.names.subscription(*id), id.0);
                person(user, t!(texts, "change-licence-removed", name = name))
            }
            AuditItem::DelegationChanged { user, from, to } => {
                let [from, to] = [from, to].map(|level| self.level(*level));
                person(user, t!(texts, "change-delegation", from = from, to = to))
            }
            AuditItem::ProductMailDeclined(user) => {
                person(user, t!(texts, "change-product-mail-declined"))
            }
            AuditItem::ProductMailAccepted(user) => {
                person(user, t!(texts, "change-product-mail-accepted"))
            }
            AuditItem::MemberAdded(set, user) => self.member(*set, *user, true),
            AuditItem::MemberRemoved(set, user) => self.member(*set, *user, false),
            AuditItem::Added { thing, name } => Parts {
                about: self.thing(thing, Some(name)),
                what: t!(texts, "change-thing-added"),
            },
            AuditItem::Removed { thing, name } => Parts {
                about: self.thing(thing, Some(name)),
                what: t!(texts, "change-thing-removed"),
            },
            AuditItem::Changed {
                thing,
                field,
                from,
                to,
            } => Parts {
                about: self.thing(thing, None),
                what: self.thing_changed(*field, from.as_deref(), to.as_deref()),
            },
        }
    }

    fn member(&self, set: MemberSet, user: UserId, added: bool) -> Parts {
        let (texts, name) = (self.texts, self.person(user));
        let what = match (set, added) {
            (MemberSet::Members(_), true) => t!(texts, "change-member-added", name = name),
            (MemberSet::Members(_), false) => t!(texts, "change-member-removed", name = name),
            (MemberSet::Owners(_), true) => t!(texts, "change-owner-added", name = name),
            (MemberSet::Owners(_), false) => t!(texts, "change-owner-removed", name = name),
            (MemberSet::Unit(_), true) => t!(texts, "change-person-added", name = name),
            (MemberSet::Unit(_), false) => t!(texts, "change-person-removed", name = name),
        };
        Parts {
            about: self.set(set),
            what,
        }
    }

    fn account(&self, event: AccountEvent, upn: &str) -> String {
        let texts = self.texts;
        match event {
            AccountEvent::Added => t!(texts, "change-account-added", upn = upn),
            AccountEvent::Withdrawn => t!(texts, "change-account-withdrawn", upn = upn),
            AccountEvent::Deleted => t!(texts, "change-account-deleted", upn = upn),
            AccountEvent::Restored => t!(texts, "change-account-restored", upn = upn),
            AccountEvent::Purged => t!(texts, "change-account-purged", upn = upn),
            AccountEvent::Kept => t!(texts, "change-account-kept", upn = upn),
        }
    }

    fn thing_changed(&self, field: ThingField, from: Option<&str>, to: Option<&str>) -> String {
        let texts = self.texts;
        let name = texts.dynamic(thing_field_key(field));
        match field {
            ThingField::DirectorySync
            | ThingField::CertifiedPartner
            | ThingField::Verified
            | ThingField::Default
            | ThingField::RoleAssignable
            | ThingField::Restricted
            | ThingField::Administers => match to {
                Some("true") => t!(texts, "change-flag-on", field = name),
                _ => t!(texts, "change-flag-off", field = name),
            },
            ThingField::PurchasedFrom => {
                let seller = |name: Option<&str>| Some(name.unwrap_or("Microsoft").to_owned());
                self.changed(name, seller(from), seller(to))
            }
            ThingField::Roles => {
                let [from, to] = [from, to].map(|ids| ids.map(|ids| self.roles(ids)));
                self.changed(name, from, to)
            }
            ThingField::Action => match (from, to) {
                (None, Some(action)) => t!(texts, "change-action-added", action = action),
                (from, _) => t!(
                    texts,
                    "change-action-removed",
                    action = from.unwrap_or_default()
                ),
            },
            ThingField::Until => {
                let day = |seconds: &str| {
                    let known = seconds
                        .parse()
                        .map(|seconds| date(texts, Timestamp(seconds)));
                    known.unwrap_or_else(|_| seconds.to_owned())
                };
                let [from, to] = [from, to].map(|seconds| seconds.map(day));
                self.changed(name, from, to)
            }
            ThingField::People => {
                let count = |ids: Option<&str>| ids.map(|ids| ids.split(", ").count().to_string());
                self.changed(name, count(from), count(to))
            }
            ThingField::Name
            | ThingField::DeletedUserDays
            | ThingField::Seats
            | ThingField::Services
            | ThingField::Domain
            | ThingField::Description
            | ThingField::FewestGlobalAdministrators
            | ThingField::MostGlobalAdministrators
            | ThingField::LimitGlobalAdministrators
            | ThingField::MostPrivilegedAssignments
            | ThingField::Reason => {
                let [from, to] = [from, to].map(|text| text.map(str::to_owned));
                self.changed(name, from, to)
            }
        }
    }

    fn changed(&self, field: String, from: Option<String>, to: Option<String>) -> String {
        let texts = self.texts;
        match (from, to) {
            (Some(from), Some(to)) => {
                t!(
                    texts,
                    "change-field-changed",
                    field = field,
                    from = from,
                    to = to
                )
            }
            (None, to) => {
                let to = to.unwrap_or_default();
                t!(texts, "change-field-set", field = field, to = to)
            }
            (Some(from), None) => t!(texts, "change-field-cleared", field = field, from = from),
        }
    }

    /// A role with what makes the assignment less than permanent, active and tenant-wide.
    fn held(&self, held: &RoleAssignment) -> String {
        let texts = self.texts;
        let mut less = Vec::new();
        if held.kind == AssignmentKind::Eligible {
            less.push(t!(texts, "role-eligible"));
        }
        if let DirectoryScope::AdministrativeUnit(id) = held.scope {
            let unit = called(self.names.unit(id), id.0);
            less.push(t!(texts, "editor-in-unit", unit = unit));
        }
        less.extend(self.dates(held));
        let role = self.role(held.role);
        if less.is_empty() {
            role
        } else {
            format!("{role} ({})", less.join(", "))
        }
    }

    fn dates(&self, held: &RoleAssignment) -> Vec<String> {
        let texts = self.texts;
        let day = |time: Timestamp| date(texts, time);
        let from = held
            .start
            .map(|start| t!(texts, "editor-from", date = day(start)));
        let until = held
            .end
            .map(|end| t!(texts, "editor-until", date = day(end)));
        from.into_iter().chain(until).collect()
    }

    fn times(&self, held: &RoleAssignment) -> String {
        let dates = self.dates(held);
        if dates.is_empty() {
            t!(self.texts, "diff-permanent")
        } else {
            dates.join(", ")
        }
    }

    fn role(&self, id: RoleTemplateId) -> String {
        let known = self.catalogue.role(id);
        let known = known.map(|role| role.name.get(self.texts.language()));
        called(known.or_else(|| self.names.custom_role(id)), id.0)
    }

    /// Template ids, comma between, as the names of the roles.
    fn roles(&self, ids: &str) -> String {
        let names = ids.split(", ").map(|id| match uuid::Uuid::parse_str(id) {
            Ok(id) => self.role(RoleTemplateId(id)),
            Err(_) => id.to_owned(),
        });
        names.collect::<Vec<_>>().join(", ")
    }

    fn level(&self, level: DelegatedAdministration) -> String {
        let texts = self.texts;
        match level {
            DelegatedAdministration::None => t!(texts, "none"),
            DelegatedAdministration::Limited => t!(texts, "limited"),
            DelegatedAdministration::Full => t!(texts, "editor-grant-full"),
        }
    }

    fn principal(&self, held: &RoleAssignment) -> String {
        match held.principal {
            Principal::User(user) => self.person(user),
            Principal::Group(id) => self.thing(&Thing::Group(id), None),
        }
    }

    fn person(&self, user: UserId) -> String {
        called(self.names.user(user), user.0)
    }

    fn set(&self, set: MemberSet) -> String {
        self.thing(
            &match set {
                MemberSet::Members(id) | MemberSet::Owners(id) => Thing::Group(id),
                MemberSet::Unit(id) => Thing::Unit(id),
            },
            None,
        )
    }

    fn thing(&self, thing: &Thing, name: Option<&str>) -> String {
        let texts = self.texts;
        let named = |known: Option<&str>, id| called(name.or(known), id);
        match thing {
            Thing::Organization => t!(texts, "view-organisation"),
            Thing::Domain(name) => t!(texts, "thing-domain", name = &**name),
            Thing::Subscription(id) => {
                let name = named(self.names.subscription(*id), id.0);
                t!(texts, "thing-subscription", name = name)
            }
            Thing::Group(id) => {
                let name = named(self.names.group(*id), id.0);
                t!(texts, "thing-group", name = name)
            }
            Thing::Unit(id) => {
                let name = named(self.names.unit(*id), id.0);
                t!(texts, "thing-unit", name = name)
            }
            Thing::RoleSet(name) => t!(texts, "thing-role-set", name = &**name),
            Thing::Partner(name) => t!(texts, "thing-partner", name = &**name),
            Thing::Customer(name) => t!(texts, "thing-customer", name = &**name),
            Thing::CustomRole(id) => {
                let name = name.map_or_else(|| self.role(*id), str::to_owned);
                t!(texts, "thing-custom-role", name = name)
            }
            Thing::Review => t!(texts, "thing-review"),
            Thing::BreakGlass(user) => {
                t!(
                    texts,
                    "thing-break-glass",
                    name = named(self.names.user(*user), user.0)
                )
            }
            Thing::Acceptance(finding) => {
                let finding = FindingKey::parse(finding).map_or_else(
                    || finding.to_string(),
                    |key| texts.dynamic(&format!("finding-{}", key.code.key())),
                );
                t!(texts, "thing-acceptance", finding = finding)
            }
        }
    }
}

/// A name, or the id of what nobody has a name for any more.
fn called(name: Option<&str>, id: uuid::Uuid) -> String {
    name.map_or_else(|| id.to_string(), str::to_owned)
}
