//! Faults of what a rule says of repairs, and of whose consequence its findings are.

use super::{Report, unknown_variable};
use crate::bilingual::placeholders;
use crate::check::Writes;
use crate::contents::Contents;
use crate::repair::{EXPECTED, FixSpec, Safety};
use crate::rule::Rule;
use std::collections::BTreeSet;

/// A repair writes nothing but what the check knows to be right, and what is never repaired has a reason.
pub(super) fn policy(rule: &Rule, fix: &FixSpec, known: &[String], report: &mut Report<'_>) {
    const KEY: &str = "replace-with";
    if fix.safety == Safety::Never {
        if fix.because.is_none() {
            let vi = "không bao giờ sửa (never) thì phải ghi lý do (because)".to_owned();
            report.add(&["fix"], "never", vi, "“never” needs its reason (because)".to_owned());
        }
        if fix.replace_with.is_some() || !fix.rewrite.is_empty() {
            let vi = "không bao giờ sửa (never) thì không ghi chữ thay thế".to_owned();
            report.add(&["fix"], "never", vi, "what is never repaired has no words to put there".to_owned());
        }
        return;
    }
    if !fix.rewrite.is_empty() {
        if fix.replace_with.is_some() {
            let vi = "chỉ ghi một trong hai: replace-with hoặc rewrite".to_owned();
            report.add(&["fix"], KEY, vi, "either “replace-with” or “rewrite”, not both".to_owned());
        }
        return;
    }
    let writes = rule.check.writes();
    let Some(template) = &fix.replace_with else {
        if writes < Writes::Changes {
            let vi = "kiểm tra này không tự viết được gì để sửa; hãy ghi chữ thay thế (replace-with), hoặc \
                      “safety: never” kèm lý do (because)";
            let en = "this check cannot write a repair; state the words to put there (replace-with), or \
                      “safety: never” with its reason (because)";
            report.add(&["fix"], "safety", vi.to_owned(), en.to_owned());
        }
        return;
    };
    let uses_expected = template == EXPECTED || placeholders(template).any(|name| name == EXPECTED);
    if uses_expected && !matches!(writes, Writes::Words | Writes::Stated) {
        let vi = "kiểm tra này không tính được chữ đúng để thay vào; hãy ghi chữ thay thế, hoặc bỏ “fix”";
        let en =
            "this check cannot compute the right words; write the words to put there, or leave out “fix”";
        report.add(&[KEY], EXPECTED, vi.to_owned(), en.to_owned());
        return;
    }
    let unknown = |name: &&str| !known.iter().any(|known| known == name);
    for name in placeholders(template).filter(unknown) {
        unknown_variable(&[KEY], name, known, report);
    }
}

/// The rules to which a rule yields are there and do not yield to it, and an example shows that it does.
pub(super) fn yielding(contents: &Contents, id: &str, rule: &Rule, report: &mut Report<'_>) {
    const KEY: &str = "yields-to";
    for other in &rule.yields_to {
        if other == id || leads_to(contents, other, id) {
            let vi = format!("quy tắc nhường “{other}” nhưng “{other}” cũng nhường quy tắc này");
            let en = format!("the rule yields to “{other}”, which yields to it as well");
            report.add(&[KEY], other, vi, en);
        } else if !contents.rules.contains_key(other) && !report.is_broken(&format!("{other}.yaml")) {
            report.unknown(&[KEY], other, ("quy tắc", "rule"), contents.rules.keys().map(String::as_str));
        }
    }
    let shows = rule.examples.iter().any(|example| example.yields);
    if rule.yields_to.is_empty() == shows {
        let (vi, en) = if shows {
            (
                "ví dụ ghi yields nhưng quy tắc không có yields-to",
                "an example yields, but the rule has no “yields-to”",
            )
        } else {
            (
                "quy tắc có yields-to thì cần một ví dụ ghi “yields: true”",
                "a rule with “yields-to” needs an example with “yields: true”",
            )
        };
        report.add(&["examples"], "", vi.to_owned(), en.to_owned());
    }
}

/// Whether one rule yields to another one, be it by way of others.
fn leads_to(contents: &Contents, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        let next = contents.rules.get(id).map(|rule| rule.yields_to.as_slice()).unwrap_or_default();
        if next.iter().any(|own| own == to) {
            return true;
        }
        open.extend(next.iter().map(String::as_str).filter(|own| seen.insert(*own)));
    }
    false
}
