//! What checks of hours and days say in a rule file: the words for them stand there, the calendar does not.

use super::kind::{KindOfCheck, Writes, named};
use crate::pattern::Pattern;
use crate::vocabulary::Words;
use serde::{Deserialize, Serialize};

/// `weekday`: a weekday beside a date is the weekday of that date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekdayCheck {
    /// Weekday and date, with the groups `name`, `day`, `month` and `year`.
    pub patterns: Vec<Pattern>,
    /// The seven names in small letters, from Monday on.
    pub names: Vec<String>,
}

impl KindOfCheck for WeekdayCheck {
    const NAME: &'static str = "weekday";

    fn gives(&self) -> Vec<String> {
        named(["expected"])
    }

    fn is_collective(&self) -> bool {
        false
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        lacks(&self.patterns, &["name", "day", "month", "year"]).or_else(|| {
            (self.names.len() != 7).then(|| Words {
                vi: "“names” phải có bảy tên, từ thứ Hai".to_owned(),
                en: "“names” must have seven names, from Monday on".to_owned(),
            })
        })
    }
}

/// `moments`: of two moments the later one does not lie before the earlier one, as far as both are written. The first
/// place that begins and the last one that ends are held against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MomentsCheck {
    /// The earlier one, with the groups `day`, `month`, `year`, and `hour`, `minute` where hours count.
    pub begin: Pattern,
    /// The later one. Without a day it lies on the day of the earlier one.
    pub end: Pattern,
}

impl KindOfCheck for MomentsCheck {
    const NAME: &'static str = "moments";

    fn gives(&self) -> Vec<String> {
        named(["other"])
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        lacks(std::slice::from_ref(&self.begin), &["day", "month", "year"])
    }
}

/// The first group that an expression lacks.
fn lacks(patterns: &[Pattern], groups: &[&str]) -> Option<Words> {
    let missing = patterns.iter().find_map(|pattern| {
        let own = pattern.groups();
        groups.iter().find(|group| !own.iter().any(|known| known == *group))
    })?;
    Some(Words {
        vi: format!("biểu thức thiếu nhóm “{missing}”"),
        en: format!("the expression lacks the group “{missing}”"),
    })
}
