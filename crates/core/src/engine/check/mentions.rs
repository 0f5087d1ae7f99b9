//! `mentions`: words that speak of most parts of a thing speak of all of them.
//!
//! Whoever lists five of six things has most likely forgotten the sixth, while whoever lists two may
//! mean two. The rule says from how many parts on the words speak of the whole.

use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Words;
use crate::rulebook::check::MentionsCheck;

/// Each node that mentions at least so many of the parts mentions every one. The hit marks the first
/// mention and names what lacks; fewer mentions may be of something else.
pub fn check(context: &Context<'_>, spec: &MentionsCheck, nodes: &[Node]) -> Verdict {
    let hits = nodes.iter().filter_map(|node| {
        let words = context.words(node.span);
        let mut first: Option<(usize, usize)> = None;
        let mut lacking = Vec::new();
        for part in &spec.parts {
            match part.pattern.regex_for(words).and_then(|regex| regex.find(words)) {
                Some(found) => {
                    let own = (found.start(), found.end());
                    first = Some(first.map_or(own, |first| first.min(own)));
                }
                None => lacking.push(part.name.words()),
            }
        }
        let (start, end) = first.filter(|_| !lacking.is_empty())?;
        if spec.parts.len() - lacking.len() < spec.least {
            return None;
        }
        let list = |pick: &dyn Fn(&Words) -> String| lacking.iter().map(pick).collect::<Vec<_>>().join(", ");
        let span = crate::text::Span::new(node.span.start + start, node.span.start + end);
        let hit = Hit::new(span, node.certainty).with("found", context.words(span));
        Some(hit.with_words("missing", list(&|words| words.vi.clone()), list(&|words| words.en.clone())))
    });
    Verdict::of(hits.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::check::fixture::Case;

    fn missing(words: &str) -> Vec<String> {
        let spec: MentionsCheck = serde_yaml::from_str(
            "{least: 2, parts: [{name: {vi: hồ sơ, en: dossier}, pattern: '[Hh]ồ sơ'}, {name: {vi: phí, en: fee}, pattern: phí},
              {name: {vi: thời hạn, en: time}, pattern: thời hạn}]}",
        )
        .expect("a check");
        let case = Case::of_text(words);
        let nodes = case.paragraph_nodes();
        let hits = case.judge(|context| check(context, &spec, &nodes)).hits;
        hits.iter().map(|hit| hit.variables["missing"].vi.clone()).collect()
    }

    #[test]
    fn what_lacks_is_named_where_most_is_there() {
        assert_eq!(missing("Hồ sơ nộp cùng phí."), ["thời hạn"]);
        assert!(missing("Hồ sơ, phí và thời hạn.").is_empty());
        assert!(missing("Chỉ có hồ sơ.").is_empty(), "it may be about something else");
    }
}
