//! The facts of a document, from its components and from what its author stated.
//!
//! Rules ask for facts to know whom they are for, so a fact is only as certain as what it was read
//! from. Every fact comes from the act; attachments are of the same organ, form and day.

use super::lines::Reader;
use super::number::canonical_symbol;
use super::{attribution, dates, organ, proposer};
use crate::document::{
    Basis, Class, DateFact, Document, EffectDate, Facts, Level, NumberLine, Organ, OrganKind, Outside, Part,
    PartKind, Stage,
};
use crate::draft::FrontMatter;
use crate::rulebook::Lexicon;
use crate::rulebook::terms::ChairTerms;
use crate::rulebook::vocabulary::Certainty;
use crate::text::vietnamese::{is_capitals, name_key, squeeze};
use crate::text::{Date, Span, Spans};

/// Gathers the facts of a recognized document.
/// In the order in which they lean on each other: the class needs form and organ, the organ needs the symbol.
pub fn gather(reader: &Reader<'_>, document: &Document) -> Facts {
    let mut facts = Facts::default();
    if let Some(act) = document.act() {
        from_number(reader, act, &mut facts);
        from_date(reader, act, &mut facts);
        facts.form = form(reader, act);
        day_in_text(reader, act, &mut facts);
        facts.organ = organ_of(reader.lexicon, act, &facts);
        facts.proposer = proposer::find(reader.lexicon, act);
        facts.class = class(reader, act, &facts);
        facts.outside = outside(reader, act);
        facts.named_days = named_days(reader, act);
        from_effect(act, &mut facts);
    }
    if facts.date == DateFact::default()
        && let Some(attached) = document.parts.iter().find(|part| part.kind == PartKind::Attached)
        && document.act().is_none()
    {
        from_attribution(attached, &mut facts);
    }
    if facts.outside.is_none() && is_of_central_organ(reader, document, &facts) {
        facts.outside = Some(Outside::Central);
    }
    facts.secrecy = secrecy(reader, document);
    if let Some(stated) = &reader.draft.front_matter {
        apply_stated(reader.lexicon, stated, &mut facts);
    }
    facts
}

/// Number, symbol and year as the number line has them. The year in the symbol is that of the document.
fn from_number(reader: &Reader<'_>, act: &Part, facts: &mut Facts) {
    let Some(number) = &act.header.number else { return };
    let digits = reader.words(number.number);
    facts.number = (!digits.is_empty()).then(|| digits.to_owned());
    facts.symbol = number.symbol.map(|symbol| canonical_symbol(reader.words(symbol)));
    facts.designation = designation(reader, number);
    facts.symbol_year = number.year.and_then(|year| reader.words(year).parse().ok());
    facts.year = facts.symbol_year;
}

/// Number and symbol as printed; none where the number is still to be given, for then they name nothing.
fn designation(reader: &Reader<'_>, number: &NumberLine) -> Option<String> {
    let last = number.symbol.or(number.year).unwrap_or(number.number);
    let printed = Span::new(number.number.start, last.end.max(number.number.end));
    (!number.number.is_empty()).then(|| squeeze(reader.words(printed)))
}

/// Place and date; the year of the date counts only where the symbol has none.
fn from_date(reader: &Reader<'_>, act: &Part, facts: &mut Facts) {
    let Some(date) = &act.header.place_date else { return };
    facts.place = date.place.map(|place| squeeze(reader.words(place)));
    facts.date = date.date;
    facts.year = facts.year.or(date.date.year);
}

/// What an attached text without its act says of it.
fn from_attribution(attached: &Part, facts: &mut Facts) {
    let Some(attribution) = &attached.attribution else { return };
    facts.date = attribution.date;
    facts.year = attribution.date.year;
}

/// The day of a document that has none in its header by its form: the first that its text names.
fn day_in_text(reader: &Reader<'_>, act: &Part, facts: &mut Facts) {
    let is_such = |(form, _): &(String, Certainty)| reader.lexicon.terms.header.day_in_text.has(form);
    if act.header.place_date.is_some() || !facts.form.as_ref().is_some_and(is_such) {
        return;
    }
    let behind_title = act.title.as_ref().map_or(act.span.start, |title| title.span.end);
    if let Some(date) = dates::first(&reader.draft.text, Span::new(behind_title, act.span.end)) {
        facts.date = date.fact;
        facts.year = facts.year.or(date.fact.year);
    }
}

