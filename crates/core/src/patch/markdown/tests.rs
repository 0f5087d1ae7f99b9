use super::*;
use crate::document::Address;
use crate::finding::{Anchor, Fingerprint, Place, Role};
use crate::read::markdown::read;
use crate::text::Span;
use proptest::prelude::*;

/// A remark at a stretch of the text, whose words would be read as much else if they were read as text.
fn remark(span: Span) -> Remark {
    let lines =
        ["1. PHẢI SỬA: -- | a | b |", "|---|---|", "::: [chữ]{.mark} <br> \\'", "----------", "> - hết\\"];
    Remark {
        mark: Mark::of("format/x", Fingerprint::of(["a"])),
        lines: lines.map(str::to_owned).into(),
        place: Some(Place { role: Role::Primary, anchor: Anchor::Words, span, address: Address::default() }),
    }
}

/// All that a reader of a draft sees.
fn seen(draft: &Draft) -> String {
    let paragraphs = draft.paragraphs.iter();
    let paragraphs: Vec<_> =
        paragraphs.map(|own| (own.text(draft), own.cell, own.heading, own.runs.clone())).collect();
    format!("{paragraphs:#?}\n{:#?}\n{:#?}", draft.tables, draft.lines)
}

/// Remarks at every paragraph, one by one and all together, change nothing of what is read, and go again without
/// a trace.
fn holds(source: &str) {
    let Ok(draft) = read(source) else { return };
    let each: Vec<Remark> = draft.paragraphs.iter().map(|own| remark(own.span)).collect();
    for said in each.chunks(1).chain([each.as_slice()]) {
        let copy = annotate(source, &draft, said);
        let again = read(&copy).expect("still readable");
        assert_eq!(seen(&again), seen(&draft), "{copy}");
        assert_eq!(String::from_utf8(clear(&copy, Extent::All).bytes).expect("text"), source);
    }
}

/// Lines at one width, as a program wraps them: what it is known by are the neighbours of lines.
const WRAPPED: &str = "Drafts that we wrote ourselves. Places (tỉnh Tân Giang, huyện Sông Vân, xã Vân\n\
    Hạ, phường Đông Vân) and persons are invented; the instruments that they cite are\n\
    real and stand in the register of the repository, so that references to them are\n\
    resolved.\n";

#[test]
fn a_text_that_was_wrapped_stays_joined() {
    let table = "| file | what it shows |\n| --- | --- |\n| `a.docx` | one |\n| `b.docx` | two |\n";
    let one = format!(
        "# Samples\n\n{WRAPPED}\n## Good drafts\n\n{table}\n{WRAPPED}| c | d |\nand so on.\n\nĐiều 1.\n"
    );
    holds(&one);
    holds(&format!("---\norgan: UBND\n---\n{WRAPPED}\n- một\n- hai\n\nba\n"));
}

#[test]
fn a_remark_ends_no_comment_that_has_no_end() {
    holds("một\n\n<div> <!-- hai\n\nba\n\nbốn\n");
    holds("một\n\nhai <!-- ba\n\nbốn\n\n<!-- năm\n\nsáu\n");
    holds(
        "<table><tr><td>một\n<!-- hai\n---------  ---------\n ba         bốn\n\n năm        sáu\n---------  ---------\nbảy\n\ntám\n",
    );
}

#[test]
fn a_remark_stands_where_nothing_goes_on() {
    let source =
        "\u{FEFF}một\n# hai\n\nba\n| a | b |\n|---|---|\n| c | d |\n\n- bốn\n\n  năm\n\n> sáu\nbảy\n";
    let draft = read(source).expect("readable");
    holds(source);
    for (words, above) in [("hai", "một"), ("d", "ba"), ("năm", "- bốn"), ("bảy", "> sáu")] {
        let start = draft.text.find(words).expect("there");
        let copy = annotate(source, &draft, &[remark(Span::new(start, start + words.len()))]);
        assert!(copy.contains(&format!("-->\n\n{above}")), "{words}: {copy}");
    }
}

/// Pieces of a file of which each may go on in the next one.
const PIECES: [&str; 36] = [
    "ỦY BAN NHÂN DÂN",
    "một dòng; tiếp",
    "# Điều 1. Tên",
    "Tên\n===",
    "1. Khoản một",
    "   tiếp khoản một",
    "- Lưu: VT.",
    "* khác",
    "-",
    "  thụt hai",
    "    thụt bốn",
    "\tTab",
    "> trích",
    ">\n> tiếp",
    "| a | b |",
    "| a | b |\n|---|---|\n| c | d |",
    "|---|---|",
    "| dài và\ntiếp | b |",
    "-----------  -----------\n a            b\n\n c            d\n-----------  -----------",
    "  ------------------------\n   một          hai\n  ------------ -----------\n   a            b\n  ------------------------",
    "+----+----+\n| a  | b  |\n+----+----+",
    "---",
    "```\nmã\n```",
    "```",
    "<table><tr><td>a",
    "</td></tr></table>",
    "<!-- ghi chú -->",
    "<!-- hai\n\ndòng -->",
    "<!-- không hết",
    "<div> <!-- không hết",
    "<script>",
    "<?",
    "[a]: /b \"c",
    "::: {.x}",
    "một \\",
    WRAPPED,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn the_text_around_remarks_reads_as_before(
        parts in prop::collection::vec((0..PIECES.len(), 0..6usize), 1..14),
        head in 0..4usize,
    ) {
        let heads = ["", "\u{FEFF}", "---\nstage: draft\n---\n", "---\n\n"];
        let ends = ["\n", "\n", "\n\n", "\n\n", "\r\n\r\n", "\n \t\n"];
        let body: Vec<&str> = parts.iter().flat_map(|(piece, end)| [PIECES[*piece], ends[*end]]).collect();
        let body = body.concat();
        holds(&format!("{}{body}", heads[head]));
    }
}
