use super::read;
use crate::draft::Draft;
use crate::text::Span;

fn draft(source: &str) -> Draft {
    read(source).expect("readable")
}

fn lines(draft: &Draft) -> Vec<&str> {
    draft.paragraphs.iter().map(|paragraph| paragraph.text(draft)).collect()
}

#[test]
fn a_header_table_gives_cells_and_lines() {
    let source = "| **ỦY BAN NHÂN DÂN**<br>XÃ HÒA BÌNH | CỘNG HÒA XÃ HỘI |\n|---|---|\n| Số: 05/QĐ-UBND | *Hòa Bình, ngày 02* |\n";
    let draft = draft(source);
    assert_eq!(
        lines(&draft),
        ["ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH", "CỘNG HÒA XÃ HỘI", "Số: 05/QĐ-UBND", "Hòa Bình, ngày 02"]
    );
    assert_eq!(draft.tables.len(), 1);
    assert_eq!(draft.tables[0].rows[0][0].paragraphs, (0, 2));
    assert_eq!(draft.paragraphs[3].cell.map(|cell| (cell.row, cell.column)), Some((1, 0)));
    assert_eq!(draft.paragraphs[0].runs[0].style.bold, Some(true));
    assert_eq!(draft.paragraphs[1].runs[0].style.bold, None);
}

#[test]
fn labels_of_lists_stay_as_typed() {
    let draft = draft("3. Ba\n7. Bảy\n\n- Như trên;\n- Lưu: VT.\n\na) Điểm a\n");
    assert_eq!(lines(&draft), ["3. Ba", "7. Bảy", "- Như trên;", "- Lưu: VT.", "a) Điểm a"]);
}

#[test]
fn loose_items_and_second_paragraphs() {
    let draft = draft("1. Một\n\n   tiếp theo của một\n\n2. Hai\n");
    assert_eq!(lines(&draft), ["1. Một", "tiếp theo của một", "2. Hai"]);
}

#[test]
fn every_word_leads_back_to_its_bytes() {
    let source =
        "---\norgan: UBND\n---\n# QUYẾT ĐỊNH\n\nCăn cứ **Luật** số\u{A0}72 &amp; \\*sao\\* ho\u{300}a;\n";
    let draft = draft(source);
    assert_eq!(lines(&draft), ["QUYẾT ĐỊNH", "Căn cứ Luật số 72 & *sao* hòa;"]);
    for (word, raw) in
        [("Luật", "Luật"), ("72", "72"), ("&", "&amp;"), ("hòa", "ho\u{300}a"), ("số 72", "số\u{A0}72")]
    {
        let start = draft.text.find(word).expect("there");
        let back = draft.map.source(Span::new(start, start + word.len())).expect("mapped");
        assert!(
            source[back.start..back.end].contains(raw.trim_start_matches("số")),
            "{word} {:?}",
            &source[back.start..back.end]
        );
        assert_eq!(&source[back.start..back.end].replace("**", ""), raw);
    }
    assert_eq!(draft.front_matter.as_ref().and_then(|matter| matter.organ.as_deref()), Some("UBND"));
}

#[test]
fn html_tables_of_pandoc_are_tables() {
    let draft = draft(
        "<table>\n<tr>\n<td><strong>ỦY BAN</strong><br/>XÃ A</td>\n<td>CỘNG HÒA</td>\n</tr>\n</table>\n\n<p>Điều 1.</p>\n",
    );
    assert_eq!(lines(&draft), ["ỦY BAN", "XÃ A", "CỘNG HÒA", "Điều 1."]);
    assert_eq!(draft.tables[0].columns(), 2);
}

#[test]
fn front_matter_says_which_word_is_wrong() {
    let error = read("---\norgan: UBND\nstage: xong\n---\nĐiều 1.\n").expect_err("a wrong stage");
    let crate::read::ReadError::FrontMatter(line, reason) = error else { panic!("another error") };
    assert_eq!(line, 3);
    assert!(reason.vi.contains("“xong”; được dùng: draft, review, issue") && reason.en.contains("issue"));
    for (yaml, line, words) in [
        ("as-of: 2026-13-05\nstage: issue", 2, "không phải là ngày"),
        ("stage: issue\nclass: normative\nstage: draft", 4, "khóa “stage” ghi hai lần"),
        ("stage: \"issue", 3, "ngoặc kép"),
        ("organ: [UBND]", 2, "cần tên cơ quan"),
    ] {
        let error = read(&format!("---\n{yaml}\n---\nĐiều 1.\n")).expect_err("a fault");
        let crate::read::ReadError::FrontMatter(at, reason) = error else { panic!("another error") };
        assert!(
            at == line && reason.vi.contains(words) && !reason.vi.contains('\n'),
            "{yaml}: {at} {reason:?}"
        );
    }
    assert!(read("---\nauthor: a\nauthor: b\n---\nĐiều 1.\n").is_ok(), "what others read is theirs");
    assert!(read("---\ntitle: Khác\nas-of: 2026-01-05\n---\nĐiều 1.\n").is_ok());
}

