//! What is wrong with a rule file is told with its place and a way out.

use crate::{CHECK, RULE, file, files, load};
use thethuc_core::rulebook::RuleBookError;

/// The faults of the small rule book with a changed rule.
fn faults(find: &str, with: &str) -> Vec<RuleBookError> {
    assert!(RULE.contains(find), "{find}");
    load(&files(&RULE.replacen(find, with, 1))).err().unwrap_or_default()
}

/// The one fault, its place and its English words.
fn fault(find: &str, with: &str) -> (usize, usize, String) {
    let faults = faults(find, with);
    let [fault] = faults.as_slice() else { panic!("one fault wanted: {faults:?}") };
    assert_eq!(fault.file, "format/name.yaml");
    assert!(!fault.words.vi.is_empty());
    (fault.line, fault.column, fault.words.en.clone())
}

#[test]
fn unknown_names_are_told_with_the_nearest_known_one() {
    let cases = [
        ("severity: error", "severty: error", 4, 1, "did you mean “severity”"),
        ("header.national_name", "header.nation_name", 5, 9, "did you mean “header.national_name”"),
        ("decree/a", "decree/b", 3, 7, "unknown provision “decree/b”; did you mean “decree/a”"),
        ("equals:", "equal:", 6, 18, "did you mean “equals”"),
        ("text: {", "texts: {", 6, 10, "did you mean “text”"),
        ("{found}” phải", "{foun}” phải", 7, 19, "no variable {foun}"),
        (
            "from: decision",
            "from: decisions",
            10,
            11,
            "unknown base in bases/ “decisions”; did you mean “decision”",
        ),
        ("severity: error", "severity: grave", 4, 11, "expected one of: note, warning, error"),
        ("select:", "applies: { form: [Quyết địn] }\nselect:", 5, 19, "did you mean “Quyết định”"),
        ("select:", "applies: { regime: [ned] }\nselect:", 5, 21, "unknown regime “ned”; did you mean “new”"),
        (
            "select:",
            "applies: { from: 2025-13-01 }\nselect:",
            5,
            18,
            "is not a date; write it like 2026-03-02",
        ),
    ];
    for (find, with, line, column, words) in cases {
        let found = fault(find, with);
        assert!(found.2.contains(words), "{with}: {}", found.2);
        assert_eq!((found.0, found.1), (line, column), "{with}: {}", found.2);
    }
}

#[test]
fn what_cannot_work_is_refused() {
    let cases = [
        ("equals: CỘNG HÒA", "matches: (CỘNG HÒA", 6, "bad regular expression"),
        ("en: National name", "en: ''", 2, "the translation is empty"),
        (", en: National name", "", 2, "the key “en” is missing"),
        ("[decree/a, old-law/a, new-law/a, new-decree/a]", "[old-law/a]", 4, "above warning"),
        ("[decree/a, old-law/a, new-law/a, new-decree/a]", "[]", 3, "at least one provision"),
        (
            "{ text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }",
            "{ text: { ignoring: [case] } }",
            6,
            "tests nothing",
        ),
        (CHECK, "{}", 6, "at least one kind"),
        (CHECK, "{ page-number: { style: { underline: true } } }", 6, "“italic” and “font” only"),
    ];
    for (find, with, line, words) in cases {
        let faults = faults(find, with);
        let found = faults.iter().find(|fault| fault.words.en.contains(words));
        let found = found.unwrap_or_else(|| panic!("{with}: {faults:?}"));
        assert_eq!(found.line, line, "{with}: {found}");
    }
}

#[test]
fn a_repair_needs_a_check_that_knows_the_right_words() {
    let silent = [
        "{ style: { size: 13 } }",
        "{ text: { one-of: [A, B] } }",
        "{ text: { starts-with: A } }",
        "{ text: { matches: A } }",
        "{ list-punctuation: { each-ends: [';', '.'] } }",
        "{ profile: signer }",
        "{ all: [{ text: { starts-with: A } }, { not: { text: { equals: A } } }] }",
    ];
    for check in silent {
        let (line, column, words) = fault(CHECK, check);
        assert!(words.contains("cannot compute the right words"), "{check}: {words}");
        assert_eq!((line, column), (8, 22), "{check}");
    }
    for check in [
        "{ text: { starts-with: A, expected: A } }",
        "{ profile: place }",
        "{ any: [{ text: { one-of: [A] } }] }",
    ] {
        assert_eq!(faults(CHECK, check), [], "{check}");
    }
    let (_, _, words) = fault(CHECK, "{ text: { matches: A, expected: 'A {group}' } }");
    assert!(words.contains("“expected” uses {group}"), "{words}");
}

