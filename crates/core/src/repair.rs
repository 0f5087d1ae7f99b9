//! Repairs on a draft: what findings say would put them right is carried out, checked again, and so on
//! until nothing changes.
//!
//! Repairs meet: two of them touch the same words, one makes place for another, a look that is set right
//! shows what was hidden behind it. None of them knows the others; so those that do not meet are made at one
//! time, the draft is checked anew, and the rest is made of what is found then.
//!
//! ```
//! use thethuc_core::checker::{Checker, Options};
//! use thethuc_core::read::read;
//! use thethuc_core::repair::{Wish, repair};
//! use thethuc_core::text::Date;
//!
//! let checker = Checker::new(thethuc_law::book(), Options::on(Date::new(2026, 11, 29).ok_or("a day")?))?;
//! let draft = read("a.md", "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\n".as_bytes())?;
//! let repaired = repair(&checker, draft, Wish::SafeAndAsk)?;
//! assert!(repaired.checked.draft.text.starts_with("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::checker::{CheckError, Checked, Checker};
use crate::draft::Draft;
use crate::edit::{Edit, apply, conflict, reach};
use crate::finding::{Finding, Fix};
use crate::rulebook::Safety;
use std::collections::HashMap;

/// Most rounds of repairing and checking. Each round makes all repairs that do not meet, so that a few are
/// enough; a draft that still changes then is left as it is, and says so.
const ROUNDS: usize = 12;

/// Which repairs are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Those alone that need no person.
    Safe,
    /// Those too that a person should look at.
    SafeAndAsk,
}

impl Wish {
    /// Whether a repair is wanted.
    pub const fn wants(self, fix: &Fix) -> bool {
        match fix.safety {
            Safety::Safe => true,
            Safety::Ask => matches!(self, Self::SafeAndAsk),
            Safety::Never => false,
        }
    }
}

/// A repaired draft.
#[derive(Clone, Debug)]
pub struct Repaired {
    /// The draft as it is now, with what is left to say of it.
    pub checked: Checked,
    /// The findings that were put right, each as it was told, in the order in which they were; its places are
    /// those of the draft of its round.
    pub applied: Vec<Finding>,
    /// Rounds that were made.
    pub rounds: usize,
    /// Whether nothing is left that would still be repaired.
    pub is_settled: bool,
}

/// Makes all the repairs that are wanted, until nothing changes.
///
/// # Errors
/// That a fault of the program stopped a check.
pub fn repair(checker: &Checker, draft: Draft, wish: Wish) -> Result<Repaired, CheckError> {
    let before = checker.check_draft(draft)?;
    until_settled(before, |draft| checker.check_draft(draft), |_, fix| wish.wants(fix))
}

/// The same with any manner of checking, and with a word on each repair.
///
/// # Errors
/// Those of the check.
pub(crate) fn until_settled<E>(
    mut checked: Checked,
    check: impl Fn(Draft) -> Result<Checked, E>,
    wants: impl Fn(&Finding, &Fix) -> bool,
) -> Result<Repaired, E> {
    let mut applied = Vec::new();
    for round in 0..ROUNDS {
        let (edits, mended) = compatible(&checked, &wants);
        if edits.is_empty() {
            return Ok(Repaired { checked, applied, rounds: round, is_settled: true });
        }
        applied.extend(mended);
        let mut draft = checked.draft;
        apply(&mut draft, &edits);
        checked = check(draft)?;
    }
    let is_settled = compatible(&checked, &wants).0.is_empty();
    Ok(Repaired { checked, applied, rounds: ROUNDS, is_settled })
}

/// The edits of the wanted repairs that can be made at one time, in the order of the findings, with their
/// findings. The first of several that meet is made; what is said twice is made once.
fn compatible(checked: &Checked, wants: &impl Fn(&Finding, &Fix) -> bool) -> (Vec<Edit>, Vec<Finding>) {
    let draft = &checked.draft;
    let mut edits: Vec<Edit> = Vec::new();
    // By paragraph, so that a long draft with many repairs takes no longer for each of them.
    let mut made: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut mended = Vec::new();
    for finding in &checked.findings {
        let Some(fix) = finding.fixes.iter().find(|fix| wants(finding, fix)) else { continue };
        let near = |edit: &Edit| reach(draft, edit).filter_map(|key| made.get(&key)).flatten();
        let meets = |edit: &Edit| near(edit).any(|index| conflict(draft, &edits[*index], edit));
        if fix.edits.iter().any(meets) {
            continue;
        }
        for edit in &fix.edits {
            for key in reach(draft, edit) {
                made.entry(key).or_default().push(edits.len());
            }
            edits.push(edit.clone());
        }
        mended.push(finding.clone());
    }
    (edits, mended)
}
