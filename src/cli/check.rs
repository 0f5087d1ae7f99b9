//! `thethuc check`: the main job.

use super::args::{CheckArgs, ReportFormat};
use super::book::Book;
use super::inputs::{self, Input, Inputs};
use super::output::{Failure, Output, complain};
use super::profiles::Profiles;
use super::{Status, clock, queue, selection, words};
use crate::terminal::{self, Screen};
use std::any::Any;
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe};
use thethuc_core::check::{Checked, Options};
use thethuc_core::document::Document;
use thethuc_core::draft::Format;
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::{Outcome, Reported, Tally, json};

/// Checks everything that the arguments name and reports it in order.
pub fn run(arguments: &CheckArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = Book::load(arguments.rules.as_deref()).map_err(Failure::Words)?;
    let options = options(arguments, &book).map_err(Failure::Words)?;
    let found = inputs::find(&arguments.paths, arguments.name.as_deref());
    output.screen.quiet = arguments.quiet;
    let profiles = Profiles::find(&found);
    for fault in &profiles.faults {
        complain(fault.in_language(output.screen.language), output.screen.language);
    }
    let job = Job {
        book: &book,
        options: &options,
        profiles: &profiles,
        format: arguments.format,
        screen: output.screen,
    };
    let tally = job.run(&found, jobs(arguments), output)?;
    // The process ends here: taking the rule book apart would only cost the user time.
    std::mem::forget(book);
    let of_profiles = if profiles.faults.is_empty() { Status::Clean } else { Status::Misuse };
    Ok(status(&tally, arguments.fail_on.severity()).max(of_profiles))
}

fn options(arguments: &CheckArgs, book: &Book) -> Result<Options, Words> {
    let rules = book.rules();
    selection::verify(&arguments.only, &rules)?;
    selection::verify(&arguments.skip, &rules)?;
    Ok(Options {
        stage: arguments.stage.map(Into::into),
        as_of: arguments.as_of,
        today: clock::today().or(arguments.as_of).ok_or_else(|| clock::wrong("--as-of"))?,
        class: arguments.class.map(Into::into),
        only: arguments.only.clone(),
        skip: arguments.skip.clone(),
        profile: None,
    })
}

fn jobs(arguments: &CheckArgs) -> NonZeroUsize {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    arguments.jobs.unwrap_or_else(cores)
}

/// The status of a run that fails on findings of `least` severity or above; on none if there is no such.
fn status(tally: &Tally, least: Option<Severity>) -> Status {
    let fails = least.is_some_and(|severity| tally.at_least(severity) > 0);
    match (tally.unreadable > 0, fails) {
        (true, _) => Status::Unreadable,
        (false, true) => Status::Findings,
        (false, false) => Status::Clean,
    }
}

/// What all workers share.
struct Job<'a> {
    book: &'a Book,
    options: &'a Options,
    profiles: &'a Profiles,
    format: ReportFormat,
    screen: Screen,
}

/// The report on one input, ready to be written: all that is kept of it.
struct Piece {
    text: String,
    tally: Tally,
}

