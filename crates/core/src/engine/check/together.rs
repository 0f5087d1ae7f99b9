//! `together`: sizes of several places that must move together.
//!
//! Where a rule gives a choice of sizes, the choice at one place binds the others: the rule lists the
//! rows of sizes in points that go with each other. The act alone is judged; attachments have places of
//! their own.

use super::measure::{main_size, number};
use crate::edit::{Edit, LettersChange};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason, Words};
use crate::rulebook::check::TogetherCheck;

/// How far a size in points may be off.
const TOLERANCE: f32 = 0.25;

/// The sizes of the places are one of the allowed rows. A place that is not there, or whose size is
/// not known, leaves it open.
pub fn check(context: &Context<'_>, spec: &TogetherCheck) -> Verdict {
    if !context.draft.format.has_typography() {
        return Verdict::unknown(Reason::NoTypography);
    }
    let act = context.document.parts.iter().position(|part| part.kind == crate::document::PartKind::Act);
    let first = |selector: &crate::rulebook::Selector| {
        context.all(*selector).iter().find(|node| node.part == act).cloned()
    };
    let nodes: Vec<Node> = spec.of.iter().filter_map(first).collect();
    if nodes.len() < spec.of.len() {
        return Verdict::pass();
    }
    let sizes: Vec<f32> = nodes.iter().filter_map(|node| main_size(context.draft, node)).collect();
    if sizes.len() < nodes.len() {
        return Verdict::unknown(Reason::LookUnstated);
    }
    let fits =
        |row: &Vec<f32>| row.iter().zip(&sizes).all(|(wanted, found)| (wanted - found).abs() <= TOLERANCE);
    if spec.sizes.iter().any(fits) {
        return Verdict::pass();
    }
    let found = row_words(&sizes);
    let rows: Vec<Words> = spec.sizes.iter().map(|row| row_words(row)).collect();
    let join = |words: fn(&Words) -> &str, or: &str| rows.iter().map(words).collect::<Vec<_>>().join(or);
    let certainty = nodes.iter().map(|node| node.certainty).min().unwrap_or(Certainty::Guessed);
    let hit = Hit::new(nodes[0].span, certainty).with_words("found", found.vi, found.en);
    let hit = nodes[1..].iter().fold(hit, |hit, other| hit.against(other.span));
    let hit = mended(spec, &nodes, &sizes).fold(hit, Hit::mended);
    Verdict::fail(hit.with_words(
        "expected",
        join(|words| &words.vi, " hoặc "),
        join(|words| &words.en, " or "),
    ))
}

/// The sizes of the row that is next to what was found, where a place has another one.
fn mended<'a>(
    spec: &'a TogetherCheck,
    nodes: &'a [Node],
    sizes: &'a [f32],
) -> impl Iterator<Item = Edit> + 'a {
    let far = |row: &&Vec<f32>| {
        // Few sizes that change are better than small changes of all.
        let moved = row.iter().zip(sizes).map(|(wanted, found)| (wanted - found).abs());
        let moved: Vec<f32> = moved.filter(|distance| *distance > TOLERANCE).collect();
        (moved.len(), moved.iter().sum::<f32>())
    };
    let row = spec.sizes.iter().min_by(|one, other| {
        let (one, other) = (far(one), far(other));
        one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    let each = row.into_iter().flatten().zip(sizes).zip(nodes);
    let changed = each.filter(|((wanted, found), _)| (**wanted - **found).abs() > TOLERANCE);
    changed.map(|((wanted, _), node)| Edit::Letters {
        span: node.span,
        style: LettersChange { size: Some(*wanted), ..LettersChange::default() },
    })
}

/// A row of sizes in points, as people read it.
fn row_words(row: &[f32]) -> Words {
    let (vi, en): (Vec<_>, Vec<_>) =
        row.iter().map(|size| number(*size)).map(|words| (words.vi, words.en)).unzip();
    Words { vi: vi.join(" – "), en: en.join(" – ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Component;
    use crate::engine::check::fixture::Case;

    #[test]
    fn sizes_that_do_not_move_together() {
        let mut case = Case::of_text("QUỐC HIỆU\nTiêu ngữ");
        let lines: Vec<_> = case.draft.paragraphs.iter().map(|paragraph| paragraph.span).collect();
        let component =
            |index: usize| Some(Component::line(&case.draft.text, lines[index], Certainty::Certain));
        let (name, motto) = (component(0), component(1));
        case.document.parts[0].header.national_name = name;
        case.document.parts[0].header.motto = motto;
        let spec: TogetherCheck =
            serde_yaml::from_str("{of: [header.national_name, header.motto], sizes: [[13, 14], [12, 13]]}")
                .expect("a check");
        let judge = |case: &Case| case.judge(|context| check(context, &spec));
        assert_eq!(judge(&case), Verdict::unknown(Reason::LookUnstated));
        case.style(0, |style| style.size = Some(12.0));
        case.style(1, |style| style.size = Some(14.0));
        assert_eq!(judge(&case).hits[0].variables["expected"].vi, "13 – 14 hoặc 12 – 13");
        case.style(1, |style| style.size = Some(13.0));
        assert!(judge(&case).passes());
    }
}
