//! The committed schema is fresh, and reports fit it.

use crate::from_rules::tests::committed;
use crate::root;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thethuc_core::checker::{CheckError, Checked, Checker, Options};
use thethuc_core::finding::{Decision, SaidIn, State, Statement};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::json::Json;
use thethuc_core::report::jsonl::JsonLines;
use thethuc_core::report::model::{Document, Rule};
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::config::Config;
use thethuc_core::rulebook::vocabulary::Language;

const SETTING_DAY: &str = "2026-11-23";

#[test]
fn the_committed_schema_is_fresh() {
    let fresh = committed(&root().join(super::FILE)) == super::text().expect("JSON");
    assert!(fresh, "{} is stale: run `cargo xtask report-schema`", super::FILE);
}

#[test]
fn the_committed_schema_of_configurations_is_fresh() {
    let fresh = committed(&root().join(super::CONFIG_FILE)) == super::config_text().expect("JSON");
    assert!(fresh, "{} is stale: run `cargo xtask report-schema`", super::CONFIG_FILE);
}

#[test]
fn configurations_fit_their_schema_if_the_program_reads_them() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_str(&super::config_text().expect("JSON")).expect("JSON");
    compiler.add_resource("config.json", schema).expect("a resource");
    let index = compiler.compile("config.json", &mut schemas).expect("a sound schema");
    let fits = |text: &str| {
        let value: Value = serde_yaml::from_str(text).expect("YAML");
        schemas.validate(&value, index).is_ok()
    };
    let guide = fs::read_to_string(root().join("docs/configuration.md")).expect("the guide");
    let (_, example) = guide.split_once("```yaml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let start =
        include_str!("../../../src/cli/config/start/vi.yaml").replace("{organs}", "organs: [{ name: A }]");
    for text in [example, &start] {
        assert!(Config::read(text).is_ok() && fits(text), "{text}");
    }
    let wrong = [
        "fail-on: grave",
        "organ: { nam: A }",
        "organ: {}",
        "silence: [{ rule: a/b, words: c }]",
        "severity: { format: fatal }",
        "paths: van-ban",
        "today: 2026/11/29",
        "loud: true",
        "trust: nobody",
        "exclude: [{ a: b }]",
    ];
    for text in wrong {
        assert!(Config::read(text).is_err(), "the program reads {text}");
        assert!(!fits(text), "the schema takes {text}");
    }
}

/// The schema of a report, and that of one document in it. Here no field may be there that it does not
/// name, though reports of later versions may have more.
struct Judge {
    schemas: Schemas,
    report: SchemaIndex,
    document: SchemaIndex,
}

impl Judge {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let mut schema: Value = serde_json::from_str(&super::text().expect("JSON")).expect("JSON");
        close(&mut schema);
        compiler.add_resource("report.json", schema).expect("a resource");
        let mut of = |part: &str| compiler.compile(part, &mut schemas).expect("a sound schema");
        let (report, document) = (of("report.json"), of("report.json#/$defs/Document"));
        Self { schemas, report, document }
    }

    fn fits(&self, report: &Value) -> Result<(), String> {
        self.schemas.validate(report, self.report).map_err(|error| format!("{error:#}"))
    }
}

/// Lets no object have fields that are not named. Definitions that others go on from stay open: what is
/// closed there is the whole.
fn close(schema: &mut Value) {
    let mut open = Vec::new();
    extended(schema, &mut open);
    let parts = schema["$defs"].as_object_mut().expect("definitions").iter_mut();
    parts.filter(|(name, _)| !open.contains(&format!("#/$defs/{name}"))).for_each(|(_, part)| closed(part));
    if let Some(map) = schema.as_object_mut() {
        map.insert("unevaluatedProperties".to_owned(), false.into());
    }
}

/// The definitions beside which more properties are named.
fn extended(schema: &Value, open: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            let base = map.get("$ref").filter(|_| map.contains_key("properties"));
            open.extend(base.and_then(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| extended(value, open));
        }
        Value::Array(list) => list.iter().for_each(|value| extended(value, open)),
        _ => {}
    }
}

