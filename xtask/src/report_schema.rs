//! Writes the JSON Schema of reports, `docs/report-v1.schema.json`. `cargo xtask report-schema`

use std::error::Error;
use std::path::Path;
use thethuc_core::report::schema::report_schema;

/// The file, from the root.
const FILE: &str = "docs/report-v1.schema.json";

/// Writes the schema where the file says something else.
///
/// # Errors
/// The file cannot be written.
pub fn write(root: &Path) -> Result<(), Box<dyn Error>> {
    Ok(crate::from_rules::write(&root.join(FILE), &text()?)?)
}

/// The text of the file.
fn text() -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&report_schema())? + "\n")
}

#[cfg(test)]
mod tests;
