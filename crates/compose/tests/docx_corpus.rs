//! The Word reader on real files: hundreds of difficult ones, and Vietnamese layouts, of which
//! the text is compared with what another reader finds.
//!
//! The files are no part of the repository. Their folder is looked for beside it, or where
//! `THETHUC_SHARED` says; without it the tests say so and pass.
#![allow(clippy::unwrap_used)]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stderr,
    reason = "a test reads files and says what it skips"
)]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thethuc_core::draft::{Alignment, Draft, RunStyle, Story};
use thethuc_core::read::{ReadError, docx};
use thethuc_core::text::Span;
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

/// The longest that one file may take; a build that is not optimized is ten times as slow.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// Files that the list says open, but that hold no document we read, with the reason.
const NOT_READ: [(&str, &str); 2] = [
    ("apache-poi/ExternalEntityInText.docx", "declares an entity in a DTD; refused on purpose"),
    ("apache-poi/stress025.docx", "holds a theme and no document; the main relationship points at a theme"),
];

fn folder(name: &str) -> Option<PathBuf> {
    let shared = std::env::var("THETHUC_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared").to_owned());
    let folder = Path::new(&shared).join("corpus").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is absent", folder.display());
    None
}

/// The column `state` of the list of files, by file.
fn states(folder: &Path) -> BTreeMap<String, String> {
    let list = fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap();
    let mut rows = list.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let column = |name: &str| head.iter().position(|known| *known == name).unwrap();
    let (file, state) = (column("file"), column("state"));
    rows.map(|row| (row[file].to_owned(), row[state].to_owned())).collect()
}

/// The name of an error, for counting.
fn name(error: &ReadError) -> &'static str {
    match error {
        ReadError::Encrypted => "encrypted",
        ReadError::OtherKind(_) => "other kind",
        ReadError::NotAPackage(_) => "not a package",
        ReadError::NoDocumentPart => "no document part",
        ReadError::DamagedPart(..) => "damaged part",
        ReadError::BrokenXml(..) => "broken XML",
        ReadError::Limit(_) => "limit",
        _ => "other",
    }
}

#[test]
fn difficult_files_are_read_or_refused_in_time() {
    let Some(folder) = folder("robustness") else { return };
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut words = 0;
    let mut slowest = (Duration::ZERO, String::new());
    for (file, state) in states(&folder) {
        let bytes = fs::read(folder.join(&file)).unwrap();
        let begin = Instant::now();
        let result = docx::read(&bytes);
        let taken = begin.elapsed();
        assert!(taken < LONGEST, "{file} took {taken:?}");
        if taken > slowest.0 {
            slowest = (taken, file.clone());
        }
        *outcomes.entry(result.as_ref().map_or_else(name, |_| "read")).or_default() += 1;
        let excused = NOT_READ.iter().any(|(known, _)| *known == file);
        let should_open = state == "opens" || state == "strict namespace";
        match &result {
            Ok(draft) => {
                assert!(should_open && !excused, "{file} is {state}, and yet was read");
                check(&file, draft);
                words += check_pieces(&file, draft, &bytes);
            }
            Err(error) => assert!(!should_open || excused, "{file}: {error:?}"),
        }
        if state == "encrypted" {
            assert_eq!(result.err(), Some(ReadError::Encrypted), "{file}");
        }
    }
    assert!(words > 100_000, "{words} words were led back");
    eprintln!("{outcomes:?}, slowest {slowest:?}, {words} words led back to their bytes");
}

