//! Characters that steer whatever shows a text, a terminal above all, and are not shown themselves.
//!
//! Names of files, words of drafts, of profiles and of rule files come from anybody. What is shown to people
//! replaces such characters; what machines read writes them as escapes.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character steers: controls of both sets, and the marks that turn the direction of what stands
/// around them (Unicode Standard Annex 9). Breaks of lines and tabs do, too.
pub const fn steers(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Words in which each such character shows as `U+FFFD`: one for one, so that nothing is lost unseen.
pub fn inert(words: &str) -> String {
    words.chars().map(|letter| if steers(letter) { '\u{FFFD}' } else { letter }).collect()
}

/// Words in one line: a blank stands for every stretch of such characters.
pub fn in_one_line(words: &str) -> Cow<'_, str> {
    if !words.contains(steers) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split(steers).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// JSON in which such characters stand as escapes; the value is the same. Outside of strings JSON has none
/// but breaks of lines, and within strings those are escaped anyway.
pub fn inert_json(json: String) -> String {
    let is_raw = |letter: char| letter != '\n' && steers(letter);
    if !json.contains(is_raw) {
        return json;
    }
    let mut text = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        if is_raw(letter) {
            // A string takes everything.
            let _ = write!(text, "\\u{:04x}", u32::from(letter));
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_what_shows_it() {
        let words = "a\u{1b}[31mb\u{9b}2J\u{202e}c\u{2066}\r\n";
        assert_eq!(inert(words), "a\u{FFFD}[31mb\u{FFFD}2J\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(inert("Điều 1. “Chợ”"), "Điều 1. “Chợ”");
        assert_eq!(in_one_line("a\r\n\u{202e}b\u{1b}"), "a b");
    }

    #[test]
    fn json_keeps_its_value() {
        let value = serde_json::json!({ "a": ["x\u{9b}\u{202e}y\u{7f}\n", "Điều 1"] });
        let plain = serde_json::to_string_pretty(&value).expect("serializable");
        let inert = inert_json(plain);
        assert!(!inert.contains(|letter: char| letter != '\n' && steers(letter)), "{inert}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&inert).expect("JSON"), value);
    }
}
