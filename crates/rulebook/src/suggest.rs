//! “Did you mean …”: the nearest known word.

use crate::vocabulary::Words;

/// The known word that is nearest to `word`, if one is near enough to be a slip of the hand: a
/// third of its letters may differ, two in any case.
///
/// ```
/// use thethuc_rulebook::suggest::nearest;
///
/// assert_eq!(nearest("severty", ["severity", "select"]), Some("severity"));
/// assert_eq!(nearest("colour", ["severity", "select"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The end of a sentence that offers the nearest known word; empty where none is near.
pub fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Words {
    nearest(word, known).map_or_else(Words::default, |found| Words {
        vi: format!("; có phải là “{found}”?"),
        en: format!("; did you mean “{found}”?"),
    })
}

/// Number of letters to add, drop, change or swap with their neighbour. Letters, not bytes: `ờ` is
/// one.
pub fn distance(left: &str, right: &str) -> usize {
    strsim::osa_distance(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_recognized() {
        let known = ["header.motto", "header.number", "title"];
        assert_eq!(nearest("header.moto", known), Some("header.motto"));
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("signature", known), None);
        assert!(hint("titel", known).en.contains("title") && hint("titel", known).vi.contains("title"));
    }
}
