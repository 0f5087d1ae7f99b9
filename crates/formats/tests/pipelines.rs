//! The forms for pipelines, over the samples and the cases of the corpus: they fit their schemas, nothing in
//! them has the name or the fingerprint of something else, and none loses a finding.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::finding::{Decision, SaidIn, State, Statement, Words};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use thethuc_formats::{Checkstyle, GitHub, GitLab, JUnit, Sarif};
use unicode_normalization::UnicodeNormalization;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let today = Date::new(2026, 11, 29).expect("a day");
    Checker::new(thethuc_law::book(), Options::on(today)).expect("no names")
});

/// A file that was read, and what became of it.
struct Read {
    path: String,
    source: Vec<u8>,
    checked: Result<Checked, Words>,
}

impl Read {
    fn of(path: &str, source: Vec<u8>) -> Self {
        let checked = CHECKER.check(path, &source).map_err(|error| error.words());
        Self { path: path.to_owned(), source, checked }
    }

    fn reported(&self) -> Reported<'_> {
        let outcome = match &self.checked {
            Ok(checked) => Outcome::Checked { checked, source: &self.source },
            Err(reason) => Outcome::Unreadable(reason),
        };
        Reported { path: &self.path, outcome }
    }

    fn checked(&mut self) -> &mut Checked {
        self.checked.as_mut().expect("readable")
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The samples; two files of the same words, for what is equal in both must be told apart; one that cannot be
/// read, one that nothing judges, one whose path and words are hostile.
static FILES: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let mut files: Vec<Read> = drafts(&root().join("samples"))
        .into_iter()
        .map(|path| Read::of(&name(&path), std::fs::read(&path).expect("a sample")))
        .collect();
    let draft = std::fs::read(root().join("samples/cong-van-ubnd-phuong-sai.md")).expect("a sample");
    files.push(Read::of("./a/b.md", draft.clone()));
    files.push(Read::of("b.md", draft));
    files.push(Read::of("hỏng.docx", b"PK".to_vec()));
    files.push(Read::of("trống.md", Vec::new()));
    files.push(Read::of("]],:%\"<&>'.md", HOSTILE.as_bytes().to_vec()));
    files.extend(corpus());
    files
});

/// Words that mean something to XML, to JSON, to Markdown and to GitHub.
const HOSTILE: &str = "UBND XÃ HÒA AN

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA \"VIỆT NAN\" <b>]]>&amp;[x](1)

Độc lập – Tự do – Hạnh phúc\u{1}

Số: 5/2026/QĐ-UBND

Hòa An, ngày 31 tháng 2 năm 2026

::error::QUYẾT ĐỊNH

Điều 1. Ban hành {0} 😀 \\u0000 theo Nghị định số 34/2016/NĐ-CP

TM UỶ BAN NHÂN DÂN
";

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// Drafts of a folder, sorted.
fn drafts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_draft = |path: &PathBuf| path.extension().is_some_and(|own| own == "md" || own == "docx");
    let mut drafts: Vec<_> = entries.filter(is_draft).filter(|path| !path.ends_with("README.md")).collect();
    drafts.sort();
    drafts
}

/// A draft of each case beside the repository; none where they are absent.
fn corpus() -> Vec<Read> {
    let shared = std::env::var_os("THETHUC_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let cases = shared.join("corpus/cases");
    if !cases.is_dir() {
        println!("skipped: ../shared/corpus/cases is absent");
        return Vec::new();
    }
    let folders = std::fs::read_dir(cases).expect("cases").map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<_> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    let first = folders.iter().filter_map(|folder| drafts(folder).into_iter().next());
    first
        .enumerate()
        .map(|(number, path)| {
            Read::of(&format!("ca {number}/{}", name(&path)), std::fs::read(&path).expect("a case"))
        })
        .collect()
}

fn setting(language: Language) -> Setting<'static> {
    Setting { language, names: CHECKER.book(), replacing: &[] }
}