/// Leads every word back to its bytes: no piece holds markup, and together they are the word, or less
/// where a letter of it stands as an element (a symbol, a hyphen that does not break). Gives the number of
/// words that are whole.
fn check_pieces(file: &str, draft: &Draft, bytes: &[u8]) -> usize {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts: Vec<Option<String>> = Vec::new();
    for name in draft.map.parts() {
        let mut content = Vec::new();
        let index = archive.file_names().position(|known| known.trim_start_matches('/') == name);
        archive.by_index(index.unwrap()).unwrap().read_to_end(&mut content).unwrap();
        // A part in another encoding has a test of its own.
        parts.push(String::from_utf8(content).ok());
    }
    let mut whole = 0;
    for paragraph in &draft.paragraphs {
        if let Some(element) = paragraph.element
            && let Some(part) = &parts[element.part]
        {
            let element = &part[element.start..element.end];
            assert!(element.starts_with('<') && element.ends_with('>'), "{file}: {element}");
        }
        assert!(paragraph.stands_at.is_none_or(|at| at < draft.paragraphs.len()), "{file}");
        let text = paragraph.text(draft);
        for word in text.split_whitespace() {
            let start = paragraph.span.start + (word.as_ptr() as usize - text.as_ptr() as usize);
            let pieces = draft.map.pieces(Span::new(start, start + word.len()));
            let Some(raw) = pieces
                .iter()
                .map(|piece| Some(parts[piece.part].as_ref()?.get(piece.start..piece.end).unwrap()))
                .collect::<Option<Vec<&str>>>()
            else {
                continue;
            };
            assert!(raw.iter().all(|raw| !raw.contains(['<', '>'])), "{file}: {word} from {raw:?}");
            let found = letters(&unescaped(&raw.concat()));
            let wanted = letters(word);
            whole += usize::from(found == wanted);
            let mut rest = wanted.chars();
            let is_part = found.chars().all(|letter| rest.any(|own| own == letter));
            assert!(is_part, "{file}: {word} from {raw:?}");
        }
    }
    whole
}

/// XML text as it reads.
fn unescaped(raw: &str) -> String {
    let xml = format!("<a>{raw}</a>");
    roxmltree::Document::parse(&xml).unwrap().root_element().text().unwrap_or_default().to_owned()
}

/// What holds for every draft: spans in order, runs without gaps, indices that exist.
fn check(file: &str, draft: &Draft) {
    let mut end = 0;
    for paragraph in &draft.paragraphs {
        assert_eq!(paragraph.span.start, end, "{file}: paragraphs without gaps");
        end = paragraph.span.end + 1;
        let mut at = paragraph.span.start;
        for run in &paragraph.runs {
            assert_eq!(run.span.start, at, "{file}: runs without gaps");
            assert!(draft.text.get(run.span.start..run.span.end).is_some(), "{file}");
            at = run.span.end;
        }
        assert_eq!(at, paragraph.span.end, "{file}: runs cover the paragraph");
        assert!(paragraph.section < draft.sections.len(), "{file}: sections exist");
        if let Some(cell) = paragraph.cell {
            assert!(draft.tables[cell.table].rows[cell.row].len() > cell.column, "{file}: cells exist");
        }
        if !paragraph.span.is_empty() {
            assert!(draft.map.source(paragraph.span).is_some(), "{file}: text has a source");
        }
    }
    assert_eq!(end, draft.text.len(), "{file}: paragraphs cover the text");
    for (table, row) in draft.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row))) {
        assert!(table.host.is_none_or(|host| host.table < draft.tables.len()), "{file}");
        assert!(row.iter().all(|cell| cell.paragraphs.1 <= draft.paragraphs.len()), "{file}");
    }
    for line in &draft.lines {
        assert!(line.paragraph < draft.paragraphs.len(), "{file}: lines have an anchor");
    }
}

/// The letters of a text in the normal form, without what no reader keeps in the same way: white
/// space and what has no width. A hyphen that does not break is a hyphen.
fn letters(text: &str) -> String {
    let shown = |letter: &char| !letter.is_whitespace() && !('\u{200B}'..='\u{200F}').contains(letter);
    text.nfc()
        .filter(|letter| shown(letter) && *letter != '\u{AD}' && *letter != '\u{FEFF}')
        .map(|letter| if letter == '\u{2011}' { '-' } else { letter })
        .collect()
}

