//! Seeds as the files that an office would hand in.

use super::grow::Seed;
use thethuc_core::draft::{Draft, Paragraph};
use thethuc_core::look::NamedStyle;

/// The bytes of a Word document.
///
/// # Errors
/// What the writer does not write.
pub fn word(draft: &Draft, styles: &[NamedStyle]) -> Result<Vec<u8>, String> {
    thethuc_compose::write(draft, styles).map_err(|error| error.to_string())
}

/// The bytes of a seed, and the ending of its name.
///
/// # Errors
/// See [`word`].
pub fn bytes(seed: &Seed<'_>, styles: &[NamedStyle]) -> Result<Vec<u8>, String> {
    let draft = &seed.changed.draft;
    if seed.is_word {
        return word(draft, styles);
    }
    let mut text = markdown(draft);
    for (old, new) in &seed.changed.raw {
        text = text.replacen(old, new, 1);
    }
    Ok(text.into_bytes())
}

/// A draft as Markdown: a paragraph a line with a blank line between them, tables as tables, bold and italic
/// letters in stars.
pub fn markdown(draft: &Draft) -> String {
    let mut text = String::new();
    let mut index = 0;
    while let Some(paragraph) = draft.paragraphs.get(index) {
        if let Some(cell) = paragraph.cell {
            text.push_str(&table(draft, cell.table));
            let inside = |own: &Paragraph| own.cell.is_some_and(|own| own.table == cell.table);
            index += draft.paragraphs[index..].iter().take_while(|own| inside(own)).count();
        } else {
            text.push_str(&line(draft, paragraph));
            index += 1;
        }
        text.push_str("\n\n");
    }
    text
}

fn table(draft: &Draft, index: usize) -> String {
    let Some(table) = draft.tables.get(index) else { return String::new() };
    let mut rows: Vec<String> = Vec::new();
    for row in &table.rows {
        let cells = row.iter().map(|cell| {
            let own = draft.paragraphs.get(cell.paragraphs.0..cell.paragraphs.1).unwrap_or_default();
            own.iter().map(|own| line(draft, own)).collect::<Vec<_>>().join("<br>")
        });
        rows.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
    }
    rows.insert(1.min(rows.len()), format!("|{}", "---|".repeat(table.columns())));
    rows.join("\n")
}

fn line(draft: &Draft, paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for run in &paragraph.runs {
        let words = run.span.of(&draft.text);
        let (lead, rest) = words.split_at(words.len() - words.trim_start().len());
        let (words, end) = rest.split_at(rest.trim_end().len());
        let style = &run.style;
        let marks = match (style.bold == Some(true), style.italic == Some(true)) {
            _ if words.is_empty() => "",
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let words = words.replace('*', "\\*").replace('|', "\\|").replace('\n', "<br>");
        text.extend([lead, marks, &words, marks, end]);
    }
    text
}
