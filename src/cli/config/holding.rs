//! What holds for each draft: the rules, the options and the wishes of its folder, the command line before
//! all files.

use super::super::args::{ConfigArgs, JudgingArgs, SourceArgs};
use super::chain::{Chain, Configurations, Link};
use super::read::Loaded;
use super::read::told;
use crate::cli::inputs::Inputs;
use crate::cli::known::Known;
use crate::cli::paths::common_folder;
use crate::cli::{book, clock, pack};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thethuc_core::checker::Checker;
use thethuc_core::configured::{self, Asked, Said};
use thethuc_core::document::{Class, Stage};
use thethuc_core::files::office::OfficePack;
use thethuc_core::finding::{Severity, Words};
use thethuc_core::report::{Names, model};
use thethuc_core::rulebook::config::{Config, FILE, FailOn, Trust};
use thethuc_core::rulebook::profile::Profile;
use thethuc_core::rulebook::{PackMark, RuleBook};
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
    /// An office pack.
    pub pack: Option<PathBuf>,
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
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sources {
    pack: Option<PathBuf>,
    rules: Vec<PathBuf>,
    registry: Option<PathBuf>,
}

/// While holdings are made.
struct Making<'a> {
    wishes: &'a Wishes,
    known: &'a Known,
    decisions: &'a [Silence],
    books: BTreeMap<Sources, (Arc<RuleBook>, Option<Arc<OfficePack>>)>,
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
            all.push(making.holding(&configurations.in_folder(&common_folder(&[])))?);
        }
        let mut faults = std::mem::take(&mut configurations.faults);
        for fault in making.faults {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        let books = making.books.into_values().map(|(book, _)| book).collect();
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
        let (book, pack) = self.book(chain)?;
        let mut said: Vec<Said<'_>> = chain.files().iter().map(Link::said).collect();
        // What a pack says lies under everything else, and is as much the user's own as its rules are.
        let of_pack = pack.as_ref().and_then(|own| Some((&own.mark.name, own.config.as_ref()?)));
        if let Some((name, (text, config))) = &of_pack {
            let name = format!("{name}/{FILE}");
            said.push(Said { config, text, name, folder: String::new(), is_own: true });
        }
        let (heard, faults) = configured::heard(&said, &book);
        for (index, fault) in &faults {
            let own = chain.files().get(*index).map(|link| link.file.path.as_path());
            let path = own.unwrap_or(Path::new(&said[*index].name));
            self.faults.push(told(path, said[*index].text, fault));
        }
        let today = configured::value(&heard, |own| own.today).or_else(clock::today).or(wishes.as_of);
        let today = today.ok_or_else(|| clock::wrong("--as-of"))?;
        let options = configured::options(&heard, &wishes.asked(), today);
        let checker = Checker::new(Arc::clone(&book), options).map_err(|error| error.words())?;
        // What a pack says of trust is about drafts; the files of whoever uses it are not its business.
        let distrusts = of_pack.as_ref().is_some_and(|(_, (_, config))| config.trust == Some(Trust::Own));
        let trusts = chain.trusts_all(wishes.trust) && (wishes.trust.is_some() || !distrusts);
        let triage = configured::triage(&heard, &book, today, trusts);
        let mut triage = triage.map_err(|error| error.words())?;
        triage = triage.with_silences(&book, self.decisions.iter().cloned());
        if !(wishes.only.is_empty() && wishes.skip.is_empty()) {
            triage = triage.asking(asked(&book, wishes));
        }
        let fail_on = wishes.fail_on.or_else(|| configured::value(&heard, |own| own.fail_on));
        let profile = chain.profile().or_else(|| {
            // A faulty file stops what files above it say of organs, and so what a pack says.
            if chain.knows_organs() { configured::profile(heard.get(chain.files().len()..)?) } else { None }
        });
        let judging = said.iter().filter(|own| own.config.judges());
        Ok(Holding {
            checker,
            profile: profile.map(Arc::new),
            triage: self.known.against(triage, &book),
            fail_on: fail_on.unwrap_or(FailOn::Error).severity(),
            configurations: judging.map(|own| own.name.clone()).collect(),
        })
    }

    /// The rule book with what the command line or the nearest file adds, and the pack that is in it.
    fn book(&mut self, chain: &Chain) -> Result<(Arc<RuleBook>, Option<Arc<OfficePack>>), Words> {
        let in_folder = |file: &Loaded, path: &String| file.folder.join(path);
        let rules = if let Some(own) = &self.wishes.rules {
            vec![own.clone()]
        } else {
            let said = chain.nearest(|own| own.rules.clone());
            said.map(|(own, file)| own.iter().map(|path| in_folder(file, path)).collect()).unwrap_or_default()
        };
        let one = |stated: &Option<PathBuf>, key: fn(&Config) -> Option<String>| {
            let said = || chain.nearest(key).map(|(path, file)| in_folder(file, &path));
            stated.clone().or_else(said)
        };
        let registry = one(&self.wishes.registry, |own| own.registry.clone());
        let pack = one(&self.wishes.pack, |own| own.pack.clone());
        let sources = Sources { pack, rules, registry };
        if let Some(known) = self.books.get(&sources) {
            return Ok(known.clone());
        }
        let made = self.made(&sources)?;
        self.books.insert(sources, made.clone());
        Ok(made)
    }

    /// Adds the pack, folder by folder, and the data; what a file names and is faulty is told and left out.
    fn made(&mut self, sources: &Sources) -> Result<(Arc<RuleBook>, Option<Arc<OfficePack>>), Words> {
        let mut book = thethuc_law::book();
        let mut packed = None;
        match sources.pack.as_deref().map(|path| pack::office(path, &book)).transpose() {
            Ok(Some((pack, made))) => {
                book = made;
                packed = Some(Arc::new(pack));
            }
            Ok(None) => {}
            Err(words) if self.wishes.pack.is_some() => return Err(words),
            Err(words) => self.faults.push(words),
        }
        for folder in &sources.rules {
            match book::extended(&book, folder) {
                Ok(more) => book = more,
                Err(words) if self.wishes.rules.is_some() => return Err(words),
                Err(words) => self.faults.push(words),
            }
        }
        match pack::read(sources.registry.as_deref()) {
            Ok(Some(pack)) => book = book.with_pack(pack),
            Ok(None) => {}
            Err(words) if self.wishes.registry.is_some() => return Err(words),
            Err(words) => self.faults.push(words),
        }
        Ok((Arc::new(book), packed))
    }
}

impl Wishes {
    /// What commands that judge are given.
    pub fn of(judging: &JudgingArgs, sources: &SourceArgs, config: &ConfigArgs) -> Self {
        Self {
            stage: judging.stage.map(Into::into),
            as_of: judging.as_of,
            class: judging.class.map(Into::into),
            only: sources.only.clone(),
            skip: sources.skip.clone(),
            rules: sources.rules.clone(),
            registry: sources.registry.clone(),
            pack: config.pack.clone(),
            fail_on: judging.fail_on.map(Into::into),
            quote_secret: false,
            trust: config.trust.map(Into::into),
        }
    }

    /// What of it every face asks for.
    fn asked(&self) -> Asked {
        Asked {
            stage: self.stage,
            as_of: self.as_of,
            class: self.class,
            only: self.only.clone(),
            skip: self.skip.clone(),
            quote_secret: self.quote_secret,
        }
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

    fn packs(&self) -> Vec<&PackMark> {
        let mut all: Vec<&PackMark> = self.books.iter().flat_map(|own| own.origins().packs()).collect();
        all.dedup();
        all
    }
}
