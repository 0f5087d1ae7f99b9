//! Real documents torn as web pages, mail and converters tear them: what was recognized in the clean file must
//! be recognized in the torn one, and no error may come of the tearing.
//!
//! The documents are test data that live beside the repository (`../shared`, or the folder named by
//! `THETHUC_SHARED`); without them the test says so and is skipped. One in [`TAKEN`] is torn, evenly over all;
//! with `THETHUC_WHOLE_CORPUS` in the environment every one is.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::finding::Severity;
use thethuc_core::text::Date;

/// Share of the facts that must agree.
const LEAST: f64 = 0.95;

/// The facts that are compared.
const FACTS: [&str; 9] = ["organ", "kind", "level", "number", "symbol", "form", "date", "place", "class"];

/// Of how many documents one is torn where nobody asks for all.
const TAKEN: usize = 12;

/// Of how many torn documents one is held against the rules as well where nobody asks for all: that costs more
/// than to recognize it.
const JUDGED: usize = 5;

/// A way to tear a text.
type Tear = fn(&str) -> String;

const TEARS: [(&str, Tear); 5] = [
    ("wrapped at 60", wrapped),
    ("byte-order mark", |text| format!("\u{FEFF}{text}")),
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("pandoc", pandoc),
    ("all but pandoc", |text| format!("\u{FEFF}{}", wrapped(text)).replace('\n', "\r\n")),
];

fn documents() -> Option<Vec<(String, String)>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let folder = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let entries = std::fs::read_dir(folder.join("corpus/published")).ok()?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|own| own == "md")).collect();
    paths.sort();
    let paths: Vec<PathBuf> = paths.into_iter().step_by(one_in(TAKEN)).collect();
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| Some((name(path), std::fs::read_to_string(path).ok()?))).collect()
}

/// One in so many, or every one where all are asked for.
fn one_in(many: usize) -> usize {
    if std::env::var_os("THETHUC_WHOLE_CORPUS").is_some() { 1 } else { many }
}

/// The facts in the order of [`FACTS`].
fn facts(text: &str) -> [String; 9] {
    let Ok(draft) = thethuc_core::read::read("du-thao.md", text.as_bytes()) else {
        return std::array::from_fn(|_| "unreadable".to_owned());
    };
    let facts = thethuc_core::recognize::recognize(&draft, thethuc_law::book().lexicon()).facts;
    let organ = facts.organ.map(|(organ, _)| organ);
    [
        organ.as_ref().map_or_else(String::new, |organ| organ.name.clone()),
        format!("{:?}", organ.as_ref().map(|organ| organ.kind)),
        format!("{:?}", organ.as_ref().map(|organ| organ.level)),
        facts.number.unwrap_or_default(),
        facts.symbol.unwrap_or_default(),
        facts.form.map_or_else(String::new, |(form, _)| form),
        format!("{:?}", facts.date),
        facts.place.unwrap_or_default(),
        format!("{:?}", facts.class.map(|(class, _)| class)),
    ]
}

/// The rules that find an error.
fn errors(checker: &Checker, text: &str) -> BTreeSet<String> {
    let Ok(report) = checker.check("du-thao.md", text.as_bytes()) else {
        return BTreeSet::from(["unreadable".to_owned()]);
    };
    let grave = report.findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    grave.map(|finding| finding.rule).collect()
}

