//! `profile`: what the draft says of its organ is what the office says of itself. Without a profile, and
//! where the draft is of another kind of organ, it cannot be told.
//!
//! The profile is what an office states of itself once: name, parent organ, place, abbreviation,
//! signers. It is no law, so the check only compares; which of the two is wrong, the profile or the
//! draft, is for people to say.

use crate::document::{Component, Organ};
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason};
use crate::recognize::organ;
use crate::rulebook::check::ProfileCheck;
use crate::rulebook::profile::{OrganProfile, Signer};
use crate::rulebook::suggest::distance;
use crate::text::vietnamese::name_key;

/// How much a name may differ and still be a slip of the hand:
/// letters added, dropped, changed, or swapped with their neighbour.
const SLIP: usize = 2;

/// Most names of a profile that one message repeats.
const MOST_NAMED: usize = 12;

/// How the organ of a draft stands to that of a profile of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// The names are equal, blanks, case and manner of abbreviation aside.
    Same,
    /// A name that no unit bears, a letter or two away.
    Slip,
    /// Another organ of the same kind: the profile then tells nothing but that.
    Other,
}

/// Judges the nodes by the profile.
pub fn check(context: &Context<'_>, mode: ProfileCheck, nodes: &[Node]) -> Verdict {
    let (profile, fit) = match found(context) {
        Ok(found) => found,
        Err(reason) => return Verdict::unknown(reason),
    };
    if fit == Fit::Other && mode != ProfileCheck::Organ {
        return Verdict::unknown(Reason::ProfileOfOther);
    }
    let signers: Vec<(String, &Signer)> = match mode {
        ProfileCheck::Position | ProfileCheck::Signer => {
            profile.signers.iter().map(|own| (name_key(&own.position), own)).collect()
        }
        _ => Vec::new(),
    };
    nodes.iter().map(|node| of_node(context, mode, (profile, &signers), fit, node)).collect()
}

/// The profile of the kind of organ that the header names, and how the two names compare.
/// The organ of that very name comes first: a profile may hold several organs of one kind, as the
/// People's Committee and its chair.
///
/// # Errors
///
/// Why nothing can be compared: there is no profile, the header names no organ, or the profile has none
/// of its kind.
fn found<'a>(context: &Context<'a>) -> Result<(&'a OrganProfile, Fit), Reason> {
    let profile = context.judged.profile.as_deref().ok_or(Reason::NoProfile)?;
    let header = context.document.act().map(|act| &act.header);
    let named = header.and_then(|header| Some((header.organ.as_ref()?, header.organ_named.as_ref()?)));
    let (component, named) = named.ok_or(Reason::FactsUnknown)?;
    let lexicon = context.book.lexicon();
    let of_kind = |own: &&OrganProfile| organ::head(lexicon, &own.name) == Some(named.kind);
    let key = lexicon.organ_key(&component.value);
    let same = profile.all().find(|own| lexicon.organ_key(&own.name) == key);
    let own = same.or_else(|| profile.all().find(of_kind)).ok_or(Reason::ProfileOfOther)?;
    Ok((own, fit(context, own, component, named)))
}

/// How near the name in the header comes to that of the profile. A slip is told as an error, so it is
/// only one where no other explanation is left: no unit bears the name as written, and its numbers are
/// the same.
fn fit(context: &Context<'_>, own: &OrganProfile, component: &Component, named: &Organ) -> Fit {
    let lexicon = context.book.lexicon();
    let (wanted, found) = (lexicon.organ_key(&own.name), lexicon.organ_key(&component.value));
    if wanted == found {
        return Fit::Same;
    }
    // A unit of that very name may well have an organ of its own.
    let unit = organ::name_parts(lexicon, &named.name).unit;
    let exists = unit.is_some_and(|(kind, name)| {
        !context.book.registry().units.named(&format!("{kind} {name}")).is_empty()
    });
    // Offices that are numbered differ by a figure alone.
    let is_slip = !exists && numerals(&wanted) == numerals(&found) && distance(&wanted, &found) <= SLIP;
    if is_slip { Fit::Slip } else { Fit::Other }
}

/// The numbers in a name, Roman or Arabic.
/// Compared as written.
fn numerals(name: &str) -> Vec<&str> {
    let is_number = |word: &&str| {
        word.bytes().any(|byte| byte.is_ascii_digit()) || word.bytes().all(|byte| b"ivxl".contains(&byte))
    };
    name.split_whitespace().filter(is_number).collect()
}

