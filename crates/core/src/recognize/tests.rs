use super::fixture::lexicon;
use super::*;
use crate::document::{EffectDate, Locator, OrganKind, UnitKind};
use crate::text::Date;

const DECISION: &str = "\
| **ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|---|---|
| Số: 05/2026/QĐ-UBND | *Hòa An, ngày 02 tháng 3 năm 2026* |

**QUYẾT ĐỊNH**

**Ban hành Quy chế quản lý chợ trên địa bàn xã Hòa An**

*Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;*

*Căn cứ Nghị định số 60/2024/NĐ-CP của Chính phủ về phát triển và quản lý chợ;*

*Theo đề nghị của Trưởng phòng Kinh tế;*

*Ủy ban nhân dân ban hành Quyết định ban hành Quy chế quản lý chợ trên địa bàn xã Hòa An.*

**Điều 1.** Ban hành kèm theo Quyết định này Quy chế quản lý chợ.

**Điều 2. Hiệu lực thi hành**

1. Quyết định này có hiệu lực thi hành kể từ ngày 12 tháng 3 năm 2026.

2. Sửa đổi Điều 5 như sau:

“Điều 5. Mức thu

1. Mức thu là 5%.”

**Điều 3.** Chánh Văn phòng và các đơn vị chịu trách nhiệm thi hành Quyết định này./.

| ***Nơi nhận:***<br>- Như Điều 3;<br>- Lưu: VT, KT. | **TM. ỦY BAN NHÂN DÂN**<br>**KT. CHỦ TỊCH**<br>**PHÓ CHỦ TỊCH**<br>**Trần Văn An** |
|---|---|

**QUY CHẾ**

**Quản lý chợ trên địa bàn xã Hòa An**

*(Ban hành kèm theo Quyết định số 05/2026/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa An)*

**Chương I**

**QUY ĐỊNH CHUNG**

**Điều 1. Phạm vi**

1. Quy chế này quy định:

a) Một;

đ) Hai theo khoản 1 Điều 1 Quy chế này.

**PHỤ LỤC**

**DANH MỤC CHỢ**

*(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa An)*

| STT | Tên |
|---|---|
| 1 | Chợ A |
";

fn document(source: &str) -> (Draft, Document) {
    let draft = crate::read::markdown::read(source).expect("readable");
    let document = recognize(&draft, lexicon());
    (draft, document)
}

#[test]
fn a_decision_with_regulation_and_appendix() {
    let (draft, document) = document(DECISION);
    let kinds: Vec<_> = document.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [PartKind::Act, PartKind::Attached, PartKind::Appendix]);
    let act = &document.parts[0];
    assert_eq!(act.form_name.as_deref(), Some("Quyết định"));
    assert_eq!(
        act.title.as_ref().map(|title| title.value.as_str()),
        Some("Ban hành Quy chế quản lý chợ trên địa bàn xã Hòa An")
    );
    assert_eq!(act.preamble.bases.len(), 2);
    assert!(
        act.preamble.proposal.is_some() && act.preamble.sentence.is_some() && act.preamble.words.is_none()
    );
    assert_eq!(act.end_mark.as_ref().map(|mark| mark.span.of(&draft.text)), Some("./."));
    let capacities: Vec<_> = act.signatures[0].lines.iter().map(|line| line.line.value.as_str()).collect();
    assert_eq!(capacities, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(act.signatures[0].name.as_ref().map(|name| name.value.as_str()), Some("Trần Văn An"));
    let recipients = act.recipients.as_ref().expect("recipients");
    assert_eq!(recipients.archive, Some(1));
}

/// The attribution of the appendix, its line in other words.
fn attribution(line: &str) -> crate::document::Attribution {
    let own =
        "*(Kèm theo Quyết định số 05/2026/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa An)*";
    let (_, document) = document(
        &DECISION.replace(&format!("**DANH MỤC CHỢ**\n\n{own}"), &format!("**DANH MỤC CHỢ**\n\n*{line}*")),
    );
    document.parts[2].attribution.clone().expect("an attribution")
}

