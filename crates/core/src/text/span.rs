//! A stretch of the normalized text.

use serde::{Deserialize, Serialize};
use unicode_normalization::char::canonical_combining_class;

/// Half-open range of byte offsets `[start, end)` into the normalized text of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `[start, end)`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty span at `offset`.
    pub const fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// Number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The words under the span.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The part of this span without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        Self::new(start, end)
    }

    /// The smallest span over this one that parts no letter from a mark of its own behind it.
    #[must_use]
    pub fn whole_letters(self, text: &str) -> Self {
        let is_mark = |letter: &char| canonical_combining_class(*letter) != 0;
        let marks = |rest: &str| rest.chars().take_while(is_mark).map(char::len_utf8).sum::<usize>();
        let (Some(before), Some(behind)) = (text.get(..self.start), text.get(self.end..)) else {
            return self;
        };
        let begins_with_mark = text[self.start..].chars().next().as_ref().is_some_and(is_mark);
        if self.is_empty() || !(begins_with_mark || behind.chars().next().as_ref().is_some_and(is_mark)) {
            return self;
        }
        let letter = before.trim_end_matches(|letter: char| is_mark(&letter)).chars().next_back();
        let start = match letter.filter(|letter| begins_with_mark && *letter != '\n') {
            Some(letter) => {
                before.trim_end_matches(|letter: char| is_mark(&letter)).len() - letter.len_utf8()
            }
            None => self.start,
        };
        Self::new(start, self.end + marks(behind))
    }

    /// The span moved by `offset` bytes to the right.
    #[must_use]
    pub const fn shift(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }
}

/// Whether one of the spans covers all of `span`. They lie one behind the other, in order.
pub fn any_covers(spans: &[Span], span: Span) -> bool {
    let begun = spans.partition_point(|own| own.start <= span.start);
    begun.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|own| own.covers(span))
}

/// Whether one of the spans shares a byte with `span`. They lie one behind the other, in order.
pub fn any_overlaps(spans: &[Span], span: Span) -> bool {
    spans.get(spans.partition_point(|own| own.end <= span.start)).is_some_and(|own| own.overlaps(span))
}

/// Spans in any order, ready to be asked what they hold however many there are.
#[derive(Debug, Default)]
pub struct Spans {
    /// From each start on, in order, the furthest end of the spans that have begun.
    reach: Vec<(usize, usize)>,
}

impl Spans {
    /// Whether one of them covers all of `span`.
    pub fn cover(&self, span: Span) -> bool {
        self.reached(|start| start <= span.start).is_some_and(|end| span.end <= end)
    }

    /// Whether one of them shares a byte with `span`.
    pub fn overlap(&self, span: Span) -> bool {
        self.reached(|start| start < span.end).is_some_and(|end| span.start < end)
    }

    /// The furthest end of the spans whose start is such.
    fn reached(&self, such: impl Fn(usize) -> bool) -> Option<usize> {
        let begun = self.reach.partition_point(|(start, _)| such(*start));
        Some(self.reach.get(begun.checked_sub(1)?)?.1)
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut reach: Vec<(usize, usize)> = spans.into_iter().map(|own| (own.start, own.end)).collect();
        reach.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reach }
    }
}

/// The first bytes of some words, no letter cut. What is sought beside a place is not sought in all of a paragraph,
/// which may be as long as a file and hold thousands of places.
pub fn first_bytes(words: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(words.len())).rev().find(|at| words.is_char_boundary(*at));
    &words[..end.unwrap_or_default()]
}

/// The last bytes of some words, no letter cut.
pub fn last_bytes(words: &str, bytes: usize) -> &str {
    let from = words.len().saturating_sub(bytes);
    let start = (from..=words.len()).find(|at| words.is_char_boundary(*at));
    &words[start.unwrap_or(words.len())..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans(pairs: &[(usize, usize)]) -> Vec<Span> {
        pairs.iter().map(|(start, length)| Span::new(*start, start + length)).collect()
    }

    #[test]
    fn no_letter_is_parted_from_its_mark() {
        let text = "a \u{323}\u{301} b";
        let whole = |start, end| Span::new(start, end).whole_letters(text).of(text);
        assert_eq!(whole(2, 6), " \u{323}\u{301}");
        assert_eq!(whole(0, 2), "a \u{323}\u{301}");
        assert_eq!(whole(4, 7), " \u{323}\u{301} ");
        assert_eq!(whole(0, 1), "a");
        assert_eq!(Span::new(0, 2).whole_letters("\u{323}a").of("\u{323}a"), "\u{323}");
    }

    proptest! {
        #[test]
        fn spans_say_what_a_search_through_all_says(
            pairs in prop::collection::vec((0usize..40, 0usize..9), 0..12),
            asked in (0usize..45, 0usize..9),
        ) {
            let (all, span) = (spans(&pairs), Span::new(asked.0, asked.0 + asked.1));
            let known: Spans = all.iter().copied().collect();
            prop_assert_eq!(known.cover(span), all.iter().any(|own| own.covers(span)));
            prop_assert_eq!(known.overlap(span), all.iter().any(|own| own.overlaps(span)));
        }

        #[test]
        fn so_do_ordered_ones(
            pairs in prop::collection::vec((0usize..4, 1usize..9), 0..12),
            asked in (0usize..60, 0usize..9),
        ) {
            let mut end = 0;
            let behind: Vec<Span> = pairs.iter().map(|(gap, length)| {
                let start = end + gap;
                end = start + length;
                Span::new(start, end)
            }).collect();
            let span = Span::new(asked.0, asked.0 + asked.1);
            prop_assert_eq!(any_covers(&behind, span), behind.iter().any(|own| own.covers(span)));
            prop_assert_eq!(any_overlaps(&behind, span), behind.iter().any(|own| own.overlaps(span)));
        }
    }
}
