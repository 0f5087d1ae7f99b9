//! Remarks as comments of a Word document.
//!
//! Parts that need not change are copied as they are packed. The main part gets marks around the words, the
//! part of comments gets what is said; content types and relationships only where there was no such part.
//! Ids go on above the greatest one of all parts. No style is referred to, for the file may not have it.

mod body;
mod comments;
mod container;
mod original;
mod parts;
pub mod preflight;

use super::splice::{Splice, apply};
use super::{Author, Cleared, Extent, Mark, Remark};
use crate::draft::Draft;
use crate::finding::Words;
use crate::read::ReadError;
use crate::read::docx::package::{Package, Part, Relationship};
use crate::read::docx::xml;
use comments::{Comment, Comments, entries_of};
use container::{Changes, rewrite};
use parts::{
    COMMENTS_TYPE, CONTENT_TYPES, at_end, escape, greatest_id, prefix_of, with_content_type,
    with_relationship, without_content_type, without_relationship,
};
use std::collections::BTreeSet;

/// The most remarks that are put into one file: more than that nobody reads, and Word opens no file with
/// more than 32,767 ranges ([MS-OI29500] 2.1.315).
pub const MOST: usize = 500;

/// Why a file cannot be patched.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditError {
    /// It cannot be read.
    Read(ReadError),
    /// The package is damaged; with the technical reason.
    Package(Words),
    /// There is no paragraph that a remark could stand at.
    NoPlace,
    /// Two changes lie on one another: a fault of the program, and nothing was changed.
    Overlap,
}

impl From<ReadError> for EditError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl EditError {
    /// One sentence: what is wrong, and what to do.
    pub fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::Read(error) => return error.words(),
            Self::Package(reason) => (
                format!("Tệp Word bị hỏng, không ghi nhận xét vào được ({}); hãy mở bằng Word, lưu lại rồi thử lại.", reason.vi),
                format!("The Word file is damaged and cannot hold comments ({}); open it in Word, save it and try again.", reason.en),
            ),
            Self::NoPlace => (
                "Tệp không có đoạn văn nào để đặt nhận xét.".to_owned(),
                "The file has no paragraph at which a comment could stand.".to_owned(),
            ),
            Self::Overlap => (
                "Chương trình không đặt được nhận xét vào tệp này; tệp gốc giữ nguyên. Hãy xem báo cáo thay cho nhận xét.".to_owned(),
                "The program could not place the comments in this file; the original is untouched. Use the report instead.".to_owned(),
            ),
        };
        Words { vi, en }
    }
}

/// The parts of a document that remarks concern.
struct Opened {
    main: Part,
    relations: Vec<Relationship>,
    comments: Comments,
    types: Part,
    rels: Option<Part>,
    rels_name: String,
    greatest: u32,
    /// The part that leads back to the original, where the file is a copy of ours.
    way_back: Option<Part>,
}

impl Opened {
    /// Opens a package.
    ///
    /// # Errors
    /// It cannot be read as a Word document.
    fn open(bytes: &[u8]) -> Result<Self, EditError> {
        let mut package = Package::open(bytes)?;
        let name = package.main()?;
        let relations = package.relationships(&name)?;
        let main = package.part(&name)?.ok_or(ReadError::NoDocumentPart)?;
        let comments = Comments::read(&mut package, &main, &relations)?;
        let types = package.part(CONTENT_TYPES)?.ok_or(ReadError::NoDocumentPart)?;
        let (folder, file) = main.name.rsplit_once('/').unwrap_or(("", main.name.as_str()));
        let slash = if folder.is_empty() { "" } else { "/" };
        let rels_name = format!("{folder}{slash}_rels/{file}.rels");
        let rels = package.part(&rels_name)?;
        let greatest = greatest(&mut package, &main, &relations)?;
        let mut way_back = None;
        for relation in relations.iter().filter(|own| own.kind == "customXml") {
            way_back =
                way_back.or(package.part(&relation.target)?.filter(|part| original::is_one(&part.text)));
        }
        Ok(Self { main, relations, comments, types, rels, rels_name, greatest, way_back })
    }

