//! `thethuc open`: what a double click, a drop and “Gửi tới” do. One report over everything that was named, a copy
//! with remarks of each draft, and the report is opened.
//!
//! Results stand beside the drafts where they can ([`place`]); no original is written to, nothing is left
//! where nothing should stand. What failed is told on standard error and by the status, so that whoever started
//! this without a terminal can tell it; what the report itself tells is not told twice.

mod known;
mod launch;
mod place;
mod report;

use super::annotate::{Copied, Manner};
use super::args::{AnnotateArgs, CheckArgs, OpenArgs};
use super::bytes::shown;
use super::config::holding::Holding;
use super::inputs::Input;
use super::output::{Failure, Output, complain};
use super::setup::Setup;
use super::system::reason;
use super::{Status, check, clock, list, words};
use place::{Because, Places};
use std::path::{Path, PathBuf};
use thethuc_core::checker::guarded;
use thethuc_core::files::copies::{AUTHOR, Kind};
use thethuc_core::files::names;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::Copies;

/// Checks everything that is named, writes report and copies, and opens the report.
///
/// # Errors
/// Nothing is named, there is no draft, the report can be written nowhere or not be opened, or the
/// configuration is wrong in a way that stops everything.
pub fn run(arguments: &OpenArgs, output: &mut Output) -> Result<Status, Failure> {
    let paths = named(arguments).map_err(Failure)?;
    let places = Places::of(clock::needed().map_err(Failure)?);
    let checking = CheckArgs { paths, config: arguments.config.clone(), ..CheckArgs::default() };
    let mut setup = Setup::of(&checking, output).map_err(Failure)?;
    if setup.found.items.is_empty() {
        return Err(Failure(nothing(setup.found.other_documents)));
    }
    let job = Job { arguments, places: &places, named: &checking.paths };
    if arguments.clean {
        return job.clean(&setup, output);
    }
    let report = job.report().map_err(Failure)?;
    let copies = job.copies(&setup, output);
    setup.told = report.because.iter().cloned().chain(copies).collect();
    setup.wanted = vec![("html".to_owned(), shown(&report.path))];
    let status = check::with(setup, &checking, output)?;
    report.keep().map_err(Failure)?;
    output.write(&sentence("Đã ghi báo cáo", "Wrote the report", &report.path, output))?;
    if !arguments.no_open {
        launch::show(&report.path).map_err(|error| Failure(unopened(&report.path, &error)))?;
    }
    Ok(status)
}

/// What is named by the arguments and by the list, from the root: whoever clicks has no working folder.
fn named(arguments: &OpenArgs) -> Result<Vec<PathBuf>, Words> {
    let mut paths = arguments.paths.clone();
    if let Some(list) = &arguments.files_from {
        paths.extend(list::read(list, false)?);
    }
    if paths.is_empty() {
        return Err(words(
            "hãy ghi tệp hoặc thư mục cần kiểm tra, ví dụ: thethuc open du-thao.docx.",
            "name the files or folders to check, such as: thethuc open draft.docx.",
        ));
    }
    for path in &mut paths {
        *path = std::path::absolute(&*path).unwrap_or_else(|_| path.clone());
    }
    Ok(paths)
}

/// What a run is about.
struct Job<'a> {
    arguments: &'a OpenArgs,
    places: &'a Places,
    named: &'a [PathBuf],
}

