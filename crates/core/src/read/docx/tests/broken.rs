use super::super::fixture::{NAMES, body, p, raw, words, zip};
use super::super::{limits, read};
use crate::read::ReadError;

fn error_of(bytes: &[u8]) -> ReadError {
    read(bytes).map_or_else(|error| error, |draft| panic!("{:?}", draft.text))
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> =
        parts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    zip(&parts)
}

#[test]
fn other_packages_are_named() {
    let relation = |target: &str| {
        format!(
            "<Relationships><Relationship Type='http://x/officeDocument' Target='{target}'/></Relationships>"
        )
    };
    let excel = package(&[("_rels/.rels", &relation("xl/workbook.xml")), ("xl/workbook.xml", "<workbook/>")]);
    assert_eq!(error_of(&excel), ReadError::OtherKind("Excel (.xlsx)"));
    let slides = package(&[("ppt/presentation.xml", "<presentation/>")]);
    assert_eq!(error_of(&slides), ReadError::OtherKind("PowerPoint (.pptx)"));
    let writer = package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]);
    assert_eq!(error_of(&writer), ReadError::OtherKind("OpenDocument (.odt)"));
    assert_eq!(error_of(&package(&[("a.txt", "a")])), ReadError::NoDocumentPart);
    assert_eq!(error_of(&raw("<w:styles xmlns:w='urn:x'/>").bytes()), ReadError::NoDocumentPart);
}

#[test]
fn the_main_part_is_found_by_its_content_type_too() {
    let xml = format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", p("", "", "chữ"));
    let types = "<Types><Override PartName='/a/b.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let draft = read(&package(&[("[Content_Types].xml", types), ("a/b.xml", &xml)]));
    assert!(draft.is_ok_and(|draft| words(&draft) == ["chữ"]));
}

#[test]
fn damage_is_an_error_with_its_place() {
    let good = body(&p("", "", &"chữ ".repeat(2000))).bytes();
    assert!(matches!(error_of(&good[..good.len() - 30]), ReadError::NotAPackage(_)));
    let mut bad = good.clone();
    let at = bad.windows(13).position(|name| name == b"word/main.xml").unwrap_or_default() + 40;
    bad[at] ^= 0xFF;
    assert!(matches!(error_of(&bad), ReadError::DamagedPart(part, _) if part == "word/main.xml"));
    let broken = raw("<w:document>\n  <a></b></w:document>").bytes();
    assert!(matches!(error_of(&broken), ReadError::BrokenXml(part, 1, 1.., _) if part == "word/main.xml"));
    let styles = body("<w:p/>").file("styles", "styles", b"<w:styles".to_vec()).bytes();
    assert!(matches!(error_of(&styles), ReadError::BrokenXml(part, ..) if part == "word/styles.xml"));
}

#[test]
fn limits_hold() {
    let deep = format!("<w:document {NAMES}><w:body>{}", "<w:tbl><w:tr><w:tc>".repeat(100_000));
    assert!(matches!(error_of(&raw(&deep).bytes()), ReadError::Limit(_)));
    let bomb = format!("<w:document {NAMES}><w:body>{}</w:body></w:document>", " ".repeat(40 << 20));
    assert!(matches!(error_of(&raw(&bomb).bytes()), ReadError::Limit(_)));
    let many: Vec<_> = (0..=limits::ENTRIES).map(|at| (format!("{at}"), Vec::new())).collect();
    assert!(matches!(error_of(&zip(&many)), ReadError::Limit(_)));
    let entities = "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>";
    assert!(matches!(error_of(&raw(entities).bytes()), ReadError::BrokenXml(..)));
}

/// The main thread of a program on Windows has no more than 1 MiB.
#[allow(clippy::disallowed_methods, reason = "a stack of one's own size is that of a thread")]
fn on_a_small_stack(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(test);
    assert!(thread.is_ok_and(|thread| thread.join().is_ok()));
}

#[test]
fn the_deepest_nesting_does_not_exhaust_the_stack() {
    on_a_small_stack(deepest_nesting);
}

fn deepest_nesting() {
    let levels = (limits::DEPTH - 4) / 3;
    let content =
        format!("{}<w:p/>{}", "<w:tbl><w:tr><w:tc>".repeat(levels), "</w:tc></w:tr></w:tbl>".repeat(levels));
    assert_eq!(body(&content).read().tables.len(), levels);
    let levels = limits::DEPTH - 6;
    let content = format!(
        "<w:p>{}<w:r><w:t>a</w:t></w:r>{}</w:p>",
        "<w:ins>".repeat(levels),
        "</w:ins>".repeat(levels)
    );
    assert_eq!(words(&body(&content).read()), ["a"]);
}

#[test]
fn odd_values_do_no_harm() {
    let odd = ["", "-1", "99999999999999999999", "12pt", "50%", "x", "NaN", "1e308", "-2147483648"];
    for value in odd {
        let content = format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{value}'/><w:numId w:val='{value}'/></w:numPr><w:outlineLvl w:val='{value}'/>\
             <w:ind w:left='{value}' w:hanging='{value}'/><w:spacing w:line='{value}' w:before='{value}'/><w:jc w:val='{value}'/></w:pPr>\
             <w:r><w:rPr><w:sz w:val='{value}'/><w:color w:val='{value}'/></w:rPr><w:t>a</w:t><w:sym w:char='{value}'/></w:r></w:p>\
             <w:tbl><w:tblGrid><w:gridCol w:w='{value}'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w='{value}'/><w:gridSpan w:val='{value}'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>\
             <w:sectPr><w:pgSz w:w='{value}' w:h='{value}'/><w:pgMar w:left='{value}'/><w:cols w:num='{value}'/><w:pgNumType w:start='{value}'/></w:sectPr>"
        );
        let numbering = format!(
            "<w:abstractNum w:abstractNumId='{value}'><w:lvl w:ilvl='{value}'><w:start w:val='{value}'/><w:lvlText w:val='%{value}%'/></w:lvl></w:abstractNum>\
             <w:num w:numId='{value}'><w:abstractNumId w:val='{value}'/></w:num>"
        );
        assert!(read(&body(&content).numbering(&numbering).bytes()).is_ok(), "{value}");
    }
}

#[test]
fn every_cut_and_many_flips_end_in_a_result() {
    let content = format!(
        "{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:sectPr/>",
        p("<w:jc w:val='center'/>", "<w:b/>", "chữ &amp; số"),
        p("", "", "ô")
    );
    let xml = format!("<w:document {NAMES}><w:body>{content}</w:body></w:document>");
    for cut in (0..xml.len()).filter(|cut| xml.is_char_boundary(*cut)) {
        assert!(read(&raw(&xml[..cut]).bytes()).is_err(), "{cut}");
    }
    let whole = raw(&xml).bytes();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        // Names and dates may be flipped without harm; there must only be a result.
        let _ = read(&bytes);
        let _ = read(&whole[..at]);
    }
}