    /// The changed list of content types and relationships, as the changes so far have them.
    fn ties<'c>(&'c self, changes: &'c Changes) -> (String, Option<String>) {
        let content = |name: &str| changes.get(name).and_then(Option::as_ref);
        let text = |part: &Part| match content(&part.name) {
            Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            None => part.text.clone(),
        };
        let rels = match &self.rels {
            Some(part) => Some(text(part)),
            None => content(&self.rels_name).map(|bytes| String::from_utf8_lossy(bytes).into_owned()),
        };
        (text(&self.types), rels)
    }

    /// Notes changed content types and relationships. They are written as UTF-8, which they may be in
    /// whatever encoding they were read.
    fn tie(&self, changes: &mut Changes, types: String, rels: Option<String>) {
        changes.insert(self.types.name.clone(), Some(types.into_bytes()));
        if let Some(rels) = rels {
            let name = self.rels.as_ref().map_or(&self.rels_name, |part| &part.name);
            changes.insert(name.clone(), Some(rels.into_bytes()));
        }
    }

    /// A name for a new part beside the main one that no relationship leads to.
    fn free_name(&self) -> (String, String) {
        let folder =
            self.main.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let taken = |name: &str| self.relations.iter().any(|own| own.target.eq_ignore_ascii_case(name));
        let numbered = (1..=self.relations.len() + 1).map(|number| format!("comments{number}.xml"));
        let mut files = std::iter::once("comments.xml".to_owned()).chain(numbered);
        let file = files.find(|file| !taken(&format!("{folder}{file}"))).unwrap_or_default();
        (format!("{folder}{file}"), file)
    }
}

/// The greatest id of all parts of WordprocessingML.
///
/// # Errors
/// A part is damaged.
fn greatest(package: &mut Package<'_>, main: &Part, relations: &[Relationship]) -> Result<u32, EditError> {
    let mut greatest = greatest_id(&xml::parse(&main.name, &main.text)?);
    let kinds = ["comments", "header", "footer", "footnotes", "endnotes"];
    for relation in relations.iter().filter(|own| kinds.contains(&own.kind.as_str())) {
        if let Some(part) = package.part(&relation.target)? {
            greatest = greatest.max(greatest_id(&xml::parse(&part.name, &part.text)?));
        }
    }
    Ok(greatest.unwrap_or(0))
}

/// The document with a comment for each remark, in their order; `draft` is what was read from the same
/// bytes. At most [`MOST`] are written.
///
/// # Errors
/// The file cannot be read as a Word document, or has no paragraph.
pub fn annotate(
    bytes: &[u8],
    draft: &Draft,
    remarks: &[Remark],
    author: &Author,
) -> Result<Vec<u8>, EditError> {
    let opened = Opened::open(bytes)?;
    let remarks = &remarks[..remarks.len().min(MOST)];
    let places: Vec<_> = remarks.iter().map(|remark| remark.place.clone()).collect();
    let stands = body::stands(draft, &places, &opened.main.name, &opened.main.text, opened.main.encoding);
    let first = first_id(&opened);
    let standing: Vec<(u32, &Remark, body::Stand)> = (first..)
        .zip(remarks.iter().zip(stands))
        .filter_map(|(id, (remark, stand))| Some((id, remark, stand?)))
        .collect();
    if standing.len() < remarks.len() {
        return Err(EditError::NoPlace);
    }
    let marks: Vec<(u32, body::Stand)> = standing.iter().map(|(id, _, stand)| (*id, stand.clone())).collect();
    let document = xml::parse(&opened.main.name, &opened.main.text)?;
    let splices = body::mark(&opened.main.text, &document, &marks);
    let space = document.root_element().tag_name().namespace().unwrap_or_default().to_owned();
    drop(document);
    let mut changes = Changes::new();
    change(&mut changes, &opened.main, splices)?;
    let written = |prefix: &str| {
        standing.iter().map(|(id, remark, _)| comment(prefix, *id, remark, author)).collect::<String>()
    };
    match &opened.comments.part {
        Some(part) => {
            let document = xml::parse(&part.name, &part.text)?;
            let root = document.root_element();
            let (prefix, declared) = match prefix_of(root, &part.text) {
                "" => ("w:", root.tag_name().namespace()),
                prefix => (prefix, None),
            };
            let mut text = written(prefix);
            if let Some(space) = declared {
                text = text.replace("<w:comment ", &format!("<w:comment xmlns:w=\"{space}\" "));
            }
            let splice = at_end(&part.text, root, &text);
            change(&mut changes, part, vec![splice])?;
        }
        None => add_part(&mut changes, &opened, &space, &written("w:"))?,
    }
    with_way_back(bytes, &opened, changes, &space)
}

