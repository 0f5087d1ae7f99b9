//! What people answered to remarks, as decisions.

use crate::finding::{Decision, Fingerprint, SaidIn, Statement};
use crate::patch::{Answer, Standing};
use crate::text::Date;
use crate::text::vietnamese::squeeze;
use crate::triage::{Record, Subject};

/// How an answer begins that keeps the words as they are; what follows is the reason. Without one it decides
/// nothing: nobody could be asked later.
const KEEP: [&str; 2] = ["giữ nguyên", "bỏ qua"];

/// The decisions in the answers to remarks of ours; of several answers the last one counts.
pub fn decisions(standing: &[Standing]) -> Vec<Record> {
    let decided = standing.iter().filter_map(|own| {
        let fingerprint = serde_json::Value::String(own.mark.as_ref()?.fingerprint.clone());
        let fingerprint: Fingerprint = serde_json::from_value(fingerprint).ok()?;
        let statement = own.answers.iter().rev().find_map(kept)?;
        Some(Record {
            on: Subject::Fingerprint(fingerprint),
            path: None,
            decision: Decision::Kept(statement),
        })
    });
    decided.collect()
}

/// What an answer says of keeping the words.
fn kept(answer: &Answer) -> Option<Statement> {
    let words = squeeze(&answer.words);
    let small = words.to_lowercase();
    let keyword = KEEP.into_iter().find(|own| small.starts_with(own))?;
    let reason: String = words.chars().skip(keyword.chars().count()).collect();
    let reason = reason.trim_matches([' ', ':', ',', '.', '-', '–']);
    if reason.is_empty() {
        return None;
    }
    let day: Option<Date> = answer.moment.as_deref().and_then(|own| own.get(..10)?.parse().ok());
    let who = (!answer.author.is_empty()).then(|| answer.author.clone());
    Some(Statement { reason: Some(reason.to_owned()), who, day, source: SaidIn::Comment })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(words: &str) -> Answer {
        let moment = Some("2026-03-02T08:00:00Z".to_owned());
        Answer { author: "Nguyễn Thị Bình".to_owned(), moment, words: words.to_owned() }
    }

    #[test]
    fn a_reason_keeps_the_words_and_its_lack_does_not() {
        let own = kept(&answer("Giữ nguyên vì Chủ tịch đã thống nhất.")).expect("kept");
        assert_eq!(own.reason.as_deref(), Some("vì Chủ tịch đã thống nhất"));
        assert_eq!(own.day, Date::new(2026, 3, 2));
        assert_eq!(kept(&answer("Giữ nguyên.")), None);
        assert_eq!(kept(&answer("Đã sửa")), None);
    }
}
