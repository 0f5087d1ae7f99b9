//! Composing: a draft gets the typography that the law prescribes, and becomes a Word document.
//!
//! ```text
//! Draft (Markdown) + Document + Layout ── dress ──▶ Draft (typography) ── docx::write ──▶ bytes
//! ```
//!
//! The prescribed typography is data, `rules/layout.yaml`.

pub mod docx;
pub mod dress;
pub mod layout;
mod measure;
mod plan;
mod tables;

pub use docx::{WriteError, write};
pub use dress::dress;
pub use layout::{Layout, LayoutError, Look, Role};
