//! Placeholder until the rule book is embedded.
fn main() {}
