use super::{WriteError, order, write};
use std::io::{Cursor, Read};
use thethuc_core::draft::{Capitals, Draft, Story};
use thethuc_core::look::{dress, sheet};
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;

/// An administrative decision in the prescribed look.
fn dressed() -> Draft {
    let book = thethuc_law::book();
    let (_, source) = book.bases().find(|(name, _)| *name == "decision-admin-commune-2026").expect("a base");
    let draft = read("decision.md", source.as_bytes()).expect("readable");
    dress(&draft, &recognize(&draft, book.lexicon()), book.layout().expect("a layout"))
}

/// The draft as a Word document with the named styles of the layout.
fn written(draft: &Draft) -> Result<Vec<u8>, WriteError> {
    write(draft, &sheet(thethuc_law::book().layout().expect("a layout")))
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
    let first = written(&dressed).expect("written");
    let second = written(&dressed).expect("written");
    assert_eq!(first, second);
}

#[test]
fn every_part_is_sound_xml() {
    let dressed = dressed();
    let bytes = written(&dressed).expect("written");
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes[..])).expect("an archive");
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert!(names.len() >= 9, "{names:?}");
    for name in names {
        let mut text = String::new();
        archive.by_name(&name).expect("there").read_to_string(&mut text).expect("UTF-8");
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn lines_stand_where_their_bookmarks_stood() {
    let dressed = dressed();
    let document = part(&written(&dressed).expect("written"), "word/document.xml");
    assert_eq!(document.matches("prst=\"line\"").count(), 3);
    assert!(!document.contains("bookmark"));
}

#[test]
fn nobody_and_no_day_is_named() {
    let dressed = dressed();
    let core = part(&written(&dressed).expect("written"), "docProps/core.xml");
    assert!(!core.contains("creator") && !core.contains("created"), "{core}");
}

#[test]
fn what_would_be_lost_is_refused() {
    let good = dressed();
    let mut numbered = good.clone();
    numbered.paragraphs[0].label = Some("1.".to_owned());
    assert!(matches!(written(&numbered), Err(WriteError::Unsupported("automatic numbers"))));
    let mut small = good.clone();
    small.paragraphs[0].runs[0].style.capitals = Some(Capitals::Small);
    assert!(matches!(written(&small), Err(WriteError::Unsupported("small capitals"))));
    let mut noted = good.clone();
    noted.paragraphs[0].story = Story::Note;
    assert!(matches!(written(&noted), Err(WriteError::Unsupported("notes"))));
    assert!(written(&good).is_ok());
}

/// Where the children of an element do not stand in the order of the schema, with what it does not know.
fn disorder(xml: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let mut faults = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let word =
            node.tag_name().namespace().is_some_and(|space| space.ends_with("wordprocessingml/2006/main"));
        let Some(schema) = schema(name).filter(|_| word) else { continue };
        let children: Vec<&str> = node
            .children()
            .filter(roxmltree::Node::is_element)
            .map(|child| child.tag_name().name())
            .collect();
        let places: Vec<Option<usize>> =
            children.iter().map(|child| schema.iter().position(|own| own == child)).collect();
        if places.contains(&None) || !places.is_sorted() {
            faults.push(format!("{name}: {children:?}"));
        }
    }
    faults
}

/// The sequences of ECMA-376 for the elements beside properties that this writer makes.
fn schema(element: &str) -> Option<&'static [&'static str]> {
    let own: &[&str] = match element {
        "document" => &["background", "body"],
        "styles" => &["docDefaults", "latentStyles", "style"],
        "docDefaults" => &["rPrDefault", "pPrDefault"],
        "rPrDefault" => &["rPr"],
        "pPrDefault" => &["pPr"],
        "tbl" => &["bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "tr"],
        "tblGrid" => &["gridCol"],
        "tr" => &["tblPrEx", "trPr", "tc"],
        "tblInd" | "tblLayout" | "gridCol" | "jc" | "ind" => &[],
        "font" => &["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"],
        "settings" => &["zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang"],
        _ => return order::of(element),
    };
    Some(own)
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    let mut seen = 0;
    for (name, source) in thethuc_law::book().bases() {
        let plain = read("base.md", source.as_bytes()).expect("readable");
        let book = thethuc_law::book();
        let draft = dress(&plain, &recognize(&plain, book.lexicon()), book.layout().expect("a layout"));
        let bytes = written(&draft).expect("written");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes[..])).expect("an archive");
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        for file in names.iter().filter(|file| file.starts_with("word/") && file.contains(".xml")) {
            let mut text = String::new();
            archive.by_name(file).expect("there").read_to_string(&mut text).expect("UTF-8");
            assert_eq!(disorder(&text), Vec::<String>::new(), "{name}: {file}");
            seen += 1;
        }
    }
    assert!(seen > 50);
}