/// Whose rules govern a paper that is none of the administration. The Party's bears its name in the place of
/// the national name.
fn outside(reader: &Reader<'_>, act: &Part) -> Option<Outside> {
    let terms = &reader.lexicon.terms.header;
    let title = act.form.as_ref().or(act.title.as_ref()).map_or(act.body.start, |form| form.span.start);
    let head = Span::new(act.span.start, title.max(act.span.start));
    let heads = reader.draft.paragraphs_in(head).flat_map(|paragraph| reader.lines(paragraph));
    let lines: Vec<&str> = heads.map(|line| reader.words(line.span)).collect();
    if act.header.national_name.is_none() && lines.iter().any(|line| terms.party.has(line)) {
        return Some(Outside::Party);
    }
    let of_unions = |line: &&str| {
        let key = name_key(line);
        is_capitals(line) && terms.unions.iter().any(|own| organ::begins_with_name(&key, own))
    };
    lines.iter().any(of_unions).then_some(Outside::Unions)
}

/// Whether a central organ issues the paper: its header says so, or, for a text in a file of its own, the
/// line that tells with what it was issued. Headers behind that line are models, which such texts hold.
fn is_of_central_organ(reader: &Reader<'_>, document: &Document, facts: &Facts) -> bool {
    /// Paragraphs from the top in which that line stands, below heading and title.
    const REACH: usize = 8;
    if let Some((organ, _)) = &facts.organ {
        return organ.level == Level::Central;
    }
    let issuer = document.parts.first().and_then(|part| part.attribution.as_ref()?.organ);
    let mut head = reader.paragraphs.iter().take(REACH).map(|paragraph| reader.text(*paragraph));
    issuer.is_some_and(|issuer| organ::is_central(&reader.lexicon.terms.organs, reader.words(issuer)))
        || head.any(|words| attribution::is_of_central_instrument(reader.lexicon, words))
}

/// The days that the preamble names.
fn named_days(reader: &Reader<'_>, act: &Part) -> Vec<Date> {
    let lines = act.preamble.bases.iter().map(|basis| basis.line.span);
    let lines = lines.chain(act.preamble.proposal.iter().map(|proposal| proposal.span));
    lines.flat_map(|line| dates::find(&reader.draft.text, line)).filter_map(dates::WrittenDate::day).collect()
}

/// Whether a line in capitals stands where the form does, and is none that is known: a licence, a
/// confirmation. Such a paper is no letter.
fn has_other_form(reader: &Reader<'_>, act: &Part) -> bool {
    const REACH: usize = 4;
    let header = &act.header;
    let marks = [
        header.number.as_ref().map(|number| number.line.span),
        header.place_date.as_ref().map(|date| date.line.span),
    ];
    let Some(start) = marks.into_iter().flatten().map(|span| span.end).max() else { return false };
    let end = act.addressees.as_ref().map_or(act.span.end, |addressees| addressees.label.span.start);
    let below = reader.draft.paragraphs_in(Span::new(start, end.max(start)));
    let below = below.filter(|paragraph| {
        let span = reader.span(*paragraph);
        !span.is_empty() && span.start >= start && reader.cell(*paragraph).is_none()
    });
    below.take(REACH).any(|paragraph| {
        let span = reader.span(paragraph);
        let words = reader.words(span);
        let known = header.marks.iter().any(|mark| mark.span.overlaps(span))
            || header.organ.as_ref().is_some_and(|organ| organ.span.overlaps(span));
        is_capitals(words)
            && words.contains(' ')
            && !known
            && organ::head(reader.lexicon, words).is_none()
            && !super::header::is_national_name(reader.lexicon, words)
            && !super::units::begins_unit(words)
    })
}

/// Paragraphs at the head of a file that may hold a mark, whatever was recognized there.
const HEAD: usize = 20;

