//! How much the registry knows, for people.

use super::super::Screen;
use super::registry::means;
use thethuc_core::guide::stock::{OfYear, Stock};
use thethuc_core::report::wording;
use thethuc_core::rulebook::registry::Rank;
use thethuc_core::rulebook::vocabulary::Language;

/// Years that have a row of their own; the older ones are one row.
const YEARS: usize = 12;

/// The day of the data, then instruments by kind, confidence and year, then the units.
pub fn stock(stock: &Stock, screen: Screen) -> String {
    let language = screen.language;
    let mut text = String::new();
    let mut heading = |vi: &str, en: &str, rows: Vec<String>| {
        text.extend([screen.bold(language.pick(vi, en)), "\n".to_owned()]);
        text.extend(rows.into_iter().map(|row| screen.block("", &row)));
    };
    let day = stock.data_until.map(|day| wording::date(day, language));
    let day = day.unwrap_or_else(|| language.pick("không ghi", "not stated").to_owned());
    heading("Dữ liệu hiệu lực văn bản đến ngày", "Data on instruments up to", vec![day]);
    let count = stock.instruments;
    let (ended, partly) = (stock.ended, stock.partly_ended);
    let whole = match language {
        Language::Vi => {
            format!("{count}, trong đó {ended} đã ghi nhận ngày hết hiệu lực, {partly} hết hiệu lực một phần")
        }
        Language::En => format!("{count}, of which {ended} have a day of expiry and {partly} ended in part"),
    };
    heading("Văn bản", "Instruments", vec![whole]);
    let kinds = stock.kinds.iter().map(|own| format!("{}: {}", own.kind, own.instruments)).collect();
    heading("Theo tên loại", "By kind", kinds);
    let grades = stock.confidence.iter().map(|own| {
        let means = means(own.confidence, language);
        let (letter, issued, effective, expired) =
            (own.confidence.letter(), own.issued, own.effective, own.expired);
        match language {
            Language::Vi => format!("{letter} ({means}): {issued} ngày ban hành, {effective} ngày có hiệu lực, {expired} ngày hết hiệu lực"),
            Language::En => format!("{letter} ({means}): {issued} days of issue, {effective} of effect, {expired} of expiry"),
        }
    });
    heading("Theo độ tin cậy", "By confidence", grades.collect());
    heading("Theo năm", "By year", years(&stock.years, language));
    let units = stock.units.iter().map(|own| {
        let rank = match own.rank {
            Rank::Province => language.pick("Cấp tỉnh", "Province"),
            Rank::District => language.pick("Cấp huyện", "District"),
            Rank::Commune => language.pick("Cấp xã", "Commune"),
        };
        let (present, ended) = (own.present, own.ended);
        match language {
            Language::Vi => format!("{rank}: {present} đang có, {ended} đã kết thúc"),
            Language::En => format!("{rank}: {present} at present, {ended} ended"),
        }
    });
    heading("Đơn vị hành chính", "Administrative units", units.collect());
    text
}

/// A row a year, the older years in one.
fn years(years: &[OfYear], language: Language) -> Vec<String> {
    let row = |name: &str, years: &[OfYear]| {
        let sum = |of: fn(&OfYear) -> usize| years.iter().map(of).sum::<usize>();
        let (all, firm, effect) =
            (sum(|own| own.instruments), sum(|own| own.well_founded), sum(|own| own.with_effect));
        match language {
            Language::Vi => {
                format!("{name}: {all} văn bản; {firm} có độ tin cậy A, B; {effect} có ngày hiệu lực")
            }
            Language::En => format!(
                "{name}: {all} instruments; {firm} of confidence A or B; {effect} with a day of effect"
            ),
        }
    };
    let (recent, older) = years.split_at(YEARS.min(years.len()));
    let mut rows: Vec<String> = recent
        .iter()
        .filter_map(|own| Some(row(&own.year?.to_string(), std::slice::from_ref(own))))
        .collect();
    if !older.is_empty() {
        rows.push(row(language.pick("Trước đó hoặc không ghi năm", "Before, or without a year"), older));
    }
    rows
}
