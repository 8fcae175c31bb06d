//! How a person is reached outside the tenant: alternate e-mail address and mobile phone.
//!
//! New input is parsed strictly. What a file or an export brought in is kept as it is and can
//! be told apart, so that nothing is lost by opening it (R8).

use email_address::EmailAddress;
use phonenumber::Mode;

/// Both ways to reach a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactDetails {
    /// An address outside the tenant (R7).
    pub alternate_email: Option<AlternateEmail>,
    /// A mobile phone with country code (R8).
    pub mobile_phone: Option<MobilePhone>,
}

/// A syntactically valid e-mail address. That it lies outside the tenant is R7's to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlternateEmail(Box<str>);

/// Why a text is not an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an e-mail address")]
pub struct EmailError(Box<str>);

impl AlternateEmail {
    /// Parses an address.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        EmailAddress::parse_with_options(text, options)
            .map(|address| Self(address.to_string().into()))
            .map_err(|_| EmailError(text.into()))
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the last `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// A phone number: E.164 when it was typed here, whatever it was when it was imported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MobilePhone(Box<str>);

/// Why a text is not a phone number with country code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// No `+` in front.
    #[error("`{0}` has no country code: start with + and the country code, such as +31")]
    NoCountryCode(Box<str>),
    /// Not a number that the country hands out.
    #[error("`{0}` is not a phone number of that country")]
    Invalid(Box<str>),
}

impl MobilePhone {
    /// Parses what a person typed and writes it as E.164.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        if !text.starts_with('+') {
            return Err(PhoneError::NoCountryCode(text.into()));
        }
        let number = phonenumber::parse(None, text)
            .ok()
            .filter(phonenumber::PhoneNumber::is_valid)
            .ok_or_else(|| PhoneError::Invalid(text.into()))?;
        Ok(Self(number.format().mode(Mode::E164).to_string().into()))
    }

    /// Keeps a number that came from a file, well formed or not.
    pub fn imported(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the form of E.164: `+`, then 7 to 15 digits, the first not zero.
    pub fn is_international(&self) -> bool {
        self.0.strip_prefix('+').is_some_and(|digits| {
            (7..=15).contains(&digits.len())
                && !digits.starts_with('0')
                && digits.bytes().all(|b| b.is_ascii_digit())
        })
    }
}
