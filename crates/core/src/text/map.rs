//! Normalization at the door, and the way back to the source.
//!
//! A reader pushes the characters of a paragraph with the places they come from; the builder
//! composes them (NFC) across run boundaries, folds U+00A0 to a blank, drops what has no width,
//! and remembers where each byte of the result came from.

use super::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSpan {
    /// Index of the part in [`OffsetMap::parts`]: the name of a .docx part, or empty for a plain file.
    pub part: usize,
    /// First byte in the part.
    pub start: usize,
    /// One past the last byte in the part.
    pub end: usize,
}

/// A peculiarity that normalization removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// Which.
    pub kind: OddityKind,
    /// The letters concerned, or the empty span where a dropped character stood.
    pub span: Span,
}

/// Kinds of peculiarities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OddityKind {
    /// A letter whose marks were typed as separate characters (not NFC).
    Decomposed,
    /// A character without width (U+200B, U+FEFF and their like), dropped.
    ZeroWidth,
    /// A soft hyphen, dropped.
    SoftHyphen,
    /// A control character, dropped.
    Control,
}

/// Where each byte of the normalized text comes from.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    parts: Vec<String>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    text: Span,
    part: usize,
    start: usize,
    end: usize,
    /// Same bytes on both sides, so that offsets inside map one to one.
    verbatim: bool,
}

impl OffsetMap {
    /// Names of the parts of the source; one empty name for a plain file.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The source of a span of the normalized text. Bytes that were never in the source (the end
    /// of a paragraph) map to the gap beside their neighbour. `None` for an empty draft, or when
    /// the ends lie in different parts.
    pub fn source(&self, span: Span) -> Option<SourceSpan> {
        let first = self.piece_at(span.start)?;
        let start = first.source_of(span.start, Edge::Start);
        if span.is_empty() {
            return Some(SourceSpan { part: first.part, start, end: start });
        }
        let last = self.piece_at(span.end - 1)?;
        let end = last.source_of(span.end, Edge::End);
        (first.part == last.part && start <= end).then_some(SourceSpan { part: first.part, start, end })
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.text.start <= offset);
        self.pieces.get(after.saturating_sub(1))
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

impl Piece {
    fn source_of(&self, offset: usize, edge: Edge) -> usize {
        if offset <= self.text.start {
            self.start
        } else if offset >= self.text.end {
            self.end
        } else if self.verbatim {
            self.start + (offset - self.text.start)
        } else {
            match edge {
                Edge::Start => self.start,
                Edge::End => self.end,
            }
        }
    }
}

/// A place in the paragraph that is being built; see [`TextBuilder::mark`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(usize);

struct Sourced {
    letter: char,
    part: usize,
    start: usize,
    end: usize,
}

/// Builds the normalized text paragraph by paragraph.
#[derive(Default)]
pub struct TextBuilder {
    text: String,
    map: OffsetMap,
    oddities: Vec<Oddity>,
    pending: Vec<Sourced>,
}

/// A paragraph that was just finished.
pub struct BuiltParagraph {
    /// Its text, without the closing `\n`.
    pub span: Span,
    /// Normalized offset of each character boundary of what was pushed.
    boundaries: Vec<usize>,
}

impl BuiltParagraph {
    /// The offset in the normalized text of a mark taken while the paragraph was built. A mark
    /// inside a letter (between a vowel and its tone mark) lies after that letter.
    pub fn offset(&self, mark: Mark) -> usize {
        self.boundaries.get(mark.0).copied().unwrap_or(self.span.end)
    }
}

impl TextBuilder {
    /// A builder without text.
    pub fn new() -> Self {
        Self::default()
    }

    /// The index of a part of the source, added at its first mention.
    pub fn part(&mut self, name: &str) -> usize {
        if let Some(index) = self.map.parts.iter().position(|known| known == name) {
            return index;
        }
        self.map.parts.push(name.to_owned());
        self.map.parts.len() - 1
    }

    /// Offset at which the next paragraph will start.
    pub fn next_offset(&self) -> usize {
        self.text.len()
    }

    /// The text of the finished paragraphs.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was pushed since the last finished paragraph.
    pub fn is_paragraph_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// The present place in the paragraph.
    pub fn mark(&self) -> Mark {
        Mark(self.pending.len())
    }

