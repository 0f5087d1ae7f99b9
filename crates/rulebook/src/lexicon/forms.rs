//! Forms as they stand in form lines, symbols and sentences.

use super::Lexicon;
use crate::form::{Forms, Shape};
use crate::spellings::Spellings;
use crate::terms::CitationTerms;
use crate::vocabulary::vietnamese::{ascii_key, tone_key};

/// A form, or an attached text that is none, with its keys for comparison.
#[derive(Clone, Debug)]
pub struct KnownForm {
    /// Canonical name.
    pub name: String,
    /// Whether local organs may make rules of law in it.
    pub normative: bool,
    /// How it is built.
    pub shape: Shape,
    /// Whether it can be attached to a document.
    pub attachable: bool,
    /// Whether it is an appendix where it is attached.
    pub appendix: bool,
    abbreviation: Option<String>,
    exact: String,
    ascii: String,
}

/// The forms and the attached texts.
pub(super) fn known(forms: &Forms) -> Vec<KnownForm> {
    let own = forms.forms.iter().map(|form| KnownForm {
        normative: form.normative,
        shape: form.shape,
        attachable: form.attachable,
        abbreviation: form.abbreviation.clone(),
        ..KnownForm::named(&form.name)
    });
    let attached = forms.attached_texts.iter().map(|text| KnownForm {
        attachable: true,
        appendix: text.appendix,
        ..KnownForm::named(&text.name)
    });
    own.chain(attached).collect()
}

/// The kinds of instruments that are cited, as they stand in a sentence.
pub(super) fn cited(forms: &Forms, terms: &CitationTerms) -> Spellings {
    let lists = [&terms.laws, &terms.small_laws, &terms.instruments, &terms.any];
    let instruments = lists.into_iter().flat_map(Spellings::iter).map(str::to_owned);
    let capital = forms.forms.iter().map(|form| form.name.clone());
    let small = forms.forms.iter().filter(|form| form.normative).map(|form| form.name.to_lowercase());
    instruments.chain(capital).chain(small).collect()
}

impl KnownForm {
    /// A form of which nothing but the name is known yet, with the keys that lines are compared by.
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            normative: false,
            shape: Shape::Plain,
            attachable: false,
            appendix: false,
            abbreviation: None,
            exact: tone_key(&name.to_lowercase()),
            ascii: ascii_key(name),
        }
    }
}

impl Lexicon {
    /// The form of that canonical name.
    pub fn form(&self, name: &str) -> Option<&KnownForm> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// The form that has no line of its own.
    pub fn letter(&self) -> Option<&KnownForm> {
        self.forms.iter().find(|form| form.shape == Shape::Letter)
    }

    /// The form whose name the words are, in whatever case and tone placement.
    pub fn form_named(&self, words: &str) -> Option<&KnownForm> {
        let words = words.trim().trim_end_matches([':', '.']).trim_end();
        if !self.may_name_form(words) {
            return None;
        }
        let key = tone_key(&words.to_lowercase());
        self.forms.iter().find(|form| form.exact == key)
    }

    /// The form whose name the words begin with, and the length of that name in bytes of the words.
    pub fn form_named_at_start(&self, words: &str) -> Option<(&KnownForm, usize)> {
        let ends = words.char_indices().map(|(at, _)| at).chain([words.len()]);
        let boundary =
            |at: &usize| words[*at..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        let ends: Vec<usize> = ends.filter(boundary).take(self.most_words * 2).collect();
        ends.into_iter().rev().find_map(|end| Some((self.form_named(&words[..end])?, end)))
    }

    /// The form whose name the words would be but for wrong marks (`QUYẾT ĐINH`).
    pub fn form_misspelt(&self, words: &str) -> Option<&KnownForm> {
        let words = words.trim().trim_end_matches([':', '.']);
        if !self.may_name_form(words) {
            return None;
        }
        let key = ascii_key(words);
        self.forms.iter().find(|form| form.ascii == key)
    }

    /// The form that an abbreviation in a symbol stands for, in whatever case.
    pub fn form_abbreviated(&self, abbreviation: &str) -> Option<&KnownForm> {
        let abbreviation = abbreviation.to_lowercase();
        let is_same = |own: &str| own.to_lowercase() == abbreviation;
        self.forms.iter().find(|form| form.abbreviation.as_deref().is_some_and(is_same))
    }

    /// Whether a symbol begins with the abbreviation of a form, letter by letter, before a hyphen of any length.
    pub fn begins_with_abbreviation(&self, symbol: &str) -> bool {
        const HYPHENS: [char; 5] = ['-', '‐', '–', '—', '−'];
        let mut known = self.forms.iter().filter_map(|form| form.abbreviation.as_deref());
        known.any(|own| symbol.strip_prefix(own).is_some_and(|rest| rest.trim_start().starts_with(HYPHENS)))
    }

    /// The form or other word for a document that a part of a sentence begins with, and what follows it. The
    /// names of forms may begin with a small letter.
    pub fn begin_document<'t>(&self, words: &'t str) -> Option<(&str, &'t str)> {
        let own = self.documents.begin_in_sentence(words);
        own.or_else(|| self.terms.citations.any.begin_in_sentence(words))
    }

