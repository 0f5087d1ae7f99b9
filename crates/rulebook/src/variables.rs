//! The `{variables}` that each kind of check gives to messages.

use super::check::{AmendmentCheck, Check, InstrumentCheck, Kind};
use super::pattern::Pattern;

/// Variables of every finding: the words it marks, what was found there (the same words unless the
/// check knows better), and how many places share one cause.
const ALWAYS: [&str; 3] = ["text", "found", "count"];

/// All variables that the message of a rule with this check may use.
pub fn variables(check: &Check) -> Vec<String> {
    let mut names: Vec<String> = ALWAYS.map(str::to_owned).to_vec();
    collect(check, &mut names);
    names.sort();
    names.dedup();
    names
}

fn collect(check: &Check, names: &mut Vec<String>) {
    for kind in check.kinds() {
        names.extend(given_by(&kind).iter().map(|name| (*name).to_owned()));
        names.extend(groups(&kind));
        match kind {
            Kind::All(checks) => checks.iter().for_each(|check| collect(check, names)),
            // The hits of alternatives are those of the first one.
            Kind::Any(checks) => checks.iter().take(1).for_each(|check| collect(check, names)),
            Kind::When(both) => collect(&both.then, names),
            _ => {}
        }
    }
}

fn given_by(kind: &Kind<'_>) -> &'static [&'static str] {
    match kind {
        Kind::Style(_) | Kind::Paragraph(_) | Kind::Page(_) | Kind::PageNumber(_) => {
            &["expected", "property"]
        }
        Kind::Present(_)
        | Kind::Text(_)
        | Kind::RuleLine(_)
        | Kind::Sequence(_)
        | Kind::Nesting(_)
        | Kind::ListPunctuation(_)
        | Kind::Together(_)
        | Kind::Words(_) => &["expected"],
        Kind::Order(_) | Kind::Mixed(_) | Kind::Amendment(AmendmentCheck::Order) => &["other"],
        Kind::Unique(_) => &["other_place"],
        Kind::Agree(_) => &["other", "other_place"],
        Kind::Resolves(_) => &["part"],
        Kind::Profile(_) => &["expected", "organ"],
        Kind::Mentions(_) => &["missing"],
        Kind::PlaceExists(_) => &["state"],
        Kind::Authority(_) => &["expected", "organ", "form"],
        Kind::Instrument(InstrumentCheck::KnownDate) => &["expected", "number", "title"],
        Kind::Instrument(InstrumentCheck::KnownTitle) => &["expected", "number", "title", "other"],
        Kind::Instrument(InstrumentCheck::InTime) => &["number", "title", "effective", "limit"],
        Kind::Instrument(InstrumentCheck::InForce) => &["number", "title", "expired", "replaced_by"],
        Kind::Amendment(AmendmentCheck::Label) => &["expected", "other"],
        Kind::DateDistance(_) => &["expected", "from", "to"],
        Kind::Encoding(_) => &["expected", "kind"],
        _ => &[],
    }
}

/// The named groups of the patterns of a check.
fn groups(kind: &Kind<'_>) -> Vec<String> {
    match kind {
        Kind::Text(check) => check.not_matches.iter().flat_map(Pattern::groups).collect(),
        // A message can only use what every entry has.
        Kind::Words([first, rest @ ..]) => first
            .pattern
            .groups()
            .into_iter()
            .filter(|group| rest.iter().all(|entry| entry.pattern.groups().contains(group)))
            .collect(),
        _ => Vec::new(),
    }
}
