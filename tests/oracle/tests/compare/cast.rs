//! Who acts and who is acted on, told once for both sides.

use oracle::world::{Acting, Person};

/// The eight Office 365 roles.
pub const EIGHT: [&str; 8] = [
    "billing_administrator",
    "global_administrator",
    "helpdesk_administrator",
    "service_support_administrator",
    "user_administrator",
    "exchange_administrator",
    "sharepoint_administrator",
    "skype_for_business_administrator",
];

/// The roles that the two tables of R23 speak of as acting: their columns, and the extra ones.
pub const OF_TABLES: [&str; 11] = [
    "password_administrator",
    "helpdesk_administrator",
    "authentication_administrator",
    "user_administrator",
    "privileged_authentication_administrator",
    "global_administrator",
    "partner_tier1_support",
    "partner_tier2_support",
    "security_administrator",
    "security_operator",
    "entra_soc_identity_responder",
];

/// Others outside the eight: each has a part of what a permission asks for.
pub const PARTLY: [&str; 3] = [
    "directory_writers",
    "license_administrator",
    "hybrid_identity_administrator",
];

/// The rows of the tables that are about a role.
const ROWS: [&str; 14] = [
    "authentication_administrator",
    "directory_readers",
    "global_administrator",
    "groups_administrator",
    "guest_inviter",
    "helpdesk_administrator",
    "message_center_reader",
    "password_administrator",
    "privileged_authentication_administrator",
    "privileged_role_administrator",
    "reports_reader",
    "user_administrator",
    "user_experience_success_manager",
    "usage_summary_reports_reader",
];

/// How a role is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    Directly,
    ThroughGroup,
    Eligible,
    Over,
    ToCome,
    /// Until tomorrow.
    Passing,
    OverUnit,
    OverRestrictedUnit,
}

/// A tie to a group that holds no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    MemberOfRoleAssignable,
    OwnerOfRoleAssignable,
    MemberOfOrdinary,
}

/// Somebody in a tenant.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is told by itself, and most are false"
)]
pub struct Someone {
    pub name: String,
    pub held: Vec<(String, How)>,
    pub tie: Option<Tie>,
    pub synchronised: bool,
    pub blocked: bool,
    pub guest: bool,
    /// Whether there is no other lasting Global Administrator.
    pub last: bool,
}

impl Someone {
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    pub fn holds(self, role: &str) -> Self {
        self.holds_so(role, How::Directly)
    }

    pub fn holds_so(mut self, role: &str, how: How) -> Self {
        self.held.push((role.to_owned(), how));
        self
    }

    pub fn tied(mut self, tie: Tie) -> Self {
        self.tie = Some(tie);
        self
    }

    pub fn synchronised(mut self) -> Self {
        self.synchronised = true;
        self
    }

    pub fn blocked(mut self) -> Self {
        self.blocked = true;
        self
    }

    /// Whether what they may do is what a single role may, or none.
    pub fn is_single(&self) -> bool {
        self.held.len() < 2
    }

    /// As Cedar knows them when they act: once for each role, and once for none. Who it is
    /// matters only to who asks about themselves; otherwise people of the same role act alike.
    pub fn acting(&self, own: bool) -> Vec<Acting> {
        let account = if own { &self.name } else { "someone else" };
        let acting = |held: Option<&(String, How)>| {
            let how = held.map_or(How::Directly, |(_, how)| *how);
            let role = held.map(|(role, _)| role.clone());
            let by = role.as_deref().unwrap_or("no role");
            let blocked = if self.blocked { ", blocked" } else { "" };
            Acting {
                name: format!("{account}: {by}, {how:?}{blocked}"),
                enabled: !self.blocked,
                in_force: !matches!(how, How::Eligible | How::Over | How::ToCome),
                whole_tenant: !matches!(how, How::OverUnit | How::OverRestrictedUnit),
                account: account.to_owned(),
                role,
            }
        };
        let roles = self.held.iter().map(|held| acting(Some(held)));
        roles.chain([acting(None)]).collect()
    }

    /// As Cedar knows them when they are acted on.
    pub fn person(&self) -> Person {
        let through = |how: &How| *how == How::ThroughGroup;
        let role_assignable = [Tie::MemberOfRoleAssignable, Tie::OwnerOfRoleAssignable];
        Person {
            name: self.name.clone(),
            roles: self.held.iter().map(|(role, _)| role.clone()).collect(),
            restricted: (self.held.iter()).any(|(_, how)| *how == How::OverRestrictedUnit),
            in_role_assignable_group: self.held.iter().any(|(_, how)| through(how))
                || self.tie.is_some_and(|tie| role_assignable.contains(&tie)),
            synchronised: self.synchronised,
            last_global_administrator: self.last,
            only_row: None,
        }
    }
}

