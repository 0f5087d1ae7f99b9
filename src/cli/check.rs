//! `thethuc check`: the main job.
//!
//! Files are read and checked by several workers, and reported in the order of the arguments. One
//! piece of report is kept a file, never the draft, so that a folder of any size needs no more
//! memory than its largest drafts.

use super::args::CheckArgs;
use super::before::Before;
use super::config::holding::Holding;
use super::inputs::Input;
use super::known;
use super::output::{Failure, Output, complain, remark};
use super::paths::document_path;
use super::progress::Progress;
use super::queue::workers;
use super::setup::{self, Setup};
use super::sinks::Sinks;
use super::watch::Watch;
use super::{Status, queue, stale};
use crate::terminal::Extent;
use std::num::NonZeroUsize;
use std::panic;
use thethuc_core::checker::{Checked, guarded};
use thethuc_core::finding::{State, Words};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::config::Show;
use thethuc_core::triage::{Identity, KnownDocument, Met, triage_since};

/// Checks everything that the arguments name and reports it in order.
///
/// # Errors
/// The rules of a folder have faults, a name of a rule is unknown, the clock is wrong, or the
/// output is closed; or what is to be watched cannot be. A file that cannot be read is no error: it is
/// reported, and the status tells.
pub fn run(arguments: &CheckArgs, output: &mut Output) -> Result<Status, Failure> {
    // Watched before anything is read: what changes meanwhile is checked again.
    let watch = if arguments.watch {
        let (paths, followed) = setup::followed(arguments).map_err(Failure)?;
        Some(Watch::over(&paths, &followed)?)
    } else {
        None
    };
    let mut status = once(arguments, output)?;
    while let Some(watch) = watch.as_ref().filter(|_| !output.is_left()) {
        watch.wait(output.screen.language)?;
        status = once(arguments, output)?;
    }
    Ok(status)
}

/// Checks everything once, and gives the status to end with.
fn once(arguments: &CheckArgs, output: &mut Output) -> Result<Status, Failure> {
    let setup = Setup::of(arguments, output).map_err(Failure)?;
    with(setup, arguments, output)
}

/// Checks what was gathered, and gives the status to end with.
///
/// # Errors
/// See [`run`].
pub fn with(setup: Setup, arguments: &CheckArgs, output: &mut Output) -> Result<Status, Failure> {
    let language = output.screen.language;
    output.screen.extent = extent(arguments, &setup);
    for fault in &setup.holdings.faults {
        complain(fault.in_language(language), language);
    }
    let Setup { wanted, found, told, .. } = &setup;
    let opened = Sinks::open(wanted, found, told, arguments.extent.summary, output.screen);
    let (formats, sinks) = opened.map_err(Failure)?;
    let (replacing, names) = (setup.holdings.replacing(), setup.holdings.names(setup.pages.as_deref()));
    let setting = Setting { language, names: &names, replacing: &replacing };
    let before = setup.since.as_ref().map(Before::of);
    let job = Job { setup: &setup, formats: &formats, setting, before };
    let sums = job.run(workers(arguments.jobs), sinks, output)?;
    if let Some(words) = job.before.as_ref().and_then(Before::told) {
        remark(words.in_language(language), language);
    }
    let is_whole = arguments.sources.only.is_empty() && arguments.sources.skip.is_empty();
    let has_revision = setup.since.is_some();
    let stale = stale::told(&setup.holdings, &sums.mets, &setup.known, &setup.walked, is_whole, has_revision);
    for words in stale {
        remark(words.in_language(language), language);
    }
    if setup.writes {
        setup.known.write(sums.known, setup.holdings.books()).map_err(Failure)?;
    }
    let fails = sums.fails && !setup.writes;
    let of_files = if setup.holdings.faults.is_empty() { Status::Clean } else { Status::Misuse };
    let ended = status(&sums.overviews.all.tally, fails, setup.allows_unjudged).max(of_files);
    drop(replacing);
    if !arguments.watch {
        // The process ends here: taking the rule book apart would only cost the user time.
        std::mem::forget(setup);
    }
    Ok(ended)
}

