//! What is wrong with a regular expression, in words for people.
//!
//! A lawyer wrote the expression: the message says what to type, not what the parser expected.

use crate::vocabulary::Words;
use crate::yaml::shown;
use regex_syntax::ast::{ErrorKind, Span};

/// The words for an expression that cannot be compiled.
pub(super) fn words(source: &str) -> Words {
    match regex_syntax::parse(source) {
        Ok(_) => Words {
            vi: "biểu thức chính quy quá lớn; hãy rút gọn số lần lặp hoặc các lựa chọn".to_owned(),
            en: "bad regular expression: too large; shorten its repetitions or alternatives".to_owned(),
        },
        Err(regex_syntax::Error::Parse(error)) => of_syntax(error.kind(), at(source, *error.span())),
        Err(regex_syntax::Error::Translate(error)) => said(
            at(source, *error.span()),
            ("không có nhóm ký tự này", "there is no such class of characters"),
        ),
        Err(_) => said(shown(source), ("không đọc được", "it cannot be read")),
    }
}

/// The stretch that is at fault.
fn at(source: &str, span: Span) -> String {
    shown(source.get(span.start.offset..span.end.offset).unwrap_or_default())
}

/// The words with the stretch at fault between quotation marks, where there is one.
fn said(at: String, (vi, en): (&str, &str)) -> Words {
    let place = if at.is_empty() { at } else { format!(" “{at}”") };
    Words {
        vi: format!("biểu thức chính quy{place}: {vi}"),
        en: format!("bad regular expression{place}: {en}"),
    }
}

/// The words for a fault of the syntax. Look-around is told with the keys that do its work.
fn of_syntax(kind: &ErrorKind, at: String) -> Words {
    use ErrorKind as Kind;
    if *kind == Kind::UnsupportedLookAround {
        let sign = at.trim_end_matches(')');
        return Words {
            vi: format!("biểu thức chính quy không hỗ trợ {sign}…); dùng not-matches, except hoặc when"),
            en: format!("bad regular expression: {sign}…) is not supported; use not-matches, except or when"),
        };
    }
    said(
        at,
        match kind {
            Kind::UnsupportedBackreference => (
                "không hỗ trợ dẫn lại nhóm đã khớp; nếu là ký tự “\\” thì ghi “\\\\”",
                "groups cannot be referred to; a backslash is written “\\\\”",
            ),
            Kind::GroupUnclosed => ("ngoặc “(” chưa đóng", "the bracket “(” is not closed"),
            Kind::GroupUnopened => {
                ("ngoặc “)” thừa; nếu là chữ thì ghi “\\)”", "“)” closes nothing; as a letter it is “\\)”")
            }
            Kind::ClassUnclosed => ("ngoặc “[” chưa đóng", "the bracket “[” is not closed"),
            Kind::ClassRangeInvalid => {
                ("khoảng ký tự ngược; ghi từ nhỏ đến lớn", "the range of letters runs backwards")
            }
            Kind::GroupNameDuplicate { .. } => ("tên nhóm ghi hai lần", "the name of a group stands twice"),
            Kind::GroupNameEmpty | Kind::GroupNameInvalid | Kind::GroupNameUnexpectedEof => (
                "tên nhóm không hợp lệ; ghi (?<ten>…), chỉ dùng chữ không dấu, số và “_”",
                "the name of a group is not valid; write (?<name>…) with letters, digits and “_”",
            ),
            Kind::RepetitionMissing => (
                "dấu lặp không đứng sau chữ nào; nếu là chữ thì ghi “\\” trước nó",
                "nothing stands before the repetition; as a letter it needs “\\” before it",
            ),
            Kind::RepetitionCountInvalid
            | Kind::RepetitionCountDecimalEmpty
            | Kind::RepetitionCountUnclosed
            | Kind::DecimalEmpty
            | Kind::DecimalInvalid => (
                "số lần lặp ghi {2}, {2,} hoặc {2,5}",
                "a number of repetitions is written {2}, {2,} or {2,5}",
            ),
            Kind::EscapeUnrecognized | Kind::EscapeUnexpectedEof | Kind::ClassEscapeInvalid => {
                ("“\\” không đi với ký tự này", "“\\” cannot stand before this letter")
            }
            Kind::FlagUnrecognized | Kind::FlagUnexpectedEof | Kind::FlagDuplicate { .. } => (
                "cờ không hợp lệ; không phân biệt chữ hoa thì ghi (?i)",
                "a flag is not valid; (?i) makes capitals and small letters equal",
            ),
            _ => ("không hợp lệ", "it is not valid"),
        },
    )
}
