//! Highlights the places of a new draft that are to be filled in.

use crate::draft::{Draft, Run};
use crate::text::Span;

/// The colour behind a place; Word has a fixed set of names, and this one is what people mark with.
const COLOR: &str = "yellow";

/// Puts the colour behind every place in square brackets, brackets included.
pub fn places(draft: &mut Draft) {
    let spans = spans(&draft.text);
    for paragraph in &mut draft.paragraphs {
        let first = spans.partition_point(|place| place.end <= paragraph.span.start);
        let own = spans[first..].iter().take_while(|place| place.start < paragraph.span.end);
        for place in own {
            paragraph.runs = paragraph.runs.drain(..).flat_map(|run| cut(&run, *place)).collect();
        }
    }
}

/// The places of a text: from a bracket to the next one that closes it on the same line.
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => open = Some(at),
            '\n' => open = None,
            ']' => spans.extend(open.take().map(|start| Span::new(start, at + 1))),
            _ => {}
        }
    }
    spans
}

/// The run in up to three: before, in and behind the place.
fn cut(run: &Run, place: Span) -> Vec<Run> {
    let Span { start, end } = run.span;
    let (from, to) = (place.start.clamp(start, end), place.end.clamp(start, end));
    let mut marked = run.style.clone();
    marked.highlight = Some(COLOR.to_owned());
    let pieces = [(start, from, &run.style), (from, to, &marked), (to, end, &run.style)];
    let some = pieces.into_iter().filter(|(start, end, _)| start < end);
    some.map(|(start, end, style)| Run { span: Span::new(start, end), style: style.clone() }).collect()
}
