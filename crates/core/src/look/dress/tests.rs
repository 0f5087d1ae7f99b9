//! Also the example that the tests of the writer use.

use super::dress;
use crate::document::{
    Basis, Component, Document, Header, NumberLine, Part, PlaceDate, Preamble, Recipients, Signature,
    SignatureLine, Unit, UnitKind,
};
use crate::draft::{Alignment, Draft, RuleLineKind};
use crate::finding::Certainty;
use crate::rulebook::layout::Role;
use crate::text::Span;

const DECISION: &str = include_str!("decision.md");

fn find(draft: &Draft, words: &str) -> Span {
    let start = draft.text.find(words).unwrap_or_else(|| panic!("no “{words}”"));
    Span::new(start, start + words.len())
}

fn lines(draft: &Draft, words: &[&str]) -> Component {
    let spans = words.iter().map(|words| find(draft, words)).collect();
    Component::wrapped(&draft.text, spans, Certainty::Certain)
}

fn line(draft: &Draft, words: &str) -> Component {
    lines(draft, &[words])
}

fn article(draft: &Draft, label: &str, title: Option<&str>) -> Unit {
    let label = find(draft, label);
    let title = title.map(|title| find(draft, title));
    Unit {
        kind: UnitKind::Article,
        number: String::new(),
        value: None,
        suffix: String::new(),
        label,
        label_text: String::new(),
        automatic: false,
        title,
        title_certainty: Certainty::Certain,
        span: label,
        parent: None,
        children: Vec::new(),
        certainty: Certainty::Certain,
    }
}

/// The position in the signature block: the competence line has the same words.
fn signed(draft: &Draft) -> Component {
    let start = draft.text.rfind("CHỦ TỊCH\n").expect("there");
    let span = Span::new(start, start + "CHỦ TỊCH".len());
    Component::line(&draft.text, span, Certainty::Certain)
}

