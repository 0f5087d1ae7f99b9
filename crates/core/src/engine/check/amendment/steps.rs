//! The steps of an amendment, each with what stands below it, and the instrument that they amend.

use super::CERTAINTY;
use crate::document::UnitKind;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::Hit;
use crate::recognize::amending::is_step;
use crate::text::vietnamese::point_number;
use crate::text::{Pattern, Span};

/// A step that announces the new text of one unit.
struct Step<'n> {
    /// Its paragraph.
    node: &'n Node,
    /// The kind of the unit that it announces.
    kind: UnitKind,
    /// The label of that unit, without its word.
    label: String,
    /// Its words: `khoản 2`.
    unit: Span,
    /// The paragraph below.
    below: &'n Node,
}

/// The steps among the paragraphs. Those that announce several units at once are left out, and so is whatever
/// a quotation holds: it is the text of another document.
fn steps<'n>(context: &Context<'_>, nodes: &'n [Node]) -> impl Iterator<Item = Step<'n>> {
    static STEP: Pattern = Pattern::new(
        r"^(?:Điều [0-9]+[a-zđ]?\. ?|[0-9]+[.)] ?|[a-zđ][0-9]?[.)] ?|[-+–•] ?)?(?:Sửa đổi(?:, bổ sung| và bổ sung)?|Bổ sung)(?: thêm)? (?P<unit>(?P<kind>Điều|khoản|điểm) (?P<label>[0-9]+[a-zđ]?|[a-zđ][0-9]?))(?P<rest> [^“”]*)?như sau ?:$",
    );
    let pairs = nodes.iter().zip(nodes.iter().skip(1));
    pairs.filter_map(|(node, below)| {
        if !node.value.ends_with(':') || context.document.is_quoted(node.span) {
            return None;
        }
        let words = context.words(node.span);
        let captures = STEP.captures(words)?;
        let unit = captures.name("unit")?;
        let is_list = captures.name("rest").is_some_and(|rest| {
            let rest = rest.as_str().trim_start();
            [",", "và ", "đến ", "hoặc "].iter().any(|word| rest.starts_with(word))
        });
        (!is_list).then_some(Step {
            node,
            kind: kind(captures.name("kind")?.as_str())?,
            label: captures.name("label")?.as_str().to_owned(),
            unit: Span::new(node.span.start + unit.start(), node.span.start + unit.end()),
            below,
        })
    })
}

/// The kind of unit that a word says.
fn kind(word: &str) -> Option<UnitKind> {
    [UnitKind::Article, UnitKind::Clause, UnitKind::Point].into_iter().find(|kind| kind.word() == word)
}

/// New text that begins with the label of another unit than its step announces.
///
/// New text may begin with the head of the article around it, and without any label: only one of the same kind,
/// or of a smaller one, contradicts the step. An article that goes on with its clauses says nothing.
pub fn other_labels(context: &Context<'_>, nodes: &[Node]) -> Vec<Hit> {
    static LABEL: Pattern =
        Pattern::new(r#"^[“"]\s*(?P<article>Điều )?(?P<label>[0-9]+[a-zđ]?|[a-zđ][0-9]?)(?P<end>[.)]) ?"#);
    let hit = |step: Step<'_>| {
        let below = context.words(step.below.span);
        let captures = LABEL.captures(below)?;
        let own = captures.name("label")?;
        let kind = match (captures.name("article"), captures.name("end")?.as_str()) {
            (Some(_), _) => UnitKind::Article,
            (None, ".") => UnitKind::Clause,
            (None, _) => UnitKind::Point,
        };
        let contradicts = match step.kind {
            UnitKind::Article => kind == UnitKind::Article,
            UnitKind::Clause => kind >= UnitKind::Clause,
            _ => kind == UnitKind::Point,
        };
        if !contradicts || own.as_str() == step.label {
            return None;
        }
        let end = step.below.span.start + own.end() + 1;
        let hit = Hit::new(Span::new(step.unit.start, end), CERTAINTY);
        let other = below[..own.end()].trim_start_matches(['“', '"']).trim_start();
        Some(hit.with("found", context.words(step.unit)).with("other", other))
    };
    steps(context, nodes).filter_map(hit).collect()
}

/// Steps that announce new text, with the next step or the next article of the document right below.
pub fn without_text(context: &Context<'_>, nodes: &[Node]) -> Vec<Hit> {
    let articles: Vec<usize> = context
        .document
        .parts
        .iter()
        .flat_map(|part| &part.units)
        .filter(|unit| unit.kind == UnitKind::Article)
        .map(|unit| unit.label.start)
        .collect();
    let hit = |step: Step<'_>| {
        let below = step.below;
        if context.document.is_quoted(below.span) {
            return None;
        }
        let is_article = articles.contains(&below.span.start);
        let is_next = is_step(&below.value) && follows(&step.node.value, &below.value);
        (is_article || is_next)
            .then(|| Hit::new(step.node.span, CERTAINTY).with("found", step.node.value.clone()))
    };
    steps(context, nodes).filter_map(hit).collect()
}

