//! Own rules and newer data, dropped on the page: added to the rules that come with it, and tried at once by
//! their examples.

use serde::Serialize;
use thethuc_core::finding::Words;
use thethuc_core::rulebook::files::Folder;
use thethuc_core::rulebook::registry::Pack;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::rulebook::{Origin, RuleBook, RuleBookError};
use thethuc_core::text::Date;
use thethuc_core::trial::{ExampleResult, Subject, test_some};

/// What came of own rules.
#[derive(Debug, Default, Serialize)]
pub struct Ran {
    /// What is wrong with the files; with faults nothing of them is used.
    pub faults: Vec<Fault>,
    /// Own rules that are used now.
    pub rules: usize,
    /// Own files that stand in the place of one of the page.
    pub replacing: Vec<String>,
    /// Examples of own rules.
    pub examples: usize,
    /// Those of them that fail.
    pub failed: Vec<Fault>,
    /// The day up to which the data reach now.
    pub data_until: Option<String>,
}

/// A fault, and where.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// File, line and column, or the example of a rule.
    pub place: String,
    /// What is wrong.
    pub words: String,
}

impl Ran {
    /// Files with faults.
    pub fn faulty(faults: &[RuleBookError], language: Language) -> Self {
        let told = |own: &RuleBookError| Fault {
            place: format!("{}:{}:{}", own.file, own.line, own.column),
            words: own.words.in_language(language).to_owned(),
        };
        Self { faults: faults.iter().map(told).collect(), ..Self::default() }
    }

    /// The own rules of a book, and what their examples say.
    pub fn of(book: &RuleBook, today: Date, language: Language) -> Self {
        let results = test_some(book, today, &|id| is_own(book, id));
        let until = book.registry().data_until();
        Self {
            faults: Vec::new(),
            rules: own(book).len(),
            replacing: replacing(book).into_iter().map(str::to_owned).collect(),
            examples: results.len(),
            failed: results.iter().filter_map(|result| failed(result, language)).collect(),
            data_until: until.map(|day| thethuc_core::report::wording::date(day, language)),
        }
    }
}

/// An example that fails.
fn failed(result: &ExampleResult, language: Language) -> Option<Fault> {
    let words = result.fault.as_ref()?.in_language(language).to_owned();
    let place = match &result.subject {
        Subject::Example(rule, number) => {
            format!("{rule}, {} {number}", language.pick("ví dụ", "example"))
        }
        Subject::Base(name) => name.clone(),
    };
    Some(Fault { place, words })
}

/// The book with own files: rules, and sheets or packs of data that lie beside no rule.
///
/// # Errors
/// All faults of the files.
pub fn added(book: &RuleBook, own: &Folder) -> Result<RuleBook, Vec<RuleBookError>> {
    let is_data = |path: &str| !path.contains('/') && !path.to_lowercase().ends_with(".yaml");
    let (data, files): (Vec<_>, Vec<_>) = own.files.iter().cloned().partition(|file| is_data(&file.path));
    let mut book = book.with_own(&Folder { files, lost: own.lost.clone() })?;
    for file in &data {
        book = book.with_pack(Pack::of_file(file)?);
    }
    Ok(book)
}

/// Ids of the own rules of a book.
pub fn own(book: &RuleBook) -> Vec<String> {
    book.rule_ids().filter(|id| is_own(book, id)).map(str::to_owned).collect()
}

fn is_own(book: &RuleBook, id: &str) -> bool {
    book.origins().of_rule(id) != Origin::BuiltIn
}

/// Own files that stand in the place of one of the page.
pub fn replacing(book: &RuleBook) -> Vec<&str> {
    book.origins().replacing().collect()
}

/// What is said where a draft cannot be made of a request.
pub fn no_request(error: &serde_json::Error) -> Words {
    Words {
        vi: "yêu cầu không đọc được".to_owned(), en: format!("the request cannot be read ({error})")
    }
}
