//! Normalization at the door, and the way back to the source.
//!
//! A reader pushes the characters of a paragraph with the places they come from; the builder
//! composes them (NFC) across run boundaries, folds U+00A0 to a blank, drops what has no width,
//! and remembers where each byte of the result came from.
//!
//! Later steps see one text without oddities and need not know how it was typed; findings and editing
//! need the very bytes of the file. Both are had by noting pieces: a stretch of the text, a stretch of
//! the source, and whether the two are the same bytes. Neighbours grow together, so that a draft has
//! few of them.

use super::Span;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A stretch of the source, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Where it stands in the source; empty for a draft that was changed.
    pub source: Vec<SourceSpan>,
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

/// A stretch of the text with its source. A letter that is put together from several places of the
/// source has a piece for each of them, all with the same text.
#[derive(Clone, Debug)]
struct Piece {
    /// Bytes of the normalized text.
    text: Span,
    /// Bytes of the source.
    source: SourceSpan,
    /// How the one is written in the other.
    spelling: Spelling,
}

/// How the source writes some text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    /// Byte for byte.
    Verbatim,
    /// With other bytes: an entity, another composition, another kind of blank.
    Other,
    /// As an element (`<w:tab/>`) that is no text at all.
    Element,
}

impl OffsetMap {
    /// Names of the parts of the source; one empty name for a plain file.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The source of a span of the normalized text from its first to its last byte, markup between them
    /// included; see [`OffsetMap::pieces`] for the bytes of its words alone. Bytes that were never in the
    /// source (the end of a paragraph) map to the gap beside their neighbour. `None` for an empty draft,
    /// or when the ends lie in different parts.
    pub fn source(&self, span: Span) -> Option<SourceSpan> {
        let first = self.piece_from(span.start)?;
        let start = first.source_of(span.start, Edge::Start);
        let part = first.source.part;
        if span.is_empty() {
            return Some(SourceSpan { part, start, end: start });
        }
        let last = self.piece_at(span.end - 1)?;
        let end = last.source_of(span.end, Edge::End);
        (part == last.source.part && start <= end).then_some(SourceSpan { part, start, end })
    }

    /// The bytes that write the words of a span, in order, without any markup: none of them holds a tag,
    /// and what stands as an element (a tab) has none. A letter that is put together from several places,
    /// or that the span cuts, counts whole. Neighbours without a gap are one piece.
    pub fn pieces(&self, span: Span) -> Vec<SourceSpan> {
        let mut found: Vec<SourceSpan> = Vec::new();
        let first = self.pieces.partition_point(|piece| piece.text.end <= span.start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.text.start < span.end) {
            if piece.spelling == Spelling::Element || piece.text.is_empty() {
                continue;
            }
            let start = piece.source_of(span.start.max(piece.text.start), Edge::Start);
            let end = piece.source_of(span.end.min(piece.text.end), Edge::End);
            let part = piece.source.part;
            match found.last_mut() {
                Some(last) if last.part == part && last.end == start => last.end = end,
                // Several letters of one entity.
                Some(last) if (last.part, last.start, last.end) == (part, start, end) => {}
                _ => found.push(SourceSpan { part, start, end }),
            }
        }
        found
    }

    /// Adds a piece at the end, growing the last one where the two are one stretch of the same bytes.
    fn add(&mut self, piece: Piece) {
        if let Some(last) = self.pieces.last_mut()
            && (last.spelling, piece.spelling) == (Spelling::Verbatim, Spelling::Verbatim)
            && last.text.end == piece.text.start
            && last.source.part == piece.source.part
            && last.source.end == piece.source.start
        {
            (last.text.end, last.source.end) = (piece.text.end, piece.source.end);
        } else {
            self.pieces.push(piece);
        }
    }

    /// The last piece that begins at an offset or before it.
    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.text.start <= offset);
        self.pieces.get(after.saturating_sub(1))
    }

    /// The first of the pieces that hold an offset; the one before it where none does.
    fn piece_from(&self, offset: usize) -> Option<&Piece> {
        let first = self.pieces.partition_point(|piece| piece.text.end <= offset);
        self.pieces.get(first).filter(|piece| piece.text.start <= offset).or_else(|| self.piece_at(offset))
    }
}

/// Which end of a span is led back.
#[derive(Clone, Copy)]
enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

