//! Small packages for tests.

use crate::draft::Draft;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package under construction.
pub struct Fixture {
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
}

/// Namespace declarations for parts.
pub const NAMES: &str = concat!(
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ",
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' ",
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' ",
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' ",
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' ",
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' ",
    "xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'"
);

/// A package whose body is `body`.
pub fn body(body: &str) -> Fixture {
    raw(&format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>"))
}

/// A package whose main part is `xml`, named oddly on purpose.
pub fn raw(xml: &str) -> Fixture {
    let rels = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='m' Type='{R}/officeDocument' Target='/word/Main.xml'/></Relationships>"
    );
    Fixture {
        parts: vec![
            ("_rels/.rels".to_owned(), rels.into_bytes()),
            ("word/main.xml".to_owned(), xml.as_bytes().to_vec()),
        ],
        relations: String::new(),
    }
}

impl Fixture {
    /// Adds a part that the main part refers to as `id`, with a root element around `content`.
    pub fn part(self, id: &str, kind: &str, root: &str, content: &str) -> Self {
        let xml = format!("<w:{root} {NAMES}>{content}</w:{root}>");
        self.file(id, kind, xml.into_bytes())
    }

    /// Adds a part as it is.
    pub fn file(mut self, id: &str, kind: &str, bytes: Vec<u8>) -> Self {
        use std::fmt::Write;
        let _ = write!(self.relations, "<Relationship Id='{id}' Type='{R}/{kind}' Target='{id}.xml'/>");
        self.parts.push((format!("word/{id}.xml"), bytes));
        self
    }

    /// Gives the main part other bytes.
    pub fn replace_main(&mut self, bytes: Vec<u8>) {
        self.parts[1].1 = bytes;
    }

    /// Adds a styles part.
    pub fn styles(self, content: &str) -> Self {
        self.part("styles", "styles", "styles", content)
    }

    /// Adds a numbering part.
    pub fn numbering(self, content: &str) -> Self {
        self.part("numbering", "numbering", "numbering", content)
    }

    /// Adds a header part with the given paragraphs.
    pub fn header(self, id: &str, content: &str) -> Self {
        self.part(id, "header", "hdr", content)
    }

    /// The bytes of the package.
    pub fn bytes(mut self) -> Vec<u8> {
        let rels = format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{}\
             </Relationships>",
            self.relations
        );
        self.parts.push(("word/_rels/main.xml.rels".to_owned(), rels.into_bytes()));
        zip(&self.parts)
    }

    /// The draft that is read from it.
    pub fn read(self) -> Draft {
        super::read(&self.bytes()).unwrap_or_else(|error| panic!("{error:?}"))
    }
}

/// A zip file of the given parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let started = writer.start_file(name.as_str(), SimpleFileOptions::default());
        assert!(started.and_then(|()| Ok(writer.write_all(bytes)?)).is_ok());
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A paragraph with properties `ppr` and one run with properties `rpr`.
pub fn p(ppr: &str, rpr: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )
}

/// The words of the paragraphs of a draft.
pub fn words(draft: &Draft) -> Vec<&str> {
    draft.paragraphs.iter().map(|paragraph| paragraph.text(draft)).collect()
}

/// The transitional namespace.
pub const fn transitional() -> &'static str {
    W
}
