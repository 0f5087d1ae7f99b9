//! References to units and appendices: `điểm a khoản 2 Điều 5 Quyết định này`, `các Điều 5, 6 và 7`,
//! `khoản 2 Điều này`, `Phụ lục II kèm theo Quyết định này`, `Như Điều 4`.
//!
//! Only references whose words say that they lead into this document are given a target in it; all
//! others are left as unknown or lead to another instrument, and unknown is never a violation.

mod chain;
mod target;

use super::lines::Reader;
use crate::document::{InternalReference, Part, ReferenceTarget, UnitKind};
use crate::rulebook::Lexicon;
use crate::text::{Pattern, Span};
use chain::{Chain, Step};

/// A recipient that is named by an article: `Như Điều 3`.
static LIKE: Pattern = Pattern::new(r"^[-–•+]? *Như (?:(?:các|khoản [0-9]+) )?[Đđ]iều [0-9]");
/// An appendix with its number.
static APPENDIX: Pattern =
    Pattern::new(r"Phụ lục (?:số )?(?P<number>[IVXL]{1,6}|[0-9]{1,2})(?:[^\p{L}0-9]|$)");

/// Finds the references in a stretch of a part.
/// Most paragraphs hold none: they are passed over by a look for the words without which there is none.
pub fn find(
    reader: &Reader<'_>,
    span: Span,
    part: usize,
    parts: &[Part],
    references: &mut Vec<InternalReference>,
) {
    let words = reader.words(span);
    let lexicon = reader.lexicon;
    let place = Place { lexicon, words, start: span.start, part, parts };
    if words.contains("Phụ lục ") {
        place.appendices(references);
    }
    if ["iều ", "hoản ", "iểm ", "hương ", "ục ", "Phần "].iter().any(|mark| words.contains(mark))
    {
        place.units(references);
    }
}

/// A stretch of a part in which references are looked for.
struct Place<'a> {
    /// For the names of documents.
    lexicon: &'a Lexicon,
    /// The words of the stretch.
    words: &'a str,
    /// Byte of the draft at which they begin.
    start: usize,
    /// Index of the part that holds them.
    part: usize,
    /// All parts, among which targets are found.
    parts: &'a [Part],
}

impl Place<'_> {
    /// Adds the references to units. One target holds for a list: it is named behind the last of them.
    fn units(&self, references: &mut Vec<InternalReference>) {
        let like = LIKE.is_match(self.words) && self.words.chars().count() < 60;
        let mut at = 0;
        while let Some(list) = chain::next(self.lexicon, self.words, at) {
            at = list.end;
            let behind = near(self.words, list.end);
            let target = if like {
                ReferenceTarget::ThisPart
            } else {
                target::of_units(self.lexicon, behind, self.part, self.parts)
            };
            // `điểm a và khoản 2 Điều 5`: of which clause the point is, is not said.
            let is_of_whole = !list.chains.iter().any(Chain::is_anchored);
            for chain in list.chains.iter().filter(|chain| is_of_whole || chain.is_anchored()) {
                self.add(chain, target, references);
            }
        }
    }

    /// Adds a reference for each path of a chain.
    fn add(&self, chain: &Chain, target: ReferenceTarget, references: &mut Vec<InternalReference>) {
        // Of lists in lists nobody can tell which units belong together.
        if chain.is_ambiguous() {
            return;
        }
        let whole = self.span(chain.start, chain.end);
        let from = self.parts[self.part].unit_at(whole.start);
        let own_label = from.is_some_and(|unit| self.parts[self.part].units[unit].label.overlaps(whole));
        let target = match chain.own {
            Some(_) => ReferenceTarget::ThisPart,
            None => target,
        };
        // `khoản 3 Kế hoạch này`: what a document without articles calls its units.
        let of_whole = !chain.is_anchored();
        if own_label || of_whole && target.part(self.part).is_none() {
            return;
        }
        let paths = chain.paths();
        let single = paths.len() == 1;
        references.extend(paths.into_iter().map(|(path, words)| InternalReference {
            span: if single { whole } else { self.span(words.start, words.end) },
            path: path.into_iter().map(|Step { kind, number }| (kind, number)).collect(),
            appendix: None,
            from,
            part: self.part,
            target,
            of_whole,
        }));
    }

    /// Adds the references to appendices.
    fn appendices(&self, references: &mut Vec<InternalReference>) {
        for found in APPENDIX.regex().captures_iter(self.words) {
            let (Some(whole), Some(number)) = (found.get(0), found.name("number")) else { continue };
            references.push(InternalReference {
                span: self.span(whole.start(), number.end()),
                path: Vec::new(),
                appendix: Some(number.as_str().to_owned()),
                from: self.parts[self.part].unit_at(self.start),
                part: self.part,
                target: target::of_appendix(self.lexicon, near(self.words, number.end())),
                of_whole: false,
            });
        }
    }

    /// Bytes of the draft for bytes of the stretch.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.start + start, self.start + end)
    }
}