/// Most files whose findings are shown one by one unless asked for: nobody reads a thousand lines.
const SHOWN: usize = 10;

/// How much the report for people tells. Where only what is new is shown, that is shown however many files there are.
fn extent(arguments: &CheckArgs, setup: &Setup) -> Extent {
    let is_of_news = setup.since.is_some() || (setup.known.is_held() && !setup.writes);
    match setup.found.items.len() {
        _ if arguments.extent.quiet => Extent::Quiet,
        _ if arguments.extent.full => Extent::Full,
        number if number > SHOWN && is_of_news && !arguments.extent.summary => Extent::News,
        number if arguments.extent.summary || number > SHOWN => Extent::Summary,
        _ => Extent::Usual,
    }
}

/// The status of a run; `fails`: something was found at or above the severity that fails.
/// What could not be read wins over findings: the result is not complete. What could not be judged, or was
/// not there, never ends like what is clean, unless the caller allows it.
fn status(tally: &Tally, fails: bool, allows_unjudged: bool) -> Status {
    let lacks = tally.is_of_nothing() || tally.unjudged + tally.common_only > 0;
    match (tally.unreadable > 0 || (lacks && !allows_unjudged), fails) {
        (true, _) => Status::Unreadable,
        (false, true) => Status::Findings,
        (false, false) => Status::Clean,
    }
}

/// What all workers share.
struct Job<'a> {
    /// What is to be done, and what holds for each draft.
    setup: &'a Setup,
    /// The formats of the reports, in the order in which they were asked for.
    formats: &'a [Box<dyn Format>],
    /// What all reports share.
    setting: Setting<'a>,
    /// The earlier states of the drafts, where only changes count.
    before: Option<Before<'a>>,
}

/// What the closing lines tell, for forms that show all findings, and for those that show new ones alone.
#[derive(Default)]
struct Overviews {
    all: Overview,
    new: Overview,
}

/// The reports on one input, one a form, ready to be written: all that is kept of it.
#[derive(Default)]
struct Piece {
    /// What is to be written into each report; empty for a file without anything to say.
    texts: Vec<String>,
    /// What the closing lines tell.
    overviews: Overviews,
    /// Whether it has findings at or above the severity that fails.
    fails: bool,
    /// What of the lists was met in it, with the number of what holds for it.
    met: (usize, Met),
    /// What a baseline says of it, where one is written.
    known: Option<KnownDocument>,
}

/// What is left of a run.
struct Sums {
    overviews: Overviews,
    fails: bool,
    mets: Vec<Met>,
    known: Vec<KnownDocument>,
}

