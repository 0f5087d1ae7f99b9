//! `--rules`, `--only` and `--skip`.

use super::support::{DRAFT, Folder};

#[test]
fn a_rule_that_does_not_exist_is_named() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    for option in ["--only", "--skip"] {
        let ended = folder.run(&["check", "a.md", option, "không/có"]);
        assert_eq!(ended.status, 2);
        assert!(ended.err.contains("“không/có”"), "{ended}");
        assert!(ended.out.is_empty());
    }
}

#[test]
fn a_folder_of_rules_that_does_not_exist_is_named() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let ended = folder.run(&["check", "a.md", "--rules", "thiếu"]);
    assert_eq!(ended.status, 2);
    assert_eq!(ended.err, "Lỗi: không có thư mục quy tắc “thiếu”.\n");
}

#[test]
fn a_faulty_rule_is_told_with_its_line_and_column() {
    let rule = "title: { vi: Quốc hiệu, en: National name }\nseverty: error\n";
    let folder = Folder::with(&[("a.md", DRAFT), ("luật/format/x.yaml", rule)]);
    let ended = folder.run(&["check", "a.md", "--rules", "luật"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("luật/format/x.yaml:2:1"), "{ended}");
    assert!(ended.err.contains("severity"), "{ended}");
    assert!(ended.out.is_empty());
}
