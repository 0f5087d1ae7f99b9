//! Triage: what the owner of a draft makes of its findings, between the engine and the report.
//!
//! It sets severity (by configuration), decision (by what people said) and state (by a baseline), and
//! removes nothing: what was decided is shown as decided. No wish lifts a finding above what the evidence
//! for its law and the certainty of its place permit.

mod area;
mod baseline;
pub mod file;
mod identity;
mod record;
mod said;
mod stale;

pub use area::Area;
pub use baseline::{Baseline, BaselineFault, KnownDocument, KnownFinding, MadeBy};
pub use identity::{Designation, Digest, Identity};
pub use record::{Record, Silence, Subject};
pub use stale::{Met, Stale};

use crate::checker::{Checked, UnknownName, verify};
use crate::finding::{Decision, Finding, Gone, Notice, NoticeKind, Severity, Statement};
use crate::rulebook::RuleBook;
use crate::text::Date;
use crate::text::vietnamese::squeeze;
use said::{Said, said};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the owner of drafts wants of their findings.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    layers: Vec<Layer>,
    silences: Vec<Silence>,
    baseline: Option<Arc<Baseline>>,
    present: Arc<BTreeSet<String>>,
    changed: BTreeSet<String>,
    today: Option<Date>,
    distrusts: bool,
    asked: Option<BTreeSet<String>>,
}

/// Severities by rule or group, for some files.
#[derive(Clone, Debug)]
struct Layer {
    area: Option<Area>,
    wanted: BTreeMap<String, Severity>,
}

impl Triage {
    /// By severities for rules or groups; the rule goes before its group. Former ids are understood.
    ///
    /// # Errors
    /// A name that is neither that of a rule nor that of a group: a misspelt one must not do nothing.
    pub fn with_severities(
        self,
        book: &RuleBook,
        severities: impl IntoIterator<Item = (String, Severity)>,
    ) -> Result<Self, UnknownName> {
        self.with_severities_in(book, None, severities)
    }

    /// By severities for some files. What is added later goes before all that was added earlier.
    ///
    /// # Errors
    /// See [`Self::with_severities`].
    pub fn with_severities_in(
        mut self,
        book: &RuleBook,
        area: Option<Area>,
        severities: impl IntoIterator<Item = (String, Severity)>,
    ) -> Result<Self, UnknownName> {
        let mut wanted = BTreeMap::new();
        for (name, severity) in severities {
            verify(book, [&name])?;
            let current = book.resolve(&name).map(str::to_owned).unwrap_or(name);
            wanted.insert(current, severity);
        }
        if !wanted.is_empty() {
            self.layers.push(Layer { area, wanted });
        }
        Ok(self)
    }

    /// With what people decided. Where several records fit a finding, the last one counts. A record for a
    /// rule that is no more fits nothing, and is told as stale.
    #[must_use]
    pub fn with_decisions(self, book: &RuleBook, records: impl IntoIterator<Item = Record>) -> Self {
        self.with_silences(book, records.into_iter().map(Silence::from))
    }

    /// With what people decided, for some files, up to a day, or only asked for.
    #[must_use]
    pub fn with_silences(mut self, book: &RuleBook, silences: impl IntoIterator<Item = Silence>) -> Self {
        self.silences.extend(silences.into_iter().map(|own| own.current(book)));
        self
    }

    /// On this day: what was decided up to an earlier one holds no more.
    #[must_use]
    pub const fn on(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Without trust in what came with the drafts: what comments in them ask to keep is shown as asked for,
    /// and changes nothing.
    #[must_use]
    pub const fn distrusting_drafts(mut self) -> Self {
        self.distrusts = true;
        self
    }

    /// Against a baseline. `present` are the paths of all documents of the run: a known document whose
    /// path is among them was not moved elsewhere.
    #[must_use]
    pub fn against(
        mut self,
        baseline: impl Into<Arc<Baseline>>,
        present: impl IntoIterator<Item = String>,
    ) -> Self {
        self.baseline = Some(baseline.into());
        self.present = Arc::new(present.into_iter().collect());
        self
    }

    /// With the rules that say something else than when the baseline was made: what they find in a document
    /// that was there then was not brought by a change of the document, as far as can be told.
    #[must_use]
    pub fn with_changed_rules(mut self, book: &RuleBook) -> Self {
        let made_by = self.baseline.as_ref().and_then(|own| own.made_by.as_ref());
        self.changed = made_by.map(|own| own.changed(book)).unwrap_or_default();
        self
    }

    /// For these rules alone: that others find nothing does not say that anything was repaired.
    #[must_use]
    pub fn asking(mut self, rules: impl IntoIterator<Item = String>) -> Self {
        self.asked = Some(rules.into_iter().collect());
        self
    }

    /// Whether an entry of a list that stands there is among what was decided.
    pub fn holds_entry(&self, stands_in: &str) -> bool {
        self.silences.iter().any(|own| own.stands_in == stands_in)
    }

    /// What matched nothing in any document that was triaged.
    pub fn stale(&self, met: &Met) -> Stale<'_> {
        stale::of(&self.silences, self.baseline.as_deref(), met)
    }

