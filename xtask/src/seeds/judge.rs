//! Seeds checked, and what came of them.

use super::change::Expected;
use super::file::bytes;
use super::grow::Seed;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;
use thethuc_core::checker::{Checked, Checker};
use thethuc_core::finding::{Anchor, Finding, Role, Severity};
use thethuc_core::look::NamedStyle;
use thethuc_core::text::Span;

/// What came of a seed.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Whether a finding of sufficient severity speaks of the matter, somewhere.
    pub is_told: bool,
    /// Whether it lies at the line of the fault, or in its gap.
    pub is_placed: bool,
    /// Findings of error and warning that do not speak of the matter at its place: `rule: words`.
    pub errors: Vec<String>,
    /// See `errors`.
    pub warnings: Vec<String>,
    /// Everything that was said at the line of the fault: `severity rule`.
    pub at_place: BTreeSet<String>,
}

/// Checks seeds, on as many threads as the machine allows.
///
/// # Errors
/// A seed that cannot be written or read.
pub fn judge(seeds: &[Seed<'_>], checker: &Checker, styles: &[NamedStyle]) -> Result<Vec<Outcome>, String> {
    let next = Mutex::new(0..seeds.len());
    let all: Mutex<Vec<Option<Result<Outcome, String>>>> = Mutex::new(vec![None; seeds.len()]);
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(index) = next.lock().ok().and_then(|mut next| next.next()) {
                    let outcome = one(&seeds[index], checker, styles);
                    if let Ok(mut all) = all.lock() {
                        all[index] = Some(outcome);
                    }
                }
            });
        }
    });
    let all = all.into_inner().map_err(|error| error.to_string())?;
    all.into_iter().map(|own| own.unwrap_or_else(|| Err("a check was not finished".to_owned()))).collect()
}

fn one(seed: &Seed<'_>, checker: &Checker, styles: &[NamedStyle]) -> Result<Outcome, String> {
    let name = if seed.is_word { "a.docx" } else { "a.md" };
    let judged = checker.check(name, &bytes(seed, styles)?);
    let judged = judged.map_err(|error| format!("{}: {}", seed.id, error.words().en))?;
    let expected = moved(seed, &judged);
    let mut outcome = Outcome::default();
    for finding in &judged.findings {
        let speaks = !seed.is_neighbour && speaks(seed, finding, checker);
        let at_line = place(&expected, finding, &judged);
        if at_line {
            outcome.at_place.insert(format!("{:?} {}", finding.severity, finding.rule));
        }
        if speaks && finding.severity >= seed.least {
            outcome.is_told = true;
            outcome.is_placed |= at_line;
        }
        if !speaks {
            let words = finding.span.of(&judged.draft.text).chars().take(60).collect::<String>();
            let told = format!("{}: {}", finding.rule, words.replace('\n', " ⏎ "));
            match finding.severity {
                Severity::Error => outcome.errors.push(told),
                Severity::Warning => outcome.warnings.push(told),
                Severity::Note => {}
            }
        }
    }
    Ok(outcome)
}

/// The place of the fault in the text as it was read: the same, unless the file changed what stands before.
fn moved(seed: &Seed<'_>, checked: &Checked) -> Expected {
    let (written, read) = (&seed.changed.draft.text, &checked.draft.text);
    let found_again = |span: Span| {
        if read.get(span.start..span.end) == written.get(span.start..span.end) {
            return Some(span);
        }
        let line = |text: &str, at: usize| text[..at].matches('\n').count();
        let words = span.of(written).trim();
        let found = read.match_indices(words).map(|(start, _)| Span::new(start, start + words.len()));
        found.min_by_key(|own| line(read, own.start).abs_diff(line(written, span.start)))
    };
    match &seed.changed.expected {
        Expected::Words(spans) if !seed.changed.raw.is_empty() => {
            // What was put in as it is reads otherwise than it was written.
            Expected::Words(spans.iter().map(|span| Span::new(span.start, span.start + 1)).collect())
        }
        Expected::Words(spans) => Expected::Words(spans.iter().copied().filter_map(found_again).collect()),
        Expected::Gap(span) => Expected::Gap(found_again(*span).unwrap_or(*span)),
        other => other.clone(),
    }
}

/// Whether a finding speaks of the matter: its rule cites a provision of the kind, or is one of those that are
/// named.
fn speaks(seed: &Seed<'_>, finding: &Finding, checker: &Checker) -> bool {
    let mut named = seed.family.rules.iter().chain(&seed.kind.rules);
    let is_named = |pattern: &String| match pattern.strip_suffix('*') {
        Some(lead) => finding.rule.starts_with(lead),
        None => *pattern == finding.rule,
    };
    let cites = |rule: &thethuc_core::rulebook::Rule| rule.law.iter().any(|id| seed.kind.law.contains(id));
    named.any(is_named) || checker.book().rule(&finding.rule).is_some_and(cites)
}

/// Whether a finding lies at a line of the fault, or in its gap.
fn place(expected: &Expected, finding: &Finding, checked: &Checked) -> bool {
    let draft = &checked.draft;
    let own = |index: usize| draft.paragraphs.get(index).map(|paragraph| paragraph.span);
    let lines = |span: Span| draft.paragraphs_in(span).filter_map(own).fold(span, Span::join);
    let mut primary = finding.places.iter().filter(|place| place.role == Role::Primary);
    primary.any(|place| {
        let marked = match place.anchor {
            Anchor::Words => place.span,
            Anchor::Gap { paragraph, .. } | Anchor::Paragraph(paragraph) => {
                own(paragraph).unwrap_or(place.span)
            }
            Anchor::Section(_) | Anchor::HeaderPart(_) | Anchor::Document => {
                return matches!(expected, Expected::Pages | Expected::Document);
            }
        };
        let touches = |span: Span| marked.start <= span.end && span.start <= marked.end;
        match expected {
            Expected::Words(spans) => spans.iter().any(|span| touches(lines(*span))),
            Expected::Gap(span) => touches(*span),
            Expected::Pages | Expected::Document => true,
        }
    })
}
