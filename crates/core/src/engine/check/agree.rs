//! `agree`: two components say the same.
//!
//! What is compared is read from both as the rule says: as number, date, year, organ, form or title.
//! Documents abbreviate, wrap and leave blank, so two values disagree only where both are written and
//! no usual manner of writing makes them one.

use super::{numbered, spoken_date};
use crate::document::{Component, DateFact, Organ};
use crate::engine::context::Context;
use crate::engine::named::matter;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reason;
use crate::rulebook::check::{AgreeCheck, As};
use crate::rulebook::{Lexicon, Pattern};
use crate::text::Span;
use crate::text::numeral::from_roman;
use crate::text::vietnamese::name_key;

/// Each node agrees with its companion; where either is blank or not to be read, it cannot be told.
pub fn check(context: &Context<'_>, spec: &AgreeCheck, nodes: &[Node]) -> Verdict {
    let judge = |node| match spec.compared_as {
        As::Mention => mention(context, spec, node),
        As::Numbered => numbered::check(context, spec.with, node),
        _ => of_node(context, spec, node),
    };
    nodes.iter().map(judge).collect()
}

/// Looks for the title of the part of a node in all other parts. A part without a title is mentioned by
/// none.
fn mention(context: &Context<'_>, spec: &AgreeCheck, node: &Node) -> Verdict {
    if context.titles(spec.with).is_named(node.part) {
        return Verdict::pass();
    }
    // An act of which nothing was recognized there may name it all the same.
    let is_read = |other: &Node| !context.words(other.span).trim().is_empty();
    if !context.first_in(spec.with, context.act()).is_some_and(|other| is_read(&other)) {
        return Verdict::unknown(Reason::FactsUnknown);
    }
    Verdict::fail(Hit::new(node.span, node.certainty).with("found", node.value.clone()))
}

/// Compares a node with its companion in the same part, or in the act where the rule says so. Without a
/// companion there is nothing to compare; that it is missing is for `present`.
fn of_node(context: &Context<'_>, spec: &AgreeCheck, node: &Node) -> Verdict {
    let part = if spec.in_act { context.act() } else { node.part };
    let Some(other) = context.companion(spec.with, part).filter(|other| other.span != node.span) else {
        return match spec.compared_as {
            // Rules ask whose symbol it is, so that nobody else's is no answer.
            As::Issuer => Verdict::unknown(Reason::FactsUnknown),
            _ => Verdict::pass(),
        };
    };
    if let Some(by) = &spec.by {
        return found_in_both(context, by, node, &other);
    }
    let (left, right) = match spec.compared_as {
        As::Organ | As::Unit => (organ(context, node), organ(context, &other)),
        As::Form => (node.value.clone(), form_words(context, &other)),
        As::Title => {
            (title_key(context.book.lexicon(), &node.value), title_key(context.book.lexicon(), &other.value))
        }
        _ => (node.value.clone(), other.value.clone()),
    };
    match same(context.book.lexicon(), spec.compared_as, &left, &right) {
        Err(reason) => Verdict::unknown(reason),
        Ok(true) => Verdict::pass(),
        Ok(false) => {
            let place = context.address(other.span).words();
            let (mine, theirs) = match spec.compared_as {
                As::Title => apart(&node.value, &other.value),
                As::Unit => (organ_words(context, node), organ_words(context, &other)),
                _ => (node.value.clone(), other.value.clone()),
            };
            Verdict::fail(
                Hit::new(node.span, node.certainty.min(other.certainty))
                    .with("found", mine)
                    .with("other", theirs)
                    .with_words("other_place", place.vi, place.en)
                    .against(other.span),
            )
        }
    }
}

/// Words before the first that differs which are repeated, so that one finds the place.
const BEFORE: usize = 4;
/// Words by which the title is found in a sentence.
const FIRST: usize = 3;
/// Words of a title that are shown as a whole.
const WHOLE: usize = 14;

