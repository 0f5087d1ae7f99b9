//! `style`: the letters of each node as they are shown.
//!
//! The reader has resolved what Word shows: direct formatting, styles, theme and defaults. A run whose
//! value is not stated anywhere leaves the check open; runs without letters are not looked at.

use super::measure::{OwnRun, alternatives, limits, number, runs, runs_with_marks};
use crate::draft::{Capitals, RunStyle};
use crate::edit::{Edit, LettersChange};
use crate::engine::context::Context;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Reason, Words};
use crate::rulebook::check::StyleCheck;
use crate::text::Span;

/// How far a size in points may be off: Word rounds to half points.
const SIZE_TOLERANCE: f32 = 0.25;

/// Every run that shows letters is as the rule says. Sources without typography cannot tell.
pub fn check(context: &Context<'_>, spec: &StyleCheck, nodes: &[Node]) -> Verdict {
    if nodes.is_empty() {
        return Verdict::pass();
    }
    // A marker is stated where it is, and absent where it is not; all else only typography tells.
    let of_marker = StyleCheck { highlight: spec.highlight, ..StyleCheck::default() };
    if !context.draft.format.has_typography() && *spec != of_marker {
        return Verdict::unknown(Reason::NoTypography);
    }
    nodes.iter().map(|node| of_node(context, spec, node)).collect()
}

/// Judges one node property by property. Neighbouring runs with the same fault are one hit, because
/// Word splits a word into runs at will.
fn of_node(context: &Context<'_>, spec: &StyleCheck, node: &Node) -> Verdict {
    let (letters, marks) = (runs(context.draft, node), runs_with_marks(context.draft, node));
    let mut verdict = Verdict::pass();
    for property in PROPERTIES {
        let mut wrong: Vec<(Span, Fault)> = Vec::new();
        let runs = if property.of_marks { &marks } else { &letters };
        let mut right = 0;
        for own in runs {
            match (property.judge)(spec, own, &context.draft.text) {
                Judgement::Right => right += 1,
                Judgement::Unknown => verdict.unknown |= Reason::LookUnstated,
                Judgement::Wrong(mut fault) => {
                    if let (Some(size), Some(range)) = (&mut fault.change.size, &spec.size) {
                        // Other places may bind the size more closely than the range does.
                        *size = context.sizes().within(range, own.span, *size);
                    }
                    merge(&mut wrong, own.span, *fault, &context.draft.text);
                }
            }
        }
        let is_part = spec.whole && (right > 0 || wrong.len() > 1);
        if is_part || (spec.alone && goes_on(context, spec, &property, node)) {
            continue;
        }
        verdict.hits.extend(wrong.into_iter().map(|(span, fault)| {
            Hit::new(span, node.certainty)
                .with_words("fault", fault.words.vi, fault.words.en)
                .with_words("property", property.name.0, property.name.1)
                .with_words("found", fault.found.vi, fault.found.en)
                .with_words("expected", fault.expected.vi, fault.expected.en)
                .mended(Edit::Letters { span, style: fault.change })
        }));
    }
    // One place can have one finding: the properties that are wrong there are told together.
    verdict.hits = join_by_span(verdict.hits);
    verdict
}

/// Whether what follows a node on its line is wrong alike.
fn goes_on(context: &Context<'_>, spec: &StyleCheck, property: &Property, node: &Node) -> bool {
    let draft = context.draft;
    let paragraph = draft.paragraph_at(node.span.start).and_then(|own| draft.paragraphs.get(own));
    let Some(end) = paragraph.map(|own| own.span.end).filter(|end| node.span.end < *end) else {
        return false;
    };
    let rest = Node::running(draft, vec![Span::new(node.span.end, end)], node.part, Handle::None);
    let next = runs(draft, &rest).into_iter().next();
    next.is_none_or(|next| matches!((property.judge)(spec, &next, &draft.text), Judgement::Wrong(_)))
}

/// Joins a run to its wrong neighbour of the same value, blanks between them included.
/// Punctuation between them is included too: it has no look of its own.
fn merge(wrong: &mut Vec<(Span, Fault)>, span: Span, fault: Fault, text: &str) {
    if let Some((last, known)) = wrong.last_mut()
        && *known == fault
        && Span::new(last.end, span.start).of(text).chars().all(|letter| !letter.is_alphanumeric())
    {
        last.end = span.end;
        return;
    }
    wrong.push((span, fault));
}

