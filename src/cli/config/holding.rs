//! What holds for each draft: the rules, the options and the wishes of its folder, the command line before
//! all files.

use super::deciding::deciding;
use super::read::told;
use super::{Chain, Configurations, Loaded, name};
use crate::cli::inputs::Inputs;
use crate::cli::known::Known;
use crate::cli::{book, clock, pack};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::document::{Class, Stage};
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::{Names, model};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::config::{Config, FailOn, Trust};
use thethuc_core::rulebook::profile::Profile;
use thethuc_core::text::Date;
use thethuc_core::triage::{Silence, Triage};

/// What the command line says; it goes before every file.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The stage.
    pub stage: Option<Stage>,
    /// The day whose law applies.
    pub as_of: Option<Date>,
    /// The class.
    pub class: Option<Class>,
    /// Rules that alone are applied.
    pub only: Vec<String>,
    /// Rules that are not applied.
    pub skip: Vec<String>,
    /// A folder of own rules.
    pub rules: Option<PathBuf>,
    /// A pack of registers.
    pub registry: Option<PathBuf>,
    /// The least severity that fails.
    pub fail_on: Option<FailOn>,
    /// Whether words of secret drafts are repeated.
    pub quote_secret: bool,
    /// Whose word counts.
    pub trust: Option<Trust>,
}

/// What holds for the drafts of a folder.
pub struct Holding {
    /// The rules with the options.
    pub checker: Checker,
    /// What the organs are.
    pub profile: Option<Arc<Profile>>,
    /// What the owner wants of findings.
    pub triage: Triage,
    /// The least severity that fails; none if nothing does.
    pub fail_on: Option<Severity>,
    /// The files that have a say, as people name them, the nearest first.
    pub configurations: Vec<String>,
}

/// What holds for all drafts of a run.
pub struct Holdings {
    all: Vec<Holding>,
    by_input: Vec<usize>,
    books: Vec<Arc<RuleBook>>,
    /// What is wrong with files, each told once.
    pub faults: Vec<Words>,
}

/// Where the rules of a book come from beside the program.
type Sources = (Vec<PathBuf>, Option<PathBuf>);

/// While holdings are made.
struct Making<'a> {
    wishes: &'a Wishes,
    known: &'a Known,
    decisions: &'a [Silence],
    books: BTreeMap<Sources, Arc<RuleBook>>,
    faults: Vec<Words>,
}

