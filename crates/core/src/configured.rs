//! What holds for a draft: what the configurations say that hold for its folder, the nearest first, under what the
//! user asks for himself. Whoever has a file system, or a page, finds the configurations; what they come to is
//! one for all faces.

use crate::checker::{Options, UnknownName};
use crate::document::{Class, Stage};
use crate::finding::{Decision, SaidIn, Statement};
use crate::rulebook::RuleBook;
use crate::rulebook::config::{self, Accept, Config, PathPattern, Trust};
use crate::rulebook::profile::Profile;
use crate::rulebook::yaml::Fault;
use crate::text::Date;
use crate::triage::{Area, Record, Silence, Subject, Triage};

/// A configuration that holds for a draft.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// What it says.
    pub config: &'a Config,
    /// Its text.
    pub text: &'a str,
    /// What people call its file.
    pub name: String,
    /// The folder that its paths count from, as the paths of documents begin; empty for all.
    pub folder: String,
    /// Whether it is the user's own; if not, it came with the drafts of somebody whose word does not count.
    pub is_own: bool,
}

/// What of a configuration fits a rule book, and may be heard at all.
pub struct Heard<'a> {
    /// The configuration.
    pub said: &'a Said<'a>,
    /// What of it holds.
    pub config: Config,
}

/// What the user asks for himself; it goes before every configuration.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The stage.
    pub stage: Option<Stage>,
    /// The day whose law applies.
    pub as_of: Option<Date>,
    /// The class.
    pub class: Option<Class>,
    /// Rules that alone are applied.
    pub only: Vec<String>,
    /// Rules that are not applied.
    pub skip: Vec<String>,
    /// Whether words of secret drafts are repeated.
    pub quote_secret: bool,
}

/// What holds of these configurations, the nearest first, and what is wrong with them: each fault with the place of
/// its configuration among them.
pub fn heard<'a>(chain: &'a [Said<'a>], book: &RuleBook) -> (Vec<Heard<'a>>, Vec<(usize, Fault)>) {
    let mut faults = Vec::new();
    let one = |(index, said): (usize, &'a Said<'a>)| {
        let mut config = said.config.clone();
        if !said.is_own {
            let Config { organ, organs, silence, accept, .. } = config;
            config = Config { organ, organs, silence, accept, ..Config::default() };
        }
        faults.extend(config.verify(said.text, book).into_iter().map(|fault| (index, fault)));
        Heard { said, config }
    };
    (chain.iter().enumerate().map(one).collect(), faults)
}

