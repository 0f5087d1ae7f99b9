//! The name of the organ as a draft shows it.

use super::Refusal;
use crate::document::{Level, Organ, OrganKind};
use crate::recognize::organ::{name_parts, parse};
use crate::rulebook::Lexicon;
use crate::rulebook::bilingual::fill;
use crate::rulebook::skeleton::{Guise, OrganGuise, UnitHead};
use crate::text::Date;
use crate::text::vietnamese::{first_capital, name_key, squeeze, title_case};

/// An organ with all the shapes of its name.
pub struct Named<'a> {
    /// The organ.
    pub organ: Organ,
    /// How organs of its kind are shown.
    pub guise: &'a OrganGuise,
    /// The head of a department or the like.
    pub head: Option<&'a UnitHead>,
    /// The name without the unit: `Phòng Kinh tế`.
    pub own: String,
    /// The word for the unit in small letters: `xã`.
    pub unit_word: String,
    /// The own name of the unit: `Hòa An`.
    pub unit_name: String,
    /// Whether the unit is always named in full, with capitals.
    pub in_full: bool,
}

/// Reads the name of an organ on a day. `level` is what the caller states.
/// # Errors
///
/// The words name no organ that there is a model for, lack the unit, or contradict the stated level.
pub fn read<'a>(
    lexicon: &Lexicon,
    words: &str,
    level: Option<Level>,
    day: Date,
    guise: &'a Guise,
) -> Result<Named<'a>, Refusal> {
    let unknown = || Refusal::Organ {
        given: words.to_owned(),
        known: guise.organs.iter().map(|organ| organ.name.words()).collect(),
    };
    let mut organ = parse(lexicon, words, Some(day)).ok_or_else(unknown)?;
    let shown = guise.organs.iter().find(|own| own.organ == organ.kind).ok_or_else(unknown)?;
    let parts = name_parts(lexicon, &organ.name);
    if parts.unit.is_none() && organ.kind != OrganKind::Department {
        return Err(Refusal::Unit { organ: organ.name });
    }
    let (unit_word, unit_name) = parts.unit.unwrap_or_default();
    let own = squeeze(&parts.head);
    let head = guise.heads.iter().find(|head| name_key(&own).starts_with(&name_key(&head.begins)));
    if organ.kind == OrganKind::Department && head.is_none() {
        return Err(unknown());
    }
    if let Some(level) = level.filter(|level| *level != organ.level) {
        // Of a city the word alone does not tell the level.
        if lexicon.terms.organs.unit(&unit_word).is_some_and(|unit| unit.level.is_some()) {
            return Err(Refusal::Level { organ: organ.name, level });
        }
        organ.level = level;
    }
    let unit_name = capitalized(&unit_name);
    let in_full = guise.full_names.iter().any(|name| name_key(name) == name_key(&unit_name))
        || unit_name.starts_with(|letter: char| letter.is_ascii_digit());
    Ok(Named { organ, guise: shown, head, own: first_capital(&own), unit_word, unit_name, in_full })
}

/// A name typed in small letters gets its capitals.
fn capitalized(name: &str) -> String {
    if name.chars().any(char::is_uppercase) { name.to_owned() } else { title_case(name) }
}

impl Named<'_> {
    /// The unit in running text: `xã Hòa An`, `Thành phố Hồ Chí Minh`.
    pub fn unit(&self) -> String {
        match (self.unit_word.as_str(), self.in_full) {
            ("", _) => "[tên đơn vị hành chính]".to_owned(),
            (word, true) => format!("{} {}", first_capital(word), self.unit_name),
            (word, false) => format!("{word} {}", self.unit_name),
        }
    }

    /// The place of issue: `Hòa An`, `Phường 15`.
    pub fn place(&self) -> String {
        match (self.unit_word.as_str(), self.in_full) {
            ("", _) => "[địa danh]".to_owned(),
            (_, true) => self.unit(),
            (_, false) => self.unit_name.clone(),
        }
    }

    /// A text of the guise with its places filled in.
    pub fn fill(&self, text: &str) -> String {
        let unit = self.unit();
        let head =
            self.head.map(|head| fill(&head.title, |name| self.of_head(head, name))).unwrap_or_default();
        let (unit_upper, own_upper) = (unit.to_uppercase(), self.own.to_uppercase());
        let head_upper = head.to_uppercase();
        fill(text, |name| {
            Some(match name {
                "unit" => unit.as_str(),
                "unit_upper" => unit_upper.as_str(),
                "own" => self.own.as_str(),
                "own_upper" => own_upper.as_str(),
                "position" => self.head.map_or("", |head| head.position.as_str()),
                "head" => head.as_str(),
                "head_upper" => head_upper.as_str(),
                _ => return None,
            })
        })
    }

    /// A place in the title of a head: the name of the office, or the field behind the word that it
    /// begins with.
    fn of_head<'s>(&'s self, head: &UnitHead, name: &str) -> Option<&'s str> {
        match name {
            "own" => Some(self.own.as_str()),
            "field" => {
                let begins = head.begins.chars().count();
                let at = self.own.char_indices().nth(begins).map_or(self.own.len(), |(at, _)| at);
                Some(self.own[at..].trim())
            }
            _ => None,
        }
    }
}
