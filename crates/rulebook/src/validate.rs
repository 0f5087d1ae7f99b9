//! Faults that only show when the files of a rule book are seen together.
//!
//! Reading has told what is wrong within a file. Here all of it is there: names that nothing bears,
//! rules that could never apply, a severity above what the sources allow, a fix that would write
//! what no check knows.

use super::bilingual::placeholders;
use super::contents::Contents;
use super::error::RuleBookError;
use super::files::RuleFile;
use super::law::split_id;
use super::locate::{locate, locate_in_entry};
use super::regime::Manner;
use super::rule::Rule;
use super::skeleton::GUISE_PLACES;
use super::suggest::hint;
use super::template::Template;
use super::yaml::shown;
use crate::vocabulary::Evidence;
use std::collections::BTreeSet;

mod law;
mod layout;
mod recognition;
mod repair;
mod scope;
mod variants;

/// The faults of the rules and tables that stand in `files`, seen together with all `contents`. Files
/// that are `broken`, by their keys, have told their fault already, and nothing that follows from it
/// is told again.
pub(crate) fn validate(
    contents: &Contents,
    files: &[RuleFile],
    broken: &BTreeSet<String>,
) -> Vec<RuleBookError> {
    let mut faults = Vec::new();
    let reading = files.iter().map(RuleFile::key).collect();
    for file in files {
        let key = file.key();
        if broken.contains(&key) {
            continue;
        }
        let mut report = Report { file, reading: &reading, broken, faults: &mut faults };
        match key.as_str() {
            "regimes.yaml" => regimes(contents, &mut report),
            "forms.yaml" => recognition::forms(contents, &mut report),
            "terms.yaml" => recognition::terms(contents, &mut report),
            "organs.yaml" => organs(contents, &mut report),
            "skeletons/organs.yaml" => guise(contents, &mut report),
            path if path.starts_with("skeletons/") => skeleton(contents, path, &mut report),
            "layout.yaml" => layout::faults(contents, &mut report),
            path if path.starts_with("law/") => law::faults(contents, &mut report),
            path => {
                if let Some((id, rule)) = rule_id(path).and_then(|id| contents.rules.get_key_value(id)) {
                    variants::former_ids(contents, id, rule, files, &mut report);
                    rule_faults(contents, id, rule, &mut report);
                }
            }
        }
    }
    faults
}

/// The id of the rule at a path.
fn rule_id(path: &str) -> Option<&str> {
    path.strip_suffix(".yaml")
}

/// Collects the faults of one file.
struct Report<'a> {
    /// The file, in whose text places are found again.
    file: &'a RuleFile,
    /// Keys of all files that are read now: each tells its own faults.
    reading: &'a BTreeSet<String>,
    /// Keys of files that could not be read, so that nothing follows from what they lack.
    broken: &'a BTreeSet<String>,
    /// The faults of all files so far.
    faults: &'a mut Vec<RuleBookError>,
}

impl Report<'_> {
    /// A fault at `word` behind the keys of `path`; see [`locate`].
    fn add(&mut self, path: &[&str], word: &str, vi: String, en: String) {
        let place = locate(&self.file.text, path, word);
        self.faults.push(RuleBookError::new(&self.file.path, place, vi, en));
    }

    /// A fault in the entry of that name.
    fn add_of(&mut self, owner: &str, word: &str, vi: String, en: String) {
        let place = locate_in_entry(&self.file.text, owner, word);
        self.faults.push(RuleBookError::new(&self.file.path, place, vi, en));
    }

    /// `word` is not one of the known names of a kind (`quy định`, `provision`).
    fn unknown<'k>(
        &mut self,
        path: &[&str],
        word: &str,
        (kind_vi, kind_en): (&str, &str),
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let hint = hint(word, known);
        self.add(
            path,
            word,
            format!("không có {kind_vi} “{}”{}", shown(word), hint.vi),
            format!("unknown {kind_en} “{}”{}", shown(word), hint.en),
        );
    }

    /// Whether a file is read together with this one.
    fn reads(&self, key: &str) -> bool {
        self.reading.contains(key)
    }

    /// Whether a file has told its fault already, so that what it says is not known.
    fn is_broken(&self, key: &str) -> bool {
        self.broken.contains(key)
    }

    /// Whether the instrument of a provision could not be read.
    fn lacks_law_of(&self, provision: &str) -> bool {
        let instrument = split_id(provision).map_or(provision, |(instrument, _)| instrument);
        self.is_broken(&format!("law/{instrument}.yaml"))
    }
}

/// What a provision is called in messages.
const PROVISION: (&str, &str) = ("điều khoản", "provision");
/// What a form is called in messages.
const FORM: (&str, &str) = ("loại văn bản", "form");

