//! Headings of articles that are set like the text below them.
//!
//! By its look such a heading is a sentence, and one article alone proves nothing. But a text that gives its
//! articles headings gives them to all: where most of them begin with a short phrase that ends as no
//! sentence does, with text of their own below, those phrases are taken for headings.

use crate::document::{Unit, UnitKind};
use crate::recognize::lines::Reader;
use crate::rulebook::vocabulary::Certainty;
use crate::text::Span;

/// Letters of the longest phrase that is taken for a heading without the look of one.
const LONGEST: usize = 160;

/// Articles with such a phrase without which it is none.
const FEWEST: usize = 2;

/// Gives their headings, guessed, to the articles that have none by their look.
pub(super) fn titles(reader: &Reader<'_>, units: &mut [Unit]) {
    if !reader.draft.format.has_typography() {
        return;
    }
    let is_article = |unit: &&Unit| unit.kind == UnitKind::Article;
    let articles = units.iter().filter(is_article).count();
    let plain: Vec<(usize, Span)> = units
        .iter()
        .enumerate()
        .filter(|(_, unit)| is_article(unit) && unit.title.is_none())
        .filter_map(|(index, unit)| Some((index, phrase(reader, unit)?)))
        .collect();
    let titled = units.iter().filter(is_article).filter(|unit| unit.title.is_some()).count();
    if plain.len() < FEWEST || (plain.len() + titled) * 2 <= articles {
        return;
    }
    for (index, title) in plain {
        units[index].title = Some(title);
        units[index].title_certainty = Certainty::Guessed;
    }
}

/// The words behind the label of an article, if they are no sentence and text of the article follows.
fn phrase(reader: &Reader<'_>, unit: &Unit) -> Option<Span> {
    let paragraph = reader.draft.paragraph_at(unit.label.start)?;
    let whole = reader.span(paragraph);
    let rest = Span::new(unit.label.end, whole.end).trim(&reader.draft.text);
    let words = reader.words(rest);
    let is_phrase = words.chars().next().is_some_and(char::is_uppercase)
        && words.chars().count() <= LONGEST
        && !words.ends_with(['.', ';', ':', ',', '/', '”', '"'])
        && !words.contains([';', '\n'])
        && !words.contains(". ");
    (is_phrase && unit.span.end > whole.end).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::docx::fixture::body;
    use crate::recognize::fixture::lexicon;

    fn headings(paragraphs: &[&str]) -> Vec<Option<String>> {
        let paragraph =
            |words: &&str| format!("<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>{words}</w:t></w:r></w:p>");
        let draft = body(&paragraphs.iter().map(paragraph).collect::<String>()).read();
        let reader = Reader::new(&draft, lexicon());
        let units = super::super::recognize(&reader, 0..reader.paragraphs.len(), &[]);
        let articles = units.iter().filter(|unit| unit.kind == UnitKind::Article);
        articles.map(|unit| unit.title.map(|title| title.of(&draft.text).to_owned())).collect()
    }

    #[test]
    fn headings_without_their_look_are_known_by_all_articles() {
        let found = headings(&[
            "Điều 1. Phạm vi điều chỉnh",
            "1. Một.",
            "Điều 2. Trách nhiệm của trưởng thôn",
            "Trưởng thôn theo dõi việc thực hiện.",
            "Điều 3. Quyết định này có hiệu lực từ ngày 12 tháng 3 năm 2026.",
        ]);
        let wanted = [Some("Phạm vi điều chỉnh"), Some("Trách nhiệm của trưởng thôn"), None];
        assert_eq!(found, wanted.map(|title| title.map(str::to_owned)));
    }

    #[test]
    fn a_sentence_that_lost_its_end_is_no_heading() {
        let found = headings(&[
            "Điều 1. Thành lập Tổ rà soát gồm các ông, bà sau đây",
            "1. Một.",
            "Điều 2. Tổ rà soát có nhiệm vụ:",
            "1. Hai.",
            "Điều 3. Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
        ]);
        assert_eq!(found, [None, None, None]);
    }
}