/// What the nearest one says that says anything of it.
pub fn value<T>(heard: &[Heard<'_>], key: impl Fn(&Config) -> Option<T>) -> Option<T> {
    heard.iter().find_map(|own| key(&own.config))
}

/// The profile of the nearest one that names organs; whoever sends a draft may say who it is.
pub fn profile(heard: &[Heard<'_>]) -> Option<Profile> {
    value(heard, Config::profile)
}

/// Whose word counts: one file that trusts only its own is enough, for one below must not give itself away as
/// trusted. Tells the user's own files from those that came with drafts: where one says so, it and those above it
/// are, and so are the first `named`.
pub fn part(chain: &mut [Said<'_>], named: usize) {
    let says_own = |said: &Said<'_>| said.config.trust == Some(Trust::Own);
    let Some(first_own) = chain.iter().rposition(says_own) else { return };
    for said in chain.iter_mut().take(first_own).skip(named) {
        said.is_own = false;
    }
}

/// What a checker is to do.
pub fn options(heard: &[Heard<'_>], asked: &Asked, today: Date) -> Options {
    let list = |stated: &[String], key: fn(&Config) -> Option<Vec<String>>| {
        if stated.is_empty() { value(heard, key).unwrap_or_default() } else { stated.to_vec() }
    };
    let mut options = Options::on(today);
    options.stage = asked.stage.or_else(|| value(heard, |own| own.stage));
    options.as_of = asked.as_of.or_else(|| value(heard, |own| own.as_of));
    options.class = asked.class.or_else(|| value(heard, |own| own.class));
    options.quote_secret = asked.quote_secret;
    options.only = list(&asked.only, |own| own.only.clone());
    options.skip = list(&asked.skip, |own| own.skip.clone());
    options
}

/// What the owner wants of findings. `trusts_drafts`: what comments in drafts ask to keep is kept.
///
/// # Errors
/// A rule that is not there; what was heard never names one.
pub fn triage(
    heard: &[Heard<'_>],
    book: &RuleBook,
    today: Date,
    trusts_drafts: bool,
) -> Result<Triage, UnknownName> {
    let mut triage = Triage::default().on(today);
    if !trusts_drafts {
        triage = triage.distrusting_drafts();
    }
    // The outermost first: of several words on one finding the last one counts.
    for own in heard.iter().rev() {
        triage = deciding(triage, book, own.said, &own.config)?;
    }
    Ok(triage)
}

/// Whether no configuration trusts its own alone.
pub fn trusts_all(chain: &[Said<'_>]) -> bool {
    !chain.iter().any(|said| said.config.trust == Some(Trust::Own))
}

/// Whether a file is left out when folders are walked.
pub fn excludes(chain: &[Said<'_>], path: &str) -> bool {
    chain.iter().filter(|said| said.is_own).any(|said| {
        let exclude = &said.config.exclude;
        !exclude.is_empty() && Area { folder: said.folder.clone(), patterns: exclude.clone() }.holds(path)
    })
}

/// Adds what a configuration says to what those above it say.
fn deciding(
    mut triage: Triage,
    book: &RuleBook,
    said: &Said<'_>,
    config: &Config,
) -> Result<Triage, UnknownName> {
    let area = |patterns: Vec<PathPattern>| Some(Area { folder: said.folder.clone(), patterns });
    triage = triage.with_severities(book, config.severity.clone())?;
    for own in &config.by_path {
        triage = triage.with_severities_in(book, area(own.paths.clone()), own.severity.clone())?;
    }
    let path = &said.name;
    let accepted = config.accept.iter().enumerate().map(|(index, own)| Silence {
        area: area(Vec::new()),
        is_claim: !said.is_own,
        stands_in: format!("{path}, accept {}", index + 1),
        ..Silence::from(accepted(own))
    });
    let silenced = config.silence.iter().enumerate().filter_map(|(index, own)| {
        Some(Silence {
            area: area(own.path.iter().cloned().collect()),
            until: own.until,
            is_claim: !said.is_own,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str) -> Config {
        Config::read(text).expect("a configuration")
    }

    fn said<'a>(config: &'a Config, text: &'a str, folder: &str) -> Said<'a> {
        Said { config, text, name: format!("{folder}/thethuc.yaml"), folder: folder.to_owned(), is_own: true }
    }

    #[test]
    fn the_nearest_wins_key_by_key_and_what_is_asked_for_before_all() {
        let (near, far) =
            (config("stage: issue\n"), config("stage: draft\nclass: administrative\nskip: [language]\n"));
        let chain = [said(&near, "", "a"), said(&far, "", "")];
        let book = thethuc_law::book();
        let (heard, faults) = heard(&chain, &book);
        assert!(faults.is_empty());
        let today = Date::new(2026, 11, 29).expect("a day");
        let options = super::options(&heard, &Asked::default(), today);
        assert_eq!((options.stage, options.class), (Some(Stage::Issue), Some(Class::Administrative)));
        assert_eq!(options.skip, ["language"]);
        let asked = Asked { stage: Some(Stage::Review), ..Asked::default() };
        assert_eq!(super::options(&heard, &asked, today).stage, Some(Stage::Review));
    }

    #[test]
    fn what_came_with_drafts_only_asks_where_somebody_trusts_his_own_alone() {
        let (near, far) = (
            config("skip: [language]\norgan: { name: Ủy ban nhân dân xã Hòa An }\n"),
            config("trust: own\n"),
        );
        let mut chain = [said(&near, "", "a"), said(&far, "", "")];
        assert!(!trusts_all(&chain));
        part(&mut chain, 0);
        let book = thethuc_law::book();
        let (heard, _) = heard(&chain, &book);
        assert!(!chain[0].is_own && chain[1].is_own);
        assert_eq!(value(&heard, |own| own.skip.clone()), None);
        assert!(profile(&heard).is_some());
    }

    #[test]
    fn faults_are_told_of_the_configuration_that_has_them() {
        let text = "stage: issue\nskip: [langage]\n";
        let (near, far) = (config("{}\n"), config(text));
        let chain = [said(&near, "", "a"), said(&far, text, "")];
        let (heard, faults) = heard(&chain, &thethuc_law::book());
        assert_eq!((faults.len(), faults[0].0, faults[0].1.line), (1, 1, 2));
        assert_eq!(heard[1].config.skip.as_deref(), Some(&[][..]), "what is wrong is left out");
    }

    #[test]
    fn what_is_left_out_counts_from_its_folder() {
        let config = config("exclude: [luu]\n");
        let chain = [said(&config, "", "kho")];
        assert!(excludes(&chain, "kho/luu/a.md") && !excludes(&chain, "luu/a.md"));
    }
}
