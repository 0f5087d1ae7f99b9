//! Remarks as HTML comments in Markdown, each above the block that holds its place.
//!
//! They stand where the reader says that nothing goes on (`read/markdown/gaps`), so that the text reads as before; a
//! file without them has again the very bytes that it had.

use super::{Cleared, Extent, Mark, Remark, Standing};
use crate::draft::Draft;
use crate::read::markdown::{gaps, read};
use std::collections::BTreeMap;

/// How a remark begins and ends in the file.
const OPEN: &str = "<!-- thethuc\n";
const CLOSE: &str = "\n-->\n\n";

/// The Markdown with all remarks; `draft` is what was read from the same text. Where the text would not read as
/// before, for Markdown has more ways to go on than anybody knows, they all stand at the beginning of the body.
pub fn annotate(text: &str, draft: &Draft, remarks: &[Remark]) -> String {
    let gaps = gaps(text);
    let copy = with_remarks(text, draft, remarks, &gaps);
    if gaps.len() < 2 || reads_as(&copy, draft) {
        return copy;
    }
    with_remarks(text, draft, remarks, &gaps[..1])
}

/// Whether a copy reads as the draft does.
fn reads_as(copy: &str, draft: &Draft) -> bool {
    read(copy).is_ok_and(|own| {
        own.text == draft.text
            && own.paragraphs == draft.paragraphs
            && own.tables == draft.tables
            && own.lines == draft.lines
    })
}

/// The Markdown with all remarks, each at the last of the places that is not behind its own.
fn with_remarks(text: &str, draft: &Draft, remarks: &[Remark], gaps: &[usize]) -> String {
    let mut above: BTreeMap<usize, String> = BTreeMap::new();
    for remark in remarks {
        let span = remark.place.as_ref().map(|place| place.span);
        let source = span.and_then(|span| draft.map.source(span)).map_or(0, |source| source.start);
        let above_it = gaps.partition_point(|at| *at <= source).saturating_sub(1);
        let at = gaps.get(above_it).copied();
        above.entry(at.unwrap_or(0)).or_default().push_str(&written(remark));
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut from = 0;
    for (at, words) in above {
        out.push_str(&text[from..at]);
        out.push_str(&words);
        from = at;
    }
    out.push_str(&text[from..]);
    out
}

/// A remark as it stands in the file. Two hyphens would end a comment of HTML.
fn written(remark: &Remark) -> String {
    let mark = remark.mark.line(remark.lines.iter().map(String::as_str));
    let safe = |line: &String| line.replace("--", "—").replace(['\n', '\r'], " ");
    let lines: Vec<String> = remark.lines.iter().map(safe).chain([mark]).collect();
    format!("{OPEN}{}{CLOSE}", lines.join("\n"))
}

/// The Markdown without our remarks. One whose words a person changed stays where only untouched ones go.
pub fn clear(text: &str, extent: Extent) -> Cleared {
    let mut cleared = Cleared { bytes: Vec::new(), removed: 0, answers: 0, standing: Vec::new() };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OPEN) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let Some(end) = found.find("\n-->") else {
            rest = found;
            break;
        };
        let inner = &found[OPEN.len().min(end)..end];
        let lines: Vec<String> = inner.lines().map(str::to_owned).collect();
        let own = Mark::read(&lines);
        let whole = if found[end..].starts_with(CLOSE) { end + CLOSE.len() } else { end + "\n-->".len() };
        match own {
            Some((mark, untouched)) if !untouched && extent == Extent::Untouched => {
                cleared.standing.push(standing(mark, &lines));
                out.push_str(&found[..whole]);
            }
            Some(_) => cleared.removed += 1,
            None => out.push_str(&found[..whole]),
        }
        rest = &found[whole..];
    }
    out.push_str(rest);
    cleared.bytes = out.into_bytes();
    cleared
}

/// A remark that a person changed.
fn standing(mark: Mark, lines: &[String]) -> Standing {
    let words = lines.split_last().map_or(&[][..], |(_, lines)| lines).join("\n");
    Standing {
        mark: Some(mark),
        author: String::new(),
        moment: None,
        words,
        edited: true,
        settled: false,
        answers: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
