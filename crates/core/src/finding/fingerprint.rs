//! What a finding is known by from one round to the next.
//!
//! Two rounds of one draft differ in what was repaired and inserted between them, so a fingerprint holds
//! only what survives that: the rule, the words found, the kinds of the steps that lead to them, and the
//! number among findings that are equal in all of this. Labels and numbers of the steps are left out: an
//! inserted article renumbers all that follow, and its author did nothing to the faults in them. A rule
//! that tells all its places in one finding is known by the part of the file alone: repairing some of the
//! places leaves the cause.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// The fingerprint of a finding: FNV-1a of 64 bits, the same on every machine and for every version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

/// Offset basis and prime of FNV of 64 bits, as published by Fowler, Noll and Vo
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Stands behind each field, so that “ab”, “c” is not “a”, “bc”: no byte of UTF-8 has this value.
const END_OF_FIELD: u8 = 0xff;

impl Fingerprint {
    /// The fingerprint of these fields.
    pub fn of<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        fields.into_iter().fold(Self(OFFSET_BASIS), |so_far, field| so_far.field(field.as_bytes()))
    }

    /// The fingerprint of one of several equals; their numbers begin at 0.
    #[must_use]
    pub fn numbered(self, number: u64) -> Self {
        self.field(&number.to_le_bytes())
    }

    fn field(self, bytes: &[u8]) -> Self {
        Self(fnv_1a(fnv_1a(self.0, bytes), &[END_OF_FIELD]))
    }
}

/// Goes on with a hash over more bytes.
fn fnv_1a(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

/// The hash of some bytes.
pub fn fnv_1a_64(bytes: &[u8]) -> u64 {
    fnv_1a(OFFSET_BASIS, bytes)
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Fingerprint {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fingerprint".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{16}$" })
    }
}

impl FromStr for Fingerprint {
    /// In English; whoever tells it to people has words of their own.
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let figures = Some(text).filter(|figures| figures.len() == 16);
        let number = figures.and_then(|figures| u64::from_str_radix(figures, 16).ok());
        number.map(Self).ok_or("expected the 16 figures of a fingerprint")
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_its_authors() {
        let hash = |words: &str| fnv_1a(OFFSET_BASIS, words.as_bytes());
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn fields_do_not_run_into_each_other() {
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
        assert_ne!(Fingerprint::of(["a"]), Fingerprint::of(["a", ""]));
        let one = Fingerprint::of(["a"]);
        assert_ne!(one.numbered(0), one.numbered(1));
    }

    #[test]
    fn it_is_written_in_sixteen_digits() {
        assert_eq!(Fingerprint(0xab).to_string(), "00000000000000ab");
        let read = serde_json::from_str::<Fingerprint>;
        assert_eq!(read("\"00000000000000ab\"").expect("a fingerprint"), Fingerprint(0xab));
        assert!(read("\"ab\"").is_err() && read("\"00000000000000xy\"").is_err());
    }
}
