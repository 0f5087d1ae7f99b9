use super::super::fixture::{body, p};
use crate::draft::{Alignment, Capitals, LineSpacing, ParagraphStyle, RunStyle};

const STYLES: &str = "
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/>
      <w:sz w:val='22'/></w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr><w:spacing w:after='200' w:line='276' w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/><w:rPr><w:sz w:val='26'/></w:rPr></w:style>
    <w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='N'/>
      <w:pPr><w:jc w:val='center'/><w:ind w:firstLine='567'/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>
    <w:style w:type='paragraph' w:styleId='H2'><w:name w:val='Sub'/><w:basedOn w:val='H'/>
      <w:pPr><w:jc w:val='both'/><w:outlineLvl w:val='1'/></w:pPr></w:style>
    <w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type='paragraph' w:styleId='X'><w:basedOn w:val='Y'/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type='paragraph' w:styleId='Y'><w:basedOn w:val='X'/><w:rPr><w:sz w:val='40'/></w:rPr></w:style>
    <w:style w:type='table' w:styleId='T'><w:name w:val='T'/><w:pPr><w:spacing w:after='0'/></w:pPr><w:rPr><w:i/></w:rPr>
      <w:tblStylePr w:type='firstRow'><w:rPr><w:color w:val='ff0000'/></w:rPr></w:tblStylePr></w:style>";

const THEME: &str = "<a:theme xmlns:a='urn:any'><a:themeElements>
    <a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1><a:lt1><a:srgbClr val='FFFFFF'/></a:lt1></a:clrScheme>
    <a:fontScheme><a:majorFont><a:latin typeface='Cambria'/></a:majorFont><a:minorFont><a:latin typeface='Calibri'/></a:minorFont></a:fontScheme>
    </a:themeElements></a:theme>";

fn styled(content: &str) -> (ParagraphStyle, RunStyle) {
    let draft = body(content).styles(STYLES).file("theme", "theme", THEME.as_bytes().to_vec()).read();
    let paragraph = &draft.paragraphs[0];
    (paragraph.style.clone(), paragraph.runs[0].style.clone())
}

#[test]
fn what_is_never_stated_is_what_word_renders() {
    let draft = body("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>").read();
    let paragraph = &draft.paragraphs[0];
    let run = &paragraph.runs[0].style;
    assert_eq!((run.font.as_deref(), run.size), (Some("Times New Roman"), Some(10.0)));
    assert_eq!((run.bold, run.capitals, run.color.as_deref()), (Some(false), Some(Capitals::AsTyped), None));
    assert_eq!(paragraph.style.alignment, Some(Alignment::Left));
    assert_eq!(paragraph.style.line_spacing, Some(LineSpacing::Multiple(1.0)));
    assert_eq!((paragraph.style.space_before, paragraph.style.space_after), (Some(0.0), Some(0.0)));
}

#[test]
fn defaults_styles_and_theme_add_up() {
    let (paragraph, run) = styled(&p("", "", "chữ"));
    assert_eq!((run.font.as_deref(), run.size), (Some("Calibri"), Some(13.0)));
    assert_eq!(paragraph.space_after, Some(10.0));
    assert_eq!(paragraph.line_spacing, Some(LineSpacing::Multiple(1.15)));
    assert_eq!(paragraph.name.as_deref(), Some("Normal"));
}

#[test]
fn chains_are_inherited_and_direct_formatting_wins() {
    let (paragraph, run) = styled(&p(
        "<w:pStyle w:val='H2'/><w:ind w:left='720' w:hanging='360'/>",
        "<w:b w:val='off'/>",
        "chữ",
    ));
    assert_eq!(paragraph.alignment, Some(Alignment::Justified));
    assert!(paragraph.indent_left.is_some_and(|indent| (indent - 12.7).abs() < 0.01));
    assert!(paragraph.indent_first.is_some_and(|indent| (indent + 6.35).abs() < 0.01));
    assert_eq!((run.bold, run.capitals), (Some(false), Some(Capitals::All)));
}

#[test]
fn toggles_of_two_levels_cancel_out() {
    let strong = "<w:rStyle w:val='Strong'/>";
    assert_eq!(styled(&p("", strong, "chữ")).1.bold, Some(true));
    assert_eq!(styled(&p("<w:pStyle w:val='H'/>", strong, "chữ")).1.bold, Some(false));
    let direct = "<w:rStyle w:val='Strong'/><w:b/>";
    assert_eq!(styled(&p("<w:pStyle w:val='H'/>", direct, "chữ")).1.bold, Some(true));
}

