//! Pictures and embedded things: nobody reads their words, so that it must be known where they stand.

use super::drawing::property;
use super::measure;
use super::xml::{self, Node};
use crate::draft::PictureKind;

/// What is in a `w:drawing`, a `w:pict` or a `w:object`, with its size in mm.
pub type Seen = (PictureKind, Option<(f32, f32)>);

/// The pictures of a `w:drawing`: each of its places holds one, or a chart, or none.
pub fn in_drawing(node: Node<'_>) -> Vec<Seen> {
    let places = node.children().filter(Node::is_element);
    let seen = places.filter_map(|place| {
        let kind = if is_embedded(place) {
            PictureKind::Object
        } else {
            find(place, "pic")?;
            PictureKind::Picture
        };
        Some((kind, xml::any_child(place, "extent").and_then(extent)))
    });
    seen.collect()
}

/// The picture of a `w:pict`, or what a `w:object` embeds.
pub fn in_vml(node: Node<'_>) -> Option<Seen> {
    let is_object = find(node, "OLEObject").is_some();
    let image = find(node, "imagedata");
    let shape = image.and_then(|image| image.parent_element());
    let kind = match (is_object, image) {
        (true, _) => PictureKind::Object,
        (false, Some(_)) => PictureKind::Picture,
        (false, None) => return None,
    };
    let style = shape.and_then(|shape| shape.attribute("style")).unwrap_or_default();
    let side = |name| property(style, name).and_then(measure::vml_mm);
    Some((kind, side("width").zip(side("height"))))
}

/// Whether a place holds a chart or a diagram, whose words stand in a part of their own.
fn is_embedded(place: Node<'_>) -> bool {
    let data = find(place, "graphicData").and_then(|data| data.attribute("uri"));
    data.is_some_and(|uri| uri.ends_with("/chart") || uri.ends_with("/chartex") || uri.ends_with("/diagram"))
}

/// The sides of a drawing in mm.
fn extent(node: Node<'_>) -> Option<(f32, f32)> {
    let side = |name| node.attribute(name).and_then(measure::emu_mm);
    side("cx").zip(side("cy"))
}

/// The first element of that name, without those in the paragraphs of text boxes, which are read for
/// themselves.
fn find<'a>(node: Node<'a>, name: &str) -> Option<Node<'a>> {
    node.children().filter(Node::is_element).find_map(|child| match child.tag_name().name() {
        own if own == name => Some(child),
        "txbxContent" => None,
        _ => find(child, name),
    })
}
