//! Properties of runs as one level of the style hierarchy states them, and how levels combine.
//!
//! A level states few properties and leaves the others to the levels below it: document defaults, table
//! style, paragraph style, character style, direct formatting. `None` therefore means “ask the level
//! below”, and only the sum of all of them is a style.

use super::measure;
use super::theme::{Theme, is_rgb};
use super::xml::{self, Node};
use crate::draft::{Capitals, RunStyle, Script};
use std::sync::Arc;

/// Toggle properties: true on two levels of styles cancels out (ECMA-376 part 1, 17.7.3).
const TOGGLES: [&str; 7] = ["b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish"];

/// Which of them hides the words.
const HIDDEN: usize = 6;

/// The font and size that Word renders where nothing is stated.
const DEFAULT_FONT: &str = "Times New Roman";
/// In points.
const DEFAULT_SIZE: f32 = 10.0;

/// A stated colour.
#[derive(Clone, Debug, PartialEq)]
enum Color {
    /// Whatever can be read on the background.
    Automatic,
    /// `RRGGBB`.
    Rgb(Arc<str>),
}

/// Run properties; `None` is not stated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunProps {
    /// Font of the letters of ASCII.
    pub ascii: Option<Arc<str>>,
    /// Font of all other Latin letters, and so of Vietnamese ones with marks.
    pub high: Option<Arc<str>>,
    /// Size in points.
    pub size: Option<f32>,
    /// Underlined in any manner but `none`.
    underline: Option<bool>,
    /// The colour, where one is stated.
    color: Option<Color>,
    /// Colour of a marker; `none` takes it away.
    highlight: Option<Arc<str>>,
    /// Colour of the ground; `auto` takes it away.
    shading: Option<Arc<str>>,
    /// Above, below or on the line.
    script: Option<Script>,
    /// The toggle properties in the order of [`TOGGLES`].
    toggles: [Option<bool>; TOGGLES.len()],
}

impl RunProps {
    /// Reads an `rPr`.
    pub fn read(node: Node<'_>, theme: &Theme) -> Self {
        let mut props = Self::default();
        for child in node.children().filter(Node::is_element) {
            let name = xml::word_name(child);
            match name {
                "rFonts" => {
                    props.ascii = font(child, theme, "asciiTheme", "ascii");
                    props.high = font(child, theme, "hAnsiTheme", "hAnsi");
                }
                "sz" => props.size = xml::value(child).and_then(measure::font_size),
                "u" => props.underline = Some(xml::value(child).is_none_or(|kind| kind != "none")),
                "highlight" => props.highlight = xml::value(child).map(Arc::from),
                "shd" => props.shading = xml::attribute(child, "fill").map(Arc::from),
                "vertAlign" => props.script = xml::value(child).and_then(script),
                "color" => props.color = Some(Color::read(child, theme)),
                _ => {
                    if let Some(index) = TOGGLES.iter().position(|toggle| *toggle == name) {
                        props.toggles[index] = Some(measure::is_on(xml::value(child)));
                    }
                }
            }
        }
        props
    }

    /// Lays `upper` over this level: what it states wins.
    pub fn overlay(&mut self, upper: &Self) {
        overlay_clone(&mut self.ascii, upper.ascii.as_ref());
        overlay_clone(&mut self.high, upper.high.as_ref());
        overlay_clone(&mut self.color, upper.color.as_ref());
        overlay_clone(&mut self.highlight, upper.highlight.as_ref());
        overlay_clone(&mut self.shading, upper.shading.as_ref());
        self.script = upper.script.or(self.script);
        self.size = upper.size.or(self.size);
        self.underline = upper.underline.or(self.underline);
        for (own, theirs) in self.toggles.iter_mut().zip(upper.toggles) {
            *own = theirs.or(*own);
        }
    }

    /// Combines document defaults with the levels of styles (table, paragraph, character).
    ///
    /// Everything but the toggles is taken from the uppermost level that states it. Toggles are
    /// counted: a bold character style in a bold paragraph style gives letters that are not bold.
    pub fn combine(defaults: &Self, levels: &[&Self]) -> Self {
        let mut props = defaults.clone();
        for level in levels {
            props.overlay(level);
        }
        for (index, toggle) in props.toggles.iter_mut().enumerate() {
            let odd = levels.iter().filter(|level| level.toggles[index] == Some(true)).count() % 2 == 1;
            *toggle = Some(odd || defaults.toggles[index] == Some(true));
        }
        props
    }

    /// The effective style; `plain` says that the run holds letters of ASCII only.
    pub fn style(&self, plain: bool) -> RunStyle {
        let (first, second) = if plain { (&self.ascii, &self.high) } else { (&self.high, &self.ascii) };
        let font = first.as_deref().or(second.as_deref()).unwrap_or(DEFAULT_FONT);
        let [bold, italic, caps, small_caps, strike, double_strike, hidden] =
            self.toggles.map(|toggle| toggle.unwrap_or(false));
        let capitals = match (caps, small_caps) {
            (true, _) => Capitals::All,
            (false, true) => Capitals::Small,
            (false, false) => Capitals::AsTyped,
        };
        RunStyle {
            font: Some(font.to_owned()),
            size: Some(self.size.unwrap_or(DEFAULT_SIZE)),
            bold: Some(bold),
            italic: Some(italic),
            underline: Some(self.underline.unwrap_or(false)),
            strike: Some(strike || double_strike),
            capitals: Some(capitals),
            color: match &self.color {
                Some(Color::Rgb(color)) => Some(color.to_string()),
                Some(Color::Automatic) | None => None,
            },
            hidden,
            highlight: self.ground(),
            script: self.script.unwrap_or_default(),
        }
    }

    /// Whether the words are hidden.
    pub fn is_hidden(&self) -> bool {
        self.toggles[HIDDEN] == Some(true)
    }

    /// The colour behind the words: that of the marker lies over that of the ground.
    fn ground(&self) -> Option<String> {
        let marker = self.highlight.as_deref().filter(|color| *color != "none");
        let ground = self.shading.as_deref().filter(|color| is_rgb(color)).map(str::to_ascii_uppercase);
        marker.map(str::to_owned).or(ground)
    }
}

/// Takes over what the upper level states.
fn overlay_clone<T: Clone>(own: &mut Option<T>, upper: Option<&T>) {
    if let Some(upper) = upper {
        *own = Some(upper.clone());
    }
}

/// Above, below or on the line.
fn script(word: &str) -> Option<Script> {
    match word {
        "superscript" => Some(Script::Super),
        "subscript" => Some(Script::Sub),
        "baseline" => Some(Script::Baseline),
        _ => None,
    }
}

/// A theme font stands above a named one on the same level.
fn font(node: Node<'_>, theme: &Theme, reference: &str, name: &str) -> Option<Arc<str>> {
    xml::attribute(node, reference)
        .and_then(|reference| theme.font(reference))
        .or_else(|| xml::attribute(node, name).map(str::trim).filter(|name| !name.is_empty()).map(Arc::from))
}

impl Color {
    /// A value beside a theme colour is what Word last rendered, tints included, and is taken
    /// first.
    fn read(node: Node<'_>, theme: &Theme) -> Self {
        let value = xml::value(node).unwrap_or("auto");
        if is_rgb(value) {
            return Self::Rgb(Arc::from(value.to_ascii_uppercase()));
        }
        let referred = xml::attribute(node, "themeColor").and_then(|reference| theme.color(reference));
        referred.map_or(Self::Automatic, Self::Rgb)
    }
}
