//! Broken files with roles of the tenant's own and what its review goes by.

/// The file in `tests/data/broken/`, what it says in English, what it says in Dutch.
pub const FILES: &[(&str, &str, &str)] = &[
    (
        "acceptance-outside-calendar",
        "line 12, field `until`: the time `-000001-07-01T00:00:00Z` is outside the years 0 to 9999",
        "regel 12, veld `until`: het tijdstip `-000001-07-01T00:00:00Z` ligt buiten de jaren 0 tot en met 9999",
    ),
    (
        "acceptance-twice",
        "line 13, field `finding`: the finding `guests-hold-roles` is accepted twice",
        "regel 13, veld `finding`: de bevinding `guests-hold-roles` is twee keer geaccepteerd",
    ),
    (
        "acceptance-unknown-finding",
        "line 12, field `finding`: `bad-luck` is not the key of a finding",
        "regel 12, veld `finding`: `bad-luck` is geen sleutel van een bevinding",
    ),
    (
        "break-glass-twice",
        "line 13, field `user`: the id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` occurs twice",
        "regel 13, veld `user`: de id `3f0c2a51-6f1d-4a6e-9a6b-0c1d2e3f4a5b` komt twee keer voor",
    ),
    (
        "review-contradiction",
        "line 12, field `fewest_global_administrators`: the thresholds contradict each other: each must be at least the one before it, and no more than 65535",
        "regel 12, veld `fewest_global_administrators`: de drempels spreken elkaar tegen: elk moet minstens het vorige zijn, en hooguit 65535",
    ),
    (
        "review-too-large",
        "line 12, field `limit_global_administrators`: the thresholds contradict each other: each must be at least the one before it, and no more than 65535",
        "regel 12, veld `limit_global_administrators`: de drempels spreken elkaar tegen: elk moet minstens het vorige zijn, en hooguit 65535",
    ),
    (
        "review-twice",
        "line 13: there is a second `Review` record",
        "regel 13: er is een tweede `Review`-record",
    ),
    (
        "role-definition-bad-action",
        "line 12, field `actions`: `users/create` is not a resource action: expected `namespace/entity/verb`",
        "regel 12, veld `actions`: `users/create` is geen resourceactie: verwacht werd `namespace/entity/verb`",
    ),
    (
        "role-definition-bad-character",
        "line 12, field `actions`: `microsoft.directory/us ers/create` is not a resource action: a part is empty or has a character that none has",
        "regel 12, veld `actions`: `microsoft.directory/us ers/create` is geen resourceactie: een deel is leeg of heeft een teken dat niet voorkomt",
    ),
    (
        "role-definition-built-in",
        "line 12, field `id`: the id `729827e3-9c14-49f7-bb1b-9608f156bbb8` occurs twice",
        "regel 12, veld `id`: de id `729827e3-9c14-49f7-bb1b-9608f156bbb8` komt twee keer voor",
    ),
    (
        "role-definition-twice",
        "line 13, field `id`: the id `cccccccc-0001-4000-8000-000000000001` occurs twice",
        "regel 13, veld `id`: de id `cccccccc-0001-4000-8000-000000000001` komt twee keer voor",
    ),
];