impl Piece {
    /// Byte of the source for a byte of the text. Within a letter that is written in another way there
    /// is no place, so the edge decides between the ends of the whole.
    fn source_of(&self, offset: usize, edge: Edge) -> usize {
        if offset <= self.text.start {
            self.source.start
        } else if offset >= self.text.end {
            self.source.end
        } else if self.spelling == Spelling::Verbatim {
            self.source.start + (offset - self.text.start)
        } else {
            match edge {
                Edge::Start => self.source.start,
                Edge::End => self.source.end,
            }
        }
    }
}

/// A place in the paragraph that is being built; see [`TextBuilder::mark`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(usize);

/// A letter as it was pushed.
struct Sourced {
    letter: char,
    /// Bytes of the source.
    source: SourceSpan,
    spelling: Spelling,
}

/// Builds the normalized text paragraph by paragraph.
#[derive(Default)]
pub struct TextBuilder {
    text: String,
    map: OffsetMap,
    oddities: Vec<Oddity>,
    pending: Vec<Sourced>,
    /// Parts whose bytes are not those of the text that was read out of them.
    converted: Vec<usize>,
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

    /// Says that a part was written in another encoding than UTF-8, so that no stretch of it has the
    /// bytes of its text. [`TextBuilder::sources_of`] leads to what must be changed once it was read.
    pub fn is_converted(&mut self, part: usize) {
        self.converted.push(part);
    }

    /// All places of a part of the source that were noted so far, to be changed where the offsets of its
    /// text are not those of the file.
    pub fn sources_of(&mut self, part: usize) -> impl Iterator<Item = &mut SourceSpan> {
        let pieces = self.map.pieces.iter_mut().map(|piece| &mut piece.source);
        let oddities = self.oddities.iter_mut().flat_map(|oddity| &mut oddity.source);
        pieces.chain(oddities).filter(move |source| source.part == part)
    }

    /// Pushes text that stands in the source byte for byte, from `start` on.
    pub fn push_verbatim(&mut self, text: &str, part: usize, start: usize) {
        self.pending.extend(text.char_indices().map(|(offset, letter)| {
            let start = start + offset;
            let source = SourceSpan { part, start, end: start + letter.len_utf8() };
            Sourced { letter, source, spelling: Spelling::Verbatim }
        }));
    }

    /// Pushes text that the source writes in another way, but as text (an entity): all of it comes from
    /// `[start, end)`.
    pub fn push_mapped(&mut self, text: &str, part: usize, start: usize, end: usize) {
        self.push_as(Spelling::Other, text, SourceSpan { part, start, end });
    }

    /// Pushes text that the source writes as an element (`<w:tab/>`) from `start` to `end`.
    pub fn push_element(&mut self, text: &str, part: usize, start: usize, end: usize) {
        self.push_as(Spelling::Element, text, SourceSpan { part, start, end });
    }

    /// Pushes letters that all come from one stretch.
    fn push_as(&mut self, spelling: Spelling, text: &str, source: SourceSpan) {
        self.pending.extend(text.chars().map(|letter| Sourced { letter, source, spelling }));
    }

