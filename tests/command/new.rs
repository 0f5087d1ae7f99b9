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
fn days_and_organs_are_understood_as_people_type_them() {
    let folder = Folder::with(&[]);
    let run = |organ: &str, day: &str, file: &str| {
        let ended = folder.run(&["new", "Công văn", "--organ", organ, "--date", day, "-o", file]);
        assert_eq!(ended.status, 0, "{ended}");
        std::fs::read_to_string(folder.path().join(file)).expect("the file")
    };
    let full = run("Ủy ban nhân dân phường Ba Đình", "2026-11-15", "a.md");
    assert_eq!(full, run("UBND P. Ba Đình", "15/11/2026", "b.md"));
    assert!(full.contains("tháng 11 năm 2026"), "{full}");
    let wrong = folder.run(&["new", "Công văn", "--organ", ORGAN, "--date", "31/02/2026", "-o", "c.md"]);
    assert_eq!(wrong.status, 2, "{wrong}");
    assert!(wrong.err.contains("15/11/2026"), "{wrong}");
    let checked = folder.run(&["check", "a.md", "--as-of", "15/11/2026"]);
    assert!(checked.status < 2, "{checked}");
}

#[test]
fn a_unit_that_is_not_there_on_the_day_is_told_and_the_draft_is_written() {
    let folder = Folder::with(&[]);
    let run = |organ: &str, day: &str, language: &str, file: &str| {
        let ended =
            folder.run(&["new", "Kế hoạch", "--organ", organ, "--date", day, "-o", file, "--lang", language]);
        assert_eq!(ended.status, 0, "{ended}");
        assert!(folder.path().join(file).exists());
        ended.out
    };
    let merged = "UBND tỉnh Hà Giang";
    let told = run(merged, "02/3/2026", "vi", "a.md");
    assert!(told.contains("tỉnh Hà Giang không còn từ ngày 01/7/2025, nay thuộc tỉnh Tuyên Quang"), "{told}");
    let told = run(merged, "02/3/2026", "en", "b.md");
    assert!(told.contains("tỉnh Hà Giang no longer exists since 01/7/2025"), "{told}");
    assert!(!run(merged, "02/3/2022", "vi", "c.md").contains("danh mục"));
    assert!(!run("UBND tỉnh Tuyên Quang", "02/3/2026", "vi", "d.md").contains("danh mục"));
    let told = run("UBND tỉnh An Giao", "02/3/2026", "vi", "e.md");
    assert!(told.contains("chưa có tỉnh An Giao vào ngày 02/3/2026"), "{told}");
    // Nothing to look up: the name of a department tells no unit.
    assert!(!run("Phòng Kinh tế", "02/3/2026", "vi", "f.md").contains("anh mục"));
}

#[test]
fn the_forms_are_listed_with_models_organs_and_class() {
    let folder = Folder::with(&[]);
    let listed = folder.run(&["new", "--list"]);
    assert_eq!(listed.status, 0, "{listed}");
    for words in ["Quyết định (QĐ)\n", "Mẫu 1.5: Công văn", "văn bản hành chính", "29 loại văn bản"]
    {
        assert!(listed.out.contains(words), "no “{words}”: {listed}");
    }
    let english = folder.run(&["new", "--list", "--class", "normative", "--lang", "en"]);
    assert!(english.out.contains("the people's council") && english.out.ends_with("2 forms.\n"), "{english}");
    assert!(!english.out.contains("Mẫu 1.5") && english.out.contains("(QĐ) – Decision"), "{english}");
    assert!(!listed.out.contains("Decision") && !listed.out.contains("normative"), "{listed}");
    let json = folder.run(&["new", "--list", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(value["schema"], "thethuc/forms/v1");
    assert_eq!(value["forms"].as_array().map(Vec::len), Some(29));
    let model = &value["forms"][0]["models"][0];
    assert!(model["name"]["vi"].is_string() && model["organs"][0]["en"].is_string(), "{model}");
    assert!(model["class"].is_string() && model["attaches"].is_boolean() && model["regimes"].is_array());
    let both = folder.run(&["new", "Công văn", "--list"]);
    assert_eq!(both.status, 2, "{both}");
}

/// Nobody reads from the pipe: a program that opened it would wait for ever.
#[cfg(unix)]
#[test]
fn a_pipe_is_not_written_to_even_with_force() {
    use std::os::unix::fs::FileTypeExt;
    let folder = Folder::with(&[]);
    let pipe = folder.path().join("a.docx");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    for form in [&["--force"][..], &[]] {
        let ended =
            folder.run(&[&["new", "Quyết định", "--organ", ORGAN, "-o", "a.docx"][..], form].concat());
        assert_eq!(ended.status, 2, "{ended}");
    }
    assert!(std::fs::metadata(&pipe).expect("there").file_type().is_fifo());
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
