//! The lines of comments: they are no text, whatever they say.

use std::ops::Range;

/// How a comment begins.
const OPEN: &str = "<!--";
/// How it ends.
const CLOSE: &str = "-->";

/// Most blanks before a block of HTML; with more of them it is code.
const INDENT: usize = 3;

/// The comments that begin a line and end, in bytes of the body: each reaches over whole lines, as the HTML of
/// Markdown does.
pub fn of(body: &str, lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let Some(last) = body.rfind(CLOSE) else { return found };
    let mut rest = lines.iter();
    while let Some(line) = rest.next() {
        let words = &body[line.clone()];
        let begins = words.trim_start_matches(' ');
        if line.start > last || words.len() - begins.len() > INDENT || !begins.starts_with(OPEN) {
            continue;
        }
        let mut end = line;
        while !body[end.clone()].contains(CLOSE) {
            let Some(next) = rest.next() else { return found };
            end = next;
        }
        found.push(line.start..end.end);
    }
    found
}

/// The lines that stand in none of the comments.
pub fn outside(lines: &[Range<usize>], comments: &[Range<usize>]) -> Vec<Range<usize>> {
    lines.iter().filter(|line| !within(comments, line.start)).cloned().collect()
}

/// Whether an offset lies in one of the ranges, which are in order.
pub fn within(ranges: &[Range<usize>], offset: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= offset);
    ranges.get(next).is_some_and(|range| range.start <= offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::repair::lines;

    #[test]
    fn comments_reach_over_whole_lines() {
        let body = "a\n<!-- b\n\nc --> d\ne <!-- f -->\n    <!-- g -->\n  <!-- h -->\n<!-- i\n";
        let found: Vec<&str> = of(body, &lines(body)).into_iter().map(|range| &body[range]).collect();
        assert_eq!(found, ["<!-- b\n\nc --> d", "  <!-- h -->"]);
    }
}
