//! Faults of the YAML itself, in words for people. The library tells them in English alone.

use super::say::shown;
use crate::vocabulary::Words;

/// What the library says, and what a person is told. The first that is found in the error counts.
const TOLD: [(&str, &str, &str); 13] = [
    (
        "found a tab character",
        "thụt dòng bằng phím Tab; hãy dùng dấu cách",
        "a tab is used to indent; use blanks",
    ),
    (
        "mapping values are not allowed",
        "dấu hai chấm không đúng chỗ; chữ có dấu hai chấm phải đặt trong \"…\"",
        "a colon stands where none can; words with colons need quotation marks \"…\"",
    ),
    (
        "while scanning a quoted scalar",
        "thiếu dấu ngoặc kép đóng, hoặc có “\\” trong \"…\"; chữ có “\\” nên đặt trong '…'",
        "a quotation mark is not closed, or “\\” stands within \"…\"; words with “\\” are better put in '…'",
    ),
    (
        "while parsing a flow",
        "ngoặc [ ] hoặc { } chưa đóng hoặc thiếu dấu phẩy; chữ có dấu hai chấm, dấu phẩy hoặc ngoặc phải đặt trong \"…\"",
        "brackets [ ] or { } are not closed, or a comma is missing; words with colons, commas or braces need quotation marks \"…\"",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu hai chấm sau khóa; ghi “khóa: giá trị”",
        "a colon is missing after the key; write “key: value”",
    ),
    (
        "block sequence entries are not allowed",
        "dấu gạch đầu dòng không đúng chỗ; danh sách bắt đầu ở dòng dưới khóa",
        "a dash stands where none can; a list begins on the line below its key",
    ),
    (
        "did not find expected '-' indicator",
        "mục của danh sách phải bắt đầu bằng “- ”, thẳng hàng với các mục khác",
        "an entry of a list begins with “- ”, in line with the others",
    ),
    (
        "did not find expected key",
        "dòng này không thẳng hàng với các khóa khác, hoặc chữ có ngoặc kép, dấu hai chấm chưa đặt trong \"…\"",
        "this line is not in line with the other keys, or words with quotation marks or colons need \"…\"",
    ),
    (
        "control characters are not allowed",
        "tệp có ký tự điều khiển; xóa đi rồi lưu lại",
        "the file holds a control character; take it away",
    ),
    (
        "unknown anchor",
        "chữ bắt đầu bằng “*” phải đặt trong \"…\"",
        "words that begin with “*” need quotation marks \"…\"",
    ),
    (
        "more than one document",
        "tệp có hơn một phần ngăn bằng “---”; mỗi tệp chỉ có một",
        "the file has more than one part between “---”; there may be one",
    ),
    ("recursion limit exceeded", "các khóa lồng nhau quá sâu", "the keys are nested too deeply"),
    (
        "repetition limit exceeded",
        "các chỗ lặp lại bằng “&” và “*” quá nhiều",
        "too much is repeated by “&” and “*”",
    ),
];

/// Beginnings of what the library says of YAML that it cannot take apart.
const OF_SYNTAX: [&str; 6] =
    ["did not find expected", "while scanning", "while parsing", "found ", "could not find", "EOF while"];

/// The words of a fault of the YAML itself; `None` where the fault is of another kind.
pub(super) fn words(text: &str, at: (usize, usize), whole: &str) -> Option<Words> {
    if whole.contains("cannot start any token") {
        return Some(starts_with(letter_at(text, at)));
    }
    if let Some((_, vi, en)) = TOLD.iter().find(|(said, ..)| whole.contains(said)) {
        return Some(Words { vi: (*vi).to_owned(), en: (*en).to_owned() });
    }
    OF_SYNTAX.iter().any(|said| whole.starts_with(said)).then(|| Words {
        vi:
            "cú pháp YAML không hợp lệ; chữ có dấu hai chấm, ngoặc hoặc ký hiệu đặc biệt phải đặt trong \"…\""
                .to_owned(),
        en: "invalid YAML; words with colons, braces or special signs need quotation marks \"…\"".to_owned(),
    })
}

/// The letter at a line and column, both from 1.
fn letter_at(text: &str, (line, column): (usize, usize)) -> Option<char> {
    text.lines().nth(line.checked_sub(1)?)?.chars().nth(column.checked_sub(1)?)
}

/// A value that begins with a sign that YAML keeps for itself: quotation marks help, but for a tab.
fn starts_with(letter: Option<char>) -> Words {
    match letter {
        Some('\t') | None => Words { vi: TOLD[0].1.to_owned(), en: TOLD[0].2.to_owned() },
        Some(letter) => {
            let letter = shown(&letter.to_string());
            Words {
                vi: format!("chữ bắt đầu bằng “{letter}” phải đặt trong \"…\""),
                en: format!("words that begin with “{letter}” need quotation marks \"…\""),
            }
        }
    }
}
