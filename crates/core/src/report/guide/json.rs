//! The rule book for machines. Words stand in both languages, so that the output is the same for all.

use crate::finding::Words;
use crate::guide::changes::Change;
use crate::guide::registry::Known;
use crate::guide::stock::Stock;
use crate::guide::{Coverage, FormRow, Row};
use crate::text::steering::inert_json;
use crate::trial::{ExampleResult, Lack, Subject};
use serde::Serialize;

/// The table of rules, schema `thethuc/rules/v1`. `replacing` are the files of an own folder that stand in
/// the place of one of the rule book.
///
/// # Errors
/// Says why it could not be written; with values of these types it can be.
pub fn table(rows: &[Row], replacing: &[&str]) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Table<'a> {
        schema: &'static str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        replacing: &'a [&'a str],
        rules: &'a [Row],
    }
    written(&Table { schema: "thethuc/rules/v1", replacing, rules: rows })
}

/// The forms of new drafts with their models, schema `thethuc/forms/v1`.
///
/// # Errors
/// See [`table`].
pub fn forms(forms: &[FormRow]) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Listed<'a> {
        schema: &'static str,
        forms: &'a [FormRow],
    }
    written(&Listed { schema: "thethuc/forms/v1", forms })
}

/// What is otherwise in a newer rule book, schema `thethuc/rules-diff/v1`.
///
/// # Errors
/// See [`table`].
pub fn changes(changes: &[Change]) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Otherwise<'a> {
        schema: &'static str,
        changes: &'a [Change],
    }
    written(&Otherwise { schema: "thethuc/rules-diff/v1", changes })
}

/// The coverage of the law, schema `thethuc/coverage/v1`.
///
/// # Errors
/// See [`table`].
pub fn coverage(coverage: &Coverage) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Covered<'a> {
        schema: &'static str,
        #[serde(flatten)]
        coverage: &'a Coverage,
    }
    written(&Covered { schema: "thethuc/coverage/v1", coverage })
}

/// What became of the examples and what they lack, schema `thethuc/examples/v1`.
///
/// # Errors
/// See [`table`].
pub fn examples(results: &[ExampleResult], lacking: &[Lack]) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Ran<'a> {
        schema: &'static str,
        failed: usize,
        examples: Vec<One<'a>>,
        lacking: Vec<Lacking<'a>>,
    }
    #[derive(Serialize)]
    struct One<'a> {
        rule: Option<&'a str>,
        example: Option<usize>,
        base: Option<&'a str>,
        regime: Option<&'a str>,
        fault: Option<&'a Words>,
    }
    #[derive(Serialize)]
    struct Lacking<'a> {
        rule: &'a str,
        regime: &'a str,
    }
    let examples = results.iter().map(|result| {
        let (rule, example, base) = match &result.subject {
            Subject::Example(rule, number) => (Some(rule.as_str()), Some(*number), None),
            Subject::Base(name) => (None, None, Some(name.as_str())),
        };
        One { rule, example, base, regime: result.regime.as_deref(), fault: result.fault.as_ref() }
    });
    let lacking = lacking.iter().map(|own| Lacking { rule: &own.rule, regime: &own.regime });
    let failed = results.iter().filter(|result| result.fault.is_some()).count();
    written(&Ran {
        schema: "thethuc/examples/v1",
        failed,
        examples: examples.collect(),
        lacking: lacking.collect(),
    })
}

/// What the registry knows, schema `thethuc/registry/v1`.
///
/// # Errors
/// See [`table`].
pub fn known(known: &Known) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Shown<'a> {
        schema: &'static str,
        #[serde(flatten)]
        known: &'a Known,
    }
    written(&Shown { schema: "thethuc/registry/v1", known })
}

/// How much the registry knows, schema `thethuc/registry-stats/v1`.
///
/// # Errors
/// See [`table`].
pub fn stock(stock: &Stock) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Counted<'a> {
        schema: &'static str,
        #[serde(flatten)]
        stock: &'a Stock,
    }
    written(&Counted { schema: "thethuc/registry-stats/v1", stock })
}

fn written(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = inert_json(serde_json::to_string_pretty(value)?);
    text.push('\n');
    Ok(text)
}
