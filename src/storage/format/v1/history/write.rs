//! Writes the records of the history as text.

use super::super::value::{Id, Text};
use super::super::write::{Written, assignment, fields, quoted, wrapped};
use super::{AuditItemsV1, AuditV1, ItemV1, SetV1, ThingV1};

/// Appends an entry.
pub fn entry(out: &mut String, entry: &AuditV1<'_>) -> Written {
    fields(out, "Audit", |to| {
        to.number("number", entry.number);
        to.moment("at", &entry.at)?;
        to.id("actor", &entry.actor);
        to.maybe_text("reason", entry.reason.as_ref());
        to.maybe_text("ticket", entry.ticket.as_ref());
        to.maybe_number("undo_of", entry.undo_of);
        to.maybe_number("redo_of", entry.redo_of);
        to.list("items", &entry.items, item)?;
        if let Some(hash) = &entry.hash {
            to.sha256("hash", hash);
        }
        Ok(())
    })
}

/// Appends more changes of an entry.
pub fn more_items(out: &mut String, more: &AuditItemsV1<'_>) -> Written {
    fields(out, "AuditItems", |to| {
        to.number("number", more.number);
        to.list("items", &more.items, item)
    })
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
            to.word("field", field);
            to.maybe_text("from", from.as_ref());
            to.maybe_text("to", after.as_ref());
            Ok(())
        })?,
        ItemV1::SignInBlocked(user) => wrapped(out, "SignInBlocked", user),
        ItemV1::SignInAllowed(user) => wrapped(out, "SignInAllowed", user),
        ItemV1::PasswordReset(user) => wrapped(out, "PasswordReset", user),
        ItemV1::PasswordResetWithdrawn(user) => wrapped(out, "PasswordResetWithdrawn", user),
        ItemV1::Account { event, user, upn } => fields(out, "Account", |to| {
            to.word("event", event);
            to.id("user", user);
            to.text("upn", upn);
            Ok(())
        })?,
        ItemV1::LicenceAssigned { user, subscription } => {
            licence(out, "LicenceAssigned", user, subscription)?;
        }
        ItemV1::LicenceRemoved { user, subscription } => {
            licence(out, "LicenceRemoved", user, subscription)?;
        }
        ItemV1::DelegationChanged {
            user,
            from,
            to: after,
        } => fields(out, "DelegationChanged", |to| {
            to.id("user", user);
            to.maybe_word("from", *from);
            to.maybe_word("to", *after);
            Ok(())
        })?,
        ItemV1::ProductMailDeclined(user) => wrapped(out, "ProductMailDeclined", user),
        ItemV1::ProductMailAccepted(user) => wrapped(out, "ProductMailAccepted", user),
        ItemV1::MemberAdded { set, user } => member(out, "MemberAdded", set, user)?,
        ItemV1::MemberRemoved { set, user } => member(out, "MemberRemoved", set, user)?,
        ItemV1::Added { thing, name } => named(out, "Added", thing, name)?,
        ItemV1::Removed { thing, name } => named(out, "Removed", thing, name)?,
        ItemV1::Changed {
            thing,
            field,
            from,
            to: after,
        } => fields(out, "Changed", |to| {
            to.key("thing");
            self::thing(to.out, thing);
            to.word("field", field);
            to.maybe_text("from", from.as_ref());
            to.maybe_text("to", after.as_ref());
            Ok(())
        })?,
    }
    Ok(())
}

fn licence(out: &mut String, name: &str, user: &Id<'_>, subscription: &Id<'_>) -> Written {
    fields(out, name, |to| {
        to.id("user", user);
        to.id("subscription", subscription);
        Ok(())
    })
}

fn member(out: &mut String, name: &str, set: &SetV1<'_>, user: &Id<'_>) -> Written {
    fields(out, name, |to| {
        to.key("set");
        let (kind, id) = match set {
            SetV1::Members(id) => ("Members", id),
            SetV1::Owners(id) => ("Owners", id),
            SetV1::Unit(id) => ("Unit", id),
        };
        wrapped(to.out, kind, id);
        to.id("user", user);
        Ok(())
    })
}

fn named(out: &mut String, kind: &str, thing: &ThingV1<'_>, name: &Text<'_>) -> Written {
    fields(out, kind, |to| {
        to.key("thing");
        self::thing(to.out, thing);
        to.text("name", name);
        Ok(())
    })
}

fn thing(out: &mut String, thing: &ThingV1<'_>) {
    let mut called = |kind: &str, name: &Text<'_>| {
        out.push_str(kind);
        out.push('(');
        quoted(out, name.as_str());
        out.push(')');
    };
    match thing {
        ThingV1::Organization => out.push_str("Organization"),
        ThingV1::Domain(name) => called("Domain", name),
        ThingV1::Subscription(id) => wrapped(out, "Subscription", id),
        ThingV1::Group(id) => wrapped(out, "Group", id),
        ThingV1::AdministrativeUnit(id) => wrapped(out, "AdministrativeUnit", id),
        ThingV1::RoleSet(name) => called("RoleSet", name),
        ThingV1::Partner(name) => called("Partner", name),
        ThingV1::Customer(name) => called("Customer", name),
        ThingV1::RoleDefinition(id) => wrapped(out, "RoleDefinition", id),
        ThingV1::Review => out.push_str("Review"),
        ThingV1::BreakGlass(id) => wrapped(out, "BreakGlass", id),
        ThingV1::Acceptance(finding) => called("Acceptance", finding),
    }
}
