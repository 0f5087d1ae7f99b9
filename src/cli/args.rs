//! The arguments, as clap parses them. Their descriptions stand in [`super::texts`], in both languages.
//!
//! Doc comments here are for readers of the code: what users read is set over them by
//! [`super::help`]. They keep to one paragraph, for clap would take a second one for a long help.

mod office;

pub use office::{
    ConfigCommand, ConfigShowArgs, InitArgs, RulesDiffArgs, RulesFmtArgs, RulesInitArgs, RulesTryArgs,
};

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use thethuc_core::document::{Class, Level, Stage};
use thethuc_core::files::copies::AUTHOR;
use thethuc_core::rulebook::config;
use thethuc_core::text::Date;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "thethuc", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    /// Found again by [`super::language`], which must know it earlier; here it is only parsed.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// Whether reports have colours.
    #[arg(long, global = true, default_value = "auto")]
    pub color: When,
    /// Never read: clap ends the run. Declared so that its text can be given in both languages.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Never read, as `help`.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Holds drafts against the law.
    Check(CheckArgs),
    /// Writes copies of drafts with what was found as comments.
    Annotate(AnnotateArgs),
    /// Makes report and copies where people find them, and opens the report.
    Open(OpenArgs),
    /// Shows what is recognized in a draft.
    Show(ShowArgs),
    /// Writes a new draft.
    New(NewArgs),
    /// Writes a configuration to begin with.
    Init(InitArgs),
    /// Shows what a configuration comes to.
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Config {
        /// What of it.
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Explains a rule.
    Explain(ExplainArgs),
    /// Shows and tests the rule book.
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Rules {
        /// What of it.
        #[command(subcommand)]
        command: RulesCommand,
    },
    /// Looks up instruments and administrative units.
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Registry {
        /// What of it.
        #[command(subcommand)]
        command: RegistryCommand,
    },
    /// Makes an office pack.
    Pack(PackArgs),
    /// Writes what a shell needs to complete commands.
    Completions(CompletionsArgs),
    /// Writes the help as manual pages.
    Man(ManArgs),
}

/// What is asked of the rule book.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// The table of rules.
    List(ListArgs),
    /// How far the rules cover the law.
    Coverage(CoverageArgs),
    /// Whether the examples of the rules hold.
    Test(TestArgs),
    /// Begins a folder of own rules.
    Init(RulesInitArgs),
    /// Brings rule files into one order.
    Fmt(RulesFmtArgs),
    /// What own rules would find in old drafts.
    Try(RulesTryArgs),
    /// What is otherwise in newer rules.
    Diff(RulesDiffArgs),
    /// The JSON Schema of a rule file, for editors.
    Schema,
}

/// What is asked of the registry.
#[derive(Debug, Subcommand)]
pub enum RegistryCommand {
    /// One instrument, or the units of one name.
    Show(RegistryShowArgs),
    /// How much is known, and up to which day.
    Stats(RegistryStatsArgs),
    /// Makes a pack of sheets.
    Build(RegistryBuildArgs),
}

/// Arguments of `check`.
#[derive(Debug, Default, Args)]
pub struct CheckArgs {
    /// Files and folders; `-` is standard input. Where none are named the configuration may.
    pub paths: Vec<PathBuf>,
    /// A list of more files and folders; `-` is standard input.
    #[arg(long)]
    pub files_from: Option<PathBuf>,
    /// How the report is written.
    #[arg(long, value_parser = PossibleValuesParser::new(super::forms::names()))]
    pub format: Option<String>,
    /// Reports written to files, each `name=file`, or a file alone for the form of `format` or of its ending.
    #[arg(short, long = "output")]
    pub outputs: Vec<String>,
    /// By what drafts are judged.
    #[command(flatten)]
    pub judging: JudgingArgs,
    /// Whether what could not be judged ends like what was.
    #[arg(long)]
    pub allow_unjudged: bool,
    /// Whether reports repeat words of drafts that bear a mark of secrecy.
    #[arg(long)]
    pub quote_secret: bool,
    /// Which rules and data are applied.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Drafts checked at the same time; one a core where not given.
    #[arg(long)]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// The file name of standard input, whose extension tells how to read it.
    #[arg(long)]
    pub name: Option<String>,
    /// Checks again whenever a draft changes.
    #[arg(long, conflicts_with = "files_from")]
    pub watch: bool,
    /// What was found before, and what was decided.
    #[command(flatten)]
    pub before: BeforeArgs,
    /// Which configuration holds.
    #[command(flatten)]
    pub config: ConfigArgs,
    /// How much the report for people tells.
    #[command(flatten)]
    pub extent: ExtentArgs,
}

