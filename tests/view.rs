//! The view of a draft: every word once and in order, marks on just the words of their places, cells in a
//! grid without holes.
//!
//! Besides what is committed, the documents beside the repository (`../shared`, or the folder named by
//! `THETHUC_SHARED`) are looked at; without them the test says so and is skipped.
#![allow(clippy::expect_used)]

use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::document::{Address, Document};
use thethuc_core::draft::{Comment, Draft};
use thethuc_core::finding::{Anchor, Finding, Place, Role, Side};
use thethuc_core::text::{Date, Span};
use thethuc_core::view::{Block, Grid, Inline, View, Zone};

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let today = Date::new(2026, 11, 29).expect("a day");
    Checker::new(thethuc_law::book(), Options::on(today)).expect("no names")
});

fn checked() -> Checked {
    CHECKER.check("a.md", DRAFT.as_bytes()).expect("readable")
}

/// Files below a folder, in order.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn assert_is_whole(draft: &Draft, view: &View<'_>) {
    assert_eq!(view.text(), draft.text, "every word once and in order");
    let paragraphs = view.paragraphs();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        assert_eq!(paragraph.index, index, "every paragraph once and in order");
        let mut at = paragraph.paragraph.span.start;
        for run in paragraph.runs() {
            assert_eq!((run.span.start, run.text), (at, run.span.of(&draft.text)));
            at = run.span.end;
        }
        assert_eq!(at, paragraph.paragraph.span.end);
    }
    let count = |wanted: fn(&Inline<'_>) -> bool| {
        paragraphs.iter().flat_map(|own| &own.inlines).filter(|inline| wanted(inline)).count()
    };
    let beside = &draft.beside;
    assert_eq!(count(|own| matches!(own, Inline::CommentStart(_))), beside.comments.len());
    assert_eq!(count(|own| matches!(own, Inline::CommentEnd(_))), beside.comments.len());
    assert_eq!(count(|own| matches!(own, Inline::Picture(_))), beside.pictures.len());
    assert_eq!(
        count(|own| matches!(own, Inline::Note(_))),
        beside.notes.iter().filter_map(|own| own.at).count()
    );
}

/// Every mark lies on its words and on nothing else, or stands where its anchor says.
fn assert_marks_are_places(draft: &Draft, view: &View<'_>) {
    let paragraphs = view.paragraphs();
    let mut marked = vec![String::new(); view.marks.len()];
    let mut points = vec![0; view.marks.len()];
    for paragraph in &paragraphs {
        for run in paragraph.runs() {
            for mark in &run.marks {
                assert!(view.marks[*mark].span.covers(run.span), "{:?} over {:?}", view.marks[*mark], run);
                marked[*mark].push_str(run.text);
            }
        }
        let inlines = paragraph.inlines.iter().filter_map(|inline| match inline {
            Inline::Point(mark) => Some(mark),
            _ => None,
        });
        for mark in inlines.chain(&paragraph.before).chain(&paragraph.after).chain(&paragraph.whole) {
            points[*mark] += 1;
        }
    }
    for (index, mark) in view.marks.iter().enumerate() {
        let unplaced = view.unplaced.contains(&index);
        match mark.anchor {
            Anchor::Words if !mark.span.is_empty() && !unplaced && points[index] == 0 => {
                // The ends of paragraphs between them are no words.
                let words = draft.paragraphs_in(mark.span).map(|own| {
                    let own = draft.paragraphs[own].span;
                    Span::new(own.start.max(mark.span.start), own.end.min(mark.span.end)).of(&draft.text)
                });
                assert_eq!(marked[index], words.collect::<String>(), "{mark:?}");
            }
            Anchor::Gap { paragraph, side } => {
                let own = paragraphs[paragraph];
                let gap = if side == Side::Before { &own.before } else { &own.after };
                assert!(gap.contains(&index), "{mark:?}");
            }
            Anchor::Section(_) | Anchor::HeaderPart(_) | Anchor::Document => assert!(unplaced, "{mark:?}"),
            _ => assert_eq!(points[index] + usize::from(unplaced), 1, "{mark:?}"),
        }
    }
}

fn grids<'v, 'a>(blocks: &'v [Block<'a>], found: &mut Vec<&'v Grid<'a>>) {
    for block in blocks {
        match block {
            Block::Paragraph(_) => {}
            Block::TextBox(inside) => grids(inside, found),
            Block::Table(grid) => {
                found.push(grid);
                for cell in grid.rows.iter().flatten() {
                    grids(&cell.blocks, found);
                }
            }
        }
    }
}

/// Every place of a grid belongs to just one cell that shows.
fn assert_grid_is_filled(grid: &Grid<'_>) {
    let mut taken = vec![vec![0; grid.columns]; grid.rows.len()];
    for (row, cells) in grid.rows.iter().enumerate() {
        for cell in cells.iter().filter(|cell| !cell.covered) {
            assert!(cell.columns > 0 && cell.rows > 0);
            for line in &mut taken[row..row + cell.rows] {
                for place in &mut line[cell.column..cell.column + cell.columns] {
                    *place += 1;
                }
            }
        }
    }
    assert!(taken.iter().flatten().all(|place| *place == 1), "{taken:?} in {grid:#?}");
}

fn assert_view(draft: &Draft, document: &Document, findings: &[Finding]) -> usize {
    let view = View::new(draft, document, findings);
    assert_is_whole(draft, &view);
    assert_marks_are_places(draft, &view);
    let mut found = Vec::new();
    for zone in view.parts.iter().flat_map(|part| &part.zones) {
        grids(&zone.blocks, &mut found);
    }
    for grid in &found {
        assert_grid_is_filled(grid);
    }
    found.len()
}

