//! The places of findings: all of them, what they are fastened to, and where what is missing belongs.

use crate::{BASE, LAW, RULE, book, checked, options, options_with};
use std::sync::Arc;
use thethuc_core::checker::{Checked, Checker};
use thethuc_core::document::Stage;
use thethuc_core::finding::{Anchor, Finding, Role, Side};

/// A base of the rule book with some words changed, checked by all rules.
fn changed(base: &str, changes: &[(&str, &str)]) -> Checked {
    let (_, source) = LAW.bases().find(|(name, _)| *name == base).expect("a base");
    let mut draft = source.to_owned();
    for (from, to) in changes {
        assert!(draft.contains(from), "{base} has no “{from}”");
        draft = draft.replacen(from, to, 1);
    }
    let issued = options_with(|own| own.stage = Some(Stage::Issue));
    let checker = Checker::new(Arc::clone(&LAW), issued).expect("no names");
    checker.check("draft.md", draft.as_bytes()).expect("readable")
}

fn finding<'a>(checked: &'a Checked, rule: &str) -> &'a Finding {
    let found = checked.findings.iter().find(|finding| finding.rule == rule);
    found.unwrap_or_else(|| panic!("{rule} is not among {:?}", checked.findings))
}

#[test]
fn one_finding_keeps_all_its_places() {
    let rule = RULE
        .replace("header.national_name\ncheck", "paragraph\none-finding: true\ncheck")
        .replace("{ equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM }", "{ not-matches: chợ, expected: chợ }");
    let checked = checked(&book(&rule), BASE, &options());
    let [finding] = checked.findings.as_slice() else { panic!("{:?}", checked.findings) };
    assert_eq!((finding.count(), finding.places.len()), (3, 3));
    assert_eq!((finding.places[0].span, &finding.places[0].address), (finding.span, &finding.address));
    let places: Vec<String> = finding.places.iter().map(|place| place.address.words().vi).collect();
    assert_eq!(places, ["Phần mở đầu, trích yếu", "Lời ban hành", "khoản 1 Điều 1"]);
    assert!(finding.places.iter().all(|place| place.span.of(&checked.draft.text) == "chợ"));
}

#[test]
fn the_other_end_of_a_disagreement_is_a_place() {
    let law = "*Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;*";
    let twice = format!("{law}\n\n{law}");
    let checked = changed("decision-normative-district-2022", &[(law, &twice)]);
    let finding = finding(&checked, "reference/basis-repeated");
    let [repeated, first] = finding.places.as_slice() else { panic!("{:?}", finding.places) };
    assert_eq!((repeated.role, first.role, finding.count()), (Role::Primary, Role::Related, 1));
    assert_eq!(repeated.address.words().vi, "Căn cứ thứ 2");
    assert_eq!(first.address.words().vi, "Căn cứ thứ 1");
    let words = |index: usize| finding.places[index].span.of(&checked.draft.text);
    assert_eq!(words(0), words(1));
}

/// Where something that was taken out belongs: the rule, the edge and the words of the paragraph beside it.
fn missing_belongs(base: &str, taken: &[(&str, &str)], rule: &str, side: Side, beside: &str) {
    let checked = changed(base, taken);
    let finding = finding(&checked, rule);
    let place = &finding.places[0];
    let Anchor::Gap { paragraph, side: found } = place.anchor else { panic!("{rule}: {place:?}") };
    let neighbour = &checked.draft.paragraphs[paragraph];
    let words = neighbour.text(&checked.draft);
    assert!(found == side && words.contains(beside), "{rule}: {found:?} “{words}”");
    let edge = if side == Side::Before { neighbour.span.start } else { neighbour.span.end };
    assert!(place.span.is_empty() && place.span.start == edge, "{rule}: {place:?}");
    assert_eq!(finding.place.vi, "Toàn văn bản", "{rule}");
}

const CHAIR: &str = "decision-admin-commune-2026";
const NORMS: &str = "resolution-normative-commune-2026";
const LETTER: &str = "letter-ward-2026";

