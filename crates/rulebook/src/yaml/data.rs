//! Faults of what YAML says, in words for people: keys, values and their kinds.
//!
//! `serde` tells them in English and for programmers. Its sentences are taken apart here; the tests
//! of this room notice when a new version words them otherwise.

use super::say::{shown, untold};
use crate::suggest::hint;
use crate::vocabulary::Words;

/// Puts what `serde` says into words. `whole` may begin with the path of the entry and end with its
/// place.
pub(crate) fn words(whole: &str) -> Words {
    if let Some((got, wanted)) = kinds(whole) {
        return wrong_kind(got, wanted);
    }
    if let Some(words) = untold(whole) {
        return words;
    }
    let quoted: Vec<&str> = whole.split('`').skip(1).step_by(2).collect();
    if whole.contains("unknown field `") || whole.contains("unknown variant `") {
        let (unknown, known) = quoted.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
        return unknown_word(unknown, known, whole.contains("unknown field `"));
    }
    if let Some(field) = whole.contains("missing field `").then(|| quoted.first()).flatten() {
        return both(format!("thiếu khóa “{field}”"), format!("the key “{field}” is missing"));
    }
    let reason = whole.find(" at line ").map_or(whole, |end| &whole[..end]);
    both("giá trị không hợp lệ".to_owned(), format!("the value is not valid: {}", shown(reason)))
}

/// Words from the two languages.
fn both(vi: String, en: String) -> Words {
    Words { vi, en }
}

/// A key or a value that is none of the known ones, with all of them and the nearest.
fn unknown_word(unknown: &str, known: &[&str], is_key: bool) -> Words {
    let word = shown(unknown);
    if is_key && (unknown.contains(' ') || known == ["vi", "en"]) {
        // A comma ends a value between braces, and the rest is taken for a key.
        return both(
            format!("không hiểu “{word}”; trong ngoặc nhọn, chữ có dấu phẩy phải đặt trong \"…\""),
            format!("“{word}” is no key; between braces, words with commas need \"…\""),
        );
    }
    let hint = hint(unknown, known.iter().copied());
    let list = known.join(", ");
    if is_key {
        return both(
            format!("khóa “{word}” không có; các khóa được dùng: {list}{}", hint.vi),
            format!("there is no key “{word}”; the keys are: {list}{}", hint.en),
        );
    }
    both(
        format!("không có “{word}”; được dùng: {list}{}", hint.vi),
        format!("unknown “{word}”; expected one of: {list}{}", hint.en),
    )
}

/// The two halves of `invalid type: …, expected …`.
fn kinds(whole: &str) -> Option<(&str, &str)> {
    let start = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|lead| whole.find(lead).map(|at| at + lead.len()))?;
    let rest = &whole[start..];
    let split = rest.rfind(", expected ")?;
    let wanted = &rest[split + ", expected ".len()..];
    let end = wanted.rfind(" at line ").unwrap_or(wanted.len());
    Some((&rest[..split], &wanted[..end]))
}

/// A value of another kind than wanted: what was needed, then what stands there.
fn wrong_kind(got: &str, wanted: &str) -> Words {
    let word = quoted(got);
    if let (Some(word), "a sequence") = (&word, wanted) {
        return both(format!("cần danh sách: [{word}]"), format!("a list is needed: [{word}]"));
    }
    let wanted = wanted_words(wanted);
    let got = got_words(got, word);
    both(
        format!("cần {}; ở đây là {}", wanted.vi, got.vi),
        format!("expected {}; found {}", wanted.en, got.en),
    )
}

/// The word of `string "nd34/BOD-14"`, ``integer `5` ``.
fn quoted(got: &str) -> Option<String> {
    let of_string = got.strip_prefix("string \"").and_then(|rest| rest.strip_suffix('"'));
    let of_number = || got.split_once('`').and_then(|(_, rest)| rest.strip_suffix('`'));
    of_string.or_else(of_number).map(shown)
}

/// What stands there: the word itself where it is one.
fn got_words(got: &str, word: Option<String>) -> Words {
    let (vi, en) = match (word, got) {
        (Some(word), _) => return both(format!("“{word}”"), format!("“{word}”")),
        (_, "sequence") => ("một danh sách", "a list"),
        (_, "map") => ("các khóa", "keys with values"),
        (_, "unit value" | "null" | "Option value") => ("chỗ trống", "nothing"),
        _ => ("giá trị khác", "another value"),
    };
    both(vi.to_owned(), en.to_owned())
}

/// What is wanted, without names of types: a rule author knows no `u32`.
fn wanted_words(wanted: &str) -> Words {
    if let Some(words) = untold(wanted) {
        return words;
    }
    let (vi, en) = match wanted {
        "a sequence" => ("danh sách", "a list"),
        "a map" => ("các khóa, mỗi khóa một giá trị", "keys with values"),
        "a string" | "string" => ("chữ", "words"),
        "a character" => ("một chữ cái", "one letter"),
        "a boolean" => ("true hoặc false", "true or false"),
        "f32" | "f64" => ("số", "a number"),
        "u8" | "u16" | "u32" | "u64" | "usize" => ("số nguyên từ 0 trở lên", "a whole number from 0"),
        "i8" | "i16" | "i32" | "i64" => ("số nguyên", "a whole number"),
        "struct Bilingual" => ("{ vi: …, en: … }", "{ vi: …, en: … }"),
        other if other.starts_with("struct ") => ("các khóa, mỗi khóa một giá trị", "keys with values"),
        _ => ("một trong các từ được dùng", "one of the words that are known"),
    };
    both(vi.to_owned(), en.to_owned())
}
