//! The words for what only a comparison finds.

use super::{Parts, Words, called};
use crate::domain::diff::{Difference, Presence};
use crate::domain::group::MemberSet;
use crate::domain::role::RoleAssignment;
use crate::domain::user::UserId;
use crate::i18n::exact_time;
use crate::t;

impl Words<'_> {
    pub(super) fn difference(&self, difference: &Difference) -> Parts {
        let texts = self.texts;
        let person = |user: &UserId, what| Parts {
            about: self.person(*user),
            what,
        };
        match difference {
            Difference::Item(item) => self.item(item),
            Difference::Presence { user, from, to } => {
                person(user, self.presence(*user, *from, *to))
            }
            Difference::Kind { user, guest: true } => person(user, t!(texts, "diff-guest")),
            Difference::Kind { user, guest: false } => person(user, t!(texts, "diff-member")),
            Difference::Source {
                user,
                synchronised: true,
            } => person(user, t!(texts, "diff-synchronised")),
            Difference::Source {
                user,
                synchronised: false,
            } => person(user, t!(texts, "diff-not-synchronised")),
            Difference::LastSignIn { user, from, to } => {
                let [from, to] = [from, to].map(|time| match time {
                    Some(time) => exact_time(texts, *time),
                    None => t!(texts, "never"),
                });
                person(user, t!(texts, "diff-last-sign-in", from = from, to = to))
            }
            Difference::Times { from, to } => {
                let [then, now] = [from, to].map(|held| self.times(held));
                let untimed = RoleAssignment {
                    start: None,
                    end: None,
                    ..*to
                };
                let role = self.held(&untimed);
                Parts {
                    about: self.principal(to),
                    what: t!(texts, "diff-times", role = role, from = then, to = now),
                }
            }
            Difference::MemberCount { set, from, to } => Parts {
                about: self.set(*set),
                what: match set {
                    MemberSet::Members(_) => {
                        t!(texts, "diff-member-count", from = *from, to = *to)
                    }
                    MemberSet::Owners(_) => {
                        t!(texts, "diff-owner-count", from = *from, to = *to)
                    }
                    MemberSet::Unit(_) => t!(texts, "diff-people-count", from = *from, to = *to),
                },
            },
            Difference::DeletedAt { user, from, to } => {
                let [from, to] = [from, to].map(|time| exact_time(texts, *time));
                person(user, t!(texts, "diff-deleted-at", from = from, to = to))
            }
            Difference::KeptRole { held, kept } => {
                let role = self.held(held);
                Parts {
                    about: self.principal(held),
                    what: if *kept {
                        t!(texts, "diff-keeps-role", role = role)
                    } else {
                        t!(texts, "diff-loses-role", role = role)
                    },
                }
            }
            Difference::KeptMember { set, user, kept } => {
                let set = self.set(*set);
                let what = if *kept {
                    t!(texts, "diff-keeps-member", set = set)
                } else {
                    t!(texts, "diff-loses-member", set = set)
                };
                person(user, what)
            }
            Difference::InitialDomain { from, to } => {
                let [from, to] = [from, to].map(|name| name.as_deref().unwrap_or_default());
                Parts {
                    about: t!(texts, "view-organisation"),
                    what: t!(texts, "diff-initial-domain", from = from, to = to),
                }
            }
        }
    }

    fn presence(&self, user: UserId, from: Presence, to: Presence) -> String {
        let texts = self.texts;
        let upn = called(self.names.upn(user), user.0);
        match (from, to) {
            (Presence::Deleted, Presence::Active) => t!(texts, "diff-person-restored"),
            (_, Presence::Active) => t!(texts, "diff-person-added", upn = upn),
            (Presence::Active, Presence::Deleted) => t!(texts, "diff-person-deleted"),
            (_, Presence::Deleted) => t!(texts, "diff-person-kept"),
            (Presence::Deleted, Presence::Absent) => t!(texts, "diff-person-purged"),
            (_, Presence::Absent) => t!(texts, "diff-person-removed", upn = upn),
        }
    }
}
