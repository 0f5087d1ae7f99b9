//! Repairs of whole drafts: they meet, they are made until nothing changes, and then nothing is left to do.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and reads samples"
)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use thethuc_core::checker::{Checker, Options};
use thethuc_core::draft::Draft;
use thethuc_core::edit::{Edit, LettersChange, LineChange, PageChange, ParagraphChange, apply};
use thethuc_core::look::dress;
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;
use thethuc_core::repair::{Repaired, Wish, repair};
use thethuc_core::rulebook::{RuleBook, Safety};
use thethuc_core::text::Span;

static BOOK: LazyLock<Arc<RuleBook>> = LazyLock::new(|| Arc::new(thethuc_law::book()));

fn checker() -> Checker {
    Checker::new(Arc::clone(&BOOK), Options::on("2026-11-29".parse().expect("a date"))).expect("a checker")
}

/// A clean draft in the typography of the law.
fn clean(base: &str) -> Draft {
    let (_, source) = BOOK.bases().find(|(name, _)| *name == base).expect("a base");
    let draft = read("base.md", source.as_bytes()).expect("a draft");
    let document = recognize(&draft, BOOK.lexicon());
    dress(&draft, &document, BOOK.layout().expect("a layout"))
}

fn span(draft: &Draft, words: &str) -> Span {
    let start = draft.text.find(words).unwrap_or_else(|| panic!("no {words}"));
    Span::new(start, start + words.len())
}

fn letters(span: Span, size: f32, bold: bool) -> Edit {
    let style = LettersChange { size: Some(size), bold: Some(bold), ..LettersChange::default() };
    Edit::Letters { span, style }
}

/// Many faults at once, some of them on the same words.
fn spoilt() -> Draft {
    let mut draft = clean("decision-admin-commune-2026");
    let motto = span(&draft, "Độc lập - Tự do - Hạnh phúc");
    let name = span(&draft, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let body = span(&draft, "Điều 1.");
    let line = draft.paragraph_at(motto.end).expect("a paragraph");
    let edits = [
        letters(motto, 16.0, false),
        letters(name, 16.0, false),
        letters(body, 11.0, false),
        Edit::Words { span: motto, with: "Độc Lập – Tự Do – Hạnh Phúc".to_owned() },
        Edit::Words { span: name, with: "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM".to_owned() },
        Edit::Paragraph {
            paragraph: draft.paragraph_at(body.start).expect("a paragraph"),
            style: ParagraphChange { line_spacing: Some(3.0), ..ParagraphChange::default() },
        },
        Edit::Page { section: 0, change: PageChange { left: Some(10.0), ..PageChange::default() } },
        Edit::Line { paragraph: line, change: LineChange::Drop },
    ];
    apply(&mut draft, &edits);
    draft
}

fn repaired(draft: Draft, wish: Wish) -> Repaired {
    repair(&checker(), draft, wish).expect("a repaired draft")
}

#[test]
fn repairs_that_meet_are_made_one_after_the_other() {
    let before = checker().check_draft(spoilt()).expect("a checked draft").findings;
    assert!(before.len() >= 6, "{before:?}");
    let after = repaired(spoilt(), Wish::SafeAndAsk);
    assert!(after.is_settled && after.rounds > 1, "{} rounds", after.rounds);
    let left: Vec<_> = after.checked.findings.iter().map(|finding| &finding.rule).collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(after.checked.draft.text, clean("decision-admin-commune-2026").text);
    assert!(after.applied.iter().any(|finding| finding.rule == "format/motto"));
}

#[test]
fn what_needs_a_person_is_left_unless_it_is_wanted() {
    let after = repaired(spoilt(), Wish::Safe);
    assert!(after.is_settled);
    let left: Vec<_> = after.checked.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(left, ["format/motto-line"], "to draw a line is asked for");
    let is_safe =
        |finding: &thethuc_core::finding::Finding| finding.fixes.iter().any(|fix| fix.safety == Safety::Safe);
    assert!(after.applied.iter().all(is_safe));
}

#[test]
fn a_second_repair_changes_nothing() {
    let first = repaired(spoilt(), Wish::SafeAndAsk);
    let second = repaired(first.checked.draft.clone(), Wish::SafeAndAsk);
    assert_eq!((second.rounds, second.applied.len()), (0, 0));
    assert_eq!(second.checked.draft.text, first.checked.draft.text);
}

#[test]
fn a_guessed_place_is_never_repaired_without_asking() {
    let text = "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\n\nĐộc Lập – Tự Do – Hạnh Phúc\n\nSố: 7/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nVề việc A\n";
    let checked = checker().check("a.md", text.as_bytes()).expect("a checked draft");
    let fixes = checked.findings.iter().flat_map(|own| own.fixes.iter().map(move |fix| (own, fix)));
    for (finding, fix) in fixes {
        let is_safe = fix.safety == Safety::Safe;
        assert!(!is_safe || finding.certainty == thethuc_core::finding::Certainty::Certain, "{finding:?}");
    }
}

fn docx_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            docx_in(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "docx") {
            found.push(path);
        }
    }
}

#[test]
fn the_samples_come_to_rest() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut files = Vec::new();
    docx_in(&root, &mut files);
    assert!(!files.is_empty());
    for path in files {
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(draft) = read("a.docx", &bytes) else { continue };
        let after = repaired(draft, Wish::SafeAndAsk);
        let open: Vec<_> = after.checked.findings.iter().filter(|own| !own.fixes.is_empty()).collect();
        assert!(after.is_settled && open.is_empty(), "{}: {open:?}", path.display());
    }
}
