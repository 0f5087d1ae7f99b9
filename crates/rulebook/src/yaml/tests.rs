//! Every fault is told in either language, at its own place.

use super::*;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the names and kinds matter")]
struct Small {
    severity: u32,
    #[serde(default)]
    law: Vec<String>,
    #[serde(default)]
    inner: Option<Box<Small>>,
}

fn fault(yaml: &str) -> Fault {
    super::read::<Small>(yaml).expect_err("not valid")
}

/// Words that only the library would say.
const FOREIGN: [&str; 9] =
    ["expected", "found", "sequence", "invalid", "unknown", "while", "mapping", "line", "struct"];

#[test]
fn vietnamese_holds_no_english_and_every_fault_has_its_place() {
    let cases = [
        ("severty: 2\n", (1, 1), "khóa “severty” không có; các khóa được dùng: severity"),
        ("law: [a]\n", (1, 1), "thiếu khóa “severity”"),
        ("severity: 1\nlaw: [a]\nseverity: 2\n", (3, 1), "khóa “severity” ghi hai lần"),
        ("severity: 1\ninner:\n  severity: 2\n  law: []\n  law: []\n", (5, 3), "khóa “law” ghi hai lần"),
        ("severity: 1\nlaw: nd34/BOD-14\n", (2, 6), "cần danh sách: [nd34/BOD-14]"),
        ("severity: grave\n", (1, 11), "cần số nguyên từ 0 trở lên; ở đây là “grave”"),
        ("severity: [1]\n", (1, 11), "ở đây là một danh sách"),
        ("severity: 1\nlaw:\n\t- a\n", (3, 1), "phím Tab"),
        ("severity: 1\ninner:\n  severity: 1\n\tlaw: [a]\n", (4, 1), "phím Tab"),
        ("severity: 1\nlaw: [\"a\n", (3, 1), "thiếu dấu ngoặc kép đóng"),
        ("severity: 1\nlaw: [a\n", (3, 1), "ngoặc [ ] hoặc { } chưa đóng"),
        ("severity: a: b\n", (1, 12), "dấu hai chấm"),
        ("severity: @a\n", (1, 11), "chữ bắt đầu bằng “@”"),
        ("severity: *a\n", (1, 11), "chữ bắt đầu bằng “*”"),
        ("severity: !a b\n", (1, 11), "chữ bắt đầu bằng “!”"),
        ("severity: 1\n law: [a]\n", (2, 5), "dấu hai chấm"),
        ("severity: 1\n---\nlaw: []\n", (1, 1), "mỗi tệp chỉ có một"),
        ("# chưa có gì\n", (1, 1), "chưa có nội dung"),
    ];
    for (yaml, place, words) in cases {
        let fault = fault(yaml);
        assert!(fault.words.vi.contains(words), "{yaml}: {fault}");
        assert_eq!((fault.line, fault.column), place, "{yaml}: {fault}");
        let foreign = FOREIGN.iter().find(|word| fault.words.vi.contains(**word));
        assert_eq!(foreign, None, "{yaml}: {fault}");
        assert!(!fault.words.en.is_empty() && !fault.words.en.contains("at line"), "{yaml}: {fault}");
    }
}

#[test]
fn the_nearest_key_is_offered() {
    let fault = fault("severity: 1\ninner: { severty: 2 }\n");
    assert_eq!((fault.line, fault.column), (2, 10), "{fault}");
    assert!(fault.words.en.contains("did you mean “severity”"), "{fault}");
    assert!(fault.words.vi.contains("có phải là “severity”"), "{fault}");
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm() {
    let small: Small = super::read("\u{FEFF}severity: 1\r\nlaw:\r\n  - a\r\n").expect("valid");
    assert_eq!(small.law, ["a"]);
}

#[test]
fn little_that_is_repeated_to_much_is_refused() {
    let many = "*a, ".repeat(500);
    let text = format!("severity: 1\nlaw: [&a {}, {many}]\n", "dài".repeat(100));
    let fault = fault(&text);
    assert!(fault.words.vi.contains("“&” và “*” quá nhiều"), "{fault}");
    let known = super::read_known::<Small>(&text).expect_err("refused");
    assert_eq!(known, fault);
    assert!(super::read::<Small>("severity: 1\nlaw: [&a abc, *a]\n").is_ok());
}

#[test]
fn what_is_repeated_is_one_short_line() {
    let fault = fault(&format!("? \"{}\\n{}\"\n: 1\n", "dài ".repeat(40), "b"));
    assert!(fault.words.vi.len() < 400 && !fault.words.vi.contains('\n'), "{fault}");
}
