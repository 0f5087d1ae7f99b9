//! What comes after the last document: the rules that were named, told once, and the whole run.

use askama::Template;
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::Rule;
use thethuc_core::report::overview::{Frequency, Overview};
use thethuc_core::report::{Tally, citing, wording};
use thethuc_core::rulebook::vocabulary::Language;

/// The end of the page.
#[derive(Template)]
#[template(path = "close.html")]
pub struct Close<'a> {
    l: Language,
    script: &'static str,
    tally: &'a Tally,
    data_until: Option<String>,
    rules: Vec<RuleRow<'a>>,
}

/// A rule that found something.
struct RuleRow<'a> {
    id: &'a str,
    anchor: String,
    title: String,
    why: Option<String>,
    help: Option<String>,
    example: Option<String>,
    law: Vec<String>,
    frequency: Frequency,
}

impl<'a> Close<'a> {
    /// The end of a report.
    pub fn of(overview: &'a Overview, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let known = overview.rules().into_iter();
        let known = known.map(|(id, frequency)| RuleRow::of(id, frequency, setting));
        Self {
            l: language,
            script: crate::open::SCRIPT,
            tally: &overview.tally,
            data_until: setting.names.data_until().map(|day| wording::date(day, language)),
            rules: known.collect(),
        }
    }
}

impl<'a> RuleRow<'a> {
    fn of(id: &'a str, frequency: Frequency, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let rule = setting.names.rule(id);
        let rule = rule.as_ref();
        let told = |words: &thethuc_core::finding::Words| words.in_language(language).to_owned();
        Self {
            id,
            anchor: anchor(id),
            title: rule.map_or_else(String::new, |rule| told(&rule.title)),
            why: rule.and_then(|rule| rule.why.as_ref()).map(told),
            help: rule.and_then(|rule| rule.help.as_ref()).map(told),
            example: rule.and_then(|rule| rule.example.clone()),
            law: rule.map(|rule| law(rule, language)).unwrap_or_default(),
            frequency,
        }
    }
}

/// The provisions of a rule, in all regimes.
fn law(rule: &Rule, language: Language) -> Vec<String> {
    let each = rule.law.iter().map(|own| {
        let title = own.title.in_language(language);
        let own = citing::Provision { at: &own.at, number: &own.instrument, title, evidence: own.evidence };
        citing::provision(&own, &[], language)
    });
    each.collect()
}

/// Where a rule is told.
pub fn anchor(id: &str) -> String {
    format!("r-{}", id.replace('/', "-"))
}