impl Job<'_> {
    fn run(&self, found: &Inputs, jobs: NonZeroUsize, output: &mut Output) -> Result<Tally, Failure> {
        let mut tally = Tally { other_documents: found.other_documents, ..Tally::default() };
        let is_json = self.format == ReportFormat::Json;
        if is_json {
            output.write(&json::opening(self.screen.language, &self.book.replacing()))?;
        } else if !self.screen.quiet {
            output.write(&terminal::replacing(&self.book.replacing(), self.screen))?;
        }
        // A fault inside is reported as a finding on the file that caused it, not as a trace.
        let hook = panic::take_hook();
        panic::set_hook(Box::new(|_| {}));
        let ended = queue::run(
            &found.items,
            jobs,
            |input| self.piece(input),
            |piece: Piece| {
                let separator =
                    if is_json && tally.documents > 0 && piece.tally.documents > 0 { "," } else { "" };
                tally.add(&piece.tally);
                if piece.text.is_empty() {
                    Ok(())
                } else {
                    output.write(&format!("{separator}{}", piece.text))
                }
            },
        );
        panic::set_hook(hook);
        ended?;
        if is_json {
            output.write(&json::closing(&tally))?;
        } else if !self.screen.quiet {
            output.write(&terminal::summary(&tally, self.screen))?;
        }
        Ok(tally)
    }

    /// Reads, checks and reports one input. Whatever goes wrong inside becomes its report.
    fn piece(&self, input: &Input) -> Piece {
        let worked = panic::catch_unwind(AssertUnwindSafe(|| self.checked_piece(input)));
        match worked {
            Ok(piece) => piece,
            Err(payload) => self.reported(&input.shown(), Outcome::Unreadable(&fault(payload.as_ref()))),
        }
    }

    fn checked_piece(&self, input: &Input) -> Piece {
        let path = input.shown();
        let result = input.bytes().and_then(|bytes| {
            let name = reading_name(input, &path, &bytes);
            let options = Options { profile: self.profiles.of(input), ..self.options.clone() };
            let checked = self.book.check(&name, &bytes, &options).map_err(|error| error.words())?;
            Ok((checked, bytes))
        });
        match result {
            Err(reason) => self.reported(&path, Outcome::Unreadable(&reason)),
            Ok((checked, _)) if is_walked(input) && !is_draft(&checked) => {
                Piece { text: String::new(), tally: Tally::not_a_draft() }
            }
            Ok((checked, bytes)) => {
                self.reported(&path, Outcome::Checked { checked: &checked, source: &bytes })
            }
        }
    }

    fn reported(&self, path: &str, outcome: Outcome<'_>) -> Piece {
        let reported = Reported { path, outcome };
        let text = match self.format {
            ReportFormat::Json => json::document(&reported, self.screen.language),
            ReportFormat::Terminal => terminal::document(&reported, self.book, self.screen),
        };
        Piece { text, tally: Tally::of(outcome) }
    }
}

/// The name that tells the reader the kind of file. Standard input without a name is a Word
/// document if it begins as one, else Markdown.
pub fn reading_name(input: &Input, path: &str, bytes: &[u8]) -> String {
    match input {
        Input::Stdin(None) if bytes.starts_with(b"PK") => "-.docx".to_owned(),
        Input::Stdin(None) => "-.md".to_owned(),
        _ => path.to_owned(),
    }
}

fn is_walked(input: &Input) -> bool {
    matches!(input, Input::File { walked: true, .. })
}

/// Whether a file that nobody named is meant to be a draft. Word files always are; a text file is
/// one if anything was recognized that only a draft has.
fn is_draft(checked: &Checked) -> bool {
    checked.draft.format == Format::Docx || has_marks_of_a_draft(&checked.document)
}

fn has_marks_of_a_draft(document: &Document) -> bool {
    document.parts.iter().any(|part| {
        let header = &part.header;
        header.national_name.is_some()
            || header.number.is_some()
            || part.form.is_some()
            || !part.signatures.is_empty()
    })
}

/// A fault of the program itself, in one sentence.
fn fault(payload: &(dyn Any + Send)) -> Words {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
    words(
        format!("Chương trình gặp lỗi nội bộ khi kiểm tra tệp này ({text}); xin báo lại kèm theo tệp."),
        format!("An internal fault stopped the check of this file ({text}); please report it with the file."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_the_severity_that_fails() {
        let warned = Tally { documents: 1, warnings: 1, ..Tally::default() };
        assert_eq!(status(&warned, Some(Severity::Error)), Status::Clean);
        assert_eq!(status(&warned, Some(Severity::Warning)), Status::Findings);
        assert_eq!(status(&warned, Some(Severity::Note)), Status::Findings);
        assert_eq!(status(&warned, None), Status::Clean);
    }

    #[test]
    fn what_cannot_be_read_wins_over_findings() {
        let tally = Tally { documents: 2, errors: 1, unreadable: 1, ..Tally::default() };
        assert_eq!(status(&tally, Some(Severity::Error)), Status::Unreadable);
        assert_eq!(status(&tally, None), Status::Unreadable);
    }

    #[test]
    fn a_fault_inside_becomes_a_sentence() {
        let caught =
            panic::catch_unwind(|| std::hint::black_box(Vec::<u8>::new())[0]).expect_err("out of bounds");
        assert!(fault(caught.as_ref()).vi.contains("lỗi nội bộ"));
        assert!(fault(caught.as_ref()).en.contains("index out of bounds"));
    }
}
