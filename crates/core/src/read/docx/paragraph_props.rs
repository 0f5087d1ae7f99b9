//! Properties of paragraphs as one level of the style hierarchy states them.
//!
//! Lengths are turned into mm and points when they are read; older and newer names of the same
//! attribute (`left`, `start`) are both known, for files of all ages are among the drafts.

use super::measure;
use super::xml::{self, Node};
use crate::draft::{Alignment, LineSpacing, ParagraphStyle};

/// Space in points that `beforeAutospacing` and `afterAutospacing` render.
const AUTO_SPACE: f32 = 14.0;
/// Points of one line, for spacing in lines.
const LINE_POINTS: f32 = 12.0;

/// Paragraph properties; `None` is not stated. Lengths in mm, spaces in points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParagraphProps {
    /// Horizontal alignment.
    pub alignment: Option<Alignment>,
    /// Left indent.
    pub left: Option<f32>,
    /// Right indent.
    pub right: Option<f32>,
    /// First line relative to the left indent, negative when hanging.
    pub first: Option<f32>,
    /// Space before, in points.
    before: Option<f32>,
    /// Space after, in points.
    after: Option<f32>,
    /// Whether the space before is left to Word.
    before_auto: Option<bool>,
    /// Whether the space after is left to Word.
    after_auto: Option<bool>,
    /// Distance between lines.
    line: Option<LineSpacing>,
    /// Whether neighbours of the same style have no space between them.
    contextual: Option<bool>,
    /// A page break before the paragraph.
    pub page_break: Option<bool>,
    /// Outline level from 0; 9 is body text.
    pub outline: Option<i32>,
    /// Numbering instance; 0 removes numbering.
    pub number: Option<i32>,
    /// Level of numbering from 0.
    pub level: Option<i32>,
    /// Borders.
    pub borders: Borders,
    /// Tab stops: place in mm, and what they do (`None` for a cleared stop).
    pub tabs: Vec<(f32, Option<Alignment>)>,
    /// Horizontal alignment of the frame that holds the paragraph.
    pub frame: Option<Alignment>,
}

/// Borders of a paragraph, each drawn, not drawn, or not stated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Borders {
    /// Above.
    pub top: Option<bool>,
    /// Below.
    pub bottom: Option<bool>,
    /// At the left.
    pub left: Option<bool>,
    /// At the right.
    pub right: Option<bool>,
}

impl ParagraphProps {
    /// Reads a `pPr`.
    pub fn read(node: Node<'_>) -> Self {
        let mut props = Self::default();
        for child in node.children().filter(Node::is_element) {
            let on = || Some(measure::is_on(xml::value(child)));
            match xml::word_name(child) {
                "jc" => props.alignment = xml::value(child).and_then(alignment),
                "ind" => props.read_indents(child),
                "spacing" => props.read_spacing(child),
                "contextualSpacing" => props.contextual = on(),
                "pageBreakBefore" => props.page_break = on(),
                "outlineLvl" => props.outline = xml::value(child).and_then(measure::whole),
                "numPr" => {
                    props.number = xml::child_value(child, "numId").and_then(measure::whole);
                    props.level = xml::child_value(child, "ilvl").and_then(measure::whole);
                }
                "pBdr" => props.borders = Borders::read(child),
                "tabs" => props.tabs = xml::children(child, "tab").filter_map(tab).collect(),
                "framePr" => props.frame = xml::attribute(child, "xAlign").and_then(alignment),
                _ => {}
            }
        }
        props
    }

    /// Reads an `ind`; a hanging indent is a first line that is negative, and it wins over `firstLine`.
    fn read_indents(&mut self, node: Node<'_>) {
        let length = |names: [&str; 2]| {
            names.iter().find_map(|name| xml::attribute(node, name)).and_then(measure::length_mm)
        };
        self.left = length(["start", "left"]);
        self.right = length(["end", "right"]);
        self.first = length(["hanging", "hanging"])
            .map(|hanging| -hanging)
            .or_else(|| length(["firstLine", "firstLine"]));
    }

    /// Reads a `spacing`. Points come before lines where both are stated.
    fn read_spacing(&mut self, node: Node<'_>) {
        let points = |name| xml::attribute(node, name).and_then(measure::length_points);
        let lines = |name| {
            let hundredths = xml::attribute(node, name).and_then(measure::whole)?;
            (hundredths > 0).then_some(hundredths as f32 / 100.0 * LINE_POINTS)
        };
        let auto = |name| xml::attribute(node, name).map(|value| measure::is_on(Some(value)));
        self.before = points("before").or_else(|| lines("beforeLines"));
        self.after = points("after").or_else(|| lines("afterLines"));
        self.before_auto = auto("beforeAutospacing");
        self.after_auto = auto("afterAutospacing");
        self.line = points("line").map(|line| match xml::attribute(node, "lineRule") {
            Some("exact") => LineSpacing::Exactly(line.abs()),
            Some("atLeast") => LineSpacing::AtLeast(line),
            // A negative line of no rule means exactly.
            _ if line < 0.0 => LineSpacing::Exactly(-line),
            // 240 twips are one line; 0 is single too.
            _ if line == 0.0 => LineSpacing::Multiple(1.0),
            _ => LineSpacing::Multiple(line / 12.0),
        });
    }