impl Job<'_> {
    /// Opens the reports, has all inputs checked, closes them, and gives the sums.
    fn run(&self, jobs: NonZeroUsize, mut sinks: Sinks, output: &mut Output) -> Result<Sums, Failure> {
        let found = &self.setup.found;
        let tally = Tally {
            other_documents: found.other_documents,
            not_drafts: found.not_drafts,
            untouched: self.setup.untouched,
            ..Tally::default()
        };
        let overview = Overview { tally, ..Overview::default() };
        let overviews = Overviews { all: overview.clone(), new: overview };
        let mets = vec![Met::default(); self.setup.holdings.all().len()];
        let mut sums = Sums { overviews, fails: false, mets, known: Vec::new() };
        let opening: Vec<String> = self.formats.iter().map(|format| format.open(&self.setting)).collect();
        sinks.write(&opening, output)?;
        let progress = Progress::over(found.items.len(), output.screen);
        // A fault inside is reported as a finding on the file that caused it, not as a trace.
        let hook = panic::take_hook();
        panic::set_hook(Box::new(|_| {}));
        let items: Vec<(usize, &Input)> = found.items.iter().enumerate().collect();
        let ended: Result<(), Failure> = queue::run(
            &items,
            jobs,
            |(index, input)| self.piece(*index, input),
            |piece: Piece| {
                progress.step(|| sinks.add(self.formats, &piece.texts, output))?;
                sums.add(piece);
                Ok(())
            },
        );
        panic::set_hook(hook);
        drop(progress);
        ended?;
        let close = |format: &dyn Format| {
            let Overviews { all, new } = &sums.overviews;
            format.close_over(if format.tells_state() { all } else { new }, &self.setting)
        };
        sinks.write(&self.formats.iter().map(|own| close(&**own)).collect::<Vec<_>>(), output)?;
        sinks.keep().map_err(Failure)?;
        Ok(sums)
    }

    /// Reads, checks and reports one input. Whatever goes wrong inside becomes its report.
    fn piece(&self, index: usize, input: &Input) -> Piece {
        let path = input.shown();
        let worked = guarded(|| self.checked_piece(index, input, &path));
        worked.unwrap_or_else(|fault| self.reported(&path, Outcome::Unreadable(&fault.words())))
    }

    /// One input read, checked and held against what is known. A text that is found in a folder and looks like
    /// no draft is passed over; one that the user named is reported all the same.
    fn checked_piece(&self, index: usize, input: &Input, path: &str) -> Piece {
        let number = self.setup.holdings.number(index);
        let Some(holding) = self.setup.holdings.all().get(number) else { return Piece::default() };
        let result = input.bytes().and_then(|bytes| {
            let checked = holding.checker.check_for(holding.profile.clone(), &input.reading_name(), &bytes);
            Ok((checked.map_err(|error| error.words())?, bytes))
        });
        match result {
            Err(reason) => self.reported(path, Outcome::Unreadable(&reason)),
            Ok((checked, _)) if input.is_walked() && !checked.is_draft() => {
                let overview = Overview { tally: Tally::not_a_draft(), ..Overview::default() };
                let overviews = Overviews { all: overview.clone(), new: overview };
                Piece { overviews, ..Piece::default() }
            }
            Ok((checked, bytes)) => {
                let (met, known, checked) = self.triaged(holding, input, checked, &bytes);
                let tally = Tally::of(Outcome::Checked { checked: &checked, source: &bytes });
                let fails = holding.fail_on.is_some_and(|severity| tally.at_least(severity) > 0);
                let reported = self.reported(path, Outcome::Checked { checked: &checked, source: &bytes });
                Piece { met: (number, met), known, fails, ..reported }
            }
        }
    }

    /// A checked draft with what its owner makes of the findings.
    fn triaged(
        &self,
        holding: &Holding,
        input: &Input,
        mut checked: Checked,
        bytes: &[u8],
    ) -> (Met, Option<KnownDocument>, Checked) {
        let path = document_path(input).unwrap_or_else(|| input.shown());
        let identity = Identity::of(&path, &checked, bytes);
        let earlier = self.before.as_ref().and_then(|own| own.known(holding, input, &identity));
        let met = triage_since(&mut checked, &identity, &holding.triage, earlier.as_ref());
        checked.triaged.configurations.clone_from(&holding.configurations);
        let is_kept = self.setup.writes && known::is_named(input);
        let known = is_kept.then(|| KnownDocument::of(identity, &checked.findings));
        (met, known, checked)
    }

    /// The piece of an outcome in the formats of the run.
    fn reported(&self, path: &str, outcome: Outcome<'_>) -> Piece {
        let views = [Show::All, Show::New].map(|own| View::of(outcome, self.setup.show.unwrap_or(own)));
        let [all, new] = &views;
        let (all_reported, new_reported) = (all.reported(path), new.reported(path));
        // Mostly nothing is left out, and both are one.
        let whole = Document::of(&all_reported);
        let some = (all.is_cut() || new.is_cut()).then(|| Document::of(&new_reported));
        let text = |format: &dyn Format| match &some {
            Some(some) if !format.tells_state() => format.piece(some, &new_reported, &self.setting),
            _ => format.piece(&whole, &all_reported, &self.setting),
        };
        let texts = self.formats.iter().map(|own| text(&**own)).collect();
        let overviews = Overviews { all: Overview::of(&all_reported), new: Overview::of(&new_reported) };
        Piece { texts, overviews, ..Piece::default() }
    }
}

