//! Examples are the tests of rules: a clean base draft, one change, and exactly the findings that
//! the rule must make of it.
//!
//! A rule author writes them next to the rule and sees at once whether it does what it says. They run
//! through the same check as a draft does, so nothing is proved here that would not hold outside.

mod change;
mod claims;
mod demonstrate;
mod look;
mod mend;
mod report;

use crate::checker::{Checked, Options, check_draft};
use crate::draft::Draft;
use crate::finding::Words;
use crate::look::dress;
use crate::read::read;
use crate::recognize::recognize;
use crate::rulebook::Example;
use crate::rulebook::Layout;
use crate::rulebook::Origin;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::Profile;
use crate::text::Date;
pub use claims::{Lack, lacking};
pub use demonstrate::{Demonstration, Side, demonstrate};
use std::sync::Arc;

/// What became of one example, or of one base draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleResult {
    /// The rule, or the base draft where all rules were held against it.
    pub subject: Subject,
    /// Id of the regime by which an example was judged; `None` for a base.
    pub regime: Option<String>,
    /// What went wrong; `None` if all went as it should.
    pub fault: Option<Words>,
}

/// What was tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An example of a rule: the id of the rule, and the number of the example from 1.
    Example(String, usize),
    /// A base draft, which must be clean.
    Base(String),
}

/// Runs every example of every rule, and holds the rules against every base draft: those of the rule book
/// against its own bases, all against the bases of an own folder. `today` is the day for bases without
/// a date.
pub fn test_rules(book: &RuleBook, today: Date) -> Vec<ExampleResult> {
    test(book, today, true, &|_| true)
}

/// Runs the examples of those rules alone that are `wanted`, without the bases.
pub fn test_some(book: &RuleBook, today: Date, wanted: &dyn Fn(&str) -> bool) -> Vec<ExampleResult> {
    test(book, today, false, wanted)
}

/// Runs bases, where they are wanted, and the examples of the wanted rules, in the order of the rule
/// book. Without a layout nothing can be dressed: that is the only result then.
fn test(book: &RuleBook, today: Date, bases: bool, wanted: &dyn Fn(&str) -> bool) -> Vec<ExampleResult> {
    let bench = match Bench::new(book, today) {
        Ok(bench) => bench,
        Err(fault) => {
            return vec![ExampleResult {
                subject: Subject::Base("layout.yaml".to_owned()),
                regime: None,
                fault: Some(fault),
            }];
        }
    };
    let mut results = Vec::new();
    for (name, source) in book.bases().filter(|_| bases) {
        let fault = bench.base(name, source).err();
        results.push(ExampleResult { subject: Subject::Base(name.to_owned()), regime: None, fault });
    }
    for id in book.rule_ids().filter(|id| wanted(id)) {
        for (index, example) in book.examples(id).iter().enumerate() {
            let (regime, fault) = match bench.example(id, example) {
                Ok(regime) => (regime, None),
                Err(fault) => (None, Some(fault)),
            };
            results.push(ExampleResult {
                subject: Subject::Example(id.to_owned(), index + 1),
                regime,
                fault,
            });
        }
    }
    results
}

/// The rules that are held against a draft.
#[derive(Clone, Copy)]
enum Rules<'a> {
    /// One alone.
    One(&'a str),
    /// One with others.
    With(&'a str, &'a [String]),
    /// All of them.
    All,
    /// Those of the rule book, and own ones in their place.
    BuiltIn,
}

/// What all examples need.
struct Bench<'a> {
    /// The rules, bases and examples.
    book: &'a RuleBook,
    /// The typography in which bases are dressed.
    layout: &'a Layout,
    /// The day for bases without a date.
    today: Date,
}

impl<'a> Bench<'a> {
    /// What is needed is there.
    ///
    /// # Errors
    ///
    /// The rule book has no layout.
    fn new(book: &'a RuleBook, today: Date) -> Result<Self, Words> {
        let layout = book
            .layout()
            .ok_or_else(|| both("bộ quy tắc không có layout.yaml", "the rule book has no layout.yaml"))?;
        Ok(Self { book, layout, today })
    }