/// Who acts: 256 + 11 + 52 + 40 + 2 people.
pub fn actors() -> Vec<Someone> {
    let mut all = Vec::new();
    for subset in 0..256_u32 {
        let mut someone = Someone::new(format!("actor {subset:08b}"));
        for (place, role) in EIGHT.into_iter().enumerate() {
            if subset & (1 << place) != 0 {
                someone = someone.holds(role);
            }
        }
        all.push(someone);
    }
    let outside = |role: &str| !EIGHT.contains(&role);
    let others = OF_TABLES.into_iter().filter(|role| outside(role));
    for role in others.chain(PARTLY) {
        all.push(Someone::new(format!("actor {role}")).holds(role));
    }
    for (place, one) in OF_TABLES.into_iter().enumerate() {
        for other in &OF_TABLES[place + 1..] {
            if outside(one) || outside(other) {
                let name = format!("actor {one} {other}");
                all.push(Someone::new(name).holds(one).holds(other));
            }
        }
    }
    for role in EIGHT {
        for how in [
            How::ThroughGroup,
            How::Eligible,
            How::Over,
            How::ToCome,
            How::OverUnit,
        ] {
            all.push(Someone::new(format!("actor {role} {how:?}")).holds_so(role, how));
        }
    }
    for role in ["global_administrator", "user_administrator"] {
        let name = format!("actor {role} blocked");
        all.push(Someone::new(name).holds(role).blocked());
    }
    all
}

/// Who is acted on: 31 people, 20 of whom hold a role directly over the whole tenant.
pub fn targets() -> Vec<Someone> {
    let mut all = vec![Someone::new("no role")];
    all.extend(ROWS.map(|role| Someone::new(role).holds(role)));
    let new = |name: &str| Someone::new(name);
    let readers = "directory_readers";
    all.extend([
        new("all other roles").holds("exchange_administrator"),
        new("another of them").holds("billing_administrator"),
        // A role that is open to all, so that only the unit can close the cell.
        new("over a restricted unit").holds_so(readers, How::OverRestrictedUnit),
        new("over a unit").holds_so(readers, How::OverUnit),
        new("member of a role-assignable group").tied(Tie::MemberOfRoleAssignable),
        new("owner of a role-assignable group").tied(Tie::OwnerOfRoleAssignable),
        new("member of an ordinary group").tied(Tie::MemberOfOrdinary),
        new("readers through a group").holds_so(readers, How::ThroughGroup),
        new("global through a group").holds_so("global_administrator", How::ThroughGroup),
        new("two open roles").holds(readers).holds("guest_inviter"),
        new("an open and a closed role")
            .holds("guest_inviter")
            .holds("groups_administrator"),
        new("synchronised").synchronised(),
        new("synchronised readers").holds(readers).synchronised(),
        new("blocked").blocked(),
        new("blocked groups administrator")
            .holds("groups_administrator")
            .blocked(),
        Someone {
            guest: true,
            ..new("guest")
        },
    ]);
    all
}

/// Who was deleted.
pub fn deleted() -> Vec<Someone> {
    let new = |name: &str| Someone::new(name);
    vec![
        new("deleted"),
        new("deleted readers").holds("directory_readers"),
        new("deleted groups administrator").holds("groups_administrator"),
        new("deleted global").holds("global_administrator"),
        new("deleted member").tied(Tie::MemberOfRoleAssignable),
    ]
}

/// Another tenant, in which one lasting Global Administrator is left: who acts.
pub fn last_actors() -> Vec<Someone> {
    let [anna, gail, _] = last_targets();
    let new = |name: &str| Someone::new(name);
    let group = How::ThroughGroup;
    vec![
        anna,
        gail,
        new("gus").holds_so("global_administrator", group),
        new("uma").holds("user_administrator"),
        new("helga").holds("helpdesk_administrator"),
        new("nobody"),
    ]
}

/// Who is acted on there.
pub fn last_targets() -> [Someone; 3] {
    let new = |name: &str| Someone::new(name);
    let global = "global_administrator";
    [
        Someone {
            last: true,
            ..new("anna").holds(global)
        },
        new("gail").holds_so(global, How::Passing),
        new("bob").holds(global).blocked(),
    ]
}
