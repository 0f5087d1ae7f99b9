//! Where a comment may stand in a file so that all of it reads as before.

use super::{Meant, events, front_matter};
use pulldown_cmark::Event;
use std::collections::BTreeSet;
use std::ops::Range;

/// The places at which a comment that ends with a blank line leaves the text as it is, in bytes and in order. The
/// first one is the beginning of the body; there is none in a file that cannot be read.
///
/// Each is the start of a line where a block of the top level begins below a blank line: nothing goes on there,
/// neither a paragraph nor a list nor a row, and no two lines that show how the text was wrapped are parted. Both
/// ways to read the file must agree, ours and that of other programs, which join no lines and draw no tables.
pub fn gaps(source: &str) -> Vec<usize> {
    let Ok((_, body_start)) = front_matter::split(source) else { return Vec::new() };
    let meant = Meant::of(source, body_start);
    let mut ours = BTreeSet::new();
    for (stretch, table) in meant.stretches() {
        let end = stretch.end;
        ours.extend(blocks(&meant.whole, stretch));
        ours.extend(table.map(|_| end));
    }
    let theirs: BTreeSet<usize> = blocks(source, body_start..source.len()).collect();
    let shared = ours.intersection(&theirs).copied().filter(|at| is_below_blank(&source[body_start..*at]));
    std::iter::once(body_start).chain(shared.filter(|at| *at != body_start)).collect()
}

/// The starts of the lines that begin with a block of the top level.
fn blocks(text: &str, stretch: Range<usize>) -> impl Iterator<Item = usize> {
    let begin = stretch.start;
    let mut depth = 0usize;
    let starts = events(text, stretch).filter_map(move |(event, range)| {
        let is_top = depth == 0;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Rule => {}
            _ => return None,
        }
        is_top.then_some(range.start)
    });
    starts.filter_map(move |start| {
        let line = text[begin..start].rfind('\n').map_or(begin, |end| begin + end + 1);
        text[line..start].bytes().all(|byte| byte == b' ' || byte == b'\t').then_some(line)
    })
}

/// Whether nothing or a blank line stands before the end of a text, which ends with a line.
fn is_below_blank(before: &str) -> bool {
    let Some(before) = before.strip_suffix('\n') else { return before.is_empty() };
    before.rsplit('\n').next().is_none_or(|line| line.trim().is_empty())
}
