//! What was recognized: for the author of a draft who wonders why something was (not) found, and
//! for the author of a rule. The same model as a tree for people and as JSON for machines.

pub mod model;

use crate::document::Document;
use crate::draft::Draft;
use crate::text::steering::inert_json;
pub use model::Structure;

/// The structure as JSON, schema `thethuc/structure/v1`, indented by two blanks.
pub fn json(path: &str, draft: &Draft, source: &[u8], document: &Document) -> serde_json::Result<String> {
    let structure = Structure::of(path, draft, source, document);
    Ok(inert_json(serde_json::to_string_pretty(&structure)?) + "\n")
}
