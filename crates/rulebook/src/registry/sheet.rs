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
    reader(file).deserialize().collect::<Result<Vec<T>, csv::Error>>().map_err(|error| fault(file, &error))
}

/// Lines that begin with `#` are remarks.
fn reader(file: &RuleFile) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(file.text.as_bytes())
}

/// The names of the columns; none where the sheet has no readable first line.
pub fn columns(file: &RuleFile) -> Vec<String> {
    let mut reader = reader(file);
    reader.headers().map(|names| names.iter().map(str::to_owned).collect()).unwrap_or_default()
}

/// The fault of a row, counted from 0, told at its line.
/// Remarks and fields of several lines make lines and rows differ.
pub fn row_fault(file: &RuleFile, row: usize, vi: String, en: String) -> RuleBookError {
    let mut reader = reader(file);
    let record = reader.records().nth(row).and_then(Result::ok);
    let line = record.and_then(|record| record.position().map(csv::Position::line));
    let line = line.and_then(|line| usize::try_from(line).ok()).unwrap_or(row + 2);
    RuleBookError::new(&file.path, (line, 1), vi, en)
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
