//! Bytes as letters that may stand in a script of a page: sixteen for thirteen bytes, where base64 takes more than
//! seventeen.

/// Letters that end no script, by their values; `unpack.js` makes the same list. No blanks: whoever carries a page
/// may trim lines.
fn alphabet() -> impl Iterator<Item = u8> {
    (b'!'..=b'~').filter(|letter| *letter != b'<')
}

/// Letters of a block, and the bytes that they are: 93 to the 16th is a little more than 256 to the 13th.
const LETTERS: usize = 16;
const BYTES: usize = 13;
/// Letters in a line; `unpack.js` skips the ends.
const LINE: usize = 4_000;

/// Bytes as letters; what fills no block is filled up with zeros.
pub fn lettered(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = alphabet().map(char::from).collect();
    let base = alphabet.len() as u128;
    let mut text = String::with_capacity(bytes.len() / BYTES * LETTERS + bytes.len() / 1_000);
    for (number, block) in bytes.chunks(BYTES).enumerate() {
        if number > 0 && (number * LETTERS).is_multiple_of(LINE) {
            text.push('\n');
        }
        let mut value = (0..BYTES)
            .fold(0_u128, |value, at| (value << 8) | u128::from(block.get(at).copied().unwrap_or(0)));
        let mut letters = ['!'; LETTERS];
        for letter in letters.iter_mut().rev() {
            *letter = alphabet[(value % base) as usize];
            value /= base;
        }
        text.extend(letters);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirteen_bytes_are_sixteen_letters_that_end_no_script() {
        assert_eq!(alphabet().count(), 93);
        assert_eq!(lettered(&[0; 13]), "!".repeat(16));
        assert_eq!(lettered(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 94]), format!("{}\"\"", "!".repeat(14)));
        assert_eq!(lettered(&[0, 0]).len(), 16);
        let long = lettered(&vec![255; 6_500]);
        assert_eq!(long.lines().map(str::len).collect::<Vec<_>>(), [LINE, LINE]);
        assert!(!long.contains(['<', ' ']));
    }
}
