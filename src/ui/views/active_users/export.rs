//! What is shown, as CSV: made on a worker, since it can be a million lines.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use crate::domain::catalogue::RoleCatalogue;
use crate::domain::contact::{AlternateEmail, MobilePhone};
use crate::domain::tenant::Tenant;
use crate::domain::time::Timestamp;
use crate::domain::user::SignIn;
use crate::i18n::Texts;
use crate::t;

use super::marks;
use super::rows::{PersonRow, rows};

/// How many people are gathered at a time.
const PORTION: usize = 4_096;

/// The words that go into a file.
pub struct Words {
    texts: Texts,
    header: Vec<String>,
    allowed: String,
    blocked: String,
}

impl Words {
    /// The words in the language of `texts`.
    pub fn of(texts: &Texts) -> Self {
        Self {
            header: vec![
                t!(texts, "user-name"),
                t!(texts, "user-upn"),
                t!(texts, "user-department"),
                t!(texts, "user-roles"),
                t!(texts, "user-licences"),
                t!(texts, "user-status"),
                t!(texts, "alternate-email"),
                t!(texts, "mobile-phone"),
                t!(texts, "user-last-sign-in"),
            ],
            allowed: t!(texts, "user-allowed"),
            blocked: t!(texts, "user-blocked"),
            texts: Texts::new(texts.language()).in_utc(),
        }
    }
}

/// Begins to write `shown`; the text arrives later.
pub fn begin(
    ctx: &egui::Context,
    texts: &Texts,
    tenant: Tenant,
    catalogue: Arc<RoleCatalogue>,
    now: Timestamp,
    shown: Arc<[u32]>,
) -> Receiver<String> {
    let (sender, receiver) = channel();
    let words = Words::of(texts);
    let ctx = ctx.clone();
    std::thread::spawn(move || {
        let text = csv(&tenant, &catalogue, &words, now, &shown);
        // Nobody listens any more when the tenant was closed meanwhile.
        let _ = sender.send(text);
        ctx.request_repaint();
    });
    receiver
}

/// The people of `shown`, a line each.
pub fn csv(
    tenant: &Tenant,
    catalogue: &RoleCatalogue,
    words: &Words,
    now: Timestamp,
    shown: &[u32],
) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(&words.header);
    for portion in shown.chunks(PORTION) {
        let language = words.texts.language();
        for person in rows(tenant, catalogue, language, now, portion) {
            let _ = writer.write_record(record(words, &person).map(harmless));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn record(words: &Words, person: &PersonRow<'_>) -> [String; 9] {
    let user = person.user;
    let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let roles: Vec<_> = person
        .roles
        .iter()
        .map(|mark| marks::label(&words.texts, mark))
        .collect();
    let last_sign_in = user
        .last_sign_in
        .and_then(|time| jiff::Timestamp::from_second(time.0).ok());
    [
        user.profile.display_name.to_string(),
        user.upn.to_string(),
        optional(user.profile.department.as_deref()),
        roles.join("; "),
        person.licences.join("; "),
        match user.sign_in {
            SignIn::Allowed => words.allowed.clone(),
            SignIn::Blocked => words.blocked.clone(),
        },
        optional(
            user.contact
                .alternate_email
                .as_ref()
                .map(AlternateEmail::as_str),
        ),
        optional(user.contact.mobile_phone.as_ref().map(MobilePhone::as_str)),
        last_sign_in
            .map(|time| time.to_string())
            .unwrap_or_default(),
    ]
}

/// Keeps a spreadsheet from reading a name as a formula. A phone number may keep its plus.
fn harmless(text: String) -> String {
    let mut letters = text.chars();
    let formula = match letters.next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !letters.all(|c| c.is_ascii_digit() || c == ' '),
        _ => false,
    };
    if formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_texts() {
        for (text, expected) in [
            ("Anna", "Anna"),
            ("+31612345678", "+31612345678"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-", "-"),
            ("", ""),
        ] {
            assert_eq!(harmless(text.to_owned()), expected);
        }
    }
}
