//! `thethuc new`.

use super::support::Folder;

const ORGAN: &str = "Ủy ban nhân dân xã Hòa An";

#[test]
fn a_word_document_is_written_and_is_clean() {
    let folder = Folder::with(&[]);
    let ended = folder.run(&["new", "Kế hoạch", "--organ", ORGAN, "-o", "kế hoạch.docx"]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.out.contains("“kế hoạch.docx”: Kế hoạch, văn bản hành chính"), "{ended}");
    let bytes = std::fs::read(folder.path().join("kế hoạch.docx")).expect("the file");
    assert!(bytes.starts_with(b"PK"));
    let checked = folder.run(&["check", "kế hoạch.docx", "--fail-on", "warning"]);
    assert_eq!(checked.status, 0, "{checked}");
}

#[test]
fn a_file_is_never_overwritten_without_force() {
    let folder = Folder::with(&[("a.md", "giữ lại")]);
    let read = || std::fs::read_to_string(folder.path().join("a.md")).expect("the file");
    let arguments = ["new", "cong van", "--organ", ORGAN, "-o", "a.md"];
    let ended = folder.run(&arguments);
    assert_eq!((ended.status, read().as_str()), (2, "giữ lại"));
    assert!(ended.err.contains("“a.md” đã có"), "{ended}");
    let ended = folder.run(&[&arguments[..], &["--force"]].concat());
    assert_eq!(ended.status, 0, "{ended}");
    assert!(read().contains("V/v [trích yếu nội dung công văn]"));
}

#[test]
fn what_cannot_be_is_said_in_one_sentence_and_nothing_is_written() {
    let folder = Folder::with(&[]);
    let ended = folder.run(&[
        "new",
        "Quyết định",
        "--organ",
        "Chủ tịch UBND xã Hòa An",
        "--class",
        "normative",
        "--date",
        "2026-03-02",
        "-o",
        "a.docx",
    ]);
    insta::assert_snapshot!(ended);
    let english =
        ["new", "decision", "--organ", "UBND huyện Bình Khê", "--date", "2026-03-02", "-o", "a.docx"];
    let ended = folder.run(&[&english[..], &["--lang", "en"]].concat());
    insta::assert_snapshot!(ended);
    let ended = folder.run(&["new", "Quyết định", "--organ", ORGAN, "-o", "a.pdf"]);
    assert_eq!(ended.status, 2, "{ended}");
    assert!(std::fs::read_dir(folder.path()).expect("the folder").next().is_none());
}
