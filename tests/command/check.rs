//! `thethuc check` on single files.

use super::support::{DRAFT, Folder};
use std::io::Read;
use std::process::Stdio;

#[test]
fn json_has_the_fields_of_the_schema() {
    let folder = Folder::with(&[("dự thảo.md", DRAFT)]);
    let ended = folder.run(&["check", "dự thảo.md", "--format", "json", "--as-of", "2026-03-02"]);
    let report = ended.json();
    assert_eq!(report["schema"], "thethuc/report/v1");
    assert_eq!(report["tool"]["name"], "thethuc");
    let document = &report["documents"][0];
    assert_eq!(document["path"], "dự thảo.md");
    assert_eq!(document["status"], "checked");
    for fact in [
        "regime",
        "class",
        "organ",
        "form",
        "number",
        "year",
        "symbol",
        "place",
        "date",
        "effective",
        "stage",
    ] {
        assert!(document["facts"].get(fact).is_some(), "the fact {fact} is missing");
    }
    assert_eq!(report["summary"]["documents"], 1);
    assert!(ended.out.ends_with("}\n") && ended.out.starts_with("{\n  \"schema\""));
}

#[test]
fn words_of_a_secret_draft_are_repeated_only_where_that_is_asked_for() {
    let secret = DRAFT.replacen("\n\n", "\n\nTỐI MẬT\n\n", 1).replace("VIỆT NAM", "VIÊT NAM");
    let folder = Folder::with(&[("mat.md", &secret)]);
    let run = |more: &[&str]| {
        let all = [&["check", "mat.md", "--as-of", "2026-03-02"], more].concat();
        folder.run(&all).out
    };
    let document = |more: &[&str]| {
        let text = run(&[&["--format", "json"], more].concat());
        let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        report["documents"][0].clone()
    };
    let silent = document(&[]);
    assert_eq!(
        (&silent["secrecy"]["mark"], &silent["secrecy"]["quotes"]),
        (&"TỐI MẬT".into(), &false.into())
    );
    let findings = silent["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|finding| finding["rule"] == "format/national-name"));
    assert!(findings.iter().all(|finding| finding["text"] == "" && finding["fix"].is_null()));
    assert!(silent["facts"]["symbol"].is_null() && !silent.to_string().contains("VIÊT NAM"));
    let people = run(&[]);
    let notice = people.find("dấu chỉ độ mật").expect("a sentence on the mark");
    assert!(notice < people.find("format/national-name").expect("the finding"));
    assert!(!people.contains("VIÊT NAM"), "{people}");
    assert!(document(&["--quote-secret"]).to_string().contains("VIÊT NAM"));
    assert!(run(&["--quote-secret"]).contains("VIÊT NAM"));
    let folder = Folder::with(&[("thuong.md", DRAFT)]);
    let report = folder.run(&["check", "thuong.md", "--format", "json"]).json();
    assert!(report["documents"][0].get("secrecy").is_none());
}

#[test]
fn the_same_input_gives_the_same_output() {
    let folder = Folder::with(&[("a.md", DRAFT), ("b.md", DRAFT), ("c.md", DRAFT)]);
    let run =
        |jobs| folder.run(&["check", ".", "--format", "json", "--as-of", "2026-03-02", "--jobs", jobs]).out;
    assert_eq!(run("1"), run("4"));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let folder = Folder::with(&[("rỗng.md", ""), ("bảng.xlsx", "x"), ("tốt.md", DRAFT)]);
    let ended = folder.run(&["check", "không-có.docx", "rỗng.md", "bảng.xlsx", "tốt.md", "--format", "json"]);
    assert_eq!(ended.status, 3);
    let report = ended.json();
    let states: Vec<_> = (0..4).map(|index| &report["documents"][index]["status"]).collect();
    assert_eq!(states, ["unreadable", "unreadable", "unreadable", "checked"]);
    assert!(report["documents"][0]["error"].as_str().is_some_and(|error| error.contains("không-có.docx")));
    assert_eq!(report["summary"]["unreadable"], 3);
    let ended = folder.run(&["check", "không-có.docx", "rỗng.md", "bảng.xlsx", "--lang", "en"]);
    assert_eq!(ended.status, 3);
    insta::assert_snapshot!(ended);
}

#[test]
fn standard_input_is_named_by_the_user() {
    let folder = Folder::with(&[]);
    let named = folder.run_with(&["check", "-", "--name", "gửi.md", "--format", "json"], DRAFT.as_bytes());
    assert_eq!(named.json()["documents"][0]["path"], "gửi.md");
    assert_eq!(named.json()["documents"][0]["status"], "checked");
    let nameless = folder.run_with(&["check", "-", "--format", "json"], DRAFT.as_bytes());
    assert_eq!(nameless.json()["documents"][0]["path"], "-");
    assert_eq!(nameless.json()["documents"][0]["status"], "checked");
    let nothing = folder.run(&["check", "-"]);
    assert_eq!(nothing.status, 3);
}

#[test]
fn every_requirement_that_applies_is_counted() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let report = folder.run(&["check", "a.md", "--format", "json", "--as-of", "2026-03-02"]).json();
    let document = &report["documents"][0];
    assert_eq!(document["judged_by"], "regime");
    let coverage = &document["coverage"];
    let number = |field: &str| coverage[field].as_u64().expect("a number");
    assert_eq!(
        number("applicable"),
        number("evaluated") + document["skipped_checks"].as_u64().expect("a number")
    );
    let findings = document["findings"].as_array().expect("a list");
    let failed: std::collections::BTreeSet<_> = findings.iter().map(|one| one["rule"].to_string()).collect();
    assert_eq!(number("failed"), failed.len() as u64);
    let reasons = coverage["not_evaluated"].as_array().expect("a list");
    let frequency: Vec<_> = reasons.iter().map(|own| own["rules"].as_u64().expect("a number")).collect();
    assert!(!frequency.is_empty() && frequency.is_sorted_by(|more, less| more >= less), "{reasons:?}");
    assert_eq!(reasons[0]["reason"], "no-typography");
    assert_eq!(reasons[0]["remedy"], "Kiểm tra tệp Word (.docx) của văn bản.");
    assert_eq!(report["summary"]["applicable"], coverage["applicable"]);
}

