//! `thethuc annotate`: a copy of each draft with what was found as comments on the words, and the way back
//! to a copy for signing.
//!
//! The draft itself is never written to. A copy that is annotated again is renewed in its place; what
//! people said in it stays.

use super::args::AnnotateArgs;
use super::bytes::read_file;
use super::config::chain::Configurations;
use super::config::holding::{Holding, Holdings, Wishes};
use super::copies::{self, Target};
use super::inputs::{self, Input};
use super::known::Known;
use super::output::{Failure, Output, complain};
use super::paths::{common_folder, document_path};
use super::{Status, setup, words};
use std::path::{Path, PathBuf};
use thethuc_core::checker::guarded;
use thethuc_core::files::copies::{Kind, Made, Maker, author};
use thethuc_core::finding::Words;
use thethuc_core::patch::Extent;
use thethuc_core::rulebook::vocabulary::Language;

/// Annotates, or cleans, everything that the arguments name.
///
/// # Errors
/// The rules of a folder have faults, the clock is wrong, `-o` is given for several files, or the output
/// is closed. A file that cannot be annotated is no error: it is told, and the status shows it.
pub fn run(arguments: &AnnotateArgs, output: &mut Output) -> Result<Status, Failure> {
    let wishes = Wishes {
        stage: arguments.stage.map(Into::into),
        as_of: arguments.as_of,
        class: arguments.class.map(Into::into),
        rules: arguments.rules.clone(),
        pack: arguments.config.pack.clone(),
        trust: arguments.config.trust.map(Into::into),
        ..Wishes::default()
    };
    let config = &arguments.config;
    let mut configurations = Configurations::new(config.config.as_deref(), config.no_config, wishes.trust);
    let chain = configurations.in_folder(&common_folder(&arguments.paths));
    setup::speak(&chain, output);
    let mut found = inputs::find(&arguments.paths, None, None).map_err(Failure)?;
    if arguments.clean {
        copies::to_clean(&mut found);
    }
    if arguments.output.is_some() && found.items.len() != 1 {
        return Err(Failure(words(
            "-o chỉ dùng cho một tệp; nhiều tệp thì dùng --out-dir.",
            "-o is for one file; use --out-dir for several.",
        )));
    }
    let decisions = setup::decisions(&[], &chain).map_err(Failure)?;
    let holdings = Holdings::of(&found, &mut configurations, &wishes, &Known::default(), &decisions);
    let holdings = holdings.map_err(Failure)?;
    for fault in &holdings.faults {
        complain(fault.in_language(output.screen.language), output.screen.language);
    }
    let language = output.screen.language;
    if found.items.is_empty() {
        complain(nothing(arguments.clean).in_language(language), language);
    }
    let manner = Manner { arguments, language };
    let mut status = if found.items.is_empty() { Status::Unreadable } else { Status::Clean };
    for (index, input) in found.items.iter().enumerate() {
        let Some(holding) = holdings.all().get(holdings.number(index)) else { continue };
        let one = || match input {
            Input::File { path, .. } => manner.copy(holding, input, &|| manner.folder(path)),
            Input::Packed { .. } => Err(words(
                "dự thảo trong tệp .zip không có chỗ để ghi bản có nhận xét; hãy giải nén rồi làm với thư mục.",
                "there is no place for a copy of a draft in a .zip; unpack it and name the folder.",
            )),
            _ => Err(words("chỉ ghi nhận xét vào tệp có tên.", "only named files can be annotated.")),
        };
        match guarded(one).unwrap_or_else(|fault| Err(fault.words())) {
            Ok(None) => {}
            Ok(Some(copy)) => output.write(&format!("{}\n", copy.told().in_language(language)))?,
            Err(reason) => {
                status = Status::Unreadable;
                complain(&format!("{}: {}", input.shown(), reason.in_language(language)), language);
            }
        }
    }
    Ok(status)
}

/// That the folders hold nothing of what is wanted.
fn nothing(cleans: bool) -> Words {
    if cleans {
        words(
            "không tìm thấy bản có nhận xét nào (… - nhận xét thể thức.docx); hãy kiểm tra lại đường dẫn.",
            "no copy with comments (… - nhận xét thể thức.docx) was found; check the path.",
        )
    } else {
        words(
            "không tìm thấy dự thảo nào (.docx, .md) để ghi nhận xét; hãy kiểm tra lại đường dẫn.",
            "no drafts (.docx, .md) were found to be annotated; check the path.",
        )
    }
}

/// How copies are made.
pub struct Manner<'a> {
    /// What is wanted of them.
    pub arguments: &'a AnnotateArgs,
    /// The language of remarks.
    pub language: Language,
}

/// A copy that was written.
pub struct Copied {
    /// Where it stands, and why not under the usual name.
    pub target: Target,
    /// What there is to tell of its contents.
    pub holds: Words,
}

