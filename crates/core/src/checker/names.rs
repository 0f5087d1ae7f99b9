//! The names of rules and groups that the owner of a checker gives.

use crate::finding::Words;
use crate::rulebook::{RuleBook, suggest};
use std::collections::BTreeSet;
use std::fmt;

/// A name that is neither that of a rule nor that of a group of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// The name as given.
    pub name: String,
    /// The one that was probably meant.
    pub nearest: Option<String>,
    /// The groups that there are.
    pub groups: Vec<String>,
}

impl UnknownName {
    /// What is wrong, and which name was probably meant.
    pub fn words(&self) -> Words {
        let Self { name, nearest, groups } = self;
        if let Some(near) = nearest {
            return Words {
                vi: format!("không có quy tắc hoặc nhóm quy tắc “{name}”; có phải ý bạn là “{near}”?"),
                en: format!("there is no rule or group “{name}”; did you mean “{near}”?"),
            };
        }
        let groups = groups.join(", ");
        Words {
            vi: format!("không có quy tắc hoặc nhóm quy tắc “{name}”; các nhóm hiện có: {groups}."),
            en: format!("there is no rule or group “{name}”; the groups are: {groups}."),
        }
    }
}

impl fmt::Display for UnknownName {
    /// The Vietnamese sentence.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().vi)
    }
}

impl std::error::Error for UnknownName {}

/// Checks that every name is one of the rules of the book, now or formerly, or of their groups.
///
/// # Errors
/// The first name that is neither.
pub fn verify<'n>(book: &RuleBook, names: impl IntoIterator<Item = &'n String>) -> Result<(), UnknownName> {
    let mut known = BTreeSet::new();
    for name in names {
        if known.is_empty() {
            known.extend(book.rule_ids().flat_map(|id| [id, id.split('/').next().unwrap_or_default()]));
        }
        if !known.contains(book.resolve(name).unwrap_or(name)) {
            let nearest = nearest_rule(name, &known).map(str::to_owned);
            let groups = known.iter().filter(|name| !name.contains('/')).map(|name| (*name).to_owned());
            return Err(UnknownName { name: name.clone(), nearest, groups: groups.collect() });
        }
    }
    Ok(())
}

/// The known name that was probably meant; the group of a rule is often forgotten.
pub fn nearest_rule<'a>(name: &str, known: &BTreeSet<&'a str>) -> Option<&'a str> {
    let whole = suggest::nearest(name, known.iter().copied());
    whole.or_else(|| {
        let bare = |rule: &'a str| rule.rsplit('/').next().unwrap_or(rule);
        let near = suggest::nearest(name, known.iter().map(|rule| bare(rule)))?;
        known.iter().copied().find(|rule| bare(rule) == near)
    })
}
