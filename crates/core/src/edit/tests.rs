use super::*;
use crate::draft::{Capitals, Draft, LineSpacing, Paragraph, ParagraphStyle, RuleLine, RuleLineKind};
use crate::draft::{Format, Margins, NumberFormat, Orientation, PagePosition, PageSection, WhichPages};
use crate::read::read;

/// One paragraph a line; a section, and a drawn line under the first paragraph.
fn draft(words: &str) -> Draft {
    let mut draft = read("a.txt", words.as_bytes()).expect("a draft");
    draft.format = Format::Docx;
    draft.sections = vec![PageSection {
        width: Some(297.0),
        height: Some(210.0),
        orientation: Some(Orientation::Landscape),
        margins: Margins::default(),
        title_page: false,
        number_start: None,
        number_format: NumberFormat::Arabic,
        page_numbers: Vec::new(),
        span: Span::new(0, draft.text.len()),
    }];
    draft.lines =
        vec![RuleLine { kind: RuleLineKind::Drawn, paragraph: 0, length: Some(9.0), below_anchor: None }];
    draft
}

fn words(draft: &Draft) -> Vec<&str> {
    draft.paragraphs.iter().map(|own| own.text(draft)).collect()
}

/// The paragraphs lie in the text one after the other, and their runs fill them.
fn is_whole(draft: &Draft) -> bool {
    let ends = |own: &Paragraph| own.runs.last().map(|run| run.span.end) == Some(own.span.end);
    let begins = |own: &Paragraph| own.runs.first().map(|run| run.span.start) == Some(own.span.start);
    let after = draft.paragraphs.windows(2).all(|pair| pair[0].span.end + 1 == pair[1].span.start);
    after && draft.paragraphs.iter().all(|own| begins(own) && ends(own))
}

fn span(draft: &Draft, words: &str) -> Span {
    let start = draft.text.find(words).expect("the words");
    Span::new(start, start + words.len())
}

#[test]
fn edits_of_one_draft_do_not_disturb_each_other() {
    let mut draft = draft("Một\nHai ba\nBốn\nNăm");
    let edits = [
        Edit::Words { span: span(&draft, "Một"), with: "Một hai".to_owned() },
        Edit::Insert { paragraph: 1, side: Side::Before, words: "Trước hai".to_owned(), look: None },
        Edit::Letters {
            span: span(&draft, "ba"),
            style: LettersChange {
                bold: Some(true),
                capitals: Some(Capitals::All),
                ..LettersChange::default()
            },
        },
        Edit::Remove { paragraph: 2 },
        Edit::Insert { paragraph: 3, side: Side::After, words: "Sáu".to_owned(), look: None },
    ];
    apply(&mut draft, &edits);
    assert_eq!(words(&draft), ["Một hai", "Trước hai", "Hai ba", "Năm", "Sáu"]);
    assert!(is_whole(&draft));
    let bold = draft.paragraphs[2].runs.iter().find(|run| run.style.bold == Some(true)).expect("a run");
    assert_eq!((bold.span.of(&draft.text), bold.style.capitals), ("ba", Some(Capitals::All)));
    assert_eq!(draft.sections[0].span, Span::new(0, draft.text.len()));
    assert_eq!(draft.lines[0].paragraph, 0);
}

#[test]
fn a_paragraph_before_the_first_one_is_on_its_page() {
    let mut draft = draft("Hai\nBa");
    let look = Look {
        letters: crate::draft::RunStyle { size: Some(13.0), ..Default::default() },
        paragraph: ParagraphStyle { space_before: Some(6.0), ..ParagraphStyle::default() },
        line: Some(40.0),
    };
    let words_in = "Một".to_owned();
    apply(
        &mut draft,
        &[Edit::Insert { paragraph: 0, side: Side::Before, words: words_in, look: Some(Box::new(look)) }],
    );
    assert_eq!(words(&draft), ["Một", "Hai", "Ba"]);
    assert!(is_whole(&draft));
    assert_eq!(draft.sections[0].span.start, 0);
    assert_eq!(draft.paragraphs[0].runs[0].style.size, Some(13.0));
    let lines: Vec<_> = draft.lines.iter().map(|line| (line.paragraph, line.length)).collect();
    assert_eq!(lines, [(0, Some(40.0)), (1, Some(9.0))]);
}

#[test]
fn words_that_wrap_over_paragraphs_leave_the_first_one() {
    let mut draft = draft("CỘNG HOÀ\nVIỆT NAM\nĐộc lập");
    let all = span(&draft, "CỘNG HOÀ").join(span(&draft, "VIỆT NAM"));
    apply(&mut draft, &[Edit::Words { span: all, with: "CỘNG HÒA VIỆT NAM".to_owned() }]);
    assert_eq!(words(&draft), ["CỘNG HÒA VIỆT NAM", "Độc lập"]);
    assert!(is_whole(&draft));
}

