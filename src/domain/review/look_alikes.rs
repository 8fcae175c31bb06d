//! Names that look like an administrator's and are written with other letters.
//!
//! By the skeletons of Unicode Technical Standard #39. The administrators' are worked out once;
//! everybody else is compared by a hash that plain names are given without memory or tables of
//! Unicode, so that a million people take a fraction of a second.

use hashbrown::HashMap;
use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

use super::hidden::without_hidden;
use crate::domain::user::User;

/// The names of administrators, by what they look like.
pub(super) struct LookAlikes {
    ascii: Ascii,
    display_names: Names,
    local_parts: Names,
}

impl LookAlikes {
    /// Of these administrators.
    pub(super) fn of<'a>(administrators: impl Iterator<Item = &'a User>) -> Self {
        let mut it = Self {
            ascii: Ascii::new(),
            display_names: Names::default(),
            local_parts: Names::default(),
        };
        for user in administrators {
            it.display_names.add(&it.ascii, &user.profile.display_name);
            it.local_parts.add(&it.ascii, local_part(user));
        }
        it
    }

    /// Whether a person's display name, or what stands before the `@`, looks like one of them
    /// without being it.
    pub(super) fn are_like(&self, user: &User) -> bool {
        let ascii = &self.ascii;
        self.display_names.like(ascii, &user.profile.display_name)
            || self.local_parts.like(ascii, local_part(user))
    }
}

fn local_part(user: &User) -> &str {
    let upn = user.upn.as_str();
    upn.rsplit_once('@').map_or(upn, |(local, _)| local)
}

/// What every ASCII character looks like, capitals like small letters.
struct Ascii(Vec<Box<str>>);

impl Ascii {
    fn new() -> Self {
        let of = |byte: u8| looks(char::from(byte).encode_utf8(&mut [0; 4])).into();
        Self((0..128).map(of).collect())
    }

    fn of(&self, byte: u8) -> &str {
        self.0.get(usize::from(byte)).map_or("", |looks| looks)
    }
}

/// Names by the hash of what they look like.
#[derive(Default)]
struct Names(HashMap<u64, Vec<Seen>>);

/// A look, and every text there is for it.
struct Seen {
    looks: String,
    texts: Vec<String>,
}

impl Names {
    fn add(&mut self, ascii: &Ascii, name: &str) {
        let (looks, text) = (looks(name), plain(name));
        if looks.is_empty() {
            return;
        }
        let all = self.0.entry(hash_of(ascii, name)).or_default();
        match all.iter_mut().find(|seen| seen.looks == looks) {
            Some(seen) if seen.texts.contains(&text) => {}
            Some(seen) => seen.texts.push(text),
            None => all.push(Seen {
                looks,
                texts: vec![text],
            }),
        }
    }

    fn like(&self, ascii: &Ascii, name: &str) -> bool {
        let Some(all) = self.0.get(&hash_of(ascii, name)) else {
            return false;
        };
        let same = |text: &String| {
            if name.is_ascii() {
                text.eq_ignore_ascii_case(name)
            } else {
                *text == plain(name)
            }
        };
        let differs = |seen: &Seen| !seen.texts.iter().all(same);
        all.iter().any(differs) && {
            let looks = looks(name);
            all.iter().any(|seen| seen.looks == looks && differs(seen))
        }
    }
}

/// What tells two names apart that look the same: all but capitals and how accents are put.
fn plain(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// What a name looks like, in whatever letters and case.
fn looks(name: &str) -> String {
    let folded: String = without_hidden(name)
        .nfkc()
        .flat_map(char::to_lowercase)
        .collect();
    skeleton(&folded).flat_map(char::to_lowercase).collect()
}

fn hash_of(ascii: &Ascii, name: &str) -> u64 {
    if !name.is_ascii() {
        return hash(looks(name).bytes());
    }
    let bytes = name.bytes().map(|byte| byte.to_ascii_lowercase());
    hash(bytes.flat_map(|byte| ascii.of(byte).bytes()))
}

/// FNV-1a.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Ascii, Names, hash, hash_of, looks};

    #[test]
    fn plain_names_look_by_letters_as_they_do_whole() {
        let ascii = Ascii::new();
        for name in [
            "Anna de Vries",
            "jan.0lde-1l|I",
            "MARNIX \"%\" `m'",
            "\t~",
            "",
        ] {
            assert_eq!(hash_of(&ascii, name), hash(looks(name).bytes()), "{name}");
        }
    }

    #[test]
    fn looks_count_and_letters_tell_apart() {
        let ascii = Ascii::new();
        let mut names = Names::default();
        for name in ["Anna Bakker", "Olaf", "Zoë Brink", "Marnix", ""] {
            names.add(&ascii, name);
        }
        for like in [
            "\u{410}nna Bakker",
            "Ann\u{430} Bakker",
            "Anna\u{200b} Bakker",
            "\u{ff21}nna Bakker",
            "Anna\u{a0}Bakker",
            "0laf",
            "Zo\u{451} Brink",
            "Mamix",
        ] {
            assert!(names.like(&ascii, like), "{like:?}");
        }
        for other in [
            "Anna Bakker",
            "anna BAKKER",
            "Zoe\u{308} Brink",
            "Anne Bakker",
            "Zoe Brink",
            "Anna  Bakker",
            "",
        ] {
            assert!(!names.like(&ascii, other), "{other:?}");
        }
        // A second spelling among the administrators makes look-alikes of both.
        names.add(&ascii, "\u{410}nna Bakker");
        assert!(names.like(&ascii, "Anna Bakker"));
    }
}
