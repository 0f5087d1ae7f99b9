//! The steps of a way, made on a draft, and what they touched.

use super::kind::Step;
use super::vars::Variables;
use regex::{Regex, RegexBuilder};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex};
use thethuc_core::draft::Draft;
use thethuc_core::edit::{Edit, LettersChange, LineChange, ParagraphChange, Side, apply};
use thethuc_core::rulebook::example;
use thethuc_core::text::Span;

/// Where a fault is to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// These words.
    Words(Vec<Span>),
    /// The gap between paragraphs, those beside it included.
    Gap(Span),
    /// The pages.
    Pages,
    /// It cannot be told where.
    Document,
}

/// A draft with its fault.
pub struct Changed {
    /// The draft.
    pub draft: Draft,
    /// What is put into its Markdown afterwards, byte for byte.
    pub raw: Vec<(String, String)>,
    /// Where the fault is to be seen.
    pub expected: Expected,
}

/// Commits a fault. `None` where the draft has not the words that the steps want.
///
/// # Errors
/// An expression that is none.
pub fn commit(draft: &Draft, way: &Step, variables: &Variables) -> Result<Option<Changed>, String> {
    let on = way
        .on
        .as_ref()
        .map(|on| variables.fill(on, true).map(|on| expression(&on)).transpose())
        .transpose()?;
    if on.is_some_and(|on| !on.is_some_and(|on| on.is_match(&draft.text))) {
        return Ok(None);
    }
    let mut own = Changed { draft: draft.clone(), raw: Vec::new(), expected: Expected::Document };
    for step in std::iter::once(way).chain(&way.then) {
        if !make(&mut own, step, variables)? {
            return Ok(None);
        }
    }
    if way.anywhere {
        own.expected = Expected::Document;
    } else if let Some(at) = &way.at {
        let Some(at) = variables.fill(at, true) else { return Ok(None) };
        let found = expression(&at)?.find_iter(&own.draft.text).map(|found| span(found.range())).collect();
        own.expected = Expected::Words(found);
        if own.expected == Expected::Words(Vec::new()) {
            return Err(format!("“{at}” is nowhere in the changed draft"));
        }
    }
    Ok(Some(own))
}

/// Expressions that were read before: most are tried on all drafts.
static READ: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);

fn expression(pattern: &str) -> Result<Regex, String> {
    let mut read = READ.lock().map_err(|error| error.to_string())?;
    if let Some(known) = read.get(pattern) {
        return Ok(known.clone());
    }
    let new = RegexBuilder::new(pattern).multi_line(true).build().map_err(|error| error.to_string())?;
    read.insert(pattern.to_owned(), new.clone());
    Ok(new)
}

