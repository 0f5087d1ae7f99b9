//! References to units: `điểm a khoản 2 Điều 5 Quyết định này`, `Như Điều 4`.
//!
//! Only references whose words say that they lead into this document are given a target; all
//! others are left as unknown, and unknown is never a violation.

use super::lines::Reader;
use crate::document::{InternalReference, Part, PartKind, ReferenceTarget, UnitKind};
use crate::text::{Pattern, Span};

static UNITS: Pattern = Pattern::new(
    r"(?:(?:[Đđ]iểm [a-zđ][0-9]{0,2},? )?[Kk]hoản [0-9]{1,2}[a-zđ]?,? )?[Đđ]iều [0-9]{1,3}[a-zđ]?",
);
static UNIT: Pattern =
    Pattern::new(r"(?P<word>[Đđ]iểm|[Kk]hoản|[Đđ]iều) (?P<number>[0-9]{1,3}[a-zđ]?|[a-zđ][0-9]{0,2})");
static LIKE: Pattern = Pattern::new(r"^[-–•+]? *Như (?:(?:các|khoản [0-9]+) )?[Đđ]iều [0-9]");
static TAIL: Pattern = Pattern::new(
    r"^[ \n]*(?:, *)?(?:của )?(?:(?P<own>(?:Quyết định|Nghị quyết|Quy định|Quy chế|Điều lệ|Chỉ thị|Kế hoạch) này)|(?P<more>[,;]|và |đến |hoặc )|(?P<other>[A-Za-zÀ-ỹ“(]))",
);

/// Finds the references in a stretch of a part.
pub fn find(
    reader: &Reader<'_>,
    span: Span,
    part: usize,
    parts: &[Part],
    references: &mut Vec<InternalReference>,
) {
    let words = reader.words(span);
    if !words.contains("iều ") {
        return;
    }
    let like = LIKE.is_match(words) && words.chars().count() < 60;
    for found in UNITS.regex().find_iter(words) {
        let at = Span::new(span.start + found.start(), span.start + found.end());
        let from = parts[part].unit_at(at.start);
        let own_label = from.is_some_and(|unit| parts[part].units[unit].label.overlaps(at));
        if own_label {
            continue;
        }
        let target =
            if like { ReferenceTarget::ThisPart } else { target(&words[found.end()..], part, parts) };
        references.push(InternalReference { span: at, path: path(found.as_str()), from, part, target });
    }
}

fn path(words: &str) -> Vec<(UnitKind, String)> {
    let units = UNIT.regex().captures_iter(words).filter_map(|unit| {
        let kind = match unit.name("word")?.as_str().to_lowercase().as_str() {
            "điểm" => UnitKind::Point,
            "khoản" => UnitKind::Clause,
            _ => UnitKind::Article,
        };
        Some((kind, unit.name("number")?.as_str().to_owned()))
    });
    units.collect()
}

/// Where a reference leads, from the words behind it.
fn target(rest: &str, part: usize, parts: &[Part]) -> ReferenceTarget {
    let Some(found) = TAIL.captures(rest) else { return ReferenceTarget::Unknown };
    let Some(own) = found.name("own") else { return ReferenceTarget::Unknown };
    // "Quy định này ban hành kèm theo Quyết định số …" names another text.
    let behind = rest[found.get(0).map_or(0, |whole| whole.end())..].trim_start();
    if behind.starts_with("ban hành kèm theo") {
        return ReferenceTarget::Unknown;
    }
    let named = own.as_str().trim_end_matches("này").trim();
    if parts[part].form_name.as_deref() == Some(named) {
        return ReferenceTarget::ThisPart;
    }
    let is_act = |part: &&Part| part.kind == PartKind::Act && part.form_name.as_deref() == Some(named);
    match parts.iter().position(|part| is_act(&part)) {
        Some(act) => ReferenceTarget::OtherPart(act),
        None => ReferenceTarget::Unknown,
    }
}
