//! `thethuc check --format html`: one page over a folder.

use super::support::{DRAFT, Folder};

fn count(page: &str, words: &str) -> usize {
    page.matches(words).count()
}

#[test]
fn a_folder_is_one_page_with_a_piece_for_each_file() {
    let wrong = DRAFT.replace("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAN");
    let drafts = [("a.md", DRAFT), ("b/sai.md", &wrong), ("rỗng.md", ""), ("c.docx", "no Word file")];
    let folder = Folder::with(&drafts);
    let ended = folder.run(&["check", ".", "--output", "html=bao-cao.html", "--output", "json=-"]);
    let page = std::fs::read_to_string(folder.path().join("bao-cao.html")).expect("a page");
    let json = ended.json();
    let documents = json["documents"].as_array().expect("a list");
    assert_eq!(count(&page, "<details class=\"doc\""), documents.len());
    for document in documents {
        let path = document["path"].as_str().expect("a path");
        let (_, piece) = page.split_once(&format!("data-path=\"{path}\"")).expect("a piece");
        let (piece, _) = piece.split_once("<details class=\"doc\"").unwrap_or((piece, ""));
        let findings = document["findings"].as_array().map_or(0, Vec::len);
        assert_eq!(count(piece, "<details class=\"f "), findings, "{path}");
        let is_judged = document["judged_by"] == "regime";
        assert_eq!(
            piece.contains("data-judged=\"regime\"") || piece.starts_with(" data-judged=\"regime\""),
            is_judged,
            "{path}"
        );
    }
    let unjudged = documents.iter().filter(|own| own["judged_by"] != "regime").count();
    assert!(unjudged >= 1 && page.contains("CHƯA KIỂM TRA ĐƯỢC"), "{unjudged}");
    assert!(page.ends_with("</html>\n") && page.starts_with("<!DOCTYPE html>"));
    let rule = page.split_once("id=\"r-format-national-name\"").expect("the rule is told once").1;
    let told = "1 <span lang=\"vi\">nhận xét, ở</span><span lang=\"en\">findings in</span> 1 ";
    assert!(rule.contains(told), "{rule}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let folder = Folder::with(&[("a.md", DRAFT), ("b.md", DRAFT)]);
    let run = |jobs: &str| folder.run(&["check", "a.md", "b.md", "--format", "html", "--jobs", jobs]).out;
    let page = run("1");
    assert_eq!(page, run("2"));
    assert_eq!(count(&page, "<script>"), 2);
    assert_eq!(count(&page, "Content-Security-Policy"), 1);
}

#[test]
fn drafts_of_a_large_folder_lie_packed() {
    let names: Vec<String> = (0..24).map(|number| format!("{number:02}.md")).collect();
    let drafts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let page = Folder::with(&drafts).run(&["check", ".", "--format", "html"]).out;
    assert_eq!((count(&page, "<details class=\"doc\""), count(&page, "<template>")), (24, 24));
    assert_eq!(count(&page, "class=\"paper\""), 0);
    assert!(page.contains("<html lang=\"vi\" class=\"packed\">"));
}

#[test]
fn the_page_speaks_the_language_of_the_run() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let page = folder.run(&["check", "a.md", "--format", "html", "--lang", "en"]).out;
    assert!(page.contains("<html lang=\"en\">") && page.contains("A machine checked"), "{page}");
    assert!(page.contains("lang=\"vi\""), "the draft stays Vietnamese");
}
