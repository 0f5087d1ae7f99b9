use super::super::fixture::{Fixture, body, p, words};
use crate::draft::{ChangeKind, Draft, PictureKind, Script};
use crate::text::Span;

const PARA_IDS: &str = "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'";

fn t(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn with_comments(content: &str, comments: &str, extended: &str) -> Fixture {
    let more = format!(
        "<w15:commentsEx xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'>{extended}</w15:commentsEx>"
    );
    body(content).part("comments", "comments", "comments", comments).file(
        "commentsExtended",
        "commentsExtended",
        more.into_bytes(),
    )
}

/// A comment whose only paragraph has the identifier `para`.
fn comment(id: u32, para: &str, words: &str) -> String {
    format!(
        "<w:comment w:id='{id}' w:author='Lan' w:date='2026-03-02T08:00:00Z'>\
         <w:p {PARA_IDS} w14:paraId='{para}'>{}</w:p></w:comment>",
        t(words)
    )
}

#[test]
fn comments_stand_on_their_words_and_know_whom_they_answer() {
    let content = format!(
        "<w:p>{}<w:commentRangeStart w:id='1'/>{}</w:p><w:p>{}<w:commentRangeEnd w:id='1'/>\
         <w:r><w:commentReference w:id='1'/></w:r>{}</w:p><w:commentRangeStart w:id='3'/>{}<w:commentRangeEnd w:id='3'/>",
        t("một "),
        t("hai"),
        t("ba"),
        t(" bốn"),
        p("", "", "năm")
    );
    let list = [
        comment(1, "0000000A", "Xem lại"),
        comment(2, "0000000B", "Đã sư\u{309}a"),
        comment(3, "0000000C", "c"),
    ];
    let nowhere = comment(9, "0000000D", "không ở đâu");
    let extended = "<w15:commentEx w15:paraId='0000000a' w15:done='1'/>\
                    <w15:commentEx w15:paraId='0000000B' w15:paraIdParent='0000000A' w15:done='0'/>";
    let draft = with_comments(&content, &(list.concat() + &nowhere), extended).read();
    let [first, answer, whole] = draft.beside.comments.as_slice() else {
        panic!("{:?}", draft.beside.comments)
    };
    assert_eq!(first.span.of(&draft.text), "hai\nba");
    assert_eq!((first.author.as_deref(), first.date.as_deref()), (Some("Lan"), Some("2026-03-02T08:00:00Z")));
    assert_eq!((first.words.as_str(), first.resolved, first.parent), ("Xem lại", true, None));
    assert_eq!((answer.words.as_str(), answer.resolved, answer.parent), ("Đã sửa", false, Some(0)));
    assert_eq!(answer.span, first.span, "an answer without a place of its own stands with its comment");
    assert_eq!(whole.span.of(&draft.text), "năm");
}

#[test]
fn a_comment_on_deleted_words_stands_where_they_were() {
    let content = format!(
        "<w:p>{}<w:del w:id='5' w:author='An'><w:commentRangeStart w:id='1'/><w:r><w:delText>cũ</w:delText></w:r>\
         <w:commentRangeEnd w:id='1'/></w:del><w:r><w:commentReference w:id='1'/></w:r>{}</w:p>",
        t("a"),
        t("b")
    );
    let draft = with_comments(&content, &comment(1, "A", "Vì sao?"), "").read();
    assert_eq!(draft.beside.comments[0].span, Span::at(1));
}

#[test]
fn damaged_comments_cost_the_comments_only() {
    let content = format!("<w:p>{}<w:r><w:commentReference w:id='1'/></w:r></w:p>", t("a"));
    let draft = body(&content).file("comments", "comments", b"<broken".to_vec()).read();
    assert_eq!((words(&draft), draft.beside.comments.len()), (vec!["a"], 0));
}

fn kinds(draft: &Draft) -> Vec<(ChangeKind, &str, &str)> {
    let each = draft.beside.changes.iter();
    each.map(|change| (change.kind, change.span.of(&draft.text), change.words.as_str())).collect()
}

#[test]
fn tracked_changes_are_kept_with_their_place() {
    use ChangeKind::{Deletion, Formatting, Insertion, MovedFrom, MovedTo};
    let content = format!(
        "<w:p><w:pPr><w:rPr><w:ins w:id='9' w:author='An'/></w:rPr></w:pPr>{}<w:ins w:id='1' w:author='An'>{}</w:ins></w:p>\
         <w:p><w:ins w:id='2' w:author='An'>{}</w:ins>{}<w:del w:id='3' w:author='An'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>\
         <w:p><w:moveFrom w:id='4'>{}</w:moveFrom>{}<w:moveTo w:id='5'>{}</w:moveTo></w:p>\
         <w:p><w:pPr><w:pPrChange w:id='6' w:author='Ba'><w:pPr/></w:pPrChange></w:pPr>\
         <w:r><w:rPr><w:b/><w:rPrChange w:id='7' w:author='Ba'><w:rPr/></w:rPrChange></w:rPr><w:t>đậm</w:t></w:r></w:p>",
        t("một "),
        t("hai"),
        t("ba"),
        t(" bốn "),
        t("đi"),
        t("giữa "),
        t("đi"),
    );
    let draft = body(&content).read();
    assert_eq!(
        kinds(&draft),
        [
            (Insertion, "hai\nba", ""),
            (Deletion, "", "cũ"),
            (MovedFrom, "", "đi"),
            (MovedTo, "đi", ""),
            (Formatting, "đậm", "")
        ]
    );
    assert_eq!(draft.beside.changes[0].author.as_deref(), Some("An"));
    assert_eq!(draft.beside.pending(), 4);
}

#[test]
fn paragraphs_and_rows_that_come_or_go_are_changes() {
    use ChangeKind::{Deletion, Insertion};
    let mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>";
    let row = |change: &str, text: &str| {
        format!("<w:tr><w:trPr>{change}</w:trPr><w:tc>{}</w:tc></w:tr>", p("", "", text))
    };
    let content = format!(
        "{}<w:p>{mark}<w:del w:id='2'><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p><w:tbl>{}{}</w:tbl>{}",
        p("", "", "đầu"),
        row("<w:ins w:id='3'/>", "mới"),
        row("<w:del w:id='4'/>", "xóa"),
        p("", "", "cuối")
    );
    let draft = body(&content).read();
    assert_eq!(words(&draft), ["đầu", "mới", "cuối"]);
    let gone = "bỏ\nxóa";
    let seen = kinds(&draft);
    assert!(seen.contains(&(Insertion, "mới\n", "")), "{seen:?}");
    let words: String = seen.iter().filter(|own| own.0 == Deletion).map(|own| own.2).collect();
    assert_eq!(words.split_whitespace().collect::<Vec<_>>(), gone.split('\n').collect::<Vec<_>>());
    assert_eq!(draft.beside.pending(), 3);
}

#[test]
fn hidden_text_is_none() {
    let hidden = "<w:rPr><w:vanish/></w:rPr>";
    let content = format!(
        "<w:p>{}<w:r>{hidden}<w:t>ẩn</w:t><w:tab/></w:r>{}</w:p>\
         <w:p><w:pPr>{hidden}</w:pPr><w:r>{hidden}<w:t>cả đoạn</w:t></w:r></w:p>\
         <w:p><w:r>{hidden}<w:t>dòng trống</w:t></w:r></w:p>{}",
        t("a"),
        t("b"),
        p("", "<w:vanish w:val='0'/>", "c")
    );
    assert_eq!(words(&body(&content).read()), ["ab", "", "c"]);
}

#[test]
fn grounds_and_scripts_of_letters() {
    let style = |props: &str| body(&p("", props, "chữ")).read().paragraphs[0].runs[0].style.clone();
    let ground = |props: &str| style(props).highlight;
    assert_eq!(ground("<w:highlight w:val='yellow'/>").as_deref(), Some("yellow"));
    assert_eq!(ground("<w:shd w:val='clear' w:fill='ffff00'/>").as_deref(), Some("FFFF00"));
    assert_eq!(ground("<w:highlight w:val='none'/><w:shd w:fill='auto'/>"), None);
    assert_eq!(style("<w:vertAlign w:val='superscript'/>").script, Script::Super);
    assert_eq!(style("<w:vertAlign w:val='subscript'/>").script, Script::Sub);
    assert_eq!(style("").script, Script::Baseline);
}

#[test]
fn notes_and_text_boxes_know_their_place() {
    let inner = format!("<w:txbxContent>{}{}</w:txbxContent>", p("", "", "hộp"), p("", "", "hai"));
    let content = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id='7'/></w:r>{}<w:r><w:pict><v:rect><v:textbox>{inner}</v:textbox></v:rect></w:pict></w:r></w:p>",
        t("thân"),
        t(" bài")
    );
    let draft = body(&content)
        .part(
            "footnotes",
            "footnotes",
            "footnotes",
            &format!("<w:footnote w:id='7'>{}</w:footnote>", p("", "", "chú")),
        )
        .read();
    assert_eq!(words(&draft), ["thân bài", "hộp", "hai", "chú"]);
    let note = &draft.beside.notes[0];
    assert_eq!((note.at, note.paragraphs, note.at_end), (Some("thân".len()), (3, 4), false));
    assert_eq!((draft.beside.boxes[0].anchor, draft.beside.boxes[0].paragraphs), (0, (1, 3)));
}

