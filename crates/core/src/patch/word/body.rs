//! The marks of comments in the main part: where a range begins and ends, and how a run is cut there.
//!
//! A comment is one contiguous range of the body. Where its words begin or end within a run, the run is
//! cut in two of the same look: the letters stay what they are. Word has no comments in headers, footers,
//! notes and text boxes ([MS-OI29500] 2.1.315): what is said of those stands at the paragraph of the body
//! at which a reader finds them.

use super::super::splice::Splice;
use super::parts::prefix_of;
use crate::draft::{Draft, Story};
use crate::finding::{Anchor, Place, Side};
use crate::read::docx::encoding::Encoding;
use crate::read::docx::xml::{self, Node};
use crate::text::{SourceSpan, Span};
use roxmltree::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where a comment stands, in bytes of the main part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On these bytes: from the first to the last byte of the words.
    Words(Range<usize>),
    /// At one edge of the content of a paragraph, whose element this is.
    Edge(Range<usize>, Side),
}

/// Where comments on these places stand; `None` where the body has no paragraph at all. The places of
/// the draft are bytes of the file: they are led back to the text of the part.
pub fn stands(
    draft: &Draft,
    places: &[Option<Place>],
    part: &str,
    text: &str,
    encoding: Encoding,
) -> Vec<Option<Stand>> {
    let main = draft.map.parts().iter().position(|name| name == part);
    let room = Room { draft, main, text };
    let mut stands: Vec<Option<Stand>> = places.iter().map(|place| room.stand(place.as_ref())).collect();
    let ranges = stands.iter_mut().flatten().map(|stand| match stand {
        Stand::Words(range) | Stand::Edge(range, _) => range,
    });
    encoding.to_text(text, ranges);
    stands
}

/// The body in which places are sought.
struct Room<'d> {
    draft: &'d Draft,
    main: Option<usize>,
    text: &'d str,
}

impl Room<'_> {
    fn stand(&self, place: Option<&Place>) -> Option<Stand> {
        let Some(place) = place else { return self.edge(0, Side::Before) };
        match place.anchor {
            Anchor::Words if !place.span.is_empty() => self.words(place),
            Anchor::Words => self.edge(self.draft.paragraph_at(place.span.start)?, Side::Before),
            Anchor::Gap { paragraph, side } => self.edge(paragraph, side),
            Anchor::Paragraph(paragraph) => {
                let own = self.draft.paragraphs.get(paragraph)?;
                let span = own.span.trim(&self.draft.text);
                if span.is_empty() {
                    return self.edge(paragraph, Side::Before);
                }
                self.words(&Place { span, ..place.clone() })
            }
            Anchor::Section(section) | Anchor::HeaderPart(section) => {
                let first = self.draft.paragraphs.iter().position(|own| own.section == section);
                self.edge(first.unwrap_or(0), Side::Before)
            }
            Anchor::Document => self.edge(0, Side::Before),
        }
    }

    /// The words of a place, where they stand in the text of the body itself. Words that are read in another
    /// order than they are written (a form with boxes) have no range of their own; there it is the words of
    /// the first paragraph.
    fn words(&self, place: &Place) -> Option<Stand> {
        let paragraph = self.draft.paragraph_at(place.span.start)?;
        let of = |span| {
            let pieces = self.draft.map.pieces(span);
            let here = pieces.iter().all(|piece| Some(piece.part) == self.main);
            let in_order = pieces.windows(2).all(|pair| pair[0].end <= pair[1].start);
            let range = pieces.first()?.start..pieces.last()?.end;
            (here && in_order && !range.is_empty()).then_some(range)
        };
        if !self.is_body(paragraph) {
            return self.edge(paragraph, Side::Before);
        }
        let first = self.draft.paragraphs.get(paragraph)?.span;
        let cut = Span::new(place.span.start, place.span.end.min(first.end)).trim(&self.draft.text);
        match of(place.span).or_else(|| of(cut)) {
            Some(range) => Some(Stand::Words(range)),
            None => self.edge(paragraph, Side::Before),
        }
    }

    /// The edge of a paragraph, or of the one of the body at which it is found.
    fn edge(&self, paragraph: usize, side: Side) -> Option<Stand> {
        let own = self.draft.paragraphs.get(paragraph)?;
        let element = own.element.filter(|element| self.has_content(*element));
        if let Some(element) = element.filter(|_| self.is_body(paragraph)) {
            return Some(Stand::Edge(element.start..element.end, side));
        }
        let at = own.stands_at.filter(|at| self.is_body(*at)).unwrap_or(paragraph);
        let near = self.nearest(at)?;
        Some(Stand::Edge(near.start..near.end, if at == paragraph { side } else { Side::Before }))
    }

    /// The element of the paragraph of the body that is nearest to one, with content to stand in.
    fn nearest(&self, at: usize) -> Option<SourceSpan> {
        let fits = |index: &usize| {
            let element = self.draft.paragraphs[*index].element;
            self.is_body(*index) && element.is_some_and(|element| self.has_content(element))
        };
        let count = self.draft.paragraphs.len();
        let before = (0..=at.min(count.checked_sub(1)?)).rev().find(fits);
        let found = before.or_else(|| (at..count).find(fits))?;
        self.draft.paragraphs[found].element
    }

    /// Whether a paragraph stands in the text of the body itself, where Word has comments.
    fn is_body(&self, paragraph: usize) -> bool {
        self.draft.paragraphs.get(paragraph).is_some_and(|own| {
            own.story == Story::Body
                && !own.in_text_box
                && own.element.is_some_and(|element| Some(element.part) == self.main)
        })
    }

    /// Whether an element has a start and an end of its own. In other encodings than UTF-8 the bytes are
    /// not those of the text; there the length tells: `<w:p/>` is shorter than any element with both.
    fn has_content(&self, element: SourceSpan) -> bool {
        match self.text.get(element.start..element.end) {
            Some(own) if own.starts_with('<') => own.ends_with('>') && !own.ends_with("/>"),
            _ => element.end - element.start > 40,
        }
    }
}

