//! The command line of thethuc.
fn main() {}
