//! `page-number`: the page-number fields of the headers and footers.
//!
//! Numbers of pages are fields in headers and footers, of which a section has up to three kinds and
//! inherits what it does not state itself; the reader has resolved that. A rule speaks of the document,
//! so a fault that every section repeats is told once.

use super::measure::{limits, number};
use super::paragraph::alignment_words;
use crate::document::{Address, PartKind};
use crate::draft::{NumberFormat, PageNumber, PagePosition, PageSection, Story, WhichPages};
use crate::edit::{Edit, PageNumberChange};
use crate::engine::context::Context;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Anchor, Certainty, Reason, Words};
use crate::rulebook::check::{PageNumberCheck, StyleCheck};
use crate::text::Span;

/// Fewest letters of a document that surely fills more than one page: 48 lines of 75 letters are all that
/// a page holds in 13 points, and the header takes its share.
/// In characters of the body.
const SURELY_TWO_PAGES: usize = 3_600;

/// The page numbers are as the rule says; each fault is told once, at the first section that has it.
pub fn check(context: &Context<'_>, spec: &PageNumberCheck) -> Verdict {
    let sections = &context.draft.sections;
    if sections.is_empty() {
        return Verdict::unknown(Reason::NoPages);
    }
    let mut verdict = Verdict::pass();
    let mut told: Vec<&'static str> = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        for fault in faults(context, spec, index, section) {
            let Fault::Wrong { property, found, expected, change } = fault else {
                verdict.unknown |= Reason::LookUnstated;
                continue;
            };
            let edit = Edit::PageNumber { section: index, change };
            // What is told once is mended wherever it is.
            if let Some(known) = told.iter().position(|known| *known == property.0) {
                let edits = &mut verdict.hits[known].edits;
                // Those of one section stand together.
                let mut own = edits
                    .iter()
                    .rev()
                    .take_while(|edit| matches!(edit, Edit::PageNumber { section, .. } if *section == index));
                if !own.any(|known| *known == edit) {
                    edits.push(edit);
                }
                continue;
            }
            told.push(property.0);
            verdict.hits.push(hit(context, index, property, &found, &expected).mended(edit));
        }
    }
    verdict.add(presence(context, spec));
    verdict
}

/// What one section or field lacks of the rule.
#[expect(clippy::large_enum_variant, reason = "there are few of them, each for a moment")]
enum Fault {
    /// The source does not say.
    Unknown,
    /// The name of the property and both values in words, Vietnamese and English.
    /// What would make it right comes with them.
    Wrong { property: (&'static str, &'static str), found: Words, expected: Words, change: PageNumberChange },
}

/// A hit at the page of a section: a field in a header has no place in the body that could be marked.
fn hit(context: &Context<'_>, index: usize, property: (&str, &str), found: &Words, expected: &Words) -> Hit {
    let sections = &context.draft.sections;
    let start = sections.get(index).map_or(0, |section| section.span.start);
    Hit::new(Span::at(start), Certainty::Certain)
        .anchored(Anchor::HeaderPart(index))
        .placed(Address::pages(index + 1, sections.len() > 1))
        .with_words("property", property.0, property.1)
        .with_words("found", &found.vi, &found.en)
        .with_words("expected", &expected.vi, &expected.en)
}