/// Compares one node with the entry of the profile that the mode asks for. A profile that does not
/// state the entry leaves it open.
fn of_node(
    context: &Context<'_>,
    mode: ProfileCheck,
    (own, signers): (&OrganProfile, &[(String, &Signer)]),
    fit: Fit,
    node: &Node,
) -> Verdict {
    let hit = |expected: &str, certainty: Certainty| {
        let hit = Hit::new(node.span, certainty.min(node.certainty))
            .with("found", node.value.clone())
            .with("organ", own.name.clone());
        // The place alone can be written as the profile has it.
        let writes = mode == ProfileCheck::Place;
        Verdict::fail(if writes { hit.expecting(expected) } else { hit.with("expected", expected) })
    };
    let compare = |wanted: &Option<String>, same: &dyn Fn(&str, &str) -> bool| match wanted {
        None => Verdict::unknown(Reason::ProfileSilent),
        Some(wanted) if same(wanted, &node.value) => Verdict::pass(),
        Some(wanted) => hit(wanted, Certainty::Certain),
    };
    let is_name = |wanted: &str, found: &str| name_key(wanted) == name_key(found);
    let lexicon = context.book.lexicon();
    let is_organ = |wanted: &str, found: &str| lexicon.organ_key(wanted) == lexicon.organ_key(found);
    match mode {
        ProfileCheck::Organ => match fit {
            Fit::Same => Verdict::pass(),
            Fit::Slip => hit(&own.name, Certainty::Certain),
            Fit::Other => hit(&own.name, Certainty::Guessed),
        },
        ProfileCheck::Parent => compare(&own.parent, &is_organ),
        ProfileCheck::Place => compare(&own.place, &is_name),
        ProfileCheck::Abbreviation => compare(&own.abbreviation, &|wanted, symbol| {
            // The chair signs under the organ's abbreviation with that of the office before it.
            let is_own = |part: &str| part == wanted || part.strip_prefix("CT") == Some(wanted);
            symbol.split(['-', '–', '/']).any(|part| is_own(part.trim()))
        }),
        ProfileCheck::Position => position(signers, node, &hit),
        ProfileCheck::Signer => signer(context, signers, node, &hit),
    }
}

/// The position that signs is one of the profile's. A capacity before it (`KT.`) does not count. `signers` are those of
/// the profile, each with the key of its position.
fn position(signers: &[(String, &Signer)], node: &Node, hit: &dyn Fn(&str, Certainty) -> Verdict) -> Verdict {
    if signers.is_empty() {
        return Verdict::unknown(Reason::ProfileSilent);
    }
    let line = name_key(&node.value);
    if signers.iter().any(|(position, _)| is_position(position, &line)) {
        return Verdict::pass();
    }
    hit(&listed(signers.iter().map(|(_, signer)| signer.position.as_str())), Certainty::Certain)
}

/// Whether a line of a signature is that position, alone or behind a capacity (`KT. CHỦ TỊCH`); both as keys.
fn is_position(wanted: &str, line: &str) -> bool {
    line == wanted || line.split_once(". ").is_some_and(|(_, rest)| rest == wanted)
}

/// Names for a message, each once, and no more than one reads.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut shown: Vec<&str> = Vec::new();
    for name in names {
        if shown.len() == MOST_NAMED && !shown.contains(&name) {
            shown.push("…");
            break;
        }
        if !shown.contains(&name) {
            shown.push(name);
        }
    }
    shown.join(", ")
}

/// The name below a position is that of someone who holds it.
/// The position above the name is read from the last line of its signature; where one of its holders
/// has no name in the profile, anyone may sign.
fn signer(
    context: &Context<'_>,
    signers: &[(String, &Signer)],
    node: &Node,
    hit: &dyn Fn(&str, Certainty) -> Verdict,
) -> Verdict {
    let signatures = node.part_of(context.document).map_or(&[][..], |part| part.signatures.as_slice());
    let signature =
        signatures.iter().find(|own| own.name.as_ref().is_some_and(|name| name.span == node.span));
    let Some(line) = signature.and_then(|signature| signature.lines.last()) else {
        return Verdict::unknown(Reason::Unrecognized);
    };
    let (line, own) = (name_key(&line.line.value), name_key(&node.value));
    let holders = signers.iter().filter(|(position, _)| is_position(position, &line));
    let names: Option<Vec<&str>> = holders.map(|(_, signer)| signer.name.as_deref()).collect();
    match names {
        // A position that anyone may hold, or that the profile does not have.
        None => Verdict::unknown(Reason::ProfileSilent),
        Some(names) if names.is_empty() => Verdict::unknown(Reason::ProfileSilent),
        Some(names) if names.iter().any(|name| name_key(name) == own) => Verdict::pass(),
        Some(names) => hit(&listed(names.into_iter()), Certainty::Certain),
    }
}
