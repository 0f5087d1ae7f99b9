//! What is written into a Word document is read out of it again.
#![allow(clippy::expect_used, clippy::float_cmp, clippy::format_push_string)]

use thethuc_compose::write;
use thethuc_core::document::Component;
use thethuc_core::draft::{Draft, Paragraph, RuleLineKind, Run};
use thethuc_core::look::{dress, sheet};
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;
use thethuc_core::rulebook::Lexicon;

/// The base drafts of the rule book in the prescribed look, each with what is read from the Word
/// document made of it.
fn pairs() -> Vec<(String, Draft, Draft)> {
    let book = thethuc_law::book();
    let layout = book.layout().expect("a layout");
    let pair = |(name, source): (&str, &str)| {
        let plain = read("base.md", source.as_bytes()).expect("readable");
        let draft = dress(&plain, &recognize(&plain, book.lexicon()), layout);
        let bytes = write(&draft, &sheet(layout)).expect("written");
        let again = read("again.docx", &bytes).expect("read again");
        (name.to_owned(), draft, again)
    };
    book.bases().map(pair).collect()
}

/// The paragraphs of the body that have words: Word wants some empty ones beside them.
fn worded(draft: &Draft) -> Vec<&Paragraph> {
    let body = draft.paragraphs.iter().filter(|own| own.story == thethuc_core::draft::Story::Body);
    body.filter(|own| !own.text(draft).trim().is_empty()).collect()
}

#[test]
fn the_words_come_back() {
    for (file, before, after) in pairs() {
        let words = |draft: &Draft| -> Vec<String> {
            worded(draft).iter().map(|own| own.text(draft).to_owned()).collect()
        };
        assert_eq!(words(&before), words(&after), "{file}");
    }
}

/// Runs of equal style as one, with their words.
fn merged(paragraph: &Paragraph, draft: &Draft) -> Vec<(String, Run)> {
    let mut merged: Vec<(String, Run)> = Vec::new();
    for run in &paragraph.runs {
        let words = run.span.of(&draft.text);
        match merged.last_mut() {
            Some((last, own)) if own.style == run.style => last.push_str(words),
            _ => merged.push((words.to_owned(), run.clone())),
        }
    }
    merged
}

#[test]
fn the_styles_of_the_words_come_back() {
    for (file, before, after) in pairs() {
        for (own, again) in worded(&before).into_iter().zip(worded(&after)) {
            let (own, again) = (merged(own, &before), merged(again, &after));
            assert_eq!(own.len(), again.len(), "{file}: {own:?} {again:?}");
            for ((words, own), (same, again)) in own.iter().zip(&again) {
                assert_eq!(words, same, "{file}");
                assert_eq!(own.style, again.style, "{file}: {words}");
            }
        }
    }
}

/// Word counts in twentieths of a point.
fn close(left: Option<f32>, right: Option<f32>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() < 0.05,
        (left, right) => left.unwrap_or_default() == right.unwrap_or_default(),
    }
}

#[test]
fn the_styles_of_the_paragraphs_come_back() {
    for (file, before, after) in pairs() {
        for (own, again) in worded(&before).into_iter().zip(worded(&after)) {
            let words = own.text(&before);
            assert_eq!(own.heading, again.heading, "{file}: {words}");
            let (own, again) = (&own.style, &again.style);
            assert_eq!(own.name, again.name, "{file}: {words}");
            assert_eq!(own.alignment, again.alignment, "{file}: {words}");
            assert_eq!(own.line_spacing, again.line_spacing, "{file}: {words}");
            for (name, left, right) in [
                ("left indent", own.indent_left, again.indent_left),
                ("right indent", own.indent_right, again.indent_right),
                ("first line", own.indent_first, again.indent_first),
                ("space before", own.space_before, again.space_before),
                ("space after", own.space_after, again.space_after),
            ] {
                assert!(close(left, right), "{file}: {words}: {name} {left:?} {right:?}");
            }
        }
    }
}

