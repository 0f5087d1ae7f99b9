//! The package around the document: fixed parts, and the archive.
//!
//! Styles, settings and properties are fixed files, not what docx-rs makes: nothing of a person, a
//! machine or an hour gets in, and a sample in version control changes only when its draft does.

use super::sheet::Sheet;
use super::{WriteError, ooxml, order};
use roxmltree::Document;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Document defaults: Times New Roman for every script, Vietnamese.
const STYLES: &str = include_str!("styles.xml");
/// Settings without a trace of a person or a machine.
const SETTINGS: &str = include_str!("settings.xml");
/// Properties that name no author and no time.
const CORE: &str = include_str!("core.xml");

/// The archive, with fixed times and order of parts. What docx-rs makes of comments and numbering is left
/// out: no draft that is written has either, and a part that nothing leads to is disorder.
///
/// # Errors
/// [`WriteError::Package`] with the reason of the archive library, or of [`order::put`].
pub fn finish(parts: ooxml::XMLDocx, sheet: &Sheet<'_>) -> Result<Vec<u8>, WriteError> {
    let fixed = |text: &str| text.as_bytes().to_vec();
    let mut next = 1;
    let mut ordered = |part: Vec<u8>| Ok(number_paragraphs(&order::put(&part)?, &mut next));
    let styles = order::put(&sheet.part(STYLES, &parts.styles)?)?;
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), parts.content_type),
        ("_rels/.rels".to_owned(), parts.rels),
        ("docProps/app.xml".to_owned(), parts.doc_props.app),
        ("docProps/core.xml".to_owned(), fixed(CORE)),
        ("docProps/custom.xml".to_owned(), parts.doc_props.custom),
        ("word/_rels/document.xml.rels".to_owned(), parts.document_rels),
        ("word/document.xml".to_owned(), ordered(parts.document)?),
        ("word/styles.xml".to_owned(), styles),
        ("word/settings.xml".to_owned(), fixed(SETTINGS)),
        ("word/fontTable.xml".to_owned(), parts.font_table),
    ];
    for (kind, parts) in [("header", parts.headers), ("footer", parts.footers)] {
        for (index, part) in parts.into_iter().enumerate() {
            files.push((format!("word/{kind}{}.xml", index + 1), ordered(part)?));
        }
    }
    keep_known(&mut files)?;
    archive(&files).map_err(|error| WriteError::Package(error.to_string()))
}

/// Strikes out of content types and relationships what leads to parts that are not in the package.
///
/// # Errors
/// [`WriteError::Package`] where one of them is no XML.
fn keep_known(files: &mut [(String, Vec<u8>)]) -> Result<(), WriteError> {
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    // Relationships have a content type by their extension.
    let has = |name: &str| names.iter().any(|own| own == name) && !name.contains("_rels/");
    for (name, part) in files.iter_mut() {
        let (attribute, folder) = match name.as_str() {
            "[Content_Types].xml" => ("PartName", ""),
            "word/_rels/document.xml.rels" => ("Target", "word/"),
            _ => continue,
        };
        let fault = |error: &dyn std::fmt::Display| WriteError::Package(error.to_string());
        let text = std::str::from_utf8(part).map_err(|error| fault(&error))?;
        let document = Document::parse(text).map_err(|error| fault(&error))?;
        let lost = document.root_element().children().filter(|node| {
            let path =
                node.attribute(attribute).map(|path| format!("{folder}{}", path.trim_start_matches('/')));
            path.is_some_and(|path| !has(&path))
        });
        let mut kept = text.to_owned();
        for node in lost.collect::<Vec<_>>().into_iter().rev() {
            kept.replace_range(node.range(), "");
        }
        *part = kept.into_bytes();
    }
    Ok(())
}

/// The part with its paragraphs numbered from `next` on: docx-rs counts through the life of a
/// thread, and the same draft shall give the same bytes.
fn number_paragraphs(part: &[u8], next: &mut u32) -> Vec<u8> {
    const MARK: &[u8] = b" w14:paraId=\"";
    let mut out = Vec::with_capacity(part.len());
    let mut at = 0;
    while let Some(found) = find(&part[at..], MARK) {
        let start = at + found + MARK.len();
        let length = part[start..].iter().position(|byte| *byte == b'"').unwrap_or(0);
        out.extend_from_slice(&part[at..start]);
        out.extend_from_slice(format!("{next:08X}").as_bytes());
        *next += 1;
        at = start + length;
    }
    out.extend_from_slice(&part[at..]);
    out
}

/// Where the wanted bytes begin first.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The zip of the files in their order, deflated, all of them dated 1980-01-01.
fn archive(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
