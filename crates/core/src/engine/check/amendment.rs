//! `amendment`: how a document that amends another one is built. Looks at paragraphs.
//!
//! Amending text is text of another document inside this one. It should stand in quotation marks, be
//! announced, and follow the order of the amended text; drafts keep to none of that reliably, and every
//! step here reads it from the words alone.

mod labels;
mod steps;

use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Certainty;
use crate::recognize::amending::{announces, is_step};
use crate::recognize::quotes;
use crate::rulebook::check::AmendmentCheck;
use crate::text::vietnamese::point_number;
use crate::text::{Pattern, Span};

/// What an amendment says is told from its words alone, so nothing here is more than a guess.
const CERTAINTY: Certainty = Certainty::Guessed;

/// Judges the paragraphs together; quoted amending text is the text of another document.
pub fn check(context: &Context<'_>, mode: AmendmentCheck, nodes: &[Node]) -> Verdict {
    let own = || nodes.iter().filter(|node| !context.document.is_quoted(node.span));
    Verdict::of(match mode {
        AmendmentCheck::Quotation => without_marks(context, nodes),
        AmendmentCheck::Pairs => unpaired(context, nodes),
        AmendmentCheck::Order => out_of_order(own()),
        AmendmentCheck::Label => labels::odd(context, &own().collect::<Vec<_>>()),
        AmendmentCheck::Announced => steps::other_labels(context, nodes),
        AmendmentCheck::NewText => steps::without_text(context, nodes),
        AmendmentCheck::Target => steps::other_target(context, own()),
    })
}

/// Paragraphs after an announcement (`… như sau:`) that begin without a mark, although amending text
/// must follow there. Tables are content of their own, and a further step announces itself.
fn without_marks(context: &Context<'_>, nodes: &[Node]) -> Vec<Hit> {
    let pairs = nodes.iter().zip(nodes.iter().skip(1));
    pairs
        .filter(|(announcement, text)| {
            let begins = text.value.starts_with(['“', '"', '«', '‘', '\'', '”', '„']);
            announces(&announcement.value)
                && !begins
                && !is_step(&text.value)
                && !is_in_table(context, text)
                && !context.document.is_quoted(text.span)
        })
        .map(|(_, text)| Hit::new(text.span, CERTAINTY).with("found", text.value.clone()))
        .collect()
}

/// Whether the paragraph of a node stands in a table.
fn is_in_table(context: &Context<'_>, node: &Node) -> bool {
    let Handle::Paragraph(index) = node.handle else { return false };
    context.draft.paragraphs.get(index).is_some_and(|paragraph| paragraph.cell.is_some())
}

/// Curved marks without a partner.
/// Marks are paired over all paragraphs, since new text runs over several.
fn unpaired(context: &Context<'_>, nodes: &[Node]) -> Vec<Hit> {
    let stretches = nodes.iter().map(|node| (node.span.start, context.words(node.span)));
    let hit = |mark: quotes::Lone| Hit::new(mark.span, CERTAINTY).with("found", context.words(mark.span));
    quotes::lone(stretches).into_iter().map(hit).collect()
}

/// Where an amendment stands in the amended text: article and its letter, clause, point; 0 where none is named.
type Target = (u32, u32, u32, u32);

/// Steps that amend a unit which stands before that of the step above. A step that names an
/// instrument, and a new article of this document, begin a new row.
/// Rows are read from the words of the steps, which name what they amend.
fn out_of_order<'n>(nodes: impl Iterator<Item = &'n Node>) -> Vec<Hit> {
    static STEP: Pattern = Pattern::new(r"^(?:\d+[.)] ?)?(?:Sửa đổi|Bổ sung)");
    let mut last: Option<(Target, String, Span)> = None;
    let mut hits = Vec::new();
    for node in nodes {
        let words = node.value.as_str();
        let names_instrument =
            ["Quyết định", "Nghị quyết", "Quy định ", "Quy chế"].iter().any(|kind| words.contains(kind));
        if words.starts_with("Điều ") || (STEP.is_match(words) && names_instrument) {
            last = None;
            continue;
        }
        let found = if STEP.is_match(words) { target(words) } else { None };
        let Some((own, shown)) = found else { continue };
        if let Some((_, other, above)) = last.as_ref().filter(|(before, ..)| comes_before(&own, before)) {
            hits.push(
                Hit::new(node.span, CERTAINTY)
                    .with("found", shown.clone())
                    .with("other", other.clone())
                    .against(*above),
            );
        }
        last = Some((own, shown, node.span));
    }
    hits
}

