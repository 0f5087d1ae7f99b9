//! Readers: bytes in, a [`Draft`](crate::draft::Draft) out. They know files, not law.

pub mod docx;
pub mod error;
pub use error::ReadError;