/// Comments that begin, end or stand at one place of the main part.
#[derive(Default)]
struct Marks {
    ends: Vec<u32>,
    points: Vec<u32>,
    starts: Vec<u32>,
}

/// The changes of the main part that put comments in, each with its id and place. A place that cannot be
/// reached by a cut is widened to the run that holds it.
pub fn mark(text: &str, document: &Document<'_>, comments: &[(u32, Stand)]) -> Vec<Splice> {
    let runs = Runs::of(text, document);
    let mut cuts: BTreeMap<usize, (Cut, Marks)> = BTreeMap::new();
    for (id, stand) in comments {
        match stand {
            Stand::Words(range) => {
                let (start, end) = (runs.cut(range.start, Edge::Start), runs.cut(range.end, Edge::End));
                if let (Some(start), Some(end)) = (start, end)
                    && start.at < end.at
                {
                    cuts.entry(start.at).or_insert_with(|| (start, Marks::default())).1.starts.push(*id);
                    cuts.entry(end.at).or_insert_with(|| (end, Marks::default())).1.ends.push(*id);
                } else if let Some(cut) = runs.paragraph_of(range.start) {
                    cuts.entry(cut.at).or_insert_with(|| (cut, Marks::default())).1.points.push(*id);
                }
            }
            Stand::Edge(element, side) => {
                if let Some(cut) = runs.edge(element.clone(), *side) {
                    cuts.entry(cut.at).or_insert_with(|| (cut, Marks::default())).1.points.push(*id);
                }
            }
        }
    }
    // Letters that are cut twice say only once that their blanks count.
    let keep: BTreeSet<usize> = cuts.values().filter_map(|(cut, _)| cut.keep_blanks).collect();
    let keep = keep.into_iter().map(|at| Splice::insert(at, " xml:space=\"preserve\""));
    keep.chain(cuts.into_values().map(|(cut, marks)| cut.splice(&marks))).collect()
}

/// Which end of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// A place between two elements that may hold runs, with what must be written around it to get there.
struct Cut {
    /// Byte of the main part.
    at: usize,
    /// What ends the run that is cut; empty between runs.
    close: String,
    /// What begins its other half.
    open: String,
    /// Where the first half must say that its blanks count.
    keep_blanks: Option<usize>,
    /// The prefix of WordprocessingML there, with its colon, and a declaration where there is none.
    name: Name,
}

/// How elements of WordprocessingML are written at a place.
#[derive(Clone)]
struct Name {
    prefix: String,
    declaration: String,
}

