//! A small document for the tests of checks.

use crate::document::{Class, Document, Part, PartKind, Stage, Unit, UnitKind};
use crate::draft::{Beside, Draft, Format, Margins, NumberFormat, PageSection, Paragraph, Run, RunStyle};
use crate::engine::Judged;
use crate::engine::context::Context;
use crate::engine::flow::Flow;
use crate::engine::node::{Handle, Node};
use crate::engine::outcome::Verdict;
use crate::engine::select::select;
use crate::finding::Certainty;
use crate::rulebook::RuleBook;
use crate::rulebook::{RuleFile, Selector};
use crate::text::{OffsetMap, Span};

/// A draft with its document: one act, all of whose text is the body.
pub struct Case {
    /// The draft.
    pub draft: Draft,
    /// The document.
    pub document: Document,
    /// What it is judged by.
    pub judged: Judged,
    book: RuleBook,
}

impl Case {
    /// One paragraph for each line of the words, each one run of unknown style.
    pub fn of_text(words: &str) -> Self {
        let mut text = String::new();
        let mut paragraphs = Vec::new();
        for line in words.split('\n') {
            let span = Span::new(text.len(), text.len() + line.len());
            text.push_str(line);
            text.push('\n');
            paragraphs.push(Paragraph::plain(span));
        }
        let all = Span::new(0, text.len());
        let draft = Draft {
            format: Format::Docx,
            text,
            map: OffsetMap::default(),
            oddities: Vec::new(),
            paragraphs,
            tables: Vec::new(),
            sections: Vec::new(),
            lines: Vec::new(),
            beside: Beside::default(),
            front_matter: None,
        };
        let part = Part { kind: PartKind::Act, span: all, body: all, ..Part::default() };
        let document = Document { parts: vec![part], ..Document::default() };
        let judged = Judged {
            class: Some(Class::Normative),
            stage: Stage::Draft,
            day: "2026-03-02".parse().expect("a date"),
            regime: None,
            profile: None,
            today: "2026-03-02".parse().expect("a date"),
            open_days: None,
            day_is_guessed: false,
            outside: None,
            withholds: false,
        };
        let book = RuleBook::of_files(&[]).expect("an empty book");
        Self { draft, document, judged, book }
    }

    /// Puts files into the rule book.
    pub fn add_rules(&mut self, files: &[RuleFile]) {
        self.book = RuleBook::of_files(files).expect("valid files");
    }

    /// All text as one component.
    pub fn whole_node(&self) -> Node {
        let lines: Vec<Span> = self.draft.paragraphs.iter().map(|paragraph| paragraph.span).collect();
        let mut node = Node::running(&self.draft, lines, Some(0), Handle::None);
        node.flow = Flow::Joined;
        node
    }

    /// One node for each paragraph.
    pub fn paragraph_nodes(&self) -> Vec<Node> {
        self.nodes(Selector::Paragraph)
    }

    /// The nodes of a selector.
    pub fn nodes(&self, selector: Selector) -> Vec<Node> {
        select(&self.draft, &self.document, selector)
    }

    /// Runs a check.
    pub fn judge(&self, check: impl FnOnce(&Context<'_>) -> Verdict) -> Verdict {
        check(&Context::new(&self.book, &self.draft, &self.document, &self.judged))
    }

    /// Splits the first run at an offset.
    pub fn split_run(&mut self, offset: usize) {
        let runs = &mut self.draft.paragraphs[0].runs;
        let end = runs[0].span.end;
        runs[0].span.end = offset;
        runs.push(Run { span: Span::new(offset, end), style: RunStyle::default() });
    }

    /// Changes the style of a run, counted through all paragraphs.
    pub fn style(&mut self, run: usize, change: impl FnOnce(&mut RunStyle)) {
        let mut runs = self.draft.paragraphs.iter_mut().flat_map(|paragraph| &mut paragraph.runs);
        change(&mut runs.nth(run).expect("a run").style);
    }

    /// Adds a section over all text with margins of 20 mm.
    pub fn add_section(&mut self, width: f32, height: f32) {
        let side = Some(20.0);
        self.draft.sections.push(PageSection {
            width: Some(width),
            height: Some(height),
            orientation: None,
            margins: Margins {
                top: side,
                bottom: side,
                left: Some(30.0),
                right: side,
                gutter: 0.0,
                gutter_at_top: false,
            },
            title_page: false,
            number_start: None,
            number_format: NumberFormat::Arabic,
            page_numbers: Vec::new(),
            span: Span::new(0, self.draft.text.len()),
        });
    }

    /// Adds units at the top of the body, one for each label, which is the number too. The units
    /// take the paragraphs that no unit has yet.
    pub fn add_units(&mut self, kind: UnitKind, labels: &[&str]) {
        let units = &mut self.document.parts[0].units;
        for label in labels {
            let span = self.draft.paragraphs[units.len()].span;
            units.push(unit(kind, label, span));
        }
    }
}

fn unit(kind: UnitKind, label: &str, span: Span) -> Unit {
    use crate::text::{numeral::from_roman, vietnamese::point_number};
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    let value = match kind {
        UnitKind::Point => label.chars().next().and_then(point_number),
        _ => digits.parse().ok().or_else(|| from_roman(label)),
    };
    let number = match kind {
        UnitKind::Point => label.chars().next().map_or(0, char::len_utf8),
        _ if digits.is_empty() => label.len(),
        _ => digits.len(),
    };
    let suffix = label[number..].to_owned();
    Unit {
        kind,
        number: label.to_owned(),
        value,
        suffix,
        label: span,
        label_text: label.to_owned(),
        automatic: false,
        title: None,
        title_certainty: Certainty::Certain,
        span,
        parent: None,
        children: Vec::new(),
        certainty: Certainty::Certain,
    }
}
