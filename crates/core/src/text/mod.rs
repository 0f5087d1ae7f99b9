//! Ground floor: normalized text, spans, the way back to the source, and what is peculiar to
//! Vietnamese letters, dates and numerals. Knows nothing of documents or law.

pub mod map;
pub(crate) mod needles;
pub mod numeral;
pub mod pattern;
pub mod span;
pub mod steering;

pub use crate::rulebook::vocabulary::{Date, date, regex, vietnamese};
pub use map::{Mark, Oddity, OddityKind, OffsetMap, SourceSpan, TextBuilder};
pub use pattern::Pattern;
pub use span::{Span, Spans, first_bytes, last_bytes};
