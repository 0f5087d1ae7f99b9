//! Numbers and bullets as Word renders them.

use crate::draft::NumberFormat;
use crate::text::numeral::to_roman;
use unicode_normalization::UnicodeNormalization;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// 1, 2, 3; every format that is not known is written so too.
    Decimal,
    /// 01, 02, 03 and so on to a width of digits.
    Padded(usize),
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, … Z, AA, BB: plain Latin letters, also in Vietnamese documents.
    UpperLetter,
    /// a, b, … z, aa, bb.
    LowerLetter,
    /// 1st, 2nd.
    Ordinal,
    /// - 1 -.
    Dashed,
    /// (1).
    Parenthesized,
    /// một, hai, ba.
    Vietnamese,
    /// A symbol.
    Bullet,
    /// Nothing.
    Hidden,
}

impl NumberKind {
    /// The kind that the word of a `numFmt` stands for.
    pub fn new(word: &str) -> Self {
        match word {
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "decimalZero" | "01, 02, 03, ..." => Self::Padded(2),
            "001, 002, 003, ..." => Self::Padded(3),
            "0001, 0002, 0003, ..." => Self::Padded(4),
            "ordinal" => Self::Ordinal,
            "numberInDash" => Self::Dashed,
            "decimalEnclosedParen" => Self::Parenthesized,
            "vietnameseCounting" => Self::Vietnamese,
            "bullet" => Self::Bullet,
            "none" => Self::Hidden,
            _ => Self::Decimal,
        }
    }

    /// The kind in a level that writes all numbers as decimals: padded ones keep their zeros.
    pub const fn legal(self) -> Self {
        match self {
            Self::Padded(_) => self,
            _ => Self::Decimal,
        }
    }

    /// The number as written.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Padded(width) => format!("{number:0width$}"),
            Self::UpperRoman => to_roman(number),
            Self::LowerRoman => to_roman(number).to_lowercase(),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerLetter => letters(number, b'a'),
            Self::Ordinal => ordinal(number),
            Self::Dashed => format!("- {number} -"),
            Self::Parenthesized => format!("({number})"),
            Self::Vietnamese => vietnamese(number),
            Self::Bullet | Self::Hidden => String::new(),
        }
    }
}

/// The format of page numbers that a word stands for.
pub fn page_format(word: &str) -> NumberFormat {
    match word {
        "decimal" | "numberInDash" | "Arabic" | "ArabicDash" | "decimalZero" => NumberFormat::Arabic,
        word if word.to_ascii_lowercase().ends_with("roman") => NumberFormat::Roman,
        _ => NumberFormat::Other,
    }
}

/// a … z, then aa … zz: the letter is repeated.
fn letters(number: u32, first: u8) -> String {
    let Some(index) = number.checked_sub(1) else { return String::new() };
    // Word stops repeating long before; this only keeps labels short.
    let times = (index / 26 + 1).min(30);
    let letter = char::from(first + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, times as usize).collect()
}

/// The number with its English ending.
fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Vietnamese number words up to 99; digits above.
fn vietnamese(number: u32) -> String {
    /// The words for the digits.
    const UNITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let unit = |at: u32| UNITS[(at % 10) as usize];
    match number {
        0..=9 => unit(number).to_owned(),
        10 => "mười".to_owned(),
        15 => "mười lăm".to_owned(),
        11..=19 => format!("mười {}", unit(number)),
        20..=99 => {
            let tens = format!("{} mươi", unit(number / 10));
            match number % 10 {
                0 => tens,
                1 => format!("{tens} mốt"),
                5 => format!("{tens} lăm"),
                other => format!("{tens} {}", unit(other)),
            }
        }
        _ => number.to_string(),
    }
}

/// Whether a font holds symbols in place of letters.
pub fn is_symbol_font(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    name == "symbol" || name == "webdings" || name.starts_with("wingdings") || name == "zapfdingbats"
}

/// The bullet that a level shows; `symbol` says that its font holds symbols.
pub fn bullet(text: &str, symbol: bool) -> Option<String> {
    let shown: String = text.chars().map(|letter| shown_symbol(letter, symbol)).collect();
    if shown.trim().is_empty() && symbol {
        return Some("•".to_owned());
    }
    normalized(&shown)
}

/// A character of a symbol font as a character that can be read: a dash, or else a bullet.
pub fn shown_symbol(letter: char, symbol: bool) -> char {
    let code = u32::from(letter);
    let private = (0xE000..=0xF8FF).contains(&code);
    match code {
        0xF02D => '-',
        _ if private => '•',
        0x2D | 0x2013 | 0x2014 | 0x20 => letter,
        _ if symbol => '•',
        _ => letter,
    }
}

/// A label in the normal form of all text; `None` for a label that shows nothing.
pub fn normalized(text: &str) -> Option<String> {
    let text: String = text.nfc().map(|letter| if letter == '\u{A0}' { ' ' } else { letter }).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        for (kind, number, expected) in [
            ("decimal", 12, "12"),
            ("upperRoman", 4, "IV"),
            ("lowerRoman", 9, "ix"),
            ("lowerLetter", 4, "d"),
            ("lowerLetter", 5, "e"),
            ("lowerLetter", 28, "bb"),
            ("upperLetter", 26, "Z"),
            ("decimalZero", 7, "07"),
            ("ordinal", 22, "22nd"),
            ("ordinal", 13, "13th"),
            ("numberInDash", 2, "- 2 -"),
            ("vietnameseCounting", 21, "hai mươi mốt"),
            ("none", 3, ""),
            ("aiueo", 3, "3"),
        ] {
            assert_eq!(NumberKind::new(kind).write(number), expected, "{kind} {number}");
        }
        assert_eq!(letters(0, b'a'), "");
    }

    #[test]
    fn bullets() {
        assert_eq!(bullet("\u{F0B7}", true).as_deref(), Some("•"));
        assert_eq!(bullet("-", false).as_deref(), Some("-"));
        assert_eq!(bullet("o", false).as_deref(), Some("o"));
        assert_eq!(bullet("v", true).as_deref(), Some("•"));
        assert_eq!(bullet("", false), None);
    }
}
