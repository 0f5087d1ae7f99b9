//! Which role each stretch of a draft plays: the Document laid flat over the paragraphs.
//!
//! The document knows parts, components and units; dressing walks over paragraphs. The plan is the
//! bridge: a flat list, so that a paragraph finds its roles without a walk through the tree.

use crate::document::{ComponentKind, Document, Part, PartKind, Unit, UnitKind};
use crate::draft::{Draft, Paragraph};
use crate::rulebook::layout::Role;
use crate::text::Span;

/// The roles of all stretches that play one.
pub struct Plan {
    /// In order of the text; they do not overlap.
    stretches: Vec<(Span, Role)>,
    /// Where labels and titles of units begin, in order of the text.
    units: Vec<(usize, UnitKind)>,
}

impl Plan {
    /// Lays the components of a document flat.
    pub fn new(draft: &Draft, document: &Document) -> Self {
        let mut plan = Self { stretches: Vec::new(), units: Vec::new() };
        for part in &document.parts {
            plan.components(part);
            plan.units(draft, part);
        }
        plan.stretches.sort_by_key(|(span, _)| span.start);
        plan.units.sort_by_key(|(start, _)| *start);
        plan
    }

    /// The kind of the first unit whose label or title a paragraph begins with or holds.
    pub fn unit(&self, paragraph: &Paragraph) -> Option<UnitKind> {
        let first = self.units.partition_point(|(start, _)| *start < paragraph.span.start);
        self.units.get(first).filter(|(start, _)| *start < paragraph.span.end).map(|(_, kind)| *kind)
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

    /// The components of a part, line by line.
    fn components(&mut self, part: &Part) {
        let single = part.addressees.as_ref().filter(|addressees| addressees.items.len() == 1);
        for kind in ComponentKind::ALL {
            let Some(role) = role(*kind, part.kind) else { continue };
            let in_one = matches!(kind, ComponentKind::AddresseesLabel | ComponentKind::Addressee);
            if single.is_some() && in_one {
                continue;
            }
            for (_, component) in part.each(*kind) {
                self.stretches.extend(component.lines.iter().map(|line| (*line, role)));
            }
        }
        // A single addressee stands on the line of the label.
        for (block, only) in single.iter().flat_map(|block| block.items.iter().map(move |only| (block, only)))
        {
            self.stretches.push((block.label.span.join(only.span), Role::AddresseesOne));
        }
    }

    /// The headings of units. Points have no heading, and other clauses look like the body.
    fn units(&mut self, draft: &Draft, part: &Part) {
        for unit in &part.units {
            let starts = std::iter::once(unit.label.start).chain(unit.title.map(|title| title.start));
            self.units.extend(starts.map(|start| (start, unit.kind)));
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
}

/// The role of a component; an appendix has a heading and title of its own look.
fn role(kind: ComponentKind, part: PartKind) -> Option<Role> {
    match (kind, part) {
        (ComponentKind::Form, PartKind::Appendix) => Some(Role::AppendixHeading),
        (ComponentKind::Title, PartKind::Appendix) => Some(Role::AppendixTitle),
        _ => kind.role(),
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
