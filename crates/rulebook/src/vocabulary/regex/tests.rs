use super::letters::USUAL;
use super::*;

#[test]
fn both_builds_find_the_same() {
    let regex = Regex::constant(r"(?<word>[Kk]hoản) (\d+)");
    let short = "theo Khoản 2 và khoản 13";
    let long = format!("{}{short}", "x ".repeat(SHORT));
    for text in [short, long.as_str()] {
        let words: Vec<&str> = regex.find_iter(text).map(|found| found.as_str()).collect();
        assert_eq!(words, ["Khoản 2", "khoản 13"]);
        let first = regex.captures(text).expect("a match");
        assert_eq!(
            (first.name("word").map(|it| it.as_str()), first.get(2).map(|it| it.as_str())),
            (Some("Khoản"), Some("2"))
        );
        let mut words = String::new();
        first.expand("khoản $2", &mut words);
        assert_eq!(words, "khoản 2");
    }
    assert_eq!(regex.names(), ["word"]);
}

#[test]
fn edges_of_words_hold_in_both_builds() {
    let text = "đăng ký, đăng kýi; Nghị định 5a, định 5 và định 13 – ịnh 7";
    let cases: [(&str, &[&str]); 5] = [
        (r"đăng ký\b", &["đăng ký"]),
        (r"\bđịnh (\d+)\b", &["định 5", "định 13"]),
        (r"\b(?:ịnh|ăng) \d", &["ịnh 7"]),
        (r"(?:\bđịnh|ký\B).\d?", &["kýi", "định 5", "định 5", "định 1"]),
        (r"\bkhông có\b", &[]),
    ];
    for (source, expected) in cases {
        for ahead in ["", &"x ".repeat(SHORT)] {
            let (regex, text) = (Regex::constant(source), format!("{ahead}{text}"));
            let words: Vec<&str> = regex.find_iter(&text).map(|found| found.as_str()).collect();
            assert_eq!(words, expected, "{source}");
            assert_eq!(regex.is_match(&text), !expected.is_empty(), "{source}");
            let places = |found: Captures| found.get(0).map(|it| (it.start(), it.end()));
            let with_groups: Vec<_> = regex.captures_iter(&text).filter_map(places).collect();
            let alone: Vec<_> = regex.find_iter(&text).map(|it| (it.start(), it.end())).collect();
            assert_eq!(with_groups, alone, "{source}");
        }
    }
}

#[test]
fn edges_of_words_are_those_of_the_regex_crate() {
    let text = "kỳx ".repeat(2 * OFFERS) + "kỳ, kỳ họp – ykỳ kỳ-họp; KỲ họp\nkỳ";
    let sources = [r"\bkỳ\b", r"kỳ\B", r"(?i)\b(kỳ) (?<next>\w+)\b", r"\w*\b", r"^\bkỳ|\b\p{Lu}+\b", r"\b$"];
    for source in sources {
        let (own, theirs) = (Regex::constant(source), regex::Regex::new(source).expect("valid"));
        // The second search has the full build.
        for _ in 0..2 {
            let found: Vec<_> = own.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
            let expected: Vec<_> = theirs.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
            assert_eq!(found, expected, "{source}");
            let next: Vec<_> =
                own.captures_iter(&text).map(|it| it.name("next").map(|it| it.start())).collect();
            let expected = theirs.captures_iter(&text).map(|it| it.name("next").map(|it| it.start()));
            assert_eq!(next, expected.collect::<Vec<_>>(), "{source}");
        }
    }
}

#[test]
fn much_text_in_small_pieces_is_searched_with_the_full_build() {
    let regex = Regex::constant(r"\bđiểm \p{L}\b");
    let found: usize = (0..MUCH / 10).map(|_| regex.find_iter("tại điểm đ khoản 1").count()).sum();
    assert_eq!(found, MUCH / 10);
    assert!(regex.usual.full.get().is_some() && regex.other.lean.get().is_none());
}

#[test]
fn the_usual_letters_are_those_that_their_first_byte_tells() {
    for letter in '\0'..=char::MAX {
        let is_in = USUAL.iter().any(|(first, last)| (*first..=*last).contains(&letter));
        assert_eq!(is_usual(letter.encode_utf8(&mut [0; 4])), is_in, "{letter:?}");
    }
    assert!(!is_usual(&format!("{}я", "x".repeat(1_000))));
    assert!(is_usual("“Đắk Lắk” – 5 m² … • ①"));
}

#[test]
fn other_letters_are_found_where_they_stand() {
    let usual = "Điều 1. Ủy ban nhân dân xã Ea Kar, 25 ₫… ‘Krông Búk’ K";
    let sources = [
        r"\p{L}+",
        r"(?i)\bk\w*",
        r"[^\s\p{Lu}]+",
        r"\d+|(?<mark>[\p{P}\p{S}])",
        r"(?i)[^a-z]\b",
        r"(?s)(?<word>.)\s|$",
        r"\p{Cyrillic}|(?<other>б)",
    ];
    for source in sources {
        let theirs = regex::Regex::new(source).expect("valid");
        for more in ["", " я ٣ 五", "\u{f0b7}", &"dài ".repeat(SHORT), &"bộ я ".repeat(SHORT)] {
            let (own, text) = (Regex::constant(source), format!("{usual}{more}"));
            for _ in 0..2 {
                let found: Vec<_> = own.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                let expected: Vec<_> = theirs.find_iter(&text).map(|it| (it.start(), it.as_str())).collect();
                assert_eq!(found, expected, "{source}");
                let groups = own.captures_iter(&text).map(|it| it.get(1).map(|it| it.start()));
                let expected = theirs.captures_iter(&text).map(|it| it.get(1).map(|it| it.start()));
                assert_eq!(groups.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{source}");
            }
        }
    }
}

#[test]
fn an_expression_that_is_none_never_matches() {
    assert!(!Regex::checked("(".to_owned()).is_match("("));
}
