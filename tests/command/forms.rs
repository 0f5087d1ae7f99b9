//! A form of document that an own folder adds: it is recognized by its line and by its symbol, and judged by
//! the rules that name it and by its components.

use super::support::{DRAFT, Ended, Folder};

const FORMS: &str = "\
forms:
  - name: Đề cương
    abbreviation: ĐC
    english: Outline
    components:
      administrative:
        required: [header.national_name, header.number_line, title, signature]
";

/// Outlines of the office say for which year they are.
const RULE: &str = "\
title: { vi: Đề cương ghi năm, en: An outline names its year }
law: [nd30/F-02]
severity: warning
applies: { form: [Đề cương] }
select: title
check: { text: { matches: 'năm 20\\d\\d' } }
message: { vi: 'Đề cương “{found}” không ghi năm.', en: 'The outline “{found}” names no year.' }
help: { vi: Ghi năm vào tên gọi., en: Name the year in the title. }
examples:
  - from: outline
    set: { title: Báo cáo kinh tế - xã hội }
";

/// A clean outline.
fn outline() -> String {
    let (header, _) = DRAFT.split_once("**QUYẾT ĐỊNH**").expect("a form line");
    let header = header.replace("15/QĐ-UBND", "15/ĐC-UBND");
    format!(
        "{header}**ĐỀ CƯƠNG**\n\n**Báo cáo kinh tế - xã hội năm 2026**\n\n**I. TÌNH HÌNH**\n\n1. Kết quả sáu tháng đầu năm.\n\n2. Hạn chế và nguyên nhân.\n\n**II. NHIỆM VỤ**\n\n1. Các nhiệm vụ chính./.\n\n| ***Nơi nhận:*** <br> - Thường trực Đảng ủy xã; <br> - Lưu: VT, KT. | **TM. ỦY BAN NHÂN DÂN** <br> **CHỦ TỊCH** <br> <br> <br> **Nguyễn Văn An** |\n| --- | --- |\n"
    )
}

fn folder(drafts: &[(&str, &str)]) -> Folder {
    let base = outline();
    let rules =
        [("luật/forms.yaml", FORMS), ("luật/own/outline-year.yaml", RULE), ("luật/bases/outline.md", &base)];
    Folder::with(&[&rules, drafts].concat())
}

/// The rules that speak, of a draft by its place among the documents.
fn rules(ended: &Ended, document: usize) -> Vec<String> {
    let findings = ended.json()["documents"][document]["findings"].as_array().cloned().unwrap_or_default();
    findings.iter().filter_map(|finding| finding["rule"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_form_of_an_own_folder_is_recognized_and_judged() {
    let good = outline();
    let yearless = good.replace(" năm 2026**", "**");
    // Without its line, the form is told by the symbol; what it must have is judged all the same.
    let bare = good.replace("**ĐỀ CƯƠNG**\n\n**Báo cáo kinh tế - xã hội năm 2026**\n\n", "");
    let folder = folder(&[("1.md", &good), ("2.md", &yearless), ("3.md", &bare)]);
    let check = ["check", "1.md", "2.md", "3.md", "--rules", "luật", "--format", "json"];
    let ended = folder.run(&check);
    let json = ended.json();
    for document in 0..3 {
        let facts = &json["documents"][document]["facts"];
        assert_eq!(facts["form"], "Đề cương", "{facts}");
        assert_eq!(facts["class"], "administrative", "{facts}");
    }
    assert_eq!(rules(&ended, 0), [""; 0]);
    assert_eq!(rules(&ended, 1), ["own/outline-year"]);
    assert_eq!(rules(&ended, 2), ["section/title-present"]);
}

#[test]
fn the_form_is_unknown_without_the_folder() {
    let folder = folder(&[("1.md", &outline())]);
    let json = folder.run(&["check", "1.md", "--format", "json"]).json();
    assert!(json["documents"][0]["facts"]["form"].is_null(), "{json}");
}

#[test]
fn the_examples_of_its_rule_are_run() {
    let ended = folder(&[]).run(&["rules", "test", "own/outline-year", "--rules", "luật"]);
    assert_eq!(ended.status, 0, "{ended}");
}

#[test]
fn forms_that_share_an_abbreviation_are_told_with_line_and_column() {
    let clash = FORMS.replace("abbreviation: ĐC", "abbreviation: KH");
    let folder = Folder::with(&[("luật/forms.yaml", &clash), ("1.md", DRAFT)]);
    let ended = folder.run(&["check", "1.md", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("luật/forms.yaml:3:19"), "{ended}");
    assert!(ended.err.contains("“Đề cương” và “Kế hoạch” có cùng chữ viết tắt “KH”"), "{ended}");
}
