//! Writes what is made from the rule book: the pages of `docs/rules/` and the JSON Schema of rule
//! files, `rules/schema.json`. `cargo xtask book`

use crate::pages::{Page, pages};
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::guide::{Filter, coverage, explain, table};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::schema::rule_schema;
use thethuc_core::text::Date;

/// Writes what is not fresh, and nothing else: an untouched file builds nothing anew. Pages of
/// groups that are gone are removed.
///
/// # Errors
/// A file cannot be written.
pub fn write_all(root: &Path) -> Result<(), Box<dyn Error>> {
    write(&root.join("rules/schema.json"), &schema()?)?;
    let folder = root.join("docs/rules");
    fs::create_dir_all(&folder)?;
    let pages = docs();
    for page in &pages {
        write(&folder.join(&page.name), &page.text)?;
    }
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if !pages.iter().any(|page| path.ends_with(&page.name)) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Writes the text where the file says something else.
pub fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let is_fresh = fs::read_to_string(path).is_ok_and(|own| own == text);
    if is_fresh { Ok(()) } else { fs::write(path, text) }
}

/// The text of `rules/schema.json`, with a line end at its end as every file of the repository has.
///
/// # Errors
/// Where the schema is no JSON, which a change of its types could bring about.
pub fn schema() -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&rule_schema())? + "\n")
}

/// The pages of `docs/rules/`. They must be the same on every day, so drafts without a date are
/// taken for drafts of the newest law.
pub fn docs() -> Vec<Page> {
    let book = thethuc_law::book();
    let today = newest(&book);
    let rows = table(&book, &Filter::default());
    pages(&rows, &coverage(&book), &|id| explain(&book, id, today?))
}

/// The first day of the newest law: of a regime, or of an instrument that joins one later.
fn newest(book: &RuleBook) -> Option<Date> {
    let days = book.regimes().iter().flat_map(|regime| {
        let own = regime.instruments.iter().filter_map(|own| own.from);
        own.chain([regime.from])
    });
    days.max()
}

#[cfg(test)]
pub mod tests;
#[cfg(test)]
mod usage;
