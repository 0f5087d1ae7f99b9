//! The values of the places that the program fills in.
//!
//! What is not known becomes a place in square brackets: a draft with a gap that can be seen is better
//! than one with a guess that cannot.

use super::Request;
use super::choose::{Choice, PROMULGATES};
use crate::document::Class;
use crate::rulebook::bilingual::fill;
use crate::text::vietnamese::{first_capital, squeeze};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Values by name of the place (`rulebook::template::PLACES`).
pub type Values = BTreeMap<&'static str, String>;

/// All values of a draft.
pub fn values(choice: &Choice<'_>, request: &Request) -> Values {
    let mut values = Values::new();
    organ(choice, request, &mut values);
    form(choice, request, &mut values);
    let month = choice.day.month();
    // A zero stands before the months 1 and 2 alone (Decree 30, annex I).
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    values.insert("month", month);
    values.insert("year", choice.day.year().to_string());
    values
}

/// The values that follow from the organ.
fn organ(choice: &Choice<'_>, request: &Request, values: &mut Values) {
    let (named, guise) = (&choice.named, choice.named.guise);
    let place = request.place.as_deref().map_or_else(|| named.place(), plain);
    let parent = guise.parent.iter().map(|line| named.fill(line));
    let own = guise.header.iter().map(|line| format!("**{}**", named.fill(line)));
    let lines: Vec<String> = parent.chain(own).collect();
    let unit_word = match named.unit_word.as_str() {
        "" => "[tỉnh, xã]",
        word => word,
    };
    for (name, value) in [
        ("organ_lines", lines.join("<br>")),
        ("organ_abbreviation", named.fill(&guise.abbreviation)),
        ("competence", named.fill(&guise.competence)),
        ("sentence", named.fill(&guise.sentence)),
        ("speaker", named.fill(&guise.speaker)),
        ("issuer", named.fill(&guise.issuer)),
        ("head", named.fill("{head}")),
        ("unit", named.unit()),
        ("unit_word", unit_word.to_owned()),
        ("place", place),
    ] {
        values.insert(name, value);
    }
}

/// The values that follow from form, title and attached text.
fn form(choice: &Choice<'_>, request: &Request, values: &mut Values) {
    let form = choice.form;
    let head = &choice.model.head;
    let attached = choice.attached.map_or("", |form| form.name.as_str());
    let default = match choice.attached {
        Some(_) => head.title_of_attached.as_deref(),
        None => head.title.as_deref(),
    };
    let default = fill(default.unwrap_or_default(), |name| (name == "attached").then_some(attached));
    let title = request.title.as_deref().map_or(default, |title| bare(&plain(title)));
    let promulgated = title.strip_prefix(PROMULGATES).unwrap_or(&title);
    let own = promulgated.strip_prefix(attached).unwrap_or(promulgated).trim();
    let abbreviation = form.abbreviation.clone().unwrap_or_default();
    let stated = choice.power.filter(|_| choice.class == Class::Normative);
    let symbol = stated.and_then(|power| power.symbol.as_ref()?.first().cloned());
    let symbol = symbol.unwrap_or_else(|| format!("{abbreviation}-{}", values["organ_abbreviation"]));
    for (name, value) in [
        ("form", form.name.clone()),
        ("form_upper", form.name.to_uppercase()),
        ("abbreviation", abbreviation),
        ("symbol", symbol),
        ("title_inside", first_small(&title)),
        ("attached", attached.to_owned()),
        ("attached_upper", attached.to_uppercase()),
        ("attached_inside", format!("{attached} {}", first_small(own))),
        ("attached_title", first_capital(own)),
        ("title", title),
    ] {
        values.insert(name, value);
    }
}

/// Words of a person as plain Markdown: one line, NFC, nothing that Markdown would read as a mark.
fn plain(words: &str) -> String {
    let line: String = squeeze(words).nfc().collect();
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '<' | '>' | '|' | '#' | '[' | ']' | '&') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

/// A title without the mark of the abstract of a letter and without a final stop.
fn bare(title: &str) -> String {
    let title = ["V/v ", "v/v "].iter().find_map(|mark| title.strip_prefix(mark)).unwrap_or(title);
    title.trim_end_matches('.').trim().to_owned()
}

/// The words with a small first letter, as a title goes on in a sentence. An abbreviation keeps its
/// capitals.
fn first_small(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return words.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}
