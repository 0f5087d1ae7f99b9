//! `mixed`: two manners that may not both occur in one document.
//!
//! Either manner is right by itself; the law, or plain care, wants one of them throughout. The rarer
//! one is told, because it is the smaller change.

use super::words::{is_within, ranges};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{COUNTED, Hit, Verdict, is_enough};
use crate::rulebook::Pattern;
use crate::rulebook::check::MixedCheck;
use crate::text::Span;
use crate::text::vietnamese::name_key;
use std::collections::{HashMap, HashSet};

/// Where both manners occur, each match of the rarer one is a hit. Where only the same words count, what
/// stands in one manner alone is left out.
pub fn check(context: &Context<'_>, spec: &MixedCheck, nodes: &[Node]) -> Verdict {
    let mut first = matches(context, &spec.first, spec.except.as_ref(), nodes);
    if first.is_empty() {
        return Verdict::pass();
    }
    let mut second = matches(context, &spec.second, spec.except.as_ref(), nodes);
    if spec.same_words {
        keep_shared(context, &mut first, &mut second);
    }
    let (rare, common) =
        if spec.first_is_wrong || first.len() <= second.len() { (first, second) } else { (second, first) };
    let Some(any) = common.first().map(|hit| hit.span) else {
        return Verdict::pass();
    };
    let word = |hit: &Hit| name_key(context.words(hit.span));
    // The first place of each word in the other manner.
    let mut same: HashMap<String, Span> = HashMap::new();
    if spec.same_words {
        for other in &common {
            same.entry(word(other)).or_insert(other.span);
        }
    }
    let say = |hit: Hit| {
        let found = context.words(hit.span).to_owned();
        let other = if same.is_empty() { any } else { same.get(&word(&hit)).copied().unwrap_or(any) };
        hit.with("found", found).with("other", context.words(other)).against(other)
    };
    Verdict::of(rare.into_iter().map(say).collect())
}

/// Leaves the words that stand in both manners.
fn keep_shared(context: &Context<'_>, first: &mut Vec<Hit>, second: &mut Vec<Hit>) {
    let word = |hit: &Hit| name_key(context.words(hit.span));
    let keys = |hits: &[Hit]| hits.iter().map(word).collect::<HashSet<_>>();
    let (of_first, of_second) = (keys(first), keys(second));
    first.retain(|hit| of_second.contains(&word(hit)));
    second.retain(|hit| of_first.contains(&word(hit)));
}

/// A hit for each match of one manner, amending text in quotation marks left out.
fn matches(context: &Context<'_>, pattern: &Pattern, except: Option<&Pattern>, nodes: &[Node]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for node in nodes {
        if is_enough(&hits) {
            break;
        }
        let flow = node.words(context.draft);
        let Some(regex) = flow.regex(pattern) else { continue };
        let excepted = except.map_or_else(Vec::new, |except| ranges(except, flow));
        let is_excepted = |start: usize, end: usize| is_within(&excepted, (start, end));
        let found = regex.find_iter(&flow.text).filter(|found| !is_excepted(found.start(), found.end()));
        let spans = found.map(|found| flow.span(found.start(), found.end()));
        let own = spans.filter(|span| !context.document.is_quoted(*span));
        hits.extend(own.map(|span| Hit::new(span, node.certainty)).take(COUNTED));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    #[test]
    fn the_rarer_manner_is_reported() {
        let spec: MixedCheck =
            serde_yaml::from_str(r"{first: '\b[a-zđ]*òa\b', second: '\b[a-zđ]*oà\b'}").expect("a check");
        let judge = |words: &str| {
            let case = Case::of_text(words);
            let nodes = case.paragraph_nodes();
            let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
            hits.iter().map(|hit| hit.span.of(&case.draft.text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(judge("hòa, tòa, hoà"), ["hoà"]);
        assert!(judge("hòa, tòa").is_empty());
    }

    #[test]
    fn one_manner_may_be_wrong_however_often_it_stands() {
        let spec: MixedCheck = serde_yaml::from_str(
            r"{first: '\bsở \p{Lu}\p{Ll}+', second: '\bSở \p{Lu}\p{Ll}+', same-words: true, first-is-wrong: true,
               except: 'các sở \p{Lu}\p{Ll}+'}",
        )
        .expect("a check");
        let case = Case::of_text("sở Nội, sở Nội, Sở Nội, các sở Nội, sở Tài");
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        assert_eq!(hits.iter().map(|hit| hit.span.start).collect::<Vec<_>>(), [0, "sở Nội, ".len()]);
    }

    #[test]
    fn words_may_have_to_be_the_same() {
        let spec: MixedCheck = serde_yaml::from_str(
            r"{first: '\b[a-zđ]*[òó]a\b', second: '\b[a-zđ]*o[àá]\b', same-words: true}",
        )
        .expect("a check");
        let hits = |words: &str| {
            let case = Case::of_text(words);
            let nodes = case.paragraph_nodes();
            case.judge(|context| check(context, &spec, &nodes)).hits.len()
        };
        assert_eq!(hits("khoá, hòa, tòa"), 0, "no word stands in both manners");
        assert_eq!(hits("khoá, hòa, khóa, khóa"), 1);
    }
}
