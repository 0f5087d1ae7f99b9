//! The comments that stand in a document: what they say, who answered, and where their markup is.

use super::super::{Answer, Mark, Standing};
use super::EditError;
use crate::read::docx::package::{Package, Part, Relationship};
use crate::read::docx::xml::{self, Node};
use crate::text::vietnamese::squeeze;
use std::collections::BTreeMap;
use std::ops::Range;

/// A comment of the file.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Its id, which ranges refer to.
    pub id: String,
    /// Its element in the part of comments.
    pub range: Range<usize>,
    /// Ids of its paragraphs, to which settled states and answers refer.
    pub paragraphs: Vec<String>,
    /// Who made it.
    pub author: String,
    /// When.
    pub moment: Option<String>,
    /// Its lines.
    pub lines: Vec<String>,
    /// Id of a paragraph of the comment that it answers.
    pub answers: Option<String>,
    /// Whether somebody set it to be settled.
    pub settled: bool,
    /// The letters of the main part that it stands on, counted from its first one.
    pub stands_on: Option<Range<usize>>,
}

/// What begins a comment by which a person answers one of ours. Some programs do not say which comment is
/// an answer to which when they save a file: then these words on the very same letters tell.
const ANSWERS: [&str; 2] = ["giữ nguyên", "bỏ qua"];

impl Comment {
    /// Whether it can only be an answer, though the file does not say so.
    fn is_answer_by_words(&self) -> bool {
        let words = self.lines.join(" ").to_lowercase();
        self.answers.is_none() && ANSWERS.iter().any(|own| words.starts_with(own))
    }
}

/// The parts about comments that a document has.
pub struct Comments {
    /// The part of comments.
    pub part: Option<Part>,
    /// The parts beside it that speak of comments by the ids of their paragraphs, or by what those lead to.
    pub beside: Vec<Part>,
    /// The comments in order of the part.
    pub all: Vec<Comment>,
}

/// Kinds of relationships of parts that speak of comments by the ids of their paragraphs ([MS-DOCX] 2.2).
const BESIDE: [&str; 3] = ["commentsExtended", "commentsIds", "commentsExtensible"];

impl Comments {
    /// Reads them.
    ///
    /// # Errors
    /// A part is damaged, or its XML is broken.
    pub fn read(
        package: &mut Package<'_>,
        main: &Part,
        relations: &[Relationship],
    ) -> Result<Self, EditError> {
        let of = |kind: &str| relations.iter().find(|own| own.kind == kind).map(|own| own.target.clone());
        let part = match of("comments") {
            Some(target) => package.part(&target)?,
            None => None,
        };
        let mut beside = Vec::new();
        for target in BESIDE.into_iter().filter_map(of) {
            beside.extend(package.part(&target)?);
        }
        let mut all = match &part {
            Some(part) => comments(part)?,
            None => Vec::new(),
        };
        for part in &beside {
            note_states(part, &mut all)?;
        }
        if !all.is_empty() {
            note_letters(main, &mut all)?;
        }
        Ok(Self { part, beside, all })
    }

    /// What stands in the file, thread by thread: ours with all answers to them, and the other comments
    /// that begin a thread.
    pub fn standing(&self) -> Vec<(Standing, Vec<&Comment>)> {
        let leads: BTreeMap<&str, usize> = self
            .all
            .iter()
            .enumerate()
            .flat_map(|(at, own)| own.paragraphs.iter().map(move |id| (id.as_str(), at)))
            .collect();
        let head = |comment: &Comment| match &comment.answers {
            Some(answered) => leads.get(answered.as_str()).copied(),
            None if comment.is_answer_by_words() => self.on_same_letters(comment),
            None => None,
        };
        let mut threads: Vec<(Standing, Vec<&Comment>)> = Vec::new();
        let mut thread_of: BTreeMap<usize, usize> = BTreeMap::new();
        // Answers by their words may stand before what they answer.
        let (begin_threads, answer): (Vec<_>, Vec<_>) =
            self.all.iter().enumerate().partition(|(_, comment)| head(comment).is_none());
        for (at, comment) in begin_threads.into_iter().chain(answer) {
            let answered = head(comment).filter(|head| *head != at).and_then(|head| thread_of.get(&head));
            if let Some(&thread) = answered {
                let (standing, members) = &mut threads[thread];
                standing.answers.push(Answer {
                    author: comment.author.clone(),
                    moment: comment.moment.clone(),
                    words: comment.lines.join("\n"),
                });
                standing.settled |= comment.settled;
                members.push(comment);
                thread_of.insert(at, thread);
            } else {
                thread_of.insert(at, threads.len());
                threads.push((begin(comment), vec![comment]));
            }
        }
        threads
    }
}

impl Comments {
    /// The one of ours that stands on the same letters as a comment; the nearest by number where there are
    /// several.
    fn on_same_letters(&self, comment: &Comment) -> Option<usize> {
        let number = |own: &Comment| own.id.parse::<i64>().unwrap_or(i64::MAX);
        let ours = self.all.iter().enumerate().filter(|(_, own)| {
            own.stands_on.is_some() && own.stands_on == comment.stands_on && Mark::read(&own.lines).is_some()
        });
        ours.min_by_key(|(_, own)| number(own).abs_diff(number(comment))).map(|(at, _)| at)
    }
}

