//! Words of drafts as text of a page, whatever they hold.

use askama::filters::Escaper;
use std::fmt::{self, Write};

/// Writes words so that they show and do nothing else. Letters that no page may hold, and those that turn
/// the direction of what stands around them, show as `U+FFFD`: one for one, so that nothing is lost unseen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown;

impl Escaper for Shown {
    fn write_escaped_str<W: Write>(&self, mut to: W, words: &str) -> fmt::Result {
        let mut plain = 0;
        for (at, letter) in words.char_indices() {
            if let Some(instead) = instead(letter) {
                to.write_str(&words[plain..at])?;
                to.write_str(instead)?;
                plain = at + letter.len_utf8();
            }
        }
        to.write_str(&words[plain..])
    }
}

/// What is written for a letter that cannot stand as it is.
const fn instead(letter: char) -> Option<&'static str> {
    Some(match letter {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\t' | '\n' => return None,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fffe}'
        | '\u{ffff}' => "\u{fffd}",
        _ => return None,
    })
}

/// The words, escaped.
pub fn shown(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    // A string takes everything.
    let _ = Shown.write_escaped_str(&mut text, words);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_text() {
        assert_eq!(shown("<b a=\"'\">&"), "&lt;b a=&quot;&#39;&quot;&gt;&amp;");
        assert_eq!(shown("a\0b\u{202e}c\u{2066}d\re"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e");
        assert_eq!(shown("Điều 1.\t{{ x }}\n]]>"), "Điều 1.\t{{ x }}\n]]&gt;");
    }
}
