//! The administrative units of the sheets of a folder.

use super::{mending, read};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::rulebook::registry::{AdminUnitLine, Rank};
use thethuc_core::text::Date;
use thethuc_core::text::vietnamese::same_but_tone_placement;

/// A row of `admin_units.csv`.
#[derive(Debug, Deserialize)]
struct SourceUnit {
    /// The list it stands in: before or since July 2025. Codes mean another unit in the other list.
    era: String,
    /// `tinh`, `huyen` or `xa`.
    level: String,
    /// `xã`, `phường` and the like.
    #[serde(rename = "type")]
    kind: String,
    /// Name without its kind.
    name: String,
    /// Code of the unit that it lies in.
    parent: String,
    /// Its code in its list.
    code: String,
    /// First day; none where it is older than the list.
    valid_from: Option<Date>,
    /// Last day; none where it goes on.
    valid_to: Option<Date>,
}

/// A row of `admin_aliases.csv`.
#[derive(Debug, Deserialize)]
struct SourceAlias {
    /// The list of the unit.
    era: String,
    /// The code of the unit.
    code: String,
    /// Another spelling, with or without the kind.
    alias: String,
}

/// A row of `successors.csv`.
#[derive(Debug, Deserialize)]
struct SourceSuccessor {
    /// The rank of the unit that ended.
    rank: Rank,
    /// Its code in the list before July 2025.
    code: String,
    /// The code of the unit that it went into, in the list since.
    successor: String,
    /// Whether only a part of it went there.
    partly: bool,
}

/// The units by rank, code and first day.
///
/// # Errors
/// A sheet does not fit, or a unit has a level that there is none of.
pub fn all(folder: &Path, present: &Path) -> Result<Vec<AdminUnitLine>, Box<dyn Error>> {
    let aliases = aliases(&folder.join("admin_aliases.csv"))?;
    let successors = successors(&folder.join("successors.csv"), present)?;
    let mut units: Vec<AdminUnitLine> = Vec::new();
    for row in read::<SourceUnit>(&folder.join("admin_units.csv"))? {
        let rank = match row.level.as_str() {
            "tinh" => Rank::Province,
            "huyen" => Rank::District,
            "xa" => Rank::Commune,
            other => return Err(format!("no such level: {other}").into()),
        };
        // Only what ended with the reform has units of the next list as successors.
        let reformed = row.valid_to == Date::new(2025, 6, 30);
        let key = (rank, row.code.clone());
        let successors = successors.get(&key).filter(|_| reformed).cloned().unwrap_or_default();
        let spellings = aliases.get(&(row.era, row.code.clone()));
        // The name with its kind is an alias where the source gives it so.
        let bare = spellings
            .into_iter()
            .flatten()
            .map(|alias| alias.strip_prefix(row.kind.as_str()).unwrap_or(alias).trim().to_owned());
        let other: BTreeSet<String> = bare
            .filter(|alias| !same_but_tone_placement(&alias.to_lowercase(), &row.name.to_lowercase()))
            .collect();
        units.push(AdminUnitLine {
            rank,
            kind: row.kind,
            name: row.name,
            code: row.code,
            parent: row.parent,
            from: row.valid_from,
            to: row.valid_to,
            successors,
            aliases: other.into_iter().collect::<Vec<_>>().join("|"),
        });
    }
    mending::mend(&mut units, folder)?;
    units.sort_by(|left, right| {
        (left.rank, &left.code, left.from).cmp(&(right.rank, &right.code, right.from))
    });
    Ok(units)
}

/// Other spellings of names, by era and code.
type Aliases = HashMap<(String, String), Vec<String>>;

/// Other spellings of names, by list (before or since July 2025) and code.
fn aliases(path: &Path) -> Result<Aliases, Box<dyn Error>> {
    let mut aliases = Aliases::new();
    for row in read::<SourceAlias>(path)? {
        aliases.entry((row.era, row.code)).or_default().push(row.alias);
    }
    Ok(aliases)
}

/// Codes of successors, `~` behind those that took only a part. A folder that brings no such list leaves
/// those that stand in the present sheet: no unit that ended ever gets others.
fn successors(path: &Path, present: &Path) -> Result<BTreeMap<(Rank, String), String>, Box<dyn Error>> {
    let mut successors: BTreeMap<_, String> = BTreeMap::new();
    if !fs::exists(path)? {
        let known = read::<AdminUnitLine>(present)?.into_iter().filter(|unit| !unit.successors.is_empty());
        return Ok(known.map(|unit| ((unit.rank, unit.code), unit.successors)).collect());
    }
    for row in read::<SourceSuccessor>(path)? {
        let codes = successors.entry((row.rank, row.code)).or_default();
        if !codes.is_empty() {
            codes.push(' ');
        }
        codes.push_str(&row.successor);
        if row.partly {
            codes.push('~');
        }
    }
    Ok(successors)
}
