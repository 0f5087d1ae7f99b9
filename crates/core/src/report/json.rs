//! The report for machines, schema `thethuc/report/v1`.
//!
//! Written in pieces, so that a long list of files never lies in memory as a whole: [`opening`],
//! one [`document`] after the other, [`closing`]. Together they are one JSON value, indented by
//! two blanks.

use super::place::{self, PlaceJson, StepJson};
use super::position::{Position, Positions};
use super::{Outcome, Reported, Tally};
use crate::checker::Checked;
use crate::document::{Class, Organ, Stage};
use crate::draft::{Draft, Format};
use crate::finding::{Certainty, Finding, Fingerprint, Fix, LawReference, Severity};
use crate::rulebook::vocabulary::Language;
use crate::text::{Date, Span};
use serde::Serialize;

/// The report up to the first document. `replacing` are the files of an own folder that stand in the
/// place of one of the rule book; the field is only there where there are any.
pub fn opening(language: Language, replacing: &[&str]) -> String {
    let replacing = match serde_json::to_string(replacing) {
        Ok(list) if !replacing.is_empty() => format!("  \"replacing\": {list},\n"),
        _ => String::new(),
    };
    format!(
        "{{\n  \"schema\": \"thethuc/report/v1\",\n  \"tool\": {{\n    \"name\": \"thethuc\",\n    \"version\": \"{}\"\n  }},\n  \"language\": \"{}\",\n{replacing}  \"documents\": [",
        env!("CARGO_PKG_VERSION"),
        language.pick("vi", "en"),
    )
}

/// One document. All but the first follow a comma, which is the caller's to write.
pub fn document(reported: &Reported<'_>, language: Language) -> String {
    let value = match reported.outcome {
        Outcome::Checked { checked, source } => checked_document(reported.path, checked, source, language),
        Outcome::Unreadable(reason) => unreadable(reported.path, reason.in_language(language)),
    };
    // Only a map with keys that are no strings, or a failing writer, can make this an error.
    indented(&serde_json::to_string_pretty(&value).unwrap_or_default(), "    ")
}

/// The report after the last document.
pub fn closing(tally: &Tally) -> String {
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
    ];
    let fields = fields.map(|(name, number)| format!("    \"{name}\": {number}"));
    format!("{end},\n  \"summary\": {{\n{}\n  }}\n}}\n", fields.join(",\n"))
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
    }
}

/// Every line on a new line of its own, moved to the right. Line breaks inside JSON strings are
/// escaped, so no string is touched.
fn indented(json: &str, indent: &str) -> String {
    json.lines().flat_map(|line| ["\n", indent, line]).collect()
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    path: &'a str,
    status: &'static str,
    error: Option<&'a str>,
    format: Option<&'static str>,
    judged: Option<JudgedJson>,
    facts: Option<FactsJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    skipped_checks: usize,
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

/// A span with its lines and columns.
#[derive(Serialize)]
pub struct SpanJson {
    start: Position,
    end: Position,
}

/// A stretch of the source, in bytes.
#[derive(Serialize)]
pub(super) struct SourceJson<'a> {
    /// The part of the .docx package; null for a plain file.
    pub(super) part: Option<&'a str>,
    pub(super) start: usize,
    pub(super) end: usize,
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
    }
}

/// The name of a kind of file in the schemas.
pub(super) const fn format_name(format: Format) -> &'static str {
    match format {
        Format::Docx => "docx",
        Format::Markdown => "markdown",
        Format::Text => "text",
    }
}

/// The facts of a checked draft.
pub(super) fn facts(checked: &Checked) -> FactsJson<'_> {
    let facts = &checked.document.facts;
    FactsJson {
        regime: checked.judged.regime.as_deref(),
        class: checked.judged.class,
        organ: facts.organ.as_ref().map(|(organ, _)| organ),
        form: facts.form.as_ref().map(|(form, _)| form.as_str()),
        number: facts.number.as_deref(),
        year: facts.year,
        symbol: facts.symbol.as_deref(),
        place: facts.place.as_deref(),
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
    let draft = &checked.draft;
    FindingJson {
        rule: &finding.rule,
        group: finding.group(),
        severity: finding.severity,
        certainty: finding.certainty,
        message: finding.message.in_language(language),
        help: finding.help.as_ref().map(|help| help.in_language(language)),
        place: finding.place.in_language(language),
        paragraph: draft.paragraph_at(finding.span.start).map(|index| index + 1),
        text: finding.span.of(&draft.text),
        span: span_json(finding.span, positions),
        source: source_json(finding.span, draft),
        law: &finding.law,
        fix: finding.fix.as_ref().map(|fix| fix_json(fix, positions)),
        fingerprint: finding.fingerprint,
        address: place::address(&finding.address),
        count: finding.count(),
        places: place::places(&finding.places, draft, positions),
    }
}

/// A span in the form of the schemas.
pub(super) fn span_json(span: Span, positions: &Positions<'_>) -> SpanJson {
    let (start, end) = positions.of(span);
    SpanJson { start, end }
}

fn source_json(span: Span, draft: &Draft) -> Option<SourceJson<'_>> {
    let found = draft.map.source(span)?;
    Some(SourceJson { part: part_name(draft, found.part), start: found.start, end: found.end })
}

/// The name of a part of the source; none for a plain file.
pub(super) fn part_name(draft: &Draft, part: usize) -> Option<&str> {
    draft.map.parts().get(part).map(String::as_str).filter(|name| !name.is_empty())
}

fn fix_json<'a>(fix: &'a Fix, positions: &Positions<'_>) -> FixJson<'a> {
    FixJson { span: span_json(fix.span, positions), replacement: &fix.replacement, safe: fix.safe }
}
