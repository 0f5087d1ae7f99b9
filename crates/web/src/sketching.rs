//! New drafts from a model.

use crate::Saved;
use serde::Deserialize;
use thethuc_compose::write;
use thethuc_core::document::Class;
use thethuc_core::finding::Words;
use thethuc_core::guide;
use thethuc_core::look::sheet;
use thethuc_core::report::guide::json;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::skeleton::{self, Request};
use thethuc_core::text::Date;

/// What the page asks for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Asked {
    form: String,
    organ: String,
    class: Option<Class>,
    date: Option<String>,
    title: Option<String>,
    place: Option<String>,
    attach: Option<String>,
}

/// The forms with their models, as `thethuc new --list` writes them for machines.
pub fn forms(book: &RuleBook) -> Result<String, String> {
    json::forms(&guide::forms(book, None)).map_err(|error| error.to_string())
}

/// A new draft as a Word document.
pub fn sketch(book: &RuleBook, request: &str, today: Date, language: Language) -> Result<Saved, Words> {
    let asked: Asked = serde_json::from_str(request).map_err(|error| crate::rules::no_request(&error))?;
    let filled = |own: Option<String>| own.filter(|words| !words.trim().is_empty());
    let day = filled(asked.date).as_deref().map(crate::settings::day).transpose()?.unwrap_or(today);
    let request = Request {
        form: asked.form,
        organ: asked.organ,
        level: None,
        class: asked.class,
        day,
        title: filled(asked.title),
        place: filled(asked.place),
        attached: filled(asked.attach),
    };
    let sketch = skeleton::sketch(book, &request).map_err(|refusal| refusal.words())?;
    let fault = |reason: String| Words {
        vi: "không dựng được tệp Word".to_owned(),
        en: format!("the Word document could not be made ({reason})"),
    };
    let layout = book.layout().ok_or_else(|| fault("layout.yaml".to_owned()))?;
    let draft = sketch.draft(layout, book.lexicon()).map_err(|error| fault(error.words().en))?;
    let bytes = write(&draft, &sheet(layout)).map_err(|error| fault(error.to_string()))?;
    let doubt =
        sketch.doubt.as_ref().map(|own| format!(" {}", own.in_language(language))).unwrap_or_default();
    let places = sketch.places;
    let told = match language {
        Language::Vi => {
            format!("{}. Còn {places} chỗ trong ngoặc vuông […] cần điền.{doubt}", sketch.model.vi)
        }
        Language::En => {
            format!("{}. {places} places in square brackets […] are to be filled in.{doubt}", sketch.model.en)
        }
    };
    let name = format!("{} - {}.docx", sketch.form, language.pick("dự thảo", "draft"));
    Ok(Saved { bytes, name, told })
}
