//! Arabic and Roman numerals as they label chapters, articles and clauses.

/// Value of a Roman numeral in capitals (`XIV` → 14); `None` for anything that is not one in its
/// canonical spelling, so that `IIII` or a word such as `MIX` with odd order is not taken for a number.
pub fn from_roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 15 {
        return None;
    }
    let mut total = 0u32;
    let mut previous = 0u32;
    for letter in text.bytes().rev() {
        let value = match letter {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            b'D' => 500,
            b'M' => 1000,
            _ => return None,
        };
        if value < previous {
            total = total.checked_sub(value)?;
        } else {
            total += value;
            previous = value;
        }
    }
    (to_roman(total) == text).then_some(total)
}

/// The Roman numeral of a number (14 → `XIV`); empty for 0.
pub fn to_roman(number: u32) -> String {
    /// Values with their letters, largest first; the subtracted pairs (`IV`, `IX`, …) are steps of
    /// their own.
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(100_000);
    let mut numeral = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_go_there_and_back() {
        for number in 1..400 {
            assert_eq!(from_roman(&to_roman(number)), Some(number));
        }
    }

    #[test]
    fn other_words_are_no_roman_numerals() {
        for word in ["", "IIII", "VX", "CIVIL", "D1", "ⅠⅤ", "IVI"] {
            assert_eq!(from_roman(word), None, "{word}");
        }
    }
}
