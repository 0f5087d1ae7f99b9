//! The desk: what is checked together, and what came of it.
//!
//! Of a draft its pieces of report are kept, never the draft, so that a folder of any size needs the memory
//! of its reports. Whoever wants a copy of a draft brings its bytes again.

use crate::Saved;
use crate::bundle::{self, Bundle};
use crate::dossier::Dossier;
use crate::facts::{Facts, written};
use crate::holding::{Configurations, Holding, Placed};
use crate::rules::{self, Ran};
use crate::settings::Settings;
use crate::sketching;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use thethuc_core::configured::Asked;
use thethuc_core::files::copies::{Made, Maker, author};
use thethuc_core::files::kind::{Kind, is_dossier};
use thethuc_core::files::names;
use thethuc_core::files::office::{self, OfficePack};
use thethuc_core::finding::Words;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::formats::Formats;
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::files::{Folder, RuleFile};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use thethuc_core::triage::Record;
use thethuc_html::Html;

/// What is checked together.
pub struct Desk {
    settings: Settings,
    today: Date,
    book: Arc<RuleBook>,
    /// Whether own rules alone are applied.
    only_own: bool,
    configurations: Configurations,
    /// What holds for drafts, by the folders with a configuration that they lie in.
    holdings: BTreeMap<Vec<String>, Arc<Holding>>,
    decided: Vec<Record>,
    kept: BTreeMap<u32, Kept>,
    /// How many files are checked together: reports on many are written in another way than those on one.
    files: usize,
    bundle: Bundle,
    dossier: Option<Dossier>,
    /// Files of own rules that wait to be used.
    waiting: Folder,
}

/// What is kept of a file: its pieces of report by the name of their form.
struct Kept {
    pieces: Vec<(&'static str, String)>,
    overview: Overview,
}

/// The forms of reports that the page hands out, by name.
const FORMS: [&str; 2] = ["html", "json"];

/// The form of that name for a report on so many files.
fn form(name: &str, files: usize) -> Option<Box<dyn Format>> {
    FORMS.contains(&name).then(|| Formats::default().with(Html::on(files)).take(name)).flatten()
}

impl Desk {
    pub fn new(today: &str, settings: &str) -> Result<Self, String> {
        let settings = Settings::read(settings).map_err(|words| words.vi)?;
        let said = |words: Words| words.in_language(settings.language).to_owned();
        let today = crate::settings::day(today).map_err(said)?;
        settings.asked().map_err(said)?;
        let own = settings.placed().map_err(said)?;
        Ok(Self {
            settings,
            today,
            book: Arc::new(thethuc_law::book()),
            only_own: false,
            configurations: Configurations { own: own.into_iter().collect(), ..Configurations::default() },
            holdings: BTreeMap::new(),
            decided: Vec::new(),
            kept: BTreeMap::new(),
            files: 1,
            bundle: Bundle::default(),
            dossier: None,
            waiting: Folder::default(),
        })
    }

    pub fn about(&self) -> String {
        #[derive(Serialize)]
        struct About {
            version: &'static str,
            data_until: Option<String>,
            rules: usize,
            organs: Vec<String>,
            packs: Vec<String>,
        }
        let book = &self.book;
        let until = book.registry().data_until();
        let language = self.language();
        let packs = book.origins().packs().iter();
        written(&About {
            version: env!("CARGO_PKG_VERSION"),
            data_until: until.map(|day| thethuc_core::report::wording::date(day, language)),
            rules: book.rule_ids().count(),
            organs: self.settings.organ_names(),
            packs: packs.map(|own| thethuc_core::report::wording::pack(own, language)).collect(),
        })
    }

    /// Begins with so many files: forgets what was checked before, and the profiles of its folders; settings,
    /// rules and decisions stay.
    pub fn begin(&mut self, files: usize) {
        self.files = files;
        self.configurations.folders.clear();
        self.holdings.clear();
        self.kept.clear();
        self.bundle = Bundle::default();
        self.dossier = None;
    }

    pub fn profile(&mut self, folder: &str, bytes: &[u8]) -> Result<String, String> {
        let own = Placed::read(folder, &String::from_utf8_lossy(bytes)).map_err(|words| self.said(&words))?;
        let doubts = self.said(&own.doubts(&self.book));
        self.configurations.folders.insert(folder.to_owned(), own);
        self.holdings.clear();
        Ok(doubts)
    }

    pub fn configure(&mut self, bytes: &[u8]) -> Result<String, String> {
        let (_, rest) = Settings::parted(&String::from_utf8_lossy(bytes));
        let own = Placed::read("", &rest).map_err(|words| self.said(&words))?;
        let doubts = self.said(&own.doubts(&self.book));
        // What is set on the page itself goes before.
        let mut all =
            self.settings.placed().map_err(|words| self.said(&words))?.into_iter().collect::<Vec<_>>();
        all.push(own);
        self.configurations.own = all;
        self.holdings.clear();
        Ok(doubts)
    }

