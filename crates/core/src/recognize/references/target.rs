//! Where a reference leads, from the words behind it.

use crate::document::{Part, PartKind, ReferenceTarget};
use crate::text::Pattern;

static TAIL: Pattern = Pattern::new(
    r"^[ \n]*(?:, *)?(?:của |tại )?(?P<form>Quyết định|Nghị quyết|Quy định|Quy chế|Điều lệ|Chỉ thị|Kế hoạch|Nội quy|Đề án|Chương trình)(?P<rest>[^.;\n]*)",
);
static OTHER: Pattern = Pattern::new(
    r"^[ \n]*(?:, *)?(?:\(?(?:đã )?được sửa đổi[^)]*\)? )?(?:ban hành )?(?:kèm theo )?(?:của |tại )?(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Thông tư|Công văn|Văn bản hợp nhất|(?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) (?:số|[0-9]))",
);
static ATTACHED: Pattern = Pattern::new(
    r"^[^,]{0,120}?(?:ban hành |được ban hành )?kèm theo (?:Quyết định|Nghị quyết|Kế hoạch)(?P<this> này)?",
);
static APPENDIX_TAIL: Pattern = Pattern::new(
    r"^(?: này)?,? *(?:\(?(?:được )?(?:ban hành )?kèm theo |của |tại )?(?:(?:Quyết định|Nghị quyết|Quy định|Quy chế|Kế hoạch|Chương trình|Đề án) này)|^ (?:đính )?kèm theo(?:[).;,*]|$)",
);

/// Whether the words behind a list of numbers name the document that all of them are of.
pub fn names_document(behind: &str) -> bool {
    TAIL.is_match(behind) || OTHER.is_match(behind)
}

/// Where a reference to units leads.
pub fn of_units(behind: &str, part: usize, parts: &[Part]) -> ReferenceTarget {
    let Some(found) = TAIL.captures(behind) else { return of_others(behind) };
    let (Some(form), Some(rest)) = (found.name("form"), found.name("rest")) else {
        return ReferenceTarget::Unknown;
    };
    let (form, rest) = (form.as_str(), rest.as_str());
    if let Some(rest) = rest.strip_prefix(" này") {
        // "Quy định này ban hành kèm theo Quyết định số …" names another text.
        return if rest.trim_start().starts_with("ban hành kèm theo") {
            ReferenceTarget::Unknown
        } else {
            part_called(form, part, parts)
        };
    }
    if let Some(attached) = ATTACHED.captures(rest) {
        return if attached.name("this").is_some() {
            attached_called(form, parts)
        } else {
            ReferenceTarget::OtherInstrument
        };
    }
    of_others(behind)
}

fn of_others(behind: &str) -> ReferenceTarget {
    if OTHER.is_match(behind) { ReferenceTarget::OtherInstrument } else { ReferenceTarget::Unknown }
}

/// Where a reference to an appendix leads: an appendix of this file, whichever part holds the words.
pub fn of_appendix(behind: &str) -> ReferenceTarget {
    if APPENDIX_TAIL.is_match(behind) { ReferenceTarget::ThisPart } else { of_others(behind) }
}

/// The part that calls itself so: the one that speaks, or else the act.
fn part_called(form: &str, part: usize, parts: &[Part]) -> ReferenceTarget {
    if parts[part].form_name.as_deref() == Some(form) {
        return ReferenceTarget::ThisPart;
    }
    let is_act = |own: &Part| own.kind == PartKind::Act && own.form_name.as_deref() == Some(form);
    parts.iter().position(is_act).map_or(ReferenceTarget::Unknown, ReferenceTarget::OtherPart)
}

/// The one attached text of that form; unknown where there are several or none.
fn attached_called(form: &str, parts: &[Part]) -> ReferenceTarget {
    let is_such = |own: &Part| own.kind == PartKind::Attached && own.form_name.as_deref() == Some(form);
    let mut such = (0..parts.len()).filter(|index| is_such(&parts[*index]));
    match (such.next(), such.next()) {
        (Some(one), None) => ReferenceTarget::OtherPart(one),
        _ => ReferenceTarget::Unknown,
    }
}
