//! Which model a draft follows, and whether there can be such a draft at all.
//!
//! Everything is asked of the rule book: forms, organs with their powers, regimes, models. Each
//! question that has no answer ends in a refusal that says what there is instead, because a person who
//! asks for something impossible rarely knows which part of the wish is.

use super::Request;
use super::names::{self, Named};
use super::refusal::{Possible, Refusal};
use crate::document::{Class, Level, OrganKind};
use crate::rulebook::RuleBook;
use crate::rulebook::skeleton::Skeletons;
use crate::rulebook::suggest::nearest;
use crate::rulebook::{Form, Forms, Power, PowerKey, Regime, Skeleton};
use crate::text::Date;
use crate::text::vietnamese::{ascii_key, tone_key};

/// All that is known before the places are filled in.
pub struct Choice<'a> {
    /// The form.
    pub form: &'a Form,
    /// The class.
    pub class: Class,
    /// The organ.
    pub named: Named<'a>,
    /// The model.
    pub model: &'a Skeleton,
    /// The models and their parts.
    pub skeletons: &'a Skeletons,
    /// The row of the authority matrix, where it has one.
    pub power: Option<&'a Power>,
    /// The form of the attached text.
    pub attached: Option<&'a Form>,
    /// The day of the law.
    pub day: Date,
}

/// Chooses, or says why there is nothing to choose.
/// # Errors
///
/// The first thing that cannot be, in the order form, organ, level, class, law, power, model, attached
/// text.
pub fn choose<'a>(book: &'a RuleBook, request: &Request) -> Result<Choice<'a>, Refusal> {
    let (Some(forms), Some(skeletons)) = (book.forms(), book.skeletons()) else {
        return Err(Refusal::Empty);
    };
    let form = find_form(forms, &request.form)?;
    let named = names::read(book.lexicon(), &request.organ, request.level, request.day, &skeletons.guise)?;
    level_exists(skeletons, named.organ.level, request.day)?;
    let class = request.class.unwrap_or(Class::Administrative);
    if class == Class::Normative && !form.normative {
        let known = forms.forms.iter().filter(|form| form.normative).map(|form| form.name.clone());
        return Err(Refusal::NotNormative { form: form.name.clone(), known: known.collect() });
    }
    let regime = regime(book, class, request.day)?;
    let search = Search { book, skeletons, regime, class, level: named.organ.level, day: request.day };
    let power = search.power(named.organ.kind, &form.name);
    if class == Class::Normative && !power.is_some_and(|power| power.allowed) {
        return Err(search.no_power(&named, form));
    }
    let model = search.model(named.organ.kind, form).ok_or_else(|| search.no_model(&named, form))?;
    let attached = attached(forms, model, form, request)?;
    Ok(Choice { form, class, named, model, skeletons, power, attached, day: request.day })
}

/// What stays the same while organs and forms are tried.
struct Search<'a> {
    book: &'a RuleBook,
    skeletons: &'a Skeletons,
    regime: &'a Regime,
    class: Class,
    level: Level,
    day: Date,
}

impl<'a> Search<'a> {
    /// The row of the authority matrix for an organ of the level and a form.
    fn power(&self, organ: OrganKind, form: &str) -> Option<&'a Power> {
        let key = PowerKey { organ, level: self.level, form, class: self.class, day: self.day };
        self.book.organs()?.find(key)
    }

    /// The model that such a draft follows, in the order of the rule book.
    fn model(&self, organ: OrganKind, form: &Form) -> Option<&'a Skeleton> {
        self.skeletons.models.values().find(|model| {
            let head = &model.head;
            head.class == self.class
                && head.forms.contains(&form.name)
                && head.organs.contains(&organ)
                && head.regimes.as_ref().is_none_or(|ids| ids.contains(&self.regime.id))
        })
    }

    /// What organs of the level may issue in the class, and whether the act may be administrative.
    fn no_power(&self, named: &Named<'_>, form: &Form) -> Refusal {
        let mut possible = Vec::new();
        for other in self.book.forms().into_iter().flat_map(|forms| &forms.forms) {
            for guise in &self.skeletons.guise.organs {
                let power = self.power(guise.organ, &other.name);
                if power.is_some_and(|power| power.allowed) && self.model(guise.organ, other).is_some() {
                    possible.push(Possible { form: other.name.clone(), organ: guise.name.words() });
                }
            }
        }
        let administrative = self.book.regime(Class::Administrative, self.day).is_some_and(|regime| {
            let search = Search { regime, class: Class::Administrative, ..*self };
            search.model(named.organ.kind, form).is_some()
        });
        Refusal::Power {
            form: form.name.clone(),
            organ: named.guise.name.words(),
            level: self.level,
            day: self.day,
            possible,
            administrative,
        }
    }

    /// The organs whose model there is.
    fn no_model(&self, named: &Named<'_>, form: &Form) -> Refusal {
        let guises = self.skeletons.guise.organs.iter();
        let organs = guises.filter(|guise| self.model(guise.organ, form).is_some());
        Refusal::Model {
            form: form.name.clone(),
            organ: named.guise.name.words(),
            organs: organs.map(|guise| guise.name.words()).collect(),
        }
    }
}

