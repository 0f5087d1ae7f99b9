//! What comes before the first document.

use crate::say::{Tongue, both};
use crate::{hash, pack};
use askama::Template;
use std::sync::LazyLock;
use thethuc_core::finding::Words;
use thethuc_core::report::format::Setting;
use thethuc_core::report::wording;

/// The one style of the page.
const STYLE: &str = concat!(
    include_str!("../templates/style/page.css"),
    include_str!("../templates/style/paper.css"),
    include_str!("../templates/style/finding.css"),
    include_str!("../templates/style/slip.css"),
    include_str!("../templates/style/narrow.css"),
    include_str!("../templates/style/print.css"),
);
/// Its script, which stands at the end.
pub const SCRIPT: &str = concat!(
    include_str!("../templates/script/start.js"),
    include_str!("../templates/script/finding.js"),
    include_str!("../templates/script/decide.js"),
    include_str!("../templates/script/move.js"),
    include_str!("../templates/script/slip.js"),
    include_str!("../templates/script/files.js"),
    include_str!("../templates/script/end.js"),
);
/// What tells the style, before anything shows, that the script will run.
const START: &str = "document.documentElement.classList.add(\"scripted\");";

/// What may run and load: the style and the scripts by their hashes, and nothing else.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let (style, start, script) = (hash::source(STYLE), hash::source(START), hash::source(SCRIPT));
    format!(
        "default-src 'none'; style-src {style}; script-src {start} {script}; base-uri 'none'; form-action 'none'"
    )
});

/// The head of the page.
#[derive(Template)]
#[template(path = "open.html")]
pub struct Open<'a> {
    l: Tongue,
    language: &'static str,
    title: &'static str,
    is_packed: bool,
    /// What packed drafts have in common, packed, and its length in bytes.
    common: Option<(String, usize)>,
    start: &'static str,
    policy: &'static str,
    style: &'static str,
    version: &'static str,
    replacing: &'a [&'a str],
    /// The office packs whose rules and data were applied.
    packs: Vec<Words>,
    /// What stands at the head, of how the report was made.
    told: &'a [Words],
}

impl<'a> Open<'a> {
    /// The head of a report.
    pub fn of(setting: &Setting<'a>, is_packed: bool, told: &'a [Words]) -> Self {
        let language = setting.language;
        Self {
            l: Tongue(language),
            language: language.pick("vi", "en"),
            title: language.pick("Kết quả kiểm tra thể thức", "Report on form and technique"),
            is_packed,
            common: if is_packed { pack::common() } else { None },
            start: START,
            policy: &POLICY,
            style: STYLE,
            version: env!("CARGO_PKG_VERSION"),
            replacing: setting.replacing,
            packs: setting
                .names
                .packs()
                .into_iter()
                .map(|own| both(|language| wording::pack(own, language)))
                .collect(),
            told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_stay_in_their_elements() {
        for text in [STYLE, START, SCRIPT] {
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
            include_str!("../templates/body.html"),
            include_str!("../templates/finding.html"),
            include_str!("../templates/close.html"),
            SCRIPT,
        ];
        for word in ["được ký", "hợp lệ", " đạt", "✓", "✔"] {
            assert!(templates.iter().all(|own| !own.to_lowercase().contains(word)), "{word}");
        }
    }
}
