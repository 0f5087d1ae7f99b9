//! What a configuration comes to, key by key, with where each value is said.

use super::chain::{Chain, Link};
use super::holding::Wishes;
use crate::cli::bytes::shown;
use crate::cli::paths::name;
use crate::cli::{clock, forms};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;
use thethuc_core::rulebook::config::{PathPattern, Trust, place_of, place_of_entry};
use thethuc_core::rulebook::profile::OrganProfile;
use thethuc_core::rulebook::vocabulary::Language;

/// A choice that holds.
pub struct Row {
    /// Its key in `thethuc.yaml`.
    pub key: &'static str,
    /// What was chosen; null where nothing is.
    pub value: Value,
    /// The same for people.
    pub shown: String,
    /// Where that is said.
    pub from: From,
}

/// Where a choice is said.
#[derive(Clone, Debug, PartialEq)]
pub enum From {
    /// By an option.
    CommandLine,
    /// By the environment of the run: its variables, its clock.
    Environment,
    /// Nowhere: the program chooses.
    Default,
    /// In a file, on this line.
    File {
        /// The file as people name it.
        file: String,
        /// From 1.
        line: usize,
    },
}

impl From {
    /// For people.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::CommandLine => language.pick("dòng lệnh", "command line").to_owned(),
            Self::Environment => language.pick("máy đang chạy", "this machine").to_owned(),
            Self::Default => language.pick("mặc định", "default").to_owned(),
            Self::File { file, line } => format!("{file}:{line}"),
        }
    }
}

/// Keys of one value, of which the nearest file wins, with what holds where none says anything.
const SINGLE: [(&str, [&str; 2]); 18] = [
    ("stage", ["theo từng dự thảo", "as each draft shows"]),
    ("class", ["theo từng dự thảo", "as each draft shows"]),
    ("as-of", ["ngày của từng dự thảo", "the date of each draft"]),
    ("fail-on", ["error", "error"]),
    ("allow-unjudged", ["false", "false"]),
    ("format", [forms::FOR_PEOPLE, forms::FOR_PEOPLE]),
    ("outputs", ["không", "none"]),
    ("paths", ["không", "none"]),
    ("only", ["mọi quy tắc", "all rules"]),
    ("skip", ["không", "none"]),
    ("rules", ["chỉ quy tắc có sẵn", "only those of the program"]),
    ("registry", ["danh mục có sẵn", "that of the program"]),
    ("pack", ["không", "none"]),
    ("copies", ["named", "named"]),
    ("rule-pages", ["không", "none"]),
    ("baseline", ["không", "none"]),
    ("decisions", ["không", "none"]),
    ("show", ["tùy dạng báo cáo", "as each form of report has it"]),
];

/// All that holds for a draft, or for the drafts of a folder where none is named. `draft` is its whole path.
pub fn rows(
    chain: &Chain,
    wishes: &Wishes,
    draft: Option<&str>,
    is_language_chosen: bool,
    language: Language,
) -> Vec<Row> {
    let files: Vec<(&Link, Value)> =
        chain.files().iter().map(|link| (link, value_of(&link.file.config))).collect();
    let mut rows = Vec::new();
    rows.extend(organs(chain));
    for (key, default) in SINGLE {
        let said = said_on_command_line(key, wishes).map(|value| (value, From::CommandLine));
        let nearest = || {
            let own = files.iter().filter(|(link, _)| link.is_own);
            own.into_iter().find_map(|(link, values)| {
                let value = values.get(key).filter(|own| !own.is_null())?;
                Some((value.clone(), of_key(link, key)))
            })
        };
        rows.push(match said.or_else(nearest) {
            Some((value, from)) => row(key, value, from),
            None => Row {
                shown: language.pick(default[0], default[1]).to_owned(),
                ..row(key, Value::Null, From::Default)
            },
        });
    }
    rows.push(today(chain, wishes));
    rows.push(spoken(chain, is_language_chosen, language));
    rows.push(trust(chain, wishes));
    rows.extend(files.iter().flat_map(|(link, _)| added(link, draft)));
    rows
}

/// Something that a file says. Only a map with keys that are no strings could make this an error.
fn value_of(own: &impl Serialize) -> Value {
    serde_json::to_value(own).unwrap_or_default()
}

fn row(key: &'static str, value: Value, from: From) -> Row {
    Row { key, shown: told(&value), value, from }
}

/// A value in a line, without what is not said.
fn told(value: &Value) -> String {
    match value {
        Value::String(own) => own.clone(),
        Value::Array(all) => all.iter().map(told).collect::<Vec<_>>().join(", "),
        Value::Object(all) => {
            let is_said = |own: &Value| !own.is_null() && *own != json!(false) && *own != json!([]);
            let said = all.iter().filter(|(_, own)| is_said(own));
            let said: Vec<String> = said.map(|(key, own)| format!("{key}: {}", told(own))).collect();
            format!("{{ {} }}", said.join(", "))
        }
        other => other.to_string(),
    }
}

