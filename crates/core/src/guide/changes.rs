//! What is otherwise in a newer rule book: what release notes tell, and what an office asks before it takes a new
//! version.

use super::explanation::severity;
use crate::finding::{Severity, Words};
use crate::rulebook::RuleBook;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is otherwise with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It was not there.
    Added,
    /// It is graver, or holds in more regimes.
    Stricter,
    /// It is graver in some and less grave in others.
    Shifted,
    /// What it finds may be other than before.
    Checks,
    /// It is less grave, or holds in fewer regimes.
    Milder,
    /// It is there no more.
    Gone,
    /// It has another id; the former one is still understood.
    Renamed,
    /// It stands on other provisions.
    Law,
    /// What is repaired, or how.
    Repairs,
    /// It says the same in other words.
    Reworded,
}

/// A rule that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its id in the newer book; in the older one for a rule that is gone.
    pub rule: String,
    /// Its title there.
    pub title: Words,
    /// Its id in the older book, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What is otherwise, the gravest first.
    pub kinds: Vec<Kind>,
    /// Its gravest severity before and now; nothing on the side on which it is not there, or silent.
    pub severity: [Option<Severity>; 2],
    /// Regimes that it holds in only now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regimes_added: Vec<String>,
    /// Regimes that it held in only before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regimes_gone: Vec<String>,
}

/// Keys that say how grave a rule is.
const GRAVITY: [&str; 2] = ["severity", "stages"];

/// What is otherwise in the newer book, rule by rule in the order of their ids.
pub fn changes(old: &RuleBook, new: &RuleBook) -> Vec<Change> {
    let mut all = Vec::new();
    let mut met = BTreeSet::new();
    for id in new.rule_ids() {
        let former = || new.rule(id)?.was.iter().find_map(|was| old.rule_ids().find(|own| own == was));
        let before = old.rule_ids().find(|own| *own == id).or_else(former);
        met.extend(before);
        all.extend(compared(old, new, before, Some(id)));
    }
    for id in old.rule_ids().filter(|id| !met.contains(id)) {
        all.extend(compared(old, new, Some(id), None));
    }
    all.sort_by(|one, other| one.rule.cmp(&other.rule));
    all
}

/// One rule before and now; none where all is as it was.
fn compared(old: &RuleBook, new: &RuleBook, before: Option<&str>, now: Option<&str>) -> Option<Change> {
    let (one, other) = (before.map(|id| Side::of(old, id)), now.map(|id| Side::of(new, id)));
    let mut kinds = match (&one, &other) {
        (Some(one), Some(other)) => differences(one, other),
        (None, Some(_)) => vec![Kind::Added],
        (Some(_), None) => vec![Kind::Gone],
        (None, None) => Vec::new(),
    };
    let was = before.filter(|id| now.is_some_and(|now| now != *id)).map(str::to_owned);
    kinds.extend(was.is_some().then_some(Kind::Renamed));
    kinds.sort();
    let ids = |side: &Option<Side>| -> BTreeSet<String> {
        side.iter().flat_map(|own| own.gravity.keys().cloned()).collect()
    };
    let (earlier, later) = (ids(&one), ids(&other));
    let is_pair = one.is_some() && other.is_some();
    let only = |these: &BTreeSet<String>, those: &BTreeSet<String>| -> Vec<String> {
        these.difference(those).filter(|_| is_pair).cloned().collect()
    };
    let book = if now.is_some() { new } else { old };
    let rule = now.or(before)?;
    (!kinds.is_empty()).then(|| Change {
        rule: rule.to_owned(),
        title: book.rule(rule).map(|own| own.title.words()).unwrap_or_default(),
        was,
        kinds,
        severity: [&one, &other].map(|side| side.as_ref().and_then(Side::gravest)),
        regimes_added: only(&later, &earlier),
        regimes_gone: only(&earlier, &later),
    })
}

/// A rule in one of the books.
struct Side {
    /// Severity by regime and stage, as far as the evidence allows.
    gravity: BTreeMap<String, [Option<Severity>; 3]>,
    /// What it says in its file, key by key, without its gravity.
    says: serde_json::Map<String, Value>,
    /// What it says of itself beside its file.
    why: Option<Words>,
    /// What decides what it finds.
    substance: Value,
}

impl Side {
    fn of(book: &RuleBook, id: &str) -> Self {
        let regimes = book.regimes_of(id).into_iter();
        let gravity = regimes.map(|regime| (regime.id.clone(), severity(book, id, regime).stages)).collect();
        let as_map = |value: Option<Value>| match value {
            Some(Value::Object(map)) => map,
            _ => serde_json::Map::new(),
        };
        let says = as_map(book.rule(id).and_then(|rule| serde_json::to_value(rule).ok()));
        let substance = book.substance(id).and_then(|text| serde_json::from_str(&text).ok());
        let mut substance = as_map(substance);
        substance.retain(|key, _| !GRAVITY.contains(&key.as_str()) && key != "law");
        let mut substance = Value::Object(substance);
        strip_variants(&mut substance);
        Self { gravity, says, why: book.why(id).map(crate::rulebook::Bilingual::words), substance }
    }

