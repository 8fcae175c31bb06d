//! User principal names and domain names.
//!
//! A value that exists is well formed (R26). That a name is free and its domain verified is a
//! question about a tenant, and asked there.

use std::fmt;

/// The longest part before the `@`, in characters.
pub const LOCAL_MAX: usize = 64;
/// The longest domain name, in characters.
pub const DOMAIN_MAX: usize = 48;

/// A domain name in lower case, such as `contoso.onmicrosoft.com`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DomainName(Box<str>);

impl DomainName {
    /// Parses a domain name of two labels or more.
    pub fn parse(text: &str) -> Result<Self, UpnError> {
        let name = text.trim().to_ascii_lowercase();
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        if name.len() > DOMAIN_MAX {
            return Err(UpnError::DomainTooLong(text.into()));
        }
        if !name.contains('.') || !name.split('.').all(label) {
            return Err(UpnError::Domain(text.into()));
        }
        Ok(Self(name.into()))
    }

    /// The name, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a domain that Microsoft hands out (`*.onmicrosoft.com`).
    pub fn is_onmicrosoft(&self) -> bool {
        is_onmicrosoft(&self.0)
    }
}

/// Whether a domain, in any case, is `onmicrosoft.com` or below it.
pub fn is_onmicrosoft(domain: &str) -> bool {
    let domain = domain.to_ascii_lowercase();
    domain == "onmicrosoft.com" || domain.ends_with(".onmicrosoft.com")
}

impl fmt::Display for DomainName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name a person signs in with. Written as given, compared without regard to case.
#[derive(Clone, Debug)]
pub struct UserPrincipalName(Box<str>);

/// Why a text is not a user principal name or a domain name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpnError {
    /// No `@`, or nothing before it.
    #[error("`{0}` is not a user principal name: expected name@domain")]
    Shape(Box<str>),
    /// A character that is not allowed before the `@`.
    #[error(
        "`{0}` has a character that a user principal name can't have: allowed are A-Z a-z 0-9 ' . - _ ! # ^ ~"
    )]
    Character(Box<str>),
    /// The part before the `@` is too long.
    #[error("`{0}` is too long: at most 64 characters before the @")]
    LocalTooLong(Box<str>),
    /// The domain is too long.
    #[error("`{0}` is too long: at most 48 characters in the domain")]
    DomainTooLong(Box<str>),
    /// Not a domain name.
    #[error("`{0}` is not a domain name")]
    Domain(Box<str>),
}

impl UserPrincipalName {
    /// Parses `name@domain` (R26).
    pub fn parse(text: &str) -> Result<Self, UpnError> {
        let text = text.trim();
        let Some((local, domain)) = text.split_once('@') else {
            return Err(UpnError::Shape(text.into()));
        };
        if local.is_empty() {
            return Err(UpnError::Shape(text.into()));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || "'.-_!#^~".contains(c);
        if !local.chars().all(allowed) {
            return Err(UpnError::Character(text.into()));
        }
        if local.len() > LOCAL_MAX {
            return Err(UpnError::LocalTooLong(text.into()));
        }
        // A domain name is trimmed when it is parsed; inside a user principal name it must fit.
        if domain.len() != domain.trim().len() {
            return Err(UpnError::Domain(domain.into()));
        }
        DomainName::parse(domain)?;
        Ok(Self(text.into()))
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `@`, as written.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

impl PartialEq for UserPrincipalName {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for UserPrincipalName {}

impl fmt::Display for UserPrincipalName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
