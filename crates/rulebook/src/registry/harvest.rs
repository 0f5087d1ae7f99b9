//! `rules/registry/harvested.csv`, and sheets of the same columns that offices bring: instruments, one a
//! row, each fact with how sure it is and whence it comes.

use super::instrument::{Confidence, Fact, Grade, KnownFact, Registered};
use super::sheet;
use super::table::{Row, Table};
use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::vocabulary::{Date, Words};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashSet;

/// A line of a sheet of instruments; see [`Registered`] for its fields. Older sheets end with `replaced_by`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    #[serde(default)]
    pub partly_ended_by: String,
    #[serde(default)]
    pub amended_by: String,
    #[serde(default)]
    pub confidence: String,
    #[serde(default)]
    pub source: String,
}

/// What parts the sources of the facts from each other.
const OR: char = '|';
/// In the place of the letter of a fact that the row does not have.
const NONE: char = '-';

/// The instruments of a sheet, by number.
///
/// # Errors
/// A row does not fit its columns, or a number stands twice.
pub fn read_harvested(file: &RuleFile) -> Result<Table, RuleBookError> {
    let lines: Vec<InstrumentLine> = sheet::read(file)?;
    let mut seen = HashSet::new();
    for (row, line) in lines.iter().enumerate() {
        let number = line.number.as_str();
        if !seen.insert(number) {
            let vi = format!("số “{number}” đã có ở trên");
            return Err(sheet::row_fault(
                file,
                row,
                vi,
                format!("the number “{number}” stands above already"),
            ));
        }
        if let Some(Words { vi, en }) = line.fault() {
            return Err(sheet::row_fault(file, row, vi, en));
        }
    }
    Ok(Table::of_rows(lines.iter().map(|line| (line.number.clone(), line.fields()))))
}

/// The entry of a number.
pub fn harvested(table: &Table, number: &str) -> Option<Registered> {
    table.find(number).next().map(Registered::of)
}

/// All entries.
pub fn all_harvested(table: &Table) -> impl Iterator<Item = Registered> + '_ {
    table.rows().map(Registered::of)
}

/// Titles and numbers of the laws, which are cited by their names.
pub fn harvested_laws(table: &Table) -> impl Iterator<Item = (String, String)> + '_ {
    let laws = all_harvested(table).filter(|entry| is_law(&entry.kind));
    laws.map(|entry| (entry.title, entry.number))
}

/// Whether instruments of the kind are cited by their names.
fn is_law(kind: &str) -> bool {
    matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh")
}

impl InstrumentLine {
    /// The fields in the order in which [`Registered::of`] takes them.
    fn fields(&self) -> Vec<Cow<'_, str>> {
        let day = |day: Option<Date>| Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default());
        vec![
            Cow::Borrowed(&self.kind),
            Cow::Borrowed(&self.issuer),
            Cow::Borrowed(&self.title),
            day(self.issued),
            day(self.effective),
            day(self.expired),
            Cow::Borrowed(&self.replaced_by),
            Cow::Borrowed(&self.partly_ended_by),
            Cow::Borrowed(&self.amended_by),
            Cow::Borrowed(&self.confidence),
            Cow::Borrowed(&self.source),
        ]
    }

    /// What is wrong with the row beyond its columns.
    fn fault(&self) -> Option<Words> {
        let told = |vi: &str, en: &str| Some(Words { vi: vi.to_owned(), en: en.to_owned() });
        if self.number.trim().is_empty() || self.kind.trim().is_empty() {
            return told("thiếu số, ký hiệu hoặc tên loại", "number or kind is missing");
        }
        let letters: Vec<char> = self.confidence.trim().chars().collect();
        let known = |letter: &char| *letter == NONE || Grade::of_letter(*letter).is_some();
        if !matches!(letters.len(), 0 | 1 | 3) || !letters.iter().all(known) {
            return told(
                "confidence là một chữ A, B, S, C, hoặc ba chữ cho ngày ban hành, có hiệu lực, hết hiệu lực (“-” nếu không có)",
                "confidence is one letter A, B, S or C, or three for the days of issue, effect and end (“-” for none)",
            );
        }
        if !matches!(self.source.split(OR).count(), 1 | 3) {
            return told(
                "source là một nguồn, hoặc ba nguồn cách nhau bằng “|”",
                "source is one source, or three with “|” between them",
            );
        }
        if matches!((self.issued, self.expired), (Some(issued), Some(expired)) if expired < issued) {
            return told("ngày hết hiệu lực trước ngày ban hành", "it ends before the day of its issue");
        }
        None
    }

    /// The line of an entry.
    pub fn of(entry: &Registered) -> Self {
        let grades = Fact::ALL.map(|fact| entry.day(fact).map(|_| entry.grade(fact)));
        let mut letters: Vec<Grade> = grades.into_iter().flatten().collect();
        letters.dedup();
        let confidence = match letters.as_slice() {
            [] => String::new(),
            [one] => one.letter().to_string(),
            _ => grades.iter().map(|grade| grade.map_or(NONE, Grade::letter)).collect(),
        };
        let of_day = |fact| entry.day(fact).and_then(|_| entry.source(fact)).unwrap_or_default();
        let of_facts = Fact::ALL.map(of_day);
        let mut told: Vec<&str> = of_facts.into_iter().filter(|own| !own.is_empty()).collect();
        told.dedup();
        let source = match told.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            _ => of_facts.join("|"),
        };
        Self {
            number: entry.number.clone(),
            kind: entry.kind.clone(),
            issuer: entry.issuer.clone(),
            title: entry.title.clone(),
            issued: entry.issued,
            effective: entry.effective,
            expired: entry.expired,
            replaced_by: entry.replaced_by.join(" "),
            partly_ended_by: entry.partly_ended_by.join(" "),
            amended_by: entry.amended_by.join(" "),
            confidence,
            source,
        }
    }
}

