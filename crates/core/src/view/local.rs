//! What lies over each paragraph: marks, changes, and what stands at its bytes.

use super::{Inline, Mark, RunView};
use crate::draft::{Draft, Paragraph};
use crate::finding::{Anchor, Side};
use crate::text::Span;
use std::collections::BTreeSet;

/// What lies over one paragraph.
#[derive(Clone, Debug, Default)]
pub struct Local<'a> {
    /// Marks over words.
    marks: Vec<(Span, usize)>,
    /// Pending changes over words.
    changes: Vec<(Span, usize)>,
    /// What stands at a byte, in the order in which it is shown there.
    points: Vec<(usize, Inline<'a>)>,
    /// Marks of the gap above.
    pub before: Vec<usize>,
    /// Marks of the gap below.
    pub after: Vec<usize>,
    /// Marks of the whole.
    pub whole: Vec<usize>,
}

/// Lays everything over the paragraphs; gives back the marks that belong to none.
pub fn lay<'a>(draft: &'a Draft, marks: &[Mark], note_of: &[usize]) -> (Vec<Local<'a>>, Vec<usize>) {
    let mut locals = vec![Local::default(); draft.paragraphs.len()];
    let mut unplaced = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if !lay_mark(draft, index, mark, &mut locals) {
            unplaced.push(index);
        }
    }
    for (index, change) in draft.beside.changes.iter().enumerate() {
        if change.kind.takes_words() {
            point(draft, &mut locals, change.span.start, Inline::Gone(index));
            continue;
        }
        for paragraph in draft.paragraphs_in(change.span).filter(|_| !change.span.is_empty()) {
            locals[paragraph].changes.push((change.span, index));
        }
    }
    for (index, comment) in draft.beside.comments.iter().enumerate() {
        point(draft, &mut locals, comment.span.start, Inline::CommentStart(index));
        point(draft, &mut locals, comment.span.end, Inline::CommentEnd(index));
    }
    for (note, shown) in draft.beside.notes.iter().zip(note_of) {
        if let Some(at) = note.at {
            point(draft, &mut locals, at, Inline::Note(*shown));
        }
    }
    for picture in &draft.beside.pictures {
        if let Some(local) = locals.get_mut(picture.paragraph) {
            local.points.push((picture.at, Inline::Picture(picture)));
        }
    }
    (locals, unplaced)
}

/// Lays one mark where its anchor says; whether there is such a place.
fn lay_mark(draft: &Draft, index: usize, mark: &Mark, locals: &mut [Local<'_>]) -> bool {
    let own = |paragraph: usize| paragraph < draft.paragraphs.len();
    match mark.anchor {
        Anchor::Gap { paragraph, side } if own(paragraph) => match side {
            Side::Before => locals[paragraph].before.push(index),
            Side::After => locals[paragraph].after.push(index),
        },
        Anchor::Paragraph(paragraph) if own(paragraph) => locals[paragraph].whole.push(index),
        Anchor::Words => {
            let mut over = draft.paragraphs_in(mark.span).filter(|_| !mark.span.is_empty()).peekable();
            if over.peek().is_none() {
                return point(draft, locals, mark.span.start, Inline::Point(index));
            }
            for paragraph in over {
                locals[paragraph].marks.push((mark.span, index));
            }
        }
        _ => return false,
    }
    true
}

/// Puts something at a byte; whether a paragraph holds it. What stands behind all of them stands at the
/// end of the last.
fn point<'a>(draft: &Draft, locals: &mut [Local<'a>], at: usize, inline: Inline<'a>) -> bool {
    let last = draft.paragraphs.len().checked_sub(1);
    let paragraph = draft.paragraph_at(at).or(last.filter(|_| at >= draft.text.len()));
    let Some(local) = paragraph.and_then(|paragraph| locals.get_mut(paragraph)) else { return false };
    local.points.push((at, inline));
    true
}

impl<'a> Local<'a> {
    /// The content of the paragraph: its words, cut wherever look, marks or changes differ, and what
    /// stands between them.
    pub fn inlines(&mut self, text: &'a str, paragraph: &'a Paragraph) -> Vec<Inline<'a>> {
        let own = paragraph.span;
        let within = |at: usize| at.clamp(own.start, own.end);
        let mut points = std::mem::take(&mut self.points);
        points.sort_by_key(|(at, _)| *at);
        let mut cuts: Vec<usize> = points.iter().map(|(at, _)| within(*at)).collect();
        let over = self.marks.iter().chain(&self.changes).map(|(span, _)| *span);
        for span in over.chain(paragraph.runs.iter().map(|run| run.span)).chain([own]) {
            cuts.extend([within(span.start), within(span.end)]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut marks = Sweep::new(&self.marks);
        let mut changes = Sweep::new(&self.changes);
        let mut points = points.into_iter().peekable();
        let mut runs = paragraph.runs.iter().peekable();
        let mut found = Vec::with_capacity(cuts.len());
        for (at, start) in cuts.iter().enumerate() {
            while let Some((_, inline)) = points.next_if(|(at, _)| within(*at) <= *start) {
                found.push(inline);
            }
            let Some(end) = cuts.get(at + 1) else { break };
            while runs.next_if(|run| run.span.end <= *start).is_some() {}
            let span = Span::new(*start, *end);
            found.push(Inline::Run(RunView {
                span,
                text: span.of(text),
                style: runs.peek().filter(|run| run.span.covers(span)).map(|run| &run.style),
                marks: marks.over(span),
                changes: changes.over(span),
            }));
        }
        found
    }
}

/// Which of some spans lie over a place, asked from left to right.
struct Sweep {
    /// Spans by where they begin, the last one first.
    coming: Vec<(Span, usize)>,
    /// Those that have begun.
    open: BTreeSet<(usize, usize)>,
}

impl Sweep {
    fn new(spans: &[(Span, usize)]) -> Self {
        let mut coming = spans.to_vec();
        coming.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
        Self { coming, open: BTreeSet::new() }
    }

    /// Indices of the spans over a stretch that none of them cuts, in their order.
    fn over(&mut self, span: Span) -> Vec<usize> {
        while let Some((next, index)) = self.coming.pop_if(|(next, _)| next.start <= span.start) {
            self.open.insert((next.end, index));
        }
        while self.open.first().is_some_and(|(end, _)| *end <= span.start) {
            self.open.pop_first();
        }
        let mut found: Vec<usize> = self.open.iter().map(|(_, index)| *index).collect();
        found.sort_unstable();
        found
    }
}
