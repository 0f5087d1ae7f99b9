//! Today in Vietnam. The core has no clock; the command line gives it the day.
//!
//! Law changes at midnight in Vietnam, wherever the machine stands.

use super::words;
use jiff::Timestamp;
use jiff::tz::offset;
use thethuc_core::finding::Words;
use thethuc_core::text::Date;

/// Today in Vietnam, which keeps UTC+7 all year; `None` when the clock stands outside of the years that
/// the calendar knows.
pub fn today() -> Option<Date> {
    day_at(Timestamp::now())
}

/// Says that the clock is wrong, and with which option to do without it.
pub fn wrong(option: &str) -> Words {
    words(
        format!("đồng hồ của máy sai; hãy chỉnh lại hoặc ghi {option}."),
        format!("the clock of this machine is wrong; set it or give {option}."),
    )
}

/// Today in Vietnam, for those who can do nothing without it.
///
/// # Errors
/// Says that the clock is wrong.
pub fn needed() -> Result<Date, Words> {
    today().ok_or_else(|| {
        words("đồng hồ của máy sai; hãy chỉnh lại.", "the clock of this machine is wrong; set it.")
    })
}

/// The day in Vietnam at a moment.
fn day_at(moment: Timestamp) -> Option<Date> {
    let day = offset(7).to_datetime(moment).date();
    Date::new(day.year().into(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_seventeen_hours_utc() {
        let at = |moment: &str| day_at(moment.parse().expect("a moment"));
        assert_eq!(at("2026-11-28T16:59:59Z"), Date::new(2026, 11, 28));
        assert_eq!(at("2026-11-28T17:00:00Z"), Date::new(2026, 11, 29));
    }
}
