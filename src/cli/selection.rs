//! The names given to `--only` and `--skip`.

use super::words;
use std::collections::BTreeSet;
use thethuc::finding::Words;
use thethuc::rulebook::suggest;

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
