//! What a check says in a rule file: a map whose keys are kinds of checks, all of which must pass.

pub mod facts;
pub mod look;
pub mod structure;
pub mod words;

use super::count::Count;
pub use facts::{
    AgreeCheck, AmendmentCheck, As, AuthorityCheck, DateDistanceCheck, InstrumentCheck, PlaceExistsCheck,
    ProfileCheck,
};
pub use look::{
    Excuse, MarginRanges, PageCheck, PageNumberCheck, ParagraphCheck, RuleLineCheck, StyleCheck,
    TogetherCheck,
};
use serde::{Deserialize, Serialize};
pub use structure::{NestingCheck, Numbering, Scope, SequenceCheck};
pub use words::{
    AbbreviationCheck, EncodingCheck, FormWords, Ignoring, ListPunctuation, MentionsCheck, MixedCheck,
    OddLetter, TextCheck, UniqueCheck, Wording,
};

/// A check: every key that is given must pass.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Check {
    /// All of these pass.
    pub all: Option<Vec<Check>>,
    /// At least one of these passes.
    pub any: Option<Vec<Check>>,
    /// At least one node passes this.
    pub some: Option<Box<Check>>,
    /// This does not pass.
    pub not: Option<Box<Check>>,
    /// Where the one passes, the other must.
    pub when: Option<Box<Conditional>>,
    /// How often the place occurs.
    pub present: Option<Count>,
    /// The words.
    pub text: Option<TextCheck>,
    /// The style of the letters.
    pub style: Option<StyleCheck>,
    /// The style of the paragraphs.
    pub paragraph: Option<ParagraphCheck>,
    /// The page.
    pub page: Option<PageCheck>,
    /// The page number.
    pub page_number: Option<PageNumberCheck>,
    /// The rule line below.
    pub rule_line: Option<RuleLineCheck>,
    /// The numbering.
    pub sequence: Option<SequenceCheck>,
    /// What holds the unit.
    pub nesting: Option<NestingCheck>,
    /// Whether the unit has a title.
    pub titled: Option<bool>,
    /// The order of components in the text.
    pub order: Option<Vec<super::selector::Selector>>,
    /// Agreement with another component.
    pub agree: Option<AgreeCheck>,
    /// The authority matrix.
    pub authority: Option<AuthorityCheck>,
    /// The registry of instruments.
    pub instrument: Option<InstrumentCheck>,
    /// Whether the units referred to exist.
    pub resolves: Option<bool>,
    /// Whether the administrative units that are named exist on the day of the document.
    pub place_exists: Option<PlaceExistsCheck>,
    /// What the profile of the organ says.
    pub profile: Option<ProfileCheck>,
    /// How amendments are written.
    pub amendment: Option<AmendmentCheck>,
    /// Days between signing and effect.
    pub date_distance: Option<DateDistanceCheck>,
    /// The ends of the items of a list.
    pub list_punctuation: Option<ListPunctuation>,
    /// Letters that are not what they seem.
    pub encoding: Option<EncodingCheck>,
    /// Sizes that move together.
    pub together: Option<TogetherCheck>,
    /// No two nodes say the same; with the differences that do not matter.
    pub unique: Option<UniqueCheck>,
    /// Wrong words and right ones.
    pub words: Option<Vec<Wording>>,
    /// All parts of a thing are mentioned where most are.
    pub mentions: Option<MentionsCheck>,
    /// Two manners in one document.
    pub mixed: Option<MixedCheck>,
    /// Abbreviations without explanation.
    pub abbreviation: Option<AbbreviationCheck>,
}

/// `when`: a condition and what follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conditional {
    /// The condition.
    #[serde(rename = "if")]
    pub condition: Check,
    /// What must pass where the condition does.
    pub then: Check,
}

