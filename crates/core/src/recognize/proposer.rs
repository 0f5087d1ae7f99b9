//! Who submits a document: whom the proposal names, else the unit of the archive line.
//!
//! `Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số …` and `Xét Tờ trình số … của Ủy ban nhân dân
//! tỉnh về …` say it. The archive line only holds the sign of the unit that drafted (`- Lưu: VT, STC`), so
//! what comes from it is guessed.

use crate::document::{Part, Recipients};
use crate::rulebook::Lexicon;
use crate::rulebook::terms::PreambleTerms;
use crate::rulebook::vocabulary::Certainty;

/// Longest name of a proposer, in characters: what is longer holds more than a name.
const LONGEST: usize = 160;
/// Longest sign of a unit, in characters: `SVHTTDL`.
const LONGEST_SIGN: usize = 14;

/// The proposer as printed, with how he is known.
pub fn find(lexicon: &Lexicon, act: &Part) -> Option<(String, Certainty)> {
    let terms = &lexicon.terms;
    let proposal = act.preamble.proposal.as_ref();
    let named = proposal.and_then(|line| {
        let name = named(lexicon, &terms.preamble, &line.value)?;
        Some((name, line.certainty))
    });
    named.or_else(|| {
        let sign = act.recipients.as_ref().and_then(|recipients| sign(lexicon, recipients))?;
        Some((sign, Certainty::Guessed))
    })
}

/// Whom a proposal names.
fn named(lexicon: &Lexicon, terms: &PreambleTerms, proposal: &str) -> Option<String> {
    let rest = terms.proposal.strip_whole(proposal)?.trim_start();
    // Without the word between (“Theo đề nghị Sở Tài chính”) a name of an organ speaks for itself.
    let begin = if lexicon.organ_head(rest).is_some() { 0 } else { behind_the_word(lexicon, rest)? };
    let name = &rest[begin..];
    let end = name.find([';', '(', '“', '"', '\n']).unwrap_or(name.len());
    let end = words_of(&name[..end]).find(|at| *at > 0 && ends(terms, &name[*at..])).unwrap_or(end);
    let name = name[..end].trim_end_matches([' ', ',', '.', ':']);
    // A place to fill in is no name.
    let is_name = name.starts_with(char::is_alphabetic) && name.chars().count() <= LONGEST;
    is_name.then(|| name.to_owned())
}

/// Where the name begins: behind the first `của`, unless a title (`về …`) begins before it, to which it
/// would belong.
fn behind_the_word(lexicon: &Lexicon, rest: &str) -> Option<usize> {
    let (word, titles) = (&lexicon.terms.preamble.proposed_by, &lexicon.terms.citations.titles);
    let stops = |at: &usize| [word, titles].iter().any(|own| own.strip_whole(&rest[*at..]).is_some());
    let at = words_of(rest).find(stops)?;
    let behind = word.strip_whole(&rest[at..])?;
    Some(rest.len() - behind.trim_start().len())
}

/// Whether the words go on with something else than a name.
fn ends(terms: &PreambleTerms, words: &str) -> bool {
    terms.proposer_ends.strip_whole(words).is_some()
}

/// Where the words of a line begin, in bytes.
fn words_of(line: &str) -> impl Iterator<Item = usize> {
    let behind_blanks = line.match_indices(' ').map(|(at, blank)| at + blank.len());
    std::iter::once(0).chain(behind_blanks)
}

/// The sign of the unit that drafted: the first one of the archive line that is not the registry's.
fn sign(lexicon: &Lexicon, recipients: &Recipients) -> Option<String> {
    let terms = &lexicon.terms.closing;
    let item = &recipients.items.get(recipients.archive?)?.value;
    let words = item.trim_start_matches(['-', '–', '•', '+', ' ']);
    let listed = terms.archive.strip_whole(words)?.trim_start_matches([' ', ':']);
    let signs = listed.split([',', ';', '(', '[']).map(|sign| sign.trim_matches([' ', '.', '/', ')', ']']));
    let mut signs = signs.filter(|sign| !terms.registries.has(sign));
    signs.next().filter(|sign| is_sign(sign)).map(str::to_owned)
}

/// Whether it can be the sign of a unit: short, without blanks, of two capitals or more.
fn is_sign(sign: &str) -> bool {
    sign.starts_with(char::is_uppercase)
        && sign.chars().count() <= LONGEST_SIGN
        && sign.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && sign.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '&' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::fixture::lexicon;

    fn of(proposal: &str) -> Option<String> {
        named(lexicon(), &lexicon().terms.preamble, proposal)
    }

    #[test]
    fn a_proposal_names_who_submits() {
        let cases = [
            (
                "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC ngày 01 tháng 3 năm 2026;",
                "Giám đốc Sở Tài chính",
            ),
            ("Theo đề nghị của Sở Văn hóa, Thể thao và Du lịch.", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Theo đề nghị Trưởng phòng Kinh tế;", "Trưởng phòng Kinh tế"),
            (
                "Xét Tờ trình số 471/TTr-UBND ngày 12 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh về dự thảo Nghị quyết; Báo cáo thẩm tra của Ban Pháp chế;",
                "Ủy ban nhân dân tỉnh",
            ),
            ("Xét báo cáo, đề xuất của Sở Xây dựng tại Công văn số 15972/SXD-QLN;", "Sở Xây dựng"),
            ("Xét đề nghị của Giám đốc Sở Tư pháp, ý kiến của các thành viên;", "Giám đốc Sở Tư pháp"),
            (
                "Theo đề nghị của Sở Tài chính (Văn bản số 7788/TTr-STC) và ý kiến của Sở Tư pháp;",
                "Sở Tài chính",
            ),
        ];
        for (proposal, name) in cases {
            assert_eq!(of(proposal).as_deref(), Some(name), "{proposal}");
        }
    }

    #[test]
    fn what_names_nobody_is_no_proposer() {
        for proposal in [
            "Theo đề nghị của […];",
            "Theo đề nghị của …………;",
            "Xét Tờ trình số 12/TTr-UBND về việc sửa đổi Nghị quyết của Hội đồng nhân dân tỉnh;",
            "Xét Tờ trình số 12/TTr-UBND;",
        ] {
            assert_eq!(of(proposal), None, "{proposal}");
        }
    }

    #[test]
    fn the_archive_line_holds_the_sign_of_who_drafted() {
        let of = |line: &str| {
            let text = format!("Nơi nhận:\n- Như Điều 3;\n{line}");
            let text = text.as_str();
            let at = |words: &str| {
                let start = text.find(words).expect("the words");
                crate::text::Span::new(start, start + words.len())
            };
            let component =
                |words: &str| crate::document::Component::line(text, at(words), Certainty::Certain);
            let items = vec![component("- Như Điều 3;"), component(line)];
            sign(lexicon(), &Recipients { label: component("Nơi nhận:"), items, archive: Some(1) })
        };
        assert_eq!(of("- Lưu: VT, STC.").as_deref(), Some("STC"));
        assert_eq!(of("- Lưu: VT, SVHTT&DL (05b).").as_deref(), Some("SVHTT&DL"));
        assert_eq!(of("Lưu VT; KT").as_deref(), Some("KT"));
        for line in ["- Lưu: VT.", "- Lưu: VT, […].", "- Lưu: VT, (05b).", "- Lưu: VT, hồ sơ"] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
