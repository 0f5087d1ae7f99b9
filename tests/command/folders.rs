//! `thethuc check` on folders.

use super::support::{DRAFT, Ended, Folder};

fn paths(ended: &Ended) -> Vec<String> {
    let report = ended.json();
    let documents = report["documents"].as_array().expect("a list").clone();
    documents.iter().map(|document| document["path"].as_str().expect("a path").to_owned()).collect()
}

#[test]
fn drafts_are_found_and_other_files_are_passed_over() {
    let folder = Folder::with(&[
        ("b.md", DRAFT),
        ("a/c.MD", DRAFT),
        ("a/b.txt", "Tôi đi chợ.\n"),
        ("README.md", "# Thư mục dự thảo\n\nHướng dẫn nộp tệp.\n"),
        ("~$b.docx", "x"),
        (".ẩn.md", DRAFT),
        (".gitignore", "bỏ-qua/\n"),
        ("bỏ-qua/d.md", DRAFT),
        ("cũ.doc", "x"),
        ("ảnh.png", "x"),
        ("b - nhận xét thể thức.docx", "x"),
        ("b.md.bak", DRAFT),
    ]);
    let ended = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(paths(&ended), ["./a/c.MD", "./b.md"]);
    let summary = &ended.json()["summary"];
    assert_eq!(summary["not_drafts"], 5);
    assert_eq!(summary["other_documents"], 1);
}

#[test]
fn a_named_file_is_checked_whatever_it_is() {
    let folder = Folder::with(&[("README.md", "# Thư mục dự thảo\n"), (".ẩn.md", DRAFT)]);
    let ended = folder.run(&["check", "README.md", ".ẩn.md", "README.md", "--format", "json"]);
    assert_eq!(paths(&ended), ["README.md", ".ẩn.md"]);
    assert_eq!(ended.json()["summary"]["not_drafts"], 0);
}

#[test]
fn a_damaged_word_file_in_a_folder_is_never_passed_over() {
    let folder = Folder::with(&[("hỏng.docx", "không phải zip"), ("b.md", DRAFT)]);
    let ended = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(ended.status, 3);
    assert_eq!(paths(&ended), ["./b.md", "./hỏng.docx"]);
}

#[test]
fn an_empty_folder_is_said_to_be_empty() {
    for files in [&[][..], &[("cũ.doc", "x"), ("bản chụp.pdf", "x")][..]] {
        let folder = Folder::with(files);
        let ended = folder.run(&["check", "."]);
        assert_eq!(ended.status, 3);
        assert!(ended.out.contains("Không tìm thấy dự thảo nào"), "{ended}");
        assert_eq!(folder.run(&["check", ".", "--allow-unjudged"]).status, 0);
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said_with_its_name() {
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("khóa.md", DRAFT), ("mở.md", DRAFT), ("cấm/a.md", DRAFT)]);
    let forbid = |name: &str| {
        let nobody = std::fs::Permissions::from_mode(0o000);
        std::fs::set_permissions(folder.path().join(name), nobody).expect("own files");
    };
    forbid("khóa.md");
    forbid("cấm");
    if std::fs::read(folder.path().join("khóa.md")).is_ok() {
        // Written past the capture of the test harness: a skipped test must be seen.
        let said =
            writeln!(std::io::stderr(), "skipped: this user may read every file, whatever its permissions");
        return said.expect("standard error is open");
    }
    let ended = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(ended.status, 3);
    let report = ended.json();
    let errors: Vec<_> =
        (0..3).filter_map(|index| report["documents"][index]["error"].as_str().map(str::to_owned)).collect();
    assert!(errors.iter().any(|error| error.contains("khóa.md") && error.contains("quyền")), "{errors:?}");
    assert!(errors.iter().any(|error| error.contains("cấm") && error.contains("quyền")), "{errors:?}");
    let allow = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(folder.path().join("cấm"), allow).expect("own files");
}

#[test]
fn a_list_of_files_is_taken_by_the_rules_of_folders() {
    let folder = Folder::with(&[
        ("a.md", DRAFT),
        ("b c.md", DRAFT),
        ("xa/d.md", DRAFT),
        ("README.md", "# Thư mục dự thảo\n"),
        ("~$a.docx", "x"),
        ("cũ.doc", "x"),
        ("ảnh.png", "x"),
        ("ds.txt", "b c.md\r\nREADME.md\r\n~$a.docx\r\ncũ.doc\r\nảnh.png\r\na.md\r\n\r\nxa\r\n"),
    ]);
    let by_lines = folder.run(&["check", "a.md", "--files-from", "ds.txt", "--format", "json"]);
    assert_eq!(paths(&by_lines), ["a.md", "b c.md", "xa/d.md"]);
    assert_eq!(by_lines.json()["summary"]["not_drafts"], 2);
    assert_eq!(by_lines.json()["summary"]["other_documents"], 1);
    let by_nul = folder.run_with(&["check", "--files-from", "-", "--format", "json"], b"b c.md\0a.md\0");
    assert_eq!(paths(&by_nul), ["b c.md", "a.md"]);
    let gone = folder.run_with(&["check", "--files-from", "-", "--format", "json"], "mất.md\n".as_bytes());
    assert_eq!((gone.status, paths(&gone)), (3, vec!["mất.md".to_owned()]));
    assert_eq!(folder.run(&["check", "--files-from", "-"]).status, 3, "nothing was checked");
}

#[test]
fn a_list_that_cannot_be_had_is_wrong_use() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let utf16: Vec<u8> = "\u{FEFF}a.md".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (arguments, input, said) in [
        (&["--files-from", "không-có.txt"][..], &b""[..], "không-có.txt"),
        (&["-", "--files-from", "-"], b"a.md", "đầu vào chuẩn"),
        (&["--files-from", "-"], &utf16, "UTF-8"),
    ] {
        let ended = folder.run_with(&[&["check"], arguments].concat(), input);
        assert_eq!(ended.status, 2, "{ended}");
        assert!(ended.err.contains(said) && ended.out.is_empty(), "{ended}");
    }
}

#[test]
fn files_of_other_kinds_under_their_right_name_are_not_called_misnamed() {
    let folder = Folder::with(&[("hồ sơ.rar", "Rar!\u{1a}\u{7}"), ("bản chụp.pdf", "%PDF-1.4\n")]);
    for (file, kind) in [("hồ sơ.rar", "RAR"), ("bản chụp.pdf", "PDF")] {
        let ended = folder.run(&["check", file]);
        assert_eq!(ended.status, 3, "{ended}");
        assert!(ended.out.contains(kind) && !ended.out.contains("không đúng với tên"), "{ended}");
    }
    assert_eq!(folder.run(&["check", "."]).status, 3, "a folder that holds no draft is not green");
}