fn closed(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(closed);
            if map.get("properties").is_some_and(Value::is_object) {
                map.insert("unevaluatedProperties".to_owned(), false.into());
            }
        }
        Value::Array(list) => list.iter_mut().for_each(closed),
        _ => {}
    }
}

fn checker() -> Checker {
    let today = SETTING_DAY.parse().expect("a date");
    Checker::new(Arc::new(thethuc_law::book()), Options::on(today)).expect("no names")
}

/// One report on some files, in both forms.
fn reports(door: &Checker, files: &[PathBuf], language: Language) -> (Value, Vec<Value>) {
    let replacing: &[&str] = if language == Language::En { &["format/motto.yaml"] } else { &[] };
    let setting = Setting { language, names: door.book(), replacing };
    let (mut pieces, mut lines, mut tally) = (Vec::new(), Vec::new(), Tally::default());
    for file in files {
        let path = file.to_string_lossy();
        let bytes = fs::read(file).expect("a readable file");
        let checked = door.check(&path, &bytes);
        let reason = checked.as_ref().err().map(CheckError::words).unwrap_or_default();
        let outcome = outcome(&checked, &bytes, &reason);
        let reported = Reported { path: &path, outcome };
        let document = Document::of(&reported);
        pieces.push(Json.piece(&document, &reported, &setting));
        lines.push(JsonLines.piece(&document, &reported, &setting));
        tally.add(&Tally::of(outcome));
    }
    let whole = Json.open(&setting) + &pieces.join(Json.between()) + &Json.close(&tally, &setting);
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    (read(&whole), lines.iter().map(|line| read(line)).collect())
}

fn outcome<'a>(
    checked: &'a Result<Checked, CheckError>,
    source: &'a [u8],
    reason: &'a thethuc_core::finding::Words,
) -> Outcome<'a> {
    match checked {
        Ok(checked) => Outcome::Checked { checked, source },
        Err(_) => Outcome::Unreadable(reason),
    }
}

/// The files of a folder, not deeper, at most so many.
fn files(folder: &Path, most: usize) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let is_draft = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("docx" | "md" | "txt")) && path.is_file()
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_draft).collect();
    files.sort();
    files.truncate(most);
    files
}

