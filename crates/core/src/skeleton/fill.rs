//! From the lines of a model to Markdown.

use super::choose::Choice;
use super::places::Values;
use crate::document::Class;
use crate::rulebook::bilingual::fill as fill_places;
use crate::rulebook::{Case, Node};

/// Parts may include parts so deep.
const DEPTH: usize = 8;

/// The Markdown of a draft.
pub fn fill(choice: &Choice<'_>, values: &Values) -> String {
    let mut filler = Filler { choice, values, lines: Vec::new() };
    filler.nodes(&choice.model.body.0, 0);
    let mut markdown = String::new();
    // Lines that were left out leave blank lines behind: one is enough.
    for line in filler.lines {
        let blank = line.trim().is_empty();
        if !(blank && (markdown.is_empty() || markdown.ends_with("\n\n"))) {
            markdown.push_str(&line);
            markdown.push('\n');
        }
    }
    let end = markdown.trim_end().len();
    markdown.truncate(end);
    markdown + "\n"
}

/// Collects the lines.
struct Filler<'a> {
    /// Which parts apply, and the models that they come from.
    choice: &'a Choice<'a>,
    /// What the places are filled with.
    values: &'a Values,
    /// The lines so far.
    lines: Vec<String>,
}

impl Filler<'_> {
    /// Writes the nodes of a model or part; what is nested too deep is left out, for a part may include
    /// itself.
    fn nodes(&mut self, nodes: &[Node], depth: usize) {
        if depth > DEPTH {
            return;
        }
        for node in nodes {
            match node {
                Node::Line(line) => {
                    let line = fill_places(line, |name| self.values.get(name).map(String::as_str));
                    self.lines.push(line);
                }
                Node::Include(name) => {
                    if let Some(part) = self.choice.skeletons.parts.get(name) {
                        self.nodes(&part.0, depth + 1);
                    }
                }
                Node::If { condition, then, otherwise } => {
                    let chosen = if self.holds(condition) { then } else { otherwise };
                    self.nodes(chosen, depth + 1);
                }
                Node::Closing(recipients) => self.closing(recipients, depth),
            }
        }
    }

    /// Whether all of a condition holds; a list that is empty asks nothing.
    fn holds(&self, condition: &Case) -> bool {
        let choice = self.choice;
        let organ = &choice.named.organ;
        (condition.organ.is_empty() || condition.organ.contains(&organ.kind))
            && (condition.level.is_empty() || condition.level.contains(&organ.level))
            && (condition.form.is_empty() || condition.form.contains(&choice.form.name))
            && condition.attached.is_none_or(|attached| attached == choice.attached.is_some())
            && condition.from.is_none_or(|from| from <= choice.day)
            && condition.to.is_none_or(|to| choice.day <= to)
    }

    /// The table of recipients and signature.
    fn closing(&mut self, recipients: &[Node], depth: usize) {
        let before = self.lines.len();
        self.nodes(recipients, depth + 1);
        let recipients: Vec<String> =
            self.lines.drain(before..).filter(|line| !line.trim().is_empty()).collect();
        let signature: Vec<String> = self.signature().iter().map(|line| format!("**{line}**")).collect();
        let left = match recipients.as_slice() {
            [] => String::new(),
            items => format!("*Nơi nhận:*<br>{}", items.join("<br>")),
        };
        self.lines.push(format!("| {left} | {}<br>**[Họ và tên]** |", signature.join("<br>")));
        self.lines.push("|---|---|".to_owned());
    }

    /// The signing lines: those of the authority matrix where it states them, else those of the organ.
    fn signature(&self) -> Vec<String> {
        let (named, guise) = (&self.choice.named, self.choice.named.guise);
        let stated = self.choice.power.filter(|_| self.choice.class == Class::Normative);
        let stated = stated.and_then(|power| power.signature.as_ref()?.first());
        let usual = guise.signature_of.get(&self.choice.form.name).unwrap_or(&guise.signature);
        stated.unwrap_or(usual).iter().map(|line| named.fill(line)).collect()
    }
}
