//! `rules/registry/units.csv`: provinces, districts and communes, each with the days of its being.

use super::sheet;
use super::table::{Row, Table};
use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::vocabulary::Date;
use crate::vocabulary::vietnamese::name_key;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What units are, in small letters. None of them is the beginning of another one.
pub const KINDS: [&str; 9] =
    ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"];

/// What provinces are.
const PROVINCES: [&str; 2] = ["tỉnh", "thành phố"];

/// The tier of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rank {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, quận, thị xã, thành phố thuộc tỉnh.
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
}

impl Rank {
    /// The tiers with their words in the sheet.
    const ALL: [(Self, &'static str); 3] =
        [(Self::Province, "province"), (Self::District, "district"), (Self::Commune, "commune")];

    /// The word of the sheet.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(own, _)| *own == self).map_or("", |(_, name)| name)
    }

    /// The tier of a word of the sheet.
    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == name).map(|(own, _)| *own)
    }
}

/// Year and month of the oldest list that the register was made from.
const BEGINS: (i32, u32) = (2021, 11);
/// Year and month in which the units of the old three tiers end; from here on days are exact.
const REFORM: (i32, u32) = (2025, 6);
/// Days by which earlier bounds may be wrong.
const SLACK_DAYS: i64 = 31;

/// Place of the code among the fields of a row.
const CODE: usize = 3;

/// A line of `units.csv`; see [`AdminUnit`] for its fields.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns are told in rules/registry/README.md")]
pub struct AdminUnitLine {
    pub rank: Rank,
    pub kind: String,
    pub name: String,
    pub code: String,
    pub parent: String,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub successors: String,
    pub aliases: String,
}

/// An administrative unit as it was between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminUnit<'t> {
    /// Its tier.
    pub rank: Rank,
    /// What it is: `Xã`, `Phường`, `Tỉnh`.
    pub kind: &'t str,
    /// Its name without the kind.
    pub name: &'t str,
    /// Its code in the list of the statistics office.
    pub code: &'t str,
    /// Code of the unit above; empty for a province.
    pub parent: &'t str,
    /// First day; `None` where it is older than the register.
    pub from: Option<Date>,
    /// Last day; `None` where it still is.
    pub to: Option<Date>,
    /// Codes between blanks, `~` behind those that took only a part.
    successors: &'t str,
}

impl<'t> AdminUnit<'t> {
    /// The unit of a row; `None` where its tier is unknown, which the build excludes.
    fn of(row: Row<'t>) -> Option<Self> {
        let [rank, kind, name, code, parent, from, to, successors] = row.fields();
        let rank = Rank::of_name(rank)?;
        let (from, to) = (from.parse().ok(), to.parse().ok());
        Some(Self { rank, kind, name, code, parent, from, to, successors })
    }

    /// Whether the register has it on that day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it was not there on that day, however the days of the register are meant. Those before
    /// the reform of July 2025 are days on which lists of several resolutions came out.
    pub fn is_surely_absent_on(&self, day: Date) -> bool {
        let slack = |bound: Date| if (bound.year(), bound.month()) < REFORM { SLACK_DAYS } else { 0 };
        let begins_later = self.from.is_some_and(|from| day.days_since(from) < -slack(from));
        let ended_before = self.to.is_some_and(|to| day.days_since(to) > slack(to));
        begins_later || ended_before
    }

    /// `xã Hòa Bình`.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind.to_lowercase(), self.name)
    }

    /// Codes of the units it went into, and whether only a part of it went there.
    pub fn successor_codes(&self) -> impl Iterator<Item = (&'t str, bool)> {
        let codes = self.successors.split(' ').filter(|code| !code.is_empty());
        codes.map(|code| code.strip_suffix('~').map_or((code, false), |code| (code, true)))
    }
}

/// The administrative units, searched by name.
#[derive(Clone, Debug)]
pub struct AdminUnits(Table);

impl Default for AdminUnits {
    fn default() -> Self {
        Self::of_ordered("")
    }
}

impl AdminUnits {
    /// Whether the day lies in the time that the register tells of.
    pub fn reach(day: Date) -> bool {
        BEGINS <= (day.year(), day.month())
    }

    /// Rows that an earlier [`AdminUnits::read`] ordered.
    pub const fn of_ordered(text: &'static str) -> Self {
        Self(Table::of_ordered(text).telling(told))
    }

    /// Rows that were ordered and are owned.
    pub const fn of_lines(text: String) -> Self {
        Self(Table::of_lines(text).telling(told))
    }

    /// The units of a sheet.
    pub fn read(file: &RuleFile) -> Result<Self, RuleBookError> {
        let lines: Vec<AdminUnitLine> = sheet::read(file)?;
        verify(file, &lines)?;
        let rows = lines.iter().flat_map(|line| {
            let names = std::iter::once(line.name.as_str()).chain(line.aliases.split('|'));
            names.filter(|name| !name.is_empty()).map(|name| (key(&line.kind, name), line.fields()))
        });
        Ok(Self(Table::of_rows_telling(rows, told)))
    }

