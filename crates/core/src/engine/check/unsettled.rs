//! `unsettled`: what people left in the file beside the text: comments that nobody marked as done, and
//! tracked changes that nobody accepted or rejected.
//!
//! A change of looks is settled by whoever prints the draft; words that come or go make another text.

use crate::draft::ChangeKind;
use crate::engine::context::Context;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::rulebook::check::UnsettledCheck;
use crate::text::Span;

/// One hit for each comment that is no answer to another, or for each change of words.
pub fn check(context: &Context<'_>, what: UnsettledCheck) -> Verdict {
    let beside = &context.draft.beside;
    let left: Vec<(Span, Option<&str>)> = match what {
        UnsettledCheck::Comments => {
            let open = beside.comments.iter().filter(|own| !own.resolved && own.parent.is_none());
            open.map(|own| (own.span, own.author.as_deref())).collect()
        }
        UnsettledCheck::Changes => {
            let of_words = |kind: ChangeKind| kind.brings_words() || kind.takes_words();
            let open = beside.changes.iter().filter(|own| of_words(own.kind));
            open.map(|own| (own.span, own.author.as_deref())).collect()
        }
    };
    let hits = left.into_iter().filter_map(|(span, author)| {
        let span = shown(context, span)?;
        let hit = Hit::new(span, Certainty::Certain).with("found", context.words(span));
        Some(hit.with("author", author.unwrap_or_default()))
    });
    Verdict::of(hits.collect())
}

/// The words to point at: those of the place up to the end of its first paragraph, or all of the paragraph
/// where it is only a point between words; the paragraph before where that one is blank.
fn shown(context: &Context<'_>, span: Span) -> Option<Span> {
    let draft = context.draft;
    let first = draft.paragraph_at(span.start)?;
    let whole = draft.paragraphs[first].span;
    let own = Span::new(span.start, span.end.min(whole.end)).trim(&draft.text);
    let before = || (0..=first).rev().map(|index| draft.paragraphs[index].span.trim(&draft.text));
    if own.is_empty() { before().find(|own| !own.is_empty()) } else { Some(own) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Change, Comment};
    use crate::engine::check::fixture::Case;

    fn found(case: &Case, what: UnsettledCheck) -> Vec<String> {
        let verdict = case.judge(|context| check(context, what));
        verdict.hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect()
    }

    #[test]
    fn only_open_comments_are_told_where_they_stand() {
        let mut case = Case::of_text("Giao xã\n\nPhòng Kinh tế");
        let at = |span: Span| Comment { span, ..Comment::default() };
        let answer = Comment { parent: Some(0), ..at(Span::new(0, 4)) };
        let done = Comment { resolved: true, ..at(Span::new(0, 4)) };
        case.draft.beside.comments = vec![at(Span::new(0, 20)), answer, done, at(Span::at(9))];
        assert_eq!(found(&case, UnsettledCheck::Comments), ["Giao xã", "Giao xã"]);
    }

    #[test]
    fn a_change_of_looks_is_settled() {
        let mut case = Case::of_text("Giao xã thực hiện");
        let change = |kind, span| Change { kind, author: None, date: None, span, words: String::new() };
        case.draft.beside.changes = vec![
            change(ChangeKind::Formatting, Span::new(0, 4)),
            change(ChangeKind::Insertion, Span::new(0, 4)),
            change(ChangeKind::Deletion, Span::at(4)),
        ];
        assert_eq!(found(&case, UnsettledCheck::Changes), ["Giao", "Giao xã thực hiện"]);
    }
}
