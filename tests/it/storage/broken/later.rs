//! Broken files with what came to version 1 after the first of them: people who were deleted,
//! role sets, partners and customers, and a history with hashes.

/// The file in `tests/data/broken/`, what it says in English, what it says in Dutch.
pub const FILES: &[(&str, &str, &str)] = &[
    (
        "bad-hash",
        "line 14, field `hash`: `c0ffee` is not a hash: expected 64 hex digits",
        "regel 14, veld `hash`: `c0ffee` is geen hash: verwacht werden 64 hexadecimale cijfers",
    ),
    (
        "bad-hash-digit",
        "line 14, field `hash`: `000000000000000000000000000000000000000000000000000000000000000g` is not a hash: expected 64 hex digits",
        "regel 14, veld `hash`: `000000000000000000000000000000000000000000000000000000000000000g` is geen hash: verwacht werden 64 hexadecimale cijfers",
    ),
    (
        "bad-level",
        "line 8, field `delegated_administration`: `Everything` is not allowed here: expected `Limited` or `Full`",
        "regel 8, veld `delegated_administration`: `Everything` mag hier niet: verwacht werd `Limited` of `Full`",
    ),
    (
        "bad-product-mail",
        "line 8, field `no_product_mail`: expected `true` or `false`",
        "regel 8, veld `no_product_mail`: verwacht werd `true` of `false`",
    ),
    (
        "bad-ticket",
        "line 14, field `ticket`: expected a text in quotes",
        "regel 14, veld `ticket`: verwacht werd een tekst tussen aanhalingstekens",
    ),
    (
        "customer-bad-domain",
        "line 7, field `domain`: `tailspin` is not a domain name",
        "regel 7, veld `domain`: `tailspin` is geen domeinnaam",
    ),
    (
        "deleted-and-there",
        "line 9, field `user`: the id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` occurs twice",
        "regel 9, veld `user`: de id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` komt twee keer voor",
    ),
    (
        "deleted-bad-date",
        "line 9, field `at`: `yesterday` is not a moment such as `2026-01-31T12:00:00Z`",
        "regel 9, veld `at`: `yesterday` is geen tijdstip zoals `2026-01-31T12:00:00Z`",
    ),
    (
        "deleted-bad-group",
        "line 9, field `member_of`: `helpdesk` is not an id",
        "regel 9, veld `member_of`: `helpdesk` is geen id",
    ),
    (
        "deleted-bad-scope",
        "line 9, field `assignments`: `everywhere` is not a scope: expected `/` or `/administrativeUnits/` and an id",
        "regel 9, veld `assignments`: `everywhere` is geen bereik: verwacht werd `/` of `/administrativeUnits/` en een id",
    ),
    (
        "deleted-bad-unit",
        "line 9, field `units`: `Utrecht` is not an id",
        "regel 9, veld `units`: `Utrecht` is geen id",
    ),
    (
        "deleted-bad-upn",
        "line 9, field `user`: `dora@@contoso.nl` is not a user principal name: expected name@domain",
        "regel 9, veld `user`: `dora@@contoso.nl` is geen user principal name: verwacht werd naam@domein",
    ),
    (
        "deleted-ends-before-start",
        "line 9, field `assignments`: the role assignment ends before it starts",
        "regel 9, veld `assignments`: de roltoewijzing eindigt voordat ze begint",
    ),
    (
        "deleted-no-name",
        "line 9, field `user`: `dora@contoso.nl` has no display name",
        "regel 9, veld `user`: `dora@contoso.nl` heeft geen weergavenaam",
    ),
    (
        "deleted-of-another",
        "line 9, field `assignments`: the role assignment is of another than `d0a00000-0001-4000-8000-000000000001`",
        "regel 9, veld `assignments`: de roltoewijzing is van een ander dan `d0a00000-0001-4000-8000-000000000001`",
    ),
    (
        "deleted-outside-calendar",
        "line 9, field `assignments`: the time `-000001-07-01T00:00:00Z` is outside the years 0 to 9999",
        "regel 9, veld `assignments`: het tijdstip `-000001-07-01T00:00:00Z` ligt buiten de jaren 0 tot en met 9999",
    ),
    (
        "deleted-role-twice",
        "line 9, field `assignments`: the same role assignment occurs twice",
        "regel 9, veld `assignments`: dezelfde roltoewijzing komt twee keer voor",
    ),
    (
        "deleted-twice",
        "line 10, field `user`: the id `d0a00000-0001-4000-8000-000000000001` occurs twice",
        "regel 10, veld `user`: de id `d0a00000-0001-4000-8000-000000000001` komt twee keer voor",
    ),
    (
        "deleted-unknown-field",
        "line 9: the record has no field `nickname`",
        "regel 9: het record heeft geen veld `nickname`",
    ),
    (
        "deleted-unknown-role",
        "line 9, field `assignments`: there is no role with the id `dddddddd-0000-4000-8000-000000000000`",
        "regel 9, veld `assignments`: er is geen rol met de id `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "duplicate-customer",
        "line 8, field `name`: the customer `Tailspin` occurs twice",
        "regel 8, veld `name`: de klant `Tailspin` komt twee keer voor",
    ),
    (
        "duplicate-partner",
        "line 8, field `name`: the partner `Fabrikam` occurs twice",
        "regel 8, veld `name`: de partner `Fabrikam` komt twee keer voor",
    ),
    (
        "duplicate-role-set",
        "line 13, field `name`: the role set `Helpdesk` occurs twice",
        "regel 13, veld `name`: de rollenset `Helpdesk` komt twee keer voor",
    ),
    (
        "ends-outside-calendar",
        "line 13, field `end`: the time `-000001-07-01T00:00:00Z` is outside the years 0 to 9999",
        "regel 13, veld `end`: het tijdstip `-000001-07-01T00:00:00Z` ligt buiten de jaren 0 tot en met 9999",
    ),
    (
        "item-bad-id",
        "line 14, field `items`: `helpdesk` is not an id",
        "regel 14, veld `items`: `helpdesk` is geen id",
    ),
    (
        "item-bad-thing",
        "line 14, field `items`: `A4` is not an id",
        "regel 14, veld `items`: `A4` is geen id",
    ),
    (
        "item-unknown-event",
        "line 14, field `items`: `Fired` is not allowed here: expected `Added`, `Withdrawn`, `Deleted`, `Restored`, `Purged` or `Kept`",
        "regel 14, veld `items`: `Fired` mag hier niet: verwacht werd `Added`, `Withdrawn`, `Deleted`, `Restored`, `Purged` of `Kept`",
    ),
    (
        "item-unknown-set",
        "line 14, field `items`: `Everyone` is not allowed here: expected `Members`, `Owners` or `Unit`",
        "regel 14, veld `items`: `Everyone` mag hier niet: verwacht werd `Members`, `Owners` of `Unit`",
    ),
    (
        "item-unknown-thing",
        "line 14, field `items`: `Printer` is not allowed here: expected `Organization`, `Domain`, `Subscription`, `Group`, `AdministrativeUnit`, `RoleSet`, `Partner`, `Customer`, `RoleDefinition`, `Review`, `BreakGlass` or `Acceptance`",
        "regel 14, veld `items`: `Printer` mag hier niet: verwacht werd `Organization`, `Domain`, `Subscription`, `Group`, `AdministrativeUnit`, `RoleSet`, `Partner`, `Customer`, `RoleDefinition`, `Review`, `BreakGlass` of `Acceptance`",
    ),
    (
        "role-set-bad-role",
        "line 12, field `roles`: expected a text in quotes",
        "regel 12, veld `roles`: verwacht werd een tekst tussen aanhalingstekens",
    ),
    (
        "role-set-unknown-role",
        "line 12, field `roles`: there is no role with the id `dddddddd-0000-4000-8000-000000000000`",
        "regel 12, veld `roles`: er is geen rol met de id `dddddddd-0000-4000-8000-000000000000`",
    ),
    (
        "starts-outside-calendar",
        "line 13, field `start`: the time `-000001-01-01T00:00:00Z` is outside the years 0 to 9999",
        "regel 13, veld `start`: het tijdstip `-000001-01-01T00:00:00Z` ligt buiten de jaren 0 tot en met 9999",
    ),
    (
        "too-many-days",
        "line 3, field `deleted_user_days`: `65536` days are too many: at most 65535",
        "regel 3, veld `deleted_user_days`: `65536` dagen is te veel: hooguit 65535",
    ),
];
