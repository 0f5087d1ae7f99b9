//! `thethuc annotate`: a copy of each draft with what was found as comments on the words, and the way back
//! to a copy for signing.
//!
//! The draft itself is never written to. A copy that is annotated again is renewed in its place; what
//! people said in it stays.

use super::args::AnnotateArgs;
use super::config::holding::{Holding, Holdings, Wishes};
use super::config::{Configurations, common_folder, document_path};
use super::copies::{self, Target};
use super::inputs::{self, Input};
use super::known::Known;
use super::output::{Failure, Output, complain};
use super::whole_file::WholeFile;
use super::{Status, setup, words};
use std::path::{Path, PathBuf};
use thethuc_core::checker::{Checked, guarded};
use thethuc_core::finding::{Severity, Words};
use thethuc_core::patch::word::preflight::{Obstacle, obstacles};
use thethuc_core::patch::{Author, Cleared, Extent, markdown, word};
use thethuc_core::remarks::{Manner, remarks};
use thethuc_core::triage::{Identity, triage};

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
        trust: arguments.config.trust.map(Into::into),
        ..Wishes::default()
    };
    let config = &arguments.config;
    let mut configurations = Configurations::new(config.config.as_deref(), config.no_config, wishes.trust);
    let chain = configurations.in_folder(&common_folder(&arguments.paths));
    setup::speak(&chain, output);
    let mut found = inputs::find(&arguments.paths, None, None).map_err(Failure)?;
    copies::pass_over(&mut found.items, arguments.clean);
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
    let job = Job { arguments, language: output.screen.language };
    let mut status = if found.items.is_empty() { Status::Unreadable } else { Status::Clean };
    for (index, input) in found.items.iter().enumerate() {
        let Some(holding) = holdings.all().get(holdings.number(index)) else { continue };
        let told = guarded(|| job.one(holding, input)).unwrap_or_else(|fault| Err(fault.words()));
        match told {
            Ok(None) => {}
            Ok(Some(told)) => output.write(&format!("{}\n", told.in_language(output.screen.language)))?,
            Err(reason) => {
                status = Status::Unreadable;
                let line = format!("{}: {}", input.shown(), reason.in_language(output.screen.language));
                complain(&line, output.screen.language);
            }
        }
    }
    Ok(status)
}

/// What all files share.
struct Job<'a> {
    arguments: &'a AnnotateArgs,
    language: thethuc_core::rulebook::vocabulary::Language,
}

/// A draft with remarks, or without: the bytes, and what there is to tell.
struct Made {
    bytes: Vec<u8>,
    told: Words,
    /// The normalized text, by which a copy is known to be one of this draft.
    text: String,
}

