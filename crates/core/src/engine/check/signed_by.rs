//! `signed-by`: who signs with an office is the one whom a line of the text names in it.

use crate::document::{Component, Signature};
use crate::engine::context::Context;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::SignedByCheck;
use crate::text::Pattern;
use crate::text::vietnamese::name_key;

/// A name of a person behind a form of address: two to five syllables with capitals.
static PERSON: Pattern =
    Pattern::new(r"(?:Ông|Bà|ông|bà|[Đđ]ồng chí|đ/c)\s+(?P<name>\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4})");

/// Judges the signatures of the act. Of several lines that name somebody nobody can tell which is meant.
pub fn check(context: &Context<'_>, spec: &SignedByCheck) -> Verdict {
    let paragraphs = context.draft.paragraphs.iter();
    let mut lines = paragraphs.map(|own| own.text(context.draft)).filter(|words| spec.line.is_match(words));
    let (Some(line), None) = (lines.next(), lines.next()) else { return Verdict::pass() };
    let person = PERSON.regex().captures(line).and_then(|found| found.name("name"));
    let Some(person) = person else { return Verdict::pass() };
    let signatures = context.document.parts.first().map_or(&[][..], |act| &act.signatures);
    let hits = signatures.iter().filter_map(|signature| {
        let name = other_name(spec, signature, line)?;
        let hit = Hit::new(name.span, name.certainty).with("found", name.value.clone());
        Some(hit.with("expected", person.as_str()))
    });
    Verdict::of(hits.collect())
}

/// The name of who signs with the office, if it is not in the line.
fn other_name<'s>(spec: &SignedByCheck, signature: &'s Signature, line: &str) -> Option<&'s Component> {
    let is_office = signature.lines.iter().any(|own| spec.office.is_match(&own.line.value));
    let name =
        signature.name.as_ref().filter(|name| is_office && name.value.split_whitespace().count() > 1)?;
    (!name_key(line).contains(&name_key(&name.value))).then_some(name)
}
