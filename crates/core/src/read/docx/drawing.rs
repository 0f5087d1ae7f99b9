//! Drawings: the text boxes and horizontal lines in DrawingML and VML.
//!
//! Both hold the same things in other words, and a file often holds a shape twice, once in each. Text
//! boxes are content; a flat shape is the drawn line that the law wants below certain words, and its
//! length in mm and place below the anchor are what can be said of it. All else is a picture, which is
//! none of our business.

use super::measure;
use super::paragraph_props::alignment;
use super::xml::{self, Node};
use crate::draft::Alignment;

/// Height in mm up to which a shape is a line.
const FLAT: f32 = 0.75;
/// Length in mm from which a flat shape is a line.
const SHORTEST: f32 = 3.0;
/// How much longer than high a slanting line must be to pass for horizontal.
const LEAST_SLOPE: f32 = 12.0;

/// A horizontal line in a drawing. Lengths in mm.
pub struct Drawn {
    /// Its length.
    pub length: Option<f32>,
    /// Distance below the top of the paragraph that anchors it.
    pub below: Option<f32>,
}

/// What a paragraph anchors.
#[derive(Default)]
pub struct Drawings<'a> {
    /// Contents of text boxes, with the alignment of the box on the page.
    pub boxes: Vec<(Node<'a>, Option<Alignment>)>,
    /// Horizontal lines.
    pub lines: Vec<Drawn>,
}

/// Position and scale of the shapes of a DrawingML drawing or group.
#[derive(Clone, Copy)]
struct Frame {
    /// Width and height of the drawing, for a shape that is not in a group.
    extent: Option<(f32, f32)>,
    /// Factors from lengths inside to mm.
    scale: (f32, f32),
    /// Distance of the top below the anchor.
    top: Option<f32>,
    /// How the drawing is aligned on the page.
    alignment: Option<Alignment>,
}

/// Position and scale of the shapes of a VML group.
#[derive(Clone, Copy)]
struct VmlFrame {
    /// Mm for a unit of coordinates; `None` outside of groups, where lengths have units.
    scale: Option<(f32, f32)>,
    /// Distance in mm of the top below the anchor.
    top: Option<f32>,
    /// The vertical coordinate of its top, in its own units.
    origin: f32,
}

