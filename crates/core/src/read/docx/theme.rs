//! Fonts and colours of the theme.
//!
//! Styles name fonts and colours by their role in the theme (`minorHAnsi`, `accent1`); a file in the
//! default look of Word states no font at all but there.

use super::xml;
use roxmltree::Document;
use std::collections::HashMap;
use std::sync::Arc;

/// What styles refer to in the theme.
#[derive(Default)]
pub struct Theme {
    /// The Latin font of headings.
    major: Option<Arc<str>>,
    /// The Latin font of text.
    minor: Option<Arc<str>>,
    /// Colours `RRGGBB` by the name of their slot.
    colors: HashMap<String, Arc<str>>,
}

impl Theme {
    /// Reads a theme part.
    pub fn read(document: &Document<'_>) -> Self {
        let root = document.root_element();
        let font = |name| {
            let latin = xml::any_child(xml::descendant(root, name)?, "latin")?;
            latin.attribute("typeface").filter(|face| !face.is_empty()).map(Arc::from)
        };
        let scheme = xml::descendant(root, "clrScheme");
        let colors = scheme.into_iter().flat_map(|scheme| scheme.children()).filter_map(|slot| {
            let color = slot.first_element_child()?;
            let value = color.attribute("lastClr").or_else(|| color.attribute("val"))?;
            is_rgb(value).then(|| (slot.tag_name().name().to_owned(), Arc::from(value.to_ascii_uppercase())))
        });
        Self { major: font("majorFont"), minor: font("minorFont"), colors: colors.collect() }
    }

    /// The font that `minorHAnsi`, `majorAscii` and their like stand for.
    pub fn font(&self, reference: &str) -> Option<Arc<str>> {
        if reference.starts_with("major") { self.major.clone() } else { self.minor.clone() }
    }

    /// The colour `RRGGBB` that `accent1`, `background1` and their like stand for.
    pub fn color(&self, reference: &str) -> Option<Arc<str>> {
        let slot = match reference {
            "text1" | "dark1" | "tx1" => "dk1",
            "text2" | "dark2" | "tx2" => "dk2",
            "background1" | "light1" | "bg1" => "lt1",
            "background2" | "light2" | "bg2" => "lt2",
            "hyperlink" => "hlink",
            "followedHyperlink" => "folHlink",
            other => other,
        };
        self.colors.get(slot).cloned()
    }
}

/// Whether `text` is a colour `RRGGBB`.
pub fn is_rgb(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
