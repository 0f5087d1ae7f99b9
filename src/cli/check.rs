//! `thethuc check`: the main job.
//!
//! Files are read and checked by several workers, and reported in the order of the arguments. One
//! piece of report is kept a file, never the draft, so that a folder of any size needs no more
//! memory than its largest drafts.

use super::args::CheckArgs;
use super::inputs::{self, Input, Inputs};
use super::output::{Failure, Output, complain};
use super::profiles::Profiles;
use super::sinks::Sinks;
use super::{Status, book, clock, pack, queue};
use crate::terminal::Extent;
use std::num::NonZeroUsize;
use std::panic;
use thethuc_core::checker::{Checker, Options, guarded};
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported, Tally};

/// Checks everything that the arguments name and reports it in order.
///
/// # Errors
/// The rules of a folder have faults, a name of a rule is unknown, the clock is wrong, or the
/// output is closed. A file that cannot be read is no error: it is reported, and the status tells.
pub fn run(arguments: &CheckArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = book::load(arguments.rules.as_deref()).map_err(Failure)?;
    let book = pack::added(book, arguments.registry.as_deref()).map_err(Failure)?;
    let options = options(arguments).map_err(Failure)?;
    let checker = Checker::new(book, options).map_err(|error| Failure(error.words()))?;
    let found = inputs::find(&arguments.paths, arguments.name.as_deref(), arguments.files_from.as_deref())
        .map_err(Failure)?;
    output.screen.extent = extent(arguments, &found);
    let profiles = Profiles::find(&found);
    for fault in &profiles.faults {
        complain(fault.in_language(output.screen.language), output.screen.language);
    }
    let (formats, sinks) = Sinks::open(arguments, &found, output.screen).map_err(Failure)?;
    let replacing = book::replacing(checker.book());
    let language = output.screen.language;
    let setting = Setting { language, names: checker.book(), replacing: &replacing };
    let job = Job { checker: &checker, profiles: &profiles, formats: &formats, setting };
    let tally = job.run(&found, jobs(arguments), sinks, output)?;
    // The process ends here: taking the rule book apart would only cost the user time.
    drop(replacing);
    std::mem::forget(checker);
    let of_profiles = if profiles.faults.is_empty() { Status::Clean } else { Status::Misuse };
    let allows = arguments.allow_unjudged;
    Ok(status(&tally, arguments.fail_on.severity(), allows).max(of_profiles))
}

/// What the checker is to do. The day comes from `--as-of` where the clock is wrong.
fn options(arguments: &CheckArgs) -> Result<Options, Words> {
    let today = clock::today().or(arguments.as_of).ok_or_else(|| clock::wrong("--as-of"))?;
    let mut options = Options::on(today);
    options.stage = arguments.stage.map(Into::into);
    options.as_of = arguments.as_of;
    options.class = arguments.class.map(Into::into);
    options.quote_secret = arguments.quote_secret;
    options.only.clone_from(&arguments.only);
    options.skip.clone_from(&arguments.skip);
    Ok(options)
}

/// Most files whose findings are shown one by one unless asked for: nobody reads a thousand lines.
const SHOWN: usize = 10;

/// How much the report for people tells.
fn extent(arguments: &CheckArgs, found: &Inputs) -> Extent {
    match found.items.len() {
        _ if arguments.extent.quiet => Extent::Quiet,
        _ if arguments.extent.full => Extent::Full,
        number if arguments.extent.summary || number > SHOWN => Extent::Summary,
        _ => Extent::Usual,
    }
}

/// Workers as asked for, else one a core.
fn jobs(arguments: &CheckArgs) -> NonZeroUsize {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    arguments.jobs.unwrap_or_else(cores)
}

/// The status of a run that fails on findings of `least` severity or above; on none if there is no such.
/// What could not be read wins over findings: the result is not complete. What could not be judged, or was
/// not there, never ends like what is clean, unless the caller allows it.
fn status(tally: &Tally, least: Option<Severity>, allows_unjudged: bool) -> Status {
    let fails = least.is_some_and(|severity| tally.at_least(severity) > 0);
    let lacks = tally.documents == 0 || tally.unjudged + tally.common_only > 0;
    match (tally.unreadable > 0 || (lacks && !allows_unjudged), fails) {
        (true, _) => Status::Unreadable,
        (false, true) => Status::Findings,
        (false, false) => Status::Clean,
    }
}

/// What all workers share.
struct Job<'a> {
    /// The rule book with the options; the same for all drafts.
    checker: &'a Checker,
    /// What organs say of themselves, by folder.
    profiles: &'a Profiles,
    /// The formats of the reports, in the order in which they were asked for.
    formats: &'a [Box<dyn Format>],
    /// What all reports share.
    setting: Setting<'a>,
}

/// The reports on one input, one a form, ready to be written: all that is kept of it.
struct Piece {
    /// What is to be written into each report; empty for a file without anything to say.
    texts: Vec<String>,
    /// What the closing lines tell.
    overview: Overview,
}