#[test]
fn what_an_attribution_says_of_the_matter_is_not_of_the_act() {
    let about =
        "về việc sửa đổi Nghị quyết số 16/2023/NQ-HĐND ngày 06 tháng 12 năm 2023 của Hội đồng nhân dân";
    let found = attribution(&format!("(Ban hành kèm Quyết định số 05/2026/QĐ-UBND {about})"));
    assert!(found.number.is_some() && found.date_span.is_none() && found.organ.is_none());
    let found = attribution("(Ban hành theo Quyết định số 05/2026/QĐ-UBND ngày 02 tháng 3 năm 2026)");
    assert!(found.number.is_some() && found.date_span.is_some());
}

#[test]
fn an_attribution_goes_on_to_the_bracket_that_closes_it() {
    let torn = attribution(
        "(Ban hành kèm theo Quyết định số 05/2026/QĐ-UBND\n\nngày 02 tháng 3 năm 2026\n\ncủa Ủy ban nhân dân tỉnh X)",
    );
    assert_eq!((torn.date.year, torn.line.lines.len()), (Some(2026), 3));
    assert!(torn.organ.is_some());
    // Where nothing closes it, what stands below is something else.
    let open = attribution("(Ban hành kèm theo Quyết định số 05/2026/QĐ-UBND\n\nDanh mục gồm ba phần.");
    assert_eq!((open.date.year, open.line.lines.len()), (None, 1));
}

#[test]
fn what_comes_from_a_central_organ_is_no_draft_of_a_local_one() {
    use crate::document::Outside;
    let outside = |source: &str| document(source).1.facts.outside;
    let form = "(Ban hành kèm theo Thông tư số 04/2020/TT-BTP ngày 28 tháng 5 năm 2020)";
    assert_eq!(outside(&format!("TỜ KHAI\n\n{form}\n\nKính gửi: …\n")), Some(Outside::Central));
    let header = |organ: &str| {
        format!(
            "| {organ} | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n\nQUYẾT ĐỊNH\n\nVề việc giao đất\n\n{form}\n"
        )
    };
    assert_eq!(outside(&header("BỘ TƯ PHÁP")), Some(Outside::Central));
    // A form from a circular does not make the paper that holds it one of a ministry.
    assert_eq!(outside(&header("ỦY BAN NHÂN DÂN XÃ VÂN HẠ")), None);
    assert_eq!(outside(&header("BỘ CHỈ HUY QUÂN SỰ XÃ VÂN HẠ")), None);
}

#[test]
fn a_heading_about_recipients_lists_none() {
    let end = DECISION.find("| ***Nơi nhận").expect("the closing table");
    let (_, document) =
        document(&format!("{}Nơi nhận\n\nGồm các cơ quan để biết và để thực hiện.\n", &DECISION[..end]));
    assert!(document.parts[0].recipients.is_none());
}

#[test]
fn quoted_units_are_content() {
    let (_, document) = document(DECISION);
    let articles: Vec<_> = document.parts[0]
        .units
        .iter()
        .filter(|unit| unit.kind == UnitKind::Article)
        .map(|unit| unit.number.as_str())
        .collect();
    assert_eq!(articles, ["1", "2", "3"]);
}

#[test]
fn facts_of_a_decision() {
    let (_, document) = document(DECISION);
    let facts = &document.facts;
    assert_eq!(facts.number.as_deref(), Some("05"));
    assert_eq!(facts.symbol.as_deref(), Some("QĐ-UBND"));
    assert_eq!(facts.class.map(|(class, _)| class), Some(crate::document::Class::Normative));
    let (organ, _) = facts.organ.as_ref().expect("an organ");
    assert_eq!((organ.kind, organ.name.as_str()), (OrganKind::PeoplesCommittee, "Ủy ban nhân dân xã Hòa An"));
    assert_eq!(facts.effective, Date::new(2026, 3, 12));
    assert_eq!(document.parts[0].effects.len(), 1);
    assert!(matches!(document.parts[0].effects[0].from, EffectDate::Day(_)));
}

