//! UTF-16 with either order of bytes.
//!
//! Used for plain files and for XML parts, both of which some programs still write so.

use encoding_rs::{DecoderResult, UTF_16BE, UTF_16LE};

/// Order of the bytes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The lesser byte first.
    Little,
    /// The greater byte first.
    Big,
}

/// The text without its byte-order mark.
///
/// # Errors
/// The offset of the first byte that belongs to no letter.
pub fn decode(bytes: &[u8], order: Order) -> Result<String, usize> {
    let encoding = match order {
        Order::Little => UTF_16LE,
        Order::Big => UTF_16BE,
    };
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut text =
        String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::Malformed(length, behind), read) => {
            Err(read.saturating_sub(usize::from(length) + usize::from(behind)))
        }
        // The text has room for all.
        (DecoderResult::InputEmpty | DecoderResult::OutputFull, _) => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(units: impl IntoIterator<Item = u16>, order: Order) -> Vec<u8> {
        let pair = |unit: u16| if order == Order::Little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        units.into_iter().flat_map(pair).collect()
    }

    #[test]
    fn both_orders_are_read_and_the_mark_goes() {
        for order in [Order::Little, Order::Big] {
            let units = "\u{FEFF}Số 𝄞".encode_utf16();
            assert_eq!(decode(&bytes(units, order), order).as_deref(), Ok("Số 𝄞"));
        }
    }

    #[test]
    fn half_letters_have_a_place() {
        assert_eq!(decode(&bytes([0x41, 0xD800, 0x42], Order::Little), Order::Little), Err(2));
        assert_eq!(decode(&bytes([0x41, 0xDC00], Order::Big), Order::Big), Err(2));
        assert_eq!(decode(&[0x41, 0, 0x42], Order::Little), Err(2));
    }
}
