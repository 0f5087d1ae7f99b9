//! `rules/registry/instruments.yaml` and `rules/registry/harvested.csv`: instruments that drafts cite.

use super::sheet;
use super::table::{Row, Table};
use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::vocabulary::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashSet;

/// `rules/registry/instruments.yaml`: the instruments that local drafts cite most, kept by hand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instruments {
    /// The instruments. A number that is absent proves nothing.
    pub instruments: Vec<Registered>,
}

/// A cited instrument. What is not known is left out, and nothing is concluded from it.
///
/// ```
/// use thethuc_rulebook::registry::{Fact, Instruments};
/// use thethuc_rulebook::yaml;
///
/// let known: Instruments = yaml::read("
/// instruments:
///   - number: 30/2020/NĐ-CP
///     kind: Nghị định
///     issuer: Chính phủ
///     title: về công tác văn thư
///     issued: 2020-03-05
///     confidence: curated
///     checked: [issued]
/// ")?;
/// assert!(known.find("30/2020/NĐ-CP").is_some_and(|own| own.is_checked(Fact::Issued)));
/// # Ok::<(), yaml::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Registered {
    /// Number and symbol (`80/2015/QH13`).
    pub number: String,
    /// Kind (`Luật`, `Nghị định`).
    pub kind: String,
    /// Issuer.
    pub issuer: String,
    /// Title without the kind; empty where it is not known.
    pub title: String,
    /// Day of signing or adoption.
    pub issued: Option<Date>,
    /// First day of effect.
    pub effective: Option<Date>,
    /// First day on which it is no longer in force. Absence does not prove force.
    pub expired: Option<Date>,
    /// Numbers of the instruments that replace it.
    #[serde(default)]
    pub replaced_by: Vec<String>,
    /// How sure the entry is.
    pub confidence: Confidence,
    /// Facts that were compared with a published text; only these are ground for an error.
    #[serde(default)]
    pub checked: Vec<Fact>,
}

/// How sure an entry of the registry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Written by hand.
    Curated,
    /// Harvested from citations.
    Harvested,
}

/// A fact of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// The day of signing or adoption.
    Issued,
    /// The first day of effect.
    Effective,
    /// The day from which it is no longer in force.
    Expired,
}

impl Registered {
    /// Whether the fact was compared with a published text.
    pub fn is_checked(&self, fact: Fact) -> bool {
        self.checked.contains(&fact)
    }

    /// An entry of the harvested sheet. A day that cannot be read is one that is not known.
    fn of(row: Row<'_>) -> Self {
        let [kind, issuer, title, day, effective, expired, replaced_by] = row.fields();
        Self {
            number: row.key.to_owned(),
            kind: kind.to_owned(),
            issuer: issuer.to_owned(),
            title: title.to_owned(),
            issued: day.parse().ok(),
            effective: effective.parse().ok(),
            expired: expired.parse().ok(),
            replaced_by: replaced_by
                .split(' ')
                .filter(|number| !number.is_empty())
                .map(str::to_owned)
                .collect(),
            confidence: Confidence::Harvested,
            checked: Vec::new(),
        }
    }
}

impl Instruments {
    /// The entry of that number.
    pub fn find(&self, number: &str) -> Option<&Registered> {
        self.instruments.iter().find(|entry| entry.number == number)
    }
}

/// A line of `harvested.csv`; see [`Registered`] for its fields.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns are told in rules/registry/README.md")]
pub struct InstrumentLine {
    pub number: String,
    pub kind: String,
    pub issuer: String,
    pub title: String,
    pub issued: Option<Date>,
    pub effective: Option<Date>,
    pub expired: Option<Date>,
    pub replaced_by: String,
}

/// The harvested instruments of a sheet, by number.
///
/// # Errors
/// A row does not fit its columns, or a number stands twice.
pub fn read_harvested(file: &RuleFile) -> Result<Table, RuleBookError> {
    let lines: Vec<InstrumentLine> = sheet::read(file)?;
    let mut seen = HashSet::new();
    if let Some(row) = lines.iter().position(|line| !seen.insert(line.number.as_str())) {
        let number = &lines[row].number;
        let (vi, en) =
            (format!("số “{number}” đã có ở trên"), format!("the number “{number}” stands above already"));
        return Err(sheet::row_fault(file, row, vi, en));
    }
    let day = |day: Option<Date>| Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default());
    Ok(Table::of_rows(lines.iter().map(|line| {
        let fields = vec![
            Cow::Borrowed(line.kind.as_str()),
            Cow::Borrowed(line.issuer.as_str()),
            Cow::Borrowed(line.title.as_str()),
            day(line.issued),
            day(line.effective),
            day(line.expired),
            Cow::Borrowed(line.replaced_by.as_str()),
        ];
        (line.number.clone(), fields)
    })))
}

/// The harvested entry of a number.
pub fn harvested(table: &Table, number: &str) -> Option<Registered> {
    table.find(number).next().map(Registered::of)
}

/// Titles and numbers of the harvested laws.
pub fn harvested_laws(table: &Table) -> impl Iterator<Item = (String, String)> + '_ {
    let laws = table.rows().map(Registered::of).filter(|entry| is_law(&entry.kind));
    laws.map(|entry| (entry.title, entry.number))
}

/// Whether instruments of the kind are cited by their names.
fn is_law(kind: &str) -> bool {
    matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh")
}
