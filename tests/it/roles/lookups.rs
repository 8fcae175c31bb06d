//! What the catalogue answers: roles by id, numbers of actions, reset cells, tasks, search.

use std::collections::BTreeSet;

use mandate::domain::catalogue::{
    AuthenticationCapability, Edition, ResetTarget, TargetCell, TargetMatrix,
};
use mandate::domain::fold::fold;
use mandate::domain::office365::{Office365Permission, Office365Role};
use mandate::domain::role::{RoleStatus, RoleTemplateId};

use super::{catalogue, id};

const PASSWORD_ADMINISTRATOR: &str = "966707d0-3269-4727-9be2-8c3a10f19b9d";
const GLOBAL_READER: &str = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
const REPORTS_READER: &str = "4a5d8f65-41da-4de4-8968-e035b65339cf";

#[test]
fn the_eight_are_views_of_entra_roles_by_id() {
    // The names are those of the classic view and of Entra; two pairs differ in more than case.
    let table = [
        (
            "Billing administrator",
            "b0f54661-2d74-4c50-afa3-1ec803f12efe",
            "Billing Administrator",
        ),
        (
            "Global administrator",
            "62e90394-69f5-4237-9190-012177145e10",
            "Global Administrator",
        ),
        (
            "Password administrator",
            "729827e3-9c14-49f7-bb1b-9608f156bbb8",
            "Helpdesk Administrator",
        ),
        (
            "Service administrator",
            "f023fd81-a637-4b56-95fd-791ac0226033",
            "Service Support Administrator",
        ),
        (
            "User management administrator",
            "fe930be7-5e62-47db-91af-98c3a49a38b1",
            "User Administrator",
        ),
        (
            "Exchange administrator",
            "29232cdf-9323-42fd-ade2-1d097af3e4de",
            "Exchange Administrator",
        ),
        (
            "SharePoint administrator",
            "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
            "SharePoint Administrator",
        ),
        (
            "Skype for Business administrator",
            "75941009-915a-4869-abe7-691bff18279e",
            "Skype for Business Administrator",
        ),
    ];
    for (role, (classic, template, entra)) in Office365Role::ALL.into_iter().zip(table) {
        assert_eq!(role.template_id(), id(template));
        let entry = catalogue().office365_role(role).expect("one of the eight");
        assert_eq!(&*entry.name.en, classic);
        for edition in [Edition::Seed, Edition::Current] {
            let definition = catalogue().edition(edition).get(id(template));
            assert_eq!(&*definition.expect("listed").name.en, entra);
        }
    }
}

#[test]
fn roles_are_found_in_any_list_and_nothing_else_is() {
    let global = catalogue().role(RoleTemplateId::GLOBAL_ADMINISTRATOR);
    assert_eq!(&*global.expect("listed").name.nl, "Algemene beheerder");
    let guest = id("10dae51f-b6af-4016-8d66-8c2a99b929b3");
    assert_eq!(
        &*catalogue().names(guest).expect("retired").en,
        "Guest User"
    );
    let nobody = id("00000000-0000-0000-0000-000000000000");
    assert!(catalogue().role(nobody).is_none());
    assert!(catalogue().search_text(nobody).is_none());
}

#[test]
fn statuses_that_forbid_assigning() {
    let table = [
        (
            "d29b2b05-8046-44ba-8758-1e26182fcf32",
            RoleStatus::NotForUse,
        ),
        (
            "d24aef57-1500-4070-84db-2666f29cf966",
            RoleStatus::NotForUse,
        ),
        (
            "4ba39ca4-527c-499a-b93d-d9b492c50246",
            RoleStatus::Deprecated,
        ),
        (
            "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8",
            RoleStatus::Deprecated,
        ),
        (
            "00cf5c54-4693-4f59-a0ac-ab79ef0a974d",
            RoleStatus::NotForUse,
        ),
        (
            "9c094953-4995-41c8-84c8-3ebb9b32c93f",
            RoleStatus::Deprecated,
        ),
        (
            "a0b1b346-4d3e-4e8b-98f8-753987be4970",
            RoleStatus::ServiceAssigned,
        ),
    ];
    for (role, status) in table {
        assert_eq!(
            catalogue().role(id(role)).expect("known").status,
            status,
            "{role}"
        );
        assert!(!status.is_assignable());
    }
}

#[test]
fn axes_are_declared_in_their_order() {
    // The catalogue reads cells by `as usize`.
    for (place, permission) in Office365Permission::ALL.into_iter().enumerate() {
        assert_eq!(permission as usize, place);
    }
    for (place, role) in Office365Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, place);
    }
    for (place, capability) in AuthenticationCapability::ALL.into_iter().enumerate() {
        assert_eq!(capability as usize, place);
    }
}

