//! What is peculiar to Vietnamese letters: tone marks and where they sit, the alphabet of points,
//! capitals.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The letters that label points, in the order of the Vietnamese alphabet as decrees use them:
/// no f, j, w, z and none of ă, â, ê, ô, ơ, ư.
pub const POINT_LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
    'x', 'y',
];

/// Place of a letter among [`POINT_LETTERS`], from 1.
pub fn point_number(letter: char) -> Option<u32> {
    (1u32..).zip(POINT_LETTERS).find_map(|(number, known)| (known == letter).then_some(number))
}

/// The letter of the `number`th point, from 1.
pub fn point_letter(number: u32) -> Option<char> {
    POINT_LETTERS.get((number as usize).checked_sub(1)?).copied()
}

/// The text with each tone mark moved to the end of its syllable, so that `HÒA` and `HOÀ` are
/// equal. For comparison only: it has other lengths than the text.
pub fn tone_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut tone = None;
    for letter in text.chars() {
        if letter.is_ascii_alphabetic() {
            key.push(letter);
        } else if let Some((bare, own)) = vietnamese_letter(letter) {
            tone = own.or(tone);
            key.push(bare);
        } else if letter.is_alphabetic() {
            let parts = std::iter::once(letter).nfd();
            let (tones, kept): (Vec<char>, Vec<char>) = parts.partition(|part| is_tone(*part));
            tone = tones.last().copied().or(tone);
            key.extend(kept.into_iter().nfc());
        } else {
            key.extend(tone.take());
            key.push(letter);
        }
    }
    key.extend(tone);
    key
}

/// A letter without its tone, and the tone.
type Parted = (char, Option<char>);

/// Whether it is the mark of a tone, without a letter.
fn is_tone(part: char) -> bool {
    matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// A letter of the Latin blocks that Vietnamese takes its own from, without its tone, and the tone; `None` for all
/// others. Looked up, for every name that is compared asks for each of its letters.
fn vietnamese_letter(letter: char) -> Option<Parted> {
    /// The blocks: Latin-1 and Latin Extended-A and -B, Latin Extended Additional.
    const BLOCKS: [(u32, u32); 2] = [(0xC0, 0x24F), (0x1E00, 0x1EFF)];
    static LETTERS: LazyLock<Vec<Option<Parted>>> =
        LazyLock::new(|| BLOCKS.iter().flat_map(|(first, last)| *first..=*last).map(parted).collect());
    let [(first, last), (second, end)] = BLOCKS;
    let code = u32::from(letter);
    let index = match code {
        _ if (first..=last).contains(&code) => code - first,
        _ if (second..=end).contains(&code) => last - first + 1 + code - second,
        _ => return None,
    };
    LETTERS.get(index as usize).copied().flatten()
}

/// A letter without its tone, and the tone, where that is one letter and at most one tone.
fn parted(code: u32) -> Option<Parted> {
    let letter = char::from_u32(code).filter(|letter| letter.is_alphabetic())?;
    let parts = std::iter::once(letter).nfd();
    let (tones, kept): (Vec<char>, Vec<char>) = parts.partition(|part| is_tone(*part));
    let bare: Vec<char> = kept.into_iter().nfc().collect();
    match (bare.as_slice(), tones.as_slice()) {
        ([bare], tones) if tones.len() <= 1 => Some((*bare, tones.first().copied())),
        _ => None,
    }
}

/// Whether two texts are equal but for the place of tone marks.
pub fn same_but_tone_placement(left: &str, right: &str) -> bool {
    left == right || tone_key(left) == tone_key(right)
}

/// The text in small ASCII letters where it is Vietnamese: `CỘNG HÒA` → `cong hoa`. For finding
/// words in spite of misspelt marks.
pub fn ascii_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'đ' | 'Đ' | 'ð' | 'Ð' => key.push('d'),
            ascii if ascii.is_ascii() => key.push(ascii.to_ascii_lowercase()),
            other => key.extend(
                std::iter::once(other)
                    .nfd()
                    .find(|part| part.is_alphanumeric())
                    .map(|part| part.to_ascii_lowercase()),
            ),
        }
    }
    key
}

/// Key for comparing names: small letters, tone marks at the end of syllables, single blanks.
pub fn name_key(text: &str) -> String {
    let key = tone_key(&text.to_lowercase());
    let mut folded = String::with_capacity(key.len());
    for word in key.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Whether all letters of the text are capitals (and there is at least one).
pub fn is_capitals(text: &str) -> bool {
    let mut any = false;
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        if letter.is_lowercase() {
            return false;
        }
        any |= letter.is_uppercase();
    }
    any
}

/// `ỦY BAN NHÂN DÂN` → `Ủy ban nhân dân`: first letter kept, the rest small.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
    })
}

/// The words with a capital first letter.
pub fn first_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `ĐẮK LẮK` → `Đắk Lắk`: each word with a capital first letter. Parts joined by a hyphen are
/// words of their own.
pub fn title_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at_start = true;
    for letter in text.chars() {
        if at_start {
            out.extend(letter.to_uppercase());
        } else {
            out.extend(letter.to_lowercase());
        }
        at_start = !letter.is_alphanumeric() && letter != '\'' && letter != '’';
    }
    out
}

/// The text with all runs of white space as one blank and none at its ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_placement_does_not_matter() {
        for (left, right) in
            [("HÒA", "HOÀ"), ("ỦY BAN", "UỶ BAN"), ("thủy lợi", "thuỷ lợi"), ("khỏe", "khoẻ")]
        {
            assert!(same_but_tone_placement(left, right), "{left} {right}");
        }
        assert!(!same_but_tone_placement("HÒA", "HÓA"));
        assert!(!same_but_tone_placement("CHỦ", "CHŨ"));
        assert!(!same_but_tone_placement("ư", "u"));
    }

    #[test]
    fn the_alphabet_of_points_has_a_d_with_a_stroke() {
        assert_eq!(point_number('đ'), Some(5));
        assert_eq!(point_letter(6), Some('e'));
        assert_eq!(point_number('f'), None);
    }

    #[test]
    fn cases() {
        assert!(is_capitals("QĐ-UBND 12"));
        assert!(!is_capitals("12"));
        assert_eq!(title_case("BÀ RỊA - VŨNG TÀU"), "Bà Rịa - Vũng Tàu");
        assert_eq!(sentence_case("ỦY BAN NHÂN DÂN"), "Ủy ban nhân dân");
    }
}
