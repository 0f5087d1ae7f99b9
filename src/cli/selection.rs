//! The names given to `--only` and `--skip`.

use super::words;
use std::collections::BTreeSet;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::suggest;

/// Checks that every name is one of the rules or of their groups.
///
/// # Errors
/// Says which name is unknown and which one was probably meant.
pub fn verify(names: &[String], rules: &[String]) -> Result<(), Words> {
    let groups = rules.iter().filter_map(|rule| rule.split('/').next());
    let known: BTreeSet<&str> = rules.iter().map(String::as_str).chain(groups).collect();
    match names.iter().find(|name| !known.contains(name.as_str())) {
        Some(name) => Err(unknown(name, &known)),
        None => Ok(()),
    }
}

/// Checks that the name is that of a rule.
///
/// # Errors
/// Says that it is unknown and which rule was probably meant.
pub fn verify_rule(name: &str, rules: &[String]) -> Result<(), Words> {
    if rules.iter().any(|rule| rule == name) {
        return Ok(());
    }
    let known: BTreeSet<&str> = rules.iter().map(String::as_str).collect();
    let (hint_vi, hint_en) = match nearest(name, &known) {
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

fn unknown(name: &str, known: &BTreeSet<&str>) -> Words {
    if let Some(near) = nearest(name, known) {
        return words(
            format!("không có quy tắc hoặc nhóm quy tắc “{name}”; có phải ý bạn là “{near}”?"),
            format!("there is no rule or group “{name}”; did you mean “{near}”?"),
        );
    }
    let groups: Vec<&str> = known.iter().copied().filter(|name| !name.contains('/')).collect();
    let groups = groups.join(", ");
    words(
        format!("không có quy tắc hoặc nhóm quy tắc “{name}”; các nhóm hiện có: {groups}."),
        format!("there is no rule or group “{name}”; the groups are: {groups}."),
    )
}

/// The known name that was probably meant; the group of a rule is often forgotten.
fn nearest<'a>(name: &str, known: &BTreeSet<&'a str>) -> Option<&'a str> {
    let whole = suggest::nearest(name, known.iter().copied());
    whole.or_else(|| {
        let bare = |rule: &'a str| rule.rsplit('/').next().unwrap_or(rule);
        let near = suggest::nearest(name, known.iter().map(|rule| bare(rule)))?;
        known.iter().copied().find(|rule| bare(rule) == near)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Vec<String> {
        ["format/national-name", "format/motto", "reference/in-force"].map(str::to_owned).to_vec()
    }

    #[test]
    fn rules_and_groups_are_known() {
        let names = ["format".to_owned(), "reference/in-force".to_owned()];
        assert!(verify(&names, &rules()).is_ok());
    }

    #[test]
    fn an_unknown_name_gets_the_nearest_one() {
        let complaint = |name: &str| verify(&[name.to_owned()], &rules()).expect_err("unknown").en;
        assert!(complaint("format/nationalname").contains("did you mean “format/national-name”"));
        assert!(complaint("motto").contains("did you mean “format/motto”"));
        assert!(complaint("formt").contains("did you mean “format”"));
        assert!(complaint("zzzzzz").contains("the groups are: format, reference"));
    }
}
