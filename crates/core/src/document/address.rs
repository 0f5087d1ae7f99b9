//! Structural addresses: where a finding is, in the words of a lawyer.

use super::{ComponentKind, Document, Part, PartKind};
use crate::draft::{Draft, Story};
use crate::finding::Words;
use crate::rulebook::bilingual::fill;
use crate::text::Span;

/// The structural address of a span: `Phần mở đầu, Quốc hiệu`, `Điều 3 khoản 2 điểm b`,
/// `Nơi nhận, dòng 3`; the number of the paragraph where there is nothing better.
pub fn place(document: &Document, draft: &Draft, span: Span) -> Words {
    let paragraph = draft.paragraph_at(span.start);
    match paragraph.map(|index| draft.paragraphs[index].story) {
        Some(Story::Header) => return words("Đầu trang", "Page header"),
        Some(Story::Footer) => return words("Chân trang", "Page footer"),
        Some(Story::Note) => return words("Chú thích cuối trang", "Footnote"),
        Some(Story::Body) | None => {}
    }
    let Some(part) = document.part_at(span.start) else {
        return paragraph_place(paragraph);
    };
    let inner = component_place(part, span).or_else(|| unit_place(part, span));
    let inner = inner.unwrap_or_else(|| paragraph_place(paragraph));
    match part_name(part) {
        Some(name) => words(&format!("{}, {}", name.vi, inner.vi), &format!("{}, {}", name.en, inner.en)),
        None => inner,
    }
}

/// The address of a part as a whole, for what is missing in it.
pub fn whole(part: &Part) -> Words {
    part_name(part).unwrap_or_else(|| words("Toàn văn bản", "Whole document"))
}

/// The address of a section of pages, counted from 1, where there are several.
pub fn page(number: usize, several: bool) -> Words {
    if several {
        words(&format!("Định dạng trang, phân đoạn {number}"), &format!("Page layout, section {number}"))
    } else {
        words("Định dạng trang", "Page layout")
    }
}

fn words(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

fn paragraph_place(paragraph: Option<usize>) -> Words {
    let number = paragraph.map_or(1, |index| index + 1);
    words(&format!("Đoạn {number}"), &format!("Paragraph {number}"))
}

fn part_name(part: &Part) -> Option<Words> {
    match part.kind {
        PartKind::Act => None,
        PartKind::Attached => {
            let name = part.form_name.as_deref().unwrap_or("Văn bản");
            Some(words(&format!("{name} kèm theo"), "Attached regulation"))
        }
        PartKind::Appendix => {
            let number = part.appendix_number.as_deref().unwrap_or_default();
            Some(words(format!("Phụ lục {number}").trim_end(), format!("Appendix {number}").trim_end()))
        }
    }
}

fn component_place(part: &Part, span: Span) -> Option<Words> {
    ComponentKind::ALL.iter().find_map(|kind| {
        let (vi, en) = kind.place()?;
        let (number, _) = part.each(*kind).find(|(number, component)| {
            // Between the lines of a signature, and above its name, is the signature too.
            let whole = match kind {
                ComponentKind::SignatureLine => part.signatures.get(*number).map(|own| own.span),
                _ => None,
            };
            touches(whole.unwrap_or(component.span), span)
        })?;
        let number = (number + 1).to_string();
        let say = |place: &str| fill(place, |name| (name == "number").then_some(&*number));
        Some(words(&say(vi), &say(en)))
    })
}

/// Whether the span starts in the component; an empty span may stand at its end.
fn touches(own: Span, span: Span) -> bool {
    own.start <= span.start && (span.start < own.end || (span.is_empty() && span.start == own.end))
}

fn unit_place(part: &Part, span: Span) -> Option<Words> {
    use super::UnitKind::{Article, Chapter, Clause, Part as Division, Point, Section, Subsection};
    let mut chain = Vec::new();
    let mut next = part.unit_at(span.start);
    while let Some(index) = next {
        let unit = &part.units[index];
        chain.push(unit);
        next = unit.parent;
    }
    chain.reverse();
    let inside_article = chain.iter().any(|unit| unit.kind == Article);
    let shown = chain.into_iter().filter(|unit| match unit.kind {
        Division | Chapter | Section | Subsection => !inside_article,
        Article | Clause | Point => true,
    });
    let (vi, en): (Vec<_>, Vec<_>) = shown
        .map(|unit| {
            (
                format!("{} {}", unit.kind.word(), unit.number),
                format!("{} {}", unit.kind.english(), unit.number),
            )
        })
        .unzip();
    (!vi.is_empty()).then(|| words(&vi.join(" "), &en.join(" ")))
}
