//! From findings to remarks: what is said of a checked draft, in the file itself.
//!
//! The first remark sums up. Then each finding has one at its first place, with the number that it has in
//! every report; the next places refer back to it, and of the rest their number is told with words to
//! search for. Notes stand in the summary unless they are wanted. What a person answered, changed or settled is
//! not said again.

mod say;

use crate::checker::Checked;
use crate::draft::{Draft, Story};
use crate::finding::{Anchor, Finding, Place, Role, Severity};
use crate::patch::{Mark, Remark, Standing, word};
use crate::report::Names;
use crate::rulebook::vocabulary::Language;
use std::collections::BTreeSet;

/// How many places of one finding, behind its first one, have a remark that refers back.
const REFERRING: usize = 4;

/// What holds for all remarks of a draft.
#[derive(Clone, Copy)]
pub struct Manner<'a> {
    /// The language of the words.
    pub language: Language,
    /// How people call what findings refer to.
    pub names: &'a dyn Names,
    /// Whether notes have remarks of their own.
    pub with_notes: bool,
    /// Whether people can answer a remark where it stands, as in Word.
    pub can_answer: bool,
}

/// The remarks on a draft in which some already stand.
pub fn remarks(checked: &Checked, standing: &[Standing], manner: &Manner<'_>) -> Vec<Remark> {
    let answered: BTreeSet<&str> = standing
        .iter()
        .filter(|own| own.is_touched())
        .filter_map(|own| own.mark.as_ref().map(|mark| mark.fingerprint.as_str()))
        .collect();
    let numbered = checked.findings.iter().enumerate().map(|(at, finding)| (at + 1, finding));
    let wanted: Vec<(usize, &Finding)> = numbered
        .filter(|(_, finding)| manner.with_notes || finding.severity > Severity::Note)
        .filter(|(_, finding)| !answered.contains(finding.fingerprint.to_string().as_str()))
        .collect();
    let (chosen, left_out) = choose(&wanted);
    let summary = Remark {
        mark: Mark::summary(),
        lines: say::summary(checked, standing, manner, left_out),
        place: None,
    };
    let each = chosen.iter().flat_map(|(number, finding)| of_finding(checked, *number, finding, manner));
    std::iter::once(summary).chain(each).collect()
}

/// As many findings as a file may bear with all their remarks, the graver ones first, in order of the
/// text; and how many are left out.
fn choose<'f>(wanted: &[(usize, &'f Finding)]) -> (Vec<(usize, &'f Finding)>, usize) {
    let mut by_severity = wanted.to_vec();
    by_severity.sort_by_key(|(number, finding)| (std::cmp::Reverse(finding.severity), *number));
    // One for the summary.
    let mut room = word::MOST - 1;
    let mut chosen: Vec<(usize, &Finding)> = Vec::new();
    for own in by_severity {
        let needed = primary(own.1).count().clamp(1, REFERRING + 1);
        let Some(rest) = room.checked_sub(needed) else { break };
        room = rest;
        chosen.push(own);
    }
    chosen.sort_by_key(|(number, _)| *number);
    let left_out = wanted.len() - chosen.len();
    (chosen, left_out)
}

fn primary(finding: &Finding) -> impl Iterator<Item = &Place> {
    finding.places.iter().filter(|place| place.role == Role::Primary)
}

/// The remarks on a finding: the full one at its first place, short ones at the next.
fn of_finding(checked: &Checked, number: usize, finding: &Finding, manner: &Manner<'_>) -> Vec<Remark> {
    let mark = Mark::of(&finding.rule, finding.fingerprint);
    let places: Vec<&Place> = primary(finding).collect();
    let rest = places.get(REFERRING + 1..).unwrap_or_default();
    let elsewhere = places.first().is_some_and(|place| !is_in_body(&checked.draft, place));
    let full = Remark {
        mark: mark.clone(),
        lines: say::finding(checked, number, finding, elsewhere, rest, manner),
        place: places.first().map(|place| (*place).clone()),
    };
    let referring = places.iter().skip(1).take(REFERRING).map(|place| Remark {
        mark: mark.clone(),
        lines: vec![say::as_remark(number, manner.language)],
        place: Some((*place).clone()),
    });
    std::iter::once(full).chain(referring).collect()
}

/// Whether a place stands in the body's own text, where a remark can stand on it.
fn is_in_body(draft: &Draft, place: &Place) -> bool {
    let paragraph = match place.anchor {
        Anchor::Words => draft.paragraph_at(place.span.start),
        Anchor::Gap { paragraph, .. } | Anchor::Paragraph(paragraph) => Some(paragraph),
        Anchor::Section(_) | Anchor::Document => return true,
        Anchor::HeaderPart(_) => return false,
    };
    let own = paragraph.and_then(|index| draft.paragraphs.get(index));
    own.is_none_or(|own| own.story == Story::Body && !own.in_text_box)
}
