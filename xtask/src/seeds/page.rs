//! The tables in `docs/accuracy.md`, between two marks, and what they were made from.

use super::base::Base;
use super::grow::{Seed, fnv_1a};
use std::error::Error;
use std::fs;
use std::path::Path;

/// The page.
const PAGE: &str = "docs/accuracy.md";

/// Before the tables; what they were made from follows.
const BEGIN: &str = "<!-- seeds: ";

/// Behind them.
const END: &str = "<!-- seeds end -->";

/// What the tables were made from: the truth itself, which seeds it grew into and where they lie, and how many
/// rules there were. Checking them all again takes minutes; this takes no time.
pub fn digest(seeds: &[Seed<'_>], bases: &[Base], rules: usize) -> String {
    let mut told = String::new();
    for base in bases {
        told.push_str(&base.plain.text);
    }
    for seed in seeds {
        told.push_str(&seed.truth());
    }
    format!("{:016x}, {} seeds, {rules} rules", fnv_1a(&told), seeds.len())
}

/// Puts tables into the page.
///
/// # Errors
/// A page that cannot be read or written, or that has no marks.
pub fn write(root: &Path, digest: &str, tables: &str) -> Result<(), Box<dyn Error>> {
    let path = root.join(PAGE);
    let page = fs::read_to_string(&path)?;
    let (before, rest) = page.split_once(BEGIN).ok_or("the page has no mark where the seeds begin")?;
    let (_, after) = rest.split_once(END).ok_or("the page has no mark where the seeds end")?;
    fs::write(path, format!("{before}{BEGIN}{digest} -->\n\n{tables}\n{END}{after}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::super::grown;
    use super::{BEGIN, PAGE, digest};
    use std::fs;

    #[test]
    fn the_tables_are_of_these_seeds_and_there_are_enough_of_them() {
        let root = crate::root();
        let page = fs::read_to_string(root.join(PAGE)).unwrap();
        let stated = page.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(" -->")).map(|(own, _)| own);
        let (book, truth) = grown::read(&root).unwrap();
        let seeds = truth.seeds(&book).unwrap();
        let own = digest(&seeds, &truth.bases, book.rule_ids().count());
        assert_eq!(stated, Some(own.as_str()), "cargo xtask seeds --write");
        let faults = seeds.iter().filter(|seed| !seed.is_neighbour).count();
        let held = seeds.iter().filter(|seed| seed.is_held_back()).count();
        assert!(truth.bases.len() >= 20, "{}", truth.bases.len());
        assert!(faults >= 1200, "{faults}");
        assert!(seeds.len() - faults >= 300, "{}", seeds.len() - faults);
        assert!((25..42).contains(&(100 * held / seeds.len())), "{held}");
    }
}
