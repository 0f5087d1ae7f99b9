//! Kinds planted in clean drafts: the seeds, always the same ones.

use super::base::Base;
use super::change::{Changed, Expected, commit};
use super::kind::{Family, Kind, Step};
use super::vars::Variables;
use std::collections::{BTreeMap, VecDeque};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Severity;

/// One seed in this many is held back.
const HELD_BACK: u64 = 3;

/// In how many drafts a way of a fault is planted, where its kind does not say.
const MOST_FAULTS: usize = 2;

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
    let (mut seeds, mut faults) = (Vec::new(), Vec::new());
    for (name, family) in families {
        for (kind_name, kind) in &family.kinds {
            for id in kind.law.iter().filter(|id| book.provision(id).is_none()) {
                faults.push(format!("{name}.{kind_name}: no provision {id}"));
            }
            for (number, way) in kind.ways.iter().enumerate() {
                let lead = format!("{name}.{kind_name}/{}", number + 1);
                match plant(&lead, (family, kind, way), is_neighbour, &bases, book) {
                    Ok(planted) if planted.is_empty() => {
                        faults.push(format!("{lead} can be planted nowhere"));
                    }
                    Ok(planted) => seeds.extend(planted),
                    Err(fault) => faults.push(fault),
                }
            }
        }
    }
    if faults.is_empty() { Ok(seeds) } else { Err(faults.join("\n")) }
}

/// Plants one way, in so many drafts, of the regimes in turn.
fn plant<'a>(
    lead: &str,
    (family, kind, way): (&'a Family, &'a Kind, &'a Step),
    is_neighbour: bool,
    bases: &[(&'a Base, &Variables)],
    book: &RuleBook,
) -> Result<Vec<Seed<'a>>, String> {
    let most = kind.most.unwrap_or(if is_neighbour { MOST_NEIGHBOURS } else { MOST_FAULTS });
    let mut seeds = Vec::new();
    let mut turns = by_regime(lead, kind, bases);
    while seeds.len() < most && turns.iter().any(|turn| !turn.is_empty()) {
        for turn in &mut turns {
            while let Some((order, base, variables)) = turn.pop_front() {
                let Some(cap) = cap(kind, base, book) else { continue };
                let is_word = way.is_of_looks() || (!way.is_raw() && order.is_multiple_of(2));
                let draft = if is_word { &base.dressed } else { &base.plain };
                let changed = commit(draft, way, variables)
                    .map_err(|error| format!("{lead}/{}: {error}", base.name))?;
                let Some(changed) = changed else { continue };
                let least = if kind.note { Severity::Note } else { cap.min(Severity::Warning) };
                let id = format!("{lead}/{}.{}", base.name, if is_word { "docx" } else { "md" });
                seeds.push(Seed { id, family, kind, base, changed, is_word, is_neighbour, least });
                break;
            }
        }
    }
    seeds.truncate(most);
    Ok(seeds)
}

/// A draft, with its place among those of its regime.
type Turn<'a, 'b> = VecDeque<(u64, &'a Base, &'b Variables)>;

/// The drafts that a kind is for, by regime, in an order that differs from way to way.
fn by_regime<'a, 'b>(lead: &str, kind: &Kind, bases: &[(&'a Base, &'b Variables)]) -> Vec<Turn<'a, 'b>> {
    let fitting = bases.iter().filter(|(base, _)| kind.fits.holds(&base.name, &base.about));
    let mut ordered: Vec<_> = fitting
        .map(|(base, variables)| (fnv_1a(&format!("{lead}/{}", base.name)), *base, *variables))
        .collect();
    ordered.sort_by_key(|(order, _, _)| *order);
    let mut turns: Vec<Turn<'a, 'b>> = Vec::new();
    for own in ordered {
        let same = |turn: &&mut Turn<'_, '_>| {
            turn.front().is_some_and(|(_, first, _)| first.about.regime.id == own.1.about.regime.id)
        };
        match turns.iter_mut().find(same) {
            Some(turn) => turn.push_back(own),
            None => turns.push(VecDeque::from([own])),
        }
    }
    turns
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
