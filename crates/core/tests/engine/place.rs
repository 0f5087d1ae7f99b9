//! Rules of one province, commune or organ speak there and nowhere else.

use crate::options_with;
use crate::{BASE, RULE, checked, file, files, load, options};
use std::sync::Arc;
use thethuc_core::finding::{Certainty, Severity};
use thethuc_core::rulebook::RuleBookError;
use thethuc_core::rulebook::config::Config;

const UNITS: &str = "\
rank,kind,name,code,parent,from,to,successors,aliases
province,Tỉnh,Vĩnh Long,86,,,,,
province,Tỉnh,Nghệ An,40,,,,,
province,Thành phố,Huế,46,,2025-01-01,,,
commune,Xã,Vân Hạ,1,40,2025-07-01,,,
commune,Xã,Hòa An,2,40,2025-07-01,,,
commune,Xã,Hòa An,3,86,2025-07-01,,,
commune,Phường,Huế,4,40,2025-07-01,,,
";

fn load_with(applies: &str) -> Result<thethuc_core::rulebook::RuleBook, Vec<RuleBookError>> {
    let rule = RULE.replace("severity:", &format!("applies: {{ {applies} }}\nseverity:"));
    let mut all = files(&rule);
    all.push(file("registry/units.csv", UNITS));
    load(&all)
}

/// A draft of a commune or a department, with the fault that the rule finds.
fn draft(organ: &str, place: &str) -> String {
    BASE.replace("**ỦY BAN NHÂN DÂN**<br>**TỈNH VĨNH LONG**", organ)
        .replace("*Vĩnh Long,", &format!("*{place},"))
        .replace("CỘNG HÒA", "CỘNG HOÀ")
}

/// Severity and certainty of what the rule finds in a draft.
fn found(applies: &str, draft: &str) -> Option<(Severity, Certainty)> {
    let book = Arc::new(load_with(applies).expect("a sound rule"));
    let findings = checked(&book, draft, &options()).findings;
    findings.first().map(|finding| (finding.severity, finding.certainty))
}

const SURE: Option<(Severity, Certainty)> = Some((Severity::Error, Certainty::Certain));
const GUESSED: Option<(Severity, Certainty)> = Some((Severity::Warning, Certainty::Guessed));

#[test]
fn a_province_is_known_by_the_name_of_its_organ() {
    let province = draft("**ỦY BAN NHÂN DÂN**<br>**TỈNH VĨNH LONG**", "Vĩnh Long");
    for place in ["Vĩnh Long", "tỉnh Vĩnh Long", "VĨNH LONG"] {
        assert_eq!(found(&format!("place: [{place}]"), &province), SURE, "{place}");
    }
    assert_eq!(found("place: [Nghệ An]", &province), None);
    assert_eq!(found("place: [Nghệ An, Vĩnh Long]", &province), SURE);
}

#[test]
fn a_commune_lies_in_the_province_that_alone_has_its_name() {
    let commune = draft("**ỦY BAN NHÂN DÂN**<br>**XÃ VÂN HẠ**", "Vân Hạ");
    assert_eq!(found("place: [xã Vân Hạ]", &commune), SURE);
    assert_eq!(found("place: [Nghệ An]", &commune), GUESSED, "the register is harvested");
    assert_eq!(found("place: [Vĩnh Long]", &commune), None);
    let twin = draft("**ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN**", "Hòa An");
    assert_eq!(found("place: [xã Hoà An]", &twin), SURE);
    assert_eq!(found("place: [Nghệ An]", &twin), None, "two provinces have a commune of that name");
}

#[test]
fn the_line_above_and_the_profile_tell_the_province() {
    let department = draft("ỦY BAN NHÂN DÂN<br>TỈNH NGHỆ AN<br>**SỞ TƯ PHÁP**", "Nghệ An");
    assert_eq!(found("place: [Nghệ An]", &department), SURE);
    assert_eq!(found("place: [Vĩnh Long]", &department), None);
    let twin = draft("**ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN**", "Hòa An");
    let stated = |parent: &str| {
        let text =
            format!("organ: {{ name: Ủy ban nhân dân xã Hòa An, parent: Ủy ban nhân dân tỉnh {parent} }}");
        let profile = Config::read(&text).expect("a configuration").profile().map(Arc::new);
        let options = options_with(|options| options.profile = profile);
        let book = Arc::new(load_with("place: [Nghệ An]").expect("a sound rule"));
        checked(&book, &twin, &options).findings.len()
    };
    assert_eq!((stated("Nghệ An"), stated("Vĩnh Long")), (1, 0));
}

