//! The sentences about values and about records that do not make a tenant.

use crate::domain::resource_action::ResourceActionError;
use crate::domain::tenant_builder::InvariantError;
use crate::domain::upn::UpnError;

use super::super::error::Expected;
use super::super::format::v1::value::rfc3339;
use super::{Pair, pair, shown};

/// What sort of value belongs where another stands.
pub(super) fn expected(expected: Expected) -> Pair {
    match expected {
        Expected::Text => pair(
            "expected a text in quotes",
            "verwacht werd een tekst tussen aanhalingstekens",
        ),
        Expected::YesNo => pair(
            "expected `true` or `false`",
            "verwacht werd `true` of `false`",
        ),
        Expected::Number => pair(
            "expected a whole number from 0 to 4294967295",
            "verwacht werd een geheel getal van 0 tot en met 4294967295",
        ),
        Expected::List => pair(
            "expected a list in `[` and `]`",
            "verwacht werd een lijst tussen `[` en `]`",
        ),
        Expected::Fields => pair(
            "expected fields in `(` and `)`",
            "verwacht werden velden tussen `(` en `)`",
        ),
        Expected::Word => pair(
            "expected a word without quotes",
            "verwacht werd een woord zonder aanhalingstekens",
        ),
    }
}

/// Why a text is not a user principal name or a domain name.
pub(super) fn upn(error: &UpnError) -> Pair {
    match error {
        UpnError::Shape(text) => (
            format!(
                "{} is not a user principal name: expected name@domain",
                shown(text)
            ),
            format!(
                "{} is geen user principal name: verwacht werd naam@domein",
                shown(text)
            ),
        ),
        UpnError::Character(text) => (
            format!(
                "{} has a character that a user principal name can't have: allowed are A-Z a-z 0-9 ' . - _ ! # ^ ~",
                shown(text)
            ),
            format!(
                "{} heeft een teken dat niet in een user principal name mag: toegestaan zijn A-Z a-z 0-9 ' . - _ ! # ^ ~",
                shown(text)
            ),
        ),
        UpnError::LocalTooLong(text) => (
            format!(
                "{} is too long: at most 64 characters before the @",
                shown(text)
            ),
            format!("{} is te lang: hooguit 64 tekens vóór de @", shown(text)),
        ),
        UpnError::DomainTooLong(text) => (
            format!(
                "{} is too long: at most 48 characters in the domain",
                shown(text)
            ),
            format!(
                "{} is te lang: hooguit 48 tekens in het domein",
                shown(text)
            ),
        ),
        UpnError::Domain(text) => (
            format!("{} is not a domain name", shown(text)),
            format!("{} is geen domeinnaam", shown(text)),
        ),
    }
}

/// Why the records do not make a tenant.
pub(super) fn invariant(error: &InvariantError) -> Pair {
    match error {
        InvariantError::NoOrganizationName => pair(
            "the organisation has no name",
            "de organisatie heeft geen naam",
        ),
        InvariantError::DuplicateDomain(name) => (
            format!("the domain `{name}` occurs twice"),
            format!("het domein `{name}` komt twee keer voor"),
        ),
        InvariantError::NoVerifiedDomain => pair(
            "there is no verified domain",
            "er is geen geverifieerd domein",
        ),
        InvariantError::DefaultDomains(found) => (
            format!("exactly one verified domain must be the default, found {found}"),
            format!(
                "precies één geverifieerd domein moet het standaarddomein zijn, gevonden: {found}"
            ),
        ),
        InvariantError::DuplicateId(id) => (
            format!("the id `{id}` occurs twice"),
            format!("de id `{id}` komt twee keer voor"),
        ),
        InvariantError::DuplicateUpn(upn) => (
            format!("the user principal name {} occurs twice", shown(upn)),
            format!("de user principal name {} komt twee keer voor", shown(upn)),
        ),
        InvariantError::UnknownUpnDomain { upn, domain } => (
            format!(
                "{} is on {}, which is not a verified domain of this tenant",
                shown(upn),
                shown(domain)
            ),
            format!(
                "{} staat op {}, en dat is geen geverifieerd domein van deze tenant",
                shown(upn),
                shown(domain)
            ),
        ),
        InvariantError::NoDisplayName(upn) => (
            format!("{} has no display name", shown(upn)),
            format!("{} heeft geen weergavenaam", shown(upn)),
        ),
        InvariantError::UnknownSubscription(id) => (
            format!("there is no subscription `{id}`"),
            format!("er is geen abonnement `{id}`"),
        ),
        InvariantError::UnknownUser(id) => (
            format!("there is no user `{id}`"),
            format!("er is geen gebruiker `{id}`"),
        ),
        InvariantError::UnknownGroup(id) => (
            format!("there is no group `{id}`"),
            format!("er is geen groep `{id}`"),
        ),
        InvariantError::UnknownAdministrativeUnit(id) => (
            format!("there is no administrative unit `{id}`"),
            format!("er is geen beheereenheid `{id}`"),
        ),
        InvariantError::GroupNotRoleAssignable(name) => (
            format!("the group {} is not role-assignable", shown(name)),
            format!(
                "aan de groep {} kunnen geen rollen worden toegewezen",
                shown(name)
            ),
        ),
        InvariantError::DuplicateAssignment => pair(
            "the same role assignment occurs twice",
            "dezelfde roltoewijzing komt twee keer voor",
        ),
        InvariantError::EndsBeforeStart => pair(
            "the role assignment ends before it starts",
            "de roltoewijzing eindigt voordat ze begint",
        ),
        InvariantError::AssignmentOfAnother(id) => (
            format!("the role assignment is of another than `{id}`"),
            format!("de roltoewijzing is van een ander dan `{id}`"),
        ),
        InvariantError::OutsideCalendar(time) => {
            let time = rfc3339(*time).unwrap_or_else(|| time.0.to_string());
            (
                format!("the time `{time}` is outside the years 0 to 9999"),
                format!("het tijdstip `{time}` ligt buiten de jaren 0 tot en met 9999"),
            )
        }
        InvariantError::DuplicateRoleSet(name) => (
            format!("the role set {} occurs twice", shown(name)),
            format!("de rollenset {} komt twee keer voor", shown(name)),
        ),
        InvariantError::AuditNumber { expected, found } => (
            format!("the history has entry {found} where entry {expected} belongs"),
            format!("in de geschiedenis staat regel {found} waar regel {expected} hoort"),
        ),
    }
}

/// What is wrong with a resource action.
pub(super) fn resource_action(error: &ResourceActionError) -> Pair {
    match error {
        ResourceActionError::Parts(found) => (
            format!(
                "{} is not a resource action: expected `namespace/entity/verb`",
                shown(found)
            ),
            format!(
                "{} is geen resourceactie: verwacht werd `namespace/entity/verb`",
                shown(found)
            ),
        ),
        ResourceActionError::Character(found) => (
            format!(
                "{} is not a resource action: a part is empty or has a character that none has",
                shown(found)
            ),
            format!(
                "{} is geen resourceactie: een deel is leeg of heeft een teken dat niet voorkomt",
                shown(found)
            ),
        ),
    }
}