    pub fn check(&mut self, at: u32, path: &str, name: &str, bytes: &[u8], walked: bool) -> String {
        if walked && self.configurations.excludes(path) {
            self.kept.insert(at, Kept { pieces: Vec::new(), overview: Overview::default() });
            return Facts::left_out().json();
        }
        match self.holding(path).and_then(|own| own.checked(path, name, bytes)) {
            Ok(checked) if walked && !checked.is_draft() => {
                let overview = Overview { tally: Tally::not_a_draft(), ..Overview::default() };
                self.kept.insert(at, Kept { pieces: Vec::new(), overview });
                Facts::passed().json()
            }
            Ok(checked) => {
                self.keep(at, path, Outcome::Checked { checked: &checked, source: bytes });
                Facts::of(&checked, name, bytes).json()
            }
            Err(reason) => {
                self.keep(at, path, Outcome::Unreadable(&reason));
                Facts::unreadable(reason.in_language(self.language())).json()
            }
        }
    }

    pub fn refuse(&mut self, at: u32, path: &str, why: &str) -> String {
        // The page says it in its own language.
        let reason = Words { vi: why.to_owned(), en: why.to_owned() };
        self.keep(at, path, Outcome::Unreadable(&reason));
        Facts::unreadable(why).json()
    }

    pub fn missing(&self, numbers: &[u32]) -> Vec<u32> {
        numbers.iter().copied().filter(|number| !self.kept.contains_key(number)).collect()
    }

    pub fn report(
        &self,
        form: &str,
        numbers: &[u32],
        others: usize,
        not_drafts: usize,
    ) -> Result<String, String> {
        let format = self::form(form, self.files).ok_or_else(|| form.to_owned())?;
        let replacing = rules::replacing(&self.book);
        let setting = self.setting(&replacing);
        let tally = Tally { other_documents: others, not_drafts, ..Tally::default() };
        let mut overview = Overview { tally, ..Overview::default() };
        let mut text = format.open(&setting);
        let mut is_first = true;
        for kept in numbers.iter().filter_map(|number| self.kept.get(number)) {
            overview.add(kept.overview.clone());
            let own = kept.pieces.iter().find(|(name, _)| *name == form).map(|(_, piece)| piece);
            let Some(piece) = own.filter(|piece| !piece.is_empty()) else { continue };
            if !std::mem::take(&mut is_first) {
                text.push_str(format.between());
            }
            text.push_str(piece);
        }
        text.push_str(&format.close_over(&overview, &setting));
        Ok(text)
    }

    pub fn annotated(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        let made = self.with_remarks(path, name, bytes)?;
        let name = bundle::beside(bundle::file_name(path), &names::with_remarks);
        Ok(Saved { bytes: made.bytes, name, told: self.said(&made.told) })
    }

    pub fn cleaned(&mut self, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        let holding = self.holding(name).map_err(|words| self.said(&words))?;
        let made = self.maker(&holding).for_signing(name, bytes).map_err(|words| self.said(&words))?;
        let name = bundle::beside(bundle::file_name(name), &names::for_signing);
        Ok(Saved { bytes: made.bytes, name, told: self.said(&made.told) })
    }

