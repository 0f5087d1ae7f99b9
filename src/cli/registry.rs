//! `thethuc registry`: what is known of instruments and administrative units.

use super::args::{RegistryBuildArgs, RegistryCommand, RegistryShowArgs, RegistryStatsArgs, ReportFormat};
use super::bytes::shown as shown_path;
use super::output::{Failure, Output, written};

use super::whole_file::save;
use super::{Status, book, pack, words};
use crate::terminal::guide as shown;
use std::path::Path;
use thethuc_core::guide::registry::{look_up, unknown};
use thethuc_core::guide::stock::stock;
use thethuc_core::report::guide::json;
use thethuc_core::rulebook::RuleBook;

/// Does what is asked of the registry.
///
/// # Errors
/// The rules of a folder have faults, or the output is closed.
pub fn run(command: &RegistryCommand, output: &mut Output) -> Result<Status, Failure> {
    match command {
        RegistryCommand::Show(arguments) => show(arguments, output),
        RegistryCommand::Stats(arguments) => stats(arguments, output),
        RegistryCommand::Build(arguments) => build(arguments, output),
    }
}

/// The book with the data that the arguments name.
fn load(rules: Option<&Path>, registry: Option<&Path>) -> Result<RuleBook, Failure> {
    let book = book::load(rules).map_err(Failure)?;
    pack::added(book, registry).map_err(Failure)
}

/// Tells how much is known, and up to which day.
fn stats(arguments: &RegistryStatsArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = load(arguments.rules.as_deref(), arguments.registry.as_deref())?;
    let stock = stock(book.registry());
    match arguments.format {
        ReportFormat::Json => output.write(&written(json::stock(&stock))?)?,
        ReportFormat::Terminal => output.write(&shown::stock(&stock, output.screen))?,
    }
    Ok(Status::Clean)
}

/// Makes a pack of sheets and tells what it holds.
fn build(arguments: &RegistryBuildArgs, output: &mut Output) -> Result<Status, Failure> {
    let mut made = pack::of_sheets(&arguments.sheets).map_err(Failure)?;
    made.data_until = arguments.until.or(made.data_until);
    made.replaces = arguments.replace;
    let Some(day) = made.data_until else {
        return Err(Failure(words(
            "chưa biết dữ liệu đến ngày nào; hãy ghi --until (ví dụ 31/3/2027), hoặc dòng “# data-until: NĂM-THÁNG-NGÀY” ở đầu bảng.",
            "up to which day the data reach is not known; give --until (such as 2027-03-31), or a first line “# data-until: YEAR-MONTH-DAY” in a sheet.",
        )));
    };
    save(&arguments.output, made.text().as_bytes(), arguments.force).map_err(Failure)?;
    let (path, instruments) = (shown_path(&arguments.output), made.instruments.text().lines().count());
    let units = made.units.as_ref().map_or(0, |units| units.all().len());
    let told = words(
        format!("Đã ghi “{path}”: {instruments} văn bản, {units} đơn vị hành chính, dữ liệu đến {day}.\n"),
        format!("Wrote “{path}”: {instruments} instruments, {units} units, data up to {day}.\n"),
    );
    output.write(told.in_language(output.screen.language))?;
    Ok(Status::Clean)
}

/// Shows the instruments and units of a name. That none is known is an answer, with the status of
/// findings, so that a script can ask.
fn show(arguments: &RegistryShowArgs, output: &mut Output) -> Result<Status, Failure> {
    let book = load(arguments.rules.as_deref(), arguments.registry.as_deref())?;
    let known = look_up(book.registry(), &arguments.name);
    match arguments.format {
        ReportFormat::Json => output.write(&written(json::known(&known))?)?,
        ReportFormat::Terminal if known.is_empty() => {
            let said = unknown(&arguments.name);
            output.write(&format!("{}\n", said.in_language(output.screen.language)))?;
        }
        ReportFormat::Terminal => output.write(&shown::known(&known, output.screen))?,
    }
    Ok(if known.is_empty() { Status::Findings } else { Status::Clean })
}
