//! Writes `rules/registry/harvested.csv` and `rules/registry/units.csv` from the sheets of a folder:
//! `cargo xtask registry FOLDER`. `rules/registry/README.md` tells where such sheets come
//! from and which columns they have.
//!
//! The sheets are made elsewhere and are larger than what is sure enough to ship; here they are narrowed to
//! what is sure, put in a fixed order, and written in the columns that the rule book reads.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;
use thethuc_core::rulebook::registry::{AdminUnitLine, InstrumentLine, Rank};
use thethuc_core::text::Date;
use thethuc_core::text::vietnamese::same_but_tone_placement;

/// Classes of rows that are sure enough to be shipped: dates from notes of the codified law, and
/// dates that at least three citations agree on.
const SHIPPED: [&str; 2] = ["A", "B"];

/// Writes the sheets from those of the folder.
///
/// # Errors
/// No folder is named, a sheet cannot be read or written, or a row does not fit its columns.
pub fn write_all(root: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let [folder] = arguments else { return Err("name the folder with the sheets".into()) };
    let folder = Path::new(folder);
    let registry = root.join("rules/registry");
    let instruments = instruments(&folder.join("instruments.csv"))?;
    write(&registry.join("harvested.csv"), &instruments)?;
    let units = units(folder)?;
    write(&registry.join("units.csv"), &units)?;
    Ok(())
}

/// The rows of a sheet.
///
/// # Errors
/// Names the sheet and the row that does not fit.
fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows: Result<Vec<T>, _> = reader.deserialize().collect();
    Ok(rows.map_err(|error| format!("{}: {error}", path.display()))?)
}

/// Writes a sheet with the names of its columns in the first row.
fn write<T: Serialize>(path: &Path, rows: &[T]) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.flush()?)
}

/// A row of `instruments.csv`.
#[derive(Debug, Deserialize)]
struct SourceInstrument {
    /// Number and symbol, `30/2020/NĐ-CP`.
    number: String,
    /// `Nghị định`.
    kind: String,
    /// Who issued it.
    organ: String,
    /// What it is about, with the blanks of its source.
    title: String,
    /// Day of issue.
    issued: Option<Date>,
    /// First day in force.
    effective: Option<Date>,
    /// First day no longer in force.
    expired: Option<Date>,
    /// Numbers of what replaced it, between `;`, `,` or `|`.
    replaced_by: String,
    /// How sure the row is, `A` the surest; see [`SHIPPED`].
    conf: String,
}

/// The harvested rows that are sure enough and that nobody keeps by hand, by number.
fn instruments(path: &Path) -> Result<Vec<InstrumentLine>, Box<dyn Error>> {
    let book = thethuc_law::book();
    let curated = &book.registry().curated;
    let mut seen = BTreeSet::new();
    let mut rows: Vec<InstrumentLine> = read::<SourceInstrument>(path)?
        .into_iter()
        .filter(|row| SHIPPED.contains(&row.conf.as_str()) && curated.find(&row.number).is_none())
        .filter(|row| is_unmistakable(row) && seen.insert(row.number.clone()))
        .map(|row| InstrumentLine {
            number: row.number,
            kind: row.kind,
            issuer: row.organ,
            title: squeeze(&row.title),
            issued: row.issued,
            effective: row.effective,
            expired: row.expired,
            replaced_by: row.replaced_by.replace([';', ',', '|'], " "),
        })
        .collect();
    rows.sort_by(|left, right| left.number.cmp(&right.number));
    Ok(rows)
}

/// Whether the number means one instrument alone. Numbers without a year begin anew each year, and
/// where number and kind do not agree, two instruments were taken for one.
fn is_unmistakable(row: &SourceInstrument) -> bool {
    let has_year =
        row.number.split('/').nth(1).is_some_and(|year| year.len() == 4 && year.parse::<u32>().is_ok());
    let kinds = [("/NĐ-", "Nghị định"), ("/TT-", "Thông tư"), ("/QĐ-", "Quyết định")];
    has_year && kinds.iter().all(|(mark, kind)| !row.number.contains(mark) || row.kind == *kind)
}

/// Words with one blank between them.
fn squeeze(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

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
fn units(folder: &Path) -> Result<Vec<AdminUnitLine>, Box<dyn Error>> {
    let aliases = aliases(&folder.join("admin_aliases.csv"))?;
    let successors = successors(&folder.join("successors.csv"))?;
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

/// Codes of successors, `~` behind those that took only a part; none without a list that may be passed on.
fn successors(path: &Path) -> Result<BTreeMap<(Rank, String), String>, Box<dyn Error>> {
    let mut successors: BTreeMap<_, String> = BTreeMap::new();
    if !fs::exists(path)? {
        return Ok(successors);
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
