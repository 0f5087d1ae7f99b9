//! What a check says in a rule file: a map whose keys are kinds of checks, all of which must pass.
//!
//! It says what is asked, never how it is found out: that is for the engine, which sees the draft.
//!
//! ```
//! use thethuc_rulebook::{Check, yaml};
//!
//! let check: Check = yaml::read("any: [{ text: { equals: A } }, { text: { equals: B } }]")?;
//! assert_eq!(check.kinds().map(|kind| kind.name()).collect::<Vec<_>>(), ["any"]);
//! assert!(check.faults().is_empty());
//! # Ok::<(), yaml::Fault>(())
//! ```

pub mod context;
pub mod facts;
pub mod kind;
pub mod look;
pub mod moments;
pub mod structure;
pub mod syllables;
pub mod words;

use super::count::Count;
use crate::vocabulary::Words;
pub use context::{CallsItselfCheck, Headed, LeadsCheck, SentenceCheck, SignedByCheck};
pub use facts::{
    AgreeCheck, AmendmentCheck, As, AuthorityCheck, DateDistanceCheck, InstrumentCheck, NotAfterCheck,
    PlaceExistsCheck, ProfileCheck, ResolvesCheck, UnsettledCheck,
};
pub use kind::KindOfCheck;
pub use kind::Writes;
use kind::{list_of_kinds, named, tests_nothing};
pub use look::{
    BesideCheck, Excuse, MarginRanges, PageCheck, PageNumberCheck, ParagraphCheck, RuleLineCheck,
    SameSizeCheck, StyleCheck, TogetherCheck,
};
pub use moments::{MomentsCheck, WeekdayCheck};
use serde::{Deserialize, Serialize};
pub use structure::{NestingCheck, Numbering, OrderCheck, Scope, SequenceCheck, TitledCheck};
pub use syllables::{PhrasesCheck, SyllablesCheck, Tone};
pub use words::{
    AbbreviationCheck, EncodingCheck, FormWords, Ignoring, ListPunctuation, MentionsCheck, MixedCheck,
    OddLetter, TextCheck, UniqueCheck, Wording, WordsCheck,
};

list_of_kinds! {
    combining {
        /// All of these pass.
        all: All(AllCheck),
        /// At least one of these passes.
        any: Any(AnyCheck),
        /// At least one node passes this.
        some: Some(SomeCheck),
        /// This does not pass.
        not: Not(NotCheck),
        /// Where the one passes, the other must.
        when: When(WhenCheck),
    }
    judging {
        /// How often the place occurs.
        present: Present(Count),
        /// The words.
        text: Text(TextCheck),
        /// The style of the letters.
        style: Style(StyleCheck),
        /// The style of the paragraphs.
        paragraph: Paragraph(ParagraphCheck),
        /// The page.
        page: Page(PageCheck),
        /// The page number.
        page_number: PageNumber(PageNumberCheck),
        /// The rule line below.
        rule_line: RuleLine(RuleLineCheck),
        /// The numbering.
        sequence: Sequence(SequenceCheck),
        /// What holds the unit.
        nesting: Nesting(NestingCheck),
        /// Whether the unit has a title.
        titled: Titled(TitledCheck),
        /// The order of components in the text.
        order: Order(OrderCheck),
        /// Agreement with another component.
        agree: Agree(AgreeCheck),
        /// The authority matrix.
        authority: Authority(AuthorityCheck),
        /// The registry of instruments.
        instrument: Instrument(InstrumentCheck),
        /// Whether the units referred to exist.
        resolves: Resolves(ResolvesCheck),
        /// Where a reference leads.
        leads: Leads(LeadsCheck),
        /// Who signs is whom the text names.
        signed_by: SignedBy(SignedByCheck),
        /// By which form a document speaks of itself.
        calls_itself: CallsItself(CallsItselfCheck),
        /// Whether the administrative units that are named exist on the day of the document.
        place_exists: PlaceExists(PlaceExistsCheck),
        /// What the profile of the organ says.
        profile: Profile(ProfileCheck),
        /// How amendments are written.
        amendment: Amendment(AmendmentCheck),
        /// Days between signing and effect.
        date_distance: DateDistance(DateDistanceCheck),
        /// The latest day that a date may be.
        not_after: NotAfter(NotAfterCheck),
        /// What people left beside the text.
        unsettled: Unsettled(UnsettledCheck),
        /// The ends of the items of a list.
        list_punctuation: ListPunctuation(ListPunctuation),
        /// Letters that are not what they seem.
        encoding: Encoding(EncodingCheck),
        /// Sizes that move together.
        together: Together(TogetherCheck),
        /// Weekdays beside dates.
        weekday: Weekday(WeekdayCheck),
        /// What begins and what ends.
        moments: Moments(MomentsCheck),
        /// Letters as large as those of another place.
        same_size: SameSize(SameSizeCheck),
        /// One place stands to the left of another.
        beside: Beside(BesideCheck),
        /// No two nodes say the same; with the differences that do not matter.
        unique: Unique(UniqueCheck),
        /// Wrong words and right ones.
        words: Words(WordsCheck),
        /// All parts of a thing are mentioned where most are.
        mentions: Mentions(MentionsCheck),
        /// Two manners in one document.
        mixed: Mixed(MixedCheck),
        /// Abbreviations without explanation.
        abbreviation: Abbreviation(AbbreviationCheck),
        /// Syllables that Vietnamese does not have.
        syllables: Syllables(SyllablesCheck),
        /// Fixed phrases in which a syllable has the wrong marks or stands twice.
        phrases: Phrases(PhrasesCheck),
        /// The words around the place in its sentence.
        sentence: Sentence(SentenceCheck),
    }
}

