//! The table of rules.

use crate::finding::{Severity, Words};
use crate::rulebook::{Origin, RuleBook, Safety};
use serde::Serialize;

/// One rule in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its id, `group/name`.
    pub rule: String,
    /// Its severity, where no stage has another.
    pub severity: Severity,
    /// What it demands, in a few words.
    pub title: Words,
    /// Ids of the regimes in which it can apply.
    pub regimes: Vec<String>,
    /// Ids of the provisions it enforces.
    pub law: Vec<String>,
    /// Whether what it finds is repaired; not written where the rule does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Safety>,
    /// Where it comes from; not written for those of the rule book.
    #[serde(skip_serializing_if = "is_built_in")]
    pub origin: Origin,
}

/// Whether it comes from the rule book and not from an own folder.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_built_in(origin: &Origin) -> bool {
    *origin == Origin::BuiltIn
}

/// How many rules repair what they find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Repairs {
    /// Without asking.
    pub safe: usize,
    /// After a person looked at it.
    pub ask: usize,
    /// Never, with a reason.
    pub never: usize,
    /// Rules that do not say.
    pub unstated: usize,
}

impl Repairs {
    /// Counts the rows.
    pub fn of(rows: &[Row]) -> Self {
        let mut all = Self::default();
        for row in rows {
            *match row.fix {
                Some(Safety::Safe) => &mut all.safe,
                Some(Safety::Ask) => &mut all.ask,
                Some(Safety::Never) => &mut all.never,
                None => &mut all.unstated,
            } += 1;
        }
        all
    }
}

/// Which rules are wanted; those that fit everything that is given.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The first half of the id.
    pub group: Option<String>,
    /// Id of a regime in which the rule can apply.
    pub regime: Option<String>,
}

/// The group of a rule id.
pub fn group(rule: &str) -> &str {
    rule.split('/').next().unwrap_or_default()
}

/// The rules that fit, ordered by id.
pub fn table(book: &RuleBook, filter: &Filter) -> Vec<Row> {
    let fits_group = |id: &&str| filter.group.as_deref().is_none_or(|wanted| wanted == group(id));
    let rows = book.rule_ids().filter(fits_group).filter_map(|id| row(book, id));
    rows.filter(|row| filter.regime.as_ref().is_none_or(|wanted| row.regimes.contains(wanted))).collect()
}

/// The row of a rule; `None` for an unknown id.
fn row(book: &RuleBook, id: &str) -> Option<Row> {
    let rule = book.rule(id)?;
    Some(Row {
        rule: id.to_owned(),
        severity: rule.severity,
        title: rule.title.words(),
        regimes: book.regimes_of(id).into_iter().map(|regime| regime.id.clone()).collect(),
        law: rule.law.clone(),
        fix: rule.fix.as_ref().map(|fix| fix.safety),
        origin: book.origins().of_rule(id),
    })
}