#[test]
fn front_matter_without_end_is_refused_and_a_rule_is_not_front_matter() {
    assert!(read("---\norgan: x\n\nĐiều 1").is_err());
    assert_eq!(lines(&draft("---\n\nĐiều 1. Phạm vi\n")), ["Điều 1. Phạm vi"]);
}

#[test]
fn comments_are_kept_and_are_no_text() {
    let source = "một <!-- xem\nlại --> hai\n\n<!-- giữa\nhai đoạn -->\n\nba\n\n<!-- -->\n\n<!-- cuối -->\n";
    let draft = draft(source);
    assert_eq!(lines(&draft), ["một  hai", "ba"]);
    let comments: Vec<_> =
        draft.beside.comments.iter().map(|own| (own.words.as_str(), own.span.start)).collect();
    let (first, second) = ("một ".len(), draft.text.find("ba").expect("there"));
    assert_eq!(comments, [("xem\nlại", first), ("giữa\nhai đoạn", second), ("cuối", second + 2)]);
}

#[test]
fn a_comment_without_end_swallows_nothing() {
    assert_eq!(lines(&draft("<!-- một -->\n\n<!-- hai\n\nba\n")), [" hai", "ba"]);
    let block = draft("<div>\nmột\nhai\n</div>\n");
    assert!(!block.text.contains("mộthai"), "{:?}", block.text);
}

#[test]
fn cells_of_html_cover_columns_and_rows() {
    let draft = draft(
        "<table>\n<tr><td rowspan=\"2\">a</td><td colspan='2'>b<sup>2</sup></td></tr>\n<tr><td>c</td><td rowspan=9>d</td></tr>\n</table>\n",
    );
    let places: Vec<_> =
        draft.tables[0].rows.iter().flatten().map(|own| (own.column, own.columns, own.rows)).collect();
    assert_eq!(places, [(0, 1, 2), (1, 2, 1), (1, 1, 1), (2, 1, 1)]);
    assert_eq!(draft.paragraphs[1].runs[1].style.script, crate::draft::Script::Super);
}

#[test]
fn a_byte_order_mark_is_no_letter_of_the_first_cell() {
    let draft = draft("\u{FEFF}| **ỦY BAN** | CỘNG HÒA |\n|---|---|\n| Số: 05 | Hòa An |\n");
    assert_eq!(lines(&draft), ["ỦY BAN", "CỘNG HÒA", "Số: 05", "Hòa An"]);
    assert!(draft.oddities.is_empty());
}

/// The same text in one line a paragraph, and wrapped at 60 letters.
#[test]
fn a_text_that_was_wrapped_hard_reads_as_it_was() {
    let whole = "**VỀ VIỆC PHÒNG, CHỐNG THIÊN TAI TRÊN ĐỊA BÀN XÃ VÂN HẠ VÀ CÁC XÃ LÂN CẬN NĂM 2026**\n\n\
        Ủy ban nhân dân xã Vân Hạ đề nghị các cơ quan, đơn vị rà soát phương án theo khoản 2 Điều 5 của Luật số 12/2025/QH15 và báo cáo trước ngày 15 tháng 11 năm 2026 để tổng hợp, trình Ủy ban nhân dân tỉnh Lâm Sơn xem xét.\n";
    let wrapped = "**VỀ VIỆC PHÒNG, CHỐNG THIÊN TAI TRÊN ĐỊA BÀN XÃ VÂN HẠ VÀ\r\nCÁC XÃ LÂN CẬN NĂM 2026**\r\n\r\n\
        Ủy ban nhân dân xã Vân Hạ đề nghị các cơ quan, đơn vị rà\r\nsoát phương án theo khoản 2 Điều 5 của Luật số 12/2025/QH15\r\nvà báo cáo trước ngày 15 tháng 11 năm 2026 để tổng hợp, trình\r\nỦy ban nhân dân tỉnh Lâm Sơn xem xét.\r\n";
    assert_eq!(lines(&draft(wrapped)), lines(&draft(whole)));
}

#[test]
fn tables_as_pandoc_draws_them() {
    let drawn = "  ------------------- --------------------------------\n   **ỦY BAN NHÂN\\      **CỘNG HÒA XÃ HỘI**\n   XÃ VÂN HẠ**\n\n   Số: 12/TB-UBND      *Vân Hạ, ngày 02\n                       tháng 3*\n  ------------------- --------------------------------\n\nMột\\\n";
    let draft = draft(drawn);
    assert_eq!(
        lines(&draft),
        ["ỦY BAN NHÂN", "XÃ VÂN HẠ", "CỘNG HÒA XÃ HỘI", "Số: 12/TB-UBND", "Vân Hạ, ngày 02 tháng 3", "Một"]
    );
    assert_eq!(draft.tables[0].columns(), 2);
    let number = draft.text.find("12/TB").expect("there");
    let back = draft.map.source(Span::new(number, number + 5)).expect("mapped");
    assert_eq!(&drawn[back.start..back.end], "12/TB");
    let grid = "+---------+--------+\n| ỦY BAN\\ | CỘNG   |\n| XÃ A    | HÒA    |\n+---------+--------+\n";
    assert_eq!(lines(&super::read(grid).expect("readable")), ["ỦY BAN", "XÃ A", "CỘNG HÒA"]);
}