/// Variables of every finding: the words it marks, what was found there (the same words unless the
/// check knows better), how many places share one cause, the line they begin in, and the place of issue,
/// for models of lines that bear it.
const ALWAYS: [&str; 5] = ["text", "found", "count", "line", "own_place"];

impl Check {
    /// Whether no kind is given, so that nothing is tested.
    pub fn is_empty(&self) -> bool {
        self.kinds().next().is_none()
    }

    /// All variables that the message of a rule with this check may use, in alphabetical order.
    pub fn variables(&self) -> Vec<String> {
        let mut names = named(ALWAYS);
        names.extend(self.gives());
        names.sort();
        names.dedup();
        names
    }

    /// The variables that the hits of any kind in it give.
    fn gives(&self) -> Vec<String> {
        self.kinds().flat_map(Kind::gives).collect()
    }

    /// Whether any kind in it judges all nodes together.
    pub fn is_collective(&self) -> bool {
        self.kinds().any(Kind::is_collective)
    }

    /// The most that any kind in it can write.
    pub fn writes(&self) -> Writes {
        self.kinds().map(Kind::writes).max().unwrap_or(Writes::Nothing)
    }

    /// Calls `visit` with every kind, those inside combinations included.
    pub fn visit<'a>(&'a self, visit: &mut dyn FnMut(Kind<'a>)) {
        for kind in self.kinds() {
            visit(kind);
            for check in kind.nested() {
                check.visit(visit);
            }
        }
    }

    /// What is wrong with the check: nothing to test, or parts that do not fit each other. With the
    /// name of the kind, so that the place can be found.
    pub fn faults(&self) -> Vec<(&'static str, Words)> {
        let mut faults: Vec<_> = without_kind([self]).map(|fault| ("check", fault)).into_iter().collect();
        self.visit(&mut |kind| faults.extend(kind.fault().map(|fault| (kind.name(), fault))));
        faults
    }
}

/// The fault of checks one of which says no kind at all.
fn without_kind<'a>(checks: impl IntoIterator<Item = &'a Check>) -> Option<Words> {
    checks.into_iter().any(|check| check.kinds().next().is_none()).then(|| Words {
        vi: "mỗi kiểm tra cần ít nhất một loại".to_owned(),
        en: "a check needs at least one kind".to_owned(),
    })
}

/// `all`: all of these pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AllCheck(pub Vec<Check>);

impl AllCheck {
    /// The checks that must all pass.
    fn nested(&self) -> Vec<&Check> {
        self.0.iter().collect()
    }
}

impl KindOfCheck for AllCheck {
    const NAME: &'static str = "all";

    fn gives(&self) -> Vec<String> {
        self.0.iter().flat_map(Check::gives).collect()
    }

    fn is_collective(&self) -> bool {
        self.0.iter().any(Check::is_collective)
    }

    fn writes(&self) -> Writes {
        self.0.iter().map(Check::writes).max().unwrap_or(Writes::Nothing)
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.0.is_empty()).or_else(|| without_kind(&self.0))
    }
}

/// `any`: at least one of these passes. The hits are those of the first one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnyCheck(pub Vec<Check>);

