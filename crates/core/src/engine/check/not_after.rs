//! `not-after`: the date of the document is not later than a day.
//!
//! Which day is today the caller says; the core has no clock. Only a whole date can be too late: of a year
//! or a month alone nobody knows which day is meant.

use super::spoken_date;
use crate::engine::context::Context;
use crate::engine::node::Node;
use crate::engine::outcome::{Hit, Verdict};
use crate::finding::{Certainty, Reason};
use crate::rulebook::check::NotAfterCheck;

/// Judges the date of the document at the nodes, which are its words.
pub fn check(context: &Context<'_>, limit: NotAfterCheck, nodes: &[Node]) -> Verdict {
    let limit = match limit {
        NotAfterCheck::Today => context.judged.today,
    };
    let Some(node) = nodes.first() else { return Verdict::pass() };
    let Some(date) = context.document.facts.date.whole() else { return Verdict::unknown(Reason::Blank) };
    if date <= limit {
        return Verdict::pass();
    }
    let hit = Hit::new(node.span, Certainty::Certain)
        .with("found", spoken_date::numeric(date))
        .with("limit", spoken_date::numeric(limit));
    Verdict::fail(hit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DateFact;
    use crate::engine::check::fixture::Case;

    #[test]
    fn only_a_whole_date_after_today_is_told() {
        let told = |day: Option<u32>, today: &str| {
            let mut case = Case::of_text("ngày 02 tháng 3 năm 2028");
            case.document.facts.date = DateFact { year: Some(2028), month: Some(3), day };
            case.judged.today = today.parse().expect("a date");
            let nodes = [case.whole_node()];
            case.judge(|context| check(context, NotAfterCheck::Today, &nodes)).hits.len()
        };
        assert_eq!(told(Some(2), "2028-03-01"), 1);
        assert_eq!(told(Some(2), "2028-03-02"), 0);
        assert_eq!(told(None, "2027-03-01"), 0);
    }
}