/// By what drafts are judged.
#[derive(Clone, Debug, Default, Args)]
pub struct JudgingArgs {
    /// The stage that severities follow; else it is that which the draft shows.
    #[arg(long)]
    pub stage: Option<StageName>,
    /// The day whose law applies; else it is that of the draft, and today for one without a date.
    #[arg(long, value_parser = Date::typed)]
    pub as_of: Option<Date>,
    /// The class of the drafts where recognition cannot tell it, or tells it wrongly.
    #[arg(long)]
    pub class: Option<ClassName>,
    /// The least severity that gives exit status 1.
    #[arg(long)]
    pub fail_on: Option<FailOn>,
}

/// Which rules and data are applied.
#[derive(Clone, Debug, Default, Args)]
pub struct SourceArgs {
    /// Rules and groups to apply; all where none is named. Former ids count.
    #[arg(long, value_delimiter = ',')]
    pub only: Vec<String>,
    /// Rules and groups to leave out; it wins over `only`.
    #[arg(long, value_delimiter = ',')]
    pub skip: Vec<String>,
    /// A folder of own rules, added to the embedded ones.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// A pack or sheet of newer data on instruments and units.
    #[arg(long)]
    pub registry: Option<PathBuf>,
}

/// What was found before, and what was decided.
#[derive(Clone, Debug, Default, Args)]
pub struct BeforeArgs {
    /// The file of what was found before.
    #[arg(long)]
    pub baseline: Option<PathBuf>,
    /// Writes that file anew.
    #[arg(long, conflicts_with_all = ["only", "skip"])]
    pub write_baseline: bool,
    /// A revision in git: only drafts that are other since then are checked, and held against it.
    #[arg(long, conflicts_with = "write_baseline")]
    pub changed_since: Option<String>,
    /// Which findings are shown; else each form shows what it has a place for.
    #[arg(long)]
    pub show: Option<ShowName>,
    /// Files of decisions, as the page of a report saves them.
    #[arg(long)]
    pub decisions: Vec<PathBuf>,
}

/// Which configuration holds.
#[derive(Clone, Debug, Default, Args)]
pub struct ConfigArgs {
    /// One that goes before those that are found.
    #[arg(long)]
    pub config: Option<PathBuf>,
    /// Whether none are sought.
    #[arg(long)]
    pub no_config: bool,
    /// An office pack of rules, data and organs.
    #[arg(long)]
    pub pack: Option<PathBuf>,
    /// Whose word counts that a finding may be kept.
    #[arg(long)]
    pub trust: Option<TrustName>,
}

/// How much the report of `check` for people tells.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct ExtentArgs {
    /// Leaves out files without findings and the lines on what was applied.
    #[arg(short, long)]
    pub quiet: bool,
    /// Shows the run at a glance and no finding.
    #[arg(long, conflicts_with_all = ["quiet", "full"])]
    pub summary: bool,
    /// Shows all of each file, however many there are.
    #[arg(long, conflicts_with = "quiet")]
    pub full: bool,
}

