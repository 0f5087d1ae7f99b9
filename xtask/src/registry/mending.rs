//! Names of units put right: spellings that a later list mended, and places of tone marks.
//!
//! A list that spells a name otherwise than the list before renames nothing. Where only marks of letters
//! differ, both rows are one unit under the later spelling, and the earlier one is another spelling of it.

use super::read;
use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::rulebook::registry::{AdminUnitLine, Rank};
use thethuc_core::text::Date;
use thethuc_core::text::vietnamese::{ascii_key, same_but_tone_placement};

/// First day of the units of the reform, of which the corrections speak.
const REFORM: (i32, u32, u32) = (2025, 7, 1);
/// What a correction says it corrects where only the place of a tone mark is meant.
const PLACE_OF_TONE: &str = "name (place of the tone mark)";

/// A row of `units-corrections.csv`.
#[derive(Deserialize)]
struct Correction {
    /// `tinh` or `xa`.
    level: String,
    /// Name of the province that it lies in; nothing for a province.
    parent: String,
    /// What is corrected.
    field: String,
    /// What the sheet has.
    present: String,
    /// What is right.
    right: String,
}

/// Joins rows that differ by a mended spelling, then sets the names as the corrections of the folder have
/// them, if it has any.
///
/// # Errors
/// The corrections cannot be read.
pub fn mend(units: &mut Vec<AdminUnitLine>, folder: &Path) -> Result<(), Box<dyn Error>> {
    join_spellings(units);
    let corrections = folder.join("units-corrections.csv");
    if fs::exists(&corrections)? {
        place_tones(units, &read(&corrections)?);
    }
    Ok(())
}

/// Joins a row with the next one of its unit where only marks of letters differ.
fn join_spellings(units: &mut Vec<AdminUnitLine>) {
    units.sort_by(|left, right| {
        (left.rank, &left.code, &left.parent, left.from).cmp(&(
            right.rank,
            &right.code,
            &right.parent,
            right.from,
        ))
    });
    let mut joined: Vec<AdminUnitLine> = Vec::new();
    for mut unit in units.drain(..) {
        if let Some(before) = joined.pop_if(|before| is_mended(before, &unit)) {
            unit.from = before.from;
            let other = std::iter::once(before.name.as_str()).chain(before.aliases.split('|'));
            let mut aliases: Vec<&str> =
                other.chain(unit.aliases.split('|')).filter(|own| !own.is_empty()).collect();
            aliases.sort_unstable();
            aliases.dedup();
            unit.aliases = aliases.join("|");
        }
        joined.push(unit);
    }
    *units = joined;
}

/// Whether the second row is the first one under a mended spelling.
fn is_mended(before: &AdminUnitLine, unit: &AdminUnitLine) -> bool {
    let goes_on = before
        .to
        .and_then(|to| Date::from_day_number(to.day_number() + 1))
        .is_some_and(|day| unit.from == Some(day));
    let is_one = (before.rank, &before.code, &before.parent, &before.kind)
        == (unit.rank, &unit.code, &unit.parent, &unit.kind);
    is_one
        && goes_on
        && ascii_key(&before.name) == ascii_key(&unit.name)
        && !same_but_tone_placement(&before.name, &unit.name)
}

/// Sets the places of tone marks in names of units since the reform. They are found whatever their place.
fn place_tones(units: &mut [AdminUnitLine], corrections: &[Correction]) {
    let is_new = |unit: &AdminUnitLine| Date::new(REFORM.0, REFORM.1, REFORM.2) <= unit.from;
    let provinces: HashMap<String, String> = units
        .iter()
        .filter(|unit| unit.rank == Rank::Province && is_new(unit))
        .map(|unit| (unit.code.clone(), unit.name.clone()))
        .collect();
    for unit in units.iter_mut().filter(|unit| is_new(unit)) {
        let within = provinces.get(&unit.parent).map_or("", String::as_str);
        let level = if unit.rank == Rank::Province { "tinh" } else { "xa" };
        let own = corrections.iter().find(|own| {
            own.field == PLACE_OF_TONE
                && own.level == level
                && own.present == unit.name
                && same_but_tone_placement(&own.parent, within)
                && same_but_tone_placement(&own.right, &own.present)
        });
        if let Some(own) = own {
            unit.name.clone_from(&own.right);
        }
    }
}
