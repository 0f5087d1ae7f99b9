//! The children of properties in the order of the schema.
//!
//! ECMA-376 part 1 makes sequences of the properties of paragraphs, runs, sections, tables and cells;
//! docx-rs writes them in an order of its own, which Word forgives and strict readers do not. Here the
//! XML that it made is put in order, element by element; nothing else of it changes.

use super::WriteError;
use roxmltree::{Document, Node};

/// `w:pPr` (CT_PPr, 17.3.1.26), as far as this writer can meet it.
const PARAGRAPH: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

/// `w:rPr` (CT_RPr, 17.3.2.28).
const RUN: &[&str] = &[
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
];

/// `w:sectPr` (CT_SectPr, 17.6.17).
const SECTION: &[&str] = &[
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
];

/// `w:tblPr` (CT_TblPr, 17.4.60).
const TABLE: &[&str] = &[
    "tblStyle",
    "tblpPr",
    "tblOverlap",
    "bidiVisual",
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
];

/// `w:tcPr` (CT_TcPr, 17.4.70).
const CELL: &[&str] = &[
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
];

/// `w:tblBorders` and `w:tcBorders` (17.4.39, 17.4.67).
const BORDERS: &[&str] = &["top", "left", "bottom", "right", "insideH", "insideV", "tl2br", "tr2bl"];

/// `w:style` (CT_Style, 17.7.4.17).
const STYLE: &[&str] = &[
    "name",
    "aliases",
    "basedOn",
    "next",
    "link",
    "autoRedefine",
    "hidden",
    "uiPriority",
    "semiHidden",
    "unhideWhenUsed",
    "qFormat",
    "locked",
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
];

/// The order of the children of an element; `None` for those whose children may stand in any.
pub fn of(element: &str) -> Option<&'static [&'static str]> {
    Some(match element {
        "pPr" => PARAGRAPH,
        "rPr" => RUN,
        "sectPr" => SECTION,
        "tblPr" => TABLE,
        "tcPr" => CELL,
        "tblBorders" | "tcBorders" => BORDERS,
        "style" => STYLE,
        _ => return None,
    })
}

/// The part with the children of all properties in order, and without properties that say nothing.
///
/// # Errors
/// [`WriteError::Package`] where the part is no XML, or a property is met whose place is not known: a
/// guess would be no order.
pub fn put(part: &[u8]) -> Result<Vec<u8>, WriteError> {
    let fault = |error: &dyn std::fmt::Display| WriteError::Package(error.to_string());
    let text = std::str::from_utf8(part).map_err(|error| fault(&error))?;
    let document = Document::parse(text).map_err(|error| fault(&error))?;
    let root = document.root_element();
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..root.range().start]);
    element(text, root, &mut out)?;
    out.push_str(&text[root.range().end..]);
    Ok(out.into_bytes())
}

/// Writes an element with its descendants in order.
fn element(text: &str, node: Node<'_, '_>, out: &mut String) -> Result<(), WriteError> {
    let range = node.range();
    if !node.children().any(|child| child.is_element()) {
        // docx-rs gives the columns of a grid a type, which the schema does not know.
        let own = &text[range];
        out.push_str(&if is(node, "gridCol") { own.replace(" w:type=\"dxa\"", "") } else { own.to_owned() });
        return Ok(());
    }
    let first = node.first_child().map_or(range.end, |child| child.range().start);
    let last = node.last_child().map_or(range.start, |child| child.range().end);
    out.push_str(&text[range.start..first]);
    let mut children: Vec<_> = node.children().filter(|child| !says_nothing(*child)).collect();
    if let Some(order) = of(node.tag_name().name()).filter(|_| is_word(node)) {
        children = sorted(children, node, order)?;
    }
    for child in children {
        if child.is_element() {
            element(text, child, out)?;
        } else {
            out.push_str(&text[child.range()]);
        }
    }
    out.push_str(&text[last..range.end]);
    Ok(())
}

/// The children in the order; those of one name keep theirs.
fn sorted<'a, 'i>(
    children: Vec<Node<'a, 'i>>,
    parent: Node<'a, 'i>,
    order: &[&str],
) -> Result<Vec<Node<'a, 'i>>, WriteError> {
    let mut placed = Vec::with_capacity(children.len());
    for child in children {
        let name = child.tag_name().name();
        let Some(place) = order.iter().position(|own| *own == name) else {
            let parent = parent.tag_name().name();
            return Err(WriteError::Package(format!("“{name}” has no place in “{parent}”")));
        };
        placed.push((place, child));
    }
    placed.sort_by_key(|(place, _)| *place);
    Ok(placed.into_iter().map(|(_, child)| child).collect())
}

/// Whether an element is a property that docx-rs writes even where it is empty.
fn says_nothing(node: Node<'_, '_>) -> bool {
    const WITHOUT_SENSE: [&str; 7] = ["rPr", "pPr", "spacing", "ind", "tblBorders", "tcPr", "trPr"];
    let told = |child: Node<'_, '_>| child.is_element() && !says_nothing(child);
    is_word(node)
        && WITHOUT_SENSE.contains(&node.tag_name().name())
        && node.attributes().len() == 0
        && !node.children().any(told)
}

/// Whether a node is the element of WordprocessingML with that name.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    is_word(node) && node.tag_name().name() == name
}

/// Whether a node is an element of WordprocessingML.
fn is_word(node: Node<'_, '_>) -> bool {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    node.is_element() && node.tag_name().namespace() == Some(WORD)
}
