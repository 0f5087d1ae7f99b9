//! Whether the administrative unit of a new draft is there on its day, as far as the register knows.
//!
//! A draft may be begun before its unit is founded, and the register has gaps: so this is told, and refuses
//! nothing.

use super::names::Named;
use crate::engine::check::place_exists::state;
use crate::finding::Words;
use crate::rulebook::registry::{AdminUnits, KINDS};
use crate::text::Date;

/// Units of other kinds that are named at most.
const MOST_OTHERS: usize = 3;

/// What the register says against the unit of an organ on a day; `None` where it says nothing.
pub fn doubt(units: &AdminUnits, named: &Named<'_>, day: Date) -> Option<Words> {
    if named.unit_word.is_empty() || !AdminUnits::reach(day) {
        return None;
    }
    let name = format!("{} {}", named.unit_word, named.unit_name);
    let known = units.named(&name);
    if known.iter().any(|unit| !unit.is_surely_absent_on(day)) {
        return None;
    }
    if known.is_empty() {
        return Some(unknown(units, named, &name, day));
    }
    let Words { vi, en } = state(units, &known, day);
    Some(Words {
        vi: format!("Theo danh mục đơn vị hành chính, {name} {vi}; đề nghị xem lại --organ, --date."),
        en: format!("By the register of units, {name} {en}; please look at --organ and --date again."),
    })
}

/// The register has no such unit; those of the same name and another kind are told.
fn unknown(units: &AdminUnits, named: &Named<'_>, name: &str, day: Date) -> Words {
    let of_kind = |kind: &&str| units.named(&format!("{kind} {}", named.unit_name));
    let alive = KINDS.iter().flat_map(of_kind).filter(|unit| unit.is_on(day));
    let mut others: Vec<String> = alive.map(|unit| unit.full_name()).collect();
    others.sort();
    others.dedup();
    others.truncate(MOST_OTHERS);
    let (vi, en) = match others.join(", ") {
        list if list.is_empty() => (String::new(), String::new()),
        list => (format!("; có {list}"), format!("; there is {list}")),
    };
    Words {
        vi: format!(
            "Danh mục đơn vị hành chính chưa có {name} vào ngày {}{vi}; đề nghị xem lại tên (danh mục có thể còn thiếu).",
            day.vietnamese()
        ),
        en: format!(
            "The register of units has no {name} on {day}{en}; please look at the name again (the register may have gaps)."
        ),
    }
}
