//! The structure of a document in the words of schema `thethuc/structure/v1`.

#![allow(missing_docs, reason = "the fields bear the names of the schema, which are those of the document")]

use super::super::position::Positions;
use super::super::span::{SpanJson, span_json};
use crate::document::{
    Citation, Class, Component, ComponentKind, DateFact, Document, EffectDate, Organ, Part, PartKind,
    ReferenceTarget, Stage, UnitKind,
};
use crate::draft::Draft;
use crate::finding::Certainty;
use crate::text::{Date, Span};
use serde::Serialize;

/// The whole structure.
#[derive(Serialize)]
pub struct Structure<'a> {
    schema: &'static str,
    /// The path as given.
    pub path: &'a str,
    /// The kind of file.
    pub format: &'static str,
    /// The facts.
    pub facts: Facts<'a>,
    /// The parts.
    pub parts: Vec<PartNode<'a>>,
    /// References to units.
    pub references: Vec<Reference<'a>>,
}

/// A fact and how it is known.
#[derive(Serialize)]
pub struct Known<T> {
    /// The fact.
    pub value: T,
    /// How it is known.
    pub certainty: Certainty,
}

/// The facts of the document; see [`crate::document::Facts`].
#[derive(Serialize)]
pub struct Facts<'a> {
    pub class: Option<Known<Class>>,
    pub organ: Option<Known<&'a Organ>>,
    pub form: Option<Known<&'a str>>,
    pub number: Option<&'a str>,
    pub year: Option<i32>,
    pub symbol: Option<&'a str>,
    pub place: Option<&'a str>,
    pub date: DateParts,
    pub effective: Option<Date>,
    pub stage: Option<Stage>,
    pub as_of: Option<Date>,
}

/// A date as far as it is written.
#[derive(Clone, Copy, Serialize)]
pub struct DateParts {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
}

/// A part with its components in the order of the text.
#[derive(Serialize)]
pub struct PartNode<'a> {
    pub kind: PartKind,
    pub form_name: Option<&'a str>,
    pub appendix_number: Option<&'a str>,
    pub span: SpanJson,
    pub components: Vec<Named<'a>>,
    pub units: Vec<UnitNode<'a>>,
    pub effects: Vec<EffectNode<'a>>,
}

/// A recognized component under the name that rules use for it.
#[derive(Serialize)]
pub struct Named<'a> {
    pub name: &'static str,
    pub text: &'a str,
    pub certainty: Certainty,
    pub span: SpanJson,
    /// Instruments that a basis cites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Cited<'a>>,
    /// What it is.
    #[serde(skip)]
    pub kind: ComponentKind,
    #[serde(skip)]
    start: usize,
}

/// A cited instrument.
#[derive(Serialize)]
pub struct Cited<'a> {
    pub kind: &'a str,
    pub number: Option<&'a str>,
    pub date: Option<Date>,
    pub issuer: Option<&'a str>,
    pub title: Option<&'a str>,
    pub is_amender: bool,
}

/// A unit with the units it holds.
#[derive(Serialize)]
pub struct UnitNode<'a> {
    pub kind: UnitKind,
    pub number: &'a str,
    pub label: &'a str,
    pub automatic: bool,
    pub title: Option<&'a str>,
    pub certainty: Certainty,
    pub span: SpanJson,
    pub children: Vec<UnitNode<'a>>,
    /// First words of a unit without a title, for the tree.
    #[serde(skip)]
    pub words: &'a str,
}

/// A statement on the effect of the document.
#[derive(Serialize)]
pub struct EffectNode<'a> {
    pub text: &'a str,
    pub span: SpanJson,
    /// The day, where it is a day of the calendar.
    pub day: Option<Date>,
    /// Days after signing; 0 for the day of signing itself.
    pub days_after_signing: Option<u32>,
}

/// A reference to a unit of this or another document.
#[derive(Serialize)]
pub struct Reference<'a> {
    pub text: &'a str,
    pub span: SpanJson,
    pub path: Vec<(UnitKind, &'a str)>,
    /// The number of the appendix that is named instead of units.
    pub appendix: Option<&'a str>,
    /// Where it leads.
    pub target: ReferenceTarget,
    /// The part that holds the words, and the one it leads to, as indices into `parts`.
    pub part: usize,
    pub leads_to: Option<usize>,
}

