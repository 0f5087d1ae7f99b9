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

/// Each signer is compared with each signature, and findings repeat names.
#[test]
fn what_a_profile_says_is_bounded() {
    use crate::profile::{NAME_BYTES, SIGNERS};
    const TABLE: &str = include_str!("../../../../docs/limits.md");
    let organ = |signers: usize, letters: usize| {
        let signers: Vec<String> =
            (0..signers).map(|index| format!("  - {{ position: p{index} }}\n")).collect();
        let signers = signers.concat();
        format!("organ:\n  place: {}\n  name: UBND\n  signers:\n{signers}", "x".repeat(letters))
    };
    assert!(Config::read(&organ(SIGNERS, NAME_BYTES)).is_ok());
    let many = fault(&organ(SIGNERS + 1, 1));
    assert!(many.words.vi.contains(&format!("hơn {SIGNERS} người ký")), "{many}");
    let long = fault(&organ(1, NAME_BYTES + 1));
    assert!(long.line == 2 && long.words.vi.contains("tên dài hơn"), "{long}");
    for (name, value) in [("SIGNERS", SIGNERS), ("NAME_BYTES", NAME_BYTES)] {
        assert!(TABLE.contains(&format!("| `{name}` | {value} |")), "{name}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cases = [
        ("organ:\n  name: UBND\n  levle: commune\n", (3, 3), "levle"),
        ("fail-on: grave\n", (1, 10), "grave"),
        ("organs: [{ name: ' ' }]\n", (1, 1), "name"),
        ("exclude: [a, 'b[']\n", (1, 14), "b["),
        ("fail-on: note\nrule-pages: docs/rules\n", (2, 13), "https://"),
        ("today: 31/11/2026\n", (1, 8), "02/3/2026"),
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
