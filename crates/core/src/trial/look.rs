//! The looks that an example changes, as they are in a draft, in words.
//!
//! Looks cannot be seen in plain lines, so a demonstration says them in words, those alone that the
//! example is about. Sizes and spaces are points, indents, pages and drawn lines mm.

use super::both;
use crate::draft::{Draft, LineSpacing, NumberFormat, Orientation, PagePosition, RuleLineKind};
use crate::engine::check::measure::{length, number};
use crate::engine::check::paragraph::alignment_words;
use crate::engine::node::Node;
use crate::engine::select::select;
use crate::finding::Words;
use crate::recognize::recognize;
use crate::rulebook::example::{PageChange, PageNumberChange, StyleChange};
use crate::rulebook::{Example, Lexicon, Pick};

/// What the draft says of every property of typography and pages that the example changes.
pub fn look(draft: &Draft, example: &Example, lexicon: &Lexicon) -> Vec<Words> {
    let mut words = Vec::new();
    let document = recognize(draft, lexicon);
    let node = |pick: Pick| select(draft, &document, pick.selector).into_iter().nth(pick.number - 1);
    for (key, change) in &example.style {
        words.extend(node(key.0).into_iter().flat_map(|node| style(draft, &node, change)));
    }
    words.extend(example.page.iter().flat_map(|change| page(draft, change)));
    words.extend(example.page_number.iter().flat_map(|change| page_number(draft, change)));
    for key in example.rule_line.keys() {
        words.extend(node(key.0).map(|node| rule_line(draft, &node)));
    }
    words
}

/// `cỡ chữ 12`, `size 12`; nothing for a value that is not known or not asked for.
fn measure(asked: bool, value: Option<f32>, lead: (&str, &str), unit: &str) -> Option<Words> {
    let Words { vi, en } = length(value.filter(|_| asked)?);
    Some(both(&format!("{} {vi}{unit}", lead.0), &format!("{} {en}{unit}", lead.1)))
}

/// `đậm`, `không đậm`.
fn trait_words(asked: bool, value: Option<bool>, name: (&str, &str)) -> Option<Words> {
    let is = value.filter(|_| asked)?;
    let no = if is { ("", "") } else { ("không ", "not ") };
    Some(both(&format!("{}{}", no.0, name.0), &format!("{}{}", no.1, name.1)))
}

/// What letters and paragraph of a node look like; its first run stands for all, since examples change
/// whole places.
fn style(draft: &Draft, node: &Node, change: &StyleChange) -> Vec<Words> {
    let Some(paragraph) = draft.paragraphs_in(node.span).next().map(|index| &draft.paragraphs[index]) else {
        return Vec::new();
    };
    let Some(run) = paragraph.runs_in(node.span).next().map(|run| &run.style) else { return Vec::new() };
    let own = &paragraph.style;
    let spacing = match own.line_spacing {
        Some(LineSpacing::Multiple(times)) => Some(times),
        _ => None,
    };
    let named = |asked: bool, value: &Option<String>, lead: (&str, &str)| {
        let value = value.as_ref().filter(|_| asked)?;
        Some(both(&format!("{} {value}", lead.0), &format!("{} {value}", lead.1)))
    };
    let words = [
        measure(change.size.is_some(), run.size, ("cỡ chữ", "size"), ""),
        trait_words(change.bold.is_some(), run.bold, ("đậm", "bold")),
        trait_words(change.italic.is_some(), run.italic, ("nghiêng", "italic")),
        trait_words(change.underline.is_some(), run.underline, ("gạch chân", "underlined")),
        named(change.font.is_some(), &run.font, ("phông chữ", "font")),
        named(change.color.is_some(), &run.color, ("màu chữ", "colour")),
        trait_words(
            change.highlight.is_some(),
            Some(run.highlight.is_some()),
            ("tô màu nền", "marked with a colour"),
        ),
        change.alignment.and(own.alignment).map(alignment_words),
        measure(
            change.first_line_indent.is_some(),
            own.indent_first,
            ("lùi đầu dòng", "first line indented"),
            " mm",
        ),
        measure(change.space_before.is_some(), own.space_before, ("cách đoạn trước", "space before"), " pt"),
        measure(change.space_after.is_some(), own.space_after, ("cách đoạn sau", "space after"), " pt"),
        measure(change.line_spacing.is_some(), spacing, ("cách dòng", "line spacing"), ""),
    ];
    words.into_iter().flatten().collect()
}

