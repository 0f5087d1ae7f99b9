//! The units of a part by what references call them: a file may hold as many references as units.

use crate::document::{Part, Unit, UnitKind};
use crate::text::numeral::from_roman;
use std::cell::RefCell;
use std::collections::HashMap;

/// Units by kind and number, each list in order of the text.
pub struct Index<'p> {
    part: &'p Part,
    by_number: HashMap<(UnitKind, String), Vec<usize>>,
    by_value: HashMap<(UnitKind, u32), Vec<usize>>,
    by_manner: HashMap<(UnitKind, Manner), Vec<usize>>,
    /// What was found of kinds that a unit, or the part, surely has not.
    without: RefCell<HashMap<(Option<usize>, UnitKind), bool>>,
}

/// Whether a number begins with a figure, and whether it is a Roman one. Clauses and points have but one
/// manner.
type Manner = (bool, bool);

fn manner(kind: UnitKind, number: &str) -> Manner {
    let is_mixed = kind <= UnitKind::Article;
    (
        is_mixed && number.starts_with(|letter: char| letter.is_ascii_digit()),
        is_mixed && from_roman(number).is_some(),
    )
}

/// The value of a number in Arabic or Roman figures.
fn value(number: &str) -> Option<u32> {
    number.parse().ok().or_else(|| from_roman(number))
}

/// Whether two numbers of units are one, in Roman or Arabic figures.
pub fn same_number(left: &str, right: &str) -> bool {
    left.to_lowercase() == right.to_lowercase()
        || matches!((value(left), value(right)), (Some(left), Some(right)) if left == right)
}

impl<'p> Index<'p> {
    /// The units of a part.
    pub fn of(part: &'p Part) -> Self {
        let (by_number, by_value, by_manner) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut index = Self { part, by_number, by_value, by_manner, without: RefCell::default() };
        for (at, Unit { kind, number, .. }) in part.units.iter().enumerate() {
            index.by_number.entry((*kind, number.to_lowercase())).or_default().push(at);
            index.by_manner.entry((*kind, manner(*kind, number))).or_default().push(at);
            if let Some(value) = value(number) {
                index.by_value.entry((*kind, value)).or_default().push(at);
            }
        }
        index
    }

    /// The unit of that kind and number within a unit, or within the part.
    pub fn find(&self, scope: Option<usize>, kind: UnitKind, number: &str) -> Option<usize> {
        let by_number = self.by_number.get(&(kind, number.to_lowercase()));
        let by_value = value(number).and_then(|value| self.by_value.get(&(kind, value)));
        [by_number, by_value].into_iter().flatten().filter_map(|list| self.first(list, scope)).min()
    }

    /// Whether there are articles.
    pub fn has_article(&self) -> bool {
        self.by_manner.keys().any(|(kind, _)| *kind == UnitKind::Article)
    }

    /// Whether an article bears exactly that number, in small letters.
    pub fn is_article(&self, number: &str) -> bool {
        let own = self.by_number.get(&(UnitKind::Article, number.to_owned()));
        own.into_iter()
            .flatten()
            .any(|unit| self.part.units.get(*unit).is_some_and(|own| own.number == number))
    }

    /// Whether the unit, or the part, holds any unit of that kind whose number is of the same manner.
    pub fn has_any(&self, scope: Option<usize>, kind: UnitKind, number: &str) -> bool {
        let list = self.by_manner.get(&(kind, manner(kind, number)));
        list.is_some_and(|list| self.first(list, scope).is_some())
    }

    /// How many units of a kind there are.
    pub fn count(&self, kind: UnitKind) -> usize {
        self.of_kind(kind).map(Vec::len).sum()
    }

    /// Whether the unit, or the part, holds any unit of that kind.
    pub fn has_kind(&self, scope: Option<usize>, kind: UnitKind) -> bool {
        self.of_kind(kind).any(|list| self.first(list, scope).is_some())
    }

    /// What `look` tells of a kind in a unit, or in the part; it is asked once.
    pub fn is_without(&self, scope: Option<usize>, kind: UnitKind, look: impl FnOnce() -> bool) -> bool {
        *self.without.borrow_mut().entry((scope, kind)).or_insert_with(look)
    }

    fn of_kind(&self, kind: UnitKind) -> impl Iterator<Item = &Vec<usize>> {
        self.by_manner.iter().filter(move |((own, _), _)| *own == kind).map(|(_, list)| list)
    }

    /// The first of a list within a unit, or within the part. What lies in a unit stands right behind it.
    fn first(&self, list: &[usize], scope: Option<usize>) -> Option<usize> {
        let Some(scope) = scope else { return list.first().copied() };
        let next = list.get(list.partition_point(|own| *own <= scope)).copied()?;
        self.is_inside(next, scope).then_some(next)
    }

    fn is_inside(&self, unit: usize, scope: usize) -> bool {
        let above = |index: &usize| self.part.units.get(*index).and_then(|unit| unit.parent);
        std::iter::successors(above(&unit), above).any(|index| index == scope)
    }
}