#[test]
fn a_paragraph_that_is_split_and_joined_again_is_as_it_was() {
    let mut draft = draft("Một hai\nBa");
    let hai = span(&draft, "hai");
    let bold = LettersChange { bold: Some(true), ..LettersChange::default() };
    apply(&mut draft, &[Edit::Letters { span: hai, style: bold }]);
    apply(&mut draft, &[Edit::Split { at: hai.start }]);
    assert_eq!(words(&draft), ["Một ", "hai", "Ba"]);
    assert!(is_whole(&draft));
    assert_eq!(draft.paragraphs[1].runs[0].style.bold, Some(true));
    let blank = Span::new(hai.start - 1, hai.start);
    apply(&mut draft, &[Edit::Words { span: blank, with: String::new() }, Edit::Join { paragraph: 0 }]);
    assert_eq!(words(&draft), ["Một hai", "Ba"]);
    assert!(is_whole(&draft));
    let run = draft.paragraphs[0].runs.last().expect("a run");
    assert_eq!((run.span.of(&draft.text), run.style.bold), ("hai", Some(true)));
}

#[test]
fn looks_pages_lines_and_peculiarities_are_set() {
    let mut draft = draft("Mô\u{323}t");
    let oddity = draft.oddities.first().cloned().expect("a decomposed letter");
    let spaced = ParagraphChange { line_spacing: Some(1.5), ..ParagraphChange::default() };
    let turned = PageChange {
        width: Some(210.0),
        height: Some(297.0),
        orientation: Some(Orientation::Portrait),
        ..PageChange::default()
    };
    let number = PageNumberChange {
        position: Some(PagePosition::Header),
        title_page: Some(true),
        size: Some(13.0),
        ..PageNumberChange::default()
    };
    let edits = [
        Edit::Paragraph { paragraph: 0, style: spaced },
        Edit::Page { section: 0, change: turned },
        Edit::PageNumber { section: 0, change: number },
        Edit::Line { paragraph: 0, change: LineChange::Length(12.0) },
        Edit::Clean { kind: oddity.kind, span: oddity.span },
    ];
    apply(&mut draft, &edits);
    let section = &draft.sections[0];
    assert_eq!(draft.paragraphs[0].style.line_spacing, Some(LineSpacing::Multiple(1.5)));
    assert_eq!((section.width, section.orientation), (Some(210.0), Some(Orientation::Portrait)));
    assert_eq!(section.page_numbers[0].pages, WhichPages::Default);
    assert_eq!((section.title_page, section.page_numbers[0].style.size), (true, Some(13.0)));
    assert_eq!(draft.lines[0].length, Some(12.0));
    assert!(draft.oddities.is_empty());
}

#[test]
fn edits_meet_where_they_touch_the_same_words_or_say_two_things() {
    let draft = draft("Một hai ba\nBốn");
    let of = |words: &str| Edit::Words { span: span(&draft, words), with: "x".to_owned() };
    assert!(conflict(&draft, &of("Một hai"), &of("hai ba")));
    assert!(!conflict(&draft, &of("Một"), &of("ba")));
    assert!(conflict(&draft, &of("ba"), &Edit::Remove { paragraph: 0 }));
    let size = |points| Edit::Letters {
        span: span(&draft, "hai"),
        style: LettersChange { size: Some(points), ..LettersChange::default() },
    };
    let bold = Edit::Letters {
        span: span(&draft, "Một hai"),
        style: LettersChange { bold: Some(true), ..LettersChange::default() },
    };
    assert!(conflict(&draft, &size(13.0), &size(14.0)));
    assert!(!conflict(&draft, &size(13.0), &bold) && !conflict(&draft, &size(13.0), &of("Một")));
}

#[test]
fn titles_say_what_is_done() {
    let draft = draft("Khoản 2");
    let words = Edit::Words { span: span(&draft, "Khoản"), with: "khoản".to_owned() };
    let bold = LettersChange { size: Some(12.5), bold: Some(false), ..LettersChange::default() };
    let letters = Edit::Letters { span: span(&draft, "Khoản"), style: bold };
    assert_eq!(title(&draft, std::slice::from_ref(&words)).vi, "Thay “Khoản” bằng “khoản”");
    assert_eq!(title(&draft, &[letters, words]).vi, "Đặt chữ cỡ 12,5, không đậm (và 1 chỗ khác)");
}
