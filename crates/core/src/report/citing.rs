//! Citations of the law as the law itself writes them: from small to large, the instrument with “số”,
//! what was done to it behind it.
//!
//! Rule files say the place of a provision from large to small, as one looks it up
//! (`Phụ lục I, Phần I, Mục II, khoản 1, điểm a`). It is put the other way round only here, where people
//! read it: the report for machines keeps what the files say.

use super::{Names, wording};
use crate::finding::{Evidence, LawReference};
use crate::rulebook::vocabulary::Language;

/// What a step of a place is called: Vietnamese, English, and English for several of them.
const KINDS: [[&str; 3]; 12] = [
    ["Phụ lục", "Annex", "Annexes"],
    ["Phần", "Part", "Parts"],
    ["Chương", "Chapter", "Chapters"],
    ["Tiểu mục", "Subsection", "Subsections"],
    ["Mục", "Section", "Sections"],
    ["Điều", "Article", "Articles"],
    ["Mẫu số", "model", "models"],
    ["Mẫu", "model", "models"],
    ["khoản", "clause", "clauses"],
    ["điểm", "point", "points"],
    ["đoạn", "paragraph", "paragraphs"],
    ["ghi chú", "remark", "remarks"],
];
/// Steps of a place that English has no word for here.
const OTHERS: [&str; 2] = ["hàng", "văn bản kèm theo"];
/// Steps that can begin a place behind an “và”: nothing larger stands before them.
const OUTERMOST: [&str; 2] = ["Điều", "Phụ lục"];

/// What stands before the number of an instrument or a paper.
const NUMBERED: &str = " số ";

/// What stands between a text and the instrument that it was promulgated with.
const PROMULGATED: &str = " ban hành kèm theo ";

/// A provision that people are told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision<'a> {
    /// Where it stands, as the rule files say it: from large to small, in Vietnamese.
    pub at: &'a str,
    /// Number of its instrument; without a digit for practice, which no instrument lays down.
    pub number: &'a str,
    /// Title of its instrument, in the language of the words; empty where it is not known.
    pub title: &'a str,
    /// How well its text is known.
    pub evidence: Evidence,
}

/// `điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP`, with a word on a text that was
/// not seen and with more remarks, such as days of force.
pub fn provision(own: &Provision<'_>, remarks: &[String], language: Language) -> String {
    let (at, note) = split_note(own.at);
    let mut said: Vec<String> = Vec::new();
    let cited = if is_practice(own.number) {
        // Papers that lay nothing down, but have a number by which they are found, are named.
        let paper = at.contains(NUMBERED).then_some(at);
        said.push(language.pick("không phải quy định pháp luật", "no rule of law").to_owned());
        paper.unwrap_or(language.pick("thông lệ soạn thảo", "drafting practice")).to_owned()
    } else {
        said.extend(note.map(|note| note_words(note, language)));
        attached(at, own, language).unwrap_or_else(|| within(&whole_place(at, language), own, language))
    };
    said.extend(remarks.iter().cloned());
    let caution = wording::evidence(own.evidence, language).filter(|_| !is_practice(own.number));
    said.extend(caution.map(str::to_owned));
    let said = if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) };
    cited + &said
}

/// The provisions that a finding rests on, each place once.
pub fn law(references: &[LawReference], names: &dyn Names, language: Language) -> String {
    let mut cited: Vec<String> = Vec::new();
    for reference in references {
        let number = reference.instrument.as_str();
        let title = names.instrument(number);
        let title = title.as_ref().map_or("", |title| title.in_language(language));
        let own = Provision { at: &reference.at, number, title, evidence: reference.evidence };
        let words = provision(&own, &[], language);
        if !cited.contains(&words) {
            cited.push(words);
        }
    }
    cited.join("; ")
}

/// Where a provision stands, from small to large, without its instrument.
pub fn place(at: &str, language: Language) -> String {
    let places: Vec<String> = places(at).iter().map(|steps| reversed(steps, language)).collect();
    // A second “và” could belong to either place.
    let joined = places.iter().any(|place| place.contains(" và ") || place.contains(" and "));
    match (places.split_last(), language) {
        (Some((last, [])), _) => last.clone(),
        _ if joined => places.join("; "),
        (Some((last, others)), Language::Vi) => format!("{} và {last}", others.join(", ")),
        (Some((last, others)), Language::En) => format!("{} and {last}", others.join("; ")),
        (None, _) => String::new(),
    }
}

