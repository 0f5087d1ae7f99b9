//! What was recognized of a draft: the facts by which rules chose.

use thethuc_core::checker::Checked;
use thethuc_core::document::{ComponentKind, Part};
use thethuc_core::report::{model, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::vietnamese::first_capital;

/// A row of the table.
pub struct Row {
    /// What it is.
    pub name: &'static str,
    /// As recognized; `None` where it was not seen.
    pub value: Option<String>,
}

/// The rows of a checked draft.
pub fn rows(checked: &Checked, language: Language) -> Vec<Row> {
    let facts = model::Facts::of(checked);
    let date = |day| wording::date(day, language);
    let mut rows = Vec::new();
    let mut add = |vi, en, value: Option<String>| rows.push(Row { name: language.pick(vi, en), value });
    add("Loại văn bản", "Class", facts.class.map(|own| first_capital(wording::class(own, language))));
    add("Cơ quan ban hành", "Organ", facts.organ.map(|own| own.name.clone()));
    add("Tên loại", "Form", facts.form.map(str::to_owned));
    add("Số, ký hiệu", "Number and symbol", facts.designation.or(facts.symbol).map(str::to_owned));
    add("Địa danh", "Place", facts.place.map(str::to_owned));
    add("Ngày văn bản", "Date", facts.date.map(date));
    add("Ngày có hiệu lực", "In force from", facts.effective.map(date));
    add("Đơn vị trình", "Submitted by", facts.proposer.map(str::to_owned));
    add("Giai đoạn", "Stage", Some(first_capital(wording::stage(facts.stage, language))));
    rows.extend(parts(checked, language));
    // What is not there and need not be says nothing.
    let optional =
        [language.pick("Ngày có hiệu lực", "In force from"), language.pick("Đơn vị trình", "Submitted by")];
    rows.retain(|row| row.value.is_some() || !optional.contains(&row.name));
    rows
}

/// Each part with the components that were recognized in it.
fn parts(checked: &Checked, language: Language) -> impl Iterator<Item = Row> {
    checked.document.parts.iter().map(move |part| {
        let mut named: Vec<String> =
            ComponentKind::ALL.iter().filter_map(|kind| component(part, *kind, language)).collect();
        if !part.units.is_empty() {
            named.push(wording::counted(
                part.units.len(),
                "đơn vị nội dung (điều, khoản, điểm …)",
                ["unit", "units"],
                language,
            ));
        }
        Row { name: wording::part(part.kind, language), value: (!named.is_empty()).then(|| named.join("; ")) }
    })
}

/// The name of a component that stands in the part, with how often.
fn component(part: &Part, kind: ComponentKind, language: Language) -> Option<String> {
    let count = part.each(kind).count();
    let (vi, en) = kind.label();
    let name = language.pick(vi, en);
    match count {
        0 => None,
        1 => Some(name.to_owned()),
        _ => Some(format!("{name} ({count})")),
    }
}