/// Puts the hits on one stretch into one; each variable of the message becomes a list in the order of
/// the properties.
fn join_by_span(hits: Vec<Hit>) -> Vec<Hit> {
    let mut joined: Vec<Hit> = Vec::new();
    for mut hit in hits {
        let Some(same) = joined.iter_mut().find(|known| known.span == hit.span) else {
            joined.push(hit);
            continue;
        };
        same.take_edits(&mut hit);
        for (name, words) in hit.variables {
            let between = if name == "fault" { "; " } else { ", " };
            let known = same.variables.entry(name).or_default();
            *known = Words {
                vi: format!("{}{between}{}", known.vi, words.vi),
                en: format!("{}{between}{}", known.en, words.en),
            };
        }
    }
    joined
}

/// What is wrong with a run, both values in words.
#[derive(PartialEq)]
struct Fault {
    /// What is shown.
    found: Words,
    /// What the rule allows.
    expected: Words,
    /// Both, as a person would say it behind the name of what is wrong.
    words: Words,
    /// What would make it right.
    change: LettersChange,
}

/// What one property of one run comes to.
#[allow(clippy::large_enum_variant, reason = "one lives at a time, on the stack")]
enum Judgement {
    /// As the rule says, or the rule says nothing of it.
    Right,
    /// The source does not state the value.
    Unknown,
    /// Another value than the rule allows.
    Wrong(Box<Fault>),
}

impl Judgement {
    /// Right, or wrong with both values of a property that has many, and what would make it right.
    fn of(right: bool, name: (&str, &str), found: Words, expected: Words, change: LettersChange) -> Self {
        if right {
            return Self::Right;
        }
        let words = Words {
            vi: format!("có {} {}, phải là {}", name.0, found.vi, expected.vi),
            en: format!("{} is {}, must be {}", name.1, found.en, expected.en),
        };
        Self::Wrong(Box::new(Fault { found, expected, words, change }))
    }
}

