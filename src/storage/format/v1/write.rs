//! Writes the records of version 1 as text.
//!
//! By hand, since it is what saving a large tenant spends its time on. A test holds it to what
//! serde and the ron crate write, but for the apostrophe: ron writes `in \'t Veld`, which is
//! neither pleasant to review nor found by searching.

use std::fmt::{Debug, Write as _};

use uuid::Uuid;

use super::people::UserV1;
use super::value::{Id, Moment, Sha256, Text, hex};
use super::{AssignmentV1, ChannelV1, PrincipalV1, RecordV1, history, settings};
use crate::domain::time::Timestamp;
use crate::storage::error::SaveError;

/// Nothing, or what could not be read again.
pub(super) type Written = Result<(), SaveError>;

/// Appends a record, without the comma and the line's end.
#[expect(clippy::too_many_lines, reason = "a table, one block a record")]
pub fn record(out: &mut String, record: &RecordV1<'_>) -> Written {
    match record {
        RecordV1::Mandate(header) => fields(out, "Mandate", |to| {
            to.number("format", header.format);
            to.maybe_text("sha256", header.sha256.as_ref());
            Ok(())
        }),
        RecordV1::Organization(organization) => fields(out, "Organization", |to| {
            to.text("name", &organization.name);
            to.key("purchased_from");
            match &organization.purchased_from {
                ChannelV1::Microsoft => to.out.push_str("Microsoft"),
                ChannelV1::Partner { name } => fields(to.out, "Partner", |to| {
                    to.text("name", name);
                    Ok(())
                })?,
            }
            to.flag("directory_sync", organization.directory_sync);
            to.flag("certified_partner", organization.certified_partner);
            to.maybe_number("deleted_user_days", organization.deleted_user_days);
            Ok(())
        }),
        RecordV1::Domain(domain) => fields(out, "Domain", |to| {
            to.text("name", &domain.name);
            to.flag("verified", domain.verified);
            to.flag("default", domain.default);
            Ok(())
        }),
        RecordV1::Subscription(subscription) => fields(out, "Subscription", |to| {
            to.id("id", &subscription.id);
            to.text("name", &subscription.name);
            to.number("seats", subscription.seats);
            to.list("services", &subscription.services, |out, service| {
                // A unit variant's name is what its debug form says.
                let _ = write!(out, "{service:?}");
                Ok(())
            })
        }),
        RecordV1::Partner(partner) => fields(out, "Partner", |to| {
            to.text("name", &partner.name);
            to.flag("administers", partner.administers);
            Ok(())
        }),
        RecordV1::Customer(customer) => fields(out, "Customer", |to| {
            to.text("name", &customer.name);
            to.text("domain", &customer.domain);
            Ok(())
        }),
        RecordV1::User(record) => fields(out, "User", |to| user(to, record)),
        RecordV1::DeletedUser(deleted) => fields(out, "DeletedUser", |to| {
            to.key("user");
            fields(to.out, "", |to| user(to, &deleted.user))?;
            to.moment("at", &deleted.at)?;
            to.list("assignments", &deleted.assignments, |out, held| {
                fields(out, "", |to| assignment(to, held))
            })?;
            to.ids("member_of", &deleted.member_of);
            to.ids("owner_of", &deleted.owner_of);
            to.ids("units", &deleted.units);
            Ok(())
        }),
        RecordV1::Group(group) => fields(out, "Group", |to| {
            to.id("id", &group.id);
            to.text("name", &group.name);
            to.flag("role_assignable", group.role_assignable);
            to.ids("owners", &group.owners);
            to.ids("members", &group.members);
            Ok(())
        }),
        RecordV1::GroupMembers(more) => fields(out, "GroupMembers", |to| {
            to.id("group", &more.group);
            to.ids("members", &more.members);
            Ok(())
        }),
        RecordV1::AdministrativeUnit(unit) => fields(out, "AdministrativeUnit", |to| {
            to.id("id", &unit.id);
            to.text("name", &unit.name);
            to.flag("restricted", unit.restricted);
            to.ids("members", &unit.members);
            Ok(())
        }),
        RecordV1::UnitMembers(more) => fields(out, "UnitMembers", |to| {
            to.id("unit", &more.unit);
            to.ids("members", &more.members);
            Ok(())
        }),
        RecordV1::RoleSet(set) => fields(out, "RoleSet", |to| {
            to.text("name", &set.name);
            to.ids("roles", &set.roles);
            Ok(())
        }),
        RecordV1::RoleDefinition(role) => {
            fields(out, "RoleDefinition", |to| settings::write_role(to, role))
        }
        RecordV1::Review(review) => fields(out, "Review", |to| {
            settings::write_thresholds(to, review);
            Ok(())
        }),
        RecordV1::BreakGlass(account) => fields(out, "BreakGlass", |to| {
            to.id("user", &account.user);
            Ok(())
        }),
        RecordV1::Acceptance(found) => fields(out, "Acceptance", |to| {
            settings::write_acceptance(to, found)
        }),
        RecordV1::RoleAssignment(held) => fields(out, "RoleAssignment", |to| assignment(to, held)),
        RecordV1::Audit(entry) => history::write::entry(out, entry),
        RecordV1::AuditItems(more) => history::write::more_items(out, more),
    }
}