    /// Lays `upper` over this level: what it states wins.
    pub fn overlay(&mut self, upper: &Self) {
        self.overlay_indents(upper);
        self.alignment = upper.alignment.or(self.alignment);
        self.before = upper.before.or(self.before);
        self.after = upper.after.or(self.after);
        self.before_auto = upper.before_auto.or(self.before_auto);
        self.after_auto = upper.after_auto.or(self.after_auto);
        self.line = upper.line.or(self.line);
        self.contextual = upper.contextual.or(self.contextual);
        self.page_break = upper.page_break.or(self.page_break);
        self.outline = upper.outline.or(self.outline);
        self.number = upper.number.or(self.number);
        self.level = upper.level.or(self.level);
        self.borders.overlay(upper.borders);
        self.frame = upper.frame.or(self.frame);
        self.overlay_tabs(&upper.tabs);
    }

    /// Lays only the indents of `upper` over this level, as a level of numbering does.
    pub fn overlay_indents(&mut self, upper: &Self) {
        self.left = upper.left.or(self.left);
        self.right = upper.right.or(self.right);
        self.first = upper.first.or(self.first);
    }

    /// Adds the stops of an upper level; one at the same place (within 0.05 mm) takes the place of the
    /// lower.
    fn overlay_tabs(&mut self, upper: &[(f32, Option<Alignment>)]) {
        for stop in upper {
            self.tabs.retain(|known| (known.0 - stop.0).abs() > 0.05);
            self.tabs.push(*stop);
        }
        self.tabs.sort_by(|one, other| one.0.total_cmp(&other.0));
    }

    /// Whether the properties state a numbering.
    pub const fn states_number(&self) -> bool {
        self.number.is_some() || self.level.is_some()
    }

    /// What the `number`th tab of a line aligns to, from 1.
    pub fn tab_alignment(&self, number: usize) -> Option<Alignment> {
        let mut stops = self.tabs.iter().filter_map(|(_, kind)| *kind);
        stops.nth(number.checked_sub(1)?)
    }

    /// The effective style, with what Word renders where nothing is stated.
    pub fn style(&self, name: Option<&str>) -> ParagraphStyle {
        let space = |points: Option<f32>, auto: Option<bool>| {
            Some(if auto == Some(true) { AUTO_SPACE } else { points.unwrap_or(0.0).max(0.0) })
        };
        ParagraphStyle {
            alignment: Some(self.alignment.unwrap_or(Alignment::Left)),
            indent_left: Some(self.left.unwrap_or(0.0)),
            indent_right: Some(self.right.unwrap_or(0.0)),
            indent_first: Some(self.first.unwrap_or(0.0)),
            space_before: space(self.before, self.before_auto),
            space_after: space(self.after, self.after_auto),
            contextual_spacing: self.contextual.unwrap_or(false),
            line_spacing: Some(self.line.unwrap_or(LineSpacing::Multiple(1.0))),
            name: name.map(str::to_owned),
        }
    }
}

impl Borders {
    /// Reads a `pBdr`.
    fn read(node: Node<'_>) -> Self {
        let edge = |name| xml::child(node, name).map(is_drawn);
        let either = |one, other| edge(one).or_else(|| edge(other));
        Self {
            top: edge("top"),
            bottom: edge("bottom"),
            left: either("left", "start"),
            right: either("right", "end"),
        }
    }

    /// Lays `upper` over these: what it states wins.
    fn overlay(&mut self, upper: Self) {
        self.top = upper.top.or(self.top);
        self.bottom = upper.bottom.or(self.bottom);
        self.left = upper.left.or(self.left);
        self.right = upper.right.or(self.right);
    }

    /// Whether lines at both sides make a box of it, which is no rule line.
    pub fn is_box(self) -> bool {
        self.left == Some(true) && self.right == Some(true)
    }
}

/// Whether a border element draws something that can be seen on white paper.
pub fn is_drawn(node: Node<'_>) -> bool {
    let kind = xml::value(node).unwrap_or("nil");
    let white = xml::attribute(node, "color").is_some_and(|color| color.eq_ignore_ascii_case("ffffff"));
    kind != "nil" && kind != "none" && !white
}

/// An alignment in the words of any of the Office vocabularies.
pub fn alignment(word: &str) -> Option<Alignment> {
    match word {
        "left" | "start" | "numTab" | "inside" => Some(Alignment::Left),
        "center" => Some(Alignment::Center),
        "right" | "end" | "outside" => Some(Alignment::Right),
        "both" | "distribute" | "thaiDistribute" | "lowKashida" | "mediumKashida" | "highKashida" => {
            Some(Alignment::Justified)
        }
        _ => None,
    }
}

/// A tab stop: its place in mm, and what it aligns; the inner `None` clears a stop of a lower level.
fn tab(node: Node<'_>) -> Option<(f32, Option<Alignment>)> {
    let place = xml::attribute(node, "pos").and_then(measure::length_mm)?;
    let kind = match xml::value(node) {
        Some("clear") => None,
        Some("center") => Some(Alignment::Center),
        Some("right" | "end") => Some(Alignment::Right),
        // A bar is drawn, but no tab stops there.
        Some("bar") => return None,
        _ => Some(Alignment::Left),
    };
    Some((place, kind))
}