/// Every report on these files fits, as do its lines and the table of its rules.
fn all_fit(files: &[PathBuf]) {
    let (judge, checker) = (Judge::new(), checker());
    for language in [Language::Vi, Language::En] {
        let (report, lines) = reports(&checker, files, language);
        judge.fits(&report).expect("a report that fits");
        let documents = report["documents"].as_array().expect("documents");
        assert_eq!(documents.len(), files.len());
        for (line, document) in lines.into_iter().zip(documents) {
            let Value::Object(mut line) = line else { panic!("no object") };
            assert_eq!(line.remove("schema"), Some("thethuc/document/v1".into()));
            let line = Value::Object(line);
            judge.schemas.validate(&line, judge.document).expect("a line that fits");
            assert_eq!(&line, document);
        }
        let found = documents.iter().filter_map(|document| document["findings"].as_array());
        let found = found.flatten().map(|finding| finding["rule"].as_str().expect("a rule"));
        let found: std::collections::BTreeSet<&str> = found.collect();
        let told: Vec<&String> = report["rules"].as_object().expect("rules").keys().collect();
        assert!(!told.is_empty());
        assert_eq!(told, found.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn reports_on_the_samples_fit() {
    let mut all = files(&root().join("samples"), usize::MAX);
    assert!(!all.is_empty());
    // A file that cannot be read is reported as well.
    all.push(root().join("LICENSE-MIT"));
    let bases = files(&root().join("rules/bases"), 3);
    all.extend(bases);
    all_fit(&all);
}

#[test]
fn reports_on_real_documents_fit() {
    let shared = std::env::var_os("THETHUC_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let corpus = shared.join("corpus");
    let all: Vec<PathBuf> =
        ["published", "layout"].iter().flat_map(|folder| files(&corpus.join(folder), 6)).collect();
    if all.is_empty() {
        println!("skipped: ../shared/corpus is absent");
        return;
    }
    all_fit(&all);
}

#[test]
fn a_report_with_decisions_fits() {
    let statement = || Statement { reason: None, who: None, day: None, source: SaidIn::Comment };
    let decisions = [Decision::Open, Decision::Kept(statement()), Decision::Wrong(statement())];
    let file = files(&root().join("samples"), usize::MAX).into_iter().find_map(|file| {
        let bytes = fs::read(&file).expect("a readable file");
        let checked = checker().check(&file.to_string_lossy(), &bytes).ok()?;
        (checked.findings.len() >= decisions.len()).then_some((checked, bytes))
    });
    let (mut checked, bytes) = file.expect("a sample with findings");
    for (finding, decision) in checked.findings.iter_mut().zip(decisions) {
        finding.decision = decision;
        finding.state = State::Known;
    }
    let reported = Reported { path: "a", outcome: Outcome::Checked { checked: &checked, source: &bytes } };
    let document = Document::of(&reported);
    let document = serde_json::to_value(document.in_language(Language::Vi)).expect("JSON");
    let judge = Judge::new();
    judge.schemas.validate(&document, judge.document).expect("a document that fits");
    let mut odd = document;
    odd["findings"][1]["decision"]["mood"] = "good".into();
    assert!(judge.schemas.validate(&odd, judge.document).is_err());
}

#[test]
fn the_reports_of_snapshots_fit() {
    let judge = Judge::new();
    let folders = ["src/terminal/snapshots", "tests/command/snapshots"];
    let mut met = 0;
    for entry in folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).expect("snapshots")) {
        let path = entry.expect("an entry").path();
        let text = committed(&path);
        let Some((_, body)) = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")) else {
            continue;
        };
        if !body.contains("\"thethuc/report/v1\"") {
            continue;
        }
        let report: Value = serde_json::from_str(body).expect("a report");
        if let Err(error) = judge.fits(&report) {
            panic!("{}: {error}", path.display());
        }
        met += 1;
    }
    assert!(met > 0, "no snapshot of a report was met");
}

#[test]
fn what_is_no_report_does_not_fit() {
    let judge = Judge::new();
    let sample = files(&root().join("samples"), usize::MAX);
    let (report, _) = reports(&checker(), &sample, Language::Vi);
    judge.fits(&report).expect("a report that fits");
    let first = report["documents"].as_array().expect("documents").iter();
    let with = first.enumerate().find(|(_, document)| document["findings"][0].is_object());
    let (index, _) = with.expect("a sample with findings");
    let finding = format!("/documents/{index}/findings/0");
    for (at, wrong) in [
        (format!("{finding}/severity"), json!("grave")),
        (format!("{finding}/fingerprint"), json!("12")),
        (format!("{finding}/decision"), json!({ "kind": "kept" })),
        (format!("{finding}/state"), Value::Null),
        (format!("{finding}/places/0/anchor/kind"), json!("line")),
        (format!("/documents/{index}/facts/date"), json!("3 tháng 5")),
        (format!("/documents/{index}/status"), json!("clean")),
        ("/summary/errors".to_owned(), json!(-1)),
        ("/language".to_owned(), json!(1)),
    ] {
        let mut changed = report.clone();
        *changed.pointer_mut(&at).expect("a field") = wrong;
        assert!(judge.fits(&changed).is_err(), "{at}");
    }
    let mut lacking = report;
    let place = lacking.pointer_mut(&finding).and_then(Value::as_object_mut).expect("a finding");
    assert!(place.remove("state").is_some());
    assert!(judge.fits(&lacking).is_err());
}

#[test]
fn the_pages_that_rules_name_are_there() {
    let book = thethuc_law::book();
    for id in book.rule_ids() {
        let rule = Rule::of(&book, id).expect("a rule");
        let page = rule.page.expect("a page on a rule of the program");
        let (file, anchor) = page.split_once('#').expect("an anchor");
        let heading = format!("\n## `{id}`\n");
        assert!(committed(&root().join(file)).contains(&heading), "{page}");
        assert_eq!(anchor, id.replace('/', ""));
    }
}