/// Two long titles from shortly before the words in which they differ: what comes before is the same.
fn apart(left: &str, right: &str) -> (String, String) {
    let words = |title: &str| title.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (left, mut right) = (words(left), words(right));
    // A sentence says who promulgates before it says what.
    let begins = |own: &[String]| own.iter().zip(&left).all(|(one, other)| name_key(one) == name_key(other));
    if let Some(start) = right.windows(FIRST.min(left.len()).max(1)).position(begins) {
        right.drain(..start);
    }
    let same =
        left.iter().zip(&right).take_while(|(mine, theirs)| name_key(mine) == name_key(theirs)).count();
    let from = same.saturating_sub(BEFORE);
    let shown = |words: &[String]| {
        let is_long = words.len() > WHOLE && from > 0;
        let rest = words.get(from..).filter(|rest| is_long && !rest.is_empty());
        rest.map_or_else(|| words.join(" "), |rest| format!("… {}", rest.join(" ")))
    };
    (shown(&left), shown(&right))
}

/// Whether the two agree, or why it cannot be told.
/// # Errors
///
/// The reason: a blank on either side, or a form without an abbreviation.
fn same(lexicon: &Lexicon, compared_as: As, left: &str, right: &str) -> Result<bool, Reason> {
    if compared_as == As::Form && right.is_empty() {
        return Err(Reason::NoAbbreviation);
    }
    agreement(lexicon, compared_as, left, right).ok_or(Reason::Blank)
}

/// Whether the two agree; `None` where either is blank or not to be read.
fn agreement(lexicon: &Lexicon, compared_as: As, left: &str, right: &str) -> Option<bool> {
    match compared_as {
        As::Number => Some(number(left)? == number(right)?),
        As::Date => same_date(spoken_date::find(left)?, spoken_date::find(right)?),
        As::Organ => same_organ(left, right),
        As::Unit => same_unit(left, right),
        As::Year => Some(year(left)? == year(right)?),
        As::Form => same_form(left, right),
        As::Title => same_title(lexicon, left, right),
        As::Issuer => Some(issuer(left)? == issuer(right)?),
        As::Mention | As::Found | As::Numbered => None,
    }
}

/// Compares what an expression finds in both; where it finds nothing, or another kind of thing, there is nothing to
/// compare.
fn found_in_both(context: &Context<'_>, by: &Pattern, node: &Node, other: &Node) -> Verdict {
    let read = |words: &str| {
        let captures = by.regex_for(words)?.captures(words)?;
        let kind = captures.name("kind").map(|kind| name_key(kind.as_str()));
        Some((kind, captures.name("value")?.as_str().trim().to_owned()))
    };
    let (Some((kind, mine)), Some((own, theirs))) = (read(&node.value), read(&other.value)) else {
        return Verdict::pass();
    };
    let figure =
        |value: &str| -> Option<u32> { value.parse().ok().or_else(|| from_roman(&value.to_uppercase())) };
    let same = match (figure(&mine), figure(&theirs)) {
        (Some(left), Some(right)) => left == right,
        // Words in capitals run on into what follows a name.
        _ => begins_with(&name_key(&mine), &name_key(&theirs)),
    };
    if kind != own || same {
        return Verdict::pass();
    }
    // The words are shown where they stand, if their component is one stretch of the draft.
    let at = context.words(node.span).find(&mine);
    let span = at.map_or(node.span, |at| Span::new(node.span.start + at, node.span.start + at + mine.len()));
    let place = context.address(other.span).words();
    Verdict::fail(
        Hit::new(span, node.certainty.min(other.certainty))
            .with("found", mine)
            .with("other", theirs)
            .with_words("other_place", place.vi, place.en)
            .against(other.span),
    )
}

/// Whether one of two names is the other, or begins with all of its words.
fn begins_with(one: &str, other: &str) -> bool {
    let goes_on = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', '.']))
    };
    goes_on(one, other) || goes_on(other, one)
}