/// Instruments that there are none of, and regimes that claim the same day for one class: the law
/// of a day must be one.
fn regimes(contents: &Contents, report: &mut Report<'_>) {
    for (index, regime) in contents.regimes.iter().enumerate() {
        for name in regime.cites.iter().flat_map(Manner::placeholders) {
            if !Manner::VARIABLES.contains(&name) {
                let known = Manner::VARIABLES.map(str::to_owned);
                unknown_variable(&["cites"], name, &known, report);
            }
        }
        for own in &regime.instruments {
            if !contents.law.contains_key(&own.id) && !report.lacks_law_of(&own.id) {
                let known = contents.law.keys().map(String::as_str);
                report.unknown(&[], &own.id, ("văn bản trong law/", "instrument in law/"), known);
            }
        }
        for other in &contents.regimes[index + 1..] {
            if regime.id == other.id || regime.overlaps(other) {
                let (one, two) = (&regime.id, &other.id);
                let vi =
                    format!("khung pháp luật “{one}” và “{two}” trùng thời gian cho cùng một loại văn bản");
                let en = format!("the regimes “{one}” and “{two}” share days for the same class");
                report.add(&[], two, vi, en);
            }
        }
    }
}

/// Rows of the authority matrix that name provisions or forms that there are none of.
fn organs(contents: &Contents, report: &mut Report<'_>) {
    for row in &contents.organs.rows {
        for id in &row.law {
            known_provision(contents, id, report);
        }
        for form in row.form.iter().flatten() {
            known_form(contents, &["form"], form, report);
        }
    }
}

/// How organs look in new drafts: provisions, forms, and places that the program cannot fill in.
fn guise(contents: &Contents, report: &mut Report<'_>) {
    let guise = &contents.skeletons.guise;
    for id in guise.levels.iter().flat_map(|level| &level.law) {
        known_provision(contents, id, report);
    }
    for organ in &guise.organs {
        let texts = organ.texts();
        let mut names = texts.flat_map(placeholders);
        if let Some(name) = names.find(|name| !GUISE_PLACES.contains(name)) {
            report.unknown(&[], name, ("chỗ điền", "place"), GUISE_PLACES);
        }
        for form in organ.signature_of.keys() {
            known_form(contents, &["signature-of"], form, report);
        }
    }
}

/// A model or a part of models.
fn skeleton(contents: &Contents, path: &str, report: &mut Report<'_>) {
    let name = path.trim_start_matches("skeletons/").trim_end_matches(".md");
    let skeletons = &contents.skeletons;
    let template = match name.strip_prefix("parts/") {
        Some(part) => skeletons.parts.get(part),
        None => skeletons.models.get(name).map(|model| &model.body),
    };
    for include in template.map(Template::includes).unwrap_or_default() {
        if !skeletons.parts.contains_key(include)
            && !report.is_broken(&format!("skeletons/parts/{include}.md"))
        {
            report.unknown(
                &[],
                include,
                ("phần trong parts/", "part in parts/"),
                skeletons.parts.keys().map(String::as_str),
            );
        }
    }
    for case in template.map(Template::cases).unwrap_or_default() {
        for form in &case.form {
            known_form(contents, &[], form, report);
        }
    }
    let Some(head) = skeletons.models.get(name).map(|model| &model.head) else { return };
    for id in &head.law {
        known_provision(contents, id, report);
    }
    for form in &head.forms {
        known_form(contents, &["forms"], form, report);
    }
    for id in head.regimes.iter().flatten() {
        known_regime(contents, &["regimes"], id, report);
    }
}

/// Tells an id of a provision that there is none of, unless its instrument could not be read.
fn known_provision(contents: &Contents, id: &str, report: &mut Report<'_>) {
    if contents.provision(id).is_none() && !report.lacks_law_of(id) {
        let known: Vec<String> = contents.provision_ids().collect();
        report.unknown(&["law"], id, PROVISION, known.iter().map(String::as_str));
    }
}

/// Tells an id of a regime that there is none of.
fn known_regime(contents: &Contents, path: &[&str], id: &str, report: &mut Report<'_>) {
    if !contents.regimes.iter().any(|regime| regime.id == *id) && !report.is_broken("regimes.yaml") {
        let known = contents.regimes.iter().map(|regime| regime.id.as_str());
        report.unknown(path, id, ("khung pháp luật", "regime"), known);
    }
}

/// Tells a name of a form that there is none of. Names are exact: `forms.yaml` has one spelling of
/// each.
fn known_form(contents: &Contents, path: &[&str], form: &str, report: &mut Report<'_>) {
    if contents.forms.find(form).is_none() && !report.is_broken("forms.yaml") {
        report.unknown(path, form, FORM, contents.forms.forms.iter().map(|known| known.name.as_str()));
    }
}

