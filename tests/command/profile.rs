//! `thethuc.yaml`: the profile of the organ.

use super::support::{DRAFT, Folder};

/// The draft's own organ, place and signer.
const PROFILE: &str = "\
organ:
  name: NAME
  place: PLACE
";

fn profile(name: &str, place: &str) -> String {
    PROFILE.replace("NAME", name).replace("PLACE", place)
}

/// Where there is no profile to compare with, these rules alone judge nothing.
const RULES: [&str; 3] = ["--only", "authority/profile-organ,authority/profile-place", "--allow-unjudged"];

#[test]
fn the_nearest_profile_counts() {
    let right = profile("Ủy ban nhân dân xã Hòa Bình", "Hòa Bình");
    let wrong = profile("Ủy ban nhân dân xã Hòa Bình", "Hòa An");
    let folder = Folder::with(&[
        ("thethuc.yaml", &wrong),
        ("a.md", DRAFT),
        ("xa/thethuc.yaml", &right),
        ("xa/b.md", DRAFT),
        ("xa/sau/c.md", DRAFT),
    ]);
    let ended = folder.run(&[&["check", ".", "--format", "json"], &RULES[..]].concat());
    let report: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    let counts: Vec<usize> = report["documents"]
        .as_array()
        .expect("documents")
        .iter()
        .map(|document| document["findings"].as_array().expect("findings").len())
        .collect();
    assert_eq!(counts, [1, 0, 0], "{ended}");
    assert_eq!(report["documents"][0]["findings"][0]["rule"], "authority/profile-place");
}

#[test]
fn a_profile_counts_below_its_own_folder_alone() {
    let wrong = profile("Ủy ban nhân dân xã Hòa Bình", "Hòa An");
    let folder = Folder::with(&[("a/thethuc.yaml", &wrong), ("a/x.txt", "x"), ("b/b.md", DRAFT)]);
    let mut command = folder.command(&[&["check", "../b/b.md"], &RULES[..]].concat());
    let ended = command.current_dir(folder.path().join("a")).output().expect("it runs");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
}

#[test]
fn front_matter_goes_before_the_file() {
    let wrong = profile("Ủy ban nhân dân xã Hòa Bình", "Hòa An");
    let stated = format!("---\norgan:\n  name: Ủy ban nhân dân xã Hòa Bình\n  place: Hòa Bình\n---\n{DRAFT}");
    let folder = Folder::with(&[("thethuc.yaml", &wrong), ("a.md", &stated)]);
    let ended = folder.run(&[&["check", "a.md"], &RULES[..]].concat());
    assert_eq!(ended.status, 0, "{ended}");
}

#[test]
fn a_draft_of_another_kind_of_organ_is_left_alone() {
    let council = profile("Hội đồng nhân dân xã Khác Hẳn", "Khác Hẳn");
    let folder = Folder::with(&[("thethuc.yaml", &council), ("a.md", DRAFT)]);
    let ended = folder.run(&[&["check", "a.md"], &RULES[..]].concat());
    assert_eq!(ended.status, 0, "{ended}");
}

#[test]
fn a_faulty_profile_is_told_once_with_its_place_and_stops_nothing_else() {
    let right = profile("Ủy ban nhân dân xã Hòa Bình", "Hòa An");
    let folder = Folder::with(&[
        ("thethuc.yaml", "organ:\n  nam: UBND\n"),
        ("a.md", DRAFT),
        ("c.md", DRAFT),
        ("xa/thethuc.yaml", &right),
        ("xa/b.md", DRAFT),
    ]);
    let ended = folder.run(&[&["check", "."], &RULES[..]].concat());
    assert_eq!(ended.status, 2);
    assert_eq!(ended.err.matches("thethuc.yaml:2:3").count(), 1, "{ended}");
    assert!(ended.out.contains("Tổng cộng 3 tệp"), "it stops nothing else: {ended}");
    assert!(ended.out.contains("authority/profile-place"), "{ended}");
    assert!(ended.err.contains("có phải là “name”"), "{ended}");
    assert!(ended.err.ends_with("   2 │   nam: UBND\n     ·   ───\n     ╰────\n"), "{ended}");
}
