//! Which runs of three bytes a text holds: tells quickly of most words that they stand nowhere in it.

/// Bytes of a run.
const RUN: usize = 3;

/// The runs of three bytes of a text, as a set that may hold more than there are, and never fewer.
#[derive(Clone, Debug)]
pub struct Grams {
    /// A bit for each remainder of a run's number; a power of two of them.
    bits: Box<[u64]>,
}

impl Grams {
    /// The runs of a text.
    pub fn of(text: &str) -> Self {
        /// Fewest and most words of 64 bits: a line of text, and what a cache near the processor holds.
        const FEWEST: usize = 8;
        const MOST: usize = 2_048;
        // One bit in eight is set at most, as long as the text is not very long.
        let words = (text.len() / 8).next_power_of_two().clamp(FEWEST, MOST);
        let mut bits = vec![0_u64; words].into_boxed_slice();
        for run in text.as_bytes().windows(RUN) {
            let (word, bit) = place(run, words);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Self { bits }
    }

    /// Whether the text may hold the words; `false` is sure. Words of fewer than three bytes may stand
    /// anywhere.
    pub fn may_hold(&self, words: &str) -> bool {
        words.as_bytes().windows(RUN).all(|run| {
            let (word, bit) = place(run, self.bits.len());
            self.bits.get(word).is_some_and(|word| word & bit != 0)
        })
    }
}

/// Index of the word and the bit of a run, among so many words.
fn place(run: &[u8], words: usize) -> (usize, u64) {
    let number = run.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    // The upper bits of a product with this odd number (2³² divided by the golden section) depend on
    // all bits of the run.
    let mixed = number.wrapping_mul(0x9E37_79B1) >> 8;
    ((mixed >> 6) as usize & (words - 1), 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_text_is_never_denied() {
        let text = "Ủy ban nhân dân xã Hòa Bình ban hành Quyết định này. ".repeat(40);
        let grams = Grams::of(&text);
        let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
        for (start, end) in ends.iter().zip(ends.iter().skip(9)) {
            assert!(grams.may_hold(&text[*start..*end]), "{}", &text[*start..*end]);
        }
        assert!(grams.may_hold("") && grams.may_hold("zz"));
    }

    #[test]
    fn most_of_what_does_not_stand_in_it_is_denied() {
        let grams = Grams::of("Ủy ban nhân dân xã Hòa Bình ban hành Quyết định này.");
        let absent = ["Hội đồng", "Nghị quyết", "kèm theo", "Thông tư", "phụ lục", "tờ trình", "công báo"];
        assert!(absent.iter().all(|words| !grams.may_hold(words)));
    }
}
