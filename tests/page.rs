//! The report as a page: every word of the draft once and in order, marks on just the words of the findings,
//! every finding beside them, and nothing in a draft that is more than text.
//!
//! Besides what is committed, the documents beside the repository (`../shared`, or the folder named by
//! `THETHUC_SHARED`) are looked at; without them the test says so and is skipped.
#![allow(clippy::expect_used)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeSet, HashSet};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use thethuc_core::checker::{Checked, Checker, Options};
use thethuc_core::finding::Anchor;
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::model::Document;
use thethuc_core::report::overview::Overview;
use thethuc_core::report::{Outcome, Reported};
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::text::Date;
use thethuc_html::Html;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let today = Date::new(2026, 11, 29).expect("a day");
    Checker::new(thethuc_law::book(), Options::on(today)).expect("no names")
});

fn setting() -> Setting<'static> {
    Setting { language: Language::Vi, names: CHECKER.book(), replacing: &[] }
}

/// The piece of a page on one document.
fn piece(path: &str, checked: &Checked, source: &[u8]) -> String {
    let reported = Reported { path, outcome: Outcome::Checked { checked, source } };
    Html::default().piece(&Document::of(&reported), &reported, &setting())
}

/// The whole page on one document.
fn page(path: &str, source: &[u8]) -> String {
    let checked = CHECKER.check("a.md", source).expect("readable");
    let reported = Reported { path, outcome: Outcome::Checked { checked: &checked, source } };
    let html = Html::on(1);
    let close = html.close_over(&Overview::of(&reported), &setting());
    let piece = html.piece(&Document::of(&reported), &reported, &setting());
    [html.open(&setting()), piece, close].concat()
}

/// A piece of markup.
#[derive(Debug, PartialEq)]
enum Token<'p> {
    Open(&'p str, Vec<(&'p str, String)>),
    Close(&'p str),
    Text(String),
}

fn plain(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// Reads markup as strictly as it is written: attributes are quoted, and no text holds an angle bracket.
fn tokens(page: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        if start > 0 {
            found.push(Token::Text(plain(&rest[..start])));
        }
        let mut quoted = false;
        let is_end = |letter: char| {
            quoted ^= letter == '"';
            letter == '>' && !quoted
        };
        let end = start + rest[start..].find(is_end).expect("a tag ends");
        let inside = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            found.push(Token::Close(name));
            continue;
        }
        let (name, mut written) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while !written.trim().is_empty() {
            written = written.trim_start();
            let length = written.find([' ', '=']).unwrap_or(written.len());
            let (key, more) = written.split_at(length);
            let value = more.strip_prefix("=\"").and_then(|more| more.split_once('"'));
            let (value, more) = value.unwrap_or(("", more));
            attributes.push((key, plain(value)));
            written = more;
        }
        found.push(Token::Open(name, attributes));
    }
    found
}

const VOID: [&str; 4] = ["meta", "col", "br", "!DOCTYPE"];

