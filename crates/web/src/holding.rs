//! What holds for the drafts on the desk: the configurations of their folders, what people set or gave the page, and
//! that of a pack. What these come to is worked out by the same code as in the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use thethuc_core::checker::{Checked, Checker};
use thethuc_core::configured::{self, Asked, Said};
use thethuc_core::files::office::OfficePack;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::config::{Config, FILE, Trust};
use thethuc_core::rulebook::profile::Profile;
use thethuc_core::text::Date;
use thethuc_core::triage::{Identity, Record, Triage, triage};

/// A configuration with its place.
pub struct Placed {
    name: String,
    folder: String,
    text: String,
    config: Config,
}

impl Placed {
    /// The configuration of a folder; that of the page has none.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn read(folder: &str, text: &str) -> Result<Self, Words> {
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let config = Config::read(&text).map_err(|fault| {
            let place = format!("{FILE}:{}:{}", fault.line, fault.column);
            Words { vi: format!("{place}: {}", fault.words.vi), en: format!("{place}: {}", fault.words.en) }
        })?;
        let slash = if folder.is_empty() { "" } else { "/" };
        Ok(Self { name: format!("{folder}{slash}{FILE}"), folder: folder.to_owned(), text, config })
    }

    /// What it says.
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What does not fit a rule book, and which keys lead to files that a page cannot open: a line each.
    pub fn doubts(&self, book: &RuleBook) -> Words {
        let mut all = Words::default();
        for fault in self.config.clone().verify(&self.text, book) {
            let place = format!("{}:{}:{}", self.name, fault.line, fault.column);
            let _ = writeln!(all.vi, "{place}: {}.", fault.words.vi);
            let _ = writeln!(all.en, "{place}: {}.", fault.words.en);
        }
        // Where reports go, and which drafts are checked, is said on the page itself.
        let mut keys = self.config.leading_elsewhere();
        keys.retain(|key| !["outputs", "paths"].contains(key));
        if !keys.is_empty() {
            let keys = keys.join(", ");
            let _ = writeln!(
                all.vi,
                "{}: trang không tự mở được tệp nêu ở {keys}; hãy kéo chính các tệp đó vào trang.",
                self.name
            );
            let _ = writeln!(
                all.en,
                "{}: a page cannot open the files of {keys} by itself; drop them on it.",
                self.name
            );
        }
        all
    }

    fn said(&self) -> Said<'_> {
        Said {
            config: &self.config,
            text: &self.text,
            name: self.name.clone(),
            folder: self.folder.clone(),
            is_own: true,
        }
    }
}

/// The configurations on the desk.
#[derive(Default)]
pub struct Configurations {
    /// What people set on the page, the nearest first.
    pub own: Vec<Placed>,
    /// Those of folders of drafts, by folder.
    pub folders: BTreeMap<String, Placed>,
    /// That of a pack.
    pub pack: Option<Placed>,
}

impl Configurations {
    /// The configuration of a pack.
    pub fn of_pack(pack: &OfficePack) -> Option<Placed> {
        let (text, config) = pack.config.clone()?;
        let name = format!("{}/{FILE}", pack.mark.name);
        Some(Placed { name, folder: String::new(), text, config })
    }

    /// The folders with a configuration that a file lies in, the nearest first.
    pub fn folders_of(&self, path: &str) -> Vec<&str> {
        let mut all = Vec::new();
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            all.extend(self.folders.get_key_value(above).map(|(key, _)| key.as_str()));
            folder = above;
        }
        all.extend(self.folders.get_key_value("").map(|(key, _)| key.as_str()));
        all
    }

    /// What holds in folders, the nearest first. What people set on the page is theirs, whatever a file says.
    fn chain(&self, folders: &[&str]) -> Vec<Said<'_>> {
        let of_folders = folders.iter().filter_map(|folder| self.folders.get(*folder));
        let mut chain: Vec<_> = of_folders.chain(&self.own).map(Placed::said).collect();
        configured::part(&mut chain, 0);
        for said in chain.iter_mut().skip(folders.len()) {
            said.is_own = true;
        }
        chain
    }

    /// Whether a file of a folder is left out.
    pub fn excludes(&self, path: &str) -> bool {
        configured::excludes(&self.chain(&self.folders_of(path)), path)
    }
}

/// What holds for the drafts of some folders.
pub struct Holding {
    /// The rules with the options.
    pub checker: Checker,
    /// What the organs are.
    pub profile: Option<Arc<Profile>>,
    /// What the owner wants of findings.
    pub triage: Triage,
    /// The files that have a say.
    configurations: Vec<String>,
}

impl Holding {
    /// What holds for the drafts of these folders, the nearest first.
    ///
    /// # Errors
    /// A rule that is asked for and is not there.
    pub fn of(
        all: &Configurations,
        folders: &[&str],
        book: &Arc<RuleBook>,
        (asked, today): (&Asked, Date),
        decided: &[Record],
    ) -> Result<Self, Words> {
        let mut chain = all.chain(folders);
        // What a pack says of trust is about drafts; the files of whoever uses it are not its business.
        let of_pack = all.pack.as_ref();
        let trusts =
            configured::trusts_all(&chain) && of_pack.is_none_or(|own| own.config.trust != Some(Trust::Own));
        chain.extend(of_pack.map(Placed::said));
        let (heard, _) = configured::heard(&chain, book);
        let today = configured::value(&heard, |own| own.today).unwrap_or(today);
        let options = configured::options(&heard, asked, today);
        let checker = Checker::new(Arc::clone(book), options).map_err(|error| error.words())?;
        let triage = configured::triage(&heard, book, today, trusts).map_err(|error| error.words())?;
        let judging = chain.iter().filter(|own| own.config.judges());
        Ok(Self {
            profile: configured::profile(&heard).map(Arc::new),
            triage: triage.with_decisions(book, decided.iter().cloned()),
            configurations: judging.map(|own| own.name.clone()).collect(),
            checker,
        })
    }

    /// A draft, checked, with what people decided.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn checked(&self, path: &str, name: &str, bytes: &[u8]) -> Result<Checked, Words> {
        let checked = self.checker.check_for(self.profile.clone(), name, bytes);
        let mut checked = checked.map_err(|error| error.words())?;
        let document = Identity::of(path, &checked, bytes);
        triage(&mut checked, &document, &self.triage);
        checked.triaged.configurations.clone_from(&self.configurations);
        Ok(checked)
    }
}
