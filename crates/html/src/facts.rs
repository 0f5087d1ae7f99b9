//! What was recognized of a draft: the facts by which rules chose.

use crate::say::{both, both_if, fixed, same};
use thethuc_core::checker::Checked;
use thethuc_core::document::{ComponentKind, Part};
use thethuc_core::finding::Words;
use thethuc_core::report::{model, wording};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use thethuc_core::text::vietnamese::first_capital;

/// A row of the table.
pub struct Row {
    /// What it is.
    pub name: Words,
    /// As recognized; `None` where it was not seen.
    pub value: Option<Words>,
}

/// The rows of a checked draft.
pub fn rows(checked: &Checked) -> Vec<Row> {
    let facts = model::Facts::of(checked);
    let mut rows = Vec::new();
    let mut add = |vi, en, value: Option<Words>| rows.push(Row { name: fixed(vi, en), value });
    let class = |own| both(|language| first_capital(wording::class(own, language)));
    add("Loại văn bản", "Class", facts.class.map(class));
    add("Cơ quan ban hành", "Organ", facts.organ.map(|own| same(&own.name)));
    add("Tên loại", "Form", facts.form.map(same));
    add("Số, ký hiệu", "Number and symbol", facts.designation.or(facts.symbol).map(same));
    add("Địa danh", "Place", facts.place.map(same));
    add("Ngày văn bản", "Date", facts.date.map(date));
    // What is not there and need not be says nothing.
    if let Some(day) = facts.effective {
        add("Ngày có hiệu lực", "In force from", Some(date(day)));
    }
    if let Some(proposer) = facts.proposer {
        add("Đơn vị trình", "Submitted by", Some(same(proposer)));
    }
    let stage = both(|language| first_capital(wording::stage(facts.stage, language)));
    add("Giai đoạn", "Stage", Some(stage));
    rows.extend(parts(checked));
    rows
}

fn date(day: Date) -> Words {
    both(|language| wording::date(day, language))
}

/// Each part with the components that were recognized in it.
fn parts(checked: &Checked) -> impl Iterator<Item = Row> {
    checked.document.parts.iter().map(|part| Row {
        name: both(|language| wording::part(part.kind, language).to_owned()),
        value: both_if(|language| {
            let components = ComponentKind::ALL.iter().filter_map(|kind| component(part, *kind, language));
            let units = (!part.units.is_empty()).then(|| units(part.units.len(), language));
            let named: Vec<String> = components.chain(units).collect();
            (!named.is_empty()).then(|| named.join("; "))
        }),
    })
}

fn units(number: usize, language: Language) -> String {
    wording::counted(number, "đơn vị nội dung (điều, khoản, điểm …)", ["unit", "units"], language)
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