/// The number of something that is no instrument has no digit.
fn is_practice(number: &str) -> bool {
    !number.chars().any(|letter| letter.is_ascii_digit())
}

/// A place and what stands in brackets behind it.
fn split_note(at: &str) -> (&str, Option<&str>) {
    let inside = at.strip_suffix(')').and_then(|rest| rest.split_once(" ("));
    inside.map_or((at, None), |(place, note)| (place, Some(note)))
}

/// `được thay thế bởi …` for `thay thế bởi …`: behind the instrument it is said of it.
fn note_words(note: &str, language: Language) -> String {
    let passive = [("thay thế bởi ", "replaced by "), ("sửa đổi bởi ", "amended by ")];
    for (vi, en) in passive {
        if let Some(by) = note.strip_prefix(vi) {
            return language.pick("được ", "").to_owned() + language.pick(vi, en) + by;
        }
    }
    // A place of another instrument is told like any other.
    if kind_of(note).is_some() { whole_place(note, language) } else { note.to_owned() }
}

/// A place in a text that was promulgated with the instrument: `Điều 15, khoản 1 Quy chế làm việc mẫu ban hành kèm
/// theo Nghị định số …` names both, so that no instrument is put behind it. `None` for all other places.
fn attached(at: &str, own: &Provision<'_>, language: Language) -> Option<String> {
    let before = at.split_once(PROMULGATED).filter(|(_, by)| by.contains(own.number))?.0;
    let begins = |(blank, _): &(usize, &str)| {
        let rest = &before[blank + 1..];
        rest.starts_with(char::is_uppercase) && kind_of(rest).is_none()
    };
    let (blank, _) = before.match_indices(' ').rfind(begins)?;
    let place = place(&at[..blank], language);
    Some(format!("{place}{}{}", language.pick(" ", " of "), &at[blank + 1..]))
}

/// `khoản 4 Điều 75 của Nghị định số …` for `Điều 75, khoản 4 của Nghị định số …`.
fn whole_place(at: &str, language: Language) -> String {
    match at.split_once(" của ").filter(|(_, other)| other.contains(NUMBERED)) {
        Some((own, other)) => format!("{} {} {other}", place(own, language), language.pick("của", "of")),
        None => place(at, language),
    }
}

/// A place with the instrument behind it, words that both have said once.
fn within(place: &str, own: &Provision<'_>, language: Language) -> String {
    let instrument = if own.title.is_empty() {
        own.number.to_owned()
    } else {
        wording::instrument(own.title, own.number, language)
    };
    // `Điều 30 của Luật số 80/2015/QH13 được sửa đổi` is what the instrument makes of another one.
    let between = match (place, language) {
        ("", _) => return instrument,
        (_, Language::Vi) if place.ends_with(" được sửa đổi") || place.ends_with(" được bổ sung") => {
            " bởi "
        }
        (_, Language::Vi) => " ",
        (_, Language::En) => " of ",
    };
    // `Phần căn cứ của Thông tư` ends with words that the instrument begins with.
    let is_said =
        |from: usize| instrument.strip_prefix(&place[from..]).is_some_and(|rest| rest.starts_with(' '));
    match place.match_indices(' ').map(|(blank, _)| blank).find(|blank| is_said(blank + 1)) {
        Some(end) => format!("{} {instrument}", &place[..end]),
        None => format!("{place}{between}{instrument}"),
    }
}

/// The places of `Điều 69, khoản 3; Điều 70, khoản 7` or `Điều 15, khoản 2 và Điều 18, khoản 1`: each as
/// its steps from large to small.
fn places(at: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for one in at.split("; ") {
        let mut steps: Vec<String> = Vec::new();
        for piece in one.split(", ") {
            let mut rest = piece;
            while let Some((before, after)) = beginning(rest) {
                add(&mut steps, before);
                all.push(std::mem::take(&mut steps));
                rest = after;
            }
            add(&mut steps, rest);
        }
        all.push(steps);
    }
    all
}

/// A step and the place that begins behind its “và”: one that is outermost and of another kind.
fn beginning(piece: &str) -> Option<(&str, &str)> {
    let (before, after) = piece.split_once(" và ")?;
    let begins = OUTERMOST.iter().any(|kind| after.starts_with(kind) && kind_of(before) != Some(kind));
    begins.then_some((before, after))
}

