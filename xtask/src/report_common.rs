//! Writes what packed drafts of a report page have in common, `crates/html/templates/pack/common.html`.
//! `cargo xtask report-common`
//!
//! Deflate looks back 32 KB: what stands there need not be said again by any draft. Any text would do; this one is
//! cut from reports on our own drafts. Stretches whose letters stand in many drafts are taken one by one, and what
//! a stretch says counts no more for those after it. The best stand last, where the way back is shortest.
//!
//! Rules are reworded often, and a page packs hardly worse for it; so what is committed need not be what the tool
//! would write today, but nearly as good.

use crate::seeds;
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::checker::Checker;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_html::Html;

/// The file, from the root.
const FILE: &str = "crates/html/templates/pack/common.html";
/// How far deflate looks back, less what it needs itself, in bytes.
const ROOM: usize = 32_000;
/// Bytes of a stretch: long enough to hold a turn of markup, short enough to hold little that is rare.
const STRETCH: usize = 160;
/// Bytes that are counted together.
const GRAM: usize = 12;
/// One of so many seeds is looked at, beside all samples.
const EVERY: usize = 16;

/// Writes the file.
///
/// # Errors
/// Drafts that cannot be made or read, or a file that cannot be written.
pub fn write(root: &Path) -> Result<(), Box<dyn Error>> {
    Ok(crate::from_rules::write(&root.join(FILE), &common(&pages(root)?))?)
}

/// The reports on our drafts, each as it lies in a page before it is packed.
fn pages(root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let (checker, mut drafts) = seeds::some(root, EVERY)?;
    for entry in fs::read_dir(root.join("samples"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_draft = path.extension().is_some_and(|own| own == "docx" || own == "md");
        if is_draft && name != "README.md" {
            drafts.push((name, fs::read(path)?));
        }
    }
    drafts.sort();
    drafts.iter().map(|(name, source)| page(&checker, name, source)).collect()
}

fn page(checker: &Checker, name: &str, source: &[u8]) -> Result<String, Box<dyn Error>> {
    let found = checker.check(name, source).map_err(|error| format!("{name}: {}", error.words().en))?;
    let reported = Reported { path: name, outcome: Outcome::Checked { checked: &found, source } };
    let setting = Setting { language: Language::Vi, names: checker.book(), replacing: &[] };
    Ok(Html::default().piece(&Document::of(&reported), &reported, &setting))
}

/// In how many pages each gram stands.
fn frequencies(pages: &[String]) -> HashMap<&[u8], u32> {
    let mut counts: HashMap<&[u8], (u32, usize)> = HashMap::new();
    for (page, text) in pages.iter().enumerate() {
        for gram in text.as_bytes().windows(GRAM) {
            let own = counts.entry(gram).or_insert((0, usize::MAX));
            if own.1 != page {
                *own = (own.0 + 1, page);
            }
        }
    }
    // What stands in one page alone is common to none.
    counts.into_iter().map(|(gram, (count, _))| (gram, count - 1)).collect()
}

/// The text that serves these pages best.
fn common(pages: &[String]) -> String {
    let mut counts = frequencies(pages);
    let total: usize = pages.iter().map(String::len).sum();
    let each = (total / (ROOM / STRETCH)).max(STRETCH);
    let mut taken: Vec<(u64, &str)> = Vec::new();
    let whole = pages.concat();
    let mut start = 0;
    while start < whole.len() {
        let end = (start + each).min(whole.len());
        if let Some((score, from, to)) = best(&whole.as_bytes()[start..end], &counts) {
            let own = on_letters(&whole, start + from, start + to);
            for gram in own.as_bytes().windows(GRAM) {
                if let Some(count) = counts.get_mut(gram) {
                    *count = 0;
                }
            }
            taken.push((score, own));
        }
        start = end;
    }
    taken.sort_unstable();
    let mut length = 0;
    let mut last: Vec<&str> = Vec::new();
    for (_, own) in taken.iter().rev() {
        if length + own.len() <= ROOM {
            length += own.len();
            last.push(own);
        }
    }
    last.into_iter().rev().collect()
}

/// The stretch of these bytes whose grams stand in most pages: its worth, its beginning and its end.
fn best(bytes: &[u8], counts: &HashMap<&[u8], u32>) -> Option<(u64, usize, usize)> {
    let grams: Vec<u64> =
        bytes.windows(GRAM).map(|gram| counts.get(gram).copied().unwrap_or(0).into()).collect();
    let width = STRETCH - GRAM + 1;
    let mut sum: u64 = grams.iter().take(width).sum();
    let mut found = (sum, 0);
    for at in width..grams.len() {
        sum = sum + grams[at] - grams[at - width];
        if sum > found.0 {
            found = (sum, at + 1 - width);
        }
    }
    (found.0 > 0).then(|| (found.0, found.1, (found.1 + STRETCH).min(bytes.len())))
}

/// A stretch without the halves of letters at its ends.
fn on_letters(text: &str, mut from: usize, mut to: usize) -> &str {
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compress, Compression, FlushCompress};

    /// How many bytes these pages take behind a text.
    fn packed(pages: &[String], before: &str) -> usize {
        let one = |page: &String| {
            let mut compress = Compress::new(Compression::new(6), false);
            compress.set_dictionary(before.as_bytes()).expect("a text");
            let mut into = Vec::with_capacity(page.len() + 64);
            compress.compress_vec(page.as_bytes(), &mut into, FlushCompress::Finish).expect("packed");
            into.len()
        };
        pages.iter().map(one).sum()
    }

    #[test]
    fn what_is_committed_serves_nearly_as_well_as_what_would_be_written() {
        let pages = pages(&crate::root()).expect("pages");
        let committed = fs::read_to_string(crate::root().join(FILE)).expect("the file");
        assert!(committed.len() <= ROOM);
        let (own, fresh, none) =
            (packed(&pages, &committed), packed(&pages, &common(&pages)), packed(&pages, ""));
        assert!(own * 100 <= fresh * 105, "{own} bytes instead of {fresh}: run `cargo xtask report-common`");
        assert!(own * 10 < none * 9, "{own} bytes, and {none} without it");
    }
}