/// The form that a person means: its name in whatever case and tone placement, without marks, its
/// abbreviation or its English name.
/// The surer reading comes first, so that an abbreviation that is also the plain spelling of another
/// form means what it says.
///
/// # Errors
///
/// The words name no form; the nearest one is told.
fn find_form<'a>(forms: &'a Forms, words: &str) -> Result<&'a Form, Refusal> {
    let words = words.trim().replace(['-', '_'], " ");
    let lower = words.to_lowercase();
    let named = |form: &&Form| tone_key(&form.name.to_lowercase()) == tone_key(&lower);
    let short = |form: &&Form| form.abbreviation.as_ref().is_some_and(|own| own.to_lowercase() == lower);
    let short_plain =
        |form: &&Form| form.abbreviation.as_ref().is_some_and(|own| ascii_key(own) == ascii_key(&words));
    let plain = |form: &&Form| ascii_key(&form.name) == ascii_key(&words);
    let english = |form: &&Form| form.english.to_lowercase() == lower;
    let all = || forms.forms.iter();
    let found = all().find(named).or_else(|| all().find(short));
    let found = found.or_else(|| all().find(plain)).or_else(|| all().find(english));
    found.or_else(|| all().find(short_plain)).ok_or_else(|| {
        let known: Vec<String> = all().map(|form| form.name.clone()).collect();
        let near = nearest(&words, known.iter().map(String::as_str)).map(str::to_owned);
        Refusal::Form { given: words.clone(), near, known }
    })
}

/// There are organs of that level on the day, as far as the rule book knows.
///
/// # Errors
///
/// The first and last day of such organs.
fn level_exists(skeletons: &Skeletons, level: Level, day: Date) -> Result<(), Refusal> {
    let period = skeletons.guise.levels.iter().find(|period| period.level == level);
    let Some(period) = period else { return Ok(()) };
    let holds = period.from.is_none_or(|from| from <= day) && period.to.is_none_or(|to| day <= to);
    if holds {
        return Ok(());
    }
    Err(Refusal::NoLevel { level, from: period.from, to: period.to })
}

/// The law of the class on the day.
///
/// # Errors
///
/// There is none; the first day that has one is told.
fn regime(book: &RuleBook, class: Class, day: Date) -> Result<&Regime, Refusal> {
    book.regime(class, day).ok_or_else(|| {
        let first = book.regimes().iter().filter(|regime| regime.class == class);
        Refusal::Regime { class, day, first: first.map(|regime| regime.from).min() }
    })
}

/// The form of the attached text: stated, or the one that the title promulgates.
/// # Errors
///
/// The words name no form, or the form promulgates nothing.
fn attached<'a>(
    forms: &'a Forms,
    model: &Skeleton,
    form: &Form,
    request: &Request,
) -> Result<Option<&'a Form>, Refusal> {
    let able = model.head.title_of_attached.is_some();
    if let Some(words) = &request.attached {
        let attached = find_form(forms, words)?;
        return if able { Ok(Some(attached)) } else { Err(Refusal::Attached { form: form.name.clone() }) };
    }
    let title = request.title.as_deref().unwrap_or_default();
    let Some(rest) = title.trim().strip_prefix(PROMULGATES).filter(|_| able) else { return Ok(None) };
    let begins = |own: &&Form| rest.strip_prefix(own.name.as_str()).is_some_and(|rest| rest.starts_with(' '));
    Ok(forms.forms.iter().find(begins))
}

/// How the title of an act begins that promulgates an attached text.
pub const PROMULGATES: &str = "Ban hành ";
