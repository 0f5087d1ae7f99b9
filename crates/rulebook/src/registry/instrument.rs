//! An instrument that drafts cite: its days, how sure each of them is, and `rules/registry/instruments.yaml`.

use crate::vocabulary::Date;
use serde::{Deserialize, Serialize};

/// `rules/registry/instruments.yaml`: the instruments that local drafts cite most, kept by hand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instruments {
    /// The instruments. A number that is absent proves nothing.
    pub instruments: Vec<Registered>,
}

/// A cited instrument. What is not known is left out, and nothing is concluded from it.
///
/// ```
/// use thethuc_rulebook::registry::{Fact, Grade, Instruments};
/// use thethuc_rulebook::yaml;
///
/// let known: Instruments = yaml::read("
/// instruments:
///   - number: 30/2020/NĐ-CP
///     kind: Nghị định
///     issuer: Chính phủ
///     title: về công tác văn thư
///     issued: 2020-03-05
///     confidence: curated
///     checked: [issued]
/// ")?;
/// assert!(known.find("30/2020/NĐ-CP").is_some_and(|own| own.grade(Fact::Issued) == Grade::A));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Registered {
    /// Number and symbol (`80/2015/QH13`).
    pub number: String,
    /// Kind (`Luật`, `Nghị định`).
    pub kind: String,
    /// Issuer.
    pub issuer: String,
    /// Title without the kind; empty where it is not known.
    pub title: String,
    /// Day of signing or adoption.
    pub issued: Option<Date>,
    /// First day of effect.
    pub effective: Option<Date>,
    /// First day on which it is no longer in force. Absence does not prove force.
    pub expired: Option<Date>,
    /// Numbers of the instruments that replace it.
    #[serde(default)]
    pub replaced_by: Vec<String>,
    /// Numbers of the instruments that end parts of it. They end nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partly_ended_by: Vec<String>,
    /// Numbers of the instruments that amend it, as far as they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended_by: Vec<String>,
    /// How the entry came about.
    pub confidence: Confidence,
    /// Facts that were compared with a published text; only these are ground for an error.
    #[serde(default)]
    pub checked: Vec<Fact>,
    /// How sure each fact is and whence it comes; where a fact is not listed, `checked` alone tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<KnownFact>,
}

/// How an entry of the registry came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Written by hand.
    Curated,
    /// Harvested from texts and citations.
    Harvested,
}

/// A fact of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// The day of signing or adoption.
    Issued,
    /// The first day of effect.
    Effective,
    /// The day from which it is no longer in force.
    Expired,
}

impl Fact {
    /// The facts in the order in which sheets give their confidence.
    pub const ALL: [Self; 3] = [Self::Issued, Self::Effective, Self::Expired];
}

/// How sure a fact is. The surer one is the greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// A citation or two, or sources that disagree: contradicts no draft.
    C,
    /// A list at second hand: contradicts no draft.
    S,
    /// Citations that agree, notes of the codified law, an entry by hand: ground for a warning.
    B,
    /// The text itself or an official page of it: ground for an error.
    A,
}

impl Grade {
    /// All of them, the surest first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::S, Self::C];

    /// Its letter in a sheet.
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::S => 'S',
            Self::C => 'C',
        }
    }

    /// The grade of a letter.
    pub fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.letter() == letter)
    }

    /// Whether a draft may be contradicted with such a fact.
    pub fn contradicts(self) -> bool {
        self >= Self::B
    }
}

/// How sure a fact is, and whence it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnownFact {
    /// The fact.
    pub fact: Fact,
    /// How sure it is.
    pub confidence: Grade,
    /// A key of `registry/about.yaml`, perhaps with `:` and particulars behind it, or free words.
    #[serde(default)]
    pub source: String,
}

impl Registered {
    /// The day that a fact states.
    pub fn day(&self, fact: Fact) -> Option<Date> {
        match fact {
            Fact::Issued => self.issued,
            Fact::Effective => self.effective,
            Fact::Expired => self.expired,
        }
    }

    /// How sure a fact is.
    pub fn grade(&self, fact: Fact) -> Grade {
        let unlisted = if self.checked.contains(&fact) { Grade::A } else { Grade::B };
        self.known(fact).map_or(unlisted, |known| known.confidence)
    }

    /// Whence a fact comes; `None` where the entry was written by hand and does not say.
    pub fn source(&self, fact: Fact) -> Option<&str> {
        self.known(fact).map(|known| known.source.as_str()).filter(|source| !source.is_empty())
    }