fn header(draft: &Draft) -> Header {
    Header {
        national_name: Some(line(draft, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        motto: Some(line(draft, "Độc lập - Tự do - Hạnh phúc")),
        organ: Some(lines(draft, &["ỦY BAN NHÂN DÂN", "XÃ AN THỊNH"])),
        number: Some(NumberLine {
            line: line(draft, "Số: 128/QĐ-UBND"),
            number: Span::default(),
            year: None,
            symbol: None,
            form_abbreviation: None,
            organ_abbreviation: None,
        }),
        place_date: Some(PlaceDate {
            line: line(draft, "An Thịnh, ngày 02 tháng 3 năm 2026"),
            place: None,
            date_span: None,
            date: crate::document::DateFact::default(),
        }),
        ..Header::default()
    }
}

fn recognized(draft: &Draft) -> Document {
    let basis = |words: &str| Basis { line: line(draft, words), citations: Vec::new() };
    let part = Part {
        span: Span::new(0, draft.text.len()),
        header: header(draft),
        form: Some(line(draft, "QUYẾT ĐỊNH")),
        title: Some(line(
            draft,
            "Về việc thành lập Tổ rà soát công trình thủy lợi nhỏ trên địa bàn xã An Thịnh năm 2026",
        )),
        preamble: Preamble {
            competence: Some(line(draft, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN THỊNH")),
            bases: vec![basis("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")],
            proposal: Some(line(
                draft,
                "Theo đề nghị của Trưởng phòng Phòng Kinh tế tại Tờ trình số 31/TTr-KT ngày 24 tháng 02 năm 2026.",
            )),
            words: Some(line(draft, "QUYẾT ĐỊNH:")),
            ..Preamble::default()
        },
        units: vec![
            article(draft, "Điều 1.", None),
            article(draft, "Điều 2.", Some("Nhiệm vụ\n")),
            article(draft, "Điều 3.", None),
        ],
        signatures: vec![Signature {
            lines: vec![SignatureLine { line: signed(draft), capacity: None, words: Span::default() }],
            name: Some(line(draft, "Trần Quốc Bảo")),
            span: Span::default(),
        }],
        recipients: Some(Recipients {
            label: line(draft, "Nơi nhận:"),
            items: vec![
                line(draft, "- Như Điều 1;"),
                line(draft, "- Chủ tịch, các Phó Chủ tịch UBND xã;"),
                line(draft, "- Lưu: VT, KT."),
            ],
            archive: Some(2),
        }),
        ..Part::default()
    };
    Document { parts: vec![part], ..Document::default() }
}

/// The decision as read and as dressed.
pub fn dressed() -> (Draft, Draft) {
    let draft = crate::read::read("decision.md", DECISION.as_bytes()).expect("readable");
    let layout = thethuc_law::book().layout().expect("a layout").clone();
    let dressed = dress(&draft, &recognized(&draft), &layout);
    (draft, dressed)
}

#[test]
fn the_text_and_its_spans_stay() {
    let (draft, dressed) = dressed();
    assert_eq!(draft.text, dressed.text);
    for (before, after) in draft.paragraphs.iter().zip(&dressed.paragraphs) {
        assert_eq!(before.span, after.span);
        let covered: usize = after.runs.iter().map(|run| run.span.len()).sum();
        assert_eq!(covered, after.span.len(), "{}", after.text(&dressed));
    }
}

#[test]
fn each_component_gets_its_look() {
    let (_, dressed) = dressed();
    let style = |words: &str| {
        let span = find(&dressed, words);
        let paragraph = &dressed.paragraphs[dressed.paragraph_at(span.start).expect("there")];
        (paragraph.runs_in(span).next().expect("a run").style.clone(), paragraph.style.clone())
    };
    let (basis, paragraph) = style("Căn cứ Luật");
    assert_eq!((basis.italic, basis.bold, basis.size), (Some(true), Some(false), Some(14.0)));
    assert_eq!(paragraph.alignment, Some(Alignment::Justified));
    assert_eq!(paragraph.indent_first, Some(12.7));
    assert_eq!(style("Điều 1.").0.bold, Some(true));
    assert_eq!(style("Thành lập Tổ").0.bold, Some(false));
    assert_eq!(style("Nhiệm vụ").0.bold, Some(true));
    assert_eq!(style("- Lưu: VT").0.size, Some(11.0));
    assert_eq!(style("Nơi nhận:").0.italic, Some(true));
    assert_eq!(style("STT").0.bold, Some(true));
    assert_eq!(style("Lê Văn Thuận").0.bold, Some(false));
}

#[test]
fn lines_are_drawn_below_organ_motto_and_title() {
    let (_, dressed) = dressed();
    let layout = thethuc_law::book().layout().expect("a layout").clone();
    let below: Vec<(&str, f32)> = dressed
        .lines
        .iter()
        .inspect(|line| assert_eq!(line.kind, RuleLineKind::Drawn))
        .map(|line| (dressed.paragraphs[line.paragraph].text(&dressed), line.length.expect("known")))
        .collect();
    assert_eq!(below.len(), 3, "{below:?}");
    assert_eq!(below[0].0, "XÃ AN THỊNH");
    let motto = super::measure::length("Độc lập - Tự do - Hạnh phúc", layout.look(Role::Motto).size, true);
    assert!((below[1].1 - motto).abs() < 0.1);
    let title = layout.text_width();
    assert!(below[2].1 < title / 2.0 && below[2].1 > 15.0, "{below:?}");
}

#[test]
fn layout_tables_have_no_borders_and_data_tables_have() {
    let (_, dressed) = dressed();
    let bordered: Vec<_> = dressed.tables.iter().map(|table| table.rows[0][0].bordered).collect();
    assert_eq!(bordered, [Some(false), Some(true), Some(false)]);
    for table in &dressed.tables {
        let whole: f32 = table.rows[0].iter().filter_map(|cell| cell.width).sum();
        assert!((whole - 160.0).abs() < 0.1, "{whole}");
    }
}

#[test]
fn the_page_is_that_of_the_law() {
    let (_, dressed) = dressed();
    let [section] = dressed.sections.as_slice() else { panic!("one section") };
    assert_eq!(section.margins.left, Some(30.0));
    assert!(section.title_page);
    assert_eq!(section.page_numbers.len(), 1);
}

#[test]
fn a_title_of_two_lines_breaks_in_its_middle() {
    let (_, dressed) = dressed();
    let index = dressed.paragraph_at(find(&dressed, "Về việc thành lập").start).expect("there");
    let indent = dressed.paragraphs[index].style.indent_left.expect("known");
    assert!(indent > 10.0 && dressed.paragraphs[index].style.indent_right == Some(indent), "{indent}");
    let lines =
        super::measure::lines(dressed.paragraphs[index].text(&dressed), 14.0, true, 160.0 - 2.0 * indent);
    assert_eq!(lines.len(), 2);
    assert!((lines[0] - lines[1]).abs() < 30.0, "{lines:?}");
}