impl Sums {
    fn add(&mut self, piece: Piece) {
        self.overviews.all.add(piece.overviews.all);
        self.overviews.new.add(piece.overviews.new);
        self.fails |= piece.fails;
        let (number, met) = piece.met;
        if let Some(own) = self.mets.get_mut(number) {
            own.add(met);
        }
        self.known.extend(piece.known);
    }
}

/// An outcome as a form shows it.
enum View<'a> {
    Unreadable(&'a Words),
    Checked(&'a Checked, &'a [u8]),
    /// Some findings are left out.
    Cut(Box<Checked>, &'a [u8]),
}

impl<'a> View<'a> {
    /// The outcome with the findings that are wanted.
    fn of(outcome: Outcome<'a>, show: Show) -> Self {
        let (checked, source) = match outcome {
            Outcome::Unreadable(reason) => return Self::Unreadable(reason),
            Outcome::Checked { checked, source } => (checked, source),
        };
        let is_wanted = |state: State| match show {
            Show::All => true,
            Show::Known => state == State::Known,
            Show::New => state == State::New,
        };
        let left_out = checked.findings.iter().filter(|own| !is_wanted(own.state)).count();
        if left_out == 0 {
            return Self::Checked(checked, source);
        }
        let mut some = checked.clone();
        some.findings.retain(|own| is_wanted(own.state));
        some.triaged.left_out = left_out;
        Self::Cut(Box::new(some), source)
    }

    /// Whether findings are left out.
    const fn is_cut(&self) -> bool {
        matches!(self, Self::Cut(..))
    }

    fn reported<'b>(&'b self, path: &'b str) -> Reported<'b> {
        let outcome = match self {
            Self::Unreadable(reason) => Outcome::Unreadable(reason),
            Self::Checked(checked, source) => Outcome::Checked { checked, source },
            Self::Cut(checked, source) => Outcome::Checked { checked, source },
        };
        Reported { path, outcome }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thethuc_core::finding::Severity;
    use thethuc_core::report::SetAside;

    #[test]
    fn what_was_decided_or_known_before_fails_nothing() {
        let set_aside = SetAside { errors: 1, ..SetAside::default() };
        let all = Tally { documents: 1, errors: 1, set_aside, ..Tally::default() };
        assert_eq!(all.at_least(Severity::Note), 0);
        assert_eq!(Tally { errors: 2, ..all }.at_least(Severity::Error), 1);
    }

    #[test]
    fn what_cannot_be_read_wins_over_findings() {
        let tally = Tally { documents: 2, errors: 1, unreadable: 1, ..Tally::default() };
        assert_eq!(status(&tally, true, false), Status::Unreadable);
        assert_eq!(status(&tally, false, true), Status::Unreadable);
    }

    #[test]
    fn what_was_not_judged_does_not_end_like_what_is_clean() {
        let unjudged = Tally { documents: 2, unjudged: 1, ..Tally::default() };
        let common_only = Tally { documents: 2, errors: 1, common_only: 1, ..Tally::default() };
        for (tally, allowed) in
            [(Tally::default(), Status::Clean), (unjudged, Status::Clean), (common_only, Status::Findings)]
        {
            assert_eq!(status(&tally, true, false), Status::Unreadable);
            assert_eq!(status(&tally, tally.errors > 0, true), allowed);
        }
    }
}
