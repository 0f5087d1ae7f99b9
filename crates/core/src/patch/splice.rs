//! Changes of a text at bytes of it, made all at once.

use std::ops::Range;

/// A stretch that goes, and what comes in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Bytes that go; empty for an insertion.
    pub range: Range<usize>,
    /// What comes.
    pub text: String,
}

impl Splice {
    /// Puts a text in before a byte.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, text: text.into() }
    }

    /// Takes a stretch out.
    pub fn remove(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }
}

/// The text with all changes made. Insertions at one byte keep their order.
///
/// `None` where two changes overlap, or one does not lie on letters of the text: then nothing is changed
/// at all, for a half of the changes would leave a broken file.
pub fn apply(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    // A stable sort: several insertions at one place stay in the order in which they were asked for.
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut out = String::with_capacity(text.len() + splices.iter().map(|own| own.text.len()).sum::<usize>());
    let mut at = 0;
    for splice in splices {
        out.push_str(text.get(at..splice.range.start)?);
        out.push_str(&splice.text);
        if splice.range.end < splice.range.start {
            return None;
        }
        at = splice.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn overlaps_and_cut_letters_are_refused() {
        assert_eq!(apply("abc", vec![Splice::remove(0..2), Splice::remove(1..3)]), None);
        assert_eq!(apply("ế", vec![Splice::insert(1, "x")]), None);
        assert_eq!(apply("abc", vec![Splice::insert(9, "x")]), None);
        let both = vec![Splice::insert(1, "1"), Splice::insert(1, "2"), Splice::remove(1..2)];
        assert_eq!(apply("abc", both).as_deref(), Some("a12c"));
    }

    proptest! {
        #[test]
        fn insertions_leave_the_rest_as_it_was(text in "[a-zế ]{0,40}", places in prop::collection::vec(0usize..60, 0..8)) {
            let at = |place: usize| (0..=place.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let splices: Vec<Splice> = places.iter().map(|place| Splice::insert(at(*place), "«")).collect();
            let count = splices.len();
            let changed = apply(&text, splices).expect("insertions never overlap");
            prop_assert_eq!(changed.matches('«').count(), count);
            prop_assert_eq!(changed.replace('«', ""), text);
        }
    }
}
