//! What the cells of a person's record mean, one kind of value at a time.

use crate::domain::contact::{MobilePhone, PhoneError};
use crate::domain::fold::fold;
use crate::domain::user::DelegatedAdministration;

/// Yes or no, in English or Dutch, or as spreadsheets write it.
pub fn yes_or_no(text: &str) -> Option<bool> {
    Some(match fold(text.trim()).as_str() {
        "yes" | "ja" | "true" | "waar" => true,
        "no" | "nee" | "false" | "onwaar" => false,
        _ => return None,
    })
}

/// Whether someone is a guest: yes or no, or the word for what they are.
pub fn guest(text: &str) -> Option<bool> {
    match fold(text.trim()).as_str() {
        "guest" | "gast" => Some(true),
        "member" | "lid" => Some(false),
        _ => yes_or_no(text),
    }
}

/// A level of delegated administration, in English or Dutch.
pub fn level(text: &str) -> Option<DelegatedAdministration> {
    Some(match fold(text.trim()).as_str() {
        "none" | "no" | "geen" | "nee" => DelegatedAdministration::None,
        "limited" | "limited administration" | "beperkt" | "beperkt beheer" => {
            DelegatedAdministration::Limited
        }
        "full" | "full administration" | "volledig" | "volledig beheer" => {
            DelegatedAdministration::Full
        }
        _ => return None,
    })
}

/// A country as two letters, in capitals.
pub fn country(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    let is_code = text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    is_code.then(|| text.to_ascii_uppercase().into())
}

/// A country code such as `+31`, as it may be typed.
pub fn country_code(text: &str) -> Option<Box<str>> {
    let text = text.trim();
    let digits = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    let digits = digits.unwrap_or(text);
    let is_code = (1..=3).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| format!("+{digits}").into())
}

/// A phone number. One without a country code gets `code`, where there is one: `06…` becomes
/// `+316…`, and so does `6…`, since spreadsheets lose the zero in front.
pub fn phone(text: &str, code: Option<&str>) -> Result<MobilePhone, PhoneError> {
    let text = text.trim();
    let Some(code) = code.filter(|_| !text.starts_with('+')) else {
        return MobilePhone::parse(text);
    };
    let national = if let Some(international) = text.strip_prefix("00") {
        format!("+{international}")
    } else {
        // Spaces and brackets may stand before the zero that goes.
        let national = text.trim_start_matches(['(', ' ']);
        let national = national.strip_prefix('0').unwrap_or(national);
        format!("{code}{}", national.replace(['(', ')'], ""))
    };
    MobilePhone::parse(&national).map_err(|_| PhoneError::Invalid(text.into()))
}

/// The first character that hides how a text reads: one that is not shown, or that turns the
/// direction of what follows.
pub fn hidden(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        letter.is_control()
            || matches!(
                letter,
                '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
            )
    })
}