    /// What is listed of a fact.
    fn known(&self, fact: Fact) -> Option<&KnownFact> {
        self.facts.iter().find(|known| known.fact == fact)
    }

    /// Both entries of a number as one: of each fact the surer day, of two that are equally sure the one
    /// of `newer`; all other words are those of `newer` where it has any.
    #[must_use]
    pub fn joined(mut self, newer: &Self) -> Self {
        for fact in Fact::ALL {
            let Some(day) = newer.day(fact) else { continue };
            if self.day(fact).is_some() && newer.grade(fact) < self.grade(fact) {
                continue;
            }
            let (confidence, source) = (newer.grade(fact), newer.source(fact).unwrap_or_default().to_owned());
            self.facts.retain(|known| known.fact != fact);
            self.facts.push(KnownFact { fact, confidence, source });
            self.checked.retain(|own| *own != fact);
            self.checked.extend((confidence == Grade::A).then_some(fact));
            match fact {
                Fact::Issued => self.issued = Some(day),
                Fact::Effective => self.effective = Some(day),
                // Who ends it is told with the day on which it ends.
                Fact::Expired => {
                    self.expired = Some(day);
                    if !newer.replaced_by.is_empty() {
                        self.replaced_by.clone_from(&newer.replaced_by);
                    }
                }
            }
        }
        let words = [
            (&mut self.kind, &newer.kind),
            (&mut self.issuer, &newer.issuer),
            (&mut self.title, &newer.title),
        ];
        for (own, other) in words.into_iter().filter(|(_, other)| !other.is_empty()) {
            own.clone_from(other);
        }
        let lists = [
            (&mut self.replaced_by, &newer.replaced_by, false),
            (&mut self.partly_ended_by, &newer.partly_ended_by, true),
            (&mut self.amended_by, &newer.amended_by, true),
        ];
        for (own, other, adds) in lists {
            let more = other.iter().filter(|number| adds && !own.contains(number)).cloned();
            let more: Vec<String> = if own.is_empty() { other.clone() } else { more.collect() };
            own.extend(more);
        }
        self.confidence = newer.confidence;
        self
    }
}

impl Instruments {
    /// The entry of that number.
    pub fn find(&self, number: &str) -> Option<&Registered> {
        self.instruments.iter().find(|entry| entry.number == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(expired: Option<&str>, grade: Grade, replaced_by: &str) -> Registered {
        let expired = expired.map(|day| day.parse().expect("a day"));
        let fact = KnownFact { fact: Fact::Expired, confidence: grade, source: format!("{grade:?}") };
        Registered {
            number: "1/2020/NĐ-CP".to_owned(),
            kind: "Nghị định".to_owned(),
            issuer: String::new(),
            title: String::new(),
            issued: None,
            effective: None,
            expired,
            replaced_by: vec![replaced_by.to_owned()],
            partly_ended_by: Vec::new(),
            amended_by: Vec::new(),
            confidence: Confidence::Harvested,
            checked: Vec::new(),
            facts: vec![fact],
        }
    }

    #[test]
    fn the_surer_day_stays_and_of_two_alike_the_newer_one() {
        let old = entry(Some("2025-01-01"), Grade::B, "2/2025/NĐ-CP");
        let surer = old.clone().joined(&entry(Some("2026-01-01"), Grade::A, "3/2026/NĐ-CP"));
        assert_eq!((surer.grade(Fact::Expired), surer.replaced_by[0].as_str()), (Grade::A, "3/2026/NĐ-CP"));
        assert_eq!(
            (surer.source(Fact::Expired), surer.checked.as_slice()),
            (Some("A"), &[Fact::Expired][..])
        );
        let weaker = old.clone().joined(&entry(Some("2026-01-01"), Grade::S, "3/2026/NĐ-CP"));
        assert_eq!((weaker.expired, weaker.replaced_by), (old.expired, old.replaced_by.clone()));
        let alike = old.clone().joined(&entry(Some("2026-01-01"), Grade::B, "3/2026/NĐ-CP"));
        assert_eq!(alike.replaced_by, ["3/2026/NĐ-CP"]);
        assert_eq!(old.clone().joined(&entry(None, Grade::A, "")).expired, old.expired);
    }

    #[test]
    fn only_the_text_and_agreeing_sources_contradict() {
        assert_eq!(Grade::ALL.map(Grade::contradicts), [true, true, false, false]);
        assert!(Grade::ALL.into_iter().all(|grade| Grade::of_letter(grade.letter()) == Some(grade)));
    }
}
