//! The desk: what is checked together, and what came of it.
//!
//! Of a draft its pieces of report are kept, never the draft, so that a folder of any size needs the memory
//! of its reports. Whoever wants a copy of a draft brings its bytes again.

use crate::Saved;
use crate::bundle::{self, Bundle};
use crate::facts::{Facts, written};
use crate::rules::{self, Ran};
use crate::settings::{Settings, profile};
use crate::sketching;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;
use thethuc_core::checker::{Checked, Checker};
use thethuc_core::files::copies::{Maker, author};
use thethuc_core::files::dossier::{self, Entry, Refused};
use thethuc_core::files::kind::{Kind, is_dossier, is_hidden};
use thethuc_core::files::names;
use thethuc_core::finding::Words;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::formats::Formats;
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::files::{Folder, RuleFile};
use thethuc_core::rulebook::profile::Profile;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use thethuc_core::triage::{Identity, Record, Triage, triage};
use thethuc_html::Html;

/// What is checked together.
pub struct Desk {
    settings: Settings,
    today: Date,
    checker: Checker,
    /// The profiles of folders of drafts, by path.
    profiles: BTreeMap<String, Arc<Profile>>,
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

/// An open dossier.
struct Dossier {
    path: String,
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// What lies in a dossier.
#[derive(Serialize)]
struct Listed<'a> {
    /// Numbers and names of the drafts.
    drafts: Vec<(usize, &'a str)>,
    others: usize,
    not_drafts: usize,
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
        let options = settings.options(today).map_err(said)?;
        let checker = Checker::new(thethuc_law::book(), options).map_err(|error| said(error.words()))?;
        Ok(Self {
            settings,
            today,
            checker,
            profiles: BTreeMap::new(),
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
        }
        let book = self.checker.book();
        let until = book.registry().data_until();
        let language = self.language();
        written(&About {
            version: env!("CARGO_PKG_VERSION"),
            data_until: until.map(|day| thethuc_core::report::wording::date(day, language)),
            rules: book.rule_ids().count(),
            organs: self.settings.organ_names(),
        })
    }

    /// Begins with so many files: forgets what was checked before, and the profiles of its folders; settings,
    /// rules and decisions stay.
    pub fn begin(&mut self, files: usize) {
        self.files = files;
        self.profiles.clear();
        self.kept.clear();
        self.bundle = Bundle::default();
        self.dossier = None;
    }

    pub fn profile(&mut self, folder: &str, bytes: &[u8]) -> Result<(), String> {
        let text = String::from_utf8_lossy(bytes);
        let own = profile(&text).map_err(|words| self.said(&words))?;
        self.profiles.extend(own.map(|own| (folder.to_owned(), Arc::new(own))));
        Ok(())
    }

    pub fn check(&mut self, at: u32, path: &str, name: &str, bytes: &[u8], walked: bool) -> String {
        let checked = self.checked(path, name, bytes);
        match &checked {
            Ok(checked) if walked && !checked.is_draft() => {
                let overview = Overview { tally: Tally::not_a_draft(), ..Overview::default() };
                self.kept.insert(at, Kept { pieces: Vec::new(), overview });
                Facts::passed().json()
            }
            Ok(checked) => {
                self.keep(at, path, Outcome::Checked { checked, source: bytes });
                Facts::of(checked, name, bytes).json()
            }
            Err(reason) => {
                self.keep(at, path, Outcome::Unreadable(reason));
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
        let replacing = rules::replacing(self.checker.book());
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

    pub fn annotated(&self, path: &str, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        let made = self.maker().with_remarks(self.profile_of(path), &self.decided(), (name, path), bytes);
        let made = made.map_err(|words| self.said(&words))?;
        let name = bundle::beside(file_name(path), &names::with_remarks);
        Ok(Saved { bytes: made.bytes, name, told: self.said(&made.told) })
    }

    pub fn cleaned(&self, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        let made = self.maker().for_signing(name, bytes).map_err(|words| self.said(&words))?;
        let name = bundle::beside(file_name(name), &names::for_signing);
        Ok(Saved { bytes: made.bytes, name, told: self.said(&made.told) })
    }

    pub fn bundle(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<(), String> {
        let made = self.maker().with_remarks(self.profile_of(path), &self.decided(), (name, path), bytes);
        let made = made.map_err(|words| self.said(&words))?;
        let own = bundle::beside(path, &names::with_remarks);
        self.bundle.add(&own, &made.bytes).map_err(|error| error.to_string())
    }

    pub fn bundled(&mut self, name: &str) -> Result<Saved, String> {
        let bytes = std::mem::take(&mut self.bundle).finish().map_err(|error| error.to_string())?;
        Ok(Saved { bytes, name: name.to_owned(), told: String::new() })
    }

    pub fn open_dossier(&mut self, path: &str, bytes: Vec<u8>) -> Result<String, String> {
        let entries = dossier::entries(path, Cursor::new(bytes.as_slice()));
        let Some(entries) = entries.map_err(|refused| self.refused(refused))? else {
            return Ok("null".to_owned());
        };
        let entries: Vec<Entry> = entries.into_iter().filter(|entry| !is_hidden(&entry.name)).collect();
        let kind = |entry: &Entry| Kind::of(file_name(&entry.name));
        let count = |wanted| entries.iter().filter(|entry| kind(entry) == wanted).count();
        let drafts = entries.iter().enumerate().filter(|(_, entry)| kind(entry) == Kind::Draft);
        let listed = written(&Listed {
            drafts: drafts.map(|(index, entry)| (index, entry.name.as_str())).collect(),
            others: count(Kind::OtherDocument),
            not_drafts: count(Kind::NoDraft),
        });
        self.dossier = Some(Dossier { path: path.to_owned(), bytes, entries });
        Ok(listed)
    }

    pub fn unpack(&self, index: usize) -> Result<Vec<u8>, String> {
        let dossier = self.dossier.as_ref();
        let Some((dossier, entry)) = dossier.and_then(|own| own.entries.get(index).map(|entry| (own, entry)))
        else {
            return Err(String::new());
        };
        let bytes = dossier::bytes(&dossier.path, Cursor::new(dossier.bytes.as_slice()), entry);
        bytes.map_err(|refused| self.refused(refused))
    }

    pub fn forms(&self) -> Result<String, String> {
        sketching::forms(self.checker.book())
    }

    pub fn sketch(&self, request: &str) -> Result<Saved, String> {
        sketching::sketch(self.checker.book(), request, self.today, self.language())
            .map_err(|words| self.said(&words))
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
        let book = match rules::added(self.checker.book(), &waiting) {
            Ok(book) => book,
            Err(faults) => return written(&Ran::faulty(&faults, language)),
        };
        let ran = Ran::of(&book, self.today, language);
        let mut options = self.checker.options().clone();
        options.only = if only { rules::own(&book) } else { Vec::new() };
        match Checker::new(book, options) {
            Ok(checker) => {
                self.checker = checker;
                written(&ran)
            }
            Err(error) => written(&Ran::refused(error.words().in_language(language))),
        }
    }

    pub fn decide(&mut self, bytes: &[u8]) -> Result<usize, String> {
        let own = thethuc_core::triage::file::read(&String::from_utf8_lossy(bytes));
        let own = own.map_err(|words| self.said(&words))?;
        let count = own.len();
        self.decided.extend(own);
        Ok(count)
    }

    pub fn settings_file(&self) -> String {
        self.settings.file()
    }

    pub fn settings_of(&self, bytes: &[u8]) -> Result<String, String> {
        let text = String::from_utf8_lossy(bytes);
        let own = Settings::of_file(&text, self.today).map_err(|words| self.said(&words))?;
        Ok(written(&own))
    }

    /// A draft, checked, with what people decided.
    fn checked(&self, path: &str, name: &str, bytes: &[u8]) -> Result<Checked, Words> {
        let profile = self.profile_of(path).or_else(|| self.checker.options().profile.clone());
        let checked = self.checker.check_for(profile, name, bytes);
        let mut checked = checked.map_err(|error| error.words())?;
        let document = Identity::of(path, &checked, bytes);
        triage(&mut checked, &document, &self.decided());
        Ok(checked)
    }

    /// What people decided on the page; what they answered in the files is read from the files.
    fn decided(&self) -> Triage {
        Triage::default().with_decisions(self.checker.book(), self.decided.clone())
    }

    /// Keeps the pieces of report of an outcome.
    fn keep(&mut self, at: u32, path: &str, outcome: Outcome<'_>) {
        let reported = Reported { path, outcome };
        let document = Document::of(&reported);
        let replacing = rules::replacing(self.checker.book());
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
        Setting { language: self.language(), names: self.checker.book(), replacing }
    }

    fn maker(&self) -> Maker<'_> {
        Maker {
            checker: &self.checker,
            language: self.language(),
            with_notes: false,
            author: author(self.settings.author(), None),
            anyway: false,
        }
    }

    /// The profile of the folder of a file, or of the nearest one above.
    fn profile_of(&self, path: &str) -> Option<Arc<Profile>> {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            if let Some(own) = self.profiles.get(above) {
                return Some(Arc::clone(own));
            }
            folder = above;
        }
        self.profiles.get("").cloned()
    }

    fn language(&self) -> Language {
        self.settings.language
    }

    fn said(&self, words: &Words) -> String {
        words.in_language(self.language()).to_owned()
    }

    fn refused(&self, refused: Refused) -> String {
        match refused {
            Refused::Io(error) => error.to_string(),
            Refused::Because(words) => self.said(&words),
        }
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

/// The name of a file without its folder.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
