//! What rule files may say is used by some rule: every selector, every key of the kinds of checks, and
//! every value that only a check knows.

use super::tests::committed;
use crate::root;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use thethuc_core::rulebook::Selector;

/// What no rule uses, and why it is there all the same.
const KEPT: [(&str, &str); 19] = [
    ("Count=forbidden", "the long way of `forbidden-by-form`, as `required` has one"),
    ("Scope=parent", "what holds where a rule says nothing"),
    ("Tone=hoi", "the six tones are named as a whole, a table of syllables may say any of them"),
    ("Tone=huyen", "as `Tone=hoi`"),
    ("Tone=nga", "as `Tone=hoi`"),
    ("Tone=ngang", "as `Tone=hoi`"),
    ("unit.clause.title", "clauses may have titles, whose style the law tells"),
    ("unit.point.title", "every unit has its label and its title"),
    ("unit.article.sentence", "every unit has its first words apart, as a name or as a sentence"),
    ("unit.chapter.name", "as `unit.article.sentence`"),
    ("unit.chapter.sentence", "as `unit.article.sentence`"),
    ("unit.part.name", "as `unit.article.sentence`"),
    ("unit.part.sentence", "as `unit.article.sentence`"),
    ("unit.point.name", "as `unit.article.sentence`"),
    ("unit.point.sentence", "as `unit.article.sentence`"),
    ("unit.section.name", "as `unit.article.sentence`"),
    ("unit.section.sentence", "as `unit.article.sentence`"),
    ("unit.subsection.name", "as `unit.article.sentence`"),
    ("unit.subsection.sentence", "as `unit.article.sentence`"),
];

/// Words of drafts as well as of checks: a draft may be what no rule asks for.
const VOCABULARY: [&str; 6] =
    ["Alignment", "Level", "NumberFormat", "Orientation", "PagePosition", "UnitKind"];

/// The definitions of the schema of a rule file.
fn definitions() -> Map<String, Value> {
    let schema: Value = serde_json::from_str(&super::schema().expect("JSON")).expect("JSON");
    schema["$defs"].as_object().expect("definitions").clone()
}

/// The definition that a node of the schema stands for.
fn referred(node: &Value) -> Option<&str> {
    node["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The nodes of the schema that the same value may fit.
fn alternatives(node: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf"].into_iter().filter_map(|key| node[key].as_array()).flatten()
}

/// The words that a node of the schema allows as they stand.
fn words(node: &Value) -> impl Iterator<Item = &str> {
    node["enum"].as_array().into_iter().flatten().chain(node.get("const")).filter_map(Value::as_str)
}

/// Adds all that a definition lets a check say, and what it refers to.
fn sayable(
    definitions: &Map<String, Value>,
    name: &str,
    seen: &mut BTreeSet<String>,
    all: &mut BTreeSet<String>,
) {
    if name == "Selector" || !seen.insert(name.to_owned()) {
        return;
    }
    let mut nodes = vec![&definitions[name]];
    while let Some(node) = nodes.pop() {
        if let Some(other) = referred(node) {
            sayable(definitions, other, seen, all);
        }
        if !VOCABULARY.contains(&name) {
            all.extend(words(node).map(|word| format!("{name}={word}")));
        }
        for (key, value) in node["properties"].as_object().into_iter().flatten() {
            all.insert(format!("{name}.{key}"));
            nodes.push(value);
        }
        nodes.extend(alternatives(node).chain(node.get("items")));
    }
}

/// Adds what a value of a rule file says.
fn said(
    definitions: &Map<String, Value>,
    name: &str,
    node: &Value,
    value: &Value,
    used: &mut BTreeSet<String>,
) {
    if let Some(other) = referred(node) {
        said(definitions, other, &definitions[other], value, used);
    }
    if let Some(word) = value.as_str().filter(|word| words(node).any(|known| known == *word)) {
        used.insert(if name == "Selector" { word.to_owned() } else { format!("{name}={word}") });
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        if let Some(property) = node["properties"].get(key) {
            used.insert(format!("{name}.{key}"));
            said(definitions, name, property, value, used);
        }
    }
    for (item, node) in
        value.as_array().into_iter().flatten().filter_map(|item| Some((item, node.get("items")?)))
    {
        said(definitions, name, node, item, used);
    }
    for other in alternatives(node) {
        said(definitions, name, other, value, used);
    }
}

/// Adds the places at which an example changes its base.
fn places(example: &Value, used: &mut BTreeSet<String>) {
    let keys = ["set", "after", "style", "rule-line"].into_iter().filter_map(|key| example[key].as_object());
    let keys = keys.flat_map(Map::keys).map(String::as_str);
    let removed = example["remove"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let replaced = example["replace"].as_array().into_iter().flatten().filter_map(|own| own["in"].as_str());
    let places = keys.chain(removed).chain(replaced);
    used.extend(places.map(|place| place.split('[').next().unwrap_or(place).to_owned()));
}

/// All that the rules and the components of forms say.
fn used(definitions: &Map<String, Value>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let read = |path: &str| -> Value {
        serde_yaml::from_str(&committed(&root().join("rules").join(path))).expect("YAML")
    };
    let selector = serde_json::json!({ "anyOf": [{ "$ref": "#/$defs/Selector" }], "items": { "$ref": "#/$defs/Selector" } });
    for id in thethuc_law::book().rule_ids() {
        let rule = read(&format!("{id}.yaml"));
        let list = |key: &str| rule[key].as_array().into_iter().flatten();
        for own in list("when").chain(list("variants")).chain([&rule]) {
            said(definitions, "Check", &definitions["Check"], &own["check"], &mut used);
            said(definitions, "", &selector, &own["select"], &mut used);
        }
        for example in list("examples") {
            places(example, &mut used);
        }
    }
    let forms = read("forms.yaml");
    let forms = forms["forms"].as_array().into_iter().flatten();
    for components in forms.filter_map(|form| form["components"].as_object()).flat_map(Map::values) {
        said(definitions, "", &selector, &components["required"], &mut used);
        said(definitions, "", &selector, &components["forbidden"], &mut used);
    }
    used
}

#[test]
fn everything_that_a_rule_may_say_of_checks_and_places_is_used() {
    let definitions = definitions();
    let mut all: BTreeSet<String> = Selector::names().into_iter().collect();
    sayable(&definitions, "Check", &mut BTreeSet::new(), &mut all);
    let used = used(&definitions);
    let kept: BTreeSet<&str> = KEPT.iter().map(|(name, _)| *name).collect();
    let unused: Vec<&str> =
        all.difference(&used).map(String::as_str).filter(|name| !kept.contains(name)).collect();
    assert!(unused.is_empty(), "no rule says {unused:?}: use it, take it out, or say in KEPT why it stays");
    let needless: Vec<&&str> =
        kept.iter().filter(|name| used.contains(**name) || !all.contains(**name)).collect();
    assert!(needless.is_empty(), "used, or gone: {needless:?}; take it out of KEPT");
}
