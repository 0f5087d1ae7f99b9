//! What the text names, looked up once for all that a file may ask: a file may cite as many instruments, and
//! hold as many appendices, as it has lines.

use super::node::Node;
use crate::document::Document;
use crate::rulebook::Lexicon;
use crate::text::needles;
use crate::text::vietnamese::name_key;
use std::collections::HashMap;

/// The part of the number of an instrument by which people name it again: up to its first hyphen.
fn bare(number: &str) -> &str {
    number.split('-').next().unwrap_or(number)
}

/// Where the numbers of cited instruments stand first.
#[derive(Debug, Default)]
pub struct Numbers {
    firsts: HashMap<String, usize>,
    /// Whether the whole text was searched.
    is_whole: bool,
}

impl Numbers {
    /// Searches a text for the numbers that a document cites.
    pub fn of(document: &Document, text: &str) -> Self {
        let numbers = document.citations.iter().filter_map(|own| own.number.as_deref()).map(bare);
        let mut distinct: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let mut firsts: HashMap<String, usize> = HashMap::new();
        let is_whole = needles::visit(&distinct, text, |needle, at| {
            if let Some(number) = distinct.get(needle) {
                firsts.entry((*number).to_owned()).or_insert(at);
            }
        });
        Self { firsts, is_whole }
    }

    /// Whether a number stands wholly before an offset; where that is not known, it may.
    pub fn stands_before(&self, number: &str, offset: usize) -> bool {
        let number = bare(number);
        !self.is_whole || self.firsts.get(number).is_some_and(|first| first + number.len() <= offset)
    }
}

/// Which parts have their title named in another part.
#[derive(Debug)]
pub struct Titles {
    named: Vec<bool>,
}

impl Titles {
    /// Searches the nodes for the titles of all parts. Where the search is given up, a title may
    /// be named.
    pub fn of(lexicon: &Lexicon, document: &Document, nodes: &[Node]) -> Self {
        // As titles are compared with each other: organs written out, without “Về việc”.
        let key = |words: &str| matter(lexicon, &lexicon.organ_key(words));
        let titles = document.parts.iter().map(|part| part.title.as_ref());
        let titles: Vec<String> =
            titles.map(|title| title.map(|title| key(&title.value)).unwrap_or_default()).collect();
        let mut distinct: Vec<&str> =
            titles.iter().map(String::as_str).filter(|own| !own.is_empty()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        // Where a title stands: in one part, or in several.
        let mut holders: Vec<Holder> = vec![Holder::None; distinct.len()];
        let (mut all, mut starts) = (String::new(), Vec::new());
        for node in nodes {
            starts.push((all.len(), node.part));
            all.push_str(&key(&node.value));
            all.push('\n');
        }
        let is_whole = needles::visit(&distinct, &all, |needle, at| {
            let begun = starts.partition_point(|(start, _)| *start <= at);
            let node = begun.checked_sub(1).and_then(|last| starts.get(last));
            if let (Some(holder), Some((_, part))) = (holders.get_mut(needle), node) {
                *holder = holder.with(*part);
            }
        });
        let is_named = |(part, title): (usize, &String)| {
            let holder = distinct.binary_search(&title.as_str()).ok().and_then(|at| holders.get(at));
            let is_elsewhere = holder.is_some_and(|holder| holder.is_elsewhere(part));
            !title.is_empty() && (!is_whole || is_elsewhere)
        };
        Self { named: titles.iter().enumerate().map(is_named).collect() }
    }

    /// Whether another part names the title of a part.
    pub fn is_named(&self, part: Option<usize>) -> bool {
        part.and_then(|part| self.named.get(part)).copied().unwrap_or_default()
    }
}

/// In which parts a title stands.
#[derive(Clone, Copy)]
enum Holder {
    /// In none.
    None,
    /// In that one alone.
    One(Option<usize>),
    /// In several.
    Several,
}

impl Holder {
    fn with(self, part: Option<usize>) -> Self {
        match self {
            Self::None => Self::One(part),
            Self::One(own) if own == part => self,
            _ => Self::Several,
        }
    }

    fn is_elsewhere(self, part: usize) -> bool {
        match self {
            Self::None => false,
            Self::One(own) => own != Some(part),
            Self::Several => true,
        }
    }
}

/// The matter of a title that is ready to be compared: “Về việc” is no part of it, and blanks beside a hyphen are
/// none of the name.
pub fn matter(lexicon: &Lexicon, title: &str) -> String {
    let words = title.trim_end_matches(['.', ';', ',', ':']);
    let lead = |word: &str| words.strip_prefix(&name_key(word)).and_then(|rest| rest.strip_prefix(' '));
    let own = lexicon.terms.attachments.about.iter().find_map(lead).unwrap_or(words);
    own.replace(" -", "-").replace("- ", "-")
}
