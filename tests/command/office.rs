//! What whoever keeps the drafts of an office begins with: `init`, `config show`, `config schema`.

use super::support::{DRAFT, Ended, Folder};

/// The value that holds for a key, with where it is said.
fn held(ended: &Ended, key: &str) -> (serde_json::Value, String) {
    let json = ended.json();
    let values = json["values"].as_array().expect("values");
    let own = values.iter().find(|own| own["key"] == key).expect("the key");
    let from = &own["from"];
    let place = match from["kind"].as_str().expect("a kind") {
        "file" => format!("{}:{}", from["file"].as_str().expect("a file"), from["line"]),
        kind => kind.to_owned(),
    };
    (own["value"].clone(), place)
}

#[test]
fn an_office_is_asked_who_it_is_and_gets_a_file_with_comments() {
    let folder = Folder::with(&[("a.md", DRAFT)]);
    let answers = "Hoà An\n1\n\nChủ tịch: Nguyễn Văn An\n\nHĐND xã Hòa An\n\n\n\n";
    let ended = folder.run_with(&["init"], answers.as_bytes());
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.out.contains("1. ") && ended.out.contains("tỉnh Cao Bằng"), "{ended}");
    let text = std::fs::read_to_string(folder.path().join("thethuc.yaml")).expect("a file");
    assert!(text.starts_with("# ") && text.contains("# silence:"), "{text}");
    let shown = folder.run(&["config", "show", "a.md", "--format", "json"]);
    let json = shown.json();
    let organs: Vec<&serde_json::Value> = json["values"]
        .as_array()
        .expect("values")
        .iter()
        .filter(|own| own["key"] == "organs")
        .map(|own| &own["value"])
        .collect();
    assert_eq!(organs.len(), 2, "{shown}");
    assert!(organs[0]["name"].as_str().is_some_and(|own| own.ends_with("xã Hòa An")), "{shown}");
    assert_eq!(organs[0]["place"], "Hòa An");
    assert_eq!(organs[0]["signers"][0]["name"], "Nguyễn Văn An");
    assert_eq!(organs[1]["name"], "Hội đồng nhân dân xã Hòa An");

    let again = folder.run_with(&["init"], answers.as_bytes());
    assert_eq!(again.status, 2, "it is never written over: {again}");
    assert!(again.out.is_empty() && again.err.contains("--force"), "{again}");
    assert_eq!(std::fs::read_to_string(folder.path().join("thethuc.yaml")).expect("a file"), text);
}

#[test]
fn with_options_nothing_is_asked_and_what_the_register_lacks_is_told() {
    let folder = Folder::with(&[]);
    let organ = "UBND xã Đồng Hạc";
    let ended = folder.run(&["init", "van-ban", "--organ", organ, "--signer", "Chủ tịch", "--lang", "en"]);
    assert_eq!(ended.status, 0, "{ended}");
    assert!(ended.err.contains("“Ủy ban nhân dân xã Đồng Hạc”"), "{ended}");
    let text = std::fs::read_to_string(folder.path().join("van-ban/thethuc.yaml")).expect("a file");
    assert!(text.contains("- name: Ủy ban nhân dân xã Đồng Hạc\n  place: Đồng Hạc\n"), "{text}");
    assert!(text.contains("position: Chủ tịch }") && text.contains("# The issuing organs"), "{text}");
    let forced = folder.run(&["init", "van-ban", "--organ", "UBND xã Hòa An", "--force"]);
    assert_eq!((forced.status, forced.err.as_str()), (0, ""), "{forced}");
    let nobody = folder.run(&["init"]);
    assert_eq!(nobody.status, 2, "{nobody}");
    assert!(nobody.err.contains("--organ") && !folder.path().join("thethuc.yaml").exists(), "{nobody}");
    let unnamed = folder.run(&["init", "--organ", "Hòa An"]);
    assert_eq!(unnamed.status, 2, "{unnamed}");
    assert!(unnamed.err.contains("Ủy ban nhân dân xã Hòa An"), "{unnamed}");
}

