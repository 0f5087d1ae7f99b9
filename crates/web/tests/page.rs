//! What the page says and does, read from its sources.

const PAGE: &str = include_str!("../page/page.html");
const SCRIPTS: [&str; 14] = [
    include_str!("../page/frame.js"),
    include_str!("../page/unpack.js"),
    include_str!("../page/worker.js"),
    include_str!("../page/script/10-words.js"),
    include_str!("../page/script/15-settings.js"),
    include_str!("../page/script/20-engine.js"),
    include_str!("../page/script/30-sources.js"),
    include_str!("../page/script/40-check.js"),
    include_str!("../page/script/50-show.js"),
    include_str!("../page/script/55-take.js"),
    include_str!("../page/script/60-settings.js"),
    include_str!("../page/script/65-rules.js"),
    include_str!("../page/script/70-sketch.js"),
    include_str!("../page/script/90-page.js"),
];

/// A machine checks; whether a draft may be signed is for people.
#[test]
fn nothing_says_that_a_draft_is_approved() {
    for text in SCRIPTS.into_iter().chain([PAGE]) {
        for word in ["được ký", "hợp lệ", " đạt", "✓", "✔"] {
            assert!(!text.to_lowercase().contains(word), "{word}");
        }
    }
}

/// Words of drafts become text and nothing else; what is asked for is the module of the page's own server.
#[test]
fn words_are_never_run_and_nothing_is_sent() {
    let count = |word: &str| SCRIPTS.iter().map(|own| own.matches(word).count()).sum::<usize>();
    for word in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
        "EventSource",
        "importScripts",
        "indexedDB",
        "sessionStorage",
        "document.cookie",
    ] {
        assert_eq!(count(word), 0, "{word}");
    }
    assert_eq!((count("fetch("), count("localStorage.setItem")), (1, 1));
}

/// What stands on the page in Vietnamese stands there in English too.
#[test]
fn every_button_label_and_heading_has_both_languages() {
    let app = PAGE.split_once("id=\"app\"").map_or("", |(_, rest)| rest);
    for start in ["<button", "<label", "<h1", "<h2"] {
        for own in app.split(start).skip(1) {
            let tag = own.split('>').next().unwrap_or_default();
            let is_filled = tag.contains("id=\"language\"") || tag.contains("id=\"result-title\"");
            let holds_words = own.split_once('>').is_some_and(|(_, rest)| !rest.starts_with('<'));
            assert!(tag.contains("data-en") || is_filled || !holds_words, "{start}{tag}");
        }
    }
}