/// The words of the drawn draft, a line a paragraph, and those that are marked.
fn words(piece: &str) -> (String, String) {
    let Some((_, paper)) = piece.split_once("<article class=\"paper\"") else {
        return (String::new(), String::new());
    };
    let paper = paper.split_once('>').expect("a tag").1.split_once("</article>").expect("an end").0;
    let (mut text, mut marked) = (String::new(), String::new());
    let mut open: Vec<(&str, bool)> = Vec::new();
    for token in tokens(paper) {
        match token {
            Token::Open(name, _) if VOID.contains(&name) => {}
            Token::Open(name, attributes) => {
                open.push((name, attributes.iter().any(|(key, _)| *key == "data-beside")));
            }
            Token::Close(name) => {
                let is_own = !open.iter().any(|(_, beside)| *beside);
                assert_eq!(open.pop().map(|(name, _)| name), Some(name), "tags are closed in order");
                text.push_str(if name == "p" && is_own { "\n" } else { "" });
            }
            Token::Text(_) if open.iter().any(|(_, beside)| *beside) => {}
            Token::Text(words) => {
                text.push_str(&words);
                if open.iter().any(|(name, _)| *name == "mark") {
                    marked.push_str(&words);
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    (text, marked)
}

/// The text without blank lines: cells that others cover show none.
fn lines(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// Letters that no page may hold, and those that turn directions, are shown by one that says so.
fn shown(text: &str) -> String {
    let is_odd = |letter: char| {
        (letter.is_control() && !matches!(letter, '\t' | '\n'))
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(letter, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|letter| if is_odd(letter) { '\u{fffd}' } else { letter }).collect()
}

fn assert_is_whole(path: &str, checked: &Checked, piece: &str) {
    if checked.judged.withholds {
        assert!(!piece.contains("class=\"paper\""), "{path} bears a mark of secrecy");
        return;
    }
    let draft = &checked.draft;
    let (text, marked) = words(piece);
    assert_eq!(lines(&text), lines(&shown(&draft.text)), "{path}");
    let mut is_marked = vec![false; draft.text.len()];
    for place in checked.findings.iter().flat_map(|finding| &finding.places) {
        if place.anchor == Anchor::Words {
            is_marked[place.span.start..place.span.end].fill(true);
        }
    }
    let expected: String = draft
        .text
        .char_indices()
        .filter(|(at, letter)| is_marked[*at] && *letter != '\n')
        .map(|own| own.1)
        .collect();
    assert_eq!(marked.replace('\n', ""), shown(&expected), "{path}");
}

/// Each finding is told once, its links lead somewhere, and no two things have one name.
fn assert_findings_are_told(path: &str, checked: &Checked, piece: &str) {
    let tokens = tokens(piece);
    let attributes: Vec<&(&str, String)> = tokens
        .iter()
        .flat_map(|token| match token {
            Token::Open(_, attributes) => attributes.as_slice(),
            _ => &[],
        })
        .collect();
    let of = |name: &str| {
        attributes.iter().filter(|own| own.0 == name).map(|own| own.1.as_str()).collect::<Vec<_>>()
    };
    let ids = of("id");
    let set: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(set.len(), ids.len(), "{path}: {ids:?}");
    let told = of("class").into_iter().filter(|class| class.starts_with("f ")).count();
    assert_eq!(told, checked.findings.len(), "{path}");
    let apart: HashSet<String> = of("data-n").into_iter().map(str::to_owned).collect();
    for href in of("href") {
        let target = href.strip_prefix('#').expect("links stay on the page");
        assert!(set.contains(target) || target.starts_with("r-"), "{path}: {target}");
    }
    for number in 1..=checked.findings.len() {
        assert!(apart.contains(&number.to_string()), "{path}: {number}");
    }
}

/// Files below a folder, in order.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Draws one in `step` files of a folder, as far as they can be read; gives back how many.
fn draw(folder: &Path, step: usize) -> usize {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    let mut drawn = 0;
    for path in paths.into_iter().step_by(step) {
        let name = path.to_string_lossy();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(checked) = CHECKER.check(&name, &bytes) else { continue };
        let piece = piece(&name, &checked, &bytes);
        assert_is_whole(&name, &checked, &piece);
        assert_findings_are_told(&name, &checked, &piece);
        assert_runs_nothing(&piece);
        drawn += 1;
    }
    drawn
}

#[test]
fn samples_are_drawn_as_they_read() {
    let drawn = draw(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")), 1);
    assert!(drawn > 10, "{drawn}");
}

#[test]
fn real_documents_are_drawn_as_they_read() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let shared = std::env::var_os("THETHUC_SHARED").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let corpus = shared.join("corpus");
    if !corpus.is_dir() {
        println!("skipped: ../shared/corpus is absent");
        return;
    }
    // Published documents are long, and much alike: each is drawn where the time is given.
    let step = if std::env::var_os("THETHUC_EVERY_DRAFT").is_some() { 1 } else { 4 };
    for (name, step, least) in [("layout", 1, 20), ("published", step, 20)] {
        let drawn = draw(&corpus.join(name), step);
        assert!(drawn >= least, "{name}: {drawn} files");
    }
}

/// What a piece may be made of.
const ELEMENTS: [&str; 30] = [
    "a", "article", "b", "bdi", "col", "colgroup", "del", "details", "div", "h2", "h3", "i", "ins", "li",
    "mark", "p", "q", "section", "span", "strong", "summary", "sup", "table", "td", "th", "tr", "ul", "html",
    "head", "body",
];
/// And what its elements may say, besides `data-*` and `aria-*`.
const ATTRIBUTES: [&str; 8] = ["class", "colspan", "href", "id", "lang", "open", "rowspan", "scope"];

/// Whatever a draft holds, it became no element, no attribute, and no address.
fn assert_runs_nothing(piece: &str) {
    let mut seen = BTreeSet::new();
    for token in tokens(piece) {
        let Token::Open(name, attributes) = token else { continue };
        seen.insert(name);
        for (key, value) in attributes {
            let is_known = ATTRIBUTES.contains(&key) || key.starts_with("data-") || key.starts_with("aria-");
            assert!(is_known, "<{name} {key}>");
            assert!(key != "href" || value.starts_with('#'), "{value}");
        }
    }
    assert!(seen.iter().all(|name| ELEMENTS.contains(name)), "{seen:?}");
    assert!(!piece.contains(['\0', '\u{202e}', '\u{2066}']));
}

/// What somebody might write who wants a page to do something.
const ATTACKS: [&str; 9] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    "</article></details><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "a\u{202e}b\u{2066}c\0d",
    "]]> --> {{ 7*7 }} {% raw %} &lt;script&gt; &#60;",
    "{:onclick=\"alert(1)\"}",
];

/// A Word file with an attack behind all words of another, in headers, tables and notes too.
fn hostile_word_file(path: &Path, attack: &str) -> Vec<u8> {
    let file = std::fs::File::open(path).expect("a sample");
    let mut from = zip::ZipArchive::new(file).expect("a Word file");
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let attack: String = attack.chars().filter(|letter| *letter != '\0').collect();
    let attack = attack.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for index in 0..from.len() {
        let mut entry = from.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("bytes");
        if entry.name().starts_with("word/") && entry.name().contains(".xml") {
            let text = String::from_utf8(bytes).expect("XML");
            bytes = text.replace("</w:t>", &format!(" {attack}</w:t>")).into_bytes();
        }
        to.start_file(entry.name(), zip::write::SimpleFileOptions::default()).expect("a place");
        to.write_all(&bytes).expect("memory");
    }
    to.finish().expect("memory").into_inner()
}

#[test]
fn a_hostile_word_file_shows_as_text() {
    let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/samples"));
    for attack in ATTACKS {
        for name in ["quyet-dinh-ban-hanh-quy-che-2026.docx", "quyet-dinh-ca-biet-chu-tich-xa-sai.docx"] {
            let source = hostile_word_file(&samples.join(name), attack);
            let checked = CHECKER.check("a.docx", &source).expect("readable");
            assert!(
                checked.draft.text.matches(attack.trim_matches('"')).count() > 20 || attack.contains('\0')
            );
            let piece = piece(attack, &checked, &source);
            assert_runs_nothing(&piece);
            assert_is_whole(attack, &checked, &piece);
            assert_findings_are_told(attack, &checked, &piece);
        }
    }
}

#[test]
fn a_hostile_draft_shows_as_text() {
    let draft = include_str!("command/draft.md");
    let words: Vec<&str> = draft.split_inclusive('\n').collect();
    for (turn, attack) in ATTACKS.into_iter().enumerate() {
        // Each in a third of the lines, all lines together: so in every component.
        for at in (turn % 3..words.len()).step_by(3) {
            let mut hostile: Vec<String> = words.iter().map(|line| (*line).to_owned()).collect();
            let line = hostile[at].trim_end().to_owned();
            hostile[at] = format!("{line} {attack}\n");
            let source = hostile.concat();
            // Markdown takes elements for its own; plain text takes all as it stands.
            for name in ["a.md", "a.txt"] {
                let Ok(checked) = CHECKER.check(name, source.as_bytes()) else { continue };
                let piece = piece(attack, &checked, source.as_bytes());
                assert_runs_nothing(&piece);
                assert_is_whole(attack, &checked, &piece);
            }
        }
    }
}

#[test]
fn a_clean_draft_is_not_praised() {
    let clean = include_str!("../samples/quyet-dinh-ubnd-tinh-2026.md");
    let checked = CHECKER.check("a.md", clean.as_bytes()).expect("readable");
    assert_eq!(checked.findings.len(), 0, "the sample is clean");
    let page = page("a.md", clean.as_bytes());
    assert!(page.contains("máy không thấy điểm nào còn phải sửa"), "{page}");
    assert!(page.contains("yêu cầu áp dụng"), "how far it was checked");
    let (before, _) = page.split_once("<article").expect("the draft");
    for word in ["được ký", "hợp lệ", "đạt yêu cầu", "✓", "✔", "green"] {
        assert!(!before.to_lowercase().contains(word), "{word}");
    }
}

#[test]
fn words_of_a_secret_draft_stay_out() {
    let draft = include_str!("command/draft.md");
    let secret = draft.replacen("**QUYẾT ĐỊNH**", "MẬT\n\n**QUYẾT ĐỊNH**", 1);
    let checked = CHECKER.check("a.md", secret.as_bytes()).expect("readable");
    assert!(checked.judged.withholds, "the mark is seen");
    let piece = piece("a.md", &checked, secret.as_bytes());
    assert!(piece.contains("dấu chỉ độ mật") && !piece.contains("class=\"paper\""));
    for paragraph in checked.draft.paragraphs.iter().map(|own| own.text(&checked.draft)) {
        // Names of components and of the law are words of ours.
        assert!(paragraph.chars().count() < 40 || !plain(&piece).contains(paragraph), "{paragraph}");
    }
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let error = CHECKER.check("a.pdf", b"%PDF-1.7\n").expect_err("unreadable").words();
    let reported = Reported { path: "<b>.pdf", outcome: Outcome::Unreadable(&error) };
    let piece = Html::default().piece(&Document::of(&reported), &reported, &setting());
    assert!(plain(&piece).contains(&error.vi) && piece.contains("data-judged=\"unreadable\""), "{piece}");
    assert_runs_nothing(&piece);
}

#[test]
fn a_finding_says_what_where_how_and_by_which_law() {
    let source = include_str!("command/draft.md").replace("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAN");
    let page = page("du-thao.md", source.as_bytes());
    let (_, card) = page.split_once("data-rule=\"format/national-name\"").expect("the finding");
    let (card, _) = card.split_once("</details>").expect("its end");
    for said in [
        "Phải sửa",
        "Quốc hiệu",
        "Sửa thành",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Theo<",
        "điểm",
        "số 30/2020/NĐ-CP",
    ] {
        assert!(card.contains(said), "{said}: {card}");
    }
    let (_, rule) =
        page.split_once("<details class=\"rule\" id=\"r-format-national-name\"").expect("the rule");
    let (rule, _) = rule.split_once("</details>").expect("its end");
    for said in ["CHỦ NGHĨA VIÊT NAM", "viết đúng", "CHỦ NGHĨA VIỆT NAM"] {
        assert!(rule.contains(said), "{said}: {rule}");
    }
}

/// What the script saves, in the words of `docs/html-report.md`, is what triage reads.
#[test]
fn saved_decisions_are_read_again() {
    let manual = include_str!("../docs/html-report.md");
    let (_, example) = manual.split_once("```json\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let records = thethuc_core::triage::file::read(example).expect("decisions");
    let written = serde_json::to_value(&records[0]).expect("JSON");
    assert_eq!(written["decision"]["source"], "page");
    let script = include_str!("../crates/html/templates/script/decide.js");
    for key in [
        "on: { fingerprint:",
        "path:",
        "decision: one.decided",
        "{ kind, reason:",
        "who:",
        "day, source: \"page\"",
        thethuc_core::triage::file::SCHEMA,
    ] {
        assert!(script.contains(key), "{key}");
    }
}

/// The bytes in a packed element.
fn bytes(page: &str, start: &str) -> Vec<u8> {
    let (_, rest) = page.split_once(start).expect("a packed element");
    let (_, rest) = rest.split_once('>').expect("its beginning");
    STANDARD.decode(rest.split_once("</template>").expect("its end").0).expect("Base64")
}

/// What a packed draft is when it is opened: the script does the same.
fn unpacked(head: &str, piece: &str) -> String {
    let stream = [bytes(head, "<template id=\"common\""), bytes(piece, "<template")].concat();
    let mut inside = String::new();
    flate2::read::DeflateDecoder::new(stream.as_slice()).read_to_string(&mut inside).expect("deflate");
    let (_, length) = head.split_once("data-length=\"").expect("a length");
    let length: usize = length.split_once('"').expect("a quote").0.parse().expect("a number");
    let (before, rest) = piece.split_once("<template>").expect("a packed draft");
    let after = rest.split_once("</template>").expect("its end").1;
    [before, &inside[length..], after].concat()
}

#[test]
fn a_packed_draft_is_the_same_draft() {
    let wrong = include_str!("command/draft.md").replace("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAN");
    let checked = CHECKER.check("a.md", wrong.as_bytes()).expect("readable");
    let outcome = Outcome::Checked { checked: &checked, source: wrong.as_bytes() };
    let reported = Reported { path: "a.md", outcome };
    let document = Document::of(&reported);
    let packed = Html::on(1000).piece(&document, &reported, &setting());
    let inside = unpacked(&Html::on(1000).open(&setting()), &packed);
    let squeezed = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&inside), squeezed(&piece("a.md", &checked, wrong.as_bytes())));
    assert_is_whole("a.md", &checked, &inside);
    assert!(packed.len() < inside.len() / 3, "{} of {}", packed.len(), inside.len());
    assert!(packed.contains("data-found=\"e\tformat/national-name\topen\t"), "{packed}");
}

#[test]
fn everything_is_said_in_both_languages() {
    let wrong = include_str!("command/draft.md").replace("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAN");
    let page = page("a.md", wrong.as_bytes());
    let (mut vi, mut en) = (0, 0);
    for token in
        tokens(page.split_once("<body>").expect("a body").1.split_once("<script>").expect("its end").0)
    {
        let Token::Open("span", attributes) = token else { continue };
        vi += usize::from(attributes.contains(&("lang", "vi".to_owned())));
        en += usize::from(attributes.contains(&("lang", "en".to_owned())));
    }
    // Words of the draft and of examples are Vietnamese in both.
    assert!(en > 40 && vi >= en, "{vi} in Vietnamese, {en} in English");
    for (vi, en) in
        [("Phải sửa", "Must fix"), ("Quốc hiệu ghi", "national name"), ("Sửa thành", "Write instead")]
    {
        assert!(page.contains(vi) && page.contains(en), "{vi}, {en}");
    }
}
