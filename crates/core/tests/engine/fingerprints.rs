//! A finding keeps its fingerprint while the draft around it, its severity and its language change.

use crate::{LAW, checked, options, options_with};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};
use thethuc_core::document::Stage;
use thethuc_core::finding::Fingerprint;

/// Blocks of a regulation with faults: the same one in several articles, and several in one.
const BLOCKS: [&str; 12] = [
    "| **ỦY BAN NHÂN DÂN**<br>**TỈNH VĨNH LONG** | **CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n| :---: | :---: |\n| Số: 05/2026/QĐ-UBND | *Vĩnh Long, ngày 02 tháng 3 năm 2026* |",
    "**QUYẾT ĐỊNH**",
    "**Quy định mức thu phí chợ**",
    "*Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;*",
    "*Theo đề nghị của Giám đốc Sở Tài chính;*",
    "*Ủy ban nhân dân ban hành Quyết định quy định mức thu phí chợ.*",
    "**Điều 1. Phạm vi điều chỉnh**",
    "1. Quyết định này quy định mức thu phí chợ theo Khoản 2 Điều 3 và điều 2.",
    "**Điều 2. Mức thu**",
    "1. Mức thu nêu tại Khoản 1 Điều 1 và Khoản 2 Điều 3 ; thu theo ngày.\n\n2. Ủy Ban Nhân Dân xã thu phí từ ngày 30 tháng 02 năm 2026.",
    "**Điều 3. Hiệu lực thi hành**",
    "1. Quyết định này có hiệu lực thi hành từ ngày 12 tháng 3 năm 2026.\n\n2. Người nộp phí theo Khoản 1 Điều 1  được cấp biên lai./.\n\n| *Nơi nhận:*<br>- Như Điều 3;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**Trần Văn An** |\n| :--- | :---: |",
];

/// Index of the first block of the body.
const BODY: usize = 6;

fn draft(blocks: &[&str]) -> String {
    blocks.join("\n\n")
}

/// The fingerprints of each rule, in order of the text, without those of the rules that are left out.
fn prints(draft: &str, without: &[&str]) -> BTreeMap<String, Vec<Fingerprint>> {
    let mut prints: BTreeMap<String, Vec<Fingerprint>> = BTreeMap::new();
    for finding in checked(&LAW, draft, &options()).findings {
        if !without.contains(&finding.rule.as_str()) {
            prints.entry(finding.rule).or_default().push(finding.fingerprint);
        }
    }
    prints
}

/// What an inserted article itself makes wrong.
const OF_ARTICLES: [&str; 3] =
    ["format/article-sequence", "reference/internal-reference", "format/clause-sequence"];

#[test]
fn equal_faults_differ() {
    let found = checked(&LAW, &draft(&BLOCKS), &options()).findings;
    let capitals = found.iter().filter(|finding| finding.rule == "language/citation-capitals");
    assert!(capitals.count() >= 4, "{found:?}");
    let prints: HashSet<Fingerprint> = found.iter().map(|finding| finding.fingerprint).collect();
    assert_eq!(prints.len(), found.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_article_and_paragraphs_elsewhere_change_none(
        article in 0usize..3,
        paragraphs in prop::collection::vec(0usize..6, 3),
    ) {
        let mut blocks = BLOCKS.to_vec();
        // From the end, so that the indices hold.
        let mut at: Vec<usize> = paragraphs.iter().map(|own| BODY + own).collect();
        at.sort_unstable_by(|left, right| right.cmp(left));
        for index in at {
            blocks.insert(index + 1, "Nội dung này do cơ quan thu phí thực hiện.");
        }
        let label = ["**Điều 1. Phạm vi", "**Điều 2. Mức", "**Điều 3. Hiệu"][article];
        let place = blocks.iter().position(|block| block.starts_with(label)).expect("an article");
        blocks.insert(place, "**Điều 9. Đối tượng áp dụng**\n\nTổ chức, cá nhân có liên quan.");
        let numbered = renumbered(&draft(&blocks));
        let before = prints(&draft(&BLOCKS), &OF_ARTICLES);
        prop_assert_eq!(prints(&numbered, &OF_ARTICLES), before);
    }

    #[test]
    fn repairing_one_of_several_leaves_the_others(which in 0usize..4) {
        let before = prints(&draft(&BLOCKS), &[]);
        let text = draft(&BLOCKS);
        let (at, wrong) = text.match_indices("Khoản").nth(which).expect("a fault");
        let repaired = format!("{}khoản{}", &text[..at], &text[at + wrong.len()..]);
        let mut after = prints(&repaired, &[]);
        let rule = "language/citation-capitals";
        let (left, all) = (after.remove(rule).unwrap_or_default(), &before[rule]);
        prop_assert_eq!(left.len() + 1, all.len());
        prop_assert!(left.iter().all(|print| all.contains(print)));
        let mut others = before.clone();
        others.remove(rule);
        prop_assert_eq!(after, others);
    }
}

/// The labels of articles counted again, as Word and a careful drafter do.
fn renumbered(draft: &str) -> String {
    let mut number = 0;
    let lines =
        draft.lines().map(|line| match line.strip_prefix("**Điều ").and_then(|own| own.split_once('.')) {
            Some((_, title)) => {
                number += 1;
                format!("**Điều {number}.{title}")
            }
            None => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn severity_and_the_name_of_the_file_are_no_part_of_it() {
    let text = draft(&BLOCKS);
    let at = |stage: Stage| {
        let found = checked(&LAW, &text, &options_with(|own| own.stage = Some(stage))).findings;
        found.into_iter().map(|own| (own.rule, own.fingerprint)).collect::<BTreeMap<_, _>>()
    };
    let (draft, issue) = (at(Stage::Draft), at(Stage::Issue));
    assert!(draft.len() > 3 && draft.iter().all(|(rule, print)| issue.get(rule) == Some(print)));
}

#[test]
fn a_cause_with_many_places_is_known_while_any_is_left() {
    let of = |text: &str| {
        let found = checked(&LAW, text, &options()).findings;
        let own = found.into_iter().find(|finding| finding.rule == "language/double-blank");
        own.map(|finding| (finding.count(), finding.fingerprint)).expect("a double blank")
    };
    let twelve = draft(&BLOCKS)
        .replace("Quyết định này có", "Quyết  định này có")
        .replace("Quyết định này quy", "Quyết  định này quy");
    let fewer = twelve.replace("Quyết  định này quy", "Quyết định này quy");
    let ((many, print), (few, other)) = (of(&twelve), of(&fewer));
    assert_eq!(many, few + 1);
    assert_eq!(print, other);
}
