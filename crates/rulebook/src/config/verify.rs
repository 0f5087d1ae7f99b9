//! What only the rule book can tell of a configuration: whether its rules are there, and which of them no
//! office may set aside by a custom of its own.

use super::Config;
use super::decided::offset_of_entry;
use crate::locate::{line_and_column, locate};
use crate::suggest::hint;
use crate::vocabulary::Words;
use crate::yaml::{Fault, shown};
use crate::{HeaderField, RuleBook, Selector};

/// The group of rules on who may issue what: law that no custom of an office changes.
const AUTHORITY: &str = "authority";

impl Config {
    /// Takes out what does not fit a rule book, and tells each with its place in the text of the file; what is
    /// left holds.
    pub fn verify(&mut self, text: &str, book: &RuleBook) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (key, names) in [("only", &mut self.only), ("skip", &mut self.skip)] {
            if let Some(names) = names {
                names.retain(|name| keep(&mut faults, unknown(name, book), locate(text, &[key], name)));
            }
        }
        self.severity
            .retain(|name, _| keep(&mut faults, unknown(name, book), locate(text, &["severity"], name)));
        for own in &mut self.by_path {
            own.severity.retain(|name, _| {
                keep(&mut faults, unknown(name, book), locate(text, &["by-path", "severity"], name))
            });
        }
        let mut index = 0;
        self.accept.retain(|own| {
            let entry = offset_of_entry(text, "accept", index);
            index += 1;
            let at = text[entry..].find(&own.rule).map_or(entry, |at| entry + at);
            let fault = unknown(&own.rule, book).or_else(|| unacceptable(&own.rule, book));
            keep(&mut faults, fault, line_and_column(text, at))
        });
        faults
    }
}

/// Whether nothing is wrong; a fault is added to the others.
fn keep(faults: &mut Vec<Fault>, fault: Option<Words>, (line, column): (usize, usize)) -> bool {
    let is_right = fault.is_none();
    faults.extend(fault.map(|words| Fault { line, column, words }));
    is_right
}

fn group(id: &str) -> &str {
    id.split('/').next().unwrap_or_default()
}

/// That there is no rule or group of that name.
fn unknown(name: &str, book: &RuleBook) -> Option<Words> {
    let mut known: Vec<&str> = book.rule_ids().flat_map(|id| [id, group(id)]).collect();
    known.dedup();
    if book.resolve(name).is_some() || known.contains(&name) {
        return None;
    }
    let hint = hint(name, known);
    let name = shown(name);
    Some(Words {
        vi: format!("không có quy tắc hoặc nhóm quy tắc “{name}”{}", hint.vi),
        en: format!("there is no rule or group “{name}”{}", hint.en),
    })
}

/// That a custom of an office sets no such rule aside.
fn unacceptable(name: &str, book: &RuleBook) -> Option<Words> {
    let id = book.resolve(name)?;
    let selects_name = |selector: &Selector| *selector == Selector::Header(HeaderField::NationalName);
    let on_name = book.rule(id).is_some_and(|rule| rule.select.0.iter().any(selects_name));
    if group(id) == AUTHORITY || on_name {
        return Some(Words {
            vi: format!(
                "“{id}” không thể thay bằng quy định riêng: thẩm quyền và Quốc hiệu do pháp luật định"
            ),
            en: format!(
                "“{id}” cannot be set aside by a custom: the law settles authority and the national name"
            ),
        });
    }
    None
}
