//! Runs the rules over a document and makes findings of their hits.

use super::applies::{applies, is_exempt};
use super::check::evaluate;
use super::context::{Context, Target};
use super::fixes::fixes;
use super::identity::{fingerprint, number_equals};
use super::judge::{Judged, Options, WITHHELD, regimes};
use super::outcome::{FINDINGS, Hit, PLACES, Verdict};
use super::places::places;
use super::yielding::drop_consequences;
use crate::document::Document;
use crate::draft::Draft;
use crate::finding::{Certainty, Decision, Finding, LawReference, Reason, Severity, State, Unjudged, Words};
use crate::rulebook::RuleBook;
use crate::rulebook::bilingual::fill;
use crate::rulebook::{Regime, Rule, Saying};
use crate::text::Span;
use crate::text::steering::steers;
use crate::text::vietnamese::squeeze;
use std::collections::BTreeMap;

/// Longest stretch of found words that a message repeats, in characters.
const SHOWN: usize = 80;

/// The variable that names what takes the place of an instrument.
const REPLACED_BY: &str = "replaced_by";

/// The longest text of such a variable, in characters: a title and its number.
const COPIED: usize = 400;

/// The variable that tells how many places a finding has.
const COUNT: &str = "count";

/// What the rules say of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// The findings in order of the text.
    pub findings: Vec<Finding>,
    /// The rules that apply but could not be fully judged, in the order of the book.
    pub unjudged: Vec<Unjudged>,
    /// Number of rules that apply, also of those whose condition (`when`) does not hold.
    pub applied: usize,
    /// Number of rules that found something, be it only the consequence of what another one found.
    pub failed: usize,
    /// Number of rules that apply and that the caller does not want.
    pub unwanted: usize,
    /// Whether the caller wants no rule at all: all that is named alone is left out as well.
    pub wants_none: bool,
}

/// Judges a document by all rules that apply to it and that the caller wants.
pub fn run(
    book: &RuleBook,
    draft: &Draft,
    document: &Document,
    judged: &Judged,
    options: &Options,
) -> Judgement {
    let context = Context::new(book, draft, document, judged);
    let regimes = regimes(book, judged);
    let mut judgement = Judgement::default();
    if regimes.is_empty() {
        return judgement;
    }
    let (only, skip) = (current(book, &options.only), current(book, &options.skip));
    judgement.wants_none = !book.rule_ids().any(|id| is_wanted(id, &only, &skip));
    for (id, rule) in book.rules_of(&regimes) {
        let Some(terms) = Terms::of(&context, id, rule, &regimes, options) else { continue };
        if !is_wanted(id, &only, &skip) {
            judgement.unwanted += 1;
            continue;
        }
        let verdict = judge_rule(&context, rule);
        judgement.applied += 1;
        judgement.failed += usize::from(!verdict.hits.is_empty());
        let mut reasons = verdict.unknown;
        let (found, is_cut) = make_findings(&context, id, rule, &terms, verdict.hits);
        if is_cut {
            reasons |= Reason::TooManyPlaces;
        }
        if !reasons.is_empty() {
            judgement.unjudged.push(Unjudged { rule: id.to_owned(), reasons });
        }
        judgement.findings.extend(found);
    }
    sort(&mut judgement.findings);
    drop_consequences(book, &mut judgement.findings);
    number_equals(&mut judgement.findings);
    judgement
}

/// The names of rules and groups as they are today.
fn current<'a>(book: &'a RuleBook, names: &'a [String]) -> Vec<&'a str> {
    names.iter().map(|name| book.resolve(name).unwrap_or(name)).collect()
}

/// Whether a rule is for a document: its class, day and organ, and the law in force.
pub fn applies_to(context: &Context<'_>, rule: &Rule) -> bool {
    let (regimes, day) = (regimes(context.book, context.judged), context.judged.day);
    !regimes.is_empty()
        && rule.severity_at(context.judged.stage).is_some()
        && applies(context, &rule.applies).is_some()
        && !rule.except.iter().any(|exemption| is_exempt(context, exemption))
        && regimes.iter().all(|regime| context.book.law_of(rule, regime, day).is_some())
}

/// Whether the caller wants a rule: rules and groups that are named alone, less those left out.
fn is_wanted(id: &str, only: &[&str], skip: &[&str]) -> bool {
    let group = id.split('/').next().unwrap_or_default();
    let names = |list: &[&str]| list.contains(&id) || list.contains(&group);
    (only.is_empty() || names(only)) && !names(skip)
}

