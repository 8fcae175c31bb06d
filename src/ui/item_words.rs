//! Changes in words, for the views. The words themselves stand beside the other texts, since the
//! command line speaks them as well.

use crate::domain::audit::AuditItem;
use crate::domain::catalogue::RoleCatalogue;
use crate::domain::diff::Names;
use crate::i18n::Texts;

pub use crate::i18n::change_words::{Parts, item_parts, item_words};

/// What changed and not whose, for where the person stands beside it.
pub fn item_what(
    texts: &Texts,
    catalogue: &RoleCatalogue,
    names: &dyn Names,
    item: &AuditItem,
) -> String {
    capital(&item_parts(texts, catalogue, names, item).what)
}

/// Words as they stand by themselves: with a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
