//! Small drafts, each made to show one thing, with what must be found in them and what must be left alone.
//!
//! The cases are test data that live beside the repository (`../shared`, or the folder named by
//! `THETHUC_SHARED`); without them the test says so and is skipped. What their fields mean stands in the
//! README beside them; they are judged here by one checker in this process, for speed, and by the program
//! itself where they are about its arguments or its exit status.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use regex::Regex;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::document::Stage;
use thethuc_core::finding::Words;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use unicode_normalization::UnicodeNormalization;

/// Cases that are wrong in law, with the provision that says so. None is known.
const WRONG_IN_LAW: [(&str, &str); 0] = [];

/// What a finding weighs, in the words of the report.
const LEVELS: [&str; 3] = ["note", "warning", "error"];

#[test]
fn every_case_comes_out_as_the_law_says() {
    let Some(folder) = cases() else {
        println!("skipped: ../shared/corpus/cases is absent");
        return;
    };
    let manifest = std::fs::read_to_string(folder.join("cases.json")).expect("a manifest");
    let cases: Vec<Value> = serde_json::from_str(&manifest).expect("a list of cases");
    assert!(!cases.is_empty(), "the manifest has cases");
    let book = Arc::new(thethuc_law::book());
    let checkers: BTreeMap<&str, Checker> =
        [("draft", Stage::Draft), ("review", Stage::Review), ("issue", Stage::Issue)]
            .map(|(name, stage)| (name, checker(&book, stage)))
            .into();
    let ended = run_all(&folder, &cases);
    let mut failing = String::new();
    for (case, ended) in cases.iter().zip(&ended) {
        let faults = faults(case, &checkers, ended.as_ref(), &folder);
        let key = text(case, "id").or_else(|| text(case, "file")).expect("a file");
        let refused = WRONG_IN_LAW.iter().find(|(wrong, _)| *wrong == key);
        match refused {
            Some((_, provision)) if faults.is_empty() => {
                let _ = writeln!(failing, "{key}: passes, although {provision} is said to be against it");
            }
            None if !faults.is_empty() => {
                let why = text(case, "why").unwrap_or_default();
                let _ = writeln!(failing, "{key}: {}  [{why}]", faults.join(" || "));
            }
            _ => {}
        }
    }
    let number = failing.lines().count();
    assert!(failing.is_empty(), "{number} of {} cases:\n{failing}", cases.len());
}

fn cases() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let folder = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let cases = folder.join("corpus/cases");
    cases.join("cases.json").is_file().then_some(cases)
}