/// The whole report, written as the program writes it.
fn report(format: &dyn Format, files: &[Read]) -> String {
    let setting = setting(Language::Vi);
    let mut written = format.open(&setting);
    let mut overview = Overview::default();
    let mut is_first = true;
    for file in files {
        let reported = file.reported();
        let piece = format.piece(&Document::of(&reported), &reported, &setting);
        if !piece.is_empty() {
            if !std::mem::take(&mut is_first) {
                written.push_str(format.between());
            }
            written.push_str(&piece);
        }
        overview.add(Overview::of(&reported));
    }
    written + &format.close_over(&overview, &setting)
}

fn json(format: &dyn Format, files: &[Read]) -> Value {
    serde_json::from_str(&report(format, files)).expect("one JSON value")
}

/// How many findings there are, by severity; what is said of a document is none.
fn findings(files: &[Read]) -> usize {
    files.iter().filter_map(|file| file.checked.as_ref().ok()).map(|checked| checked.findings.len()).sum()
}

/// Files of which something is told beside findings.
fn unruled(files: &[Read]) -> usize {
    let mut overview = Overview::default();
    files.iter().for_each(|file| overview.add(Overview::of(&file.reported())));
    overview.tally.documents - overview.tally.judged()
}

fn fits(schema: &str, value: &Value) {
    let path = root().join("crates/formats/tests/schemas").join(schema);
    let path = path.canonicalize().expect("a schema");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let index: SchemaIndex =
        compiler.compile(path.to_str().expect("a name"), &mut schemas).expect("a sound schema");
    if let Err(error) = schemas.validate(value, index) {
        panic!("{schema}: {error:#}");
    }
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v Vec<Value> {
    value.pointer(pointer).and_then(Value::as_array).expect("a list")
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).expect("words")
}

/// That no two are equal; gives how many there are.
fn unique<'v>(all: impl IntoIterator<Item = &'v str>) -> usize {
    let mut seen = HashSet::new();
    for one in all {
        assert!(seen.insert(one), "“{one}” stands there twice");
    }
    seen.len()
}

#[test]
fn sarif_fits_its_schema_and_loses_nothing() {
    let sarif = json(&Sarif, &FILES);
    fits("sarif-2.1.0.json", &sarif);
    let results = list(&sarif, "/runs/0/results");
    assert_eq!(results.len(), findings(&FILES) + unruled(&FILES));
    unique(results.iter().map(|own| text(own, "/partialFingerprints/primaryLocationLineHash")));
    let rules = list(&sarif, "/runs/0/tool/driver/rules");
    unique(rules.iter().map(|own| text(own, "/id")));
    let known: HashSet<_> = rules.iter().map(|own| text(own, "/id")).collect();
    for result in results {
        assert!(known.contains(text(result, "/ruleId")), "{result}");
        assert!(!text(result, "/message/text").contains("]("), "{result}");
    }
    assert_eq!(sarif.pointer("/runs/0/invocations/0/executionSuccessful"), Some(&Value::Bool(false)));
}

#[test]
fn gitlab_fits_its_schema_and_loses_nothing() {
    let issues = json(&GitLab, &FILES);
    fits("gitlab-code-quality.json", &issues);
    let number = unique(list(&issues, "").iter().map(|own| text(own, "/fingerprint")));
    assert_eq!(number, findings(&FILES) + unruled(&FILES));
}

#[test]
fn junit_is_read_by_another_program_and_loses_nothing() {
    let written = report(&JUnit, &FILES);
    let parsed = roxmltree::Document::parse(&written).expect("well-formed");
    let cases: Vec<_> = parsed.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    let names: Vec<String> = cases
        .iter()
        .map(|case| {
            [case.attribute("classname"), case.attribute("name")].map(|own| own.expect("a name")).join(" ")
        })
        .collect();
    unique(names.iter().map(String::as_str));
    let told = cases.iter().filter(|case| case.has_children()).count();
    assert_eq!(told, findings(&FILES) + unruled(&FILES));

    let read = quick_junit::Report::deserialize_from_str(&written).expect("nextest reads it");
    assert_eq!(read.test_suites.len(), FILES.len());
    let read_cases: usize = read.test_suites.iter().map(|suite| suite.test_cases.len()).sum();
    assert_eq!(read_cases, cases.len());
    for suite in &read.test_suites {
        assert_eq!(suite.tests, suite.test_cases.len(), "{}", suite.name.as_str());
    }
}