    /// A base draft in the typography of the law.
    /// # Errors
    ///
    /// The sentence of the reader, where the base is no Markdown that can be read.
    fn dressed(&self, name: &str, source: &str) -> Result<Draft, Words> {
        let draft = read(&format!("{name}.md"), source.as_bytes()).map_err(|error| error.words())?;
        let document = recognize(&draft, self.book.lexicon());
        Ok(dress(&draft, &document, self.layout))
    }

    /// Checks a draft by the options of its example. Only the options that the example states are
    /// given, so that stage, day and class come from the draft as they do for people.
    fn check(&self, draft: Draft, example: Option<&Example>, rules: Rules<'_>) -> Checked {
        let stated = example.map(|example| example.options.clone()).unwrap_or_default();
        let list = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        let (only, skip) = match rules {
            Rules::One(id) => (vec![id], Vec::new()),
            Rules::With(id, others) => {
                (std::iter::once(id).chain(others.iter().map(String::as_str)).collect(), Vec::new())
            }
            Rules::All => (Vec::new(), Vec::new()),
            Rules::BuiltIn => (Vec::new(), self.own_rules()),
        };
        let options = Options {
            stage: stated.stage,
            as_of: stated.as_of,
            class: stated.class,
            only: list(only),
            skip: list(skip),
            profile: stated.profile.map(|organ| Arc::new(Profile::of(organ))),
            ..Options::on(self.today)
        };
        check_draft(draft, &options, self.book)
    }

    /// The rules that an own folder adds; those that it puts in the place of others are none of them.
    fn own_rules(&self) -> Vec<&str> {
        let origins = self.book.origins();
        self.book.rule_ids().filter(|id| origins.of_rule(id) == Origin::Own).collect()
    }

    /// The base is clean, as Markdown and in the typography of the law: an own one under all rules, one
    /// of the rule book under the rules of the book, for the rules of an office may well be stricter.
    /// # Errors
    ///
    /// The base cannot be read, follows no regime, or has findings.
    fn base(&self, name: &str, source: &str) -> Result<(), Words> {
        let is_own = self.book.origins().of_base(name) != Origin::BuiltIn;
        let rules = if is_own { Rules::All } else { Rules::BuiltIn };
        let plain = read(&format!("{name}.md"), source.as_bytes()).map_err(|error| error.words())?;
        for draft in [plain, self.dressed(name, source)?] {
            let checked = self.check(draft, None, rules);
            if checked.judged.regime.is_none() {
                return Err(both(
                    "không xác định được khung pháp luật áp dụng: thiếu số, ký hiệu hoặc ngày",
                    "no regime follows from the draft: its number, symbol or date is missing",
                ));
            }
            report::expect_none(&checked)?;
        }
        Ok(())
    }

    /// The base of an example, and what its changes make of it.
    /// # Errors
    ///
    /// There is no such base, or it has no place that the example would change.
    fn drafts(&self, example: &Example) -> Result<(Draft, Draft), Words> {
        let source = self.book.bases().find(|(name, _)| *name == example.from).map(|(_, source)| source);
        let source = source.ok_or_else(|| {
            let name = &example.from;
            both(&format!("không có bản gốc “{name}”"), &format!("there is no base “{name}”"))
        })?;
        let base = self.dressed(&example.from, source)?;
        let changed = change::apply(base.clone(), example, self.book.lexicon())?;
        Ok((base, changed))
    }

    /// The regime by which the changed draft was judged.
    /// # Errors
    ///
    /// What is not as the example announces.
    fn example(&self, id: &str, example: &Example) -> Result<Option<String>, Words> {
        let (base, changed) = self.drafts(example)?;
        let rules = Rules::One(id);
        report::expect_clean_start(&self.check(base, Some(example), rules))?;
        let checked = self.check(changed.clone(), Some(example), rules);
        report::expect(self.book, id, example, &checked)?;
        if example.yields {
            let yields_to = self.book.rule(id).map(|rule| rule.yields_to.clone()).unwrap_or_default();
            let beside = self.check(changed.clone(), Some(example), Rules::With(id, &yields_to));
            report::expect_yielding(id, &beside)?;
        }
        mend::expect(self, id, example, &checked, changed)?;
        Ok(checked.judged.regime)
    }
}

/// A sentence in both languages.
fn both(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}