    /// Pushes text that stands in the source byte for byte, from `start` on.
    pub fn push_verbatim(&mut self, text: &str, part: usize, start: usize) {
        self.pending.extend(text.char_indices().map(|(offset, letter)| Sourced {
            letter,
            part,
            start: start + offset,
            end: start + offset + letter.len_utf8(),
        }));
    }

    /// Pushes text that the source writes in another way (an entity, an element such as
    /// `<w:tab/>`): all of it comes from `[start, end)`.
    pub fn push_mapped(&mut self, text: &str, part: usize, start: usize, end: usize) {
        self.pending.extend(text.chars().map(|letter| Sourced { letter, part, start, end }));
    }

    /// Ends the paragraph: normalizes what was pushed and closes it with `\n`.
    pub fn finish_paragraph(&mut self) -> BuiltParagraph {
        let start = self.text.len();
        let pending = std::mem::take(&mut self.pending);
        let mut boundaries = Vec::with_capacity(pending.len() + 1);
        let mut at = 0;
        while at < pending.len() {
            let mut end = at + 1;
            while end < pending.len() && canonical_combining_class(pending[end].letter) != 0 {
                end += 1;
            }
            boundaries.push(self.text.len());
            self.append_cluster(&pending[at..end]);
            boundaries.extend(std::iter::repeat_n(self.text.len(), end - at - 1));
            at = end;
        }
        let span = Span::new(start, self.text.len());
        boundaries.push(span.end);
        self.text.push('\n');
        BuiltParagraph { span, boundaries }
    }

    /// The finished text, its map and its peculiarities.
    pub fn finish(self) -> (String, OffsetMap, Vec<Oddity>) {
        (self.text, self.map, self.oddities)
    }

    fn append_cluster(&mut self, cluster: &[Sourced]) {
        let start = self.text.len();
        if let [single] = cluster {
            let letter = single.letter;
            if letter.is_ascii() && !letter.is_ascii_control() {
                self.text.push(letter);
                return self.record(start, cluster);
            }
            if let Some(kind) = dropped(letter) {
                return self.oddities.push(Oddity { kind, span: Span::at(start) });
            }
            match folded(letter) {
                Some(blank) => self.text.push(blank),
                None => self.text.extend(std::iter::once(letter).nfc()),
            }
            return self.record(start, cluster);
        }
        self.text.extend(cluster.iter().map(|sourced| sourced.letter).nfc());
        let changed = !self.text[start..].chars().eq(cluster.iter().map(|sourced| sourced.letter));
        if changed {
            let span = Span::new(start, self.text.len());
            self.oddities.push(Oddity { kind: OddityKind::Decomposed, span });
        }
        self.record(start, cluster);
    }

    /// Records where the text since `start` comes from, growing the last piece where possible.
    fn record(&mut self, start: usize, cluster: &[Sourced]) {
        let (Some(first), Some(last)) = (cluster.first(), cluster.last()) else { return };
        let text = Span::new(start, self.text.len());
        let (part, from) = (first.part, first.start);
        let to = if last.part == part { last.end } else { first.end };
        let verbatim = text.len() == to - from && cluster.len() == 1 && {
            let mut buffer = [0; 4];
            self.text[start..] == *first.letter.encode_utf8(&mut buffer)
        };
        if let Some(piece) = self.map.pieces.last_mut()
            && piece.verbatim
            && verbatim
            && piece.part == part
            && piece.text.end == start
            && piece.end == from
        {
            piece.text.end = text.end;
            piece.end = to;
            return;
        }
        self.map.pieces.push(Piece { text, part, start: from, end: to, verbatim });
    }
}

/// Characters that are dropped from the text, with the peculiarity they are.
fn dropped(letter: char) -> Option<OddityKind> {
    match letter {
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' => {
            Some(OddityKind::ZeroWidth)
        }
        '\u{AD}' => Some(OddityKind::SoftHyphen),
        '\t' | '\n' => None,
        control if control.is_control() => Some(OddityKind::Control),
        _ => None,
    }
}

/// Characters that are written as another one for matching.
fn folded(letter: char) -> Option<char> {
    match letter {
        '\u{A0}'
        | '\u{2007}'
        | '\u{202F}'
        | '\u{3000}'
        | '\u{2002}'..='\u{2006}'
        | '\u{2008}'..='\u{200A}' => Some(' '),
        // Word's non-breaking hyphen reads as a hyphen.
        '\u{2011}' => Some('-'),
        _ => None,
    }
}
