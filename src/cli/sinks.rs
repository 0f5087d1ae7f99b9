//! Where reports go: several forms at once, each to a file of its own or to standard output.

use super::args::CheckArgs;
use super::bytes::{STANDARD_INPUT, shown};
use super::config::chain::Chain;
use super::forms::{self, COLUMNS_OF_A_FILE};
use super::inputs::{Input, Inputs};
use super::output::{Failure, Output};
use super::paths::name;
use super::system::reason;
use super::whole_file::WholeFile;
use super::words;
use crate::terminal::{Extent, Screen};
use std::io;
use std::path::{Component, Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::report::format::Format;

/// The name of standard output.
const STANDARD_OUTPUT: &str = STANDARD_INPUT;

/// What parts a form from its file.
const BETWEEN: char = '=';

/// A file that messages name as an example.
const EXAMPLE: &str = "ket-qua.json";

/// Where one report goes.
struct Sink {
    to: To,
    /// Whether a document was written, so that the next one is set off.
    has_pieces: bool,
}

enum To {
    Output,
    File(PathBuf, WholeFile),
}

/// Where the reports of a run go. The forms stand beside them, for the workers share those.
pub struct Sinks(Vec<Sink>);

impl Sinks {
    /// Opens everything that is wanted, forms with where they go, before any work is done. None goes to one of the
    /// drafts that were found; what is told stands at the head of those that have a place for it.
    pub fn open(
        wanted: &[(String, String)],
        found: &Inputs,
        told: &[Words],
        has_summary: bool,
        screen: Screen,
    ) -> Result<(Vec<Box<dyn Format>>, Self), Words> {
        let mut wanted_forms = Vec::new();
        let mut sinks = Vec::new();
        let mut targets = Vec::new();
        for (name, target) in wanted {
            if targets.contains(&target) {
                return Err(twice(target));
            }
            targets.push(target);
            let (to, screen) = if target == STANDARD_OUTPUT {
                (To::Output, screen)
            } else {
                // A file is there to be read later, and not on a screen that overflows.
                let is_wanted = has_summary || screen.extent != Extent::Summary;
                let extent = if is_wanted { screen.extent } else { Extent::Usual };
                let screen = Screen { color: false, width: COLUMNS_OF_A_FILE, extent, ..screen };
                (file(Path::new(target), found)?, screen)
            };
            wanted_forms
                .push(forms::forms(screen, found.items.len(), told).take(name).ok_or_else(|| unknown(name))?);
            sinks.push(Sink { to, has_pieces: false });
        }
        Ok((wanted_forms, Self(sinks)))
    }

    /// Writes to each what is its own, one text a sink.
    pub fn write(&mut self, texts: &[String], output: &mut Output) -> Result<(), Failure> {
        for (index, text) in texts.iter().enumerate() {
            self.write_one(index, text, output)?;
        }
        Ok(())
    }

    /// Writes a document to each, set off from the one before.
    pub fn add(
        &mut self,
        forms: &[Box<dyn Format>],
        texts: &[String],
        output: &mut Output,
    ) -> Result<(), Failure> {
        for (index, (form, text)) in forms.iter().zip(texts).enumerate() {
            if text.is_empty() {
                continue;
            }
            let set_off = std::mem::replace(&mut self.0[index].has_pieces, true);
            let between = if set_off { form.between() } else { "" };
            self.write_one(index, &format!("{between}{text}"), output)?;
        }
        Ok(())
    }

    fn write_one(&mut self, index: usize, text: &str, output: &mut Output) -> Result<(), Failure> {
        let sink = &mut self.0[index];
        match &mut sink.to {
            _ if text.is_empty() => Ok(()),
            To::File(path, file) => {
                file.write(text.as_bytes()).map_err(|error| Failure(unwritten(path, &error)))
            }
            To::Output => output.write(text),
        }
    }

    /// Puts the files into their places.
    pub fn keep(self) -> Result<(), Words> {
        for sink in self.0 {
            if let To::File(path, file) = sink.to {
                file.keep().map_err(|error| unwritten(&path, &error))?;
            }
        }
        Ok(())
    }
}

/// The forms and where they go: what `--output` and `--format` say, else what the configuration says of
/// either, else a report for people. A form that no file takes goes to standard output.
pub fn wanted(arguments: &CheckArgs, chain: &Chain) -> Result<Vec<(String, String)>, Words> {
    let to_output = |name: &String| (name.clone(), STANDARD_OUTPUT.to_owned());
    let format = arguments.format.as_ref();
    let mut wanted: Vec<(String, String)> =
        arguments.outputs.iter().map(|value| target(value, format)).collect::<Result<_, _>>()?;
    let has_file = arguments.outputs.iter().any(|value| !value.contains(BETWEEN));
    wanted.extend(format.filter(|_| !has_file).map(to_output));
    if !wanted.is_empty() {
        return Ok(wanted);
    }
    if let Some((outputs, file)) = chain.nearest(|own| own.outputs.clone()) {
        let target = |own: &str| match own {
            STANDARD_OUTPUT => Ok(own.to_owned()),
            own if is_below(Path::new(own)) => Ok(name(&file.folder.join(own))),
            own => Err(outside(&file.folder, own)),
        };
        return outputs.iter().map(|(form, own)| Ok((form.clone(), target(own)?))).collect();
    }
    let said = chain.value(|own| own.format.clone());
    Ok(vec![to_output(&said.unwrap_or_else(|| forms::FOR_PEOPLE.to_owned()))])
}

/// Whether a path leads nowhere but below the folder that it is read from. A configuration comes with drafts of
/// other people, too: what it names must not take the place of files elsewhere.
fn is_below(path: &Path) -> bool {
    path.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir))
}

