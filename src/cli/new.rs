//! `thethuc new`: a new draft with all its components and bracketed places to fill in.
//!
//! The models stand in `rules/skeletons`, the look in `rules/layout.yaml`; here they are only asked
//! for and saved.

use super::args::{NewArgs, ReportFormat};
use super::bytes::shown;
use super::output::{Failure, Output, written};

use super::whole_file::save;
use super::{Status, book, clock, words};
use crate::terminal::guide as listed;
use std::path::Path;
use thethuc_compose::write;
use thethuc_core::document::Class;
use thethuc_core::finding::Words;
use thethuc_core::guide::forms;
use thethuc_core::look::sheet;
use thethuc_core::report::guide::json;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::skeleton::{Request, Sketch, sketch};

/// The kinds of files that a draft can be written as.
#[derive(Clone, Copy)]
enum Kind {
    /// `.docx`, dressed as the law prescribes.
    Word,
    /// `.md`, for those who keep drafts as text.
    Markdown,
}

/// Writes the draft that the arguments ask for, or lists what there is to ask for.
///
/// # Errors
/// The extension is another one, the rule book has no such form or model, the file exists or cannot
/// be written.
pub fn run(arguments: &NewArgs, output: &mut Output) -> Result<Status, Failure> {
    // clap wants form, organ and file unless the list is asked for.
    let (Some(form), Some(organ), Some(path)) = (&arguments.form, &arguments.organ, &arguments.output) else {
        return list(arguments, output);
    };
    let kind = kind(path).map_err(Failure)?;
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let request = request(form, organ, arguments).map_err(Failure)?;
    let sketch = sketch(&book, &request).map_err(|refusal| Failure(refusal.words()))?;
    let bytes = match kind {
        Kind::Markdown => sketch.markdown.clone().into_bytes(),
        Kind::Word => word(&sketch, &book).map_err(Failure)?,
    };
    save(path, &bytes, arguments.force).map_err(Failure)?;
    let told = told(&sketch, &shown(path));
    output.write(told.in_language(output.screen.language))?;
    Ok(Status::Clean)
}

/// Lists the forms with their models, those of a class where one is named.
fn list(arguments: &NewArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let rows = forms(&book, arguments.class.map(Into::into));
    output.write(&match arguments.format {
        ReportFormat::Terminal => listed::forms(&rows, output.screen),
        ReportFormat::Json => written(json::forms(&rows))?,
    })?;
    Ok(Status::Clean)
}

/// The kind that the extension of the output asks for.
fn kind(path: &Path) -> Result<Kind, Words> {
    let extension = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("docx") => Ok(Kind::Word),
        Some("md") => Ok(Kind::Markdown),
        _ => Err(words(
            format!("tệp “{}” phải có đuôi .docx hoặc .md.", shown(path)),
            format!("the file “{}” must end in .docx or .md.", shown(path)),
        )),
    }
}

/// What is asked of the skeletons; the day of the draft is today where none is given.
fn request(form: &str, organ: &str, arguments: &NewArgs) -> Result<Request, Words> {
    Ok(Request {
        form: form.to_owned(),
        organ: organ.to_owned(),
        level: arguments.level.map(Into::into),
        class: arguments.class.map(Into::into),
        day: arguments.date.or_else(clock::today).ok_or_else(|| clock::wrong("--date"))?,
        title: arguments.title.clone(),
        place: arguments.place.clone(),
        attached: arguments.attach.clone(),
    })
}

/// The draft as the bytes of a Word document.
fn word(sketch: &Sketch, book: &RuleBook) -> Result<Vec<u8>, Words> {
    let fault = |reason: String| {
        words(
            "không dựng được tệp Word.".to_owned(),
            format!("the Word document could not be made ({reason})."),
        )
    };
    let layout = book.layout().ok_or_else(|| fault("layout.yaml".to_owned()))?;
    let draft = sketch.draft(layout, book.lexicon()).map_err(|error| fault(error.words().en))?;
    write(&draft, &sheet(layout)).map_err(|error| fault(error.to_string()))
}

/// What was written, and what is left to do.
fn told(sketch: &Sketch, path: &str) -> Words {
    let Sketch { form, class, model, places, .. } = sketch;
    let doubt = sketch.doubt.clone().unwrap_or_default();
    let line = |doubt: String| if doubt.is_empty() { doubt } else { doubt + "\n" };
    let (vi, en) = match class {
        Class::Normative => ("quy phạm pháp luật", "normative"),
        Class::Administrative => ("hành chính", "administrative"),
    };
    words(
        format!(
            "Đã ghi “{path}”: {form}, văn bản {vi}. {}.\n\
             Còn {places} chỗ trong ngoặc vuông […] cần điền; điền xong thì kiểm tra: thethuc check {path}\n{}",
            model.vi,
            line(doubt.vi)
        ),
        format!(
            "Wrote “{path}”: {form}, {en}. {}.\n\
             {places} places in square brackets […] are to be filled in; then check it: thethuc check {path}\n{}",
            model.en,
            line(doubt.en)
        ),
    )
}