    pub fn bundle(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<(), String> {
        let made = self.with_remarks(path, name, bytes)?;
        let own = bundle::beside(path, &names::with_remarks);
        self.bundle.add(&own, &made.bytes).map_err(|error| error.to_string())
    }

    pub fn bundled(&mut self, name: &str) -> Result<Saved, String> {
        let bytes = std::mem::take(&mut self.bundle).finish().map_err(|error| error.to_string())?;
        Ok(Saved { bytes, name: name.to_owned(), told: String::new() })
    }

    pub fn open_dossier(&mut self, path: &str, bytes: Vec<u8>) -> Result<String, String> {
        let opened = Dossier::open(path, bytes).map_err(|words| self.said(&words))?;
        let Some(dossier) = opened else { return Ok("null".to_owned()) };
        let listed = dossier.listed();
        self.dossier = Some(dossier);
        Ok(listed)
    }

    pub fn unpack(&self, index: usize) -> Result<Vec<u8>, String> {
        let dossier = self.dossier.as_ref().ok_or_else(String::new)?;
        dossier.unpack(index).map_err(|words| self.said(&words))
    }

    pub fn forms(&self) -> Result<String, String> {
        sketching::forms(&self.book)
    }

    pub fn sketch(&self, request: &str) -> Result<Saved, String> {
        sketching::sketch(&self.book, request, self.today, self.language()).map_err(|words| self.said(&words))
    }

    pub fn rule_file(&mut self, path: &str, bytes: Vec<u8>) {
        match RuleFile::of_bytes(path, bytes) {
            Ok(file) => self.waiting.files.push(file),
            Err(fault) => self.waiting.lost.push(fault),
        }
    }

    pub fn use_rules(&mut self, only: bool) -> String {
        let waiting = std::mem::take(&mut self.waiting);
        let language = self.language();
        let book = match rules::added(&self.book, &waiting) {
            Ok(book) => book,
            Err(faults) => return written(&Ran::faulty(&faults, language)),
        };
        let ran = Ran::of(&book, self.today, language);
        self.book = Arc::new(book);
        self.only_own = only;
        self.holdings.clear();
        written(&ran)
    }

    pub fn use_pack(&mut self, shown: &str, bytes: &[u8]) -> Result<String, String> {
        let pack = OfficePack::read(shown, bytes).map_err(|words| self.said(&words))?;
        let book = pack.added(&self.book).map_err(|faults| self.said(&office::told(&faults)))?;
        self.book = Arc::new(book);
        self.configurations.pack = Configurations::of_pack(&pack);
        self.holdings.clear();
        let doubts = self.configurations.pack.as_ref().map(|own| self.said(&own.doubts(&self.book)));
        Ok(doubts.unwrap_or_default())
    }

    pub fn decide(&mut self, bytes: &[u8]) -> Result<usize, String> {
        let own = thethuc_core::triage::file::read(&String::from_utf8_lossy(bytes));
        let own = own.map_err(|words| self.said(&words))?;
        let count = own.len();
        self.decided.extend(own);
        self.holdings.clear();
        Ok(count)
    }

    pub fn settings_file(&self) -> String {
        let given = self.configurations.own.iter().rev().find(|own| own.config().judges());
        self.settings.file(given)
    }

    pub fn settings_of(&self, bytes: &[u8]) -> Result<String, String> {
        let text = String::from_utf8_lossy(bytes);
        let own = Settings::of_file(&text).map_err(|words| self.said(&words))?;
        Ok(written(&own))
    }

    /// What holds for a file.
    fn holding(&mut self, path: &str) -> Result<Arc<Holding>, Words> {
        let folders = self.configurations.folders_of(path);
        let key: Vec<String> = folders.iter().map(|own| (*own).to_owned()).collect();
        if let Some(known) = self.holdings.get(&key) {
            return Ok(Arc::clone(known));
        }
        let only = if self.only_own { rules::own(&self.book) } else { Vec::new() };
        let asked = Asked { only, ..self.settings.asked()? };
        let made =
            Holding::of(&self.configurations, &folders, &self.book, (&asked, self.today), &self.decided)?;
        let made = Arc::new(made);
        self.holdings.insert(key, Arc::clone(&made));
        Ok(made)
    }

    /// The copy of a draft with remarks.
    fn with_remarks(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<Made, String> {
        let holding = self.holding(path).map_err(|words| self.said(&words))?;
        let made =
            self.maker(&holding).with_remarks(holding.profile.clone(), &holding.triage, (name, path), bytes);
        made.map_err(|words| self.said(&words))
    }

    /// Keeps the pieces of report of an outcome.
    fn keep(&mut self, at: u32, path: &str, outcome: Outcome<'_>) {
        let reported = Reported { path, outcome };
        let document = Document::of(&reported);
        let replacing = rules::replacing(&self.book);
        let setting = self.setting(&replacing);
        let piece = |name: &'static str| {
            let format = form(name, self.files)?;
            Some((name, format.piece(&document, &reported, &setting)))
        };
        let pieces = FORMS.into_iter().filter_map(piece).collect();
        let kept = Kept { pieces, overview: Overview::of(&reported) };
        self.kept.insert(at, kept);
    }

    fn setting<'a>(&'a self, replacing: &'a [&'a str]) -> Setting<'a> {
        Setting { language: self.language(), names: self.book.as_ref(), replacing }
    }

    fn maker<'h>(&self, holding: &'h Holding) -> Maker<'h> {
        Maker {
            checker: &holding.checker,
            language: self.language(),
            with_notes: false,
            author: author(self.settings.author(), None),
            anyway: false,
        }
    }

    fn language(&self) -> Language {
        self.settings.language
    }

    fn said(&self, words: &Words) -> String {
        words.in_language(self.language()).to_owned()
    }
}

/// What files are by their names.
pub fn kinds(names: &str) -> Result<String, String> {
    let names: Vec<String> = serde_json::from_str(names).map_err(|error| error.to_string())?;
    let kind = |name: &String| match Kind::of(name) {
        _ if is_dossier(name) => "dossier",
        Kind::Draft => "draft",
        Kind::OtherDocument => "other",
        Kind::NoDraft => "none",
        Kind::Unknown => "unknown",
    };
    Ok(written(&names.iter().map(kind).collect::<Vec<_>>()))
}
