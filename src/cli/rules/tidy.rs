//! `thethuc rules fmt`: one way to write rule files. Comments and what the files say stay as they are; a file of
//! which that cannot be proved is left alone.

use super::super::args::RulesFmtArgs;
use super::super::bytes::{lost, shown};
use super::super::output::{Failure, Output, complain};
use super::super::whole_file::WholeFile;
use super::super::{Status, folder, words};
use pretty_yaml::config::{FormatOptions, LanguageOptions, LayoutOptions};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::RuleFile;
use thethuc_core::rulebook::yaml::{self, Fault};

/// The keys of a rule, in their order.
const ORDER: [&str; 19] = [
    "title",
    "was",
    "law",
    "severity",
    "stages",
    "applies",
    "except",
    "when",
    "select",
    "check",
    "message",
    "help",
    "says",
    "why",
    "one-finding",
    "yields-to",
    "variants",
    "fix",
    "examples",
];

/// Keys that every rule has, and no other file.
const OF_A_RULE: [&str; 2] = ["select", "message"];

/// Columns from which on a list between brackets is broken: none. Sentences for people are long, and an example reads
/// best in one line; who breaks one keeps it so.
const WIDTH: usize = 10_000;

/// Brings the files into order, or tells which are not.
///
/// # Errors
/// The output is closed. What is wrong with a file is told, and stops none of the others.
pub fn run(arguments: &RulesFmtArgs, output: &mut Output) -> Result<Status, Failure> {
    let language = output.screen.language;
    let (mut status, mut touched, mut all) = (Status::Clean, 0, 0);
    for path in files(&arguments.paths) {
        all += 1;
        let ended = tidied(&path).and_then(|text| match text {
            Some(text) if !arguments.check => write(&path, &text).map(|()| true),
            text => Ok(text.is_some()),
        });
        match ended {
            Ok(false) => {}
            Ok(true) => {
                touched += 1;
                output.write(&format!("{}\n", shown(&path)))?;
                status = status.max(if arguments.check { Status::Findings } else { Status::Clean });
            }
            Err(fault) => {
                complain(fault.in_language(language), language);
                status = Status::Misuse;
            }
        }
    }
    let told = if arguments.check {
        words(
            format!("{touched} trong {all} tệp chưa đúng cách trình bày.\n"),
            format!("{touched} of {all} files are not in order.\n"),
        )
    } else {
        words(
            format!("Đã trình bày lại {touched} trong {all} tệp.\n"),
            format!("{touched} of {all} files were changed.\n"),
        )
    };
    output.write(told.in_language(language))?;
    Ok(status)
}

/// The files that are named, and those of rule books in folders. Lists of units and manuals are none.
fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let is_yaml = |path: &str| Path::new(path).extension().is_some_and(|own| own == "yaml" || own == "yml");
    let mut all = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = folder::read(path);
            let lost = found.lost.iter().map(|fault| fault.file.as_str()).filter(|own| is_yaml(own));
            let read = found.files.iter().map(|file| file.path.as_str()).filter(|own| is_yaml(own));
            let mut names: Vec<&str> = read.chain(lost).collect();
            names.sort_unstable();
            all.extend(names.into_iter().map(|own| path.join(own)));
        } else {
            all.push(path.clone());
        }
    }
    all
}

/// The text of a file in order; none where it is so already.
fn tidied(path: &Path) -> Result<Option<String>, Words> {
    let bytes = super::super::bytes::read_file(path).map_err(|error| lost(path, &error))?;
    let name = shown(path);
    let at = |fault: &Words, line: usize, column: usize| {
        words(
            format!("{name}:{line}:{column}: {}", fault.vi),
            format!("{name}:{line}:{column}: {}", fault.en),
        )
    };
    let file =
        RuleFile::of_bytes(&name, bytes).map_err(|fault| at(&fault.words, fault.line, fault.column))?;
    let tidy = tidy(&file.text).map_err(|fault| at(&fault.words, fault.line, fault.column))?;
    Ok((tidy != file.text).then_some(tidy))
}

fn write(path: &Path, text: &str) -> Result<(), Words> {
    let written =
        WholeFile::begin(path).and_then(|mut file| file.write(text.as_bytes()).and_then(|()| file.keep()));
    written.map_err(|error| {
        let path = shown(path);
        words(
            format!("không ghi được tệp “{path}” ({error})."),
            format!("the file “{path}” could not be written ({error})."),
        )
    })
}

