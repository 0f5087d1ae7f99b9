//! What an office does with rules of its own: `rules init`, `rules fmt`, `rules try`, `rules diff`.

use super::support::{DRAFT, Folder};

#[test]
fn a_starter_passes_its_tests_and_finds_what_it_says() {
    let plan = include_str!("../../rules/bases/plan-commune-2026.md");
    let folder = Folder::with(&[
        ("cu/a.md", plan),
        ("cu/b.md", &plan.replace("là đầu mối", "chủ trì")),
        ("cu/c.md", DRAFT),
        ("cu/ghi-chu.md", "# not a draft\n"),
    ]);
    let begun = folder.run(&["rules", "init", "luật riêng"]);
    assert_eq!(begun.status, 0, "{begun}");
    let tested = folder.run(&["rules", "test", "--rules", "luật riêng", "rieng"]);
    assert_eq!(tested.status, 0, "{tested}");
    assert!(!tested.out.contains("thiếu"), "{tested}");
    let tidy = folder.run(&["rules", "fmt", "--check", "luật riêng"]);
    assert_eq!(tidy.status, 0, "{tidy}");
    let tried = folder.run(&["rules", "try", "--rules", "luật riêng", "cu", "--format", "json"]);
    assert_eq!(tried.status, 0, "{tried}");
    let json = tried.json();
    assert_eq!(json["drafts"], 3, "{tried}");
    let rule = &json["rules"][0];
    assert_eq!((&rule["rule"], &rule["drafts"]), (&"rieng/dau-moi".into(), &1.into()), "{tried}");
    assert_eq!(rule["notes"], 1, "what nobody read is a note: {tried}");
    assert_eq!(rule["examples"][0]["path"], "cu/b.md");
    let shown = folder.run(&["rules", "try", "--rules", "luật riêng", "cu"]);
    assert!(shown.out.contains("cu/b.md") && shown.out.contains("3 dự thảo"), "{shown}");
    let again = folder.run(&["rules", "init", "luật riêng"]);
    assert_eq!(again.status, 2, "nothing is written over: {again}");
    let files = std::fs::read_dir(folder.path().join("cu")).expect("the folder").count();
    assert_eq!(files, 4, "nothing is written beside the drafts");
}

#[test]
fn what_takes_the_place_of_a_rule_is_told_beside_what_was_there() {
    let rule = include_str!("../../rules/format/national-name.yaml");
    let folder = Folder::with(&[
        ("luật/format/national-name.yaml", rule),
        ("a.md", &DRAFT.replace("CHỦ NGHĨA", "CHŨ NGHĨA")),
    ]);
    let tried = folder.run(&["rules", "try", "--rules", "luật", "a.md", "--format", "json"]).json();
    assert_eq!(tried["rules"][0]["before"], 1, "{tried}");
    assert_eq!(tried["rules"][0]["errors"], 1, "{tried}");
    let nothing = Folder::with(&[("luật/README.md", ""), ("a.md", DRAFT)]);
    let ended = nothing.run(&["rules", "try", "--rules", "luật", "a.md"]);
    assert_eq!(ended.status, 2, "{ended}");
    assert!(ended.err.contains("rules init"), "{ended}");
}

#[test]
fn rule_files_are_brought_into_order_and_keep_what_they_say() {
    let rule = "title:   {vi: a,   en: b}  # vì sao\r\nseverity: error\r\nlaw: [nd30/C-01]\r\nselect: title\r\ncheck: {text: {equals: A}}\r\nmessage: {vi: a, en: b}\r\n";
    let folder = Folder::with(&[("luật/format/x.yaml", rule), ("luật/format/sai.yaml", "a: [\n")]);
    let read = || std::fs::read_to_string(folder.path().join("luật/format/x.yaml")).expect("the file");
    let asked = folder.run(&["rules", "fmt", "--check", "luật/format/x.yaml"]);
    assert_eq!((asked.status, read().as_str()), (1, rule), "{asked}");
    let ended = folder.run(&["rules", "fmt", "luật"]);
    assert_eq!(ended.status, 2, "{ended}");
    assert!(ended.err.contains("luật/format/sai.yaml:2"), "{ended}");
    assert!(ended.out.contains("luật/format/x.yaml\n"), "{ended}");
    let text = read();
    assert!(
        text.starts_with("title: { vi: a, en: b } # vì sao\nlaw: [nd30/C-01]\nseverity: error\n"),
        "{text}"
    );
    assert_eq!(folder.run(&["rules", "fmt", "luật/format/x.yaml", "--check"]).status, 0);
}

#[test]
fn release_notes_are_made_of_two_rule_books() {
    let rule = include_str!("../../rules/format/national-name.yaml");
    let milder = rule.replacen("severity: error", "severity: note", 1);
    assert_ne!(milder, rule);
    let folder = Folder::with(&[("cũ/README.md", ""), ("mới/format/national-name.yaml", &milder)]);
    folder.run(&["rules", "init", "mới/them"]);
    std::fs::rename(folder.path().join("mới/them/law"), folder.path().join("mới/law")).expect("moved");
    std::fs::rename(folder.path().join("mới/them/rieng"), folder.path().join("mới/rieng")).expect("moved");
    std::fs::remove_dir_all(folder.path().join("mới/them")).expect("removed");
    let notes = folder.run(&["rules", "diff", "cũ", "mới"]);
    assert_eq!(notes.status, 0, "{notes}");
    assert!(notes.out.contains("## Quy tắc mới (1)\n\n- `rieng/dau-moi`: "), "{notes}");
    assert!(
        notes.out.contains("- `format/national-name`: ") && notes.out.contains("PHẢI SỬA → LƯU Ý"),
        "{notes}"
    );
    let back = folder.run(&["rules", "diff", "mới", "--format", "json"]).json();
    let kinds: Vec<String> =
        back["changes"].as_array().expect("changes").iter().map(|own| own["kinds"][0].to_string()).collect();
    assert_eq!(kinds, ["\"stricter\"", "\"gone\""], "{back}");
    assert_eq!(folder.run(&["rules", "diff", "cũ"]).out, "Hai bộ quy tắc như nhau.\n");
    let whole = folder.run(&["rules", "diff", concat!(env!("CARGO_MANIFEST_DIR"), "/rules")]);
    assert_eq!(whole.out, "Hai bộ quy tắc như nhau.\n", "{whole}");
    assert_eq!(folder.run(&["rules", "diff", "không-có"]).status, 2);
}
