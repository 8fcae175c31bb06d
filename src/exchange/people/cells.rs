//! The cells of one record, read one field after the other.

use std::collections::BTreeSet;

use crate::domain::contact::{AlternateEmail, ContactDetails};
use crate::domain::organization::SubscriptionId;
use crate::domain::role::RoleTemplateId;
use crate::domain::rule::Rule;
use crate::domain::upn::UserPrincipalName;
use crate::domain::user::{
    DelegatedAdministration, PROFILE_TEXT_MAX, SignIn, User, UserId, UserKind,
};

use super::mapping::Field;
use super::row::{Reader, RowError, RowProblem, heading};
use super::values;

/// A person as a record asks for them.
pub(super) struct Wanted {
    pub(super) user: Option<User>,
    pub(super) roles: BTreeSet<RoleTemplateId>,
    pub(super) delegated: DelegatedAdministration,
    pub(super) country_left_out: bool,
}

/// The cells of one record, and what is wrong with them.
pub(super) struct Cells<'a> {
    reader: &'a Reader<'a>,
    record: usize,
    errors: Vec<RowError>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(reader: &'a Reader<'a>, record: usize) -> Self {
        Self {
            reader,
            record,
            errors: Vec::new(),
        }
    }

    /// Who is asked for, and what is wrong with it.
    pub(super) fn wanted(mut self, new_id: &mut dyn FnMut() -> UserId) -> (Wanted, Vec<RowError>) {
        let wanted = self.read(new_id);
        (wanted, self.errors)
    }

    fn read(&mut self, new_id: &mut dyn FnMut() -> UserId) -> Wanted {
        let mut wanted = Wanted {
            user: None,
            roles: BTreeSet::new(),
            delegated: DelegatedAdministration::None,
            country_left_out: false,
        };
        let table = self.reader.table;
        if let Some(cells) = table.ragged(self.record) {
            let headings = table.headings().len();
            self.error(None, None, RowProblem::Ragged { cells, headings });
            return wanted;
        }
        let upn = self.user_name();
        let display_name = self.profile_text(Field::DisplayName);
        if display_name.is_none() && !self.is_refused(Field::DisplayName) {
            self.wrong(Field::DisplayName, None, RowProblem::Missing);
        }
        let (given_name, surname) = (
            self.profile_text(Field::FirstName),
            self.profile_text(Field::LastName),
        );
        let job_title = self.profile_text(Field::JobTitle);
        let department = self.profile_text(Field::Department);
        let office = self.profile_text(Field::Office);
        let usage_location = self.usage_location(&mut wanted.country_left_out);
        let contact = self.contact();
        let blocked = self.yes_or_no(Field::BlockSignIn, values::yes_or_no);
        let guest = self.yes_or_no(Field::Guest, values::guest);
        let licences = self.licences();
        wanted.roles = self.roles();
        wanted.delegated = self.level();
        let (Some(upn), Some(name)) = (upn, display_name) else {
            return wanted;
        };
        let mut user = User::new(new_id(), upn, name);
        user.profile.given_name = given_name;
        user.profile.surname = surname;
        user.profile.job_title = job_title;
        user.profile.department = department;
        user.profile.office = office;
        user.profile.usage_location = usage_location;
        user.contact = contact;
        user.licences = licences.into_iter().collect();
        user.delegated_administration = wanted.delegated;
        if blocked {
            user.sign_in = SignIn::Blocked;
        }
        if guest {
            user.kind = UserKind::Guest;
        }
        wanted.user = Some(user);
        wanted
    }

    fn text(&self, field: Field) -> &str {
        self.reader.text(self.record, field)
    }

    fn error(&mut self, column: Option<Box<str>>, rule: Option<Rule>, problem: RowProblem) {
        self.errors.push(RowError {
            line: self.reader.table.line(self.record),
            column,
            rule,
            problem,
        });
    }

    fn wrong(&mut self, field: Field, rule: Option<Rule>, problem: RowProblem) {
        let heading = heading(self.reader.table, self.reader.mapping, field);
        self.error(heading, rule, problem);
    }

    fn is_refused(&self, field: Field) -> bool {
        let heading = heading(self.reader.table, self.reader.mapping, field);
        heading.is_some() && self.errors.iter().any(|error| error.column == heading)
    }

    /// A cell that hides nothing; one that does is refused.
    fn plain(&mut self, field: Field) -> Option<String> {
        let text = self.text(field).to_owned();
        if text.is_empty() {
            return None;
        }
        let in_list = matches!(field, Field::Roles | Field::Licences);
        let is_space = |letter: &char| in_list && matches!(letter, '\n' | '\r' | '\t');
        if let Some(letter) = values::hidden(&text).filter(|it| !is_space(it)) {
            self.wrong(field, None, RowProblem::Hidden(letter));
            return None;
        }
        Some(text)
    }

    fn profile_text(&mut self, field: Field) -> Option<Box<str>> {
        let text = self.plain(field)?;
        if text.chars().count() > PROFILE_TEXT_MAX {
            self.wrong(field, None, RowProblem::TooLong);
            return None;
        }
        Some(text.into())
    }

    fn user_name(&mut self) -> Option<UserPrincipalName> {
        let rule = Some(Rule::UserPrincipalNameRules);
        let field = Field::UserName;
        let Some(text) = self.plain(field) else {
            if self.errors.is_empty() {
                self.wrong(field, None, RowProblem::Missing);
            }
            return None;
        };
        let upn = match UserPrincipalName::parse(&text) {
            Ok(upn) => upn,
            Err(error) => {
                self.wrong(field, rule, RowProblem::UserName(error));
                return None;
            }
        };
        if !self.reader.tenant.has_domain(upn.domain(), true) {
            self.wrong(field, rule, RowProblem::Domain(upn.domain().into()));
        }
        let line = self.reader.table.line(self.record);
        let lines = self.reader.lines.get(&text.to_ascii_lowercase());
        let other = lines.and_then(|lines| lines.iter().find(|other| **other != line));
        if let Some(other) = other.copied() {
            self.wrong(field, rule, RowProblem::Twice(other));
        }
        Some(upn)
    }

    fn usage_location(&mut self, left_out: &mut bool) -> Option<Box<str>> {
        if let Some(text) = self.plain(Field::UsageLocation) {
            let country = values::country(&text);
            if country.is_none() {
                let problem = RowProblem::Country(text.into());
                self.wrong(Field::UsageLocation, None, problem);
            }
            return country;
        }
        let text = self.plain(Field::Country)?;
        let country = values::country(&text);
        *left_out = country.is_none();
        country
    }

    fn contact(&mut self) -> ContactDetails {
        let mut contact = ContactDetails::default();
        if let Some(text) = self.plain(Field::AlternateEmail) {
            match AlternateEmail::parse(&text) {
                Ok(email) => contact.alternate_email = Some(email),
                Err(_) => self.wrong(
                    Field::AlternateEmail,
                    Some(Rule::AlternateEmailOutsideTenant),
                    RowProblem::Email(text.into()),
                ),
            }
        }
        if let Some(text) = self.plain(Field::MobilePhone) {
            match values::phone(&text, self.reader.country_code) {
                Ok(phone) => contact.mobile_phone = Some(phone),
                Err(error) => self.wrong(
                    Field::MobilePhone,
                    Some(Rule::PhoneWithCountryCode),
                    RowProblem::Phone(error),
                ),
            }
        }
        contact
    }

    fn yes_or_no(&mut self, field: Field, read: fn(&str) -> Option<bool>) -> bool {
        let Some(text) = self.plain(field) else {
            return false;
        };
        read(&text).unwrap_or_else(|| {
            self.wrong(field, None, RowProblem::YesOrNo(text.into()));
            false
        })
    }

    fn licences(&mut self) -> BTreeSet<SubscriptionId> {
        let Some(text) = self.plain(Field::Licences) else {
            return BTreeSet::new();
        };
        self.reader.licences.list(&text).unwrap_or_else(|unclear| {
            self.wrong(Field::Licences, None, RowProblem::Licence(unclear));
            BTreeSet::new()
        })
    }

    fn roles(&mut self) -> BTreeSet<RoleTemplateId> {
        let Some(text) = self.plain(Field::Roles) else {
            return BTreeSet::new();
        };
        self.reader.roles.list(&text).unwrap_or_else(|unclear| {
            self.wrong(Field::Roles, None, RowProblem::Role(unclear));
            BTreeSet::new()
        })
    }

    fn level(&mut self) -> DelegatedAdministration {
        let field = Field::DelegatedAdministration;
        let Some(text) = self.plain(field) else {
            return DelegatedAdministration::None;
        };
        values::level(&text).unwrap_or_else(|| {
            self.wrong(field, None, RowProblem::Level(text.into()));
            DelegatedAdministration::None
        })
    }
}
