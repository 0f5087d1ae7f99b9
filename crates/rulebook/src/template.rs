//! The small language of skeletons: Markdown with places to fill in and lines that depend on the case.
//!
//! ```text
//! {include header}                 the lines of rules/skeletons/parts/header.md
//! {if level=province from=…}       lines for some drafts alone; ends with {end}, with {else} between
//! {closing}                        the lines up to {end} are the recipients, beside the signature
//! Điều 1. … trên địa bàn {unit}.   a place that the program fills in
//! [nội dung]                       a place that the drafter fills in: plain text
//! ```

use super::bilingual::placeholders;
use crate::vocabulary::Date;
use crate::vocabulary::{Level, OrganKind};
use serde::{Deserialize, Deserializer, Serialize};

/// The lines of a skeleton.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Template(pub Vec<Node>);

/// A line, or what stands for several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Node {
    /// A line of Markdown with its `{places}`.
    Line(String),
    /// The lines of a part, by its name.
    Include(String),
    /// Lines for some drafts alone.
    If {
        /// For which.
        condition: Case,
        /// Their lines.
        then: Vec<Node>,
        /// The lines for all others.
        otherwise: Vec<Node>,
    },
    /// The recipients, which stand beside the signature.
    Closing(Vec<Node>),
}

/// Which drafts lines are for; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// Kinds of organs; any if empty.
    pub organ: Vec<OrganKind>,
    /// Levels; any if empty.
    pub level: Vec<Level>,
    /// Forms; any if empty.
    pub form: Vec<String>,
    /// Whether the draft promulgates a text that is attached to it; either if not given.
    pub attached: Option<bool>,
    /// First day of drafts.
    pub from: Option<Date>,
    /// Last day of drafts.
    pub to: Option<Date>,
}

/// The places that the program fills in.
pub const PLACES: [&str; 22] = [
    "abbreviation",
    "attached",
    "attached_inside",
    "attached_title",
    "attached_upper",
    "competence",
    "form",
    "form_upper",
    "head",
    "issuer",
    "month",
    "organ_abbreviation",
    "organ_lines",
    "place",
    "sentence",
    "speaker",
    "symbol",
    "title",
    "title_inside",
    "unit",
    "unit_word",
    "year",
];

/// What is wrong with a template: its line, from 1, and words in Vietnamese and English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// The line.
    pub line: usize,
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// A block that is not closed yet.
struct Open {
    /// Where it was opened, from 1: what is never closed is told there.
    line: usize,
    /// What stands in it so far.
    nodes: Vec<Node>,
    /// What closes it, and what it becomes then.
    kind: Kind,
}

/// What a block is.
enum Kind {
    /// The file itself, which the end of the text closes.
    File,
    /// The lines after `{if}`.
    Then(Case),
    /// The lines after `{else}`, with the condition and the lines before it.
    Else(Case, Vec<Node>),
    /// The lines after `{closing}`.
    Closing,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Tells the first command that is unknown, misplaced or not closed, and the first unknown place.
    pub fn parse(text: &str) -> Result<Self, TemplateFault> {
        let mut open = vec![Open { line: 1, nodes: Vec::new(), kind: Kind::File }];
        for (index, line) in text.lines().enumerate() {
            step(&mut open, line, index + 1)?;
        }
        match open.pop() {
            Some(Open { nodes, kind: Kind::File, .. }) => Ok(Self(nodes)),
            left => {
                let line = left.map_or(1, |left| left.line);
                Err(fault(line, "thiếu {end} cho dòng này", "{end} is missing for this line"))
            }
        }
    }

    /// Names of the parts that are included, wherever they stand.
    pub fn includes(&self) -> Vec<&str> {
        let mut names = Vec::new();
        visit(&self.0, &mut |node| {
            if let Node::Include(name) = node {
                names.push(name.as_str());
            }
        });
        names
    }

    /// The conditions, wherever they stand.
    pub fn cases(&self) -> Vec<&Case> {
        let mut cases = Vec::new();
        visit(&self.0, &mut |node| {
            if let Node::If { condition, .. } = node {
                cases.push(condition);
            }
        });
        cases
    }
}

/// Shows every node to `see`, with those inside of it.
fn visit<'a>(nodes: &'a [Node], see: &mut impl FnMut(&'a Node)) {
    for node in nodes {
        see(node);
        match node {
            Node::If { then, otherwise, .. } => {
                visit(then, see);
                visit(otherwise, see);
            }
            Node::Closing(lines) => visit(lines, see),
            Node::Line(_) | Node::Include(_) => {}
        }
    }
}

