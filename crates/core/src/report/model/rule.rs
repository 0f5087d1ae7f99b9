//! The rules that a report speaks of, told once for all findings.

use crate::finding::{Evidence, Words};
use crate::rulebook::bilingual::{fill, placeholders};
use crate::rulebook::vocabulary::Language;
use crate::rulebook::{Bilingual, Example, Origin, RuleBook};
use serde::Serialize;

/// A rule as people need it beside a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Rule")]
pub struct Rule<W = Words> {
    /// What it demands, in a few words.
    pub title: W,
    /// Why it exists, where more is to be said than the law says.
    pub why: Option<W>,
    /// What to do, with `…` for what is different in each finding.
    pub help: Option<W>,
    /// Words that are wrong by it, from a draft made to show it; null where something is missing or set
    /// wrongly.
    pub example: Option<String>,
    /// Wrong words beside right ones; null where an example changes more than a few words.
    pub contrast: Option<Contrast>,
    /// The provisions that it enforces, in all regimes.
    pub law: Vec<Provision<W>>,
    /// The page on it in the documentation of the program; null for a rule of an own folder.
    pub page: Option<String>,
}

/// Words that are wrong by a rule, and the same words as they are right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Contrast {
    /// As a rule finds fault with them.
    pub wrong: String,
    /// As it does not.
    pub right: String,
}

/// A provision of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Provision")]
pub struct Provision<W = Words> {
    /// Its id in the rule book, `instrument/local`.
    pub id: String,
    /// Number of the instrument as cited.
    pub instrument: String,
    /// Title of the instrument.
    pub title: W,
    /// Where it stands in the instrument, in Vietnamese.
    pub at: String,
    /// How well its text is known.
    pub evidence: Evidence,
}

impl Rule {
    /// The rule of that id; `None` if there is none.
    pub fn of(book: &RuleBook, id: &str) -> Option<Self> {
        let rule = book.rule(id)?;
        let mut wrong = book.examples(id).iter().filter(|example| example.finds > 0);
        let is_built_in = book.origins().of_rule(id) == Origin::BuiltIn;
        Some(Self {
            title: rule.title.words(),
            why: book.why(id).map(Bilingual::words),
            help: rule.help.as_ref().map(without_placeholders),
            example: wrong.find_map(|example| example.at.clone()),
            contrast: book.examples(id).iter().find_map(Contrast::of),
            law: rule.law.iter().filter_map(|id| Provision::of(book, id)).collect(),
            page: is_built_in.then(|| page(id)),
        })
    }

    pub(super) fn in_language(&self, language: Language) -> Rule<&str> {
        Rule {
            title: self.title.in_language(language),
            why: self.why.as_ref().map(|words| words.in_language(language)),
            help: self.help.as_ref().map(|words| words.in_language(language)),
            example: self.example.clone(),
            contrast: self.contrast.clone(),
            law: self.law.iter().map(|own| own.in_language(language)).collect(),
            page: self.page.clone(),
        }
    }
}

impl Contrast {
    /// What an example that is found puts in the place of words of a draft without fault. One that changes more
    /// shows nothing: which of its changes is the fault, only its rule knows.
    fn of(example: &Example) -> Option<Self> {
        let change = match (example.replace.as_slice(), example.only_replaces()) {
            ([change], true) if example.finds > 0 => change,
            _ => return None,
        };
        let (wrong, right) = match &example.at {
            Some(at) if at.matches(&change.with).count() == 1 => {
                (at.clone(), at.replacen(&change.with, &change.find, 1))
            }
            _ => (change.with.clone(), change.find.clone()),
        };
        let (long, short) = (wrong.chars().count(), right.chars().count());
        let is_alike = long.min(short) * 2 >= long.max(short);
        (is_alike && !change.with.trim().is_empty() && !change.find.trim().is_empty())
            .then_some(Self { wrong, right })
    }
}

impl Provision {
    fn of(book: &RuleBook, id: &str) -> Option<Self> {
        let (instrument, provision) = book.provision(id)?;
        Some(Self {
            id: id.to_owned(),
            instrument: instrument.cited().to_owned(),
            title: instrument.title.words(),
            at: provision.at.clone(),
            evidence: provision.evidence,
        })
    }

    fn in_language(&self, language: Language) -> Provision<&str> {
        Provision {
            id: self.id.clone(),
            instrument: self.instrument.clone(),
            title: self.title.in_language(language),
            at: self.at.clone(),
            evidence: self.evidence,
        }
    }
}

/// The words with `…` in the place of what only a finding can tell.
fn without_placeholders(words: &Bilingual) -> Words {
    let plain = |template: &str| {
        let names: Vec<&str> = placeholders(template).collect();
        fill(template, |name| names.contains(&name).then_some("…"))
    };
    Words { vi: plain(&words.vi.0), en: plain(&words.en.0) }
}

/// The page on a rule, with the anchor of its heading there.
pub fn page(id: &str) -> String {
    let (group, anchor) = (id.split('/').next().unwrap_or_default(), id.replace('/', ""));
    format!("docs/rules/{group}.md#{anchor}")
}
