//! Bytes as letters that may stand in a page: five for four bytes, where base64 takes more than five.

/// Letters that mean nothing in HTML, by their values; `unpack.js` makes the same list.
fn alphabet() -> impl Iterator<Item = u8> {
    (b'!'..=b'~').filter(|letter| !b"\"&'-/<>\\`".contains(letter))
}

/// Letters in a line; `unpack.js` skips the ends.
const LINE: usize = 4_000;

/// Bytes as letters; what is no multiple of four is filled up with zeros.
pub fn lettered(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = alphabet().map(char::from).collect();
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + bytes.len() / 1_000);
    for (number, four) in bytes.chunks(4).enumerate() {
        if number > 0 && (number * 5).is_multiple_of(LINE) {
            text.push('\n');
        }
        let value =
            (0..4).fold(0_u32, |value, at| (value << 8) | u32::from(four.get(at).copied().unwrap_or(0)));
        text.extend((0..5_u32).rev().map(|place| alphabet[(value / 85_u32.pow(place) % 85) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_bytes_are_five_letters_that_html_lets_stand() {
        assert_eq!(alphabet().count(), 85);
        assert_eq!(lettered(&[0, 0, 0, 0]), "!!!!!");
        assert_eq!(lettered(&[0, 0, 0, 86]), "!!!##");
        assert_eq!(lettered(&[0, 0]).len(), 5);
        let long = lettered(&vec![255; 8_000]);
        assert_eq!(long.lines().map(str::len).collect::<Vec<_>>(), [LINE, LINE, 2_000]);
        assert!(!long.contains(['<', '&', '-']));
    }
}
