//! Automatic numbering: its definitions, and the counters that run through the document.
//!
//! An automatic number is no text, but it is what the reader of the paper sees as `Điều 3.` or `a)`, so
//! labels are rendered as Word does: an instance (`num`) refers to a list (`abstractNum`) of nine
//! levels and may change any of them; the counters belong to the list.

use super::label::{self, NumberKind};
use super::measure;
use super::paragraph_props::ParagraphProps;
use super::xml::{self, Node};
use roxmltree::Document;
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;
/// The greatest number that is counted to.
const GREATEST: u32 = 1_000_000;

/// The numbering part.
#[derive(Default)]
pub struct Numbering {
    /// Lists by identifier.
    lists: HashMap<i32, List>,
    /// Instances by identifier: the numbers that paragraphs state.
    instances: HashMap<i32, Instance>,
}

/// A list of levels.
#[derive(Default)]
struct List {
    /// The levels from the uppermost; `None` is not defined.
    levels: [Option<Level>; LEVELS],
    /// The numbering style that holds the levels instead.
    linked: Option<String>,
}

/// A use of a list, with its own changes to it.
#[derive(Default)]
struct Instance {
    /// Identifier of its list.
    list: i32,
    /// Numbers at which its levels begin anew, once.
    starts: [Option<u32>; LEVELS],
    /// Levels that it defines in the place of the list's.
    levels: [Option<Level>; LEVELS],
}

/// A level of a list.
#[derive(Clone)]
pub struct Level {
    /// The first number.
    start: u32,
    /// How numbers are written.
    kind: NumberKind,
    /// The label, with `%1` to `%9` in the places of numbers.
    text: String,
    /// All numbers in it are written as decimals.
    legal: bool,
    /// Restarts after this level, from 1; 0 is never. `None`: after any higher level.
    restart: Option<u32>,
    /// The paragraph style that is tied to this level.
    style: Option<String>,
    /// Whether its bullet is a symbol or a picture.
    symbol: bool,
    /// Its paragraph properties, of which the indents matter.
    pub paragraph: ParagraphProps,
}

impl Numbering {
    /// Reads the numbering part. `number_of` gives the numbering that a numbering style stands for:
    /// lists may be linked to one.
    pub fn read(document: &Document<'_>, number_of: &dyn Fn(&str) -> Option<i32>) -> Self {
        let root = document.root_element();
        let mut numbering = Self::default();
        for node in xml::children(root, "abstractNum") {
            let Some(id) = number(node, "abstractNumId") else { continue };
            numbering.lists.entry(id).or_insert_with(|| List::read(node));
        }
        for node in xml::children(root, "num") {
            let Some(id) = number(node, "numId") else { continue };
            numbering.instances.entry(id).or_insert_with(|| Instance::read(node));
        }
        numbering.follow_links(number_of);
        numbering
    }

    /// Points each instance of a linked list at the list that holds the levels. One step is
    /// enough: the list of a numbering style is never linked itself.
    fn follow_links(&mut self, number_of: &dyn Fn(&str) -> Option<i32>) {
        let targets: HashMap<i32, i32> = self
            .lists
            .iter()
            .filter_map(|(&id, list)| {
                let instance = number_of(list.linked.as_ref()?)?;
                Some((id, self.instances.get(&instance)?.list))
            })
            .collect();
        for instance in self.instances.values_mut() {
            instance.list = *targets.get(&instance.list).unwrap_or(&instance.list);
        }
    }

    /// The definition of a level of an instance.
    pub fn level(&self, instance: Option<i32>, level: i32) -> Option<&Level> {
        let instance = self.instances.get(&instance?)?;
        let at = usize::try_from(level).ok()?;
        let own = instance.levels.get(at)?.as_ref();
        own.or_else(|| self.lists.get(&instance.list)?.levels[at].as_ref())
    }

    /// The level that names a paragraph style as its own.
    pub fn level_of_style(&self, instance: Option<i32>, style: &str) -> Option<i32> {
        (0..9).find(|&level| {
            self.level(instance, level).is_some_and(|level| level.style.as_deref() == Some(style))
        })
    }
}

impl List {
    /// Reads an `abstractNum`.
    fn read(node: Node<'_>) -> Self {
        let mut list =
            Self { linked: xml::child_value(node, "numStyleLink").map(str::to_owned), ..Self::default() };
        for level in xml::children(node, "lvl") {
            if let Some(slot) = place(level).and_then(|at| list.levels.get_mut(at)) {
                *slot = Some(Level::read(level));
            }
        }
        list
    }
}

impl Instance {
    /// Reads a `num`.
    fn read(node: Node<'_>) -> Self {
        let list = xml::child_value(node, "abstractNumId").and_then(measure::whole).unwrap_or(-1);
        let mut instance = Self { list, ..Self::default() };
        for change in xml::children(node, "lvlOverride") {
            let Some(at) = place(change).filter(|&at| at < LEVELS) else { continue };
            instance.starts[at] = xml::child_value(change, "startOverride").and_then(counted);
            instance.levels[at] = xml::child(change, "lvl").map(Level::read);
        }
        instance
    }
}

