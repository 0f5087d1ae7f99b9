use super::super::fixture::{body, p};

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"
    )
}

fn list() -> String {
    format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}{}</w:abstractNum>",
        level(
            0,
            "decimal",
            "Điều %1.",
            "<w:pStyle w:val='A'/><w:pPr><w:ind w:left='1440' w:hanging='720'/></w:pPr>"
        ),
        level(1, "decimal", "%2.", ""),
        level(2, "lowerLetter", "%3)", ""),
        level(3, "upperRoman", "%1.%4", "<w:lvlRestart w:val='0'/>")
    )
}

fn item(number: u32, level: u32) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"), "", "chữ")
}

fn labels(numbering: &str, content: &str) -> Vec<String> {
    let draft = body(content).numbering(numbering).read();
    draft.paragraphs.iter().map(|paragraph| paragraph.label.clone().unwrap_or_default()).collect()
}

#[test]
fn levels_count_and_restart() {
    let numbering = list() + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
    let items = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)];
    let content: String = items.iter().map(|&(number, level)| item(number, level)).collect();
    let expected = ["Điều 1.", "1.", "a)", "b)", "c)", "d)", "2.", "a)", "Điều 2.", "1."];
    assert_eq!(labels(&numbering, &content), expected);
}

#[test]
fn a_level_may_never_restart() {
    let numbering = list() + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
    let content = item(1, 0) + &item(1, 3) + &item(1, 0) + &item(1, 3);
    assert_eq!(labels(&numbering, &content), ["Điều 1.", "1.I", "Điều 2.", "2.II"]);
}

#[test]
fn instances_share_numbers_unless_they_start_anew() {
    let numbering = list()
        + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
           <w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>
           <w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>";
    let content = item(1, 0) + &item(2, 0) + &item(3, 0) + &item(3, 0) + &item(1, 0);
    let expected = ["Điều 1.", "Điều 2.", "Điều 7.", "Điều 8.", "Điều 9."];
    assert_eq!(labels(&numbering, &content), expected);
}

#[test]
fn a_level_may_be_overridden() {
    let numbering = format!(
        "{}<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>{}</w:lvlOverride></w:num>",
        list(),
        level(0, "upperRoman", "Chương %1", "")
    );
    assert_eq!(labels(&numbering, &item(1, 0)), ["Chương I"]);
}

#[test]
fn legal_levels_and_bullets() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimalZero", "%1.%2", "<w:isLgl/>"),
        level(2, "bullet", "\u{F0B7}", "<w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr>")
    );
    let content = item(1, 0) + &item(1, 1) + &item(1, 2) + &item(9, 0) + &item(1, 8);
    assert_eq!(labels(&numbering, &content), ["I.", "1.01", "•", "", ""]);
}

#[test]
fn a_style_numbers_and_zero_removes() {
    let numbering = list() + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
    let styles = "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='A'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/><w:pPr><w:ind w:left='0'/></w:pPr></w:style>";
    let content = p("<w:pStyle w:val='A'/>", "", "a")
        + &p("<w:pStyle w:val='A'/><w:numPr><w:numId w:val='0'/></w:numPr>", "", "b")
        + &p("<w:pStyle w:val='B'/>", "", "c");
    let draft = body(&content).numbering(&numbering).styles(styles).read();
    let of = |at: usize| {
        let paragraph = &draft.paragraphs[at];
        (paragraph.label.as_deref(), paragraph.style.indent_left.map(f32::round))
    };
    assert_eq!(of(0), (Some("Điều 1."), Some(25.0)));
    assert_eq!(of(1), (None, Some(0.0)));
    assert_eq!(of(2), (Some("Điều 2."), Some(0.0)));
}

#[test]
fn a_list_may_be_linked_to_a_style() {
    let numbering = list().replace("<w:abstractNum w:abstractNumId='0'>", "<w:abstractNum w:abstractNumId='0'><w:styleLink w:val='L'/>")
        + "<w:abstractNum w:abstractNumId='5'><w:numStyleLink w:val='L'/></w:abstractNum>
           <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='5'/></w:num>";
    let styles = "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let draft = body(&item(2, 0)).numbering(&numbering).styles(styles).read();
    assert_eq!(draft.paragraphs[0].label.as_deref(), Some("Điều 1."));
}