#[test]
fn places_are_the_words_of_a_lawyer() {
    let (draft, document) = document(DECISION);
    let place = |words: &str| {
        let start = draft.text.rfind(words).expect("there");
        Locator::new(&draft, &document).at(Span::new(start, start + words.len())).words().vi
    };
    assert_eq!(place("có hiệu lực thi hành"), "khoản 1 Điều 2");
    assert_eq!(place("Hai theo"), "điểm đ khoản 1 Điều 1 Quy chế kèm theo");
    assert_eq!(place("- Lưu: VT"), "Nơi nhận, dòng 2");
    assert_eq!(place("60/2024"), "Căn cứ thứ 2");
    assert_eq!(place("Số: 05"), "Phần mở đầu, số và ký hiệu");
}

#[test]
fn an_official_letter() {
    let (_, document) = document(
        "| ỦY BAN NHÂN DÂN<br>PHƯỜNG AN BÌNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n| Số: 12/UBND-VHXH<br>V/v chuẩn bị lễ hội<br>mùa xuân | An Bình, ngày 02 tháng 3 năm 2026 |\n\nKính gửi:\n\n- Trường A;\n- Trường B.\n\nCăn cứ tình hình, Ủy ban nhân dân phường đề nghị:\n\n1. Một.\n\n2. Hai./.\n\n| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | CHỦ TỊCH<br>Trần Văn An |\n|---|---|\n",
    );
    assert_eq!(document.facts.form.as_ref().map(|(form, _)| form.as_str()), Some("Công văn"));
    let act = &document.parts[0];
    assert_eq!(
        act.header.subject.as_ref().map(|subject| subject.value.as_str()),
        Some("V/v chuẩn bị lễ hội mùa xuân")
    );
    assert_eq!(act.addressees.as_ref().map(|addressees| addressees.items.len()), Some(2));
    assert!(act.preamble.bases.is_empty());
    assert_eq!(act.units.len(), 2);
}

#[test]
fn a_plan_with_roman_sections() {
    let (_, document) = document(
        "ỦY BAN NHÂN DÂN\nXÃ HÒA AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: /KH-UBND\n\nHòa An, ngày tháng 3 năm 2026\n\n**KẾ HOẠCH**\n\n**Trồng cây năm 2026**\n\nThực hiện chỉ đạo của tỉnh, xã ban hành kế hoạch.\n\n**I. MỤC ĐÍCH**\n\n1. Một\n\na) Điểm\n\n**II. TỔ CHỨC**\n\n1. Hai\n\n1.1. Nhỏ./.\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn An\n",
    );
    let act = &document.parts[0];
    let labels: Vec<_> = act.units.iter().map(|unit| unit.label_text.as_str()).collect();
    assert_eq!(labels, ["I.", "1.", "a)", "II.", "1.", "1.1."]);
    assert_eq!(act.units[5].parent, Some(4));
    assert_eq!(document.facts.number, None);
    assert_eq!(act.signatures.len(), 1);
    assert_eq!(act.title.as_ref().map(|title| title.value.as_str()), Some("Trồng cây năm 2026"));
}

#[test]
fn automatic_numbers_of_word_are_labels() {
    let source = DECISION
        .replace("**Điều 2. Hiệu lực thi hành**", "**Hiệu lực thi hành**")
        .replace("1. Quyết định này", "Quyết định này");
    let mut draft = crate::read::markdown::read(&source).expect("readable");
    let numbered = |draft: &mut Draft, words: &str, label: &str| {
        let at = draft.text.find(words).expect("there");
        let index = draft.paragraph_at(at).expect("a paragraph");
        draft.paragraphs[index].label = Some(label.to_owned());
    };
    numbered(&mut draft, "Hiệu lực thi hành", "Điều 2.");
    numbered(&mut draft, "Quyết định này có hiệu lực", "1.");
    let document = recognize(&draft, lexicon());
    let units: Vec<_> =
        document.parts[0].units.iter().map(|unit| (unit.label_text.as_str(), unit.automatic)).collect();
    assert_eq!(units[..4], [("Điều 1.", false), ("Điều 2.", true), ("1.", true), ("2.", false)]);
    assert_eq!(
        document.parts[0].units[1].title.map(|title| title.of(&draft.text)),
        Some("Hiệu lực thi hành")
    );
}

