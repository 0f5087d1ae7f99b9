//! A first walk through YAML: looks for keys that stand twice in one map, and tells them where they
//! stand again; stops where `&` and `*` make much of little.

use super::say::{shown, told};
use crate::vocabulary::Words;
use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

/// How much larger than its text a value may be. Without repetition it never is.
const GROWTH: usize = 4;

/// The walk: a value of YAML is visited and forgotten.
#[derive(Clone, Copy)]
struct Walk<'w> {
    /// What may still be visited, in bytes and one a value.
    left: &'w Cell<usize>,
    /// Whether a key may stand once alone.
    once: bool,
}

/// Walks through a text. With `once`, a key that stands twice in one map is a fault.
pub(super) fn walk(text: &str, once: bool) -> Result<(), serde_yaml::Error> {
    let left = Cell::new(text.len().saturating_mul(GROWTH));
    Walk { left: &left, once }.deserialize(serde_yaml::Deserializer::from_str(text))
}

impl Walk<'_> {
    /// Takes a value of so many bytes from what is left.
    ///
    /// # Errors
    /// Nothing is left: aliases make the file much larger than it looks.
    fn spend<E: Error>(self, bytes: usize) -> Result<(), E> {
        let left = self.left.get().checked_sub(bytes + 1);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or_else(|| {
            E::custom(told(&Words {
                vi: "các chỗ lặp lại bằng “&” và “*” quá nhiều".to_owned(),
                en: "too much is repeated by “&” and “*”".to_owned(),
            }))
        })
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Takes a scalar that holds no text.
macro_rules! scalars {
    ($($visit:ident($type:ty)),+) => {
        $(fn $visit<E: Error>(self, _: $type) -> Result<(), E> {
            self.spend(0)
        })+
    };
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    scalars! { visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_i128(i128), visit_u128(u128), visit_f64(f64) }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.spend(text.len())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.spend(0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.spend(0)?;
        while entries.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.spend(0)?;
        let mut seen = HashSet::new();
        while map.next_key_seed(Key { walk: self, seen: &mut seen })?.is_some() {
            map.next_value_seed(self)?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        if !self.once {
            return data.variant::<IgnoredAny>().map(|_| ());
        }
        Err(A::Error::custom(told(&Words {
            vi: "chữ bắt đầu bằng “!” phải đặt trong \"…\"".to_owned(),
            en: "words that begin with “!” need quotation marks \"…\"".to_owned(),
        })))
    }
}

/// A key, refused while it is visited: only then does the error know its place.
struct Key<'w, 's> {
    /// The walk that it is part of.
    walk: Walk<'w>,
    /// The keys of the map so far.
    seen: &'s mut HashSet<String>,
}

impl Key<'_, '_> {
    /// As [`Walk::spend`].
    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        self.walk.spend(bytes)
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    scalars! { visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64) }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.spend(0)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        self.spend(key.len())?;
        if !self.walk.once || self.seen.insert(key.to_owned()) {
            return Ok(());
        }
        let key = shown(key);
        Err(E::custom(told(&Words {
            vi: format!("khóa “{key}” ghi hai lần; bỏ một"),
            en: format!("the key “{key}” stands twice; take one away"),
        })))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while entries.next_element_seed(self.walk)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.walk.visit_map(map)
    }
}
