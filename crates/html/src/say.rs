//! Words in both languages, so that whoever reads can switch: the style hides those that are not read.

use crate::escape::shown;
use askama::filters::Safe;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::vocabulary::Language;

/// What is said, in both languages.
pub fn both(say: impl Fn(Language) -> String) -> Words {
    Words { vi: say(Language::Vi), en: say(Language::En) }
}

/// What is said, in both languages, where there is anything to say.
pub fn both_if(say: impl Fn(Language) -> Option<String>) -> Option<Words> {
    say(Language::Vi).zip(say(Language::En)).map(|(vi, en)| Words { vi, en })
}

/// The same words in both languages, such as a name.
pub fn same(words: &str) -> Words {
    Words { vi: words.to_owned(), en: words.to_owned() }
}

/// Words that stand in the source.
pub fn fixed(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// Writes words for the page, the language of the run first in everything that has room for one only.
#[derive(Clone, Copy, Debug)]
pub struct Tongue(pub Language);

impl Tongue {
    /// Markup that reads in both languages.
    pub fn say(self, vi: &str, en: &str) -> Safe<String> {
        Safe(spans(self.0, vi, en))
    }

    /// Markup that reads in both languages.
    pub fn told(self, words: &Words) -> Safe<String> {
        Safe(spans(self.0, &words.vi, &words.en))
    }

    /// An attribute, with what it is in either language for the script that switches.
    pub fn named(self, attribute: &str, vi: &str, en: &str) -> Safe<String> {
        let now = shown(self.0.pick(vi, en));
        let (vi, en) = (shown(vi), shown(en));
        Safe(format!("{attribute}=\"{now}\" data-vi=\"{vi}\" data-en=\"{en}\""))
    }
}

/// Both, the language of the run first, for viewers that show both.
fn spans(language: Language, vi: &str, en: &str) -> String {
    if vi == en {
        return shown(vi);
    }
    let (vi, en) = (shown(vi), shown(en));
    let (vi, en) = (format!("<span lang=\"vi\">{vi}</span>"), format!("<span lang=\"en\">{en}</span>"));
    match language {
        Language::Vi => vi + &en,
        Language::En => en + &vi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_there_and_equal_words_once() {
        let tongue = Tongue(Language::En);
        assert_eq!(tongue.say("<a>", "b").0, "<span lang=\"en\">b</span><span lang=\"vi\">&lt;a&gt;</span>");
        assert_eq!(tongue.told(&same("05/QĐ-UBND")).0, "05/QĐ-UBND");
        assert_eq!(
            tongue.named("aria-label", "Phụ lục", "Appendix").0,
            "aria-label=\"Appendix\" data-vi=\"Phụ lục\" data-en=\"Appendix\""
        );
    }
}
