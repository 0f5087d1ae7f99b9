//! The prescribed typography: a draft gets the look that `rules/layout.yaml` prescribes.
//!
//! ```text
//! Draft (Markdown) + Document + Layout ── dress ──▶ Draft (typography)
//! ```
//!
//! Used for new drafts, for samples and for the bases of examples: whoever writes a draft here writes
//! words alone. It never changes a word, and it is no repair: what it makes is a draft of its own.

pub mod dress;
pub(crate) mod measure;
mod plan;
mod sheet;
mod tables;

pub use dress::dress;
pub use sheet::{NamedStyle, sheet};
