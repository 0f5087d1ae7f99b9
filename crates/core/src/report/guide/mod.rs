//! The rule book for machines, and the words in which faces speak of it to people.

pub mod json;
pub mod say;
