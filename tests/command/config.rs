//! `thethuc.yaml`: what an office says of the checking of its drafts.

use super::support::{DRAFT, Ended, Folder};

/// The draft with a fault in the national name.
fn faulty() -> String {
    DRAFT.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA")
}

/// One rule is enough to see what a configuration does; it alone judges no draft as a whole.
const ONE: &str = "only: [format/national-name]\nallow-unjudged: true\n";

fn findings(ended: &Ended, document: usize) -> Vec<serde_json::Value> {
    ended.json()["documents"][document]["findings"].as_array().expect("findings").clone()
}

#[test]
fn the_nearest_file_wins_key_by_key_and_the_command_line_wins_over_all() {
    let folder = Folder::with(&[
        ("thethuc.yaml", &format!("{ONE}fail-on: never\nlanguage: en\n")),
        ("a.md", &faulty()),
        ("xa/thethuc.yaml", "fail-on: error\n"),
        ("xa/b.md", &faulty()),
    ]);
    assert_eq!(folder.run(&["check", "a.md"]).status, 0);
    let nearer = folder.run(&["check", "xa/b.md", "--format", "json"]);
    assert_eq!((nearer.status, findings(&nearer, 0).len()), (1, 1), "{nearer}");
    let configurations = &nearer.json()["documents"][0]["configurations"];
    assert_eq!(configurations, &serde_json::json!(["xa/thethuc.yaml", "thethuc.yaml"]));
    assert_eq!(folder.run(&["check", "a.md", "--fail-on", "error"]).status, 1);
    let without = folder.run(&["check", "a.md", "--no-config", "--only", "format/national-name"]);
    assert_eq!(without.status, 1, "{without}");
    assert!(!without.out.contains("thethuc.yaml") && without.out.contains("PHẢI SỬA"), "{without}");
    std::fs::write(folder.path().join("rieng.yaml"), "fail-on: never\n").expect("written");
    assert_eq!(folder.run(&["check", "xa/b.md", "--config", "rieng.yaml"]).status, 0);
}