#[test]
fn a_path_longer_than_the_system_allows_is_told_of_the_draft() {
    let folder = Folder::with(&[]);
    let long = format!("{}.md", "a".repeat(5_000));
    for path in [long.clone(), format!("{long}/b.md")] {
        let ended = folder.run(&["check", &path, "--format", "json"]);
        let report = ended.json();
        let told = report["documents"][0]["error"].as_str().expect("a sentence");
        assert_eq!(ended.status, 3, "{told}");
        assert!(told.starts_with("Tên “aaa") && told.len() < 300, "{told}");
        assert!(!ended.err.contains("thethuc.yaml"), "{}", ended.err);
    }
}

#[test]
fn what_could_not_be_judged_never_reads_as_clean() {
    let folder = Folder::with(&[("thư.md", "Kính gửi anh Ba,\n\nTôi đi chợ.\n"), ("cũ.md", DRAFT)]);
    for (arguments, judged_by) in [
        (&["thư.md"][..], "common"),
        (&["cũ.md", "--as-of", "1950-01-01"][..], "none"),
        (&["cũ.md", "--only", "format/font"][..], "none"),
    ] {
        let run = |more: &[&str]| folder.run(&[&["check"], arguments, more].concat());
        let ended = run(&[]);
        assert_eq!(ended.status, 3, "{ended}");
        let said = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("CHƯA KIỂM TRA ĐƯỢC (không có nghĩa là không có lỗi)."), "{ended}");
        assert!(!said.contains("Không phát hiện"), "{ended}");
        let english = run(&["--lang", "en"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(english.contains("NOT CHECKED (which does not mean that nothing is wrong)."), "{english}");
        assert_eq!(run(&["--format", "json"]).json()["documents"][0]["judged_by"], judged_by);
        assert_ne!(run(&["--allow-unjudged"]).status, 3);
        assert!(run(&["--quiet"]).out.contains("CHƯA KIỂM TRA ĐƯỢC"));
    }
}

#[test]
fn colors_are_used_when_asked_for() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    assert!(!folder.run(&["check", "a.md"]).out.contains('\u{1b}'));
    assert!(folder.run(&["check", "a.md", "--color", "always"]).out.contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let files: Vec<(String, &str)> = (0..200).map(|index| (format!("{index:03}.md"), DRAFT)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::with(&files);
    let mut command = folder.command(&["check", ".", "--format", "json"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaint).expect("readable");
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
    assert_eq!(complaint, "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let full = std::fs::File::options().write(true).open("/dev/full").expect("the device is there");
    let output = folder.command(&["check", "a.md"]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("đầu ra chuẩn"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_survives() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::with(&[]);
    let name = std::ffi::OsStr::from_bytes(b"d\xff.md");
    std::fs::write(folder.path().join(name), DRAFT).expect("a file can be written");
    let output = folder.command(&["check", "--format", "json"]).arg(name).output().expect("the program runs");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["documents"][0]["path"], "d\u{FFFD}.md");
    assert_eq!(report["documents"][0]["status"], "checked");
}
