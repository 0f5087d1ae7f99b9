//! Expressions for the letters that Vietnamese texts have.

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};

/// The usual letters: Latin with all that Vietnamese adds to it, marks, punctuation, signs. They are those of
/// which `is_usual` knows the first two bytes.
pub(super) const USUAL: [(char, char); 3] =
    [('\0', '\u{37F}'), ('\u{1E00}', '\u{1EFF}'), ('\u{2000}', '\u{27FF}')];

/// Whether all letters of a text are usual ones. Told by the first two bytes of its letters, many at once.
pub(super) fn is_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_other = |(byte, next): (&u8, &u8)| match byte {
        0xE1 => !(0xB8..=0xBB).contains(next),
        0xE2 => *next > 0x9F,
        _ => matches!(byte, 0xCE..=0xE0 | 0xE3..),
    };
    // The last byte of a text begins no letter of several bytes.
    let following = bytes.get(1..).unwrap_or_default();
    let mut pairs = bytes.chunks(128).zip(following.chunks(128));
    !pairs.any(|(few, next)| few.iter().zip(next).fold(false, |any, pair| any | is_other(pair)))
}

/// The expression for texts of usual letters: its sets of letters hold no others. There it matches as before, for
/// what is gone matches no letter of such a text.
pub(super) fn of_usual_letters(expression: &Hir) -> Hir {
    let HirKind::Class(Class::Unicode(letters)) = expression.kind() else {
        return with_parts(expression, of_usual_letters);
    };
    let usual = USUAL.map(|(first, last)| ClassUnicodeRange::new(first, last));
    let mut letters = letters.clone();
    letters.intersect(&ClassUnicode::new(usual));
    Hir::class(Class::Unicode(letters))
}

/// The expression without its edges of words and without groups. It matches wherever the expression
/// itself matches, for every condition that is gone could only forbid a match.
pub(super) fn without_edges(expression: &Hir) -> Hir {
    match expression.kind() {
        HirKind::Look(
            Look::Start | Look::End | Look::StartLF | Look::EndLF | Look::StartCRLF | Look::EndCRLF,
        ) => expression.clone(),
        HirKind::Look(_) => Hir::empty(),
        HirKind::Capture(Capture { sub, .. }) => without_edges(sub),
        _ => with_parts(expression, without_edges),
    }
}

/// The expression with its parts, but not itself, changed.
fn with_parts(expression: &Hir, change: fn(&Hir) -> Hir) -> Hir {
    let each = |parts: &[Hir]| parts.iter().map(change).collect();
    match expression.kind() {
        HirKind::Empty | HirKind::Literal(_) | HirKind::Look(_) | HirKind::Class(_) => expression.clone(),
        HirKind::Repetition(Repetition { min, max, greedy, sub }) => {
            Hir::repetition(Repetition { min: *min, max: *max, greedy: *greedy, sub: Box::new(change(sub)) })
        }
        HirKind::Capture(Capture { index, name, sub }) => {
            Hir::capture(Capture { index: *index, name: name.clone(), sub: Box::new(change(sub)) })
        }
        HirKind::Concat(parts) => Hir::concat(each(parts)),
        HirKind::Alternation(parts) => Hir::alternation(each(parts)),
    }
}