#[test]
fn a_repair_in_words_uses_what_the_check_gives() {
    let (line, column, words) = fault("replace-with: expected", "replace-with: '{foun}'");
    assert!(words.contains("no variable {foun}"), "{words}");
    assert_eq!((line, column), (8, 24));
    assert_eq!(faults("replace-with: expected", "replace-with: '{found}.'"), []);
    let said = RULE.replacen(CHECK, "{ style: { size: 13 } }", 1).replacen(
        "replace-with: expected",
        "replace-with: 'cỡ {expected}'",
        1,
    );
    let faults = load(&files(&said)).err().unwrap_or_default();
    assert!(faults[0].words.en.contains("cannot compute the right words"), "{faults:?}");
    assert!(faults[0].words.vi.contains("không tính được chữ đúng"), "{faults:?}");
}

#[test]
fn a_policy_says_what_can_be_written_or_why_nothing_is() {
    const FIX: &str = "{ replace-with: expected, safety: safe }";
    for (fix, words) in [
        ("{ safety: never }", "“never” needs its reason"),
        ("{ safety: never, because: meaning, replace-with: A }", "has no words to put there"),
        ("{ safety: ask, replace-with: A, rewrite: [{ pattern: A, replace: B }] }", "not both"),
        ("{ safety: maybe }", "expected one of: safe, ask, never"),
    ] {
        let (line, _, found) = fault(FIX, fix);
        assert!(found.contains(words), "{fix}: {found}");
        assert_eq!(line, 8, "{fix}");
    }
    for fix in [
        "{ safety: safe }",
        "{ safety: never, because: person-knows }",
        "{ safety: ask, rewrite: [{ pattern: '^(A)$', replace: '$1.' }] }",
    ] {
        assert_eq!(faults(FIX, fix), [], "{fix}");
    }
    let mute = RULE.replacen(CHECK, "{ text: { matches: A } }", 1).replacen(FIX, "{ safety: ask }", 1);
    let faults = load(&files(&mute)).err().unwrap_or_default();
    assert!(faults[0].words.en.contains("cannot write a repair"), "{faults:?}");
    assert!(faults[0].words.vi.contains("không tự viết được gì"), "{faults:?}");
}

#[test]
fn a_rule_yields_to_rules_that_are_there_and_shows_it() {
    let found = faults("examples:", "yields-to: [format/nome]\nexamples:");
    assert!(
        found[0].words.en.contains("unknown rule “format/nome”; did you mean “format/name”"),
        "{found:?}"
    );
    let (_, _, words) = fault("    at:", "    yields: true\n    at:");
    assert!(words.contains("no “yields-to”"), "{words}");
    let found = faults("examples:", "yields-to: [format/name]\nexamples:");
    assert!(found.iter().any(|fault| fault.words.en.contains("yields to it as well")), "{found:?}");
    assert!(found.iter().any(|fault| fault.words.en.contains("“yields: true”")), "{found:?}");
}

#[test]
fn a_rule_without_a_wrong_example_is_refused() {
    let faults = faults("    at:", "    finds: 0\n    at:");
    assert!(faults.iter().any(|fault| fault.words.en.contains("finds ≥ 1")), "{faults:?}");
}

#[test]
fn regimes_may_not_overlap_and_know_their_instruments() {
    let mut all = files(RULE);
    all[0].text =
        all[0].text.replace("to: 2025-03-31", "to: 2025-04-01").replace("{ id: decree }", "{ id: decre }");
    let faults = load(&all).err().unwrap_or_default();
    let text = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(text.contains("regimes.yaml:"), "{text}");
    assert!(text.contains("share days"), "{text}");
    assert!(text.contains("did you mean “decree”"), "{text}");
}

#[test]
fn a_file_in_the_wrong_place_is_told() {
    let mut all = files(RULE);
    all.push(file("format/deep/name.yaml", RULE));
    let faults = load(&all).err().unwrap_or_default();
    assert_eq!(faults.iter().map(|fault| fault.file.as_str()).collect::<Vec<_>>(), ["format/deep/name.yaml"]);
}

#[test]
fn a_law_that_takes_the_place_of_another_keeps_what_rules_enforce() {
    let mut law = files(RULE).swap_remove(2);
    law.text = law.text.replace("  a: {", "  b: {");
    let faults = crate::book(RULE).extended(&[law]).err().unwrap_or_default();
    let told: Vec<(&str, usize)> = faults.iter().map(|fault| (fault.file.as_str(), fault.line)).collect();
    assert_eq!(told, [("law/decree.yaml", 4)], "{faults:?}");
}

#[test]
fn a_provision_that_stands_twice_is_told() {
    let mut all = files(RULE);
    let twice = "  a: { at: Điều 2, requirement: { vi: x, en: x }, evidence: memory }\n";
    all[2].text.push_str(twice);
    let faults = load(&all).err().unwrap_or_default();
    assert!(faults[0].words.en.contains("the key “a” stands twice"), "{faults:?}");
    assert_eq!(faults[0].file, "law/decree.yaml");
}
