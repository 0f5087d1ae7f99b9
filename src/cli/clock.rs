//! Today in Vietnam. The core has no clock; the command line gives it the day.

use super::words;
use std::time::{SystemTime, UNIX_EPOCH};
use thethuc_core::finding::Words;
use thethuc_core::text::Date;

/// Vietnam keeps UTC+7 all year.
const OFFSET_SECONDS: i64 = 7 * 60 * 60;
const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// Today in Vietnam; `None` when the clock stands outside of the years that the calendar knows.
pub fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    day_at(i64::try_from(seconds).ok()?)
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

/// The day in Vietnam, so many seconds after the beginning of 1970 in UTC.
fn day_at(seconds: i64) -> Option<Date> {
    Date::from_day_number((seconds + OFFSET_SECONDS).div_euclid(SECONDS_A_DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_seventeen_hours_utc() {
        let before = 16 * 3600 + 59 * 60 + 59;
        assert_eq!(day_at(before), Date::new(1970, 1, 1));
        assert_eq!(day_at(before + 1), Date::new(1970, 1, 2));
    }
}
