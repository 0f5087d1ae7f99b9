//! The draft as it reads: every word of the view once and in order, with the marks of the findings on it and
//! the findings beside it.
//!
//! What is not of the draft (numbers of findings, automatic labels, marks of notes) bears `data-beside`, so
//! that whoever copies or compares the words knows what they are.

mod block;
mod inline;

use crate::finding::{class, mark_name};
use crate::say::Tongue;
use std::collections::HashSet;
use thethuc_core::checker::Checked;
use thethuc_core::document::PartKind;
use thethuc_core::finding::{Decision, Role, State};
use thethuc_core::report::wording;
use thethuc_core::rulebook::vocabulary::Language;
use thethuc_core::view::{Block, Inline, PartView, View, Zone};

/// Most paragraphs that a mark may lie over and be painted.
const PARAGRAPHS: usize = 2;

/// Draws a draft and takes the cards that found their place.
pub fn draw(
    view: &View<'_>,
    checked: &Checked,
    key: &str,
    l: Tongue,
    cards: &mut [Option<String>],
) -> String {
    let has_look = checked.draft.format.has_typography();
    let page = String::with_capacity(checked.draft.text.len() * 2);
    let mut pen =
        Pen { view, checked, key, l, cards, page, named: HashSet::new(), has_look, has_sides: false };
    for (index, part) in view.parts.iter().enumerate() {
        pen.part(part, index == 0);
    }
    pen.notes();
    pen.margins();
    pen.page
}

/// Draws on the page.
struct Pen<'a, 'v> {
    view: &'v View<'a>,
    checked: &'v Checked,
    /// What the document goes by in links.
    key: &'v str,
    l: Tongue,
    /// The findings that have no place yet.
    cards: &'v mut [Option<String>],
    page: String,
    /// Marks whose number was set: it stands before their first words.
    named: HashSet<usize>,
    /// Whether the source says how words look.
    has_look: bool,
    /// Whether the law sets components of this zone beside each other, with a table or without.
    has_sides: bool,
}