/// The organ that a component names, ready to be compared.
/// Abbreviations are written out and case is left aside, by the words of the rule book.
fn organ(context: &Context<'_>, node: &Node) -> String {
    context.book.lexicon().organ_key(&organ_words(context, node))
}

/// The organ that recognition found in a component, or its words.
/// A sentence holds more words than its organ, so what recognition read out of it is compared.
fn organ_words(context: &Context<'_>, node: &Node) -> String {
    if let Handle::Citation(index) = node.handle {
        let issuer = context.document.citations.get(index).and_then(|citation| citation.issuer);
        return issuer.map(|issuer| context.words(issuer).to_owned()).unwrap_or_default();
    }
    let Some(part) = node.part_of(context.document) else { return node.value.clone() };
    let is = |component: &Option<Component>| component.as_ref().is_some_and(|own| own.span == node.span);
    let named = |organ: &Option<Organ>| organ.as_ref().map(|organ| organ.name.clone()).unwrap_or_default();
    let preamble = &part.preamble;
    if is(&preamble.sentence) {
        named(&preamble.sentence_organ)
    } else if is(&preamble.competence) {
        named(&preamble.competence_organ)
    } else if let Some(own) = part.attribution.as_ref().filter(|own| own.line.span == node.span) {
        own.organ.map(|organ| context.words(organ).to_owned()).unwrap_or_default()
    } else {
        node.value.clone()
    }
}

/// The abbreviation of the form that a component names; empty where the form is unknown or has none.
fn form_words(context: &Context<'_>, node: &Node) -> String {
    let wanted = name_key(&node.value);
    let forms = context.book.forms().map_or(&[][..], |forms| &forms.forms);
    let form = forms.iter().find(|form| name_key(&form.name) == wanted);
    form.and_then(|form| form.abbreviation.clone()).unwrap_or_default()
}

/// The abbreviation of a form and the one that a symbol (`QĐ-UBND`) begins with.
fn same_form(symbol: &str, abbreviation: &str) -> Option<bool> {
    let first = symbol.split(['-', '–', '/']).next()?.trim();
    (!first.is_empty()).then_some(first == abbreviation)
}

/// A number with what follows it (`05/2026/QĐ-UBND`), leading zeros aside; `None` where it is blank.
/// For comparing: letters and figures alone, capitals throughout. Signs between them that are wrong are told
/// where the number stands, not wherever it is repeated.
fn number(words: &str) -> Option<String> {
    let start = words.find(|letter: char| letter.is_ascii_digit())?;
    // What comes after the first slash is a year: the number itself is blank.
    if words[..start].contains('/') {
        return None;
    }
    let compact: String = words[start..].chars().filter(|letter| letter.is_alphanumeric()).collect();
    let compact = compact.trim_start_matches('0');
    // Zero holds the place of a number that is still to be given.
    compact.starts_with(|first: char| first.is_ascii_digit()).then(|| compact.to_uppercase())
}

/// Dates agree where the parts that both write are equal, and both write one.
fn same_date(left: DateFact, right: DateFact) -> Option<bool> {
    let pairs = [
        (left.day, right.day),
        (left.month, right.month),
        (
            left.year.and_then(|year| u32::try_from(year).ok()),
            right.year.and_then(|year| u32::try_from(year).ok()),
        ),
    ];
    let both: Vec<bool> = pairs.iter().filter_map(|(left, right)| Some((*left)? == (*right)?)).collect();
    (!both.is_empty()).then(|| both.iter().all(|equal| *equal))
}

/// Names of organs agree where one begins with the other: a sentence often leaves out the unit.
fn same_organ(left: &str, right: &str) -> Option<bool> {
    // A name that is left to be filled in is that of no organ.
    let is_blank = |name: &str| name.is_empty() || name.contains('…') || name.contains("..");
    if is_blank(left) || is_blank(right) {
        return None;
    }
    Some(left.starts_with(right) || right.starts_with(left))
}