#[test]
fn a_cycle_of_styles_ends() {
    let (_, run) = styled(&p("<w:pStyle w:val='X'/>", "", "chữ"));
    assert_eq!((run.italic, run.size), (Some(true), Some(20.0)));
}

#[test]
fn fonts_of_letters_with_marks_and_of_plain_letters() {
    let fonts = "<w:rFonts w:ascii='Arial' w:hAnsi='.VnTime'/>";
    assert_eq!(styled(&p("", fonts, "chữ")).1.font.as_deref(), Some(".VnTime"));
    assert_eq!(styled(&p("", fonts, "plain")).1.font.as_deref(), Some("Arial"));
    let named = "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/>";
    assert_eq!(styled(&p("", named, "chữ")).1.font.as_deref(), Some("Arial"), "a name replaces the theme");
    let theme = "<w:rFonts w:hAnsi='Arial' w:hAnsiTheme='majorHAnsi'/>";
    assert_eq!(styled(&p("", theme, "chữ")).1.font.as_deref(), Some("Cambria"));
}

#[test]
fn colours() {
    let color = |props: &str| styled(&p("", props, "chữ")).1.color;
    assert_eq!(color("<w:color w:val='auto'/>"), None);
    assert_eq!(color("<w:color w:val='ffFFff'/>").as_deref(), Some("FFFFFF"));
    assert_eq!(color("<w:color w:themeColor='background1'/>").as_deref(), Some("FFFFFF"));
    assert_eq!(color("<w:color w:val='000000' w:themeColor='text1'/>").as_deref(), Some("000000"));
}

#[test]
fn other_run_properties_and_odd_values() {
    let props =
        "<w:u w:val='single'/><w:strike w:val='1'/><w:smallCaps/><w:sz w:val='14pt'/><w:i w:val='true'/>";
    let run = styled(&p("", props, "chữ")).1;
    assert_eq!((run.underline, run.strike, run.italic), (Some(true), Some(true), Some(true)));
    assert_eq!((run.capitals, run.size), (Some(Capitals::Small), Some(14.0)));
    let run = styled(&p("", "<w:u w:val='none'/><w:sz w:val='-99999999999999999999'/>", "chữ")).1;
    assert_eq!((run.underline, run.size), (Some(false), Some(13.0)));
}

#[test]
fn spacing_in_all_its_forms() {
    let style = |props: &str| styled(&p(props, "", "chữ")).0;
    let auto = style(
        "<w:spacing w:before='100' w:beforeAutospacing='1' w:line='18pt' w:lineRule='exact'/><w:contextualSpacing/>",
    );
    assert_eq!((auto.space_before, auto.line_spacing), (Some(14.0), Some(LineSpacing::Exactly(18.0))));
    assert!(auto.contextual_spacing);
    let least = style(
        "<w:spacing w:line='300' w:lineRule='atLeast'/><w:jc w:val='distribute'/><w:ind w:start='1cm'/>",
    );
    assert_eq!(
        (least.line_spacing, least.alignment),
        (Some(LineSpacing::AtLeast(15.0)), Some(Alignment::Justified))
    );
    assert!(least.indent_left.is_some_and(|indent| (indent - 10.0).abs() < 0.01));
    assert_eq!(style("<w:jc w:val='end'/>").alignment, Some(Alignment::Right));
}

#[test]
fn table_styles_lie_under_paragraph_styles() {
    let cell = |row: &str| format!("<w:tr><w:tc>{}</w:tc></w:tr>", p("", "", row));
    let table = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val='T'/><w:tblLook w:val='0020'/></w:tblPr>{}{}</w:tbl>",
        cell("một"),
        cell("hai")
    );
    let draft = body(&table).styles(STYLES).read();
    let style = |at: usize| &draft.paragraphs[at].runs[0].style;
    assert_eq!((style(0).italic, style(0).color.as_deref()), (Some(true), Some("FF0000")));
    assert_eq!((style(1).italic, style(1).color.as_deref()), (Some(true), None));
    assert_eq!(draft.paragraphs[0].style.space_after, Some(0.0));
    assert_eq!(style(0).size, Some(13.0));
}

#[test]
fn headings_have_levels() {
    let draft = body(
        &(p("<w:pStyle w:val='H'/>", "", "a") + &p("<w:pStyle w:val='H2'/>", "", "b") + &p("", "", "c")),
    )
    .styles(STYLES)
    .read();
    let levels: Vec<Option<u8>> = draft.paragraphs.iter().map(|paragraph| paragraph.heading).collect();
    assert_eq!(levels, [Some(1), Some(2), None]);
}
