//! The content of paragraphs: runs and what may wrap them.
//!
//! What is read is what would be printed with all tracked changes accepted. Hidden text is none.

use super::beside::{Event, deletion, insertion, words};
use super::open::Open;
use super::pictures::{self, Seen};
use super::run_props::RunProps;
use super::walker::Walker;
use super::xml::{self, Node};
use super::{label, raw_text};
use crate::draft::ChangeKind;
use std::rc::Rc;

impl Walker<'_> {
    /// Walks inline content. Deleted text (`del`, `moveFrom`) is left out; what was inserted is
    /// content like any other.
    pub fn inline<'a>(&mut self, node: Node<'a>, open: &mut Open<'a>) {
        for child in node.children().filter(Node::is_element) {
            match xml::word_name(child) {
                "r" => self.run(child, open),
                "hyperlink" | "smartTag" | "customXml" | "dir" | "bdo" | "rubyBase" => {
                    self.inline(child, open);
                }
                "ins" | "moveTo" => self.inserted(child, open),
                "del" | "moveFrom" => self.deleted(child, open),
                name @ ("commentRangeStart" | "commentRangeEnd") => self.comment_mark(name, child, open),
                "sdt" => {
                    if let Some(content) = xml::child(child, "sdtContent") {
                        self.inline(content, open);
                    }
                }
                "fldSimple" => self.simple_field(child, open),
                "" if xml::is_alternate(child) => {
                    if let Some(branch) = xml::chosen(child) {
                        self.inline(branch, open);
                    }
                }
                "" if matches!(child.tag_name().name(), "oMath" | "oMathPara") => self.formula(child, open),
                _ => {}
            }
        }
    }

    /// What a tracked change brings is content like any other.
    fn inserted<'a>(&mut self, node: Node<'a>, open: &mut Open<'a>) {
        let start = self.text.mark();
        self.inline(node, open);
        let end = self.text.mark();
        // What came and went again is told by what takes it.
        if start != end || !node.children().any(|child| xml::is(child, "del")) {
            open.beside.change(node, insertion(node), start, end, String::new());
        }
    }

    /// What a tracked change takes is no content; a comment on it stands where it was.
    fn deleted(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        let at = self.text.mark();
        open.beside.change(node, deletion(node), at, at, words(node));
        for inner in node.descendants().filter(Node::is_element) {
            self.comment_mark(xml::word_name(inner), inner, open);
        }
    }

    /// Where a comment begins, ends or has its mark; anything else is passed over.
    fn comment_mark(&mut self, name: &str, node: Node<'_>, open: &mut Open<'_>) {
        let event = match name {
            "commentRangeStart" => Event::CommentStart,
            "commentRangeEnd" => Event::CommentEnd,
            "commentReference" => Event::CommentMark,
            _ => return,
        };
        if let Some(id) = xml::attribute(node, "id") {
            open.beside.push(self.text.mark(), event(id.to_owned()));
        }
    }

    /// A run: its properties are the sum of styles and direct formatting. One that pushes no text
    /// leaves no trace.
    fn run<'a>(&mut self, node: Node<'a>, open: &mut Open<'a>) {
        let direct = xml::child(node, "rPr");
        let character = direct.and_then(|props| xml::child_value(props, "rStyle"));
        let mut props = self.run_base(open.base.style, character);
        if let Some(direct) = direct {
            Rc::make_mut(&mut props).overlay(&RunProps::read(direct, &self.definitions.theme));
        }
        let start = self.text.mark();
        open.plain = true;
        let outside = std::mem::replace(&mut self.hidden, props.is_hidden());
        self.run_content(node, &props, open);
        self.hidden = outside;
        for change in direct.into_iter().flat_map(|props| xml::children(props, "rPrChange")) {
            open.beside.change(change, ChangeKind::Formatting, start, self.text.mark(), String::new());
        }
        if self.text.mark() != start {
            let style = props.style(open.plain);
            if let Some(page) = open.pages.last_mut().filter(|page| page.end.is_none() && !page.styled) {
                page.styled = true;
                page.style.clone_from(&style);
            }
            open.runs.push((start, style));
        }
    }

    /// The content of a run, element by element.
    fn run_content<'a>(&mut self, node: Node<'a>, props: &RunProps, open: &mut Open<'a>) {
        for child in node.children().filter(Node::is_element) {
            match xml::word_name(child) {
                "t" => self.letters(child, open),
                "tab" => {
                    self.mark_text(child, "\t", open);
                    open.tabs += 1;
                }
                "ptab" => {
                    self.mark_text(child, "\t", open);
                    open.tab_alignment =
                        xml::attribute(child, "alignment").and_then(super::paragraph_props::alignment);
                }
                "br" => self.line_break(child, open),
                "cr" => self.new_line(child, open),
                "noBreakHyphen" => self.mark_text(child, "-", open),
                "softHyphen" => self.mark_text(child, "\u{AD}", open),
                "sym" => self.symbol(child, open),
                "footnoteReference" => self.note_mark("footnotes", child, open),
                "endnoteReference" => self.note_mark("endnotes", child, open),
                name @ "commentReference" => self.comment_mark(name, child, open),
                "lastRenderedPageBreak" if self.is_on_page() => {
                    open.beside.push(self.text.mark(), Event::Page);
                }
                "fldChar" => self.field_mark(child, props, open),
                "instrText" => self.instruction(child),
                "pgNum" => self.page_mark(props, open),
                "drawing" | "pict" | "object" if self.hidden => {}
                "drawing" => {
                    open.drawings.drawing(child);
                    self.note_pictures(pictures::in_drawing(child), open);
                }
                "pict" | "object" => {
                    open.drawings.picture(child);
                    self.note_pictures(pictures::in_vml(child), open);
                }
                "ruby" => {
                    if let Some(base) = xml::child(child, "rubyBase") {
                        self.inline(base, open);
                    }
                }
                "" if xml::is_alternate(child) => {
                    if let Some(branch) = xml::chosen(child) {
                        self.run_content(branch, props, open);
                    }
                }
                "" if child.tag_name().name() == "symEx" => self.symbol(child, open),
                _ => {}
            }
        }
    }

    /// The mark of a note, which tells where its words belong.
    fn note_mark(&mut self, kind: &'static str, node: Node<'_>, open: &mut Open<'_>) {
        if let Some(id) = xml::attribute(node, "id").filter(|_| !self.hidden) {
            open.beside.push(self.text.mark(), Event::Note((kind, id.to_owned())));
            let paragraph = self.paragraphs.len();
            self.marks.entry((kind, id.to_owned())).or_insert(paragraph);
        }
    }

    /// Pictures stand where the text has come to.
    fn note_pictures(&self, seen: impl IntoIterator<Item = Seen>, open: &mut Open<'_>) {
        for (kind, size) in seen {
            open.beside.push(self.text.mark(), Event::Picture(kind, size));
        }
    }

    /// A break of line, column or page. A page break is no text, but what follows it in the same
    /// paragraph stands on another line.
    fn line_break(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        match xml::attribute(node, "type") {
            Some("page") => {
                if !self.is_text_shown() {
                    return;
                }
                open.breaks.push(self.text.mark());
                if !self.text.is_paragraph_empty() {
                    open.pending_break = Some(node.range());
                }
            }
            // The next column, which is the next page where there is one column.
            _ => self.new_line(node, open),
        }
    }

    /// A line break; tabs are counted from it.
    fn new_line(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        self.mark_text(node, "\n", open);
        open.tabs = 0;
        open.tab_alignment = None;
    }

    /// Pushes the text that an element stands for.
    fn mark_text(&mut self, node: Node<'_>, text: &str, open: &mut Open<'_>) {
        if self.is_text_shown() {
            self.before_text(open);
            let range = node.range();
            self.text.push_element(text, self.part, range.start, range.end);
        }
    }

    /// Puts the line end of a page break before the text that follows it.
    fn before_text(&mut self, open: &mut Open<'_>) {
        if let Some(range) = open.pending_break.take() {
            self.text.push_element("\n", self.part, range.start, range.end);
        }
    }

    /// The text of a `w:t`.
    fn letters(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        if self.is_text_shown() && node.has_children() {
            self.before_text(open);
            open.plain &= raw_text::push(&mut self.text, self.part, node);
        }
    }

    /// A symbol that is named by font and code.
    fn symbol(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        // `w:sym`, and the younger `w16se:symEx` for characters beyond U+FFFF.
        let stated = |name| {
            node.attributes().find(|attribute| attribute.name() == name).map(|found| found.value().trim())
        };
        let code = stated("char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let font = stated("font").is_some_and(label::is_symbol_font);
        if let Some(letter) = code.and_then(char::from_u32) {
            let mut buffer = [0; 4];
            self.mark_text(node, label::shown_symbol(letter, font).encode_utf8(&mut buffer), open);
        }
    }

    /// The letters of a formula, in the style of the paragraph.
    fn formula(&mut self, node: Node<'_>, open: &mut Open<'_>) {
        let start = self.text.mark();
        open.plain = true;
        for text in node.descendants().filter(|inner| inner.tag_name().name() == "t") {
            self.letters(text, open);
        }
        if self.text.mark() != start {
            let style = self.run_base(open.base.style, None).style(open.plain);
            open.runs.push((start, style));
        }
    }
}
