//! The keeper of a repository of three hundred old drafts: what was there before is no matter, and of a change
//! exactly what it brought and what it repaired is told, in every form; after a rule became stricter too.

use super::since::{git, has_git};
use super::support::{Ended, Folder};
use std::collections::BTreeSet;
use std::path::Path;

/// Old drafts.
const DRAFTS: usize = 300;

/// A fault of the old drafts, and what stands there rightly.
const OLD: [&str; 2] = ["XÃ HỘI CHŨ NGHĨA", "XÃ HỘI CHỦ NGHĨA"];
/// The same of the new fault.
const NEW: [&str; 2] = ["Tự do - Hạnh Phúc", "Tự do - Hạnh phúc"];

/// The reports of a run.
const FORMS: [&str; 8] = ["sarif", "junit", "gitlab", "github", "checkstyle", "json", "html", "terminal"];

/// The drafts of the rule book and the samples, over and over; every second one of the texts has an old fault.
fn repository() -> Folder {
    let folder = Folder::with(&[("thethuc.yaml", "paths: [kho]\ntoday: 2026-11-29\n")]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = |name: &str| {
        let entries = std::fs::read_dir(root.join(name)).expect("the folder");
        let mut all: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        all.retain(|path| {
            path.extension().is_some_and(|end| end == "md" || end == "docx") && !path.ends_with("README.md")
        });
        all.sort();
        all
    };
    let sources: Vec<_> = list("rules/bases").into_iter().chain(list("samples")).collect();
    for (index, source) in sources.iter().cycle().take(DRAFTS).enumerate() {
        let year = folder.path().join(format!("kho/{}", 2000 + index / sources.len()));
        std::fs::create_dir_all(&year).expect("a folder");
        let target = year.join(source.file_name().expect("a name"));
        match std::fs::read_to_string(source) {
            Ok(text) if index % 2 == 0 => {
                std::fs::write(target, text.replace(OLD[1], OLD[0])).expect("written");
            }
            _ => {
                std::fs::copy(source, target).expect("copied");
            }
        }
    }
    folder
}

impl Folder {
    fn change(&self, path: &str, [from, to]: [&str; 2]) {
        let path = self.path().join(path);
        let text = std::fs::read_to_string(&path).expect("the draft");
        assert!(text.contains(from), "{} has no {from}", path.display());
        std::fs::write(path, text.replace(from, to)).expect("written");
    }

    /// The first text below a folder that has these words.
    fn first_with(&self, below: &str, words: &str) -> String {
        let entries = std::fs::read_dir(self.path().join(below)).expect("the folder");
        let mut all: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        all.sort();
        let has_words =
            |path: &&std::path::PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains(words));
        let first = all.iter().find(has_words).expect("a draft with an old fault");
        format!("{below}/{}", first.file_name().expect("a name").to_string_lossy())
    }

    fn report(&self, form: &str) -> String {
        std::fs::read_to_string(self.path().join(form)).expect("the report")
    }

    /// A run that writes all reports.
    fn reports(&self, more: &[&str]) -> Ended {
        let outputs: Vec<String> =
            FORMS.iter().flat_map(|own| ["--output".to_owned(), format!("{own}={own}")]).collect();
        let outputs: Vec<&str> = outputs.iter().map(String::as_str).collect();
        self.run(&[&["check"], outputs.as_slice(), more].concat())
    }
}

/// That one finding of the rule is new in one draft, one is repaired in another, and nothing else is told.
fn tells_two(folder: &Folder, changed: &str, repaired: &str) {
    let json: serde_json::Value = serde_json::from_str(&folder.report("json")).expect("JSON");
    let documents = json["documents"].as_array().expect("documents");
    let of = |own: &serde_json::Value, key: &str| own[key].as_array().cloned().unwrap_or_default();
    let new: Vec<(String, String)> = documents
        .iter()
        .flat_map(|document| {
            of(document, "findings").into_iter().map(move |own| (document["path"].clone(), own))
        })
        .filter(|(_, own)| own["state"] == "new" && own["decision"]["kind"] == "open")
        .map(|(path, own)| (path.as_str().unwrap_or_default().to_owned(), own["rule"].to_string()))
        .collect();
    assert_eq!(new, [(changed.to_owned(), "\"format/motto\"".to_owned())]);
    let gone: Vec<(String, serde_json::Value)> = documents
        .iter()
        .flat_map(|document| of(document, "gone").into_iter().map(move |own| (document["path"].clone(), own)))
        .map(|(path, own)| (path.as_str().unwrap_or_default().to_owned(), own["rule"].clone()))
        .collect();
    assert_eq!(gone, [(repaired.to_owned(), "format/national-name".into())]);
    pipelines_tell_two(folder);
    people_are_told_two(folder, changed);
}