/// The mark of secrecy in the head of the file or of any part: a line of its own, with or without
/// punctuation around it. It is looked for in lines, not in components, since the mark of a draft whose
/// header was not recognized counts no less.
fn secrecy(reader: &Reader<'_>, document: &Document) -> Option<String> {
    let stamps = &reader.lexicon.terms.header.secrecy_stamps;
    let heads: Spans =
        document.parts.iter().map(|part| Span::new(part.span.start, part.body.start)).collect();
    let is_head = |start: usize| heads.cover(Span::new(start, start + 1));
    let paragraphs = reader.draft.paragraphs.iter().enumerate();
    let heads = paragraphs.filter(|(index, own)| *index < HEAD || is_head(own.span.start));
    let mut lines = heads.flat_map(|(_, own)| reader.words(own.span).split(['\n', '\t', '|']));
    lines.find_map(|line| {
        let line = squeeze(line.trim_matches(|letter: char| !letter.is_alphanumeric()));
        stamps.has(&line).then_some(line)
    })
}

/// The form: its own line, else the abbreviation in the symbol; a letter has neither.
/// The abbreviation alone is a guess, since drafts are copied with the symbols of others.
fn form(reader: &Reader<'_>, act: &Part) -> Option<(String, Certainty)> {
    let lexicon = reader.lexicon;
    if let (Some(name), Some(line)) = (&act.form_name, &act.form) {
        return Some((name.clone(), line.certainty));
    }
    let number = act.header.number.as_ref();
    let abbreviation = number.and_then(|number| number.form_abbreviation.as_deref());
    if let Some(form) = abbreviation.and_then(|own| lexicon.form_abbreviated(own)) {
        return Some((form.name.clone(), Certainty::Guessed));
    }
    let is_letter =
        number.is_some() && act.form.is_none() && (act.header.subject.is_some() || act.addressees.is_some());
    let certain = act.header.subject.is_some() && act.addressees.is_some();
    let letter = lexicon.letter().filter(|_| is_letter && !has_other_form(reader, act))?;
    Some((letter.name.clone(), if certain { Certainty::Certain } else { Certainty::Guessed }))
}

/// The class: a form that is never normative tells it, else the year in the symbol.
/// The year in the symbol is the surest mark, since administrative documents have none; without a
/// symbol it is guessed from the preamble.
fn class(reader: &Reader<'_>, act: &Part, facts: &Facts) -> Option<(Class, Certainty)> {
    let lexicon = reader.lexicon;
    let number = act.header.number.as_ref();
    let has_year = number.is_some_and(|number| number.year.is_some());
    let has_symbol = number.is_some_and(|number| number.symbol.is_some());
    let Some((form, certainty)) = &facts.form else {
        let class = if has_year { Class::Normative } else { Class::Administrative };
        return has_symbol.then_some((class, Certainty::Guessed));
    };
    // A form that no rule of law can have is administrative.
    if !lexicon.form(form).is_some_and(|form| form.normative) {
        // A plan or a letter with a year in its symbol has the wrong number, not another class.
        return Some((Class::Administrative, if has_year { Certainty::Guessed } else { *certainty }));
    }
    if has_year && is_individual(reader, act, facts) {
        return Some((Class::Administrative, Certainty::Guessed));
    }
    if has_year {
        return Some((Class::Normative, Certainty::Certain));
    }
    // The promulgating sentence belongs to normative documents: a symbol without its year that speaks
    // against it, or none at all, leaves the class a guess.
    let normative = act.preamble.sentence.is_some() && act.preamble.words.is_none();
    if has_symbol && !normative {
        return Some((Class::Administrative, Certainty::Certain));
    }
    Some((if normative { Class::Normative } else { Class::Administrative }, Certainty::Guessed))
}

/// Whether an act that bears a year is an individual decision by all else: its bases do not name the law
/// that those of every normative document name, no sentence promulgates it, and its title decides on a single
/// matter. Councils number both alike in some places, so theirs tell nothing.
fn is_individual(reader: &Reader<'_>, act: &Part, facts: &Facts) -> bool {
    let terms = &reader.lexicon.terms.preamble;
    let kind = facts.organ.as_ref().map(|(organ, _)| organ.kind);
    if !matches!(kind, Some(OrganKind::PeoplesCommittee | OrganKind::Chair))
        || act.preamble.sentence.is_some()
    {
        return false;
    }
    let bases = &act.preamble.bases;
    let names = |basis: &Basis| {
        let words = squeeze(&basis.line.value);
        terms.promulgation.iter().any(|own| words.contains(own))
    };
    if bases.is_empty() || bases.iter().any(names) {
        return false;
    }
    let title = act.title.as_ref().map(|title| squeeze(&title.value).to_lowercase()).unwrap_or_default();
    let about = terms.about.iter().find_map(|own| title.strip_prefix(&own.to_lowercase()));
    let matter = about.unwrap_or(&title).trim_start();
    terms.individual.strip_whole(matter).is_some()
}