/// Looks at every file of a folder that can be read; gives back how many, and how many tables.
fn look_at(folder: &Path, assert: impl Fn(&str, &[u8]) -> Option<usize>) -> (usize, usize) {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    let each = paths.iter().filter_map(|path| assert(&path.to_string_lossy(), &std::fs::read(path).ok()?));
    each.fold((0, 0), |(read, tables), found| (read + 1, tables + found))
}

/// Checks a draft and looks at its view with all findings.
fn with_findings(name: &str, bytes: &[u8]) -> Option<usize> {
    let checked = CHECKER.check(name, bytes).ok()?;
    Some(assert_view(&checked.draft, &checked.document, &checked.findings))
}

/// The view of a draft that was only recognized: for odd files whose findings say nothing.
fn without_findings(name: &str, bytes: &[u8]) -> Option<usize> {
    let draft = thethuc_core::read::read(name, bytes).ok()?;
    let document = thethuc_core::recognize::recognize(&draft, CHECKER.book().lexicon());
    Some(assert_view(&draft, &document, &[]))
}

#[test]
fn samples_are_whole() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    let (read, tables) = look_at(&folder, with_findings);
    assert!(read > 10 && tables > 10, "{read} files, {tables} tables");
}

#[test]
fn real_documents_are_whole() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let shared = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let corpus = shared.join("corpus");
    if !corpus.is_dir() {
        println!("skipped: ../shared/corpus is absent");
        return;
    }
    for (name, least) in [("layout", 20), ("published", 20)] {
        let (read, tables) = look_at(&corpus.join(name), with_findings);
        assert!(read >= least && tables > 0, "{name}: {read} files, {tables} tables");
    }
    let (read, tables) = look_at(&corpus.join("robustness"), without_findings);
    assert!(read > 100 && tables > 100, "{read} files, {tables} tables");
}

/// A draft with the usual zones, a table with merged cells and a comment.
const DRAFT: &str = "<table><tr><td>ỦY BAN NHÂN DÂN XÃ HÒA AN<br>Số: 12/QĐ-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>

**QUYẾT ĐỊNH**

**Về việc thử**

**ỦY BAN NHÂN DÂN XÃ HÒA AN**

*Căn cứ Luật Tổ chức chính quyền địa phương;*

**QUYẾT ĐỊNH:**

**Điều 1.** Phạm vi <!-- xem lại -->

1. Khoản một

a) Điểm a

<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td></tr></table>

**Điều 2.** Hiệu lực./.

| *Nơi nhận:*<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br>Nguyễn Văn A |
|---|---|
";

#[test]
fn zones_units_and_grids_are_told() {
    let checked = checked();
    let view = View::of(&checked);
    assert_is_whole(&checked.draft, &view);
    let zones: Vec<Zone> = view.parts.iter().flat_map(|part| &part.zones).map(|zone| zone.zone).collect();
    assert_eq!(zones, [Zone::Head, Zone::Preamble, Zone::Body, Zone::Closing]);
    let level = |words: &str| {
        let found = view.paragraphs().into_iter().find(|own| own.words().collect::<String>().contains(words));
        found.and_then(|own| own.unit).map(|unit| (unit.level, unit.begins, unit.number))
    };
    assert_eq!(level("Phạm vi"), Some((0, true, "1")));
    assert_eq!(level("Khoản một"), Some((1, true, "1")));
    assert_eq!(level("Điểm a"), Some((2, true, "a")));
    let mut found = Vec::new();
    for zone in view.parts.iter().flat_map(|part| &part.zones) {
        grids(&zone.blocks, &mut found);
    }
    let shapes: Vec<_> = found.iter().map(|grid| (grid.rows.len(), grid.columns)).collect();
    assert_eq!(shapes, [(1, 2), (2, 3), (1, 2)]);
    assert_grid_is_filled(found[1]);
}

/// A place on any words, in any gap, or of the document.
fn place(draft: &Draft, (start, len, kind): (prop::sample::Index, usize, u8)) -> Place {
    let letters: Vec<usize> = draft.text.char_indices().map(|(at, _)| at).chain([draft.text.len()]).collect();
    let first = start.index(letters.len());
    let span = Span::new(letters[first], letters[(first + len).min(letters.len() - 1)]);
    let paragraph = start.index(draft.paragraphs.len());
    let anchor = match kind % 8 {
        0 => Anchor::Gap { paragraph, side: Side::Before },
        1 => Anchor::Gap { paragraph, side: Side::After },
        2 => Anchor::Paragraph(paragraph),
        3 => Anchor::Document,
        _ => Anchor::Words,
    };
    Place { role: Role::Primary, anchor, span, address: Address::default() }
}

proptest! {
    #[test]
    fn any_marks_are_on_their_words(
        places in prop::collection::vec((any::<prop::sample::Index>(), 0usize..90, any::<u8>()), 0..30),
        comments in prop::collection::vec((any::<prop::sample::Index>(), 0usize..200), 0..6),
    ) {
        let mut checked = checked();
        let model = checked.findings.first().cloned().expect("a finding");
        let findings: Vec<Finding> = places
            .into_iter()
            .map(|own| Finding { places: vec![place(&checked.draft, own)], ..model.clone() })
            .collect();
        for (start, len) in comments {
            let span = place(&checked.draft, (start, len, 7)).span;
            checked.draft.beside.comments.push(Comment { span, ..Comment::default() });
        }
        assert_view(&checked.draft, &checked.document, &findings);
    }
}
