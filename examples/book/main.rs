//! Writes what is made from the rule book: the pages of `docs/rules/` and the JSON Schema of rule
//! files, `rules/schema.json`. `cargo run --example book`

use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc::guide::{Filter, coverage, explain, table};
use thethuc::report::guide::{Page, pages};
use thethuc::rulebook::schema::rule_schema;
use thethuc::rules::RuleBook;
use thethuc::text::Date;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(root.join("rules/schema.json"), schema()?)?;
    let folder = root.join("docs/rules");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for page in docs() {
        fs::write(folder.join(&page.name), page.text)?;
    }
    Ok(())
}

/// The text of `rules/schema.json`.
pub fn schema() -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&rule_schema())? + "\n")
}

/// The pages of `docs/rules/`. They must be the same on every day, so drafts without a date are
/// taken for drafts of the newest law.
pub fn docs() -> Vec<Page> {
    let book = RuleBook::embedded();
    let today = newest(&book);
    let rows = table(&book, &Filter::default());
    pages(&rows, &coverage(&book), &|id| explain(&book, id, today?))
}

/// The first day of the newest law.
fn newest(book: &RuleBook) -> Option<Date> {
    let days = book.regimes().iter().flat_map(|regime| {
        let own = regime.instruments.iter().filter_map(|own| own.from);
        own.chain([regime.from])
    });
    days.max()
}
