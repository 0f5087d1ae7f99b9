//! The report in the forms that pipelines and their platforms read: SARIF, JUnit, Code Quality of GitLab,
//! workflow commands of GitHub, checkstyle.
//!
//! A crate of its own, so that a face that wants none of them carries no writer of XML, and pure as the core
//! is, so that a face in a browser can offer them too. Each form is one file over [`told`]: what a pipeline is
//! told of a document, with a name and a fingerprint that nothing else in the report has. Platforms merge what
//! they take for equal, and what is merged is lost without a word.
//!
//! No form takes a step of its own: what was decided or known before is told where the platform has words for
//! it (SARIF, JUnit) and left out where it has none, since there everything that is told counts as new.

mod checkstyle;
mod github;
mod gitlab;
mod junit;
mod path;
mod sarif;
mod told;
mod xml;

pub use checkstyle::Checkstyle;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use junit::JUnit;
pub use sarif::Sarif;

use thethuc_core::report::formats::Formats;

/// Adds all of them.
#[must_use]
pub fn with_all(formats: Formats) -> Formats {
    formats.with(Checkstyle).with(GitHub).with(GitLab).with(JUnit).with(Sarif)
}
