use super::{WriteError, write};
use std::io::{Cursor, Read};
use thethuc_core::draft::{Capitals, Draft, Story};
use thethuc_core::look::dress;
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;

/// An administrative decision in the prescribed look.
fn dressed() -> Draft {
    let book = thethuc_law::book();
    let (_, source) = book.bases().find(|(name, _)| *name == "decision-admin-commune-2026").expect("a base");
    let draft = read("decision.md", source.as_bytes()).expect("readable");
    dress(&draft, &recognize(&draft, book.lexicon()), book.layout().expect("a layout"))
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let dressed = dressed();
    let first = write(&dressed).expect("written");
    let second = write(&dressed).expect("written");
    assert_eq!(first, second);
}

#[test]
fn every_part_is_sound_xml() {
    let dressed = dressed();
    let bytes = write(&dressed).expect("written");
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes[..])).expect("an archive");
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert!(names.len() > 10);
    for name in names {
        let mut text = String::new();
        archive.by_name(&name).expect("there").read_to_string(&mut text).expect("UTF-8");
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn lines_stand_where_their_bookmarks_stood() {
    let dressed = dressed();
    let document = part(&write(&dressed).expect("written"), "word/document.xml");
    assert_eq!(document.matches("prst=\"line\"").count(), 3);
    assert!(!document.contains("bookmark"));
}

#[test]
fn nobody_and_no_day_is_named() {
    let dressed = dressed();
    let core = part(&write(&dressed).expect("written"), "docProps/core.xml");
    assert!(!core.contains("creator") && !core.contains("created"), "{core}");
}

#[test]
fn what_would_be_lost_is_refused() {
    let good = dressed();
    let mut numbered = good.clone();
    numbered.paragraphs[0].label = Some("1.".to_owned());
    assert!(matches!(write(&numbered), Err(WriteError::Unsupported("automatic numbers"))));
    let mut small = good.clone();
    small.paragraphs[0].runs[0].style.capitals = Some(Capitals::Small);
    assert!(matches!(write(&small), Err(WriteError::Unsupported("small capitals"))));
    let mut noted = good.clone();
    noted.paragraphs[0].story = Story::Note;
    assert!(matches!(write(&noted), Err(WriteError::Unsupported("notes"))));
    assert!(write(&good).is_ok());
}
