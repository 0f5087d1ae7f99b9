//! The `{variables}` that each kind of check gives to messages.

use super::check::{Check, InstrumentCheck, Kind};

/// Variables of every finding: the words it marks, what was found there (the same words unless the
/// check knows better), and how many places share one cause.
const ALWAYS: [&str; 3] = ["text", "found", "count"];

/// All variables that the message of a rule with this check may use.
pub fn variables(check: &Check) -> Vec<String> {
    let mut names: Vec<String> = ALWAYS.map(str::to_owned).to_vec();
    check.visit(&mut |kind| {
        names.extend(given_by(&kind).iter().map(|name| (*name).to_owned()));
        names.extend(groups(&kind));
    });
    names.sort();
    names.dedup();
    names
}

fn given_by(kind: &Kind<'_>) -> &'static [&'static str] {
    match kind {
        Kind::All(_) | Kind::Any(_) | Kind::Some(_) | Kind::Not(_) | Kind::When(_) | Kind::Titled(_) => &[],
        Kind::Present(_) => &["found", "expected"],
        Kind::Style(_) | Kind::Paragraph(_) | Kind::Page(_) | Kind::PageNumber(_) => {
            &["found", "expected", "property"]
        }
        Kind::Text(_)
        | Kind::RuleLine(_)
        | Kind::Sequence(_)
        | Kind::Nesting(_)
        | Kind::ListPunctuation(_)
        | Kind::Together(_)
        | Kind::Words(_) => &["found", "expected"],
        Kind::Order(_) | Kind::Mixed(_) => &["found", "other"],
        Kind::Unique(_) => &["other_place"],
        Kind::Agree(_) => &["found", "other", "other_place"],
        Kind::Authority(_) => &["found", "expected", "organ", "form"],
        Kind::Instrument(InstrumentCheck::KnownDate) => &["found", "expected", "number", "title"],
        Kind::Instrument(InstrumentCheck::InForce) => &["found", "number", "title", "expired", "replaced_by"],
        Kind::Instrument(InstrumentCheck::PossibleDate) | Kind::Resolves(_) | Kind::Abbreviation(_) => {
            &["found"]
        }
        Kind::DateDistance(_) => &["found", "expected", "from", "to"],
        Kind::Encoding(_) => &["found", "expected", "kind"],
    }
}

/// The named groups of the patterns of a check.
fn groups(kind: &Kind<'_>) -> Vec<String> {
    match kind {
        Kind::Text(check) => {
            check.not_matches.iter().flat_map(|pattern| pattern.groups().map(str::to_owned)).collect()
        }
        // A message can only use what every entry has.
        Kind::Words([first, rest @ ..]) => first
            .pattern
            .groups()
            .filter(|group| rest.iter().all(|entry| entry.pattern.groups().any(|other| other == *group)))
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}
