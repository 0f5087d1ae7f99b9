//! `agree: { as: numbered }`: the number of an appendix is named in another part.
//!
//! Appendices are named alone (`Phụ lục II`), in lists (`Phụ lục I, II và IV`) and as ranges; `các Phụ lục` names
//! them all. By which words an appendix is called, in whatever case, the rule book says.

use super::resolves::same_number;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::Reason;
use crate::rulebook::Selector;
use crate::text::Pattern;

/// What an appendix may be called by in running text.
#[derive(Default)]
struct Named {
    /// The numbers that are named.
    numbers: Vec<String>,
    /// Whether all are meant, or a range whose inner ones are not written.
    is_open: bool,
}

/// An appendix with a number is named by it somewhere outside; of what is named as a whole nothing can be told.
pub(super) fn check(context: &Context<'_>, within: Selector, node: &Node) -> Verdict {
    let part = node.part_of(context.document);
    let Some(number) = part.and_then(|part| part.appendix_number.as_deref()) else {
        return Verdict::pass();
    };
    let mut named = Named::default();
    for other in context.all(within).iter().filter(|other| other.part != node.part) {
        named.read(context, &other.value);
    }
    if named.is_open {
        return Verdict::unknown(Reason::ReferenceUnclear);
    }
    if named.numbers.iter().any(|own| same_number(own, number)) {
        return Verdict::pass();
    }
    Verdict::fail(Hit::new(node.span, node.certainty).with("found", node.value.clone()))
}

impl Named {
    /// Adds what some words name.
    fn read(&mut self, context: &Context<'_>, words: &str) {
        static NUMBER: Pattern = Pattern::new(r"^ ?(?:số )?([ivxl]{1,6}|[0-9]{1,2})(?:[^\p{L}0-9]|$)");
        static JOINT: Pattern = Pattern::new(r"^(?:, và |, |; | và | hoặc )");
        let (words, label) = (words.to_lowercase(), &context.book.lexicon().terms.attachments.appendix);
        if let Some(label) = label.iter().next().map(str::to_lowercase) {
            for (at, label) in words.match_indices(label.as_str()) {
                self.is_open |= words[..at].ends_with("ác ");
                let mut rest = &words[at + label.len()..];
                while let Some(number) = NUMBER.captures(rest).and_then(|found| found.get(1)) {
                    self.numbers.push(number.as_str().to_owned());
                    rest = &rest[number.end()..];
                    self.is_open |= [" đến", " - ", "-", "–", " – "].iter().any(|to| rest.starts_with(to));
                    match JOINT.regex().find(rest) {
                        Some(joint) => rest = &rest[joint.end()..],
                        None => break,
                    }
                }
            }
        }
    }
}