fn user(to: &mut Fields<'_>, user: &UserV1<'_>) -> Written {
    to.id("id", &user.id);
    to.text("upn", &user.upn);
    to.text("name", &user.name);
    to.maybe_text("given_name", user.given_name.as_ref());
    to.maybe_text("surname", user.surname.as_ref());
    to.maybe_text("job_title", user.job_title.as_ref());
    to.maybe_text("department", user.department.as_ref());
    to.maybe_text("office", user.office.as_ref());
    to.maybe_text("usage_location", user.usage_location.as_ref());
    to.maybe_text("alternate_email", user.alternate_email.as_ref());
    to.maybe_text("mobile_phone", user.mobile_phone.as_ref());
    to.flag("guest", user.guest);
    to.flag("directory_synchronised", user.directory_synchronised);
    to.flag("blocked", user.blocked);
    to.flag("must_change_password", user.must_change_password);
    to.maybe_moment("last_sign_in", user.last_sign_in.as_ref())?;
    to.ids("licences", &user.licences);
    to.maybe_word("delegated_administration", user.delegated_administration);
    to.flag("no_product_mail", user.no_product_mail);
    Ok(())
}

/// The fields of a role assignment.
pub(super) fn assignment(to: &mut Fields<'_>, held: &AssignmentV1<'_>) -> Written {
    to.key("principal");
    let (kind, id) = match &held.principal {
        PrincipalV1::User(id) => ("User", id),
        PrincipalV1::Group(id) => ("Group", id),
    };
    wrapped(to.out, kind, id);
    to.id("role", &held.role);
    to.text("scope", &held.scope);
    to.word("kind", held.kind);
    to.maybe_moment("start", held.start.as_ref())?;
    to.maybe_moment("end", held.end.as_ref())
}

/// `Name(` fields `)`.
pub(super) fn fields(
    out: &mut String,
    name: &str,
    write: impl FnOnce(&mut Fields<'_>) -> Written,
) -> Written {
    out.push_str(name);
    out.push('(');
    write(&mut Fields {
        out: &mut *out,
        first: true,
    })?;
    out.push(')');
    Ok(())
}

/// The fields that are being written.
pub(super) struct Fields<'w> {
    pub(super) out: &'w mut String,
    first: bool,
}

impl Fields<'_> {
    pub(super) fn key(&mut self, key: &str) {
        if !self.first {
            self.out.push_str(", ");
        }
        self.first = false;
        self.out.push_str(key);
        self.out.push_str(": ");
    }

    pub(super) fn text(&mut self, key: &str, value: &Text<'_>) {
        self.key(key);
        quoted(self.out, value.as_str());
    }

    pub(super) fn maybe_text(&mut self, key: &str, value: Option<&Text<'_>>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    pub(super) fn number(&mut self, key: &str, value: u32) {
        self.key(key);
        let _ = write!(self.out, "{value}");
    }

    pub(super) fn maybe_number(&mut self, key: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.number(key, value);
        }
    }

    /// A word without quotes: a unit variant's name is what its debug form says.
    pub(super) fn word(&mut self, key: &str, value: impl Debug) {
        self.key(key);
        let _ = write!(self.out, "{value:?}");
    }

    pub(super) fn maybe_word(&mut self, key: &str, value: Option<impl Debug>) {
        if let Some(value) = value {
            self.word(key, value);
        }
    }

    pub(super) fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.key(key);
            self.out.push_str("true");
        }
    }

    pub(super) fn id(&mut self, key: &str, value: &Id<'_>) {
        self.key(key);
        id(self.out, value);
    }

    pub(super) fn moment(&mut self, key: &str, value: &Moment<'_>) -> Written {
        self.key(key);
        match value {
            Moment::Known(Timestamp(seconds)) => {
                let moment = jiff::Timestamp::from_second(*seconds)
                    .map_err(|_| SaveError::Time(*seconds))?;
                let _ = write!(self.out, "\"{moment}\"");
            }
            Moment::Other(text) => quoted(self.out, text.as_str()),
        }
        Ok(())
    }

    pub(super) fn sha256(&mut self, key: &str, value: &Sha256<'_>) {
        self.key(key);
        match value {
            Sha256::Known(bytes) => quoted(self.out, &hex(bytes)),
            Sha256::Other(text) => quoted(self.out, text.as_str()),
        }
    }

    pub(super) fn maybe_moment(&mut self, key: &str, value: Option<&Moment<'_>>) -> Written {
        value.map_or(Ok(()), |value| self.moment(key, value))
    }

    pub(super) fn ids(&mut self, key: &str, values: &[Id<'_>]) {
        // Writing an id can't fail, so there is no failure to lose.
        let _ = self.list(key, values, |out, value| {
            id(out, value);
            Ok(())
        });
    }

    pub(super) fn list<T>(
        &mut self,
        key: &str,
        values: &[T],
        write: impl Fn(&mut String, &T) -> Written,
    ) -> Written {
        if values.is_empty() {
            return Ok(());
        }
        self.key(key);
        self.out.push('[');
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            write(self.out, value)?;
        }
        self.out.push(']');
        Ok(())
    }
}

/// An id in a named bracket.
pub(super) fn wrapped(out: &mut String, name: &str, value: &Id<'_>) {
    out.push_str(name);
    out.push('(');
    id(out, value);
    out.push(')');
}

fn id(out: &mut String, value: &Id<'_>) {
    match value {
        Id::Known(value) => {
            out.push('"');
            out.push_str(value.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
            out.push('"');
        }
        Id::Other(text) => quoted(out, text.as_str()),
    }
}

/// A text in quotes. What can't be seen is escaped, so that it can be seen.
pub(super) fn quoted(out: &mut String, text: &str) {
    out.push('"');
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
    let mut rest = text;
    loop {
        let run = rest
            .bytes()
            .position(|byte| !plain(byte))
            .unwrap_or(rest.len());
        let (shown, others) = rest.split_at(run);
        out.push_str(shown);
        let mut others = others.chars();
        let Some(next) = others.next() else {
            break;
        };
        out.extend(next.escape_debug());
        rest = others.as_str();
    }
    out.push('"');
}
