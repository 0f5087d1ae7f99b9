//! Fields: only their results are text; `PAGE` fields are page numbers.
//!
//! A complex field is begin, instruction, separator, result and end, spread over runs and at times over
//! paragraphs, and one may lie in the instruction of another; so open fields are a stack.

use super::label;
use super::open::{Open, OpenPage};
use super::run_props::RunProps;
use super::walker::{Field, Walker};
use super::xml::{self, Node};
use crate::draft::{Alignment, NumberFormat, RunStyle};
use crate::text::Mark;

/// The longest instruction that is kept, in bytes.
const LONGEST_INSTRUCTION: usize = 4_096;

impl Walker<'_> {
    /// Whether text is content here, neither part of an instruction nor hidden.
    pub fn is_text_shown(&self) -> bool {
        !self.hidden && self.in_results()
    }

    /// Whether the results of all open fields have begun. There may be thousands of them.
    fn in_results(&self) -> bool {
        self.fields.last().is_none_or(|field| field.in_result && field.within_results)
    }

    /// A `fldSimple`: its instruction is an attribute, its content is the result.
    pub fn simple_field<'a>(&mut self, node: Node<'a>, open: &mut Open<'a>) {
        let instruction = xml::attribute(node, "instr").unwrap_or_default().to_owned();
        let is_page = is_page(&instruction);
        if is_page && self.is_text_shown() {
            let style = self.run_base(open.base.style, None).style(true);
            self.note_page(style, &instruction, open);
        }
        self.inline(node, open);
        if is_page {
            end_page(self.text.mark(), open);
        }
    }

    /// A `fldChar`: begin, separate or end of a complex field.
    pub fn field_mark(&mut self, node: Node<'_>, props: &RunProps, open: &mut Open<'_>) {
        match xml::attribute(node, "fldCharType") {
            Some("begin") => {
                let within_results = self.in_results();
                self.fields.push(Field { within_results, ..Field::default() });
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
                self.note_open_field(props, open);
            }
            Some("end") => {
                // A field may have no result at all.
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
                self.note_open_field(props, open);
                if self.fields.pop().is_some_and(|field| field.noted) {
                    end_page(self.text.mark(), open);
                }
            }
            _ => {}
        }
    }

    /// Notes the innermost field as a page number, once, when its instruction is complete.
    fn note_open_field(&mut self, props: &RunProps, open: &mut Open<'_>) {
        if !self.is_text_shown() {
            return;
        }
        let Some(field) = self.fields.last_mut().filter(|field| !field.noted) else { return };
        if is_page(&field.instruction) {
            field.noted = true;
            let instruction = std::mem::take(&mut field.instruction);
            self.note_page(props.style(true), &instruction, open);
        }
    }

    /// Part of an instruction; it may be split over runs.
    pub fn instruction(&mut self, node: Node<'_>) {
        let text = node.text().unwrap_or_default();
        if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result)
            && field.instruction.len() + text.len() <= LONGEST_INSTRUCTION
        {
            field.instruction.push_str(text);
        }
    }

    /// The old `pgNum`, a page number that is no field.
    pub fn page_mark(&self, props: &RunProps, open: &mut Open<'_>) {
        if self.is_text_shown() {
            self.note_page(props.style(true), "", open);
            end_page(self.text.mark(), open);
        }
    }

    /// Notes a page-number field that begins here.
    fn note_page(&self, style: RunStyle, instruction: &str, open: &mut Open<'_>) {
        let mark = self.text.mark();
        open.pages.push(OpenPage {
            start: mark,
            end: None,
            style,
            styled: false,
            alignment: self.page_alignment(open),
            format: format(instruction),
        });
    }

    /// Where a page number stands: an absolute tab, a tab stop, the alignment of its paragraph,
    /// and, where that is flush left, of the frame or text box around it.
    fn page_alignment(&self, open: &Open<'_>) -> Option<Alignment> {
        let props = &open.base.props;
        let own = props.alignment.unwrap_or(Alignment::Left);
        if open.tab_alignment.is_some() {
            return open.tab_alignment;
        }
        if matches!(own, Alignment::Center | Alignment::Right) {
            return Some(own);
        }
        if open.tabs > 0 {
            return props.tab_alignment(open.tabs).or(Some(own));
        }
        props.frame.or(self.here.box_alignment).or(Some(own))
    }
}

/// The result of the last open page number ends here.
fn end_page(mark: Mark, open: &mut Open<'_>) {
    if let Some(page) = open.pages.last_mut().filter(|page| page.end.is_none()) {
        page.end = Some(mark);
    }
}

/// Whether the instruction asks for the number of the page; `NUMPAGES` and the like do not.
fn is_page(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PAGE"))
}

/// The format that a switch `\* roman` asks for.
fn format(instruction: &str) -> Option<NumberFormat> {
    instruction.split("\\*").skip(1).find_map(|rest| {
        let word = rest.split_whitespace().next()?;
        let keeps = ["MERGEFORMAT", "CHARFORMAT"].iter().any(|known| word.eq_ignore_ascii_case(known));
        (!keeps).then(|| label::page_format(word))
    })
}
