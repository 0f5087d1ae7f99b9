use super::super::fixture::{body, p};
use crate::draft::{RuleLine, RuleLineKind};

const SECTION: &str = "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:left='1701' w:right='1134' w:top='1134' w:bottom='1134'/></w:sectPr>";

/// Kind, paragraph, length and distance in tenths of a mm.
fn lines(content: &str) -> Vec<(RuleLineKind, usize, Option<i32>, Option<i32>)> {
    let tenths = |mm: Option<f32>| {
        #[allow(clippy::cast_possible_truncation)]
        mm.map(|mm| (mm * 10.0).round() as i32)
    };
    let draft = body(&format!("{content}{SECTION}")).read();
    let short = |line: &RuleLine| (line.kind, line.paragraph, tenths(line.length), tenths(line.below_anchor));
    draft.lines.iter().map(short).collect()
}

fn drawing(extent: (u32, u32), geometry: &str, vertical: &str) -> String {
    format!(
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionV relativeFrom='{vertical}'><wp:posOffset>72000</wp:posOffset></wp:positionV>\
         <wp:extent cx='{}' cy='{}'/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst='{geometry}'/></wps:spPr>\
         </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>",
        extent.0, extent.1
    )
}

fn vml(shape: &str) -> String {
    format!("<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")
}

#[test]
fn drawingml_lines() {
    use RuleLineKind::Drawn;
    assert_eq!(lines(&drawing((1_800_000, 0), "line", "paragraph")), [(Drawn, 0, Some(500), Some(20))]);
    assert_eq!(
        lines(&drawing((1_800_000, 6350), "straightConnector1", "page")),
        [(Drawn, 0, Some(500), None)]
    );
    assert_eq!(lines(&drawing((1_800_000, 9525), "rect", "paragraph")).len(), 1);
    assert_eq!(lines(&drawing((1_800_000, 900_000), "line", "paragraph")), []);
    assert_eq!(lines(&drawing((0, 1_800_000), "line", "paragraph")), []);
    assert_eq!(lines(&drawing((1_800_000, 900_000), "rect", "paragraph")), []);
}

#[test]
fn vml_lines() {
    use RuleLineKind::Drawn;
    let line = "<v:line style='position:absolute' from='60pt,15.95pt' to='108pt,15.95pt'/>";
    assert_eq!(lines(&vml(line)), [(Drawn, 0, Some(169), Some(56))]);
    let rect = "<v:rect style='width:10cm;height:.75pt;margin-top:2mm'/>";
    assert_eq!(lines(&vml(rect)), [(Drawn, 0, Some(1000), Some(20))]);
    let upright = "<v:line from='60pt,0' to='60pt,90pt'/>";
    assert_eq!(lines(&vml(upright)), []);
    let html = "<v:rect style='width:0;height:1.5pt' o:hr='t'/>";
    assert_eq!(lines(&vml(html)), [(Drawn, 0, None, None)]);
    let group = "<v:group style='width:100pt;height:50pt;margin-top:10pt' coordsize='1000,500'>\
        <v:line from='0,100' to='500,100'/></v:group>";
    assert_eq!(lines(&vml(group)), [(Drawn, 0, Some(176), Some(71))]);
}

#[test]
fn borders_are_as_long_as_their_column() {
    use RuleLineKind::Border;
    let border = "<w:pBdr><w:bottom w:val='single'/></w:pBdr><w:ind w:left='567' w:right='567'/>";
    assert_eq!(lines(&p(border, "", "a")), [(Border, 0, Some(1400), None)]);
    let twice = p(border, "", "a") + &p(border, "", "b");
    assert_eq!(lines(&twice), [(Border, 1, Some(1400), None)], "neighbours with equal borders merge");
    let boxed = "<w:pBdr><w:top w:val='single'/><w:left w:val='single'/><w:bottom w:val='single'/><w:right w:val='single'/></w:pBdr>";
    assert_eq!(lines(&p(boxed, "", "a")), []);
    let cell = format!(
        "<w:tbl><w:tblPr><w:tblCellMar><w:left w:w='0'/><w:right w:w='0'/></w:tblCellMar></w:tblPr><w:tr><w:tc>\
         <w:tcPr><w:tcW w:w='3969' w:type='dxa'/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
        p("<w:pBdr><w:top w:val='single'/></w:pBdr><w:ind w:left='511' w:right='511'/>", "", "")
    );
    assert_eq!(lines(&cell), [(Border, 0, Some(520), None)]);
}

#[test]
fn typed_lines() {
    use RuleLineKind::Typed;
    assert_eq!(lines(&p("", "", "-------")), [(Typed, 0, None, None)]);
    let broken = "<w:p><w:r><w:t>UBND</w:t><w:br/><w:t>____</w:t></w:r></w:p>";
    assert_eq!(lines(broken), [(Typed, 0, None, None)]);
    assert_eq!(lines(&p("", "", "- chữ -")), []);
}