/// Where a key of a file stands.
fn of_key(link: &Link, key: &str) -> From {
    From::File { file: name(&link.file.path), line: place_of(&link.file.text, key).0 }
}

/// What an option says of a key.
fn said_on_command_line(key: &str, wishes: &Wishes) -> Option<Value> {
    let path = |own: &Path| json!(shown(own));
    let list = |own: &[String]| (!own.is_empty()).then(|| json!(own));
    match key {
        "stage" => wishes.stage.map(|own| json!(own)),
        "class" => wishes.class.map(|own| json!(own)),
        "as-of" => wishes.as_of.map(|own| json!(own)),
        "fail-on" => wishes.fail_on.map(|own| json!(own)),
        "only" => list(&wishes.only),
        "skip" => list(&wishes.skip),
        "rules" => wishes.rules.as_deref().map(path),
        "registry" => wishes.registry.as_deref().map(path),
        "pack" => wishes.pack.as_deref().map(path),
        _ => None,
    }
}

/// The organs, of the nearest file that names any.
fn organs(chain: &Chain) -> Vec<Row> {
    let Some((profile, file)) = chain.with_profile() else {
        return vec![Row { shown: "–".to_owned(), ..row("organs", Value::Null, From::Default) }];
    };
    let one = |index: usize, organ: &OrganProfile| {
        let key = if file.config.organ.is_some() && index == 0 { "organ" } else { "organs" };
        let line = match key {
            "organ" => place_of(&file.text, key).0,
            _ => place_of_entry(&file.text, key, index - usize::from(file.config.organ.is_some())).0,
        };
        let value = value_of(organ);
        row("organs", value, From::File { file: name(&file.path), line })
    };
    profile.all().enumerate().map(|(index, organ)| one(index, organ)).collect()
}

/// The day that counts as today.
fn today(chain: &Chain, wishes: &Wishes) -> Row {
    let said = chain.nearest(|own| own.today);
    match (said, clock::today(), wishes.as_of) {
        (Some((day, file)), ..) => {
            let from = From::File { file: name(&file.path), line: place_of(&file.text, "today").0 };
            row("today", json!(day), from)
        }
        (None, Some(day), _) => row("today", json!(day), From::Environment),
        (None, None, day) => row("today", json!(day), From::CommandLine),
    }
}

/// The language of reports.
fn spoken(chain: &Chain, is_chosen: bool, language: Language) -> Row {
    match chain.nearest(|own| own.language).filter(|_| !is_chosen) {
        Some((own, file)) => {
            let from = From::File { file: name(&file.path), line: place_of(&file.text, "language").0 };
            row("language", json!(own), from)
        }
        None => row("language", json!(language), From::Environment),
    }
}

/// Whose word counts: one file that trusts only its own is enough.
fn trust(chain: &Chain, wishes: &Wishes) -> Row {
    let of =
        |wanted: Trust| chain.files().iter().rev().find(move |link| link.file.config.trust == Some(wanted));
    let found = of(Trust::Own).or_else(|| of(Trust::All));
    match (wishes.trust, found) {
        (Some(own), _) => row("trust", json!(own), From::CommandLine),
        (None, Some(link)) => row("trust", json!(link.file.config.trust), of_key(link, "trust")),
        (None, None) => row("trust", json!(Trust::default()), From::Default),
    }
}

/// What adds up over the files: each entry that holds for the draft, with its line.
fn added(link: &Link, draft: Option<&str>) -> Vec<Row> {
    let (file, config) = (&link.file, &link.file.config);
    let below = draft.and_then(|own| {
        let folder = shown(&file.folder);
        own.strip_prefix(folder.trim_end_matches('/'))?.strip_prefix('/').map(str::to_owned)
    });
    let holds = |patterns: &[PathPattern]| {
        below
            .as_ref()
            .is_none_or(|own| patterns.is_empty() || patterns.iter().any(|pattern| pattern.holds(own)))
    };
    let entry = |key: &'static str, index: usize, value: Value| {
        let (first, ..) = place_of_entry(&file.text, key, index);
        row(key, value, From::File { file: name(&file.path), line: first })
    };
    let mut rows = Vec::new();
    if link.is_own {
        if !config.exclude.is_empty() {
            rows.push(row("exclude", value_of(&config.exclude), of_key(link, "exclude")));
        }
        if !config.severity.is_empty() {
            rows.push(row("severity", value_of(&config.severity), of_key(link, "severity")));
        }
        for (index, own) in config.by_path.iter().enumerate().filter(|(_, own)| holds(&own.paths)) {
            rows.push(entry("by-path", index, value_of(own)));
        }
    }
    for (index, own) in config.accept.iter().enumerate() {
        rows.push(entry("accept", index, value_of(own)));
    }
    let silences = config.silence.iter().enumerate();
    for (index, own) in silences.filter(|(_, own)| holds(own.path.as_slice())) {
        rows.push(entry("silence", index, value_of(own)));
    }
    rows
}
