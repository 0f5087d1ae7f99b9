//! The YAML between `---` lines at the head of the file.
//!
//! Many tools keep data of their own there, so unknown keys are left alone. Known keys are checked
//! strictly: a misspelt level or class would choose the wrong law without a word.

use crate::draft::FrontMatter;
use crate::read::{ReadError, bounds};
use crate::rulebook::profile::{self, OrganProfile};
use crate::rulebook::vocabulary::Words;
use crate::rulebook::yaml;
use crate::text::Date;
use serde::Deserialize;
use serde::de::IntoDeserializer;

/// Splits the front matter from the body: the YAML, and the offset at which the body begins.
/// A byte-order mark belongs to neither. A `---` that is followed by no `key: value` line is a rule line, not front matter.
/// # Errors
///
/// [`ReadError::FrontMatter`] with the line in the file: the end is missing, or a known key has a wrong
/// value.
pub fn split(source: &str) -> Result<(Option<FrontMatter>, usize), ReadError> {
    let offset = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut lines = source[offset..].split_inclusive('\n');
    let Some(first) = lines.next() else { return Ok((None, offset)) };
    if first.trim_end() != "---" {
        return Ok((None, offset));
    }
    let start = offset + first.len();
    let mut end = start;
    let mut stated = false;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            if !stated {
                return Ok((None, offset));
            }
            if end - start > bounds::FRONT_MATTER_BYTES {
                return Err(bounds::front_matter_too_long());
            }
            return Ok((Some(parse(&source[start..end])?), end + line.len()));
        }
        stated |= is_key(line);
        if !stated && !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return Ok((None, offset));
        }
        end += line.len();
    }
    if stated {
        return Err(ReadError::FrontMatter(
            1,
            Words {
                vi: "thiếu dòng “---” kết thúc".to_owned(),
                en: "the closing “---” is missing".to_owned(),
            },
        ));
    }
    Ok((None, offset))
}

/// Whether a line begins with a key in small letters.
fn is_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once(':') else { return false };
    !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter == '_')
}

/// The keys that we know, as written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Stated {
    /// The organ.
    organ: Option<Organ>,
    /// Its level.
    level: Option<Word<Levels>>,
    /// The class of the document.
    class: Option<Word<Classes>>,
    /// Where the draft stands.
    stage: Option<Word<Stages>>,
    /// The day whose law is to be applied.
    as_of: Option<Date>,
}

/// Reads the YAML; the first line of it is the second line of the file.
/// # Errors
///
/// The line in the file and the reason.
fn parse(yaml: &str) -> Result<FrontMatter, ReadError> {
    let stated: Stated =
        yaml::read_known(yaml).map_err(|fault| ReadError::FrontMatter(fault.line + 1, fault.words))?;
    let (name, profile) = match stated.organ {
        None => (None, None),
        Some(Organ::Name(name)) => (Some(name), None),
        Some(Organ::Profile(profile)) => (Some(profile.name.clone()), Some(profile)),
    };
    Ok(FrontMatter {
        organ: name,
        profile,
        level: stated.level.map(|word| word.text),
        class: stated.class.map(|word| word.text),
        stage: stated.stage.map(|word| word.text),
        as_of: stated.as_of,
    })
}

/// The organ by its name, or with all that its profile says.
enum Organ {
    /// The name alone.
    Name(String),
    /// All of the profile.
    Profile(OrganProfile),
}

impl<'de> Deserialize<'de> for Organ {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrganVisitor)
    }
}

/// Tells the two apart by their shape, so that an error knows its line.
struct OrganVisitor;

impl<'de> serde::de::Visitor<'de> for OrganVisitor {
    type Value = Organ;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        yaml::Expected("tên cơ quan, hoặc các khóa của hồ sơ cơ quan", "the name of an organ, or its profile")
            .write(formatter)
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Organ, E> {
        profile::name(name.into_deserializer()).map(Organ::Name)
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Organ, A::Error> {
        OrganProfile::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(Organ::Profile)
    }
}

/// A word out of a closed list.
struct Word<L> {
    /// The word.
    text: String,
    /// The list that it is of.
    list: std::marker::PhantomData<L>,
}

/// A closed list of words, as a type: so an error can name what is allowed.
trait List {
    /// All of them.
    const WORDS: &'static [&'static str];
}

/// Levels of organs.
struct Levels;
/// Classes of documents.
struct Classes;
/// Stages of drafts.
struct Stages;

impl List for Levels {
    const WORDS: &'static [&'static str] = &["province", "district", "commune", "special-zone", "central"];
}

impl List for Classes {
    const WORDS: &'static [&'static str] = &["normative", "administrative"];
}

impl List for Stages {
    const WORDS: &'static [&'static str] = &["draft", "review", "issue"];
}

impl<'de, L: List> Deserialize<'de> for Word<L> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Refused by the visitor, so that the error knows the line of the word.
        deserializer.deserialize_str(WordVisitor(std::marker::PhantomData))
    }
}

/// Takes a word of the list `L` and refuses all others with the list.
struct WordVisitor<L>(std::marker::PhantomData<L>);

impl<L: List> serde::de::Visitor<'_> for WordVisitor<L> {
    type Value = Word<L>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&L::WORDS.join(", "))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Word<L>, E> {
        if L::WORDS.contains(&text) {
            return Ok(Word { text: text.to_owned(), list: std::marker::PhantomData });
        }
        Err(E::unknown_variant(text, L::WORDS))
    }
}
