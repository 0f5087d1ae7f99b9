//! How far the data on instruments reach, seen from a draft.
//!
//! That no expired basis was found means nothing for the time after the last day of the data. So every
//! report tells that day, and of a draft that is younger it lists the bases that people must look up.

use crate::document::Document;
use crate::engine::Judged;
use crate::rulebook::RuleBook;
use crate::text::{Date, Span};

/// The last day of the data, and what a draft that is younger leaves to be looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The last day of the data on the force of instruments; `None` where the registry states none.
    pub data_until: Option<Date>,
    /// Whether the draft is judged by the law of a later day.
    pub is_exceeded: bool,
    /// The instruments cited in bases, each once, where the day is later: they may have been amended or
    /// replaced. Empty where it is not.
    pub to_look_up: Vec<Span>,
}

impl Reach {
    pub(super) fn of(book: &RuleBook, document: &Document, text: &str, judged: &Judged) -> Self {
        let data_until = book.registry().data_until();
        let is_exceeded = data_until.is_some_and(|until| until < judged.day);
        let mut to_look_up: Vec<Span> = Vec::new();
        if is_exceeded {
            let cited = document.citations.iter().filter(|own| own.basis.is_some() && !own.is_amender);
            for span in cited.map(|own| own.span) {
                if to_look_up.iter().all(|known| known.of(text) != span.of(text)) {
                    to_look_up.push(span);
                }
            }
        }
        Self { data_until, is_exceeded, to_look_up }
    }
}