fn outside(folder: &Path, target: &str) -> Words {
    let folder = shown(folder);
    words(
        format!(
            "thethuc.yaml ở “{folder}”: outputs nêu “{target}”, ở ngoài thư mục đó; hãy ghi một tên trong thư mục, hoặc \
             dùng -o trên dòng lệnh."
        ),
        format!(
            "the thethuc.yaml in “{folder}”: outputs names “{target}”, which lies outside of that folder; name one in \
             it, or use -o at the command line."
        ),
    )
}

/// The form and the file of one `--output`. The form of a file without one is that of `--format`, or that
/// which its ending tells.
fn target(value: &str, format: Option<&String>) -> Result<(String, String), Words> {
    if let Some((form, file)) = value.split_once(BETWEEN) {
        return if file.is_empty() {
            Err(not_understood(value))
        } else {
            Ok((form.to_owned(), file.to_owned()))
        };
    }
    let by_ending = || forms::by_ending(Path::new(value)).map(str::to_owned);
    let form = format.cloned().or_else(by_ending).ok_or_else(|| not_understood(value))?;
    Ok((form, value.to_owned()))
}

fn not_understood(value: &str) -> Words {
    words(
        format!("không rõ ghi báo cáo dạng nào vào “{value}”; hãy ghi cả dạng, ví dụ json={EXAMPLE}."),
        format!("which form of report goes to “{value}” is unclear; name it too, as in json={EXAMPLE}."),
    )
}

/// A file for a report; never one of the drafts.
fn file(path: &Path, found: &Inputs) -> Result<To, Words> {
    let target = std::fs::canonicalize(path).ok();
    let is_target = |input: &Input| match input {
        Input::File { path: own, .. } if own.file_name() == path.file_name() => {
            target.is_some() && std::fs::canonicalize(own).ok() == target
        }
        _ => false,
    };
    if found.items.iter().any(is_target) {
        let path = shown(path);
        return Err(words(
            format!("“{path}” là một dự thảo cần kiểm tra; hãy ghi kết quả vào tệp khác."),
            format!("“{path}” is one of the drafts to be checked; write the result to another file."),
        ));
    }
    if target.is_some() && is_kept(path) {
        return Err(in_the_way(path));
    }
    let file = WholeFile::begin(path).map_err(|error| unwritten(path, &error))?;
    Ok(To::File(path.to_owned(), file))
}

/// Whether a file that is there surely is no earlier report, by its name: a draft, a configuration, a document of
/// another kind. Reports for people are written as .txt too, so of those only drafts of the run are kept.
fn is_kept(path: &Path) -> bool {
    const KEPT: [&str; 15] = [
        "docx", "docm", "dotx", "dotm", "doc", "rtf", "odt", "pdf", "xlsx", "xls", "zip", "md", "markdown",
        "yaml", "yml",
    ];
    let end = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    KEPT.contains(&end.as_str())
}

/// That a file is there which no report takes the place of.
fn in_the_way(path: &Path) -> Words {
    let path = shown(path);
    words(
        format!(
            "“{path}” đã có và không phải là một báo cáo; hãy ghi vào tên khác, hoặc tự xóa tệp đó trước."
        ),
        format!(
            "“{path}” is there already and is no report; write to another name, or remove that file first."
        ),
    )
}

fn unwritten(path: &Path, error: &io::Error) -> Words {
    let path = shown(path);
    match error.kind() {
        io::ErrorKind::InvalidInput => words(
            format!("“{path}” không phải là tệp thường; dấu - là đầu ra chuẩn."),
            format!("“{path}” is no regular file; - is standard output."),
        ),
        _ => words(
            format!("không ghi được tệp “{path}” ({}).", reason(error)),
            format!("the file “{path}” could not be written ({error})."),
        ),
    }
}

fn twice(target: &str) -> Words {
    words(
        format!("hai báo cáo cùng ghi vào “{target}”; mỗi báo cáo cần một nơi riêng."),
        format!("two reports go to “{target}”; each needs a place of its own."),
    )
}

fn unknown(name: &str) -> Words {
    let names = forms::names().join(", ");
    words(
        format!("không có dạng báo cáo “{name}”; hiện có: {names}."),
        format!("there is no form of report “{name}”; there are: {names}."),
    )
}
