//! Many words looked for in one text at once.

use aho_corasick::AhoCorasick;

/// Most places that are visited, for each byte of the text: words that lie in each other by the thousand
/// would have more of them than anybody can look at.
const PLACES_A_BYTE: usize = 16;

/// Visits every place at which one of the needles stands, with the index of the needle and the place's first
/// byte, in order of their ends. Says whether all places were visited.
pub fn visit(needles: &[&str], text: &str, mut found: impl FnMut(usize, usize)) -> bool {
    let Ok(all) = AhoCorasick::new(needles) else { return false };
    let Ok(places) = all.try_find_overlapping_iter(text) else { return false };
    let mut left = text.len().saturating_mul(PLACES_A_BYTE);
    for place in places {
        if left == 0 {
            return false;
        }
        left -= 1;
        found(place.pattern().as_usize(), place.start());
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lie_in_each_other_are_all_found() {
        let mut found = Vec::new();
        assert!(
            visit(&["1/2020", "11/2020", "9"], "số 11/2020, 1/2020", |needle, at| found.push((needle, at)))
        );
        assert_eq!(found, [(1, 5), (0, 6), (0, 14)]);
    }

    #[test]
    fn words_without_end_are_given_up() {
        let needles: Vec<String> = (1..40).map(|length| "x".repeat(length)).collect();
        let needles: Vec<&str> = needles.iter().map(String::as_str).collect();
        assert!(!visit(&needles, &"x".repeat(200), |_, _| {}));
    }
}
