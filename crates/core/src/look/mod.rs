//! The prescribed typography: a draft gets the look that `rules/layout.yaml` prescribes.
//!
//! ```text
//! Draft (Markdown) + Document + Layout ── dress ──▶ Draft (typography)
//! ```

pub mod dress;
mod measure;
mod plan;
mod tables;

pub use dress::dress;