#[test]
fn what_is_missing_in_the_header_belongs_into_its_column() {
    let name = "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>";
    let motto = "<br>**Độc lập - Tự do - Hạnh phúc**";
    missing_belongs(CHAIR, &[(name, "")], "section/national-name-present", Side::Before, "Độc lập");
    missing_belongs(CHAIR, &[(motto, "")], "section/motto-present", Side::After, "CỘNG HÒA");
    let number = "Số: 128/QĐ-UBND";
    missing_belongs(CHAIR, &[(number, "")], "section/number-present", Side::After, "XÃ VÂN HẠ");
    let day = "*Vân Hạ, ngày 02 tháng 3 năm 2026*";
    missing_belongs(CHAIR, &[(day, "")], "section/place-date-present", Side::After, "Độc lập");
    let subject = "<br>V/v rà soát, bổ sung biển báo tại các nút giao trên địa bàn phường";
    missing_belongs(LETTER, &[(subject, "")], "section/letter-subject-present", Side::After, "Số: 356");
}

#[test]
fn what_is_missing_above_the_body_belongs_between_its_neighbours() {
    let proposal = "*Xét Tờ trình số 45/TTr-UBND ngày 08 tháng 7 năm 2026 của Ủy ban nhân dân xã; Báo cáo thẩm tra của Ban Kinh tế - Ngân sách Hội đồng nhân dân xã; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp;*";
    missing_belongs(NORMS, &[(proposal, "")], "section/proposal-present", Side::After, "89/2025/QH15");
    missing_belongs(
        CHAIR,
        &[("**QUYẾT ĐỊNH:**\n", "")],
        "section/enacting-words-present",
        Side::After,
        "Theo đề nghị",
    );
    let addressees = [
        ("Kính gửi:\n", ""),
        ("- Phòng Kinh tế, Hạ tầng và Đô thị phường;\n", ""),
        ("- Công an phường;\n", ""),
        ("- Tổ trưởng các tổ dân phố.\n", ""),
    ];
    missing_belongs(LETTER, &addressees, "section/addressees-present", Side::Before, "Qua kiểm tra");
}

#[test]
fn what_is_missing_below_the_body_belongs_behind_it() {
    let recipients = "*Nơi nhận:*<br>- Như Điều 4;<br>- Đảng ủy xã;<br>- Thường trực Hội đồng nhân dân xã;<br>- Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân xã;<br>- Lưu: VT, KT.";
    missing_belongs(CHAIR, &[(recipients, "")], "section/recipients-present", Side::After, "Trịnh Văn Hưởng");
    let signature = "**CHỦ TỊCH**<br>**Trịnh Văn Hưởng**";
    missing_belongs(CHAIR, &[(signature, "")], "section/signature-present", Side::After, "chịu trách nhiệm");
    let name = "<br>**Trịnh Văn Hưởng**";
    missing_belongs(CHAIR, &[(name, "")], "section/signature-name-present", Side::After, "CHỦ TỊCH");
    let closing = "*Nghị quyết này đã được Hội đồng nhân dân xã Đồng Hạc Khóa II, Kỳ họp thứ Ba thông qua ngày 24 tháng 7 năm 2026./.*";
    missing_belongs(NORMS, &[(closing, "")], "section/closing-line", Side::After, "giám sát việc thực hiện");
}

#[test]
fn a_missing_effect_clause_belongs_to_the_end_of_the_last_article() {
    let taken = [
        ("Hiệu lực thi hành", "Công bố"),
        ("Nghị quyết này có hiệu lực từ ngày 05 tháng 8 năm 2026.", "Nghị quyết này được công bố."),
    ];
    let checked = changed(NORMS, &taken);
    let place = &finding(&checked, "section/effect-clause").places[0];
    let Anchor::Gap { paragraph, side: Side::After } = place.anchor else { panic!("{place:?}") };
    let next = &checked.draft.paragraphs[paragraph + 1..];
    let next = next.iter().map(|own| own.text(&checked.draft)).find(|words| !words.trim().is_empty());
    assert!(next.is_some_and(|words| words.starts_with("Nghị quyết này đã được")), "{next:?}");
}

#[test]
fn a_missing_end_mark_belongs_on_the_last_paragraph() {
    let checked = changed(CHAIR, &[("./.", ".")]);
    let finding = finding(&checked, "format/end-mark");
    let Anchor::Paragraph(paragraph) = finding.places[0].anchor else { panic!("{finding:?}") };
    let words = checked.draft.paragraphs[paragraph].text(&checked.draft);
    assert!(words.starts_with("Điều 4.") && finding.places[0].span.of(&checked.draft.text) == words);
    assert!(finding.span.is_empty(), "the span stays at the head of the part");
}
