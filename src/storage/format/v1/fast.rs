//! Reads a person's record the short way, when it is written exactly as `write` writes it.
//!
//! People are nearly all of a large file. Whatever is out of the ordinary, be it an escape in a
//! text, a blank more or a field unknown, is left to the ron crate, whose reading is the one
//! that counts: a test holds this one to it.

use super::people::{DelegatedV1, UserV1};
use super::value::{Id, Moment, Text};

/// The record, or `None` to leave it to ron.
pub fn user(record: &str) -> Option<UserV1<'_>> {
    let mut rest = Rest(record.strip_prefix("User(")?);
    // The three that every person has come first.
    rest.skip("id: ")?;
    let id = Id::from(rest.text()?);
    rest.skip(", upn: ")?;
    let upn = rest.text()?;
    rest.skip(", name: ")?;
    let name = rest.text()?;
    let mut user = UserV1 {
        id,
        upn,
        name,
        given_name: None,
        surname: None,
        job_title: None,
        department: None,
        office: None,
        usage_location: None,
        alternate_email: None,
        mobile_phone: None,
        guest: false,
        directory_synchronised: false,
        blocked: false,
        must_change_password: false,
        last_sign_in: None,
        licences: Vec::new(),
        delegated_administration: None,
        no_product_mail: false,
    };
    // Each of the others once at most, in this order.
    user.given_name = rest.maybe_text(", given_name: ")?;
    user.surname = rest.maybe_text(", surname: ")?;
    user.job_title = rest.maybe_text(", job_title: ")?;
    user.department = rest.maybe_text(", department: ")?;
    user.office = rest.maybe_text(", office: ")?;
    user.usage_location = rest.maybe_text(", usage_location: ")?;
    user.alternate_email = rest.maybe_text(", alternate_email: ")?;
    user.mobile_phone = rest.maybe_text(", mobile_phone: ")?;
    user.guest = rest.skip(", guest: true").is_some();
    user.directory_synchronised = rest.skip(", directory_synchronised: true").is_some();
    user.blocked = rest.skip(", blocked: true").is_some();
    user.must_change_password = rest.skip(", must_change_password: true").is_some();
    user.last_sign_in = rest.maybe_text(", last_sign_in: ")?.map(Moment::from);
    if rest.skip(", licences: [").is_some() {
        loop {
            user.licences.push(Id::from(rest.text()?));
            if rest.skip(", ").is_none() {
                break;
            }
        }
        rest.skip("]")?;
    }
    if rest.skip(", delegated_administration: ").is_some() {
        user.delegated_administration = Some(rest.level()?);
    }
    user.no_product_mail = rest.skip(", no_product_mail: true").is_some();
    (rest.0 == ")").then_some(user)
}

/// What is still to be read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn skip(&mut self, expected: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    /// A text in quotes, without escapes.
    fn text(&mut self) -> Option<Text<'a>> {
        let body = self.0.strip_prefix('"')?;
        let end = memchr::memchr2(b'"', b'\\', body.as_bytes())?;
        let text = body.get(..end)?;
        self.0 = body.get(end..)?.strip_prefix('"')?;
        Some(Text::from(text))
    }

    /// The field's text if the field is there; `None` if it is and its text is out of the ordinary.
    #[expect(
        clippy::option_option,
        reason = "read as: go on, and with what; the caller takes the outer one off at once"
    )]
    fn maybe_text(&mut self, key: &str) -> Option<Option<Text<'a>>> {
        match self.skip(key) {
            Some(()) => self.text().map(Some),
            None => Some(None),
        }
    }

    /// How far someone administers customers.
    fn level(&mut self) -> Option<DelegatedV1> {
        if self.skip("Limited").is_some() {
            return Some(DelegatedV1::Limited);
        }
        self.skip("Full").map(|()| DelegatedV1::Full)
    }
}
