//! Comparing words with some differences left out.
//!
//! The rule names the differences that do not count; all others do.

use crate::rulebook::check::Ignoring;
use crate::text::vietnamese::tone_key;

/// The words without the differences that do not matter.
/// Equal keys mean equal words; the key itself is for nobody to read.
pub fn key(words: &str, ignoring: &[Ignoring]) -> String {
    let mut key = words.to_owned();
    for difference in ignoring {
        key = match difference {
            Ignoring::ToneMarkPlacement => tone_key(&key),
            Ignoring::Case => key.to_lowercase(),
            Ignoring::Space => key.split_whitespace().collect(),
            Ignoring::Dash => key.replace(['–', '—', '−'], "-"),
        };
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_can_be_left_out() {
        let all = [Ignoring::ToneMarkPlacement, Ignoring::Case, Ignoring::Space, Ignoring::Dash];
        assert_eq!(key("Độc lập – HOÀ", &all), key("độc lập - hòa", &all));
        assert_ne!(key("HOÀ", &[]), key("HÒA", &[]));
    }
}
