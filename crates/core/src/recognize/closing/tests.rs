//! Closing blocks as they are built in drafts.

use crate::document::Signature;
use crate::recognize::fixture::lexicon;
use crate::recognize::recognize;

/// The names of the signers and the number of recipients of a draft.
fn block(markdown: bool, source: &str) -> (Vec<String>, usize) {
    let draft = if markdown { crate::read::markdown::read(source) } else { crate::read::plain::read(source) };
    let document = recognize(&draft.expect("readable"), lexicon());
    let act = document.act().expect("an act");
    let name = |own: &Signature| own.name.as_ref().map_or_else(String::new, |name| name.value.clone());
    let recipients = act.recipients.as_ref().map_or(0, |recipients| recipients.items.len());
    (act.signatures.iter().map(name).collect(), recipients)
}

#[test]
fn two_signers_in_columns_made_with_tabs() {
    let source = "BIÊN BẢN\nHọp giao ban\nCuộc họp kết thúc lúc 10 giờ./.\nTHƯ KÝ\tCHỦ TRÌ\nTrần Thị Bình\tNguyễn Văn An\n";
    let names = vec!["Trần Thị Bình".to_owned(), "Nguyễn Văn An".to_owned()];
    assert_eq!(block(false, source).0, names);
}

#[test]
fn recipients_as_lines_under_the_table_of_the_signatures() {
    let source = "**BIÊN BẢN**\n\nHọp giao ban.\n\n| **THƯ KÝ**<br>**Trần Thị Bình** | **CHỦ TRÌ**<br>**Nguyễn Văn An** |\n|---|---|\n\nNơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n";
    let (names, recipients) = block(true, source);
    assert_eq!((names.len(), recipients), (2, 2));
}

#[test]
fn a_name_in_capitals_below_the_block_and_a_heading_there() {
    let table = "**QUYẾT ĐỊNH**\n\nĐiều 1. Một.\n\n| Nơi nhận:<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH** |\n|---|---|\n\n";
    let names = |below: &str| block(true, &format!("{table}{below}")).0;
    assert_eq!(names("**NGUYỄN VĂN AN**\n"), ["NGUYỄN VĂN AN"]);
    assert_eq!(names("**BẢNG GIÁ ĐẤT**\n\nGiá đất ở.\n"), [""], "a heading of what follows");
}
