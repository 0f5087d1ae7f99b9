//! The clean drafts that faults are planted in.
//!
//! They are ours: the good samples, and those of `xtask/seeds/bases`. No example of a rule starts from one
//! of them, so what rules find here was not shown to them before.

use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::document::{Class, Document};
use thethuc_core::draft::Draft;
use thethuc_core::look::dress;
use thethuc_core::read::read;
use thethuc_core::recognize::recognize;
use thethuc_core::rulebook::{Regime, RuleBook};
use thethuc_core::text::Date;

/// Where clean drafts lie, below the root of the repository. Faulty ones are marked in their names.
const FOLDERS: [&str; 3] = ["samples", "xtask/samples/drafts", "xtask/seeds/bases"];

/// How the name of a sample ends that is faulty, or still has places to fill in.
const LEFT_OUT: [&str; 3] = ["-sai.md", "-du-thao.md", "README.md"];

/// A clean draft.
pub struct Base {
    /// Name of its file without the ending.
    pub name: String,
    /// The words alone, as read from Markdown.
    pub plain: Draft,
    /// The same in the prescribed typography.
    pub dressed: Draft,
    /// What is known of it.
    pub about: About,
}

/// What is known of a clean draft; kinds of faults choose by it.
pub struct About {
    /// Regime by which it is judged.
    pub regime: Regime,
    /// Class.
    pub class: Class,
    /// Day of signing.
    pub day: Date,
    /// Form: `Quyết định`.
    pub form: String,
    /// Kind of organ: `people's-committee`.
    pub organ: String,
    /// Level of the organ: `commune`.
    pub level: String,
}

impl About {
    /// The class as files write it.
    pub const fn class_name(&self) -> &'static str {
        match self.class {
            Class::Normative => "normative",
            Class::Administrative => "administrative",
        }
    }
}

/// All clean drafts, by name.
///
/// # Errors
/// A file that cannot be read, or that is not recognized as a draft of some regime.
pub fn all(root: &Path, book: &RuleBook) -> Result<Vec<Base>, Box<dyn Error>> {
    let mut bases = Vec::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(root.join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_left_out = LEFT_OUT.iter().any(|ending| name.ends_with(ending));
            if let Some(name) = name.strip_suffix(".md").filter(|_| !is_left_out) {
                bases.push(base(name, &fs::read(&path)?, book)?);
            }
        }
    }
    bases.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(bases)
}

fn base(name: &str, bytes: &[u8], book: &RuleBook) -> Result<Base, Box<dyn Error>> {
    let layout = book.layout().ok_or("the rule book has no layout")?;
    let plain = read("a.md", bytes).map_err(|error| format!("{name}: {}", error.words().en))?;
    let document = recognize(&plain, book.lexicon());
    let about = about(&document, book).ok_or_else(|| format!("{name}: not known by form, organ and day"))?;
    let dressed = dress(&plain, &document, layout);
    Ok(Base { name: name.to_owned(), plain, dressed, about })
}

fn about(document: &Document, book: &RuleBook) -> Option<About> {
    let facts = &document.facts;
    let (class, day) = (facts.class.as_ref()?.0, facts.date.whole()?);
    let organ = &facts.organ.as_ref()?.0;
    Some(About {
        regime: book.regime(class, day)?.clone(),
        class,
        day,
        form: facts.form.as_ref()?.0.clone(),
        organ: named(&organ.kind)?,
        level: named(&organ.level)?,
    })
}

/// A word of the vocabulary as files write it.
fn named(word: &impl serde::Serialize) -> Option<String> {
    serde_json::to_value(word).ok()?.as_str().map(str::to_owned)
}
