//! The chain of the history: its bytes are what they always were, and whatever is done to an
//! entry in the file is found at the right number.

use mandate::domain::audit::chain::{AuditHash, ChainBreak, head, link, verify};
use mandate::domain::audit::{
    AccountEvent, AuditEntry, AuditItem, AuditOrigin, Thing, ThingField, UserField,
};
use mandate::domain::group::MemberSet;
use mandate::domain::user::{DelegatedAdministration, UserId};

use crate::support::{
    EXCHANGE, Less as _, NOW, TOMORROW, everything, given, given_to_group, group_id, id, unit_id,
};

fn hex(hash: AuditHash) -> String {
    let pairs: Vec<_> = hash.0.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.concat()
}

fn entry(number: u32, actor: UserId, origin: AuditOrigin, items: Vec<AuditItem>) -> AuditEntry {
    AuditEntry {
        number,
        at: if number == 1 { NOW } else { TOMORROW },
        actor,
        reason: (number == 1).then(|| "Why".into()),
        ticket: (number == 1).then(|| "CHG-1".into()),
        origin,
        items,
        hash: None,
    }
}

/// One of every kind.
fn items() -> Vec<AuditItem> {
    let piet = id("piet");
    vec![
        AuditItem::TenantFounded(id("anna")),
        AuditItem::RoleAssigned(given("piet", EXCHANGE)),
        AuditItem::RoleRevoked(
            given_to_group("desk", EXCHANGE)
                .within("noord")
                .eligible()
                .since(NOW)
                .until(TOMORROW),
        ),
        AuditItem::FieldChanged {
            user: piet,
            field: UserField::JobTitle,
            from: None,
            to: Some("Hoofd financiën".into()),
        },
        AuditItem::SignInBlocked(piet),
        AuditItem::SignInAllowed(piet),
        AuditItem::PasswordReset(piet),
        AuditItem::PasswordResetWithdrawn(piet),
        AuditItem::Account {
            event: AccountEvent::Deleted,
            user: piet,
            upn: "piet@contoso.nl".into(),
        },
        AuditItem::LicenceAssigned(piet, everything()),
        AuditItem::LicenceRemoved(piet, everything()),
        AuditItem::DelegationChanged {
            user: piet,
            from: DelegatedAdministration::None,
            to: DelegatedAdministration::Full,
        },
        AuditItem::ProductMailDeclined(piet),
        AuditItem::ProductMailAccepted(piet),
        AuditItem::MemberAdded(MemberSet::Owners(group_id("desk")), piet),
        AuditItem::MemberRemoved(MemberSet::Unit(unit_id("noord")), piet),
        AuditItem::Added {
            thing: Thing::Group(group_id("desk")),
            name: "desk".into(),
        },
        AuditItem::Removed {
            thing: Thing::RoleSet("set".into()),
            name: "set".into(),
        },
        AuditItem::Changed {
            thing: Thing::Organization,
            field: ThingField::DeletedUserDays,
            from: Some("30".into()),
            to: Some("14".into()),
        },
    ]
}

/// The hashes were worked out by another program from the description of the bytes: a label, the
/// hash before, number, moment, actor, reason, ticket, origin, and the items with a tag each;
/// numbers in eight bytes with the smallest first, texts with their length before them.
#[test]
fn the_bytes_never_change() {
    let piet = id("piet");
    let first = entry(1, id("anna"), AuditOrigin::Direct, items());
    let one = link(None, &first);
    assert_eq!(
        hex(one),
        "d71c2264db1b532d4e53a1c7f484fdc25660eda100ae724e361003e30089a5db"
    );
    let undo = entry(
        2,
        piet,
        AuditOrigin::Undo(1),
        vec![AuditItem::SignInAllowed(piet)],
    );
    let two = link(Some(one), &undo);
    assert_eq!(
        hex(two),
        "318fe6a20558e2ea3963031ae9bbd2bb9b32a9984dbf97b44bdff425215e6d7a"
    );
    let redo = entry(
        3,
        piet,
        AuditOrigin::Redo(1),
        vec![AuditItem::SignInBlocked(piet)],
    );
    let three = link(Some(two), &redo);
    assert_eq!(
        hex(three),
        "dd9213e8f521b883ee7ac8dd4d54d08dd68182b9416987a687924476c27e0765"
    );

    let mut entries = vec![first, undo, redo];
    assert_eq!(verify(&entries), Ok(()), "written before there was a chain");
    assert_eq!(head(&entries), Some(three));
    // The first hash vouches for those before it.
    entries[2].hash = Some(three);
    assert_eq!(verify(&entries), Ok(()));
    entries[0].reason = Some("Another".into());
    let at = |number, missing| Err(ChainBreak { number, missing });
    assert_eq!(verify(&entries), at(3, false));
    entries[0].reason = Some("Why".into());
    entries[0].hash = Some(one);
    assert_eq!(verify(&entries), at(2, true));
}
