//! What a check knows while it runs.
//!
//! Everything is borrowed for the run of one document. What several rules ask for is worked out at the
//! first question and kept: the same selector stands in dozens of rules.

use super::judge::{Judged, regimes};
use super::named::{Numbers, Titles};
use super::node::Node;
use super::select::select;
use super::sizes::{Places, Sizes};
use super::territory::Territory;
use crate::document::{Address, Document, Locator, PartKind};
use crate::draft::Draft;
use crate::rulebook::{HeaderField, RuleBook, Selector};
use crate::text::Span;
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What a rule looks at: selectors, and the kinds of parts that count.
type Selection = (Box<[Selector]>, Box<[PartKind]>);

/// Nodes that are searched one by one; more are looked up.
const FEW: usize = 16;
/// What stands in the tables that only lay out the head and the end of a part.
const PLACES_OF_LAYOUT: [Selector; 6] = [
    Selector::Header(HeaderField::NationalName),
    Selector::Header(HeaderField::Organ),
    Selector::Header(HeaderField::NumberLine),
    Selector::SignatureLine,
    Selector::SignatureName,
    Selector::RecipientsLabel,
];

/// A document under examination.
pub struct Context<'a> {
    /// The rule book.
    pub book: &'a RuleBook,
    /// The draft.
    pub draft: &'a Draft,
    /// The document.
    pub document: &'a Document,
    /// Class, stage, day and regime.
    pub judged: &'a Judged,
    /// Nodes by selector: many rules look at the same places.
    selected: RefCell<HashMap<Selector, Rc<[Node]>>>,
    /// Nodes by selectors and kinds of parts, as rules ask for them.
    selections: RefCell<HashMap<Selection, Rc<[Node]>>>,
    /// Where the organ works: few rules ask, and the register is large.
    territory: OnceCell<Territory>,
    /// Sizes that are bound to each other: only those ask who mend one.
    sizes: OnceCell<Sizes>,
    /// Where the text names what it cites, and the titles of its parts.
    numbers: OnceCell<Numbers>,
    titles: RefCell<HashMap<Selector, Rc<Titles>>>,
    /// By part, which node of a selector is its first one.
    firsts: RefCell<HashMap<Selector, HashMap<Option<usize>, usize>>>,
    /// The tables that hold no content.
    tables_of_layout: OnceCell<HashSet<usize>>,
    /// Where the act is; a file may hold thousands of other parts.
    act: OnceCell<Option<usize>>,
    /// Made for the first finding: a clean draft needs none.
    locator: OnceCell<Locator<'a>>,
}

/// What a check is asked to judge.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// The places as the rule names them.
    pub selectors: &'a [Selector],
    /// Kinds of parts that count.
    pub parts: &'a [PartKind],
    /// The nodes, in order of the selectors, then of the text.
    pub nodes: &'a [Node],
}

impl<'a> Context<'a> {
    /// A context without any node yet.
    pub fn new(book: &'a RuleBook, draft: &'a Draft, document: &'a Document, judged: &'a Judged) -> Self {
        let (selected, selections) = (RefCell::default(), RefCell::default());
        let (territory, sizes, locator) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (numbers, titles, act) = (OnceCell::new(), RefCell::default(), OnceCell::new());
        let (firsts, tables_of_layout) = (RefCell::default(), OnceCell::new());
        Self {
            book,
            draft,
            document,
            judged,
            selected,
            selections,
            territory,
            sizes,
            numbers,
            titles,
            firsts,
            tables_of_layout,
            act,
            locator,
        }
    }

    /// The administrative units in which the organ works, as far as they are known.
    pub fn territory(&self) -> &Territory {
        self.territory.get_or_init(|| Territory::of(self.book, self.document, self.judged))
    }

    /// The sizes that rules bind.
    pub fn sizes(&self) -> &Sizes {
        self.sizes.get_or_init(|| {
            let rules = self.book.rules_of(&regimes(self.book, self.judged));
            let all = |selector| self.all(selector);
            let places = Places { draft: self.draft, document: self.document, all: &all };
            Sizes::of(rules.into_iter().map(|(_, rule)| rule), places)
        })
    }

