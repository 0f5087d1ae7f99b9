//! Finding again, in the text of a rule file, the word that a later check refused.
//!
//! Checks across files run after reading, when the places of words are gone. Searching the text key
//! by key, then for the word, gives line and column back.

/// Line and column (in characters, from 1) of `word` after the keys of `path`, each sought after
/// the one before. Falls back to the last key that was found, then to the start of the file.
pub fn locate(text: &str, path: &[&str], word: &str) -> (usize, usize) {
    let mut from = 0;
    let mut best = 0;
    for key in path {
        let Some(found) = find_key(text, from, key) else { break };
        best = found;
        from = found + key.len();
    }
    let offset = text.get(from..).and_then(|rest| rest.find(word)).filter(|_| !word.is_empty());
    line_and_column(text, offset.map_or(best, |offset| from + offset))
}

/// Offset of `key` where it stands as a key: at the start of a line or an entry, before a colon.
fn find_key(text: &str, from: usize, key: &str) -> Option<usize> {
    text.get(from..)?.match_indices(key).map(|(offset, _)| from + offset).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + key.len()..].chars().next();
        before.is_none_or(|letter| letter.is_whitespace() || "{,-\"'".contains(letter))
            && matches!(after, Some(':' | '"' | '\''))
    })
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str =
        "title: { vi: Luật, en: law }\nlaw: [nd30/a, nd30/b]\nmessage:\n  vi: “{found}” {foud}\n";

    #[test]
    fn words_are_found_after_their_keys() {
        assert_eq!(locate(RULE, &["law"], "nd30/b"), (2, 15));
        assert_eq!(locate(RULE, &["message", "vi"], "{foud}"), (4, 17));
    }

    #[test]
    fn what_is_not_found_falls_back_to_its_key() {
        assert_eq!(locate(RULE, &["message"], "{none}"), (3, 1));
        assert_eq!(locate(RULE, &["nothing"], "{none}"), (1, 1));
    }
}
