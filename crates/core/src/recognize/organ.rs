//! Names of organs: which kind, which level, the full name.

use crate::document::{Level, Organ, OrganKind};
use crate::text::Date;
use crate::text::vietnamese::{is_capitals, name_key, squeeze, title_case};
use std::sync::LazyLock;

/// Cities directly under the central government, with the first day as such where it lies in the
/// time of the regimes that we know. Any other `thành phố` belongs to a province.
const CENTRAL_CITIES: [(&str, Option<&str>); 7] = [
    ("hà nội", None),
    ("hồ chí minh", None),
    ("hải phòng", None),
    ("đà nẵng", None),
    ("cần thơ", None),
    ("huế", Some("2025-01-01")),
    ("đồng nai", Some("2026-04-30")),
];

/// Words with which the name of an organ begins, in small letters, with its kind.
const HEADS: [(&str, OrganKind); 29] = [
    ("chủ tịch ủy ban nhân dân", OrganKind::Chair),
    ("chủ tịch ubnd", OrganKind::Chair),
    ("ủy ban nhân dân", OrganKind::PeoplesCommittee),
    ("ubnd", OrganKind::PeoplesCommittee),
    ("thường trực hội đồng nhân dân", OrganKind::StandingCommittee),
    ("thường trực hđnd", OrganKind::StandingCommittee),
    ("hội đồng nhân dân", OrganKind::PeoplesCouncil),
    ("hđnd", OrganKind::PeoplesCouncil),
    ("giám đốc", OrganKind::Department),
    ("trưởng phòng", OrganKind::Department),
    ("trưởng ban", OrganKind::Department),
    ("chánh văn phòng", OrganKind::Department),
    ("hiệu trưởng", OrganKind::Other),
    ("sở", OrganKind::Department),
    ("phòng", OrganKind::Department),
    ("văn phòng", OrganKind::Department),
    ("ban quản lý", OrganKind::Department),
    ("chi cục", OrganKind::Department),
    ("trung tâm", OrganKind::Department),
    ("thanh tra", OrganKind::Department),
    ("công an", OrganKind::Department),
    ("ban chỉ đạo", OrganKind::Other),
    ("ban", OrganKind::Department),
    ("đoàn", OrganKind::Other),
    ("trường", OrganKind::Other),
    ("bộ", OrganKind::Other),
    ("chính phủ", OrganKind::Other),
    ("quốc hội", OrganKind::Other),
    ("đảng", OrganKind::Other),
];

/// Beginnings of titles that look like the name of an organ.
const NO_HEADS: [&str; 8] = [
    "ban hành",
    "phòng chống",
    "phòng ngừa",
    "phòng cháy",
    "phòng bệnh",
    "bộ đơn giá",
    "bộ tiêu chí",
    "bộ chỉ số",
];

/// The kind of organ that the words begin with; `None` when they begin no name of an organ.
pub fn head(words: &str) -> Option<OrganKind> {
    // The longest head has six words; the rest of a long line need not be folded.
    let end =
        words.trim_start().char_indices().nth(LONGEST_HEAD).map_or(words.trim_start().len(), |(at, _)| at);
    let folded = name_key(&words.trim_start()[..end]);
    if NO_HEAD_KEYS.iter().any(|other| folded.starts_with(other)) {
        return None;
    }
    let starts =
        |head: &str| folded.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    HEAD_KEYS.iter().find(|(head, _)| starts(head)).map(|(_, kind)| *kind)
}

/// Characters of a name within which its head lies.
const LONGEST_HEAD: usize = 40;

static HEAD_KEYS: LazyLock<Vec<(String, OrganKind)>> =
    LazyLock::new(|| HEADS.iter().map(|(head, kind)| (name_key(head), *kind)).collect());
static NO_HEAD_KEYS: LazyLock<Vec<String>> =
    LazyLock::new(|| NO_HEADS.iter().map(|head| name_key(head)).collect());

/// Words for administrative units; the longer ones first.
const UNITS: [&str; 11] =
    ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường", "tp.", "tp"];

