//! Names of organs: which kind, which level, the full name.
//!
//! A name is a head (`Ủy ban nhân dân`, `Sở Tài chính`) and, in most cases, an administrative unit
//! behind it, which gives the level. The words for both are those of the rule book. Names are brought
//! into one manner of writing here, so that the facts of a document read the same however its header is
//! typed.

use crate::document::{Level, Organ, OrganKind};
use crate::rulebook::terms::{NoUnit, OrganTerms};
use crate::rulebook::{Lexicon, Spellings};
use crate::text::Date;
use crate::text::vietnamese::{is_capitals, name_key, squeeze, title_case};
use std::ops::Range;

/// The kind of organ that the words begin with; `None` when they begin no name of an organ.
pub fn head(lexicon: &Lexicon, words: &str) -> Option<OrganKind> {
    lexicon.organ_head(words)
}

/// Whether the words begin a name of an organ, rightly written or not. For places alone where nothing but
/// such a name stands: a header, a competence line.
pub fn begins(lexicon: &Lexicon, words: &str) -> bool {
    head(lexicon, words).is_some() || lexicon.organ_misspelt(words).is_some()
}

/// The words with the name of the organ of the people's power at their beginning put right.
/// Facts do not repeat slips; a rule tells them where they stand.
fn put_right(lexicon: &Lexicon, words: &str) -> Option<String> {
    let (right, rest) = lexicon.organ_misspelt(words)?;
    let right = if is_capitals(words) { right.to_uppercase() } else { capital_first(&right) };
    Some(format!("{right}{rest}"))
}

/// An administrative unit in the name of an organ: the offsets of its word and of its own name.
/// Bytes of `words`; `None` where lower case changes their length and offsets would not fit.
fn find_unit(terms: &OrganTerms, words: &str) -> Option<(Range<usize>, Range<usize>)> {
    let lower = words.to_lowercase();
    if lower.len() != words.len() {
        return None;
    }
    let starts =
        lower.char_indices().filter(|(at, _)| *at == 0 || lower[..*at].ends_with(' ')).map(|(at, _)| at);
    starts.into_iter().find_map(|start| {
        if terms.no_units.iter().any(|other| is_other(other, &lower, start)) {
            return None;
        }
        let own = start + unit_at(terms, &lower[start..])?;
        let end = words[own..].find([',', '(', ';']).map_or(words.len(), |at| own + at);
        (!words[own..end].trim().is_empty()).then_some((start..own, own..end))
    })
}

/// Length of the word for a unit that words in small letters begin with; an abbreviation with a dot may
/// stand close to the name.
fn unit_at(terms: &OrganTerms, lower: &str) -> Option<usize> {
    let follows = |rest: &str, dotted: bool| rest.starts_with(' ') || (dotted && !rest.is_empty());
    terms.units.iter().find_map(|unit| {
        let short = unit.short.iter().flat_map(Spellings::iter);
        let mut spellings = std::iter::once(unit.word.as_str()).chain(short);
        let spelling = spellings.find(|spelling| {
            lower.strip_prefix(spelling).is_some_and(|rest| follows(rest, spelling.ends_with('.')))
        })?;
        Some(spelling.len())
    })
}

