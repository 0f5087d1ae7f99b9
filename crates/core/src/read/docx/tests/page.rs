use super::super::fixture::{Fixture, body, p, words};
use crate::draft::{
    Alignment, Draft, HeaderFooter, NumberFormat, Orientation, PagePosition, Story, WhichPages,
};

const PAGE: &str = "<w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:fldChar w:fldCharType='begin'/></w:r>\
    <w:r><w:instrText xml:space='preserve'> PA</w:instrText></w:r><w:r><w:instrText>GE \\* MERGEFORMAT</w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:rPr><w:sz w:val='26'/></w:rPr><w:t>2</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType='end'/></w:r>";

fn section(inside: &str) -> String {
    format!(
        "<w:sectPr>{inside}<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1134' w:right='1134' w:bottom='1134' w:left='1701' w:gutter='284'/></w:sectPr>"
    )
}

fn with_header(props: &str, header: &str) -> Draft {
    let content =
        p("", "", "thân") + &section(&format!("<w:headerReference w:type='default' r:id='h1'/>{props}"));
    body(&content).header("h1", header).read()
}

#[test]
fn pages_and_margins() {
    let draft = body(&(p("", "", "a") + &section("<w:pgNumType w:fmt='lowerRoman' w:start='3'/>")))
        .part("settings", "settings", "settings", "<w:gutterAtTop/>")
        .read();
    let section = &draft.sections[0];
    assert_eq!((section.width.map(f32::round), section.height.map(f32::round)), (Some(210.0), Some(297.0)));
    assert_eq!(section.orientation, Some(Orientation::Portrait));
    assert_eq!(
        (section.margins.left.map(f32::round), section.margins.top.map(f32::round)),
        (Some(30.0), Some(20.0))
    );
    assert!((section.margins.gutter - 5.0).abs() < 0.05 && section.margins.gutter_at_top);
    assert_eq!((section.number_start, section.number_format), (Some(3), NumberFormat::Roman));
    assert_eq!(section.span.of(&draft.text), "a\n");
}

#[test]
fn a_page_number_in_a_header() {
    let draft =
        with_header("<w:titlePg/>", &format!("<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{PAGE}</w:p>"));
    let section = &draft.sections[0];
    assert!(section.title_page);
    let [number] = section.page_numbers.as_slice() else { panic!("{:?}", section.page_numbers) };
    assert_eq!((number.position, number.pages), (PagePosition::Header, WhichPages::Default));
    assert_eq!(number.alignment, Some(Alignment::Center));
    assert_eq!((number.style.size, number.beside.as_str()), (Some(13.0), ""));
    assert_eq!(words(&draft), ["thân", "2"]);
    assert_eq!(draft.paragraphs[1].story, Story::Header);
}

#[test]
fn words_beside_a_simple_field_in_a_content_control() {
    let header = "<w:sdt><w:sdtContent><w:p><w:r><w:t xml:space='preserve'>Trang </w:t></w:r>\
        <w:fldSimple w:instr='PAGE'><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>";
    let draft = with_header("", header);
    assert_eq!(draft.sections[0].page_numbers[0].beside, "Trang");
}

#[test]
fn frames_tabs_and_text_boxes_align_a_page_number() {
    let alignment = |header: &str| with_header("", header).sections[0].page_numbers[0].alignment;
    let frame = format!("<w:p><w:pPr><w:framePr w:wrap='around' w:xAlign='center'/></w:pPr>{PAGE}</w:p>");
    assert_eq!(alignment(&frame), Some(Alignment::Center));
    let tabs = "<w:tabs><w:tab w:val='center' w:pos='4680'/><w:tab w:val='right' w:pos='9360'/></w:tabs>";
    let tab = format!("<w:p><w:pPr>{tabs}</w:pPr><w:r><w:tab/></w:r>{PAGE}</w:p>");
    assert_eq!(alignment(&tab), Some(Alignment::Center));
    let tab = format!("<w:p><w:r><w:ptab w:alignment='right' w:relativeTo='margin'/></w:r>{PAGE}</w:p>");
    assert_eq!(alignment(&tab), Some(Alignment::Right));
    let boxed = format!(
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:align>center</wp:align></wp:positionH><a:graphic><a:graphicData>\
         <wps:wsp><wps:txbx><w:txbxContent><w:p>{PAGE}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>\
         </wp:anchor></w:drawing></w:r></w:p>"
    );
    assert_eq!(alignment(&boxed), Some(Alignment::Center));
    assert_eq!(alignment(&format!("<w:p>{PAGE}</w:p>")), Some(Alignment::Left));
}