/// The same of the forms that pipelines read.
fn pipelines_tell_two(folder: &Folder) {
    let sarif: serde_json::Value = serde_json::from_str(&folder.report("sarif")).expect("JSON");
    let run = &sarif["runs"][0];
    let new: Vec<&serde_json::Value> = run["results"]
        .as_array()
        .expect("results")
        .iter()
        .filter(|own| own["baselineState"] == "new")
        .collect();
    assert_eq!(new.len(), 1, "{new:?}");
    assert_eq!(new[0]["ruleId"], "format/motto");
    let told = run["invocations"][0]["toolExecutionNotifications"].as_array().expect("notifications");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&told[0]["level"], &told[0]["associatedRule"]["id"]),
        (&"note".into(), &"format/national-name".into())
    );

    let junit = folder.report("junit");
    assert_eq!((junit.matches("<failure").count(), junit.matches("<error").count()), (1, 0), "{junit}");
    assert_eq!(junit.matches("Đã khắc phục: 1 phát hiện (format/national-name)").count(), 1, "{junit}");
    let gitlab: serde_json::Value = serde_json::from_str(&folder.report("gitlab")).expect("JSON");
    let issues = gitlab.as_array().expect("issues");
    assert_eq!(issues.len(), 1, "{gitlab}");
    assert_eq!(issues[0]["check_name"], "format/motto");
    let github = folder.report("github");
    let lines: Vec<&str> = github.lines().collect();
    assert_eq!(lines.len(), 2, "{github}");
    assert!(
        lines.iter().any(|own| own.starts_with("::error file=") && own.contains("format/motto")),
        "{github}"
    );
    assert!(
        lines.iter().any(|own| own.starts_with("::notice file=") && own.contains("khắc phục")),
        "{github}"
    );
    let checkstyle = folder.report("checkstyle");
    assert_eq!(checkstyle.matches("<error").count(), 1, "{checkstyle}");
    assert!(checkstyle.contains("thethuc.format.motto"), "{checkstyle}");
}

/// The same of the forms that people read.
fn people_are_told_two(folder: &Folder, changed: &str) {
    let terminal = folder.report("terminal");
    assert_eq!(terminal.matches("PHẢI SỬA format/").count(), 1, "{terminal}");
    assert!(terminal.contains("PHẢI SỬA format/motto") && terminal.contains(changed), "{terminal}");
    assert_eq!(terminal.matches("Đã khắc phục: 1 phát hiện (format/national-name)").count(), 1, "{terminal}");
    assert!(terminal.lines().count() < 60, "three hundred drafts of which nothing is new: {terminal}");
    let html = folder.report("html");
    let open: BTreeSet<&str> = html
        .split("data-path=\"")
        .skip(1)
        .filter(|own| !own.contains("0 phải sửa · 0 cần xem lại"))
        .filter_map(|own| own.split('"').next())
        .collect();
    assert!(open.contains(changed), "{open:?}");
}

/// What GitLab makes of two reports, one of each side of a merge request: issues that came, and that went.
fn compared(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let read = |text: &str| -> BTreeSet<(String, String)> {
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let issues = value.as_array().expect("issues").iter();
        issues
            .map(|own| {
                (own["fingerprint"].to_string(), own["check_name"].as_str().unwrap_or_default().to_owned())
            })
            .collect()
    };
    let (before, after) = (read(before), read(after));
    let names = |own: Vec<&(String, String)>| own.into_iter().map(|(_, rule)| rule.clone()).collect();
    (names(after.difference(&before).collect()), names(before.difference(&after).collect()))
}

#[test]
fn of_three_hundred_old_drafts_only_a_change_is_told() {
    if !has_git() {
        return;
    }
    let folder = repository();
    git(&folder, &["init", "-q", "-b", "main"]);
    let written =
        folder.run(&["check", "--baseline", "moc.jsonl", "--write-baseline", "--output", "gitlab=truoc"]);
    assert_eq!(written.status, 0, "{}", written.err);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-q", "-m", "old"]);

    let (changed, repaired) = ("kho/2001/plan-commune-2026.md", folder.first_with("kho/2002", OLD[0]));
    let repaired = repaired.as_str();
    folder.change(changed, [NEW[1], NEW[0]]);
    folder.change(repaired, OLD);
    let ended = folder.reports(&["--baseline", "moc.jsonl"]);
    assert_eq!(ended.status, 1, "{}", ended.err);
    tells_two(&folder, changed, repaired);
    // GitLab holds whole reports against each other itself.
    folder.run(&["check", "--output", "gitlab=sau"]);
    let (came, went) = compared(&folder.report("truoc"), &folder.report("sau"));
    assert_eq!((came.len(), went.len()), (1, 1));
    assert_eq!((came[0].as_str(), went[0].as_str()), ("format/motto", "format/national-name"));

    // A rule that became stricter finds the same fault in hundreds of drafts that nobody touched.
    std::fs::create_dir_all(folder.path().join("luật/rieng")).expect("a folder");
    std::fs::write(folder.path().join("luật/rieng/chat.yaml"), STRICTER).expect("written");
    let ended = folder.reports(&["--baseline", "moc.jsonl", "--rules", "luật"]);
    assert_eq!(ended.status, 1, "{}", ended.err);
    assert!(ended.err.contains("chỉ mới có vì bộ quy tắc đã đổi"), "{}", ended.err);
    tells_two(&folder, changed, repaired);

    let ended = folder.reports(&["--rules", "luật", "--changed-since", "HEAD"]);
    assert_eq!(ended.status, 1, "{}", ended.err);
    assert!(ended.err.contains("2 dự thảo đã đổi, 298 không đổi"), "{}", ended.err);
    tells_two(&folder, changed, repaired);
}

/// A rule of an office that every old draft breaks.
const STRICTER: &str = "\
title: { vi: Số ghi riêng, en: The number is special }
law: [nd30/C-01]
severity: error
select: header.number
check: { text: { matches: KHÔNG } }
message: { vi: Số ghi khác., en: Otherwise. }
examples:
  - from: decision-admin-commune-2026
    replace: [{ in: header.number, find: Số, with: SỐ }]
";
