//! Names that commands are given: of one rule, of a group, of a regime.
//!
//! A wrong name must not pass as a rule that finds nothing, so each is held against what there is.

use super::words;
use std::collections::BTreeSet;
use thethuc_core::checker::nearest_rule;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::RuleBook;

/// Checks that the name is that of a rule.
///
/// # Errors
/// Says that it is unknown and which rule was probably meant.
pub fn verify_rule(name: &str, book: &RuleBook) -> Result<(), Words> {
    let known: BTreeSet<&str> = book.rule_ids().collect();
    if known.contains(name) {
        return Ok(());
    }
    let (hint_vi, hint_en) = match nearest_rule(name, &known) {
        Some(near) => (format!("có phải ý bạn là “{near}”?"), format!("did you mean “{near}”?")),
        None => (
            "xem danh sách bằng thethuc rules list.".to_owned(),
            "thethuc rules list shows them all.".to_owned(),
        ),
    };
    Err(words(
        format!("không có quy tắc “{name}”; {hint_vi}"),
        format!("there is no rule “{name}”; {hint_en}"),
    ))
}

/// Checks that the name is one of the known ones of its kind (`khung pháp luật`, `regime`).
///
/// # Errors
/// Says that it is unknown and which ones there are.
pub fn verify_one(name: &str, known: &BTreeSet<&str>, kind: (&str, &str)) -> Result<(), Words> {
    if known.contains(name) {
        return Ok(());
    }
    let list = known.iter().copied().collect::<Vec<_>>().join(", ");
    Err(words(
        format!("không có {} “{name}”; hiện có: {list}.", kind.0),
        format!("there is no {} “{name}”; there are: {list}.", kind.1),
    ))
}