    fn gravest(&self) -> Option<Severity> {
        self.gravity.values().flatten().flatten().copied().max()
    }

    /// Whether a key says the same in both books.
    fn is_same(&self, other: &Self, key: &str) -> bool {
        self.says.get(key) == other.says.get(key)
    }
}

/// Takes out of variants what they say otherwise and how grave they are; what they check stays.
fn strip_variants(substance: &mut Value) {
    let variants = substance.get_mut("variants").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten().filter_map(Value::as_object_mut) {
        variant.retain(|key, own| !["severity", "message", "help"].contains(&key.as_str()) && !own.is_null());
    }
}

/// What is otherwise with a rule that both books have.
fn differences(one: &Side, other: &Side) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let at = |side: &Side, regime: &str, stage: usize| side.gravity.get(regime).and_then(|own| own[stage]);
    let regimes: BTreeSet<&String> = one.gravity.keys().chain(other.gravity.keys()).collect();
    let pairs = || {
        let stages = regimes.iter().flat_map(|regime| (0..3).map(move |stage| (regime.as_str(), stage)));
        stages.map(|(regime, stage)| (at(one, regime, stage), at(other, regime, stage)))
    };
    match (pairs().any(|(before, now)| now > before), pairs().any(|(before, now)| now < before)) {
        (true, true) => kinds.push(Kind::Shifted),
        (true, false) => kinds.push(Kind::Stricter),
        (false, true) => kinds.push(Kind::Milder),
        (false, false) => {}
    }
    if one.substance != other.substance {
        kinds.push(Kind::Checks);
    }
    if !one.is_same(other, "law") {
        kinds.push(Kind::Law);
    }
    if !one.is_same(other, "fix") {
        kinds.push(Kind::Repairs);
    }
    let words = ["title", "message", "help", "says"].iter().all(|key| one.is_same(other, key));
    let variants = one.substance != other.substance || one.is_same(other, "variants") || !kinds.is_empty();
    if !words || one.why != other.why || !variants {
        kinds.push(Kind::Reworded);
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::RuleFile;

    const RULE: &str = "title: { vi: Quốc hiệu, en: National name }\nlaw: [nd30/C-01]\nseverity: warning\nselect: header.national_name\ncheck: { text: { equals: A } }\nmessage: { vi: a, en: b }\nhelp: { vi: a, en: b }\nexamples:\n- { from: decision-admin-commune-2026, set: { header.national_name: B } }\n";

    /// What is otherwise where the newer book says this of the rule.
    fn kinds(path: &str, text: &str) -> Vec<(String, Vec<Kind>)> {
        let book = thethuc_law::book();
        let file = |path: &str, text: &str| RuleFile { path: path.to_owned(), text: text.to_owned() };
        let old = book.extended(&[file("own/a.yaml", RULE)]).expect("the older book");
        let new = book.extended(&[file(path, text)]).expect("the newer book");
        changes(&old, &new).into_iter().map(|own| (own.rule, own.kinds)).collect()
    }

    fn of_rule(text: &str) -> Vec<Kind> {
        kinds("own/a.yaml", text).into_iter().flat_map(|(_, kinds)| kinds).collect()
    }

    #[test]
    fn what_is_otherwise_is_named_by_what_it_means() {
        assert!(of_rule(RULE).is_empty());
        assert_eq!(of_rule(&RULE.replace("warning", "error")), [Kind::Stricter]);
        assert_eq!(of_rule(&RULE.replace("warning", "note")), [Kind::Milder]);
        assert_eq!(of_rule(&RULE.replace("equals: A", "equals: C")), [Kind::Checks]);
        assert_eq!(of_rule(&RULE.replace("help: { vi: a", "help: { vi: c")), [Kind::Reworded]);
        assert_eq!(of_rule(&RULE.replace("check:", "why: { vi: a, en: b }\ncheck:")), [Kind::Reworded]);
        assert_eq!(of_rule(&RULE.replace("[nd30/C-01]", "[nd30/C-02]")), [Kind::Law]);
        let stages = RULE.replace("select:", "stages: { draft: note, issue: error }\nselect:");
        assert_eq!(of_rule(&stages), [Kind::Shifted]);
    }

    #[test]
    fn rules_come_go_and_are_renamed() {
        let renamed = kinds("own/b.yaml", &RULE.replace("law:", "was: [own/a]\nlaw:"));
        assert_eq!(renamed, [("own/b".to_owned(), vec![Kind::Renamed])]);
        let other = kinds("own/b.yaml", RULE);
        let expected = [("own/a".to_owned(), vec![Kind::Gone]), ("own/b".to_owned(), vec![Kind::Added])];
        assert_eq!(other, expected);
    }
}