impl<'a> Drawings<'a> {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty() && self.lines.is_empty()
    }

    /// Looks through a `w:drawing`.
    pub fn drawing(&mut self, node: Node<'a>) {
        for place in node.children().filter(Node::is_element) {
            let extent = xml::any_child(place, "extent").and_then(|extent| sides(extent, "cx", "cy"));
            let frame = Frame {
                extent,
                scale: (1.0, 1.0),
                top: xml::any_child(place, "positionV").and_then(offset_below),
                alignment: xml::any_child(place, "positionH")
                    .and_then(|position| xml::any_child(position, "align"))
                    .and_then(|align| align.text())
                    .and_then(|word| alignment(word.trim())),
            };
            self.shapes(place, frame);
        }
    }

    /// Looks through shapes and groups.
    fn shapes(&mut self, node: Node<'a>, frame: Frame) {
        for child in node.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "wsp" | "cxnSp" | "sp" => self.shape(child, frame),
                "wgp" | "grpSp" => self.shapes(child, inside_group(child, frame)),
                "graphic" | "graphicData" | "wpc" => self.shapes(child, frame),
                "AlternateContent" => {
                    if let Some(branch) = xml::chosen(child) {
                        self.shapes(branch, frame);
                    }
                }
                _ => {}
            }
        }
    }

    /// One shape: the content of its text box, or a line if it is flat and its stroke is seen.
    fn shape(&mut self, node: Node<'a>, frame: Frame) {
        if let Some(content) = xml::any_child(node, "txbx").and_then(|text| xml::child(text, "txbxContent")) {
            self.boxes.push((content, frame.alignment));
            return;
        }
        let Some(props) = xml::any_child(node, "spPr") else { return };
        let unseen = xml::any_child(props, "ln").is_some_and(|line| xml::any_child(line, "noFill").is_some());
        let geometry = xml::any_child(props, "prstGeom").and_then(|geometry| geometry.attribute("prst"));
        let place = xml::any_child(props, "xfrm");
        let own = place.and_then(|place| xml::any_child(place, "ext")).and_then(|ext| sides(ext, "cx", "cy"));
        let own = own.map(|(width, height)| (width * frame.scale.0, height * frame.scale.1));
        let Some(size) = frame.extent.or(own) else { return };
        let is_line = geometry.is_some_and(|kind| kind == "line" || kind.ends_with("Connector1"));
        if !is_rule(size, is_line) || unseen {
            return;
        }
        let within = if frame.extent.is_some() { 0.0 } else { place.and_then(top_of).unwrap_or(0.0) };
        let below = frame.top.map(|top| top + within * frame.scale.1);
        self.lines.push(Drawn { length: Some(size.0), below });
    }

    /// Looks through a `w:pict` or `w:object`.
    pub fn picture(&mut self, node: Node<'a>) {
        self.vml(node, VmlFrame { scale: None, top: None, origin: 0.0 });
    }

    /// Looks through VML shapes and groups.
    fn vml(&mut self, node: Node<'a>, frame: VmlFrame) {
        for child in node.children().filter(Node::is_element) {
            let name = child.tag_name().name();
            match name {
                "group" => self.vml(child, inside_vml_group(child, frame)),
                "line" => self.lines.extend(vml_line(child, frame)),
                "shape" | "rect" | "roundrect" | "oval" => self.vml_shape(child, name, frame),
                "drawing" if xml::is(child, "drawing") => self.drawing(child),
                "AlternateContent" => {
                    if let Some(branch) = xml::chosen(child) {
                        self.vml(branch, frame);
                    }
                }
                _ => {}
            }
        }
    }

    /// One VML shape. The rule of HTML is a line whose width may be a share of the page and is then not
    /// known.
    fn vml_shape(&mut self, node: Node<'a>, name: &str, frame: VmlFrame) {
        let style = node.attribute("style").unwrap_or_default();
        if let Some(text) = xml::any_child(node, "textbox") {
            let align = property(style, "mso-position-horizontal").and_then(alignment);
            if let Some(content) = xml::child(text, "txbxContent") {
                self.boxes.push((content, align));
                return;
            }
        }
        let is_rule_of_html = node.attributes().any(|known| known.name() == "hr" && known.value() == "t");
        let straight =
            node.attributes().any(|known| known.name() == "connectortype" && known.value() == "straight")
                || node.attribute("type").is_some_and(|kind| kind.ends_with("_t32"));
        let side = |name, scale: fn((f32, f32)) -> f32| {
            let text = property(style, name)?;
            match frame.scale {
                Some(factors) => text.parse::<f32>().ok().map(|length| length * scale(factors)),
                None => measure::vml_mm(text),
            }
        };
        let (width, height) = (side("width", |factors| factors.0), side("height", |factors| factors.1));
        if is_rule_of_html {
            let length = width.filter(|width| *width > 0.0);
            self.lines.push(Drawn { length, below: None });
            return;
        }
        let image = xml::any_child(node, "imagedata").is_some();
        let (Some(width), Some(height)) = (width, height) else { return };
        let unseen = stroke_is_off(node) && (straight || name != "rect");
        if !image && !unseen && is_rule((width, height), straight) {
            let below = vml_top(style, frame);
            self.lines.push(Drawn { length: Some(width), below });
        }
    }
}

/// Whether something of this size in mm is a horizontal rule.
fn is_rule((width, height): (f32, f32), is_line: bool) -> bool {
    let flat = height.abs() <= FLAT || is_line && width > height.abs() * LEAST_SLOPE;
    flat && width >= SHORTEST
}

/// Two attributes in EMU, as mm.
fn sides(node: Node<'_>, one: &str, other: &str) -> Option<(f32, f32)> {
    let side = |name| node.attribute(name).and_then(measure::emu_mm);
    Some((side(one)?, side(other)?))
}

/// The offset of a drawing below the paragraph or line that anchors it.
fn offset_below(position: Node<'_>) -> Option<f32> {
    let from = position.attribute("relativeFrom")?;
    if from != "paragraph" && from != "line" {
        return None;
    }
    measure::emu_mm(xml::any_child(position, "posOffset")?.text()?)
}

/// The top of a shape in its group, in mm before scaling.
fn top_of(place: Node<'_>) -> Option<f32> {
    xml::any_child(place, "off")?.attribute("y").and_then(measure::emu_mm)
}

/// The frame for the shapes of a group, whose own units are stretched to its size.
fn inside_group(node: Node<'_>, frame: Frame) -> Frame {
    let mut inside = Frame { extent: None, ..frame };
    let place = xml::any_child(node, "grpSpPr").and_then(|props| xml::any_child(props, "xfrm"));
    let Some(place) = place else { return inside };
    let size = |name| xml::any_child(place, name).and_then(|ext| sides(ext, "cx", "cy"));
    let (Some(outer), Some(inner)) = (size("ext"), size("chExt")) else { return inside };
    let outer = frame.extent.unwrap_or((outer.0 * frame.scale.0, outer.1 * frame.scale.1));
    let factor = |outer: f32, inner: f32, old: f32| if inner > 0.0 { outer / inner } else { old };
    inside.scale = (factor(outer.0, inner.0, frame.scale.0), factor(outer.1, inner.1, frame.scale.1));
    let child_top = xml::any_child(place, "chOff")
        .and_then(|offset| offset.attribute("y"))
        .and_then(measure::emu_mm)
        .unwrap_or(0.0);
    let own_top = if frame.extent.is_some() { 0.0 } else { top_of(place).unwrap_or(0.0) * frame.scale.1 };
    inside.top = frame.top.map(|top| top + own_top - child_top * inside.scale.1);
    inside
}

