//! What a draft is judged by: class, stage, day and regime.
//!
//! Which law governs a draft hangs on its class and on a day; a draft often writes neither in full. The
//! day is never taken from a clock here: the caller says which day is today, so that the same bytes
//! give the same findings on every machine.

use crate::document::{Class, DateFact, Document, Facts, Outside, Stage};
use crate::rulebook::Regime;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::Profile;
use crate::text::Date;
use std::sync::Arc;

/// The year of the first documents of the state.
const FIRST_YEAR: i32 = 1945;

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
    /// Today, as the caller stated it.
    pub today: Date,
    /// The days that the draft leaves open where [`Judged::day`] was only assumed: it writes a year or a month
    /// and no day. `None` where a day is written or stated, or nothing is written at all.
    pub open_days: Option<(Date, Date)>,
    /// Whether the date of the document cannot be right, so that the day was taken from elsewhere.
    pub day_is_guessed: bool,
    /// Whose rules govern the paper, where they are not those of the administration.
    pub outside: Option<Outside>,
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
    let stated = options.as_of.or(facts.as_of);
    let written = believed(facts, options.today);
    let day = stated.unwrap_or_else(|| day_of(written, facts.symbol_year, options.today));
    let day_is_guessed = stated.is_none() && written != facts.date;
    let regime = class.and_then(|class| book.regime(class, day)).map(|regime| regime.id.clone());
    let own = facts.profile.clone().map(|organ| Arc::new(Profile::of(organ)));
    let profile = own.or_else(|| options.profile.clone());
    let open_days = if stated.is_some() { None } else { open_days(written, facts.symbol_year) };
    let (today, outside) = (options.today, facts.outside);
    let withholds = facts.secrecy.is_some() && !options.quote_secret;
    Judged { class, stage, day, regime, profile, today, open_days, day_is_guessed, outside, withholds }
}

/// The date of a document as far as it can be right. A year that no document of today can bear, or that is
/// far from the one in the symbol, is a slip of typing: then the year of the symbol counts, or else the last
/// day that the preamble names. The month goes where the calendar has no such month.
fn believed(facts: &Facts, today: Date) -> DateFact {
    /// Years between the symbol and the date that may be right, at the turn of a year.
    const APART: i32 = 1;
    let possible = |year: &i32| (FIRST_YEAR..=today.year() + 1).contains(year);
    let symbol = facts.symbol_year.filter(possible);
    let written = facts.date;
    let is_right = |year: i32| possible(&year) && symbol.is_none_or(|symbol| (symbol - year).abs() <= APART);
    match written.year {
        Some(year) if is_right(year) => {
            let month = written.month.filter(|month| (1..=12).contains(month));
            DateFact { month, day: written.day.filter(|_| month.is_some()), ..written }
        }
        Some(_) => {
            let named = || facts.named_days.iter().filter(|day| possible(&day.year())).max();
            let year = symbol.or_else(|| named().map(|day| day.year()));
            DateFact { year, month: None, day: None }
        }
        None => written,
    }
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

/// The first and the last day that the written part of a date allows; `None` where it is whole or blank.
fn open_days(date: DateFact, year: Option<i32>) -> Option<(Date, Date)> {
    let written = DateFact { year: date.year.or(year), ..date };
    if date.whole().is_some() {
        return None;
    }
    let first = Date::new(written.year?, written.month.unwrap_or(1), 1)?;
    Some((first, written.latest()?))
}

/// The regimes that a document is judged by: its own; where the class is unknown, those of every
/// class on the day, of which only the common rules apply.
pub fn regimes<'a>(book: &'a RuleBook, judged: &Judged) -> Vec<&'a Regime> {
    if judged.outside == Some(Outside::Party) {
        return Vec::new();
    }
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

    #[test]
    fn an_absurd_date_does_not_choose_the_law() {
        let today = date("2026-11-23");
        let facts = |year, symbol_year, named: &[&str]| Facts {
            date: fact(year, Some(3), Some(2)),
            symbol_year,
            named_days: named.iter().map(|day| date(day)).collect(),
            ..Facts::default()
        };
        assert_eq!(believed(&facts(2062, Some(2022), &[]), today).year, Some(2022));
        assert_eq!(believed(&facts(2202, None, &["2019-06-19", "2021-05-04"]), today).year, Some(2021));
        assert_eq!(believed(&facts(2026, Some(2025), &[]), today), fact(2026, Some(3), Some(2)));
        let thirteenth = Facts { date: fact(2022, Some(13), Some(2)), ..Facts::default() };
        assert_eq!(believed(&thirteenth, today), fact(2022, None, None));
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
    fn a_year_or_month_alone_leaves_days_open() {
        let days = |from: &str, to: &str| Some((date(from), date(to)));
        assert_eq!(open_days(fact(2025, None, None), None), days("2025-01-01", "2025-12-31"));
        assert_eq!(open_days(fact(2025, Some(9), None), None), days("2025-09-01", "2025-09-30"));
        assert_eq!(open_days(DateFact::default(), Some(2025)), days("2025-01-01", "2025-12-31"));
        assert_eq!(open_days(fact(2025, Some(9), Some(3)), None), None);
        assert_eq!(open_days(DateFact::default(), None), None);
    }

    #[test]
    fn a_draft_of_this_year_is_judged_by_the_law_of_today() {
        let today = date("2026-11-23");
        assert_eq!(day_of(fact(2026, None, None), None, today), today);
        assert_eq!(day_of(fact(2026, Some(5), None), None, today), date("2026-05-31"));
        assert_eq!(day_of(fact(2027, None, None), None, today), date("2027-12-31"));
    }
}
