//! Results: what was found, where, what it is known by, and what people said of it.

use super::fix::{Fix, fixes};
use super::place::{Location, Source};
use super::rule::Text;
use crate::told::{Told, set_aside};
use serde::Serialize;
use std::collections::BTreeMap;
use thethuc_core::finding::{Certainty, Decision, Role, SaidIn, Severity, State};
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::Finding;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::steering::in_one_line;

/// Most further places of a finding; platforms show no more.
const PLACES: usize = 100;

/// The key of our fingerprint. Its version changes when what it is made of does.
const FINGERPRINT: &str = "thethucFinding/v1";
/// The key by which GitHub knows a result again; where there is none it makes one from the line, which a Word
/// file does not have.
const OF_GITHUB: &str = "primaryLocationLineHash";

/// A result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultObject<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    baseline_state: &'static str,
    /// Empty where nobody decided anything: a list that is not there would mean that nobody looked.
    suppressions: Vec<Suppression>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<More<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

/// What SARIF has no word for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct More<'a> {
    group: &'a str,
    certainty: Certainty,
    law: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    words: &'a str,
    count: usize,
    pending_change: bool,
}

impl<'a> ResultObject<'a> {
    /// What is told of a document, as SARIF has it.
    pub fn of(told: &'a Told<'a>, path: &str, source: Option<&Source<'_>>, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let finding = told.finding;
        let address = finding.map_or(&[][..], |own| &own.address);
        // A snippet repeats words of the draft: none where the report withholds them.
        let shown = source.filter(|_| finding.is_some_and(|own| !own.text.is_empty()));
        let fingerprints = [
            (FINGERPRINT, told.fingerprint.to_string()),
            (OF_GITHUB, format!("{}:1", told.fingerprint_in_report(path))),
        ];
        Self {
            rule_id: told.rule,
            level: match told.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: Text::plain(&without_links(&told.sentence())),
            locations: [Location::of(path, told.lines, shown, told.place, address)],
            related_locations: finding.map_or_else(Vec::new, |own| related(own, told, path, shown)),
            partial_fingerprints: fingerprints.into_iter().collect(),
            baseline_state: match finding.map(|own| own.state) {
                Some(State::Known) => "unchanged",
                Some(State::New) | None => "new",
            },
            suppressions: finding.and_then(|own| suppression(own, language)).into_iter().collect(),
            fixes: finding
                .zip(source)
                .map_or_else(Vec::new, |(own, source)| fixes(own, path, source, language)),
            properties: finding.map(|own| More {
                group: own.group,
                certainty: own.certainty,
                law: &told.law,
                paragraph: own.paragraph,
                words: own.text,
                count: own.count,
                pending_change: own.pending_change,
            }),
        }
    }
}

/// The other places of a finding: the primary ones behind the first, and those that they disagree with.
fn related(finding: &Finding<'_>, told: &Told<'_>, path: &str, source: Option<&Source<'_>>) -> Vec<Location> {
    let first = finding.places.iter().position(|place| place.role == Role::Primary);
    let others = finding.places.iter().enumerate().filter(|(index, _)| Some(*index) != first);
    let located = others.map(|(_, place)| {
        let lines = told.lines.map(|_| place.span);
        Location::of(path, lines, source, "", &place.address)
    });
    located.take(PLACES).collect()
}

/// What people decided.
fn suppression(finding: &Finding<'_>, language: Language) -> Option<Suppression> {
    let (Decision::Kept(statement) | Decision::Wrong(statement)) = finding.decision else { return None };
    let kind = match statement.source {
        SaidIn::Comment => "inSource",
        SaidIn::Page | SaidIn::Configuration | SaidIn::OwnRule | SaidIn::Baseline => "external",
    };
    let justification = set_aside(finding, language).unwrap_or_default();
    Some(Suppression { kind, status: "accepted", justification })
}

/// Words of a draft make no links: SARIF reads `[…](…)` in a message as one.
fn without_links(sentence: &str) -> String {
    in_one_line(sentence).replace("](", "] (")
}