impl AnyCheck {
    /// The checks of which one must pass.
    fn nested(&self) -> Vec<&Check> {
        self.0.iter().collect()
    }
}

impl KindOfCheck for AnyCheck {
    const NAME: &'static str = "any";

    fn gives(&self) -> Vec<String> {
        self.0.first().map(Check::gives).unwrap_or_default()
    }

    fn is_collective(&self) -> bool {
        self.0.iter().any(Check::is_collective)
    }

    fn writes(&self) -> Writes {
        self.0.first().map_or(Writes::Nothing, Check::writes)
    }

    fn fault(&self) -> Option<Words> {
        tests_nothing::<Self>(self.0.is_empty()).or_else(|| without_kind(&self.0))
    }
}

/// `some`: at least one node passes this. The hit is the last node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SomeCheck(pub Box<Check>);

impl SomeCheck {
    /// The check that one node must pass.
    fn nested(&self) -> Vec<&Check> {
        vec![&self.0]
    }
}

impl KindOfCheck for SomeCheck {
    const NAME: &'static str = "some";

    fn gives(&self) -> Vec<String> {
        Vec::new()
    }

    fn is_collective(&self) -> bool {
        true
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        without_kind(self.nested())
    }
}

/// `not`: this does not pass. The hit is the node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NotCheck(pub Box<Check>);

impl NotCheck {
    /// The check that must not pass.
    fn nested(&self) -> Vec<&Check> {
        vec![&self.0]
    }
}

impl KindOfCheck for NotCheck {
    const NAME: &'static str = "not";

    fn gives(&self) -> Vec<String> {
        Vec::new()
    }

    fn is_collective(&self) -> bool {
        self.0.is_collective()
    }

    fn writes(&self) -> Writes {
        Writes::Nothing
    }

    fn fault(&self) -> Option<Words> {
        without_kind(self.nested())
    }
}

/// `when`: where the one passes, the other must.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WhenCheck(pub Box<Conditional>);

/// `when`: a condition and what follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conditional {
    /// The condition.
    #[serde(rename = "if")]
    pub condition: Check,
    /// What must pass where the condition does.
    pub then: Check,
}

impl WhenCheck {
    /// The condition, then what follows.
    fn nested(&self) -> Vec<&Check> {
        vec![&self.0.condition, &self.0.then]
    }
}

impl KindOfCheck for WhenCheck {
    const NAME: &'static str = "when";

    fn gives(&self) -> Vec<String> {
        self.0.then.gives()
    }

    fn is_collective(&self) -> bool {
        self.0.condition.is_collective() || self.0.then.is_collective()
    }

    fn writes(&self) -> Writes {
        self.0.then.writes()
    }

    fn fault(&self) -> Option<Words> {
        without_kind(self.nested())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_kinds_are_the_keys_of_rule_files() {
        let error = serde_json::from_str::<Check>(r#"{"none": 1}"#).expect_err("no key").to_string();
        let keys: Vec<&str> = error.split('`').skip(1).step_by(2).skip(1).collect();
        assert_eq!(keys, Kind::NAMES);
    }

    #[test]
    fn combinations_give_and_write_what_their_hits_do() {
        let check = |yaml: &str| serde_yaml::from_str::<Check>(yaml).expect("a check");
        let any = check("any: [{ text: { equals: A } }, { resolves: true }]");
        assert_eq!(any.variables(), ["count", "expected", "found", "line", "own_place", "text"]);
        assert_eq!(any.writes(), Writes::Words);
        assert_eq!(check("any: [{ titled: true }, { text: { equals: A } }]").writes(), Writes::Nothing);
        assert_eq!(check("not: { text: { equals: A } }").writes(), Writes::Nothing);
        let when = check("when: { if: { text: { equals: A } }, then: { resolves: true } }");
        assert_eq!(when.variables(), ["count", "found", "line", "own_place", "part", "text"]);
        assert!(when.writes() == Writes::Nothing && !when.is_collective());
    }

    #[test]
    fn a_check_inside_a_combination_needs_a_kind_too() {
        let check: Check = serde_yaml::from_str("{ all: [{}], resolves: false }").expect("a check");
        let faults = check.faults();
        let told: Vec<_> = faults.iter().map(|(kind, fault)| (*kind, fault.en.as_str())).collect();
        assert_eq!(
            told,
            [("all", "a check needs at least one kind"), ("resolves", "“resolves” tests nothing")]
        );
    }
}
