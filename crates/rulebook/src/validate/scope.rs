//! Faults of the documents that a rule is for: places that the register of units does not have.

use super::Report;
use crate::applies::Applies;
use crate::contents::Contents;
use crate::registry::{AdminUnits, KINDS};
use crate::suggest::nearest;
use crate::yaml::shown;

/// The faults of `place` and `organ-name`. Without a register nothing can be told.
pub(super) fn faults(contents: &Contents, key: &str, applies: &Applies, report: &mut Report<'_>) {
    let units = &contents.registry.units;
    if units.text().is_empty() || report.is_broken("registry/units.csv") {
        return;
    }
    for place in applies.place.iter().flatten() {
        if units.meant(place).is_empty() {
            unknown_place(units, key, place, report);
        }
    }
    // A unit that the register does not have yet may well have an organ: only a slip is told.
    for organ in applies.organ_name.iter().flatten() {
        let Some(unit) = unit_of(organ).filter(|unit| units.meant(unit).is_empty()) else { continue };
        let Some(near) = near(units, unit) else { continue };
        report.add(
            &[key, "organ-name"],
            organ,
            format!("danh mục không có đơn vị “{}”; có phải là “{near}”?", shown(unit)),
            format!("the register has no unit “{}”; did you mean “{near}”?", shown(unit)),
        );
    }
}

/// Tells a place that the register does not have: with its kind where only that lacks, else with
/// the nearest name.
fn unknown_place(units: &AdminUnits, key: &str, place: &str, report: &mut Report<'_>) {
    let name = shown(place);
    let lower: Vec<String> = KINDS
        .iter()
        .map(|kind| format!("{kind} {place}"))
        .filter(|full| !units.named(full).is_empty())
        .collect();
    if !lower.is_empty() {
        let lower = lower.join("”, “");
        report.add(
            &[key, "place"],
            place,
            format!("không có tỉnh, thành phố trực thuộc trung ương nào tên “{name}”; đơn vị khác ghi cả loại: “{lower}”"),
            format!("no province or city of its rank is named “{name}”; other units are written with their kind: “{lower}”"),
        );
        return;
    }
    let near = near(units, place);
    let way_out = near.map_or_else(
        || {
            (
                "; đơn vị mới thì thêm vào registry/units.csv".to_owned(),
                "; add a new unit to registry/units.csv".to_owned(),
            )
        },
        |near| (format!("; có phải là “{near}”?"), format!("; did you mean “{near}”?")),
    );
    report.add(
        &[key, "place"],
        place,
        format!("danh mục đơn vị hành chính không có “{name}”{}", way_out.0),
        format!("the register of administrative units has no “{name}”{}", way_out.1),
    );
}

/// The name of a unit that was probably meant: of a province where no kind is given.
fn near(units: &AdminUnits, name: &str) -> Option<String> {
    let names = units.names(name);
    nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

/// The unit at the end of the name of an organ: `xã Hòa An` of `Ủy ban nhân dân xã Hòa An`.
fn unit_of(organ: &str) -> Option<&str> {
    let lower = organ.to_lowercase();
    let starts = KINDS.iter().filter_map(|kind| {
        let at = lower.rfind(&format!(" {kind} "))? + 1;
        Some((at + kind.len(), kind.len(), at))
    });
    // `thị xã` ends where `xã` does.
    let (.., at) = starts.max()?;
    organ.get(at..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_of_an_organ_stands_at_the_end_of_its_name() {
        assert_eq!(unit_of("Ủy ban nhân dân xã Hòa An"), Some("xã Hòa An"));
        assert_eq!(unit_of("Phòng Văn hóa - Xã hội thị xã Thái Hòa"), Some("thị xã Thái Hòa"));
        assert_eq!(unit_of("Sở Tài chính"), None);
    }
}
