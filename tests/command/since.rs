//! `--changed-since`: only what a change in git brought.

use super::support::{DRAFT, Ended, Folder};
use std::process::Command;

const CONFIG: &str = "only: [format/national-name, format/motto]\nallow-unjudged: true\n";

/// Whether the machine has git; a test without it says so.
#[allow(clippy::print_stdout, reason = "what is skipped is counted in the output of the tests")]
pub fn has_git() -> bool {
    let has = Command::new("git").arg("--version").output().is_ok();
    if !has {
        println!("skipped: this machine has no git");
    }
    has
}

pub fn git(folder: &Folder, args: &[&str]) {
    let who = ["-c", "user.name=Lê", "-c", "user.email=le@example.org", "-c", "commit.gpgsign=false"];
    let ended =
        Command::new("git").current_dir(folder.path()).args(who).args(args).output().expect("git runs");
    assert!(ended.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&ended.stderr));
}

fn faulty() -> String {
    DRAFT.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA")
}

fn worse() -> String {
    faulty().replace("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh Phúc")
}

/// Four drafts in git, three with a fault.
fn repository() -> Folder {
    let folder = Folder::with(&[
        ("thethuc.yaml", CONFIG),
        ("van-ban/a.md", &faulty()),
        ("van-ban/đổi tên.md", &faulty().replace("15/QĐ-UBND", "16/QĐ-UBND")),
        ("van-ban/c.md", &faulty().replace("15/QĐ-UBND", "17/QĐ-UBND")),
        ("van-ban/d.md", DRAFT),
    ]);
    git(&folder, &["init", "-q", "-b", "main"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "old"]);
    folder
}

/// Path, rule and state of each finding.
fn told(ended: &Ended) -> Vec<(String, String, String)> {
    let json = ended.json();
    let documents = json["documents"].as_array().expect("documents");
    let text = |own: &serde_json::Value| own.as_str().unwrap_or_default().to_owned();
    let of = |document: &serde_json::Value| -> Vec<(String, String, String)> {
        let findings = document["findings"].as_array().cloned().unwrap_or_default();
        findings
            .iter()
            .map(|own| (text(&document["path"]), text(&own["rule"]), text(&own["state"])))
            .collect()
    };
    documents.iter().flat_map(of).collect()
}

#[test]
fn new_is_what_the_change_brought() {
    if !has_git() {
        return;
    }
    let folder = repository();
    let path = |name: &str| folder.path().join("van-ban").join(name);
    std::fs::write(path("a.md"), worse()).expect("written");
    git(&folder, &["mv", "van-ban/đổi tên.md", "van-ban/mới.md"]);
    std::fs::write(path("e.md"), faulty().replace("15/QĐ-UBND", "18/QĐ-UBND")).expect("written");
    let ended = folder.run(&["check", "van-ban", "--changed-since", "HEAD", "--format", "json"]);
    let expected = [
        ("van-ban/a.md", "format/national-name", "known"),
        ("van-ban/a.md", "format/motto", "new"),
        ("van-ban/e.md", "format/national-name", "new"),
        ("van-ban/mới.md", "format/national-name", "known"),
    ];
    let expected: Vec<_> =
        expected.map(|(path, rule, state)| (path.to_owned(), rule.to_owned(), state.to_owned())).into();
    assert_eq!(told(&ended), expected, "{ended}");
    assert_eq!(ended.status, 1);
    assert_eq!(ended.json()["summary"]["untouched"], 2, "{ended}");
    assert!(ended.err.contains("3 dự thảo đã đổi, 2 không đổi"), "{ended}");
    let lines = folder.run(&["check", "--changed-since", "HEAD"]);
    assert!(lines.out.contains("format/motto") && lines.out.contains("không kiểm tra lại"), "{lines}");

    // What was committed on a branch is a change of the branch; what another one did meanwhile is not.
    git(&folder, &["checkout", "-q", "-b", "nhanh"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "new"]);
    git(&folder, &["checkout", "-q", "main"]);
    std::fs::write(path("d.md"), worse()).expect("written");
    git(&folder, &["commit", "-q", "-a", "-m", "meanwhile"]);
    git(&folder, &["checkout", "-q", "nhanh"]);
    let branch = folder.run(&["check", "van-ban", "--changed-since", "main", "--format", "json"]);
    assert_eq!(told(&branch), expected, "{branch}");
}

#[test]
fn a_draft_that_was_moved_and_changed_at_once_is_known_by_its_number() {
    if !has_git() {
        return;
    }
    let folder = repository();
    let other = worse().replace("15/QĐ-UBND", "17/QĐ-UBND");
    // Nothing of the lines is as it was, so git sees a file that went and one that came.
    let other: String = other
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{line} \n") })
        .collect();
    std::fs::remove_file(folder.path().join("van-ban/c.md")).expect("removed");
    std::fs::create_dir(folder.path().join("da-gui")).expect("a folder");
    std::fs::write(folder.path().join("da-gui/f.md"), other).expect("written");
    let ended = folder.run(&["check", ".", "--changed-since", "HEAD", "--format", "json"]);
    let states: Vec<(String, String)> =
        told(&ended).into_iter().map(|(_, rule, state)| (rule, state)).collect();
    let pair = |rule: &str, state: &str| (rule.to_owned(), state.to_owned());
    assert_eq!(states, [pair("format/national-name", "known"), pair("format/motto", "new")], "{ended}");
}

#[test]
fn a_change_without_drafts_is_in_order_and_a_wrong_path_is_not() {
    if !has_git() {
        return;
    }
    let folder = repository();
    std::fs::write(folder.path().join("ghi-chu.txt"), "note").expect("written");
    for format in ["terminal", "json", "sarif", "junit", "github", "html"] {
        let ended = folder.run(&["check", "van-ban", "--changed-since", "HEAD", "--format", format]);
        assert_eq!(ended.status, 0, "{ended}");
        assert!(!ended.out.contains("Không tìm thấy"), "{ended}");
    }
    let ended = folder.run(&["check", "van-bản", "--changed-since", "HEAD"]);
    assert_eq!(ended.status, 3, "{ended}");
    let ended = folder.run(&["check", "van-ban", "--changed-since", "không-có"]);
    assert_eq!(ended.status, 2, "{ended}");
    assert!(ended.err.contains("“không-có”"), "{ended}");
    let ended = folder.run(&["check", "van-ban", "--changed-since", "--output=x"]);
    assert_eq!(ended.status, 2, "an option is no revision: {ended}");
}

#[test]
fn without_git_or_a_repository_it_is_said_what_to_do() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let mut command = folder.command(&["check", "a.md", "--changed-since", "HEAD"]);
    let ended = command.env("PATH", folder.path()).output().expect("it runs");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("máy này chưa có") && said.contains("--baseline"), "{said}");
    if has_git() {
        let mut command = folder.command(&["check", "a.md", "--changed-since", "HEAD"]);
        let ended = command.env("GIT_CEILING_DIRECTORIES", "/").output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(said.contains("không nằm trong kho git nào"), "{said}");
    }
}
