//! The instruments of the sheets of a folder: a first harvest (`instruments.csv`), and sheets that add to
//! it or put it right (`instruments-2026.csv`), of which the later ones win where both are equally sure.
//!
//! How sure a row is says its letter; remarks of the sheet make single facts of it weaker.

use super::read;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use thethuc_core::rulebook::registry::{Confidence, Fact, Grade, InstrumentLine, KnownFact, Registered};
use thethuc_core::text::Date;

/// A row of a sheet of instruments.
#[derive(Debug, Deserialize)]
struct SheetRow {
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
    /// Numbers of what replaced it, between `;`, `,`, `|` or blanks.
    replaced_by: String,
    /// Numbers of what ended parts of it.
    #[serde(default)]
    partial: String,
    /// Numbers of what amended it.
    #[serde(default)]
    amended_by: String,
    /// Whence the row comes, in the words of its sheet.
    #[serde(default)]
    source: String,
    /// How sure the row is.
    conf: String,
    /// What weakens single facts of it.
    #[serde(default)]
    note: String,
}

/// All instruments that are worth shipping, by number.
///
/// # Errors
/// A sheet cannot be read.
pub fn all(folder: &Path) -> Result<Vec<InstrumentLine>, Box<dyn Error>> {
    let book = thethuc_law::book();
    let curated = &book.registry().curated;
    let mut entries: BTreeMap<String, Registered> = BTreeMap::new();
    for row in read::<SheetRow>(&folder.join("instruments.csv"))? {
        let Some(source) = first_source(&row.conf) else { continue };
        if curated.find(&row.number).is_none() && is_unmistakable(&row) && !entries.contains_key(&row.number)
        {
            // Notes of the codified law have a slip in fifty: no ground for an error.
            let facts = days(&row).map(|fact| known(fact, Grade::B, source)).collect();
            // Numbers of the first harvest that amend were never compared with anything.
            entries.insert(row.number.clone(), entry(SheetRow { amended_by: String::new(), ..row }, facts));
        }
    }
    for sheet in later_sheets(folder)? {
        for row in read::<SheetRow>(&sheet)? {
            let Some(own) = Grade::of_letter(row.conf.chars().next().unwrap_or_default()) else { continue };
            if !is_unmistakable(&row) {
                continue;
            }
            let facts = days(&row).map(|fact| graded(&row, fact, own)).collect();
            let number = row.number.clone();
            let newer = entry(row, facts);
            let joined = match entries.remove(&number) {
                Some(older) => keep_title(older, newer),
                None => newer,
            };
            entries.insert(number, joined);
        }
    }
    Ok(entries.values().map(InstrumentLine::of).collect())
}

/// The sheets that add to the first one, in the order of their names.
fn later_sheets(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut sheets: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("instruments-") && name.to_lowercase().ends_with(".csv") {
            sheets.push(path);
        }
    }
    sheets.sort();
    Ok(sheets)
}

/// The key of the source of a class of the first harvest; none for classes that are not shipped.
fn first_source(class: &str) -> Option<&'static str> {
    match class {
        "A" => Some("codified"),
        "B" => Some("citations"),
        _ => None,
    }
}

/// The entry of a row with these facts.
fn entry(row: SheetRow, facts: Vec<KnownFact>) -> Registered {
    let numbers = |list: &str| -> Vec<String> {
        list.split([';', ',', '|', ' ']).filter(|one| !one.is_empty()).map(str::to_owned).collect()
    };
    Registered {
        title: squeeze(&row.title),
        replaced_by: numbers(&row.replaced_by),
        partly_ended_by: numbers(&row.partial),
        amended_by: numbers(&row.amended_by),
        number: row.number,
        kind: row.kind,
        issuer: row.organ,
        issued: row.issued,
        effective: row.effective,
        expired: row.expired,
        confidence: Confidence::Harvested,
        checked: Vec::new(),
        facts,
    }
}

/// Both entries as one. Titles of the first harvest are whole words of the codified law; those of citations may
/// be cut. Where the days of issue differ, the first harvest spoke of another instrument.
fn keep_title(older: Registered, newer: Registered) -> Registered {
    if matches!((older.issued, newer.issued), (Some(old), Some(new)) if old.year() == new.year() && old != new)
    {
        return newer;
    }
    let title =
        if older.source(Fact::Issued) == Some("codified") { older.title.clone() } else { String::new() };
    let mut joined = older.joined(&newer);
    if !title.is_empty() {
        joined.title = title;
    }
    joined
}

/// The facts of which the row gives a day.
fn days(row: &SheetRow) -> impl Iterator<Item = Fact> + use<> {
    let days = [row.issued, row.effective, row.expired];
    Fact::ALL.into_iter().zip(days).filter(|(_, day)| day.is_some()).map(|(fact, _)| fact)
}

/// A fact with its grade and source.
fn known(fact: Fact, confidence: Grade, source: &str) -> KnownFact {
    KnownFact { fact, confidence, source: source.to_owned() }
}

