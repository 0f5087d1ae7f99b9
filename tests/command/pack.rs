//! `thethuc pack`, and packs in use.

use super::support::{DRAFT, Folder};
use std::fs;

const RULE: &str = "title: { vi: Quốc hiệu riêng, en: Own national name }\nlaw: [nd30/C-01]\nseverity: error\n\
    select: header.national_name\ncheck: { text: { equals: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM } }\n\
    message: { vi: \"Quy tắc của tỉnh: {found}.\", en: \"Of the province: {found}.\" }\n\
    help: { vi: Sửa., en: Mend. }\nfix: { safety: never, because: person-knows }\nexamples:\n  \
    - from: decision-admin-commune-2026\n    set: { header.national_name: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN }\n";
const PROFILE: &str = "organ: { name: Ủy ban nhân dân tỉnh Thử }\nsilence:\n- rule: rieng/quoc-hieu\n  \
    words: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN\n  reason: giữ theo phôi\n";

fn faulty() -> String {
    DRAFT.replace("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT NAN")
}

fn folder() -> Folder {
    Folder::with(&[("quy-tac/rieng/quoc-hieu.yaml", RULE), ("nguon.yaml", PROFILE), ("a.md", &faulty())])
}

const PACK: [&str; 8] =
    ["pack", "--rules", "quy-tac", "--profile", "nguon.yaml", "--date", "2026-11-29", "--name"];

fn packed(folder: &Folder, more: &[&str]) -> super::support::Ended {
    let all: Vec<&str> = PACK.iter().copied().chain(["Gói tỉnh Thử"]).chain(more.iter().copied()).collect();
    folder.run(&all)
}

#[test]
fn a_pack_is_used_and_stands_in_every_report() {
    let folder = folder();
    let made = packed(&folder, &["-o", "goi.zip"]);
    assert!(made.status == 0 && made.out.contains("1 quy tắc riêng"), "{made}");
    let first = fs::read(folder.path().join("goi.zip")).expect("the pack");
    assert_eq!(packed(&folder, &["-o", "goi.zip"]).status, 2, "nothing is written over unasked");
    packed(&folder, &["-o", "goi.zip", "--force"]);
    assert_eq!(first, fs::read(folder.path().join("goi.zip")).expect("the pack"), "equal bytes");
    let outputs = ["--output", "json=r.json", "--output", "html=r.html", "--output", "terminal=r.txt"];
    let arguments: Vec<&str> = ["check", "--pack", "goi.zip", "a.md"].into_iter().chain(outputs).collect();
    let ended = folder.run(&arguments);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&read("r.json")).expect("JSON");
    let pack = &report["packs"][0];
    assert_eq!(
        (&pack["name"], &pack["issuer"]),
        (&"Gói tỉnh Thử".into(), &"Ủy ban nhân dân tỉnh Thử".into())
    );
    let digest = pack["digest"].as_str().expect("a digest");
    assert!(pack["day"] == "2026-11-29" && digest.len() == 64 && made.out.contains(digest), "{pack}");
    let findings = report["documents"][0]["findings"].as_array().expect("findings");
    let own = findings.iter().find(|own| own["rule"] == "rieng/quoc-hieu").expect("the rule of the pack");
    // What the pack says of findings counts, and says where it stands.
    assert!(own["decision"].to_string().contains("giữ theo phôi"), "{own}");
    let said = report["documents"][0]["configurations"].to_string();
    assert!(said.contains("Gói tỉnh Thử/thethuc.yaml"), "{said}");
    let line = format!("“Gói tỉnh Thử” của Ủy ban nhân dân tỉnh Thử, ngày 29/11/2026, mã SHA-256 {digest}");
    assert!(read("r.html").contains(&line), "{ended}");
    assert!(
        read("r.txt").split_whitespace().collect::<Vec<_>>().join(" ").contains(&line),
        "{}",
        read("r.txt")
    );
}