/// Whether the words at `start` look like a unit and are none: `Văn hóa - Xã hội` is no commune.
fn is_other(other: &NoUnit, lower: &str, start: usize) -> bool {
    let after = lower[start..].strip_prefix(other.words.as_str());
    let before = lower[..start].trim_end();
    after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
        && other.after.iter().any(|end| before.ends_with(end.as_str()))
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
pub fn name_parts(lexicon: &Lexicon, name: &str) -> NameParts {
    let terms = &lexicon.terms.organs;
    match find_unit(terms, name) {
        Some((unit, own)) => NameParts {
            head: name[..unit.start].trim().to_owned(),
            unit: Some((unit_word(terms, &name[unit]), name[own].trim().to_owned())),
        },
        None => NameParts { head: name.trim().to_owned(), unit: None },
    }
}

/// Reads the name of an organ as it stands in a header or a competence line: `UBND XÃ HÒA BÌNH`,
/// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU`. `day` decides between cities of the two levels.
/// `None` where no known name of an organ begins the words.
pub fn parse(lexicon: &Lexicon, words: &str, day: Option<Date>) -> Option<Organ> {
    let terms = &lexicon.terms.organs;
    let words = squeeze(words);
    let words = words.trim_end_matches([':', '.', ',']);
    let mended = if head(lexicon, words).is_none() { put_right(lexicon, words) } else { None };
    let words = mended.as_deref().unwrap_or(words);
    let kind = head(lexicon, words)?;
    let expanded = expand(terms, words);
    let (level, name) = match find_unit(terms, &expanded) {
        Some((unit, own)) => {
            let before = lower_head(terms, &expanded[..unit.start]);
            let (unit, own) = (&expanded[unit], &expanded[own]);
            let level = level_of(lexicon, unit, own, day);
            (level, format!("{before}{} {}", unit_word(terms, unit), proper(own)))
        }
        None => (bare_level(terms, &expanded, kind), lower_head(terms, &expanded)),
    };
    Some(Organ { kind, level, name: squeeze(&name) })
}

/// Whether the words are the competence line of an act: the name of an organ of the people's
/// power, or of another organ when `Căn cứ` follows.
pub fn is_competence(lexicon: &Lexicon, words: &str, next: Option<&str>) -> bool {
    match head(lexicon, words) {
        Some(OrganKind::Department | OrganKind::Other) => {
            next.is_some_and(|next| lexicon.terms.preamble.basis.begins(next))
        }
        Some(_) => true,
        None => lexicon.organ_misspelt(words).is_some(),
    }
}

/// `UBND` and `HĐND` written out, in the case of the words around them.
/// Whole words only.
fn expand(terms: &OrganTerms, words: &str) -> String {
    let capitals = is_capitals(words);
    let whole = |word: &str| {
        let organ = terms.people.iter().find(|organ| organ.abbreviations.has(word));
        match organ {
            Some(organ) if capitals => organ.name.to_uppercase(),
            Some(organ) => organ.name.clone(),
            None => word.to_owned(),
        }
    };
    words.split(' ').map(whole).collect::<Vec<_>>().join(" ")
}

/// The part of a name before the administrative unit, in sentence case unless it is mixed already.
fn lower_head(terms: &OrganTerms, words: &str) -> String {
    if !is_capitals(words) {
        return words.to_owned();
    }
    let lower = words.to_lowercase();
    // Inside a longer name the names of the organs of the people's power keep their capital.
    for organ in &terms.people {
        let also = organ.also.iter().flat_map(Spellings::iter);
        for name in std::iter::once(organ.name.as_str()).chain(also) {
            let name = name.to_lowercase();
            if let Some((before, after)) = lower.split_once(&name) {
                return format!("{}{}{after}", capital_first(before), capital_first(&name));
            }
        }
    }
    department_case(terms, &lower)
}

/// `sở tài chính` → `Sở Tài chính`: the field of a department begins with a capital as well.
fn department_case(terms: &OrganTerms, words: &str) -> String {
    let kind = terms.with_field.begin(words).and_then(|(kind, rest)| Some((kind, rest.strip_prefix(' ')?)));
    kind.map_or_else(
        || capital_first(words),
        |(kind, field)| format!("{} {}", capital_first(kind), capital_first(field)),
    )
}

/// The words with a capital at their beginning.
fn capital_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a unit with capitals at its words, unless it is mixed already.
fn proper(name: &str) -> String {
    let name = name.trim();
    if is_capitals(name) { title_case(name) } else { name.to_owned() }
}

/// The word for a unit in small letters, written out.
fn unit_word(terms: &OrganTerms, word: &str) -> String {
    terms.unit(word).map_or_else(|| word.to_lowercase(), |unit| unit.word.clone())
}

/// The level of an administrative unit, by the word for it and its own name on a day.
/// `thành phố` is the word for cities of two levels: which one has which is told by the rule book, with
/// the days on which it changed.
pub fn level_of(lexicon: &Lexicon, word: &str, name: &str, day: Option<Date>) -> Level {
    match lexicon.terms.organs.unit(word) {
        Some(unit) => unit.level.unwrap_or_else(|| lexicon.level_of_city(&unit.word, name, day)),
        None => Level::Other,
    }
}

/// The level of an organ whose name does not tell the unit it is of.
fn bare_level(terms: &OrganTerms, words: &str, kind: OrganKind) -> Level {
    let key = name_key(words);
    let last = key.rsplit(' ').next().unwrap_or_default();
    let is_last = |word: &str| name_key(word) == last;
    if let Some((level, _)) = terms.bare_units.iter().find(|(_, words)| words.iter().any(is_last)) {
        return *level;
    }
    let begins = |word: &str| begins_with_name(&key, word);
    let central = kind == OrganKind::Other && is_central(terms, words);
    let only =
        terms.only_at.iter().find(|(_, heads)| kind == OrganKind::Department && heads.iter().any(&begins));
    match only {
        Some((level, _)) => *level,
        None if central => Level::Central,
        None => Level::Other,
    }
}

/// Whether words begin with the name of a central organ.
pub fn is_central(terms: &OrganTerms, words: &str) -> bool {
    let key = name_key(words);
    let begins = |word: &str| begins_with_name(&key, word);
    terms.central.iter().any(begins) && !terms.not_central.iter().any(begins)
}

/// Whether a key of words begins with a name, as whole words.
pub fn begins_with_name(key: &str, name: &str) -> bool {
    key.strip_prefix(name_key(name).as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The level of a department by the organ above it in the header, where its own name does not tell one.
/// A ministry has offices in places of all levels, so what stands below a central organ stays unknown.
pub fn level_below(lexicon: &Lexicon, organ: &Organ, parent: &str, day: Option<Date>) -> Level {
    if organ.kind != OrganKind::Department || organ.level != Level::Other {
        return organ.level;
    }
    match parse(lexicon, parent, day).map(|parent| parent.level) {
        Some(level) if level != Level::Central => level,
        _ => organ.level,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn read(words: &str) -> (OrganKind, Level, String) {
        let organ = parse(lexicon(), words, Date::new(2026, 1, 1)).expect("an organ");
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
            ("SỞ TÀI CHÍNH", Department, Province, "Sở Tài chính"),
            ("PHÒNG KINH TẾ", Department, Level::Other, "Phòng Kinh tế"),
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
    fn abbreviated_units_are_written_out() {
        use Level::{Commune, Province};
        use OrganKind::{Department, PeoplesCommittee, PeoplesCouncil};
        let cases = [
            ("UBND P. Ba Đình", PeoplesCommittee, Commune, "Ủy ban nhân dân phường Ba Đình"),
            ("UBND P.15", PeoplesCommittee, Commune, "Ủy ban nhân dân phường 15"),
            ("HĐND X. HÒA BÌNH", PeoplesCouncil, Commune, "Hội đồng nhân dân xã Hòa Bình"),
            ("HĐND x.hòa bình", PeoplesCouncil, Commune, "Hội đồng nhân dân xã hòa bình"),
            ("HĐND TP. Huế", PeoplesCouncil, Province, "Hội đồng nhân dân thành phố Huế"),
            ("Sở Tư pháp TP. Hồ Chí Minh", Department, Province, "Sở Tư pháp thành phố Hồ Chí Minh"),
        ];
        for (words, kind, level, name) in cases {
            assert_eq!(read(words), (kind, level, name.to_owned()), "{words}");
        }
        let key = |words| lexicon().organ_key(words);
        assert_eq!(key("UBND P. Ba Đình"), key("Ủy ban nhân dân phường Ba Đình"));
        assert_eq!(key("Phòng Nghiệp. vụ"), key("Phòng NGHIỆP. vụ"));
        assert!(!key("Sở Tư pháp. xem").contains("phuong") && !key("Sở Tư pháp. xem").contains("phường"));
    }

    #[test]
    fn the_organ_above_tells_the_level_of_a_department() {
        let level = |words, parent| {
            let organ = parse(lexicon(), words, None).expect("an organ");
            level_below(lexicon(), &organ, parent, Date::new(2026, 1, 1))
        };
        assert_eq!(level("PHÒNG KINH TẾ", "ỦY BAN NHÂN DÂN XÃ HÒA AN"), Level::Commune);
        assert_eq!(level("VĂN PHÒNG", "UBND TỈNH BẮC SƠN"), Level::Province);
        assert_eq!(level("CHI CỤC KIỂM LÂM", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"), Level::Province);
        assert_eq!(level("CHI CỤC THUẾ", "BỘ TÀI CHÍNH"), Level::Other);
        assert_eq!(level("BAN PHÁP CHẾ", "HỘI ĐỒNG NHÂN DÂN TỈNH BẮC SƠN"), Level::Province);
    }

    #[test]
    fn hue_was_a_city_of_a_province_before_2025() {
        let level = |words, day| parse(lexicon(), words, day).expect("an organ").level;
        let hue = "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ";
        assert_eq!(level(hue, Date::new(2022, 5, 1)), Level::District);
        assert_eq!(level(hue, Date::new(2025, 1, 1)), Level::Province);
        assert_eq!(level(hue, None), Level::Province);
        assert_eq!(level("UBND TP. HỒ CHÍ MINH", Date::new(2020, 1, 1)), Level::Province);
        assert_eq!(level("UBND thành phố Đồng Nai", Date::new(2026, 4, 29)), Level::District);
        assert_eq!(level("UBND thành phố Đồng Nai", Date::new(2026, 4, 30)), Level::Province);
    }

    #[test]
    fn keys_are_alike_whoever_speaks_for_the_organ() {
        let key = |words| lexicon().organ_key(words);
        for words in ["ỦY BAN NHÂN DÂN XÃ HOÀ BÌNH", "TM. UBND xã Hòa Bình", "CHỦ TỊCH UBND XÃ HÒA BÌNH"]
        {
            assert_eq!(key(words), key("UBND xã Hòa Bình"), "{words}");
        }
        assert_eq!(key("HĐND TP. Huế"), key("Hội đồng nhân dân thành phố Huế"));
        assert_ne!(key("UBND xã Hòa Bình"), key("HĐND xã Hòa Bình"));
    }

    #[test]
    fn other_words_are_no_organ() {
        for words in ["QUYẾT ĐỊNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bổ sung kinh phí"]
        {
            assert_eq!(parse(lexicon(), words, None), None, "{words}");
        }
    }
}
