//! Which role each stretch of a draft plays: the Document laid flat over the paragraphs.

use crate::document::{Addressees, Component, Document, Part, PartKind, Signature, Unit, UnitKind};
use crate::draft::{Draft, Paragraph};
use crate::rulebook::layout::Role;
use crate::text::Span;

/// The roles of all stretches that play one.
pub struct Plan {
    /// In order of the text; they do not overlap.
    stretches: Vec<(Span, Role)>,
}

impl Plan {
    /// Lays the components of a document flat.
    pub fn new(draft: &Draft, document: &Document) -> Self {
        let mut plan = Self { stretches: Vec::new() };
        for part in &document.parts {
            plan.header(part);
            plan.preamble(part);
            plan.units(draft, part);
            plan.end(part);
        }
        plan.stretches.sort_by_key(|(span, _)| span.start);
        plan
    }

    /// The role of a paragraph: that of its first stretch.
    pub fn role(&self, paragraph: &Paragraph) -> Option<Role> {
        self.within(paragraph.span).next().map(|(_, role)| role)
    }

    /// The stretches of a span, cut to it.
    pub fn within(&self, span: Span) -> impl Iterator<Item = (Span, Role)> {
        let first = self.stretches.partition_point(|(own, _)| own.end <= span.start);
        self.stretches[first..]
            .iter()
            .take_while(move |(own, _)| own.start < span.end)
            .map(move |(own, role)| (Span::new(own.start.max(span.start), own.end.min(span.end)), *role))
    }

    fn add(&mut self, component: Option<&Component>, role: Role) {
        if let Some(component) = component {
            self.stretches.extend(component.lines.iter().map(|line| (*line, role)));
        }
    }

    fn header(&mut self, part: &Part) {
        let header = &part.header;
        self.add(header.national_name.as_ref(), Role::NationalName);
        self.add(header.motto.as_ref(), Role::Motto);
        self.add(header.parent_organ.as_ref(), Role::ParentOrgan);
        self.add(header.organ.as_ref(), Role::Organ);
        self.add(header.number.as_ref().map(|number| &number.line), Role::Number);
        self.add(header.place_date.as_ref().map(|place| &place.line), Role::PlaceDate);
        self.add(header.subject.as_ref(), Role::Subject);
        for mark in &header.marks {
            self.add(Some(mark), Role::Mark);
        }
        let (form, title) = match part.kind {
            PartKind::Act | PartKind::Attached => (Role::Form, Role::Title),
            PartKind::Appendix => (Role::AppendixHeading, Role::AppendixTitle),
        };
        self.add(part.form.as_ref(), form);
        self.add(part.title.as_ref(), title);
        self.add(part.attribution.as_ref().map(|attribution| &attribution.line), Role::Attribution);
        if let Some(addressees) = &part.addressees {
            self.addressees(addressees);
        }
    }

    fn addressees(&mut self, addressees: &Addressees) {
        if let [only] = addressees.items.as_slice() {
            self.stretches.push((addressees.label.span.join(only.span), Role::AddresseesOne));
            return;
        }
        self.add(Some(&addressees.label), Role::AddresseesLabel);
        for item in &addressees.items {
            self.add(Some(item), Role::AddresseesItem);
        }
    }

    fn preamble(&mut self, part: &Part) {
        let preamble = &part.preamble;
        self.add(preamble.competence.as_ref(), Role::Competence);
        for basis in &preamble.bases {
            self.add(Some(&basis.line), Role::Basis);
        }
        self.add(preamble.proposal.as_ref(), Role::Proposal);
        self.add(preamble.sentence.as_ref(), Role::Sentence);
        self.add(preamble.words.as_ref(), Role::EnactingWords);
    }

    fn units(&mut self, draft: &Draft, part: &Part) {
        for unit in &part.units {
            match unit.kind {
                UnitKind::Article => self.stretches.push((heading(unit), Role::ArticleHeading)),
                UnitKind::Clause => {
                    if let Some(span) = clause_heading(draft, unit) {
                        self.stretches.push((span, Role::ClauseHeading));
                    }
                }
                UnitKind::Point => {}
                UnitKind::Part | UnitKind::Chapter | UnitKind::Section | UnitKind::Subsection => {
                    self.division(draft, unit);
                }
            }
        }
    }

    /// Label and title of a division, which stand on lines of their own (`Chương I` over its title)
    /// or on one (`I. MỤC ĐÍCH`).
    fn division(&mut self, draft: &Draft, unit: &Unit) {
        let paragraph = |span: Span| draft.paragraph_at(span.start);
        let label = (unit.label, Role::DivisionLabel);
        match unit.title {
            Some(title) if paragraph(title) == paragraph(unit.label) => {
                self.stretches.push((unit.label.join(title), Role::SectionHeading));
            }
            Some(title) => self.stretches.extend([label, (title, Role::DivisionTitle)]),
            None => self.stretches.push(label),
        }
    }

    fn end(&mut self, part: &Part) {
        self.add(part.closing.as_ref().map(|closing| &closing.line), Role::Closing);
        for signature in &part.signatures {
            self.signature(signature);
        }
        if let Some(recipients) = &part.recipients {
            self.add(Some(&recipients.label), Role::RecipientsLabel);
            for item in &recipients.items {
                self.add(Some(item), Role::RecipientsItem);
            }
        }
    }

    fn signature(&mut self, signature: &Signature) {
        for line in &signature.lines {
            self.add(Some(&line.line), Role::SignatureLine);
        }
        self.add(signature.name.as_ref(), Role::SignatureName);
    }
}

/// Label and title of an article.
fn heading(unit: &Unit) -> Span {
    unit.title.map_or(unit.label, |title| unit.label.join(title))
}

/// The heading of a clause: its title, or the whole line that the author set in bold.
fn clause_heading(draft: &Draft, unit: &Unit) -> Option<Span> {
    if unit.title.is_some() {
        return Some(heading(unit));
    }
    let paragraph = &draft.paragraphs[draft.paragraph_at(unit.label.start)?];
    let bold = paragraph
        .runs
        .iter()
        .all(|run| run.style.bold == Some(true) || run.span.of(&draft.text).trim().is_empty());
    (bold && !paragraph.runs.is_empty()).then_some(paragraph.span)
}
