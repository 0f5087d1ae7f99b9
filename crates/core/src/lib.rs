//! `thethuc` checks drafts of Vietnamese People's Councils (Hội đồng nhân dân) and People's
//! Committees (Ủy ban nhân dân) before they are signed.
//!
//! ```text
//! bytes ── read ──▶ Draft ── recognize ──▶ Document ── rules ──▶ Finding ── report ──▶ people
//! ```
//!
//! One direction, no way back up. Nothing in the core touches the file system, the clock or the
//! network: it takes bytes and gives findings.

pub mod checker;
pub mod configured;
pub mod document;
pub mod draft;
pub mod edit;
pub mod engine;
pub mod files;
pub mod finding;
pub mod guide;
pub mod look;
pub mod patch;
pub mod read;
pub mod recognize;
pub mod remarks;
pub mod repair;
pub mod report;
pub mod skeleton;
pub mod text;
pub mod triage;
pub mod trial;
pub mod view;

/// What the files of a rule book say.
pub use thethuc_rulebook as rulebook;
