//! From what a configuration says of findings to what triage does with them.

use super::{Link, name};
use thethuc_core::checker::UnknownName;
use thethuc_core::finding::{Decision, SaidIn, Statement};
use thethuc_core::rulebook::RuleBook;
use thethuc_core::rulebook::config::{self, Accept, Config, PathPattern};
use thethuc_core::triage::{Area, Record, Silence, Subject, Triage};

/// Adds what a file says to what those above it say.
///
/// # Errors
/// It names a rule that is not there; whoever verified it before never meets that.
pub fn deciding(
    mut triage: Triage,
    book: &RuleBook,
    link: &Link,
    config: &Config,
) -> Result<Triage, UnknownName> {
    let folder = link.area();
    let area = |patterns: Vec<PathPattern>| Some(Area { folder: folder.clone(), patterns });
    triage = triage.with_severities(book, config.severity.clone())?;
    for own in &config.by_path {
        triage = triage.with_severities_in(book, area(own.paths.clone()), own.severity.clone())?;
    }
    let path = name(&link.file.path);
    let accepted = config.accept.iter().enumerate().map(|(index, own)| Silence {
        area: area(Vec::new()),
        is_claim: !link.is_own,
        stands_in: format!("{path}, accept {}", index + 1),
        ..Silence::from(accepted(own))
    });
    let silenced = config.silence.iter().enumerate().filter_map(|(index, own)| {
        Some(Silence {
            area: area(own.path.iter().cloned().collect()),
            until: own.until,
            is_claim: !link.is_own,
            stands_in: format!("{path}, silence {}", index + 1),
            ..Silence::from(silenced(own)?)
        })
    });
    Ok(triage.with_silences(book, accepted.chain(silenced)))
}

/// Words or a value that the organ uses on purpose.
fn accepted(own: &Accept) -> Record {
    let rule = own.rule.clone();
    let on = match (&own.words, &own.value) {
        (Some(words), _) => Subject::Words { rule, words: words.clone() },
        (None, value) => Subject::Value { rule, value: value.clone().unwrap_or_default() },
    };
    let reason = match &own.provision {
        Some(provision) => format!("{provision}: {}", own.reason),
        None => own.reason.clone(),
    };
    let said = Statement { reason: Some(reason), who: None, day: None, source: SaidIn::OwnRule };
    Record { on, path: None, decision: Decision::Kept(said) }
}

/// A silence; none where its fingerprint is none, which reading refuses.
fn silenced(own: &config::Silence) -> Option<Record> {
    let on = match (&own.fingerprint, &own.rule, &own.words) {
        (Some(fingerprint), ..) => Subject::Fingerprint(fingerprint.parse().ok()?),
        (None, Some(rule), Some(words)) => Subject::Words { rule: rule.clone(), words: words.clone() },
        _ => return None,
    };
    let said = Statement {
        reason: Some(own.reason.clone()),
        who: own.who.clone(),
        day: own.day,
        source: SaidIn::Configuration,
    };
    let decision = if own.wrong { Decision::Wrong(said) } else { Decision::Kept(said) };
    Some(Record { on, path: None, decision })
}