#[test]
fn only_errors_fail_in_junit() {
    let written = report(&JUnit, &FILES);
    let errors: usize = FILES
        .iter()
        .filter_map(|file| file.checked.as_ref().ok())
        .flat_map(|checked| &checked.findings)
        .filter(|own| own.severity == thethuc_core::finding::Severity::Error)
        .count();
    assert_eq!(written.matches("<failure ").count(), errors);
    let unreadable = FILES.iter().filter(|file| file.checked.is_err()).count();
    assert!(unreadable > 0, "one file cannot be read");
    assert_eq!(written.matches("<error ").count(), unreadable);
}

#[test]
fn checkstyle_names_each_file_once_and_loses_nothing() {
    let written = report(&Checkstyle, &FILES);
    let parsed = roxmltree::Document::parse(&written).expect("well-formed");
    let files = parsed.root_element().children().filter(|node| node.has_tag_name("file"));
    assert_eq!(unique(files.map(|file| file.attribute("name").expect("a name"))), FILES.len());
    let errors = parsed.descendants().filter(|node| node.has_tag_name("error"));
    assert_eq!(errors.count(), findings(&FILES) + unruled(&FILES));
}

#[test]
fn github_says_everything_in_commands_and_nothing_else() {
    let written = report(&GitHub, &FILES);
    let (commands, others): (Vec<_>, Vec<_>) = written.lines().partition(|line| line.starts_with("::"));
    assert_eq!(commands.len(), findings(&FILES) + unruled(&FILES));
    assert_eq!(others.len(), 1, "that not all are shown: {others:?}");
    assert!(
        commands
            .iter()
            .all(|line| ["::error ", "::warning ", "::notice "].iter().any(|own| line.starts_with(own)))
    );
}

/// What people are told of a file that a rule found something in, form by form.
fn counts(files: &[Read]) -> BTreeMap<&'static str, usize> {
    let sarif = json(&Sarif, files);
    let open = list(&sarif, "/runs/0/results")
        .iter()
        .filter(|own| own["baselineState"] == "new" && list(own, "/suppressions").is_empty());
    BTreeMap::from([
        ("sarif", open.count()),
        ("gitlab", list(&json(&GitLab, files), "").len()),
        ("github", report(&GitHub, files).lines().filter(|line| line.starts_with("::")).count()),
        ("checkstyle", report(&Checkstyle, files).matches("<error ").count()),
    ])
}

#[test]
fn what_was_decided_or_known_is_not_told_as_new() {
    let source = std::fs::read(root().join("samples/cong-van-ubnd-phuong-sai.md")).expect("a sample");
    let mut files = vec![Read::of("a.md", source)];
    let number = files[0].checked().findings.len();
    assert!(number > 2, "the sample has faults");
    assert!(counts(&files).values().all(|count| *count == number), "{:?}", counts(&files));
    let statement = Statement {
        reason: Some("Theo “quy định” riêng\n& của <Sở>".to_owned()),
        who: Some("Nguyễn Văn A".to_owned()),
        day: Date::new(2026, 11, 20),
        source: SaidIn::Comment,
    };
    files[0].checked().findings[0].decision = Decision::Kept(statement);
    files[0].checked().findings[1].state = State::Known;
    assert!(counts(&files).values().all(|count| *count == number - 2), "{:?}", counts(&files));

    let sarif = json(&Sarif, &files);
    fits("sarif-2.1.0.json", &sarif);
    let results = list(&sarif, "/runs/0/results");
    let suppression = &results[0]["suppressions"][0];
    assert_eq!(
        (suppression["kind"].as_str(), suppression["status"].as_str()),
        (Some("inSource"), Some("accepted"))
    );
    let why = "Giữ nguyên: Theo “quy định” riêng & của <Sở> (Nguyễn Văn A, 20/11/2026)";
    assert_eq!(suppression["justification"], why);
    assert_eq!(results[1]["baselineState"], "unchanged");
    let junit = report(&JUnit, &files);
    assert!(junit.contains("Giữ nguyên: Theo “quy định” riêng &amp; của &lt;Sở&gt;"), "{junit}");
    assert!(junit.contains("Đã có từ trước"), "{junit}");
}