/// A property of letters that a rule may speak of.
struct Property {
    /// What people call it: Vietnamese, English.
    name: (&'static str, &'static str),
    /// How one run is held against the rule; the text is that of the draft.
    judge: fn(&StyleCheck, &OwnRun<'_>, &str) -> Judgement,
    /// Whether punctuation alone shows it: a full stop has a colour, but no slant that anyone sees.
    of_marks: bool,
}

/// In the order in which a message lists them.
const PROPERTIES: [Property; 8] = [
    Property { name: ("cỡ chữ", "size"), judge: size, of_marks: false },
    Property {
        name: ("chữ đậm", "bold"),
        judge: |spec, own, _| {
            let change = LettersChange { bold: spec.bold, ..LettersChange::default() };
            flag(spec.bold, own.run.style.bold, &BOLD, change)
        },
        of_marks: false,
    },
    Property {
        name: ("kiểu chữ", "slant"),
        judge: |spec, own, _| {
            let change = LettersChange { italic: spec.italic, ..LettersChange::default() };
            flag(spec.italic, own.run.style.italic, &ITALIC, change)
        },
        of_marks: false,
    },
    Property {
        name: ("gạch chân", "underline"),
        judge: |spec, own, _| {
            let change = LettersChange { underline: spec.underline, ..LettersChange::default() };
            flag(spec.underline, own.run.style.underline, &UNDERLINE, change)
        },
        of_marks: false,
    },
    Property { name: ("phông chữ", "font"), judge: font, of_marks: false },
    Property { name: ("màu chữ", "colour"), judge: color, of_marks: true },
    Property { name: ("chữ in hoa", "capitals"), judge: capitals, of_marks: false },
    Property { name: ("màu nền", "marker"), judge: highlight, of_marks: true },
];

/// A name that is the same in both languages.
fn plain(words: &str) -> Words {
    Words { vi: words.to_owned(), en: words.to_owned() }
}

/// A text in both languages.
fn pair((vi, en): (&str, &str)) -> Words {
    Words { vi: vi.to_owned(), en: en.to_owned() }
}

/// How people speak of a property that is there or not, each time in Vietnamese and English.
struct Flag {
    /// It is there.
    yes: (&'static str, &'static str),
    /// It is not.
    no: (&'static str, &'static str),
    /// It is not, and must be.
    lacks: (&'static str, &'static str),
    /// It is, and must not be.
    has: (&'static str, &'static str),
}

const BOLD: Flag = Flag {
    yes: ("đậm", "bold"),
    no: ("không đậm", "not bold"),
    lacks: ("chưa in đậm", "not bold"),
    has: ("đang in đậm, phải bỏ đậm", "bold, must not be"),
};
const ITALIC: Flag = Flag {
    yes: ("nghiêng", "italic"),
    no: ("đứng", "upright"),
    lacks: ("đang in đứng, phải in nghiêng", "upright, must be italic"),
    has: ("đang in nghiêng, phải in đứng", "italic, must be upright"),
};
const UNDERLINE: Flag = Flag {
    yes: ("gạch chân", "underlined"),
    no: ("không gạch chân", "not underlined"),
    lacks: ("chưa gạch chân", "not underlined"),
    has: ("đang gạch chân, phải bỏ gạch chân", "underlined, must not be"),
};
const MARKED: Flag = Flag {
    yes: ("tô màu nền", "marked"),
    no: ("không tô màu nền", "not marked"),
    lacks: ("chưa tô màu nền", "not marked"),
    has: ("đang tô màu nền, phải bỏ", "marked with a colour, must not be"),
};
const CAPITALS: Flag = Flag {
    yes: ("in hoa", "capitals"),
    no: ("in thường", "small letters"),
    lacks: ("đang in thường, phải in hoa", "in small letters, must be capitals"),
    has: ("đang in hoa, phải in thường", "in capitals, must be small letters"),
};

/// A property that is there or not.
fn flag(wanted: Option<bool>, found: Option<bool>, words: &Flag, change: LettersChange) -> Judgement {
    let Some(wanted) = wanted else { return Judgement::Right };
    let Some(found) = found else { return Judgement::Unknown };
    if wanted == found {
        return Judgement::Right;
    }
    let say = |value: bool| pair(if value { words.yes } else { words.no });
    let told = pair(if wanted { words.lacks } else { words.has });
    Judgement::Wrong(Box::new(Fault { found: say(found), expected: say(wanted), words: told, change }))
}

/// The size in points.
fn size(spec: &StyleCheck, own: &OwnRun<'_>, _: &str) -> Judgement {
    let Some(range) = &spec.size else { return Judgement::Right };
    let Some(found) = own.run.style.size else { return Judgement::Unknown };
    let change = LettersChange { size: Some(range.nearest(found)), ..LettersChange::default() };
    Judgement::of(
        range.holds(found, SIZE_TOLERANCE),
        ("cỡ chữ", "size"),
        number(found),
        limits(range),
        change,
    )
}

/// The font, by its name without regard to case.
fn font(spec: &StyleCheck, own: &OwnRun<'_>, _: &str) -> Judgement {
    let Some(allowed) = &spec.font else { return Judgement::Right };
    let Some(found) = own.run.style.font.as_deref() else { return Judgement::Unknown };
    let right = allowed.iter().any(|name| name.eq_ignore_ascii_case(found.trim()));
    let change = LettersChange { font: allowed.first().cloned(), ..LettersChange::default() };
    Judgement::of(
        right,
        ("phông chữ", "font"),
        plain(found),
        alternatives(allowed.iter().map(|name| plain(name))),
        change,
    )
}

/// No colour is the automatic one, which prints black.
/// Only a colour that is stated can be wrong.
fn color(spec: &StyleCheck, own: &OwnRun<'_>, _: &str) -> Judgement {
    let (Some(allowed), Some(found)) = (&spec.color, own.run.style.color.as_deref()) else {
        return Judgement::Right;
    };
    let right = allowed.iter().any(|color| color.0.eq_ignore_ascii_case(found));
    let first = allowed.first().map(|color| color.0.clone());
    let change = LettersChange { color: first, ..LettersChange::default() };
    Judgement::of(
        right,
        ("màu chữ", "colour"),
        plain(found),
        alternatives(allowed.iter().map(|color| plain(&color.0))),
        change,
    )
}

/// Capitals as they are shown, made by the style or typed. Small capitals are not capitals; where the
/// style is unknown only letters typed as capitals are sure.
fn capitals(spec: &StyleCheck, own: &OwnRun<'_>, text: &str) -> Judgement {
    let Some(wanted) = spec.capitals else { return Judgement::Right };
    let words = own.span.of(text);
    if !words.chars().any(char::is_alphabetic) {
        return Judgement::Right;
    }
    let typed = !words.chars().any(char::is_lowercase);
    let found = match shown(&own.run.style) {
        Some(Capitals::All) => true,
        Some(Capitals::Small) => false,
        Some(Capitals::AsTyped) | None => typed,
    };
    if shown(&own.run.style).is_none() && !typed {
        return Judgement::Unknown;
    }
    // Letters that were typed as capitals no style makes small.
    let style = if wanted { Capitals::All } else { Capitals::AsTyped };
    let change = LettersChange { capitals: Some(style), ..LettersChange::default() };
    flag(Some(wanted), Some(found), &CAPITALS, change)
}

/// A marker behind the words. None stated is none.
fn highlight(spec: &StyleCheck, own: &OwnRun<'_>, _: &str) -> Judgement {
    let marked = own.run.style.highlight.as_deref().is_some_and(is_marker);
    let change = LettersChange { highlight: spec.highlight, ..LettersChange::default() };
    flag(spec.highlight, Some(marked), &MARKED, change)
}

/// Whether a colour behind words is that of a marker: white and grey grounds come with words that are
/// pasted from elsewhere.
fn is_marker(color: &str) -> bool {
    /// Difference between the strongest and the weakest part of a colour from which on it is seen as one.
    const SEEN: u8 = 0x30;
    let part = |at: usize| color.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
    match (part(0), part(2), part(4)) {
        (Some(red), Some(green), Some(blue)) if color.len() == 6 => {
            red.max(green).max(blue) - red.min(green).min(blue) >= SEEN
        }
        _ => color != "white",
    }
}

/// The capitals that the style makes.
fn shown(style: &RunStyle) -> Option<Capitals> {
    style.capitals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn judge(case: &Case, yaml: &str) -> Verdict {
        let spec: StyleCheck = serde_yaml::from_str(yaml).expect("a check");
        let node = case.whole_node();
        case.judge(|context| check(context, &spec, std::slice::from_ref(&node)))
    }

    #[test]
    fn a_wrong_run_is_reported_with_its_property() {
        let mut case = Case::of_text("Nơi nhận");
        case.split_run("Nơi ".len());
        case.style(0, |style| style.size = Some(12.0));
        case.style(1, |style| style.size = Some(14.0));
        let verdict = judge(&case, "size: 12");
        assert_eq!(verdict.hits.len(), 1);
        assert_eq!(verdict.hits[0].span.of(&case.draft.text), "nhận");
        assert_eq!(verdict.hits[0].variables["found"].vi, "14");
    }

    #[test]
    fn neighbours_of_one_fault_are_one_hit() {
        let mut case = Case::of_text("Nơi nhận");
        case.split_run("Nơi ".len());
        case.style(0, |style| style.bold = Some(true));
        case.style(1, |style| style.bold = Some(true));
        let hits = judge(&case, "bold: false").hits;
        assert_eq!(hits.iter().map(|hit| hit.span.of(&case.draft.text)).collect::<Vec<_>>(), ["Nơi nhận"]);
    }

    #[test]
    fn what_the_source_cannot_tell_is_unknown() {
        let mut case = Case::of_text("Nơi nhận");
        assert_eq!(judge(&case, "size: 12"), Verdict::unknown(Reason::LookUnstated), "no size is known");
        case.style(0, |style| style.size = Some(20.0));
        case.draft.format = crate::draft::Format::Markdown;
        assert_eq!(
            judge(&case, "size: 12"),
            Verdict::unknown(Reason::NoTypography),
            "Markdown has no typography"
        );
    }

    #[test]
    fn capitals_may_be_made_by_the_style() {
        let mut case = Case::of_text("Quyết định");
        case.style(0, |style| style.capitals = Some(Capitals::All));
        assert!(judge(&case, "capitals: true").passes());
        case.style(0, |style| style.capitals = Some(Capitals::AsTyped));
        assert_eq!(judge(&case, "capitals: true").hits.len(), 1);
    }
}