/// The units of two organs agree where one name begins with the other: “tỉnh” alone is the own province. An organ
/// without a unit, or of all units of a level, tells nothing.
fn same_unit(left: &str, right: &str) -> Option<bool> {
    let unit = |organ: &str| {
        let (_, unit) = organ.rsplit_once("nhân dân ")?;
        (!unit.starts_with("cấp ") && !unit.contains(['…', '['])).then(|| unit.to_owned())
    };
    same_organ(&unit(left)?, &unit(right)?)
}

/// A title, ready to be compared: organs of the people written out, and without the word that a text is
/// promulgated, which the sentence says by itself.
fn title_key(lexicon: &Lexicon, words: &str) -> String {
    let words = words.trim_start();
    let key = lexicon.organ_key(words);
    let lead = |word: &str| key.strip_prefix(&name_key(word)).and_then(|rest| rest.strip_prefix(' '));
    let rest = lexicon.terms.attachments.promulgated.iter().find_map(lead).map(str::to_owned);
    rest.unwrap_or(key)
}

/// Titles agree where one is found in the other.
fn same_title(lexicon: &Lexicon, left: &str, right: &str) -> Option<bool> {
    let (left, right) = (matter(lexicon, left), matter(lexicon, right));
    if left.is_empty() || right.is_empty() {
        return None;
    }
    Some(left.contains(&right) || right.contains(&left))
}

/// The issuer in a symbol; `None` in one without a hyphen, such as that of a letter.
fn issuer(symbol: &str) -> Option<&str> {
    let (_, issuer) = symbol.rsplit_once(['-', '–'])?;
    Some(issuer.trim()).filter(|issuer| !issuer.is_empty())
}