fn two_sections(first: &str, second: &str) -> Fixture {
    let number = format!("<w:p>{PAGE}</w:p>");
    body(&format!(
        "{}<w:p><w:pPr>{}</w:pPr></w:p>{}{}",
        p("", "", "a"),
        section(first),
        p("", "", "b"),
        section(second)
    ))
    .header("h1", &number)
    .header("h2", &p("", "", "không số"))
    .part("f1", "footer", "ftr", &number)
}

fn numbers(draft: &Draft) -> Vec<Vec<(PagePosition, WhichPages)>> {
    let of = |number: &crate::draft::PageNumber| (number.position, number.pages);
    draft.sections.iter().map(|section| section.page_numbers.iter().map(of).collect()).collect()
}

#[test]
fn sections_inherit_headers() {
    use {PagePosition::Header, WhichPages::Default};
    let draft = two_sections("<w:headerReference w:type='default' r:id='h1'/>", "").read();
    assert_eq!(numbers(&draft), [vec![(Header, Default)], vec![(Header, Default)]]);
    assert_eq!(words(&draft), ["a", "", "b", "2"], "a part is read once");
    assert_eq!(draft.paragraphs[2].section, 1);
    assert!(draft.paragraphs[2].page_break_before, "a section begins on a new page");
    let draft = two_sections(
        "<w:headerReference w:type='default' r:id='h1'/>",
        "<w:headerReference w:type='default' r:id='h2'/><w:type w:val='continuous'/>",
    )
    .read();
    assert_eq!(numbers(&draft), [vec![(Header, Default)], vec![]]);
    assert!(!draft.paragraphs[2].page_break_before);
}

#[test]
fn first_and_even_pages_count_only_when_asked_for() {
    use {
        PagePosition::{Footer, Header},
        WhichPages::{Even, First},
    };
    let references =
        "<w:headerReference w:type='first' r:id='h1'/><w:footerReference w:type='even' r:id='f1'/>";
    assert_eq!(numbers(&two_sections(references, "").read()), [vec![], vec![]]);
    let titled = format!("{references}<w:titlePg/>");
    assert_eq!(numbers(&two_sections(&titled, "").read()), [vec![(Header, First)], vec![]]);
    let even = two_sections(references, "")
        .part("settings", "settings", "settings", "<w:evenAndOddHeaders/>")
        .read();
    assert_eq!(numbers(&even), [vec![(Footer, Even)], vec![(Footer, Even)]]);
}

#[test]
fn formats_of_page_numbers() {
    let roman = with_header("", "<w:p><w:fldSimple w:instr=' PAGE \\* ROMAN '/></w:p>");
    assert_eq!(roman.sections[0].number_format, NumberFormat::Roman);
    let dashed = with_header("<w:pgNumType w:fmt='numberInDash'/>", &format!("<w:p>{PAGE}</w:p>"));
    assert_eq!(dashed.sections[0].page_numbers[0].beside, "- -");
    let body = body(&format!("<w:p>{PAGE}</w:p>")).read();
    assert_eq!(body.sections[0].page_numbers[0].position, PagePosition::Body);
    assert_ne!(HeaderFooter::Header, HeaderFooter::Footer);
}
