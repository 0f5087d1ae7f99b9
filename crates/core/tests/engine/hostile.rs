//! Whatever stands in a draft, the rules never panic and never mark half a letter.

use crate::{BASE, checked, options};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use thethuc_core::checker::{CheckError, Checker};
use thethuc_core::rulebook::RuleBook;

/// One book for all cases: its patterns are compiled once.
static BOOK: LazyLock<Arc<RuleBook>> = LazyLock::new(|| Arc::new(thethuc_law::book()));

/// Pieces that drafts are made of, and some that they should not be made of.
const PIECES: [&str; 24] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/2026/QĐ-UBND",
    "Số:    /QĐ-UBND",
    "Vĩnh Long, ngày … tháng 3 năm 2026",
    "QUYẾT ĐỊNH",
    "Căn cứ Luật số 80/2015/QH13 ngày 31 tháng 6 năm 2015;",
    "Điều 1.",
    "Điều 3. Hiệu lực",
    "1. Khoản 2 điều 5",
    "a) b) đ)",
    "“Điều 12. Sửa đổi”",
    "Nơi nhận:",
    "- Như Điều 9;",
    "TM. ỦY BAN NHÂN DÂN",
    "T/M UBND",
    "PHỤ LỤC I",
    "(Kèm theo Quyết định số /QĐ)",
    "\u{2028}",
    "a\u{301}\u{323}",
    "\u{200B}",
    "|",
    "\t\t",
    "có hiệu lực từ ngày 32/13/2026",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_order_of_pieces_is_survived(order in prop::collection::vec((0..PIECES.len(), 0..3usize), 0..40)) {
        let gaps = ["\n\n", " ", "<br>"];
        let draft: String = order.iter().flat_map(|(piece, gap)| [PIECES[*piece], gaps[*gap]]).collect();
        let checker = Checker::new(Arc::clone(&BOOK), options()).expect("no names");
        let found = match checker.check("a.md", draft.as_bytes()) {
            Ok(found) => found,
            Err(CheckError::Fault(reason)) => panic!("{reason}: {draft}"),
            // An empty draft, say.
            Err(_) => return Ok(()),
        };
        for finding in &found.findings {
            prop_assert!(found.draft.text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
            prop_assert!(!finding.message.vi.contains('{'), "{finding:?}");
        }
    }

    #[test]
    fn any_cut_of_a_draft_is_survived(start in 0..BASE.len(), end in 0..BASE.len()) {
        let mut draft = BASE.to_owned();
        if let Some(range) = draft.get(start..end.max(start)).map(|_| start..end.max(start)) {
            draft.replace_range(range, "");
        }
        let found = checked(&BOOK, &format!("{draft} "), &options());
        for finding in &found.findings {
            prop_assert!(found.draft.text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
        }
    }
}