    /// Ends the paragraph: normalizes what was pushed and closes it with `\n`.
    pub fn finish_paragraph(&mut self) -> BuiltParagraph {
        let start = self.text.len();
        let pending = std::mem::take(&mut self.pending);
        let mut boundaries = Vec::with_capacity(pending.len() + 1);
        let mut at = 0;
        while at < pending.len() {
            let (end, seen) = end_of_cluster(&pending, at);
            boundaries.push(self.text.len());
            self.append_cluster(&pending[at..end]);
            boundaries.extend(std::iter::repeat_n(self.text.len(), end - at - 1));
            // What is dropped and has no mark behind it: it may run on for the whole paragraph.
            for alone in &pending[end..seen] {
                boundaries.push(self.text.len());
                self.append_cluster(std::slice::from_ref(alone));
            }
            at = seen;
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

    /// Normalizes a letter with its marks and notes what was odd about it. A letter that stays as it is, and
    /// most do, goes the short way.
    fn append_cluster(&mut self, cluster: &[Sourced]) {
        let start = self.text.len();
        if let [single] = cluster
            && stays(single.letter)
        {
            self.text.push(single.letter);
            return self.record_single(start, single, true);
        }
        // What has no width goes, wherever it stands: also between a letter and its mark.
        let mut kept = Vec::with_capacity(cluster.len());
        for sourced in cluster {
            match dropped(sourced.letter) {
                Some(kind) => {
                    let source = vec![sourced.source];
                    self.oddities.push(Oddity { kind, span: Span::at(start), source });
                }
                None => kept.push(sourced),
            }
        }
        let letters = || kept.iter().map(|sourced| folded(sourced.letter).unwrap_or(sourced.letter));
        self.text.extend(letters().nfc());
        if kept.len() > 1 && !self.text[start..].chars().eq(letters()) {
            let span = Span::new(start, self.text.len());
            let source = joined(&kept).into_iter().map(|(source, _)| source).collect();
            self.oddities.push(Oddity { kind: OddityKind::Decomposed, span, source });
        }
        self.record(start, &kept);
    }

    /// Records where the text since `start` comes from.
    fn record(&mut self, start: usize, kept: &[&Sourced]) {
        let text = Span::new(start, self.text.len());
        let [single] = kept else {
            for (source, is_element) in joined(kept) {
                let spelling = if is_element { Spelling::Element } else { Spelling::Other };
                self.map.pieces.push(Piece { text, source, spelling });
            }
            return;
        };
        let mut buffer = [0; 4];
        let same = self.text[start..] == *single.letter.encode_utf8(&mut buffer);
        self.record_single(start, single, same);
    }

    /// Records where the text since `start` comes from: one letter, the same as in the text or not.
    fn record_single(&mut self, start: usize, single: &Sourced, same: bool) {
        let text = Span::new(start, self.text.len());
        let spelling = match single.spelling {
            Spelling::Verbatim if !same || self.converted.contains(&single.source.part) => Spelling::Other,
            own => own,
        };
        self.map.add(Piece { text, source: single.source, spelling });
    }
}

/// Where the letter with all of its marks ends, and where the next letter begins. What is dropped between
/// letter and marks belongs to them, or the marks would lose their letter.
fn end_of_cluster(pending: &[Sourced], start: usize) -> (usize, usize) {
    let mut end = start + 1;
    let mut at = end;
    while let Some(next) = pending.get(at) {
        if joins(next.letter) {
            end = at + 1;
        } else if dropped(next.letter).is_none() {
            break;
        }
        at += 1;
    }
    (end, at)
}

/// Whether a character becomes one letter with those before it: marks, and the vowels and finals of scripts
/// that are composed.
fn joins(letter: char) -> bool {
    // Below the first mark, most of all text, there is none.
    letter >= '\u{300}'
        && (canonical_combining_class(letter) != 0
            || is_nfc_quick(std::iter::once(letter)) == IsNormalized::Maybe)
}

/// The sources of some letters, those without a gap between them as one, and whether each is an element.
fn joined(letters: &[&Sourced]) -> Vec<(SourceSpan, bool)> {
    let mut found: Vec<(SourceSpan, bool)> = Vec::with_capacity(1);
    for sourced in letters {
        let (own, is_element) = (sourced.source, sourced.spelling == Spelling::Element);
        match found.last_mut() {
            Some((last, kind)) if *kind == is_element && last.part == own.part && last.end == own.start => {
                last.end = own.end;
            }
            Some((last, _)) if *last == own => {}
            _ => found.push((own, is_element)),
        }
    }
    found
}

/// Whether a letter that stands without marks is the same in the text: it is neither composed nor dropped nor
/// folded. The letters of Vietnamese and their usual signs; others are looked at one by one.
fn stays(letter: char) -> bool {
    matches!(
        letter,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2012}'..='\u{2027}'
    )
}

/// Characters that are dropped from the text, with the peculiarity they are.
fn dropped(letter: char) -> Option<OddityKind> {
    match letter {
        '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}' => Some(OddityKind::ZeroWidth),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn built(source: &str) -> String {
        let mut builder = TextBuilder::new();
        let part = builder.part("");
        builder.push_verbatim(source, part, 0);
        builder.finish_paragraph();
        builder.finish().0
    }

    #[test]
    fn letters_of_all_scripts_are_composed() {
        assert_eq!(built("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"), "한글\n");
        assert_eq!(built("a\u{200b}\u{323}\u{302}"), "ậ\n");
    }

    #[test]
    fn what_stays_is_neither_composed_nor_dropped_nor_folded() {
        for letter in ('\0'..=char::MAX).filter(|letter| stays(*letter)) {
            assert!(std::iter::once(letter).nfc().eq([letter]), "{letter:?}");
            assert!(dropped(letter).is_none() && folded(letter).is_none() && !joins(letter), "{letter:?}");
        }
    }

    #[test]
    fn what_turns_the_direction_is_dropped() {
        assert_eq!(built("a\u{2066}b\u{202e}c\u{61c}d"), "abcd\n");
    }

    #[test]
    fn what_is_dropped_may_run_on_for_a_whole_paragraph() {
        assert_eq!(built(&format!("a{}b", "\u{200b}".repeat(300_000))), "ab\n");
    }
}
