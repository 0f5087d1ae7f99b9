//! `encoding`: letters that are not what they seem.
//!
//! Vietnamese text comes from thirty years of keyboards: decomposed marks, invisible characters,
//! letters of other scripts that look the same, and the bytes of encodings older than Unicode. To the
//! eye they are right; search, sorting and every later check miss them. What normalization at the door
//! removed is taken from the draft's list of oddities, the rest is looked for in the words.

use crate::edit::Edit;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict, is_enough};
use crate::finding::Certainty;
use crate::rulebook::check::{EncodingCheck, OddLetter};
use crate::text::{OddityKind, Span, Spans};
use memchr::memmem;

/// Looks for peculiar letters in the nodes.
pub fn check(context: &Context<'_>, spec: &EncodingCheck, nodes: &[Node]) -> Verdict {
    let mut hits = Vec::new();
    for kind in &spec.find {
        match kind {
            OddLetter::Decomposed => oddities(context, nodes, OddityKind::Decomposed, *kind, &mut hits),
            OddLetter::ZeroWidth => oddities(context, nodes, OddityKind::ZeroWidth, *kind, &mut hits),
            OddLetter::SoftHyphen => oddities(context, nodes, OddityKind::SoftHyphen, *kind, &mut hits),
            OddLetter::Control => oddities(context, nodes, OddityKind::Control, *kind, &mut hits),
            OddLetter::Lookalike => in_text(context, nodes, &mut hits, |text| lookalikes(spec, text)),
            OddLetter::MixedScript => in_text(context, nodes, &mut hits, mixed_scripts),
            OddLetter::PrivateUse => in_text(context, nodes, &mut hits, private_use),
            OddLetter::Replacement => in_text(context, nodes, &mut hits, replaced),
            OddLetter::LegacyTcvn3 | OddLetter::LegacyVni => {
                in_text(context, nodes, &mut hits, |text| legacy(spec, *kind, text));
            }
        }
    }
    Verdict::of(hits)
}

/// What was found in a text: its place, its kind, and the right letter where there is one.
/// Places are bytes in the text that was searched, not in the draft.
struct Odd {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// What is odd about it, for the message.
    kind: OddLetter,
    /// What should stand there; `None` where the letters do not tell it.
    right: Option<String>,
}

/// Adds the name of the kind, Vietnamese and English, for the message of the rule.
fn describe(hit: Hit, kind: OddLetter) -> Hit {
    let (vi, en) = match kind {
        OddLetter::Decomposed => {
            ("dấu thanh gõ rời (Unicode tổ hợp)", "marks typed separately (decomposed Unicode)")
        }
        OddLetter::ZeroWidth => ("ký tự không có độ rộng", "characters without width"),
        OddLetter::SoftHyphen => ("dấu gạch nối mềm", "soft hyphens"),
        OddLetter::Control => ("ký tự điều khiển", "control characters"),
        OddLetter::Lookalike => ("chữ giống hình nhưng sai mã", "look-alike letters"),
        OddLetter::MixedScript => {
            ("chữ cái Kirin hoặc Hy Lạp trong từ tiếng Việt", "Cyrillic or Greek letters in a Latin word")
        }
        OddLetter::LegacyTcvn3 => ("bảng mã TCVN3 (.VnTime)", "the TCVN3 encoding (.VnTime)"),
        OddLetter::LegacyVni => ("bảng mã VNI", "the VNI encoding"),
        OddLetter::PrivateUse => ("ký tự vùng dùng riêng", "private-use characters"),
        OddLetter::Replacement => ("chữ bị mất khi chuyển mã", "letters lost in a conversion"),
    };
    hit.with_words("kind", vi, en)
}

/// Hits for what normalization removed within the nodes. These are certain, however the place was
/// recognized: they are a matter of bytes.
fn oddities(context: &Context<'_>, nodes: &[Node], wanted: OddityKind, kind: OddLetter, hits: &mut Vec<Hit>) {
    // They stand in order of the text; a combination of checks asks for each node by itself.
    let first = nodes.iter().map(|node| node.span.start).min().unwrap_or_default();
    let last = nodes.iter().map(|node| node.span.end).max().unwrap_or_default();
    let all = &context.draft.oddities;
    let near = &all[all.partition_point(|oddity| oddity.span.start < first)..];
    let own = near.iter().take_while(|oddity| oddity.span.start <= last);
    let own = own.filter(|oddity| oddity.kind == wanted);
    let stretches: Spans = nodes.iter().map(|node| node.span).collect();
    for oddity in own {
        if is_enough(hits) {
            break;
        }
        if stretches.cover(oddity.span) {
            let hit = Hit::new(oddity.span, Certainty::Certain);
            let edit = Edit::Clean { kind: wanted, span: oddity.span };
            hits.push(describe(hit.with("expected", context.words(oddity.span)), kind).mended(edit));
        }
    }
}

/// Hits for what a search finds in the words of each node, led back to the draft.
fn in_text(context: &Context<'_>, nodes: &[Node], hits: &mut Vec<Hit>, find: impl Fn(&str) -> Vec<Odd>) {
    for node in nodes {
        let flow = node.words(context.draft);
        for odd in find(&flow.text) {
            if is_enough(hits) {
                return;
            }
            let span: Span = flow.span(odd.start, odd.end);
            let hit = describe(
                Hit::new(span, node.certainty).with("found", &flow.text[odd.start..odd.end]),
                odd.kind,
            );
            hits.push(match odd.right {
                Some(right) => hit.expecting(right),
                None => hit.with("expected", ""),
            });
        }
    }
}

