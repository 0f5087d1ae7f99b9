//! What the tests of recognition share.

use crate::rulebook::{Lexicon, RuleBook};
use std::sync::LazyLock;

static BOOK: LazyLock<RuleBook> = LazyLock::new(thethuc_law::book);

/// The lexicon of the rule book that comes with thethuc.
pub fn lexicon() -> &'static Lexicon {
    BOOK.lexicon()
}