#[test]
fn the_place_of_issue_tells_the_province_of_a_department_alone() {
    let bare = |place: &str| draft("**SỞ TƯ PHÁP**", place);
    assert_eq!(found("place: [Nghệ An]", &bare("Nghệ An")), GUESSED);
    assert_eq!(found("place: [Huế]", &bare("Huế")), None, "a ward bears the name as well");
    assert_eq!(found("place: [Nghệ An]", &draft("**ỦY BAN NHÂN DÂN**<br>**XÃ HÒA AN**", "Nghệ An")), None);
}

#[test]
fn an_organ_is_known_by_its_full_name() {
    let commune = draft("**UBND**<br>**XÃ HOÀ AN**", "Hòa An");
    assert_eq!(found("organ-name: [Ủy ban nhân dân xã Hòa An]", &commune), SURE);
    assert_eq!(found("organ-name: [Ủy ban nhân dân xã Vân Hạ]", &commune), None);
    assert_eq!(found("organ-name: [Ủy ban nhân dân xã Hòa An], place: [Nghệ An]", &commune), None);
}

#[test]
fn names_that_the_register_does_not_have_are_told() {
    let cases = [
        ("place: [Nghệ Ann]", "không có “Nghệ Ann”; có phải là “Nghệ An”?"),
        ("place: [tỉnh Vĩnh Lon]", "có phải là “tỉnh Vĩnh Long”?"),
        ("place: [Hòa An]", "đơn vị khác ghi cả loại: “xã Hòa An”"),
        ("place: [đặc khu Thổ Châu]", "thêm vào registry/units.csv"),
        ("organ-name: [Ủy ban nhân dân xã Hòa Ann]", "có phải là “xã Hòa An”?"),
    ];
    for (applies, words) in cases {
        let faults = load_with(applies).err().unwrap_or_default();
        let [fault] = faults.as_slice() else { panic!("{applies}: {faults:?}") };
        assert!(fault.file == "format/name.yaml" && fault.line == 4, "{fault}");
        assert!(fault.words.vi.contains(words), "{fault}");
    }
    assert!(load_with("organ-name: [Ban Quản lý đặc khu Thổ Châu]").is_ok(), "a unit that is new");
}

/// Whether the rule speaks of a draft with such an exemption.
fn speaks_except(exemption: &str, draft: &str) -> bool {
    let rule = RULE.replace("severity:", &format!("except: [{{ {exemption} }}]\nseverity:"));
    let mut all = files(&rule);
    all.push(file("registry/units.csv", UNITS));
    let book = Arc::new(load(&all).expect("a sound rule"));
    !checked(&book, draft, &options()).findings.is_empty()
}

#[test]
fn a_rule_may_be_for_organs_of_one_kind_of_unit() {
    let ward = draft("**ỦY BAN NHÂN DÂN**<br>**PHƯỜNG HÒN SÓNG**", "Hòn Sóng");
    assert_eq!(found("unit: [phường, quận]", &ward), SURE);
    assert_eq!(found("unit: [xã]", &ward), None);
    assert_eq!(found("unit: [phường]", &draft("**SỞ TƯ PHÁP**", "Vĩnh Long")), None);
}

#[test]
fn what_may_be_exempt_is_exempt() {
    let ward = draft("**ỦY BAN NHÂN DÂN**<br>**PHƯỜNG HÒN SÓNG**", "Hòn Sóng");
    let of_province = |parent: &str| {
        draft(&format!("ỦY BAN NHÂN DÂN<br>{parent}<br>**ỦY BAN NHÂN DÂN**<br>**PHƯỜNG HUẾ**"), "Huế")
    };
    assert!(!speaks_except("unit: [phường], place: [Vĩnh Long]", &ward), "its province is not known");
    assert!(speaks_except("unit: [xã], place: [Vĩnh Long]", &ward));
    assert!(speaks_except("unit: [phường], place: [Vĩnh Long]", &of_province("TỈNH NGHỆ AN")));
    assert!(!speaks_except("unit: [phường], place: [Nghệ An]", &of_province("TỈNH NGHỆ AN")));
    assert!(speaks_except("to: 2000-01-01", &ward));
}