#[test]
fn each_choice_is_shown_with_the_file_and_line_the_option_or_the_default_that_it_comes_from() {
    let folder = Folder::with(&[
        ("thethuc.yaml", "# ours\nfail-on: never\nlanguage: en\nexclude: [xa/cu]\n"),
        (
            "xa/thethuc.yaml",
            "fail-on: warning\nsilence:\n- rule: format/motto\n  words: x\n  reason: y\n  path: cu\n- rule: format/motto\n  words: z\n  reason: y\n",
        ),
        ("xa/cu/thethuc.yaml", "stage: issue\norgan: { name: Ủy ban nhân dân xã Hòa An }\n"),
        ("xa/cu/a.md", DRAFT),
        ("xa/b.md", DRAFT),
    ]);
    let show = |more: &[&str]| folder.run(&[&["config", "show"], more, &["--format", "json"]].concat());
    let deep = show(&["xa/cu/a.md", "--class", "normative"]);
    assert_eq!(deep.status, 0, "{deep}");
    assert_eq!(held(&deep, "fail-on"), ("warning".into(), "xa/thethuc.yaml:1".to_owned()));
    assert_eq!(held(&deep, "stage"), ("issue".into(), "xa/cu/thethuc.yaml:1".to_owned()));
    assert_eq!(held(&deep, "class"), ("normative".into(), "command-line".to_owned()));
    assert_eq!(held(&deep, "language").1, "environment", "the user chose one");
    assert_eq!(held(&deep, "exclude").1, "thethuc.yaml:4");
    assert_eq!(held(&deep, "organs").1, "xa/cu/thethuc.yaml:2");
    assert_eq!(held(&deep, "baseline"), (serde_json::Value::Null, "default".to_owned()));
    assert_eq!(held(&deep, "silence").1, "xa/thethuc.yaml:3");
    assert_eq!(deep.json()["left_out"], true);
    let other = show(&["xa/b.md"]);
    assert_eq!(held(&other, "silence").1, "xa/thethuc.yaml:7", "the first is for another folder");
    assert_eq!(held(&other, "stage").1, "default");
    let lines = folder.run(&["config", "show", "xa"]);
    assert!(lines.out.contains("fail-on") && lines.out.contains("← xa/thethuc.yaml:1"), "{lines}");
    let none = folder.run(&["config", "show", "xa/b.md", "--no-config"]);
    assert!(none.out.contains("Không có thethuc.yaml"), "{none}");
}

#[test]
fn faults_of_a_configuration_are_shown_with_their_place_in_the_language_of_the_user() {
    let folder = Folder::with(&[("thethuc.yaml", "fail-on: error\nstagge: issue\n"), ("a.md", DRAFT)]);
    let vi = folder.run(&["config", "show", "a.md"]);
    assert_eq!(vi.status, 2, "{vi}");
    assert!(vi.err.contains("thethuc.yaml:2:1: khóa “stagge” không có"), "{vi}");
    let en = folder.run(&["config", "show", "a.md", "--lang", "en"]);
    assert!(en.err.contains("thethuc.yaml:2:1: there is no key “stagge”"), "{en}");
    let unknown = Folder::with(&[("thethuc.yaml", "skip:\n- formt\n"), ("a.md", DRAFT)]);
    let ended = unknown.run(&["config", "show", "a.md"]);
    assert_eq!(ended.status, 2, "{ended}");
    assert!(ended.err.contains("thethuc.yaml:2:3"), "{ended}");
    assert_eq!(unknown.run(&["config", "show", "không-có.md"]).status, 2);
}

#[test]
fn the_schema_is_the_committed_one() {
    let folder = Folder::with(&[]);
    let ended = folder.run(&["config", "schema"]);
    assert_eq!(ended.out, include_str!("../../docs/thethuc.schema.json"));
    assert_eq!(ended.json()["title"], "thethuc.yaml");
}

#[test]
fn rules_link_to_the_pages_that_the_office_names() {
    let faulty = DRAFT.replace("CHỦ NGHĨA", "CHŨ NGHĨA");
    let pages = "rule-pages: https://git.example.org/thethuc/docs/rules/\n";
    let folder = Folder::with(&[("thethuc.yaml", pages), ("a.md", &faulty), ("xa/b.md", &faulty)]);
    let rules = |more: &[&str]| {
        let sarif = folder.run(&[&["check", "a.md", "--format", "sarif"], more].concat()).json();
        let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").clone();
        rules.iter().find(|own| own["id"] == "format/national-name").expect("the rule")["helpUri"].clone()
    };
    assert_eq!(rules(&[]), "https://git.example.org/thethuc/docs/rules/format.md#formatnational-name");
    assert_eq!(rules(&["--no-config"]), serde_json::Value::Null, "the program knows no address");
}