/// A text in both languages.
fn pair(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// The faults of one section: of its fields, of how its numbers are written, and of where they start.
fn faults(context: &Context<'_>, spec: &PageNumberCheck, index: usize, section: &PageSection) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        section.page_numbers.iter().flat_map(|field| of_field(spec, field)).collect();
    if let Some(wanted) = spec.format.filter(|wanted| *wanted != section.number_format)
        && !section.page_numbers.is_empty()
    {
        let (found, expected) = (format_words(section.number_format), format_words(wanted));
        let change = PageNumberChange { format: Some(wanted), ..PageNumberChange::default() };
        faults.push(Fault::Wrong {
            property: ("kiểu số trang", "page number format"),
            found,
            expected,
            change,
        });
    }
    if index == 0 && spec.hidden_on_first == Some(true) && shows_on_first(section) {
        faults.push(Fault::Wrong {
            property: ("số trang ở trang đầu", "page number on the first page"),
            found: pair("có hiển thị", "shown"),
            expected: pair("không hiển thị", "not shown"),
            change: PageNumberChange { title_page: Some(true), ..PageNumberChange::default() },
        });
    }
    if let (0, Some(wanted), Some(found)) = (index, spec.first, section.number_start)
        && wanted != found
        && !section.page_numbers.is_empty()
    {
        let say = |number: u32| pair(&number.to_string(), &number.to_string());
        faults.push(Fault::Wrong {
            property: ("số của trang thứ nhất", "number of the first page"),
            found: say(found),
            expected: say(wanted),
            change: PageNumberChange { restart: wanted == 1, ..PageNumberChange::default() },
        });
    }
    if spec.restart_in_appendix == Some(true)
        && begins_appendix(context, section)
        && section.number_start != Some(1)
    {
        faults.push(Fault::Wrong {
            property: ("số trang của phụ lục", "page number of the appendix"),
            found: pair("đánh tiếp", "continued"),
            expected: pair("đánh riêng từ 1", "starting again at 1"),
            change: PageNumberChange { restart: true, ..PageNumberChange::default() },
        });
    }
    faults
}

/// The faults of one field: place, alignment, words beside it, look.
fn of_field(spec: &PageNumberCheck, field: &PageNumber) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(wanted) = spec.position.filter(|wanted| *wanted != field.position) {
        let (found, expected) = (position_words(field.position), position_words(wanted));
        let change = PageNumberChange { position: Some(wanted), ..PageNumberChange::default() };
        faults.push(Fault::Wrong {
            property: ("vị trí số trang", "page number position"),
            found,
            expected,
            change,
        });
    }
    match (spec.alignment, field.alignment) {
        (Some(_), None) => faults.push(Fault::Unknown),
        (Some(wanted), Some(found)) if wanted != found => faults.push(Fault::Wrong {
            property: ("canh lề số trang", "page number alignment"),
            found: alignment_words(found),
            expected: alignment_words(wanted),
            change: PageNumberChange { alignment: Some(wanted), ..PageNumberChange::default() },
        }),
        _ => {}
    }
    if spec.bare == Some(true) && !field.beside.is_empty() {
        faults.push(Fault::Wrong {
            property: ("chữ kèm số trang", "words beside the page number"),
            found: pair(&field.beside, &field.beside),
            expected: pair("chỉ ghi số", "the number alone"),
            change: PageNumberChange { beside: Some(String::new()), ..PageNumberChange::default() },
        });
    }
    faults.extend(spec.style.iter().flat_map(|style| of_style(style, field)));
    faults
}

/// The faults in the look of the number. Sizes are points, with a quarter of a point for Word's
/// rounding to halves.
fn of_style(spec: &StyleCheck, field: &PageNumber) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(range) = &spec.size {
        match field.style.size {
            None => faults.push(Fault::Unknown),
            Some(size) if !range.holds(size, 0.25) => faults.push(Fault::Wrong {
                property: ("cỡ chữ số trang", "page number size"),
                found: number(size),
                expected: limits(range),
                change: PageNumberChange { size: Some(range.nearest(size)), ..PageNumberChange::default() },
            }),
            Some(_) => {}
        }
    }
    faults.extend(of_font(spec, field));
    let flags = [
        (
            spec.bold,
            field.style.bold,
            ("chữ đậm của số trang", "bold page number"),
            ("đậm", "bold"),
            ("không đậm", "not bold"),
            PageNumberChange { bold: spec.bold, ..PageNumberChange::default() },
        ),
        (
            spec.italic,
            field.style.italic,
            ("kiểu chữ số trang", "page number slant"),
            ("nghiêng", "italic"),
            ("đứng", "upright"),
            PageNumberChange { italic: spec.italic, ..PageNumberChange::default() },
        ),
    ];
    for (wanted, found, property, yes, no, change) in flags {
        let say = |value: bool| if value { pair(yes.0, yes.1) } else { pair(no.0, no.1) };
        match (wanted, found) {
            (Some(_), None) => faults.push(Fault::Unknown),
            (Some(wanted), Some(found)) if wanted != found => {
                faults.push(Fault::Wrong { property, found: say(found), expected: say(wanted), change });
            }
            _ => {}
        }
    }
    faults
}

/// The font of the number is among those that the rule allows.
fn of_font(spec: &StyleCheck, field: &PageNumber) -> Option<Fault> {
    let allowed = spec.font.as_ref()?;
    let Some(found) = field.style.font.as_deref() else { return Some(Fault::Unknown) };
    let right = allowed.iter().any(|name| name.eq_ignore_ascii_case(found.trim()));
    let first = allowed.first().map(String::as_str).unwrap_or_default();
    (!right).then(|| Fault::Wrong {
        property: ("phông chữ số trang", "page number font"),
        found: pair(found, found),
        expected: pair(first, first),
        change: PageNumberChange { font: allowed.first().cloned(), ..PageNumberChange::default() },
    })
}

/// Whether the first page of the section bears a number: a first page with a header of its own shows
/// only that one.
fn shows_on_first(section: &PageSection) -> bool {
    let on = |pages: WhichPages| section.page_numbers.iter().any(|field| field.pages == pages);
    if section.title_page { on(WhichPages::First) } else { on(WhichPages::Default) }
}

