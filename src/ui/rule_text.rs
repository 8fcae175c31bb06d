//! Rules in words: what the screen says of them is what the command line says.

pub use crate::i18n::rule_text::{RuleText, rule_texts};
