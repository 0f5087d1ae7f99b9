//! Property tests of the way back from the normalized text to the source.
#![allow(clippy::expect_used)]

use proptest::prelude::*;
use std::sync::LazyLock;
use thethuc_core::draft::Draft;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::text::{Span, TextBuilder};
use unicode_normalization::UnicodeNormalization;

static BOOK: LazyLock<RuleBook> = LazyLock::new(thethuc_law::book);

/// Pieces of Vietnamese drafts: composed and decomposed letters, blanks of all kinds, marks that
/// are dropped, Markdown that means something.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Ủy ban nhân dân".to_owned()),
        Just("Điều 1. ".to_owned()),
        Just("ho\u{300}a bi\u{300}nh".to_owned()),
        Just("quye\u{302}\u{301}t đi\u{323}nh".to_owned()),
        Just("e\u{323}\u{302}".to_owned()),
        Just("số\u{A0}05/QĐ-UBND".to_owned()),
        Just("\u{200B}\u{FEFF}".to_owned()),
        Just("a\u{AD}b".to_owned()),
        Just("**đậm**".to_owned()),
        Just("*nghiêng* ".to_owned()),
        Just("&amp; &lt;".to_owned()),
        Just("\\*".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n- ".to_owned()),
        Just("\n| a | b |\n|---|---|\n| c<br>d | e |\n\n".to_owned()),
        "[a-zđêơ0-9 .;:,()]{0,12}",
    ]
}

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

/// Every span of one letter leads into the source, in order, on character boundaries, and what is
/// there normalizes to the letter unless the source writes it in another way (an entity).
fn assert_leads_back(draft: &Draft, source: &str) {
    let mut last = 0;
    for (start, letter) in draft.text.char_indices().filter(|(_, letter)| *letter != '\n') {
        let span = Span::new(start, start + letter.len_utf8());
        let back = draft.map.source(span).expect("every letter comes from the source");
        assert!(back.start <= back.end && back.end <= source.len(), "{back:?} lies in the source");
        let raw = source.get(back.start..back.end).expect("on character boundaries");
        assert!(back.start >= last, "the order of the source is kept");
        last = back.start;
        let normal: String = raw.nfc().map(|raw| if raw == '\u{A0}' { ' ' } else { raw }).collect();
        let entity = raw.starts_with('&') && raw.ends_with(';');
        // Lines of a paragraph that was wrapped hard are joined by a blank.
        let joined = letter == ' ' && raw.trim().is_empty();
        assert!(normal.contains(letter) || entity || joined, "“{letter}” from “{raw}”");
    }
}

/// Paragraphs lie one after the other, each ended by a line end, with runs that fill them.
fn assert_paragraphs_cover_the_text(draft: &Draft) {
    let mut at = 0;
    for paragraph in &draft.paragraphs {
        assert_eq!(paragraph.span.start, at, "no gap before a paragraph");
        assert_eq!(draft.text.as_bytes().get(paragraph.span.end), Some(&b'\n'));
        let mut run_at = paragraph.span.start;
        for run in &paragraph.runs {
            assert_eq!(run.span.start, run_at, "runs follow each other");
            run_at = run.span.end;
        }
        assert!(paragraph.runs.is_empty() || run_at == paragraph.span.end, "runs fill the paragraph");
        at = paragraph.span.end + 1;
    }
    assert_eq!(at, draft.text.len(), "nothing behind the last paragraph");
}

proptest! {
    #[test]
    fn markdown_leads_back(source in source()) {
        if let Ok(draft) = thethuc_core::read::read("a.md", source.as_bytes()) {
            assert_leads_back(&draft, &source);
            assert_paragraphs_cover_the_text(&draft);
            thethuc_core::recognize::recognize(&draft, BOOK.lexicon());
        }
    }

    #[test]
    fn plain_text_leads_back(source in source()) {
        if let Ok(draft) = thethuc_core::read::read("a.txt", source.as_bytes()) {
            assert_leads_back(&draft, &source);
            assert_paragraphs_cover_the_text(&draft);
            thethuc_core::recognize::recognize(&draft, BOOK.lexicon());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.md", "a.txt", "a.docx", "a"] {
            let _ = thethuc_core::read::read(name, &bytes);
        }
    }

    /// However a paragraph is cut into runs, its text is the same, and it is NFC.
    #[test]
    fn cuts_do_not_change_the_text(source in source(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
        let source = source.replace('\n', " ");
        let mut places: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
        places.push(source.len());
        let mut ends: Vec<usize> = cuts.iter().map(|cut| *cut.get(&places)).chain([source.len()]).collect();
        ends.sort_unstable();
        let mut builder = TextBuilder::new();
        let part = builder.part("word/document.xml");
        let mut at = 0;
        for end in ends {
            builder.push_verbatim(&source[at..end], part, at);
            at = end;
        }
        builder.finish_paragraph();
        let (cut, _, _) = builder.finish();
        let mut whole = TextBuilder::new();
        let part = whole.part("word/document.xml");
        whole.push_verbatim(&source, part, 0);
        whole.finish_paragraph();
        let (whole, _, _) = whole.finish();
        prop_assert_eq!(&cut, &whole);
        prop_assert!(cut.nfc().eq(cut.chars()));
    }
}
