//! An example shown to people: what the base says, what the change makes of it, and what the rule
//! says then.
//!
//! For the pages of the rule book: two drafts side by side would hide the fault among a hundred right
//! lines, so only what differs is shown.

use super::look::look;
use super::{Bench, Rules, both};
use crate::draft::Draft;
use crate::finding::{Finding, Words};
use crate::rulebook::RuleBook;
use crate::text::Date;
use std::ops::Range;

/// Most lines that are shown of each side.
const LINES: usize = 3;
/// Longest line that is shown, in characters.
const LETTERS: usize = 160;
/// Characters shown before the first letter that differs in a long line.
const BEFORE: usize = 60;

/// A right and a wrong draft, as far as they differ.
#[derive(Clone, Debug)]
pub struct Demonstration {
    /// Name of the base.
    pub base: String,
    /// Id of the regime by which it was judged.
    pub regime: Option<String>,
    /// The draft without fault.
    pub right: Side,
    /// The draft with the fault.
    pub wrong: Side,
    /// The first finding on the wrong draft.
    pub finding: Finding,
}

/// One side of a demonstration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The lines that differ; long ones shortened.
    pub lines: Vec<String>,
    /// The looks and pages that differ.
    pub look: Vec<Words>,
}

/// Shows an example of a rule, counted from 0.
///
/// # Errors
/// Says why the example does not do what it announces.
pub fn demonstrate(book: &RuleBook, id: &str, index: usize, today: Date) -> Result<Demonstration, Words> {
    let absent = || both(&format!("{id} không có ví dụ {index}"), &format!("{id} has no example {index}"));
    let example = book.examples(id).get(index).ok_or_else(absent)?;
    let bench = Bench::new(book, today)?;
    let (base, changed) = bench.drafts(example)?;
    let checked = bench.check(changed, Some(example), Rules::One(id));
    let silent = || both("ví dụ không cho kết quả nào", "the example has no finding");
    let finding = checked.findings.into_iter().next().ok_or_else(silent)?;
    let (changed, regime) = (checked.draft, checked.judged.regime);
    let lexicon = book.lexicon();
    let mut looks = (look(&base, example, lexicon), look(&changed, example, lexicon));
    let is_of_words = !example.style.is_empty() || !example.rule_line.is_empty();
    let (mut right, mut wrong) = lines(&base, &changed, finding.span.start, !looks.1.is_empty());
    if !is_of_words && right == wrong {
        // A page is wrong whatever its words are.
        (right, wrong) = (Vec::new(), Vec::new());
    }
    if right.is_empty() && wrong.is_empty() && looks.0 == looks.1 {
        // The letters look the same; what differs is how they are typed.
        let line = line_at(&changed, finding.span.start);
        (right, wrong) = (line.clone(), line);
        looks.1 = vec![both("trông giống hệt nhưng gõ khác", "looks the same, but is typed differently")];
    }
    Ok(Demonstration {
        base: example.from.clone(),
        regime,
        right: Side { lines: right, look: looks.0 },
        wrong: Side { lines: wrong, look: looks.1 },
        finding,
    })
}

/// The lines that differ, near the place of the finding where that is one of them. Words that
/// differ elsewhere are only the stage for a fault of looks.
fn lines(base: &Draft, changed: &Draft, at: usize, has_look: bool) -> (Vec<String>, Vec<String>) {
    let (left, right): (Vec<&str>, Vec<&str>) = (base.text.lines().collect(), changed.text.lines().collect());
    let hit = changed.text.get(..at).map_or(0, |before| before.matches('\n').count());
    let (left_rows, right_rows) = differing(&left, &right);
    if has_look && (right_rows.is_empty() || !right_rows.contains(&hit)) {
        let line = line_at(changed, at);
        return (line.clone(), line);
    }
    if left_rows.len() == right_rows.len() {
        let mut pairs: Vec<usize> = (0..left_rows.len()).collect();
        pairs.retain(|row| left[left_rows.start + row] != right[right_rows.start + row]);
        let first = pairs.iter().position(|row| right_rows.start + row >= hit).unwrap_or(0);
        let shown = pairs[first..].iter().take(LINES);
        let pairs = shown.map(|row| pair(left[left_rows.start + row], right[right_rows.start + row]));
        let (left, right): (Vec<_>, Vec<_>) = pairs.unzip();
        return (filled(left), filled(right));
    }
    let some = |lines: &[&str], rows: Range<usize>| {
        let filled = lines[rows].iter().filter(|line| !line.trim().is_empty());
        filled.take(LINES).map(|line| shortened(line, 0)).collect()
    };
    (some(&left, left_rows), some(&right, right_rows))
}

/// The line at an offset, unless it is blank.
fn line_at(draft: &Draft, at: usize) -> Vec<String> {
    let start = draft.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = draft.text.get(start..).and_then(|rest| rest.lines().next());
    filled(line.map(|line| shortened(line, 0)).into_iter().collect())
}

/// The lines that are not empty.
fn filled(mut lines: Vec<String>) -> Vec<String> {
    lines.retain(|line| !line.is_empty());
    lines
}

/// The rows between the lines that both begin with and those that both end with.
fn differing(left: &[&str], right: &[&str]) -> (Range<usize>, Range<usize>) {
    let shorter = left.len().min(right.len());
    let head = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(one, other)| one == other).count();
    let tail = tail.min(shorter - head);
    (head..left.len() - tail, head..right.len() - tail)
}

/// Two lines, shortened to the stretch in which they differ.
fn pair(left: &str, right: &str) -> (String, String) {
    let same = left.chars().zip(right.chars()).take_while(|(one, other)| one == other).count();
    (shortened(left, same), shortened(right, same))
}

/// A line of so many letters as can be read at a glance, with the letter `around` in it.
fn shortened(line: &str, around: usize) -> String {
    let line = line.trim().replace('\t', " ");
    if line.chars().count() <= LETTERS {
        return line;
    }
    let skipped = around.saturating_sub(BEFORE);
    let shown: String = line.chars().skip(skipped).take(LETTERS).collect();
    let is_end = skipped + LETTERS >= line.chars().count();
    format!("{}{}{}", if skipped > 0 { "…" } else { "" }, shown.trim(), if is_end { "" } else { "…" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let (left, right) = (["a", "b", "c", "d"], ["a", "x", "d"]);
        assert_eq!(differing(&left, &right), (1..3, 1..2));
        assert_eq!(differing(&left, &left), (4..4, 4..4));
        assert_eq!(differing(&["a", "a"], &["a"]), (1..2, 1..1));
    }

    #[test]
    fn long_lines_are_cut_around_the_difference() {
        let line = "chữ ".repeat(100);
        assert_eq!(shortened("ngắn\tgọn", 0), "ngắn gọn");
        assert!(shortened(&line, 0).starts_with("chữ") && shortened(&line, 0).ends_with('…'));
        assert!(shortened(&line, 200).starts_with('…'));
        let (left, right) = pair(&line, &format!("{line}hết"));
        assert!(!left.ends_with('…') && right.ends_with("hết"), "{left} {right}");
    }
}