#[test]
fn minutes_have_two_signatures_and_no_date_in_the_header() {
    let (_, document) = document(
        "| ỦY BAN NHÂN DÂN<br>XÃ HÒA AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n| Số: 03/BB-UBND | |\n\n**BIÊN BẢN**\n\n**Họp giao ban tháng 3**\n\nThời gian bắt đầu: 08 giờ 00, ngày 02 tháng 3 năm 2026.\n\nĐịa điểm: Phòng họp số 1.\n\nNội dung:\n\nCuộc họp kết thúc vào 10 giờ 00, ngày 02 tháng 3 năm 2026./.\n\n| **THƯ KÝ**<br>Lê Thị Bình | **CHỦ TỌA**<br>Trần Văn An |\n|---|---|\n| **Nơi nhận:**<br>- Như trên;<br>- Lưu: VT, Hồ sơ. | |\n",
    );
    let act = &document.parts[0];
    assert_eq!(act.form_name.as_deref(), Some("Biên bản"));
    assert!(act.header.place_date.is_none());
    let names: Vec<_> = act
        .signatures
        .iter()
        .filter_map(|signature| signature.name.as_ref())
        .map(|name| name.value.as_str())
        .collect();
    assert_eq!(names, ["Lê Thị Bình", "Trần Văn An"]);
    assert_eq!(act.recipients.as_ref().map(|recipients| recipients.items.len()), Some(2));
}

#[test]
fn invitations_directives_and_guidance_are_recognized() {
    for (form, symbol, name) in [
        ("GIẤY MỜI", "GM-UBND", "Giấy mời"),
        ("CHỈ THỊ", "CT-UBND", "Chỉ thị"),
        ("HƯỚNG DẪN", "HD-UBND", "Hướng dẫn"),
        ("CHƯƠNG TRÌNH", "CTr-UBND", "Chương trình"),
        ("BÁO CÁO", "BC-UBND", "Báo cáo"),
        ("TỜ TRÌNH", "TTr-UBND", "Tờ trình"),
        ("THÔNG BÁO", "TB-UBND", "Thông báo"),
        ("CÔNG ĐIỆN", "CĐ-UBND", "Công điện"),
    ] {
        let source = format!(
            "| ỦY BAN NHÂN DÂN<br>XÃ HÒA AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n| Số: 03/{symbol} | Hòa An, ngày 02 tháng 3 năm 2026 |\n\n**{form}**\n\n**Về công tác chuẩn bị**\n\nỦy ban nhân dân xã Hòa An thực hiện các việc sau:\n\n1. Một.\n\n2. Hai./.\n\n| Nơi nhận:<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br>Trần Văn An |\n|---|---|\n"
        );
        let (_, document) = document(&source);
        let act = &document.parts[0];
        assert_eq!(document.facts.form.as_ref().map(|(form, _)| form.as_str()), Some(name));
        assert_eq!(
            act.title.as_ref().map(|title| title.value.as_str()),
            Some("Về công tác chuẩn bị"),
            "{form}"
        );
        assert_eq!((act.units.len(), act.signatures.len()), (2, 1), "{form}");
        assert_eq!(
            document.facts.class.map(|(class, _)| class),
            Some(crate::document::Class::Administrative)
        );
    }
}

#[test]
fn inserted_units_are_known() {
    let (_, document) =
        document(&DECISION.replace(
            "**Điều 3.** Chánh",
            "**Điều 2a.** Khoản thêm\n\n1a. Một\n\na1) Điểm\n\n**Điều 3.** Chánh",
        ));
    let act = &document.parts[0];
    let inserted: Vec<_> = act
        .units
        .iter()
        .filter(|unit| !unit.suffix.is_empty())
        .map(|unit| (unit.number.as_str(), unit.suffix.as_str()))
        .collect();
    assert_eq!(inserted, [("2a", "a"), ("1a", "a"), ("a1", "1")]);
}

#[test]
fn nothing_is_recognized_in_a_shopping_list() {
    let (_, document) = document("- Sữa\n- Bánh mì\n\nMua trước 5 giờ.\n");
    let act = document.act().expect("a part");
    assert!(act.header.national_name.is_none() && act.form.is_none() && act.signatures.is_empty());
    assert!(document.facts.class.is_none() && document.facts.organ.is_none());
}