impl Name {
    /// At an element of WordprocessingML.
    fn at(node: Node<'_>, text: &str) -> Self {
        let prefix = prefix_of(node, text);
        if !prefix.is_empty() {
            return Self { prefix: prefix.to_owned(), declaration: String::new() };
        }
        // Attributes have no namespace without a prefix, so that one must be declared.
        let space = node.tag_name().namespace().unwrap_or_default();
        Self { prefix: "w:".to_owned(), declaration: format!(" xmlns:w=\"{space}\"") }
    }

    fn element(&self, name: &str, id: u32) -> String {
        let Self { prefix, declaration } = self;
        format!("<{prefix}{name}{declaration} {prefix}id=\"{id}\"/>")
    }

    fn start(&self, id: u32) -> String {
        self.element("commentRangeStart", id)
    }

    fn end(&self, id: u32) -> String {
        let Self { prefix, declaration } = self;
        let reference = self.element("commentReference", id);
        format!("{}<{prefix}r{declaration}>{reference}</{prefix}r>", self.element("commentRangeEnd", id))
    }
}

impl Cut {
    fn splice(self, marks: &Marks) -> Splice {
        let mut text = self.close;
        marks.ends.iter().for_each(|id| text.push_str(&self.name.end(*id)));
        for id in &marks.points {
            text.push_str(&self.name.start(*id));
            text.push_str(&self.name.end(*id));
        }
        marks.starts.iter().for_each(|id| text.push_str(&self.name.start(*id)));
        text.push_str(&self.open);
        Splice::insert(self.at, text)
    }
}

/// The runs of the main part in order, to be sought by place.
struct Runs<'x, 'd> {
    text: &'x str,
    all: Vec<roxmltree::Node<'d, 'd>>,
    paragraphs: Vec<roxmltree::Node<'d, 'd>>,
}

impl<'x, 'd> Runs<'x, 'd> {
    fn of(text: &'x str, document: &'d Document<'d>) -> Self {
        let all = |name: &'static str| document.descendants().filter(move |node| xml::is(*node, name));
        Self { text, all: all("r").collect(), paragraphs: all("p").collect() }
    }

    /// The innermost node of an ordered list that holds a byte.
    fn holder(list: &[roxmltree::Node<'d, 'd>], at: usize, edge: Edge) -> Option<roxmltree::Node<'d, 'd>> {
        let holds = |node: &roxmltree::Node<'_, '_>| match edge {
            Edge::Start => node.range().start <= at && at < node.range().end,
            Edge::End => node.range().start < at && at <= node.range().end,
        };
        let before = list.partition_point(|node| match edge {
            Edge::Start => node.range().start <= at,
            Edge::End => node.range().start < at,
        });
        // Nested ones lie behind their host, so that the nearest before the place is the innermost, or
        // one that ended already within the host.
        list[..before].iter().rev().take(DEEPEST_NEST).find(|node| holds(node)).copied()
    }

    /// The cut at a byte of words.
    fn cut(&self, at: usize, edge: Edge) -> Option<Cut> {
        let run = Self::holder(&self.all, at, edge)?;
        let child = run.children().filter(Node::is_element).find(|node| match edge {
            Edge::Start => node.range().start <= at && at < node.range().end,
            Edge::End => node.range().start < at && at <= node.range().end,
        });
        let child = child?;
        if xml::is(child, "t")
            && let Some(cut) = self.within(run, child, at)
        {
            return Some(cut);
        }
        Some(match edge {
            Edge::Start => self.between(run, child.range().start),
            Edge::End => self.between(run, child.range().end),
        })
    }

    /// A cut within the letters of an element `t`; `None` where they begin or end there, or where the
    /// place is inside of something that is no plain text.
    fn within(&self, run: Node<'_>, letters: Node<'_>, at: usize) -> Option<Cut> {
        let range = letters.range();
        let own = &self.text[range.clone()];
        let content = range.start + own.find('>')? + 1..range.start + own.rfind("</")?;
        if at <= content.start || at >= content.end {
            return None;
        }
        let before = &self.text[content.start..at];
        let is_inside = |open: &str, close: &str| {
            before.rfind(open).is_some_and(|opened| !before[opened..].contains(close))
        };
        if is_inside("<![CDATA[", "]]>") || is_inside("<!--", "-->") || is_inside("&", ";") {
            return None;
        }
        let mut stated = letters.attributes().filter(|own| own.name() == "space").peekable();
        let is_stated = stated.peek().is_some();
        let keeps = stated.any(|own| own.value() == "preserve");
        let words = &self.text[content.clone()];
        // An attribute cannot stand there a second time, either.
        if !keeps && (is_stated || words.trim() != words) {
            // Word drops the blanks at the ends of these letters. Were they kept now, the text would change.
            return None;
        }
        let (run_name, letters_name) = (prefix_of(run, self.text), prefix_of(letters, self.text));
        Some(Cut {
            at,
            close: format!("</{letters_name}t></{run_name}r>"),
            open: format!("{}<{letters_name}t xml:space=\"preserve\">", self.opening(run)),
            keep_blanks: (!keeps).then(|| content.start - 1),
            name: Name::at(run, self.text),
        })
    }

