//! Words and what stands between them.

use super::Pen;
use crate::escape::shown;
use thethuc_core::draft::{Capitals, PictureKind, RunStyle, Script};
use thethuc_core::view::{Inline, ParagraphView, RunView};

impl<'a> Pen<'a, '_> {
    pub(super) fn inlines(&mut self, own: &ParagraphView<'a>) {
        for inline in &own.inlines {
            match inline {
                Inline::Run(run) => self.run(run),
                Inline::Point(mark) => self.number(*mark),
                Inline::Note(index) => {
                    let (key, number) = (self.key, index + 1);
                    self.put(&format!(
                        "<sup data-beside><a id=\"{key}u{number}\" href=\"#{key}t{number}\">{number}</a></sup>"
                    ));
                }
                Inline::Picture(own) => {
                    let name = match own.kind {
                        PictureKind::Picture => self.l.say("ảnh", "picture"),
                        PictureKind::Object => self.l.say("đối tượng nhúng", "embedded object"),
                        PictureKind::Import => self.l.say("tệp chèn vào", "file taken in"),
                    };
                    self.put(&format!("<span class=\"pic\" data-beside>[{name}]</span>"));
                }
                Inline::Gone(index) => {
                    let words = self.view.changes.get(*index).map_or("", |change| change.words.as_str());
                    self.put(&format!("<del data-beside>{}</del>", shown(words)));
                }
                Inline::CommentStart(_) | Inline::CommentEnd(_) => {}
            }
        }
    }

    fn run(&mut self, run: &RunView<'a>) {
        if run.text.is_empty() {
            return;
        }
        for mark in &run.marks {
            if self.named.insert(*mark) {
                self.number(*mark);
            }
        }
        let mut classes: Vec<&str> = run.style.map(|style| look(style, self.has_look)).unwrap_or_default();
        let is_new = run.changes.iter().filter_map(|change| self.view.changes.get(*change));
        let is_new = is_new.into_iter().any(|change| change.kind.brings_words());
        let name = match (run.marks.is_empty(), is_new) {
            (false, _) => "mark",
            (true, true) => "ins",
            (true, false) => "span",
        };
        if !run.marks.is_empty() {
            classes.insert(0, self.gravest(&run.marks));
            classes.extend(is_new.then_some("new"));
        }
        let words = shown(run.text);
        if name == "span" && classes.is_empty() {
            self.put(&words);
            return;
        }
        let classes =
            if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
        self.put(&format!("<{name}{classes}>{words}</{name}>"));
    }
}

/// The classes of a look. Markdown's emphasis is shown as it was written.
fn look(style: &RunStyle, has_look: bool) -> Vec<&'static str> {
    let is = |value: Option<bool>| value == Some(true);
    let mut classes = Vec::new();
    classes.extend(is(style.bold).then_some("b"));
    classes.extend(is(style.italic).then_some("i"));
    classes.extend(is(style.underline).then_some("ul"));
    classes.extend(is(style.strike).then_some("st"));
    match style.capitals {
        Some(Capitals::All) => classes.push("caps"),
        Some(Capitals::Small) => classes.push("small"),
        Some(Capitals::AsTyped) | None => {}
    }
    match style.script {
        Script::Super => classes.push("sup"),
        Script::Sub => classes.push("sub"),
        Script::Baseline => {}
    }
    classes.extend((has_look && style.size.is_some_and(|size| size <= 12.0)).then_some("sm"));
    classes
}
