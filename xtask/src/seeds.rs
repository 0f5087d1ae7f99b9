//! Seeds: clean drafts of ours with one fault each, and their lawful neighbours, to measure what the rules
//! find and what they tell wrongly. `cargo xtask seeds [--held-back] [--misses] [--kind WORDS] [--dump FOLDER] [--write]`
//!
//! ```text
//! bases ─┐
//! kinds ─┴ grow ──▶ seeds ── file ──▶ bytes ── judge ──▶ outcomes ── table ──▶ docs/accuracy.md
//! ```
//!
//! The truth is written in `xtask/seeds` from the provisions, not from the rules: a kind names the provisions
//! that it breaks, never the rule that ought to find it. Nothing that is made here is committed but the
//! tables. A third of the seeds, chosen by their names, is held back: rules are mended on the others.

mod base;
mod change;
mod file;
mod grow;
mod grown;
mod judge;
mod kind;
mod page;
mod table;
mod vars;

use grow::Seed;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::document::Stage;
use thethuc_core::look::sheet;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::text::Date;

/// The day on which the seeds are checked: later than all of them.
const TODAY: (i32, u32, u32) = (2026, 11, 29);

/// What the caller wants.
#[derive(Default)]
struct Wishes {
    /// The third that is held back instead of the others.
    held_back: bool,
    /// What was not found, and what was told wrongly, one by one.
    misses: bool,
    /// Only seeds whose id holds these words.
    only: Option<String>,
    /// Where to write the drafts.
    dump: Option<String>,
    /// The tables of both parts go into the page.
    write: bool,
}

/// Runs the task.
///
/// # Errors
/// Data that cannot be read, or a seed that cannot be made.
pub fn run(root: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let wishes = wishes(arguments)?;
    let (book, truth) = grown::read(root)?;
    let styles = sheet(book.layout().ok_or("the rule book has no layout")?);
    let seeds = truth.seeds(&book)?;
    if let Some(folder) = &wishes.dump {
        return dump(Path::new(folder), &seeds, &styles, wishes.only.as_deref());
    }
    let digest = page::digest(&seeds, &truth.bases, book.rule_ids().count());
    let checker = checker(book)?;
    let wanted = |seed: &Seed<'_>| wishes.only.as_ref().is_none_or(|words| seed.id.contains(words.as_str()));
    let (held, open): (Vec<_>, Vec<_>) = seeds.into_iter().filter(wanted).partition(Seed::is_held_back);
    let judged = |part: &[Seed<'_>]| judge::judge(part, &checker, &styles);
    if wishes.write {
        let parts = [(&open, judged(&open)?), (&held, judged(&held)?)];
        return page::write(root, &digest, &table::page(&parts));
    }
    let part = if wishes.held_back { held } else { open };
    let outcomes = judged(&part)?;
    let mut told = table::of_part(&part, &outcomes);
    told.push_str(&table::of_bases(&truth.bases, &checker, &styles)?);
    if wishes.misses {
        told.push_str(&table::misses(&part, &outcomes));
    }
    #[allow(clippy::print_stdout, reason = "the table is what the task is for")]
    {
        println!("{told}");
    }
    Ok(())
}

/// A file by its name.
pub type NamedFile = (String, Vec<u8>);

/// A checker, and the files of one of so many seeds by their names.
///
/// # Errors
/// See [`run`].
pub fn some(root: &Path, every: usize) -> Result<(Checker, Vec<NamedFile>), Box<dyn Error>> {
    let (book, truth) = grown::read(root)?;
    let styles = sheet(book.layout().ok_or("the rule book has no layout")?);
    let seeds = truth.seeds(&book)?;
    let of_seed = |seed: &Seed<'_>| Ok((seed.id.replace('/', "_"), file::bytes(seed, &styles)?));
    let drafts: Result<Vec<_>, String> = seeds.iter().step_by(every).map(of_seed).collect();
    let drafts = drafts?;
    drop(seeds);
    Ok((checker(book)?, drafts))
}

fn wishes(arguments: &[&str]) -> Result<Wishes, String> {
    let mut wishes = Wishes::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--held-back" => wishes.held_back = true,
            "--misses" => wishes.misses = true,
            "--write" => wishes.write = true,
            "--kind" => wishes.only = rest.next().map(|words| (*words).to_owned()),
            "--dump" => wishes.dump = rest.next().map(|words| (*words).to_owned()),
            other => return Err(format!("seeds knows no {other}")),
        }
    }
    Ok(wishes)
}

/// A checker of drafts that are about to be issued.
fn checker(book: RuleBook) -> Result<Checker, Box<dyn Error>> {
    let mut options = Options::on(Date::new(TODAY.0, TODAY.1, TODAY.2).ok_or("no such day")?);
    options.stage = Some(Stage::Issue);
    Ok(Checker::new(book, options).map_err(|error| error.words().en)?)
}

/// Writes the drafts for people who want to look at them, with the truth in a list.
fn dump(
    folder: &Path,
    seeds: &[Seed<'_>],
    styles: &[thethuc_core::look::NamedStyle],
    only: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut list = BTreeMap::new();
    for seed in seeds.iter().filter(|seed| only.is_none_or(|words| seed.id.contains(words))) {
        fs::write(folder.join(seed.id.replace('/', "_")), file::bytes(seed, styles)?)?;
        list.insert(seed.id.clone(), seed.truth());
    }
    fs::write(folder.join("truth.yaml"), serde_yaml::to_string(&list)?)?;
    Ok(())
}
