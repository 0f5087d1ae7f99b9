//! Tables of what came of the seeds.

use super::base::Base;
use super::file::{markdown, word};
use super::grow::Seed;
use super::judge::Outcome;
use std::collections::BTreeMap;
use std::fmt::Write;
use thethuc_core::checker::Checker;
use thethuc_core::finding::Severity;
use thethuc_core::look::NamedStyle;

/// The regimes of the columns.
const REGIMES: [(&str, &str); 3] = [
    ("administrative-2020", "hành chính"),
    ("normative-2016", "quy phạm, trước 4/2025"),
    ("normative-2025", "quy phạm, từ 4/2025"),
];

/// Sums of a cell.
#[derive(Clone, Copy, Default)]
struct Count {
    seeds: usize,
    told: usize,
    placed: usize,
    errors: usize,
    warnings: usize,
}

impl Count {
    fn add(&mut self, outcome: &Outcome) {
        self.seeds += 1;
        self.told += usize::from(outcome.is_told);
        self.placed += usize::from(outcome.is_placed);
        self.errors += usize::from(!outcome.errors.is_empty());
        self.warnings += usize::from(!outcome.warnings.is_empty());
    }
}

/// The tables of both parts, for people.
pub fn page(parts: &[(&Vec<Seed<'_>>, Vec<Outcome>); 2]) -> String {
    let mut text = String::new();
    for ((seeds, outcomes), title) in
        parts.iter().zip(["Hai phần ba dùng để sửa quy tắc", "Một phần ba giữ lại, chỉ chạy ở cuối"])
    {
        let _ = writeln!(text, "### {title}\n\n{}", of_part(seeds, outcomes));
    }
    let _ = writeln!(
        text,
        "### Chưa tìm thấy\n\nTrong số lỗi chắc chắn, theo loại (số tệp chưa tìm thấy / số tệp):\n\n{}",
        unseen(parts)
    );
    text
}

/// The kinds of sure faults of which some were not found at their place, of both parts.
fn unseen(parts: &[(&Vec<Seed<'_>>, Vec<Outcome>); 2]) -> String {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let all = parts.iter().flat_map(|(seeds, outcomes)| seeds.iter().zip(outcomes));
    for (seed, outcome) in all.filter(|(seed, _)| !seed.is_neighbour && seed.kind.sure) {
        let own = kinds.entry(seed.id.split('/').next().unwrap_or_default()).or_default();
        own.0 += usize::from(!outcome.is_placed);
        own.1 += 1;
    }
    let missed = kinds.iter().filter(|(_, (missed, _))| *missed > 0);
    missed.map(|(kind, (missed, all))| format!("`{kind}` {missed}/{all}")).collect::<Vec<_>>().join(", ")
}

/// A seed and what came of it.
type Member<'a> = (&'a Seed<'a>, &'a Outcome);

/// Detection and place by family and regime, then false alarms on neighbours.
pub fn of_part(seeds: &[Seed<'_>], outcomes: &[Outcome]) -> String {
    let faults = || seeds.iter().zip(outcomes).filter(|(seed, _)| !seed.is_neighbour);
    let neighbours = || seeds.iter().zip(outcomes).filter(|(seed, _)| seed.is_neighbour);
    let mut text = String::from("| nhóm lỗi | số lỗi | tìm thấy | đúng chỗ |");
    for (_, name) in REGIMES {
        let _ = write!(text, " {name} |");
    }
    text.push_str("\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    let mut families: BTreeMap<&str, (&str, Vec<Member<'_>>)> = BTreeMap::new();
    for (seed, outcome) in faults() {
        families
            .entry(seed.family_name())
            .or_insert((&seed.family.title, Vec::new()))
            .1
            .push((seed, outcome));
    }
    for (title, members) in families.values() {
        row(&mut text, title, members);
    }
    let sure: Vec<_> = faults().filter(|(seed, _)| seed.kind.sure).collect();
    row(&mut text, "**mọi lỗi chắc chắn**", &sure);
    row(&mut text, "**mọi lỗi**", &faults().collect::<Vec<_>>());
    text.push_str("\n| văn bản đúng | số tệp | có kết quả “phải sửa” | có kết quả “cần xem lại” |\n| --- | ---: | ---: | ---: |\n");
    for (regime, name) in REGIMES {
        let own = neighbours().filter(|(seed, _)| seed.base.about.regime.id == regime);
        alarms(&mut text, name, own.map(|(_, outcome)| outcome));
    }
    alarms(&mut text, "**tất cả**", neighbours().map(|(_, outcome)| outcome));
    text
}

fn row(text: &mut String, title: &str, members: &[(&Seed<'_>, &Outcome)]) {
    let mut all = Count::default();
    let mut own = [Count::default(); 3];
    for (seed, outcome) in members {
        all.add(outcome);
        if let Some(index) = REGIMES.iter().position(|(id, _)| *id == seed.base.about.regime.id) {
            own[index].add(outcome);
        }
    }
    let share =
        |part: usize| format!("{:.1} %", 100.0 * part as f64 / all.seeds.max(1) as f64).replace('.', ",");
    let (told, placed) = (share(all.told), share(all.placed));
    let _ = write!(text, "| {title} | {} | {told} | {placed} |", all.seeds);
    for own in own {
        let _ = match own.seeds {
            0 => write!(text, " – |"),
            seeds => write!(text, " {}/{seeds} |", own.placed),
        };
    }
    text.push('\n');
}

fn alarms<'a>(text: &mut String, name: &str, outcomes: impl Iterator<Item = &'a Outcome>) {
    let mut all = Count::default();
    outcomes.for_each(|outcome| all.add(outcome));
    let _ = writeln!(text, "| {name} | {} | {} | {} |", all.seeds, all.errors, all.warnings);
}

/// What is said of the clean drafts themselves.
///
/// # Errors
/// One that cannot be written or read.
pub fn of_bases(bases: &[Base], checker: &Checker, styles: &[NamedStyle]) -> Result<String, String> {
    let (mut files, mut errors, mut warnings) = (0, 0, 0);
    let mut told = String::new();
    for base in bases {
        let drafts = [("a.docx", word(&base.dressed, styles)?), ("a.md", markdown(&base.plain).into_bytes())];
        for (name, bytes) in drafts {
            let judged = checker.check(name, &bytes).map_err(|error| error.words().en)?;
            files += 1;
            for finding in judged.findings.iter().filter(|own| own.severity > Severity::Note) {
                errors += usize::from(finding.severity == Severity::Error);
                warnings += usize::from(finding.severity == Severity::Warning);
                let _ = writeln!(told, "- {} {name}: {} {}", base.name, finding.rule, finding.message.en);
            }
        }
    }
    Ok(format!(
        "\nBản gốc: {files} tệp, {errors} kết quả “phải sửa”, {warnings} kết quả “cần xem lại”.\n{told}"
    ))
}

/// What was not found, by kind, and every wrong alarm.
pub fn misses(seeds: &[Seed<'_>], outcomes: &[Outcome]) -> String {
    let mut text = String::from("\nNot found, or elsewhere:\n");
    for (seed, outcome) in seeds.iter().zip(outcomes) {
        if !seed.is_neighbour && !outcome.is_placed {
            let sure = if seed.kind.sure { "" } else { " (not sure)" };
            let told = if outcome.is_told { "ELSEWHERE" } else { "MISS" };
            let place: String = seed.truth().chars().take(260).collect();
            let _ = writeln!(
                text,
                "{told}{sure} {}\n    at place: {:?}",
                place.replace('\n', " ⏎ "),
                outcome.at_place
            );
            if !outcome.errors.is_empty() || !outcome.warnings.is_empty() {
                let _ = writeln!(text, "    else: {:?} {:?}", outcome.errors, outcome.warnings);
            }
        }
    }
    text.push_str("\nWrong alarms on neighbours:\n");
    for (seed, outcome) in seeds.iter().zip(outcomes) {
        if seed.is_neighbour && !(outcome.errors.is_empty() && outcome.warnings.is_empty()) {
            let _ = writeln!(
                text,
                "{}\n    errors {:?}\n    warnings {:?}",
                seed.truth().replace('\n', " ⏎ "),
                outcome.errors,
                outcome.warnings
            );
        }
    }
    text
}
