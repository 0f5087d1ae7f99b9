//! May this organ issue this, in this form, on this day, signed so? One row a case: all levels, all
//! periods since 2016, right and wrong.
#![allow(clippy::expect_used, reason = "a test says that something cannot fail by failing")]

use std::sync::Arc;
use thethuc_core::checker::{Checker, Options};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::text::Date;

/// The rules that the cases are about.
const RULES: [&str; 13] = [
    "authority/normative-power",
    "authority/normative-power-transition",
    "authority/normative-person",
    "authority/normative-form",
    "authority/symbol",
    "authority/symbol-year",
    "authority/council-signature",
    "authority/committee-signature",
    "authority/chair-signature",
    "authority/no-delegated-signature",
    "authority/deputy-in-place",
    "authority/in-place-by-deputy",
    "authority/signature-organ",
];

const TM: &str = "TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH";
const CHAIR: &str = "CHỦ TỊCH";

/// Organ, symbol, day, signature, and the findings without their group.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const PROVINCE: &str = "ỦY BAN NHÂN DÂN TỈNH AN GIAO";
const DISTRICT: &str = "ỦY BAN NHÂN DÂN HUYỆN BÌNH KHÊ";
const COMMUNE: &str = "ỦY BAN NHÂN DÂN XÃ VÂN HẠ";
const ZONE: &str = "ỦY BAN NHÂN DÂN ĐẶC KHU CÔN SƠN";
const PROVINCE_COUNCIL: &str = "HỘI ĐỒNG NHÂN DÂN TỈNH AN GIAO";
const DISTRICT_COUNCIL: &str = "HỘI ĐỒNG NHÂN DÂN HUYỆN BÌNH KHÊ";
const COMMUNE_COUNCIL: &str = "HỘI ĐỒNG NHÂN DÂN XÃ VÂN HẠ";
const PROVINCE_CHAIR: &str = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN GIAO";

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Decisions of committees: 2016 to March 2025 all levels; then no commune; since July 2025 no district.
    (PROVINCE, "QĐ-UBND", "2017-05-10", TM, &[]),
    (DISTRICT, "QĐ-UBND", "2017-05-10", TM, &[]),
    (COMMUNE, "QĐ-UBND", "2017-05-10", TM, &[]),
    (PROVINCE, "QĐ-UBND", "2024-03-12", TM, &[]),
    (DISTRICT, "QĐ-UBND", "2024-03-12", TM, &[]),
    (COMMUNE, "QĐ-UBND", "2025-03-31", TM, &[]),
    (PROVINCE, "QĐ-UBND", "2025-04-01", TM, &[]),
    (DISTRICT, "QĐ-UBND", "2025-05-12", TM, &[]),
    (COMMUNE, "QĐ-UBND", "2025-04-01", TM, &["normative-power-transition"]),
    (COMMUNE, "QĐ-UBND", "2025-06-30", TM, &["normative-power-transition"]),
    (PROVINCE, "QĐ-UBND", "2025-07-01", TM, &[]),
    (DISTRICT, "QĐ-UBND", "2025-06-30", TM, &[]),
    (DISTRICT, "QĐ-UBND", "2025-07-01", TM, &["normative-power"]),
    (DISTRICT, "QĐ-UBND", "2026-02-10", TM, &["normative-power"]),
    (COMMUNE, "QĐ-UBND", "2025-07-01", TM, &[]),
    (COMMUNE, "QĐ-UBND", "2026-05-12", TM, &[]),
    (ZONE, "QĐ-UBND", "2025-08-12", TM, &[]),
    // Resolutions of councils, likewise.
    (PROVINCE_COUNCIL, "NQ-HĐND", "2017-05-10", CHAIR, &[]),
    (DISTRICT_COUNCIL, "NQ-HĐND", "2022-05-10", CHAIR, &[]),
    (COMMUNE_COUNCIL, "NQ-HĐND", "2024-05-10", CHAIR, &[]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2025-05-10", CHAIR, &[]),
    (DISTRICT_COUNCIL, "NQ-HĐND", "2025-05-10", CHAIR, &[]),
    (COMMUNE_COUNCIL, "NQ-HĐND", "2025-05-10", CHAIR, &["normative-power-transition"]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2025-12-10", CHAIR, &[]),
    (DISTRICT_COUNCIL, "NQ-HĐND", "2025-12-10", CHAIR, &["normative-power"]),
    (COMMUNE_COUNCIL, "NQ-HĐND", "2026-05-10", CHAIR, &[]),
    (COMMUNE_COUNCIL, "NQ-HĐND", "2026-05-10", "TRIỆU TẬP VIÊN", &[]),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN ĐẶC KHU CÔN SƠN", "QĐ-CTUBND", "2026-05-10", CHAIR, &["normative-person"]),
    ("HỘI ĐỒNG NHÂN DÂN ĐẶC KHU CÔN SƠN", "NQ-HĐND", "2026-05-10", CHAIR, &[]),
    // Decisions of chairs: of provinces alone, and since July 2025 alone.
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2019-05-10", CHAIR, &["normative-person"]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2025-05-10", CHAIR, &["normative-person"]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2025-07-01", CHAIR, &[]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2026-05-10", CHAIR, &[]),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH KHÊ", "QĐ-CTUBND", "2022-05-10", CHAIR, &["normative-person"]),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÂN HẠ", "QĐ-CTUBND", "2026-05-10", CHAIR, &["normative-person"]),
    // Organs without any such power.
    ("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH AN GIAO", "NQ-TTHĐND", "2026-05-10", CHAIR, &["normative-person"]),
    ("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH AN GIAO", "NQ-TTHĐND", "2019-05-10", CHAIR, &["normative-person"]),
    ("SỞ XÂY DỰNG TỈNH AN GIAO", "QĐ-SXD", "2026-05-10", "GIÁM ĐỐC", &["normative-person"]),
    ("SỞ XÂY DỰNG TỈNH AN GIAO", "QĐ-SXD", "2019-05-10", "GIÁM ĐỐC", &["normative-person"]),
    // The wrong form for the organ.
    (COMMUNE, "NQ-UBND", "2026-05-10", TM, &["normative-power"]),
    (PROVINCE, "NQ-UBND", "2019-05-10", TM, &["normative-power"]),
    (PROVINCE_COUNCIL, "QĐ-HĐND", "2026-05-10", CHAIR, &["normative-power"]),
    (PROVINCE_COUNCIL, "QĐ-HĐND", "2019-05-10", CHAIR, &["normative-power"]),
    (PROVINCE, "CT-UBND", "2026-05-10", TM, &["normative-form"]),
    (PROVINCE, "CT-UBND", "2021-05-10", TM, &["normative-form"]),
    (COMMUNE, "KH-UBND", "2026-05-10", TM, &["normative-form"]),
    (COMMUNE, "TB-UBND", "2026-05-10", TM, &["normative-form"]),
    // The symbol.
    (PROVINCE, "QĐ-UB", "2026-05-10", TM, &["symbol"]),
    (PROVINCE_COUNCIL, "NQ-HĐ", "2026-05-10", CHAIR, &["symbol"]),
    (PROVINCE_COUNCIL, "NQ-UBND", "2026-05-10", CHAIR, &["symbol"]),
    // How it is signed.
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH", &[]),
    (PROVINCE, "QĐ-UBND", "2019-05-10", "TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/PHÓ CHỦ TỊCH", &[]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TM. ỦY BAN NHÂN DÂN/Q. CHỦ TỊCH", &[]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", CHAIR, &["committee-signature"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "KT. CHỦ TỊCH/PHÓ CHỦ TỊCH", &["committee-signature"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TM. ỦY BAN NHÂN DÂN/PHÓ CHỦ TỊCH", &["committee-signature", "deputy-in-place"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TM. ỦY BAN NHÂN DÂN/KT. CHỦ TỊCH/CHÁNH VĂN PHÒNG", &["committee-signature", "in-place-by-deputy"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TL. CHỦ TỊCH/CHÁNH VĂN PHÒNG", &["no-delegated-signature"]),
    (PROVINCE, "QĐ-UBND", "2019-05-10", "TUQ. CHỦ TỊCH/GIÁM ĐỐC SỞ XÂY DỰNG", &["no-delegated-signature"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "TM. HỘI ĐỒNG NHÂN DÂN/CHỦ TỊCH", &["committee-signature", "signature-organ"]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2026-05-10", "KT. CHỦ TỊCH/PHÓ CHỦ TỊCH", &[]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2026-05-10", TM, &["chair-signature"]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2026-05-10", "TM. HỘI ĐỒNG NHÂN DÂN/CHỦ TỊCH", &["council-signature"]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2026-05-10", "CHỦ TỌA", &[]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2026-05-10", "PHÓ CHỦ TỊCH", &[]),
];

/// A short draft of that organ, as people write them in the period.
fn draft(organ: &str, symbol: &str, day: Date, signature: &str) -> String {
    let header = organ.strip_prefix("CHỦ TỊCH ").unwrap_or(organ);
    let unit = ["TỈNH", "HUYỆN", "XÃ", "ĐẶC KHU"].iter().find_map(|unit| header.find(&format!(" {unit} ")));
    let (head, unit) = header.split_at(unit.unwrap_or(header.len()));
    let form = match symbol.split('-').next() {
        Some("NQ") => "NGHỊ QUYẾT",
        Some("CT") => "CHỈ THỊ",
        Some("KH") => "KẾ HOẠCH",
        Some("TB") => "THÔNG BÁO",
        _ => "QUYẾT ĐỊNH",
    };
    let year = day.year();
    let (day, month) = (format!("{:02}", day.day()), day.month());
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    let lines = signature.split('/').map(|line| format!("**{line}**")).collect::<Vec<_>>().join("<br>");
    format!(
        "| **{head}**<br>**{unit}** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n\
         |---|---|\n\
         | Số: 12/{year}/{symbol} | *An Giao, ngày {day} tháng {month} năm {year}* |\n\n\
         **{form}**\n\n**Quy định quản lý chợ trên địa bàn**\n\n**{organ}**\n\n\
         *Căn cứ Luật Tổ chức chính quyền địa phương;*\n\n\
         **Điều 1. Phạm vi điều chỉnh**\n\nVăn bản này quy định việc quản lý chợ.\n\n\
         **Điều 2. Tổ chức thực hiện**\n\nCác cơ quan có liên quan chịu trách nhiệm thi hành./.\n\n\
         | *Nơi nhận:*<br>- Như Điều 2;<br>- Lưu: VT. | {lines}<br>**Nguyễn Văn An** |\n|---|---|\n"
    )
}

/// Organ, symbol, day of signing, words on the effect, and the findings without their group.
#[rustfmt::skip]
const EFFECTS: &[Case] = &[
    // Ten days for provinces, seven for districts and communes, until March 2025.
    (PROVINCE, "QĐ-UBND", "2019-07-01", "có hiệu lực từ ngày 11 tháng 7 năm 2019", &[]),
    (PROVINCE, "QĐ-UBND", "2019-07-01", "có hiệu lực từ ngày 10 tháng 7 năm 2019", &["effect-distance-province"]),
    (DISTRICT, "QĐ-UBND", "2019-07-01", "có hiệu lực từ ngày 08 tháng 7 năm 2019", &[]),
    (DISTRICT, "QĐ-UBND", "2019-07-01", "có hiệu lực từ ngày 07 tháng 7 năm 2019", &["effect-distance"]),
    (COMMUNE, "QĐ-UBND", "2025-03-20", "có hiệu lực từ ngày 27 tháng 3 năm 2025", &[]),
    (COMMUNE, "QĐ-UBND", "2025-03-20", "có hiệu lực từ ngày 26 tháng 3 năm 2025", &["effect-distance"]),
    (COMMUNE_COUNCIL, "NQ-HĐND", "2022-07-10", "có hiệu lực từ ngày ký", &["effect-same-day-2016"]),
    // Ten days for all since April 2025.
    (DISTRICT, "QĐ-UBND", "2025-05-12", "có hiệu lực từ ngày 19 tháng 5 năm 2025", &["effect-distance"]),
    (DISTRICT, "QĐ-UBND", "2025-05-12", "có hiệu lực từ ngày 22 tháng 5 năm 2025", &[]),
    (COMMUNE, "QĐ-UBND", "2025-11-18", "có hiệu lực từ ngày 28 tháng 11 năm 2025", &[]),
    (COMMUNE, "QĐ-UBND", "2025-11-18", "có hiệu lực từ ngày 27 tháng 11 năm 2025", &["effect-distance"]),
    (PROVINCE_CHAIR, "QĐ-CTUBND", "2026-05-10", "có hiệu lực từ ngày 19 tháng 5 năm 2026", &["effect-distance"]),
    (PROVINCE_COUNCIL, "NQ-HĐND", "2026-05-10", "có hiệu lực từ ngày ký ban hành", &["effect-same-day"]),
    // Before the day of signing, and by counting days.
    (PROVINCE, "QĐ-UBND", "2026-05-10", "có hiệu lực từ ngày 01 tháng 01 năm 2026", &["effect-retroactive"]),
    (PROVINCE, "QĐ-UBND", "2026-05-10", "có hiệu lực sau 10 ngày kể từ ngày ký", &["section/effect-concrete-date"]),
    (DISTRICT, "QĐ-UBND", "2018-05-10", "có hiệu lực sau 07 ngày kể từ ngày ký", &["section/effect-concrete-date"]),
    (COMMUNE, "QĐ-UBND", "2026-05-10", "có hiệu lực từ ngày 01 tháng 01 năm 2026", &["effect-retroactive-unlisted"]),
    (PROVINCE, "QĐ-UBND", "2018-05-10", "có hiệu lực từ ngày 01 tháng 01 năm 2018", &["effect-retroactive-2016"]),
    (DISTRICT, "QĐ-UBND", "2022-05-10", "có hiệu lực từ ngày 01 tháng 01 năm 2022", &["effect-retroactive-2021"]),
    // Without any words on the effect.
    (PROVINCE, "QĐ-UBND", "2026-05-10", "được công bố", &["section/effect-clause"]),
];

/// The findings of some rules, without the group of authority, each once.
fn found(book: &Arc<RuleBook>, source: &str, day: Date, rules: &[&str]) -> Vec<String> {
    let mut options = Options::on(day);
    options.only = rules.iter().map(|rule| (*rule).to_owned()).collect();
    let door = Checker::new(Arc::clone(book), options).expect("known names");
    let checked = door.check("a.md", source.as_bytes()).expect("readable");
    let rules = checked
        .findings
        .iter()
        .map(|finding| finding.rule.strip_prefix("authority/").unwrap_or(&finding.rule));
    let mut found: Vec<String> = rules.map(str::to_owned).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn every_organ_level_form_period_and_signature() {
    let book = Arc::new(thethuc_law::book());
    let mut wrong = Vec::new();
    for (organ, symbol, day, signature, expected) in CASES {
        let day: Date = day.parse().expect("a date");
        let found = found(&book, &draft(organ, symbol, day, signature), day, &RULES);
        if found != *expected {
            wrong.push(format!("{organ} | {symbol} | {day} | {signature}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}

#[test]
fn every_way_and_day_of_taking_effect() {
    const RULES: [&str; 10] = [
        "authority/effect-distance",
        "authority/effect-distance-province",
        "authority/effect-retroactive-unlisted",
        "authority/effect-retroactive-2016",
        "authority/effect-retroactive-2021",
        "authority/effect-same-day",
        "authority/effect-same-day-2016",
        "authority/effect-retroactive",
        "section/effect-concrete-date",
        "section/effect-clause",
    ];
    let book = Arc::new(thethuc_law::book());
    let mut wrong = Vec::new();
    for (organ, symbol, day, effect, expected) in EFFECTS {
        let day: Date = day.parse().expect("a date");
        let form = if symbol.starts_with("NQ") { "Nghị quyết" } else { "Quyết định" };
        let source = draft(organ, symbol, day, CHAIR)
            .replace("Văn bản này quy định việc quản lý chợ.", &format!("{form} này {effect}."));
        let found = found(&book, &source, day, &RULES);
        if found != *expected {
            wrong.push(format!("{organ} | {symbol} | {day} | {effect}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), EFFECTS.len(), wrong.join("\n"));
}
