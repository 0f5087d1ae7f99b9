//! Faults that only show when the files of a rule book are seen together.

mod recognition;

use super::contents::Contents;
use super::error::RuleBookError;
use super::files::RuleFile;
use super::law::split_id;
use super::locate::{locate, locate_in_entry};
use super::rule::Rule;
use super::skeleton::GUISE_PLACES;
use super::suggest::hint;
use super::template::Template;
use super::variables::variables;
use super::words::placeholders;
use crate::vocabulary::Evidence;

/// The faults of the rules and tables that stand in `files`, seen together with all `contents`.
pub fn validate(contents: &Contents, files: &[RuleFile]) -> Vec<RuleBookError> {
    let mut faults = Vec::new();
    for file in files {
        let mut report = Report { file, faults: &mut faults };
        match file.path.as_str() {
            "regimes.yaml" => regimes(contents, &mut report),
            "forms.yaml" => recognition::forms(contents, &mut report),
            "terms.yaml" => recognition::terms(contents, &mut report),
            "organs.yaml" => organs(contents, &mut report),
            "skeletons/organs.yaml" => guise(contents, &mut report),
            path if path.starts_with("skeletons/") => skeleton(contents, path, &mut report),
            path if path.starts_with("law/") => cited(contents, files, &mut report),
            path => {
                if let Some(rule) = rule_id(path).and_then(|id| contents.rules.get(id)) {
                    rule_faults(contents, rule, &mut report);
                }
            }
        }
    }
    faults
}

fn rule_id(path: &str) -> Option<&str> {
    path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml"))
}

/// Collects the faults of one file.
struct Report<'a> {
    file: &'a RuleFile,
    faults: &'a mut Vec<RuleBookError>,
}

impl Report<'_> {
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
            format!("không có {kind_vi} “{word}”{}", in_vietnamese(&hint)),
            format!("unknown {kind_en} “{word}”{hint}"),
        );
    }
}

/// A hint of [`hint`] in Vietnamese.
fn in_vietnamese(hint: &str) -> String {
    hint.replace("did you mean", "có phải là")
}

const PROVISION: (&str, &str) = ("điều khoản", "provision");
const FORM: (&str, &str) = ("loại văn bản", "form");

fn regimes(contents: &Contents, report: &mut Report<'_>) {
    for (index, regime) in contents.regimes.iter().enumerate() {
        for own in &regime.instruments {
            if !contents.law.contains_key(&own.id) {
                let known = contents.law.keys().map(String::as_str);
                report.unknown(&[], &own.id, ("văn bản trong law/", "instrument in law/"), known);
            }
        }
        for other in &contents.regimes[index + 1..] {
            if regime.id == other.id || regime.overlaps(other) {
                let (one, two) = (&regime.id, &other.id);
                let vi = format!("chế độ “{one}” và “{two}” trùng thời gian cho cùng một loại văn bản");
                let en = format!("the regimes “{one}” and “{two}” share days for the same class");
                report.add(&[], two, vi, en);
            }
        }
    }
}