/// All text of runs in what docx-rs read. Left out on both sides: deleted text, which we never
/// read, and text boxes, which stand elsewhere in its structure.
fn collect(value: &Value, found: &mut String) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => match fields.get("type").and_then(Value::as_str) {
            Some("text") => {
                found.push_str(
                    fields.get("data").and_then(|data| data.get("text")?.as_str()).unwrap_or_default(),
                );
            }
            Some("delete" | "deleteText" | "textBox" | "shape" | "drawing") => {}
            _ => fields.values().for_each(|value| collect(value, found)),
        },
        _ => {}
    }
}

#[test]
fn the_body_text_is_what_another_reader_finds() {
    let Some(folder) = folder("layout") else { return };
    let mut compared = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "docx") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let draft = docx::read(&bytes).unwrap();
        check(&path.display().to_string(), &draft);
        let body = draft.paragraphs.iter();
        let body = body.filter(|paragraph| paragraph.story == Story::Body && !paragraph.in_text_box);
        let ours: String = body.map(|paragraph| paragraph.text(&draft)).collect();
        let other = docx_rs::read_docx(&bytes).unwrap();
        let mut theirs = String::new();
        collect(&serde_json::to_value(&other.document.children).unwrap(), &mut theirs);
        let (ours, theirs) = (letters(&ours), letters(&theirs));
        let same = ours.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).count();
        let part = |text: &str| text.chars().skip(same.saturating_sub(10)).take(50).collect::<String>();
        let (one, another) = (part(&ours), part(&theirs));
        assert!(ours == theirs, "{}: “{one}” and “{another}”", path.display());
        assert!(ours.len() > 100, "{}", path.display());
        compared += 1;
    }
    assert!(compared > 0);
}

/// Whether a length in mm is what it should be, to a tenth of a mm.
fn near(length: Option<f32>, expected: f32) -> bool {
    length.is_some_and(|length| (length - expected).abs() < 0.1)
}

/// The draft of a file, and the style of the run that begins with some words.
fn style_of(draft: &Draft, words: &str) -> (RunStyle, Option<Alignment>) {
    let mut runs =
        draft.paragraphs.iter().flat_map(|paragraph| paragraph.runs.iter().map(move |run| (paragraph, run)));
    let (paragraph, run) = runs.find(|(_, run)| run.span.of(&draft.text).starts_with(words)).unwrap();
    (run.style.clone(), paragraph.style.alignment)
}

#[test]
fn typography_of_known_layouts() {
    let Some(folder) = folder("layout") else { return };
    let read = |name: &str| docx::read(&fs::read(folder.join(name)).unwrap()).unwrap();
    let template = read("tpl-quyet-dinh.docx");
    let page = &template.sections[0];
    assert!(near(page.width, 210.0) && near(page.height, 297.0));
    assert!(near(page.margins.left, 30.0) && near(page.margins.right, 20.0) && near(page.margins.top, 20.0));
    let (motto, alignment) = style_of(&template, "Độc lập");
    assert_eq!((motto.font.as_deref(), motto.size), (Some("Times New Roman"), Some(14.0)));
    assert_eq!((motto.bold, alignment), (Some(true), Some(Alignment::Center)));
    assert!(near(template.lines[1].length, 54.0), "the rule under the motto is a border in a cell");

    let decree = read("nd30-2020-main.docx");
    let page = &decree.sections[0];
    assert!(near(page.margins.left, 35.0) && near(page.margins.top, 25.0) && near(page.margins.right, 20.0));
    let [number] = page.page_numbers.as_slice() else { panic!("{:?}", page.page_numbers) };
    assert_eq!((number.alignment, number.style.size), (Some(Alignment::Center), Some(14.0)));
    assert!(page.title_page && number.beside.is_empty());
    let (basis, alignment) = style_of(&decree, "Căn cứ Luật Tổ chức Chính phủ");
    assert_eq!((basis.italic, basis.size, alignment), (Some(true), Some(14.0), Some(Alignment::Justified)));

    let school = read("tpl-school-vml-lines.docx");
    assert!(near(school.lines[0].length, 28.6) && near(school.lines[1].length, 60.3));
}
