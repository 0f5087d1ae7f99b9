//! `beside`: which of two places stands to the left of the other.
//!
//! Only a table says for certain what stands side by side: tabs, text boxes and lines that follow each other
//! leave it open, and so does everything that does not stand in one row.

use crate::document::PartKind;
use crate::draft::CellAddress;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::Selector;
use crate::rulebook::check::BesideCheck;

/// The left place does not stand to the right of the right one. The act alone is judged.
pub fn check(context: &Context<'_>, spec: &BesideCheck) -> Verdict {
    let (Some(left), Some(right)) = (first(context, spec.left), first(context, spec.right)) else {
        return Verdict::pass();
    };
    let (Some(own), Some(other)) = (cell(context, &left), cell(context, &right)) else {
        return Verdict::pass();
    };
    let one_row = (own.table, own.row) == (other.table, other.row);
    if !one_row || own.column <= other.column {
        return Verdict::pass();
    }
    let hit = Hit::new(right.span, left.certainty.min(right.certainty));
    Verdict::fail(hit.with("found", right.value.clone()).with("other", left.value.clone()).against(left.span))
}

/// The first node of a place in the act.
fn first(context: &Context<'_>, place: Selector) -> Option<Node> {
    let act = context.document.parts.iter().position(|part| part.kind == PartKind::Act);
    context.all(place).iter().find(|node| node.part == act).cloned()
}

/// The cell in which a node begins; `None` outside tables and in text boxes, which lie anywhere.
fn cell(context: &Context<'_>, node: &Node) -> Option<CellAddress> {
    let paragraph = &context.draft.paragraphs[context.draft.paragraph_at(node.span.start)?];
    paragraph.cell.filter(|_| !paragraph.in_text_box)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Component;
    use crate::finding::Certainty;
    use crate::text::Span;

    #[test]
    fn columns_that_changed_places_are_told_and_other_headers_left_alone() {
        let mut case = crate::engine::check::fixture::Case::of_text("Trái\nPhải");
        let text = case.draft.text.clone();
        let line = |at: usize, words: &str| {
            Some(Component::line(&text, Span::new(at, at + words.len()), Certainty::Certain))
        };
        case.document.parts[0].form = line(0, "Trái");
        case.document.parts[0].title = line("Trái\n".len(), "Phải");
        let spec = BesideCheck { left: Selector::Form, right: Selector::Title };
        let judge = |case: &crate::engine::check::fixture::Case| case.judge(|context| check(context, &spec));
        assert!(judge(&case).passes(), "outside tables nothing is known");
        for (paragraph, column) in [(0, 1), (1, 0)] {
            case.draft.paragraphs[paragraph].cell = Some(CellAddress { table: 0, row: 0, column });
        }
        assert_eq!(judge(&case).hits[0].span.of(&text), "Phải");
        case.draft.paragraphs[0].cell = Some(CellAddress { table: 0, row: 1, column: 1 });
        assert!(judge(&case).passes(), "rows follow each other");
    }
}
