//! What comes before the first document.

use crate::hash;
use askama::Template;
use std::sync::LazyLock;
use thethuc_core::report::format::Setting;
use thethuc_core::rulebook::vocabulary::Language;

/// The one style of the page.
const STYLE: &str = include_str!("../templates/page.css");
/// Its one script.
pub const SCRIPT: &str = include_str!("../templates/page.js");

/// What may run and load: the one style and the one script by their hashes, and nothing else.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let (style, script) = (hash::source(STYLE), hash::source(SCRIPT));
    format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'")
});

/// The head of the page.
#[derive(Template)]
#[template(path = "open.html")]
pub struct Open<'a> {
    l: Language,
    policy: &'static str,
    style: &'static str,
    version: &'static str,
    replacing: &'a [&'a str],
}

impl<'a> Open<'a> {
    /// The head of a report.
    pub fn of(setting: &Setting<'a>) -> Self {
        Self {
            l: setting.language,
            policy: &POLICY,
            style: STYLE,
            version: env!("CARGO_PKG_VERSION"),
            replacing: setting.replacing,
        }
    }
}
