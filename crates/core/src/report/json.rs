//! The report for machines, schema `thethuc/report/v1`.
//!
//! One JSON value over all documents, indented by two blanks.

use super::format::{Format, Setting};
use super::place::{self, PlaceJson, StepJson};
use super::position::Positions;
use super::span::{SourceJson, SpanJson, part_name, span_json};
use super::{Outcome, Reported, Tally, wording};
use crate::checker::{Checked, Coverage, JudgedBy, NotEvaluated};
use crate::document::{Class, Organ, Stage};
use crate::draft::{self, Draft};
use crate::finding::{Certainty, Finding, Fingerprint, Fix, LawReference, Reason, Severity};
use crate::rulebook::vocabulary::Language;
use crate::text::{Date, Span};
use serde::Serialize;

/// One JSON value, indented.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        // The field is only there where there is something to list.
        let replacing = match serde_json::to_string(setting.replacing) {
            Ok(list) if !setting.replacing.is_empty() => format!("  \"replacing\": {list},\n"),
            _ => String::new(),
        };
        format!(
            "{{\n  \"schema\": \"thethuc/report/v1\",\n  \"tool\": {{\n    \"name\": \"thethuc\",\n    \"version\": \"{}\"\n  }},\n  \"language\": \"{}\",\n{replacing}  \"documents\": [",
            env!("CARGO_PKG_VERSION"),
            setting.language.pick("vi", "en"),
        )
    }

    fn piece(&self, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let value = document(reported, setting.language);
        // Only a map with keys that are no strings, or a failing writer, can make this an error.
        indented(&serde_json::to_string_pretty(&value).unwrap_or_default(), "    ")
    }

    fn between(&self) -> &'static str {
        ","
    }

    fn close(&self, tally: &Tally, _: &Setting<'_>) -> String {
        let end = if tally.documents == 0 { "]" } else { "\n  ]" };
        let fields = [
            ("documents", tally.documents),
            ("unreadable", tally.unreadable),
            ("unjudged", tally.unjudged),
            ("not_drafts", tally.not_drafts),
            ("other_documents", tally.other_documents),
            ("errors", tally.errors),
            ("warnings", tally.warnings),
            ("notes", tally.notes),
            ("skipped_checks", tally.skipped_checks),
            ("common_only", tally.common_only),
            ("applicable", tally.applicable),
        ];
        let fields = fields.map(|(name, number)| format!("    \"{name}\": {number}"));
        format!("{end},\n  \"summary\": {{\n{}\n  }}\n}}\n", fields.join(",\n"))
    }
}

/// A document in the form of the schema.
pub(super) fn document<'a>(reported: &Reported<'a>, language: Language) -> DocumentJson<'a> {
    match reported.outcome {
        Outcome::Checked { checked, source } => checked_document(reported.path, checked, source, language),
        Outcome::Unreadable(reason) => unreadable(reported.path, reason.in_language(language)),
    }
}

fn unreadable<'a>(path: &'a str, reason: &'a str) -> DocumentJson<'a> {
    DocumentJson {
        path,
        status: "unreadable",
        error: Some(reason),
        format: None,
        judged: None,
        facts: None,
        findings: Vec::new(),
        skipped_checks: 0,
        judged_by: None,
        coverage: None,
        secrecy: None,
    }
}

/// Every line on a new line of its own, moved to the right. Line breaks inside JSON strings are
/// escaped, so no string is touched.
fn indented(json: &str, indent: &str) -> String {
    json.lines().flat_map(|line| ["\n", indent, line]).collect()
}

/// A document as the schema has it.
#[derive(Serialize)]
pub(super) struct DocumentJson<'a> {
    path: &'a str,
    status: &'static str,
    error: Option<&'a str>,
    format: Option<&'static str>,
    judged: Option<JudgedJson>,
    facts: Option<FactsJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    skipped_checks: usize,
    judged_by: Option<JudgedBy>,
    coverage: Option<CoverageJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secrecy: Option<SecrecyJson<'a>>,
}

/// The mark of secrecy of a draft, and whether the report repeats its words.
#[derive(Serialize)]
struct SecrecyJson<'a> {
    mark: &'a str,
    quotes: bool,
    words: String,
}

#[derive(Serialize)]
struct CoverageJson {
    applicable: usize,
    evaluated: usize,
    failed: usize,
    not_evaluated: Vec<NotEvaluatedJson>,
}

#[derive(Serialize)]
struct NotEvaluatedJson {
    reason: Reason,
    words: String,
    remedy: String,
    rules: usize,
}

#[derive(Serialize)]
struct JudgedJson {
    day: Date,
}

