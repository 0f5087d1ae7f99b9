//! What went wrong with an example or a base, in a sentence that one can act on.
//!
//! A rule author is no programmer: “0 findings instead of 1” helps nobody. So each sentence says what
//! was found where, and why a rule was silent as far as that can be told.

use super::both;
use crate::checker::Checked;
use crate::engine::applies_to;
use crate::engine::context::Context;
use crate::finding::{Finding, Words};
use crate::rulebook::bilingual::placeholders;
use crate::rulebook::yaml::shown;
use crate::rulebook::{Example, Rule, RuleBook};

/// Most findings or places that a sentence names.
const NAMED: usize = 3;

/// A base has no finding.
/// # Errors
///
/// The findings that it has.
pub fn expect_none(checked: &Checked) -> Result<(), Words> {
    let findings = &checked.findings;
    if findings.is_empty() {
        return Ok(());
    }
    let list = listed(findings, checked);
    Err(both(
        &format!("bản gốc phải không có lỗi, nhưng có {}: {}", findings.len(), list.vi),
        &format!("a base must have no finding; it has {}: {}", findings.len(), list.en),
    ))
}

/// The rule finds nothing before the change of its example.
/// # Errors
///
/// The findings that are there already, and what to do.
pub fn expect_clean_start(checked: &Checked) -> Result<(), Words> {
    if checked.findings.is_empty() {
        return Ok(());
    }
    let list = listed(&checked.findings, checked);
    Err(both(
        &format!(
            "bản gốc chưa sửa đã có lỗi này: {}; chọn bản gốc khác hoặc đặt bản riêng vào bases/",
            list.vi
        ),
        &format!(
            "the unchanged base has the finding already: {}; take another base, or put one of your own into bases/",
            list.en
        ),
    ))
}

/// The findings are exactly those that the example announces.
/// # Errors
///
/// The first thing that differs: the number of findings, the words that are marked, the severity, or a
/// variable that was not filled.
pub fn expect(book: &RuleBook, id: &str, example: &Example, checked: &Checked) -> Result<(), Words> {
    let (findings, draft) = (&checked.findings, &checked.draft);
    let (wanted, found) = (example.finds, findings.len());
    let Some(first) = findings.first() else {
        return if wanted == 0 { Ok(()) } else { Err(silent(book, id, checked)) };
    };
    if wanted != found {
        let list = listed(findings, checked);
        return Err(both(
            &format!("cần {wanted} kết quả, có {found}: {}", list.vi),
            &format!("{wanted} findings wanted, {found} made: {}", list.en),
        ));
    }
    if let Some(at) = &example.at {
        let words = first.span.of(&draft.text);
        if words != at {
            return Err(both(
                &format!("kết quả phải chỉ vào “{}”, đã chỉ vào “{}”", shown(at), shown(words)),
                &format!("the finding must mark “{}”; it marks “{}”", shown(at), shown(words)),
            ));
        }
    }
    match example.severity.filter(|severity| *severity != first.severity) {
        None => unfilled(first),
        Some(severity) => {
            let (wanted, found) = (severity.words(), first.severity.words());
            Err(both(
                &format!("mức độ phải là {}, kết quả có mức {}", wanted.vi, found.vi),
                &format!("the severity must be {}; it is {}", wanted.en, found.en),
            ))
        }
    }
}

/// Beside the rules that it yields to, the rule is silent and they are not.
/// # Errors
///
/// What it says all the same, or that nothing is said.
pub fn expect_yielding(id: &str, checked: &Checked) -> Result<(), Words> {
    let own: Vec<Finding> = checked.findings.iter().filter(|finding| finding.rule == id).cloned().collect();
    if !own.is_empty() {
        let list = listed(&own, checked);
        return Err(both(
            &format!("ví dụ ghi yields nhưng quy tắc vẫn báo: {}", list.vi),
            &format!("the example yields, but the rule still says: {}", list.en),
        ));
    }
    if checked.findings.is_empty() {
        return Err(both(
            "ví dụ ghi yields nhưng quy tắc được nhường (yields-to) không báo gì",
            "the example yields, but the rules that it yields to say nothing",
        ));
    }
    Ok(())
}

/// Why a rule found nothing: it is not for such a draft, its place is not there, or what the place holds.
fn silent(book: &RuleBook, id: &str, checked: &Checked) -> Words {
    let context = Context::new(book, &checked.draft, &checked.document, &checked.judged);
    let none = |vi: &str, en: &str| {
        both(&format!("ví dụ không cho kết quả nào: {vi}"), &format!("the example has no finding: {en}"))
    };
    let Some(rule) = book.rule(id).filter(|rule| applies_to(&context, rule)) else {
        return none(
            "quy tắc không áp dụng cho bản này (xem applies, law, khung pháp luật và ngày)",
            "the rule is not for this draft (see applies, law, its regime and day)",
        );
    };
    let place = places(rule);
    let held: Vec<String> =
        held(&context, rule).iter().take(NAMED).map(|words| format!("“{}”", shown(words))).collect();
    if held.is_empty() {
        return none(
            &format!("bản này không có chỗ nào là {place}"),
            &format!("the draft has no place {place}"),
        );
    }
    let held = held.join(", ");
    none(
        &format!("chỗ {place} ghi {held}; phép kiểm tra hoặc điều kiện when cho qua"),
        &format!("the place {place} holds {held}, which the check or a condition lets pass"),
    )
}

/// The places of a rule as it writes them.
fn places(rule: &Rule) -> String {
    rule.select.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What the places hold that the rule looks at.
fn held<'a>(context: &Context<'a>, rule: &Rule) -> Vec<&'a str> {
    let parts = rule.parts();
    context.select(&rule.select.0, parts).iter().map(|node| context.words(node.span)).collect()
}

/// A message with a placeholder left in it would be shown to people as it is.
/// # Errors
///
/// The message that still holds one.
fn unfilled(finding: &Finding) -> Result<(), Words> {
    let texts = [Some(&finding.message), finding.help.as_ref()];
    let left = texts
        .into_iter()
        .flatten()
        .find(|words| placeholders(&words.vi).count() + placeholders(&words.en).count() > 0);
    left.map_or(Ok(()), |words| {
        Err(both(
            &format!("còn biến chưa điền: {}", words.vi),
            &format!("a variable is not filled: {}", words.en),
        ))
    })
}

/// The first findings: rule, severity, the words that it marks.
pub(super) fn listed(findings: &[Finding], checked: &Checked) -> Words {
    let each = findings.iter().take(NAMED).map(|finding| {
        let words = shown(finding.span.of(&checked.draft.text));
        let severity = finding.severity.words();
        both(
            &format!("{} ({}) ở “{words}”: {}", finding.rule, severity.vi, shown(&finding.message.vi)),
            &format!("{} ({}) at “{words}”: {}", finding.rule, severity.en, shown(&finding.message.en)),
        )
    });
    let (vi, en): (Vec<_>, Vec<_>) = each.map(|words| (words.vi, words.en)).unzip();
    let more = if findings.len() > NAMED { "; …" } else { "" };
    both(&format!("{}{more}", vi.join("; ")), &format!("{}{more}", en.join("; ")))
}
