//! The two pages for people that go with the programs, made from docs/: one screen for who uses them, one for who
//! approves them. As pages they open by a double click everywhere.

use crate::Fault;
use pulldown_cmark::{Options, Parser, html};
use std::fs;
use std::path::Path;

/// Source and name of each.
const PAGES: [(&str, &str); 2] =
    [("docs/for-clerks.md", "huong-dan.html"), ("docs/for-it.md", "cho-bo-phan-cntt.html")];

const STYLE: &str = "body{font:1.05rem/1.5 'Segoe UI',sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1c2430}\
                     table{border-collapse:collapse}td,th{border:1px solid #b8c0cc;padding:.3rem .6rem;text-align:left;vertical-align:top}\
                     code{background:#eef1f5;padding:0 .2rem}pre{background:#eef1f5;padding:.6rem;overflow:auto}";

/// Writes them.
///
/// # Errors
/// A source is not there.
pub fn write(root: &Path, contents: &Path) -> Result<(), Fault> {
    for (source, name) in PAGES {
        let text = fs::read_to_string(root.join(source)).map_err(|error| format!("{source}: {error}"))?;
        fs::write(contents.join(name), page(&text))?;
    }
    Ok(())
}

fn page(text: &str) -> String {
    let title = text.lines().next().unwrap_or_default().trim_start_matches('#').trim();
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS));
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{STYLE}</style></head>\n<body>\n{body}</body></html>\n"
    )
}
