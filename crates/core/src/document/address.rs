//! Structural addresses: where a finding is, in the words of a lawyer.

use super::{Document, Part, PartKind};
use crate::draft::{Draft, Story};
use crate::finding::Words;
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
    header_place(part, span).or_else(|| preamble_place(part, span)).or_else(|| closing_place(part, span))
}

fn header_place(part: &Part, span: Span) -> Option<Words> {
    let header = &part.header;
    let spans = [
        (header.national_name.as_ref().map(|it| it.span), "Phần mở đầu, Quốc hiệu", "Header, national name"),
        (header.motto.as_ref().map(|it| it.span), "Phần mở đầu, Tiêu ngữ", "Header, motto"),
        (
            header.parent_organ.as_ref().map(|it| it.span),
            "Phần mở đầu, cơ quan chủ quản",
            "Header, parent organ",
        ),
        (
            header.organ.as_ref().map(|it| it.span),
            "Phần mở đầu, tên cơ quan ban hành",
            "Header, issuing organ",
        ),
        (
            header.number.as_ref().map(|it| it.line.span),
            "Phần mở đầu, số và ký hiệu",
            "Header, number and symbol",
        ),
        (
            header.place_date.as_ref().map(|it| it.line.span),
            "Phần mở đầu, địa danh và ngày tháng",
            "Header, place and date",
        ),
        (header.subject.as_ref().map(|it| it.span), "Phần mở đầu, trích yếu", "Header, subject"),
        (part.form.as_ref().map(|it| it.span), "Phần mở đầu, tên loại", "Header, form"),
        (part.title.as_ref().map(|it| it.span), "Phần mở đầu, trích yếu", "Header, title"),
        (part.attribution.as_ref().map(|it| it.line.span), "Dòng kèm theo", "Attribution line"),
    ];
    let (_, vi, en) = spans.into_iter().find(|(own, ..)| own.is_some_and(|own| touches(own, span)))?;
    Some(words(vi, en))
}

fn preamble_place(part: &Part, span: Span) -> Option<Words> {
    let preamble = &part.preamble;
    if let Some(addressees) = &part.addressees
        && addressees.items.iter().chain([&addressees.label]).any(|item| touches(item.span, span))
    {
        return Some(words("Kính gửi", "Addressees"));
    }
    if let Some(index) = preamble.bases.iter().position(|basis| touches(basis.line.span, span)) {
        return Some(words(&format!("Căn cứ thứ {}", index + 1), &format!("Basis {}", index + 1)));
    }
    let spans = [
        (&preamble.competence, "Dòng thẩm quyền", "Competence line"),
        (&preamble.proposal, "Dòng đề nghị", "Proposal line"),
        (&preamble.sentence, "Lời ban hành", "Promulgating sentence"),
        (&preamble.words, "Lời ban hành", "Enacting words"),
    ];
    let (_, vi, en) =
        spans.into_iter().find(|(own, ..)| own.as_ref().is_some_and(|own| touches(own.span, span)))?;
    Some(words(vi, en))
}

fn closing_place(part: &Part, span: Span) -> Option<Words> {
    if part.closing.as_ref().is_some_and(|closing| touches(closing.line.span, span)) {
        return Some(words("Câu thông qua nghị quyết", "Closing line"));
    }
    if part.signatures.iter().any(|signature| touches(signature.span, span)) {
        return Some(words("Phần ký", "Signature"));
    }
    let recipients = part.recipients.as_ref()?;
    if touches(recipients.label.span, span) {
        return Some(words("Nơi nhận", "Recipients"));
    }
    let line = recipients.items.iter().position(|item| touches(item.span, span))? + 1;
    Some(words(&format!("Nơi nhận, dòng {line}"), &format!("Recipients, line {line}")))
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
