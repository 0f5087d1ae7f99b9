//! What a draft is judged by: class, stage, day and regime.
//!
//! Which law governs a draft hangs on its class and on a day; a draft often writes neither in full. The
//! day is never taken from a clock here: the caller says which day is today, so that the same bytes
//! give the same findings on every machine.

use crate::document::{Class, DateFact, Document, Stage};
use crate::rulebook::Regime;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::Profile;
use crate::text::Date;
use std::sync::Arc;

/// What the caller states about the drafts it wants checked. Made by [`Options::on`]; every field may
/// then be set.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The stage, unless the draft states its own; [`Stage::Draft`] if `None`.
    pub stage: Option<Stage>,
    /// The day whose law is applied, instead of the date of the document.
    pub as_of: Option<Date>,
    /// Today: the day on which a draft without a date will be signed at the earliest. The core has
    /// no clock.
    pub today: Date,
    /// The class, instead of the one that the symbol shows.
    pub class: Option<Class>,
    /// Rules (`group/name`) or groups that alone are applied; empty for all.
    pub only: Vec<String>,
    /// Rules or groups that are not applied.
    pub skip: Vec<String>,
    /// The profile of the organs whose drafts are checked, unless the draft states its own.
    pub profile: Option<Arc<Profile>>,
    /// Whether reports may repeat words of a draft that bears a mark of secrecy.
    pub quote_secret: bool,
}

impl Options {
    /// Nothing is stated but which day is today.
    pub const fn on(today: Date) -> Self {
        Self {
            stage: None,
            as_of: None,
            today,
            class: None,
            only: Vec::new(),
            skip: Vec::new(),
            profile: None,
            quote_secret: false,
        }
    }
}

/// What a draft was judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The class.
    pub class: Option<Class>,
    /// The stage.
    pub stage: Stage,
    /// The day whose law was applied.
    pub day: Date,
    /// Id of the regime (`normative-2025`); `None` where the rule book has none for class and day.
    pub regime: Option<String>,
    /// The profile that names are compared with.
    pub profile: Option<Arc<Profile>>,
    /// Whether the draft bears a mark of secrecy and nobody allowed its words to be repeated: messages have
    /// [`WITHHELD`] in their place, and reports quote none.
    pub withholds: bool,
}

/// What stands in the place of words that are withheld.
pub const WITHHELD: &str = "…";

/// Class, stage, day and regime of a document. What the caller states comes before what the draft
/// says of itself.
/// A profile stated in the draft itself comes before that of the caller, because it is the nearer one.
pub fn judge(book: &RuleBook, document: &Document, options: &Options) -> Judged {
    let facts = &document.facts;
    let class = options.class.or(facts.class.map(|(class, _)| class));
    let stage = options.stage.or(facts.stage).unwrap_or_default();
    let day = options.as_of.or(facts.as_of).unwrap_or_else(|| day_of(facts.date, facts.year, options.today));
    let regime = class.and_then(|class| book.regime(class, day)).map(|regime| regime.id.clone());
    let own = facts.profile.clone().map(|organ| Arc::new(Profile::of(organ)));
    let profile = own.or_else(|| options.profile.clone());
    let withholds = facts.secrecy.is_some() && !options.quote_secret;
    Judged { class, stage, day, regime, profile, withholds }
}

/// The day whose law governs a document of that date: the date if it is whole; else the last day
/// that the written part allows, but no later than today if that part of the calendar is not over;
/// today if not even a year is written.
fn day_of(date: DateFact, year: Option<i32>, today: Date) -> Date {
    if let Some(whole) = date.whole() {
        return whole;
    }
    let written = DateFact { year: date.year.or(year), ..date };
    let Some(latest) = written.latest() else { return today };
    if latest.year() == today.year() && latest > today { today } else { latest }
}

/// The regimes that a document is judged by: its own; where the class is unknown, those of every
/// class on the day, of which only the common rules apply.
pub fn regimes<'a>(book: &'a RuleBook, judged: &Judged) -> Vec<&'a Regime> {
    match judged.class {
        Some(class) => book.regime(class, judged.day).into_iter().collect(),
        None => book.regimes().iter().filter(|regime| regime.holds(judged.day)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn fact(year: i32, month: Option<u32>, day: Option<u32>) -> DateFact {
        DateFact { year: Some(year), month, day }
    }

    #[test]
    fn the_day_follows_from_what_is_written() {
        let today = date("2026-11-23");
        assert_eq!(day_of(fact(2022, Some(3), Some(5)), None, today), date("2022-03-05"));
        assert_eq!(day_of(fact(2022, Some(2), None), None, today), date("2022-02-28"));
        assert_eq!(day_of(fact(2024, None, None), None, today), date("2024-12-31"));
        assert_eq!(day_of(DateFact::default(), Some(2021), today), date("2021-12-31"));
        assert_eq!(day_of(DateFact::default(), None, today), today);
    }

    #[test]
    fn a_draft_of_this_year_is_judged_by_the_law_of_today() {
        let today = date("2026-11-23");
        assert_eq!(day_of(fact(2026, None, None), None, today), today);
        assert_eq!(day_of(fact(2026, Some(5), None), None, today), date("2026-05-31"));
        assert_eq!(day_of(fact(2027, None, None), None, today), date("2027-12-31"));
    }
}
