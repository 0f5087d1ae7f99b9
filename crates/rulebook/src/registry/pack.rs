//! A pack: registers that travel apart from the program, so that an office that works offline gets new
//! data without a new program.
//!
//! A pack is made of sheets, checked as they are, and written as one file of ordered lines behind a head
//! that tells its day. It is read by looking at the head and the sum over all bytes alone, so that no
//! check waits for thousands of rows. A single sheet serves as a pack too.

use super::admin_unit::AdminUnits;
use super::harvest::read_harvested;
use super::sheet;
use super::table::Table;
use crate::error::RuleBookError;
use crate::files::RuleFile;
use crate::vocabulary::Date;
use std::borrow::Cow;
use std::fmt::Write;

/// What the file of a pack begins with.
const MARK: &str = "thethuc-registry/v1";
/// A remark in a sheet that tells the day of its data: `# data-until: 2027-03-31`.
const UNTIL: &str = "data-until:";

/// Registers that are added to those of a rule book, or take their place.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The day up to which the data reach; `None` where nobody says so.
    pub data_until: Option<Date>,
    /// Whether it takes the place of the registers of the rule book, instead of lying above them.
    pub replaces: bool,
    /// The instruments, by number.
    pub instruments: Table,
    /// The administrative units, if the pack has any.
    pub units: Option<AdminUnits>,
}

impl Pack {
    /// A pack of a file: one that [`Pack::text`] wrote, or a sheet.
    ///
    /// # Errors
    /// Tells with file and line what is wrong.
    pub fn of_file(file: &RuleFile) -> Result<Self, Vec<RuleBookError>> {
        if file.text.starts_with(MARK) {
            return read(file).map_err(|fault| vec![fault]);
        }
        Self::of_sheets(std::slice::from_ref(file))
    }

