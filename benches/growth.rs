//! How the time of a check grows with each structure of a draft that may stand many times.
//!
//! `cargo bench --bench growth [STRUCTURE…]` checks drafts with 10, 1,000 and 10,000 of each and prints the
//! exponent of the time over the bytes between the two largest: 1 is linear, 2 is quadratic. The report is made
//! too, for it may be longer than the draft. Where the system tells it, time is that on the processor, which hardly
//! depends on what else the machine does.
#![allow(clippy::expect_used, clippy::print_stdout)]

use std::time::{Duration, Instant};
use thethuc_core::checker::{Checker, Options};
use thethuc_core::report::format::{Format, Setting};
use thethuc_core::report::json::Json;
use thethuc_core::report::model::Document;
use thethuc_core::report::{Outcome, Reported};
use thethuc_core::rulebook::vocabulary::Language;

/// How many of a structure the drafts have.
const SIZES: [usize; 3] = [10, 1_000, 10_000];
/// A check that takes longer is not repeated.
const LONG: Duration = Duration::from_millis(500);
/// What is meant to hold: 1.3 times linear.
const GOAL: f64 = 1.3;

const HEAD: &str = "ỦY BAN NHÂN DÂN\nXÃ HÒA AN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 05/2026/QĐ-UBND\n\nHòa An, ngày 02 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\n\nQuy định về quản lý chợ trên địa bàn xã Hòa An\n\nỦY BAN NHÂN DÂN XÃ HÒA AN\n\n";
const BASIS: &str = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n\n";
const ARTICLE: &str = "QUYẾT ĐỊNH:\n\nĐiều 1. Phạm vi điều chỉnh\n\n1. Gồm:\n\n";
const END: &str = "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nNguyễn Văn An\n\nNơi nhận:\n\n";
const LAST: &str = "- Như Điều 1;\n\n- Lưu: VT.\n\n";

/// Where a structure stands.
enum At {
    Bases,
    Body,
    /// In one paragraph of the body.
    Line,
    Recipients,
    Behind,
}

/// A structure: its name, where it stands, and the words of one, `#` being its number and `%` one up to 900.
const STRUCTURES: [(&str, At, &str); 33] = [
    ("articles", At::Body, "Điều #. Quy định\n\nNội dung của điều này.\n\n"),
    ("clauses", At::Body, "#. Nội dung của khoản này là quản lý chợ.\n\n"),
    ("points", At::Body, "a) Nội dung của điểm này;\n\n"),
    ("chapters", At::Body, "Chương I\n\nQUY ĐỊNH CHUNG\n\nĐiều #. Quy định\n\nNội dung.\n\n"),
    ("references", At::Body, "#. Theo khoản 1 Điều 1 và điểm a khoản 2 Điều % Quyết định này.\n\n"),
    ("references in a line", At::Line, "khoản 1 Điều %, điểm a khoản 1 Điều 1 và "),
    ("bare references", At::Body, "#. Theo khoản 2 Điều %.\n\n"),
    ("bare references in a line", At::Line, "theo khoản 2 Điều %. "),
    ("references to headings", At::Body, "#. Theo Mục 3 Chương II và Phần % Quyết định này.\n\n"),
    ("references to appendices", At::Body, "#. Theo Phụ lục %.\n\n"),
    ("other forms of itself", At::Body, "#. Thực hiện theo Đề án này, Kế hoạch này.\n\n"),
    (
        "bases",
        At::Bases,
        "Căn cứ Nghị định số %/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về văn thư;\n\n",
    ),
    ("laws in a basis", At::Bases, "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024, Luật Nhà ở "),
    ("citations", At::Body, "#. Theo Nghị định số %/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.\n\n"),
    ("citations in a line", At::Line, "Nghị định số %/2020/NĐ-CP, "),
    ("repeals", At::Body, "#. Quyết định số %/2019/QĐ-UBND ngày 01 tháng 4 năm 2019 hết hiệu lực.\n\n"),
    ("quotations", At::Body, "#. Sửa đổi Điều 5 như sau:\n\n“Điều 5. Mức thu\n\n1. Mức thu là 5%.”\n\n"),
    ("open quotations", At::Body, "#. Sửa đổi như sau: “Điều 5. Mức thu\n\n"),
    ("places", At::Body, "#. Tại thị trấn Sa Pa, huyện Sa Pa, tỉnh Hà Giang.\n\n"),
    ("places in a line", At::Line, "xã Vân Hà, huyện Mỹ Hào, tỉnh Hà Giang, "),
    ("recipients", At::Recipients, "- Sở Tài chính #;\n\n"),
    ("tables", At::Body, "| STT | Nội dung |\n|---|---|\n| 1 | chợ |\n\nVà\n\n"),
    ("cells", At::Line, "| 1 | chợ | không |\n"),
    ("dates", At::Line, "ngày 31/02/2020, "),
    ("two spellings", At::Line, "hoà hòa thuỷ thủy "),
    ("hidden characters", At::Line, "a\u{200b}"),
    ("hidden characters in a row", At::Line, "\u{200b}"),
    ("loose marks", At::Line, "ho\u{61}\u{300} "),
    (
        "appendices",
        At::Behind,
        "PHỤ LỤC #\n\nDANH MỤC CHỢ\n\n(Kèm theo Quyết định số 05/2026/QĐ-UBND)\n\n1. Chợ xã.\n\n",
    ),
    (
        "attached texts",
        At::Behind,
        "QUY CHẾ\n\nQuản lý chợ\n\n(Ban hành kèm theo Quyết định số 05/2026/QĐ-UBND)\n\nĐiều 1. Phạm vi\n\nNội dung.\n\n",
    ),
    ("numbers alone", At::Line, "%/2020/NĐ-CP "),
    ("signatures", At::Behind, "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nNguyễn Văn An\n\n"),
    ("findings", At::Body, "Uỷ ban nhân dân xã  quản lý chợ , theo Điều1 của Ủy Ban.\n\n"),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let options = Options::on("2026-11-29".parse().expect("a day"));
    let checker = Checker::new(thethuc_law::book(), options).expect("no names");
    println!("{:<28} {:>9} {:>9} {:>9}", "structure", "bytes", "seconds", "exponent");
    let mut worst: f64 = 0.0;
    for (name, at, words) in &STRUCTURES {
        if !wanted.is_empty() && !wanted.iter().any(|own| own == name) {
            continue;
        }
        let rows: Vec<(usize, f64)> =
            SIZES.iter().map(|size| row(&checker, &draft(at, words, *size))).collect();
        // What every draft costs is no part of the growth.
        let base = rows[0].1 * 0.9;
        let (less, more) = (rows[1], rows[2]);
        let ratio = (more.1 - base).max(1e-4) / (less.1 - base).max(1e-4);
        let exponent = ratio.ln() / (more.0 as f64 / less.0 as f64).ln();
        worst = worst.max(exponent);
        println!("{name:<28} {:>9} {:>9.3} {exponent:>9.2}", more.0, more.1);
    }
    let said = if worst <= GOAL { "within" } else { "ABOVE" };
    println!("greatest exponent {worst:.2}: {said} the goal of {GOAL}");
}

