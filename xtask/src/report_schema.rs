//! Writes the JSON Schemas of reports, `docs/report-v1.schema.json`, and of configurations,
//! `docs/thethuc.schema.json`. `cargo xtask report-schema`

use std::error::Error;
use std::path::Path;
use thethuc_core::report::schema::report_schema;
use thethuc_core::rulebook::schema::config_schema;

/// The schema of reports, from the root.
const FILE: &str = "docs/report-v1.schema.json";
/// The schema of configurations, from the root.
const CONFIG_FILE: &str = "docs/thethuc.schema.json";

/// Writes the schemas where the files say something else.
///
/// # Errors
/// A file cannot be written.
pub fn write(root: &Path) -> Result<(), Box<dyn Error>> {
    crate::from_rules::write(&root.join(FILE), &text()?)?;
    Ok(crate::from_rules::write(&root.join(CONFIG_FILE), &config_text()?)?)
}

/// The text of the schema of configurations.
fn config_text() -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&config_schema())? + "\n")
}

/// The text of the file.
fn text() -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&report_schema())? + "\n")
}

#[cfg(test)]
mod tests;