    /// A cut between two elements of a run, which is before or after the run where nothing but its
    /// properties stands on that side.
    fn between(&self, run: Node<'_>, at: usize) -> Cut {
        let content = run.children().filter(Node::is_element).filter(|node| !xml::is(*node, "rPr"));
        let (mut before, mut after) = (false, false);
        for node in content {
            before |= node.range().end <= at;
            after |= node.range().start >= at;
        }
        let name = Name::at(run, self.text);
        let outside =
            |at| Cut { at, close: String::new(), open: String::new(), keep_blanks: None, name: name.clone() };
        match (before, after) {
            (false, _) => outside(run.range().start),
            (true, false) => outside(run.range().end),
            (true, true) => Cut {
                at,
                close: format!("</{}r>", prefix_of(run, self.text)),
                open: self.opening(run),
                keep_blanks: None,
                name,
            },
        }
    }

    /// The start of a run and its properties once more. A tracked change of its look keeps to the first
    /// half, for a change has one number.
    fn opening(&self, run: Node<'_>) -> String {
        let range = run.range();
        let own = &self.text[range.clone()];
        let start = own.find('>').map_or("", |end| &own[..=end]);
        let Some(props) = xml::child(run, "rPr") else { return start.to_owned() };
        let mut text = self.text[props.range()].to_owned();
        if let Some(change) = xml::child(props, "rPrChange") {
            let from = change.range().start - props.range().start;
            text.replace_range(from..from + change.range().len(), "");
        }
        format!("{start}{text}")
    }

    /// The edge of the content of a paragraph.
    fn edge(&self, element: Range<usize>, side: Side) -> Option<Cut> {
        let at = self.paragraphs.partition_point(|node| node.range().start < element.start);
        let paragraph = self.paragraphs.get(at).filter(|node| node.range().start == element.start)?;
        self.edge_of(*paragraph, side)
    }

    fn paragraph_of(&self, at: usize) -> Option<Cut> {
        self.edge_of(Self::holder(&self.paragraphs, at, Edge::Start)?, Side::Before)
    }

    fn edge_of(&self, paragraph: Node<'_>, side: Side) -> Option<Cut> {
        let range = paragraph.range();
        let own = &self.text[range.clone()];
        let end = range.start + own.rfind("</").filter(|_| !own.ends_with("/>"))?;
        let at = match side {
            Side::After => end,
            Side::Before => match xml::child(paragraph, "pPr") {
                Some(props) => props.range().end,
                None => range.start + own.find('>')? + 1,
            },
        };
        Some(Cut {
            at,
            close: String::new(),
            open: String::new(),
            keep_blanks: None,
            name: Name::at(paragraph, self.text),
        })
    }
}

/// How many runs or paragraphs before a place may lie inside the one that holds it (those of text boxes)
/// before it is given up: a bound on work, far above what one anchor holds in real files.
const DEEPEST_NEST: usize = 4096;

/// The markup of some comments in the main part, to be taken out: their ranges, and their references with
/// the runs that hold nothing else.
pub fn unmark(document: &Document<'_>, ids: &dyn Fn(&str) -> bool) -> Vec<Splice> {
    let of = |node: Node<'_>| xml::attribute(node, "id").is_some_and(ids);
    let mut splices = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        match xml::word_name(node) {
            "commentRangeStart" | "commentRangeEnd" if of(node) => splices.push(Splice::remove(node.range())),
            "commentReference" if of(node) => {
                let alone = |run: &Node<'_>| {
                    xml::is(*run, "r")
                        && run
                            .children()
                            .filter(Node::is_element)
                            .all(|own| own == node || xml::is(own, "rPr"))
                };
                let gone = node.parent().filter(alone).unwrap_or(node);
                splices.push(Splice::remove(gone.range()));
            }
            _ => {}
        }
    }
    splices
}