/// The copy with the part that leads back to its original.
///
/// # Errors
/// A part that must name it is broken.
fn with_way_back(
    bytes: &[u8],
    opened: &Opened,
    mut changes: Changes,
    space: &str,
) -> Result<Vec<u8>, EditError> {
    let package = Package::open(bytes)?;
    let mut names = (1..=u16::MAX).map(|number| format!("customXml/item{number}.xml"));
    let name = names.find(|name| !package.has(name));
    let name = name.unwrap_or_default();
    let target = format!("/{name}");
    let (types, rels) = opened.ties(&changes);
    let types = with_content_type(&types, &name, original::CONTENT_TYPE)?;
    let kind = format!("{}/customXml", relationships_of(space));
    let rels = with_relationship(rels.as_deref(), &kind, &target)?;
    opened.tie(&mut changes, types, Some(rels));
    let copy = rewrite(bytes, changes)?;
    let part = original::seal(bytes, &copy, &name)?;
    rewrite(&copy, Changes::from([(name, Some(part))]))
}

/// The first id that is free; ids are numbers that 31 bits hold, and absurd ones leave the low ones free.
fn first_id(opened: &Opened) -> u32 {
    let room = u32::try_from(MOST).unwrap_or(u32::MAX);
    let highest = i32::MAX.unsigned_abs() - room;
    if opened.greatest < highest {
        return opened.greatest + 1;
    }
    let taken: BTreeSet<u32> = opened.comments.all.iter().filter_map(|own| own.id.parse().ok()).collect();
    (0..highest).find(|first| taken.range(*first..first + room).next().is_none()).unwrap_or(0)
}

/// Notes what becomes of a part.
///
/// # Errors
/// Changes overlap.
fn change(changes: &mut Changes, part: &Part, splices: Vec<Splice>) -> Result<(), EditError> {
    if splices.is_empty() {
        return Ok(());
    }
    let text = apply(&part.text, splices).ok_or(EditError::Overlap)?;
    changes.insert(part.name.clone(), Some(part.encoding.encode(&text)));
    Ok(())
}

/// A part of comments for a document without one.
///
/// # Errors
/// The parts that must name it are broken.
fn add_part(changes: &mut Changes, opened: &Opened, space: &str, comments: &str) -> Result<(), EditError> {
    let (name, file) = opened.free_name();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{space}\">{comments}</w:comments>"
    );
    changes.insert(name.clone(), Some(xml.into_bytes()));
    let (types, rels) = opened.ties(changes);
    let types = with_content_type(&types, &name, COMMENTS_TYPE)?;
    let kind = format!("{}/comments", relationships_of(space));
    let rels = with_relationship(rels.as_deref(), &kind, &file)?;
    opened.tie(changes, types, Some(rels));
    Ok(())
}

/// The namespace of types of relationships that goes with one of WordprocessingML (ECMA-376 part 1,
/// annex A, and part 4 for the transitional one).
fn relationships_of(space: &str) -> &'static str {
    if space.starts_with("http://purl.oclc.org/") {
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    } else {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }
}

/// A comment as XML. Its own look is stated, for the default look of a draft is that of its body.
fn comment(w: &str, id: u32, remark: &Remark, author: &Author) -> String {
    let mut lines = remark.lines.clone();
    lines.push(remark.mark.line(remark.lines.iter().map(String::as_str)));
    let moment =
        author.moment.as_ref().map(|own| format!(" {w}date=\"{}\"", escape(own))).unwrap_or_default();
    let last = lines.len() - 1;
    let paragraphs: Vec<String> =
        lines.iter().enumerate().map(|(at, line)| comment_line(w, line, at == 0, at == last)).collect();
    let paragraphs = paragraphs.concat();
    format!(
        "<{w}comment {w}id=\"{id}\" {w}author=\"{}\"{moment} {w}initials=\"{}\">{paragraphs}</{w}comment>",
        escape(&author.name),
        escape(&author.initials)
    )
}

