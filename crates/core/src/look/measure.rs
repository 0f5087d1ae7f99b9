//! How long words are in Times New Roman: enough to give drawn lines their length.
//!
//! The widths are those of the font's own table. Kerning and the widths of other fonts are left out: a
//! drawn line that is a millimetre off is still right, while a font engine would be a library of its
//! own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Advance widths of U+0020 to U+007E in thousandths of the size: upright (italic differs by less
/// than a tenth).
const UPRIGHT: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// The same, bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389,
    500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581,
    500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// Height of a single line of Times New Roman as a part of its size.
pub const LINE_HEIGHT: f32 = 1.15;

/// Points to mm.
pub fn points_to_mm(points: f32) -> f32 {
    points * 25.4 / 72.0
}

/// Length in mm of some words set in one line.
/// `size` in points. Letters with marks are as wide as without.
pub fn length(words: &str, size: f32, bold: bool) -> f32 {
    let thousandths: f32 = words.nfd().map(|letter| f32::from(advance(letter, bold))).sum();
    points_to_mm(thousandths * size / 1000.0)
}

/// The width of a letter in thousandths of the size; half of it for letters that the table lacks.
fn advance(letter: char, bold: bool) -> u16 {
    let table = if bold { &BOLD } else { &UPRIGHT };
    let plain = match letter {
        // The horn of ơ and ư widens the letter a little; other marks have no width.
        '\u{31B}' => return 40,
        mark if is_combining_mark(mark) => return 0,
        'đ' => 'd',
        'Đ' => 'D',
        '–' | '“' | '”' => '0',
        other => other,
    };
    let index = usize::try_from(u32::from(plain)).ok().and_then(|code| code.checked_sub(32));
    index.and_then(|index| table.get(index)).copied().unwrap_or(500)
}

/// Lengths in mm of the lines into which a paragraph breaks in `width` mm.
/// As Word breaks them: at blanks, as many words to a line as fit. A word wider than that has a line of
/// its own.
pub fn lines(words: &str, size: f32, bold: bool, width: f32) -> Vec<f32> {
    let blank = length(" ", size, bold);
    let mut lines = Vec::new();
    for stretch in words.split('\n') {
        let mut line = 0.0_f32;
        // A blank to be filled in is many blanks wide: each of them counts.
        for word in stretch.trim().split(' ') {
            let own = length(word, size, bold);
            if line > 0.0 && line + blank + own > width {
                lines.push(line);
                line = own;
            } else {
                line += if line > 0.0 { blank + own } else { own };
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_lengths() {
        // Measured with a font of the same metrics.
        for (words, size, expected) in [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0, 88.3),
            ("Độc lập - Tự do - Hạnh phúc", 13.0, 56.1),
            ("HỘI ĐỒNG NHÂN DÂN", 12.0, 45.7),
        ] {
            let own = length(words, size, true);
            assert!((own - expected).abs() < 1.0, "{words} {own}");
        }
    }

    #[test]
    fn long_words_break_into_lines() {
        let one = lines("ỦY BAN NHÂN DÂN", 12.0, true, 60.0);
        assert_eq!(one.len(), 1);
        let two = lines("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 12.0, true, 60.0);
        assert_eq!(two.len(), 2);
        assert!(two.iter().all(|line| *line <= 60.0));
    }
}
