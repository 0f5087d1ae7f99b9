//! Faults of `forms.yaml` and `terms.yaml`: what recognition could not tell apart, and components that no
//! rule asks for.

use super::Report;
use crate::count::ByForm;
use crate::form::{Form, Forms, Shape};
use crate::selector::Selector;
use crate::spellings::Spellings;
use crate::suggest::hint;
use crate::vocabulary::Class;
use crate::vocabulary::vietnamese::name_key;
use crate::{Contents, Rule};
use std::collections::HashSet;

/// The forms that stand in the file, seen together with all others.
pub(super) fn forms(contents: &Contents, report: &mut Report<'_>) {
    // A fault of reading was told before.
    let Ok(own) = report.file.read::<Forms>() else { return };
    let texts = own.attached_texts.iter().map(|text| &text.name);
    let mut known = HashSet::new();
    for name in own.forms.iter().map(|form| &form.name).chain(texts) {
        if !known.insert(name_key(name)) {
            let vi = format!("loại “{name}” ghi hai lần");
            report.add_of(name, "", vi, format!("the form “{name}” stands twice"));
        }
    }
    for form in &own.forms {
        abbreviation(contents, form, report);
        components(contents, form, report);
    }
    let letters: Vec<&Form> =
        contents.forms.forms.iter().filter(|form| form.shape == Shape::Letter).collect();
    if let [first, second, ..] = letters.as_slice() {
        // The file may hold either of them.
        let own = if own.forms.iter().any(|form| form.name == second.name) { second } else { first };
        let vi = "chỉ một loại văn bản được có “shape: letter”: loại không có dòng tên loại".to_owned();
        let en = "only one form may have “shape: letter”: the one without a line for the form".to_owned();
        report.add_of(&own.name, "letter", vi, en);
    }
}

/// A symbol must tell which form it is of, and where the abbreviation of the form ends.
fn abbreviation(contents: &Contents, form: &Form, report: &mut Report<'_>) {
    let Some(short) = &form.abbreviation else { return };
    let is_same = |other: &&Form| {
        let clashes =
            other.abbreviation.as_ref().is_some_and(|own| own.to_lowercase() == short.to_lowercase());
        other.name != form.name && clashes
    };
    if let Some(other) = contents.forms.forms.iter().find(is_same) {
        let (one, other) = (&form.name, &other.name);
        let vi = format!("“{one}” và “{other}” có cùng chữ viết tắt “{short}”");
        let en = format!("“{one}” and “{other}” have the same abbreviation “{short}”");
        report.add_of(one, short, vi, en);
    }
    let mut organs = contents.terms.organs.people.iter().flat_map(|organ| organ.abbreviations.iter());
    let is_word =
        short.chars().next().is_some_and(char::is_alphabetic) && short.chars().all(char::is_alphanumeric);
    if !is_word || organs.any(|organ| short.ends_with(organ)) {
        let vi =
            format!("“{short}” không dùng làm chữ viết tắt được: chỉ gồm chữ cái, và không phải tên cơ quan");
        let en = format!("“{short}” cannot be an abbreviation: letters alone, and not those of an organ");
        report.add_of(&form.name, short, vi, en);
    }
}

/// What a form needs or must not have is judged by a rule, in the regimes for which it is said.
fn components(contents: &Contents, form: &Form, report: &mut Report<'_>) {
    for (scope, own) in &form.components {
        let class = Class::ALL.into_iter().find(|class| class.name() == scope);
        if class.is_none() && !contents.regimes.iter().any(|regime| regime.id == *scope) {
            let known = contents.regimes.iter().map(|regime| regime.id.as_str());
            let hint = hint(scope, known.chain(Class::ALL.iter().map(|class| class.name())));
            let vi = format!("“{scope}” không phải là lớp hay khung pháp luật nào{}", hint.vi);
            report.add_of(
                &form.name,
                scope,
                vi,
                format!("“{scope}” is neither a class nor a regime{}", hint.en),
            );
            continue;
        }
        for (list, places) in [(ByForm::Required, &own.required), (ByForm::Forbidden, &own.forbidden)] {
            for (index, place) in places.iter().enumerate() {
                let name = place.to_string();
                if places[..index].contains(place) {
                    let vi = format!("“{name}” ghi hai lần");
                    report.add_of(&form.name, &name, vi, format!("“{name}” stands twice"));
                }
                if !contents.rules.values().any(|rule| judges(contents, rule, list, *place, scope)) {
                    unjudged(form, scope, list, &name, report);
                }
            }
        }
        if let Some(place) = own.required.iter().find(|place| own.forbidden.contains(place)) {
            let vi = format!("“{place}” vừa phải có vừa không được có");
            let en = format!("“{place}” is both required and forbidden");
            report.add_of(&form.name, &place.to_string(), vi, en);
        }
    }
}

/// Whether a rule asks for a place in a class or a regime.
fn judges(contents: &Contents, rule: &Rule, list: ByForm, place: Selector, scope: &str) -> bool {
    let asks = rule.check.present.as_ref().is_some_and(|count| count.by_form == Some(list));
    let regimes = || contents.regimes_of(rule);
    asks && rule.select.0.contains(&place)
        && regimes().iter().any(|regime| regime.id == scope || regime.class.name() == scope)
}

/// Tells a component that a form lists and no rule asks for: its author would believe that it is
/// checked.
fn unjudged(form: &Form, scope: &str, list: ByForm, place: &str, report: &mut Report<'_>) {
    let wanted = match list {
        ByForm::Required => "required-by-form",
        ByForm::Forbidden => "forbidden-by-form",
    };
    let vi =
        format!("chưa có quy tắc nào kiểm tra “{place}” ({scope}); cần một quy tắc có “present: {wanted}”");
    let en = format!("no rule asks for “{place}” ({scope}); it needs a rule with “present: {wanted}”");
    report.add_of(&form.name, place, vi, en);
}

/// Words that would mean two things.
pub(super) fn terms(contents: &Contents, report: &mut Report<'_>) {
    let organs = &contents.terms.organs;
    twice(organs.heads.values().flat_map(Spellings::iter), name_key, "heads", report);
    let people = organs.people.iter().flat_map(|organ| organ.abbreviations.iter());
    twice(people, str::to_owned, "people", report);
    let short = organs.units.iter().flat_map(|unit| &unit.short).flat_map(Spellings::iter);
    let units = organs.units.iter().map(|unit| unit.word.as_str()).chain(short);
    twice(units, str::to_owned, "units", report);
    twice(organs.bare_units.values().flat_map(Spellings::iter), name_key, "bare-units", report);
}

/// Tells each word whose key another one has; `entry` is what holds them.
fn twice<'w>(
    words: impl Iterator<Item = &'w str>,
    key: fn(&str) -> String,
    entry: &str,
    report: &mut Report<'_>,
) {
    let mut known = HashSet::new();
    for word in words.filter(|word| !known.insert(key(word))) {
        let vi = format!("“{word}” ghi hai lần nên không rõ nghĩa nào");
        report.add(&[entry], word, vi, format!("“{word}” stands twice, so that its meaning is open"));
    }
}
