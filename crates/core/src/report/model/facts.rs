//! What a document says of itself, as the schemas name it.

use crate::checker::Checked;
use crate::document::{Class, Organ, Stage};
use crate::text::Date;
use serde::Serialize;

/// The facts of a document. What is not there is null, never guessed into a fact.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Facts<'a> {
    /// Id of the regime whose law was applied.
    pub regime: Option<&'a str>,
    /// Its class.
    pub class: Option<Class>,
    /// The organ whose power is exercised.
    pub organ: Option<&'a Organ>,
    /// Canonical name of its form.
    pub form: Option<&'a str>,
    /// The number as written.
    pub number: Option<&'a str>,
    /// The year of the symbol, or else of the date.
    pub year: Option<i32>,
    /// The symbol, in its canonical spelling.
    pub symbol: Option<&'a str>,
    /// The place of issue.
    pub place: Option<&'a str>,
    /// The date, if it is whole.
    pub date: Option<Date>,
    /// The first day of effect.
    pub effective: Option<Date>,
    /// How far the document has come.
    pub stage: Stage,
    /// The year that stands in the number (`05/2026/QĐ-UBND`); null where it has none.
    pub number_year: Option<i32>,
    /// Number and symbol exactly as printed; null where the number is blank.
    pub designation: Option<&'a str>,
    /// Who submits the document, as printed: of the proposal (`Theo đề nghị của …`), else the sign of the
    /// unit in the archive line.
    pub proposer: Option<&'a str>,
}

impl<'a> Facts<'a> {
    /// The facts of a checked draft.
    pub fn of(checked: &'a Checked) -> Self {
        let facts = &checked.document.facts;
        // The report repeats no words of a draft that bears a mark of secrecy, unless it was asked for.
        let withholds = checked.judged.withholds;
        let quoted = |words: &'a Option<String>| words.as_deref().filter(|_| !withholds);
        Self {
            regime: checked.judged.regime.as_deref(),
            class: checked.judged.class,
            organ: facts.organ.as_ref().filter(|_| !withholds).map(|(organ, _)| organ),
            form: facts.form.as_ref().map(|(form, _)| form.as_str()),
            number: quoted(&facts.number),
            year: facts.year,
            symbol: quoted(&facts.symbol),
            place: quoted(&facts.place),
            date: facts.date.whole(),
            effective: facts.effective,
            stage: checked.judged.stage,
            number_year: facts.symbol_year,
            designation: quoted(&facts.designation),
            proposer: facts.proposer.as_ref().filter(|_| !withholds).map(|(name, _)| name.as_str()),
        }
    }
}
