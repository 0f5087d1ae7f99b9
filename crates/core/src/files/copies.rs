//! The copies of a draft that people take away: with what was found as remarks, and for signing without
//! them.

use crate::checker::{Checked, Checker};
use crate::finding::{Severity, Words};
use crate::patch::word::preflight::{Obstacle, obstacles};
use crate::patch::{Author, Cleared, Extent, markdown, word};
use crate::remarks::{Manner, remarks};
use crate::rulebook::profile::Profile;
use crate::rulebook::vocabulary::Language;
use crate::triage::{Identity, Triage, triage};
use std::sync::Arc;

/// The name in which remarks are made where nobody gives another.
pub const AUTHOR: &str = "Kiểm tra thể thức";

/// How copies are made.
pub struct Maker<'a> {
    /// What checks the drafts.
    pub checker: &'a Checker,
    /// The language of remarks.
    pub language: Language,
    /// Whether notes have remarks of their own.
    pub with_notes: bool,
    /// In whose name remarks are made.
    pub author: Author,
    /// Whether signed and protected drafts are copied too.
    pub anyway: bool,
}

/// A copy of a draft.
#[derive(Debug)]
pub struct Made {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What there is to tell of it.
    pub told: Words,
    /// The draft as it was checked; `None` for a copy for signing, which nobody checks.
    pub checked: Option<Checked>,
}

/// Kinds of files that have a place for remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Comments of Word.
    Word,
    /// Comments above the paragraphs.
    Markdown,
}

impl Kind {
    /// What a file of that name is; `None` where it has no place for remarks.
    pub fn of(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_lowercase().as_str() {
            "docx" | "docm" | "dotx" | "dotm" => Some(Self::Word),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// A file without remarks of ours.
    ///
    /// # Errors
    /// The file cannot be read as one of its kind.
    pub fn clear(self, bytes: &[u8], extent: Extent) -> Result<Cleared, Words> {
        match self {
            Self::Word => word::clear(bytes, extent).map_err(|error| error.words()),
            Self::Markdown => {
                let text = std::str::from_utf8(bytes).map_err(|_| no_place_for_remarks())?;
                Ok(markdown::clear(text, extent))
            }
        }
    }
}

/// The author of a name, with the initials that Word shows where there is little room.
pub fn author(name: &str, moment: Option<String>) -> Author {
    let initials = name.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>();
    Author { name: name.to_owned(), initials: initials.to_uppercase(), moment }
}

impl Maker<'_> {
    /// The copy with remarks. `profile` is that of its folder, `decided` what people said of findings; of the
    /// names the first one tells the kind of file, the second one is the path by which decisions know it.
    ///
    /// # Errors
    /// One sentence why there is none: the file cannot be read or has no place for remarks, or nobody
    /// should write into it.
    pub fn with_remarks(
        &self,
        profile: Option<Arc<Profile>>,
        decided: &Triage,
        (name, path): (&str, &str),
        bytes: &[u8],
    ) -> Result<Made, Words> {
        let kind = self.opened(name, bytes)?;
        let cleared = kind.clear(bytes, Extent::Untouched)?;
        let profile = profile.or_else(|| self.checker.options().profile.clone());
        let mut checked =
            self.checker.check_for(profile, name, &cleared.bytes).map_err(|error| error.words())?;
        // What people answered in the file, and what they decided elsewhere, tells what is still open.
        let document = Identity::of(path, &checked, &cleared.bytes);
        triage(&mut checked, &document, decided);
        let manner = Manner {
            language: self.language,
            names: self.checker.book(),
            with_notes: self.with_notes,
            can_answer: kind == Kind::Word,
        };
        let remarks = remarks(&checked, &cleared.standing, &manner);
        let annotated = match kind {
            Kind::Word => word::annotate(&cleared.bytes, &checked.draft, &remarks, &self.author)
                .map_err(|error| error.words())?,
            Kind::Markdown => {
                let text = std::str::from_utf8(&cleared.bytes).map_err(|_| no_place_for_remarks())?;
                markdown::annotate(text, &checked.draft, &remarks).into_bytes()
            }
        };
        let told = with_pending(counted(&checked, &cleared), checked.draft.beside.pending());
        Ok(Made { bytes: annotated, told, checked: Some(checked) })
    }

    /// The copy for signing.
    ///
    /// # Errors
    /// As for [`Self::with_remarks`].
    pub fn for_signing(&self, name: &str, bytes: &[u8]) -> Result<Made, Words> {
        let cleared = self.opened(name, bytes)?.clear(bytes, Extent::All)?;
        let pending = crate::read::read(name, &cleared.bytes).map_or(0, |draft| draft.beside.pending());
        let told = with_pending(cleaned(&cleared), pending);
        Ok(Made { bytes: cleared.bytes, told, checked: None })
    }

    /// The kind of a file that may be written into.
    fn opened(&self, name: &str, bytes: &[u8]) -> Result<Kind, Words> {
        let kind = Kind::of(name).ok_or_else(no_place_for_remarks)?;
        if kind == Kind::Word {
            let found = obstacles(bytes).map_err(|error| error.words())?;
            let stops = |own: &Obstacle| *own == Obstacle::Macros || !self.anyway;
            if let Some(obstacle) = found.into_iter().find(stops) {
                return Err(obstacle.words());
            }
        }
        Ok(kind)
    }
}

fn no_place_for_remarks() -> Words {
    Words {
        vi: "loại tệp này không có chỗ ghi nhận xét; hãy xem báo cáo thay cho nhận xét.".to_owned(),
        en: "this kind of file has no place for comments; use the report instead.".to_owned(),
    }
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
    Words {
        vi: format!("phải sửa {errors}, cần xem lại {warnings}, lưu ý {notes}.{kept_vi}"),
        en: format!("{errors} to fix, {warnings} to review, {notes} notes.{kept_en}"),
    }
}

/// What is told of a copy in which tracked changes wait: nobody signs a text that is not settled.
fn with_pending(told: Words, pending: usize) -> Words {
    if pending == 0 {
        return told;
    }
    Words {
        vi: format!(
            "{} Còn {pending} chỗ sửa chờ duyệt (Track Changes): duyệt hết trong Word trước khi trình ký.",
            told.vi
        ),
        en: format!(
            "{} Tracked changes still wait in it ({pending}): settle them in Word before it is signed.",
            told.en
        ),
    }
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
    Words {
        vi: format!("đã bỏ {removed} nhận xét của máy{with_vi}; {left_vi}."),
        en: format!("took out {removed} comments of the program{with_en}; {left_en}."),
    }
}
