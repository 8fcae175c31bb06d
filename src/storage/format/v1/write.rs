//! Writes the records of version 1 as text.
//!
//! By hand, since it is what saving a large tenant spends its time on. A test holds it to what
//! serde and the ron crate write, but for the apostrophe: ron writes `in \'t Veld`, which is
//! neither pleasant to review nor found by searching.

use std::fmt::Write as _;

use uuid::Uuid;

use super::history::ItemV1;
use super::value::{Id, Moment, Text};
use super::{AssignmentV1, ChannelV1, PrincipalV1, RecordV1};
use crate::domain::time::Timestamp;
use crate::storage::error::SaveError;

type Written = Result<(), SaveError>;

/// Appends a record, without the comma and the line's end.
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
        RecordV1::User(user) => fields(out, "User", |to| {
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
        RecordV1::RoleAssignment(held) => fields(out, "RoleAssignment", |to| assignment(to, held)),
        RecordV1::Audit(entry) => fields(out, "Audit", |to| {
            to.number("number", entry.number);
            to.moment("at", &entry.at)?;
            to.id("actor", &entry.actor);
            to.maybe_text("reason", entry.reason.as_ref());
            to.maybe_number("undo_of", entry.undo_of);
            to.maybe_number("redo_of", entry.redo_of);
            to.list("items", &entry.items, item)
        }),
        RecordV1::AuditItems(more) => fields(out, "AuditItems", |to| {
            to.number("number", more.number);
            to.list("items", &more.items, item)
        }),
    }
}

fn assignment(to: &mut Fields<'_>, held: &AssignmentV1<'_>) -> Written {
    to.key("principal");
    let (kind, id) = match &held.principal {
        PrincipalV1::User(id) => ("User", id),
        PrincipalV1::Group(id) => ("Group", id),
    };
    wrapped(to.out, kind, id);
    to.id("role", &held.role);
    to.text("scope", &held.scope);
    to.key("kind");
    let _ = write!(to.out, "{:?}", held.kind);
    to.maybe_moment("start", held.start.as_ref())?;
    to.maybe_moment("end", held.end.as_ref())
}

fn item(out: &mut String, item: &ItemV1<'_>) -> Written {
    match item {
        ItemV1::TenantFounded(buyer) => wrapped(out, "TenantFounded", buyer),
        ItemV1::RoleAssigned(held) => fields(out, "RoleAssigned", |to| assignment(to, held))?,
        ItemV1::RoleRevoked(held) => fields(out, "RoleRevoked", |to| assignment(to, held))?,
        ItemV1::FieldChanged {
            user,
            field,
            from,
            to: after,
        } => fields(out, "FieldChanged", |to| {
            to.id("user", user);
            to.key("field");
            let _ = write!(to.out, "{field:?}");
            to.maybe_text("from", from.as_ref());
            to.maybe_text("to", after.as_ref());
            Ok(())
        })?,
        ItemV1::SignInBlocked(user) => wrapped(out, "SignInBlocked", user),
        ItemV1::SignInAllowed(user) => wrapped(out, "SignInAllowed", user),
        ItemV1::PasswordReset(user) => wrapped(out, "PasswordReset", user),
        ItemV1::PasswordResetWithdrawn(user) => wrapped(out, "PasswordResetWithdrawn", user),
    }
    Ok(())
}

/// `Name(` fields `)`.
fn fields(out: &mut String, name: &str, write: impl FnOnce(&mut Fields<'_>) -> Written) -> Written {
    out.push_str(name);
    out.push('(');
    write(&mut Fields {
        out: &mut *out,
        first: true,
    })?;
    out.push(')');
    Ok(())
}

struct Fields<'w> {
    out: &'w mut String,
    first: bool,
}

impl Fields<'_> {
    fn key(&mut self, key: &str) {
        if !self.first {
            self.out.push_str(", ");
        }
        self.first = false;
        self.out.push_str(key);
        self.out.push_str(": ");
    }

    fn text(&mut self, key: &str, value: &Text<'_>) {
        self.key(key);
        quoted(self.out, value.as_str());
    }

    fn maybe_text(&mut self, key: &str, value: Option<&Text<'_>>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn number(&mut self, key: &str, value: u32) {
        self.key(key);
        let _ = write!(self.out, "{value}");
    }

    fn maybe_number(&mut self, key: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.number(key, value);
        }
    }

    fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.key(key);
            self.out.push_str("true");
        }
    }

    fn id(&mut self, key: &str, value: &Id<'_>) {
        self.key(key);
        id(self.out, value);
    }

    fn moment(&mut self, key: &str, value: &Moment<'_>) -> Written {
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

    fn maybe_moment(&mut self, key: &str, value: Option<&Moment<'_>>) -> Written {
        value.map_or(Ok(()), |value| self.moment(key, value))
    }

    fn ids(&mut self, key: &str, values: &[Id<'_>]) {
        // Writing an id can't fail, so there is no failure to lose.
        let _ = self.list(key, values, |out, value| {
            id(out, value);
            Ok(())
        });
    }

    fn list<T>(
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

fn wrapped(out: &mut String, name: &str, value: &Id<'_>) {
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
fn quoted(out: &mut String, text: &str) {
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
