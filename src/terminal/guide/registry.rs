//! What the registry knows, for people.
//!
//! The registry knows less than the law: what it does not record is shown as not recorded, never as
//! not existing.

use super::super::Screen;
use thethuc_core::guide::registry::{Known, KnownUnit};
use thethuc_core::report::wording;
use thethuc_core::rulebook::registry::{Confidence, Fact, Grade, Registered};

/// The instrument with its days, and the units with theirs.
pub fn known(known: &Known, screen: Screen) -> String {
    let mut text = String::new();
    if let Some(instrument) = &known.instrument {
        text.push_str(&shown_instrument(instrument, &known.replaced_by, screen));
    }
    for unit in &known.units {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&shown_unit(unit, screen));
    }
    text
}

/// One instrument, a row for each fact that is recorded. Days that a person held against the source
/// say so, and so does the origin of the entry: what was harvested from citations may be wrong.
fn shown_instrument(own: &Registered, next: &[Registered], screen: Screen) -> String {
    let language = screen.language;
    let heading = format!("{} {} {}", own.kind, language.pick("số", "no."), own.number);
    let mut text = format!("{}\n", screen.bold(&heading));
    let mut row = |lead: (&str, &str), said: String| {
        if !said.is_empty() {
            text.push_str(&screen.block(screen.say(lead.0, lead.1), &said));
        }
    };
    let day = |day, fact| match day {
        None => String::new(),
        Some(day) if own.grade(fact) == Grade::A => {
            format!("{} {}", wording::date(day, language), language.pick("(đã đối chiếu)", "(checked)"))
        }
        Some(day) => wording::date(day, language),
    };
    row(("Tên gọi: ", "Title: "), own.title.clone());
    row(("Cơ quan ban hành: ", "Issuer: "), own.issuer.clone());
    row(("Ngày ban hành: ", "Issued: "), day(own.issued, Fact::Issued));
    row(("Có hiệu lực từ: ", "In force from: "), day(own.effective, Fact::Effective));
    row(("Hết hiệu lực từ: ", "No longer in force from: "), day(own.expired, Fact::Expired));
    let next = own.replaced_by.iter().map(|number| {
        let known = next.iter().find(|next| next.number == *number);
        known.map_or_else(
            || number.clone(),
            |next| format!("{} {number} {}", next.kind, next.title).trim().to_owned(),
        )
    });
    row(("Thay thế bởi: ", "Replaced by: "), next.collect::<Vec<_>>().join("; "));
    if own.expired.is_none() {
        let said = language.pick(
            "chưa ghi nhận; điều đó không có nghĩa là văn bản còn hiệu lực",
            "not recorded; that does not mean that it is in force",
        );
        row(("Hết hiệu lực: ", "End of force: "), said.to_owned());
    }
    row(
        ("Nguồn: ", "Source: "),
        match own.confidence {
            Confidence::Curated => language.pick("nhập tay", "kept by hand"),
            Confidence::Harvested => language
                .pick("thu thập từ các trích dẫn, có thể sai", "harvested from citations, may be wrong"),
        }
        .to_owned(),
    );
    text
}

/// One administrative unit with its code, first and last day, and the units that it became.
fn shown_unit(unit: &KnownUnit, screen: Screen) -> String {
    let language = screen.language;
    let place = std::iter::once(&unit.name).chain(&unit.within).cloned().collect::<Vec<_>>().join(", ");
    let heading = format!("{place} ({} {})", language.pick("mã", "code"), unit.code);
    let mut text = format!("{}\n", screen.bold(&heading));
    let from = unit.from.map_or_else(
        || language.pick("trước tháng 11/2021", "before November 2021").to_owned(),
        |day| wording::date(day, language),
    );
    text.push_str(&screen.block(screen.say("Từ: ", "From: "), &from));
    let to =
        unit.to.map_or_else(|| language.pick("nay", "now").to_owned(), |day| wording::date(day, language));
    text.push_str(&screen.block(screen.say("Đến: ", "To: "), &to));
    let next = unit.successors.iter().map(|next| {
        let partly = if next.partly { language.pick(" (một phần)", " (in part)") } else { "" };
        format!("{}{partly}", next.name)
    });
    let next = next.collect::<Vec<_>>().join("; ");
    if !next.is_empty() {
        text.push_str(&screen.block(screen.say("Sau đó thuộc: ", "Then part of: "), &next));
    }
    text
}