#[test]
fn paths_outputs_and_exclusions_count_from_the_folder_of_the_file() {
    let yaml = format!("{ONE}paths: [van-ban]\nexclude: [van-ban/luu]\noutputs: {{ json: kq.json }}\n");
    let folder = Folder::with(&[
        ("thethuc.yaml", &yaml),
        ("van-ban/a.md", &faulty()),
        ("van-ban/luu/b.md", &faulty()),
    ]);
    let ended = folder.run(&["check"]);
    assert_eq!((ended.status, ended.out.as_str()), (1, ""), "{ended}");
    let report = std::fs::read_to_string(folder.path().join("kq.json")).expect("the report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let documents = report["documents"].as_array().expect("documents");
    assert_eq!(documents.len(), 1, "{report}");
    assert_eq!(documents[0]["path"], "van-ban/a.md");
    // What is named is checked all the same.
    let named = folder.run(&["check", "van-ban/luu/b.md", "--format", "json"]);
    assert_eq!(findings(&named, 0).len(), 1);
}

#[test]
fn a_severity_by_path_holds_for_its_files_alone() {
    let yaml = format!("{ONE}by-path:\n- paths: [cu]\n  severity: {{ format/national-name: note }}\n");
    let folder = Folder::with(&[("thethuc.yaml", &yaml), ("a.md", &faulty()), ("cu/b.md", &faulty())]);
    let ended = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(findings(&ended, 0)[0]["severity"], "error");
    assert_eq!(findings(&ended, 1)[0]["severity"], "note");
}

#[test]
fn a_silence_is_shown_with_its_reason_and_fails_nothing() {
    let yaml = format!(
        "{ONE}silence:\n- rule: format/national-name\n  words: CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM\n  reason: bản chép từ sổ cũ\n  who: Lê Thị Hoa\n"
    );
    let folder = Folder::with(&[("thethuc.yaml", &yaml), ("a.md", &faulty()), ("b.md", DRAFT)]);
    let ended = folder.run(&["check", "."]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.out.contains("Giữ nguyên – lý do: bản chép từ sổ cũ (Lê Thị Hoa)"), "{ended}");
    assert!(!ended.err.contains("không còn ứng"), "{ended}");
}

#[test]
fn a_silence_past_its_day_or_on_nothing_is_told_and_fails_nothing_by_itself() {
    let silence = |until: &str| {
        format!(
            "{ONE}silence:\n- rule: format/national-name\n  words: CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM\n  reason: cũ\n{until}"
        )
    };
    let over = Folder::with(&[("thethuc.yaml", &silence("  until: 2026-01-31\n")), ("a.md", &faulty())]);
    let ended = over.run(&["check", "."]);
    assert_eq!(ended.status, 1, "{ended}");
    assert!(ended.err.contains("thethuc.yaml, silence 1") && ended.err.contains("31/01/2026"), "{ended}");
    let needless = Folder::with(&[("thethuc.yaml", &silence("")), ("a.md", DRAFT), ("b.md", DRAFT)]);
    let ended = needless.run(&["check", "."]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.err.contains("silence 1: không còn ứng"), "{ended}");
    let some = needless.run(&["check", "a.md"]);
    assert_eq!(some.err, "", "a run over one file says nothing of the others");
}

#[test]
fn words_used_on_purpose_are_accepted_but_not_where_the_law_leaves_no_choice() {
    let faults = "accept:\n- { rule: format/national-name, words: x, reason: y }\n";
    let folder = Folder::with(&[("thethuc.yaml", faults), ("a.md", DRAFT)]);
    let ended = folder.run(&["check", "a.md"]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("thethuc.yaml:2:"), "{ended}");
    assert!(ended.err.contains("Quốc hiệu do pháp luật định"), "{ended}");

    let motto = DRAFT.replace("Tự do - Hạnh phúc", "Tự do - Hạnh Phúc");
    let accept = "only: [format/motto]\nallow-unjudged: true\naccept:\n- rule: format/motto\n  words: Độc lập - Tự do - Hạnh Phúc\n  reason: chữ trên phôi in sẵn\n";
    let folder = Folder::with(&[("thethuc.yaml", accept), ("a.md", &motto)]);
    let ended = folder.run(&["check", "a.md"]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.out.contains("Theo quy định riêng của cơ quan: format/motto"), "{ended}");
}

#[test]
fn a_reviewer_takes_what_came_with_the_draft_as_asked_for() {
    let silent = "silence:\n- rule: format/national-name\n  words: CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM\n  reason: theo mẫu cũ\n";
    let folder = Folder::with(&[
        ("thethuc.yaml", ONE),
        ("den/thethuc.yaml", &format!("{silent}fail-on: never\ntrust: all\n")),
        ("den/a.md", &faulty()),
    ]);
    assert_eq!(folder.run(&["check", "den"]).status, 0);
    let ended = folder.run(&["check", "den", "--trust", "own"]);
    assert_eq!(ended.status, 1, "{ended}");
    assert!(ended.out.contains("Đơn vị soạn thảo đề nghị giữ nguyên: theo mẫu cũ"), "{ended}");
    std::fs::write(folder.path().join("thethuc.yaml"), format!("{ONE}trust: own\n")).expect("written");
    assert_eq!(folder.run(&["check", "den"]).status, 1, "the file above says whom to trust");
}

#[test]
fn a_comment_in_the_draft_keeps_words_with_a_reason_alone() {
    let (_, below) = DRAFT.split_once("\n\n").expect("a header and a body");
    let with = |comment: &str| {
        let head = "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH\n\nSố: 15/QĐ-UBND";
        let name = "**CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM**\n\n**Độc lập - Tự do - Hạnh phúc**";
        format!("{head}\n\n<!-- {comment} -->\n\n{name}\n\n*Hòa Bình, ngày 02 tháng 3 năm 2026*\n\n{below}")
    };
    let run = |comment: &str, more: &[&str]| {
        let folder = Folder::with(&[("thethuc.yaml", ONE), ("a.md", &with(comment))]);
        folder.run(&[&["check", "a.md"], more].concat())
    };
    let kept = run("Giữ nguyên vì bản chép từ sổ cũ", &[]);
    assert_eq!(kept.status, 0, "{kept}");
    assert!(kept.out.contains("vì bản chép từ sổ cũ"), "{kept}");
    let bare = run("Giữ nguyên", &[]);
    assert_eq!(bare.status, 1, "{bare}");
    assert!(bare.out.contains("chưa nêu lý do"), "{bare}");
    let claim = run("Giữ nguyên vì bản chép từ sổ cũ", &["--trust", "own"]);
    assert_eq!(claim.status, 1, "{claim}");
    assert!(claim.out.contains("Đơn vị soạn thảo đề nghị giữ nguyên"), "{claim}");
}
