//! `thethuc rules try`: what own rules would find in old drafts, before anybody has to live with them. Nothing is
//! written.

use super::super::args::{ReportFormat, RulesTryArgs};
use super::super::inputs::{self, Input, Inputs};
use super::super::output::{Failure, Output, written};
use super::super::progress::Progress;
use super::super::queue::{self, workers};
use super::super::{Status, book, clock, words};

use crate::terminal::Screen;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use thethuc_core::checker::{Checked, Checker, Options, guarded};
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{Origin, RuleBook};
use thethuc_core::text::vietnamese::squeeze;

/// The schema that the JSON names.
const SCHEMA: &str = "thethuc/rules-try/v1";

/// Letters of the words of an example that are shown.
const LETTERS: usize = 80;

/// What was tried.
#[derive(Serialize)]
struct Trial {
    schema: &'static str,
    /// Drafts that were checked.
    drafts: usize,
    /// Drafts that could not be read.
    unreadable: usize,
    /// Rule by rule.
    rules: Vec<Tried>,
}

/// What became of a rule.
#[derive(Default, Serialize)]
struct Tried {
    rule: String,
    title: Words,
    /// Whether it stands in the place of one of the program.
    replaces: bool,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Drafts in which it found something.
    drafts: usize,
    /// Drafts that it applies to but could not fully judge.
    not_judged: usize,
    /// What the rule of the program finds in the same drafts, where it is replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<usize>,
    examples: Vec<Example>,
}

/// Words that were found.
#[derive(Serialize)]
struct Example {
    path: String,
    place: Words,
    words: String,
}

/// Checks the drafts by the rules of the folder alone, and tells what they find.
///
/// # Errors
/// The rules have faults, the folder brings no rule, or the output is closed.
pub fn run(arguments: &RulesTryArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = Arc::new(book::load(Some(&arguments.rules)).map_err(Failure)?);
    let own: Vec<String> = own_rules(&book).map(str::to_owned).collect();
    if own.is_empty() {
        return Err(Failure(words(
            "thư mục này không có quy tắc nào; lập thư mục mẫu: thethuc rules init <thư mục>.",
            "this folder brings no rule; to begin one: thethuc rules init <folder>.",
        )));
    }
    let checker = |book: Arc<RuleBook>, only: &[String]| -> Result<Checker, Words> {
        let mut options = Options::on(clock::needed()?);
        options.stage = arguments.stage.map(Into::into);
        options.only = only.to_vec();
        Checker::new(book, options).map_err(|error| error.words())
    };
    let replaced: Vec<String> = own.iter().filter(|id| is_replacing(&book, id)).cloned().collect();
    let before = if replaced.is_empty() {
        None
    } else {
        Some(checker(Arc::new(thethuc_law::book()), &replaced).map_err(Failure)?)
    };
    let found = inputs::find(&arguments.paths, None, None).map_err(Failure)?;
    let pair = Pair { now: checker(Arc::clone(&book), &own).map_err(Failure)?, before };
    let mut trial = pair.over(&found, arguments, output)?;
    for tried in trial.rules.values_mut() {
        tried.title = book.rule(&tried.rule).map(|own| own.title.words()).unwrap_or_default();
        tried.replaces = is_replacing(&book, &tried.rule);
    }
    let status = if trial.unreadable > 0 || trial.drafts == 0 { Status::Unreadable } else { Status::Clean };
    let trial = Trial {
        schema: SCHEMA,
        drafts: trial.drafts,
        unreadable: trial.unreadable,
        rules: trial.rules.into_values().collect(),
    };
    output.write(&match arguments.format {
        ReportFormat::Json => written(serde_json::to_string_pretty(&trial))? + "\n",
        ReportFormat::Terminal => text(&trial, output.screen),
    })?;
    Ok(status)
}

/// The rules of the folder.
fn own_rules(book: &RuleBook) -> impl Iterator<Item = &str> {
    book.rule_ids().filter(|id| book.origins().of_rule(id) != Origin::BuiltIn)
}

fn is_replacing(book: &RuleBook, id: &str) -> bool {
    book.origins().of_rule(id) == Origin::Replacing
}

/// The rules as they shall be, and those that they take the place of.
struct Pair {
    now: Checker,
    before: Option<Checker>,
}

/// What is gathered while drafts are checked.
#[derive(Default)]
struct Gathered {
    drafts: usize,
    unreadable: usize,
    rules: BTreeMap<String, Tried>,
}

/// A draft by both; nothing where it was passed over.
enum Looked {
    Passed,
    Unreadable,
    Checked(String, Box<Checked>, Option<Box<Checked>>),
}