/// Whether an appendix begins in the section and its pages are numbered.
fn begins_appendix(context: &Context<'_>, section: &PageSection) -> bool {
    let parts = &context.document.parts;
    let first = parts.partition_point(|part| part.span.start < section.span.start);
    let mut own = parts[first..].iter().take_while(|part| section.span.contains(part.span.start));
    !section.page_numbers.is_empty() && own.any(|part| part.kind == PartKind::Appendix)
}

/// There are page numbers at all, where the rule wants them. A single page needs none, and how many
/// pages there are is only known to Word; so the absence is told of long documents alone.
fn presence(context: &Context<'_>, spec: &PageNumberCheck) -> Verdict {
    let fields = context.draft.sections.iter().map(|section| section.page_numbers.len()).sum::<usize>();
    if spec.present != Some(true) || fields > 0 {
        return Verdict::pass();
    }
    let body = context.draft.paragraphs.iter().filter(|paragraph| paragraph.story == Story::Body);
    let letters: usize = body.map(|paragraph| paragraph.text(context.draft).chars().count()).sum();
    if letters < SURELY_TWO_PAGES {
        return Verdict::unknown(Reason::MaybeOnePage);
    }
    let property = ("số trang", "page number");
    let missing = hit(context, 0, property, &pair("không có", "none"), &pair("có", "one"));
    let sections = 0..context.draft.sections.len();
    Verdict::fail(sections.filter_map(|section| added(context, section)).fold(missing, Hit::mended))
}

/// The number of a section as the law prescribes it; `None` where the book has no layout.
fn added(context: &Context<'_>, section: usize) -> Option<Edit> {
    let look = &context.book.layout()?.page_number;
    let change = PageNumberChange {
        position: Some(PagePosition::Header),
        alignment: Some(look.alignment),
        title_page: (section == 0 && look.hidden_on_first).then_some(true),
        format: Some(NumberFormat::Arabic),
        size: Some(look.size),
        bold: Some(false),
        italic: Some(false),
        ..PageNumberChange::default()
    };
    Some(Edit::PageNumber { section, change })
}

/// How numbers are written, in words.
fn format_words(format: NumberFormat) -> Words {
    match format {
        NumberFormat::Arabic => pair("chữ số Ả Rập", "Arabic numerals"),
        NumberFormat::Roman => pair("chữ số La Mã", "Roman numerals"),
        NumberFormat::Other => pair("kiểu khác", "another format"),
    }
}

/// Where numbers stand, in words.
fn position_words(position: PagePosition) -> Words {
    match position {
        PagePosition::Header => pair("lề trên", "top margin"),
        PagePosition::Footer => pair("lề dưới", "bottom margin"),
        PagePosition::Body => pair("trong nội dung", "within the text"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Alignment, RunStyle};
    use crate::engine::check::fixture::Case;

    fn field(position: PagePosition) -> PageNumber {
        PageNumber {
            position,
            pages: WhichPages::Default,
            alignment: Some(Alignment::Center),
            style: RunStyle { size: Some(13.0), ..RunStyle::default() },
            beside: String::new(),
        }
    }

    fn judge(case: &Case, yaml: &str) -> Verdict {
        let spec: PageNumberCheck = serde_yaml::from_str(yaml).expect("a check");
        case.judge(|context| check(context, &spec))
    }

    #[test]
    fn a_number_in_the_footer_is_told_once() {
        let mut case = Case::of_text("Nội dung");
        for _ in 0..2 {
            case.add_section(210.0, 297.0);
        }
        for section in &mut case.draft.sections {
            section.page_numbers.push(field(PagePosition::Footer));
        }
        let hits = judge(&case, "{position: header, alignment: center}").hits;
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].variables["expected"].vi, "lề trên");
    }

    #[test]
    fn the_first_page_may_have_a_header_of_its_own() {
        let mut case = Case::of_text("Nội dung");
        case.add_section(210.0, 297.0);
        case.draft.sections[0].page_numbers.push(field(PagePosition::Header));
        assert_eq!(judge(&case, "hidden-on-first: true").hits.len(), 1);
        case.draft.sections[0].title_page = true;
        assert!(judge(&case, "hidden-on-first: true").passes());
    }

    #[test]
    fn absence_is_only_certain_in_a_long_document() {
        let mut case = Case::of_text("Ngắn");
        case.add_section(210.0, 297.0);
        assert_eq!(judge(&case, "present: true"), Verdict::unknown(Reason::MaybeOnePage));
        let mut case = Case::of_text(&"Nội dung dài. ".repeat(400));
        case.add_section(210.0, 297.0);
        assert_eq!(judge(&case, "present: true").hits.len(), 1);
    }
}
