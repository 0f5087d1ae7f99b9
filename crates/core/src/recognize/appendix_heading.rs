//! Lines that head an appendix (`PHỤ LỤC I`).

use crate::rulebook::Lexicon;
use crate::text::Pattern;
use crate::text::vietnamese::is_capitals;

/// What follows the word `PHỤ LỤC`.
static APPENDIX: Pattern = Pattern::new(
    r"^(?: +(?:số +|SỐ +)?(?P<number>[IVXLC]{1,7}|[0-9]{1,3}[A-Za-z]?|[A-Z]))? *(?:[:.–-] *(?P<title>.*))?$",
);

/// Whether the words head an appendix.
/// The word for an appendix with a number, a title, or capitals behind it; running text that mentions
/// an appendix has neither.
pub fn is_heading(lexicon: &Lexicon, words: &str) -> bool {
    let words = words.trim();
    lexicon.terms.attachments.appendix.strip(words).is_some_and(|rest| {
        let short = words.chars().count() < 300;
        short && (APPENDIX.is_match(rest) || (rest.starts_with(' ') && is_capitals(words)))
    })
}

/// Number and title on the heading of an appendix, as offsets into its words.
pub fn number_and_title<'t>(lexicon: &Lexicon, words: &'t str) -> (Option<&'t str>, Option<(usize, usize)>) {
    let rest = lexicon.terms.attachments.appendix.strip(words).unwrap_or_default();
    let before = words.len() - rest.len();
    let Some(found) = APPENDIX.captures(rest) else { return (None, None) };
    let title = found.name("title").filter(|title| !title.as_str().trim().is_empty());
    let number = found.name("number").map(|number| number.as_str());
    (number, title.map(|title| (before + title.start(), before + title.end())))
}

/// Whether a line is nothing but the word for an appendix, with its number or without, and a title behind
/// a mark.
pub fn is_numbered(lexicon: &Lexicon, words: &str) -> bool {
    let words = words.trim();
    lexicon.terms.attachments.appendix.strip(words).is_some_and(|rest| APPENDIX.is_match(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    #[test]
    fn headings_of_appendices() {
        for words in [
            "PHỤ LỤC",
            "Phụ lục I",
            "PHỤ LỤC 01",
            "Phụ lục số 2",
            "PHỤ LỤC III: DANH MỤC",
            "PHỤ LỤC DANH MỤC XÃ",
        ] {
            assert!(is_heading(lexicon(), words), "{words}");
        }
        for words in ["Phụ lục kèm theo Quyết định này quy định mức thu", "Phụ lục I kèm theo", "Các phụ lục"]
        {
            assert!(!is_heading(lexicon(), words), "{words}");
        }
        assert_eq!(number_and_title(lexicon(), "PHỤ LỤC III: DANH MỤC").0, Some("III"));
    }
}
