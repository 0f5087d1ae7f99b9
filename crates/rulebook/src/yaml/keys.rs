//! Looks for keys that stand twice in one map, and tells them where they stand again.

use super::say::{shown, told};
use crate::vocabulary::Words;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::HashSet;
use std::fmt;

/// Any YAML in which every key of a map stands once.
pub(super) struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Value)
    }
}

struct Value;

/// Takes a scalar without a look.
macro_rules! scalars {
    ($value:expr; $($visit:ident($type:ty)),+) => {
        $(fn $visit<E: Error>(self, _: $type) -> Result<Self::Value, E> {
            Ok($value)
        })+
    };
}

impl<'de> Visitor<'de> for Value {
    type Value = Once;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    scalars! { Once; visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_i128(i128), visit_u128(u128),
    visit_f64(f64), visit_str(&str) }

    fn visit_unit<E: Error>(self) -> Result<Once, E> {
        Ok(Once)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Once, A::Error> {
        while entries.next_element::<Once>()?.is_some() {}
        Ok(Once)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
        let mut seen = HashSet::new();
        while map.next_key_seed(Key(&mut seen))?.is_some() {
            map.next_value::<Once>()?;
        }
        Ok(Once)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Once, A::Error> {
        Err(A::Error::custom(told(&Words {
            vi: "chữ bắt đầu bằng “!” phải đặt trong \"…\"".to_owned(),
            en: "words that begin with “!” need quotation marks \"…\"".to_owned(),
        })))
    }
}

/// A key, refused while it is visited: only then does the error know its place.
struct Key<'s>(&'s mut HashSet<String>);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    scalars! { (); visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64) }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        if self.0.insert(key.to_owned()) {
            return Ok(());
        }
        let key = shown(key);
        Err(E::custom(told(&Words {
            vi: format!("khóa “{key}” ghi hai lần; bỏ một"),
            en: format!("the key “{key}” stands twice; take one away"),
        })))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while entries.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