/// A fact of a row of a later sheet, no surer than its row and than what the remarks leave of it.
fn graded(row: &SheetRow, fact: Fact, own: Grade) -> KnownFact {
    let has = |words: &str| row.note.contains(words);
    let (limit, source) = match fact {
        Fact::Issued
            if has("sources disagree on the day of issue") || has("day may be that of publication") =>
        {
            (Grade::C, None)
        }
        // A day of effect that a later law moved would contradict a draft that is right.
        Fact::Effective if has("later changes of that day not followed") || has("secondary list") => {
            (Grade::S, has("secondary list").then(|| "list".to_owned()))
        }
        Fact::Effective if has("effective from 2 statements") || has("disagree on the day of effect") => {
            (Grade::C, Some("few".to_owned()))
        }
        Fact::Effective if has("effective from at least 3 statements") => {
            (Grade::B, Some("citations".to_owned()))
        }
        Fact::Expired => of_end(row),
        Fact::Issued | Fact::Effective => (Grade::A, None),
    };
    let source = source.unwrap_or_else(|| source_of(&row.source));
    KnownFact { fact, confidence: own.min(limit), source }
}

/// How sure an end is, and what says it. A clause that keeps exceptions, and a bare attribute of a page, give
/// a warning: a draft may rest on the exception.
fn of_end(row: &SheetRow) -> (Grade, Option<String>) {
    let note = &row.note;
    let clause = note.split("end read in the text of ").nth(1);
    let number = clause.map(|rest| rest.split([';', ' ']).next().unwrap_or_default());
    let source = number.map(|number| format!("ending:{number}"));
    if note.contains("uncertain") {
        (Grade::C, Some("few".to_owned()))
    } else if note.contains("secondary list") {
        (Grade::S, Some("list".to_owned()))
    } else if note.contains("keeps exceptions") || source.is_none() {
        (Grade::B, source)
    } else {
        (Grade::A, source)
    }
}

/// The key of the words in which a sheet tells its source; `about.yaml` lists the keys.
fn source_of(words: &str) -> String {
    let count = words.split(' ').next().filter(|first| first.parse::<u32>().is_ok());
    match count {
        Some(count) if words.contains("dated citations") => format!("citations:{count}"),
        Some(_) => "few".to_owned(),
        None if words.starts_with("vbpl.vn page") => "page".to_owned(),
        None if words.starts_with("text copy") || words.starts_with("vbpl.vn text") => "text".to_owned(),
        None => "list".to_owned(),
    }
}

/// Whether the number means one instrument alone. Numbers without a year begin anew each year, unless they
/// name the term of the National Assembly, and where number and kind do not agree, two instruments were
/// taken for one.
fn is_unmistakable(row: &SheetRow) -> bool {
    let second = row.number.split('/').nth(1).unwrap_or_default();
    let has_year = second.len() == 4 && second.parse::<u32>().is_ok();
    let has_term = second.rsplit_once("QH").is_some_and(|(_, term)| term.parse::<u32>().is_ok());
    let kinds = [("/NĐ-", "Nghị định"), ("/TT-", "Thông tư"), ("/QĐ-", "Quyết định")];
    (has_year || has_term) && kinds.iter().all(|(mark, kind)| !row.number.contains(mark) || row.kind == *kind)
}

/// Words with one blank between them.
fn squeeze(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(conf: &str, source: &str, note: &str) -> SheetRow {
        let day = |day: &str| day.parse().ok();
        SheetRow {
            number: "1/2020/NĐ-CP".to_owned(),
            kind: "Nghị định".to_owned(),
            organ: String::new(),
            title: String::new(),
            issued: day("2020-01-01"),
            effective: day("2020-02-01"),
            expired: day("2026-01-01"),
            replaced_by: String::new(),
            partial: String::new(),
            amended_by: String::new(),
            source: source.to_owned(),
            conf: conf.to_owned(),
            note: note.to_owned(),
        }
    }

    fn grades(row: &SheetRow) -> String {
        let own = Grade::of_letter(row.conf.chars().next().unwrap_or_default()).expect("a grade");
        Fact::ALL.into_iter().map(|fact| graded(row, fact, own).confidence.letter()).collect()
    }

    #[test]
    fn remarks_weaken_single_facts() {
        let read = "end read in the text of 2/2025/NĐ-CP";
        assert_eq!(grades(&row("A", "text copy, x", read)), "AAA");
        assert_eq!(grades(&row("B", "5 dated citations: x", read)), "BBB");
        assert_eq!(
            grades(&row("A", "text copy", &format!("the ending clause keeps exceptions; {read}"))),
            "AAB"
        );
        assert_eq!(grades(&row("A", "text copy", "later changes of that day not followed")), "ASB");
        assert_eq!(grades(&row("S", "secondary list x", read)), "SSS");
        let own = row("A", "text copy", read);
        assert_eq!(graded(&own, Fact::Expired, Grade::A).source, "ending:2/2025/NĐ-CP");
        assert_eq!(source_of("5 dated citations: x"), "citations:5");
    }
}