#[test]
fn disorder_is_put_in_order_and_what_has_no_place_is_refused() {
    let around = |inside: &str| {
        format!(
            r#"<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inside}</w:p>"#
        )
    };
    let wrong = around(
        r#"<w:pPr><w:rPr/><w:jc w:val="left"/><w:pStyle w:val="A"/></w:pPr><w:r><w:t> chữ </w:t></w:r>"#,
    );
    let right =
        around(r#"<w:pPr><w:pStyle w:val="A"/><w:jc w:val="left"/></w:pPr><w:r><w:t> chữ </w:t></w:r>"#);
    assert_eq!(disorder(&wrong).len(), 1);
    assert_eq!(order::put(wrong.as_bytes()), Ok(right.into_bytes()));
    assert!(order::put(around("<w:pPr><w:what/></w:pPr>").as_bytes()).is_err());
}

#[test]
fn every_part_is_led_to_and_no_path_leads_nowhere() {
    let bytes = written(&dressed()).expect("written");
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes[..])).expect("an archive");
    let mut names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let types = part(&bytes, "[Content_Types].xml");
    for name in &names {
        let known =
            types.contains(&format!("\"/{name}\"")) || name.contains("_rels/") || name.starts_with('[');
        assert!(known, "{name}: {types}");
    }
    let (mut led, leading) = (Vec::new(), [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")]);
    for (rels, folder) in leading {
        let text = part(&bytes, rels);
        let document = roxmltree::Document::parse(&text).expect("XML");
        let targets = document.root_element().children().filter_map(|node| node.attribute("Target"));
        led.extend(targets.map(|target| format!("{folder}{target}")));
    }
    led.sort();
    names.retain(|name| !name.contains("_rels/") && !name.starts_with('['));
    names.sort();
    assert_eq!(led, names);
    assert!(archive.by_name("word/comments.xml").is_err());
}

#[test]
fn named_styles_carry_the_look_and_lead_the_navigation_pane() {
    let dressed = dressed();
    let bytes = written(&dressed).expect("written");
    let (styles, document) = (part(&bytes, "word/styles.xml"), part(&bytes, "word/document.xml"));
    let layout = thethuc_law::book().layout().expect("a layout").clone();
    for style in &layout.styles {
        assert!(styles.contains(&format!("w:val=\"{}\"", style.name)), "{}", style.name);
    }
    let parsed = roxmltree::Document::parse(&document).expect("XML");
    let (mut named, mut lonely) = (0, Vec::new());
    for paragraph in parsed.descendants().filter(|node| node.tag_name().name() == "p") {
        let has = |name: &str| paragraph.descendants().any(|node| node.tag_name().name() == name);
        if has("pStyle") {
            named += 1;
        } else if has("t") {
            lonely.push(paragraph.range());
        }
    }
    assert!(named > 20 && lonely.is_empty(), "{named} {lonely:?}");
    // A paragraph in the look of its style says nothing of its own.
    assert!(!document.contains("<w:jc w:val=\"both\""), "{document}");
    assert!(styles.contains("<w:outlineLvl w:val=\"4\""));
    let without = part(&write(&dressed, &[]).expect("written"), "word/document.xml");
    assert!(without.contains("<w:jc w:val=\"both\"") && !without.contains("pStyle"));
}