const fn span(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// Makes a step; `false` where it finds nothing to change.
fn make(own: &mut Changed, step: &Step, variables: &Variables) -> Result<bool, String> {
    if step.page.is_some() || step.page_number.is_some() {
        pages(own, step);
        return Ok(true);
    }
    let Some(on) = step.on.as_ref().and_then(|on| variables.fill(on, true)) else { return Ok(false) };
    let pattern = expression(&on)?;
    let mut places: Vec<Range<usize>> =
        pattern.find_iter(&own.draft.text).map(|found| found.range()).collect();
    match (step.every, step.nth) {
        (true, _) => {}
        (false, Some(nth)) => {
            let count = places.len();
            let index =
                if nth < 0 { count.checked_add_signed(nth) } else { nth.unsigned_abs().checked_sub(1) };
            places = index.and_then(|index| places.get(index).cloned()).into_iter().collect();
        }
        (false, None) => places.truncate(1),
    }
    if places.is_empty() {
        return Ok(false);
    }
    act(own, step, variables, &pattern, &places)
}

fn act(
    own: &mut Changed,
    step: &Step,
    variables: &Variables,
    pattern: &Regex,
    places: &[Range<usize>],
) -> Result<bool, String> {
    let fill = |words: &String| variables.fill(words, false);
    if let Some(with) = &step.with {
        let Some(with) = fill(with) else { return Ok(false) };
        if step.raw {
            let old = own.draft.text[places[0].clone()].to_owned();
            own.raw.push((old, with));
            own.expected = Expected::Words(vec![span(places[0].clone())]);
        } else {
            words(own, pattern, places, &with);
        }
    } else if step.remove {
        remove(own, places);
    } else if let Some(lines) = step.after.as_ref().or(step.before.as_ref()) {
        let Some(lines) = fill(lines) else { return Ok(false) };
        let side = if step.after.is_some() { Side::After } else { Side::Before };
        insert(own, &places[0], &lines, side);
    } else if let Some(to) = &step.to {
        let Some(to) = variables.fill(to, true) else { return Ok(false) };
        return Ok(relocate(own, &places[0], &expression(&to)?));
    } else if step.join {
        let Some(paragraph) = own.draft.paragraph_at(places[0].start) else { return Ok(false) };
        apply(&mut own.draft, &[Edit::Join { paragraph }]);
        let joined = own.draft.paragraphs.get(paragraph).map_or(Span::at(0), |joined| joined.span);
        own.expected = Expected::Words(vec![joined]);
    } else {
        return Ok(looks(own, step, places));
    }
    Ok(true)
}

/// Exchanges words from the first place to the last, so that places already changed stay where they are.
fn words(own: &mut Changed, pattern: &Regex, places: &[Range<usize>], with: &str) {
    let text = own.draft.text.clone();
    let mut moved = 0_isize;
    let mut changed = Vec::new();
    for place in places {
        let mut new = String::new();
        match pattern.captures_at(&text, place.start) {
            Some(groups) => groups.expand(with, &mut new),
            None => new.push_str(with),
        }
        let start = place.start.saturating_add_signed(moved);
        let old = Span::new(start, start + place.len());
        let before = own.draft.text.len();
        apply(&mut own.draft, &line_by_line(old, &text[place.clone()], &new));
        let grown = own.draft.text.len().cast_signed() - before.cast_signed();
        moved += grown;
        changed.push(Span::new(start, old.end.saturating_add_signed(grown)));
    }
    own.expected = Expected::Words(changed);
}

/// Words over several paragraphs that stay as many are exchanged paragraph by paragraph, the last first; else the
/// first would take all of them.
fn line_by_line(span: Span, old: &str, new: &str) -> Vec<Edit> {
    let (lines, news): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
    if lines.len() != news.len() {
        return vec![Edit::Words { span, with: new.to_owned() }];
    }
    let mut start = span.start;
    let mut edits: Vec<Edit> = Vec::new();
    for (line, new) in lines.iter().zip(news) {
        edits.push(Edit::Words { span: Span::new(start, start + line.len()), with: new.to_owned() });
        start += line.len() + 1;
    }
    edits.reverse();
    edits
}

/// Takes paragraphs away; the fault is in the gap.
fn remove(own: &mut Changed, places: &[Range<usize>]) {
    let mut gone: Vec<usize> =
        places.iter().flat_map(|place| own.draft.paragraphs_in(span(place.clone()))).collect();
    gone.dedup();
    let first = gone.first().copied().unwrap_or(0);
    let edits: Vec<Edit> = gone.iter().map(|paragraph| Edit::Remove { paragraph: *paragraph }).collect();
    apply(&mut own.draft, &edits);
    own.expected = gap(&own.draft, first);
}

/// The gap above a paragraph, with the paragraphs on both sides.
fn gap(draft: &Draft, below: usize) -> Expected {
    let at = |index: usize| draft.paragraphs.get(index).map(|paragraph| paragraph.span);
    let above = at(below.saturating_sub(1)).unwrap_or(Span::at(0));
    let end = at(below).map_or(above.end, |own| own.end);
    Expected::Gap(Span::new(above.start, end))
}

fn insert(own: &mut Changed, place: &Range<usize>, lines: &str, side: Side) {
    let Some(beside) = own.draft.paragraph_at(place.start) else { return };
    let lines: Vec<&str> = lines.trim_end().lines().collect();
    let ordered: Vec<&&str> = match side {
        Side::After => lines.iter().rev().collect(),
        Side::Before => lines.iter().collect(),
    };
    let mut paragraph = beside;
    for line in ordered {
        let words = (*line).to_owned();
        apply(&mut own.draft, &[Edit::Insert { paragraph, side, words, look: None }]);
        paragraph += usize::from(side == Side::Before);
    }
    let first = if side == Side::After { beside + 1 } else { beside };
    let new = own.draft.paragraphs.get(first..first + lines.len()).unwrap_or_default();
    own.expected = Expected::Words(new.iter().map(|paragraph| paragraph.span).collect());
}

/// Moves a paragraph below another one.
fn relocate(own: &mut Changed, place: &Range<usize>, to: &Regex) -> bool {
    let Some(paragraph) = own.draft.paragraph_at(place.start) else { return false };
    let words = own.draft.paragraphs[paragraph].text(&own.draft).to_owned();
    let style = own.draft.paragraphs[paragraph].clone();
    apply(&mut own.draft, &[Edit::Remove { paragraph }]);
    let Some(target) = to.find(&own.draft.text).and_then(|found| own.draft.paragraph_at(found.start()))
    else {
        return false;
    };
    let look = style.runs.first().map(|run| {
        Box::new(thethuc_core::edit::Look {
            letters: run.style.clone(),
            paragraph: style.style.clone(),
            line: None,
        })
    });
    apply(&mut own.draft, &[Edit::Insert { paragraph: target, side: Side::After, words, look }]);
    own.expected =
        Expected::Words(own.draft.paragraphs.get(target + 1).map(|own| own.span).into_iter().collect());
    true
}

/// Letters of the words themselves, everything else of their paragraphs.
fn looks(own: &mut Changed, step: &Step, places: &[Range<usize>]) -> bool {
    let mut edits = Vec::new();
    for place in places.iter().cloned().map(span) {
        let paragraphs: Vec<usize> = own.draft.paragraphs_in(place).collect();
        if let Some(style) = &step.style {
            edits.push(Edit::Letters { span: place, style: LettersChange::of(style) });
            let all = paragraphs.iter();
            edits.extend(
                all.map(|index| Edit::Paragraph { paragraph: *index, style: ParagraphChange::of(style) }),
            );
        }
        if let Some(line) = step.line {
            let bearing = own.draft.lines.iter().filter(|line| paragraphs.contains(&line.paragraph));
            edits.extend(bearing.filter_map(|bearing| {
                let change = match line {
                    example::LineChange::Remove => LineChange::Drop,
                    example::LineChange::Typed => LineChange::Typed,
                    example::LineChange::Long => LineChange::Length(bearing.length? * 3.0),
                };
                Some(Edit::Line { paragraph: bearing.paragraph, change })
            }));
        }
    }
    apply(&mut own.draft, &edits);
    own.expected = Expected::Words(places.iter().cloned().map(span).collect());
    !edits.is_empty()
}

fn pages(own: &mut Changed, step: &Step) {
    let sections = 0..own.draft.sections.len();
    let edits: Vec<Edit> = sections
        .flat_map(|section| {
            let page = step.page.clone().map(|change| Edit::Page { section, change });
            let number = step.page_number.clone().map(|change| Edit::PageNumber { section, change });
            page.into_iter().chain(number)
        })
        .collect();
    apply(&mut own.draft, &edits);
    own.expected = Expected::Pages;
}