#[test]
fn facts_outlast_the_tearing_and_no_error_comes_of_it() {
    let Some(documents) = documents() else {
        println!("skipped: ../shared/corpus/published is absent");
        return;
    };
    let options = Options::on(Date::new(2026, 11, 29).expect("a date"));
    let checker = Checker::new(thethuc_law::book(), options).expect("no names");
    let clean: Vec<_> = documents.iter().map(|(_, text)| facts(text)).collect();
    let judged = || documents.iter().step_by(one_in(JUDGED));
    let known: Vec<_> = judged().map(|(_, text)| errors(&checker, text)).collect();
    let mut table = format!("{:16}{}\n", "", FACTS.map(|name| format!("{name:>8}")).concat());
    let (mut faults, mut worse) = (String::new(), String::new());
    for (name, tear) in TEARS {
        let mut agreed = [0; FACTS.len()];
        for ((file, text), clean) in documents.iter().zip(&clean) {
            for (column, (own, torn)) in clean.iter().zip(facts(&tear(text))).enumerate() {
                agreed[column] += usize::from(*own == torn);
                if *own != torn {
                    let _ = writeln!(faults, "{name}: {file}: {}: “{own}”, torn “{torn}”", FACTS[column]);
                }
            }
        }
        let _ = writeln!(table, "{name:16}{}", agreed.map(|number| format!("{number:>8}")).concat());
        let share = agreed.iter().sum::<usize>() as f64 / (FACTS.len() * documents.len()) as f64;
        assert!(share >= LEAST, "{name}: {share}\n{table}\n{faults}");
        for ((file, text), known) in judged().zip(&known) {
            let new: Vec<_> = errors(&checker, &tear(text)).difference(known).cloned().collect();
            if !new.is_empty() {
                let _ = writeln!(worse, "{name}: {file}: errors that the clean file does not have: {new:?}");
            }
        }
    }
    assert!(worse.is_empty(), "{worse}");
    println!("of {} files agree:\n{table}\n{faults}", documents.len());
}

/// Words in lines of at most `width` letters.
fn fill(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
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

/// Every line but the rows of tables.
fn wrapped(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| if line.starts_with('|') { line.to_owned() } else { fill(line, 60).join("\n") });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// What pandoc writes: escapes, dashes as hyphens, lines of 72 letters, tables under rows of dashes.
fn pandoc(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<Vec<String>>> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.starts_with('|') {
            if line.chars().any(|letter| !matches!(letter, '|' | '-' | ':' | ' ')) {
                rows.push(cells(line));
            }
            continue;
        }
        if !rows.is_empty() {
            out.extend(drawn(&std::mem::take(&mut rows)));
        }
        let line = line.replace('–', "--");
        let escaped: String = line
            .chars()
            .flat_map(|letter| {
                let special = matches!(letter, '\\' | '[' | ']' | '<' | '>' | '#' | '~' | '$' | '\'' | '"');
                special.then_some('\\').into_iter().chain([letter])
            })
            .collect();
        let listed = escaped.starts_with(['-', '+']);
        out.extend(fill(&if listed { format!("\\{escaped}") } else { escaped }, 72));
    }
    out.join("\n") + "\n"
}

/// The cells of a row as lines; those that are meant end with a backslash.
fn cells(row: &str) -> Vec<Vec<String>> {
    let cell = |cell: &str| {
        let lines: Vec<&str> = cell.trim().split("<br>").collect();
        let mut out = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let rule = !line.trim().is_empty() && line.trim().chars().all(|letter| letter == '-');
            let line = if rule { line.trim().replace('-', "\\-") } else { (*line).to_owned() };
            out.extend(fill(&if index + 1 < lines.len() { format!("{line}\\") } else { line }, 60));
        }
        out
    };
    row.trim().trim_matches('|').split('|').map(cell).collect()
}

/// A table under rows of dashes.
fn drawn(rows: &[Vec<Vec<String>>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let lines = rows.iter().filter_map(|row| row.get(column)).flatten();
        lines.map(|line| line.chars().count() + 1).max().unwrap_or_default().max(10)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let dashes = format!("  {}", widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join(" "));
    let mut out = vec![dashes.clone()];
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            out.push(String::new());
        }
        for line in 0..row.iter().map(Vec::len).max().unwrap_or_default() {
            let cell =
                |column: usize| row.get(column).and_then(|cell| cell.get(line)).map_or("", String::as_str);
            let filled =
                (0..columns).map(|column| format!("{:width$}", cell(column), width = widths[column]));
            out.push(format!("  {}", filled.collect::<Vec<_>>().join(" ")).trim_end().to_owned());
        }
    }
    out.push(dashes);
    out
}
