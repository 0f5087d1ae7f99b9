//! The names given to `--only` and `--skip`.

use super::words;
use std::collections::BTreeSet;
use thethuc::finding::Words;

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

/// The known name that differs least, if it differs by no more than a third of its letters.
fn nearest<'a>(name: &str, known: &BTreeSet<&'a str>) -> Option<&'a str> {
    let (distance, near) = known
        .iter()
        .flat_map(|known| {
            // The group of a rule is often forgotten.
            let bare = known.rsplit('/').next().unwrap_or(known);
            [(distance(name, known), *known), (distance(name, bare), *known)]
        })
        .min()?;
    (distance * 3 <= name.chars().count().max(3)).then_some(near)
}

/// Letters to insert, delete or replace to come from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
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