/// Whether the number before one step comes right behind that of another one: a step of its own below an
/// announcement (`a) Sửa đổi khoản 1 như sau:`) is none.
fn follows(step: &str, next: &str) -> bool {
    let number = |words: &str| {
        let end = words.find(['.', ')'])?;
        let label = &words[..end];
        let letter = label.chars().next().filter(|_| label.chars().count() == 1);
        label.parse::<u32>().ok().map(|value| (true, value)).or_else(|| Some((false, point_number(letter?)?)))
    };
    match (number(step), number(next)) {
        (Some((one, value)), Some((other, after))) => one == other && value.checked_add(1) == Some(after),
        _ => false,
    }
}

/// The first article that amends, or the first sentence that repeals, names another instrument than the title, which
/// names one alone.
pub fn other_target<'n>(context: &Context<'_>, nodes: impl Iterator<Item = &'n Node>) -> Vec<Hit> {
    static ARTICLE: Pattern = Pattern::new(r"^Điều [0-9]+\. ?(?:Sửa đổi|Bổ sung)");
    static REPEAL: Pattern = Pattern::new(
        r"^(?:Điều [0-9]+\. ?)?(?:[0-9]+\. )?Bãi bỏ (?:toàn bộ |một phần )?(?:Quyết định|Nghị quyết) ",
    );
    let document = context.document;
    let Some(act) = context.act().and_then(|act| document.parts.get(act)) else { return Vec::new() };
    let Some(title) = act.title.as_ref() else { return Vec::new() };
    let cited = |within: Span| -> Vec<(&str, Span)> {
        let own = document.citations.iter().filter(|own| within.covers(own.span) && !own.is_amender);
        own.filter_map(|own| Some((own.number.as_deref()?, own.number_span?))).collect()
    };
    let named = cited(title.span);
    let amends = ["ửa đổi", "ổ sung"].iter().any(|verb| title.value.contains(verb));
    let begins = if amends { &ARTICLE } else { &REPEAL };
    let Some((wanted, place)) = named.first() else { return Vec::new() };
    if named.iter().any(|(number, _)| number != wanted) {
        return Vec::new();
    }
    let in_body = nodes.filter(|node| act.body.covers(node.span));
    let first = in_body.filter(|node| begins.is_match(&node.value)).find_map(|node| {
        let own = cited(node.span);
        (!own.is_empty()).then_some(own)
    });
    let Some(own) = first else { return Vec::new() };
    match own.first() {
        Some((number, span)) if own.iter().all(|(number, _)| number != wanted) => {
            let hit = Hit::new(*span, CERTAINTY).with("found", *number).with("other", *wanted);
            vec![hit.against(*place)]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn found(words: &str, judge: fn(&Context<'_>, &[Node]) -> Vec<Hit>) -> Vec<String> {
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| crate::engine::outcome::Verdict::of(judge(context, &nodes))).hits;
        hits.iter().map(|hit| hit.variables["found"].vi.clone()).collect()
    }

    #[test]
    fn new_text_bears_the_label_that_was_announced() {
        let judge = |words| found(words, other_labels);
        assert_eq!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n“3. Ba.”."), ["khoản 2"]);
        assert_eq!(judge("1. Bổ sung Điều 5a vào sau Điều 5 như sau:\n“Điều 5b. Ba.”."), ["Điều 5a"]);
        assert_eq!(judge("a) Bổ sung điểm d vào sau điểm c khoản 1 như sau:\n“đ) Ba.”."), ["điểm d"]);
        assert_eq!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n“b) Ba.”."), ["khoản 2"]);
        for right in [
            "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hai.”.",
            "1. Sửa đổi khoản 2 Điều 5 như sau:\n“Điều 5. Năm\n2. Hai.”.",
            "1. Sửa đổi khoản 2 và khoản 3 Điều 5 như sau:\n“3. Ba.”.",
            "1. Sửa đổi khoản 2, 3 Điều 5 như sau:\n“3. Ba.”.",
            "1. Bổ sung Điều 14a vào sau Điều 14 như sau:\n“14a. Một.”.",
            "1. Sửa đổi Điều 5 như sau:\n“1. Một.”.",
            "1. Sửa đổi khoản 2 Điều 5 như sau:\n“Mức thu là 5%.”.",
        ] {
            assert!(judge(right).is_empty(), "{right}");
        }
    }

    #[test]
    fn new_text_stands_below_its_step() {
        let judge = |words| found(words, without_text);
        assert_eq!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n2. Bãi bỏ Điều 6.").len(), 1);
        assert_eq!(judge("a) Sửa đổi khoản 2 Điều 5 như sau:\nb) Bãi bỏ khoản 3.").len(), 1);
        assert!(judge("1. Sửa đổi Điều 5 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”.").is_empty());
        assert!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Hai.”.").is_empty());
        assert!(judge("1. Sửa đổi khoản 2 Điều 5 như sau:\n2. Mức thu là 5%.").is_empty(), "without marks");
    }
}