/// A draft with so many of a structure.
fn draft(at: &At, words: &str, size: usize) -> String {
    let many: String = (1..=size)
        .map(|number| words.replace('#', &number.to_string()).replace('%', &(number % 900 + 1).to_string()))
        .collect();
    match at {
        At::Bases => [HEAD, BASIS, &many, "\n\n", ARTICLE, END, LAST].concat(),
        At::Body => [HEAD, BASIS, ARTICLE, &many, END, LAST].concat(),
        At::Line if words.starts_with('|') => {
            [HEAD, BASIS, ARTICLE, "| a | b | c |\n|---|---|---|\n", &many, "\n", END, LAST].concat()
        }
        At::Line => [HEAD, BASIS, ARTICLE, "2. Theo ", &many, ".\n\n", END, LAST].concat(),
        At::Recipients => [HEAD, BASIS, ARTICLE, END, &many, LAST].concat(),
        At::Behind => [HEAD, BASIS, ARTICLE, END, LAST, &many].concat(),
    }
}

/// Bytes of a draft, and the least seconds of a few checks with their report.
fn row(checker: &Checker, draft: &str) -> (usize, f64) {
    let mut least = timed(checker, draft);
    let mut runs = 1;
    while runs < 4 && least < LONG {
        least = least.min(timed(checker, draft));
        runs += 1;
    }
    (draft.len(), least.as_secs_f64())
}

/// How long this thread was on the processor, where the system tells it; else how long it is since the beginning.
fn worked(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn timed(checker: &Checker, draft: &str) -> Duration {
    let begun = Instant::now();
    let before = worked(begun);
    let judged = checker.check("draft.md", draft.as_bytes()).expect("readable");
    let reported = Reported {
        path: "draft.md",
        outcome: Outcome::Checked { checked: &judged, source: draft.as_bytes() },
    };
    let setting = Setting { language: Language::Vi, names: checker.book(), replacing: &[] };
    let report = Json.piece(&Document::of(&reported), &reported, &setting);
    assert!(!report.is_empty(), "a report was made");
    worked(begun).saturating_sub(before)
}
