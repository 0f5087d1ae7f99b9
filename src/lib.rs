//! `thethuc` checks drafts of Vietnamese People's Councils (Hội đồng nhân dân) and People's
//! Committees (Ủy ban nhân dân) before they are signed.
//!
//! ```text
//! bytes ── read ──▶ Draft ── recognize ──▶ Document ── rules ──▶ Finding ── report ──▶ people
//! ```
//!
//! One direction, no way back up. Nothing in the core touches the file system, the clock or the
//! network: it takes bytes and gives findings.

pub mod check;
pub mod compose;
pub mod document;
pub mod draft;
pub mod examples;
pub mod finding;
pub mod guide;
pub mod language;
pub mod profile;
pub mod read;
pub mod recognize;
pub mod report;
pub mod rulebook;
pub mod rules;
pub mod skeleton;
pub mod text;