fn picture(width: u32, height: u32) -> String {
    format!(
        "<w:r><w:drawing><wp:inline><wp:extent cx='{}' cy='{}'/><a:graphic><a:graphicData \
         uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic xmlns:pic='urn:pic'/></a:graphicData>\
         </a:graphic></wp:inline></w:drawing></w:r>",
        width * 36_000,
        height * 36_000
    )
}

#[test]
fn pictures_and_embedded_things_are_told_with_their_page() {
    use PictureKind::{Import, Object, Picture};
    let object = "<w:p><w:r><w:object><v:shape style='width:72pt;height:36pt'><v:imagedata r:id='x'/></v:shape>\
                  <o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>";
    let content = format!(
        "<w:p>{}{}</w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>{}</w:p>{object}<w:altChunk r:id='y'/>",
        t("một"),
        picture(30, 20),
        picture(190, 270)
    );
    let draft = body(&content).read();
    let seen: Vec<_> = draft.beside.pictures.iter().map(|own| (own.kind, own.paragraph)).collect();
    assert_eq!(seen, [(Picture, 0), (Picture, 1), (Object, 2), (Import, 2)]);
    assert_eq!(draft.beside.pictures[0].at, "một".len());
    assert_eq!(
        draft.beside.pictures[2].size.map(|(width, height)| (width.round(), height.round())),
        Some((25.0, 13.0))
    );
    let unread: Vec<_> = draft.unread().map(|own| (own.kind, draft.page_at(own.at))).collect();
    assert_eq!(unread[..2], [(Picture, Some(2)), (Object, Some(2))]);
    assert_eq!(unread.len(), 3, "a small picture is no page");
}
