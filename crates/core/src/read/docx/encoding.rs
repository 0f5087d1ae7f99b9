//! Where the letters of a part stand in the bytes of the file: a part in UTF-16 or Latin-1 is converted
//! before it is parsed, and its offsets are then those of the text.
//!
//! Places in the source must be bytes of the file, or else nobody could mark or change them there.

use crate::read::utf16::Order;
use crate::text::SourceSpan;

/// How a part is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8: the offsets of the text are those of the file.
    Utf8,
    /// UTF-16 of either order, with so many bytes of a byte-order mark.
    Utf16 {
        /// Bytes before the text.
        mark: usize,
        /// Which of the two bytes of a letter comes first.
        order: Order,
    },
    /// A byte a letter.
    OneByte,
}

impl Encoding {
    /// Puts the offsets of the file in the place of those of the text.
    ///
    /// One pass over text and places together: both ends of all places are sorted, so that the work
    /// grows with the length of the text and not with the number of places.
    pub fn to_file<'s>(self, text: &str, sources: impl Iterator<Item = &'s mut SourceSpan>) {
        if self == Self::Utf8 {
            return;
        }
        let mut ends: Vec<&mut usize> =
            sources.flat_map(|source| [&mut source.start, &mut source.end]).collect();
        ends.sort_unstable();
        let mut letters = text.char_indices().peekable();
        let mut at = match self {
            Self::Utf16 { mark, .. } => mark,
            Self::Utf8 | Self::OneByte => 0,
        };
        for end in ends {
            while let Some((_, letter)) = letters.next_if(|(offset, _)| *offset < *end) {
                at += self.bytes(letter);
            }
            *end = at;
        }
    }

    /// Puts the offsets of the text in the place of those of the file: the way back of [`Self::to_file`].
    pub fn to_text<'r>(self, text: &str, ranges: impl Iterator<Item = &'r mut std::ops::Range<usize>>) {
        if self == Self::Utf8 {
            return;
        }
        let mut ends: Vec<&mut usize> = ranges.flat_map(|range| [&mut range.start, &mut range.end]).collect();
        ends.sort_unstable();
        let mut letters = text.char_indices().peekable();
        let mut at = match self {
            Self::Utf16 { mark, .. } => mark,
            Self::Utf8 | Self::OneByte => 0,
        };
        for end in ends {
            while let Some((_, letter)) = letters.next_if(|_| at < *end) {
                at += self.bytes(letter);
            }
            *end = letters.peek().map_or(text.len(), |(offset, _)| *offset);
        }
    }

    /// The bytes of a text in this encoding. A letter that it does not have is written as a reference.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16 { mark, order } => {
                let mut bytes = Vec::with_capacity(2 * text.len() + mark);
                let mark = (mark > 0).then_some(0xFEFF);
                for unit in mark.into_iter().chain(text.encode_utf16()) {
                    bytes.extend(match order {
                        Order::Little => unit.to_le_bytes(),
                        Order::Big => unit.to_be_bytes(),
                    });
                }
                bytes
            }
            Self::OneByte => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        }
    }

    /// Bytes that a letter takes in the file.
    const fn bytes(self, letter: char) -> usize {
        match self {
            Self::Utf8 => letter.len_utf8(),
            Self::Utf16 { .. } => 2 * letter.len_utf16(),
            Self::OneByte => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_file() {
        let places = |encoding: Encoding| {
            let mut sources =
                [SourceSpan { part: 0, start: 1, end: 4 }, SourceSpan { part: 0, start: 4, end: 8 }];
            encoding.to_file("aế𝄞b", sources.iter_mut());
            sources.map(|source| (source.start, source.end))
        };
        assert_eq!(places(Encoding::Utf8), [(1, 4), (4, 8)]);
        assert_eq!(places(Encoding::Utf16 { mark: 2, order: Order::Little }), [(4, 6), (6, 10)]);
        assert_eq!(places(Encoding::OneByte), [(1, 2), (2, 3)]);
    }
}