impl Level {
    /// Reads a `lvl`.
    fn read(node: Node<'_>) -> Self {
        let symbol = xml::child(node, "rPr")
            .and_then(|props| xml::child(props, "rFonts"))
            .and_then(|fonts| xml::attribute(fonts, "hAnsi").or_else(|| xml::attribute(fonts, "ascii")))
            .is_some_and(label::is_symbol_font);
        Self {
            start: xml::child_value(node, "start").and_then(counted).unwrap_or(0),
            kind: NumberKind::new(&number_format(node)),
            text: xml::child_value(node, "lvlText").unwrap_or_default().to_owned(),
            legal: xml::switch(node, "isLgl").unwrap_or(false),
            restart: xml::child_value(node, "lvlRestart").and_then(counted),
            style: xml::child_value(node, "pStyle").map(str::to_owned),
            symbol: symbol || xml::child(node, "lvlPicBulletId").is_some(),
            paragraph: xml::child(node, "pPr").map(ParagraphProps::read).unwrap_or_default(),
        }
    }
}

/// The format of a level, which may hide in an `mc:AlternateContent`.
fn number_format(node: Node<'_>) -> String {
    let direct = xml::child(node, "numFmt");
    let found = direct.or_else(|| node.descendants().find(|inner| xml::is(*inner, "numFmt")));
    let Some(format) = found else { return "decimal".to_owned() };
    match xml::value(format) {
        Some("custom") => xml::attribute(format, "format").unwrap_or("decimal").to_owned(),
        Some(kind) => kind.to_owned(),
        None => "decimal".to_owned(),
    }
}

/// A whole number in an attribute.
fn number(node: Node<'_>, name: &str) -> Option<i32> {
    xml::attribute(node, name).and_then(measure::whole)
}

/// The level from 0 that a node is or changes.
fn place(node: Node<'_>) -> Option<usize> {
    number(node, "ilvl").and_then(|level| usize::try_from(level).ok())
}

/// A number that is counted from: not negative, and bounded.
fn counted(text: &str) -> Option<u32> {
    measure::whole(text).and_then(|number| u32::try_from(number).ok()).map(|number| number.min(GREATEST))
}

/// The counters of all lists, as they run through the document.
#[derive(Default)]
pub struct Counters {
    /// By list, since instances of one list share their numbers.
    values: HashMap<i32, [Option<u32>; LEVELS]>,
    /// Instances and levels whose own start was already applied.
    started: HashSet<(i32, usize)>,
}

impl Counters {
    /// Counts a paragraph and gives its label as rendered; `None` where nothing is rendered.
    pub fn next(&mut self, numbering: &Numbering, number: i32, level: i32) -> Option<String> {
        let instance = numbering.instances.get(&number)?;
        let at = usize::try_from(level).ok().filter(|&at| at < LEVELS)?;
        let own = numbering.level(Some(number), level)?;
        let values = self.values.entry(instance.list).or_default();
        let restarts = instance.starts[at].is_some() && self.started.insert((number, at));
        let start = instance.starts[at].unwrap_or(own.start);
        values[at] = Some(match values[at] {
            Some(last) if !restarts => last.saturating_add(1).min(GREATEST),
            _ => start,
        });
        for (below, value) in values.iter_mut().enumerate().skip(at + 1) {
            let restart = numbering.level(Some(number), level_number(below)).and_then(|level| level.restart);
            if restart.is_none_or(|after| after > level.unsigned_abs()) {
                *value = None;
            }
        }
        let values = *values;
        render(numbering, number, own, &values)
    }
}

/// A level as properties write it.
fn level_number(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(0)
}

/// The label of a level with the numbers of its own and of the levels above it.
fn render(numbering: &Numbering, number: i32, own: &Level, values: &[Option<u32>; LEVELS]) -> Option<String> {
    if own.kind == NumberKind::Bullet {
        return label::bullet(&own.text, own.symbol);
    }
    let mut text = String::new();
    let mut letters = own.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit = letters.peek().and_then(|next| next.to_digit(10)).filter(|digit| (1..=9).contains(digit));
        let (Some(digit), '%') = (digit, letter) else {
            text.push(letter);
            continue;
        };
        letters.next();
        let at = digit as usize - 1;
        let Some(level) = numbering.level(Some(number), level_number(at)) else { continue };
        // A higher level that was not counted yet shows the number it would start with.
        let value = values[at].unwrap_or(level.start);
        let kind = if own.legal { level.kind.legal() } else { level.kind };
        text.push_str(&kind.write(value));
    }
    label::normalized(&text)
}
