//! Drafts as mail, web pages, converters and hurried typists leave them: whatever happened to the file, the
//! same facts are read and nothing is told that the clean draft would not be told.
//!
//! The rows stand in `text.yaml`, which tells their keys in its first lines; how columns are built in Word is
//! tried in the core.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::document::{PartKind, Stage};
use thethuc_core::report::{self, Outcome, Reported};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;

/// A row of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What happened to the draft.
    name: String,
    /// The base that it happened to.
    from: Option<String>,
    /// The whole draft, where no base is like it.
    text: Option<String>,
    /// The ending of the file; Markdown if not given.
    format: Option<String>,
    /// Words that are replaced.
    #[serde(default)]
    replace: Vec<Replacement>,
    /// What is done to the whole text, in this order.
    #[serde(default)]
    tears: Vec<Tear>,
    /// The facts; those of the base if not given.
    facts: Option<BTreeMap<String, String>>,
    /// Rules that must find an error or a warning.
    #[serde(default)]
    finds: BTreeSet<String>,
    /// Rules that must find something, of whatever weight.
    #[serde(default)]
    least: BTreeSet<String>,
    /// The gravest finding that may come.
    most: Option<String>,
    /// The kinds of its parts.
    parts: Option<Vec<String>>,
    /// How many recipients are read.
    recipients: Option<usize>,
    /// How many units the first part has.
    units: Option<usize>,
    /// A name of a signer.
    signer: Option<String>,
}

/// Words that are replaced, once or everywhere.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replacement {
    find: String,
    with: String,
    #[serde(default)]
    every: bool,
}

/// What happens to a whole text.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Tear {
    /// A byte-order mark before it.
    Bom,
    /// The line ends of Windows.
    Crlf,
    /// Lines of at most 60 letters.
    Wrap,
    /// No marks of Markdown, each line of a cell on a line of its own.
    Plain,
    /// No marks of Markdown, a bar between columns.
    Bars,
    /// Nothing bold.
    Bare,
    /// The attached text alone.
    Attached,
}

impl Tear {
    fn of(self, text: &str) -> String {
        match self {
            Self::Bom => format!("\u{FEFF}{text}"),
            Self::Crlf => text.replace('\n', "\r\n"),
            Self::Wrap => {
                each_line(text, |line| if line.starts_with('|') { vec![line.to_owned()] } else { fill(line) })
            }
            Self::Plain => without_marks(text, <[Vec<String>]>::concat),
            Self::Bars => without_marks(text, |cells| {
                let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
                let line = |row: usize| {
                    let words = cells.iter().map(|cell| cell.get(row).map_or("", String::as_str));
                    words.collect::<Vec<_>>().join(" | ")
                };
                (0..rows).map(line).collect()
            }),
            Self::Bare => text.replace("**", ""),
            Self::Attached => text[text.find("**QUY CHẾ**").expect("an attached text")..].to_owned(),
        }
    }
}

fn each_line(text: &str, lines: impl Fn(&str) -> Vec<String>) -> String {
    text.split('\n').flat_map(lines).collect::<Vec<_>>().join("\n")
}

