//! Measures as WordprocessingML, DrawingML and VML write them, and on/off values.
//!
//! Every length is turned into mm or points here, once, at the door; what is out of all reason is taken
//! as not stated, so that a broken file gives unknowns and no findings.

/// Mm in one twip (a twentieth of a point).
const MM_PER_TWIP: f32 = 25.4 / 1440.0;
/// EMU in one mm.
const EMU_PER_MM: f32 = 36_000.0;
/// The greatest length that is believed, in twips (more than three times what Word accepts).
const GREATEST_TWIPS: f32 = 100_000.0;

/// A length in twips: a bare number is twips, otherwise a number with `pt`, `cm`, `mm`, `in`,
/// `pc` or `pi`. `None` for anything else and for lengths out of all reason.
pub fn twips(text: &str) -> Option<f32> {
    let (number, unit) = split_unit(text)?;
    // Some programs write negative lengths as unsigned 32-bit numbers.
    let number =
        if (2_147_483_648.0..4_294_967_296.0).contains(&number) { number - 4_294_967_296.0 } else { number };
    #[allow(clippy::cast_possible_truncation)] // bounded below
    let length = (number * twips_per(unit, 1.0)?) as f32;
    (length.abs() <= GREATEST_TWIPS).then_some(length)
}

/// Twips as mm.
pub fn mm(twips: f32) -> f32 {
    twips * MM_PER_TWIP
}

/// A length in twips or with a unit, in mm.
pub fn length_mm(text: &str) -> Option<f32> {
    twips(text).map(mm)
}

/// A length in twips or with a unit, in points.
pub fn length_points(text: &str) -> Option<f32> {
    twips(text).map(|twips| twips / 20.0)
}

/// A font size in points: a bare number is half-points.
pub fn font_size(text: &str) -> Option<f32> {
    let (number, unit) = split_unit(text)?;
    #[allow(clippy::cast_possible_truncation)] // bounded below
    let points = (number * twips_per(unit, 10.0)? / 20.0) as f32;
    (points > 0.0 && points <= 1_638.0).then_some(points)
}

/// A length in EMU, in mm.
pub fn emu_mm(text: &str) -> Option<f32> {
    let number: f32 = text.trim().parse().ok()?;
    (number.abs() < 1.0e9).then_some(number / EMU_PER_MM)
}

/// A length of VML (`60pt`, `1.5in`, `20px`) in mm; a bare number is pixels.
pub fn vml_mm(text: &str) -> Option<f32> {
    let (number, unit) = split_unit(text)?;
    #[allow(clippy::cast_possible_truncation)] // bounded below
    let length = (number * twips_per(unit, 15.0)?) as f32;
    (length.abs() <= GREATEST_TWIPS).then_some(mm(length))
}

/// The value of an on/off property whose `val` attribute is `text`: on when it is missing.
pub fn is_on(text: Option<&str>) -> bool {
    !text.is_some_and(|value| {
        ["0", "false", "off", "none", "f", "no"].iter().any(|off| value.trim().eq_ignore_ascii_case(off))
    })
}

/// A whole number, also when written with a fraction; `None` out of the range of `i32`.
pub fn whole(text: &str) -> Option<i32> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let number: f64 = text.parse().ok()?;
        #[allow(clippy::cast_possible_truncation)] // checked in the same line
        (number.abs() < 2.0e9).then_some(number as i32)
    })
}

/// The number and the unit behind it, which may be empty.
fn split_unit(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(text.len());
    let number: f64 = text[..end].trim().parse().ok()?;
    number.is_finite().then_some((number, text[end..].trim()))
}

/// Twips in one of a unit; `bare` of them where no unit is written. `None` for units that are not
/// known.
fn twips_per(unit: &str, bare: f64) -> Option<f64> {
    Some(match unit {
        "" => bare,
        "pt" => 20.0,
        "cm" => 1440.0 / 2.54,
        "mm" => 1440.0 / 25.4,
        "in" => 1440.0,
        "pc" | "pi" => 240.0,
        "px" => 15.0,
        "emu" => 1440.0 / 914_400.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_all_writings() {
        for (text, expected) in
            [("720", Some(720.0)), ("12pt", Some(240.0)), ("1in", Some(1440.0)), ("-20.0", Some(-20.0))]
        {
            assert_eq!(twips(text), expected, "{text}");
        }
        assert!((length_mm("1.5cm").unwrap_or_default() - 15.0).abs() < 0.01);
        assert_eq!(twips("4294967196"), Some(-100.0));
        for bad in ["", "abc", "inf", "NaN", "1e300", "50%", "999999999999", "12qq"] {
            assert_eq!(twips(bad), None, "{bad}");
        }
    }

    #[test]
    fn sizes_and_switches() {
        assert_eq!(font_size("27"), Some(13.5));
        assert_eq!(font_size("14pt"), Some(14.0));
        assert_eq!(font_size("0"), None);
        assert!(is_on(None) && is_on(Some("1")) && is_on(Some("on")) && is_on(Some("true")));
        assert!(!is_on(Some("0")) && !is_on(Some("off")) && !is_on(Some("False")));
        assert_eq!(whole("3.0"), Some(3));
        assert_eq!(whole("99999999999999"), None);
    }
}
