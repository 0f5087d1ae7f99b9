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

/// Line and column of `word` behind the entry whose name is `owner` (`name: Quyết định`), of the last such
/// entry. Falls back to the name, then to the start of the file.
pub fn locate_in_entry(text: &str, owner: &str, word: &str) -> (usize, usize) {
    let is_value = |at: &usize| {
        let before = text[..*at].trim_end_matches([' ', '"', '\'']);
        let after = text[at + owner.len()..].trim_start_matches([' ', '"', '\'']);
        before.ends_with("name:") && (after.is_empty() || after.starts_with(['\n', '\r', ',', '}', '#']))
    };
    let entry = text.rmatch_indices(owner).map(|(at, _)| at).find(is_value);
    let from = entry.map_or(0, |at| at + owner.len());
    let word = text[from..].find(word).filter(|_| !word.is_empty() && entry.is_some());
    line_and_column(text, word.map_or(entry.unwrap_or(0), |at| from + at))
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

/// Line and column in characters, both from 1, of a byte.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
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
    fn words_are_found_behind_the_name_of_their_entry() {
        let forms =
            "forms:\n  - { name: Kế hoạch, abbreviation: KH }\n  - name: Đề cương\n    abbreviation: KH\n";
        assert_eq!(locate_in_entry(forms, "Đề cương", "KH"), (4, 19));
        assert_eq!(locate_in_entry(forms, "Kế hoạch", "KH"), (2, 37));
        assert_eq!(locate_in_entry(forms, "Đề cương", ""), (3, 11));
        assert_eq!(locate_in_entry(forms, "Đề án", "KH"), (1, 1));
    }

    #[test]
    fn what_is_not_found_falls_back_to_its_key() {
        assert_eq!(locate(RULE, &["message"], "{none}"), (3, 1));
        assert_eq!(locate(RULE, &["nothing"], "{none}"), (1, 1));
    }
}