    /// Where the numbers of cited instruments stand first.
    pub fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::of(self.document, &self.draft.text))
    }

    /// Which titles of parts the nodes of a selector name.
    pub fn titles(&self, within: Selector) -> Rc<Titles> {
        if let Some(known) = self.titles.borrow().get(&within) {
            return Rc::clone(known);
        }
        let titles = Titles::of(self.book.lexicon(), self.document, &self.all(within));
        let titles = Rc::new(titles);
        self.titles.borrow_mut().insert(within, Rc::clone(&titles));
        titles
    }

    /// The structural address of a span.
    pub fn address(&self, span: Span) -> Address {
        self.locator.get_or_init(|| Locator::new(self.draft, self.document)).at(span)
    }

    /// The words under a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(&self.draft.text)
    }

    /// Where the body of the part of a node begins.
    pub fn start_of_body(&self, node: &Node) -> usize {
        node.part_of(self.document).map_or(0, |part| part.body.start)
    }

    /// All nodes of a selector in the whole file.
    /// In order of the text, found at the first call and shared afterwards.
    pub fn all(&self, selector: Selector) -> Rc<[Node]> {
        if let Some(known) = self.selected.borrow().get(&selector) {
            return Rc::clone(known);
        }
        let nodes: Rc<[Node]> = select(self.draft, self.document, selector).into();
        self.selected.borrow_mut().insert(selector, Rc::clone(&nodes));
        nodes
    }

    /// The nodes of selectors in parts of the given kinds, if the kinds matter to the selector.
    pub fn select(&self, selectors: &[Selector], parts: &[PartKind]) -> Rc<[Node]> {
        let selection: Selection = (selectors.into(), parts.into());
        if let Some(known) = self.selections.borrow().get(&selection) {
            return Rc::clone(known);
        }
        let mut nodes = Vec::new();
        for &selector in selectors {
            let all = self.all(selector);
            let own = all.iter().filter(|node| selector.is_everywhere() || self.is_in(node, parts));
            nodes.extend(own.cloned());
        }
        let nodes: Rc<[Node]> = nodes.into();
        self.selections.borrow_mut().insert(selection, Rc::clone(&nodes));
        nodes
    }

    /// Whether a node stands in a part of one of the kinds; a page stands in none.
    fn is_in(&self, node: &Node, parts: &[PartKind]) -> bool {
        node.part_of(self.document).is_some_and(|part| parts.contains(&part.kind))
    }

    /// Index of the act among the parts.
    pub fn act(&self) -> Option<usize> {
        *self.act.get_or_init(|| self.document.parts.iter().position(|part| part.kind == PartKind::Act))
    }

    /// The first node of a selector: of the same part, else of the act, else of any part.
    /// For comparisons: an attachment is held against its own line where it has one, else against the
    /// act's.
    pub fn companion(&self, selector: Selector, part: Option<usize>) -> Option<Node> {
        let act = || self.act().and_then(|act| self.first_in(selector, Some(act)));
        self.first_in(selector, part).or_else(act).or_else(|| self.all(selector).first().cloned())
    }

    /// The first node of a selector in a part, or outside of all.
    pub fn first_in(&self, selector: Selector, part: Option<usize>) -> Option<Node> {
        let all = self.all(selector);
        if all.len() <= FEW {
            return all.iter().find(|node| node.part == part).cloned();
        }
        let mut firsts = self.firsts.borrow_mut();
        let own = firsts.entry(selector).or_insert_with(|| {
            // In reverse, so that the first one of a part stays.
            all.iter().enumerate().rev().map(|(index, node)| (node.part, index)).collect()
        });
        all.get(*own.get(&part)?).cloned()
    }

    /// The tables that only lay out the head and the end of a part, and hold no content.
    pub fn tables_of_layout(&self) -> &HashSet<usize> {
        self.tables_of_layout.get_or_init(|| {
            let nodes = PLACES_OF_LAYOUT.iter().flat_map(|place| self.all(*place).to_vec());
            let paragraphs = nodes.filter_map(|node| self.draft.paragraph_at(node.span.start));
            let cells = paragraphs.filter_map(|index| self.draft.paragraphs.get(index)?.cell);
            cells.map(|cell| cell.table).collect()
        })
    }
}