/// A file of law that takes the place of another one keeps the provisions that rules enforce.
fn cited(contents: &Contents, files: &[RuleFile], report: &mut Report<'_>) {
    let name = report.file.path.trim_start_matches("law/").trim_end_matches(".yaml").trim_end_matches(".yml");
    // A rule that is read with the file tells the fault itself, where the rule names the provision.
    let is_read = |rule: &str| files.iter().any(|file| rule_id(&file.path) == Some(rule));
    for (rule, ids) in
        contents.rules.iter().map(|(rule, own)| (rule, &own.law)).filter(|(rule, _)| !is_read(rule))
    {
        let own = ids.iter().filter(|id| split_id(id).is_some_and(|(instrument, _)| instrument == name));
        for id in own.filter(|id| contents.provision(id).is_none()) {
            let vi = format!("thiếu điều khoản “{id}” mà quy tắc “{rule}” viện dẫn");
            let en = format!("the provision “{id}” is missing, which the rule “{rule}” enforces");
            report.add(&["provisions"], "", vi, en);
        }
    }
}

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
        if !skeletons.parts.contains_key(include) {
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

fn known_provision(contents: &Contents, id: &str, report: &mut Report<'_>) {
    if contents.provision(id).is_none() {
        let known: Vec<String> = contents.provision_ids().collect();
        report.unknown(&["law"], id, PROVISION, known.iter().map(String::as_str));
    }
}

fn known_regime(contents: &Contents, path: &[&str], id: &str, report: &mut Report<'_>) {
    if !contents.regimes.iter().any(|regime| regime.id == *id) {
        let known = contents.regimes.iter().map(|regime| regime.id.as_str());
        report.unknown(path, id, ("chế độ", "regime"), known);
    }
}

fn known_form(contents: &Contents, path: &[&str], form: &str, report: &mut Report<'_>) {
    if contents.forms.find(form).is_none() {
        report.unknown(path, form, FORM, contents.forms.forms.iter().map(|known| known.name.as_str()));
    }
}

fn rule_faults(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    law_of_rule(contents, rule, report);
    scope_of_rule(contents, rule, report);
    words_of_rule(rule, report);
    examples_of_rule(contents, rule, report);
    for (kind, fault) in rule.check.faults() {
        report.add(&["check"], &format!("{kind}:"), format!("kiểm tra không hợp lệ: {fault}"), fault);
    }
    for (kind, fault) in rule.when.iter().flat_map(|condition| condition.check.faults()) {
        report.add(&["when"], &format!("{kind}:"), format!("điều kiện không hợp lệ: {fault}"), fault);
    }
}

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
            let known: Vec<String> = contents.provision_ids().collect();
            report.unknown(&["law"], id, PROVISION, known.iter().map(String::as_str));
        }
    }
    let Some(best) = best else { return };
    if rule.gravest() > best.cap() {
        let (wanted, cap) = (rule.gravest(), best.cap());
        report.add(
            &["severity"],
            "",
            format!("mức độ {wanted:?} vượt quá mức {cap:?} mà nguồn của các điều khoản cho phép"),
            format!("the severity {wanted:?} is above {cap:?}, the most that the evidence of its provisions allows"),
        );
    }
    // A regime that is named but unknown is told where it stands.
    let mut named = rule.applies.regime.iter().flatten();
    let known = |id: &String| contents.regimes.iter().any(|regime| regime.id == *id);
    if contents.regimes_of(rule).is_empty() && named.all(known) {
        let vi =
            "quy tắc không thuộc chế độ nào trong regimes.yaml nên không bao giờ được áp dụng".to_owned();
        let en = "no regime in regimes.yaml has these provisions, so the rule can never apply".to_owned();
        report.add(&["law"], "", vi, en);
    }
}

fn scope_of_rule(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    let applies = &rule.applies;
    for form in applies.form.iter().chain(&applies.except_form).flatten() {
        known_form(contents, &["applies"], form, report);
    }
    for id in applies.regime.iter().flatten() {
        known_regime(contents, &["applies", "regime"], id, report);
    }
}

fn words_of_rule(rule: &Rule, report: &mut Report<'_>) {
    let known = variables(&rule.check);
    let texts = [("message", Some(&rule.message)), ("help", rule.help.as_ref())];
    for (key, words) in texts.into_iter().filter_map(|(key, words)| Some((key, words?))) {
        for name in words.placeholders().filter(|name| !known.iter().any(|known| known == name)) {
            unknown_variable(key, name, &known, report);
        }
    }
    let Some(fix) = &rule.fix else { return };
    if fix.replace_with == "expected" {
        if !known.iter().any(|name| name == "expected") {
            unknown_variable("replace-with", "expected", &known, report);
        }
        return;
    }
    for name in placeholders(&fix.replace_with).filter(|name| !known.iter().any(|known| known == name)) {
        unknown_variable("replace-with", name, &known, report);
    }
}

fn unknown_variable(key: &str, name: &str, known: &[String], report: &mut Report<'_>) {
    let hint = hint(name, known.iter().map(String::as_str));
    let list = known.join(", ");
    report.add(
        &[key],
        name,
        format!("kiểm tra này không có biến {{{name}}}; có: {list}{}", in_vietnamese(&hint)),
        format!("this check has no variable {{{name}}}; it has: {list}{hint}"),
    );
}

fn examples_of_rule(contents: &Contents, rule: &Rule, report: &mut Report<'_>) {
    if !rule.examples.iter().any(|example| example.finds > 0) {
        let vi = "quy tắc cần ít nhất một ví dụ sai (finds ≥ 1)".to_owned();
        let en = "a rule needs at least one example that it reports (finds ≥ 1)".to_owned();
        report.add(&["examples"], "", vi, en);
    }
    for example in rule.examples.iter().filter(|example| !contents.bases.contains_key(&example.from)) {
        let known = contents.bases.keys().map(String::as_str);
        report.unknown(&["examples"], &example.from, ("bản gốc trong bases/", "base in bases/"), known);
    }
}
