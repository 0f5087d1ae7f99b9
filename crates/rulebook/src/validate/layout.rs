//! Faults of the prescribed typography: regimes and provisions that there are none of, names of styles that
//! Word cannot hold.

use super::{Report, known_provision, known_regime};
use crate::contents::Contents;
use crate::layout::StyleName;
use crate::yaml::shown;

/// The faults of `layout.yaml`.
pub(super) fn faults(contents: &Contents, report: &mut Report<'_>) {
    let Some(layout) = &contents.layout else { return };
    for id in &layout.regimes {
        known_regime(contents, &["regimes"], id, report);
    }
    for id in layout.provisions() {
        known_provision(contents, id, report);
    }
    for (index, style) in layout.styles.iter().enumerate() {
        style_faults(style, &layout.styles[..index], report);
    }
}

/// The faults of a named style; `before` are those above it.
fn style_faults(style: &StyleName, before: &[StyleName], report: &mut Report<'_>) {
    let name = &style.name;
    let mut add = |vi: &str, en: &str| {
        let (vi, en) = (format!("kiểu “{}” {vi}", shown(name)), format!("the style “{}” {en}", shown(name)));
        report.add(&["styles"], name, vi, en);
    };
    // A comma divides a name from its aliases in Word.
    if name.trim().is_empty() || name.contains([',', ';', '\n']) {
        add(
            "không được để trống tên, không có dấu phẩy, dấu chấm phẩy",
            "must have a name without comma or semicolon",
        );
    }
    if before.iter().any(|other| other.name.to_lowercase() == name.to_lowercase()) {
        add("có hai lần", "stands there twice");
    }
    if style.outline.is_some_and(|level| !(1..=9).contains(&level)) {
        add("có outline ngoài 1 đến 9", "has an outline outside of 1 to 9");
    }
}
