//! Examples are the tests of rules: a clean base draft, one change, and exactly the findings that
//! the rule must make of it.

mod change;
mod demonstrate;
mod look;

use crate::check::{Checked, Options, check_draft};
use crate::draft::Draft;
use crate::finding::{Finding, Words};
use crate::look::dress;
use crate::read::read;
use crate::recognize::recognize;
use crate::rulebook::Example;
use crate::rulebook::Layout;
use crate::rulebook::RuleBook;
use crate::rulebook::profile::Profile;
use crate::text::Date;
pub use demonstrate::{Demonstration, Side, demonstrate};
use std::sync::Arc;

/// What became of one example, or of one base draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleResult {
    /// The rule, or the base draft where all rules were held against it.
    pub subject: Subject,
    /// What went wrong; `None` if all went as it should.
    pub fault: Option<Words>,
}

/// What was tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An example of a rule: the id of the rule, and the number of the example from 1.
    Example(String, usize),
    /// A base draft, which must be clean under all rules.
    Base(String),
}

/// Runs every example of every rule, and holds every rule against every base draft. `today` is the
/// day for bases without a date.
pub fn test_rules(book: &RuleBook, today: Date) -> Vec<ExampleResult> {
    test(book, today, true, &|_| true)
}

/// Runs the examples of those rules alone that are `wanted`, without the bases.
pub fn test_some(book: &RuleBook, today: Date, wanted: &dyn Fn(&str) -> bool) -> Vec<ExampleResult> {
    test(book, today, false, wanted)
}

fn test(book: &RuleBook, today: Date, bases: bool, wanted: &dyn Fn(&str) -> bool) -> Vec<ExampleResult> {
    let bench = match Bench::new(book, today) {
        Ok(bench) => bench,
        Err(fault) => {
            return vec![ExampleResult {
                subject: Subject::Base("layout.yaml".to_owned()),
                fault: Some(fault),
            }];
        }
    };
    let mut results = Vec::new();
    for (name, source) in book.bases().filter(|_| bases) {
        let fault = bench.base(name, source).err();
        results.push(ExampleResult { subject: Subject::Base(name.to_owned()), fault });
    }
    for id in book.rule_ids().filter(|id| wanted(id)) {
        for (index, example) in book.examples(id).iter().enumerate() {
            let fault = bench.example(id, example).err();
            results.push(ExampleResult { subject: Subject::Example(id.to_owned(), index + 1), fault });
        }
    }
    results
}

/// What all examples need.
struct Bench<'a> {
    book: &'a RuleBook,
    layout: &'a Layout,
    today: Date,
}

impl<'a> Bench<'a> {
    fn new(book: &'a RuleBook, today: Date) -> Result<Self, Words> {
        let layout = book
            .layout()
            .ok_or_else(|| both("bộ quy tắc không có layout.yaml", "the rule book has no layout.yaml"))?;
        Ok(Self { book, layout, today })
    }

    /// A base draft in the typography of the law.
    fn dressed(&self, name: &str, source: &str) -> Result<Draft, Words> {
        let draft = read(&format!("{name}.md"), source.as_bytes()).map_err(|error| error.words())?;
        let document = recognize(&draft, self.book.lexicon());
        Ok(dress(&draft, &document, self.layout))
    }

    fn check(&self, draft: Draft, example: Option<&Example>, only: &[&str]) -> Checked {
        let stated = example.map(|example| example.options.clone()).unwrap_or_default();
        let options = Options {
            stage: stated.stage,
            as_of: stated.as_of,
            today: self.today,
            class: stated.class,
            only: only.iter().map(|id| (*id).to_owned()).collect(),
            skip: Vec::new(),
            profile: stated.profile.map(|organ| Arc::new(Profile::of(organ))),
        };
        check_draft(draft, &options, self.book)
    }

    /// The base is clean under all rules, as Markdown and in the typography of the law.
    fn base(&self, name: &str, source: &str) -> Result<(), Words> {
        let plain = read(&format!("{name}.md"), source.as_bytes()).map_err(|error| error.words())?;
        for draft in [plain, self.dressed(name, source)?] {
            let checked = self.check(draft, None, &[]);
            if checked.judged.regime.is_none() {
                return Err(both("không xác định được chế độ pháp luật", "no regime follows from the draft"));
            }
            expect_none(&checked)?;
        }
        Ok(())
    }

    /// The base of an example, and what its changes make of it.
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

    fn example(&self, id: &str, example: &Example) -> Result<(), Words> {
        let (base, changed) = self.drafts(example)?;
        expect_none(&self.check(base, Some(example), &[id]))?;
        expect(example, &self.check(changed, Some(example), &[id]))
    }
}

fn both(vi: &str, en: &str) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

fn expect_none(checked: &Checked) -> Result<(), Words> {
    if checked.findings.is_empty() {
        return Ok(());
    }
    let list = describe(&checked.findings, &checked.draft);
    Err(Words {
        vi: format!("bản gốc chưa sửa đã có kết quả: {list}"),
        en: format!("the unchanged base has findings: {list}"),
    })
}

/// The findings are exactly those that the example announces.
fn expect(example: &Example, checked: &Checked) -> Result<(), Words> {
    let (findings, draft) = (&checked.findings, &checked.draft);
    let (wanted, found) = (example.finds, findings.len());
    if wanted != found {
        let list = describe(findings, draft);
        return Err(Words {
            vi: format!("cần {wanted} kết quả, có {found}: {list}"),
            en: format!("{wanted} findings wanted, {found} made: {list}"),
        });
    }
    let Some(first) = findings.first() else { return Ok(()) };
    if let Some(at) = &example.at {
        let words = first.span.of(&draft.text);
        if words != at {
            return Err(both(
                &format!("kết quả phải chỉ vào “{at}”, đã chỉ vào “{words}”"),
                &format!("the finding must mark “{at}”; it marks “{words}”"),
            ));
        }
    }
    match example.severity.filter(|severity| *severity != first.severity) {
        None => unfilled(first),
        Some(severity) => Err(both(
            &format!("mức độ phải là {severity:?}, có {:?}", first.severity),
            &format!("the severity must be {severity:?}; it is {:?}", first.severity),
        )),
    }
}

/// A message with a placeholder left in it would be shown to people as it is.
fn unfilled(finding: &Finding) -> Result<(), Words> {
    let texts = [Some(&finding.message), finding.help.as_ref()];
    let left = texts.into_iter().flatten().find(|words| {
        let placeholders = |text: &str| crate::rulebook::words::placeholders(text).count();
        placeholders(&words.vi) + placeholders(&words.en) > 0
    });
    left.map_or(Ok(()), |words| {
        Err(both(
            &format!("còn biến chưa điền: {}", words.vi),
            &format!("a variable is not filled: {}", words.en),
        ))
    })
}

fn describe(findings: &[Finding], draft: &Draft) -> String {
    let each = findings.iter().map(|finding| {
        let Words { vi, .. } = &finding.message;
        format!("{} [{:?}] “{}”: {vi}", finding.rule, finding.severity, finding.span.of(&draft.text))
    });
    each.collect::<Vec<_>>().join(" | ")
}
