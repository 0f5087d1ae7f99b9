//! `thethuc show`: the structure that is recognized in a draft.

use super::args::{ReportFormat, ShowArgs};
use super::bytes::STANDARD_INPUT;
use super::inputs::Input;
use super::output::{Failure, Output, complain};
use super::{Status, words};
use crate::terminal;
use thethuc_core::finding::Words;
use thethuc_core::read::{ReadError, read};
use thethuc_core::recognize::recognize;
use thethuc_core::report::structure::{self, Structure};

/// Shows the structure of one draft. No rule is applied, so the embedded words of recognition are
/// enough.
///
/// # Errors
/// The output is closed. A draft that cannot be read is told and gives [`Status::Unreadable`].
pub fn run(arguments: &ShowArgs, output: &mut Output) -> Result<Status, Failure> {
    let input = if arguments.file.as_os_str() == STANDARD_INPUT {
        Input::Stdin(arguments.name.clone())
    } else {
        Input::File { path: arguments.file.clone(), walked: false }
    };
    match shown(&input, arguments.format, output) {
        Ok(text) => output.write(&text).map(|()| Status::Clean),
        Err(reason) => {
            let language = output.screen.language;
            complain(reason.in_language(language), language);
            Ok(Status::Unreadable)
        }
    }
}

/// The structure in the format asked for.
fn shown(input: &Input, format: ReportFormat, output: &Output) -> Result<String, Words> {
    let path = input.shown();
    let bytes = input.bytes()?;
    let draft = read(&input.reading_name(), &bytes).map_err(|error| named(&path, &error))?;
    let document = recognize(&draft, thethuc_law::book().lexicon());
    match format {
        ReportFormat::Terminal => {
            Ok(terminal::tree(&Structure::of(&path, &draft, &bytes, &document), output.screen))
        }
        ReportFormat::Json => structure::json(&path, &draft, &bytes, &document).map_err(|error| {
            words("không ghi được JSON.".to_owned(), format!("JSON could not be written ({error})."))
        }),
    }
}

/// The reason with the name of the file before it.
fn named(path: &str, error: &ReadError) -> Words {
    let reason = error.words();
    words(format!("“{path}”: {}", reason.vi), format!("“{path}”: {}", reason.en))
}
