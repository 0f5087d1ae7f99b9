//! What references of a file were once looked for: it may hold thousands to the same few places.

use super::{Index, bare, same_number};
use crate::document::{Part, PartKind, UnitKind};
use crate::engine::context::Context;
use crate::text::Span;
use crate::text::vietnamese::is_capitals;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What was once looked for.
pub(super) struct Known<'a, 'd> {
    /// For the words of a part.
    context: &'a Context<'d>,
    /// The units of each part by its index.
    units: RefCell<HashMap<usize, Rc<Index<'d>>>>,
    /// Labels of articles that stand inside paragraphs by the first byte of their part: paragraphs that run
    /// together hide units.
    labels: RefCell<HashMap<usize, Labels>>,
    /// Whether stretches of the text speak of another document.
    others: RefCell<HashMap<Span, bool>>,
    /// Appendices by their number as it is named.
    appendices: RefCell<HashMap<String, Appendix>>,
}

/// Labels of articles by their number in small letters, each list in order of the text.
type Labels = HashMap<String, Vec<Label>>;

/// Words that may be the label of an article.
struct Label {
    /// The first byte.
    start: usize,
    /// Whether they are written as labels are: `Điều`, and not `điều`.
    is_capital: bool,
}

/// Where an appendix is.
#[derive(Clone, Copy)]
pub(super) enum Appendix {
    /// In a file of its own: this one has none, or some without a number.
    Elsewhere,
    /// In the file.
    There,
    /// In the file, but not recognized.
    Hidden,
    /// Nowhere.
    Missing,
}

impl<'a, 'd> Known<'a, 'd> {
    /// Nothing is searched yet.
    pub(super) fn new(context: &'a Context<'d>) -> Self {
        let (units, labels) = (RefCell::default(), RefCell::default());
        Self { context, units, labels, others: RefCell::default(), appendices: RefCell::default() }
    }

    /// The units of a part by its index.
    pub(super) fn units(&self, index: usize, part: &'d Part) -> Rc<Index<'d>> {
        Rc::clone(self.units.borrow_mut().entry(index).or_insert_with(|| Rc::new(Index::of(part))))
    }

    /// Whether the label of that article stands anywhere in the part.
    pub(super) fn has_label(&self, part: &Part, number: &str) -> bool {
        self.of_labels(part, number, |labels| labels.iter().any(|label| label.is_capital))
    }

    /// Whether the label of that article, in any letters, stands in the part besides a reference. What a reference
    /// names ends its sentence as labels do; the words of a list end with its last member, in the same line.
    pub(super) fn has_label_besides(&self, part: &Part, number: &str, reference: Span) -> bool {
        self.of_labels(part, number, |labels| {
            let next = labels.partition_point(|label| label.start < reference.start);
            let is_its =
                |label: &Label| !self.context.draft.text[reference.start..label.start].contains('\n');
            let is_within = part.span.covers(reference) && labels.get(next).is_some_and(is_its);
            labels.len() > usize::from(is_within)
        })
    }

    /// What the labels of that article in a part tell.
    fn of_labels(&self, part: &Part, number: &str, told: impl FnOnce(&[Label]) -> bool) -> bool {
        let mut labels = self.labels.borrow_mut();
        let own =
            labels.entry(part.span.start).or_insert_with(|| labels_in(&self.context.draft.text, part.span));
        own.get(&number.to_lowercase()).is_some_and(|labels| told(labels))
    }

    /// Whether a stretch of the text speaks of another document than this one.
    pub(super) fn names_other(&self, span: Span) -> bool {
        let names = || bare::names_other(self.context.book.lexicon(), self.context.words(span));
        *self.others.borrow_mut().entry(span).or_insert_with(names)
    }

    /// Where the appendix of that number is.
    pub(super) fn appendix(&self, number: &str) -> Appendix {
        let mut known = self.appendices.borrow_mut();
        *known.entry(number.to_owned()).or_insert_with(|| where_is(self.context, number))
    }
}

/// Where the appendix of that number is.
fn where_is(context: &Context<'_>, number: &str) -> Appendix {
    let appendices = context.document.parts.iter().filter(|part| part.kind == PartKind::Appendix);
    // One alone needs no number, and is the first: where another is named, neither is right.
    let label = &context.book.lexicon().terms.attachments.appendix;
    let is_bare = |part: &Part| {
        part.appendix_number.is_none() && part.form.as_ref().is_some_and(|form| label.begins(&form.value))
    };
    let is_alone = appendices.clone().count() == 1 && appendices.clone().all(is_bare);
    if is_alone && !same_number(number, "1") {
        return if is_hidden_appendix(context, number) { Appendix::Hidden } else { Appendix::Missing };
    }
    let numbers: Option<Vec<&str>> = appendices.map(|part| part.appendix_number.as_deref()).collect();
    match numbers {
        None => Appendix::Elsewhere,
        Some(numbers) if numbers.is_empty() => Appendix::Elsewhere,
        Some(numbers) if numbers.iter().any(|own| same_number(own, number)) => Appendix::There,
        Some(_) if is_hidden_appendix(context, number) => Appendix::Hidden,
        Some(_) => Appendix::Missing,
    }
}

/// The labels of articles that stand anywhere in a stretch of the text.
fn labels_in(text: &str, span: Span) -> Labels {
    let word = UnitKind::Article.word();
    let (letters, small) = (word.chars().count(), word.to_lowercase());
    let words = span.of(text);
    let mut labels = Labels::new();
    for (blank, _) in words.match_indices(' ') {
        let rest = &words[blank + 1..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric());
        let Some(end) = end.filter(|end| rest[*end..].starts_with(['.', ':', '\n'])) else { continue };
        let Some((start, _)) = words[..blank].char_indices().nth_back(letters - 1) else { continue };
        let written = &words[start..blank];
        if written.to_lowercase() == small {
            let label = Label { start: span.start + start, is_capital: written == word };
            labels.entry(rest[..end].to_lowercase()).or_default().push(label);
        }
    }
    labels
}

/// Whether the heading of an appendix stands where it was not recognized: in a table, within a paragraph.
fn is_hidden_appendix(context: &Context<'_>, number: &str) -> bool {
    let text = &context.draft.text;
    let terms = &context.book.lexicon().terms;
    terms.attachments.appendix.iter().any(|label| {
        text.match_indices(label).any(|(at, label)| {
            let heads = is_capitals(label) || at == 0 || text[..at].ends_with('\n');
            let Some(behind) = text[at + label.len()..].strip_prefix(' ') else { return false };
            let behind = terms.header.number.strip(behind).map_or(behind, str::trim_start);
            let named = behind.split(|letter: char| !letter.is_alphanumeric()).next();
            heads && named.is_some_and(|named| same_number(named, number))
        })
    })
}
