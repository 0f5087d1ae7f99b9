//! The kinds of parts of a file, by themselves so that the rule book can name them.

use serde::{Deserialize, Serialize};

/// Kinds of parts.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// The act itself, with its own number.
    #[default]
    Act,
    /// A quy định, quy chế, điều lệ, kế hoạch … that the act promulgates.
    Attached,
    /// An appendix.
    Appendix,
}
