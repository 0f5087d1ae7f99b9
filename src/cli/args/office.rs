//! Arguments of the commands of whoever keeps the drafts and the rules of an office.

use super::{ConfigArgs, JudgingArgs, ReportFormat, SourceArgs, StageName};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What is asked of the configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// What holds for a draft, and where that is said.
    Show(ConfigShowArgs),
    /// The JSON Schema of `thethuc.yaml`, for editors.
    Schema,
}

/// Arguments of `config show`.
#[derive(Debug, Args)]
pub struct ConfigShowArgs {
    /// A draft, or a folder of drafts.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Lines for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// By what drafts are judged, as `check` would be given it.
    #[command(flatten)]
    pub judging: JudgingArgs,
    /// Which rules and data are applied, likewise.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which configuration holds.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder whose drafts the file is for.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The organs; asked for where none is named.
    #[arg(long = "organ")]
    pub organs: Vec<String>,
    /// The place before the date; else it follows from the organ.
    #[arg(long)]
    pub place: Option<String>,
    /// Who signs for the first organ, `position: name`.
    #[arg(long = "signer")]
    pub signers: Vec<String>,
    /// Allows to write over a file that exists.
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `rules init`.
#[derive(Debug, Args)]
pub struct RulesInitArgs {
    /// The folder for the starter.
    pub folder: PathBuf,
}

/// Arguments of `rules fmt`.
#[derive(Debug, Args)]
pub struct RulesFmtArgs {
    /// Rule files and folders of them.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Only tells which files are not in order.
    #[arg(long)]
    pub check: bool,
}

/// Arguments of `rules try`.
#[derive(Debug, Args)]
pub struct RulesTryArgs {
    /// The folder of own rules.
    #[arg(long)]
    pub rules: PathBuf,
    /// Old drafts.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Lines for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// The stage that severities follow.
    #[arg(long)]
    pub stage: Option<StageName>,
    /// Examples of words a rule.
    #[arg(long, default_value_t = 5)]
    pub examples: usize,
    /// Drafts checked at the same time.
    #[arg(long)]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// Arguments of `rules diff`.
#[derive(Debug, Args)]
pub struct RulesDiffArgs {
    /// The older rules: a folder.
    pub old: PathBuf,
    /// The newer rules: a folder; those of the program where none is named.
    pub new: Option<PathBuf>,
    /// Markdown for release notes, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
}