/// The organ whose power is exercised: the one of the competence line or the promulgating
/// sentence, which names the chair where the header names the committee.
fn organ_of(lexicon: &Lexicon, act: &Part, facts: &Facts) -> Option<(Organ, Certainty)> {
    let certainty = act.header.organ.as_ref().map_or(Certainty::Guessed, |organ| organ.certainty);
    let competent = act.preamble.competence_organ.as_ref().or(act.preamble.sentence_organ.as_ref());
    let symbol = facts.symbol.as_deref().unwrap_or_default();
    let Some(header) = act.header.organ_named.clone() else {
        return competent.cloned().map(|organ| (organ, Certainty::Guessed));
    };
    let by_chair = competent.is_some_and(|organ| organ.kind == OrganKind::Chair)
        || is_of_chair(&lexicon.terms.organs.chair, symbol);
    if by_chair && header.kind == OrganKind::PeoplesCommittee {
        let name = format!("{} {}", lexicon.terms.organs.chair.title, header.name);
        return Some((Organ { kind: OrganKind::Chair, name, ..header }, certainty));
    }
    Some((header, certainty))
}

/// Whether a symbol shows the chair: `QĐ-CTUBND`.
fn is_of_chair(chair: &ChairTerms, symbol: &str) -> bool {
    symbol.strip_suffix(chair.abbreviation.as_str()).is_some_and(|form| form.ends_with('-'))
}

/// The first clause on the effect of the document itself; so many days after signing are no day that
/// could be told here.
fn from_effect(act: &Part, facts: &mut Facts) {
    for effect in &act.effects {
        let day = match effect.from {
            EffectDate::Day(day) => Some(day),
            EffectDate::Signing => facts.date.whole(),
            EffectDate::DaysAfterSigning(_) | EffectDate::Unclear => None,
        };
        if facts.effective_span.is_none() {
            facts.effective_span = Some(effect.span);
            facts.effective = day;
        }
    }
}

/// What the author stated in front matter is trusted above what the words show.
/// The reader has checked the words; a stated fact is certain.
fn apply_stated(lexicon: &Lexicon, stated: &FrontMatter, facts: &mut Facts) {
    let day = facts.date.latest();
    if let Some(organ) = stated.organ.as_deref().and_then(|name| organ::parse(lexicon, name, day)) {
        facts.organ = Some((organ, Certainty::Certain));
    }
    if let (Some(level), Some((organ, _))) = (stated.level.as_deref().and_then(level), facts.organ.as_mut()) {
        organ.level = level;
    }
    if let Some(class) = stated.class.as_deref().and_then(class_named) {
        facts.class = Some((class, Certainty::Certain));
    }
    facts.stage = stated.stage.as_deref().and_then(stage);
    facts.as_of = stated.as_of;
    facts.profile.clone_from(&stated.profile);
}

/// The level that front matter names.
fn level(word: &str) -> Option<Level> {
    Some(match word {
        "province" => Level::Province,
        "district" => Level::District,
        "commune" => Level::Commune,
        "special-zone" => Level::SpecialZone,
        "central" => Level::Central,
        _ => return None,
    })
}

/// The class that front matter names.
fn class_named(word: &str) -> Option<Class> {
    Some(match word {
        "normative" => Class::Normative,
        "administrative" => Class::Administrative,
        _ => return None,
    })
}

/// The stage that front matter names.
fn stage(word: &str) -> Option<Stage> {
    Some(match word {
        "draft" => Stage::Draft,
        "review" => Stage::Review,
        "issue" => Stage::Issue,
        _ => return None,
    })
}