/// Characters behind a reference within which the words on its document end.
const NEAR: usize = 240;

/// The words from `at` on that may still belong to a reference.
fn near(words: &str, at: usize) -> &str {
    let rest = &words[at..];
    rest.char_indices().nth(NEAR).map_or(rest, |(end, _)| &rest[..end])
}

/// The word for a kind of unit that words begin with, and its length.
fn kind_at(words: &str) -> Option<(UnitKind, usize)> {
    const KINDS: [(UnitKind, [&str; 2]); 6] = [
        (UnitKind::Point, ["điểm ", "Điểm "]),
        (UnitKind::Clause, ["khoản ", "Khoản "]),
        (UnitKind::Article, ["Điều ", "điều "]),
        // Small “mục” is everyday speech for any heading.
        (UnitKind::Section, ["Mục ", "MỤC "]),
        (UnitKind::Chapter, ["Chương ", "chương "]),
        (UnitKind::Part, ["Phần ", "PHẦN "]),
    ];
    // With a Roman number it is one that a document bears.
    if let Some(rest) = words.strip_prefix("mục ").filter(|rest| rest.starts_with(['I', 'V', 'X'])) {
        return Some((UnitKind::Section, words.len() - rest.len()));
    }
    KINDS.iter().find_map(|(kind, spellings)| {
        let spelling = spellings.iter().find(|spelling| words.starts_with(**spelling))?;
        Some((*kind, spelling.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn found(words: &str) -> Vec<(String, String)> {
        let draft = crate::read::plain::read(words).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let parts = [
            Part { form_name: Some("Quyết định".to_owned()), ..Part::default() },
            Part {
                kind: crate::document::PartKind::Attached,
                form_name: Some("Quy chế".to_owned()),
                ..Part::default()
            },
        ];
        let mut references = Vec::new();
        find(&reader, reader.span(reader.paragraphs[0]), 0, &parts, &mut references);
        references
            .iter()
            .map(|own| {
                let path: Vec<String> =
                    own.path.iter().map(|(kind, number)| format!("{} {number}", kind.word())).collect();
                let target = match own.target {
                    ReferenceTarget::ThisPart => "here",
                    ReferenceTarget::OtherPart(_) => "part",
                    ReferenceTarget::OtherInstrument => "other",
                    ReferenceTarget::Unknown => "?",
                };
                (
                    format!("{}{}", path.join(" "), own.appendix.as_deref().unwrap_or_default()),
                    target.to_owned(),
                )
            })
            .collect()
    }

    fn paths(words: &str) -> String {
        found(words)
            .into_iter()
            .map(|(path, target)| format!("{path} > {target}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn lists_and_ranges_are_paths_of_their_own() {
        let cases = [
            ("theo các Điều 5, 6 và 7 Quyết định này.", "Điều 5 > here; Điều 6 > here; Điều 7 > here"),
            ("Điều 5, Điều 6 và Điều 7 của Quyết định này", "Điều 5 > here; Điều 6 > here; Điều 7 > here"),
            ("từ Điều 3 đến Điều 5 Quyết định này", "Điều 3 > here; Điều 5 > here"),
            (
                "các khoản 1, 2 và 3 Điều 4 Quyết định này",
                "khoản 1 Điều 4 > here; khoản 2 Điều 4 > here; khoản 3 Điều 4 > here",
            ),
            (
                "các điểm a, b và c khoản 1 Điều 5 Quyết định này",
                "điểm a khoản 1 Điều 5 > here; điểm b khoản 1 Điều 5 > here; điểm c khoản 1 Điều 5 > here",
            ),
            ("từ điểm c đến điểm e khoản 1 Điều này", "điểm c khoản 1 > here; điểm e khoản 1 > here"),
            ("điểm a, điểm b khoản 2 Điều này", "điểm a khoản 2 > here; điểm b khoản 2 > here"),
            ("khoản 1 và khoản 2 Điều 3 Quyết định này", "khoản 1 Điều 3 > here; khoản 2 Điều 3 > here"),
            ("điểm b khoản này", "điểm b > here"),
        ];
        for (words, expected) in cases {
            assert_eq!(paths(words), expected, "{words}");
        }
    }

    #[test]
    fn what_stands_behind_a_list_holds_for_all_of_it() {
        let words = "điểm a khoản 1 và điểm b khoản 2 Điều 5, khoản 3 Điều 6 Quyết định này";
        assert_eq!(
            paths(words),
            "điểm a khoản 1 Điều 5 > here; điểm b khoản 2 Điều 5 > here; khoản 3 Điều 6 > here"
        );
        let words = "điểm a khoản 2 Điều 28 và Điều 30 Luật Thủ đô";
        assert_eq!(paths(words), "điểm a khoản 2 Điều 28 > other; Điều 30 > other");
        assert_eq!(
            paths("điểm a và khoản 2 Điều 5 Quyết định này"),
            "khoản 2 Điều 5 > here",
            "of which clause is not said"
        );
    }

    #[test]
    fn numbers_that_go_on_without_a_word_need_an_end() {
        assert_eq!(paths("theo Điều 5, 10 ngày sau"), "Điều 5 > ?");
        assert_eq!(paths("Điều 3, 4, 5 của Quyết định này"), "Điều 3 > here; Điều 4 > here; Điều 5 > here");
        assert_eq!(paths("khoản 1, 2 Điều 4 Quyết định này"), "khoản 1 Điều 4 > here; khoản 2 Điều 4 > here");
    }

    #[test]
    fn the_words_behind_tell_the_target() {
        let cases = [
            ("Điều 5 Luật Đất đai", "Điều 5 > other"),
            ("khoản 2 Điều 5 của Nghị định số 1/2025/NĐ-CP", "khoản 2 Điều 5 > other"),
            ("Điều 5 Quyết định số 1/2025/QĐ-UBND", "Điều 5 > other"),
            ("Điều 4 Quy chế này", "Điều 4 > ?"),
            ("Điều 4 Quy chế ban hành kèm theo Quyết định này", "Điều 4 > part"),
            ("Điều 4 Quy chế ban hành kèm theo Quyết định số 5", "Điều 4 > other"),
            (
                "Chương II Quyết định này và Mục 1 Chương III Quyết định này",
                "Chương II > here; Mục 1 Chương III > here",
            ),
            ("theo Điều 7.", "Điều 7 > ?"),
            ("theo mục IV và Phần II Quyết định này", "Mục IV > here; Phần II > here"),
            ("theo khoản 3 Quyết định này", "khoản 3 > here"),
            ("theo khoản 3", ""),
            (
                "Phụ lục II kèm theo Quyết định này; Phụ lục I Nghị định số 1; Phụ lục IV; Phụ lục V kèm theo.",
                "II > here; I > other; IV > ?; V > here",
            ),
        ];
        for (words, expected) in cases {
            assert_eq!(paths(words), expected, "{words}");
        }
        assert_eq!(paths("- Như Điều 4;"), "Điều 4 > here");
        assert_eq!(paths("Chương trình 5, mục tiêu, điều kiện"), "");
    }
}