#[test]
fn pages_and_page_numbers_come_back() {
    for (file, before, after) in pairs() {
        assert_eq!(before.sections.len(), after.sections.len(), "{file}");
        for (own, again) in before.sections.iter().zip(&after.sections) {
            for (left, right) in [
                (own.width, again.width),
                (own.height, again.height),
                (own.margins.top, again.margins.top),
                (own.margins.bottom, again.margins.bottom),
                (own.margins.left, again.margins.left),
                (own.margins.right, again.margins.right),
            ] {
                assert!(close(left, right), "{file}: {left:?} {right:?}");
            }
            assert_eq!(own.orientation, again.orientation, "{file}");
            assert_eq!(own.title_page, again.title_page, "{file}");
            assert_eq!(own.number_start, again.number_start, "{file}");
            assert_eq!(own.page_numbers, again.page_numbers, "{file}");
        }
    }
}

#[test]
fn drawn_lines_come_back() {
    for (file, before, after) in pairs() {
        let lines = |draft: &Draft| -> Vec<(String, f32, f32)> {
            let drawn = draft.lines.iter().filter(|line| line.kind == RuleLineKind::Drawn);
            drawn
                .map(|line| {
                    let words = draft.paragraphs[line.paragraph].text(draft).to_owned();
                    (words, line.length.unwrap_or(-1.0), line.below_anchor.unwrap_or(-1.0))
                })
                .collect()
        };
        let (own, again) = (lines(&before), lines(&after));
        assert!(!own.is_empty(), "{file}");
        assert_eq!(own.len(), again.len(), "{file}: {own:?} {again:?}");
        for (own, again) in own.iter().zip(&again) {
            assert_eq!(own.0, again.0, "{file}");
            assert!(close(Some(own.1), Some(again.1)), "{file}: {own:?} {again:?}");
            assert!(close(Some(own.2), Some(again.2)), "{file}: {own:?} {again:?}");
        }
    }
}

#[test]
fn tables_come_back() {
    for (file, before, after) in pairs() {
        assert_eq!(before.tables.len(), after.tables.len(), "{file}");
        for (own, again) in before.tables.iter().zip(&after.tables) {
            let shape = |table: &thethuc_core::draft::Table| -> Vec<usize> {
                table.rows.iter().map(Vec::len).collect()
            };
            assert_eq!(shape(own), shape(again), "{file}");
            for (own, again) in own.rows.iter().flatten().zip(again.rows.iter().flatten()) {
                assert!(close(own.width, again.width), "{file}: {:?} {:?}", own.width, again.width);
                assert_eq!(own.bordered, again.bordered, "{file}");
            }
        }
    }
}

/// What recognition makes of a draft, without the places.
fn recognized(draft: &Draft, lexicon: &Lexicon) -> String {
    let document = recognize(draft, lexicon);
    let facts = &document.facts;
    let mut told = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}\n",
        facts.class,
        facts.organ,
        facts.form,
        facts.number,
        facts.symbol,
        facts.place,
        facts.date,
        facts.effective
    );
    for part in &document.parts {
        let value = |component: Option<&Component>| component.map(|own| own.value.clone());
        let units: Vec<_> = part.units.iter().map(|unit| (unit.kind, &unit.label_text)).collect();
        let titles: Vec<_> =
            part.units.iter().map(|unit| unit.title.map(|own| own.of(&draft.text))).collect();
        let signed: Vec<_> = part.signatures.iter().map(|own| value(own.name.as_ref())).collect();
        told += &format!(
            "{:?} {:?} {:?} {:?} {:?} {} {units:?} {titles:?} {signed:?} {:?}\n",
            part.kind,
            value(part.form.as_ref()),
            value(part.title.as_ref()),
            value(part.header.organ.as_ref()),
            value(part.preamble.sentence.as_ref()),
            part.preamble.bases.len(),
            part.recipients.as_ref().map(|own| own.items.len()),
        );
    }
    told
}

#[test]
fn the_same_document_is_recognized() {
    let book = thethuc_law::book();
    let lexicon = book.lexicon();
    for (file, before, after) in pairs() {
        assert_eq!(recognized(&before, lexicon), recognized(&after, lexicon), "{file}");
    }
}
