//! What the registry knows, for people.
//!
//! The registry knows less than the law: what it does not record is shown as not recorded, never as
//! not existing.

use super::super::Screen;
use thethuc_core::guide::registry::{FactOfInstrument, Known, KnownUnit};
use thethuc_core::report::wording;
use thethuc_core::rulebook::registry::{Fact, Grade, Registered};
use thethuc_core::rulebook::vocabulary::Language;

/// The instrument with its days, and the units with theirs.
pub fn known(known: &Known, screen: Screen) -> String {
    let mut text = String::new();
    if let Some(instrument) = &known.instrument {
        text.push_str(&shown_instrument(known, instrument, screen));
    }
    for unit in &known.units {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&shown_unit(unit, screen));
    }
    text
}

/// One instrument, a row for each fact that is recorded, with how sure it is and whence it comes.
fn shown_instrument(known: &Known, own: &Registered, screen: Screen) -> String {
    let language = screen.language;
    let heading = format!("{} {} {}", own.kind, language.pick("số", "no."), own.number);
    let mut text = format!("{}\n", screen.bold(&heading));
    let mut row = |lead: (&str, &str), said: String| {
        if !said.is_empty() {
            text.push_str(&screen.block(screen.say(lead.0, lead.1), &said));
        }
    };
    let day = |fact| {
        let found = known.facts.iter().find(|known| known.fact == fact);
        found.map(|found| shown_fact(found, language)).unwrap_or_default()
    };
    row(("Tên gọi: ", "Title: "), own.title.clone());
    row(("Cơ quan ban hành: ", "Issuer: "), own.issuer.clone());
    row(("Ngày ban hành: ", "Issued: "), day(Fact::Issued));
    row(("Có hiệu lực từ: ", "In force from: "), day(Fact::Effective));
    row(("Hết hiệu lực từ: ", "No longer in force from: "), day(Fact::Expired));
    let next = own.replaced_by.iter().map(|number| {
        let known = known.replaced_by.iter().find(|next| next.number == *number);
        known.map_or_else(
            || number.clone(),
            |next| format!("{} {number} {}", next.kind, next.title).trim().to_owned(),
        )
    });
    row(("Thay thế bởi: ", "Replaced by: "), next.collect::<Vec<_>>().join("; "));
    row(("Hết hiệu lực một phần bởi: ", "Ended in part by: "), own.partly_ended_by.join(", "));
    row(("Được sửa đổi, bổ sung bởi: ", "Amended by: "), own.amended_by.join(", "));
    if own.expired.is_none() {
        let said = language.pick(
            "chưa ghi nhận; điều đó không có nghĩa là văn bản còn hiệu lực",
            "not recorded; that does not mean that it is in force",
        );
        row(("Hết hiệu lực: ", "End of force: "), said.to_owned());
    }
    row(
        ("Dữ liệu đến: ", "Data up to: "),
        known.data_until.map_or_else(String::new, |day| wording::date(day, language)),
    );
    text
}

/// A day, how sure it is and whence it comes: `22/06/2015 (độ tin cậy A, đã đối chiếu; nguồn: …)`.
fn shown_fact(known: &FactOfInstrument, language: Language) -> String {
    let day = wording::date(known.day, language);
    let letter = known.confidence.letter();
    let means = means(known.confidence, language);
    let source = known.source.in_language(language);
    match language {
        Language::Vi => format!("{day} (độ tin cậy {letter}, {means}; nguồn: {source})"),
        Language::En => format!("{day} (confidence {letter}, {means}; source: {source})"),
    }
}

/// What follows from a confidence, in the middle of a sentence.
pub fn means(grade: Grade, language: Language) -> &'static str {
    match grade {
        Grade::A => language.pick("đã đối chiếu", "checked"),
        Grade::B => language.pick("chỉ đủ để cảnh báo", "enough for a warning only"),
        Grade::S | Grade::C => language.pick("chỉ để tham khảo", "for reference only"),
    }
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
