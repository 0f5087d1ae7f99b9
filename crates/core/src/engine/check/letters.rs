//! Comparing words with some differences left out.

use crate::rulebook::check::Ignoring;
use crate::text::vietnamese::tone_key;

/// The words without the differences that do not matter.
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

/// The organ's name with common abbreviations written out, in small letters, for comparison. A signing
/// capacity and the chair of the organ stand for the organ.
pub fn organ_key(words: &str) -> String {
    let mut key = crate::text::vietnamese::name_key(words);
    for (short, long) in [("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("tp.", "thành phố ")]
    {
        if key.contains(short) {
            key = key.replace(short, &tone_key(long));
        }
    }
    let mut words: Vec<&str> = key.split_whitespace().collect();
    if words.first().is_some_and(|first| ["tm.", "kt.", "tl.", "tuq.", "q."].contains(first)) {
        words.remove(0);
    }
    let joined = words.join(" ");
    let chair = tone_key("chủ tịch ");
    joined.strip_prefix(chair.as_str()).map_or_else(|| joined.clone(), str::to_owned)
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

    #[test]
    fn abbreviations_of_organs_are_written_out() {
        assert_eq!(organ_key("UBND xã Hòa Bình"), organ_key("ỦY BAN NHÂN DÂN XÃ HOÀ BÌNH"));
    }
}