/// The page of the first section, since all of them are changed alike.
fn page(draft: &Draft, change: &PageChange) -> Vec<Words> {
    let Some(section) = draft.sections.first() else { return Vec::new() };
    let margins = &section.margins;
    let lying = |orientation| match orientation {
        Orientation::Portrait => both("giấy dọc", "upright page"),
        Orientation::Landscape => both("giấy ngang", "lying page"),
    };
    let words = [
        measure(change.width.is_some(), section.width, ("giấy rộng", "page width"), " mm"),
        measure(change.height.is_some(), section.height, ("giấy cao", "page height"), " mm"),
        change.orientation.and(section.orientation).map(lying),
        measure(change.top.is_some(), margins.top, ("lề trên", "top margin"), " mm"),
        measure(change.bottom.is_some(), margins.bottom, ("lề dưới", "bottom margin"), " mm"),
        measure(change.left.is_some(), margins.left, ("lề trái", "left margin"), " mm"),
        measure(change.right.is_some(), margins.right, ("lề phải", "right margin"), " mm"),
    ];
    words.into_iter().flatten().collect()
}

/// The first page number that there is.
fn page_number(draft: &Draft, change: &PageNumberChange) -> Vec<Words> {
    let sections = &draft.sections;
    let Some((section, field)) = sections.iter().find_map(|own| Some((own, own.page_numbers.first()?)))
    else {
        return vec![both("không có số trang", "no page number")];
    };
    let place = |position| match position {
        PagePosition::Header => both("số trang ở lề trên", "page number at the top"),
        PagePosition::Footer => both("số trang ở lề dưới", "page number at the bottom"),
        PagePosition::Body => both("số trang trong thân văn bản", "page number in the text"),
    };
    let beside = |words: &str| match words {
        "" => both("chỉ có số", "the number alone"),
        words => both(&format!("có chữ “{words}” bên số trang"), &format!("“{words}” beside the number")),
    };
    let first = |hides: bool| {
        if hides {
            both("trang thứ nhất không hiện số", "none on the first page")
        } else {
            both("trang thứ nhất hiện số", "the first page is numbered too")
        }
    };
    let words = [
        (change.remove || change.position.is_some()).then(|| place(field.position)),
        change.alignment.and(field.alignment).map(alignment_words),
        change.beside.is_some().then(|| beside(&field.beside)),
        change.title_page.is_some().then(|| first(section.title_page)),
        change.format.is_some().then(|| format_words(section.number_format)),
        change.continued.then(|| restarts(sections.iter().skip(1).any(|own| own.number_start.is_some()))),
        change.start.and(section.number_start).map(first_number),
        measure(change.size.is_some(), field.style.size, ("cỡ chữ", "size"), ""),
        trait_words(change.bold.is_some(), field.style.bold, ("đậm", "bold")),
    ];
    words.into_iter().flatten().collect()
}

/// The number of the first page.
fn first_number(number: u32) -> Words {
    both(&format!("trang thứ nhất mang số {number}"), &format!("the first page has the number {number}"))
}

/// How page numbers are written.
fn format_words(format: NumberFormat) -> Words {
    match format {
        NumberFormat::Arabic => both("số trang là chữ số Ả Rập", "Arabic numerals"),
        NumberFormat::Roman => both("số trang là chữ số La Mã", "Roman numerals"),
        NumberFormat::Other => both("số trang không phải là chữ số", "no numerals"),
    }
}

/// Whether appendices count their pages anew.
fn restarts(restarts: bool) -> Words {
    if restarts {
        both("phụ lục đánh số trang riêng", "appendices are numbered from 1")
    } else {
        both("phụ lục đánh số trang tiếp theo", "numbering goes on in the appendices")
    }
}

/// The line in the paragraphs of the node, or in blank ones after it.
fn rule_line(draft: &Draft, node: &Node) -> Words {
    let absent = || both("không có đường kẻ bên dưới", "no line below");
    let Some(last) = draft.paragraph_at(node.span.end) else { return absent() };
    let first = draft.paragraph_at(node.span.start).unwrap_or(last);
    let blank = |index: &usize| draft.paragraphs[*index].text(draft).trim().is_empty();
    let after = (last + 1..draft.paragraphs.len()).take_while(blank).last().unwrap_or(last);
    let Some(line) = draft.lines.iter().find(|line| (first..=after).contains(&line.paragraph)) else {
        return absent();
    };
    match (line.kind, line.length) {
        (RuleLineKind::Typed, _) => both("đường kẻ gõ bằng ký tự bên dưới", "a typed line below"),
        (_, None) => both("đường kẻ bên dưới", "a line below"),
        (_, Some(length)) => {
            let Words { vi, en } = number(length.round());
            both(&format!("đường kẻ dài {vi} mm bên dưới"), &format!("a line of {en} mm below"))
        }
    }
}