/// What a rule may say of this document.
struct Terms {
    law: Vec<LawReference>,
    severity: Severity,
    /// The gravest severity that the evidence permits.
    cap: Severity,
    certainty: Certainty,
}

impl Terms {
    /// `None` where the rule does not apply.
    fn of(
        context: &Context<'_>,
        id: &str,
        rule: &Rule,
        regimes: &[&Regime],
        options: &Options,
    ) -> Option<Self> {
        let severity = rule.severity_at(context.judged.stage)?;
        let mut cap = Severity::Error;
        let mut certainty = applies(context, &rule.applies)?;
        if rule.except.iter().any(|exemption| is_exempt(context, exemption)) {
            return None;
        }
        let mut law: Vec<LawReference> = Vec::new();
        for regime in regimes {
            let (own, own_cap) = context.book.law_of(rule, regime, context.judged.day)?;
            cap = cap.min(own_cap);
            if regime.is_transition(context.judged.day) && !context.book.held_before(id, regime) {
                cap = cap.min(Severity::Warning);
            }
            law.extend(own.into_iter().filter(|reference| !law.contains(reference)).collect::<Vec<_>>());
        }
        if options.class.is_none() {
            // Without a certain class the regime itself is a guess.
            let class = context.document.facts.class.map_or(Certainty::Guessed, |(_, certainty)| certainty);
            certainty = certainty.min(class);
        }
        if context.judged.day_is_guessed {
            certainty = certainty.min(Certainty::Guessed);
        }
        if context.judged.outside.is_some() {
            // Custom at most: nothing binds such a paper.
            cap = cap.min(Severity::Note);
        }
        Some(Self { law, severity, cap, certainty })
    }
}

/// The verdict of a rule: nothing where a condition does not hold.
fn judge_rule(context: &Context<'_>, rule: &Rule) -> Verdict {
    let parts = rule.parts();
    let holds = rule.when.iter().all(|condition| {
        let nodes = context.select(&condition.select.0, parts);
        let target = Target { selectors: &condition.select.0, parts, nodes: &nodes };
        let counts = condition.check.present.is_some();
        (counts || !nodes.is_empty()) && evaluate(context, &condition.check, target).passes()
    });
    if !holds {
        return Verdict::pass();
    }
    let nodes = context.select(&rule.select.0, parts);
    evaluate(context, &rule.check, Target { selectors: &rule.select.0, parts, nodes: &nodes })
}

/// The findings of a rule, and whether there are more than is told.
fn make_findings(
    context: &Context<'_>,
    id: &str,
    rule: &Rule,
    terms: &Terms,
    mut hits: Vec<Hit>,
) -> (Vec<Finding>, bool) {
    hits.sort_by_key(|hit| hit.span);
    hits.dedup_by(|next, first| {
        let same = next.span == first.span;
        if same {
            first.take_edits(next);
        }
        same
    });
    let (many, count) = (hits.len(), places_of(context, &hits));
    let most = if rule.one_finding { PLACES } else { FINDINGS };
    hits.truncate(most);
    let groups = if rule.one_finding { vec![hits] } else { hits.into_iter().map(|hit| vec![hit]).collect() };
    let found = groups.into_iter().filter_map(|hits| finding(context, id, rule, terms, hits, count));
    (found.collect(), many > most)
}

/// How many places hits are, in order of the text: a label and the heading right behind it are one.
fn places_of(context: &Context<'_>, hits: &[Hit]) -> usize {
    let goes_on = |pair: &&[Hit]| {
        let gap = context.draft.text.get(pair[0].span.end..pair[1].span.start);
        gap.is_some_and(|gap| !gap.is_empty() && gap.bytes().all(|byte| byte == b' '))
    };
    hits.len() - hits.windows(2).filter(goes_on).count()
}

