//! `thethuc config show`: what holds for a draft, and where each choice comes from.

use super::super::args::{ConfigShowArgs, ReportFormat};
use super::super::bytes::{lost, shown};
use super::super::inputs::{Input, Inputs};
use super::super::known::Known;
use super::super::output::{Failure, Output, complain, written};

use super::super::{Status, setup, words};
use super::chain::{Chain, Configurations};
use super::holding::{Holdings, Wishes};
use super::rows::{From, Row, rows};
use crate::cli::paths::{document_path, name};
use crate::terminal::Screen;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use thethuc_core::rulebook::config::FILE;

/// The schema that the JSON names.
const SCHEMA: &str = "thethuc/config/v1";

/// Shows what holds for a draft, or in a folder.
///
/// # Errors
/// There is no such file, what the command line names is faulty, or the output is closed.
pub fn run(arguments: &ConfigShowArgs, output: &mut Output) -> Result<Status, Failure> {
    let path = &arguments.path;
    std::fs::metadata(path).map_err(|error| Failure(lost(path, &error)))?;
    let wishes = Wishes::of(&arguments.judging, &arguments.sources, &arguments.config);
    let config = &arguments.config;
    let mut configurations = Configurations::new(config.config.as_deref(), config.no_config, wishes.trust);
    // A folder stands for the drafts in it.
    let within = if path.is_dir() { path.join(FILE) } else { path.clone() };
    let input = Input::File { path: within, walked: !path.is_dir() };
    let chain = configurations.of(&input);
    setup::speak(&chain, output);
    let draft = document_path(&input).filter(|_| path.is_file());
    let found = Inputs { items: vec![input], ..Inputs::default() };
    let holdings = Holdings::of(&found, &mut configurations, &wishes, &Known::default(), &[]);
    let holdings = holdings.map_err(Failure)?;
    let language = output.screen.language;
    for fault in &holdings.faults {
        complain(fault.in_language(language), language);
    }
    let rows = rows(&chain, &wishes, draft.as_deref(), output.is_language_chosen, language);
    let is_left_out = draft.as_deref().is_some_and(|own| chain.excludes(own));
    let text = match arguments.format {
        ReportFormat::Terminal => text(path, &chain, &rows, is_left_out, output.screen),
        ReportFormat::Json => {
            written(serde_json::to_string_pretty(&value(path, &chain, &rows, is_left_out)))? + "\n"
        }
    };
    output.write(&text)?;
    Ok(if holdings.faults.is_empty() { Status::Clean } else { Status::Misuse })
}

/// The files, then what holds, line by line, with where it is said.
fn text(path: &Path, chain: &Chain, rows: &[Row], is_left_out: bool, screen: Screen) -> String {
    let mut text = String::new();
    let path = shown(path);
    if chain.files().is_empty() {
        let none = words(
            format!("Không có thethuc.yaml nào cho “{path}”; lập tệp này: thethuc init."),
            format!("No thethuc.yaml holds for “{path}”; to begin one: thethuc init."),
        );
        text.push_str(none.in_language(screen.language));
    } else {
        text.push_str(screen.say("Tệp cấu hình, gần nhất trước:", "Configuration files, the nearest first:"));
    }
    text.push('\n');
    for link in chain.files() {
        let claims = if link.is_own {
            ""
        } else {
            screen.say(
                " (đi kèm dự thảo: chỉ dùng tên cơ quan; điều xin giữ nguyên chỉ là đề nghị)",
                " (came with the drafts: only its organs count; what it keeps is only asked for)",
            )
        };
        let _ = writeln!(text, "  {}{claims}", name(&link.file.path));
    }
    if is_left_out {
        text.push_str(screen.say(
            "Tệp này bị bỏ qua khi kiểm tra cả thư mục (exclude).\n",
            "This file is left out when its folder is checked (exclude).\n",
        ));
    }
    text.push('\n');
    let width = rows.iter().map(|row| row.key.len()).max().unwrap_or_default();
    for row in rows {
        let from = row.from.words(screen.language);
        let from = screen.dim(&format!("← {from}"));
        let _ = writeln!(text, "{:width$}  {}  {from}", row.key, row.shown);
    }
    text
}

/// The same for machines.
fn value(path: &Path, chain: &Chain, rows: &[Row], is_left_out: bool) -> Value {
    let files: Vec<Value> = chain
        .files()
        .iter()
        .map(|link| json!({ "path": name(&link.file.path), "own": link.is_own }))
        .collect();
    let one = |row: &Row| {
        let from = match &row.from {
            From::CommandLine => json!({ "kind": "command-line" }),
            From::Environment => json!({ "kind": "environment" }),
            From::Default => json!({ "kind": "default" }),
            From::File { file, line } => json!({ "kind": "file", "file": file, "line": line }),
        };
        json!({ "key": row.key, "value": row.value, "from": from })
    };
    let values: Vec<Value> = rows.iter().map(one).collect();
    json!({ "schema": SCHEMA, "path": shown(path), "files": files, "left_out": is_left_out, "values": values })
}