/// Arguments of `annotate`.
#[derive(Debug, Default, Args)]
pub struct AnnotateArgs {
    /// Files and folders.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The copy to write, for one draft.
    #[arg(short, long, conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// The folder for copies; the structure of folders is kept.
    #[arg(long)]
    pub out_dir: Option<PathBuf>,
    /// Takes our comments out instead: the copy for signing.
    #[arg(long)]
    pub clean: bool,
    /// Whether notes have comments of their own.
    #[arg(long)]
    pub notes: bool,
    /// The name that Word shows as the author.
    #[arg(long, default_value = AUTHOR)]
    pub author: String,
    /// The day that Word shows; none where not given.
    #[arg(long, value_parser = Date::typed)]
    pub date: Option<Date>,
    /// Makes a copy of signed and protected drafts too.
    #[arg(long)]
    pub anyway: bool,
    /// The stage that severities follow.
    #[arg(long)]
    pub stage: Option<StageName>,
    /// The day whose law applies.
    #[arg(long, value_parser = Date::typed)]
    pub as_of: Option<Date>,
    /// The class of the drafts.
    #[arg(long)]
    pub class: Option<ClassName>,
    /// A folder of own rules.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// Which configuration holds.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Arguments of `open`.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// A list of more of them, which count as if they stood here; `-` is standard input.
    #[arg(long)]
    pub files_from: Option<PathBuf>,
    /// Takes our comments out instead: copies for signing, whose folder is opened.
    #[arg(long)]
    pub clean: bool,
    /// Opens nothing.
    #[arg(long)]
    pub no_open: bool,
    /// Which configuration holds.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The draft; `-` is standard input.
    pub file: PathBuf,
    /// A tree for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// The file name of standard input.
    #[arg(long)]
    pub name: Option<String>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The form, by its name or abbreviation (`Quyết định`, `QĐ`), with or without marks, or in English.
    #[arg(required_unless_present = "list")]
    pub form: Option<String>,
    /// The name of the organ, in full or abbreviated, from which its kind and level are taken.
    #[arg(long, required_unless_present = "list")]
    pub organ: Option<String>,
    /// The file to write, `.docx` or `.md`.
    #[arg(short, long, required_unless_present = "list")]
    pub output: Option<PathBuf>,
    /// Lists the forms with their models instead of writing a draft.
    #[arg(long, conflicts_with_all = ["form", "organ", "output"])]
    pub list: bool,
    /// Of the list: a table for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// The class; administrative where not given.
    #[arg(long)]
    pub class: Option<ClassName>,
    /// The day of the draft; today where not given.
    #[arg(long, value_parser = Date::typed)]
    pub date: Option<Date>,
    /// The title, or the subject of an official letter.
    #[arg(long)]
    pub title: Option<String>,
    /// The form of the text that the act promulgates (`Quy chế`).
    #[arg(long)]
    pub attach: Option<String>,
    /// The place before the date where it does not follow from the organ.
    #[arg(long)]
    pub place: Option<String>,
    /// The level where the name of the organ does not tell it.
    #[arg(long)]
    pub level: Option<LevelName>,
    /// A folder of own rules, which may bring models of its own.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// Allows to write over a file that exists.
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The id of the rule, of today or a former one.
    pub rule: String,
    /// A folder of own rules.
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

/// Arguments of `pack`.
#[derive(Debug, Args)]
pub struct PackArgs {
    /// A folder of own rules.
    #[arg(long, required_unless_present_any = ["registry", "profile"])]
    pub rules: Option<PathBuf>,
    /// A pack or sheet of newer data on instruments and units.
    #[arg(long)]
    pub registry: Option<PathBuf>,
    /// A `thethuc.yaml` that says who the organs are and how to check.
    #[arg(long)]
    pub profile: Option<PathBuf>,
    /// What people call the pack; the name of its file where not given.
    #[arg(long)]
    pub name: Option<String>,
    /// Who gives it out; the first organ of the profile where not given.
    #[arg(long)]
    pub issuer: Option<String>,
    /// Its day; today where not given.
    #[arg(long, value_parser = Date::typed)]
    pub date: Option<Date>,
    /// The file to write: the pack (`.zip`), or a page with the pack inside (`.html`).
    #[arg(short, long)]
    pub output: PathBuf,
    /// The page that the pack is put into; else the one beside the program or in the working folder.
    #[arg(long)]
    pub page: Option<PathBuf>,
    /// Allows to write over a file that exists.
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page is wanted, `rules list`; the program itself where none is named.
    pub command: Vec<String>,
    /// The folder for the pages of all commands.
    #[arg(long, conflicts_with = "command")]
    pub out_dir: Option<PathBuf>,
}

/// Arguments of `rules list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Only rules of this group.
    #[arg(long)]
    pub group: Option<String>,
    /// Only rules that apply in this regime.
    #[arg(long)]
    pub regime: Option<String>,
    /// A table for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// A folder of own rules.
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

/// Arguments of `rules coverage`.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    /// Lists the provisions that still lack a rule.
    #[arg(long)]
    pub uncovered: bool,
    /// Lists those that no program can check, with the reason.
    #[arg(long)]
    pub not_checkable: bool,
    /// A table for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// A folder of own rules.
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

/// Arguments of `rules test`.
#[derive(Debug, Args)]
pub struct TestArgs {
    /// Rules and groups; all where none is named.
    pub names: Vec<String>,
    /// Lines for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// A folder of own rules.
    #[arg(long)]
    pub rules: Option<PathBuf>,
}

/// Arguments of `registry show`.
#[derive(Debug, Args)]
pub struct RegistryShowArgs {
    /// The number of an instrument (`30/2020/NĐ-CP`) or the name of a unit.
    pub name: String,
    /// Lines for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// A folder of own rules, which may have a registry of its own.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// A pack or sheet of newer data.
    #[arg(long)]
    pub registry: Option<PathBuf>,
}

/// Arguments of `registry stats`.
#[derive(Debug, Args)]
pub struct RegistryStatsArgs {
    /// Lines for people, or JSON.
    #[arg(long, default_value = "terminal")]
    pub format: ReportFormat,
    /// A folder of own rules, which may have a registry of its own.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// A pack or sheet of newer data.
    #[arg(long)]
    pub registry: Option<PathBuf>,
}

/// Arguments of `registry build`.
#[derive(Debug, Args)]
pub struct RegistryBuildArgs {
    /// Sheets of instruments or units, CSV.
    #[arg(required = true)]
    pub sheets: Vec<PathBuf>,
    /// The pack to write.
    #[arg(short, long)]
    pub output: PathBuf,
    /// The day up to which the data reach; else it is that of the sheets.
    #[arg(long, value_parser = Date::typed)]
    pub until: Option<Date>,
    /// Whether the pack takes the place of the built-in registry.
    #[arg(long)]
    pub replace: bool,
    /// Allows to write over a file that exists.
    #[arg(long)]
    pub force: bool,
}

/// Languages of people.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Lang {
    Vi,
    En,
}