    /// A pack of sheets: of instruments, or of units, as their columns tell. The day is the latest that a
    /// remark in one of them gives.
    ///
    /// # Errors
    /// Tells the first fault of each sheet with its line, and a number that stands in two sheets.
    pub fn of_sheets(files: &[RuleFile]) -> Result<Self, Vec<RuleBookError>> {
        let (mut pack, mut faults) = (Self::default(), Vec::new());
        let mut lines: Vec<String> = Vec::new();
        for file in files.iter().map(RuleFile::cleaned) {
            match day_of(&file) {
                Ok(day) => pack.data_until = pack.data_until.max(day),
                Err(fault) => faults.push(fault),
            }
            match sheet_of(&file) {
                Ok(Sheet::Units(units)) => pack.units = Some(units),
                Ok(Sheet::Instruments(table)) => {
                    let known = |line: &str| number_of(line).is_some_and(|own| has(&lines, own));
                    if let Some(twice) = table.text().lines().find(|line| known(line)) {
                        faults.push(stands_twice(&file, number_of(twice).unwrap_or_default()));
                    }
                    lines.extend(table.text().lines().map(str::to_owned));
                }
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        lines.sort();
        pack.instruments = Table::of_lines(lines.join("\n"));
        Ok(pack)
    }

    /// The pack as the text of a file.
    pub fn text(&self) -> String {
        let day = self.data_until.map(|day| day.to_string()).unwrap_or_default();
        let units = self.units.as_ref().map(AdminUnits::text).unwrap_or_default();
        let tables = [self.instruments.text(), units];
        let [instruments, units_count] = tables.map(|text| text.lines().count());
        let body = tables.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        let mut head = format!("{MARK}\n");
        let mode = if self.replaces { "replace" } else { "add" };
        let _ = writeln!(
            head,
            "data-until\t{day}\nmode\t{mode}\ninstruments\t{instruments}\nunits\t{units_count}"
        );
        let sum = sum(&format!("{head}{body}"));
        let _ = writeln!(head, "sum\t{sum:016x}");
        format!("{head}{body}\n")
    }
}

/// What a sheet holds.
enum Sheet {
    /// Instruments.
    Instruments(Table),
    /// Administrative units.
    Units(AdminUnits),
}

/// A sheet, read as what its columns say.
fn sheet_of(file: &RuleFile) -> Result<Sheet, RuleBookError> {
    let columns = sheet::columns(file);
    let has = |name: &str| columns.iter().any(|own| own == name);
    if has("rank") {
        return AdminUnits::read(file).map(Sheet::Units);
    }
    if !has("number") {
        return Err(RuleBookError::new(
            &file.path,
            (1, 1),
            "không phải gói dữ liệu hoặc bảng CSV: dòng đầu phải có cột number (văn bản) hoặc rank (đơn vị hành chính)".to_owned(),
            "neither a pack nor a sheet: the first line must name a column number (instruments) or rank (units)".to_owned(),
        ));
    }
    read_harvested(file).map(Sheet::Instruments)
}

/// The day that a remark of a sheet gives.
fn day_of(file: &RuleFile) -> Result<Option<Date>, RuleBookError> {
    let remarks = file.text.lines().enumerate().take_while(|(_, line)| line.starts_with('#'));
    let said = remarks.filter_map(|(at, line)| {
        let day = line.trim_start_matches('#').trim().strip_prefix(UNTIL)?;
        Some((at + 1, day.trim().to_owned()))
    });
    let Some((line, day)) = said.last() else { return Ok(None) };
    day.parse().map(Some).map_err(|_| {
        RuleBookError::new(
            &file.path,
            (line, 1),
            format!("ngày dữ liệu “{day}” không đúng dạng NĂM-THÁNG-NGÀY"),
            format!("the day of the data, “{day}”, is not of the form YEAR-MONTH-DAY"),
        )
    })
}

/// The number of a line of a table.
fn number_of(line: &str) -> Option<&str> {
    line.split('\t').next()
}

/// Whether a number stands among the lines.
fn has(lines: &[String], number: &str) -> bool {
    lines.iter().any(|line| number_of(line) == Some(number))
}

/// The fault of a number in two sheets.
fn stands_twice(file: &RuleFile, number: &str) -> RuleBookError {
    let line = file.text.lines().position(|line| line.contains(number)).map_or(1, |at| at + 1);
    RuleBookError::new(
        &file.path,
        (line, 1),
        format!("số “{number}” đã có trong bảng khác của gói"),
        format!("the number “{number}” stands in another sheet of the pack already"),
    )
}

/// A pack that was written by [`Pack::text`].
fn read(file: &RuleFile) -> Result<Pack, RuleBookError> {
    let broken = || {
        RuleBookError::new(
            &file.path,
            (1, 1),
            "gói dữ liệu bị hỏng hoặc bị sửa tay; hãy chép lại hoặc tạo lại bằng thethuc registry build".to_owned(),
            "the pack is damaged or was edited by hand; copy it again, or make it anew with thethuc registry build".to_owned(),
        )
    };
    // A file that was carried through Windows is the same file.
    let text: Cow<'_, str> = if file.text.contains('\r') {
        Cow::Owned(file.text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(&file.text)
    };
    let mut rest = text.strip_prefix(MARK).and_then(|rest| rest.strip_prefix('\n')).ok_or_else(broken)?;
    let mut take = |name: &str| {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        line.strip_prefix(name)?.strip_prefix('\t')
    };
    let head = [take("data-until"), take("mode"), take("instruments"), take("units"), take("sum")];
    let [Some(day), Some(mode), Some(instruments), Some(units), Some(stated)] = head else {
        return Err(broken());
    };
    let body = rest.strip_suffix('\n').unwrap_or(rest);
    let whole = format!(
        "{MARK}\ndata-until\t{day}\nmode\t{mode}\ninstruments\t{instruments}\nunits\t{units}\n{body}"
    );
    let (instruments, units) = (instruments.parse::<usize>().ok(), units.parse::<usize>().ok());
    let (Some(instruments), Some(units)) = (instruments, units) else { return Err(broken()) };
    if format!("{:016x}", sum(&whole)) != stated || body.lines().count() != instruments + units {
        return Err(broken());
    }
    let end = body.split_inclusive('\n').take(instruments).map(str::len).sum();
    let (of_instruments, of_units) = body.split_at_checked(end).ok_or_else(broken)?;
    Ok(Pack {
        data_until: day.parse().ok(),
        replaces: mode == "replace",
        instruments: Table::of_lines(of_instruments.trim_end_matches('\n').to_owned()),
        units: (units > 0).then(|| AdminUnits::of_lines(of_units.to_owned())),
    })
}

/// FNV-1a over the bytes: it finds what was damaged or cut on its way, and is no protection against
/// anybody who means to forge.
fn sum(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Fact, Grade, Registry};

    const COLUMNS: &str = "number,kind,issuer,title,issued,effective,expired,replaced_by,confidence,source";
    const UNITS: &str =
        "rank,kind,name,code,parent,from,to,successors,aliases\nprovince,Tỉnh,An Giao,01,,,,,\n";

    fn file(path: &str, text: &str) -> RuleFile {
        RuleFile { path: path.to_owned(), text: text.to_owned() }
    }

    fn sheet(rows: &str) -> RuleFile {
        file("new.csv", &format!("# data-until: 2027-03-31\n{COLUMNS}\n{rows}"))
    }

    const ROW: &str = "1/2027/NĐ-CP,Nghị định,Chính phủ,về,2027-01-05,,,,A,Công báo\n";

    #[test]
    fn a_pack_is_read_as_it_was_written() {
        let made = Pack::of_sheets(&[sheet(ROW), file("units.csv", UNITS)]).expect("a pack");
        let text = made.text();
        for written in [text.clone(), text.replace('\n', "\r\n")] {
            let pack = Pack::of_file(&file("new.pack", &written)).expect("the pack");
            assert_eq!(pack.data_until, Date::new(2027, 3, 31));
            assert_eq!(pack.instruments.text(), made.instruments.text());
            assert_eq!(pack.units.map(|units| units.named("tỉnh An Giao").len()), Some(1));
        }
        for damaged in [text.replace("2027-01-05", "2027-01-06"), text[..text.len() - 9].to_owned()] {
            let faults = Pack::of_file(&file("new.pack", &damaged)).expect_err("damaged");
            assert!(faults[0].words.vi.contains("bị hỏng"), "{faults:?}");
        }
    }

    #[test]
    fn faults_of_sheets_are_told_with_their_lines() {
        let fault = |files: &[RuleFile]| {
            let faults = Pack::of_sheets(files).expect_err("a fault");
            (faults[0].file.clone(), faults[0].line)
        };
        assert_eq!(fault(&[sheet(&ROW.replace("01-05", "13-05"))]), ("new.csv".to_owned(), 3));
        assert_eq!(fault(&[sheet(&format!("{ROW}{ROW}"))]), ("new.csv".to_owned(), 4));
        assert_eq!(fault(&[sheet(ROW), file("b.csv", &sheet(ROW).text)]), ("b.csv".to_owned(), 3));
        assert_eq!(fault(&[file("x.csv", "# data-until: soon\nnumber\n")]), ("x.csv".to_owned(), 1));
        assert_eq!(fault(&[file("x.csv", "a,b\n1,2\n")]), ("x.csv".to_owned(), 1));
    }

    #[test]
    fn a_pack_lies_above_the_registers_or_takes_their_place() {
        let old = "1/2027/NĐ-CP,Nghị định,Chính phủ,về,2027-01-04,2027-02-01,,,B,\n2/2027/NĐ-CP,Nghị định,,,,,,,,\n";
        let mut registry =
            Registry { harvested: read_harvested(&sheet(old)).expect("a sheet"), ..Registry::default() };
        let pack = Pack::of_sheets(&[sheet(ROW)]).expect("a pack");
        let mut alone = registry.clone();
        registry.add(pack.clone());
        let entry = registry.instrument("1/2027/NĐ-CP").expect("the entry");
        assert_eq!((entry.issued, entry.grade(Fact::Issued)), (Date::new(2027, 1, 5), Grade::A));
        assert_eq!(entry.effective, Date::new(2027, 2, 1));
        assert_eq!((registry.all().len(), registry.data_until()), (2, Date::new(2027, 3, 31)));
        alone.add(Pack { replaces: true, ..pack });
        assert!(alone.instrument("2/2027/NĐ-CP").is_none());
    }
}
