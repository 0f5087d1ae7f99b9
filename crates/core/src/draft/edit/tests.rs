use super::*;
use crate::draft::{Beside, CellAddress, Format, ParagraphStyle, RuleLine, RuleLineKind, Story, Table};
use crate::text::OddityKind;

/// Three paragraphs; the second stands in the only cell of a table and has a rule line.
fn draft() -> Draft {
    let lines = ["Một hai", "Ba", "Bốn"];
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let span = Span::new(text.len(), text.len() + line.len());
        text.push_str(line);
        text.push('\n');
        paragraphs.push(Paragraph {
            span,
            runs: vec![Run { span, style: RunStyle { size: Some(14.0), ..RunStyle::default() } }],
            style: ParagraphStyle::default(),
            label: None,
            story: Story::Body,
            cell: (index == 1).then_some(CellAddress { table: 0, row: 0, column: 0 }),
            section: 0,
            in_text_box: false,
            page_break_before: false,
            element: None,
            stands_at: None,
            heading: None,
            blank_size: None,
        });
    }
    let cell = Cell { paragraphs: (1, 2), ..Cell::default() };
    Draft {
        format: Format::Docx,
        text,
        map: OffsetMap::default(),
        oddities: Vec::new(),
        paragraphs,
        tables: vec![Table { rows: vec![vec![cell]], host: None }],
        sections: Vec::new(),
        lines: vec![RuleLine { kind: RuleLineKind::Drawn, paragraph: 1, length: None, below_anchor: None }],
        beside: Beside::default(),
        front_matter: None,
    }
}

/// Every paragraph is its line of the text, and its runs lie in it without gaps.
fn words(draft: &Draft) -> Vec<&str> {
    let texts: Vec<&str> = draft.paragraphs.iter().map(|paragraph| paragraph.text(draft)).collect();
    assert_eq!(draft.text, texts.join("\n") + "\n");
    for paragraph in &draft.paragraphs {
        let runs = paragraph.runs.iter().map(|run| run.span.of(&draft.text)).collect::<String>();
        assert_eq!(runs, paragraph.text(draft));
    }
    texts
}

fn span(draft: &Draft, words: &str) -> Span {
    let start = draft.text.find(words).expect("in the text");
    Span::new(start, start + words.len())
}

#[test]
fn words_are_replaced_and_all_after_them_moves() {
    let mut draft = draft();
    let hai = span(&draft, "hai");
    replace(&mut draft, hai, "hai mươi");
    assert_eq!(words(&draft), ["Một hai mươi", "Ba", "Bốn"]);
    let empty = Span::at(draft.paragraphs[0].span.end);
    replace(&mut draft, empty, ";");
    assert_eq!(words(&draft), ["Một hai mươi;", "Ba", "Bốn"]);
}

#[test]
fn runs_of_the_replaced_words_are_cut_and_joined() {
    let mut draft = draft();
    let hai = span(&draft, "hai");
    restyle(&mut draft, hai, |style| style.bold = Some(true));
    assert_eq!(draft.paragraphs[0].runs.len(), 2);
    let across = span(&draft, "t ha");
    replace(&mut draft, across, "x");
    assert_eq!(words(&draft), ["Mộxi", "Ba", "Bốn"]);
    assert_eq!(draft.paragraphs[0].runs[1].style.bold, Some(true));
    assert_eq!(draft.paragraphs[0].runs[1].span.of(&draft.text), "i");
}

#[test]
fn a_removed_paragraph_takes_its_place_along() {
    let mut draft = draft();
    remove_paragraph(&mut draft, 0);
    assert_eq!(words(&draft), ["Ba", "Bốn"]);
    assert_eq!(draft.tables[0].rows[0][0].paragraphs, (0, 1));
    assert_eq!(draft.lines[0].paragraph, 0);
    remove_paragraph(&mut draft, 0);
    assert_eq!(words(&draft), ["", "Bốn"], "a cell keeps a paragraph");
}

#[test]
fn a_paragraph_is_inserted_with_the_look_of_its_neighbour() {
    let mut draft = draft();
    insert(&mut draft, 1, true, "Ba rưỡi");
    assert_eq!(words(&draft), ["Một hai", "Ba", "Ba rưỡi", "Bốn"]);
    assert_eq!(draft.tables[0].rows[0][0].paragraphs, (1, 3));
    assert_eq!(draft.paragraphs[2].runs[0].style.size, Some(14.0));
}

#[test]
fn new_words_are_normalized_and_their_peculiarities_kept() {
    let mut draft = draft();
    let ba = span(&draft, "Ba");
    replace(&mut draft, ba, "Ba\u{301}\u{200B}");
    assert_eq!(words(&draft), ["Một hai", "Bá", "Bốn"]);
    let kinds: Vec<OddityKind> = draft.oddities.iter().map(|oddity| oddity.kind).collect();
    assert_eq!(kinds, [OddityKind::Decomposed, OddityKind::ZeroWidth]);
    assert_eq!(draft.oddities[0].span.of(&draft.text), "á");
}

#[test]
fn what_stands_beside_the_text_moves_with_it() {
    let mut draft = draft();
    let at = span(&draft, "Bốn");
    draft.beside.comments = vec![crate::draft::Comment { span: at, ..Default::default() }];
    draft.beside.boxes = vec![crate::draft::TextBox { anchor: 1, paragraphs: (2, 3) }];
    draft.beside.notes = vec![crate::draft::Note { at: Some(at.end), paragraphs: (2, 3), at_end: false }];
    let one = span(&draft, "Một");
    replace(&mut draft, one, "Mười một");
    insert(&mut draft, 0, true, "thêm");
    let there = |draft: &Draft| {
        let own = &draft.beside;
        let words = own.comments[0].span.of(&draft.text).to_owned();
        (words, own.boxes[0].anchor, own.boxes[0].paragraphs, own.notes[0].paragraphs)
    };
    assert_eq!(there(&draft), ("Bốn".to_owned(), 2, (3, 4), (3, 4)));
    assert_eq!(draft.beside.notes[0].at, Some(draft.text.len() - 1));
    remove_paragraph(&mut draft, 1);
    assert_eq!(there(&draft), ("Bốn".to_owned(), 1, (2, 3), (2, 3)));
    remove_paragraph(&mut draft, 2);
    assert!(draft.beside.boxes.is_empty() && draft.beside.notes.is_empty());
}
