//! New drafts: from form, organ, class and day to a draft with all its components and bracketed
//! places to fill in.
//!
//! ```text
//! Request ── choose ──▶ model of rules/skeletons ── fill ──▶ Markdown ── read, recognize, dress ──▶ Draft
//! ```
//!
//! What a model says is data; here it is only chosen and filled in.

mod choose;
mod fill;
mod mark;
mod names;
mod places;
mod refusal;
mod unit;

pub use refusal::Refusal;

use crate::document::{Class, Level};
use crate::draft::Draft;
use crate::finding::Words;
use crate::look::dress;
use crate::read::{ReadError, markdown};
use crate::recognize::recognize;
use crate::rulebook::{Layout, Lexicon, RuleBook};
use crate::text::Date;

/// What a new draft shall be.
#[derive(Clone, Debug)]
pub struct Request {
    /// The form as a person names it: `Quyết định`, `quyet dinh`, `QĐ`, `Decision`.
    pub form: String,
    /// The name of the organ: `Ủy ban nhân dân xã Hòa An`, `Chủ tịch UBND tỉnh An Giao`.
    pub organ: String,
    /// Its level, where its name does not tell.
    pub level: Option<Level>,
    /// The class; administrative if not given.
    pub class: Option<Class>,
    /// The day whose law the draft follows; the draft shows its month and year.
    pub day: Date,
    /// The title; a bracketed place if not given.
    pub title: Option<String>,
    /// The place of issue; the name of the unit if not given.
    pub place: Option<String>,
    /// The form of a text that the draft promulgates (`Quy chế`).
    pub attached: Option<String>,
}

/// A new draft as Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// The text.
    pub markdown: String,
    /// Canonical name of the form.
    pub form: String,
    /// The class.
    pub class: Class,
    /// Name of the model that was followed.
    pub model: Words,
    /// Number of bracketed places to fill in.
    pub places: usize,
    /// What the register of units says against the unit of the organ on the day.
    pub doubt: Option<Words>,
}

/// Sketches a new draft.
///
/// # Errors
/// Says what cannot be, and what can instead.
pub fn sketch(book: &RuleBook, request: &Request) -> Result<Sketch, Refusal> {
    let choice = choose::choose(book, request)?;
    let values = places::values(&choice, request);
    let markdown = fill::fill(&choice, &values);
    Ok(Sketch {
        places: markdown.matches('[').count() - markdown.matches("\\[").count(),
        doubt: unit::doubt(&book.registry().units, &choice.named, choice.day),
        markdown,
        form: choice.form.name.clone(),
        class: choice.class,
        model: choice.model.head.name.words(),
    })
}

impl Sketch {
    /// The draft with the typography that the law prescribes, ready to be written as a Word document. Places
    /// to fill in are highlighted.
    ///
    /// # Errors
    /// Those of reading Markdown; a sketch that [`sketch`] made has none.
    pub fn draft(&self, layout: &Layout, lexicon: &Lexicon) -> Result<Draft, ReadError> {
        let draft = markdown::read(&self.markdown)?;
        let mut dressed = dress(&draft, &recognize(&draft, lexicon), layout);
        mark::places(&mut dressed);
        Ok(dressed)
    }
}
