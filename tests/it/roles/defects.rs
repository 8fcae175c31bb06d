//! What the domain refuses to build a catalogue from.

use mandate::domain::catalogue::{
    ActionEntry, CatalogueDefect, Edition, EditionDefect, EntraRoles, RoleCatalogue,
    RoleCatalogueParts,
};
use mandate::domain::language::LocalText;
use mandate::domain::resource_action::{ActionSet, ResourceAction};

use super::catalogue;

fn entry(text: &str) -> ActionEntry {
    ActionEntry {
        action: ResourceAction::parse(text).expect("an action"),
        description: LocalText::default(),
        privileged: None,
    }
}

#[test]
fn editions_are_sorted_unique_and_not_too_large() {
    let (first, second) = ("a.b/users/read", "a.b/users/update");
    assert!(EntraRoles::new(vec![entry(first), entry(second)], Vec::new()).is_ok());
    for wrong in [[second, first], [first, first]] {
        let defect = EntraRoles::new(wrong.map(entry).to_vec(), Vec::new()).err();
        assert_eq!(
            defect,
            Some(EditionDefect::ActionOrder(entry(first).action))
        );
    }
    let role = catalogue().edition(Edition::Current).roles()[0].clone();
    let defect = EntraRoles::new(Vec::new(), vec![role.clone(), role.clone()]).err();
    assert_eq!(defect, Some(EditionDefect::RoleTwice(role.id)));
    let many = ActionSet::CAPACITY + 1;
    let actions = (0..many).map(|number| entry(&format!("a.b/users{number:05}/read")));
    let defect = EntraRoles::new(actions.collect(), Vec::new()).err();
    assert_eq!(defect, Some(EditionDefect::TooManyActions(many)));
}

#[test]
fn catalogues_need_the_classic_view_whole() {
    let defect = RoleCatalogue::new(RoleCatalogueParts::default()).err();
    assert_eq!(defect, Some(CatalogueDefect::Office365Roles));
    let parts = RoleCatalogueParts {
        office365_roles: catalogue().office365_roles().to_vec(),
        ..RoleCatalogueParts::default()
    };
    let defect = RoleCatalogue::new(parts).err();
    assert_eq!(defect, Some(CatalogueDefect::Office365Permissions));
    let parts = RoleCatalogueParts {
        office365_roles: catalogue().office365_roles().to_vec(),
        office365_permissions: catalogue().office365_permissions().to_vec(),
        ..RoleCatalogueParts::default()
    };
    let defect = RoleCatalogue::new(parts).err();
    assert!(matches!(defect, Some(CatalogueDefect::UnknownRole(_))));
}
