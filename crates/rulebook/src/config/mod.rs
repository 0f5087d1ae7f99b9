//! What an office says in `thethuc.yaml` of its organs, of the checking of its drafts, and of what it keeps on
//! purpose.
//!
//! A file of this name holds for its folder and those below it. Of several that hold for a draft the nearest
//! one wins, key by key; lists of decisions add up. Here stands what one file may say; finding files, and what
//! the paths in them lead to, is left to whoever has a file system.

mod decided;
mod pattern;
mod verify;

pub use crate::profile::FILE;
pub use decided::{Accept, ByPath, Silence, place_of_entry};
pub use pattern::PathPattern;

use crate::locate::locate;
use crate::profile::{OrganProfile, Profile};
use crate::vocabulary::{Class, Date, Language, Severity, Stage, Words};
use crate::yaml::{self, Fault};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A configuration. Every key may be left out; paths count from the folder of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// The organ whose drafts lie here, where there is one.
    pub organ: Option<OrganProfile>,
    /// The organs, where there are several.
    pub organs: Vec<OrganProfile>,
    /// How far the drafts have come; else as each draft shows it.
    pub stage: Option<Stage>,
    /// The class of the drafts, where they do not show it or show it wrongly.
    pub class: Option<Class>,
    /// The day whose law is applied, instead of the date of each draft.
    pub as_of: Option<Date>,
    /// The day that counts as today, so that a run gives the same on every day.
    pub today: Option<Date>,
    /// The least severity that makes a run fail.
    pub fail_on: Option<FailOn>,
    /// Whether a run does not fail because something could not be judged.
    pub allow_unjudged: Option<bool>,
    /// The language of reports.
    pub language: Option<Language>,
    /// The form of the report on standard output.
    pub format: Option<String>,
    /// Reports to files, form by form; `-` is standard output.
    pub outputs: Option<BTreeMap<String, String>>,
    /// Files and folders that are checked where none are named.
    pub paths: Option<Vec<String>>,
    /// Files and folders that are left out when folders are walked.
    pub exclude: Vec<PathPattern>,
    /// Rules and groups that alone are applied.
    pub only: Option<Vec<String>>,
    /// Rules and groups that are not applied.
    pub skip: Option<Vec<String>>,
    /// Severities by rule or group; never graver than the evidence for the law permits.
    pub severity: BTreeMap<String, Severity>,
    /// Severities for some files alone; they go before those for all.
    pub by_path: Vec<ByPath>,
    /// Words and values that the office uses on purpose.
    pub accept: Vec<Accept>,
    /// Folders of own rules, added to those of the program.
    pub rules: Option<Vec<String>>,
    /// A pack or sheet of newer data on instruments and administrative units.
    pub registry: Option<String>,
    /// The address at which the pages of rules (`docs/rules`) stand, for reports that link to them:
    /// `https://…`.
    pub rule_pages: Option<String>,
    /// An office pack of rules, data and organs, as `thethuc pack` makes it; it lies under all the rest.
    pub pack: Option<String>,
    /// The file of what was found before.
    pub baseline: Option<String>,
    /// Files of decisions, as the page of a report exports them.
    pub decisions: Option<Vec<String>>,
    /// Findings that are kept or wrong, with the reason.
    pub silence: Vec<Silence>,
    /// Whose word counts that a finding may be kept.
    pub trust: Option<Trust>,
    /// Which findings reports show that have no place for what was there before.
    pub show: Option<Show>,
    /// For which drafts a copy with remarks is written when somebody opens drafts by a click.
    pub copies: Option<Copies>,
}

/// Where a key of a file stands: line and column, both from 1; the beginning of the file where it is not there.
pub fn place_of(text: &str, key: &str) -> (usize, usize) {
    let is_it = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
    match text.lines().position(is_it) {
        Some(index) => (index + 1, 1),
        None => locate(text, &[key], ""),
    }
}

/// The least severity that makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Every finding.
    Note,
    /// Nothing that is found.
    Never,
}