impl<'a> Pen<'a, '_> {
    fn put(&mut self, markup: &str) {
        self.page.push_str(markup);
    }

    fn part(&mut self, part: &PartView<'a>, is_first: bool) {
        let kind = part.part.map_or(PartKind::Act, |(_, kind)| kind);
        let name = |language| wording::part(kind, language);
        let name = self.l.named("aria-label", name(Language::Vi), name(Language::En));
        let has_words = part.zones.iter().flat_map(|zone| &zone.blocks).any(block::has_words);
        let class = if is_first || !has_words { "part" } else { "part next" };
        self.put(&format!("<section class=\"{class}\" {name}>"));
        for zone in &part.zones {
            let name = match zone.zone {
                Zone::Head => "head",
                Zone::Preamble => "preamble",
                Zone::Body => "units",
                Zone::Closing => "closing",
                Zone::Outside => "outside",
            };
            self.put(&format!("<div class=\"zone {name}\">"));
            self.top(&zone.blocks, matches!(zone.zone, Zone::Head | Zone::Closing));
            self.put("</div>");
        }
        self.put("</section>");
    }

    /// Blocks at the top of a zone, each with the findings on it. Where the law sets components beside each
    /// other, neighbours with a side are drawn in two columns.
    fn top(&mut self, blocks: &[Block<'a>], has_sides: bool) {
        self.has_sides = has_sides;
        let mut at = 0;
        while at < blocks.len() {
            let sided = if has_sides { sided(&blocks[at..]) } else { 0 };
            let end = at + sided.max(1);
            let own = &blocks[at..end];
            let cards = self.take(own);
            if !cards.is_empty() {
                self.put("<div class=\"at\"><div class=\"cards\" data-beside>");
                self.put(&cards);
                self.put("</div>");
            }
            if sided > 0 {
                self.put("<div class=\"duo\">");
            }
            self.blocks(own);
            if sided > 0 {
                self.put("</div>");
            }
            if !cards.is_empty() {
                self.put("</div>");
            }
            at = end;
        }
    }

    /// The cards of findings whose first place is in these blocks.
    fn take(&mut self, blocks: &[Block<'a>]) -> String {
        let mut marks = Vec::new();
        collect(blocks, &mut marks);
        let mut findings: Vec<usize> = marks.iter().map(|mark| self.view.marks[*mark].finding).collect();
        findings.sort_unstable();
        findings.dedup();
        findings.into_iter().filter_map(|finding| self.cards.get_mut(finding)?.take()).collect()
    }

    fn notes(&mut self) {
        if self.view.notes.is_empty() {
            return;
        }
        let title = self.l.named("aria-label", "Chú thích", "Notes");
        self.put(&format!("<section class=\"notes\" {title}>"));
        let view = self.view;
        for (index, note) in view.notes.iter().enumerate() {
            let (key, number) = (self.key, index + 1);
            self.put(&format!("<div class=\"note\" id=\"{key}t{number}\">"));
            if note.has_mark {
                self.put(&format!("<a class=\"lb\" data-beside href=\"#{key}u{number}\">{number}</a>"));
            }
            self.top(&note.blocks, false);
            self.put("</div>");
        }
        self.put("</section>");
    }

    fn margins(&mut self) {
        let view = self.view;
        for margin in &view.margins {
            let is_header = margin.story == thethuc_core::draft::Story::Header;
            let (vi, en) =
                if is_header { ("Đầu trang", "Page header") } else { ("Chân trang", "Page footer") };
            let (name, shown) = (self.l.named("aria-label", vi, en), self.l.say(vi, en));
            self.put(&format!("<section class=\"margin\" {name}><p class=\"lb\" data-beside>{shown}</p>"));
            self.top(&margin.blocks, false);
            self.put("</section>");
        }
    }

    /// The class of a mark: how grave, set aside, or only what a finding disagrees with.
    fn mark_class(&self, mark: usize) -> &'static str {
        let mark = &self.view.marks[mark];
        let Some(finding) = self.checked.findings.get(mark.finding) else { return "n" };
        if finding.decision != Decision::Open || finding.state == State::Known {
            return "k";
        }
        if mark.role == Role::Primary { class(finding.severity) } else { "o" }
    }

    /// The class of words under several marks: that of the gravest. A mark over whole paragraphs would drown
    /// the page, and all others with it: it is only hinted at.
    fn gravest(&self, marks: &[usize]) -> &'static str {
        let (far, near): (Vec<usize>, Vec<usize>) = marks.iter().partition(|mark| self.is_far(**mark));
        let classes: Vec<&str> = near.iter().map(|mark| self.mark_class(*mark)).collect();
        let gravest = ["e", "w", "n", "o", "k"].into_iter().find(|class| classes.contains(class));
        gravest.unwrap_or(if far.is_empty() { "k" } else { "far" })
    }

    /// Whether a mark lies over more than a paragraph.
    fn is_far(&self, mark: usize) -> bool {
        let span = self.view.marks[mark].span;
        self.checked.draft.paragraphs_in(span).nth(PARAGRAPHS).is_some()
    }

    /// The number of a finding before its words, which leads to what is said of it.
    fn number(&mut self, mark: usize) {
        let own = self.view.marks[mark];
        let number = own.finding + 1;
        let (key, class) = (self.key, self.mark_class(mark));
        let name_of_mark = mark_name(own.finding, own.place);
        self.put(&format!(
            "<a class=\"r {class}\" data-beside id=\"{key}{name_of_mark}\" href=\"#{key}n{number}\" data-n=\"{number}\"></a>"
        ));
    }
}

/// Which places of which findings a draft shows.
pub fn placed(view: &View<'_>) -> HashSet<(usize, usize)> {
    let zones = view.parts.iter().flat_map(|part| &part.zones).map(|zone| &zone.blocks);
    let notes = view.notes.iter().map(|note| &note.blocks);
    let margins = view.margins.iter().map(|margin| &margin.blocks);
    let mut marks = Vec::new();
    for blocks in zones.chain(notes).chain(margins) {
        collect(blocks, &mut marks);
    }
    marks.into_iter().map(|mark| (view.marks[mark].finding, view.marks[mark].place)).collect()
}

/// How many blocks stand beside each other from here: paragraphs with a side, and blank ones between them.
fn sided(blocks: &[Block<'_>]) -> usize {
    let mut end = 0;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(own) if own.side.is_some() => end = at + 1,
            // Only between two of them: blank ones before the first begin nothing.
            Block::Paragraph(own) if own.paragraph.span.is_empty() && at > 0 => {}
            _ => break,
        }
    }
    end
}

/// The marks on some blocks, in order.
fn collect(blocks: &[Block<'_>], found: &mut Vec<usize>) {
    for block in blocks {
        match block {
            Block::TextBox(inside) => collect(inside, found),
            Block::Table(table) => {
                for cell in table.rows.iter().flatten().filter(|cell| block::is_shown(cell)) {
                    collect(&cell.blocks, found);
                }
            }
            Block::Paragraph(own) => {
                found.extend(own.before.iter().chain(&own.whole));
                for inline in &own.inlines {
                    match inline {
                        Inline::Run(run) => found.extend(&run.marks),
                        Inline::Point(mark) => found.push(*mark),
                        _ => {}
                    }
                }
                found.extend(&own.after);
            }
        }
    }
}