    /// Whether a line begins with the kind of an instrument that can be a basis: a law, another instrument,
    /// or a form of normative documents.
    pub fn begins_instrument(&self, words: &str) -> bool {
        let terms = &self.terms.citations;
        let normative = self.forms.iter().filter(|form| form.normative);
        let follows = |rest: Option<&str>| rest.is_some_and(|rest| rest.starts_with(' '));
        follows(terms.laws.strip(words))
            || follows(terms.instruments.strip(words)) && words.starts_with(char::is_uppercase)
            || normative.map(|form| words.strip_prefix(form.name.as_str())).any(follows)
    }

    /// Whether the words are no longer than the longest name of a form.
    pub fn may_name_form(&self, words: &str) -> bool {
        words.chars().count() <= self.longest_form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Terms;
    use crate::registry::AdminUnits;

    fn lexicon() -> Lexicon {
        let forms = "
forms:
  - { name: Quyết định, abbreviation: QĐ, english: Decision, normative: true, shape: enacted }
  - { name: Kế hoạch, abbreviation: KH, english: Plan, attachable: true }
  - { name: Giấy ủy quyền, abbreviation: GUQ, english: Letter of authorisation }
  - { name: Bản đề cương chi tiết công việc hằng năm của cơ quan, abbreviation: ĐC, english: Outline }
attached-texts:
  - { name: Danh mục, english: List, appendix: true }
";
        let forms: Forms = serde_yaml::from_str(forms).expect("forms");
        Lexicon::new(&forms, Terms::default(), AdminUnits::default())
    }

    fn name(form: Option<&KnownForm>) -> Option<&str> {
        form.map(|form| form.name.as_str())
    }

    #[test]
    fn names_are_found_in_any_case() {
        let lexicon = lexicon();
        assert_eq!(name(lexicon.form_named("QUYẾT ĐỊNH:")), Some("Quyết định"));
        assert_eq!(name(lexicon.form_named("GIẤY UỶ QUYỀN")), Some("Giấy ủy quyền"));
        assert_eq!(name(lexicon.form_named("QUYẾT ĐỊNH VỀ VIỆC")), None);
        assert_eq!(name(lexicon.form_misspelt("QUYẾT ĐINH")), Some("Quyết định"));
        assert_eq!(name(lexicon.form_abbreviated("kh")), Some("Kế hoạch"));
        assert!(
            lexicon.begins_with_abbreviation("KH – UBND") && !lexicon.begins_with_abbreviation("Kh-UBND")
        );
        assert!(!lexicon.begins_with_abbreviation("KHUBND"));
    }

    #[test]
    fn names_at_the_start_of_a_longer_line() {
        let lexicon = lexicon();
        let found = lexicon.form_named_at_start("KẾ HOẠCH PHÁT TRIỂN CHỢ");
        assert_eq!(found.map(|(form, end)| (form.name.as_str(), end)), Some(("Kế hoạch", "KẾ HOẠCH".len())));
        assert!(lexicon.form_named_at_start("QUYẾT").is_none());
    }

    #[test]
    fn a_name_may_be_long() {
        let lexicon = lexicon();
        let long = "BẢN ĐỀ CƯƠNG CHI TIẾT CÔNG VIỆC HẰNG NĂM CỦA CƠ QUAN";
        assert!(lexicon.form_named(long).is_some());
        let line = format!("{long} NĂM 2026");
        assert_eq!(lexicon.form_named_at_start(&line).map(|(_, end)| end), Some(long.len()));
    }
}
