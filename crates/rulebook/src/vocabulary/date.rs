//! Calendar dates without a clock or a time zone.

use super::words::Words;
use crate::yaml::{Expected, shown, told};
use jiff::{SignedDuration, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The day from which days are counted.
const EPOCH: civil::Date = civil::date(1970, 1, 1);

/// A day of the Gregorian calendar, of the years 1900 to 2999. Ordered, so that law in force can be
/// compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The date, if the calendar has it and the year lies between 1900 and 2999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let year = i16::try_from(year).ok().filter(|year| (1900..3000).contains(year))?;
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Last day of a month, if the month exists.
    pub fn last_of_month(year: i32, month: u32) -> Option<Self> {
        Self::new(year, month, 1).map(|first| Self(first.0.last_of_month()))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year().into()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month().unsigned_abs().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day().unsigned_abs().into()
    }

    /// As Vietnamese law writes days in figures: `02/3/2026`, `15/11/2026`. Days below ten and the first
    /// two months have a zero before them, so that nobody can make eleven or twelve of them.
    pub fn vietnamese(self) -> String {
        let (day, month) = (self.day(), self.month());
        let zero = if month < 3 { "0" } else { "" };
        format!("{day:02}/{zero}{month}/{}", self.year())
    }

    /// Reads a day as a person types it: `15/11/2026`, the day first as Vietnamese law writes it, or the ISO
    /// form `2026-11-15`.
    ///
    /// # Errors
    /// That it is neither, in English; whoever tells it to people adds the Vietnamese.
    pub fn typed(text: &str) -> Result<Self, String> {
        let day_first = || {
            let mut fields = text.trim().splitn(3, ['/', '-', '.']);
            let (day, month, year) = (fields.next()?, fields.next()?, fields.next()?);
            let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
            let year = year.parse().ok().filter(|_| is_year)?;
            Self::new(year, month.parse().ok()?, day.parse().ok()?)
        };
        text.parse().or_else(|error| day_first().ok_or(error))
    }

    /// Days since 1970-01-01 (negative before).
    pub fn day_number(self) -> i64 {
        self.0.duration_since(EPOCH).as_hours() / 24
    }

    /// Days from `earlier` to this day: 10 from 18 November to 28 November.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.duration_since(earlier.0).as_hours() / 24
    }

    /// The date that lies `days` after 1970-01-01; `None` outside of the years of the calendar.
    pub fn from_day_number(days: i64) -> Option<Self> {
        let date = EPOCH.checked_add(SignedDuration::from_hours(days.checked_mul(24)?)).ok()?;
        (1900..3000).contains(&date.year()).then_some(Self(date))
    }
}

impl fmt::Display for Date {
    /// ISO form, `2026-03-02`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl FromStr for Date {
    /// In English; whoever tells it to people adds the Vietnamese.
    type Err = String;

    /// Reads the ISO form `2026-03-02`.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut fields = text.trim().splitn(3, '-').map(str::parse::<u32>);
        let date = match (fields.next(), fields.next(), fields.next()) {
            (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
                i32::try_from(year).ok().and_then(|year| Self::new(year, month, day))
            }
            _ => None,
        };
        date.ok_or_else(|| format!("“{}” is not a date of the form YYYY-MM-DD", shown(text)))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

/// Reads inside the visitor, so that a YAML error carries the line of the date itself.
struct DateVisitor;

impl serde::de::Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected("ngày, ghi như 2026-03-02 hoặc 02/3/2026", "a date, written 2026-03-02 or 02/3/2026")
            .write(formatter)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Date, E> {
        Date::typed(text).map_err(|_| {
            let text = shown(text);
            E::custom(told(&Words {
                vi: format!("“{text}” không phải là ngày; hãy ghi như 2026-03-02 hoặc 02/3/2026"),
                en: format!("“{text}” is not a date; write it like 2026-03-02 or 02/3/2026"),
            }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_go_there_and_back() {
        for days in -20_000..40_000 {
            let date = Date::from_day_number(days).expect("in range");
            assert_eq!(date.day_number(), days);
        }
    }

    #[test]
    fn days_in_figures_have_zeros_where_the_law_wants_them() {
        let said = |text: &str| text.parse::<Date>().expect("a date").vietnamese();
        assert_eq!(said("2026-03-02"), "02/3/2026");
        assert_eq!(said("2026-11-15"), "15/11/2026");
        assert_eq!(said("2026-02-10"), "10/02/2026");
    }

    #[test]
    fn people_type_days_in_either_order() {
        let day = Date::new(2026, 11, 5);
        for text in ["2026-11-05", "05/11/2026", "5/11/2026", " 5-11-2026 ", "05.11.2026"] {
            assert_eq!(Date::typed(text).ok(), day, "{text}");
        }
        for text in
            ["31/02/2026", "2026/11/05", "5/11/26", "5/11", "5/11/2026/1", "11/2026", "+5/11/2026x", ""]
        {
            assert!(Date::typed(text).is_err(), "{text}");
        }
        assert!("05/11/2026".parse::<Date>().is_err(), "files of rules keep to one form");
    }

    #[test]
    fn impossible_days_are_refused() {
        assert_eq!(Date::new(2026, 2, 29), None);
        assert!(Date::new(2024, 2, 29).is_some());
        assert_eq!("20205-06-09".parse::<Date>().ok(), None);
    }

    #[test]
    fn distance_counts_as_practice_counts() {
        let signed: Date = "2025-11-18".parse().expect("a date");
        let effective: Date = "2025-11-28".parse().expect("a date");
        assert_eq!(effective.days_since(signed), 10);
    }
}
