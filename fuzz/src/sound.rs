//! What must hold of whatever is made of any input.

use thethuc_core::checker::Checked;
use thethuc_core::draft::Draft;
use thethuc_core::finding::Words;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::json::Json;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported, Tally};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Span;
use thethuc_core::text::steering::steers;

/// A sentence for people says something and stands on one line.
pub fn sentence(words: &Words) -> Result<(), String> {
    for words in [&words.vi, &words.en] {
        if words.trim().is_empty() || words.contains('\n') {
            return Err(format!("no sentence: {words:?}"));
        }
    }
    Ok(())
}

/// Paragraphs hold all of the text, runs all of the paragraphs, and every span lies in the text.
pub fn of_draft(draft: &Draft) -> Result<(), String> {
    let text = draft.text.as_str();
    let mut end = 0;
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        let own = paragraph.span;
        if own.start != end || !fits(text, own) || text.as_bytes().get(own.end) != Some(&b'\n') {
            return Err(format!("paragraph {index} lies wrong: {own:?} behind {end}"));
        }
        let mut run_end = own.start;
        for run in &paragraph.runs {
            if run.span.start != run_end || !fits(text, run.span) {
                return Err(format!("a run of paragraph {index} lies wrong: {:?}", run.span));
            }
            run_end = run.span.end;
        }
        if run_end != own.end && !paragraph.runs.is_empty() {
            return Err(format!("the runs of paragraph {index} end at {run_end}, not {}", own.end));
        }
        if let Some(cell) = paragraph.cell
            && draft
                .tables
                .get(cell.table)
                .and_then(|table| table.rows.get(cell.row)?.get(cell.column))
                .is_none()
        {
            return Err(format!("paragraph {index} stands in no cell: {cell:?}"));
        }
        end = own.end + 1;
    }
    if end != text.len() {
        return Err(format!("the paragraphs end at {end}, the text at {}", text.len()));
    }
    let odd = draft.oddities.iter().find(|oddity| !fits(text, oddity.span));
    odd.map_or(Ok(()), |odd| Err(format!("an oddity lies wrong: {:?}", odd.span)))
}

/// The findings are in order, speak, steer nothing, and lie in the text; the report is JSON with the same words.
pub fn of_checked(checked: &Checked, source: &[u8], book: &RuleBook) -> Result<(), String> {
    of_draft(&checked.draft)?;
    let text = checked.draft.text.as_str();
    let mut last = 0;
    for finding in &checked.findings {
        sentence(&finding.message).map_err(|fault| format!("{}: {fault}", finding.rule))?;
        if finding.span.start < last || !finding.places.iter().all(|place| fits(text, place.span)) {
            return Err(format!("{} lies wrong: {:?}", finding.rule, finding.span));
        }
        if finding.places.iter().any(|place| place.span.whole_letters(text) != place.span) {
            return Err(format!("{} parts a letter from its mark", finding.rule));
        }
        last = finding.span.start;
    }
    let reported = Reported { path: "a", outcome: Outcome::Checked { checked, source } };
    let setting = Setting { language: Language::Vi, names: book, replacing: &[] };
    let piece = Json.piece(&Document::of(&reported), &reported, &setting);
    let close = Json.close(&Tally::of(reported.outcome), &setting);
    let report = format!("{}{piece}{close}", Json.open(&setting));
    if report.contains(|letter: char| letter != '\n' && steers(letter)) {
        return Err("the report holds characters that steer".to_owned());
    }
    let value: serde_json::Value = serde_json::from_str(&report).map_err(|error| error.to_string())?;
    let found = value["documents"][0]["findings"].as_array().map_or(0, Vec::len);
    if found != checked.findings.len() {
        return Err(format!("the report has {found} findings of {}", checked.findings.len()));
    }
    Ok(())
}

/// Whether a span lies in a text and parts no character.
fn fits(text: &str, span: Span) -> bool {
    text.get(span.start..span.end).is_some()
}