impl Job<'_> {
    /// Opens the reports, has all inputs checked, closes them, and gives the sums.
    fn run(
        &self,
        found: &Inputs,
        jobs: NonZeroUsize,
        mut sinks: Sinks,
        output: &mut Output,
    ) -> Result<Tally, Failure> {
        let tally = Tally {
            other_documents: found.other_documents,
            not_drafts: found.not_drafts,
            ..Tally::default()
        };
        let mut overview = Overview { tally, ..Overview::default() };
        sinks.write(&self.texts(|format| format.open(&self.setting)), output)?;
        // A fault inside is reported as a finding on the file that caused it, not as a trace.
        let hook = panic::take_hook();
        panic::set_hook(Box::new(|_| {}));
        let ended = queue::run(
            &found.items,
            jobs,
            |input| self.piece(input),
            |piece: Piece| {
                overview.add(piece.overview);
                sinks.add(self.formats, &piece.texts, output)
            },
        );
        panic::set_hook(hook);
        ended?;
        sinks.write(&self.texts(|format| format.close_over(&overview, &self.setting)), output)?;
        sinks.keep().map_err(Failure)?;
        Ok(overview.tally)
    }

    /// What each form says.
    fn texts(&self, say: impl Fn(&dyn Format) -> String) -> Vec<String> {
        self.formats.iter().map(|format| say(format.as_ref())).collect()
    }

    /// Reads, checks and reports one input. Whatever goes wrong inside becomes its report.
    fn piece(&self, input: &Input) -> Piece {
        let path = input.shown();
        let worked = guarded(|| self.checked_piece(input, &path));
        worked.unwrap_or_else(|fault| self.reported(&path, Outcome::Unreadable(&fault.words())))
    }

    /// One input read and checked. A text that is found in a folder and looks like no draft is
    /// passed over; one that the user named is reported all the same.
    fn checked_piece(&self, input: &Input, path: &str) -> Piece {
        let result = input.bytes().and_then(|bytes| {
            let checked = self.checker.check_for(self.profiles.of(input), &input.reading_name(), &bytes);
            Ok((checked.map_err(|error| error.words())?, bytes))
        });
        match result {
            Err(reason) => self.reported(path, Outcome::Unreadable(&reason)),
            Ok((checked, _)) if input.is_walked() && !checked.is_draft() => {
                let overview = Overview { tally: Tally::not_a_draft(), ..Overview::default() };
                Piece { texts: Vec::new(), overview }
            }
            Ok((checked, bytes)) => {
                self.reported(path, Outcome::Checked { checked: &checked, source: &bytes })
            }
        }
    }

    /// The piece of an outcome in the format of the run.
    fn reported(&self, path: &str, outcome: Outcome<'_>) -> Piece {
        let reported = Reported { path, outcome };
        let document = Document::of(&reported);
        let texts = self.texts(|format| format.piece(&document, &reported, &self.setting));
        Piece { texts, overview: Overview::of(&reported) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thethuc_core::report::SetAside;

    #[test]
    fn the_status_follows_the_severity_that_fails() {
        let warned = Tally { documents: 1, warnings: 1, ..Tally::default() };
        assert_eq!(status(&warned, Some(Severity::Error), false), Status::Clean);
        assert_eq!(status(&warned, Some(Severity::Warning), false), Status::Findings);
        assert_eq!(status(&warned, Some(Severity::Note), false), Status::Findings);
        assert_eq!(status(&warned, None, false), Status::Clean);
    }

    #[test]
    fn what_was_decided_or_known_before_fails_nothing() {
        let set_aside = SetAside { errors: 1, ..SetAside::default() };
        let all = Tally { documents: 1, errors: 1, set_aside, ..Tally::default() };
        assert_eq!(status(&all, Some(Severity::Note), false), Status::Clean);
        assert_eq!(status(&Tally { errors: 2, ..all }, Some(Severity::Error), false), Status::Findings);
    }

    #[test]
    fn what_cannot_be_read_wins_over_findings() {
        let tally = Tally { documents: 2, errors: 1, unreadable: 1, ..Tally::default() };
        assert_eq!(status(&tally, Some(Severity::Error), false), Status::Unreadable);
        assert_eq!(status(&tally, None, true), Status::Unreadable);
    }

    #[test]
    fn what_was_not_judged_does_not_end_like_what_is_clean() {
        let unjudged = Tally { documents: 2, unjudged: 1, ..Tally::default() };
        let common_only = Tally { documents: 2, errors: 1, common_only: 1, ..Tally::default() };
        for (tally, allowed) in
            [(Tally::default(), Status::Clean), (unjudged, Status::Clean), (common_only, Status::Findings)]
        {
            assert_eq!(status(&tally, Some(Severity::Error), false), Status::Unreadable);
            assert_eq!(status(&tally, Some(Severity::Error), true), allowed);
        }
    }
}