/// The finding of hits that have one cause; the first one speaks for all.
fn finding(
    context: &Context<'_>,
    id: &str,
    rule: &Rule,
    terms: &Terms,
    hits: Vec<Hit>,
    count: usize,
) -> Option<Finding> {
    let places = places(context, &hits);
    let with_line = tells_line(rule);
    let known = |hit| with_common_variables(context, hit, count, with_line);
    let hits: Vec<Hit> = hits.into_iter().map(known).collect();
    let fixes = fixes(context, rule, &hits, terms.certainty);
    let hit = hits.into_iter().next()?;
    let first = places.first()?;
    let fingerprint = fingerprint(context, id, first, rule.one_finding);
    let address = first.address.clone();
    let certainty = hit.certainty.min(terms.certainty);
    let cap = terms.cap.min(certainty.cap());
    // A repair writes whole words; a message repeats no more than one can read.
    let shown: BTreeMap<&str, Words> =
        hit.variables.iter().map(|(name, value)| (name.as_str(), told(context, name, value))).collect();
    let say = |words: &crate::rulebook::Bilingual| Words {
        vi: fill(&words.vi.0, |name| shown.get(name).map(|value| value.vi.as_str())),
        en: fill(&words.en.0, |name| shown.get(name).map(|value| value.en.as_str())),
    };
    let fits = |own: &&Saying| applies(context, &own.applies).is_some();
    let own = rule.says.iter().find(fits);
    let message = own.and_then(|own| own.message.as_ref()).unwrap_or(&rule.message);
    let help = own.and_then(|own| own.help.as_ref()).or(rule.help.as_ref());
    Some(Finding {
        rule: id.to_owned(),
        severity: terms.severity.min(cap),
        cap,
        certainty,
        message: say(message),
        found: hit.variables.get("found").map(|own| own.vi.clone()),
        help: help.map(say),
        place: address.words(),
        address,
        span: hit.span.whole_letters(&context.draft.text),
        places,
        fingerprint,
        law: terms.law.clone(),
        fixes,
        decision: Decision::default(),
        claim: None,
        state: State::default(),
    })
}

/// Whether a rule speaks of the line of its words. A line may be as long as the text, so that it is only
/// looked up for those that do.
fn tells_line(rule: &Rule) -> bool {
    let own = rule.says.iter().flat_map(|own| [own.message.as_ref(), own.help.as_ref()]);
    let words = own.chain([Some(&rule.message), rule.help.as_ref()]).flatten();
    let written = rule.fix.iter().filter_map(|fix| fix.replace_with.as_deref());
    let mut all = words.flat_map(|own| [own.vi.0.as_str(), own.en.0.as_str()]).chain(written);
    all.any(|words| words.contains("{line}"))
}

fn with_common_variables(context: &Context<'_>, mut hit: Hit, count: usize, with_line: bool) -> Hit {
    let text = squeeze(context.words(hit.span));
    let plain = |value: &str| Words { vi: value.to_owned(), en: value.to_owned() };
    hit.variables.entry("found".to_owned()).or_insert_with(|| plain(&text));
    let place = context.document.facts.place.as_deref();
    let place = place.map_or_else(|| Words { vi: "Địa danh".to_owned(), en: "Place".to_owned() }, plain);
    hit.variables.insert("own_place".to_owned(), place);
    hit.variables.insert("text".to_owned(), plain(&text));
    hit.variables.insert(COUNT.to_owned(), plain(&count.to_string()));
    if with_line {
        hit.variables.entry("line".to_owned()).or_insert_with(|| plain(&squeeze(line(context, hit.span))));
    }
    hit
}

/// The line that a stretch begins in: what a drafter can search for, where the stretch itself is one letter.
fn line<'a>(context: &Context<'a>, span: Span) -> &'a str {
    let text = context.draft.text.as_str();
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// A variable as a message tells it. Of a draft whose words are withheld a number of places is all that
/// is told.
fn told(context: &Context<'_>, name: &str, value: &Words) -> Words {
    if context.judged.withholds && name != COUNT {
        return Words { vi: WITHHELD.to_owned(), en: WITHHELD.to_owned() };
    }
    // What is to be copied from the message is told whole.
    let most = if name == REPLACED_BY { COPIED } else { SHOWN };
    Words { vi: shorten(&value.vi, most), en: shorten(&value.en, most) }
}

fn shorten(words: &str, most: usize) -> String {
    // Names in a configuration may hold anything; a sentence has one line and steers no terminal.
    let words = words.replace(steers, " ");
    if words.chars().count() <= most {
        return words;
    }
    let head: String = words.chars().take(most - 1).collect();
    // No word is cut in two, unless there is but one.
    let whole = head.rfind(char::is_whitespace).map_or(head.as_str(), |blank| &head[..blank]);
    format!("{}…", whole.trim_end())
}

fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|left, right| {
        (left.span.start, &left.rule, left.span.end).cmp(&(right.span.start, &right.rule, right.span.end))
    });
    findings.dedup_by(|left, right| left.rule == right.rule && left.span == right.span);
}
