//! The Document.
