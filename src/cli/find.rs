//! Finding a thing by what a person types: its name, or a part of it that no other has.
//!
//! Names are compared without case and accents; `_` and `-` are spaces.

use crate::domain::fold::fold;

/// How many other names are told.
const TOLD: usize = 8;
/// How many like names are told where nothing has the name.
const NEAR: usize = 3;
/// How much of two names must be the same for one to be told for the other, in parts of 100.
const ALIKE: usize = 35;

/// Something that can be found.
pub struct Entry<T> {
    /// What is found.
    pub value: T,
    /// What it is called when it is told.
    pub label: String,
    /// What it is found by, the best first.
    pub names: Vec<String>,
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// One thing.
    One(T),
    /// Several; what they are called, and how many more there are.
    Several(Vec<String>, usize),
    /// Nothing; what is called nearly so.
    Nothing(Vec<String>),
}

/// Finds what is called `wanted`, or else the only one with it in its name.
pub fn find<T: Copy>(wanted: &str, entries: &[Entry<T>]) -> Found<T> {
    let wanted = plain(wanted);
    if wanted.is_empty() {
        return Found::Nothing(Vec::new());
    }
    let whole = |name: &String| plain(name) == wanted;
    let part = |name: &String| plain(name).contains(&wanted);
    let tests: [&dyn Fn(&String) -> bool; 2] = [&whole, &part];
    for test in tests {
        let mut hits = entries.iter().filter(|entry| entry.names.iter().any(test));
        if let Some(first) = hits.next() {
            let others: Vec<_> = hits.collect();
            if others.is_empty() {
                return Found::One(first.value);
            }
            let all = [first].into_iter().chain(others.iter().copied());
            let told = all.take(TOLD).map(|entry| entry.label.clone()).collect();
            return Found::Several(told, (others.len() + 1).saturating_sub(TOLD));
        }
    }
    let labels = entries.iter().map(|entry| {
        let likeness = entry.names.iter().map(|name| alike(&plain(name), &wanted));
        (likeness.max().unwrap_or(0), entry.label.as_str())
    });
    Found::Nothing(nearest(labels))
}

/// The texts that are most like `wanted`.
pub fn near<'t>(wanted: &str, texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let wanted = plain(wanted);
    nearest(texts.map(|text| (alike(&plain(text), &wanted), text)))
}

/// The user names that are most like `wanted` before the `@`: what follows is the same for many.
pub fn near_accounts<'t>(wanted: &str, names: impl Iterator<Item = &'t str>) -> Vec<String> {
    let local = |name: &str| plain(name.split('@').next().unwrap_or_default());
    let wanted = local(wanted);
    nearest(names.map(|name| (alike(&local(name), &wanted), name)))
}

fn nearest<'t>(scored: impl Iterator<Item = (usize, &'t str)>) -> Vec<String> {
    let mut scored: Vec<_> = scored.filter(|(score, _)| *score >= ALIKE).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let texts = scored.into_iter().take(NEAR);
    texts.map(|(_, text)| text.to_owned()).collect()
}

/// How alike two texts are, from 0 to 100: by how many pairs of letters they share.
fn alike(left: &str, right: &str) -> usize {
    let pairs = |text: &str| -> Vec<[char; 2]> {
        let letters: Vec<char> = text.chars().collect();
        let mut pairs: Vec<_> = letters.array_windows::<2>().copied().collect();
        pairs.sort_unstable();
        pairs
    };
    let (left, mut right) = (pairs(left), pairs(right));
    let all = left.len() + right.len();
    let mut shared = 0_usize;
    for pair in left {
        if let Ok(at) = right.binary_search(&pair) {
            right.remove(at);
            shared += 2;
        }
    }
    (shared * 100).checked_div(all).unwrap_or(0)
}

fn plain(text: &str) -> String {
    let spaced = fold(text).replace(['_', '-'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Entry, Found, find, near, near_accounts};

    fn entries() -> Vec<Entry<u8>> {
        let names: [&[&str]; 3] = [
            &["Exchange Administrator", "Exchange-beheerder"],
            &["Exchange Recipient Administrator"],
            &["User Administrator", "fe930be7"],
        ];
        (1..)
            .zip(names)
            .map(|(value, names)| Entry {
                value,
                label: names[0].to_owned(),
                names: names.iter().map(|name| (*name).to_owned()).collect(),
            })
            .collect()
    }

    #[test]
    fn a_whole_name_comes_before_a_part() {
        for (wanted, expected) in [
            ("exchange administrator", 1),
            ("EXCHANGE_BEHEERDER", 1),
            ("  recipient ", 2),
            ("fe930be7", 3),
        ] {
            assert_eq!(find(wanted, &entries()), Found::One(expected), "{wanted}");
        }
        let both = ["Exchange Administrator", "Exchange Recipient Administrator"];
        let both = both.map(str::to_owned).to_vec();
        assert_eq!(find("exchange", &entries()), Found::Several(both, 0));
    }

    #[test]
    fn what_is_nearly_so_is_told() {
        let near_user = Found::Nothing(vec!["User Administrator".to_owned()]);
        let only = &entries()[2..];
        assert_eq!(find("usr administrtor", only), near_user);
        assert_eq!(find("zzz", &entries()), Found::Nothing(Vec::new()));
        assert_eq!(find(" ", &entries()), Found::Nothing(Vec::new()));
        let texts = ["users/pasword/update", "groups/create"];
        assert_eq!(near("users/password/update", texts.into_iter()), texts[..1]);
        let names = ["bob@contoso.nl", "gina@contoso.nl"];
        let like = near_accounts("gin@contoso.com", names.into_iter());
        assert_eq!(like, names[1..]);
    }
}
