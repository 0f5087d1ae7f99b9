//! What one file may say, and how it is told what it may not.

use super::*;

fn fault(text: &str) -> Fault {
    Config::read(text).expect_err("a fault")
}

#[test]
fn a_configuration_need_not_name_an_organ() {
    let config = Config::read("fail-on: warning\nskip: [language]\n").expect("a configuration");
    assert_eq!((config.fail_on, config.profile()), (Some(FailOn::Warning), None));
    assert!(config.judges());
    let profile = Config::read("organ: { name: Ủy ban nhân dân xã Đồng Hạc, level: commune }").expect("one");
    assert!(profile.profile().is_some() && !profile.judges());
    let two = "organs:\n- name: Hội đồng nhân dân xã Đồng Hạc\n- name: Ủy ban nhân dân xã Đồng Hạc\n  signers:\n  - { position: Chủ tịch }\n";
    assert_eq!(Config::read(two).expect("two").profile().map(|own| own.all().count()), Some(2));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cases = [
        ("organ:\n  name: UBND\n  levle: commune\n", (3, 3), "levle"),
        ("fail-on: grave\n", (1, 10), "grave"),
        ("organs: [{ name: ' ' }]\n", (1, 1), "name"),
        ("exclude: [a, 'b[']\n", (1, 14), "b["),
        ("fail-on: note\nrule-pages: docs/rules\n", (2, 13), "https://"),
        ("today: 29/11/2026\n", (1, 8), "YYYY-MM-DD"),
        ("silence:\n- { rule: a/b, words: c, reason: d }\n- { rule: a/b, reason: d }\n", (3, 1), "words"),
        ("silence:\n  - rule: a/b\n    words: c\n    reason: ''\n", (2, 3), "reason"),
        ("silence:\n- { fingerprint: abc, reason: d }\n", (2, 1), "16"),
        ("accept: [{ rule: a/b, reason: d }]\n", (1, 1), "value"),
        ("silence:\n- { rule: a/b, words: c }\n", (2, 3), "reason"),
    ];
    for (text, place, word) in cases {
        let fault = fault(text);
        assert_eq!((fault.line, fault.column), place, "{text}: {fault}");
        assert!(fault.words.vi.contains(word), "{text}: {fault}");
    }
}
