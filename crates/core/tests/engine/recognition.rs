//! `forms.yaml` and `terms.yaml`: forms of an own folder, and what is refused.

use crate::{BASE, RULE, book, checked, file, files, load, options, rule_with};
use std::sync::Arc;
use thethuc_core::document::Class;
use thethuc_core::rulebook::RuleBookError;

/// The terms of the rule book that comes with thethuc.
const TERMS: &str = include_str!("../../../../rules/terms.yaml");

const OUTLINE: &str = "forms:\n  - { name: Đề cương, abbreviation: ĐC, english: Outline }\n";

/// The small book with the forms of an own folder.
fn faults_of(forms: &str) -> Vec<RuleBookError> {
    book(RULE).extended(&[file("forms.yaml", forms)]).err().unwrap_or_default()
}

/// Where faults stand, and what they say in English.
fn told(faults: &[RuleBookError]) -> Vec<(usize, usize, &str)> {
    faults.iter().map(|fault| (fault.line, fault.column, fault.words.en.as_str())).collect()
}

#[test]
fn a_form_is_added_to_the_others() {
    let book = Arc::new(book(RULE).extended(&[file("forms.yaml", OUTLINE)]).expect("valid"));
    let outline = BASE.replace("05/2026/QĐ-UBND", "05/ĐC-UBND").replace("**QUYẾT ĐỊNH**", "**ĐỀ CƯƠNG**");
    let form = |draft: &str| checked(&book, draft, &options()).document.facts.form.map(|(form, _)| form);
    assert_eq!(form(&outline).as_deref(), Some("Đề cương"));
    assert_eq!(form(&outline.replace("**ĐỀ CƯƠNG**", "")).as_deref(), Some("Đề cương"), "by its symbol");
    assert_eq!(form(BASE).as_deref(), Some("Quyết định"));
    let class = checked(&book, &outline, &options()).judged.class;
    assert_eq!(class, Some(Class::Administrative), "no rule of law has that form");
}

#[test]
fn a_form_of_the_same_name_takes_the_place_of_the_other() {
    let plain = "forms:\n  - { name: Quyết định, abbreviation: QĐ, english: Decision }\n";
    let book = Arc::new(book(RULE).extended(&[file("forms.yaml", plain)]).expect("valid"));
    assert_eq!(book.forms().map(|forms| forms.forms.len()), Some(1));
    assert_eq!(checked(&book, BASE, &options()).judged.class, Some(Class::Administrative));
}

#[test]
fn forms_that_cannot_be_told_apart_are_refused() {
    let twice = format!("{OUTLINE}  - {{ name: ĐỀ CƯƠNG, abbreviation: DC, english: Outline }}\n");
    assert_eq!(told(&faults_of(&twice)), [(3, 13, "the form “ĐỀ CƯƠNG” stands twice")]);
    let same = OUTLINE.replace("ĐC", "qđ");
    assert_eq!(
        told(&faults_of(&same)),
        [(2, 37, "“Đề cương” and “Quyết định” have the same abbreviation “qđ”")]
    );
    let organ = OUTLINE.replace("ĐC", "UBND");
    assert_eq!(
        told(&faults_of(&organ)),
        [(2, 37, "“UBND” cannot be an abbreviation: letters alone, and not those of an organ")]
    );
    let letter = "forms:\n  - { name: Thư, abbreviation: null, english: Letter, shape: letter }\n  - { name: Thư ngỏ, abbreviation: null, english: Open letter, shape: letter }\n";
    assert_eq!(told(&faults_of(letter)).first().map(|(line, ..)| *line), Some(3));
}

#[test]
fn components_are_judged_by_some_rule() {
    let form = |components: &str| {
        format!(
            "forms:\n  - name: Đề cương\n    abbreviation: ĐC\n    english: Outline\n    components:\n      {components}\n"
        )
    };
    let faults = faults_of(&form("administrative: { required: [title] }"));
    assert_eq!(
        told(&faults),
        [(
            6,
            36,
            "no rule asks for “title” (administrative); it needs a rule with “present: required-by-form”"
        )]
    );
    let faults = faults_of(&form("administrativ: { required: [title] }"));
    assert_eq!(
        told(&faults),
        [(6, 7, "“administrativ” is neither a class nor a regime; did you mean “administrative”?")]
    );
    let faults = faults_of(&form("administrative: { required: [titel] }"));
    assert!(faults[0].words.en.contains("titel"), "{faults:?}");
    assert_eq!((faults[0].line, faults[0].file.as_str()), (6, "forms.yaml"));

    let rule =
        rule_with("{ present: required-by-form }").replace("header.national_name\ncheck", "title\ncheck");
    let own =
        [file("forms.yaml", &form("administrative: { required: [title] }")), file("own/title.yaml", &rule)];
    assert!(book(RULE).extended(&own).is_ok(), "a rule of the same folder asks for it");
    let twice = file("forms.yaml", &form("administrative: { required: [title, title], forbidden: [title] }"));
    let faults = book(RULE).extended(&[twice, file("own/title.yaml", &rule)]).err().unwrap_or_default();
    let said: Vec<&str> = faults.iter().map(|fault| fault.words.en.as_str()).collect();
    assert_eq!(
        said,
        [
            "“title” stands twice",
            "no rule asks for “title” (administrative); it needs a rule with “present: forbidden-by-form”",
            "“title” is both required and forbidden"
        ]
    );
}

#[test]
fn terms_are_read_strictly() {
    let faults = |from: &str, to: &str| {
        assert!(TERMS.contains(from), "{from}");
        let mut all = files(RULE);
        all.retain(|file| file.path != "terms.yaml");
        all.push(file("terms.yaml", &TERMS.replacen(from, to, 1)));
        load(&all).err().unwrap_or_default()
    };
    let line = |word: &str| TERMS.lines().position(|line| line.contains(word)).map(|at| at + 1);
    let unknown = faults("  motto:", "  moto:");
    assert_eq!((unknown[0].file.as_str(), Some(unknown[0].line)), ("terms.yaml", line("  motto:")));
    assert!(unknown[0].words.vi.contains("có phải là “motto”"), "{unknown:?}");
    let blank = faults("  number: [Số, SỐ, số]", "  number: [Số, ' SỐ', số]");
    assert_eq!((Some(blank[0].line), blank[0].column), (line("  number: [Số"), 16), "{blank:?}");
    let twice = faults("other: [hiệu trưởng,", "other: [ubnd, hiệu trưởng,");
    assert_eq!(twice[0].words.en, "“ubnd” stands twice, so that its meaning is open", "{twice:?}");
    let level = faults("{ word: huyện, level: district }", "{ word: huyện, level: huyện }");
    assert_eq!(Some(level[0].line), line("word: huyện"), "{level:?}");
}