#[test]
fn a_run_without_drafts_does_not_read_as_green() {
    let sarif = json(&Sarif, &[]);
    fits("sarif-2.1.0.json", &sarif);
    assert_eq!(sarif.pointer("/runs/0/invocations/0/executionSuccessful"), Some(&Value::Bool(false)));
    assert_eq!(list(&sarif, "/runs/0/invocations/0/toolExecutionNotifications").len(), 1);
    fits("gitlab-code-quality.json", &json(&GitLab, &[]));
    assert!(report(&JUnit, &[]).contains("<error "));
    assert!(report(&GitHub, &[]).starts_with("::error "));
}

#[test]
fn a_word_file_has_no_lines_and_a_text_file_those_of_its_letters() {
    for file in FILES.iter() {
        let sarif = json(&Sarif, std::slice::from_ref(file));
        let lines: Vec<&str> =
            std::str::from_utf8(&file.source).map(|text| text.lines().collect()).unwrap_or_default();
        for result in list(&sarif, "/runs/0/results") {
            let region = result.pointer("/locations/0/physicalLocation/region").expect("a region");
            let number = |key: &str| region[key].as_u64().map(|own| usize::try_from(own).expect("small"));
            let Some(column) = number("startColumn") else {
                assert_eq!(number("startLine"), Some(1));
                continue;
            };
            assert!(!file.path.ends_with(".docx"), "{region}");
            let line = number("startLine").expect("a line");
            let letters = lines.get(line - 1).copied().unwrap_or_default();
            assert!(column <= letters.chars().count() + 1, "{region}: {letters}");
            let snippet = region.pointer("/snippet/text").and_then(Value::as_str).unwrap_or_default();
            let first: String = snippet.chars().take(1).collect();
            // A file may hold a letter and its marks apart; the snippet has them composed.
            let there: String = letters.chars().skip(column - 1).nfc().take(1).collect();
            assert!(snippet.is_empty() || first == there, "{region}: {letters}");
        }
    }
}

/// The text with a repair made, by lines and columns alone.
fn repaired(text: &str, fix: &Value) -> String {
    let mut text = text.to_owned();
    let mut replacements = list(fix, "/artifactChanges/0/replacements").clone();
    replacements.reverse();
    for own in replacements {
        let at = |line: &str, column: &str| {
            let number = |key: &str| {
                usize::try_from(own["deletedRegion"][key].as_u64().expect("a number")).expect("small")
            };
            let begins = text.split_inclusive('\n').take(number(line) - 1).map(str::len).sum::<usize>();
            let rest = &text[begins..];
            begins + rest.char_indices().nth(number(column) - 1).map_or(rest.len(), |(offset, _)| offset)
        };
        let (start, end) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
        text.replace_range(
            start..end,
            own.pointer("/insertedContent/text").and_then(Value::as_str).unwrap_or_default(),
        );
    }
    text
}

#[test]
fn a_fix_for_a_text_file_takes_its_finding_away_and_brings_none() {
    let mut made = 0;
    for file in FILES.iter().filter(|file| file.path.ends_with(".md")) {
        let Ok(before) = &file.checked else { continue };
        let text = std::str::from_utf8(&file.source).expect("UTF-8");
        let sarif = json(&Sarif, std::slice::from_ref(file));
        for result in list(&sarif, "/runs/0/results") {
            for fix in result["fixes"].as_array().into_iter().flatten() {
                let after = CHECKER.check(&file.path, repaired(text, fix).as_bytes()).expect("readable");
                let fingerprint = text_of(result);
                let gone = after.findings.iter().all(|own| own.fingerprint.to_string() != fingerprint);
                let fewer = after.findings.len() < before.findings.len();
                assert!(gone || fewer, "{}: {fix}", file.path);
                made += 1;
            }
        }
    }
    assert!(made >= 3, "only {made} repairs were made");
}

fn text_of(result: &Value) -> String {
    text(result, "/partialFingerprints/thethucFinding~1v1").to_owned()
}