/// Notes which letters of the main part each comment stands on.
///
/// # Errors
/// Its XML is broken.
fn note_letters(main: &Part, all: &mut [Comment]) -> Result<(), EditError> {
    let document = xml::parse(&main.name, &main.text)?;
    let mut letters = 0;
    let mut found: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let id = || xml::attribute(node, "id").unwrap_or_default().to_owned();
        match xml::word_name(node) {
            "t" => letters += node.text().map_or(0, str::len),
            "commentRangeStart" => {
                found.insert(id(), letters..letters);
            }
            // A comment without a range stands at its reference.
            "commentRangeEnd" | "commentReference" => {
                let own = found.entry(id()).or_insert(letters..letters);
                if xml::is(node, "commentRangeEnd") {
                    own.end = letters;
                }
            }
            _ => {}
        }
    }
    for comment in all {
        comment.stands_on = found.remove(&comment.id);
    }
    Ok(())
}

/// What a comment that begins a thread says.
fn begin(comment: &Comment) -> Standing {
    let mark = Mark::read(&comment.lines);
    let lines = match mark {
        Some(_) => comment.lines.split_last().map_or(&[][..], |(_, lines)| lines),
        None => &comment.lines,
    };
    Standing {
        edited: mark.as_ref().is_some_and(|(_, untouched)| !untouched),
        mark: mark.map(|(mark, _)| mark),
        author: comment.author.clone(),
        moment: comment.moment.clone(),
        words: lines.join("\n"),
        settled: comment.settled,
        answers: Vec::new(),
    }
}

/// The comments of their part.
///
/// # Errors
/// Its XML is broken.
fn comments(part: &Part) -> Result<Vec<Comment>, EditError> {
    let document = xml::parse(&part.name, &part.text)?;
    let each = xml::children(document.root_element(), "comment").map(|node| {
        let paragraphs = node.descendants().filter(|own| xml::is(*own, "p"));
        let mut lines: Vec<String> = paragraphs.clone().map(|own| squeeze(&words(own))).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        Comment {
            id: xml::attribute(node, "id").unwrap_or_default().to_owned(),
            range: node.range(),
            paragraphs: paragraphs.filter_map(|own| paragraph_id(own, "paraId")).collect(),
            author: xml::attribute(node, "author").unwrap_or_default().to_owned(),
            moment: xml::attribute(node, "date").map(str::to_owned),
            lines,
            answers: None,
            settled: false,
            stands_on: None,
        }
    });
    Ok(each.collect())
}

/// The words of a paragraph of a comment.
fn words(paragraph: Node<'_>) -> String {
    let mut words = String::new();
    for node in paragraph.descendants() {
        match xml::word_name(node) {
            "t" => words.extend(node.descendants().filter_map(|own| own.is_text().then(|| own.text())?)),
            "tab" | "br" | "cr" => words.push(' '),
            _ => {}
        }
    }
    words
}

/// An attribute of the later namespaces of Word, which is known by its local name.
fn paragraph_id(node: Node<'_>, name: &str) -> Option<String> {
    node.attributes().find(|own| own.name() == name).map(|own| own.value().to_ascii_uppercase())
}

/// Notes what a part beside the comments says of them: answers and settled states.
///
/// # Errors
/// Its XML is broken.
fn note_states(part: &Part, all: &mut [Comment]) -> Result<(), EditError> {
    let document = xml::parse(&part.name, &part.text)?;
    for node in document.root_element().children().filter(|node| node.tag_name().name() == "commentEx") {
        let Some(id) = paragraph_id(node, "paraId") else { continue };
        let Some(comment) = all.iter_mut().find(|own| own.paragraphs.contains(&id)) else { continue };
        comment.answers = paragraph_id(node, "paraIdParent");
        comment.settled =
            node.attributes().any(|own| own.name() == "done" && matches!(own.value(), "1" | "true" | "on"));
    }
    Ok(())
}

/// The entries of a part beside the comments that speak of the comments with these paragraphs; `leads`
/// collects what such an entry leads to in the next part (a durable id).
///
/// # Errors
/// Its XML is broken.
pub fn entries_of(
    part: &Part,
    paragraphs: &[&str],
    leads: &mut Vec<String>,
) -> Result<Vec<Range<usize>>, EditError> {
    let document = xml::parse(&part.name, &part.text)?;
    let mut ranges = Vec::new();
    for node in document.root_element().children().filter(Node::is_element) {
        let of_paragraph = paragraph_id(node, "paraId").is_some_and(|id| paragraphs.contains(&id.as_str()));
        let durable = paragraph_id(node, "durableId");
        if of_paragraph {
            leads.extend(durable);
            ranges.push(node.range());
        } else if durable.is_some_and(|id| paragraph_id(node, "paraId").is_none() && leads.contains(&id)) {
            ranges.push(node.range());
        }
    }
    Ok(ranges)
}
