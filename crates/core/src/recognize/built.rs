//! Headers, signatures and recipients in the many ways in which people build two columns in Word. However
//! they are built, the same facts come of them.

use super::fixture::lexicon;
use super::*;
use crate::document::{Class, Level, OrganKind};
use crate::read::docx::fixture;
use crate::text::Date;
use std::fmt::Write as _;
use std::slice::from_ref;

/// A paragraph; `|` is a tab, `/` a soft break.
fn p(words: &str) -> String {
    framed("", words)
}

/// A paragraph with properties.
fn framed(properties: &str, words: &str) -> String {
    let mut runs = String::new();
    for (index, line) in words.split('/').enumerate() {
        let line = line.replace('|', "</w:t><w:tab/><w:t xml:space='preserve'>");
        let line_end = if index > 0 { "<w:br/>" } else { "" };
        let _ = write!(runs, "<w:r>{line_end}<w:t xml:space='preserve'>{line}</w:t></w:r>");
    }
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// Paragraphs below each other.
fn lines(words: &[&str]) -> String {
    words.iter().map(|line| p(line)).collect()
}

/// A table of rows of cells, which hold what they are given.
fn table(rows: &[&[String]]) -> String {
    let row = |cells: &&[String]| {
        let cells = format!("<w:tc>{}</w:tc>", cells.join("</w:tc><w:tc>"));
        format!("<w:tr>{cells}</w:tr>")
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A text box with paragraphs, hung on a paragraph without words.
fn text_box(content: &str) -> String {
    format!(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
}

/// What a section of two columns holds, the second one behind a column break.
fn columns(left: &str, right: &str) -> String {
    let end =
        "<w:p><w:pPr><w:sectPr><w:type w:val='continuous'/><w:cols w:num='2'/></w:sectPr></w:pPr></w:p>";
    format!("{left}<w:p><w:r><w:br w:type='column'/></w:r></w:p>{right}{end}")
}

const ORGAN: [&str; 2] = ["ỦY BAN NHÂN DÂN", "XÃ VÂN HẠ"];
const NAME: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
const NUMBER: &str = "Số: 87{}KH-UBND";
const DATE: &str = "Vân Hạ, ngày 20 tháng 01 năm 2026";
const RECIPIENTS: [&str; 4] = ["Nơi nhận:", "- Đảng ủy xã;", "- Trưởng các thôn;", "- Lưu: VT, VP."];
const SIGNED: [&str; 4] = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Hồng Phúc"];

/// Puts the slash of the number in, which is a soft break elsewhere.
fn slashed(body: &str) -> String {
    body.replace("{}", "/")
}

/// The ways to build the header.
fn headers() -> Vec<(&'static str, String)> {
    let (organ, name) = (lines(&ORGAN), lines(&NAME));
    let (number, date) = (p(NUMBER), p(DATE));
    let frame =
        "<w:framePr w:w='4000' w:hSpace='180' w:wrap='around' w:vAnchor='text' w:hAnchor='page' w:y='1'/>";
    let joined = |lines: &[&str]| p(&lines.join("/"));
    vec![
        ("a table", table(&[&[organ.clone(), name.clone()], &[number.clone(), date.clone()]])),
        ("soft breaks in cells", table(&[&[joined(&ORGAN), joined(&NAME)], &[number.clone(), date.clone()]])),
        ("one row", table(&[&[format!("{organ}{number}"), format!("{name}{date}")]])),
        (
            "a row for each line",
            table(&[&[p(ORGAN[0]), p(NAME[0])], &[p(ORGAN[1]), p(NAME[1])], &[number.clone(), date.clone()]]),
        ),
        (
            "tables in the cells of a table",
            table(&[&[
                format!("{}{}", table(&[from_ref(&organ), from_ref(&number)]), p("")),
                format!("{}{}", table(&[from_ref(&name), from_ref(&date)]), p("")),
            ]]),
        ),
        (
            "tabs",
            lines(&[
                "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "XÃ VÂN HẠ|Độc lập - Tự do - Hạnh phúc",
                &format!("{NUMBER}|{DATE}"),
            ]),
        ),
        (
            "blanks",
            lines(&[
                "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "   XÃ VÂN HẠ             Độc lập - Tự do - Hạnh phúc",
                &format!("{NUMBER}          {DATE}"),
            ]),
        ),
        ("columns of the page", columns(&format!("{organ}{number}"), &format!("{name}{date}"))),
        ("frames", [ORGAN[0], ORGAN[1], NUMBER].map(|line| framed(frame, line)).concat() + &name + &date),
        ("text boxes", text_box(&format!("{organ}{number}")) + &text_box(&format!("{name}{date}"))),
        ("lines below each other", format!("{organ}{name}{number}{date}")),
    ]
}

/// The ways to build what stands below the text.
fn closings() -> Vec<(&'static str, String)> {
    let (recipients, signed) = (lines(&RECIPIENTS), lines(&SIGNED));
    let frame =
        "<w:framePr w:w='4000' w:hSpace='180' w:wrap='around' w:vAnchor='text' w:hAnchor='page' w:y='1'/>";
    let both = |index: usize| p(&format!("{}|{}", RECIPIENTS[index], SIGNED[index]));
    vec![
        ("a table", table(&[&[recipients.clone(), signed.clone()]])),
        ("soft breaks in cells", table(&[&[p(&RECIPIENTS.join("/")), p(&SIGNED.join("/"))]])),
        (
            "tables in the cells of a table",
            table(&[&[
                format!("{}{}", table(&[from_ref(&recipients)]), p("")),
                format!("{}{}", table(&[from_ref(&signed)]), p("")),
            ]]),
        ),
        (
            "the list in the row below",
            table(&[&[p(RECIPIENTS[0]), lines(&SIGNED[..3])], &[lines(&RECIPIENTS[1..]), p(SIGNED[3])]]),
        ),
        (
            "a row for each line",
            table(
                &std::array::from_fn::<_, 4, _>(|index| [p(RECIPIENTS[index]), p(SIGNED[index])])
                    .each_ref()
                    .map(|row| &row[..]),
            ),
        ),
        ("tabs", (0..4).map(both).collect()),
        ("columns of the page", columns(&recipients, &signed)),
        ("frames", RECIPIENTS.map(|line| framed(frame, line)).concat() + &signed),
        ("text boxes", text_box(&recipients) + &text_box(&signed)),
        ("the recipients above", format!("{recipients}{signed}")),
        ("the signature above", format!("{signed}{recipients}")),
        ("the name below the table", table(&[&[recipients, lines(&SIGNED[..3])]]) + &p(SIGNED[3])),
    ]
}

/// What is not as it should be in a draft with this header and this closing.
fn faults(header: &str, closing: &str) -> Vec<String> {
    let body =
        lines(&["KẾ HOẠCH", "Tuyên truyền pháp luật năm 2026", "I. MỤC ĐÍCH", "1. Một.", "2. Hai.{}."]);
    let draft = fixture::body(&slashed(&format!("{header}{body}{closing}"))).read();
    let document = recognize(&draft, lexicon());
    let facts = &document.facts;
    let act = document.act();
    let organ = facts.organ.as_ref().map(|(organ, _)| (organ.kind, organ.level, organ.name.as_str()));
    let recipients = act.and_then(|act| act.recipients.as_ref()).map_or(0, |found| found.items.len());
    let names: Vec<&str> = act
        .iter()
        .flat_map(|act| act.signatures.iter().filter_map(|one| Some(one.name.as_ref()?.value.as_str())))
        .collect();
    let wanted = Some((OrganKind::PeoplesCommittee, Level::Commune, "Ủy ban nhân dân xã Vân Hạ"));
    let held = [
        (organ == wanted, format!("organ {organ:?}")),
        (facts.number.as_deref() == Some("87"), format!("number {:?}", facts.number)),
        (facts.symbol.as_deref() == Some("KH-UBND"), format!("symbol {:?}", facts.symbol)),
        (facts.place.as_deref() == Some("Vân Hạ"), format!("place {:?}", facts.place)),
        (facts.date.latest() == Date::new(2026, 1, 20), format!("date {:?}", facts.date)),
        (
            facts.class.map(|(class, _)| class) == Some(Class::Administrative),
            format!("class {:?}", facts.class),
        ),
        (recipients == 3, format!("recipients {recipients}")),
        (names == [SIGNED[3]], format!("names {names:?}")),
    ];
    held.into_iter().filter(|(held, _)| !held).map(|(_, told)| told).collect()
}

#[test]
fn facts_do_not_hang_on_how_columns_are_built() {
    let (headers, closings) = (headers(), closings());
    let mut failing = String::new();
    let heads = headers.iter().map(|(name, header)| (*name, header, &closings[0].1));
    let ends = closings.iter().map(|(name, closing)| (*name, &headers[0].1, closing));
    for (part, rows) in [("header", heads.collect::<Vec<_>>()), ("closing", ends.collect())] {
        for (name, header, closing) in rows {
            let faults = faults(header, closing);
            if !faults.is_empty() {
                let _ = writeln!(failing, "{part}, {name}: {}", faults.join("; "));
            }
        }
    }
    assert!(failing.is_empty(), "{failing}");
}

#[test]
fn two_signers_are_two_signatures() {
    let ends = table(&[&[
        lines(&["ĐẠI DIỆN BÊN A", "TRƯỞNG PHÒNG", "Lê Văn Thuận"]),
        lines(&["ĐẠI DIỆN BÊN B", "GIÁM ĐỐC", "Trần Văn Mẫu"]),
    ]]);
    let body = lines(&["BIÊN BẢN", "Bàn giao tài sản", "1. Một.", "2. Hai.{}."]);
    let draft = fixture::body(&slashed(&format!("{}{body}{ends}", headers()[0].1))).read();
    let document = recognize(&draft, lexicon());
    let act = document.act().expect("an act");
    let names = act.signatures.iter().filter_map(|one| Some(one.name.as_ref()?.value.as_str()));
    assert_eq!(names.collect::<Vec<_>>(), ["Lê Văn Thuận", "Trần Văn Mẫu"]);
}
