//! The rows of the picker, without pixels.

use std::collections::{BTreeMap, BTreeSet};

use mandate::domain::catalogue::Edition;
use mandate::domain::fold::fold;
use mandate::domain::language::Language;
use mandate::domain::role::{RoleCategory, RoleNoteKind, RoleTemplateId};
use mandate::ui::views::role_editor::matching::{Match, Query, ability};
use mandate::ui::views::role_editor::picker::{Group, GroupKey, Input, NameNote, Row, rows};

use crate::support::{
    EXCHANGE, GLOBAL, HELPDESK, PARTNER_TIER1, PASSWORD, REPORTS_READER, SECURITY, USERS, roles,
};

fn picked(language: Language, query: &str, held: &[RoleTemplateId]) -> Vec<Group> {
    let held: BTreeSet<_> = held.iter().copied().collect();
    let input = Input {
        language,
        query,
        chosen: &held,
        held: &held,
        verdicts: &BTreeMap::new(),
    };
    rows(roles(), &input)
}

fn row(groups: &[Group], id: RoleTemplateId) -> Option<&Row> {
    let mut found = groups.iter().flat_map(|group| &group.rows);
    found.find(|row| row.id == id)
}

#[test]
fn the_seven_come_first_and_then_the_categories() {
    let groups = picked(Language::English, "", &[]);
    let keys: Vec<_> = groups.iter().map(|group| group.key).collect();
    assert_eq!(keys[0], GroupKey::Office365);
    let categories = RoleCategory::ALL.map(GroupKey::Category);
    let left_out: Vec<_> = categories
        .iter()
        .filter(|key| !keys.contains(key))
        .collect();
    assert!(left_out.len() <= 1, "{left_out:?}");

    assert_eq!(groups[0].rows.len(), 7);
    assert!(row(&groups, GLOBAL).is_none(), "it has a card of its own");
    let ids: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
    let unique: BTreeSet<_> = ids.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), unique.len(), "no role stands in two groups");
    let assignable = roles()
        .edition(Edition::Current)
        .roles()
        .iter()
        .filter(|role| role.status.is_assignable() && role.id != GLOBAL);
    assert_eq!(ids.len(), assignable.count());
}

#[test]
fn classic_names_tell_the_entra_name_where_it_differs() {
    let groups = picked(Language::English, "", &[]);
    let helpdesk = row(&groups, HELPDESK).expect("offered");
    assert_eq!(helpdesk.name, "Password administrator");
    let entra = NameNote::InEntra("Helpdesk Administrator".to_owned());
    assert_eq!(helpdesk.name_note, Some(entra));
    assert!(helpdesk.privileged);
    let description = helpdesk.description.as_deref().unwrap_or_default();
    assert!(!description.is_empty() && !description.contains("Helpdesk"));
    let exchange = row(&groups, EXCHANGE).expect("offered");
    assert_eq!(exchange.name_note, None);

    let password = row(&groups, PASSWORD).expect("offered");
    assert_eq!(password.name, "Password Administrator");
    assert_eq!(
        password.name_note,
        Some(NameNote::Namesake),
        "today's is not the classic one"
    );

    let dutch = picked(Language::Dutch, "", &[]);
    assert_eq!(
        row(&dutch, HELPDESK).expect("offered").name,
        "Wachtwoordbeheerder"
    );
}

#[test]
fn roles_out_of_use_are_listed_only_where_held() {
    let groups = picked(Language::English, "", &[]);
    assert!(row(&groups, PARTNER_TIER1).is_none());
    let groups = picked(Language::English, "", &[PARTNER_TIER1]);
    let held = row(&groups, PARTNER_TIER1).expect("it is held");
    assert!(held.out_of_use && held.checked);
    let unheard_of = RoleTemplateId(uuid::Uuid::from_u128(7));
    let groups = picked(Language::English, "", &[unheard_of]);
    let held = row(&groups, unheard_of).expect("it is held");
    assert!(held.out_of_use && held.name == unheard_of.to_string());
    // Global Administrator beside other roles has no card of its own.
    let groups = picked(Language::English, "", &[GLOBAL, SECURITY]);
    assert!(row(&groups, GLOBAL).is_some());
}

#[test]
fn chosen_roles_are_counted_in_their_group() {
    let groups = picked(
        Language::English,
        "exchange",
        &[HELPDESK, EXCHANGE, REPORTS_READER],
    );
    assert_eq!(groups[0].chosen, 2, "whether they match or not");
    assert_eq!(groups[0].rows[0].id, EXCHANGE);
}

#[test]
fn roles_are_found_by_what_they_can_do() {
    for (language, query) in [
        (Language::English, "reset passwords"),
        (Language::English, "wachtwoord"),
        (Language::Dutch, "reset password"),
        (Language::Dutch, "Wachtwoorden"),
    ] {
        let groups = picked(language, query, &[]);
        assert!(row(&groups, HELPDESK).is_some(), "{query}");
        assert!(row(&groups, USERS).is_some(), "{query}");
        assert!(row(&groups, REPORTS_READER).is_none(), "{query}");
    }
    let groups = picked(Language::English, "reset passwords", &[]);
    let (kind, text) = row(&groups, USERS)
        .and_then(|row| row.found_by.clone())
        .expect("the remark that matched");
    assert_ne!(kind, Some(RoleNoteKind::Cannot));
    assert!(fold(&text).contains("password"), "{text}");
}

#[test]
fn roles_are_found_by_name_alias_and_template_id() {
    for query in ["helpdesk", "HELPDESKBEHEERDER", "729827e3"] {
        let groups = picked(Language::English, query, &[]);
        let found = row(&groups, HELPDESK).expect(query);
        assert_eq!(found.found_by, None, "{query}");
    }
    assert!(picked(Language::English, "no such thing at all", &[]).is_empty());
}

#[test]
fn what_a_role_can_not_do_finds_nothing() {
    for role in roles().edition(Edition::Current).roles() {
        for note in &role.notes {
            let Some(Match::Ability(found)) = Query::new(&note.text.en).find(roles(), role) else {
                continue;
            };
            let misleading = [
                RoleNoteKind::Cannot,
                RoleNoteKind::DoNotUse,
                RoleNoteKind::See,
            ];
            let kind = found.kind;
            assert!(
                !kind.is_some_and(|kind| misleading.contains(&kind)),
                "{}",
                role.name.en
            );
        }
    }
}

/// The editor tells which line matched by its number: both must go through a role alike.
#[test]
fn every_line_of_the_search_text_has_its_source() {
    for role in roles().edition(Edition::Current).roles() {
        let text = roles().search_text(role.id).expect("a search text");
        let mut lines = 0;
        for (number, line) in text.abilities.lines().enumerate() {
            let found = ability(roles(), role, number).expect("a source");
            let of_action = found.kind.is_none();
            let own = [&found.text.en, &found.text.nl].map(|text| fold(text));
            let service = role.notes.iter().filter_map(|note| note.service.as_deref());
            let known = own.iter().any(|text| text == line)
                || of_action
                || service.map(fold).any(|service| service == line);
            assert!(known, "{}: `{line}` is not of {found:?}", role.name.en);
            lines += 1;
        }
        assert!(ability(roles(), role, lines).is_none(), "{}", role.name.en);
    }
}
