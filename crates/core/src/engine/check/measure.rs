//! Runs, sizes and how numbers are written for people.
//!
//! Shared by the kinds of checks that look at letters, paragraphs and pages, so that a value is rounded
//! and written in one manner in all messages.

use crate::draft::{Draft, Run};
use crate::engine::node::Node;
use crate::finding::Words;
use crate::rulebook::value::Range;
use crate::text::Span;

/// A run within a node: the part of its text that lies in the node, and the run itself.
#[derive(Clone, Copy)]
pub struct OwnRun<'a> {
    /// The text of the run within the node.
    pub span: Span,
    /// The run.
    pub run: &'a Run,
}

/// The runs of a node that show letters or digits, in order. Blanks, lone punctuation and hidden
/// text are not what anyone sees as the style of the words.
/// Cut to the lines of the node, without white space at their ends.
pub fn runs<'a>(draft: &'a Draft, node: &Node) -> Vec<OwnRun<'a>> {
    runs_that_show(draft, node, |words| words.chars().any(char::is_alphanumeric))
}

/// The runs of a node that show anything, lone punctuation included.
pub fn runs_with_marks<'a>(draft: &'a Draft, node: &Node) -> Vec<OwnRun<'a>> {
    runs_that_show(draft, node, |words| !words.is_empty())
}

/// The runs whose words, without white space at their ends, count.
fn runs_that_show<'a>(draft: &'a Draft, node: &Node, counts: fn(&str) -> bool) -> Vec<OwnRun<'a>> {
    let mut own = Vec::new();
    for line in &node.lines {
        for paragraph in draft.paragraphs_in(*line) {
            for run in draft.paragraphs[paragraph].runs_in(*line) {
                let span =
                    Span::new(run.span.start.max(line.start), run.span.end.min(line.end)).trim(&draft.text);
                let shows = counts(span.of(&draft.text));
                if shows && !run.style.hidden {
                    own.push(OwnRun { span, run });
                }
            }
        }
    }
    own
}

/// The size of the longest stretch of a node; `None` where it is not known.
/// In points. The longest stretch counts, in bytes: a footnote mark or a lone symbol in another size is
/// not the size of the words.
pub fn main_size(draft: &Draft, node: &Node) -> Option<f32> {
    let runs = runs(draft, node);
    let longest = runs.iter().max_by_key(|own| own.span.len())?;
    longest.run.style.size
}

/// How far two sizes in points may be apart and still be one.
const SAME_SIZE: f32 = 0.25;
/// Part of the letters that must share a size, for it to be the size of the place.
const MOST_LETTERS: f32 = 0.6;

/// The size in points that most letters of the nodes share; `None` where none is shared by most.
pub fn shared_size(draft: &Draft, nodes: &[&Node]) -> Option<f32> {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    let mut letters = 0;
    for own in nodes.iter().flat_map(|node| runs(draft, node)) {
        let count = own.span.of(&draft.text).chars().filter(|letter| letter.is_alphabetic()).count();
        letters += count;
        let Some(size) = own.run.style.size else { continue };
        match sizes.iter_mut().find(|(known, _)| (known - size).abs() <= SAME_SIZE) {
            Some((_, known)) => *known += count,
            None => sizes.push((size, count)),
        }
    }
    let (size, count) = sizes.into_iter().max_by_key(|(_, count)| *count)?;
    #[allow(clippy::cast_precision_loss, reason = "a part of the letters of a draft")]
    let share = count as f32 / letters.max(1) as f32;
    (share >= MOST_LETTERS).then_some(size)
}

/// A number without needless zeros, with the decimal comma of Vietnamese and the point of English.
/// At most two decimals.
pub fn number(value: f32) -> Words {
    let rounded = (value * 100.0).round() / 100.0;
    let en = format!("{rounded}");
    Words { vi: en.replace('.', ","), en }
}

/// A length in mm: nobody sees a hundredth of it.
pub fn length(millimetres: f32) -> Words {
    number((millimetres * 10.0).round() / 10.0)
}

/// The limits of a range in words.
/// Without a unit, which the message adds; empty for a range without limits.
pub fn limits(range: &Range) -> Words {
    match (range.min.map(number), range.max.map(number)) {
        (Some(min), Some(max)) if min == max => min,
        (Some(min), Some(max)) => {
            Words { vi: format!("{} đến {}", min.vi, max.vi), en: format!("{} to {}", min.en, max.en) }
        }
        (Some(min), None) => {
            Words { vi: format!("ít nhất {}", min.vi), en: format!("at least {}", min.en) }
        }
        (None, Some(max)) => {
            Words { vi: format!("nhiều nhất {}", max.vi), en: format!("at most {}", max.en) }
        }
        (None, None) => Words::default(),
    }
}

/// Several alternatives in words.
pub fn alternatives(list: impl Iterator<Item = Words>) -> Words {
    let (vi, en): (Vec<String>, Vec<String>) = list.map(|words| (words.vi, words.en)).unzip();
    Words { vi: vi.join(" hoặc "), en: en.join(" or ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(number(13.0).vi, "13");
        assert_eq!((number(12.7).vi.as_str(), number(12.7).en.as_str()), ("12,7", "12.7"));
        let range = Range { min: Some(12.0), max: Some(13.5) };
        assert_eq!(limits(&range), Words { vi: "12 đến 13,5".into(), en: "12 to 13.5".into() });
    }
}