fn checker(book: &Arc<RuleBook>, stage: Stage) -> Checker {
    let mut options = Options::on(Date::new(2026, 11, 29).expect("a date"));
    options.stage = Some(stage);
    Checker::new(Arc::clone(book), options).expect("no names")
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

fn texts<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// A pattern of the manifest. One look-ahead of its language is written in ours.
fn pattern(source: &str) -> Regex {
    Regex::new(&source.replace("(?!I)", "(?:[^I]|$)")).expect("a pattern")
}

/// What a run of the program left: its exit status and all that it said.
type Ended = (i32, String);

/// Runs the program for each case that asks for it, all at once.
fn run_all(folder: &Path, cases: &[Value]) -> Vec<Option<Ended>> {
    let started = cases.iter().map(|case| {
        let file = text(case, "file")?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_thethuc"));
        command.current_dir(folder).env("THETHUC_LANG", "vi");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if case.get("run").is_some() {
            let kind = file.split('/').next().unwrap_or_default();
            command.args(texts(case, "run").map(|word| word.replace("{file}", file).replace("{dir}", kind)));
            command.args(rules_of(&folder.join(file)));
        } else if case.get("exit").is_some() {
            command.args(["check", "--stage", text(case, "stage").unwrap_or("issue"), file]);
        } else {
            return None;
        }
        Some(command.spawn().expect("the program starts"))
    });
    let started: Vec<_> = started.collect();
    let end = |child: std::process::Child| {
        let ended = child.wait_with_output().expect("the program ends");
        let said = [ended.stdout, ended.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (ended.status.code().unwrap_or(-1), said.concat())
    };
    started.into_iter().map(|child| child.map(end)).collect()
}

/// The rules that a folder of rules holds: their examples are tried, not those of the whole book.
fn rules_of(folder: &Path) -> Vec<String> {
    let groups = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = groups.flat_map(|group| std::fs::read_dir(group).into_iter().flatten().flatten());
    let ids = files.filter_map(|file| {
        let path = file.path().with_extension("");
        let id = path.strip_prefix(folder).ok()?;
        Some(id.to_string_lossy().replace('\\', "/"))
    });
    ids.collect()
}

/// What is not as a case wants it.
fn faults(
    case: &Value,
    checkers: &BTreeMap<&str, Checker>,
    ended: Option<&Ended>,
    folder: &Path,
) -> Vec<String> {
    assert!(case.get("options").is_none(), "no case has options of its own: teach them to this test");
    let mut faults = Vec::new();
    let mut said = ended.map_or_else(String::new, |(_, said)| fold(said));
    let mut silenced = true;
    if case.get("run").is_none() {
        let file = text(case, "file").expect("a file");
        let report = report(&checkers[text(case, "stage").unwrap_or("issue")], folder, file);
        faults.extend(of_report(case, &report, &folder.join(file)));
        let error = text(&report, "error");
        said = fold(error.unwrap_or_default());
        silenced = error.is_some();
    }
    for wanted in texts(case, "says").filter(|wanted| !pattern(wanted).is_match(&said)) {
        faults.push(format!("does not say /{wanted}/; says: {said:.300}"));
    }
    if silenced {
        for word in texts(case, "never").filter(|word| pattern(word).is_match(&said)) {
            faults.push(format!("must never say /{word}/; says: {said:.300}"));
        }
    }
    if let (Some(wanted), Some((code, _))) = (case.get("exit").and_then(Value::as_i64), ended)
        && wanted != i64::from(*code)
    {
        faults.push(format!("exit {wanted} expected, came {code}"));
    }
    faults
}

/// The report on one file, as the JSON of a report holds it.
fn report(checker: &Checker, folder: &Path, file: &str) -> Value {
    let bytes = std::fs::read(folder.join(file)).expect("a file of the cases");
    let result = checker.check(file, &bytes);
    let words: Words;
    let outcome = match &result {
        Ok(report) => Outcome::Checked { checked: report, source: &bytes },
        Err(error) => {
            words = error.words();
            Outcome::Unreadable(&words)
        }
    };
    let reported = Reported { path: file, outcome };
    serde_json::to_value(Document::of(&reported).in_language(Language::Vi)).expect("JSON")
}

/// Holds a report against what is asked of it.
fn of_report(case: &Value, report: &Value, path: &Path) -> Vec<String> {
    let wanted = text(case, "status").unwrap_or("checked");
    let status = text(report, "status").unwrap_or_default();
    if wanted != "any" && wanted != status {
        return vec![format!("status {wanted} expected, came {status}: {:?}", text(report, "error"))];
    }
    let findings: Vec<&Value> = array(report, "findings").collect();
    let place = Place::of(path);
    let mut told: Vec<&Value> = Vec::new();
    let mut faults = Vec::new();
    for entry in array(case, "found") {
        let hits: Vec<&Value> = findings.iter().copied().filter(|one| matches(one, entry, &place)).collect();
        let (least, most) = (text(entry, "least").unwrap_or("note"), text(entry, "most").unwrap_or("error"));
        if !hits.iter().any(|one| level(one) >= rank(least)) {
            let heard: Vec<String> = hits.iter().map(|one| tell(one)).collect();
            faults.push(format!("not found: {least}+ {entry}; came: {}", heard.join("; ")));
        }
        let strict = hits.iter().filter(|one| level(one) > rank(most));
        faults.extend(strict.map(|one| format!("too strict, at most {most}: {}", tell(one))));
        told.extend(hits);
    }
    faults.extend(loud(case, &findings, &told));
    let facts = case.get("facts").and_then(Value::as_object);
    for (name, wanted) in facts.into_iter().flatten() {
        let got = fact(report, name);
        if !same(wanted, &got) {
            faults.push(format!("fact {name}: {wanted} expected, came {got}"));
        }
    }
    faults
}

/// The findings that must not come.
fn loud(case: &Value, findings: &[&Value], told: &[&Value]) -> Vec<String> {
    let mut faults = Vec::new();
    for wanted in texts(case, "silent") {
        let from = match wanted {
            "errors" => Some(2),
            "warnings" => Some(1),
            "all" => Some(0),
            _ => None,
        };
        let breaks = |one: &&&Value| match from {
            Some(from) => level(one) >= from && !told.iter().any(|told| std::ptr::eq(*told, **one)),
            None => text(one, "rule") == Some(wanted),
        };
        let breaking = findings.iter().filter(breaks);
        faults.extend(breaking.map(|one| format!("must be silent ({wanted}): {}", tell(one))));
    }
    for never in texts(case, "never") {
        let never = pattern(never);
        let saying = findings.iter().filter(|one| {
            never.is_match(&fold(&format!("{} {}", words_of(one), text(one, "help").unwrap_or_default())))
        });
        faults.extend(saying.map(|one| format!("must never say /{never}/: {}", tell(one))));
    }
    faults
}

fn array<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn rank(level: &str) -> usize {
    LEVELS.iter().position(|own| *own == level).expect("a severity")
}

fn level(finding: &Value) -> usize {
    rank(text(finding, "severity").unwrap_or_default())
}

fn words_of(finding: &Value) -> String {
    let part = |key| text(finding, key).unwrap_or_default();
    format!("{} {}", part("rule"), part("message"))
}

fn tell(finding: &Value) -> String {
    format!("{} {}", text(finding, "severity").unwrap_or_default(), fold(&words_of(finding)))
}

/// Composed letters and single blanks.
fn fold(words: &str) -> String {
    words.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words without the marks of Markdown.
fn bare(words: &str) -> String {
    fold(&words.replace("<br>", " ").replace(['*', '\\', '|'], " "))
}

fn matches(finding: &Value, entry: &Value, place: &Place) -> bool {
    let about = text(entry, "about").is_none_or(|about| pattern(about).is_match(&fold(&words_of(finding))));
    let help = text(entry, "help")
        .is_none_or(|help| pattern(help).is_match(&fold(text(finding, "help").unwrap_or_default())));
    let at = text(entry, "at").filter(|at| !at.is_empty());
    about && help && at.is_none_or(|at| place.overlaps(finding, at))
}

/// Where words stand in a draft.
struct Place {
    /// The lines of a text file.
    lines: Vec<String>,
    /// The paragraphs of any file, as they are read.
    paragraphs: Vec<String>,
}

impl Place {
    fn of(path: &Path) -> Self {
        let bytes = std::fs::read(path).expect("a file of the cases");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let plain = name.ends_with(".md") || name.ends_with(".txt");
        let lines = String::from_utf8(bytes.clone()).ok().filter(|_| plain);
        let lines = lines.map(|text| text.split('\n').map(str::to_owned).collect()).unwrap_or_default();
        let paragraphs = if plain {
            Vec::new()
        } else {
            let draft = thethuc_core::read::read(&name, &bytes);
            draft.map_or_else(|_| Vec::new(), |draft| draft.text.lines().map(bare).collect())
        };
        Self { lines, paragraphs }
    }

    /// Whether a finding stands on these words, by its place or by its own words.
    fn overlaps(&self, finding: &Value, words: &str) -> bool {
        let at = |end: &str, key: &str| finding["span"][end][key].as_u64().unwrap_or_default();
        let (first, last) =
            ((at("start", "line"), at("start", "column")), (at("end", "line"), at("end", "column")));
        let places = self.places(words);
        if !places.is_empty() && first != last {
            return places.iter().any(|(line, start, end)| first < (*line, *end) && last > (*line, *start));
        }
        let own = bare(text(finding, "text").unwrap_or_default());
        let words = bare(words);
        !own.is_empty() && (own.contains(&words) || words.contains(&own) || self.meet(&own, &words))
    }

    /// Line, first column and the column behind the words, from 1, at each place of them.
    fn places(&self, words: &str) -> Vec<(u64, u64, u64)> {
        let mut places = Vec::new();
        for (number, line) in (1..).zip(&self.lines) {
            for (byte, _) in line.match_indices(words) {
                let start = line[..byte].chars().count() as u64 + 1;
                places.push((number, start, start + words.chars().count() as u64));
            }
        }
        places
    }

    /// Whether both stand on common letters of one paragraph.
    fn meet(&self, own: &str, words: &str) -> bool {
        self.paragraphs.iter().any(|paragraph| {
            paragraph.match_indices(own).any(|(a, _)| {
                paragraph.match_indices(words).any(|(d, _)| a < d + words.len() && d < a + own.len())
            })
        })
    }
}

/// A fact of the report, by the name that cases give it.
fn fact(report: &Value, name: &str) -> Value {
    let facts = &report["facts"];
    match name {
        "organ" => facts["organ"]["name"].clone(),
        "kind" | "level" => facts["organ"][name].clone(),
        "day" => report["judged"]["day"].clone(),
        _ => facts[name].clone(),
    }
}

/// Whether a fact is as wanted, whatever its capitals.
fn same(wanted: &Value, got: &Value) -> bool {
    let shown = |value: &Value| value.as_str().map_or_else(|| value.to_string(), fold).to_lowercase();
    if wanted.is_null() || got.is_null() { wanted == got } else { shown(wanted) == shown(got) }
}