/// One kind of check with what the rule says of it.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'a> {
    /// See [`Check::all`].
    All(&'a [Check]),
    /// See [`Check::any`].
    Any(&'a [Check]),
    /// See [`Check::some`].
    Some(&'a Check),
    /// See [`Check::not`].
    Not(&'a Check),
    /// See [`Check::when`].
    When(&'a Conditional),
    /// See [`Check::present`].
    Present(&'a Count),
    /// See [`Check::text`].
    Text(&'a TextCheck),
    /// See [`Check::style`].
    Style(&'a StyleCheck),
    /// See [`Check::paragraph`].
    Paragraph(&'a ParagraphCheck),
    /// See [`Check::page`].
    Page(&'a PageCheck),
    /// See [`Check::page_number`].
    PageNumber(&'a PageNumberCheck),
    /// See [`Check::rule_line`].
    RuleLine(&'a RuleLineCheck),
    /// See [`Check::sequence`].
    Sequence(&'a SequenceCheck),
    /// See [`Check::nesting`].
    Nesting(&'a NestingCheck),
    /// See [`Check::titled`].
    Titled(bool),
    /// See [`Check::order`].
    Order(&'a [super::selector::Selector]),
    /// See [`Check::agree`].
    Agree(&'a AgreeCheck),
    /// See [`Check::authority`].
    Authority(AuthorityCheck),
    /// See [`Check::instrument`].
    Instrument(InstrumentCheck),
    /// See [`Check::resolves`].
    Resolves(bool),
    /// See [`Check::place_exists`].
    PlaceExists(&'a PlaceExistsCheck),
    /// See [`Check::profile`].
    Profile(ProfileCheck),
    /// See [`Check::amendment`].
    Amendment(AmendmentCheck),
    /// See [`Check::date_distance`].
    DateDistance(&'a DateDistanceCheck),
    /// See [`Check::list_punctuation`].
    ListPunctuation(&'a ListPunctuation),
    /// See [`Check::encoding`].
    Encoding(&'a EncodingCheck),
    /// See [`Check::together`].
    Together(&'a TogetherCheck),
    /// See [`Check::unique`].
    Unique(&'a UniqueCheck),
    /// See [`Check::words`].
    Words(&'a [Wording]),
    /// See [`Check::mentions`].
    Mentions(&'a MentionsCheck),
    /// See [`Check::mixed`].
    Mixed(&'a MixedCheck),
    /// See [`Check::abbreviation`].
    Abbreviation(&'a AbbreviationCheck),
}

impl Check {
    /// The kinds that are given, in the order of the struct.
    pub fn kinds(&self) -> Vec<Kind<'_>> {
        let combined = [
            self.all.as_deref().map(Kind::All),
            self.any.as_deref().map(Kind::Any),
            self.some.as_deref().map(Kind::Some),
            self.not.as_deref().map(Kind::Not),
            self.when.as_deref().map(Kind::When),
        ];
        let look = [
            self.style.as_ref().map(Kind::Style),
            self.paragraph.as_ref().map(Kind::Paragraph),
            self.page.as_ref().map(Kind::Page),
            self.page_number.as_ref().map(Kind::PageNumber),
            self.rule_line.as_ref().map(Kind::RuleLine),
            self.together.as_ref().map(Kind::Together),
        ];
        let structure = [
            self.present.as_ref().map(Kind::Present),
            self.sequence.as_ref().map(Kind::Sequence),
            self.nesting.as_ref().map(Kind::Nesting),
            self.titled.map(Kind::Titled),
            self.order.as_deref().map(Kind::Order),
        ];
        let facts = [
            self.agree.as_ref().map(Kind::Agree),
            self.authority.map(Kind::Authority),
            self.instrument.map(Kind::Instrument),
            self.resolves.map(Kind::Resolves),
            self.place_exists.as_ref().map(Kind::PlaceExists),
            self.profile.map(Kind::Profile),
            self.amendment.map(Kind::Amendment),
            self.date_distance.as_ref().map(Kind::DateDistance),
        ];
        let words = [
            self.text.as_ref().map(Kind::Text),
            self.list_punctuation.as_ref().map(Kind::ListPunctuation),
            self.encoding.as_ref().map(Kind::Encoding),
            self.unique.as_ref().map(Kind::Unique),
            self.words.as_deref().map(Kind::Words),
            self.mentions.as_ref().map(Kind::Mentions),
            self.mixed.as_ref().map(Kind::Mixed),
            self.abbreviation.as_ref().map(Kind::Abbreviation),
        ];
        combined.into_iter().chain(look).chain(structure).chain(facts).chain(words).flatten().collect()
    }
}

impl Kind<'_> {
    /// The names of all kinds.
    pub const NAMES: [&'static str; 32] = [
        "all",
        "any",
        "some",
        "not",
        "when",
        "present",
        "text",
        "style",
        "paragraph",
        "page",
        "page-number",
        "rule-line",
        "sequence",
        "nesting",
        "titled",
        "order",
        "agree",
        "authority",
        "instrument",
        "resolves",
        "place-exists",
        "profile",
        "amendment",
        "date-distance",
        "list-punctuation",
        "encoding",
        "together",
        "unique",
        "words",
        "mentions",
        "mixed",
        "abbreviation",
    ];

    /// The name of the kind as rule files write it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::All(_) => "all",
            Self::Any(_) => "any",
            Self::Some(_) => "some",
            Self::Not(_) => "not",
            Self::When(_) => "when",
            Self::Present(_) => "present",
            Self::Text(_) => "text",
            Self::Style(_) => "style",
            Self::Paragraph(_) => "paragraph",
            Self::Page(_) => "page",
            Self::PageNumber(_) => "page-number",
            Self::RuleLine(_) => "rule-line",
            Self::Sequence(_) => "sequence",
            Self::Nesting(_) => "nesting",
            Self::Titled(_) => "titled",
            Self::Order(_) => "order",
            Self::Agree(_) => "agree",
            Self::Authority(_) => "authority",
            Self::Instrument(_) => "instrument",
            Self::Resolves(_) => "resolves",
            Self::PlaceExists(_) => "place-exists",
            Self::Profile(_) => "profile",
            Self::Amendment(_) => "amendment",
            Self::DateDistance(_) => "date-distance",
            Self::ListPunctuation(_) => "list-punctuation",
            Self::Encoding(_) => "encoding",
            Self::Together(_) => "together",
            Self::Unique(_) => "unique",
            Self::Words(_) => "words",
            Self::Mentions(_) => "mentions",
            Self::Mixed(_) => "mixed",
            Self::Abbreviation(_) => "abbreviation",
        }
    }

    /// Whether the kind judges all nodes of a selection together, and not each by itself.
    pub fn is_collective(&self) -> bool {
        match self {
            Self::All(checks) | Self::Any(checks) => checks.iter().any(Check::is_collective),
            Self::Not(check) => check.is_collective(),
            Self::When(both) => both.condition.is_collective() || both.then.is_collective(),
            // Spaces lie between nodes; everything else of a paragraph is its own.
            Self::Paragraph(check) => check.space_between.is_some(),
            Self::Some(_)
            | Self::Unique(_)
            | Self::Present(_)
            | Self::PageNumber(_)
            | Self::Sequence(_)
            | Self::Order(_)
            | Self::ListPunctuation(_)
            | Self::Encoding(_)
            | Self::Together(_)
            | Self::Mixed(_)
            | Self::Abbreviation(_) => true,
            _ => false,
        }
    }

    /// What is wrong with the entry itself, where `serde` cannot see it.
    fn fault(&self) -> Option<String> {
        let empty = match self {
            Self::All(checks) | Self::Any(checks) => checks.is_empty(),
            Self::Text(check) => check.is_empty(),
            Self::Style(check) => check.is_empty(),
            Self::Paragraph(check) => check.is_empty(),
            Self::Page(check) => check.is_empty(),
            Self::PageNumber(check) => check.is_empty(),
            Self::Sequence(check) => check.style.is_none() && check.start.is_none() && !check.consecutive,
            Self::Nesting(check) => check.parents.is_empty() && !check.top,
            Self::Order(selectors) => selectors.len() < 2,
            Self::DateDistance(check) => check.min_days.is_empty(),
            Self::ListPunctuation(check) => {
                check.each_ends.is_none() && check.last_ends.is_none() && check.starts.is_none()
            }
            Self::Encoding(check) => check.find.is_empty(),
            Self::Words(entries) => entries.is_empty(),
            _ => false,
        };
        if empty {
            return Some(format!("“{}” tests nothing", self.name()));
        }
        match self {
            Self::Together(check) if check.sizes.iter().any(|row| row.len() != check.of.len()) => {
                Some("every row of “sizes” needs one size for each place of “of”".to_owned())
            }
            Self::Abbreviation(check)
                if !check.explained_by.groups().iter().any(|group| group == "short") =>
            {
                Some("“explained-by” needs a group (?<short>…)".to_owned())
            }
            _ => None,
        }
    }
}

impl Check {
    /// Whether any kind in it judges all nodes together.
    pub fn is_collective(&self) -> bool {
        self.kinds().iter().any(Kind::is_collective)
    }

    /// Calls `visit` with every kind, those inside combinations included.
    pub fn visit<'a>(&'a self, visit: &mut dyn FnMut(Kind<'a>)) {
        for kind in self.kinds() {
            visit(kind);
            match kind {
                Kind::All(checks) | Kind::Any(checks) => checks.iter().for_each(|check| check.visit(visit)),
                Kind::Some(check) | Kind::Not(check) => check.visit(visit),
                Kind::When(both) => {
                    both.condition.visit(visit);
                    both.then.visit(visit);
                }
                _ => {}
            }
        }
    }

    /// What is wrong with the check: nothing to test, or parts that do not fit each other. With the
    /// name of the kind, so that the place can be found.
    pub fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        if self.kinds().is_empty() {
            faults.push(("check", "a check needs at least one kind".to_owned()));
        }
        self.visit(&mut |kind| faults.extend(kind.fault().map(|fault| (kind.name(), fault))));
        faults
    }
}
