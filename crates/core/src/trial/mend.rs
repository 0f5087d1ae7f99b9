//! A repair closes its finding: what an example shows wrong is right after the repair, nothing else is
//! wrong that was not before, and a second repair finds nothing to do.

use super::report::listed;
use super::{Bench, Rules, both};
use crate::checker::Checked;
use crate::draft::Draft;
use crate::finding::{Finding, Words};
use crate::repair::until_settled;
use crate::rulebook::Example;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// The repairs of an example hold what they promise. An example whose findings have none promises nothing.
/// # Errors
///
/// What is still said of the repaired draft, or said anew.
pub fn expect(
    bench: &Bench<'_>,
    id: &str,
    example: &Example,
    alone: &Checked,
    draft: Draft,
) -> Result<(), Words> {
    if alone.findings.iter().all(|finding| finding.fixes.is_empty()) {
        return Ok(());
    }
    let check = |draft: Draft| Ok::<_, Infallible>(bench.check(draft, Some(example), Rules::All));
    let Ok(before) = check(draft);
    let unmended = |checked: &Checked| {
        let own = checked.findings.iter().filter(|finding| finding.rule == id);
        own.filter(|finding| finding.fixes.is_empty()).count()
    };
    let (counted, unmended_before) = (count(&before.findings), unmended(&before));
    let Ok(after) = until_settled(before, check, |finding, _| finding.rule == id);
    let checked = &after.checked;
    if !after.is_settled || unmended(checked) > unmended_before {
        let own = checked.findings.iter().filter(|finding| finding.rule == id).cloned().collect::<Vec<_>>();
        let list = listed(&own, checked);
        return Err(both(
            &format!("cách sửa không làm hết lỗi: {}", list.vi),
            &format!("the repair does not close the finding: {}", list.en),
        ));
    }
    let known = |finding: &Finding| counted.get(&finding.rule).copied().unwrap_or(0);
    let now = count(&checked.findings);
    let is_new = |finding: &&Finding| now.get(&finding.rule).copied().unwrap_or(0) > known(finding);
    let new: Vec<Finding> = checked.findings.iter().filter(is_new).cloned().collect();
    if new.is_empty() {
        return Ok(());
    }
    let list = listed(&new, checked);
    Err(both(
        &format!("sửa xong lại có lỗi khác: {}", list.vi),
        &format!("the repair brings other findings: {}", list.en),
    ))
}

/// How many findings each rule has.
fn count(findings: &[Finding]) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for finding in findings {
        *all.entry(finding.rule.clone()).or_default() += 1;
    }
    all
}
