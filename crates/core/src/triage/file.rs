//! A file of decisions, as the page of a report saves it and a later run reads it.
//!
//! `{ "schema": "thethuc/decisions/v1", "decisions": [ … ] }`; each decision is a [`Record`].

use super::Record;
use crate::finding::{Decision, Words};
use serde::{Deserialize, Serialize};

/// The name of the form of such a file. Keys are added to it, none is renamed or changed in meaning.
pub const SCHEMA: &str = "thethuc/decisions/v1";

/// Most decisions that a file may hold: each is held against every finding.
const MOST: usize = 50_000;

/// The file as it is written.
#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    decisions: Vec<Record>,
}

/// The decisions of a file, in its order: where several are on one finding, the last one counts.
///
/// # Errors
/// A sentence for whoever keeps the file: it is no file of decisions, of a form that is not known here, holds
/// more than 50,000 of them, or one without a reason, which must silence nothing.
pub fn read(text: &str) -> Result<Vec<Record>, Words> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: File = serde_json::from_str(text).map_err(|error| malformed(&error))?;
    if file.schema != SCHEMA {
        return Err(other_form(&file.schema));
    }
    if file.decisions.len() > MOST {
        return Err(Words {
            vi: format!("Tệp có quá nhiều quyết định (hơn {MOST}); hãy tách theo thư mục."),
            en: format!("The file holds too many decisions (more than {MOST}); split it by folder."),
        });
    }
    match file.decisions.iter().position(lacks_reason) {
        Some(index) => Err(without_reason(index + 1, &file.decisions[index])),
        None => Ok(file.decisions),
    }
}

/// The file that holds these decisions.
///
/// # Errors
/// Never for records that were read or made here: none of their parts refuses to be written.
pub fn write(records: &[Record]) -> Result<String, serde_json::Error> {
    let file = File { schema: SCHEMA.to_owned(), decisions: records.to_vec() };
    serde_json::to_string_pretty(&file).map(|text| text + "\n")
}

fn lacks_reason(record: &Record) -> bool {
    match &record.decision {
        Decision::Open => false,
        Decision::Kept(own) | Decision::Wrong(own) => {
            own.reason.as_deref().is_none_or(|reason| reason.trim().is_empty())
        }
    }
}

fn malformed(error: &serde_json::Error) -> Words {
    let (line, column) = (error.line(), error.column());
    Words {
        vi: format!(
            "Dòng {line}, cột {column}: đây không phải tệp quyết định do trang báo cáo lưu ra, hoặc tệp đã bị sửa hỏng; hãy lưu lại từ trang báo cáo."
        ),
        en: format!(
            "Line {line}, column {column}: this is no file of decisions as the page of a report saves it, or it was damaged; save it from the page again ({error})."
        ),
    }
}

fn other_form(schema: &str) -> Words {
    let schema: String = schema.chars().filter(|letter| !letter.is_control()).take(60).collect();
    Words {
        vi: format!(
            "Tệp quyết định ghi dạng “{schema}”; bản chương trình này chỉ đọc được “{SCHEMA}”. Hãy dùng bản chương trình mới hơn."
        ),
        en: format!(
            "The file of decisions is of the form “{schema}”; this program reads only “{SCHEMA}”. Use a newer program."
        ),
    }
}

fn without_reason(number: usize, record: &Record) -> Words {
    let path = record.path.as_deref();
    let vi = path.map_or_else(String::new, |path| format!(" ({path})"));
    Words {
        vi: format!("Quyết định thứ {number}{vi} thiếu lý do; hãy ghi lý do vào “reason”."),
        en: format!("Decision {number}{vi} lacks a reason; give one as “reason”."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = r#"{ "schema": "thethuc/decisions/v1", "decisions": [
        { "on": { "fingerprint": "85944171f73967e8" }, "path": "a/b.docx",
          "decision": { "kind": "kept", "reason": "tên riêng", "who": null, "day": "2026-11-29", "source": "page" } },
        { "on": { "words": { "rule": "language/spelling", "words": "xử lí" } },
          "decision": { "kind": "wrong", "reason": "hai cách viết", "source": "configuration" } } ] }"#;

    #[test]
    fn what_was_saved_is_read_in_order_and_written_again() {
        let records = read(SAVED).expect("decisions");
        assert_eq!(records.len(), 2);
        assert!(
            matches!(&records[0].decision, Decision::Kept(own) if own.reason.as_deref() == Some("tên riêng"))
        );
        assert_eq!(records[1].path, None);
        let again = write(&records).expect("text");
        assert_eq!(read(&format!("\u{feff}{again}")).expect("decisions"), records);
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let error = |text: &str| read(text).expect_err("a fault");
        assert!(error("{\n\"schema\": 1}").vi.starts_with("Dòng 2, cột"));
        assert!(error(&SAVED.replace("/v1", "/v2")).vi.contains("thethuc/decisions/v2"));
        let silent = error(&SAVED.replace("tên riêng", "  "));
        assert_eq!(silent.vi, "Quyết định thứ 1 (a/b.docx) thiếu lý do; hãy ghi lý do vào “reason”.");
        assert!(
            error(&SAVED.replace("\"reason\": \"hai cách viết\",", "")).en.starts_with("Decision 2 lacks")
        );
        assert!(error(&SAVED.replace("85944171f73967e8", "no figures")).en.contains("Line 2"));
    }
}