#[test]
fn actions_are_numbered_by_their_place() {
    for edition in [Edition::Seed, Edition::Current] {
        let edition = catalogue().edition(edition);
        let mut previous = None;
        for entry in edition.actions() {
            let number = edition.action(entry.action.as_str()).expect("listed");
            let found = edition.entry(number).expect("numbered");
            assert_eq!(found.action, entry.action);
            assert!(previous < Some(number), "{}", entry.action);
            previous = Some(number);
        }
        for (position, role) in edition.roles().iter().enumerate() {
            assert_eq!(edition.position(role.id), Some(position));
        }
        assert_eq!(edition.action("microsoft.directory/users/levitate"), None);
    }
}

#[test]
fn reset_cells() {
    use TargetCell::{Conditional, No, Yes};
    let password = catalogue().password_reset();
    let sensitive = catalogue().sensitive_properties();
    let role = |text| ResetTarget::Role(id(text));
    let global = ResetTarget::Role(RoleTemplateId::GLOBAL_ADMINISTRATOR);
    // A role without a row of its own: read in the row of all other roles.
    let exchange = ResetTarget::Role(RoleTemplateId::EXCHANGE_ADMINISTRATOR);
    let helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    let privileged_authentication = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    let security = "194ae4cb-b126-40b2-bd5b-6091b380977d";
    let partner_tier2 = "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8";
    let table: [(&TargetMatrix, &str, ResetTarget, TargetCell); 14] = [
        (password, helpdesk, ResetTarget::NoAdminRole, Yes),
        (password, helpdesk, role(REPORTS_READER), Yes),
        (password, PASSWORD_ADMINISTRATOR, role(REPORTS_READER), No),
        (password, helpdesk, exchange, No),
        (password, helpdesk, ResetTarget::RoleAssignableGroup, No),
        (password, privileged_authentication, exchange, Yes),
        (password, privileged_authentication, global, Yes),
        (
            password,
            "62e90394-69f5-4237-9190-012177145e10",
            global,
            Conditional,
        ),
        (password, security, ResetTarget::NoAdminRole, Yes),
        (password, security, role(REPORTS_READER), No),
        (password, partner_tier2, global, Yes),
        (password, GLOBAL_READER, ResetTarget::NoAdminRole, No),
        (sensitive, helpdesk, ResetTarget::NoAdminRole, No),
        (
            sensitive,
            privileged_authentication,
            ResetTarget::RestrictedManagementUnit,
            Yes,
        ),
    ];
    for (matrix, actor, target, expected) in table {
        assert_eq!(
            matrix.cell(id(actor), target),
            expected,
            "{actor} on {target:?}"
        );
    }
    assert!(Conditional.is_allowed() && Yes.is_allowed() && !No.is_allowed());
}

#[test]
fn tasks_of_a_role() {
    let tasks = catalogue().tasks_of(id("8329153b-31d0-4727-b945-745eb3bc5f31"));
    let tasks: Vec<_> = tasks.map(|task| (&*task.area, &*task.task.nl)).collect();
    assert_eq!(tasks, [("Custom domain names", "Domeinen beheren")]);
}

#[test]
fn search_text_is_folded_and_holds_names_and_abilities() {
    assert_eq!(
        fold("Geïntegreerde Coördinator É"),
        "geintegreerde coordinator e"
    );
    let text = |role| catalogue().search_text(role).expect("a role");
    let helpdesk = text(RoleTemplateId::HELPDESK_ADMINISTRATOR);
    for name in [
        "helpdesk administrator",
        "helpdeskbeheerder",
        "wachtwoordbeheerder",
        "729827e3",
    ] {
        assert!(helpdesk.names.contains(name), "{name}");
    }
    assert!(
        helpdesk
            .abilities
            .contains("microsoft.directory/users/password/update")
    );
    assert!(helpdesk.abilities.contains("wachtwoorden resetten"));
    let ai = text(id("d2562ede-74db-457e-a7b6-544e236ebb61"));
    assert!(ai.abilities.contains("geintegreerde apps"));
    for edition in [Edition::Seed, Edition::Current] {
        for role in catalogue().edition(edition).roles() {
            assert!(text(role.id).names.contains(&fold(&role.name.nl)));
        }
    }
}

#[test]
fn who_resets_everybodys_password_stands_in_the_facts() {
    // Of the six columns two have no `no` in them, of the others one reaches everyone.
    let everyone: BTreeSet<_> = (catalogue().roles())
        .filter(|role| catalogue().password_reset().reaches_everyone(role.id))
        .map(|role| &*role.name.en)
        .collect();
    let expected = [
        "Global Administrator",
        "Partner Tier2 Support",
        "Privileged Authentication Administrator",
    ];
    assert_eq!(everyone, expected.into());
}