/// A paragraph of a comment. The first is bold; the last one is the mark, which is for machines.
fn comment_line(w: &str, line: &str, is_first: bool, is_mark: bool) -> String {
    let bold = if is_first { format!("<{w}b/>") } else { String::new() };
    let color = if is_mark { format!("<{w}color {w}val=\"808080\"/>") } else { String::new() };
    // Half points: ten points, eight for the mark.
    let size = if is_mark { 16 } else { 20 };
    format!(
        "<{w}p><{w}pPr><{w}spacing {w}before=\"0\" {w}after=\"0\"/><{w}ind {w}firstLine=\"0\"/><{w}jc {w}val=\"left\"/></{w}pPr><{w}r><{w}rPr>{bold}{color}<{w}sz {w}val=\"{size}\"/><{w}szCs {w}val=\"{size}\"/></{w}rPr><{w}t xml:space=\"preserve\">{}</{w}t></{w}r></{w}p>",
        escape(line)
    )
}

/// The document without remarks of ours, as far as `extent` goes. Comments of people stay as they are.
///
/// # Errors
/// The file cannot be read as a Word document.
pub fn clear(bytes: &[u8], extent: Extent) -> Result<Cleared, EditError> {
    let opened = Opened::open(bytes)?;
    let mut cleared = Cleared { bytes: Vec::new(), removed: 0, answers: 0, standing: Vec::new() };
    let mut gone: Vec<&Comment> = Vec::new();
    for (standing, members) in opened.comments.standing() {
        let goes = standing.mark.is_some() && (extent == Extent::All || !standing.is_touched());
        if goes {
            cleared.removed += 1;
            cleared.answers += standing.answers.len();
            gone.extend(members);
        } else {
            cleared.standing.push(standing);
        }
    }
    if let Some(part) = &opened.way_back
        && let Some(original) = original::unseal(bytes, &part.name, &part.text)
    {
        // It may have held some already.
        cleared.bytes = clear(&original, extent)?.bytes;
        return Ok(cleared);
    }
    if gone.is_empty() && opened.way_back.is_none() {
        cleared.bytes = bytes.to_vec();
        return Ok(cleared);
    }
    cleared.bytes = rewrite(bytes, without(&opened, &gone)?)?;
    Ok(cleared)
}

/// The changes that take comments out of all parts that speak of them.
///
/// # Errors
/// The XML of a part is broken.
fn without(opened: &Opened, gone: &[&Comment]) -> Result<Changes, EditError> {
    let mut changes = Changes::new();
    let ids: BTreeSet<&str> = gone.iter().map(|own| own.id.as_str()).collect();
    let document = xml::parse(&opened.main.name, &opened.main.text)?;
    change(&mut changes, &opened.main, body::unmark(&document, &|id| ids.contains(id)))?;
    if let Some(part) = &opened.comments.part {
        let splices = gone.iter().map(|own| Splice::remove(own.range.clone())).collect();
        change(&mut changes, part, splices)?;
    }
    if let Some(part) = &opened.way_back {
        // It leads nowhere any more.
        changes.insert(part.name.clone(), None);
        let (types, rels) = opened.ties(&changes);
        let types = without_content_type(&types, &part.name)?;
        let rels = rels.map(|rels| without_relationship(&rels, &part.name)).transpose()?;
        opened.tie(&mut changes, types, rels);
    }
    let paragraphs: Vec<&str> =
        gone.iter().flat_map(|own| own.paragraphs.iter().map(String::as_str)).collect();
    let mut leads = Vec::new();
    for part in &opened.comments.beside {
        let ranges = entries_of(part, &paragraphs, &mut leads)?;
        change(&mut changes, part, ranges.into_iter().map(Splice::remove).collect())?;
    }
    Ok(changes)
}

/// The marks of ours in a file, for those who ask whether it is a copy with remarks.
///
/// # Errors
/// The file cannot be read as a Word document.
pub fn marks(bytes: &[u8]) -> Result<Vec<Mark>, EditError> {
    let opened = Opened::open(bytes)?;
    Ok(opened.comments.standing().into_iter().filter_map(|(standing, _)| standing.mark).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says that something cannot fail by failing")]
mod tests;