/// The unit that the words name right before its article, and those words.
fn target(words: &str) -> Option<(Target, String)> {
    static TARGET: Pattern = Pattern::new(r"(?:(?:điểm ([a-zđ]) )?khoản (\d+) )?Điều (\d+)([a-zđ]?)\b");
    let captures = TARGET.captures(words)?;
    let number = |group: usize| captures.get(group).and_then(|found| found.as_str().parse().ok());
    let letter = captures.get(1).and_then(|found| found.as_str().chars().next());
    let suffix = captures.get(4).map_or(0, |found| labels::suffix_value(found.as_str()));
    let whole = captures.get(0)?;
    // "khoản 1, khoản 5 Điều 7" is a list, which stands neither before nor behind a clause.
    let is_list = ["khoản ", "điểm "].iter().any(|word| words[..whole.start()].contains(word));
    let clause = if is_list { 0 } else { number(2).unwrap_or(0) };
    let own = (number(3)?, suffix, clause, letter.and_then(point_number).unwrap_or(0));
    Some((own, whole.as_str().to_owned()))
}

/// Whether one unit stands before another. A whole article, and the clause of a point, stand neither
/// before nor behind what they hold.
fn comes_before(own: &Target, other: &Target) -> bool {
    let (article, above) = ((own.0, own.1), (other.0, other.1));
    if article != above {
        return article < above;
    }
    match (own.2, other.2) {
        (0, _) | (_, 0) => false,
        (clause, before) if clause != before => clause < before,
        _ => own.3 != 0 && other.3 != 0 && own.3 < other.3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str, mode: AmendmentCheck) -> Vec<String> {
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, mode, &nodes)).hits;
        hits.iter().map(|hit| hit.variables["found"].vi.clone()).collect()
    }

    #[test]
    fn new_text_stands_between_marks() {
        let judge = |words| found(words, AmendmentCheck::Quotation);
        assert_eq!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n2. Mức thu là 5%."), ["2. Mức thu là 5%."]);
        assert!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mức thu là 5%.”").is_empty());
        assert!(judge("1. Sửa đổi Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”").is_empty());
        let judge = |words| found(words, AmendmentCheck::Pairs);
        assert_eq!(judge("“2. Mức thu là 5%."), ["“"]);
        assert_eq!(judge("2. Mức thu là 5%.”"), ["”"]);
    }

    #[test]
    fn amended_articles_come_in_their_order() {
        let judge = |words| found(words, AmendmentCheck::Order);
        assert_eq!(
            judge("1. Sửa đổi Điều 7 như sau:\n2. Sửa đổi khoản 1 Điều 5 như sau:"),
            ["khoản 1 Điều 5"]
        );
        assert_eq!(
            judge("1. Sửa đổi khoản 3 Điều 5 như sau:\n2. Sửa đổi khoản 1 Điều 5 như sau:"),
            ["khoản 1 Điều 5"]
        );
        assert!(judge("1. Bổ sung Điều 5đ như sau:\n2. Bổ sung Điều 5e như sau:").is_empty());
        assert!(
            judge("1. Sửa đổi khoản 1, khoản 5 Điều 7 như sau:\n2. Sửa đổi khoản 3 Điều 7 như sau:")
                .is_empty()
        );
        assert!(judge("1. Sửa đổi tên Điều 5 như sau:\n2. Sửa đổi khoản 1 Điều 5 như sau:").is_empty());
        assert!(judge("1. Sửa đổi Điều 5 như sau:\n2. Bổ sung Điều 5a vào sau Điều 5 như sau:").is_empty());
        assert!(judge("1. Sửa đổi Điều 5 như sau:\nĐiều 2. Khác\n1. Sửa đổi Điều 2 như sau:").is_empty());
    }
}