/// All faults of one rule.
fn rule_faults(contents: &Contents, id: &str, rule: &Rule, report: &mut Report<'_>) {
    law_of_rule(contents, rule, report);
    scope_of_rule(contents, rule, report);
    // Without a check of its own the rule speaks through its variants alone.
    if rule.variants.is_empty() || !rule.check.is_empty() {
        words_of_rule(rule, &[], report);
    }
    examples_of_rule(contents, rule, report);
    repair::yielding(contents, id, rule, report);
    variants::variants(contents, rule, report);
    sayings_of_rule(rule, report);
    for (kind, fault) in rule.when.iter().flat_map(|condition| condition.check.faults()) {
        report.add(&["when"], &format!("{kind}:"), fault.vi, fault.en);
    }
}

/// A rule rests on a provision, and is no graver than the best known of its provisions allows.
fn law_of_rule(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    if rule.law.is_empty() {
        let vi = "quy tắc phải dẫn ít nhất một điều khoản".to_owned();
        report.add(&["law"], "[", vi, "a rule needs at least one provision".to_owned());
        return;
    }
    let mut best: Option<Evidence> = None;
    for id in &rule.law {
        if let Some((_, provision)) = contents.provision(id) {
            best = best.max(Some(provision.evidence));
        } else {
            known_provision(contents, id, report);
        }
    }
    if rule.law.iter().any(|id| report.lacks_law_of(id)) {
        return;
    }
    let Some(best) = best else { return };
    if rule.gravest() > best.cap() {
        let (wanted, cap) = (rule.gravest(), best.cap());
        report.add(
            &["severity"],
            "",
            format!(
                "mức độ {} ({}) vượt quá mức {} ({}) mà nguồn của các điều khoản cho phép",
                wanted.key(),
                wanted.words().vi,
                cap.key(),
                cap.words().vi
            ),
            format!(
                "the severity {} is above {}, the most that the evidence of its provisions allows",
                wanted.key(),
                cap.key()
            ),
        );
    }
    law::rule_without_regime(contents, rule, report);
}

/// What a rule says to some documents uses the variables of its check, and is not nothing.
fn sayings_of_rule(rule: &Rule, report: &mut Report<'_>) {
    for own in &rule.says {
        if own.message.is_none() && own.help.is_none() {
            let vi = "mục says phải có message hoặc help".to_owned();
            report.add(&["says"], "", vi, "an entry of says needs a message or a help".to_owned());
        }
        words_of_rule(&Rule { fix: None, ..rule.saying(own) }, &["says"], report);
    }
}

/// Forms, regimes and places that the rule names are there.
fn scope_of_rule(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    let exemptions = rule.except.iter().map(|scope| ("except", scope));
    let sayings = rule.says.iter().map(|own| ("says", &own.applies));
    for (key, scope) in std::iter::once(("applies", &rule.applies)).chain(exemptions).chain(sayings) {
        for form in scope.form.iter().chain(&scope.except_form).flatten() {
            known_form(contents, &[key], form, report);
        }
        for id in scope.regime.iter().flatten() {
            known_regime(contents, &[key, "regime"], id, report);
        }
        scope::faults(contents, key, scope, report);
    }
}

/// The words of a rule, which stand in the file after the keys `within`.
fn words_of_rule(rule: &Rule, within: &[&str], report: &mut Report<'_>) {
    let known = rule.check.variables();
    let texts = [("message", Some(&rule.message)), ("help", rule.help.as_ref())];
    for (key, words) in texts.into_iter().filter_map(|(key, words)| Some((key, words?))) {
        for name in words.placeholders().filter(|name| !known.iter().any(|known| known == name)) {
            unknown_variable(&[within, &[key]].concat(), name, &known, report);
        }
    }
    if let Some(fix) = &rule.fix {
        repair::policy(rule, fix, &known, report);
    }
}

/// Tells a `{variable}` that no kind in the check gives, with those that there are.
fn unknown_variable(path: &[&str], name: &str, known: &[String], report: &mut Report<'_>) {
    let hint = hint(name, known.iter().map(String::as_str));
    let list = known.join(", ");
    report.add(
        path,
        name,
        format!("phép kiểm tra này không có biến {{{name}}}; có: {list}{}", hint.vi),
        format!("this check has no variable {{{name}}}; it has: {list}{}", hint.en),
    );
}

/// A rule shows at least once what it finds, on bases that are there.
fn examples_of_rule(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    if !rule.examples.iter().any(|example| example.finds > 0) {
        let vi = "quy tắc cần ít nhất một ví dụ sai (finds ≥ 1)".to_owned();
        let en = "a rule needs at least one example that it reports (finds ≥ 1)".to_owned();
        report.add(&["examples"], "", vi, en);
    }
    let is_known =
        |name: &str| contents.bases.contains_key(name) || report.broken.contains(&format!("bases/{name}.md"));
    let unknown: Vec<_> = rule.examples.iter().filter(|example| !is_known(&example.from)).collect();
    for example in unknown {
        let known = contents.bases.keys().map(String::as_str);
        report.unknown(&["examples"], &example.from, ("bản gốc trong bases/", "base in bases/"), known);
    }
}