/// A property of a CSS style attribute.
pub fn property<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    style.split(';').find_map(|declaration| {
        let (key, value) = declaration.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// Whether the shape says that its outline is not drawn.
fn stroke_is_off(node: Node<'_>) -> bool {
    node.attribute("stroked").is_some_and(|on| !measure::is_on(Some(on)))
}

/// The top of a VML shape below its anchor, where it is placed from the text.
fn vml_top(style: &str, frame: VmlFrame) -> Option<f32> {
    if let Some((_, factor)) = frame.scale {
        let own: f32 = property(style, "top").and_then(|top| top.parse().ok()).unwrap_or(0.0);
        return frame.top.map(|top| top + (own - frame.origin) * factor);
    }
    let relative = property(style, "mso-position-vertical-relative").unwrap_or("text");
    if relative != "text" && relative != "line" {
        return None;
    }
    property(style, "margin-top").or_else(|| property(style, "top")).and_then(measure::vml_mm)
}

/// The frame for the shapes of a VML group; 1000 by 1000 units where it does not say.
fn inside_vml_group(node: Node<'_>, frame: VmlFrame) -> VmlFrame {
    let style = node.attribute("style").unwrap_or_default();
    let inner = node.attribute("coordsize").and_then(pair_of_numbers).unwrap_or((1000.0, 1000.0));
    let origin = node.attribute("coordorigin").and_then(pair_of_numbers).unwrap_or((0.0, 0.0));
    let side = |name, factor: Option<f32>| {
        let text = property(style, name)?;
        match factor {
            Some(factor) => text.parse::<f32>().ok().map(|length| length * factor),
            None => measure::vml_mm(text),
        }
    };
    let width = side("width", frame.scale.map(|scale| scale.0)).unwrap_or(0.0);
    let height = side("height", frame.scale.map(|scale| scale.1)).unwrap_or(0.0);
    let scale = Some((width / inner.0.max(1.0), height / inner.1.max(1.0)));
    VmlFrame { scale, top: vml_top(style, frame), origin: origin.1 }
}

/// Two numbers with a comma between them.
fn pair_of_numbers(text: &str) -> Option<(f32, f32)> {
    let (one, other) = text.split_once(',')?;
    Some((one.trim().parse().ok()?, other.trim().parse().ok()?))
}

/// A `v:line` if it is nearly level, by its ends or else by its size.
fn vml_line(node: Node<'_>, frame: VmlFrame) -> Option<Drawn> {
    if stroke_is_off(node) {
        return None;
    }
    let style = node.attribute("style").unwrap_or_default();
    let end = |name| node.attribute(name).and_then(|pair| point(pair, frame));
    let (Some(from), Some(to)) = (end("from"), end("to")) else {
        let length = property(style, "width").and_then(measure::vml_mm)?;
        let height = property(style, "height").and_then(measure::vml_mm).unwrap_or(0.0);
        let below = vml_top(style, frame);
        return is_rule((length, height), true).then_some(Drawn { length: Some(length), below });
    };
    let size = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    if !is_rule(size, true) {
        return None;
    }
    let high = from.1.min(to.1);
    let relative = property(style, "mso-position-vertical-relative").unwrap_or("text");
    let below = match frame.scale {
        Some((_, factor)) => frame.top.map(|top| top + high - frame.origin * factor),
        None if relative == "text" || relative == "line" => {
            let margin = property(style, "margin-top").and_then(measure::vml_mm).unwrap_or(0.0);
            Some(high + margin)
        }
        None => None,
    };
    Some(Drawn { length: Some(size.0), below })
}

/// A point `x,y` in mm.
fn point(text: &str, frame: VmlFrame) -> Option<(f32, f32)> {
    let (one, other) = text.split_once(',')?;
    let length = |text: &str, factor: Option<f32>| {
        let text = if text.trim().is_empty() { "0" } else { text };
        match factor {
            Some(factor) => text.trim().parse::<f32>().ok().map(|length| length * factor),
            None => measure::vml_mm(text),
        }
    };
    Some((length(one, frame.scale.map(|s| s.0))?, length(other, frame.scale.map(|s| s.1))?))
}
