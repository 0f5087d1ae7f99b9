use super::*;
use crate::finding::Reason;
use crate::text::Date;

fn checker(only: &[&str]) -> Result<Checker, UnknownName> {
    let mut options = Options::on(Date::new(2026, 11, 29).expect("a day"));
    options.only = only.iter().map(|name| (*name).to_owned()).collect();
    Checker::new(thethuc_law::book(), options)
}

#[test]
fn a_misspelt_rule_is_refused_with_the_one_that_was_meant() {
    assert!(checker(&["format", "format/motto"]).is_ok());
    let meant = |name: &str| checker(&[name]).err().and_then(|error| error.nearest);
    assert_eq!(meant("format/nationalname").as_deref(), Some("format/national-name"));
    assert_eq!(meant("motto").as_deref(), Some("format/motto"));
    assert_eq!(meant("formt").as_deref(), Some("format"));
    let unknown = checker(&["zzzzzz"]).err().expect("unknown");
    assert_eq!(unknown.nearest, None);
    assert!(unknown.words().en.contains("the groups are: authority, format"), "{unknown}");
}

#[test]
fn without_a_name_the_bytes_tell_the_kind() {
    let checker = checker(&[]).expect("no names");
    let text = checker.check("", "QUYẾT ĐỊNH\n".as_bytes()).expect("read as Markdown");
    assert_eq!(text.draft.format, Format::Markdown);
    assert!(checker.check("", b"PK\x03\x04 no package").is_err());
}

#[test]
fn prose_is_no_draft() {
    let checker = checker(&[]).expect("no names");
    let is_draft = |text: &str| checker.check("a.md", text.as_bytes()).expect("readable").is_draft();
    assert!(!is_draft("# Read me\n\nHow to build it.\n"));
    assert!(is_draft("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"));
}

#[test]
fn a_fault_inside_becomes_a_sentence() {
    let fault = guarded(|| std::hint::black_box(Vec::<u8>::new())[0]).expect_err("out of bounds");
    assert!(fault.words().vi.contains("lỗi nội bộ"));
    assert!(fault.words().en.contains("index out of bounds"));
}

#[test]
fn a_requirement_counts_whether_or_not_its_condition_holds() {
    let text = "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM\n\nSố: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\n";
    let cover = |only: &[&str]| {
        let checked = checker(only).expect("known names").check("a.md", text.as_bytes()).expect("readable");
        (checked.coverage, checked.judged_by)
    };
    let (name, judged_by) = cover(&["format/national-name"]);
    assert_eq!((name.applicable, name.evaluated, name.failed), (1, 1, 1));
    assert_eq!(judged_by, JudgedBy::Regime);
    let (all, _) = cover(&[]);
    assert!(all.applicable > all.evaluated && all.evaluated > all.failed, "{all:?}");
    let (font, judged_by) = cover(&["format/font"]);
    assert_eq!((font.applicable, font.evaluated, judged_by), (1, 0, JudgedBy::None));
    assert_eq!(font.not_evaluated, [NotEvaluated { reason: Reason::NoTypography, rules: 1 }]);
    assert_eq!(font.unwanted, all.applicable - 1);
}

#[test]
fn a_choice_that_leaves_no_rule_judges_nothing() {
    let skipping = |only: &str, skip: &str| {
        let mut options = Options::on(Date::new(2026, 11, 29).expect("a date"));
        (options.only, options.skip) = (vec![only.to_owned()], vec![skip.to_owned()]);
        let checker = Checker::new(thethuc_law::book(), options).expect("known names");
        checker.check("a.md", "Số: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\n".as_bytes()).expect("readable").judged_by
    };
    assert_eq!(skipping("format", "format"), JudgedBy::None);
    assert_eq!(skipping("format/number-label", "format"), JudgedBy::None);
    // A rule that is for other drafts was wanted, and there was nothing to judge.
    assert_eq!(skipping("authority/committee-plan-with-tm", "format"), JudgedBy::Regime);
}

#[test]
fn without_words_or_class_a_draft_is_not_judged_by_the_law_of_its_class() {
    let checker = checker(&[]).expect("no names");
    let mut read = checker.check("a.md", "Tôi đi chợ.\n".as_bytes()).expect("readable");
    assert_eq!(read.judged_by, JudgedBy::Common);
    read.draft = crate::read::read("a.md", "\u{200B}\n".as_bytes()).expect("readable");
    assert_eq!(checker.check_draft(read.draft).expect("no fault").judged_by, JudgedBy::None);
}
