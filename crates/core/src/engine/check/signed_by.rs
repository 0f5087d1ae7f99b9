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
    let signatures = context.document.parts.first().map_or(&[][..], |act| &act.signatures);
    let names: Vec<&Component> = signatures.iter().filter_map(|own| name_with_office(spec, own)).collect();
    if names.is_empty() {
        return Verdict::pass();
    }
    let paragraphs = context.draft.paragraphs.iter();
    let mut lines = paragraphs.map(|own| own.text(context.draft)).filter(|words| spec.line.is_match(words));
    let (Some(line), None) = (lines.next(), lines.next()) else { return Verdict::pass() };
    let person = PERSON.regex().captures(line).and_then(|found| found.name("name"));
    let Some(person) = person else { return Verdict::pass() };
    let key = name_key(line);
    let others = names.into_iter().filter(|name| !key.contains(&name_key(&name.value)));
    let hit = |name: &Component| Hit::new(name.span, name.certainty).with("found", name.value.clone());
    Verdict::of(others.map(|name| hit(name).with("expected", person.as_str())).collect())
}

/// The name of who signs with the office, if it is a whole one.
fn name_with_office<'s>(spec: &SignedByCheck, signature: &'s Signature) -> Option<&'s Component> {
    let is_office = signature.lines.iter().any(|own| spec.office.is_match(&own.line.value));
    signature.name.as_ref().filter(|name| is_office && name.value.split_whitespace().count() > 1)
}
