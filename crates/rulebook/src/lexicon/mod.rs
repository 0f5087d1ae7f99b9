//! The vocabulary of recognition, made ready once for a rule book: forms with their abbreviations, the
//! words of `terms.yaml`, and the units of the registry, which know since when a city is one of its own.

mod forms;

use super::form::Forms;
use super::registry::AdminUnits;
use super::registry::admin_unit::Rank;
use super::spellings::Spellings;
use super::suggest::distance;
use super::terms::{OrganTerms, Terms};
use crate::vocabulary::regex::Regex;
use crate::vocabulary::vietnamese::{ascii_key, name_key};
use crate::vocabulary::{Date, Level, OrganKind};
pub use forms::KnownForm;

/// What recognition knows.
#[derive(Debug)]
pub struct Lexicon {
    /// The words.
    pub terms: Terms,
    /// Names of forms and of attached texts.
    pub documents: Spellings,
    /// Kinds of instruments that are cited, in running text.
    pub kinds: Regex,
    /// Those that are cited by name and day, in running text.
    pub laws: Regex,
    forms: Vec<KnownForm>,
    /// Characters in the longest name of a form.
    longest_form: usize,
    /// Words in the longest name of a form.
    most_words: usize,
    heads: Vec<(String, OrganKind)>,
    no_heads: Vec<String>,
    /// Characters of the longest head.
    longest_head: usize,
    /// Abbreviations in the names of organs and what they stand for, as keys.
    short_organs: Vec<(String, String)>,
    /// The title of a chair, as a key.
    chair: String,
    national_name: Vec<String>,
    motto: Vec<String>,
    units: AdminUnits,
}

impl Lexicon {
    /// The lexicon of forms, words and units.
    pub fn new(forms: &Forms, terms: Terms, units: AdminUnits) -> Self {
        let known = forms::known(forms);
        let keys = terms.organs.heads.iter().flat_map(|(kind, words)| words.iter().map(|word| (word, *kind)));
        let mut heads: Vec<(String, OrganKind)> = keys.map(|(word, kind)| (name_key(word), kind)).collect();
        // Of several heads the longest counts: a steering board is no board.
        heads.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        let length = |text: &str| text.chars().count();
        let no_heads: Vec<String> = terms.organs.no_heads.iter().map(name_key).collect();
        let all_heads = heads.iter().map(|(head, _)| head).chain(&no_heads);
        let longest_head = all_heads.map(|head| length(head)).max().unwrap_or_default();
        Self {
            documents: known.iter().map(|form| form.name.clone()).collect(),
            kinds: Regex::checked(forms::cited(forms, &terms.citations).alternatives()),
            laws: Regex::checked(terms.citations.laws.alternatives()),
            longest_form: known.iter().map(|form| length(&form.name)).max().unwrap_or_default(),
            most_words: known.iter().map(|form| form.name.split(' ').count()).max().unwrap_or_default(),
            forms: known,
            heads,
            no_heads,
            longest_head,
            short_organs: short_organs(&terms.organs),
            chair: name_key(&terms.organs.chair.title),
            national_name: ascii_key(&terms.header.national_name)
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            motto: parts(&terms.header.motto),
            units,
            terms,
        }
    }

    /// The syllables of the national name, without marks.
    pub fn national_name(&self) -> &[String] {
        &self.national_name
    }

    /// The parts of the motto, without marks.
    pub fn motto(&self) -> &[String] {
        &self.motto
    }

