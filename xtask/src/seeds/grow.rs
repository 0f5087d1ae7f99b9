//! Kinds planted in clean drafts: the seeds, always the same ones.

use super::base::Base;
use super::change::{Changed, Expected, commit};
use super::kind::{Family, Kind, Step};
use super::vars::Variables;
use std::collections::BTreeMap;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Severity;

/// One seed in this many is held back.
const HELD_BACK: u64 = 3;

/// In how many drafts a way of a fault is planted, where its kind does not say.
const MOST_FAULTS: usize = 3;

/// The same of a lawful neighbour.
const MOST_NEIGHBOURS: usize = 6;

/// A draft with one fault, or a lawful neighbour of a fault.
pub struct Seed<'a> {
    /// `family.kind/way/draft.docx`.
    pub id: String,
    /// Its family.
    pub family: &'a Family,
    /// Its kind.
    pub kind: &'a Kind,
    /// The draft that it was planted in.
    pub base: &'a Base,
    /// The draft with the fault.
    pub changed: Changed,
    /// Whether the file is a Word document; else Markdown.
    pub is_word: bool,
    /// Whether it is lawful.
    pub is_neighbour: bool,
    /// The least severity that counts.
    pub least: Severity,
}

impl Seed<'_> {
    /// Whether it is run only at the end.
    pub fn is_held_back(&self) -> bool {
        fnv_1a(&self.id).is_multiple_of(HELD_BACK)
    }

    /// The name of the family.
    pub fn family_name(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }

    /// What is held to be true of it, in a line.
    pub fn truth(&self) -> String {
        let text = &self.changed.draft.text;
        let place = match &self.changed.expected {
            Expected::Words(spans) => spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | "),
            Expected::Gap(span) => format!("[{}]", span.of(text)),
            Expected::Pages => "pages".to_owned(),
            Expected::Document => "document".to_owned(),
        };
        format!("{} {} {:?} {} {place}", self.id, self.kind.law.join(" "), self.least, self.kind.sure)
    }
}

/// FNV-1a of 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): the same on every machine.
pub fn fnv_1a(words: &str) -> u64 {
    words
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Plants all kinds of these families.
///
/// # Errors
/// A kind that names a provision that there is not, or that can be planted nowhere.
pub fn grow<'a>(
    families: &'a BTreeMap<String, Family>,
    is_neighbour: bool,
    bases: &'a [Base],
    book: &RuleBook,
) -> Result<Vec<Seed<'a>>, String> {
    let variables = bases.iter().map(|base| Variables::of(&base.plain.text, &base.about));
    let variables = variables.collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
    let bases: Vec<(&Base, &Variables)> = bases.iter().zip(&variables).collect();
    let mut seeds = Vec::new();
    for (name, family) in families {
        for (kind_name, kind) in &family.kinds {
            for id in &kind.law {
                book.provision(id).ok_or_else(|| format!("{name}.{kind_name}: no provision {id}"))?;
            }
            for (number, way) in kind.ways.iter().enumerate() {
                let lead = format!("{name}.{kind_name}/{}", number + 1);
                let planted = plant(&lead, (family, kind, way), is_neighbour, &bases, book)?;
                if planted.is_empty() {
                    return Err(format!("{lead} can be planted nowhere"));
                }
                seeds.extend(planted);
            }
        }
    }
    Ok(seeds)
}

/// Plants one way, in drafts of as many regimes as it can be.
fn plant<'a>(
    lead: &str,
    (family, kind, way): (&'a Family, &'a Kind, &'a Step),
    is_neighbour: bool,
    bases: &[(&'a Base, &Variables)],
    book: &RuleBook,
) -> Result<Vec<Seed<'a>>, String> {
    let mut fitting: Vec<(u64, Seed<'a>)> = Vec::new();
    for (base, variables) in bases.iter().filter(|(base, _)| kind.fits.holds(&base.name, &base.about)) {
        let Some(cap) = cap(kind, base, book) else { continue };
        let order = fnv_1a(&format!("{lead}/{}", base.name));
        let is_word = way.is_of_looks() || (!way.is_raw() && order.is_multiple_of(2));
        let draft = if is_word { &base.dressed } else { &base.plain };
        let changed =
            commit(draft, way, variables).map_err(|error| format!("{lead}/{}: {error}", base.name))?;
        let Some(changed) = changed else { continue };
        let least = if kind.note { Severity::Note } else { cap.min(Severity::Warning) };
        let id = format!("{lead}/{}.{}", base.name, if is_word { "docx" } else { "md" });
        fitting.push((order, Seed { id, family, kind, base, changed, is_word, is_neighbour, least }));
    }
    fitting.sort_by_key(|(order, _)| *order);
    let most = kind.most.unwrap_or(if is_neighbour { MOST_NEIGHBOURS } else { MOST_FAULTS });
    Ok(spread(fitting.into_iter().map(|(_, seed)| seed).collect(), most))
}

/// What the weakest of the provisions of the kind that bind a draft permits; `None` where none binds it.
fn cap(kind: &Kind, base: &Base, book: &RuleBook) -> Option<Severity> {
    let binding = kind.law.iter().filter_map(|id| {
        let (instrument, provision) = book.provision(id)?;
        let binds = base.about.regime.has(instrument, provision, base.about.day);
        binds.then_some(provision.evidence)
    });
    Some(binding.min()?.cap())
}

/// So many seeds, the regimes in turn.
fn spread(seeds: Vec<Seed<'_>>, most: usize) -> Vec<Seed<'_>> {
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, Seed<'_>)> = seeds
        .into_iter()
        .map(|seed| {
            let turn = turns.entry(&seed.base.about.regime.id).or_default();
            *turn += 1;
            (*turn, seed)
        })
        .collect();
    ranked.sort_by_key(|(turn, _)| *turn);
    ranked.into_iter().take(most).map(|(_, seed)| seed).collect()
}