/// Whose word counts that a finding may be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// One's own: this file and those above it. What came with the drafts is a claim of the drafter.
    Own,
    /// Everybody's, comments in the drafts among them.
    #[default]
    All,
}

/// Which findings are shown where some were there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Those that were there before.
    Known,
    /// The others.
    New,
    /// All.
    All,
}

/// For which drafts a copy with remarks is written when somebody opens drafts by a click.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Copies {
    /// None.
    None,
    /// Those that were chosen one by one; a folder of drafts is not filled with copies that nobody asked for.
    #[default]
    Named,
    /// All, those of folders and archives among them.
    All,
}

impl FailOn {
    /// The least severity that fails; none if nothing does.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}

impl Config {
    /// Reads the text of a file.
    ///
    /// ```
    /// use thethuc_rulebook::config::Config;
    ///
    /// let text = "organ: { name: Ủy ban nhân dân xã Đồng Hạc }\nfail-on: warning\n";
    /// assert_eq!(Config::read(text)?.profile().map(|own| own.all().count()), Some(1));
    /// assert_eq!(Config::read("organ: {}").map_err(|fault| fault.line), Err(1));
    /// # Ok::<(), thethuc_rulebook::yaml::Fault>(())
    /// ```
    ///
    /// # Errors
    /// Says with line and column which key or value is wrong.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let config: Self = yaml::read(text)?;
        if let Some(fault) =
            config.nameless().or_else(|| config.undecided(text)).or_else(|| config.unlinked(text))
        {
            return Err(fault);
        }
        Ok(config)
    }

    /// What the file says of organs; `None` where it names none.
    pub fn profile(&self) -> Option<Profile> {
        let names_some = self.organ.is_some() || !self.organs.is_empty();
        names_some.then(|| Profile { organ: self.organ.clone(), organs: self.organs.clone() })
    }

    /// The keys that lead to other files: they mean nothing where a configuration travels alone.
    pub fn leading_elsewhere(&self) -> Vec<&'static str> {
        let all = [
            ("outputs", self.outputs.is_some()),
            ("paths", self.paths.is_some()),
            ("rules", self.rules.is_some()),
            ("registry", self.registry.is_some()),
            ("pack", self.pack.is_some()),
            ("baseline", self.baseline.is_some()),
            ("decisions", self.decisions.is_some()),
        ];
        all.into_iter().filter(|(_, is_said)| *is_said).map(|(key, _)| key).collect()
    }

    /// Whether it says more than who the organs are: whether it has a say in what is told of a draft.
    pub fn judges(&self) -> bool {
        let organs = Self { organ: self.organ.clone(), organs: self.organs.clone(), ..Self::default() };
        *self != organs
    }

    /// An address to which no browser goes.
    fn unlinked(&self, text: &str) -> Option<Fault> {
        let is_plain =
            |own: &str| own.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&byte));
        let is_address =
            |own: &str| ["https://", "http://"].iter().any(|lead| own.starts_with(lead)) && is_plain(own);
        let own = self.rule_pages.as_deref().filter(|own| !is_address(own))?;
        let (line, column) = locate(text, &["rule-pages"], own);
        let words = Words {
            vi: format!(
                "“{}” không phải là địa chỉ trang; cần địa chỉ bắt đầu bằng https://",
                yaml::shown(own)
            ),
            en: format!("“{}” is no address of a page; it must begin with https://", yaml::shown(own)),
        };
        Some(Fault { line, column, words })
    }

    /// An organ without a name.
    fn nameless(&self) -> Option<Fault> {
        let mut organs = self.organ.iter().chain(&self.organs);
        organs.any(|organ| organ.name.trim().is_empty()).then(|| Fault {
            line: 1,
            column: 1,
            words: Words {
                vi: "khóa “organ” hoặc “organs” cần có “name”".to_owned(),
                en: "“organ” or “organs” needs a “name”".to_owned(),
            },
        })
    }
}

#[cfg(test)]
mod tests;
