//! Drawn lines below organ, motto and title.
//!
//! docx-rs cannot draw them. While it builds the XML a bookmark keeps their place; here the
//! bookmarks become lines, in the form that Word itself writes: DrawingML, with VML for old readers.

use super::{WriteError, ooxml};
use thethuc_core::draft::{Draft, RuleLine, RuleLineKind};

/// Thickness of the lines in EMU, of which a point has 12,700: 0.75 pt, what Word draws by itself.
const THICKNESS: u32 = 9525;

/// Keeps the place of the drawn line `number`, its index among the lines of the draft.
pub fn mark(paragraph: ooxml::Paragraph, number: usize) -> ooxml::Paragraph {
    paragraph.add_bookmark_start(number, name(number)).add_bookmark_end(number)
}

/// A border of 0.75 pt below a paragraph (6 eighths of a point).
pub fn border(property: ooxml::ParagraphProperty) -> ooxml::ParagraphProperty {
    // Eighths of a point.
    let bottom = ooxml::ParagraphBorder::new(ooxml::ParagraphBorderPosition::Bottom).size(6);
    property.set_borders(ooxml::ParagraphBorders::with_empty().set(bottom))
}

/// Puts the lines in the places of their bookmarks in the XML of the document.
///
/// # Errors
/// [`WriteError::Package`] where the place of a line is lost: docx-rs then writes bookmarks in
/// another way, and a document without its lines must not go out.
pub fn draw(document: &mut Vec<u8>, draft: &Draft) -> Result<(), WriteError> {
    let mut xml =
        std::str::from_utf8(document).map_err(|error| WriteError::Package(error.to_string()))?.to_owned();
    for (number, line) in draft.lines.iter().enumerate() {
        if line.kind != RuleLineKind::Drawn {
            continue;
        }
        let place = format!(
            r#"<w:bookmarkStart w:id="{number}" w:name="{}" /><w:bookmarkEnd w:id="{number}" />"#,
            name(number)
        );
        if !xml.contains(&place) {
            return Err(WriteError::Package(format!("the place of line {number} is lost")));
        }
        xml = xml.replacen(&place, &drawing(number, line), 1);
    }
    *document = xml.into_bytes();
    Ok(())
}

/// The name of the bookmark, which no draft has by chance.
fn name(number: usize) -> String {
    format!("thethuc-line-{number}")
}

/// The line as a run, centred in its column. Without a length it is 30 mm long, without a distance
/// it lies at the top of its paragraph; DrawingML takes EMU, VML takes points.
fn drawing(number: usize, line: &RuleLine) -> String {
    let length = line.length.unwrap_or(30.0);
    let below = line.below_anchor.unwrap_or(0.0);
    let (width, down) = (emu(length), emu(below));
    let id = number + 1;
    let vml = |mm: f32| mm / 25.4 * 72.0;
    format!(
        concat!(
            r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>"#,
            r#"<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" "#,
            r#"behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>"#,
            r#"<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>"#,
            r#"<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>"#,
            r#"<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>"#,
            r#"<wp:docPr id="{id}" name="Line {id}"/><wp:cNvGraphicFramePr/>"#,
            r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
            r#"<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">"#,
            r#"<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>"#,
            r#"<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{thickness}"><a:solidFill>"#,
            r#"<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"#,
            r#"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"#,
            r#"<v:line id="line{id}" style="position:absolute;z-index:{id};mso-position-horizontal:center;"#,
            r#"mso-position-horizontal-relative:text;mso-position-vertical-relative:text" "#,
            r#"from="0,{top:.2}pt" to="{right:.2}pt,{top:.2}pt" strokeweight=".75pt"/>"#,
            r#"</w:pict></mc:Fallback></mc:AlternateContent></w:r>"#,
        ),
        id = id,
        down = down,
        width = width,
        thickness = THICKNESS,
        top = vml(below),
        right = vml(length),
    )
}

/// mm to English metric units, of which a millimetre has 36,000.
#[allow(clippy::cast_possible_truncation, reason = "lengths on a page are far below the limit")]
fn emu(mm: f32) -> i64 {
    (f64::from(mm) * 36_000.0).round() as i64
}
