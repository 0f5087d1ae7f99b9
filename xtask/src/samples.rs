//! Writes `samples/*.docx` from the Markdown in `samples/drafts/`: dressed as the law
//! prescribes, then spoiled where the sample is to show a fault. `cargo xtask samples`
//!
//! The list of samples stands in `samples/samples.yaml`; what each of them shows is told
//! in `samples/README.md`.

use serde::Deserialize;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use thethuc_compose::write;
use thethuc_core::draft::{Alignment, Draft, PagePosition, Paragraph, RuleLineKind, Run};
use thethuc_core::look::{dress, sheet};
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;

/// A sample of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    /// Its Markdown, relative to the root of the repository.
    source: PathBuf,
    /// The Word document, relative to `samples`.
    file: PathBuf,
    /// What is spoiled after dressing, in order.
    #[serde(default)]
    faults: Vec<Fault>,
}

/// One fault of typography.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Fault {
    /// The words that the fault hits: every paragraph that begins with them; all paragraphs if absent.
    at: Option<String>,
    /// Name of the font.
    font: Option<String>,
    /// Size of the letters in points.
    size: Option<f32>,
    /// Whether the words are bold.
    bold: Option<bool>,
    /// Whether they lean.
    italic: Option<bool>,
    /// Colour as `RRGGBB`.
    color: Option<String>,
    /// Where the lines of the paragraph stand.
    alignment: Option<Side>,
    /// Indent of the first line, mm.
    first_line_indent: Option<f32>,
    /// Space below the paragraph, points.
    space_after: Option<f32>,
    /// The drawn line below the words is left out.
    no_line: bool,
    /// Margin of all pages, mm.
    left_margin: Option<f32>,
    /// Margin of all pages, mm.
    right_margin: Option<f32>,
    /// Margin of all pages, mm.
    bottom_margin: Option<f32>,
    /// What is wrong with the page numbers.
    page_number: Option<NumberFault>,
}

/// Alignments as the list writes them.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Side {
    Left,
    Right,
    Center,
    Justified,
}

/// Ways in which page numbers go wrong.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NumberFault {
    /// No page number at all.
    None,
    /// In the footer.
    Footer,
    /// Also on the first page.
    OnFirstPage,
}

/// The drafts of the Word documents, dressed and spoiled, with their paths below `samples`; `root`
/// is the root of the repository.
///
/// # Errors
/// When the list or a source cannot be read.
pub fn drafts(root: &Path) -> Result<Vec<(PathBuf, Draft)>, Box<dyn Error>> {
    let book = thethuc_law::book();
    let layout = book.layout().ok_or("the rule book has no layout")?;
    let list: Vec<Sample> =
        serde_yaml::from_str(&fs::read_to_string(root.join("xtask/samples/samples.yaml"))?)?;
    let mut drafts = Vec::with_capacity(list.len());
    for sample in list {
        let bytes = fs::read(root.join(&sample.source))?;
        let draft = read(&sample.source.to_string_lossy(), &bytes)
            .map_err(|error| format!("{}: {}", sample.source.display(), error.words().en))?;
        let mut dressed = dress(&draft, &recognize(&draft, book.lexicon()), layout);
        for fault in &sample.faults {
            spoil(&mut dressed, fault).map_err(|error| format!("{}: {error}", sample.file.display()))?;
        }
        drafts.push((sample.file, dressed));
    }
    Ok(drafts)
}

/// Spoils a dressed draft. A fault that hits nothing is an error in the list.
fn spoil(draft: &mut Draft, fault: &Fault) -> Result<(), String> {
    spoil_pages(draft, fault);
    let hit: Vec<usize> = match &fault.at {
        Some(words) => (0..draft.paragraphs.len())
            .filter(|index| draft.paragraphs[*index].text(draft).starts_with(words.as_str()))
            .collect(),
        None => (0..draft.paragraphs.len()).collect(),
    };
    if hit.is_empty() {
        return Err(format!("“{}” is nowhere", fault.at.as_deref().unwrap_or_default()));
    }
    if fault.no_line {
        draft.lines.retain(|line| line.kind != RuleLineKind::Drawn || !hit.contains(&line.paragraph));
    }
    for index in hit {
        let paragraph = &mut draft.paragraphs[index];
        spoil_paragraph(paragraph, fault);
        for run in &mut paragraph.runs {
            spoil_run(run, fault);
        }
    }
    Ok(())
}

/// What concerns pages concerns all of them, whatever words the fault names.
fn spoil_pages(draft: &mut Draft, fault: &Fault) {
    for section in &mut draft.sections {
        section.margins.left = fault.left_margin.or(section.margins.left);
        section.margins.right = fault.right_margin.or(section.margins.right);
        section.margins.bottom = fault.bottom_margin.or(section.margins.bottom);
        match fault.page_number {
            Some(NumberFault::None) => section.page_numbers.clear(),
            Some(NumberFault::Footer) => {
                for number in &mut section.page_numbers {
                    number.position = PagePosition::Footer;
                    number.alignment = Some(Alignment::Right);
                }
            }
            Some(NumberFault::OnFirstPage) => section.title_page = false,
            None => {}
        }
    }
}

/// Overrides what the fault gives of the style of a paragraph.
fn spoil_paragraph(paragraph: &mut Paragraph, fault: &Fault) {
    let style = &mut paragraph.style;
    let side = fault.alignment.map(|side| match side {
        Side::Left => Alignment::Left,
        Side::Right => Alignment::Right,
        Side::Center => Alignment::Center,
        Side::Justified => Alignment::Justified,
    });
    style.alignment = side.or(style.alignment);
    style.indent_first = fault.first_line_indent.or(style.indent_first);
    style.space_after = fault.space_after.or(style.space_after);
}

/// Overrides what the fault gives of the style of letters.
fn spoil_run(run: &mut Run, fault: &Fault) {
    let style = &mut run.style;
    style.font = fault.font.clone().or_else(|| style.font.take());
    style.size = fault.size.or(style.size);
    style.bold = fault.bold.or(style.bold);
    style.italic = fault.italic.or(style.italic);
    style.color = fault.color.clone().or_else(|| style.color.take());
}

/// Writes the Word documents below `samples`.
///
/// # Errors
/// A source cannot be read, a fault of the list hits nothing, or a draft holds what is not written.
pub fn write_all(root: &Path) -> Result<(), Box<dyn Error>> {
    let styles = sheet(thethuc_law::book().layout().ok_or("the rule book has no layout")?);
    for (file, draft) in drafts(root)? {
        fs::write(root.join("samples").join(file), write(&draft, &styles)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read};

    /// The parts of a package, unpacked: how they are compressed is nobody's business.
    fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        (0..archive.len())
            .map(|index| {
                let mut file = archive.by_index(index).expect("a part");
                let mut content = Vec::new();
                file.read_to_end(&mut content).expect("unpacked");
                (file.name().to_owned(), content)
            })
            .collect()
    }

    #[test]
    fn the_committed_documents_are_fresh() {
        let folder = crate::root().join("samples");
        let drafts = drafts(&crate::root()).expect("composed");
        assert!(drafts.len() >= 14);
        let styles = sheet(thethuc_law::book().layout().expect("a layout"));
        for (file, draft) in drafts {
            let bytes = write(&draft, &styles).expect("written");
            let committed = fs::read(folder.join(&file)).unwrap_or_default();
            let fresh = !committed.is_empty() && parts(&committed) == parts(&bytes);
            assert!(fresh, "{} is stale: run `cargo xtask samples`", file.display());
        }
    }
}
