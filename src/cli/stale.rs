//! What lists hold that does nothing any more: told on standard error, never a failure.

use super::config::holding::{Holding, Holdings};
use super::known::Known;
use super::{paths, words};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thethuc_core::checker::verify;
use thethuc_core::finding::Words;
use thethuc_core::text::Date;
use thethuc_core::triage::{Met, Silence, Subject};

/// What is to be told once all drafts are checked. A run over a few files says nothing of entries for others:
/// only what lies in a folder that was checked as a whole is held to be missing.
/// `is_whole`: all rules were applied. `has_revision`: drafts were held against an earlier state of them, which no
/// list has to be renewed for.
pub fn told(
    holdings: &Holdings,
    mets: &[Met],
    known: &Known,
    walked: &[PathBuf],
    is_whole: bool,
    has_revision: bool,
) -> Vec<Words> {
    let holdings = holdings.all();
    let mut unmet: BTreeMap<&str, (&Silence, bool, usize)> = BTreeMap::new();
    let mut told = Vec::new();
    for (holding, met) in holdings.iter().zip(mets) {
        let today = Some(holding.checker.options().today);
        for own in holding.triage.stale(met).silences {
            let entry = unmet.entry(&own.stands_in).or_insert((own, own.is_over(today), 0));
            entry.2 += 1;
        }
    }
    for (silence, is_over, times) in unmet.into_values() {
        let book = holdings.first().map(|own| own.checker.book());
        let rule = match &silence.record.on {
            Subject::Words { rule, .. } | Subject::Value { rule, .. } => Some(rule),
            Subject::Fingerprint(_) => None,
        };
        let unknown = book.and_then(|book| verify(book, rule).err());
        if let Some(unknown) = unknown {
            let (place, said) = (&silence.stands_in, unknown.words());
            told.push(words(format!("{place}: {}", said.vi), format!("{place}: {}", said.en)));
            continue;
        }
        let of_all = holdings.iter().filter(|own| own.triage.holds_entry(&silence.stands_in)).count();
        if is_over {
            told.push(over(silence));
        } else if is_whole && times == of_all && is_walked(silence, walked) {
            told.push(needless(silence));
        }
    }
    if !has_revision {
        told.extend(of_baseline(holdings, mets, known, walked));
    }
    told
}

/// Whether all files that an entry is for were looked at.
fn is_walked(silence: &Silence, walked: &[PathBuf]) -> bool {
    let folder = silence.area.as_ref().map(|area| area.folder.as_str()).or(silence.record.path.as_deref());
    folder.is_some_and(|folder| walked.iter().any(|own| Path::new(folder).starts_with(own)))
}

fn over(silence: &Silence) -> Words {
    let place = &silence.stands_in;
    let day = |until: Date| (until.vietnamese(), until.to_string());
    let (vi, en) = silence.until.map(day).unwrap_or_default();
    words(
        format!("{place}: quyết định giữ nguyên đã hết hạn ngày {vi}; hãy gia hạn (until) hoặc bỏ mục này."),
        format!("{place}: what was kept was kept until {en}; set a later day (until) or take the entry out."),
    )
}

fn needless(silence: &Silence) -> Words {
    let place = &silence.stands_in;
    words(
        format!("{place}: không còn ứng với phát hiện nào; có thể bỏ mục này."),
        format!("{place}: is on nothing that was found; the entry can be taken out."),
    )
}

/// What of the baseline is there no more, and what counts as known because the rules are others.
fn of_baseline(holdings: &[Holding], mets: &[Met], known: &Known, walked: &[PathBuf]) -> Vec<Words> {
    let name = known.name();
    let mut told = Vec::new();
    let mut all = Met::default();
    for own in mets {
        all.add(own.clone());
    }
    let gone: usize = all.gone.iter().map(|own| own.count).sum();
    if gone > 0 {
        told.push(words(
            format!(
                "“{name}”: {gone} phát hiện ghi trong tệp mốc nay không còn; thêm --write-baseline để lập lại."
            ),
            format!(
                "“{name}”: {gone} of the findings of the baseline are there no more; add --write-baseline to renew it."
            ),
        ));
    }
    let documents = holdings.first().map(|own| own.triage.stale(&all).documents).unwrap_or_default();
    let is_lost =
        |path: &str| !known.is_present(path) && walked.iter().any(|own| Path::new(path).starts_with(own));
    let lost: Vec<&str> =
        documents.iter().map(|own| own.path.as_str()).filter(|path| is_lost(path)).collect();
    if let Some(first) = lost.first() {
        let (number, first) = (lost.len(), paths::name(Path::new(first)));
        told.push(words(
            format!("“{name}”: {number} dự thảo ghi trong tệp mốc nay không có (đầu tiên: {first})."),
            format!("“{name}”: {number} documents of the baseline are not there (the first: {first})."),
        ));
    }
    let by_rules = all.by_rules;
    if by_rules > 0 {
        told.push(words(
            format!("{by_rules} phát hiện chỉ mới có vì bộ quy tắc đã đổi, không phải vì dự thảo đổi; được coi là có từ trước."),
            format!("{by_rules} findings are there because the rules changed, not the drafts; they count as known."),
        ));
    }
    told
}
