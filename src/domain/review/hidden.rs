//! Characters that are not seen and change what is.

/// Whether a text holds any.
pub(super) fn holds_hidden(text: &str) -> bool {
    !text.is_ascii() && kept(text).count() != text.chars().count()
}

/// The text without them.
pub(super) fn without_hidden(text: &str) -> String {
    kept(text).collect()
}

fn kept(text: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    text.char_indices()
        .filter(move |&(at, letter)| {
            let after = || text.get(at + letter.len_utf8()..)?.chars().next();
            let hidden = match letter {
                // Bidi_Control, and what has no width and no purpose in a name.
                '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{2060}'
                | '\u{feff}' => true,
                // Joiners shape letters of scripts that join, and put pictures together.
                '\u{200c}' | '\u{200d}' => !(joins(before) && joins(after())),
                _ => false,
            };
            before = Some(letter);
            !hidden
        })
        .map(|(_, letter)| letter)
}

/// Whether a joiner beside this character can have a meaning: Latin, Greek, Cyrillic and
/// punctuation have none.
fn joins(beside: Option<char>) -> bool {
    beside.is_some_and(|letter| letter > '\u{590}' && !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{holds_hidden, without_hidden};

    #[test]
    fn what_is_not_seen_is_found_and_taken_out() {
        for (text, shown) in [
            ("anna\u{202e}gpj", "annagpj"),
            ("\u{200b}anna", "anna"),
            ("an\u{200d}na", "anna"),
            ("anna\u{feff}", "anna"),
            ("\u{2066}an\u{2069}na", "anna"),
            ("\u{200c}می", "می"),
        ] {
            assert!(holds_hidden(text), "{text:?}");
            assert_eq!(without_hidden(text), shown, "{text:?}");
        }
    }

    #[test]
    fn what_has_a_meaning_stays() {
        for text in [
            "Anna de Vries",
            "Zoë",
            "می\u{200c}خواهم",
            "👩\u{200d}💻",
            "שרה",
            "李小龍",
            "",
        ] {
            assert!(!holds_hidden(text), "{text:?}");
            assert_eq!(without_hidden(text), text);
        }
    }
}
