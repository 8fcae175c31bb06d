//! What the namespaces of resource actions are called.
//!
//! The words are those that actions are described with; a namespace they lack is shown as it is
//! written, without the `microsoft.` that nearly all begin with.

use crate::catalogue;
use crate::domain::language::Language;
use crate::ui::views::role_editor::words::capitalised;

/// The name of a namespace, as it reads by itself; any other text as it is.
pub fn name(namespace: &str, language: Language) -> String {
    let Some(words) = catalogue::namespace(namespace) else {
        let short = namespace.strip_prefix("microsoft.");
        return short.unwrap_or(namespace).to_owned();
    };
    let words = words.get(language);
    // As they read after "in".
    let articles: &[&str] = match language {
        Language::English => &["the "],
        Language::Dutch => &["de ", "het "],
    };
    let bare = articles.iter().find_map(|it| words.strip_prefix(it));
    capitalised(bare.unwrap_or(words))
}