impl Holdings {
    /// What holds for these inputs.
    ///
    /// # Errors
    /// What the command line itself names is wrong, or the clock is. What files name stops nothing: it is told.
    pub fn of(
        found: &Inputs,
        configurations: &mut Configurations,
        wishes: &Wishes,
        known: &Known,
        decisions: &[Silence],
    ) -> Result<Self, Words> {
        let mut making = Making { wishes, known, decisions, books: BTreeMap::new(), faults: Vec::new() };
        let mut all = Vec::new();
        let mut by_input = Vec::with_capacity(found.items.len());
        let mut by_chain: HashMap<Vec<(PathBuf, bool)>, usize> = HashMap::new();
        for input in &found.items {
            let chain = configurations.of(input);
            let key = chain.files().iter().map(|link| (link.file.path.clone(), link.is_own)).collect();
            let index = if let Some(index) = by_chain.get(&key) {
                *index
            } else {
                all.push(making.holding(&chain)?);
                by_chain.insert(key, all.len() - 1);
                all.len() - 1
            };
            by_input.push(index);
        }
        if all.is_empty() {
            // Rules and names that the command line gives are looked at even where there is nothing to check.
            all.push(making.holding(&configurations.in_folder(&super::common_folder(&[])))?);
        }
        let mut faults = std::mem::take(&mut configurations.faults);
        for fault in making.faults {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        let books = making.books.into_values().collect();
        Ok(Self { all, by_input, books, faults })
    }

    /// The number of what holds for an input, by the place of the input among all.
    pub fn number(&self, input: usize) -> usize {
        self.by_input.get(input).copied().unwrap_or_default()
    }

    /// What holds, one after the other.
    pub fn all(&self) -> &[Holding] {
        &self.all
    }

    /// The rule books.
    pub fn books(&self) -> &[Arc<RuleBook>] {
        &self.books
    }

    /// All that the books know, for the report.
    /// `pages`: where the pages of rules stand.
    pub const fn names<'a>(&'a self, pages: Option<&'a str>) -> Library<'a> {
        Library { books: self.books.as_slice(), pages }
    }

    /// Files of own folders that stand in the place of one of the rule book.
    pub fn replacing(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.books.iter().flat_map(|own| book::replacing(own)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Making<'_> {
    fn holding(&mut self, chain: &Chain) -> Result<Holding, Words> {
        let wishes = self.wishes;
        let book = self.book(chain)?;
        let configs = self.verified(chain, &book);
        let list = |stated: &[String], key: fn(&Config) -> Option<Vec<String>>| {
            let said = || configs.iter().find_map(|(_, config)| key(config)).unwrap_or_default();
            if stated.is_empty() { said() } else { stated.to_vec() }
        };
        let today = chain.value(|own| own.today).or_else(clock::today).or(wishes.as_of);
        let mut options = Options::on(today.ok_or_else(|| clock::wrong("--as-of"))?);
        options.stage = wishes.stage.or_else(|| chain.value(|own| own.stage));
        options.as_of = wishes.as_of.or_else(|| chain.value(|own| own.as_of));
        options.class = wishes.class.or_else(|| chain.value(|own| own.class));
        options.quote_secret = wishes.quote_secret;
        options.only = list(&wishes.only, |own| own.only.clone());
        options.skip = list(&wishes.skip, |own| own.skip.clone());
        let today = options.today;
        let checker = Checker::new(Arc::clone(&book), options).map_err(|error| error.words())?;
        let mut triage = Triage::default().on(today);
        if !chain.trusts_all(wishes.trust) {
            triage = triage.distrusting_drafts();
        }
        // The outermost first: of several words on one finding the last one counts.
        for (link, config) in configs.iter().rev() {
            triage = deciding(triage, &book, link, config).map_err(|error| error.words())?;
        }
        triage = triage.with_silences(&book, self.decisions.iter().cloned());
        if !(wishes.only.is_empty() && wishes.skip.is_empty()) {
            triage = triage.asking(asked(&book, wishes));
        }
        let fail_on = wishes.fail_on.or_else(|| chain.value(|own| own.fail_on)).unwrap_or(FailOn::Error);
        let judging = chain.files().iter().filter(|link| link.file.config.judges());
        Ok(Holding {
            checker,
            profile: chain.profile().map(Arc::new),
            triage: self.known.against(triage, &book),
            fail_on: fail_on.severity(),
            configurations: judging.map(|link| name(&link.file.path)).collect(),
        })
    }

    /// The files with what of them fits the rule book.
    fn verified<'c>(&mut self, chain: &'c Chain, book: &RuleBook) -> Vec<(&'c super::Link, Config)> {
        let mut all = Vec::new();
        for link in chain.files() {
            let mut config = link.file.config.clone();
            if !link.is_own {
                let Config { organ, organs, silence, accept, .. } = config;
                config = Config { organ, organs, silence, accept, ..Config::default() };
            }
            let Loaded { path, text, .. } = link.file.as_ref();
            let faults = config.verify(text, book);
            self.faults.extend(faults.iter().map(|fault| told(path, text, fault)));
            all.push((link, config));
        }
        all
    }

    /// The rule book with what the command line or the nearest file adds.
    fn book(&mut self, chain: &Chain) -> Result<Arc<RuleBook>, Words> {
        let in_folder = |file: &Loaded, path: &String| file.folder.join(path);
        let rules = if let Some(own) = &self.wishes.rules {
            vec![own.clone()]
        } else {
            let said = chain.nearest(|own| own.rules.clone());
            said.map(|(own, file)| own.iter().map(|path| in_folder(file, path)).collect()).unwrap_or_default()
        };
        let said = || chain.nearest(|own| own.registry.clone()).map(|(path, file)| in_folder(file, &path));
        let registry = self.wishes.registry.clone().or_else(said);
        let key = (rules, registry);
        if let Some(known) = self.books.get(&key) {
            return Ok(Arc::clone(known));
        }
        let made = self.made(&key.0, key.1.as_deref())?;
        self.books.insert(key, Arc::clone(&made));
        Ok(made)
    }

    /// Adds folder by folder; one that a file names and that is faulty is told and left out.
    fn made(&mut self, rules: &[PathBuf], registry: Option<&Path>) -> Result<Arc<RuleBook>, Words> {
        let mut book = thethuc_law::book();
        for folder in rules {
            match book::extended(&book, folder) {
                Ok(more) => book = more,
                Err(words) if self.wishes.rules.is_some() => return Err(words),
                Err(words) => self.faults.push(words),
            }
        }
        match pack::read(registry) {
            Ok(Some(pack)) => book = book.with_pack(pack),
            Ok(None) => {}
            Err(words) if self.wishes.registry.is_some() => return Err(words),
            Err(words) => self.faults.push(words),
        }
        Ok(Arc::new(book))
    }
}

/// The rules that the command line leaves in.
fn asked(book: &RuleBook, wishes: &Wishes) -> Vec<String> {
    let names = |id: &str, all: &[String]| {
        let group = id.split('/').next();
        all.iter().any(|name| book.resolve(name) == Some(id) || Some(name.as_str()) == group)
    };
    let is_asked =
        |id: &&str| (wishes.only.is_empty() || names(id, &wishes.only)) && !names(id, &wishes.skip);
    book.rule_ids().filter(is_asked).map(str::to_owned).collect()
}

/// Several rule books as one source of names: the first that knows something tells it.
pub struct Library<'a> {
    books: &'a [Arc<RuleBook>],
    pages: Option<&'a str>,
}

impl Names for Library<'_> {
    fn regime(&self, id: &str) -> Option<Words> {
        self.books.iter().find_map(|own| Names::regime(own.as_ref(), id))
    }

    fn instrument(&self, number: &str) -> Option<Words> {
        self.books.iter().find_map(|own| Names::instrument(own.as_ref(), number))
    }

    fn rule(&self, id: &str) -> Option<model::Rule> {
        self.books.iter().find_map(|own| Names::rule(own.as_ref(), id))
    }

    /// Of several the earliest: no draft is judged by more.
    fn data_until(&self) -> Option<Date> {
        self.books.iter().filter_map(|own| own.data_until()).min()
    }

    fn pages(&self) -> Option<&str> {
        self.pages
    }
}
