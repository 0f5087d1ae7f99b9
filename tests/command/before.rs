//! What was found before: baselines, what is shown of them, and decisions saved from a page.

use super::support::{DRAFT, Folder};

const CONFIG: &str =
    "only: [format/national-name, format/motto]\nallow-unjudged: true\nbaseline: moc.jsonl\n";

fn faulty() -> String {
    DRAFT.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA")
}

fn worse() -> String {
    faulty().replace("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh Phúc")
}

fn repository() -> Folder {
    Folder::with(&[("thethuc.yaml", CONFIG), ("a.md", &faulty()), ("b.md", &faulty()), ("c.md", DRAFT)])
}

#[test]
fn what_was_there_before_fails_nothing_and_what_is_new_does() {
    let folder = repository();
    assert_eq!(folder.run(&["check", "."]).status, 2, "the baseline is not there yet");
    let first = folder.run(&["check", ".", "--write-baseline"]);
    assert_eq!(first.status, 0, "{first}");
    let baseline = std::fs::read_to_string(folder.path().join("moc.jsonl")).expect("a baseline");
    let lines = baseline.lines().filter(|line| line.contains("\"fingerprint\"")).count();
    assert_eq!(lines, 2, "{baseline}");
    assert!(baseline.contains("\"path\":\"a.md\"") && !baseline.contains("CHŨ"), "{baseline}");

    let again = folder.run(&["check", "."]);
    assert_eq!((again.status, again.err.as_str()), (0, ""), "{again}");
    assert!(again.out.contains("a.md: không có phát hiện nào khác"), "{again}");
    assert!(again.out.contains("c.md: không phát hiện vấn đề nào"), "{again}");
    assert!(again.out.replace('\n', " ").contains("2 phát hiện không hiện ở đây"), "{again}");

    // One fault more, one repaired, one draft gone elsewhere.
    std::fs::write(folder.path().join("a.md"), worse()).expect("written");
    std::fs::write(folder.path().join("b.md"), DRAFT).expect("written");
    let ended = folder.run(&["check", "."]);
    assert_eq!(ended.status, 1, "{ended}");
    assert!(ended.out.contains("format/motto") && !ended.out.contains("CHŨ"), "{ended}");
    assert!(ended.out.contains("Đã khắc phục: 1 phát hiện (format/national-name)"), "{ended}");
    assert!(ended.err.contains("1 phát hiện ghi trong tệp mốc nay không còn"), "{ended}");
    let json = folder.run(&["check", ".", "--format", "json"]);
    let findings = json.json()["documents"][0]["findings"].clone();
    let states: Vec<&str> =
        findings.as_array().expect("findings").iter().filter_map(|own| own["state"].as_str()).collect();
    assert_eq!(states, ["known", "new"], "{json}");

    let known = folder.run(&["check", ".", "--show", "known"]);
    assert!(known.out.contains("CHŨ") && known.out.contains("Có từ trước"), "{known}");
    assert_eq!(known.status, 1, "what is shown changes nothing of what is new");
    let some = folder.run(&["check", "a.md", "--only", "format/motto"]);
    assert!(!some.out.contains("Đã khắc phục"), "a rule that was not asked repaired nothing: {some}");
}

#[test]
fn a_part_of_the_files_renews_its_own_part_of_the_baseline() {
    let folder = repository();
    folder.run(&["check", ".", "--write-baseline"]);
    std::fs::write(folder.path().join("a.md"), worse()).expect("written");
    std::fs::remove_file(folder.path().join("c.md")).expect("removed");
    assert_eq!(folder.run(&["check", "a.md", "--write-baseline"]).status, 0);
    let baseline = std::fs::read_to_string(folder.path().join("moc.jsonl")).expect("a baseline");
    let of =
        |path: &str| baseline.lines().filter(|line| line.contains(&format!("\"path\":\"{path}\""))).count();
    assert_eq!((of("a.md"), of("b.md"), of("c.md")), (3, 2, 0), "{baseline}");
    assert_eq!(folder.run(&["check", "."]).status, 0);
}

#[test]
fn documents_that_are_gone_and_faulty_baselines_are_told() {
    let folder = repository();
    folder.run(&["check", ".", "--write-baseline"]);
    std::fs::remove_file(folder.path().join("b.md")).expect("removed");
    let ended = folder.run(&["check", "."]);
    assert!(ended.err.contains("1 dự thảo ghi trong tệp mốc nay không có (đầu tiên: b.md)"), "{ended}");
    assert_eq!(ended.status, 0);
    std::fs::write(folder.path().join("moc.jsonl"), "<<<<<<< HEAD\n").expect("written");
    let ended = folder.run(&["check", "."]);
    assert_eq!(ended.status, 2);
    assert!(ended.err.contains("moc.jsonl:1:"), "{ended}");
    let folder = Folder::with(&[("a.md", DRAFT)]);
    assert_eq!(folder.run(&["check", "a.md", "--write-baseline"]).status, 2, "no file is named");
}

#[test]
fn decisions_of_a_page_count() {
    let decisions = |reason: &str| {
        format!(
            r#"{{ "schema": "thethuc/decisions/v1", "decisions": [ {{ "on": {{ "words": {{ "rule": "format/national-name", "words": "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM" }} }}, "path": "a.md", "decision": {{ "kind": "kept", "reason": "{reason}", "source": "page" }} }} ] }}"#
        )
    };
    let config = CONFIG.replace("baseline: moc.jsonl\n", "");
    let folder = Folder::with(&[
        ("thethuc.yaml", &config),
        ("a.md", &faulty()),
        ("b.md", &faulty()),
        ("quyet-dinh.json", &decisions("theo sổ cũ")),
        ("hong.json", &decisions("")),
    ]);
    let kept = folder.run(&["check", "a.md", "--decisions", "quyet-dinh.json"]);
    assert_eq!(kept.status, 0, "{kept}");
    assert!(kept.out.contains("theo sổ cũ"), "{kept}");
    assert_eq!(folder.run(&["check", "b.md", "--decisions", "quyet-dinh.json"]).status, 1, "another file");
    let faulty = folder.run(&["check", "a.md", "--decisions", "hong.json"]);
    assert_eq!(faulty.status, 2);
    assert!(faulty.err.contains("“hong.json”: Quyết định thứ 1 (a.md) thiếu lý do"), "{faulty}");
}