/// An administrative unit in the name of an organ: the offsets of its word and of its own name.
fn find_unit(words: &str) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let lower = words.to_lowercase();
    if lower.len() != words.len() {
        return None;
    }
    let starts =
        lower.char_indices().filter(|(at, _)| *at == 0 || lower[..*at].ends_with(' ')).map(|(at, _)| at);
    starts.into_iter().find_map(|start| {
        if is_society(&lower, start) {
            return None;
        }
        let unit = UNITS.iter().find(|unit| {
            lower[start..]
                .strip_prefix(**unit)
                .is_some_and(|rest| rest.starts_with(' ') || (unit.ends_with('.') && !rest.is_empty()))
        })?;
        let own = start + unit.len();
        let end = words[own..].find([',', '(', ';']).map_or(words.len(), |at| own + at);
        (!words[own..end].trim().is_empty()).then_some((start..own, own..end))
    })
}

/// Whether the word at `start` is that of `Văn hóa - Xã hội`, and not of a commune.
fn is_society(lower: &str, start: usize) -> bool {
    let after = lower[start..].strip_prefix("xã hội");
    let before = lower[..start].trim_end();
    after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
        && ["-", "–", ",", " và", " tế", " hóa", " hoá", " hiểm"].iter().any(|end| before.ends_with(end))
}

/// The full name of an organ, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameParts {
    /// What stands before the administrative unit: `Ủy ban nhân dân`, `Phòng Kinh tế`.
    pub head: String,
    /// The word for the unit in small letters and its own name: `xã`, `Hòa An`.
    pub unit: Option<(String, String)>,
}

/// Takes the full name of an organ apart.
pub fn name_parts(name: &str) -> NameParts {
    match find_unit(name) {
        Some((unit, own)) => NameParts {
            head: name[..unit.start].trim().to_owned(),
            unit: Some((unit_word(&name[unit]), name[own].trim().to_owned())),
        },
        None => NameParts { head: name.trim().to_owned(), unit: None },
    }
}

/// Reads the name of an organ as it stands in a header or a competence line: `UBND XÃ HÒA BÌNH`,
/// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU`. `day` decides between cities of the two levels.
pub fn parse(words: &str, day: Option<Date>) -> Option<Organ> {
    let words = squeeze(words);
    let words = words.trim_end_matches([':', '.', ',']);
    let kind = head(words)?;
    let expanded = expand(words);
    let (level, name) = match find_unit(&expanded) {
        Some((unit, own)) => {
            let before = lower_head(&expanded[..unit.start]);
            let (unit, own) = (&expanded[unit], &expanded[own]);
            (level_of(unit, own, day), format!("{before}{} {}", unit_word(unit), proper(own)))
        }
        None => (bare_level(&expanded, kind), lower_head(&expanded)),
    };
    Some(Organ { kind, level, name: squeeze(&name) })
}

/// Whether the words are the competence line of an act: the name of an organ of the people's
/// power, or of another organ when `Căn cứ` follows.
pub fn is_competence(words: &str, next: Option<&str>) -> bool {
    match head(words) {
        Some(OrganKind::Department | OrganKind::Other) => next.is_some_and(|next| next.starts_with("Căn cứ")),
        Some(_) => true,
        None => false,
    }
}

