use super::super::fixture::{body, p, words};
use crate::draft::CellAddress;

#[test]
fn cells_know_their_place_and_their_paragraphs() {
    let inner = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("", "", "trong"));
    let content = format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w='1440'/><w:gridCol w:w='2880'/></w:tblGrid>\
         <w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc></w:tr>\
         <w:sdt><w:sdtContent><w:tr><w:tc><w:tcPr><w:tcW w:w='1440' w:type='dxa'/><w:vMerge w:val='restart'/></w:tcPr>{}{inner}{}</w:tc>\
         <w:tc>{}</w:tc></w:tr></w:sdtContent></w:sdt>\
         <w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>{}",
        p("", "", "a"),
        p("", "", "b"),
        p("", "", "c"),
        p("", "", "d"),
        p("", "", "xóa"),
        p("", "", "e")
    );
    let draft = body(&content).read();
    assert_eq!(words(&draft), ["a", "b", "trong", "c", "d", "e"]);
    let at = |table, row, column| Some(CellAddress { table, row, column });
    let cells: Vec<Option<CellAddress>> = draft.paragraphs.iter().map(|paragraph| paragraph.cell).collect();
    assert_eq!(cells, [at(0, 0, 0), at(0, 1, 0), at(1, 0, 0), at(0, 1, 0), at(0, 1, 1), None]);
    assert_eq!(draft.tables.len(), 2);
    assert_eq!(draft.tables[0].rows.len(), 2);
    assert_eq!(draft.tables[0].rows[1][0].paragraphs, (1, 4));
    assert_eq!(draft.tables[1].host, at(0, 1, 0));
    let width = |row: usize, column: usize| draft.tables[0].rows[row][column].width.map(f32::round);
    assert_eq!((width(0, 0), width(1, 0), width(1, 1)), (Some(76.0), Some(25.0), Some(51.0)));
}

#[test]
fn borders_of_cells() {
    let table = |table: &str, cell: &str| {
        let content = format!(
            "<w:tbl><w:tblPr><w:tblBorders>{table}</w:tblBorders></w:tblPr><w:tr>\
             <w:tc><w:tcPr><w:tcBorders>{cell}</w:tcBorders></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        );
        let draft = body(&content).read();
        draft.tables[0].rows[0].iter().map(|cell| cell.bordered).collect::<Vec<_>>()
    };
    assert_eq!(table("", ""), [Some(false), Some(false)]);
    assert_eq!(table("<w:left w:val='single'/>", ""), [Some(true), Some(false)]);
    assert_eq!(table("<w:left w:val='single'/>", "<w:left w:val='nil'/>"), [Some(false), Some(false)]);
    assert_eq!(table("<w:insideV w:val='single'/>", ""), [Some(true), Some(true)]);
    assert_eq!(table("<w:top w:val='single' w:color='FFFFFF'/>", ""), [Some(false), Some(false)]);
    assert_eq!(table("", "<w:bottom w:val='double'/>"), [Some(true), Some(false)]);
}

#[test]
fn merged_cells_know_their_columns_and_rows() {
    let cell = |props: &str, text: &str| format!("<w:tc><w:tcPr>{props}</w:tcPr>{}</w:tc>", p("", "", text));
    let (begin, go_on) = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>");
    let wide = "<w:gridSpan w:val='2'/>";
    let rows = [
        cell(begin, "a") + &cell(wide, "b"),
        cell(go_on, "") + &cell("", "c") + &cell(begin, "d"),
        cell(go_on, "lời") + &cell("", "e") + &cell(go_on, " "),
    ];
    let skipping = format!("<w:trPr><w:gridBefore w:val='1'/></w:trPr>{}", cell("", "f"));
    let rows: String = rows.iter().chain([&skipping]).flat_map(|row| ["<w:tr>", row, "</w:tr>"]).collect();
    let draft = body(&format!("<w:tbl>{rows}</w:tbl>")).read();
    let places: Vec<Vec<(usize, usize, usize)>> = draft.tables[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(
        places,
        [
            vec![(0, 1, 2), (1, 2, 1)],
            vec![(0, 1, 0), (1, 1, 1), (2, 1, 2)],
            vec![(0, 1, 1), (1, 1, 1), (2, 1, 0)],
            vec![(1, 1, 1)]
        ],
        "a cell with words of its own stands for itself"
    );
}
