//! Where a reference leads, from the words behind it.
//!
//! Only words that name this document (`Quyết định này`) make a reference one of its own. Silence is no
//! sign of it: a bare `khoản 2 Điều 5` in a basis, a table or a quotation is of some other text.

use crate::document::{Part, PartKind, ReferenceTarget};
use crate::rulebook::Lexicon;
use crate::text::Pattern;

/// What may stand before the word for the document.
static LEAD: Pattern = Pattern::new(r"^[ \n]*(?:, *)?");
/// `được sửa đổi, bổ sung …` between a unit and its instrument.
static AMENDED: Pattern = Pattern::new(r"^\(?(?:đã )?được sửa đổi[^)]*\)? ");
/// Up to the act that an attached text belongs to.
static ATTACHED: Pattern = Pattern::new(r"^[^,]{0,120}?kèm theo ");
/// What may stand between an appendix and its document.
static APPENDIX_LEAD: Pattern =
    Pattern::new(r"^(?: này)?,? *(?:\(?(?:được )?(?:ban hành )?kèm theo |của |tại )?");
/// `kèm theo` without a document: it is this one.
static APPENDED: Pattern = Pattern::new(r"^ (?:đính )?kèm theo(?:[).;,*]|$)");

/// Who is named by an article carries out the document that gives the task.
static CARRIED_OUT: Pattern = Pattern::new(r"^ (?:chịu|có) trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) ");

/// The document of this class that words name first, and what follows up to the end of the clause.
fn own_document<'t, 'l>(lexicon: &'l Lexicon, behind: &'t str) -> Option<(&'l str, &'t str)> {
    let words = without_of(after(&LEAD, behind));
    let (form, rest) = lexicon.documents.begin(words)?;
    let end = rest.find(['.', ';', '\n']).unwrap_or(rest.len());
    Some((form, &rest[..end]))
}

/// Whether the words name an instrument that is none of this file.
fn names_other(lexicon: &Lexicon, behind: &str) -> bool {
    let words = after(&AMENDED, after(&LEAD, behind));
    let words = words.strip_prefix("ban hành ").unwrap_or(words);
    let words = without_of(words.strip_prefix("kèm theo ").unwrap_or(words));
    let terms = &lexicon.terms.citations;
    let instruments = [&terms.laws, &terms.instruments, &terms.consolidated];
    let numbered = |rest: &str| {
        rest.strip_prefix(' ').is_some_and(|rest| {
            rest.starts_with("số") || rest.starts_with(|letter: char| letter.is_ascii_digit())
        })
    };
    instruments.iter().any(|words_of| words_of.begins(words))
        || lexicon.documents.strip(words).is_some_and(numbered)
}

/// What follows the match of an expression that may match nothing.
fn after<'t>(pattern: &Pattern, words: &'t str) -> &'t str {
    pattern.regex().find(words).map_or(words, |found| &words[found.end()..])
}

/// The words without `của` or `tại` before them.
fn without_of(words: &str) -> &str {
    words.strip_prefix("của ").or_else(|| words.strip_prefix("tại ")).unwrap_or(words)
}

/// Whether the words behind a list of numbers name the document that all of them are of.
pub fn names_document(lexicon: &Lexicon, behind: &str) -> bool {
    own_document(lexicon, behind).is_some() || names_other(lexicon, behind)
}

/// Where a reference to units leads.
pub fn of_units(lexicon: &Lexicon, behind: &str, part: usize, parts: &[Part]) -> ReferenceTarget {
    let behind = after(&CARRIED_OUT, behind);
    let Some((form, rest)) = own_document(lexicon, behind) else { return of_others(lexicon, behind) };
    if let Some(rest) = rest.strip_prefix(" này") {
        // "Quy định này ban hành kèm theo Quyết định số …" names another text.
        return if rest.trim_start().starts_with("ban hành kèm theo") {
            ReferenceTarget::Unknown
        } else {
            part_called(lexicon, form, part, parts)
        };
    }
    let act = ATTACHED.regex().find(rest).and_then(|found| lexicon.documents.strip(&rest[found.end()..]));
    match act {
        Some(act) if act.starts_with(" này") => attached_called(form, parts),
        Some(_) => ReferenceTarget::OtherInstrument,
        None => of_others(lexicon, behind),
    }
}

/// Another instrument where one is named, else unknown.
fn of_others(lexicon: &Lexicon, behind: &str) -> ReferenceTarget {
    if names_other(lexicon, behind) { ReferenceTarget::OtherInstrument } else { ReferenceTarget::Unknown }
}

/// Where a reference to an appendix leads: an appendix of this file, whichever part holds the words.
pub fn of_appendix(lexicon: &Lexicon, behind: &str) -> ReferenceTarget {
    let document = lexicon.documents.strip(after(&APPENDIX_LEAD, behind));
    let is_own = document.is_some_and(|rest| rest.starts_with(" này")) || APPENDED.is_match(behind);
    if is_own { ReferenceTarget::ThisPart } else { of_others(lexicon, behind) }
}

/// The part that calls itself so: the one that speaks, or else the act.
fn part_called(lexicon: &Lexicon, form: &str, part: usize, parts: &[Part]) -> ReferenceTarget {
    // A letter has no line that names its form.
    let is_letter = lexicon.letter().is_some_and(|letter| letter.name == form);
    let is_called = |own: &Part| match own.form_name.as_deref() {
        Some(name) => name == form,
        None => is_letter && own.kind == PartKind::Act && own.form.is_none() && own.header.organ.is_some(),
    };
    if is_called(&parts[part]) {
        return ReferenceTarget::ThisPart;
    }
    let is_act = |own: &Part| own.kind == PartKind::Act && is_called(own);
    parts.iter().position(is_act).map_or(ReferenceTarget::Unknown, ReferenceTarget::OtherPart)
}

/// The one attached text of that form; unknown where there are several or none.
fn attached_called(form: &str, parts: &[Part]) -> ReferenceTarget {
    let is_such = |own: &Part| own.kind == PartKind::Attached && own.form_name.as_deref() == Some(form);
    let mut such = (0..parts.len()).filter(|index| is_such(&parts[*index]));
    match (such.next(), such.next()) {
        (Some(one), None) => ReferenceTarget::OtherPart(one),
        _ => ReferenceTarget::Unknown,
    }
}
