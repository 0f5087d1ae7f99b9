//! Calendar dates without a clock or a time zone.

use super::words::Words;
use crate::yaml::{Expected, shown, told};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar. Ordered, so that law in force can be compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
}

impl Date {
    /// The date, if the calendar has it and the year lies between 1900 and 2999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid = (1900..3000).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// Last day of a month, if the month exists.
    pub fn last_of_month(year: i32, month: u32) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self::new(year, month, days_in_month(year, month)))?
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u32 {
        self.day
    }

    /// Days since 1970-01-01 (negative before).
    pub fn day_number(self) -> i64 {
        // Civil-from-days arithmetic on a year that starts in March.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Days from `earlier` to this day: 10 from 18 November to 28 November.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.day_number() - earlier.day_number()
    }

    /// The date that lies `days` after 1970-01-01.
    pub fn from_day_number(days: i64) -> Option<Self> {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = u32::try_from(day_of_year - (153 * month + 2) / 5 + 1).ok()?;
        let month = u32::try_from(if month < 10 { month + 3 } else { month - 9 }).ok()?;
        let year = i32::try_from(year_of_era + era * 400).ok()? + i32::from(month <= 2);
        Self::new(year, month, day)
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    /// ISO form, `2026-03-02`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
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
        Expected("ngày dạng YYYY-MM-DD", "a date of the form YYYY-MM-DD").write(formatter)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_err(|en| {
            let vi = format!("“{}” không phải là ngày dạng YYYY-MM-DD", shown(text));
            E::custom(told(&Words { vi, en }))
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
