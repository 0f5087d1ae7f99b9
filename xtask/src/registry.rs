//! Writes `rules/registry/harvested.csv` and `rules/registry/units.csv` from the sheets of a folder:
//! `cargo xtask registry FOLDER`. `rules/registry/README.md` tells where such sheets come
//! from and which columns they have.
//!
//! The sheets are made elsewhere and are larger than what is sure enough to ship; here they are narrowed to
//! what is sure, put in a fixed order, and written in the columns that the rule book reads.

mod instruments;
mod mending;
mod units;

use serde::Serialize;
use std::error::Error;
use std::path::Path;

/// Writes the sheets from those of the folder.
///
/// # Errors
/// No folder is named, a sheet cannot be read or written, or a row does not fit its columns.
pub fn write_all(root: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let [folder] = arguments else { return Err("name the folder with the sheets".into()) };
    let folder = Path::new(folder);
    let registry = root.join("rules/registry");
    write(&registry.join("harvested.csv"), &instruments::all(folder)?)?;
    let units = units::all(folder, &registry.join("units.csv"))?;
    write(&registry.join("units.csv"), &units)?;
    Ok(())
}

/// The rows of a sheet.
///
/// # Errors
/// Names the sheet and the row that does not fit.
fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows: Result<Vec<T>, _> = reader.deserialize().collect();
    Ok(rows.map_err(|error| format!("{}: {error}", path.display()))?)
}

/// Writes a sheet with the names of its columns in the first row.
fn write<T: Serialize>(path: &Path, rows: &[T]) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.flush()?)
}
