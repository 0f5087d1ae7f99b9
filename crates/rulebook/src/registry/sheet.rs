//! Strict reading of a sheet (CSV): every column known, every value what its column promises.

use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::vocabulary::Words;
use crate::yaml;
use serde::de::DeserializeOwned;

/// The rows of a sheet. The first line names the columns.
///
/// # Errors
/// The first fault, at the line of its row.
pub fn read<T: DeserializeOwned>(file: &RuleFile) -> Result<Vec<T>, RuleBookError> {
    let mut reader = csv::Reader::from_reader(file.text.as_bytes());
    reader.deserialize().collect::<Result<Vec<T>, csv::Error>>().map_err(|error| fault(file, &error))
}

/// The fault of a row, counted from 0, told at its line; the first line names the columns.
pub fn row_fault(file: &RuleFile, row: usize, vi: String, en: String) -> RuleBookError {
    RuleBookError::new(&file.path, (row + 2, 1), vi, en)
}

/// What the CSV library says, in words for people.
fn fault(file: &RuleFile, error: &csv::Error) -> RuleBookError {
    let line = error.position().map_or(1, csv::Position::line);
    let place = (usize::try_from(line).unwrap_or(1), 1);
    let (vi, en) = match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let Words { vi, en } = yaml::fault_words(&err.kind().to_string());
            (format!("dòng không hợp lệ: {vi}"), format!("the row is not valid: {en}"))
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => (
            format!("dòng có {len} cột, phải có {expected_len} cột như dòng đầu"),
            format!("the row has {len} columns; the first line has {expected_len}"),
        ),
        _ => ("bảng CSV không đọc được".to_owned(), format!("the CSV cannot be read: {error}")),
    };
    RuleBookError::new(&file.path, place, vi, en)
}
