//! `signed-by`: who signs with an office is the one whom a line of the text names in it.

use crate::document::Signature;
use crate::engine::context::Context;
use crate::engine::outcome::{Hit, Verdict};
use crate::rulebook::check::SignedByCheck;
use crate::text::Pattern;
use crate::text::vietnamese::name_key;

/// A name of a person behind a form of address: two to five syllables with capitals.
static PERSON: Pattern =
    Pattern::new(r"(?:Ông|Bà|ông|bà|[Đđ]ồng chí|đ/c)\s+(?P<name>\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4})");

/// Judges the signatures of the act.
pub fn check(context: &Context<'_>, spec: &SignedByCheck) -> Verdict {
    let signatures = context.document.parts.first().map_or(&[][..], |act| &act.signatures);
    Verdict::of(signatures.iter().filter_map(|signature| of_signature(context, spec, signature)).collect())
}

/// A signature whose name is not among those of the line, if the line names anybody.
fn of_signature(context: &Context<'_>, spec: &SignedByCheck, signature: &Signature) -> Option<Hit> {
    let holds = |words: &str| spec.office.is_match(words);
    let is_office = signature.lines.iter().any(|line| holds(&line.line.value));
    let name = signature.name.as_ref().filter(|_| is_office)?;
    let paragraphs = context.draft.paragraphs.iter();
    let mut lines = paragraphs.map(|own| own.text(context.draft)).filter(|words| spec.line.is_match(words));
    // Of several such lines nobody can tell which is meant.
    let line = lines.next().filter(|_| lines.next().is_none())?;
    let named = PERSON.regex().captures(line)?.name("name")?.as_str();
    if name_key(line).contains(&name_key(&name.value)) || name.value.split_whitespace().count() < 2 {
        return None;
    }
    let hit = Hit::new(name.span, name.certainty).with("found", name.value.clone());
    Some(hit.with("expected", named))
}