/// Single letters that the rule names as wrong, each with the letter it looks like.
fn lookalikes(spec: &EncodingCheck, text: &str) -> Vec<Odd> {
    // Nearly every text holds none of them: that is told quickly.
    let there: Vec<_> = spec.letters.iter().filter(|pair| text.contains(pair.wrong)).collect();
    if there.is_empty() {
        return Vec::new();
    }
    let wrong = |letter: char| there.iter().find(|pair| pair.wrong == letter);
    let each = text.char_indices().filter_map(|(start, letter)| Some((start, letter, wrong(letter)?)));
    each.map(|(start, letter, pair)| Odd {
        start,
        end: start + letter.len_utf8(),
        kind: OddLetter::Lookalike,
        right: Some(pair.right.to_string()),
    })
    .collect()
}

/// Words that hold Latin letters and Cyrillic or Greek ones.
/// A word wholly in another script is a foreign word and is left alone.
fn mixed_scripts(text: &str) -> Vec<Odd> {
    let foreign = |letter: char| matches!(letter, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}');
    // Each of these letters begins with one of these bytes; no Vietnamese letter does.
    if !text.bytes().any(|byte| matches!(byte, 0xCD..=0xD4)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (start, word) in words(text) {
        if word.chars().any(foreign) && word.chars().any(|letter| letter.is_alphabetic() && !foreign(letter))
        {
            found.push(Odd { start, end: start + word.len(), kind: OddLetter::MixedScript, right: None });
        }
    }
    found
}

/// The words of a text with the byte at which each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Stretches of the private use area.
/// Fonts of symbols put their bullets and boxes there; on a machine without the font nobody can read
/// them.
fn private_use(text: &str) -> Vec<Odd> {
    let mut found: Vec<Odd> = Vec::new();
    // Each letter of the area begins with one of these bytes.
    if !text.bytes().any(|byte| matches!(byte, 0xEE | 0xEF)) {
        return found;
    }
    for (start, letter) in text.char_indices() {
        if !matches!(letter, '\u{E000}'..='\u{F8FF}') {
            continue;
        }
        let end = start + letter.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => found.push(Odd { start, end, kind: OddLetter::PrivateUse, right: None }),
        }
    }
    found
}

/// Words in which the sign for an unreadable letter stands, with the letters beside it, so that a person
/// finds the word.
fn replaced(text: &str) -> Vec<Odd> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == char::REPLACEMENT_CHARACTER;
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return Vec::new();
    }
    text.split(|letter: char| !is_part(letter))
        .filter(|word| word.contains(char::REPLACEMENT_CHARACTER))
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Odd { start, end: start + word.len(), kind: OddLetter::Replacement, right: None }
        })
        .collect()
}

/// Words that only a legacy encoding makes. Each mark is proof by itself, so French names are safe.
fn legacy(spec: &EncodingCheck, kind: OddLetter, text: &str) -> Vec<Odd> {
    let mut found: Vec<Odd> = Vec::new();
    for mark in &spec.marks {
        let starts = memmem::find_iter(text.as_bytes(), mark);
        found.extend(starts.map(|start| Odd { start, end: start + mark.len(), kind, right: None }));
    }
    found.sort_by_key(|odd| odd.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;
    use crate::text::Oddity;

    fn hits(case: &Case, yaml: &str) -> Vec<Hit> {
        let spec: EncodingCheck = serde_yaml::from_str(yaml).expect("a check");
        let nodes = case.paragraph_nodes();
        case.judge(|context| check(context, &spec, &nodes)).hits
    }

    #[test]
    fn a_lookalike_is_replaced() {
        let case = Case::of_text("Nghị định số 30/2020/NÐ-CP");
        let hits = hits(&case, "{find: [lookalike], letters: [{wrong: 'Ð', right: 'Đ'}]}");
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].replacement.as_deref(), Some("Đ"));
        assert_eq!(hits[0].span.of(&case.draft.text), "Ð");
    }

    #[test]
    fn a_cyrillic_letter_in_a_latin_word() {
        let case = Case::of_text("Căn сứ Luật; Москва");
        let hits = hits(&case, "find: [mixed-script]");
        assert_eq!(hits.iter().map(|hit| hit.span.of(&case.draft.text)).collect::<Vec<_>>(), ["сứ"]);
    }

    #[test]
    fn legacy_text_is_known_by_whole_words() {
        let case = Case::of_text("Céng hoµ x· héi");
        assert_eq!(hits(&case, "{find: [legacy-tcvn3], marks: [hoµ, 'x·']}").len(), 2);
        let french = Case::of_text("café, señor");
        assert!(hits(&french, "{find: [legacy-tcvn3, legacy-vni], marks: [hoµ, 'x·']}").is_empty());
    }

    #[test]
    fn a_lost_letter_is_told_with_its_word() {
        let case = Case::of_text("Quy\u{FFFD}t định này");
        let hits = hits(&case, "find: [replacement]");
        let found = hits.iter().map(|hit| hit.span.of(&case.draft.text)).collect::<Vec<_>>();
        assert_eq!(found, ["Quy\u{FFFD}t"]);
    }

    #[test]
    fn what_normalization_removed_is_remembered() {
        let mut case = Case::of_text("Quyết định");
        case.draft.oddities.push(Oddity {
            kind: OddityKind::Decomposed,
            span: Span::new(3, 6),
            source: Vec::new(),
        });
        assert_eq!(hits(&case, "find: [decomposed]").len(), 1);
        assert!(hits(&case, "find: [zero-width]").is_empty());
    }
}