impl Copied {
    /// The sentence on it.
    pub fn told(&self) -> Words {
        let shown = super::bytes::shown(&self.target.path);
        let because = self.target.because.as_ref();
        let (why_vi, why_en) =
            because.map_or_else(Default::default, |own| (format!(" {}", own.vi), format!(" {}", own.en)));
        words(
            format!("Đã ghi “{shown}”: {}{why_vi}", self.holds.vi),
            format!("Wrote “{shown}”: {}{why_en}", self.holds.en),
        )
    }
}

impl Manner<'_> {
    /// Writes the copy of one draft into a folder; nothing for a file of a folder that is no draft.
    ///
    /// # Errors
    /// One sentence why there is none.
    pub fn copy(
        &self,
        holding: &Holding,
        input: &Input,
        folder: &dyn Fn() -> Result<PathBuf, Words>,
    ) -> Result<Option<Copied>, Words> {
        let bytes = input.bytes()?;
        let name = input.reading_name();
        let maker = self.maker(holding);
        let made = if self.arguments.clean {
            maker.for_signing(&name, &bytes)?
        } else {
            // What the configuration keeps decides what is still open, as what people answered does.
            let path = document_path(input).unwrap_or_else(|| input.shown());
            maker.with_remarks(holding.profile.clone(), &holding.triage, (&name, &path), &bytes)?
        };
        if input.is_walked() && made.checked.as_ref().is_some_and(|checked| !checked.is_draft()) {
            return Ok(None);
        }
        let folder = folder()?;
        let path = match input {
            Input::File { path, .. } => path.as_path(),
            _ => Path::new(name.as_ref()),
        };
        let target = copies::write(&made.bytes, &|| self.target(&folder, path, &made))?;
        Ok(Some(Copied { target, holds: made.told }))
    }

    /// What makes the copies of the drafts of a folder.
    fn maker<'h>(&self, holding: &'h Holding) -> Maker<'h> {
        let moment = self.arguments.date.map(|day| format!("{day}T00:00:00Z"));
        Maker {
            checker: &holding.checker,
            language: self.language,
            with_notes: self.arguments.notes,
            author: author(&self.arguments.author, moment),
            anyway: self.arguments.anyway,
        }
    }

    /// The folder of a copy, which is there afterwards.
    fn folder(&self, path: &Path) -> Result<PathBuf, Words> {
        let Some(out) = &self.arguments.out_dir else {
            return Ok(path.parent().map(Path::to_owned).unwrap_or_default());
        };
        let folder = out.join(self.below_argument(path));
        std::fs::create_dir_all(&folder).map_err(|error| copies::not_written(&folder, &error))?;
        Ok(folder)
    }

    /// Where the copy goes.
    fn target(&self, folder: &Path, path: &Path, made: &Made) -> Result<Target, Words> {
        if let Some(output) = &self.arguments.output {
            if copies::is_same(output, path) {
                return Err(words(
                    "-o không được là chính tệp dự thảo; tệp gốc luôn được giữ nguyên.",
                    "-o must not be the draft itself; the original is always kept.",
                ));
            }
            let is_earlier = |bytes: Vec<u8>| bytes == made.bytes || self.is_ours(path, &bytes, made);
            // What was named is written, but never in the place of what somebody wrote.
            if output.exists() && !read_file(output).is_ok_and(is_earlier) {
                return Err(copies::in_the_way(output));
            }
            return Ok(Target { path: output.clone(), because: None, replaces: true });
        }
        if self.arguments.clean {
            return Ok(copies::for_signing(folder, path));
        }
        Ok(copies::with_remarks(folder, path, &|bytes| self.is_ours(path, bytes, made)))
    }

    /// Whether a file is an earlier copy of that draft in which nobody wrote anything.
    fn is_ours(&self, path: &Path, bytes: &[u8], made: &Made) -> bool {
        let text = made.checked.as_ref().map_or("", |checked| checked.draft.text.as_str());
        !self.arguments.clean && is_untouched_copy(path, bytes, text)
    }

    /// The folder of a draft below the argument that led to it, so that the structure is kept.
    fn below_argument(&self, path: &Path) -> PathBuf {
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut roots = self.arguments.paths.iter().filter(|root| root.is_dir());
        let inside = roots.find_map(|root| folder.strip_prefix(root).ok());
        inside.map(Path::to_owned).unwrap_or_default()
    }
}

/// Whether a file is a copy of ours in which nobody wrote anything: the same text, and no remark that a
/// person touched.
fn is_untouched_copy(path: &Path, bytes: &[u8], text: &str) -> bool {
    let name = path.to_string_lossy();
    let Some(kind) = Kind::of(&name) else { return false };
    let Ok(cleared) = kind.clear(bytes, Extent::Untouched) else { return false };
    let same_text = || thethuc_core::read::read(&name, &cleared.bytes).is_ok_and(|draft| draft.text == text);
    cleared.removed > 0 && cleared.standing.iter().all(|own| own.mark.is_none()) && same_text()
}