/// Takes one line into the innermost open block.
fn step(open: &mut Vec<Open>, line: &str, number: usize) -> Result<(), TemplateFault> {
    let mut add = |node| open.last_mut().map(|block| block.nodes.push(node)).unwrap_or_default();
    let command = line.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let (word, rest) = command.map_or(("", ""), |command| command.split_once(' ').unwrap_or((command, "")));
    match word {
        "include" => add(Node::Include(rest.trim().to_owned())),
        "if" => {
            let kind = Kind::Then(condition(rest, number)?);
            open.push(Open { line: number, nodes: Vec::new(), kind });
        }
        "closing" => open.push(Open { line: number, nodes: Vec::new(), kind: Kind::Closing }),
        "else" => otherwise(open, number)?,
        "end" => end(open, number)?,
        _ => {
            if let Some(name) = placeholders(line).find(|name| !PLACES.contains(name)) {
                let hint = super::suggest::hint(name, PLACES);
                return Err(fault(
                    number,
                    &format!("không có chỗ điền {{{name}}}{}", hint.vi),
                    &format!("there is no place {{{name}}}{}", hint.en),
                ));
            }
            add(Node::Line(line.to_owned()));
        }
    }
    Ok(())
}

/// `{else}`: the lines so far are those of the condition.
///
/// # Errors
/// No `{if}` is open.
fn otherwise(open: &mut Vec<Open>, number: usize) -> Result<(), TemplateFault> {
    match open.pop() {
        Some(Open { line, nodes, kind: Kind::Then(condition) }) => {
            open.push(Open { line, nodes: Vec::new(), kind: Kind::Else(condition, nodes) });
            Ok(())
        }
        _ => Err(fault(number, "{else} không đi với {if} nào", "{else} belongs to no {if}")),
    }
}

/// `{end}`: the innermost block becomes a node of the one around it.
///
/// # Errors
/// Nothing is open.
fn end(open: &mut Vec<Open>, number: usize) -> Result<(), TemplateFault> {
    let Some(Open { nodes, kind, .. }) = open.pop() else { return Ok(()) };
    let node = match kind {
        Kind::Then(condition) => Node::If { condition, then: nodes, otherwise: Vec::new() },
        Kind::Else(condition, then) => Node::If { condition, then, otherwise: nodes },
        Kind::Closing => Node::Closing(nodes),
        Kind::File => return Err(fault(number, "{end} thừa", "{end} closes nothing")),
    };
    if let Some(block) = open.last_mut() {
        block.nodes.push(node);
    }
    Ok(())
}

/// Reads `level=province,commune from=2025-07-01`; names of forms join their words by `_`.
fn condition(words: &str, line: usize) -> Result<Case, TemplateFault> {
    let mut condition = Case::default();
    for word in words.split_whitespace() {
        let known = word.split_once('=').is_some_and(|(key, value)| take(&mut condition, key, value));
        if !known {
            return Err(fault(
                line,
                &format!("không hiểu điều kiện “{word}”"),
                &format!("the condition “{word}” cannot be understood"),
            ));
        }
    }
    Ok(condition)
}

/// Adds a key with its values to a condition; `false` if it is none.
fn take(condition: &mut Case, key: &str, value: &str) -> bool {
    fn list<T: serde::de::DeserializeOwned>(value: &str) -> Option<Vec<T>> {
        value.split(',').map(|word| serde_json::from_value(word.into()).ok()).collect()
    }
    fn set<T>(place: &mut T, value: Option<T>) -> bool {
        value.map(|value| *place = value).is_some()
    }
    match key {
        "organ" => set(&mut condition.organ, list(value)),
        "level" => set(&mut condition.level, list(value)),
        "form" => set(&mut condition.form, list(&value.replace('_', " "))),
        "attached" => set(&mut condition.attached, value.parse().ok().map(Some)),
        "from" => set(&mut condition.from, value.parse().ok().map(Some)),
        "to" => set(&mut condition.to, value.parse().ok().map(Some)),
        _ => false,
    }
}

/// A fault at a line, from 1.
fn fault(line: usize, vi: &str, en: &str) -> TemplateFault {
    TemplateFault { line, vi: vi.to_owned(), en: en.to_owned() }
}

impl<'de> Deserialize<'de> for Template {
    /// Reads the lines as the build wrote them.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Node>::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_nested() {
        let text = "A {unit}\n{if level=province}\nB\n{if attached=true}\nC\n{else}\nD\n{end}\n{end}\n{closing}\n- E;\n{end}\n";
        let template = Template::parse(text).expect("sound");
        assert_eq!(template.0.len(), 3);
        let Node::If { condition, then, otherwise } = &template.0[1] else { panic!("a condition") };
        assert_eq!(condition.level, [Level::Province]);
        assert!(then.len() == 2 && otherwise.is_empty());
        assert!(matches!(&template.0[2], Node::Closing(lines) if lines.len() == 1));
    }

    #[test]
    fn faults_are_told_with_their_line() {
        for (text, line) in [
            ("A\n{if level=provinz}\n{end}", 2),
            ("A\n\n{if level=province}\nB", 3),
            ("A\n{end}", 2),
            ("{else}", 1),
            ("A\nB {unlt}", 2),
        ] {
            assert_eq!(Template::parse(text).expect_err("a fault").line, line, "{text}");
        }
    }
}
