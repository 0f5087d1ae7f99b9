//! Folders of an office's own: what they add, what they take the place of, what is wrong with them.

use crate::{BASE, RULE, book, checked, file, files, load, options};
use std::sync::Arc;
use thethuc_core::rulebook::{Origin, RuleBook, RuleBookError, RuleFile};
use thethuc_core::trial::{Subject, test_rules};

/// An instrument of a province that joins a regime of itself.
fn own_law(regimes: &str) -> RuleFile {
    let text = format!(
        "id: own
number: own/QĐ-UBND
title: {{ vi: Quy định riêng, en: An own regulation }}
{regimes}
provisions:
  a: {{ at: Điều 1, requirement: {{ vi: Có chữ chợ, en: It speaks of markets }}, evidence: primary }}
"
    );
    file("law/own.yaml", &text)
}

/// A rule that the base of the rule book breaks.
const STRICT: &str = "
title: { vi: Quốc hiệu riêng, en: An own name }
law: [own/a]
severity: error
select: header.place
check: { text: { equals: Cần Thơ } }
message: { vi: \"“{found}”\", en: \"“{found}”\" }
examples:
  - from: can-tho
    set: { header.place: Huế }
";

fn own_base() -> RuleFile {
    file("bases/can-tho.md", &BASE.replace("*Vĩnh Long,", "*Cần Thơ,"))
}

fn with(files: &[RuleFile]) -> Result<RuleBook, Vec<RuleBookError>> {
    book(RULE).extended(files)
}

fn faults(files: &[RuleFile]) -> Vec<RuleBookError> {
    with(files).err().unwrap_or_default()
}

/// File, line and a part of the Vietnamese words of the only fault.
#[track_caller]
fn expect_fault(files: &[RuleFile], place: (&str, usize), words: &str) {
    let faults = faults(files);
    let [fault] = faults.as_slice() else { panic!("one fault wanted: {faults:?}") };
    assert_eq!((fault.file.as_str(), fault.line), place, "{fault}");
    assert!(fault.words.vi.contains(words), "{fault}");
}

#[test]
fn an_instrument_joins_regimes_of_itself() {
    let own = [own_law("regimes: [new]"), file("own/place.yaml", STRICT), own_base()];
    let book = Arc::new(with(&own).expect("a sound folder"));
    let found = checked(&book, BASE, &options()).findings;
    let laws: Vec<&str> = found.iter().flat_map(|own| &own.law).map(|law| law.instrument.as_str()).collect();
    assert_eq!(laws, ["own/QĐ-UBND"]);
    let old = BASE.replace("2026", "2022");
    assert!(checked(&book, &old, &options()).findings.is_empty(), "it did not join the older regime");
    // A second folder finds the book as the first one left it.
    let again = book.extended(&[own_law("regimes: [{ id: new, from: 2026-06-01 }]")]);
    let again = Arc::new(again.expect("sound"));
    assert!(checked(&again, BASE, &options()).findings.is_empty(), "not yet in force");
    let later = BASE.replace("tháng 3", "tháng 7");
    assert_eq!(checked(&again, &later, &options()).findings.len(), 1);
}

#[test]
fn a_stricter_rule_is_held_against_own_bases_alone() {
    let own = [own_law("regimes: [new]"), file("own/place.yaml", STRICT), own_base()];
    let results = test_rules(&with(&own).expect("sound"), options().today);
    assert!(results.iter().all(|result| result.fault.is_none()), "{results:?}");
    assert!(results.iter().any(|result| result.subject == Subject::Base("can-tho".to_owned())));
    let wrong_base = file("bases/can-tho.md", BASE);
    let other_base = file("bases/hue.md", &BASE.replace("*Vĩnh Long,", "*Cần Thơ,"));
    let rule = file("own/place.yaml", &STRICT.replace("from: can-tho", "from: hue"));
    let results = test_rules(
        &with(&[own_law("regimes: [new]"), rule, wrong_base, other_base]).expect("sound"),
        options().today,
    );
    let red: Vec<&Subject> =
        results.iter().filter(|result| result.fault.is_some()).map(|result| &result.subject).collect();
    assert_eq!(red, [&Subject::Base("can-tho".to_owned())]);
}

#[test]
fn what_takes_the_place_of_a_file_is_known() {
    let own = [
        own_law("regimes: [new]"),
        file("format/name.yml", RULE),
        file("own/place.yaml", STRICT),
        own_base(),
    ];
    let book = with(&own).expect("sound");
    let origins = book.origins();
    assert_eq!(origins.of_rule("format/name"), Origin::Replacing);
    assert_eq!(origins.of_rule("own/place"), Origin::Own);
    assert_eq!(origins.of_base("decision"), Origin::BuiltIn);
    assert_eq!(origins.replacing().collect::<Vec<_>>(), ["format/name.yaml"]);
}

#[test]
fn an_instrument_without_a_regime_is_told_with_the_way_out() {
    let own = [own_law(""), file("own/place.yaml", STRICT), own_base()];
    expect_fault(&own, ("law/own.yaml", 1), "thêm khóa regimes, ví dụ regimes: [administrative]");
    let cases = [
        ("regimes: [nwe]", "không có khung pháp luật “nwe”; có phải là “new”?"),
        ("regimes: [new, new]", "đã thuộc khung pháp luật “new”"),
        ("regimes: [{ id: new, from: 2026-02-01, to: 2026-01-01 }]", "ngày cuối (to) trước ngày đầu"),
        ("regimes: [{ name: new }]", "khóa “name” không có; các khóa được dùng: id, from, to"),
    ];
    for (regimes, words) in cases {
        expect_fault(&[own_law(regimes)], ("law/own.yaml", 4), words);
    }
    let mut listed = files(RULE);
    listed[2].text.push_str("regimes: [administrative]\n");
    let fault = load(&listed).err().unwrap_or_default().swap_remove(0);
    assert!(fault.words.vi.contains("đã thuộc khung pháp luật “administrative”"), "{fault}");
}

#[test]
fn a_rule_that_leaves_out_its_own_regimes_is_told() {
    let rule = STRICT.replace("severity:", "applies: { class: [administrative] }\nseverity:");
    let own = [own_law("regimes: [new]"), file("own/place.yaml", &rule), own_base()];
    expect_fault(&own, ("own/place.yaml", 4), "applies không nhận khung này");
}

#[test]
fn nothing_that_follows_from_a_fault_is_told() {
    let law = file("law/own.yaml", "id: own\nnumbr: 1\n");
    let two = STRICT.replace("own/a", "own/a, own/b").replace("severity: error", "severity: error # nặng");
    let own = [law, file("own/place.yaml", STRICT), file("own/second.yaml", &two), own_base()];
    expect_fault(&own, ("law/own.yaml", 2), "khóa “numbr” không có");
    let forms = file("forms.yaml", "forms: [{ name: Lệnh }]\n");
    let rule = RULE.replace("severity:", "applies: { form: [Lệnh] }\nseverity:");
    expect_fault(&[forms, file("format/name.yaml", &rule)], ("forms.yaml", 1), "thiếu khóa “english”");
}

#[test]
fn two_files_with_one_id_are_a_fault_whatever_their_endings() {
    for other in ["format/other.yml", "format/other.YAML", "format/Other.yaml"] {
        let faults = faults(&[file("format/other.yaml", RULE), file(other, RULE)]);
        let [fault] = faults.as_slice() else { panic!("{other}: {faults:?}") };
        assert!(fault.file == other && fault.words.vi.contains("“format/other.yaml”"), "{fault}");
    }
    expect_fault(
        &[file("format/Name.yaml", RULE)],
        ("format/Name.yaml", 1),
        "chỉ khác quy tắc “format/name”",
    );
}

#[test]
fn files_of_windows_and_of_a_mac_are_read() {
    let decomposed = RULE
        .replace("severity:", "applies: { form: [Quyê\u{301}t đi\u{323}nh] }\nseverity:")
        .replace('\n', "\r\n");
    let own = [file("format/mac.YML", &format!("\u{FEFF}{decomposed}"))];
    let book = with(&own).expect("sound");
    let rule = book.rule("format/mac").expect("the rule");
    assert_eq!(rule.applies.form.as_deref(), Some(&["Quyết định".to_owned()][..]));
}

#[test]
fn the_typography_is_checked() {
    let layout = files(RULE).into_iter().find(|own| own.path == "layout.yaml").expect("layout.yaml");
    let changed = |find: &str, with: &str| file("layout.yaml", &layout.text.replacen(find, with, 1));
    let line_of = |word: &str| layout.text.lines().position(|line| line.contains(word)).expect("a line") + 1;
    let law = line_of("law:");
    expect_fault(&[changed("decree/a", "decree/b")], ("layout.yaml", law), "có phải là “decree/a”?");
    let regimes = line_of("regimes: [");
    expect_fault(
        &[changed("[administrative,", "[administratif,")],
        ("layout.yaml", regimes),
        "“administratif”",
    );
    let motto = line_of("  motto:");
    expect_fault(&[changed("  motto:", "  moto:")], ("layout.yaml", motto), "có phải là “motto”?");
    let lines: Vec<&str> = layout.text.lines().take_while(|line| !line.contains("appendix-title:")).collect();
    let short = file("layout.yaml", &lines.join("\n"));
    let fault = faults(&[short]).swap_remove(0);
    assert!(fault.words.vi.contains("thiếu cách trình bày cho “appendix-title”"), "{fault}");
}

#[test]
fn an_example_that_fails_says_what_the_place_held() {
    let fault = |rule: &str| {
        let results = test_rules(&book(rule), options().today);
        let told = results.into_iter().find(|result| matches!(result.subject, Subject::Example(..)));
        told.and_then(|result| result.fault).expect("a fault").vi
    };
    let silent =
        RULE.replace("set: { header.national_name: CỘNG HOÀ", "set: { header.national_name: CỘNG HÒA");
    let said = fault(&silent);
    assert!(said.contains("chỗ header.national_name ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"), "{said}");
    let elsewhere = RULE.replace("select: header", "applies: { level: [commune] }\nselect: header");
    assert!(fault(&elsewhere).contains("quy tắc không áp dụng cho bản này"), "{}", fault(&elsewhere));
    let dirty = RULE.replace("equals: CỘNG", "equals: CÔNG");
    let said = fault(&dirty);
    assert!(said.contains("bản gốc chưa sửa đã có lỗi này: format/name (lỗi)"), "{said}");
    assert!(said.chars().count() < 300 && !said.contains("Error"), "{said}");
}