/// When colours are used; `Auto` follows the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Terminal,
    Json,
}

/// The stages of a draft, as the command line spells them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum StageName {
    Draft,
    Review,
    Issue,
}

/// The classes of documents, as the command line spells them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ClassName {
    Normative,
    Administrative,
}

/// The levels of organs that issue drafts, as the command line spells them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LevelName {
    Province,
    District,
    Commune,
    SpecialZone,
}

/// Which findings are shown where some were there before.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ShowName {
    Known,
    New,
    All,
}

/// Whose word counts.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TrustName {
    Own,
    All,
}

/// Severities that make a run fail.
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

impl From<FailOn> for config::FailOn {
    fn from(name: FailOn) -> Self {
        match name {
            FailOn::Error => Self::Error,
            FailOn::Warning => Self::Warning,
            FailOn::Note => Self::Note,
            FailOn::Never => Self::Never,
        }
    }
}

impl From<ShowName> for config::Show {
    fn from(name: ShowName) -> Self {
        match name {
            ShowName::Known => Self::Known,
            ShowName::New => Self::New,
            ShowName::All => Self::All,
        }
    }
}

impl From<TrustName> for config::Trust {
    fn from(name: TrustName) -> Self {
        match name {
            TrustName::Own => Self::Own,
            TrustName::All => Self::All,
        }
    }
}