/// Words in lines of at most 60 letters.
fn fill(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let line = lines.last_mut().expect("a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 60 {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// The text without marks of Markdown; the cells of a row, each with its lines, become what `row` says.
fn without_marks(text: &str, row: impl Fn(&[Vec<String>]) -> Vec<String>) -> String {
    let is_ruled =
        |line: &str| line.starts_with('|') && line.chars().all(|it| matches!(it, '|' | '-' | ':' | ' '));
    let lines = each_line(text, |line| {
        if is_ruled(line) {
            return Vec::new();
        }
        if !line.starts_with('|') {
            return vec![line.to_owned()];
        }
        let cell = |cell: &str| cell.trim().split("<br>").map(str::to_owned).collect();
        let cells: Vec<Vec<String>> = line.trim().trim_matches('|').split('|').map(cell).collect();
        row(&cells)
    });
    lines.replace(['*', '\\'], "")
}

#[test]
fn what_happened_to_a_file_changes_nothing() {
    let rows: Vec<Row> = serde_yaml::from_str(include_str!("text.yaml")).expect("a table");
    let mut options = Options::on(Date::new(2026, 11, 29).expect("a date"));
    options.stage = Some(Stage::Issue);
    let checker = Checker::new(thethuc_law::book(), options).expect("no names");
    let mut clean: BTreeMap<String, Come> = BTreeMap::new();
    let mut failing = String::new();
    for row in &rows {
        let base = row.from.as_ref().map(|name| {
            let source = base(name);
            let come = clean.entry(name.clone()).or_insert_with(|| Come::of(&checker, "md", &source));
            (source, &*come)
        });
        let mut text =
            base.as_ref().map(|(source, _)| source.clone()).or_else(|| row.text.clone()).expect("a draft");
        for own in &row.replace {
            assert!(text.contains(&own.find), "{}: nothing reads “{}”", row.name, own.find);
            text = if own.every {
                text.replace(&own.find, &own.with)
            } else {
                text.replacen(&own.find, &own.with, 1)
            };
        }
        for tear in &row.tears {
            text = tear.of(&text);
        }
        let come = Come::of(&checker, row.format.as_deref().unwrap_or("md"), &text);
        for fault in faults(row, base.map(|(_, come)| come), &come) {
            let _ = writeln!(failing, "{}: {fault}", row.name);
        }
    }
    assert!(failing.is_empty(), "{failing}");
}

fn base(name: &str) -> String {
    let path = format!("{}/rules/bases/{name}.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a base")
}

/// What came of a draft.
struct Come {
    report: Value,
    parts: Vec<&'static str>,
    recipients: usize,
    units: usize,
    signers: Vec<String>,
}

impl Come {
    fn of(with: &Checker, format: &str, text: &str) -> Self {
        let path = format!("du-thao.{format}");
        let checked = with.check(&path, text.as_bytes()).expect("a readable draft");
        let parts = &checked.document.parts;
        let names = parts.iter().flat_map(|part| &part.signatures).filter_map(|one| one.name.as_ref());
        let recipients = parts.iter().filter_map(|part| part.recipients.as_ref());
        let outcome = Outcome::Checked { checked: &checked, source: text.as_bytes() };
        let report = report::model::Document::of(&Reported { path: &path, outcome });
        Self {
            report: serde_json::to_value(report.in_language(Language::Vi)).expect("JSON"),
            parts: parts.iter().map(|part| kind(part.kind)).collect(),
            recipients: recipients.map(|own| own.items.len()).sum(),
            units: parts.first().map_or(0, |part| part.units.len()),
            signers: names.map(|name| name.value.clone()).collect(),
        }
    }

    /// A fact by the name that rows give it.
    fn fact(&self, name: &str) -> String {
        let facts = &self.report["facts"];
        let value = match name {
            "organ" => &facts["organ"]["name"],
            "kind" | "level" => &facts["organ"][name],
            "day" => &self.report["judged"]["day"],
            _ => &facts[name],
        };
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    /// The findings with their severities (0 a note, 2 an error), rules and messages.
    fn found(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        self.report["findings"].as_array().into_iter().flatten().map(|one| {
            let words = |key: &str| one[key].as_str().unwrap_or_default();
            (rank(words("severity")), words("rule"), words("message"))
        })
    }

    /// The rules that found something at least so grave.
    fn rules(&self, least: usize) -> BTreeSet<&str> {
        self.found().filter(|(own, ..)| *own >= least).map(|(_, rule, _)| rule).collect()
    }
}

fn kind(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Act => "act",
        PartKind::Attached => "attached",
        PartKind::Appendix => "appendix",
    }
}

fn rank(severity: &str) -> usize {
    ["note", "warning", "error"].iter().position(|own| *own == severity).expect("a severity")
}

/// What is not as a row wants it.
fn faults(row: &Row, base: Option<&Come>, come: &Come) -> Vec<String> {
    const FACTS: [&str; 10] =
        ["number", "symbol", "form", "class", "place", "date", "organ", "kind", "level", "day"];
    let mut faults = Vec::new();
    let of_base = || base.map(|base| FACTS.map(|name| (name.to_owned(), base.fact(name))).into());
    let wanted: BTreeMap<String, String> = row.facts.clone().or_else(of_base).unwrap_or_default();
    for (name, wanted) in wanted {
        let got = come.fact(&name);
        if got != wanted {
            faults.push(format!("{name} “{got}”, not “{wanted}”"));
        }
    }
    let most = row.most.as_deref().map_or(0, rank);
    let known = base.map_or_else(BTreeSet::new, |base| base.rules(1));
    for (severity, rule, message) in come.found().filter(|(severity, ..)| *severity > most) {
        let allowed = row.finds.contains(rule) || row.least.contains(rule) || known.contains(rule);
        if !allowed {
            faults.push(format!("{} {rule}: {message}", ["note", "warning", "error"][severity]));
        }
    }
    let missing = row.finds.iter().filter(|rule| !come.rules(1).contains(rule.as_str()));
    let missing = missing.chain(row.least.iter().filter(|rule| !come.rules(0).contains(rule.as_str())));
    faults.extend(missing.map(|rule| format!("{rule} found nothing")));
    let counts = [("recipients", row.recipients, come.recipients), ("units", row.units, come.units)];
    for (name, wanted, got) in counts {
        if wanted.is_some_and(|wanted| wanted != got) {
            faults.push(format!("{got} {name}"));
        }
    }
    if row.parts.as_ref().is_some_and(|parts| *parts != come.parts) {
        faults.push(format!("parts {:?}", come.parts));
    }
    if row.signer.as_ref().is_some_and(|signer| !come.signers.contains(signer)) {
        faults.push(format!("signers {:?}", come.signers));
    }
    faults
}
