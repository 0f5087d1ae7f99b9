//! Bytes of a plain file into text: UTF-8, or UTF-16 with a byte-order mark.
//!
//! Other encodings are refused rather than tried: bytes of the old Vietnamese ones read as Latin
//! letters, and a wrong guess would look like a draft full of errors.

use super::ReadError;
use super::utf16::{self, Order};
use std::borrow::Cow;

/// Decodes a file. Offsets of the result are bytes of the file for UTF-8 (a byte-order mark stays
/// in the text as U+FEFF and is dropped later), and bytes of the decoded text for UTF-16.
///
/// # Errors
/// [`ReadError::NotText`] or [`ReadError::ZeroByte`] with the offset of the first bad byte; [`ReadError::Empty`]
/// when there is nothing but white space.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let text = match bytes {
        [0xFF, 0xFE, ..] => Cow::Owned(utf16::decode(bytes, Order::Little).map_err(ReadError::NotText)?),
        [0xFE, 0xFF, ..] => Cow::Owned(utf16::decode(bytes, Order::Big).map_err(ReadError::NotText)?),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|error| ReadError::NotText(error.valid_up_to()))?;
            Cow::Borrowed(text)
        }
    };
    if let Some(offset) = text.find('\0') {
        return Err(ReadError::ZeroByte(match &text {
            Cow::Borrowed(_) => offset,
            // Behind the mark, two bytes a unit.
            Cow::Owned(text) => 2 + 2 * text[..offset].encode_utf16().count(),
        }));
    }
    if text.chars().all(|letter| letter.is_whitespace() || letter == '\u{FEFF}') {
        return Err(ReadError::Empty);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_and_utf_8_are_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("Số: 05".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(&bytes).as_deref(), Ok("Số: 05"));
        assert_eq!(decode("Số".as_bytes()).as_deref(), Ok("Số"));
    }

    #[test]
    fn other_bytes_are_refused_at_their_place() {
        assert_eq!(decode(b"ab\xC3"), Err(ReadError::NotText(2)));
        assert_eq!(decode(b"ab\0c"), Err(ReadError::ZeroByte(2)));
        assert_eq!(decode(&[0xFF, 0xFE, 0x41, 0, 0, 0]), Err(ReadError::ZeroByte(4)));
        assert_eq!(decode(&[0xFF, 0xFE, 0x41]), Err(ReadError::NotText(2)));
        assert_eq!(decode("\u{FEFF} \n".as_bytes()), Err(ReadError::Empty));
    }
}
