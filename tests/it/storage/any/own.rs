//! Any roles of a tenant's own, and whatever its review may go by.

use mandate::domain::custom_role::CustomRole;
use mandate::domain::resource_action::ResourceAction;
use mandate::domain::review::{
    Acceptance, FindingAbout, FindingCode, FindingKey, ReviewSettings, Thresholds,
};
use mandate::domain::role::{GroupId, RoleTemplateId};
use mandate::domain::user::UserId;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::{moment, text};

fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

/// Any custom roles, each with an id of its own.
pub fn custom_roles() -> impl Strategy<Value = Vec<CustomRole>> {
    let action = "[a-zA-Z.$_-]{1,9}(/[a-zA-Z0-9.$_-]{1,9}){2,6}";
    let actions = btree_set(
        action.prop_map(|text| ResourceAction::parse(&text).unwrap()),
        0..4,
    );
    vec((text(), text(), actions), 0..3).prop_map(|roles| {
        let numbered = (7_000_000u128..).zip(roles);
        numbered
            .map(|(number, (name, description, actions))| CustomRole {
                id: RoleTemplateId(Uuid::from_u128(number)),
                name: name.into(),
                description: description.into(),
                actions,
            })
            .collect()
    })
}

/// Anything a review may go by.
pub fn review() -> impl Strategy<Value = ReviewSettings> {
    let about = prop_oneof![
        Just(FindingAbout::Tenant),
        id().prop_map(|id| FindingAbout::Role(RoleTemplateId(id))),
        id().prop_map(|id| FindingAbout::Group(GroupId(id))),
    ];
    let key = (select(FindingCode::ALL.to_vec()), about)
        .prop_map(|(code, about)| FindingKey { code, about });
    let people = || btree_set(id().prop_map(UserId), 0..3);
    let acceptance = (text(), moment(), people()).prop_map(|(reason, until, people)| Acceptance {
        reason: reason.into(),
        until,
        people,
    });
    let thresholds = prop_oneof![
        Just(Thresholds::default()),
        (1..100u16, 0..100u16, 0..100u16, any::<u16>()).prop_map(|(fewest, more, most, any)| {
            Thresholds {
                fewest_global_administrators: fewest,
                most_global_administrators: fewest + more,
                limit_global_administrators: fewest + more + most,
                most_privileged_assignments: any,
            }
        }),
    ];
    (thresholds, people(), btree_map(key, acceptance, 0..3)).prop_map(
        |(thresholds, break_glass, accepted)| ReviewSettings {
            thresholds,
            break_glass,
            accepted,
        },
    )
}