/// Facts of a document as the schemas name them.
#[derive(Serialize)]
pub(super) struct FactsJson<'a> {
    regime: Option<&'a str>,
    class: Option<Class>,
    organ: Option<&'a Organ>,
    form: Option<&'a str>,
    number: Option<&'a str>,
    year: Option<i32>,
    symbol: Option<&'a str>,
    place: Option<&'a str>,
    date: Option<Date>,
    effective: Option<Date>,
    stage: Stage,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    group: &'a str,
    severity: Severity,
    certainty: Certainty,
    message: &'a str,
    help: Option<&'a str>,
    place: &'a str,
    paragraph: Option<usize>,
    text: &'a str,
    span: SpanJson,
    source: Option<SourceJson<'a>>,
    law: &'a [LawReference],
    fix: Option<FixJson<'a>>,
    fingerprint: Fingerprint,
    address: Vec<StepJson>,
    count: usize,
    places: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    span: SpanJson,
    replacement: &'a str,
    safe: bool,
}

fn checked_document<'a>(
    path: &'a str,
    checked: &'a Checked,
    source: &[u8],
    language: Language,
) -> DocumentJson<'a> {
    let positions = Positions::new(&checked.draft, source);
    let findings = checked.findings.iter();
    DocumentJson {
        path,
        status: "checked",
        error: None,
        format: Some(format_name(checked.draft.format)),
        judged: Some(JudgedJson { day: checked.judged.day }),
        facts: Some(facts(checked)),
        findings: findings.map(|finding| finding_json(finding, checked, &positions, language)).collect(),
        skipped_checks: checked.unjudged.len(),
        judged_by: Some(checked.judged_by),
        coverage: Some(coverage_json(&checked.coverage, language)),
        secrecy: checked.document.facts.secrecy.as_deref().map(|mark| SecrecyJson {
            mark,
            quotes: !checked.judged.withholds,
            words: wording::secrecy(mark, checked.judged.withholds).in_language(language).to_owned(),
        }),
    }
}

fn coverage_json(coverage: &Coverage, language: Language) -> CoverageJson {
    let words = |own: &NotEvaluated| NotEvaluatedJson {
        reason: own.reason,
        words: own.reason.because().in_language(language).to_owned(),
        remedy: own.reason.remedy().in_language(language).to_owned(),
        rules: own.rules,
    };
    CoverageJson {
        applicable: coverage.applicable,
        evaluated: coverage.evaluated,
        failed: coverage.failed,
        not_evaluated: coverage.not_evaluated.iter().map(words).collect(),
    }
}

/// The name of a kind of file in the schemas.
pub(super) const fn format_name(format: draft::Format) -> &'static str {
    match format {
        draft::Format::Docx => "docx",
        draft::Format::Markdown => "markdown",
        draft::Format::Text => "text",
    }
}

/// The facts of a checked draft.
pub(super) fn facts<'a>(checked: &'a Checked) -> FactsJson<'a> {
    let facts = &checked.document.facts;
    let quoted = |words: &'a Option<String>| words.as_deref().filter(|_| !checked.judged.withholds);
    FactsJson {
        regime: checked.judged.regime.as_deref(),
        class: checked.judged.class,
        organ: facts.organ.as_ref().filter(|_| !checked.judged.withholds).map(|(organ, _)| organ),
        form: facts.form.as_ref().map(|(form, _)| form.as_str()),
        number: quoted(&facts.number),
        year: facts.year,
        symbol: quoted(&facts.symbol),
        place: quoted(&facts.place),
        date: facts.date.whole(),
        effective: facts.effective,
        stage: checked.judged.stage,
    }
}

fn finding_json<'a>(
    finding: &'a Finding,
    checked: &'a Checked,
    positions: &Positions<'_>,
    language: Language,
) -> FindingJson<'a> {
    let (draft, withholds) = (&checked.draft, checked.judged.withholds);
    FindingJson {
        rule: &finding.rule,
        group: finding.group(),
        severity: finding.severity,
        certainty: finding.certainty,
        message: finding.message.in_language(language),
        help: finding.help.as_ref().map(|help| help.in_language(language)),
        place: finding.place.in_language(language),
        paragraph: draft.paragraph_at(finding.span.start).map(|index| index + 1),
        text: if withholds { "" } else { finding.span.of(&draft.text) },
        span: span_json(finding.span, positions),
        source: source_json(finding.span, draft),
        law: &finding.law,
        fix: finding.fix.as_ref().filter(|_| !withholds).map(|fix| fix_json(fix, positions)),
        fingerprint: finding.fingerprint,
        address: place::address(&finding.address),
        count: finding.count(),
        places: place::places(&finding.places, draft, positions),
    }
}

fn source_json(span: Span, draft: &Draft) -> Option<SourceJson<'_>> {
    let found = draft.map.source(span)?;
    Some(SourceJson { part: part_name(draft, found.part), start: found.start, end: found.end })
}

fn fix_json<'a>(fix: &'a Fix, positions: &Positions<'_>) -> FixJson<'a> {
    FixJson { span: span_json(fix.span, positions), replacement: &fix.replacement, safe: fix.safe }
}
