//! Lines: the pieces in which headers and signatures are typed.
//!
//! A paragraph of prose is one line. In a header or a signature a paragraph may hold several
//! lines (soft breaks) and two columns (tabs or a run of blanks); those are told apart here.

use crate::document::Component;
use crate::draft::{Alignment, CellAddress, Draft, Paragraph, Story};
use crate::rulebook::Lexicon;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;
use crate::text::vietnamese::is_capitals;

/// Number of blanks that separate two columns typed with the space bar.
const COLUMN_GAP: &str = "     ";

/// A line of a draft.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Its words, without white space around them.
    pub span: Span,
    /// The cell it stands in.
    pub cell: Option<CellAddress>,
}

/// A draft with its body paragraphs, for the recognizers to read.
/// Recognizers speak of a *position* (an index into [`Reader::paragraphs`]) where they walk along the
/// body, and of a *paragraph* (an index into the draft's) where they look at one.
pub struct Reader<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The words by which its parts are known.
    pub lexicon: &'a Lexicon,
    /// Indices of the non-empty paragraphs of the body, in order.
    pub paragraphs: Vec<usize>,
}

impl<'a> Reader<'a> {
    /// Prepares a draft.
    pub fn new(draft: &'a Draft, lexicon: &'a Lexicon) -> Self {
        let is_text = |paragraph: &Paragraph| paragraph.story == Story::Body && has_words(paragraph, draft);
        let paragraphs = draft.paragraphs.iter().enumerate();
        let paragraphs = paragraphs.filter(|(_, it)| is_text(it)).map(|(index, _)| index).collect();
        Self { draft, lexicon, paragraphs }
    }

    /// The words of a paragraph without white space around them.
    pub fn text(&self, paragraph: usize) -> &'a str {
        self.draft.paragraphs[paragraph].span.of(&self.draft.text).trim()
    }

    /// The span of a paragraph without white space around it.
    pub fn span(&self, paragraph: usize) -> Span {
        self.draft.paragraphs[paragraph].span.trim(&self.draft.text)
    }

    /// The words under a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(&self.draft.text)
    }

    /// The words of the paragraph that follows in the body.
    pub fn next_text(&self, paragraph: usize) -> Option<&'a str> {
        let position = self.paragraphs.partition_point(|known| *known <= paragraph);
        self.paragraphs.get(position).map(|next| self.text(*next))
    }

    /// The cell of a paragraph.
    pub fn cell(&self, paragraph: usize) -> Option<CellAddress> {
        self.draft.paragraphs[paragraph].cell
    }

    /// The automatic label of a paragraph; bullets count as a dash.
    pub fn label(&self, paragraph: usize) -> Option<&'a str> {
        self.draft.paragraphs[paragraph].label.as_deref()
    }

    /// The lines of a paragraph, split at soft breaks, tabs, runs of blanks and bars.
    /// In a column typed with blanks the gap is five of them or more, as nobody types within a line. A bar
    /// parts columns where no table does: converters to plain text write cells so.
    pub fn lines(&self, paragraph: usize) -> Vec<Line> {
        let own = self.draft.paragraphs[paragraph].span;
        let words = own.of(&self.draft.text);
        let cell = self.cell(paragraph);
        let bar = |letter: char| letter == '|' && cell.is_none();
        let mut lines = Vec::new();
        let mut push = |start: usize, end: usize| {
            let span = Span::new(own.start + start, own.start + end).trim(&self.draft.text);
            let words = span.of(&self.draft.text);
            let begin = span.start + (words.len() - words.trim_start_matches(bar).len());
            let inside = words.trim_matches(bar).len();
            let span = Span::new(begin, begin + inside).trim(&self.draft.text);
            if !span.is_empty() {
                lines.push(Line { paragraph, span, cell });
            }
        };
        let mut start = 0;
        for (at, _) in words.match_indices([' ', '\n', '\t']) {
            let rest = &words[at..];
            let parted = cell.is_none() && rest.starts_with(" | ");
            if rest.starts_with('\n') || parted || begins_column(rest) {
                push(start, at);
                start = at + 1;
            }
        }
        push(start, words.len());
        lines
    }

    /// The lines of a paragraph as far as they lie in `within`.
    pub fn lines_in(&self, paragraph: usize, within: Span) -> Vec<Span> {
        let lines = self.lines(paragraph).into_iter().map(|line| line.span);
        let cut = lines.map(|line| Span::new(line.start.max(within.start), line.end.min(within.end)));
        cut.filter(|line| !line.is_empty())
            .map(|line| line.trim(&self.draft.text))
            .filter(|line| !line.is_empty())
            .collect()
    }

    /// A component of one line.
    pub fn component(&self, span: Span, certainty: Certainty) -> Component {
        Component::line(&self.draft.text, span.trim(&self.draft.text), certainty)
    }

    /// A component of several lines.
    pub fn wrapped(&self, lines: &[Span], certainty: Certainty) -> Component {
        Component::wrapped(&self.draft.text, lines.to_vec(), certainty)
    }

    /// Whether the paragraph is set like a heading: bold throughout, as far as the source tells.
    pub fn is_bold(&self, paragraph: usize) -> Option<bool> {
        let runs = self.draft.paragraphs[paragraph].runs.iter();
        let mut known =
            runs.filter(|run| !run.span.of(&self.draft.text).trim().is_empty()).map(|run| run.style.bold);
        let first = known.next()??;
        known.all(|bold| bold == Some(first)).then_some(first)
    }

    /// Whether the paragraph is centred, as far as the source tells.
    pub fn is_centered(&self, paragraph: usize) -> Option<bool> {
        self.draft.paragraphs[paragraph].style.alignment.map(|alignment| alignment == Alignment::Center)
    }

    /// Whether the words are shown in capitals.
    pub fn is_capitals(&self, span: Span) -> bool {
        is_capitals(self.words(span)) || self.shown_in_capitals(span)
    }

    /// Whether the style shows letters as capitals, whatever was typed.
    fn shown_in_capitals(&self, span: Span) -> bool {
        use crate::draft::Capitals;
        let Some(paragraph) = self.draft.paragraph_at(span.start) else { return false };
        let mut runs = self.draft.paragraphs[paragraph].runs_in(span).peekable();
        runs.peek().is_some() && runs.all(|run| run.style.capitals == Some(Capitals::All))
    }
}

/// The words behind a dash, bullet or number that somebody typed before them.
pub fn without_dash(words: &str) -> &str {
    /// Figures in the number of a line.
    const FIGURES: usize = 2;
    let rest = words.trim_start_matches(['-', '–', '—', '•', '+']);
    if rest.len() < words.len() {
        return rest.trim_start();
    }
    let behind = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = (1..=FIGURES).contains(&(words.len() - behind.len()));
    let rest = behind.strip_prefix(['.', ')', '/']).filter(|rest| numbered && rest.starts_with(' '));
    rest.map_or(words, str::trim_start)
}

/// Whether a gap separates two columns. A gap before `/QĐ-UBND`, `tháng` or `năm` is a blank to be
/// filled in.
fn begins_column(rest: &str) -> bool {
    if !rest.starts_with('\t') && !rest.starts_with(COLUMN_GAP) {
        return false;
    }
    let next = rest.trim_start_matches([' ', '\t']);
    !next.starts_with('/') && !["tháng", "năm", "ngày"].iter().any(|word| next.starts_with(word))
}

/// Whether anything but white space stands in a paragraph.
fn has_words(paragraph: &Paragraph, draft: &Draft) -> bool {
    !paragraph.span.of(&draft.text).trim().is_empty()
}
