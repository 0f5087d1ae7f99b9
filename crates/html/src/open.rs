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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_stay_in_their_elements() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"));
            assert!(POLICY.contains(&hash::source(text)));
        }
    }

    /// What would ask for something, or run what a draft says.
    #[test]
    fn the_script_asks_for_nothing_and_runs_no_words() {
        for word in [
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "innerHTML",
            "insertAdjacentHTML",
            "eval(",
            "import(",
            "http:",
            "https:",
        ] {
            assert!(!SCRIPT.contains(word), "{word}");
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    #[test]
    fn no_word_says_that_a_draft_may_be_signed() {
        let templates = [
            include_str!("../templates/open.html"),
            include_str!("../templates/document.html"),
            include_str!("../templates/finding.html"),
            include_str!("../templates/close.html"),
            SCRIPT,
        ];
        for word in ["được ký", "hợp lệ", " đạt", "✓", "✔"] {
            assert!(templates.iter().all(|own| !own.to_lowercase().contains(word)), "{word}");
        }
    }
}
