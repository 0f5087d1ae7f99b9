//! Tests of the whole reader on small packages, one file a subject.

mod beside;
mod broken;
mod content;
mod label;
mod line;
mod page;
mod style;
mod table;
