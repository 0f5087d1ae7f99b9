use super::*;
use crate::finding::{Anchor, Fingerprint, Place, Role, Side};
use crate::patch::Mark;
use crate::read::docx;
use crate::read::docx::package::Package;
use crate::text::Span;
use std::io::Write;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package with this main part and these others.
fn package(main: &[u8], others: &[(&str, &str)]) -> Vec<u8> {
    let rels = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='m' Type='{R}/officeDocument' Target='word/document.xml'/></Relationships>"
    );
    let types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>";
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let fixed =
        [(CONTENT_TYPES, types.as_bytes()), ("_rels/.rels", rels.as_bytes()), ("word/document.xml", main)];
    for (name, bytes) in fixed.into_iter().chain(others.iter().map(|(name, text)| (*name, text.as_bytes()))) {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn body(content: &str) -> String {
    format!("<w:document xmlns:w='{W}'><w:body>{content}</w:body></w:document>")
}

fn main_of(bytes: &[u8]) -> String {
    Package::open(bytes).unwrap().part("word/document.xml").unwrap().unwrap().text
}

fn author() -> Author {
    Author { name: "Máy <kiểm tra>".to_owned(), initials: "M".to_owned(), moment: None }
}

/// A remark on words of a draft, sought in its text; none for one at an anchor of its own.
fn remark(draft: &Draft, words: &str, anchor: Anchor) -> Remark {
    let start = draft.text.find(words).unwrap();
    let span = Span::new(start, start + words.len());
    let place = Place { role: Role::Primary, anchor, span, address: crate::document::Address::default() };
    Remark {
        mark: Mark::of("format/x", Fingerprint::of([words])),
        lines: vec!["1. Sai".to_owned()],
        place: Some(place),
    }
}

/// The main part with remarks on words, each found and the file readable again with the same text.
fn on_words(bytes: &[u8], words: &[&str]) -> String {
    let draft = docx::read(bytes).unwrap();
    let remarks: Vec<Remark> = words.iter().map(|own| remark(&draft, own, Anchor::Words)).collect();
    let annotated = annotate(bytes, &draft, &remarks, &author()).unwrap();
    assert_eq!(docx::read(&annotated).unwrap().text, draft.text);
    assert_eq!(clear(&annotated, Extent::All).unwrap().bytes, bytes);
    main_of(&annotated)
}

#[test]
fn a_run_is_cut_where_the_words_begin_and_end() {
    let main = body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nơi nhận gấp</w:t></w:r></w:p>");
    let marked = on_words(&package(main.as_bytes(), &[]), &["nhận"]);
    let expected = body(concat!(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Nơi </w:t></w:r><w:commentRangeStart w:id=\"1\"/>",
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">nhận</w:t></w:r><w:commentRangeEnd w:id=\"1\"/>",
        "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> gấp</w:t></w:r></w:p>"
    ));
    assert_eq!(marked, expected);
}

#[test]
fn whole_runs_are_not_cut_and_tracked_looks_are_not_doubled() {
    let main = body(
        "<w:p><w:r><w:tab/><w:t>Số</w:t></w:r><w:r><w:rPr><w:rPrChange w:id='7'/></w:rPr><w:t>hiệu ba</w:t></w:r></w:p>",
    );
    let marked = on_words(&package(main.as_bytes(), &[]), &["Số", "hiệu"]);
    assert!(
        marked.contains("<w:r><w:tab/></w:r><w:commentRangeStart w:id=\"8\"/><w:r><w:t>Số</w:t></w:r>"),
        "{marked}"
    );
    assert_eq!(marked.matches("rPrChange").count(), 1, "{marked}");
}

#[test]
fn other_prefixes_namespaces_and_encodings_are_met() {
    let bare =
        format!("<document xmlns='{W}' xmlns:q='{W}'><body><p><r><t>Điều một</t></r></p></body></document>");
    let marked = on_words(&package(bare.as_bytes(), &[]), &["một"]);
    assert!(marked.contains(&format!("<w:commentRangeStart xmlns:w=\"{W}\" w:id=\"1\"/>")), "{marked}");
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let other = format!(
        "<x:document xmlns:x='{strict}'><x:body><x:p><x:r><x:t>Điều một</x:t></x:r></x:p></x:body></x:document>"
    );
    let marked = on_words(&package(other.as_bytes(), &[]), &["một"]);
    assert!(marked.contains("<x:commentRangeStart x:id=\"1\"/>"), "{marked}");
    let wide = body("<w:p><w:r><w:t>Điều một 𝄞 hai</w:t></w:r></w:p>");
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(wide.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = on_words(&package(&wide, &[]), &["𝄞 hai"]);
    assert!(marked.contains("<w:t xml:space=\"preserve\">𝄞 hai</w:t>"), "{marked}");
}

#[test]
fn an_attribute_is_not_written_a_second_time() {
    for value in ["default", "pres\u{1161}erve"] {
        let main = body(&format!("<w:p><w:r><w:t xml:space='{value}'>Điều một</w:t></w:r></w:p>"));
        let marked = on_words(&package(main.as_bytes(), &[]), &["một"]);
        assert_eq!(marked.matches("xml:space").count(), 1, "{marked}");
    }
}

#[test]
fn what_cannot_be_cut_is_widened() {
    let main = body("<w:p><w:r><w:t><![CDATA[Điều một]]></w:t></w:r></w:p>");
    let marked = on_words(&package(main.as_bytes(), &[]), &["một"]);
    assert!(
        marked.contains("<w:commentRangeStart w:id=\"1\"/><w:r><w:t><![CDATA[Điều một]]></w:t></w:r>"),
        "{marked}"
    );
    // Blanks that Word drops must not come back.
    let main = body("<w:p><w:r><w:t> Điều một </w:t></w:r></w:p>");
    let marked = on_words(&package(main.as_bytes(), &[]), &["Điều"]);
    assert!(marked.contains("<w:t> Điều một </w:t>"), "{marked}");
}

#[test]
fn gaps_and_foreign_places_stand_in_the_body() {
    let rels = format!(
        "<Relationships xmlns='r'><Relationship Id='h' Type='{R}/header' Target='header1.xml'/></Relationships>"
    );
    let main = format!(
        "<w:document xmlns:w='{W}' xmlns:r='{R}'><w:body><w:p/><w:p><w:pPr/><w:r><w:t>Một</w:t></w:r></w:p><w:p><w:r><w:t>Hai</w:t></w:r></w:p><w:sectPr><w:headerReference w:type='default' r:id='h'/></w:sectPr></w:body></w:document>"
    );
    let header = format!("<w:hdr xmlns:w='{W}'><w:p><w:r><w:t>Đầu trang</w:t></w:r></w:p></w:hdr>");
    let bytes =
        package(main.as_bytes(), &[("word/_rels/document.xml.rels", &rels), ("word/header1.xml", &header)]);
    let draft = docx::read(&bytes).unwrap();
    let two = draft.paragraph_at(draft.text.find("Hai").unwrap()).unwrap();
    let after = remark(&draft, "Hai", Anchor::Gap { paragraph: two, side: Side::After });
    let whole = Remark { mark: Mark::summary(), lines: vec!["Tổng hợp".to_owned()], place: None };
    let above = remark(&draft, "Đầu trang", Anchor::Words);
    let annotated = annotate(&bytes, &draft, &[whole, after, above], &author()).unwrap();
    let marked = main_of(&annotated);
    // An empty paragraph has no content to stand in, so the head of the draft is the next one.
    assert!(
        marked
            .contains("<w:p/><w:p><w:pPr/><w:commentRangeStart w:id=\"1\"/><w:commentRangeEnd w:id=\"1\"/>"),
        "{marked}"
    );
    assert!(marked.contains("<w:t>Hai</w:t></w:r><w:commentRangeStart w:id=\"2\"/>"), "{marked}");
    let mut package = Package::open(&annotated).unwrap();
    assert_eq!(package.part("word/header1.xml").unwrap().unwrap().text, header);
    let comments = package.part("word/comments.xml").unwrap().unwrap().text;
    assert!(comments.contains("w:author=\"Máy &lt;kiểm tra&gt;\""), "{comments}");
}

#[test]
fn what_people_said_stays_and_goes_only_with_the_copy_for_signing() {
    let main = body("<w:p><w:r><w:t>Điều một</w:t></w:r></w:p>");
    let bytes = package(main.as_bytes(), &[]);
    let draft = docx::read(&bytes).unwrap();
    let remarks = [remark(&draft, "một", Anchor::Words), remark(&draft, "Điều", Anchor::Words)];
    let annotated = annotate(&bytes, &draft, &remarks, &author()).unwrap();
    // A person changes the words of the first one and saves.
    let mut package = Package::open(&annotated).unwrap();
    let comments = package.part("word/comments.xml").unwrap().unwrap().text;
    let said = comments.replacen("1. Sai", "1. Không sai", 1);
    let saved =
        rewrite(&annotated, Changes::from([("word/comments.xml".to_owned(), Some(said.into_bytes()))]))
            .unwrap();
    let cleared = clear(&saved, Extent::Untouched).unwrap();
    assert_eq!(cleared.removed, 1);
    assert!(cleared.standing.len() == 1 && cleared.standing[0].edited);
    assert_eq!(cleared.standing[0].words, "1. Không sai");
    assert!(!main_of(&cleared.bytes).contains("customXml"));
    let clean = clear(&cleared.bytes, Extent::All).unwrap();
    assert_eq!((clean.removed, clean.standing.len()), (1, 0));
    assert!(!main_of(&clean.bytes).contains("comment"));
    assert_eq!(docx::read(&clean.bytes).unwrap().text, draft.text);
}

#[test]
fn the_original_is_not_to_be_found_once_something_else_was_saved() {
    let main = body("<w:p><w:r><w:t>Bí mật</w:t></w:r></w:p>");
    let bytes = package(main.as_bytes(), &[]);
    let draft = docx::read(&bytes).unwrap();
    let annotated = annotate(&bytes, &draft, &[remark(&draft, "mật", Anchor::Words)], &author()).unwrap();
    let other = main_of(&annotated).replace("Bí ", "Hở ");
    let saved =
        rewrite(&annotated, Changes::from([("word/document.xml".to_owned(), Some(other.into_bytes()))]))
            .unwrap();
    let mut package = Package::open(&saved).unwrap();
    let part = package.part("customXml/item1.xml").unwrap().unwrap();
    assert!(original::unseal(&annotated, &part.name, &part.text).is_some());
    assert!(original::unseal(&saved, &part.name, &part.text).is_none());
    assert!(!Package::open(&clear(&saved, Extent::All).unwrap().bytes).unwrap().has("customXml/item1.xml"));
}

#[test]
fn obstacles_are_seen() {
    let main = body("<w:p><w:r><w:t>Điều một</w:t></w:r></w:p>");
    assert_eq!(preflight::obstacles(&package(main.as_bytes(), &[])).unwrap(), []);
    let rels = format!(
        "<Relationships xmlns='r'><Relationship Id='a' Type='{R}/settings' Target='settings.xml'/><Relationship Id='b' Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject' Target='vbaProject.bin'/></Relationships>"
    );
    let settings = format!(
        "<w:settings xmlns:w='{W}'><w:documentProtection w:edit='readOnly' w:enforcement='1'/></w:settings>"
    );
    let bytes = package(
        main.as_bytes(),
        &[("word/_rels/document.xml.rels", &rels), ("word/settings.xml", &settings)],
    );
    assert_eq!(
        preflight::obstacles(&bytes).unwrap(),
        [preflight::Obstacle::Macros, preflight::Obstacle::Protected]
    );
}
