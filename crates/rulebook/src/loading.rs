//! Reading the files of a rule book into what it says. Knows which place a path has, reads each file
//! with the type of its place, and has all of them looked at together.

mod place;

use crate::contents::Contents;
use crate::error::RuleBookError;
use crate::files::{Folder, RuleFile};
use crate::form::Forms;
use crate::law::Instrument;
use crate::registry::{AdminUnits, read_harvested};
use crate::skeleton::{Skeleton, template};
use crate::validate::validate;
use place::{Place, place};

impl Contents {
    /// Adds the files of a rule book: a file takes the place of an earlier one of the same path,
    /// but forms are added to those that are there. Returns all faults: of reading, and of what
    /// does not fit together, ordered by file and line. With faults the contents are not fit for
    /// use.
    pub fn add(&mut self, files: &[RuleFile]) -> Vec<RuleBookError> {
        let files: Vec<RuleFile> = files.iter().map(RuleFile::cleaned).collect();
        self.take(&files, Vec::new())
    }

    /// Adds the files of an office's own folder; a file takes the place of one of the same path. Returns
    /// all faults, those of the folder among them.
    pub fn add_own(&mut self, folder: &Folder) -> Vec<RuleBookError> {
        let files: Vec<RuleFile> = folder.files.iter().map(RuleFile::cleaned).collect();
        for file in &files {
            let key = file.key();
            let replaces = self.holds(place(&key)) || self.has_forms_of(&key, file);
            self.origins.add(key, replaces);
        }
        self.take(&files, folder.lost.clone())
    }

    /// Whether a file of forms takes the place of a form that is there. A file that cannot be read tells its
    /// fault elsewhere.
    fn has_forms_of(&self, key: &str, file: &RuleFile) -> bool {
        let own = || file.read::<Forms>().map(|own| own.forms).unwrap_or_default();
        matches!(place(key), Place::Forms) && own().iter().any(|form| self.forms.find(&form.name).is_some())
    }

    /// Reads the files and looks at all that they say together. What follows from a fault of reading is
    /// not told again.
    fn take(&mut self, files: &[RuleFile], mut faults: Vec<RuleBookError>) -> Vec<RuleBookError> {
        faults.extend(self.twice(files));
        for file in files {
            if let Err(fault) = self.add_file(file) {
                faults.push(fault);
            }
        }
        let broken = faults.iter().map(|fault| key_of(&fault.file)).collect();
        faults.extend(validate(self, files, &broken));
        faults.sort_by(|left, right| (&left.file, left.line).cmp(&(&right.file, right.line)));
        faults
    }

    /// Reads a file into its place.
    ///
    /// # Errors
    /// The file does not say what its place demands, or lies where nothing has a place.
    fn add_file(&mut self, file: &RuleFile) -> Result<(), RuleBookError> {
        let key = file.key();
        match place(&key) {
            Place::Regimes => self.regimes = file.read()?,
            Place::Forms => self.forms.add(file.read()?),
            Place::Terms => self.terms = file.read()?,
            Place::Organs => self.organs = file.read()?,
            Place::Layout => self.layout = Some(file.read()?),
            Place::AboutRegistry => self.registry.about = file.read()?,
            Place::Instruments => {
                self.registry.curated = file.read()?;
                self.registry.index();
            }
            Place::Harvested => {
                self.registry.harvested = read_harvested(file)?;
                self.registry.index();
            }
            Place::Units => self.registry.units = AdminUnits::read(file)?,
            Place::Law(name) => {
                let instrument: Instrument = file.read()?;
                if instrument.id != name {
                    let place = crate::locate::locate(&file.text, &["id"], &instrument.id);
                    let (vi, en) = (
                        format!("id phải trùng với tên tệp “{name}”"),
                        format!("the id must be the name of the file, “{name}”"),
                    );
                    return Err(RuleBookError::new(&file.path, place, vi, en));
                }
                self.law.insert(instrument.id.clone(), instrument);
            }
            Place::Base(name) => {
                self.bases.insert(name.to_owned(), file.text.clone());
            }
            Place::Guise => self.skeletons.guise = file.read()?,
            Place::Skeleton(name) => {
                self.skeletons.models.insert(name.to_owned(), Skeleton::read(&file.path, &file.text)?);
            }
            Place::SkeletonPart(name) => {
                self.skeletons.parts.insert(name.to_owned(), template(&file.path, &file.text, 0)?);
            }
            Place::Rule(id) => {
                self.rules.insert(id.to_owned(), file.read()?);
            }
            Place::Ignored => {}
            Place::Nothing => {
                let vi = "tệp đặt sai chỗ: mỗi quy tắc nằm ở <nhóm>/<tên>.yaml".to_owned();
                let en = "no place for a file: a rule lies at <group>/<name>.yaml".to_owned();
                return Err(RuleBookError::new(&file.path, (1, 1), vi, en));
            }
        }
        Ok(())
    }
}

/// The path by which the rule book knows a file.
fn key_of(path: &str) -> String {
    RuleFile { path: path.to_owned(), text: String::new() }.key()
}