/// `UBND` and `HĐND` written out, in the case of the words around them.
pub fn expand(words: &str) -> String {
    let capitals = is_capitals(words);
    let committee = if capitals { "ỦY BAN NHÂN DÂN" } else { "Ủy ban nhân dân" };
    let council = if capitals { "HỘI ĐỒNG NHÂN DÂN" } else { "Hội đồng nhân dân" };
    let whole = |word: &str| match word {
        "UBND" | "Ubnd" => Some(committee),
        "HĐND" | "HÐND" => Some(council),
        _ => None,
    };
    words.split(' ').map(|word| whole(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
}

/// The part of a name before the administrative unit, in sentence case unless it is mixed already.
fn lower_head(words: &str) -> String {
    if !is_capitals(words) {
        return words.to_owned();
    }
    let lower = words.to_lowercase();
    let mut name = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    // Inside a longer name the names of the two organs keep their capital.
    for head in ["ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân"] {
        if let Some((before, after)) = lower.split_once(head) {
            name.push_str(&capital_first(before));
            name.push_str(&capital_first(head));
            rest = after;
            break;
        }
    }
    if name.is_empty() {
        return department_case(rest);
    }
    name.push_str(rest);
    name
}

/// `sở tài chính` → `Sở Tài chính`: the field of a department begins with a capital as well.
fn department_case(words: &str) -> String {
    const TYPES: [&str; 8] =
        ["sở ", "phòng ", "ban quản lý ", "ban ", "chi cục ", "trung tâm ", "văn phòng ", "thanh tra "];
    let kind = TYPES.iter().find_map(|kind| Some((*kind, words.strip_prefix(kind)?)));
    kind.map_or_else(
        || capital_first(words),
        |(kind, field)| format!("{}{}", capital_first(kind), capital_first(field)),
    )
}

fn capital_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a unit with capitals at its words, unless it is mixed already.
fn proper(name: &str) -> String {
    let name = name.trim();
    if is_capitals(name) { title_case(name) } else { name.to_owned() }
}

fn unit_word(word: &str) -> String {
    let lower = word.to_lowercase();
    if lower.starts_with("tp") { "thành phố".to_owned() } else { lower }
}

/// The level of an administrative unit.
pub fn level_of(unit: &str, name: &str, day: Option<Date>) -> Level {
    match unit_word(unit).as_str() {
        "tỉnh" => Level::Province,
        "thành phố" => city_level(name, day),
        "huyện" | "quận" | "thị xã" => Level::District,
        "xã" | "phường" | "thị trấn" => Level::Commune,
        "đặc khu" => Level::SpecialZone,
        _ => Level::Other,
    }
}

fn city_level(name: &str, day: Option<Date>) -> Level {
    let key = name_key(name);
    let central = CENTRAL_CITIES.iter().find(|(city, _)| name_key(city) == key);
    let since = central.and_then(|(_, since)| since.and_then(|since| since.parse::<Date>().ok()));
    match (central, since, day) {
        (None, ..) => Level::District,
        (Some(_), Some(since), Some(day)) if day < since => Level::District,
        (Some(_), ..) => Level::Province,
    }
}

fn bare_level(words: &str, kind: OrganKind) -> Level {
    let key = name_key(words);
    let last = key.rsplit(' ').next().unwrap_or_default();
    match last {
        "tỉnh" | "thành" => Level::Province,
        "huyện" | "quận" => Level::District,
        "xã" | "phường" => Level::Commune,
        _ if kind == OrganKind::Other
            && (key.starts_with(&name_key("bộ ")) || key == name_key("chính phủ")) =>
        {
            Level::Central
        }
        _ => Level::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> (OrganKind, Level, String) {
        let organ = parse(words, Date::new(2026, 1, 1)).expect("an organ");
        (organ.kind, organ.level, organ.name)
    }

    #[test]
    fn organs_of_all_levels() {
        use Level::{Commune, District, Province, SpecialZone};
        use OrganKind::{Chair, Department, PeoplesCommittee, PeoplesCouncil, StandingCommittee};
        let cases = [
            ("ỦY BAN NHÂN DÂN TỈNH CÀ MAU", PeoplesCommittee, Province, "Ủy ban nhân dân tỉnh Cà Mau"),
            ("UBND XÃ HÒA BÌNH", PeoplesCommittee, Commune, "Ủy ban nhân dân xã Hòa Bình"),
            (
                "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ",
                Chair,
                Province,
                "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ",
            ),
            (
                "HỘI ĐỒNG NHÂN DÂN ĐẶC KHU CÔN SƠN",
                PeoplesCouncil,
                SpecialZone,
                "Hội đồng nhân dân đặc khu Côn Sơn",
            ),
            ("UỶ BAN NHÂN DÂN QUẬN 1", PeoplesCommittee, District, "Uỷ ban nhân dân quận 1"),
            (
                "THƯỜNG TRỰC HĐND TỈNH BẮC SƠN",
                StandingCommittee,
                Province,
                "Thường trực Hội đồng nhân dân tỉnh Bắc Sơn",
            ),
            ("SỞ TÀI CHÍNH", Department, Level::Other, "Sở Tài chính"),
            (
                "ỦY BAN NHÂN DÂN THÀNH PHỐ TUYÊN QUANG",
                PeoplesCommittee,
                District,
                "Ủy ban nhân dân thành phố Tuyên Quang",
            ),
        ];
        for (words, kind, level, name) in cases {
            assert_eq!(read(words), (kind, level, name.to_owned()), "{words}");
        }
    }

    #[test]
    fn hue_was_a_city_of_a_province_before_2025() {
        let organ = parse("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", Date::new(2022, 5, 1)).expect("an organ");
        assert_eq!(organ.level, Level::District);
    }

    #[test]
    fn other_words_are_no_organ() {
        for words in ["QUYẾT ĐỊNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bổ sung kinh phí"]
        {
            assert_eq!(parse(words, None), None, "{words}");
        }
    }
}
