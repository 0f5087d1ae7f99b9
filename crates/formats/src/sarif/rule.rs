//! Rules: what they demand, why, by which law.

use crate::told::Unruled;
use serde::Serialize;
use thethuc_core::report::citing;
use thethuc_core::report::format::Setting;
use thethuc_core::report::model::Rule;
use thethuc_core::rulebook::vocabulary::Language;

/// Where the pages of rules stand in the repository; what comes behind it is the same at every address.
const PAGES: &str = "docs/rules/";

/// A rule that found something. The address of its page is that which the owner of the drafts tells.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    id: String,
    short_description: Text,
    full_description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Text>,
    properties: Tags,
}

/// Words, with the same in Markdown where that says more.
#[derive(Serialize)]
pub struct Text {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

#[derive(Serialize)]
struct Tags {
    tags: Vec<String>,
}

impl Text {
    /// Words without Markdown.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), markdown: None }
    }
}

impl Descriptor {
    /// The rule of that id; an id is all that is known of one that the book does not hold.
    pub fn of(id: &str, setting: &Setting<'_>) -> Self {
        let language = setting.language;
        let rule = setting.names.rule(id);
        let title = rule.as_ref().map_or(id, |rule| rule.title.in_language(language));
        let why = rule.as_ref().and_then(|rule| rule.why.as_ref()).map(|why| why.in_language(language));
        let group = id.split('/').next().unwrap_or_default();
        Self {
            id: id.to_owned(),
            short_description: Text::plain(title),
            full_description: Text::plain(why.unwrap_or(title)),
            help_uri: rule.as_ref().and_then(|rule| address(rule.page.as_deref()?, setting.names.pages()?)),
            help: rule.as_ref().map(|rule| help(id, rule, language)),
            properties: Tags { tags: vec![group.to_owned()] },
        }
    }

    /// What stands in the place of a rule.
    pub fn unruled(own: Unruled, language: Language) -> Self {
        let help = own.help(language);
        Self {
            id: own.id().to_owned(),
            short_description: Text::plain(own.title(language)),
            full_description: Text::plain(own.title(language)),
            help_uri: None,
            help: Some(Text { text: help.to_owned(), markdown: Some(help.to_owned()) }),
            properties: Tags { tags: vec!["input".to_owned()] },
        }
    }
}

/// The page of a rule at an address.
fn address(page: &str, pages: &str) -> Option<String> {
    Some(format!("{}/{}", pages.trim_end_matches('/'), page.strip_prefix(PAGES)?))
}

/// What to do, why, what is wrong by an example, and the law, under headings.
fn help(id: &str, rule: &Rule, language: Language) -> Text {
    let told = |words: &thethuc_core::finding::Words| words.in_language(language).to_owned();
    let law: Vec<String> = rule
        .law
        .iter()
        .map(|own| {
            let title = own.title.in_language(language);
            let own =
                citing::Provision { at: &own.at, number: &own.instrument, title, evidence: own.evidence };
            citing::provision(&own, &[], language)
        })
        .collect();
    let sections = [
        (language.pick("Cách sửa", "What to do"), rule.help.as_ref().map(told).into_iter().collect()),
        (language.pick("Vì sao", "Why"), rule.why.as_ref().map(told).into_iter().collect()),
        (language.pick("Ví dụ sai", "A wrong example"), rule.example.iter().cloned().collect()),
        (language.pick("Căn cứ", "Law"), law),
        (language.pick("Trang hướng dẫn", "Page"), rule.page.iter().cloned().collect()),
        (language.pick("Xem thêm", "More"), vec![format!("thethuc explain {id}")]),
    ];
    let mut text = String::new();
    let mut markdown = String::new();
    for (heading, lines) in sections.iter().filter(|(_, lines): &&(&str, Vec<String>)| !lines.is_empty()) {
        text.extend([heading, ": ", &lines.join("; "), "\n"]);
        markdown.extend(["**", heading, "**\n\n"]);
        let lines: Vec<_> = lines.iter().map(|line| escaped(line)).collect();
        let points =
            if let [line] = lines.as_slice() { line.clone() } else { format!("- {}", lines.join("\n- ")) };
        markdown.extend([&points, "\n\n"]);
    }
    Text { text: text.trim_end().to_owned(), markdown: Some(markdown.trim_end().to_owned()) }
}

/// Words in Markdown that mean nothing but themselves.
fn escaped(words: &str) -> String {
    let mut written = String::new();
    for letter in words.chars() {
        match letter {
            '\n' => written.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => written.extend(['\\', letter]),
            _ => written.push(letter),
        }
    }
    written
}
