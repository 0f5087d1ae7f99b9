//! SARIF 2.1.0 (OASIS, errata 01): one run over all documents, a result a line.
//!
//! Results are written as soon as their document is done, so that what holds for the whole run comes behind
//! them; the order of keys says nothing. Columns are counted in code points, and the run says so.

mod fix;
mod place;
mod result;
mod rule;

use crate::told::{Unruled, nothing_found, told};
use result::ResultObject;
use rule::{Descriptor, Text};
use serde::Serialize;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::{Document, Tool};
use thethuc_core::report::{Reported, Tally, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;

/// The schema, by the address that OASIS gave it.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// SARIF 2.1.0.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sarif;

/// What is written behind the results.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RestOfRun {
    invocations: [Invocation; 1],
    tool: ToolOfRun,
    properties: Data,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Notification {
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    associated_rule: Option<RuleReference>,
}

#[derive(Serialize)]
struct RuleReference {
    id: String,
}

impl Notification {
    /// That there was nothing to check.
    fn nothing(words: &str) -> Self {
        Self { level: "error", message: Text::plain(words), associated_rule: None }
    }

    /// That findings of a rule are there no more. They are no results: platforms show each result as one that is
    /// there, whatever its state.
    fn repaired(rule: &str, number: usize, language: Language) -> Self {
        let lead = language.pick("Đã khắc phục", "Repaired");
        let words = wording::repaired([(rule, number)], language).unwrap_or_default();
        let message = Text::plain(&format!("{lead}: {words}"));
        Self { level: "note", message, associated_rule: Some(RuleReference { id: rule.to_owned() }) }
    }
}

#[derive(Serialize)]
struct ToolOfRun {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

/// How far the data on the force of instruments reach.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    #[serde(skip_serializing_if = "Option::is_none")]
    data_until: Option<Date>,
}

impl Format for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn tells_state(&self) -> bool {
        true
    }

    fn open(&self, setting: &Setting<'_>) -> String {
        let language = setting.language.pick("vi-VN", "en-US");
        format!(
            "{{\n\"$schema\": \"{SCHEMA}\",\n\"version\": \"2.1.0\",\n\"runs\": [{{\n\"columnKind\": \
             \"unicodeCodePoints\",\n\"language\": \"{language}\",\n\"results\": [\n"
        )
    }

    fn piece(&self, document: &Document<'_>, reported: &Reported<'_>, setting: &Setting<'_>) -> String {
        let all = told(document, reported, setting);
        let source = place::source(reported);
        let lines: Vec<_> = all
            .iter()
            .map(|own| json(&ResultObject::of(own, document.path, source.as_ref(), setting)))
            .collect();
        lines.join(",\n")
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, tally: &Tally, setting: &Setting<'_>) -> String {
        let rest = json(&RestOfRun::of(tally, setting));
        let fields = rest.strip_prefix('{').unwrap_or(&rest);
        format!("\n],\n{fields}]\n}}\n")
    }
}

impl RestOfRun {
    fn of(tally: &Tally, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let nothing = nothing_found(tally, language);
        let repaired =
            tally.repaired.iter().map(|(rule, count)| Notification::repaired(rule, *count, language));
        let notifications = nothing.map(Notification::nothing).into_iter().chain(repaired);
        let unruled = Unruled::ALL.into_iter().filter(|own| own.count(tally) > 0);
        let unruled = unruled.map(|own| Descriptor::unruled(own, language));
        let named = tally.rules.keys().map(|id| Descriptor::of(id, setting));
        let own = Tool::own();
        Self {
            invocations: [Invocation {
                execution_successful: nothing.is_none() && tally.unreadable == 0,
                tool_execution_notifications: notifications.collect(),
            }],
            tool: ToolOfRun {
                driver: Driver {
                    name: own.name,
                    version: own.version,
                    semantic_version: own.version,
                    rules: unruled.chain(named).collect(),
                },
            },
            properties: Data { data_until: setting.names.data_until() },
        }
    }
}

/// Only a map with keys that are no strings, or a failing writer, could make this an error.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