/// Adds a step. More of the same kind (`khoản 9, khoản 10`), and what is no step of its own (`5, 8, 9 và 10`,
/// `HĐND, UBND`), go on with the one before.
fn add(steps: &mut Vec<String>, piece: &str) {
    let kind = kind_of(piece);
    match steps.last_mut() {
        Some(last) if kind.is_none() || kind == kind_of(last) => last.extend([", ", piece]),
        _ => steps.push(piece.to_owned()),
    }
}

/// The kind of a step: `các khoản 12 đến 15` is a `khoản`.
fn kind_of(piece: &str) -> Option<&'static str> {
    let piece = without_several(piece);
    let names = KINDS.iter().map(|[vi, ..]| *vi).chain(OTHERS);
    names.into_iter().find(|name| {
        let after = piece.strip_prefix(*name).or_else(|| piece.strip_prefix(name.to_lowercase().as_str()));
        after.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

fn without_several(piece: &str) -> &str {
    piece.strip_prefix("các ").or_else(|| piece.strip_prefix("Các ")).unwrap_or(piece)
}

/// The steps from small to large.
fn reversed(steps: &[String], language: Language) -> String {
    let words = steps.iter().rev().map(|step| step_words(step, language));
    let between = language.pick(" ", ", ");
    words.collect::<Vec<_>>().join(between)
}

/// A step in the language; as it stands where it holds more than a kind and numbers.
fn step_words(step: &str, language: Language) -> String {
    // Inside of a sentence: `các điều 16 đến 20`.
    let own = step.strip_prefix("Các ").map_or_else(|| step.to_owned(), |rest| format!("các {rest}"));
    match language {
        Language::Vi => own,
        Language::En => english(step).unwrap_or(own),
    }
}

/// `clauses 12 to 15` for `các khoản 12 đến 15`; `None` for words that are no numbers.
fn english(step: &str) -> Option<String> {
    let kind = kind_of(step)?;
    let [vi, one, several] = KINDS.iter().find(|[vi, ..]| *vi == kind)?;
    let small = vi.to_lowercase();
    let numbers = without_several(step)
        .replace("các ", " ")
        .replace(vi, " ")
        .replace(small.as_str(), " ")
        .replace(" và ", " and ")
        .replace(" đến ", " to ");
    let numbers = numbers.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_number = |word: &str| {
        let word = word.trim_end_matches(',');
        matches!(word, "and" | "to")
            || word.chars().count() <= 2
            || word.chars().any(|letter| letter.is_ascii_digit())
            || word.chars().all(|letter| "IVX".contains(letter))
    };
    let is_several = numbers.contains(' ');
    let name = if is_several { several } else { one };
    let is_sound = !numbers.is_empty() && numbers.split(' ').all(is_number);
    is_sound.then(|| format!("{name} {numbers}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decree(at: &str, language: Language) -> String {
        let title = language.pick("Nghị định về công tác văn thư", "Decree on clerical work");
        let own = Provision { at, number: "30/2020/NĐ-CP", title, evidence: Evidence::Primary };
        provision(&own, &[], language)
    }

    #[test]
    fn provisions_are_cited_from_small_to_large() {
        let at = "Phụ lục I, Phần I, Mục II, khoản 1, điểm a";
        assert_eq!(
            decree(at, Language::Vi),
            "điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"
        );
        assert_eq!(
            decree(at, Language::En),
            "point a, clause 1, Section II, Part I, Annex I of Decree 30/2020/NĐ-CP"
        );
        assert_eq!(decree("", Language::Vi), "Nghị định số 30/2020/NĐ-CP");
    }

    #[test]
    fn a_text_that_was_promulgated_with_an_instrument_names_it() {
        let at = "Điều 4, khoản 4, điểm e; Điều 15, khoản 1 và khoản 2 Quy chế mẫu ban hành kèm theo Nghị định số \
                  30/2020/NĐ-CP";
        assert_eq!(
            decree(at, Language::Vi),
            "điểm e khoản 4 Điều 4; khoản 1 và khoản 2 Điều 15 Quy chế mẫu ban hành kèm theo Nghị định số 30/2020/NĐ-CP"
        );
        let en =
            decree("Điều 2, khoản 2 Quy chế mẫu ban hành kèm theo Nghị định số 30/2020/NĐ-CP", Language::En);
        assert_eq!(en, "clause 2, Article 2 of Quy chế mẫu ban hành kèm theo Nghị định số 30/2020/NĐ-CP");
    }

    #[test]
    fn several_steps_and_several_places_stay_together() {
        for (at, vi, en) in [
            ("Điều 71, khoản 1 và khoản 3", "khoản 1 và khoản 3 Điều 71", "clauses 1 and 3, Article 71"),
            (
                "Điều 4, khoản 9, khoản 10 và các khoản 12 đến 15",
                "khoản 9, khoản 10 và các khoản 12 đến 15 Điều 4",
                "clauses 9, 10 and 12 to 15, Article 4",
            ),
            (
                "Phụ lục II, Mục V, khoản 5, 8, 9 và 10",
                "khoản 5, 8, 9 và 10 Mục V Phụ lục II",
                "clauses 5, 8, 9 and 10, Section V, Annex II",
            ),
            (
                "Điều 69, khoản 3; Điều 70, khoản 7",
                "khoản 3 Điều 69 và khoản 7 Điều 70",
                "clause 3, Article 69 and clause 7, Article 70",
            ),
            (
                "Điều 15, khoản 2 và Điều 18, khoản 1",
                "khoản 2 Điều 15 và khoản 1 Điều 18",
                "clause 2, Article 15 and clause 1, Article 18",
            ),
            (
                "Phụ lục I, Phần II, Mục II và Điều 25",
                "Mục II Phần II Phụ lục I và Điều 25",
                "Section II, Part II, Annex I and Article 25",
            ),
            ("Điều 11 và Điều 12", "Điều 11 và Điều 12", "Articles 11 and 12"),
            ("Điều 64, Điều 65", "Điều 64, Điều 65", "Articles 64, 65"),
            (
                "Phụ lục III, Mẫu 1.2 và 1.3, ghi chú 6",
                "ghi chú 6 Mẫu 1.2 và 1.3 Phụ lục III",
                "remark 6, models 1.2 and 1.3, Annex III",
            ),
            (
                "Phụ lục I, các mẫu văn bản của HĐND, UBND",
                "các mẫu văn bản của HĐND, UBND Phụ lục I",
                "các mẫu văn bản của HĐND, UBND, Annex I",
            ),
            ("Các điều 16 đến 20", "các điều 16 đến 20", "Articles 16 to 20"),
        ] {
            assert_eq!(place(at, Language::Vi), vi);
            assert_eq!(place(at, Language::En), en);
        }
    }

    #[test]
    fn what_became_of_an_instrument_stands_behind_it() {
        let cited = |at, number, title, evidence| {
            provision(&Provision { at, number, title, evidence }, &[], Language::Vi)
        };
        assert_eq!(
            cited(
                "Phụ lục I, mẫu số 17 (thay thế bởi Nghị định số 187/2025/NĐ-CP)",
                "78/2025/NĐ-CP",
                "Nghị định quy định chi tiết",
                Evidence::Secondary
            ),
            "mẫu số 17 Phụ lục I Nghị định số 78/2025/NĐ-CP (được thay thế bởi Nghị định số 187/2025/NĐ-CP; \
             nội dung chưa đối chiếu với bản gốc)"
        );
        assert_eq!(
            cited(
                "Điều 1, khoản 16 (Điều 75, khoản 4 của Nghị định số 34/2016/NĐ-CP)",
                "154/2020/NĐ-CP",
                "Nghị định sửa đổi",
                Evidence::Primary
            ),
            "khoản 16 Điều 1 Nghị định số 154/2020/NĐ-CP (khoản 4 Điều 75 của Nghị định số 34/2016/NĐ-CP)"
        );
        assert_eq!(
            cited("Phần căn cứ của Thông tư", "26/2025/TT-BTP", "Thông tư quy định", Evidence::Primary),
            "Phần căn cứ của Thông tư số 26/2025/TT-BTP"
        );
        assert_eq!(
            cited(
                "Điều 14, khoản 4 của Luật số 80/2015/QH13 được sửa đổi",
                "63/2020/QH14",
                "Luật sửa đổi",
                Evidence::Primary
            ),
            "khoản 4 Điều 14 của Luật số 80/2015/QH13 được sửa đổi bởi Luật số 63/2020/QH14"
        );
    }

    #[test]
    fn practice_is_called_what_it_is() {
        let own = Provision {
            at: "Quan sát văn bản đã ban hành (83/90 văn bản)",
            number: "Thông lệ",
            title: "Thông lệ soạn thảo văn bản của HĐND, UBND",
            evidence: Evidence::Practice,
        };
        let words = provision(&own, &[], Language::Vi);
        assert_eq!(words, "thông lệ soạn thảo (không phải quy định pháp luật)");
    }
}
