//! What the registry knows of an instrument or an administrative unit.

use crate::finding::Words;
use crate::rulebook::registry::{AdminUnit, Confidence, Fact, Grade, KINDS, Rank, Registered, Registry};
use crate::rulebook::vocabulary::Language;
use crate::text::Date;
use serde::Serialize;

/// What was found under the words of a person.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Known {
    /// The day up to which the data reach.
    pub data_until: Option<Date>,
    /// The instrument of that number.
    pub instrument: Option<Registered>,
    /// How sure each of its days is, and whence it comes.
    pub facts: Vec<FactOfInstrument>,
    /// The instruments that replace it, as far as the registry has them.
    pub replaced_by: Vec<Registered>,
    /// The units of that name, the older ones first.
    pub units: Vec<KnownUnit>,
}

/// A day of an instrument with how sure it is.
#[derive(Clone, Debug, Serialize)]
pub struct FactOfInstrument {
    /// Which day.
    pub fact: Fact,
    /// The day.
    pub day: Date,
    /// How sure it is.
    pub confidence: Grade,
    /// Whence it comes.
    pub source: Words,
}

/// An administrative unit between two days.
#[derive(Clone, Debug, Serialize)]
pub struct KnownUnit {
    /// Its tier.
    pub rank: Rank,
    /// `xã Hòa Bình`.
    pub name: String,
    /// Its code in the list of the statistics office.
    pub code: String,
    /// The units above it, the nearest first.
    pub within: Vec<String>,
    /// First day; nothing where it is older than the registry.
    pub from: Option<Date>,
    /// Last day; nothing where it still is.
    pub to: Option<Date>,
    /// The units that it went into.
    pub successors: Vec<Successor>,
}

/// A unit that another one went into.
#[derive(Clone, Debug, Serialize)]
pub struct Successor {
    /// `xã Hòa Bình`.
    pub name: String,
    /// Whether only a part went there.
    pub partly: bool,
}

impl Known {
    /// Whether the registry has nothing.
    pub const fn is_empty(&self) -> bool {
        self.instrument.is_none() && self.units.is_empty()
    }
}

/// Looks up a number (`80/2015/QH13`) or a unit (`xã Hòa Bình`, `Hòa Bình`).
pub fn look_up(registry: &Registry, words: &str) -> Known {
    let words = words.trim();
    let mut instrument = registry.instrument(words).map(std::borrow::Cow::into_owned);
    let facts = instrument.as_ref().map(|own| facts(registry, own)).unwrap_or_default();
    if let Some(own) = &mut instrument {
        // They are told beside the instrument, with their sources in words.
        own.facts.clear();
    }
    let next = instrument.iter().flat_map(|own| &own.replaced_by);
    let replaced_by = next.filter_map(|number| registry.instrument(number)).map(std::borrow::Cow::into_owned);
    let mut units: Vec<AdminUnit<'_>> = registry.units.named(words);
    if units.is_empty() {
        units = KINDS.iter().flat_map(|kind| registry.units.named(&format!("{kind} {words}"))).collect();
    }
    units.sort_by_key(|unit| (unit.rank, unit.code, unit.from));
    Known {
        data_until: registry.data_until(),
        facts,
        replaced_by: replaced_by.collect(),
        instrument,
        units: units.iter().map(|unit| known_unit(registry, unit)).collect(),
    }
}

/// The days of an instrument, each with how sure it is and whence it comes.
fn facts(registry: &Registry, own: &Registered) -> Vec<FactOfInstrument> {
    let fact = |fact| {
        let confidence = own.grade(fact);
        let source = match (own.source(fact), own.confidence, confidence) {
            (Some(source), ..) => Words {
                vi: registry.about.source(source, Language::Vi),
                en: registry.about.source(source, Language::En),
            },
            (None, Confidence::Curated, Grade::A) => {
                both("đã đối chiếu với văn bản được công bố", "compared with a published text")
            }
            (None, Confidence::Curated, _) => {
                both("ghi tay, chưa đối chiếu", "written by hand, not yet compared")
            }
            (None, Confidence::Harvested, _) => both("không ghi nguồn", "no source given"),
        };
        Some(FactOfInstrument { fact, day: own.day(fact)?, confidence, source })
    };
    Fact::ALL.into_iter().filter_map(fact).collect()
}

fn both(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// One unit with the units above it, from the nearest on, and those that followed it.
fn known_unit(registry: &Registry, unit: &AdminUnit<'_>) -> KnownUnit {
    let above = std::iter::successors(registry.units.parent(unit), |unit| registry.units.parent(unit));
    let successors = registry.units.successors(unit);
    KnownUnit {
        rank: unit.rank,
        name: unit.full_name(),
        code: unit.code.to_owned(),
        within: above.map(|unit| unit.full_name()).collect(),
        from: unit.from,
        to: unit.to,
        successors: successors
            .iter()
            .map(|(unit, partly)| Successor { name: unit.full_name(), partly: *partly })
            .collect(),
    }
}

/// What is said where the registry has nothing.
pub fn unknown(words: &str) -> Words {
    Words {
        vi: format!(
            "Danh mục không có “{words}”; điều đó không có nghĩa là văn bản hoặc địa danh ấy không tồn tại."
        ),
        en: format!(
            "The registry has no “{words}”; that does not mean that there is no such instrument or unit."
        ),
    }
}
