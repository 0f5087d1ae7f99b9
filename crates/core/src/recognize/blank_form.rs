//! A form to be filled in (`Mẫu số 01`, the outline of a report) that stands behind the last article, before
//! the signature. Its numbers are its own and go on with no article.
//!
//! Nothing marks such a form for certain. It is known by what an act cannot hold a second time, by its own
//! label, or by a heading in capitals behind the end mark, each with blanks below. All that follows from it
//! is silence.

use super::header::is_national_name;
use super::lines::Reader;
use super::units::{begins_articles, begins_unit};
use crate::text::span::any_overlaps;
use crate::text::vietnamese::is_capitals;
use crate::text::{Pattern, Span};
use std::ops::Range;

/// Places to be filled in.
static BLANK: Pattern = Pattern::new(r"…|\.{4,}|_{4,}|\.\.\. *\.\.\.");
/// The number of an article.
static ARTICLE: Pattern = Pattern::new(r"^[ĐÐ]iều *(?P<number>[0-9]{1,4})");

/// Characters of the longest line that heads a form.
const LONGEST: usize = 120;

/// The position of the first paragraph of a blank form among the paragraphs of a body.
pub fn behind(reader: &Reader<'_>, positions: Range<usize>, quoted: &[Span]) -> Option<usize> {
    let structural = |position: usize| {
        let span = reader.span(reader.paragraphs[position]);
        !any_overlaps(quoted, span)
    };
    let mut article = None;
    let mut begun = false;
    for position in positions.clone() {
        if !structural(position) {
            continue;
        }
        let paragraph = reader.paragraphs[position];
        let words = reader.text(paragraph);
        if begun
            && heads(reader, positions.start..position, position, article.is_some())
            && has_blanks(reader, position..positions.end)
            && !goes_on(reader, position + 1..positions.end, article)
        {
            return Some(position);
        }
        if reader.cell(paragraph).is_none() {
            article = number(words).or(article);
            begun |= begins_unit(words) || reader.label(paragraph).is_some();
        }
    }
    None
}

/// The number of the article that words head.
fn number(words: &str) -> Option<u32> {
    begins_articles(words).then(|| ARTICLE.captures(words)?.name("number")?.as_str().parse().ok()).flatten()
}

/// Whether a paragraph heads a form: the national name, a label of forms, or behind the end mark a line in
/// capitals. In what is not built of articles only the end mark tells where the text ends.
fn heads(reader: &Reader<'_>, before: Range<usize>, position: usize, has_articles: bool) -> bool {
    let paragraph = reader.paragraphs[position];
    let lines = reader.lines(paragraph);
    if lines.iter().any(|line| is_national_name(reader.lexicon, reader.words(line.span))) {
        return true;
    }
    let words = reader.text(paragraph);
    if reader.cell(paragraph).is_some() || words.chars().count() > LONGEST || begins_unit(words) {
        return false;
    }
    let ended = before.rev().take(2).any(|above| {
        let above = reader.text(reader.paragraphs[above]).trim_end_matches(['”', '"']);
        above.ends_with("./.")
    });
    let labelled = reader
        .lexicon
        .terms
        .attachments
        .blank_forms
        .strip(words)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '.']));
    let heading = is_capitals(words) && reader.label(paragraph).is_none();
    (ended && (labelled || heading)) || (has_articles && labelled && !words.ends_with(['.', ';', ',', ':']))
}

/// Whether at least two paragraphs of a form have places to be filled in.
fn has_blanks(reader: &Reader<'_>, positions: Range<usize>) -> bool {
    const FEWEST: usize = 2;
    let blank = |position: &usize| BLANK.is_match(reader.text(reader.paragraphs[*position]));
    positions.filter(blank).take(FEWEST).count() == FEWEST
}

/// Whether the articles before a form go on behind it: then the act is not at its end.
fn goes_on(reader: &Reader<'_>, positions: Range<usize>, last: Option<u32>) -> bool {
    let Some(last) = last else { return false };
    let mut positions = positions.map(|position| reader.paragraphs[position]);
    positions
        .any(|paragraph| reader.cell(paragraph).is_none() && number(reader.text(paragraph)) == Some(last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn first(source: &str) -> Option<String> {
        let draft = crate::read::plain::read(source).expect("text");
        let reader = Reader::new(&draft, lexicon());
        let found = behind(&reader, 0..reader.paragraphs.len(), &[]);
        found.map(|position| reader.text(reader.paragraphs[position]).to_owned())
    }

    #[test]
    fn a_form_behind_the_last_article() {
        let form = "1. Họ và tên: ……\n3. Địa chỉ: ……";
        let act = "Điều 1. Một.\nĐiều 2. Hai./.";
        assert_eq!(first(&format!("{act}\nBÁO CÁO\n{form}")).as_deref(), Some("BÁO CÁO"));
        assert_eq!(first(&format!("Điều 1. Một.\nMẫu số 01\n{form}")).as_deref(), Some("Mẫu số 01"));
        let name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        assert_eq!(first(&format!("Điều 1. Một.\n{name}\n{form}")).as_deref(), Some(name));
    }

    #[test]
    fn text_of_the_act_is_no_form() {
        let form = "1. Họ và tên: ……\n3. Địa chỉ: ……";
        assert_eq!(first(&format!("Điều 1. Một./.\nBÁO CÁO\n{form}\nĐiều 2. Hai.")), None, "it goes on");
        assert_eq!(first("Điều 1. Một./.\nBÁO CÁO\n1. Một.\n2. Hai."), None, "nothing to fill in");
        assert_eq!(first(&format!("Điều 1. Một.\nBÁO CÁO\n{form}")), None, "no end before it");
        assert_eq!(first(&format!("I. MỤC ĐÍCH\nMẫu số 01\n{form}")), None);
    }
}
