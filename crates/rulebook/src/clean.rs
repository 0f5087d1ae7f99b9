//! Texts as the rule book reads them, whatever system wrote them.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text without byte-order mark, with composed letters and the line ends of Unix: editors of
/// Windows write the first and the last, a Mac decomposes.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let composed = if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    if composed.contains("\r\n") { Cow::Owned(composed.replace("\r\n", "\n")) } else { composed }
}
