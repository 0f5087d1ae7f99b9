//! `thethuc pack`: own rules, newer data and organs as one file, alone or in a page for browsers.
//!
//! The page is not part of the program: it is larger than all the rest of it, and an office that needs none should not
//! carry it. It is a file that the program is handed out with, and any page of ours will do.

use super::args::PackArgs;
use super::bytes::{lost, read_file, shown};
use super::output::{Failure, Output};
use super::whole_file::save;
use super::{Status, clock, folder, pack, words};
use std::path::{Path, PathBuf};
use thethuc_core::files::office::{self, OfficePack, Parts};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::Config;
use thethuc_core::rulebook::{Origin, RuleBook, RuleFile};
use thethuc_core::text::Date;
use thethuc_core::trial::test_some;

/// The name of the page, as it is handed out.
const PAGE: &str = "kiem-tra-the-thuc.html";

/// Makes a pack and tells what it holds.
///
/// # Errors
/// What goes into it cannot be read or has faults, an example of a rule does not hold, the page is not there, or the
/// file cannot be written.
pub fn run(arguments: &PackArgs, output: &mut Output) -> Result<Status, Failure> {
    let is_page = kind(&arguments.output).map_err(Failure)?;
    let day = arguments.date.or_else(clock::today).ok_or_else(|| Failure(clock::wrong("--date")))?;
    let parts = parts(arguments).map_err(Failure)?;
    let issuer = issuer(arguments, &parts).map_err(Failure)?;
    let stem = arguments.output.file_stem().map(|own| own.to_string_lossy().into_owned());
    let name = arguments.name.clone().or(stem).unwrap_or_default();
    let bytes = office::written(&name, &issuer, day, &parts).map_err(Failure)?;
    let (made, rules) = tried(arguments, &bytes, day).map_err(Failure)?;
    let file = if is_page { in_page(arguments, &bytes).map_err(Failure)? } else { bytes };
    save(&arguments.output, &file, arguments.force).map_err(Failure)?;
    let path = shown(&arguments.output);
    let told = words(
        format!("Đã ghi “{path}”: {rules} quy tắc riêng; mã SHA-256 của gói: {}\n", made.mark.digest),
        format!("Wrote “{path}”: {rules} own rules; SHA-256 of the pack: {}\n", made.mark.digest),
    );
    output.write(told.in_language(output.screen.language))?;
    Ok(Status::Clean)
}

/// Whether the output is a page, by its name.
fn kind(path: &Path) -> Result<bool, Words> {
    match path.extension().map(|end| end.to_string_lossy().to_lowercase()).as_deref() {
        Some("zip") => Ok(false),
        Some("html" | "htm") => Ok(true),
        _ => Err(words(
            format!("tệp “{}” phải có đuôi .zip (gói) hoặc .html (trang có sẵn gói).", shown(path)),
            format!(
                "the file “{}” must end in .zip (a pack) or .html (a page with the pack inside).",
                shown(path)
            ),
        )),
    }
}

/// What goes in.
fn parts(arguments: &PackArgs) -> Result<Parts, Words> {
    let mut parts = Parts::default();
    if let Some(directory) = &arguments.rules {
        if !directory.is_dir() {
            let path = shown(directory);
            return Err(words(
                format!("không có thư mục quy tắc “{path}”."),
                format!("there is no folder of rules “{path}”."),
            ));
        }
        let found = folder::read(directory);
        if !found.lost.is_empty() {
            return Err(faulty(directory, &office::told(&found.lost)));
        }
        parts.rules = found.files;
    }
    if let Some(path) = &arguments.registry {
        // Read as what it is, so that faults are told with its own name.
        pack::read(Some(path))?;
        parts.registry = Some(RuleFile { path: shown(path), text: text(path)? });
    }
    parts.profile = arguments.profile.as_deref().map(text).transpose()?;
    Ok(parts)
}

/// Who gives the pack out; nobody is guessed.
fn issuer(arguments: &PackArgs, parts: &Parts) -> Result<String, Words> {
    let of_profile = || {
        let config = Config::read(parts.profile.as_deref()?).ok()?;
        config.profile()?.all().next().map(|organ| organ.name.clone())
    };
    arguments.issuer.clone().or_else(of_profile).ok_or_else(|| {
        words(
            "chưa biết đơn vị nào phát hành gói; hãy ghi --issuer, ví dụ: --issuer \"Sở Nội vụ tỉnh …\".",
            "who gives the pack out is not known; give --issuer, such as: --issuer \"Department of Home Affairs\".",
        )
    })
}

/// The pack as whoever gets it reads it, and its number of own rules; their examples hold.
fn tried(arguments: &PackArgs, bytes: &[u8], day: Date) -> Result<(OfficePack, usize), Words> {
    let named = shown(&arguments.output);
    let made = OfficePack::read(&named, bytes)?;
    let directory = arguments.rules.as_deref().unwrap_or(&arguments.output);
    let book =
        made.added(&thethuc_law::book()).map_err(|faults| faulty(directory, &office::told(&faults)))?;
    let is_own = |id: &str| book.origins().of_rule(id) != Origin::BuiltIn;
    let failed = test_some(&book, day, &is_own).iter().filter(|own| own.fault.is_some()).count();
    if failed > 0 {
        let path = shown(directory);
        return Err(words(
            format!(
                "{failed} ví dụ của quy tắc riêng không như mong đợi nên chưa ghi gói; xem bằng: thethuc rules test --rules \"{path}\"."
            ),
            format!(
                "{failed} examples of own rules do not hold, so no pack was written; see: thethuc rules test --rules \"{path}\"."
            ),
        ));
    }
    let rules = own_rules(&book, &is_own);
    Ok((made, rules))
}

fn own_rules(book: &RuleBook, is_own: &impl Fn(&str) -> bool) -> usize {
    book.rule_ids().filter(|id| is_own(id)).count()
}

fn faulty(directory: &Path, told: &Words) -> Words {
    let path = shown(directory);
    words(
        format!("quy tắc trong “{path}” có lỗi nên chưa ghi gói:{}", told.vi),
        format!("the rules of “{path}” have faults, so no pack was written:{}", told.en),
    )
}

/// The page with the pack inside.
fn in_page(arguments: &PackArgs, bytes: &[u8]) -> Result<Vec<u8>, Words> {
    let path = arguments.page.clone().or_else(beside).ok_or_else(|| {
        words(
            format!("không thấy trang “{PAGE}” bên cạnh chương trình hoặc trong thư mục này; hãy nêu bằng --page TỆP."),
            format!("there is no page “{PAGE}” beside the program or in this folder; name it with --page FILE."),
        )
    })?;
    office::in_page(&text(&path)?, bytes).map(String::into_bytes)
}

/// The page beside the program, or in the working folder.
fn beside() -> Option<PathBuf> {
    let program = std::env::current_exe().ok().and_then(|own| own.parent().map(|folder| folder.join(PAGE)));
    program.into_iter().chain([PathBuf::from(PAGE)]).find(|path| path.is_file())
}

/// The text of a file.
fn text(path: &Path) -> Result<String, Words> {
    let bytes = read_file(path).map_err(|error| lost(path, &error))?;
    String::from_utf8(bytes).map_err(|_| {
        let path = shown(path);
        words(
            format!("“{path}” không phải là văn bản UTF-8; hãy lưu lại với bảng mã UTF-8."),
            format!("“{path}” is not UTF-8 text; save it with the UTF-8 encoding."),
        )
    })
}