    /// The kind of organ that the words begin with; `None` when they begin no name of an organ.
    pub fn organ_head(&self, words: &str) -> Option<OrganKind> {
        // The rest of a long line need not be folded. Tone marks of a key are letters of their own.
        let words = words.trim_start();
        let end = words.char_indices().nth(self.longest_head + 1).map_or(words.len(), |(at, _)| at);
        let folded = name_key(&words[..end]);
        if self.no_heads.iter().any(|other| folded.starts_with(other)) {
            return None;
        }
        let starts = |head: &str| {
            folded.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.heads.iter().find(|(head, _)| starts(head)).map(|(_, kind)| *kind)
    }

    /// The name of an organ of the people's power that the words begin with in a wrong spelling: as it should
    /// read, and what follows it. One letter may be wrong, too many or missing, two may have changed
    /// places, a syllable may lack; the marks do not count.
    pub fn organ_misspelt<'t>(&self, words: &'t str) -> Option<(String, &'t str)> {
        const LETTERS: usize = 2;
        let people = name_key(&self.terms.organs.people_words);
        let words = words.trim_start();
        let known = self.terms.organs.heads.values().flat_map(Spellings::iter);
        let mut known: Vec<&str> = known.filter(|head| name_key(head).ends_with(&people)).collect();
        known.sort_by_key(|head| std::cmp::Reverse(head.len()));
        known.into_iter().find_map(|head| {
            let right = ascii_key(head);
            let syllables: Vec<&str> = right.split(' ').collect();
            let (whole, rest) = begin(words, syllables.len())?;
            if distance(&ascii_key(whole), &right) <= LETTERS {
                return Some((head.to_owned(), rest));
            }
            let (short, rest) = begin(words, syllables.len() - 1)?;
            let short = ascii_key(short);
            let without = |left_out: usize| {
                let own = syllables.iter().enumerate().filter(|(index, _)| *index != left_out);
                own.map(|(_, syllable)| *syllable).collect::<Vec<_>>().join(" ")
            };
            let lacks = (0..syllables.len()).any(|left_out| without(left_out) == short);
            lacks.then(|| (head.to_owned(), rest))
        })
    }

    /// The name of an organ for comparison: in small letters, its abbreviations written out. A signing
    /// capacity and the chair of the organ stand for the organ.
    pub fn organ_key(&self, words: &str) -> String {
        let mut key = name_key(words);
        for (short, long) in &self.short_organs {
            if key.contains(short) {
                key = written_out(&key, short, long);
            }
        }
        let mut words: Vec<&str> = key.split_whitespace().collect();
        let is_capacity = |word: &str| {
            let mark = word.strip_suffix('.').map(str::to_uppercase);
            mark.is_some_and(|mark| self.terms.closing.capacities.has(&mark))
        };
        if words.first().is_some_and(|first| is_capacity(first)) {
            words.remove(0);
        }
        let joined = words.join(" ");
        let organ = joined.strip_prefix(&self.chair).and_then(|rest| rest.strip_prefix(' '));
        organ.map_or_else(|| joined.clone(), str::to_owned)
    }

    /// The level of the city of that name (`thành phố`, `Huế`) on a day: that of a province from the first
    /// day on which the registry has it directly under the central government, else that of a district.
    pub fn level_of_city(&self, word: &str, name: &str, day: Option<Date>) -> Level {
        let units = self.units.named(&format!("{word} {}", name.trim()));
        let is_begun = |from: Option<Date>| day.is_none_or(|day| from.is_none_or(|from| from <= day));
        let is_central = units.iter().any(|unit| unit.rank == Rank::Province && is_begun(unit.from));
        if is_central { Level::Province } else { Level::District }
    }
}

/// So many syllables at the beginning of the words, and what follows them; `None` where there are fewer.
fn begin(words: &str, syllables: usize) -> Option<(&str, &str)> {
    let mut ends = words.match_indices(' ').map(|(at, _)| at).chain([words.len()]);
    let end = ends.nth(syllables.checked_sub(1)?)?;
    Some(words.split_at(end))
}

/// The parts of the motto, between its dashes.
fn parts(motto: &str) -> Vec<String> {
    let parts = motto.split('-').map(str::trim).filter(|part| !part.is_empty());
    parts.map(ascii_key).collect()
}

/// The key with an abbreviation written out; one with a dot only where a word begins, for `p.` also ends
/// words.
fn written_out(key: &str, short: &str, long: &str) -> String {
    if !short.ends_with('.') {
        return key.replace(short, long);
    }
    let mut out = String::with_capacity(key.len());
    let mut rest = key;
    while let Some(at) = rest.find(short) {
        let (before, behind) = (&rest[..at], &rest[at + short.len()..]);
        out.push_str(before);
        let begins = out.is_empty() || out.ends_with(' ');
        out.push_str(if begins { long } else { short });
        rest = behind;
    }
    out + rest
}

/// Abbreviations of organs, and those of units that end with a dot: others may be part of a word.
fn short_organs(terms: &OrganTerms) -> Vec<(String, String)> {
    let people = terms
        .people
        .iter()
        .flat_map(|organ| organ.abbreviations.iter().map(|short| (name_key(short), name_key(&organ.name))));
    let units = terms.units.iter().flat_map(|unit| {
        let short = unit.short.iter().flat_map(Spellings::iter).filter(|short| short.ends_with('.'));
        short.map(|short| (name_key(short), format!("{} ", name_key(&unit.word))))
    });
    let mut all: Vec<(String, String)> = people.chain(units).collect();
    all.dedup();
    all
}
