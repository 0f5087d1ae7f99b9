//! `amendment`: how a document that amends another one is built. Looks at paragraphs.
//!
//! Amending text is text of another document inside this one. It should stand in quotation marks, be
//! announced, and follow the order of the amended text; drafts keep to none of that reliably, and every
//! step here reads it from the words alone.

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
        AmendmentCheck::Label => own().flat_map(|node| odd_labels(context, node)).collect(),
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
    let suffix = captures.get(4).map_or(0, |found| suffix_value(found.as_str()));
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

/// `Bổ sung Điều 6a vào sau Điều 5`: the number follows neither from that of the unit before it
/// (5a) nor is it the next one (6, a unit put at the end). `Điều 5.1` is no label of a unit at all.
fn odd_labels(context: &Context<'_>, node: &Node) -> Vec<Hit> {
    static DECIMAL: Pattern =
        Pattern::new(r"[Bb]ổ sung (?P<kind>Điều|khoản|điểm) (?P<label>(?P<stem>[0-9]+|[a-zđ])\.[0-9]+)\b");
    static INSERTED: Pattern = Pattern::new(
        r"[Bb]ổ sung (?:Điều|khoản|điểm) ([0-9]+[a-zđ]?|[a-zđ][0-9]?) (?:vào )?(?:ngay )?sau (Điều|khoản|điểm) ([0-9]+[a-zđ]?|[a-zđ][0-9]?)\b",
    );
    let words = context.words(node.span);
    let captures = INSERTED.regex().captures_iter(words).filter_map(|captures| {
        let (whole, label) = (captures.get(0)?, captures.get(1)?.as_str());
        let (kind, before) = (captures.get(2)?.as_str(), captures.get(3)?.as_str());
        let same_kind = whole.as_str().starts_with(&format!("Bổ sung {kind}"))
            || whole.as_str().starts_with(&format!("bổ sung {kind}"));
        let (own, previous) = (parsed(label)?, parsed(before)?);
        if !same_kind || follows(&own, &previous) {
            return None;
        }
        let span = Span::new(node.span.start + whole.start(), node.span.start + whole.end());
        let inserted = if before.starts_with(|letter: char| letter.is_ascii_digit()) { "a" } else { "1" };
        let stem = before.trim_end_matches(|letter: char| letter.is_alphabetic() && inserted == "a");
        let hit = Hit::new(span, CERTAINTY).with("found", format!("{kind} {label}"));
        Some(
            hit.with("other", format!("{kind} {before}"))
                .with("expected", format!("{kind} {stem}{inserted}")),
        )
    });
    let decimal = DECIMAL.regex().captures_iter(words).filter_map(|captures| {
        let (whole, kind) = (captures.get(0)?, captures.name("kind")?.as_str());
        let (label, stem) = (captures.name("label")?.as_str(), captures.name("stem")?.as_str());
        let span = Span::new(node.span.start + whole.start(), node.span.start + whole.end());
        let inserted = if stem.starts_with(|letter: char| letter.is_ascii_digit()) { "a" } else { "1" };
        let hit = Hit::new(span, CERTAINTY).with("found", format!("{kind} {label}"));
        Some(hit.with("other", format!("{kind} {stem}")).with("expected", format!("{kind} {stem}{inserted}")))
    });
    captures.chain(decimal).collect()
}

/// Value and suffix of a label: `5a` is 5 and `a`, `đ1` is 5 and `1`.
fn parsed(label: &str) -> Option<(u32, String)> {
    let digits = label.trim_end_matches(char::is_alphabetic);
    if digits.is_empty() || digits.starts_with(char::is_alphabetic) {
        let mut letters = label.chars();
        return Some((point_number(letters.next()?)?, letters.collect()));
    }
    Some((digits.parse().ok()?, label[digits.len()..].to_owned()))
}

/// Place of a suffix among its like: letters in the order of points, figures by value; 0 for none.
fn suffix_value(suffix: &str) -> u32 {
    let letter = suffix.chars().next().and_then(point_number);
    letter.or_else(|| suffix.parse().ok()).unwrap_or(0)
}

/// Whether a label comes right behind another one: inserted after it (5a after 5, 5b after 5a), or the
/// next whole number.
fn follows(own: &(u32, String), before: &(u32, String)) -> bool {
    let inserted = own.0 == before.0 && suffix_value(&own.1) > suffix_value(&before.1);
    let next = before.0.checked_add(1) == Some(own.0) && own.1.is_empty();
    inserted || next
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

    #[test]
    fn inserted_units_bear_the_number_before_them_and_a_letter() {
        let judge = |words| found(words, AmendmentCheck::Label);
        assert_eq!(judge("1. Bổ sung Điều 6a vào sau Điều 5 như sau:"), ["Điều 6a"]);
        assert_eq!(judge("a) Bổ sung điểm c1 vào sau điểm a khoản 2 như sau:"), ["điểm c1"]);
        assert_eq!(judge("1. Bổ sung Điều 5.1 vào sau Điều 5 như sau:"), ["Điều 5.1"]);
        assert_eq!(judge("1. Bổ sung điểm c.1 khoản 2 như sau:"), ["điểm c.1"]);
        for right in [
            "Bổ sung Điều 5a vào sau Điều 5",
            "bổ sung khoản 4 vào sau khoản 3 Điều 2",
            "Bổ sung điểm đ1 vào sau điểm đ",
            "Bổ sung khoản 3b sau khoản 3a",
            "Bổ sung khoản 4 vào sau điểm d",
        ] {
            assert!(judge(right).is_empty(), "{right}");
        }
    }
}
