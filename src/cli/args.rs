//! The arguments, as clap parses them. Their descriptions stand in [`super::texts`], in both languages.

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use thethuc_core::document::{Class, Level, Stage};
use thethuc_core::finding::Severity;
use thethuc_core::text::Date;

#[derive(Debug, Parser)]
#[command(name = "thethuc", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Lang>,
    #[arg(long, global = true, default_value = "auto")]
    pub color: When,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(CheckArgs),
    Show(ShowArgs),
    New(NewArgs),
    Explain(ExplainArgs),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Rules {
        #[command(subcommand)]
        command: RulesCommand,
    },
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Registry {
        #[command(subcommand)]
        command: RegistryCommand,
    },
}

/// What is asked of the rule book.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    List(ListArgs),
    Coverage(CoverageArgs),
    Test(TestArgs),
    Schema,
}

/// What is asked of the registry.
#[derive(Debug, Subcommand)]
pub enum RegistryCommand {
    Show(RegistryShowArgs),
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(required_unless_present = "files_from")]
    pub paths: Vec<PathBuf>,
    #[arg(long)]
    pub files_from: Option<PathBuf>,
    #[arg(long, default_value = "terminal", value_parser = PossibleValuesParser::new(super::sinks::names()))]
    pub format: String,
    #[arg(long = "output", conflicts_with = "format")]
    pub outputs: Vec<String>,
    #[arg(long)]
    pub stage: Option<StageName>,
    #[arg(long)]
    pub as_of: Option<Date>,
    #[arg(long)]
    pub class: Option<ClassName>,
    #[arg(long, default_value = "error")]
    pub fail_on: FailOn,
    #[arg(long)]
    pub allow_unjudged: bool,
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub skip: Vec<String>,
    #[arg(long)]
    pub rules: Option<PathBuf>,
    #[arg(long)]
    pub jobs: Option<std::num::NonZeroUsize>,
    #[arg(long)]
    pub name: Option<String>,
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    pub file: PathBuf,
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    #[arg(long)]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub struct NewArgs {
    pub form: String,
    #[arg(long)]
    pub organ: String,
    #[arg(short, long)]
    pub output: PathBuf,
    #[arg(long)]
    pub class: Option<ClassName>,
    #[arg(long)]
    pub date: Option<Date>,
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long)]
    pub attach: Option<String>,
    #[arg(long)]
    pub place: Option<String>,
    #[arg(long)]
    pub level: Option<LevelName>,
    #[arg(long)]
    pub rules: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    pub rule: String,
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[arg(long)]
    pub group: Option<String>,
    #[arg(long)]
    pub regime: Option<String>,
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CoverageArgs {
    #[arg(long)]
    pub uncovered: bool,
    #[arg(long)]
    pub not_checkable: bool,
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct TestArgs {
    pub names: Vec<String>,
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct RegistryShowArgs {
    pub name: String,
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Lang {
    Vi,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Terminal,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum StageName {
    Draft,
    Review,
    Issue,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ClassName {
    Normative,
    Administrative,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LevelName {
    Province,
    District,
    Commune,
    SpecialZone,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

impl From<StageName> for Stage {
    fn from(name: StageName) -> Self {
        match name {
            StageName::Draft => Self::Draft,
            StageName::Review => Self::Review,
            StageName::Issue => Self::Issue,
        }
    }
}

impl From<ClassName> for Class {
    fn from(name: ClassName) -> Self {
        match name {
            ClassName::Normative => Self::Normative,
            ClassName::Administrative => Self::Administrative,
        }
    }
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Province => Self::Province,
            LevelName::District => Self::District,
            LevelName::Commune => Self::Commune,
            LevelName::SpecialZone => Self::SpecialZone,
        }
    }
}

impl FailOn {
    /// The least severity that fails; none if nothing does.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}