impl Job<'_> {
    /// Annotates one file and tells what was written where; nothing for a file of a folder that is no draft.
    fn one(&self, holding: &Holding, input: &Input) -> Result<Option<Words>, Words> {
        let Input::File { path, .. } = input else {
            return Err(words("chỉ ghi nhận xét vào tệp có tên.", "only named files can be annotated."));
        };
        let bytes = input.bytes()?;
        let kind = Kind::of(path).ok_or_else(no_place_for_remarks)?;
        if kind == Kind::Word {
            self.preflight(&bytes)?;
        }
        let made = if self.arguments.clean {
            let cleared = kind.clear(&bytes, Extent::All)?;
            let told = cleaned(&cleared);
            Made { bytes: cleared.bytes, told, text: String::new() }
        } else {
            match self.annotated(holding, kind, &bytes, input)? {
                Some(made) => made,
                None => return Ok(None),
            }
        };
        let target = self.target(path, &made)?;
        let written = WholeFile::begin(&target.path)
            .and_then(|mut file| file.write(&made.bytes).and_then(|()| file.keep()));
        written.map_err(|error| copies::not_written(&target.path, &error))?;
        let shown = super::bytes::shown(&target.path);
        let (why_vi, why_en) = target
            .because
            .map_or_else(Default::default, |own| (format!(" {}", own.vi), format!(" {}", own.en)));
        Ok(Some(words(
            format!("Đã ghi “{shown}”: {}{why_vi}", made.told.vi),
            format!("Wrote “{shown}”: {}{why_en}", made.told.en),
        )))
    }

    /// The draft with remarks.
    fn annotated(
        &self,
        holding: &Holding,
        kind: Kind,
        bytes: &[u8],
        input: &Input,
    ) -> Result<Option<Made>, Words> {
        let cleared = kind.clear(bytes, Extent::Untouched)?;
        let checked =
            holding.checker.check_for(holding.profile.clone(), &input.reading_name(), &cleared.bytes);
        let mut checked = checked.map_err(|error| error.words())?;
        // What people answered in the file, and what the configuration keeps, decides what is still open.
        let path = document_path(input).unwrap_or_else(|| input.shown());
        let document = Identity::of(&path, &checked, &cleared.bytes);
        triage(&mut checked, &document, &holding.triage);
        if input.is_walked() && !checked.is_draft() {
            return Ok(None);
        }
        let manner = Manner {
            language: self.language,
            names: holding.checker.book(),
            with_notes: self.arguments.notes,
            can_answer: kind == Kind::Word,
        };
        let remarks = remarks(&checked, &cleared.standing, &manner);
        let author = self.author();
        let annotated = match kind {
            Kind::Word => word::annotate(&cleared.bytes, &checked.draft, &remarks, &author)
                .map_err(|error| error.words())?,
            Kind::Markdown => {
                let text = std::str::from_utf8(&cleared.bytes).map_err(|_| no_place_for_remarks())?;
                markdown::annotate(text, &checked.draft, &remarks).into_bytes()
            }
        };
        let told = counted(&checked, &cleared);
        Ok(Some(Made { bytes: annotated, told, text: checked.draft.text }))
    }

    /// In whose name remarks are made.
    fn author(&self) -> Author {
        let name = self.arguments.author.clone();
        let initials = name.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>();
        let moment = self.arguments.date.map(|day| format!("{day}T00:00:00Z"));
        Author { name, initials: initials.to_uppercase(), moment }
    }

    /// Refuses what nobody should write into, unless a copy is asked for.
    fn preflight(&self, bytes: &[u8]) -> Result<(), Words> {
        let found = obstacles(bytes).map_err(|error| error.words())?;
        let stops = |own: &Obstacle| *own == Obstacle::Macros || !self.arguments.anyway;
        found.into_iter().find(stops).map_or(Ok(()), |obstacle| Err(obstacle.words()))
    }

    /// Where the copy goes.
    fn target(&self, path: &Path, made: &Made) -> Result<Target, Words> {
        if let Some(output) = &self.arguments.output {
            if copies::is_same(output, path) {
                return Err(words(
                    "-o không được là chính tệp dự thảo; tệp gốc luôn được giữ nguyên.",
                    "-o must not be the draft itself; the original is always kept.",
                ));
            }
            return Ok(Target { path: output.clone(), because: None });
        }
        let folder = match &self.arguments.out_dir {
            Some(out) => out.join(self.below_argument(path)),
            None => path.parent().map(Path::to_owned).unwrap_or_default(),
        };
        if self.arguments.out_dir.is_some() {
            std::fs::create_dir_all(&folder).map_err(|error| copies::not_written(&folder, &error))?;
        }
        if self.arguments.clean {
            return Ok(copies::for_signing(&folder, path));
        }
        let is_ours = |bytes: &[u8]| is_untouched_copy(path, bytes, &made.text);
        Ok(copies::with_remarks(&folder, path, &is_ours))
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
    let Some(kind) = Kind::of(path) else { return false };
    let Ok(cleared) = kind.clear(bytes, Extent::Untouched) else { return false };
    let name = path.to_string_lossy();
    let same_text = || thethuc_core::read::read(&name, &cleared.bytes).is_ok_and(|draft| draft.text == text);
    cleared.removed > 0 && cleared.standing.iter().all(|own| own.mark.is_none()) && same_text()
}

/// Kinds of files that have a place for remarks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Markdown,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy().to_lowercase();
        match extension.as_str() {
            "docx" | "docm" | "dotx" | "dotm" => Some(Self::Word),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    fn clear(self, bytes: &[u8], extent: Extent) -> Result<Cleared, Words> {
        match self {
            Self::Word => word::clear(bytes, extent).map_err(|error| error.words()),
            Self::Markdown => {
                let text = std::str::from_utf8(bytes).map_err(|_| no_place_for_remarks())?;
                Ok(markdown::clear(text, extent))
            }
        }
    }
}

fn no_place_for_remarks() -> Words {
    words(
        "loại tệp này không có chỗ ghi nhận xét; hãy xem báo cáo bằng thethuc check.",
        "this kind of file has no place for comments; see the report of thethuc check.",
    )
}

/// What was put in.
fn counted(checked: &Checked, cleared: &Cleared) -> Words {
    let open = checked.findings.iter().filter(|own| !own.is_set_aside());
    let of = |severity| open.clone().filter(|own| own.severity == severity).count();
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    let kept = cleared.standing.iter().filter(|own| own.mark.is_some()).count();
    let (kept_vi, kept_en) = match kept {
        0 => (String::new(), String::new()),
        _ => (
            format!(" Giữ {kept} nhận xét đã có người trả lời, sửa hoặc đánh dấu xong."),
            format!(" Kept {kept} comments that people answered, changed or resolved."),
        ),
    };
    words(
        format!("phải sửa {errors}, cần xem lại {warnings}, lưu ý {notes}.{kept_vi}"),
        format!("{errors} to fix, {warnings} to review, {notes} notes.{kept_en}"),
    )
}

/// What was taken out, and what is left of others.
fn cleaned(cleared: &Cleared) -> Words {
    let (removed, answers) = (cleared.removed, cleared.answers);
    let (with_vi, with_en) = match answers {
        0 => (String::new(), String::new()),
        _ => (format!(" cùng {answers} câu trả lời"), format!(" with {answers} answers")),
    };
    let (left_vi, left_en) = match cleared.standing.len() {
        0 => ("không còn nhận xét nào".to_owned(), "no comment is left".to_owned()),
        others => (
            format!("còn {others} nhận xét của người khác"),
            format!("{others} comments of other people are left"),
        ),
    };
    words(
        format!("đã bỏ {removed} nhận xét của máy{with_vi}; {left_vi}."),
        format!("took out {removed} comments of the program{with_en}; {left_en}."),
    )
}