    /// The severity that is wanted for a finding.
    fn severity(&self, finding: &Finding, path: &str) -> Option<Severity> {
        let layers = self.layers.iter().rev();
        let mut fitting = layers.filter(|own| own.area.as_ref().is_none_or(|area| area.holds(path)));
        fitting
            .find_map(|own| own.wanted.get(&finding.rule).or_else(|| own.wanted.get(finding.group())))
            .copied()
    }

    /// What was decided on a finding, or asked for, by records.
    fn decide(&self, finding: &mut Finding, words: &str, path: &str, met: &mut Met) {
        for (index, silence) in self.silences.iter().enumerate() {
            if silence.is_over(self.today) || !silence.fits(finding, words, path) {
                continue;
            }
            met.records.insert(index);
            match &silence.record.decision {
                Decision::Kept(said) | Decision::Wrong(said) if silence.is_claim => {
                    finding.claim = Some(said.clone());
                }
                decision => finding.decision = decision.clone(),
            }
        }
    }

    /// Sets the state of the findings, and tells what of the baseline is gone.
    fn set_states(
        &self,
        checked: &mut Checked,
        document: &Identity,
        earlier: Option<&KnownDocument>,
        met: &mut Met,
    ) {
        let index = match (&self.baseline, earlier) {
            (Some(baseline), None) => baseline.position(document, |path| self.present.contains(path)),
            (None, None) => return,
            _ => None,
        };
        let in_baseline =
            || self.baseline.as_ref().zip(index).and_then(|(own, index)| own.documents().get(index));
        let known = earlier.or_else(in_baseline);
        let path = known.map(|known| known.document.path.as_str()).unwrap_or_default();
        let changed = if earlier.is_some() { &BTreeSet::new() } else { &self.changed };
        let (left, by_rules) = baseline::set_states(&mut checked.findings, document, known, changed);
        let is_asked = |own: &KnownFinding| self.asked.as_ref().is_none_or(|rules| rules.contains(&own.rule));
        let left = left.into_iter().filter(|(_, own)| is_asked(own));
        let gone = left.map(|(fingerprint, own)| Gone {
            path: path.to_owned(),
            rule: own.rule,
            fingerprint,
            count: own.count,
        });
        checked.triaged.gone = gone.collect();
        met.gone.extend(checked.triaged.gone.iter().cloned());
        met.by_rules += by_rules;
        met.documents.extend(index);
    }
}

/// Sets severity, decision and state of the findings of a checked draft. Where nothing is said of a
/// finding it stays as it is. Doing it again changes nothing.
pub fn triage(checked: &mut Checked, document: &Identity, by: &Triage) -> Met {
    triage_since(checked, document, by, None)
}

/// The same, where the findings of an earlier state of the document are known: they go before the baseline.
pub fn triage_since(
    checked: &mut Checked,
    document: &Identity,
    by: &Triage,
    earlier: Option<&KnownDocument>,
) -> Met {
    let mut met = Met::default();
    let said = said(&checked.draft);
    let mut heard = BTreeSet::new();
    let text = &checked.draft.text;
    for finding in &mut checked.findings {
        if let Some(wanted) = by.severity(finding, &document.path) {
            finding.severity = wanted.min(finding.cap);
        }
        let fitting = said.iter().enumerate().filter(|(_, own)| own.fits(finding, &checked.draft));
        let fitting: Vec<(usize, Option<Statement>)> =
            fitting.map(|(index, own)| (index, own.statement.clone())).collect();
        for (index, statement) in fitting {
            heard.insert(index);
            match statement {
                Some(said) if by.distrusts => finding.claim = Some(said),
                Some(said) => finding.decision = Decision::Kept(said),
                None => {}
            }
        }
        let words = squeeze(finding.span.of(text));
        by.decide(finding, &words, &document.path, &mut met);
    }
    checked.triaged.notices = notices(&said, &heard, by, checked.judged.withholds);
    by.set_states(checked, document, earlier, &mut met);
    met
}

/// What whoever wrote in the draft should know: a reason is missing, or nothing is kept by it.
fn notices(said: &[Said], heard: &BTreeSet<usize>, by: &Triage, withholds: bool) -> Vec<Notice> {
    let one = |(index, own): (usize, &Said)| {
        let kind = match (own.statement.is_some(), heard.contains(&index)) {
            (false, _) => NoticeKind::NoReason,
            (true, false) if !by.distrusts => NoticeKind::Needless,
            (true, _) => return None,
        };
        Some(Notice::new(kind, if withholds { "" } else { &own.words }))
    };
    said.iter().enumerate().filter_map(one).collect()
}