impl Registered {
    /// An entry of a sheet. A day that cannot be read is one that is not known.
    fn of(row: Row<'_>) -> Self {
        let [
            kind,
            organ,
            title,
            issued,
            effective,
            expired,
            replaced_by,
            partly,
            amended_by,
            grades,
            sources,
        ] = row.fields();
        let numbers = |list: &str| list.split(' ').filter(|one| !one.is_empty()).map(str::to_owned).collect();
        let days: [Option<Date>; 3] = [issued, effective, expired].map(|day| day.parse().ok());
        let facts: Vec<KnownFact> = Fact::ALL
            .into_iter()
            .enumerate()
            .filter(|(at, _)| days[*at].is_some())
            .map(|(at, fact)| KnownFact { fact, confidence: grade(grades, at), source: source(sources, at) })
            .collect();
        let checked = facts.iter().filter(|known| known.confidence == Grade::A).map(|known| known.fact);
        Self {
            number: row.key.to_owned(),
            kind: kind.to_owned(),
            issuer: organ.to_owned(),
            title: title.to_owned(),
            issued: days[0],
            effective: days[1],
            expired: days[2],
            replaced_by: numbers(replaced_by),
            partly_ended_by: numbers(partly),
            amended_by: numbers(amended_by),
            confidence: Confidence::Harvested,
            checked: checked.collect(),
            facts,
        }
    }
}

/// The grade of the fact at a place. What a sheet does not say is a warning at most, as it was before
/// sheets could say it.
fn grade(letters: &str, at: usize) -> Grade {
    let only = letters.chars().next().filter(|_| letters.chars().count() == 1);
    only.or_else(|| letters.chars().nth(at)).and_then(Grade::of_letter).unwrap_or(Grade::B)
}

/// The source of the fact at a place.
fn source(list: &str, at: usize) -> String {
    let own = if list.contains(OR) { list.split(OR).nth(at) } else { Some(list) };
    own.unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> RuleFile {
        let columns = "number,kind,issuer,title,issued,effective,expired,replaced_by,partly_ended_by,amended_by,confidence,source";
        RuleFile { path: "registry/harvested.csv".to_owned(), text: format!("{columns}\n{rows}\n") }
    }

    #[test]
    fn each_fact_has_its_own_confidence_and_source() {
        let row = "1/2020/NĐ-CP,Nghị định,Chính phủ,về,2020-01-01,,2026-01-01,2/2025/NĐ-CP,,,B-A,citations:5||ending:2/2025/NĐ-CP";
        let table = read_harvested(&sheet(row)).expect("a sheet");
        let entry = harvested(&table, "1/2020/NĐ-CP").expect("the entry");
        assert_eq!((entry.grade(Fact::Issued), entry.source(Fact::Issued)), (Grade::B, Some("citations:5")));
        assert_eq!(entry.grade(Fact::Expired), Grade::A);
        assert_eq!((entry.checked.as_slice(), entry.effective), (&[Fact::Expired][..], None));
        let line = InstrumentLine::of(&entry);
        assert_eq!(
            (line.confidence.as_str(), line.source.as_str()),
            ("B-A", "citations:5||ending:2/2025/NĐ-CP")
        );
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_line() {
        let right = "1/2020/NĐ-CP,Nghị định,,,2020-01-01,,,,,,A,text";
        let line = |row: &str| read_harvested(&sheet(&format!("{right}\n{row}"))).expect_err("a fault").line;
        for wrong in [
            right,
            "2/2020/NĐ-CP,Nghị định,,,2020-01-01,,,,,,D,",
            "2/2020/NĐ-CP,Nghị định,,,2020-01-01,,,,,,AB,",
            "2/2020/NĐ-CP,Nghị định,,,2020-01-01,,,,,,A,a|b",
            "2/2020/NĐ-CP,Nghị định,,,2020-01-01,,2019-01-01,,,,A,",
            ",Nghị định,,,2020-01-01,,,,,,A,",
        ] {
            assert_eq!(line(wrong), 3, "{wrong}");
        }
    }

    #[test]
    fn a_sheet_without_the_later_columns_gives_warnings_at_most() {
        let text = "number,kind,issuer,title,issued,effective,expired,replaced_by\n\
                    1/2020/NĐ-CP,Nghị định,,,2020-01-01,,,\n";
        let file = RuleFile { path: "registry/harvested.csv".to_owned(), text: text.to_owned() };
        let table = read_harvested(&file).expect("a sheet");
        assert_eq!(harvested(&table, "1/2020/NĐ-CP").map(|own| own.grade(Fact::Issued)), Some(Grade::B));
    }
}