/// The year: four digits, after a slash where there is one, so that the number 1234 is no year.
fn year(words: &str) -> Option<&str> {
    let after = words.split_once('/').map_or(words, |(_, after)| after);
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    after.split(|letter: char| !letter.is_ascii_digit()).find(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_are_told_from_where_they_differ() {
        let title = "Quy định một số nội dung về quản lý, vận hành và sử dụng hệ thống cấp nước sạch";
        let (left, right) = apart(title, &title.replace("cấp nước", "thoát nước"));
        assert_eq!(
            (left.as_str(), right.as_str()),
            ("… sử dụng hệ thống cấp nước sạch", "… sử dụng hệ thống thoát nước sạch")
        );
        assert_eq!(apart("Về việc A", "Về việc B"), ("Về việc A".to_owned(), "Về việc B".to_owned()));
    }
    use crate::recognize::fixture::lexicon;

    fn agree(compared_as: As, left: &str, right: &str) -> Result<bool, Reason> {
        let ready = |words: &str| match compared_as {
            As::Organ => lexicon().organ_key(words),
            As::Title => title_key(lexicon(), words),
            _ => words.to_owned(),
        };
        same(lexicon(), compared_as, &ready(left), &ready(right))
    }

    #[test]
    fn titles_agree_where_organs_are_abbreviated_and_the_sentence_promulgates() {
        let short = "Ban hành Quy chế của Ủy ban nhân dân tỉnh";
        assert_eq!(agree(As::Title, short, "UBND tỉnh ban hành Quyết định Quy chế của UBND tỉnh."), Ok(true));
        assert_eq!(agree(As::Title, short, "UBND tỉnh ban hành Quyết định Quy chế của Sở Y tế."), Ok(false));
    }

    #[test]
    fn titles_agree_but_for_the_lead_and_blanks_beside_hyphens() {
        assert_eq!(agree(As::Title, "VỀ VIỆC BỐ TRÍ LỰC LƯỢNG", "Nghị quyết bố trí lực lượng."), Ok(true));
        assert_eq!(agree(As::Title, "Giai đoạn 2021-2025", "ban hành giai đoạn 2021- 2025"), Ok(true));
        assert_eq!(agree(As::Title, "Quy định mức thu", "ban hành quy định về mức thu"), Ok(false));
        assert_eq!(agree(As::Title, "Về quản lý chợ", "Ban hành Quy định quản lý chợ"), Ok(true));
    }

    #[test]
    fn the_issuer_stands_behind_the_last_hyphen_of_a_symbol() {
        assert_eq!(agree(As::Issuer, "QC-UBND", "QĐ-UBND"), Ok(true));
        assert_eq!(agree(As::Issuer, "ĐA-TTDVC", "QĐ-UBND"), Ok(false));
        assert_eq!(agree(As::Issuer, "UBND", "QĐ-UBND"), Err(Reason::Blank));
    }

    #[test]
    fn numbers_and_years() {
        assert_eq!(agree(As::Number, "Số: 05/2026/QĐ-UBND", "5/2026/QĐ-UBND"), Ok(true));
        assert_eq!(agree(As::Number, "06/2026/QĐ-UBND", "05/2026/QĐ-UBND"), Ok(false));
        assert_eq!(agree(As::Number, "Số: …", "05"), Err(Reason::Blank));
        assert_eq!(agree(As::Year, "05/2022/QĐ-UBND", "ngày 05 tháng 01 năm 2023"), Ok(false));
    }

    #[test]
    fn blank_numbers_and_forms_without_abbreviation_leave_it_open() {
        assert_eq!(agree(As::Number, "Số: /2026/QĐ-UBND", "05/2026/QĐ-UBND"), Err(Reason::Blank));
        assert_eq!(agree(As::Year, "Số: 1234/QĐ-UBND", "ngày 05 tháng 01 năm 2023"), Err(Reason::Blank));
        assert_eq!(agree(As::Form, "KH-UBND", "QĐ"), Ok(false));
        assert_eq!(
            agree(As::Form, "UBND-VX", ""),
            Err(Reason::NoAbbreviation),
            "a letter has no abbreviation"
        );
        assert_eq!(agree(As::Organ, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ X", "TM. UBND XÃ X"), Ok(true));
    }

    #[test]
    fn dates_agree_as_far_as_both_are_written() {
        assert_eq!(agree(As::Date, "ngày 05 tháng 01 năm 2026", "ngày 5/1/2026"), Ok(true));
        assert_eq!(agree(As::Date, "ngày … tháng 01 năm 2026", "ngày 05 tháng 02 năm 2026"), Ok(false));
        assert_eq!(agree(As::Date, "ngày … tháng … năm 2026", "ngày 05 tháng 01"), Err(Reason::Blank));
    }

    #[test]
    fn organs_and_titles() {
        assert_eq!(agree(As::Organ, "ỦY BAN NHÂN DÂN XÃ HOÀ BÌNH", "UBND xã Hòa Bình"), Ok(true));
        assert_eq!(agree(As::Organ, "Ủy ban nhân dân", "ỦY BAN NHÂN DÂN XÃ X"), Ok(true));
        assert_eq!(agree(As::Organ, "Hội đồng nhân dân", "ỦY BAN NHÂN DÂN XÃ X"), Ok(false));
        assert_eq!(agree(As::Unit, "ủy ban nhân dân tỉnh a", "hội đồng nhân dân tỉnh a"), Ok(true));
        assert_eq!(agree(As::Unit, "ủy ban nhân dân tỉnh a", "hội đồng nhân dân tỉnh b"), Ok(false));
        assert_eq!(agree(As::Unit, "ủy ban nhân dân", "ủy ban nhân dân tỉnh b"), Err(Reason::Blank));
        assert_eq!(
            agree(As::Title, "Quy định mức thu", "UBND ban hành Quyết định quy định mức thu."),
            Ok(true)
        );
    }
}