impl<'a> Structure<'a> {
    /// The structure of a recognized draft.
    pub fn of(path: &'a str, draft: &'a Draft, source: &[u8], document: &'a Document) -> Self {
        let view = View { text: &draft.text, positions: Positions::new(draft, source), document };
        let references = document.references.iter().map(|reference| Reference {
            text: reference.span.of(&draft.text),
            span: view.span(reference.span),
            path: reference.path.iter().map(|(kind, number)| (*kind, number.as_str())).collect(),
            appendix: reference.appendix.as_deref(),
            target: reference.target,
            part: reference.part,
            leads_to: reference.target.part(reference.part),
        });
        Self {
            schema: "thethuc/structure/v1",
            path,
            format: draft.format.name(),
            facts: facts(document),
            parts: document.parts.iter().map(|part| view.part(part)).collect(),
            references: references.collect(),
        }
    }
}

fn facts(document: &Document) -> Facts<'_> {
    let facts = &document.facts;
    Facts {
        class: facts.class.map(|(value, certainty)| Known { value, certainty }),
        organ: facts.organ.as_ref().map(|(value, certainty)| Known { value, certainty: *certainty }),
        form: facts
            .form
            .as_ref()
            .map(|(value, certainty)| Known { value: value.as_str(), certainty: *certainty }),
        number: facts.number.as_deref(),
        year: facts.year,
        symbol: facts.symbol.as_deref(),
        place: facts.place.as_deref(),
        date: DateParts::from(facts.date),
        effective: facts.effective,
        stage: facts.stage,
        as_of: facts.as_of,
    }
}

impl From<DateFact> for DateParts {
    fn from(DateFact { year, month, day }: DateFact) -> Self {
        Self { year, month, day }
    }
}

/// What is needed to show a piece of the document.
struct View<'a, 'p> {
    text: &'a str,
    positions: Positions<'p>,
    document: &'a Document,
}

impl<'a> View<'a, '_> {
    fn span(&self, span: Span) -> SpanJson {
        span_json(span, &self.positions)
    }

    fn part(&self, part: &'a Part) -> PartNode<'a> {
        let each = ComponentKind::ALL.iter().flat_map(|kind| {
            part.each(*kind).map(|(number, component)| self.named(part, *kind, number, component))
        });
        let mut components: Vec<Named<'_>> = each.collect();
        components.sort_by_key(|component| component.start);
        let roots = (0..part.units.len()).filter(|index| part.units[*index].parent.is_none());
        PartNode {
            kind: part.kind,
            form_name: part.form_name.as_deref(),
            appendix_number: part.appendix_number.as_deref(),
            span: self.span(part.span),
            components,
            units: roots.map(|index| self.unit(part, index)).collect(),
            effects: part.effects.iter().map(|effect| self.effect(effect.span, effect.from)).collect(),
        }
    }

    fn named(&self, part: &'a Part, kind: ComponentKind, number: usize, own: &'a Component) -> Named<'a> {
        let basis = (kind == ComponentKind::Basis).then(|| part.preamble.bases.get(number)).flatten();
        let cited = basis.map_or(&[][..], |basis| &basis.citations);
        let cited = cited.iter().filter_map(|index| self.document.citations.get(*index));
        Named {
            name: kind.name(),
            text: &own.value,
            certainty: own.certainty,
            span: self.span(own.span),
            citations: cited.map(|citation| self.cited(citation)).collect(),
            kind,
            start: own.span.start,
        }
    }

    fn cited(&self, citation: &'a Citation) -> Cited<'a> {
        Cited {
            kind: &citation.kind,
            number: citation.number.as_deref(),
            date: citation.date.as_ref().and_then(|date| date.date),
            issuer: citation.issuer.map(|span| span.of(self.text)),
            title: citation.title.map(|span| span.of(self.text)),
            is_amender: citation.is_amender,
        }
    }

    fn unit(&self, part: &'a Part, index: usize) -> UnitNode<'a> {
        let unit = &part.units[index];
        // Only children that lie behind their parent, so that no faulty tree can go round in circles.
        let children = unit.children.iter().filter(|child| **child > index && **child < part.units.len());
        let own = Span::new(unit.label.end, unit.span.end);
        UnitNode {
            kind: unit.kind,
            number: &unit.number,
            label: &unit.label_text,
            automatic: unit.automatic,
            title: unit.title.map(|span| span.of(self.text)),
            certainty: unit.certainty,
            span: self.span(unit.span),
            children: children.map(|child| self.unit(part, *child)).collect(),
            words: own.of(self.text).trim_start().lines().next().unwrap_or_default(),
        }
    }

    fn effect(&self, span: Span, from: EffectDate) -> EffectNode<'a> {
        let (day, days_after_signing) = match from {
            EffectDate::Day(day) => (Some(day), None),
            EffectDate::Signing => (None, Some(0)),
            EffectDate::DaysAfterSigning(days) => (None, Some(days)),
            EffectDate::Unclear => (None, None),
        };
        EffectNode { text: span.of(self.text), span: self.span(span), day, days_after_signing }
    }
}