impl Job<'_> {
    /// Writes copies for signing and opens the folder of the last one.
    fn clean(&self, setup: &Setup, output: &mut Output) -> Result<Status, Failure> {
        let language = output.screen.language;
        let arguments = AnnotateArgs { clean: true, ..AnnotateArgs::default() };
        let manner = Manner { arguments: &arguments, language };
        let mut status = Status::Clean;
        let mut last = None;
        for (index, input) in setup.found.items.iter().enumerate() {
            let Some(holding) = setup.holdings.all().get(setup.holdings.number(index)) else { continue };
            match self.copy(&manner, holding, input) {
                Ok(None) => {}
                Ok(Some((copied, _))) => {
                    output.write(&format!("{}\n", copied.told().in_language(language)))?;
                    last = Some(copied.target.path);
                }
                Err(reason) => {
                    status = Status::Unreadable;
                    complain(&format!("{}: {}", input.shown(), reason.in_language(language)), language);
                }
            }
        }
        if let Some(path) = last.filter(|_| !self.arguments.no_open) {
            launch::reveal(&path).map_err(|error| Failure(unopened(&path, &error)))?;
        }
        Ok(status)
    }

    /// Writes the copies that the configuration wants, and gives a sentence on each that the report tells.
    fn copies(&self, setup: &Setup, output: &Output) -> Vec<Words> {
        let language = output.screen.language;
        let arguments = AnnotateArgs { author: AUTHOR.to_owned(), ..AnnotateArgs::default() };
        let manner = Manner { arguments: &arguments, language };
        let mut told = Vec::new();
        for (index, input) in setup.found.items.iter().enumerate() {
            let is_wanted = match setup.copies {
                Copies::None => false,
                Copies::Named => !input.is_walked(),
                Copies::All => true,
            };
            if !is_wanted || Kind::of(&input.reading_name()).is_none() {
                continue;
            }
            let Some(holding) = setup.holdings.all().get(setup.holdings.number(index)) else { continue };
            match self.copy(&manner, holding, input) {
                Ok(None) => {}
                Ok(Some((copied, because))) => told.push(written(&copied, because)),
                // A file that cannot be read has its own place in the report.
                Err(_) if !is_readable(holding, input) => {}
                Err(reason) => told.push(lacking(input, &reason)),
            }
        }
        told
    }

    /// Writes one copy beside its draft, or where results go otherwise.
    fn copy(
        &self,
        manner: &Manner<'_>,
        holding: &Holding,
        input: &Input,
    ) -> Result<Option<(Copied, Option<Because>)>, Words> {
        let because = match input {
            Input::Packed { .. } => Some(Because::Packed),
            Input::File { path, .. } => {
                let name = names::with_remarks(&super::copies::stem(path));
                self.places.refuses(folder(path), name.encode_utf16().count() + NUMBERED)
            }
            _ => None,
        };
        let into = || match (because, input) {
            (None, Input::File { path, .. }) => Ok(folder(path).to_owned()),
            _ => self.places.documents().map(Path::to_owned),
        };
        let copied =
            guarded(|| manner.copy(holding, input, &into)).unwrap_or_else(|fault| Err(fault.words()));
        Ok(copied?.map(|own| (own, because)))
    }
}

/// Units of UTF-16 that a number and an extension need behind a name.
const NUMBERED: usize = " (99).markdown".len();

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// Whether a draft can be read at all.
fn is_readable(holding: &Holding, input: &Input) -> bool {
    let checked = input.bytes().ok().map(|bytes| {
        let check = || holding.checker.check_for(holding.profile.clone(), &input.reading_name(), &bytes);
        guarded(check).is_ok_and(|own| own.is_ok())
    });
    checked.unwrap_or(false)
}

/// Where a copy stands.
fn written(copied: &Copied, because: Option<Because>) -> Words {
    let path = &copied.target.path;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (vi, en) = if because.is_some() {
        let folder = shown(folder(path));
        (format!("trong “{folder}”"), format!("in “{folder}”"))
    } else {
        ("cùng thư mục với dự thảo".to_owned(), "in the folder of the draft".to_owned())
    };
    let why = copied.target.because.as_ref();
    let (why_vi, why_en) =
        why.map_or_else(Default::default, |own| (format!(" {}", own.vi), format!(" {}", own.en)));
    words(
        format!("Bản có nhận xét để sửa trong Word: “{name}”, {vi}{why_vi}."),
        format!("The copy with comments, to mend in Word: “{name}”, {en}{why_en}."),
    )
}

/// Why a draft has no copy.
fn lacking(input: &Input, reason: &Words) -> Words {
    let name = input.shown();
    words(
        format!("Không ghi bản có nhận xét của “{name}”: {}", reason.vi),
        format!("No copy with comments of “{name}”: {}", reason.en),
    )
}

/// That there is nothing to check, and what stands there instead.
fn nothing(others: usize) -> Words {
    match others {
        0 => words(
            "không có dự thảo nào (.docx, .md, .txt) ở nơi đã chọn.",
            "there is no draft (.docx, .md, .txt) in what was chosen.",
        ),
        _ => words(
            format!(
                "không có dự thảo nào kiểm tra được; có {others} tệp loại khác (.doc, .pdf …). Tệp .doc: mở bằng \
                 Word, chọn Save As (Lưu thành) › .docx."
            ),
            format!(
                "there is no draft that can be checked; {others} files are of other kinds (.doc, .pdf …). Open .doc \
                 in Word and save it as .docx."
            ),
        ),
    }
}

fn sentence(vi: &str, en: &str, path: &Path, output: &Output) -> String {
    let path = shown(path);
    format!("{} “{path}”.\n", output.screen.language.pick(vi, en))
}

/// That results are there and could not be shown.
fn unopened(path: &Path, error: &std::io::Error) -> Words {
    let path = shown(path);
    words(
        format!("đã ghi kết quả nhưng không tự mở được ({}); hãy mở “{path}”.", reason(error)),
        format!("the results were written but could not be opened ({error}); open “{path}”."),
    )
}
