//! What comes after the last document: the rules that were named, told once, and the whole run.

use crate::say::{Tongue, both, same};
use askama::Template;
use thethuc_core::finding::Words;
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::{Contrast, Rule};
use thethuc_core::report::overview::{Frequency, Overview};
use thethuc_core::report::{Tally, citing, wording};

/// The end of the page.
#[derive(Template)]
#[template(path = "close.html")]
pub struct Close<'a> {
    l: Tongue,
    script: &'static str,
    tally: &'a Tally,
    data_until: Option<Words>,
    rules: Vec<RuleRow<'a>>,
}

/// A rule that found something.
struct RuleRow<'a> {
    id: &'a str,
    anchor: String,
    title: Words,
    why: Option<Words>,
    help: Option<Words>,
    contrast: Option<Contrast>,
    example: Option<String>,
    law: Vec<Words>,
    frequency: Frequency,
}

impl<'a> Close<'a> {
    /// The end of a report.
    pub fn of(overview: &'a Overview, setting: &Setting<'_>) -> Self {
        let known = overview.rules().into_iter();
        let known = known.map(|(id, frequency)| RuleRow::of(id, frequency, setting));
        Self {
            l: Tongue(setting.language),
            script: crate::open::SCRIPT,
            tally: &overview.tally,
            data_until: setting.names.data_until().map(|day| both(|language| wording::date(day, language))),
            rules: known.collect(),
        }
    }
}

impl<'a> RuleRow<'a> {
    fn of(id: &'a str, frequency: Frequency, setting: &Setting<'_>) -> Self {
        let rule = setting.names.rule(id);
        let rule = rule.as_ref();
        Self {
            id,
            anchor: anchor(id),
            title: rule.map_or_else(|| same(id), |rule| rule.title.clone()),
            why: rule.and_then(|rule| rule.why.clone()),
            help: rule.and_then(|rule| rule.help.clone()),
            contrast: rule.and_then(|rule| rule.contrast.clone()),
            example: rule.and_then(|rule| rule.example.clone()),
            law: rule.map(law).unwrap_or_default(),
            frequency,
        }
    }
}

/// The provisions of a rule, in all regimes, each once.
fn law(rule: &Rule) -> Vec<Words> {
    let mut cited: Vec<Words> = Vec::new();
    for own in &rule.law {
        let words = both(|language| {
            let title = own.title.in_language(language);
            let own =
                citing::Provision { at: &own.at, number: &own.instrument, title, evidence: own.evidence };
            citing::provision(&own, &[], language)
        });
        if !cited.contains(&words) {
            cited.push(words);
        }
    }
    cited
}

/// Where a rule is told.
pub fn anchor(id: &str) -> String {
    format!("r-{}", id.replace('/', "-"))
}
