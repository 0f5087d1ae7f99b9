//! What is fed, and with what.

use crate::damage::{self, Chance};
use crate::seeds::Seeds;
use crate::sound;
use std::error::Error;
use thethuc_core::checker::{CheckError, Checked, Checker, Options};
use thethuc_core::patch::{Author, Extent, markdown, word};
use thethuc_core::read::read;
use thethuc_core::remarks::{Manner, remarks};
use thethuc_core::repair::{Wish, repair};
use thethuc_core::rulebook::config::Config;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{Folder, RuleFile};

/// Something that takes input from anybody.
pub struct Target {
    /// By which it is asked for.
    pub name: &'static str,
    /// The ending of its files.
    pub ending: &'static str,
    /// What is damaged.
    pub seeds: fn(&Seeds) -> &[Vec<u8>],
    /// How.
    pub damage: fn(&[Vec<u8>], &mut Chance) -> Vec<u8>,
    /// Takes an input; whether it was accepted, or what is wrong with what was made of it.
    pub feed: fn(&Workshop, &[u8]) -> Result<bool, String>,
}

/// All targets.
pub const TARGETS: [Target; 7] = [
    Target {
        name: "package",
        ending: "docx",
        seeds: |own| &own.word,
        damage: damage::package,
        feed: package,
    },
    Target {
        name: "markdown",
        ending: "md",
        seeds: |own| &own.markdown,
        damage: damage::text,
        feed: markdown,
    },
    Target { name: "text", ending: "txt", seeds: |own| &own.plain, damage: damage::text, feed: plain },
    Target { name: "rules", ending: "yaml", seeds: |own| &own.rules, damage: damage::text, feed: rules },
    Target {
        name: "profile",
        ending: "yaml",
        seeds: |own| &own.profiles,
        damage: damage::text,
        feed: profile,
    },
    Target { name: "edits", ending: "docx", seeds: |own| &own.word, damage: damage::package, feed: edits },
    Target {
        name: "edits-markdown",
        ending: "md",
        seeds: |own| &own.markdown,
        damage: damage::text,
        feed: edits_md,
    },
];

/// What all targets share.
pub struct Workshop {
    checker: Checker,
}

impl Workshop {
    /// With the rules of the repository, on a fixed day.
    ///
    /// # Errors
    /// The day is none.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let options = Options::on("2026-11-29".parse()?);
        Ok(Self { checker: Checker::new(thethuc_law::book(), options)? })
    }

    /// A checked draft; `None` for what is no draft.
    fn checked(&self, name: &str, input: &[u8]) -> Result<Option<Checked>, String> {
        match self.checker.check(name, input) {
            Ok(checked) => Ok(Some(checked)),
            Err(CheckError::Unreadable(error)) => sound::sentence(&error.words()).map(|()| None),
            Err(error) => Err(format!("{error}")),
        }
    }

    /// A draft that is checked and found sound.
    fn draft(&self, name: &str, input: &[u8]) -> Result<bool, String> {
        let Some(checked) = self.checked(name, input)? else { return Ok(false) };
        sound::of_checked(&checked, input, self.checker.book())?;
        if input.len().is_multiple_of(16) {
            let again = self.checked(name, input)?;
            if again.is_none_or(|again| again.findings != checked.findings) {
                return Err("two runs differ".to_owned());
            }
        }
        Ok(true)
    }

    /// All repairs of a draft, made and checked.
    fn repaired(&self, name: &str, input: &[u8]) -> Result<bool, String> {
        let Ok(draft) = read(name, input) else { return Ok(false) };
        let repaired = repair(&self.checker, draft, Wish::SafeAndAsk).map_err(|error| error.to_string())?;
        sound::of_draft(&repaired.checked.draft)?;
        Ok(true)
    }
}

fn package(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    workshop.draft("a.docx", input)
}

fn markdown(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    workshop.draft("a.md", input)
}

fn plain(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    workshop.draft("a.txt", input)
}

/// A rule of an own folder.
fn rules(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    let Ok(file) = RuleFile::of_bytes("own/rule.yaml", input.to_vec()) else { return Ok(false) };
    let folder = Folder { files: vec![file], lost: Vec::new() };
    match workshop.checker.book().with_own(&folder) {
        Ok(_) => Ok(true),
        Err(faults) if faults.is_empty() => Err("refused without a word".to_owned()),
        Err(faults) => faults.iter().try_for_each(|fault| sound::sentence(&fault.words)).map(|()| false),
    }
}

fn profile(_: &Workshop, input: &[u8]) -> Result<bool, String> {
    match Config::read(&String::from_utf8_lossy(input)) {
        Ok(_) => Ok(true),
        Err(fault) => sound::sentence(&fault.words).map(|()| false),
    }
}

/// Remarks into a Word document and out again, and all repairs.
fn edits(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    let Some(checked) = workshop.checked("a.docx", input)? else { return Ok(false) };
    let manner =
        Manner { language: Language::Vi, names: workshop.checker.book(), with_notes: true, can_answer: true };
    let said = remarks(&checked, &[], &manner);
    let author = Author { name: "An".to_owned(), initials: "A".to_owned(), moment: None };
    if let Ok(copy) = word::annotate(input, &checked.draft, &said, &author) {
        let again = workshop.checked("a.docx", &copy)?.ok_or("the copy cannot be read")?;
        if again.draft.text != checked.draft.text {
            return Err("the copy has other words".to_owned());
        }
        let cleared = word::clear(&copy, Extent::All).map_err(|error| error.words().en)?;
        let bare = workshop.checked("a.docx", &cleared.bytes)?.ok_or("the cleared copy cannot be read")?;
        if bare.draft.text != checked.draft.text {
            return Err("the cleared copy has other words".to_owned());
        }
    }
    workshop.repaired("a.docx", input)
}

/// Remarks into Markdown and out again, and all repairs.
fn edits_md(workshop: &Workshop, input: &[u8]) -> Result<bool, String> {
    let (Some(checked), Ok(text)) = (workshop.checked("a.md", input)?, std::str::from_utf8(input)) else {
        return Ok(false);
    };
    let manner = Manner {
        language: Language::Vi,
        names: workshop.checker.book(),
        with_notes: true,
        can_answer: false,
    };
    let copy = markdown::annotate(text, &checked.draft, &remarks(&checked, &[], &manner));
    let again = workshop.checked("a.md", copy.as_bytes())?.ok_or("the copy cannot be read")?;
    if again.draft.text != checked.draft.text {
        return Err("the copy has other words".to_owned());
    }
    workshop.repaired("a.md", input)
}