    /// The ordered rows.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// The units that ever bore a name, the kind before it: `xã Hòa Bình`.
    pub fn named(&self, full_name: &str) -> Vec<AdminUnit<'_>> {
        self.0.find(&name_key(full_name)).filter_map(AdminUnit::of).collect()
    }

    /// The units that a person means: those of a name with its kind before it (`xã Hòa Bình`), or the
    /// provinces of a name without (`Nghệ An`).
    pub fn meant(&self, name: &str) -> Vec<AdminUnit<'_>> {
        if has_kind(name) {
            return self.named(name);
        }
        let of_kind = |kind: &&str| self.named(&format!("{kind} {name}"));
        let provinces = PROVINCES.iter().flat_map(of_kind);
        provinces.filter(|unit| unit.rank == Rank::Province).collect()
    }

    /// All names that [`AdminUnits::meant`] knows, written as the given one is: with or without a kind.
    pub fn names(&self, like: &str) -> Vec<String> {
        let units = self.0.rows().filter_map(AdminUnit::of);
        let mut names: Vec<String> = if has_kind(like) {
            units.map(|unit| unit.full_name()).collect()
        } else {
            let provinces = units.filter(|unit| unit.rank == Rank::Province);
            provinces.map(|unit| unit.name.to_owned()).collect()
        };
        names.sort();
        names.dedup();
        names
    }

    /// All units, each once for the days between which it was.
    pub fn all(&self) -> Vec<AdminUnit<'_>> {
        let mut units: Vec<_> = self.0.rows().filter_map(AdminUnit::of).collect();
        // An alias is a row of its own.
        units.sort_by_key(|unit| (unit.rank, unit.code, unit.from));
        units.dedup_by_key(|unit| (unit.rank, unit.code, unit.from));
        units
    }

    /// The units that ever had a code; the codes of before and after July 2025 overlap.
    pub fn coded(&self, code: &str) -> Vec<AdminUnit<'_>> {
        let coded = self.0.rows().filter(|row| row.fields::<4>()[CODE] == code);
        let mut units: Vec<_> = coded.filter_map(AdminUnit::of).collect();
        // An alias is a row of its own.
        units.dedup_by(|one, other| {
            one.name == other.name && one.from == other.from && one.kind == other.kind
        });
        units
    }

    /// The units that a unit went into, as they were on the day after its end, with whether only a part went there.
    pub fn successors(&self, unit: &AdminUnit<'_>) -> Vec<(AdminUnit<'_>, bool)> {
        let Some(day) = unit.to.and_then(|to| Date::from_day_number(to.day_number() + 1)) else {
            return Vec::new();
        };
        let alive = |code: &str| self.coded(code).into_iter().find(|unit| unit.is_on(day));
        unit.successor_codes().filter_map(|(code, partly)| Some((alive(code)?, partly))).collect()
    }

    /// The unit above, as it was while the unit was.
    pub fn parent(&self, unit: &AdminUnit<'_>) -> Option<AdminUnit<'_>> {
        let day = unit.to.or(unit.from);
        let together = |own: &AdminUnit<'_>| day.is_none_or(|day| own.is_on(day)) && own.rank < unit.rank;
        self.coded(unit.parent).into_iter().find(together)
    }
}

impl AdminUnitLine {
    /// The fields in the order in which [`AdminUnit::of`] takes them.
    fn fields(&self) -> Vec<Cow<'_, str>> {
        let day = |day: Option<Date>| Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default());
        vec![
            Cow::Borrowed(self.rank.name()),
            Cow::Borrowed(&self.kind),
            Cow::Borrowed(&self.name),
            Cow::Borrowed(&self.code),
            Cow::Borrowed(&self.parent),
            day(self.from),
            day(self.to),
            Cow::Borrowed(&self.successors),
        ]
    }
}

/// Every kind is one of [`KINDS`], every unit lies in one of a higher tier, no unit ends before it begins,
/// and successors are units.
fn verify(file: &RuleFile, lines: &[AdminUnitLine]) -> Result<(), RuleBookError> {
    let ranks: HashMap<&str, Rank> = lines.iter().rev().map(|line| (line.code.as_str(), line.rank)).collect();
    let codes: HashSet<(Rank, &str)> = lines.iter().map(|line| (line.rank, line.code.as_str())).collect();
    for (row, line) in lines.iter().enumerate() {
        let fault = |vi: &str, en: &str, word: &str| {
            Err(sheet::row_fault(file, row, format!("{vi}: “{word}”"), format!("{en}: “{word}”")))
        };
        if !KINDS.contains(&line.kind.to_lowercase().as_str()) {
            return fault("không có loại đơn vị hành chính này", "there is no such kind of unit", &line.kind);
        }
        let higher = |rank: Rank| codes.contains(&(rank, line.parent.as_str())) && rank < line.rank;
        let has_parent = [Rank::Province, Rank::District].into_iter().any(higher);
        if (line.rank == Rank::Province) != line.parent.is_empty() || (!line.parent.is_empty() && !has_parent)
        {
            return fault("mã đơn vị cấp trên không đúng", "no unit above has this code", &line.parent);
        }
        if matches!((line.from, line.to), (Some(from), Some(to)) if to < from) {
            return fault("ngày cuối trước ngày đầu", "the last day lies before the first", &line.name);
        }
        let mut successors = line.successors.split(' ').map(|code| code.trim_end_matches('~'));
        if let Some(code) = successors.find(|code| !code.is_empty() && !ranks.contains_key(code)) {
            return fault("không có đơn vị kế thừa mang mã này", "no successor has this code", code);
        }
    }
    Ok(())
}

/// Whether a name says what the unit is.
pub fn has_kind(name: &str) -> bool {
    let key = name_key(name);
    KINDS.iter().any(|kind| key.strip_prefix(&name_key(kind)).is_some_and(|rest| rest.starts_with(' ')))
}

/// What a unit is looked up by: kind and name without regard to capitals and tone marks' places.
fn key(kind: &str, name: &str) -> String {
    name_key(&format!("{kind} {name}"))
}

/// What the fields of a row say that its unit is looked up by; another name of it stands in the row.
fn told(row: Row<'_>) -> String {
    let [_, kind, name] = row.fields();
    key(kind, name)
}