impl Pair {
    /// Checks all drafts and gathers what was found.
    fn over(&self, found: &Inputs, arguments: &RulesTryArgs, output: &Output) -> Result<Gathered, Failure> {
        let mut gathered = Gathered::default();
        for id in own_rules(self.now.book()) {
            let tried = Tried {
                rule: id.to_owned(),
                before: is_replacing(self.now.book(), id).then_some(0),
                ..Tried::default()
            };
            gathered.rules.insert(id.to_owned(), tried);
        }
        let progress = Progress::over(found.items.len(), output.screen);
        let ended: Result<(), Failure> = queue::run(
            &found.items,
            workers(arguments.jobs),
            |input| guarded(|| self.look(input)).unwrap_or(Looked::Unreadable),
            |looked| {
                progress.step(|| gathered.add(looked, arguments.examples));
                Ok(())
            },
        );
        ended?;
        Ok(gathered)
    }

    fn look(&self, input: &Input) -> Looked {
        let Ok(bytes) = input.bytes() else { return Looked::Unreadable };
        let name = input.reading_name();
        let Ok(checked) = self.now.check(&name, &bytes) else { return Looked::Unreadable };
        if input.is_walked() && !checked.is_draft() {
            return Looked::Passed;
        }
        let before = self.before.as_ref().and_then(|own| own.check(&name, &bytes).ok());
        Looked::Checked(input.shown(), Box::new(checked), before.map(Box::new))
    }
}

impl Gathered {
    fn add(&mut self, looked: Looked, most: usize) {
        let (path, checked, before) = match looked {
            Looked::Passed => return,
            Looked::Unreadable => {
                self.unreadable += 1;
                return;
            }
            Looked::Checked(path, checked, before) => (path, checked, before),
        };
        self.drafts += 1;
        for finding in before.iter().flat_map(|own| &own.findings) {
            if let Some(count) = self.rules.get_mut(&finding.rule).and_then(|own| own.before.as_mut()) {
                *count += 1;
            }
        }
        for own in &checked.unjudged {
            if let Some(tried) = self.rules.get_mut(&own.rule) {
                tried.not_judged += 1;
            }
        }
        let mut met = std::collections::BTreeSet::new();
        for finding in &checked.findings {
            let Some(tried) = self.rules.get_mut(&finding.rule) else { continue };
            match finding.severity {
                Severity::Error => tried.errors += 1,
                Severity::Warning => tried.warnings += 1,
                Severity::Note => tried.notes += 1,
            }
            tried.drafts += usize::from(met.insert(finding.rule.as_str()));
            if tried.examples.len() < most {
                let withheld = checked.judged.withholds;
                let found =
                    if withheld { String::new() } else { squeeze(finding.span.of(&checked.draft.text)) };
                let found = found.chars().take(LETTERS).collect();
                tried.examples.push(Example {
                    path: path.clone(),
                    place: finding.place.clone(),
                    words: found,
                });
            }
        }
    }
}

/// The trial for people.
fn text(trial: &Trial, screen: Screen) -> String {
    let language = screen.language;
    let mut text = String::new();
    for tried in &trial.rules {
        let title = tried.title.in_language(language);
        let _ = writeln!(text, "{}  {title}", screen.bold(&tried.rule));
        let _ = writeln!(text, "  {}", counts(tried, language));
        for own in &tried.examples {
            let found = if own.words.is_empty() { String::new() } else { format!(" “{}”", own.words) };
            let place = own.place.in_language(language);
            let _ = writeln!(text, "    {}: {place}{found}", own.path);
        }
    }
    let (drafts, unreadable) = (trial.drafts, trial.unreadable);
    let lost = if unreadable == 0 {
        String::new()
    } else {
        let lost =
            words(format!(" {unreadable} tệp không đọc được."), format!(" {unreadable} could not be read."));
        lost.in_language(language).to_owned()
    };
    let number = trial.rules.len();
    let closing = words(
        format!("\nĐã thử {number} quy tắc trên {drafts} dự thảo; không ghi gì.{lost}\n"),
        format!("\n{number} rules tried on {drafts} drafts; nothing was written.{lost}\n"),
    );
    text + closing.in_language(language)
}

/// How much a rule finds, in a line.
fn counts(tried: &Tried, language: Language) -> String {
    let all = tried.errors + tried.warnings + tried.notes;
    let mut line = if all == 0 {
        language.pick("không phát hiện gì", "finds nothing").to_owned()
    } else {
        let levels = [
            (tried.errors, Severity::Error),
            (tried.warnings, Severity::Warning),
            (tried.notes, Severity::Note),
        ];
        let levels: Vec<String> = levels
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, severity)| format!("{}: {number}", wording::severity(severity, language)))
            .collect();
        let (levels, drafts) = (levels.join(", "), tried.drafts);
        let told = words(format!("{levels} – ở {drafts} dự thảo"), format!("{levels} – in {drafts} drafts"));
        told.in_language(language).to_owned()
    };
    if let Some(before) = tried.before {
        let told = words(
            format!("; quy tắc gốc mà nó thay: {before}"),
            format!("; the rule in whose place it stands: {before}"),
        );
        line += told.in_language(language);
    }
    if tried.not_judged > 0 {
        let number = tried.not_judged;
        let told = words(
            format!("; chưa kiểm tra được hết ở {number} dự thảo"),
            format!("; not fully judged in {number} drafts"),
        );
        line += told.in_language(language);
    }
    line
}
