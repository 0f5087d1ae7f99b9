//! What stands between paragraphs or holds whole ones: ends of comments, tracked changes, imported files.

use super::beside::{deletion, insertion, words};
use super::walker::Walker;
use super::xml::{self, Node};
use crate::draft::{Picture, PictureKind, Story};
use crate::text::Span;

impl Walker<'_> {
    /// Notes where the range of a comment begins or ends between paragraphs. One that ends there ends
    /// with the words before.
    pub fn comment_edge(&mut self, node: Node<'_>, begins: bool) {
        let Some(id) = xml::attribute(node, "id") else { return };
        let at = self.text.next_offset();
        let range = self.beside.comment(id.to_owned());
        if begins {
            range.start = Some(at);
        } else {
            range.end = Some(at.saturating_sub(1).max(range.start.unwrap_or(0)));
        }
    }

    /// Walks paragraphs that a tracked change brings.
    pub fn inserted_blocks(&mut self, node: Node<'_>) {
        let start = self.text.next_offset();
        self.blocks(node);
        let span = Span::new(start, self.text.next_offset());
        self.beside.change(node, insertion(node), span, String::new());
    }

    /// Notes paragraphs that a tracked change takes.
    pub fn deleted_blocks(&mut self, node: Node<'_>) {
        let at = Span::at(self.text.next_offset());
        self.beside.change(node, deletion(node), at, words(node));
    }

    /// Notes a file that Word would take into the text here.
    pub fn import(&mut self) {
        let (at, paragraph) = (self.text.next_offset(), self.paragraphs.len());
        self.beside.pictures.push(Picture { kind: PictureKind::Import, at, paragraph, size: None });
    }

    /// Whether the last printed pages of the body are known here.
    pub fn is_on_page(&self) -> bool {
        self.story == Story::Body && !self.here.in_box
    }

    /// Notes that a paragraph is not there once its deletion is accepted.
    pub fn unseen_paragraph(&mut self, props: Node<'_>) {
        let at = Span::at(self.text.next_offset());
        let mark = xml::child(props, "rPr");
        for node in mark.into_iter().flat_map(|mark| mark.children()) {
            if matches!(xml::word_name(node), "del" | "moveFrom") {
                self.beside.change(node, deletion(node), at, "\n".to_owned());
            }
        }
    }

    /// Notes what the properties of a finished paragraph say of changes: of its end, of its look.
    pub fn paragraph_changes(&mut self, props: Node<'_>, span: Span) {
        let end = Span::new(span.end, span.end + 1);
        let mark = xml::child(props, "rPr");
        for node in mark.into_iter().flat_map(|mark| mark.children()) {
            match xml::word_name(node) {
                "ins" | "moveTo" => self.beside.change(node, insertion(node), end, String::new()),
                "del" | "moveFrom" => {
                    self.beside.change(node, deletion(node), Span::at(span.end), "\n".to_owned());
                }
                _ => {}
            }
        }
        self.beside.formatting(mark, end);
        self.beside.formatting(Some(props), span);
        self.beside.formatting(xml::child(props, "sectPr"), span);
    }
}