/// A text in order.
///
/// # Errors
/// It is no YAML, or cannot be put in order without saying something else.
fn tidy(text: &str) -> Result<String, Fault> {
    let data: serde_yaml::Value = yaml::read(text)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let sorted = in_order(&text, &data).unwrap_or(text);
    let mut tidy = pretty_yaml::format_text(&sorted, &options()).map_err(|_| left_alone())?;
    // Long lines may be broken only once they stand where they belong.
    let again = pretty_yaml::format_text(&tidy, &options()).map_err(|_| left_alone())?;
    if again != tidy {
        tidy = again;
    }
    let is_same = yaml::read::<serde_yaml::Value>(&tidy).is_ok_and(|own| own == data);
    let keeps_comments = comments(&tidy) == comments(&sorted);
    if is_same && keeps_comments { Ok(tidy) } else { Err(left_alone()) }
}

fn options() -> FormatOptions {
    FormatOptions {
        layout: LayoutOptions { print_width: WIDTH, ..LayoutOptions::default() },
        language: LanguageOptions {
            format_comments: true,
            trailing_comma: false,
            ..LanguageOptions::default()
        },
    }
}

/// That a file was not touched.
fn left_alone() -> Fault {
    Fault {
        line: 1,
        column: 1,
        words: words(
            "tệp không trình bày lại được mà vẫn chắc chắn giữ nguyên nội dung, nên được để nguyên",
            "the file cannot be put in order so that it surely says the same, and is left as it is",
        ),
    }
}

/// The comments in order, without the blanks around them.
fn comments(text: &str) -> Vec<String> {
    let mut all: Vec<String> = text
        .lines()
        .filter_map(|line| {
            let at = line.char_indices().find(|(at, letter)| {
                *letter == '#' && line[..*at].chars().next_back().is_none_or(char::is_whitespace)
            });
            // Words between quotation marks may look like one, and the marks may become others.
            at.map(|(at, _)| line[at..].trim_start_matches(['#', ' ']).trim_end().replace(['"', '\''], ""))
        })
        .collect();
    all.sort();
    all
}

/// The keys of a rule in their order, each with the comments before it; none where the text is no rule, or one
/// whose keys do not stand at the beginnings of lines.
fn in_order(text: &str, data: &serde_yaml::Value) -> Option<String> {
    let keys: Vec<&str> = data.as_mapping()?.keys().filter_map(serde_yaml::Value::as_str).collect();
    if !OF_A_RULE.iter().all(|key| keys.contains(key)) {
        return None;
    }
    let mut blocks: Vec<(usize, String)> = Vec::new();
    // Comments before the first key are those of the file, if a blank line parts them from it.
    let (mut head, mut waiting) = (String::new(), String::new());
    for line in text.split_inclusive('\n') {
        let key = keys.iter().find(|key| line.strip_prefix(**key).is_some_and(|rest| rest.starts_with(':')));
        let is_between = line.trim().is_empty() || line.starts_with('#');
        if let Some(key) = key {
            let place = ORDER.iter().position(|own| own == key)?;
            blocks.push((place, std::mem::take(&mut waiting) + line));
        } else if is_between {
            waiting.push_str(line);
            if line.trim().is_empty() && blocks.is_empty() {
                head.push_str(&std::mem::take(&mut waiting));
            }
        } else {
            let (_, block) = blocks.last_mut()?;
            block.push_str(&std::mem::take(&mut waiting));
            block.push_str(line);
        }
    }
    if blocks.len() != keys.len() {
        return None;
    }
    if let Some((_, block)) = blocks.last_mut()
        && !block.ends_with('\n')
    {
        block.push('\n');
    }
    blocks.sort_by_key(|(place, _)| *place);
    let sorted: String = blocks.into_iter().map(|(_, block)| block).collect();
    Some(head + &sorted + &waiting)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "# of the file\n\n# of the rule\ntitle:   {vi: a,   en: b}   # why\nselect: title\nmessage:\n    vi: a\n    en: \"#b\"\n\n\n\n# of the law\nlaw:   [ nd30/C-01 ]\nseverity: error\ncheck: { text: { equals: A } }\nexamples:\n- from: x\n  set: { title: B }\n";

    #[test]
    fn a_rule_is_brought_into_order_once_and_keeps_its_comments() {
        let once = tidy(RULE).expect("in order");
        assert_eq!(tidy(&once).expect("in order"), once);
        for comment in ["# of the file", "# of the rule", "# why", "# of the law\nlaw:"] {
            assert!(once.contains(comment), "{comment}: {once}");
        }
        let at = |word: &str| once.find(word).expect("it is there");
        assert!(at("\nlaw:") < at("\nseverity:") && at("\nselect:") < at("\nmessage:"), "{once}");
        assert!(once.contains("title: { vi: a, en: b } # why"), "{once}");
        assert!(!once.contains("\n\n\n"), "{once}");
    }

    #[test]
    fn what_is_no_yaml_is_told_with_its_place() {
        assert_eq!(tidy("a: [b\n").map_err(|fault| fault.line > 0), Err(true));
        assert_eq!(tidy("a: 1\na: 2\n").map_err(|fault| fault.line), Err(2));
    }
}