#[test]
fn a_configuration_may_name_a_pack_and_lies_above_it() {
    let folder = folder();
    packed(&folder, &["-o", "goi.zip"]);
    let yaml = "pack: ../goi.zip\nseverity: { rieng/quoc-hieu: note }\n";
    fs::create_dir(folder.path().join("xa")).expect("a folder");
    fs::write(folder.path().join("xa/thethuc.yaml"), yaml).expect("written");
    fs::write(folder.path().join("xa/a.md"), faulty()).expect("written");
    let report = folder.run(&["check", "--format", "json", "xa"]).json();
    let findings = report["documents"][0]["findings"].as_array().expect("findings").clone();
    let own = findings.iter().find(|own| own["rule"] == "rieng/quoc-hieu").expect("the rule of the pack");
    assert_eq!(own["severity"], "note", "{own}");
    fs::write(folder.path().join("xa/thethuc.yaml"), "pack: khong-co.zip\n").expect("written");
    let lost = folder.run(&["check", "--format", "json", "xa"]);
    assert!(lost.status == 2 && lost.err.contains("khong-co.zip"), "{lost}");
    assert!(lost.json()["documents"][0]["findings"].is_array(), "the draft is checked all the same");
    assert_eq!(folder.run(&["check", "--pack", "a.md", "a.md"]).status, 2);
}

#[test]
fn a_page_takes_a_pack_without_a_toolchain() {
    let folder = folder();
    let missing = packed(&folder, &["-o", "kiem-tra.html"]);
    assert!(missing.status == 2 && missing.err.contains("--page"), "{missing}");
    let page = "<body>\n<script type=\"text/plain\" id=\"module\">abc</script>\n</body>";
    fs::write(folder.path().join("kiem-tra-the-thuc.html"), page).expect("written");
    let made = packed(&folder, &["-o", "kiem-tra.html"]);
    assert_eq!(made.status, 0, "{made}");
    let with = fs::read_to_string(folder.path().join("kiem-tra.html")).expect("the page");
    assert!(with.contains("<script type=\"text/plain\" id=\"pack\">UEs"), "{with}");
    // A page with a pack takes another one in its place.
    let again = packed(&folder, &["-o", "lan-hai.html", "--page", "kiem-tra.html"]);
    assert_eq!(again.status, 0, "{again}");
    assert_eq!(with, fs::read_to_string(folder.path().join("lan-hai.html")).expect("the page"));
}

#[test]
fn what_cannot_be_packed_is_told() {
    let folder = folder();
    let no_issuer = folder.run(&["pack", "--rules", "quy-tac", "-o", "goi.zip"]);
    assert!(no_issuer.status == 2 && no_issuer.err.contains("--issuer"), "{no_issuer}");
    let no_kind = packed(&folder, &["-o", "goi.rar"]);
    assert!(no_kind.status == 2 && no_kind.err.contains(".zip"), "{no_kind}");
    fs::write(folder.path().join("nguon.yaml"), "rules: [x]\n").expect("written");
    let leading = packed(&folder, &["--issuer", "Sở", "-o", "goi.zip"]);
    assert!(leading.status == 2 && leading.err.contains("(rules)"), "{leading}");
    fs::write(folder.path().join("nguon.yaml"), PROFILE).expect("written");
    let wrong = RULE.replace("VIỆT NAN }", "VIỆT NAM }");
    fs::write(folder.path().join("quy-tac/rieng/quoc-hieu.yaml"), wrong).expect("written");
    let failing = packed(&folder, &["-o", "goi.zip"]);
    assert!(failing.status == 2 && failing.err.contains("rules test"), "{failing}");
    fs::write(folder.path().join("quy-tac/rieng/quoc-hieu.yaml"), "titel: x\n").expect("written");
    let faulty = packed(&folder, &["-o", "goi.zip"]);
    assert!(faulty.status == 2 && faulty.err.contains("quoc-hieu.yaml:1:1"), "{faulty}");
    assert!(!folder.path().join("goi.zip").exists());
}
