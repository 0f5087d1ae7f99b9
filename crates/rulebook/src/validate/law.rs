//! Faults of instruments: what rules enforce of them, and the regimes that they join.

use super::{Report, known_regime};
use crate::contents::Contents;
use crate::law::split_id;
use crate::membership::Joins;
use crate::rule::Rule;

/// The faults of a file of law.
pub(super) fn faults(contents: &Contents, report: &mut Report<'_>) {
    let key = report.file.key();
    let name = key.trim_start_matches("law/").trim_end_matches(".yaml");
    let Some(instrument) = contents.law.get(name) else { return };
    for (index, joined) in instrument.regimes.iter().enumerate() {
        known_regime(contents, &["regimes"], &joined.id, report);
        joins(contents, name, joined, &instrument.regimes[..index], report);
    }
    cited(contents, name, report);
    let is_known = !report.is_broken("regimes.yaml");
    if is_known && is_astray(contents, name) && contents.rules.values().any(|rule| cites(rule, name)) {
        let id = contents.regimes.first().map_or("…", |regime| regime.id.as_str());
        report.add(
            &["id"],
            "",
            format!(
                "văn bản chưa thuộc khung pháp luật nào nên các quy tắc dẫn điều khoản của nó không bao giờ được áp dụng; thêm khóa regimes, ví dụ regimes: [{id}]"
            ),
            format!(
                "the instrument belongs to no regime, so rules that enforce it can never apply; add the key regimes, for example regimes: [{id}]"
            ),
        );
    }
}

/// An instrument joins each regime once, for days that follow each other.
fn joins(contents: &Contents, name: &str, joined: &Joins, before: &[Joins], report: &mut Report<'_>) {
    let id = &joined.id;
    let listed = contents.regimes.iter().any(|regime| regime.id == *id && regime.lists(name));
    if listed || before.iter().any(|other| other.id == *id) {
        report.add(
            &["regimes"],
            id,
            format!("văn bản đã thuộc khung pháp luật “{id}”; ghi một lần, ở đây hoặc trong regimes.yaml"),
            format!("the instrument is in the regime “{id}” already; name it once, here or in regimes.yaml"),
        );
    }
    if matches!((joined.from, joined.to), (Some(from), Some(to)) if to < from) {
        report.add(
            &["regimes"],
            id,
            "ngày cuối (to) trước ngày đầu (from)".to_owned(),
            "the last day (to) lies before the first (from)".to_owned(),
        );
    }
}

/// Whether an instrument belongs to no regime.
fn is_astray(contents: &Contents, name: &str) -> bool {
    let joins = contents.law.get(name).is_some_and(|own| !own.regimes.is_empty());
    !joins && !contents.regimes.iter().any(|regime| regime.lists(name))
}

/// Whether a rule enforces any provision of the instrument.
fn cites(rule: &Rule, instrument: &str) -> bool {
    rule.law.iter().filter_map(|id| split_id(id)).any(|(own, _)| own == instrument)
}

/// A file of law that takes the place of another one keeps the provisions that rules enforce.
fn cited(contents: &Contents, name: &str, report: &mut Report<'_>) {
    // A rule that is read with the file tells the fault itself, where the rule names the provision.
    let reading = report.reading;
    for (rule, own) in contents.rules.iter().filter(|(rule, _)| !reading.contains(&format!("{rule}.yaml"))) {
        let ids = own.law.iter().filter(|id| split_id(id).is_some_and(|(instrument, _)| instrument == name));
        for id in ids.filter(|id| contents.provision(id).is_none()) {
            let vi = format!("thiếu điều khoản “{id}” mà quy tắc “{rule}” viện dẫn");
            let en = format!("the provision “{id}” is missing, which the rule “{rule}” enforces");
            report.add(&["provisions"], "", vi, en);
        }
    }
}

/// A rule that can never apply, because no regime has its provisions or it excludes those that have.
pub(super) fn rule_without_regime(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    // A regime that is named but unknown is told where it stands.
    let mut named = rule.applies.regime.iter().flatten();
    let known = |id: &String| contents.regimes.iter().any(|regime| regime.id == *id);
    if report.is_broken("regimes.yaml") || !contents.regimes_of(rule).is_empty() || !named.all(known) {
        return;
    }
    let cited = || rule.law.iter().filter_map(|id| split_id(id)).map(|(instrument, _)| instrument);
    let joining = contents.regimes.iter().find(|regime| cited().any(|own| contents.belongs(own, regime)));
    if let Some(regime) = joining {
        let id = &regime.id;
        report.add(
            &["applies"],
            "",
            format!("quy tắc không bao giờ được áp dụng: điều khoản thuộc khung pháp luật “{id}” nhưng applies không nhận khung này"),
            format!("the rule can never apply: its provisions belong to the regime “{id}”, which applies leaves out"),
        );
        return;
    }
    // Told once, in the file of law, where that is read as well.
    let Some(name) = cited().find(|name| !report.reads(&format!("law/{name}.yaml"))) else { return };
    report.add(
        &["law"],
        "",
        format!(
            "quy tắc không bao giờ được áp dụng vì văn bản “{name}” không thuộc khung pháp luật nào; thêm khóa regimes vào law/{name}.yaml hoặc thêm văn bản vào regimes.yaml"
        ),
        format!(
            "the rule can never apply, for the instrument “{name}” is in no regime; add the key regimes to law/{name}.yaml, or the instrument to regimes.yaml"
        ),
    );
}
