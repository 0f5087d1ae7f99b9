//! The checker for a page in a browser: a thin shell over the core, for one Web Worker.
//!
//! The page brings names, bytes and the day of today; it gets reports, copies and short facts as JSON. What
//! goes wrong is thrown as one sentence in the language of the page. There is no other way in or out: no
//! request, no storage, no clock. A fault of the program is a trap, after which the page throws the worker
//! away with this module and starts another one.
//!
//! Everything but this file is plain Rust and is tested without a browser.

mod bundle;
mod desk;
mod dossier;
mod facts;
mod holding;
mod rules;
mod settings;
mod sketching;

use wasm_bindgen::prelude::wasm_bindgen;

/// What is checked together: settings, rules, and what came of each draft.
#[wasm_bindgen]
pub struct Desk(desk::Desk);

/// A file to be saved.
#[wasm_bindgen]
pub struct Saved {
    bytes: Vec<u8>,
    name: String,
    told: String,
}

#[wasm_bindgen]
impl Saved {
    /// The name that the file should have.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// What there is to tell of it.
    #[wasm_bindgen(getter)]
    pub fn told(&self) -> String {
        self.told.clone()
    }

    /// The bytes; the file is gone afterwards.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[wasm_bindgen]
impl Desk {
    /// A desk with the rule book that comes with the page. `today` is `YEAR-MONTH-DAY`.
    ///
    /// # Errors
    /// The day is none, or the settings are faulty.
    #[wasm_bindgen(constructor)]
    pub fn new(today: &str, settings: &str) -> Result<Desk, String> {
        desk::Desk::new(today, settings).map(Desk)
    }

    /// What the page says of itself, as JSON.
    pub fn about(&self) -> String {
        self.0.about()
    }

    /// Begins with so many files: forgets what was checked before, and the profiles of its folders; settings,
    /// rules and decisions stay.
    pub fn begin(&mut self, files: usize) {
        self.0.begin(files);
    }

    /// What files are by their names, a JSON list of names without folders: `draft`, `dossier`, `other` for a
    /// document that cannot be read, `none` for what stands beside drafts, `unknown`.
    ///
    /// # Errors
    /// It is no list of names.
    pub fn kinds(&self, names: &str) -> Result<String, String> {
        desk::kinds(names)
    }

    /// Takes the configuration of a folder of drafts, the text of its `thethuc.yaml`. Returns what of it cannot be
    /// used, a line each.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn profile(&mut self, folder: &str, bytes: &[u8]) -> Result<String, String> {
        self.0.profile(folder, bytes)
    }

    /// Takes a `thethuc.yaml` for all drafts, under what is set on the page. Returns what of it cannot be used, a
    /// line each.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn configure(&mut self, bytes: &[u8]) -> Result<String, String> {
        self.0.configure(bytes)
    }

    /// Checks a draft and keeps what came of it under a number. `name` tells the kind of file; a file that
    /// was `walked` and is no draft is passed over. Returns short facts as JSON.
    pub fn check(&mut self, at: u32, path: &str, name: &str, bytes: &[u8], walked: bool) -> String {
        self.0.check(at, path, name, bytes, walked)
    }

    /// Keeps under a number that a file could not be checked, and why. Returns short facts as JSON.
    pub fn refuse(&mut self, at: u32, path: &str, why: &str) -> String {
        self.0.refuse(at, path, why)
    }

    /// Which of these numbers nothing is kept of: those that a worker before this one checked.
    pub fn missing(&self, numbers: &[u32]) -> Vec<u32> {
        self.0.missing(numbers)
    }

    /// A report on what is kept under these numbers, in their order. `others` and `not_drafts` are files
    /// that were passed over by their names.
    ///
    /// # Errors
    /// There is no such form of report.
    pub fn report(
        &self,
        form: &str,
        numbers: &[u32],
        others: usize,
        not_drafts: usize,
    ) -> Result<String, String> {
        self.0.report(form, numbers, others, not_drafts)
    }

    /// The copy of a draft with remarks.
    ///
    /// # Errors
    /// Why there is none.
    pub fn annotated(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        self.0.annotated(path, name, bytes)
    }

    /// The copy of a draft for signing, without remarks of ours.
    ///
    /// # Errors
    /// Why there is none.
    pub fn cleaned(&mut self, name: &str, bytes: &[u8]) -> Result<Saved, String> {
        self.0.cleaned(name, bytes)
    }

    /// Puts the copy of a draft with remarks into the archive that [`Self::bundled`] hands out.
    ///
    /// # Errors
    /// Why it is not in there.
    pub fn bundle(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.0.bundle(path, name, bytes)
    }

    /// The archive of copies; the next one is empty.
    ///
    /// # Errors
    /// It could not be written.
    pub fn bundled(&mut self, name: &str) -> Result<Saved, String> {
        self.0.bundled(name)
    }

    /// Opens a dossier and keeps it until the next one. Returns the drafts in it and counts of the other
    /// files as JSON; `null` where it is an Office file by another name.
    ///
    /// # Errors
    /// Why it is not read.
    pub fn open_dossier(&mut self, path: &str, bytes: Vec<u8>) -> Result<String, String> {
        self.0.open_dossier(path, bytes)
    }

    /// The bytes of an entry of the open dossier.
    ///
    /// # Errors
    /// Why they cannot be had.
    pub fn unpack(&self, index: usize) -> Result<Vec<u8>, String> {
        self.0.unpack(index)
    }

    /// The forms of new drafts with their models, as JSON.
    ///
    /// # Errors
    /// It could not be written.
    pub fn forms(&self) -> Result<String, String> {
        self.0.forms()
    }

    /// A new draft as a Word document; what is asked for comes as JSON.
    ///
    /// # Errors
    /// Why there can be no such draft.
    pub fn sketch(&self, request: &str) -> Result<Saved, String> {
        self.0.sketch(request)
    }

    /// Takes a file of own rules, or a pack of newer data, until [`Self::use_rules`].
    pub fn rule_file(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.rule_file(path, bytes);
    }

    /// Adds the files that were taken to the rules of the page and runs the examples of own rules. Returns
    /// what came of it as JSON; with faults the rules stay as they were. `only` has own rules alone applied, to
    /// try them over old drafts.
    pub fn use_rules(&mut self, only: bool) -> String {
        self.0.use_rules(only)
    }

    /// Adds an office pack to the rules and data of the page; what it says of checks lies under everything else.
    /// `shown` is what people call it. Returns what of its configuration cannot be used, a line each.
    ///
    /// # Errors
    /// It is no pack, or has faults; then all stays as it was.
    pub fn use_pack(&mut self, shown: &str, bytes: &[u8]) -> Result<String, String> {
        self.0.use_pack(shown, bytes)
    }

    /// Takes the decisions of a file that a report saved, and says how many they are.
    ///
    /// # Errors
    /// The file holds none.
    pub fn decide(&mut self, bytes: &[u8]) -> Result<usize, String> {
        self.0.decide(bytes)
    }

    /// The settings as the text of a `thethuc.yaml`.
    pub fn settings_file(&self) -> String {
        self.0.settings_file()
    }

    /// The settings that a `thethuc.yaml` holds, as JSON in the form in which the page keeps them.
    ///
    /// # Errors
    /// What is wrong with the file, with line and column.
    pub fn settings_of(&self, bytes: &[u8]) -> Result<String, String> {
        self.0.settings_of(bytes)
    }
}
