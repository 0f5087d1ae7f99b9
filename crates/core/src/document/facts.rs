//! What a document says of itself.

use crate::rulebook::profile::OrganProfile;
use crate::rulebook::vocabulary::Certainty;
pub use crate::rulebook::vocabulary::{Class, Level, OrganKind, Stage};
use crate::text::{Date, Span};
use serde::{Deserialize, Serialize};

/// An organ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Organ {
    /// Its kind.
    pub kind: OrganKind,
    /// Its level.
    pub level: Level,
    /// Its full name in sentence case, `UBND` written out: `Ủy ban nhân dân xã Hòa Bình`.
    pub name: String,
}

/// The date of a document as far as it is written: a draft leaves day and month blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateFact {
    /// Year.
    pub year: Option<i32>,
    /// Month, 1 to 12.
    pub month: Option<u32>,
    /// Day, 1 to 31.
    pub day: Option<u32>,
}

impl DateFact {
    /// The whole date, if all of it is written and the calendar has it.
    pub fn whole(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?)
    }

    /// The last day that the written part allows: the law of a draft is the law of the day on
    /// which it can be signed.
    pub fn latest(self) -> Option<Date> {
        let year = self.year?;
        self.whole().or_else(|| Date::last_of_month(year, self.month.unwrap_or(12)))
    }
}

/// Facts of a document. What is not there is `None`, never guessed into a fact.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Class, with how it is known.
    pub class: Option<(Class, Certainty)>,
    /// The organ whose power is exercised, with how it is known.
    pub organ: Option<(Organ, Certainty)>,
    /// Canonical name of the form (`Quyết định`), with how it is known.
    pub form: Option<(String, Certainty)>,
    /// The number as written (`05`); `None` when blank.
    pub number: Option<String>,
    /// The year of the symbol, or else of the date.
    pub year: Option<i32>,
    /// The symbol (`QĐ-UBND`).
    pub symbol: Option<String>,
    /// Number and symbol exactly as printed (`05/2022/QĐ-UBND`), but for blanks at a line end; `None`
    /// when the number is blank.
    pub designation: Option<String>,
    /// Who submits the document, as printed (`Giám đốc Sở Tài chính`), with how he is known: from the
    /// proposal, else the sign of the unit in the archive line.
    pub proposer: Option<(String, Certainty)>,
    /// The year that stands in the symbol (`05/2022/QĐ-UBND`).
    pub symbol_year: Option<i32>,
    /// The place of issue.
    pub place: Option<String>,
    /// The date as far as written.
    pub date: DateFact,
    /// The first day of effect.
    pub effective: Option<Date>,
    /// The words that state the first day of effect.
    pub effective_span: Option<Span>,
    /// The mark of secrecy that the head of any part bears (`MẬT`).
    pub secrecy: Option<String>,
    /// A stage stated in front matter.
    pub stage: Option<Stage>,
    /// A day stated in front matter whose law is to be applied.
    pub as_of: Option<Date>,
    /// The profile of the organ stated in front matter.
    pub profile: Option<OrganProfile>,
    /// Whose rules govern the paper, where they are not those of the administration.
    pub outside: Option<Outside>,
    /// The days that the document names in its preamble, in order of the text: they tell about when it was
    /// made, where its own date cannot.
    pub named_days: Vec<Date>,
}

/// Papers that are not governed by the rules of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Of the Party.
    Party,
    /// Of the Front or a mass organization, which follow them at most by custom.
    Unions,
    /// Of a central organ: what binds it is not what was read for the local ones.
    Central,
}
