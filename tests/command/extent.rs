//! How much a report for people tells.

use super::support::{DRAFT, Folder};

/// More files than are shown one by one.
const MANY: usize = 11;

fn folder(files: usize) -> Folder {
    let wrong = DRAFT.replace("VIỆT NAM", "VIỆT NAN");
    let names: Vec<String> = (1..files).map(|number| format!("{number:02}.md")).collect();
    let mut all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), DRAFT)).collect();
    all.push(("sai.md", &wrong));
    Folder::with(&all)
}

#[test]
fn many_files_are_a_table_unless_all_is_asked_for() {
    let folder = folder(MANY);
    let run = |more: &[&str]| folder.run(&[&["check", ".", "--only", "format/national-name"], more].concat());
    let usual = run(&[]);
    assert_eq!(usual.status, 1);
    assert_eq!(run(&["--summary"]).out, usual.out);
    insta::assert_snapshot!("table", usual.out);
    let full = run(&["--full"]);
    assert!(full.out.contains("PHẢI SỬA format/national-name") && full.out.contains("VIỆT NAN"), "{full}");
    assert!(run(&["--quiet"]).out.contains("PHẢI SỬA format/national-name"));
    assert_eq!(run(&["--quiet", "--summary"]).status, 2);
}

#[test]
fn a_clean_file_is_one_line() {
    let folder = Folder::with(&[("a.md", DRAFT), ("thư.md", "Kính gửi anh Ba,\n\nTôi đi chợ.\n")]);
    let clean = folder.run(&["check", "a.md", "--only", "format/national-name"]);
    assert_eq!(clean.out.lines().count(), 1, "{clean}");
    assert!(
        clean.out.starts_with("a.md: không phát hiện vấn đề nào (dữ liệu hiệu lực văn bản đến "),
        "{clean}"
    );
    assert!(clean.out.contains("; đã kiểm tra 1 trên 1"), "{clean}");
    for more in [&["--summary"][..], &[], &["--full"]] {
        let both =
            folder.run(&[&["check", "a.md", "thư.md", "--only", "format/national-name"], more].concat());
        assert!(both.out.contains("CHƯA KIỂM TRA ĐƯỢC") && both.out.contains("  thư.md"), "{both}");
    }
}
