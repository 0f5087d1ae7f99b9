//! Faults of the variants of a rule, and of the ids that it had before.

use super::{Report, known_regime, rule_id, words_of_rule};
use crate::contents::Contents;
use crate::files::RuleFile;
use crate::rule::Rule;
use std::collections::BTreeSet;

/// The variants of a rule. Each names regimes of the rule that no other one names, and says something;
/// whatever regime the rule is for, there is a check.
pub(super) fn variants(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    let claimed: BTreeSet<&str> =
        contents.regimes_of(rule).into_iter().map(|regime| regime.id.as_str()).collect();
    let mut named = BTreeSet::new();
    for (number, variant) in rule.variants.iter().enumerate() {
        if variant.is_empty() {
            let vi = "biến thể phải khác quy tắc ở severity, check, message hoặc help".to_owned();
            let en = "a variant needs its own severity, check, message or help".to_owned();
            report.add(&within(number), "", vi, en);
        }
        if variant.regime.is_empty() {
            let vi = "biến thể phải nêu ít nhất một khung pháp luật (regime)".to_owned();
            report.add(&within(number), "", vi, "a variant names at least one regime".to_owned());
        }
        for id in &variant.regime {
            let is_known = contents.regimes.iter().any(|regime| regime.id == *id);
            if !named.insert(id.as_str()) {
                let vi = format!("hai biến thể cùng nêu khung pháp luật “{id}”");
                let en = format!("two variants name the regime “{id}”");
                report.add(&within(number), id, vi, en);
            } else if !is_known {
                known_regime(contents, &within(number), id, report);
            } else if !claimed.contains(id.as_str()) {
                let vi = format!("quy tắc không áp dụng trong khung pháp luật “{id}” mà biến thể nêu");
                let en = format!("the rule does not apply in the regime “{id}” that a variant names");
                report.add(&within(number), id, vi, en);
            }
        }
    }
    for (number, own) in rule.variants.iter().enumerate() {
        // A variant of the severity alone says the words of the rule.
        if own.speaks() {
            words_of_rule(&rule.with(own), &within(number), report);
        }
    }
    checks(rule, &claimed, report);
}

/// There is a check in every regime, and it can work.
fn checks(rule: &Rule, claimed: &BTreeSet<&str>, report: &mut Report<'_>) {
    let is_checked = |regime: &&&str| {
        let variant = rule.variant_of(regime).and_then(|number| rule.variants.get(number));
        variant.is_some_and(|own| own.check.is_some())
    };
    let unchecked: Vec<&str> = claimed.iter().filter(|regime| !is_checked(regime)).copied().collect();
    let has_own = !rule.check.is_empty();
    if !has_own && !rule.variants.is_empty() && !unchecked.is_empty() {
        let list = unchecked.join(", ");
        report.add(
            &["variants"],
            "",
            format!("quy tắc không có check, và không biến thể nào có check cho khung pháp luật: {list}"),
            format!("the rule has no check, and no variant has one for the regimes: {list}"),
        );
    }
    let own = Some((Vec::new(), &rule.check)).filter(|_| has_own || rule.variants.is_empty());
    let variants = rule.variants.iter().enumerate();
    let of_variants = variants.filter_map(|(number, own)| Some((within(number), own.check.as_ref()?)));
    for (mut path, check) in own.into_iter().chain(of_variants) {
        path.push("check");
        for (kind, fault) in check.faults() {
            let vi = format!("kiểm tra không hợp lệ: {}", fault.vi);
            report.add(&path, &format!("{kind}:"), vi, fault.en);
        }
    }
}

/// The keys that lead to a variant, counted from 0: each is sought after the one before.
fn within(number: usize) -> Vec<&'static str> {
    let mut path = vec!["variants"];
    path.extend(std::iter::repeat_n("regime", number + 1));
    path
}

/// The ids that rules had before. A former id names one rule of today and no other one.
pub(super) fn former_ids(
    contents: &Contents,
    id: &str,
    rule: &Rule,
    files: &[RuleFile],
    report: &mut Report<'_>,
) {
    let is_read = |rule: &str| files.iter().any(|file| rule_id(&file.path) == Some(rule));
    let others = || contents.rules.iter().filter(|(other, _)| *other != id);
    if let Some((today, _)) = others().find(|(_, other)| other.was.iter().any(|old| old == id)) {
        let vi = format!("quy tắc “{id}” nay là “{today}”: đặt tệp ở {today}.yaml");
        let en = format!("the rule “{id}” is now “{today}”: put the file at {today}.yaml");
        report.add(&[], "", vi, en);
    }
    for (index, old) in rule.was.iter().enumerate() {
        let is_twice = rule.was[..index].contains(old) || others().any(|(_, own)| own.was.contains(old));
        // The file of that rule tells the fault itself where it is read with this one.
        let is_today = contents.rules.contains_key(old) && (old == id || !is_read(old));
        if is_twice || is_today {
            let vi = format!("“{old}” trong was đã là mã của một quy tắc");
            let en = format!("“{old}” in was already is the id of a rule");
            report.add(&["was"], old, vi, en);
        } else if !old.contains('/') {
            let vi = format!("“{old}” trong was không có dạng nhóm/tên");
            report.add(&["was"], old, vi, format!("“{old}” in was is not of the form group/name"));
        }
    }
}
